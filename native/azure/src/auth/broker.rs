//! A sign-in that another program holds: it gives every token, and renews it.

use super::{Token, TokenRequest, lifetime::ToldEnd, resource_of};
use crate::error::{Error, ErrorKind, Result};

/// The sign-in that surrounds this client.
#[derive(Debug)]
pub struct Broker {
    /// Its type of the account, such as `User`.
    pub kind: String,
}

impl Broker {
    /// The token that the surrounding sign-in gives.
    ///
    /// # Errors
    /// `Credential` with its reason when it gives none.
    pub async fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let resource = resource_of(request.scope);
        let secret = request
            .world
            .brokered_token(resource, request.tenant)
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
        let now = request.world.clock().now();
        Ok(Token::acquired(secret, ToldEnd::default(), now))
    }
}
