//! A token that the caller brings; it cannot be renewed.

use std::time::SystemTime;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::{SavedCredential, Token, TokenRequest, lifetime};
use crate::{
    error::{ErrorContext, Result},
    secret::Secret,
};

/// Access tokens that the caller supplies: one for Resource Manager, and perhaps some for other services.
#[derive(Debug)]
pub struct AccessToken {
    token: Secret,
    others: Vec<(String, Secret)>,
}

impl AccessToken {
    /// Takes the token as it is; when it ends is read from it if it can be read.
    #[must_use]
    pub fn new(token: Secret) -> Self {
        Self {
            token,
            others: Vec::new(),
        }
    }

    /// With a token for another service, which `scope` names.
    #[must_use]
    pub fn with(mut self, scope: &str, token: Secret) -> Self {
        self.others.push((scope.to_owned(), token));
        self
    }

    /// The token for the service that is asked for, until it ends or is refused.
    ///
    /// # Errors
    /// `Credential` when a new one is needed, or one for another service.
    pub fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let other = self
            .others
            .iter()
            .find(|(scope, _)| scope.eq_ignore_ascii_case(request.scope));
        let secret = match other {
            Some((_, secret)) => secret,
            None if request.cloud.is_resource_manager(request.scope) => &self.token,
            None => {
                return Err(ErrorContext::NoBroughtToken {
                    resource: request.scope.trim_end_matches("/.default").to_owned(),
                }
                .into());
            }
        };
        if lifetime::is_over(secret, request.world.clock().now()) {
            return Err(ErrorContext::BroughtTokenExpired.into());
        }
        if request.refused.is_some() {
            return Err(ErrorContext::BroughtTokenRefused.into());
        }
        Ok(Token::brought(secret.clone()))
    }

    /// Whether the token for Resource Manager has ended.
    #[must_use]
    pub fn is_over(&self, now: SystemTime) -> bool {
        lifetime::is_over(&self.token, now)
    }

    pub(super) fn keep(&self) -> SavedCredential {
        let scopes: Vec<&str> = self
            .others
            .iter()
            .map(|(scope, _)| scope.as_str())
            .collect();
        let names: Vec<String> = (0..scopes.len()).map(|index| index.to_string()).collect();
        let mut secrets = vec![("token", Some(&self.token))];
        secrets.extend(
            names
                .iter()
                .zip(&self.others)
                .map(|(name, (_, secret))| (name.as_str(), Some(secret))),
        );
        SavedCredential::new("AccessToken", json!({"scopes": scopes})).with(&secrets)
    }

    pub(super) fn from_kept(kept: &SavedCredential) -> Result<Self> {
        let mut own = Self::new(kept.secret("token")?);
        let scopes = kept.public["scopes"]
            .as_array()
            .map_or(&[][..], Vec::as_slice);
        for (index, scope) in scopes.iter().enumerate() {
            own = own.with(
                scope.as_str().unwrap_or_default(),
                kept.secret(&index.to_string())?,
            );
        }
        Ok(own)
    }
}

/// The claims of a JWT, unverified: for show and for its end only.
#[must_use]
pub fn claims(token: &Secret) -> Option<Value> {
    let payload = token.expose().split('.').nth(1)?;
    let bytes = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
    serde_json::from_slice(&bytes).ok()
}
