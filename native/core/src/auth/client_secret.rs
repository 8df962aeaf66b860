//! An application's secret, through `azure_identity`.

use std::sync::Arc;

use azure_core::{
    cloud::CustomConfiguration,
    credentials::{Secret as CoreSecret, TokenCredential, TokenRequestOptions},
    http::{ClientMethodOptions, Context},
};
use azure_identity::{ClientSecretCredential, ClientSecretCredentialOptions};
use serde_json::json;

use super::{Kept, Token, TokenRequest, token_endpoint};
use crate::{
    error::{Error, ErrorKind, Result},
    http::describe,
    secret::Secret,
};

/// An application's id and secret.
#[derive(Debug)]
pub struct ClientSecret {
    client_id: String,
    secret: Secret,
}

impl ClientSecret {
    /// A credential for the application `client_id`.
    #[must_use]
    pub fn new(client_id: String, secret: Secret) -> Self {
        Self { client_id, secret }
    }

    /// A new token.
    ///
    /// # Errors
    /// `Credential` with the service's reason, or a connection error.
    pub async fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let credential = self.credential(request)?;
        let context = Context::new().with_value(request.host.clone());
        let options = TokenRequestOptions {
            method_options: ClientMethodOptions { context },
        };
        let token = credential
            .get_token(&[request.scope], Some(options))
            .await
            .map_err(|error| self.explain(&error, request))?;
        Ok(Token {
            secret: Secret::new(token.token.secret().to_owned()),
            expires_on: token.expires_on.unix_timestamp(),
        })
    }

    /// A credential for this one token: the account keeps what it answers.
    fn credential(&self, request: &TokenRequest<'_>) -> Result<Arc<ClientSecretCredential>> {
        let mut cloud = CustomConfiguration::default();
        cloud.authority_host.clone_from(&request.cloud.authority);
        let mut client_options = request.stack.client_options();
        client_options.cloud = Some(Arc::new(cloud.into()));
        ClientSecretCredential::new(
            request.tenant,
            self.client_id.clone(),
            CoreSecret::new(self.secret.expose().to_owned()),
            Some(ClientSecretCredentialOptions { client_options }),
        )
        .map_err(|_| token_endpoint::bad_tenant(request.tenant))
    }

    pub(super) fn keep(&self) -> Kept {
        Kept::new("ClientSecret", json!({"clientId": self.client_id}))
            .with(&[("secret", Some(&self.secret))])
    }

    pub(super) fn from_kept(kept: &Kept) -> Result<Self> {
        Ok(Self::new(kept.text("clientId")?, kept.secret("secret")?))
    }

    fn explain(&self, error: &azure_core::Error, request: &TokenRequest<'_>) -> Error {
        let text = error.to_string();
        let who = format!("application '{}'", self.client_id);
        if let Some(start) = text.find("AADSTS") {
            // A service that repeats the secret shall not make it known.
            let reason = token_endpoint::first_line(&text[start..])
                .replace(self.secret.expose(), "(secret)");
            return token_endpoint::failed(&who, request.tenant, &reason);
        }
        if let Some(status) = answered(error) {
            let reason = token_endpoint::no_reason(status);
            return token_endpoint::failed(&who, request.tenant, &reason);
        }
        let described = describe(
            error,
            azure_core::http::Method::Get,
            &format!("{}/", request.cloud.authority),
        );
        match described.kind {
            ErrorKind::Connection | ErrorKind::Untrusted => described,
            _ => Error::new(ErrorKind::Credential, described.message),
        }
    }
}

/// The status of the service's answer, when there was one.
fn answered(error: &azure_core::Error) -> Option<u16> {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(own) = cause {
        if let Some(azure_core::error::ErrorKind::HttpResponse { status, .. }) = own
            .downcast_ref::<azure_core::Error>()
            .map(azure_core::Error::kind)
        {
            return Some(u16::from(*status));
        }
        cause = own.source();
    }
    None
}
