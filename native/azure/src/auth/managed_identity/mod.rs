//! The identity of the machine or service that the script runs on.
//!
//! Protocols: <https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token>,
//! <https://learn.microsoft.com/azure/app-service/overview-managed-identity>,
//! <https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication>.

mod arc;
mod source;

use serde_json::{Value, json};
use tokio::sync::OnceCell;

use self::source::Source;
use super::{
    SavedCredential, Token, TokenRequest, environment::Variables, lifetime::IssuerExpiry,
    resource_of,
};
use crate::{
    error::{Error, ErrorContext, Result},
    http::Reply,
    secret::Secret,
};

/// Which of the machine's identities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// The machine's own.
    System,
    /// A user-assigned one by its client id.
    Client(String),
    /// A user-assigned one by its resource id.
    Resource(String),
}

impl Selector {
    /// The identity that a user or `AZURE_CLIENT_ID` names: by resource id or by client id.
    #[must_use]
    pub fn named(id: Option<&str>) -> Self {
        match id.map(str::trim) {
            None | Some("") => Self::System,
            Some(id) if id.starts_with('/') => Self::Resource(id.to_owned()),
            Some(id) => Self::Client(id.to_owned()),
        }
    }
}

/// What gives tokens for a machine or service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentitySource {
    /// App Service, Functions and Automation.
    AppService,
    /// Service Fabric.
    ServiceFabric,
    /// Azure Arc's agent.
    Arc,
    /// Azure Machine Learning.
    MachineLearning,
    /// Cloud Shell.
    CloudShell,
    /// The instance metadata service of a virtual machine.
    Imds,
}

/// A managed identity; where its tokens come from is found out when the first is wanted.
#[derive(Debug)]
pub struct ManagedIdentity {
    selector: Selector,
    source: OnceCell<Source>,
}

impl ManagedIdentity {
    /// This identity of the machine.
    #[must_use]
    pub fn new(selector: Selector) -> Self {
        Self {
            selector,
            source: OnceCell::new(),
        }
    }

    /// Whether these variables say that there is an identity; a virtual machine has none of them.
    #[must_use]
    pub fn is_told_by(variables: &Variables) -> bool {
        ["IDENTITY_ENDPOINT", "MSI_ENDPOINT"]
            .iter()
            .any(|name| variables.get(name).is_some())
    }

    /// A new token. The identity's service keeps tokens of its own and may give one again: where it can be told which
    /// one was `refused`, it is.
    ///
    /// # Errors
    /// `Credential` when there is no such identity here, or only the refused token; `InvalidInput` for an endpoint that
    /// is not local.
    pub async fn token(
        &self,
        request: &TokenRequest<'_>,
        refused: Option<&Secret>,
    ) -> Result<Token> {
        let source = self
            .source
            .get_or_try_init(|| Source::find(request))
            .await?;
        source.require(&self.selector)?;
        let resource = resource_of(request.scope);
        // A token that merely ended is not given again.
        let refused = refused.filter(|_| request.claims.is_some());
        let reply = source
            .ask(request, &self.selector, resource, refused)
            .await?;
        let token = self.read(request, source, &reply)?;
        if refused.is_some_and(|refused| refused.expose() == token.secret.expose()) {
            return Err(given_again(source, token.expires_on));
        }
        Ok(token)
    }

    fn read(&self, request: &TokenRequest<'_>, source: &Source, reply: &Reply) -> Result<Token> {
        let mut body: Value = serde_json::from_slice(reply.body()).unwrap_or_default();
        if reply.status != 200 {
            let text = |name: &str| body[name].as_str().map(str::to_owned);
            let reason = text("error_description")
                .or_else(|| text("message"))
                .or_else(|| body["error"]["message"].as_str().map(str::to_owned))
                .or_else(|| text("error"))
                .unwrap_or_else(|| format!("HTTP status {}", reply.status));
            return Err(self.missing(source, &reason));
        }
        let Value::String(token) = body["access_token"].take() else {
            return Err(ErrorContext::IdentityWithoutToken {
                source: source.kind(),
            }
            .into());
        };
        let secret = Secret::new(token);
        let now = request.world.clock().now();
        let expiry =
            IssuerExpiry::read(&body, now).map_err(|text| ErrorContext::IdentityLifetime {
                source: source.kind(),
                text,
            })?;
        Ok(Token::acquired(secret, expiry, now))
    }

    fn missing(&self, source: &Source, reason: &str) -> Error {
        let first = reason.lines().next().unwrap_or_default();
        ErrorContext::IdentityRefused {
            source: source.kind(),
            selector: self.selector.clone(),
            reason: first.trim_end_matches(['.', ' ']).to_owned(),
        }
        .into()
    }

    pub(super) fn keep(&self) -> SavedCredential {
        let public = match &self.selector {
            Selector::System => json!({}),
            Selector::Client(id) => json!({"clientId": id}),
            Selector::Resource(id) => json!({"resourceId": id}),
        };
        SavedCredential::new("ManagedIdentity", public)
    }

    pub(super) fn from_kept(kept: &SavedCredential) -> Self {
        let id = kept
            .text_if("clientId")
            .or_else(|| kept.text_if("resourceId"));
        Self::new(Selector::named(id.as_deref()))
    }
}

fn given_again(source: &Source, expires_on: i64) -> Error {
    ErrorContext::IdentityTokenAgain {
        source: source.kind(),
        expires_on,
    }
    .into()
}
