//! A sign-in that another program holds: it gives every token, and renews it.

use super::{Token, TokenRequest, lifetime::IssuerExpiry, resource_of};
use crate::error::{ErrorContext, Result};

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
            .ok_or_else(|| ErrorContext::NoBrokeredToken {
                resource: resource.to_owned(),
                tenant: request.tenant.to_owned(),
                reason: None,
            })?;
        let now = request.world.clock().now();
        Ok(Token::acquired(secret, IssuerExpiry::default(), now))
    }
}
