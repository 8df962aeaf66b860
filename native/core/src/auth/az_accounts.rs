//! Somebody signed in with Az.Accounts: every token comes from there, and is renewed there.

use serde_json::Value;

use super::{Token, TokenRequest, access_token::claims};
use crate::{
    clock::unix_seconds,
    error::{Error, ErrorKind, Result},
};

/// How long a token is used that does not say when it ends.
const UNSAID: i64 = 10 * 60;

/// The sign-in of the host.
#[derive(Debug)]
pub struct AzAccounts {
    /// Az's type of the account, such as `User`.
    pub kind: String,
}

impl AzAccounts {
    /// The token that Az.Accounts gives.
    ///
    /// # Errors
    /// `Credential` with its reason when it gives none.
    pub async fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let resource = request.scope.trim_end_matches(".default");
        // The scope's own slash stands between resource and `.default`; one that belongs to the resource stays.
        let resource = resource.strip_suffix('/').unwrap_or(resource);
        let secret = request
            .host
            .token(resource, request.tenant)
            .await?
            .ok_or_else(|| {
                Error::new(
                    ErrorKind::Credential,
                    format!(
                        "Az.Accounts gave no token for '{resource}' in tenant '{}'. Run Connect-AzAccount -Tenant '{}' \
                         and try again.",
                        request.tenant, request.tenant
                    ),
                )
            })?;
        let end = claims(&secret).and_then(|claims| claims.get("exp").and_then(Value::as_i64));
        let now = unix_seconds(request.library.clock.now());
        Ok(Token {
            secret,
            expires_on: end.unwrap_or(now + UNSAID),
        })
    }
}
