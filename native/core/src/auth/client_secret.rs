//! An application's secret, through `azure_identity`.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use azure_core::{
    cloud::CustomConfiguration,
    credentials::{Secret as CoreSecret, TokenCredential, TokenRequestOptions},
    http::{ClientMethodOptions, Context},
};
use azure_identity::{ClientSecretCredential, ClientSecretCredentialOptions};

use super::{Token, TokenRequest, token_endpoint};
use crate::{
    error::{Error, ErrorKind, Result},
    http::describe,
    secret::Secret,
};

/// An application's id and secret, with one credential for each tenant it was used in.
#[derive(Debug)]
pub struct ClientSecret {
    client_id: String,
    secret: Secret,
    credentials: Mutex<HashMap<String, Arc<ClientSecretCredential>>>,
}

impl ClientSecret {
    /// A credential for the application `client_id`.
    #[must_use]
    pub fn new(client_id: String, secret: Secret) -> Self {
        Self {
            client_id,
            secret,
            credentials: Mutex::default(),
        }
    }

    /// A token; `azure_identity` keeps it until it is about to end.
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

    fn credential(&self, request: &TokenRequest<'_>) -> Result<Arc<ClientSecretCredential>> {
        let mut credentials = self
            .credentials
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if request.renew {
            // Its cache would answer with the refused token again.
            credentials.remove(request.tenant);
        }
        if let Some(credential) = credentials.get(request.tenant) {
            return Ok(Arc::clone(credential));
        }
        let mut cloud = CustomConfiguration::default();
        cloud.authority_host.clone_from(&request.cloud.authority);
        let mut client_options = request.stack.client_options();
        client_options.cloud = Some(Arc::new(cloud.into()));
        let credential = ClientSecretCredential::new(
            request.tenant,
            self.client_id.clone(),
            CoreSecret::new(self.secret.expose().to_owned()),
            Some(ClientSecretCredentialOptions { client_options }),
        )
        .map_err(|_| token_endpoint::bad_tenant(request.tenant))?;
        credentials.insert(request.tenant.to_owned(), Arc::clone(&credential));
        Ok(credential)
    }

    fn explain(&self, error: &azure_core::Error, request: &TokenRequest<'_>) -> Error {
        let text = error.to_string();
        if let Some(start) = text.find("AADSTS") {
            let reason = token_endpoint::first_line(&text[start..]);
            let who = format!("application '{}'", self.client_id);
            return token_endpoint::failed(&who, request.tenant, reason);
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
