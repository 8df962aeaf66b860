//! A person: signed in in the browser, with a code on any device or with a password; renewed with the refresh token.
//!
//! Protocols: <https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow>,
//! <https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code>.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use serde_json::{Value, json};

use super::{
    SavedCredential, Token, TokenRequest, access_token, browser,
    token_endpoint::{self, Answer},
};
use crate::{
    error::{ErrorContext, Result, SignInBy},
    secret::Secret,
};

/// The public client of Azure CLI, which every tenant knows.
pub const CLIENT_ID: &str = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
const DEVICE_GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// A person's refresh token.
#[derive(Debug)]
pub struct User {
    refresh_token: Mutex<Option<Secret>>,
}

/// What signing a person in gives: the credential, its first token, and what that says.
#[derive(Debug)]
pub struct SignedIn {
    /// For further tokens.
    pub user: User,
    /// The first token.
    pub token: Token,
    /// Its claims; null when it cannot be read.
    pub claims: Value,
}

impl User {
    /// A person with this refresh token.
    #[must_use]
    pub fn new(refresh_token: Secret) -> Self {
        Self {
            refresh_token: Mutex::new(Some(refresh_token)),
        }
    }

    /// Shows the sign-in page in the browser and waits until it comes back; nothing when no browser can be shown.
    ///
    /// # Errors
    /// `Credential` when the sign-in was declined, failed or took too long.
    pub async fn with_browser(
        request: &TokenRequest<'_>,
        login_hint: Option<&str>,
    ) -> Result<Option<SignedIn>> {
        let scope = scope(request);
        let Some(authorization) = browser::authorize(request, &scope, login_hint).await? else {
            return Ok(None);
        };
        let claims = token_endpoint::claims(request.claims);
        let fields = [
            ("grant_type", "authorization_code"),
            ("client_id", CLIENT_ID),
            ("code", authorization.code.expose()),
            ("redirect_uri", &authorization.redirect),
            ("code_verifier", authorization.verifier.expose()),
            ("scope", &scope),
            ("client_info", "1"),
            ("claims", &claims),
        ];
        let answer = token_endpoint::post(request, "token", &fields).await?;
        if !answer.ok {
            return Err(answer.refusal(SignInBy::Browser, request));
        }
        signed_in(request, &answer).map(Some)
    }

    /// Signs in with name and password, which works only where no second factor is asked for.
    ///
    /// # Errors
    /// `Credential` with the service's reason.
    pub async fn with_password(
        request: &TokenRequest<'_>,
        name: &str,
        password: &Secret,
    ) -> Result<SignedIn> {
        let scope = scope(request);
        let claims = token_endpoint::claims(request.claims);
        let fields = [
            ("grant_type", "password"),
            ("client_id", CLIENT_ID),
            ("username", name),
            ("password", password.expose()),
            ("scope", &scope),
            ("client_info", "1"),
            ("claims", &claims),
        ];
        let answer = token_endpoint::post(request, "token", &fields).await?;
        if !answer.ok {
            return Err(answer.refusal(SignInBy::User(name.to_owned()), request));
        }
        signed_in(request, &answer)
    }

    /// Shows the service's instruction, and waits until the code was used.
    ///
    /// # Errors
    /// `Credential` when it was declined or ran out.
    pub async fn with_device_code(request: &TokenRequest<'_>) -> Result<SignedIn> {
        let scope = scope(request);
        let started = token_endpoint::post(
            request,
            "devicecode",
            &[("client_id", CLIENT_ID), ("scope", &scope)],
        )
        .await?;
        if !started.ok {
            return Err(started.refusal(SignInBy::DeviceCode, request));
        }
        let text = |name: &str| {
            started
                .body
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let code = Secret::new(text("device_code").to_owned());
        // The instruction must be seen whatever streams are shown, as other tools of Azure do it.
        request.progress.warning(text("message")).await?;
        let seconds = |name: &str, otherwise: u64, most: u64| {
            let number = token_endpoint::number(started.body.get(name));
            let number = number.and_then(|own| u64::try_from(own).ok());
            Duration::from_secs(number.unwrap_or(otherwise).min(most))
        };
        // A code lives for a quarter of an hour and is asked for every five seconds; no answer makes days of that.
        let mut interval = seconds("interval", 5, 60);
        let end = request.world.clock().now() + seconds("expires_in", 900, 60 * 60);
        let claims = token_endpoint::claims(request.claims);
        let fields = [
            ("grant_type", DEVICE_GRANT),
            ("client_id", CLIENT_ID),
            ("device_code", code.expose()),
            ("claims", &claims),
        ];
        loop {
            request.world.clock().sleep(interval).await;
            let answer = token_endpoint::post(request, "token", &fields).await?;
            if answer.ok {
                return signed_in(request, &answer);
            }
            match answer.error() {
                "authorization_pending" if request.world.clock().now() < end => {}
                "slow_down" if request.world.clock().now() < end => {
                    interval += Duration::from_secs(5);
                }
                "authorization_declined" | "access_denied" => {
                    return Err(ErrorContext::CodeDeclined.into());
                }
                "authorization_pending" | "slow_down" | "expired_token" | "code_expired" => {
                    return Err(ErrorContext::CodeExpired.into());
                }
                _ => return Err(answer.refusal(SignInBy::DeviceCode, request)),
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
            return Err(ErrorContext::SignInEnded.into());
        };
        let scope = format!("{} offline_access", request.scope);
        let claims = token_endpoint::claims(request.claims);
        let fields = [
            ("grant_type", "refresh_token"),
            ("client_id", CLIENT_ID),
            ("refresh_token", refresh.expose()),
            ("scope", &scope),
            ("client_info", "1"),
            ("claims", &claims),
        ];
        let answer = token_endpoint::post(request, "token", &fields).await?;
        if !answer.ok {
            return Err(answer.refusal(SignInBy::RefreshToken, request));
        }
        let token = answer.token(request)?;
        if let Some(rotated) = answer.refresh_token() {
            *self.refresh_token() = Some(rotated);
        }
        Ok(token)
    }

    /// Nothing when there is no refresh token: then the sign-in ends with its access token.
    pub(super) fn keep(&self) -> Option<SavedCredential> {
        let refresh = self.refresh_token();
        refresh.as_ref().map(|refresh| {
            SavedCredential::new("User", json!({})).with(&[("refreshToken", Some(refresh))])
        })
    }

    pub(super) fn from_kept(kept: &SavedCredential) -> Result<Self> {
        Ok(Self::new(kept.secret("refreshToken")?))
    }
}

fn scope(request: &TokenRequest<'_>) -> String {
    format!("{} offline_access openid profile", request.scope)
}

fn signed_in(request: &TokenRequest<'_>, answer: &Answer) -> Result<SignedIn> {
    let token = answer.token(request)?;
    let user = User {
        refresh_token: Mutex::new(answer.refresh_token()),
    };
    // The tokens of some services are theirs to read only; the other one is about the person.
    let claims = access_token::claims(&token.secret)
        .or_else(|| access_token::claims(&answer.id_token()?))
        .unwrap_or_default();
    Ok(SignedIn {
        user,
        token,
        claims,
    })
}
