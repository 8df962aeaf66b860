//! A token that the caller brings; it cannot be renewed.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::Value;

use super::{Token, TokenRequest};
use crate::{
    clock::unix_seconds,
    error::{Error, ErrorKind, Result},
    secret::Secret,
};

/// A token made elsewhere.
#[derive(Debug)]
pub struct AccessToken {
    token: Secret,
    expires_on: Option<i64>,
}

impl AccessToken {
    /// Takes the token as it is; when it ends is read from it if it can be read.
    #[must_use]
    pub fn new(token: Secret) -> Self {
        let expires_on =
            claims(&token).and_then(|claims| claims.get("exp").and_then(Value::as_i64));
        Self { token, expires_on }
    }

    /// The token, until it ends or is refused.
    ///
    /// # Errors
    /// `Credential` when a new one is needed.
    pub fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let ended = self
            .expires_on
            .is_some_and(|end| end <= unix_seconds(request.library.clock.now()));
        if request.renew || ended {
            let what = if ended {
                "has expired"
            } else {
                "was refused by the service"
            };
            return Err(Error::new(
                ErrorKind::Credential,
                format!(
                    "The access token that Connect-AzAccount was given {what}. Get a new one and run \
                     Connect-AzAccount -AccessToken again."
                ),
            ));
        }
        Ok(Token {
            secret: self.token.clone(),
            expires_on: self.expires_on.unwrap_or(i64::MAX),
        })
    }
}

/// The claims of a JWT, unverified: for show and for its end only.
#[must_use]
pub fn claims(token: &Secret) -> Option<Value> {
    let payload = token.expose().split('.').nth(1)?;
    let bytes = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
    serde_json::from_slice(&bytes).ok()
}
