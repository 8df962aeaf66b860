//! A person: signed in on any device with a code, renewed with the refresh token.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use serde_json::{Value, json};

use super::{Kept, Token, TokenRequest, token_endpoint};
use crate::{
    error::{Error, ErrorKind, Result},
    secret::Secret,
};

/// The public client of Azure CLI, which every tenant knows.
pub const CLIENT_ID: &str = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
const GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// A person's refresh token.
#[derive(Debug)]
pub struct User {
    refresh_token: Mutex<Option<Secret>>,
}

impl User {
    /// A person with this refresh token.
    #[must_use]
    pub fn new(refresh_token: Secret) -> Self {
        Self {
            refresh_token: Mutex::new(Some(refresh_token)),
        }
    }

    /// Shows the service's instruction, and waits until the code was used.
    ///
    /// # Errors
    /// `Credential` when it was declined or ran out.
    pub async fn sign_in(request: &TokenRequest<'_>) -> Result<(Self, Token, Option<Value>)> {
        let scope = format!("{} offline_access openid profile", request.scope);
        let started = token_endpoint::post(
            request,
            "devicecode",
            &[("client_id", CLIENT_ID), ("scope", &scope)],
        )
        .await?;
        if !started.ok {
            let reason = started.description();
            return Err(token_endpoint::failed(
                "with a device code",
                request.tenant,
                &reason,
            ));
        }
        let text = |name: &str| {
            started
                .body
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let code = Secret::new(text("device_code").to_owned());
        // The instruction must be seen whatever streams are shown, as Az does it.
        request.host.warning(text("message")).await?;
        let seconds = |name: &str, otherwise: i64| {
            let number = token_endpoint::number(started.body.get(name)).unwrap_or(otherwise);
            Duration::from_secs(u64::try_from(number).unwrap_or(0))
        };
        let mut interval = seconds("interval", 5);
        let end = request.library.clock.now() + seconds("expires_in", 900);
        let fields = [
            ("grant_type", GRANT),
            ("client_id", CLIENT_ID),
            ("device_code", code.expose()),
        ];
        loop {
            request.library.clock.sleep(interval).await;
            let answer = token_endpoint::post(request, "token", &fields).await?;
            if answer.ok {
                let token = answer.token(request)?;
                let credential = Self {
                    refresh_token: Mutex::new(answer.refresh_token()),
                };
                let claims = super::access_token::claims(&token.secret);
                return Ok((credential, token, claims));
            }
            match answer.error() {
                "authorization_pending" if request.library.clock.now() < end => {}
                "slow_down" if request.library.clock.now() < end => {
                    interval += Duration::from_secs(5);
                }
                "authorization_declined" | "access_denied" => {
                    return Err(gave_up("The sign-in was declined in the browser."));
                }
                "authorization_pending" | "slow_down" | "expired_token" | "code_expired" => {
                    return Err(gave_up("The code was not used in time."));
                }
                _ => {
                    let reason = answer.description();
                    return Err(token_endpoint::failed(
                        "with a device code",
                        request.tenant,
                        &reason,
                    ));
                }
            }
        }
    }

    fn refresh_token(&self) -> MutexGuard<'_, Option<Secret>> {
        self.refresh_token
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// A new token by the refresh token.
    ///
    /// # Errors
    /// `Credential` when the person has to sign in again.
    pub async fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let refresh = self.refresh_token().clone();
        let Some(refresh) = refresh else {
            return Err(gave_up("The sign-in has ended."));
        };
        let scope = format!("{} offline_access", request.scope);
        let mut fields = vec![
            ("grant_type", "refresh_token"),
            ("client_id", CLIENT_ID),
            ("refresh_token", refresh.expose()),
            ("scope", &scope),
            ("client_info", "1"),
        ];
        if let Some(claims) = request.claims {
            fields.push(("claims", claims));
        }
        let answer = token_endpoint::post(request, "token", &fields).await?;
        if !answer.ok {
            return Err(token_endpoint::failed(
                "again",
                request.tenant,
                &answer.description(),
            ));
        }
        let token = answer.token(request)?;
        if let Some(rotated) = answer.refresh_token() {
            *self.refresh_token() = Some(rotated);
        }
        Ok(token)
    }

    /// Nothing when there is no refresh token: then the sign-in ends with its access token.
    pub(super) fn keep(&self) -> Option<Kept> {
        let refresh = self.refresh_token();
        refresh
            .as_ref()
            .map(|refresh| Kept::new("User", json!({})).with(&[("refreshToken", Some(refresh))]))
    }

    pub(super) fn from_kept(kept: &Kept) -> Result<Self> {
        Ok(Self::new(kept.secret("refreshToken")?))
    }
}

fn gave_up(what: &str) -> Error {
    Error::new(
        ErrorKind::Credential,
        format!("{what} Run Connect-AzAccount -UseDeviceAuthentication again."),
    )
}
