//! Accounts, their credentials and token acquisition; one kind of credential a file. Which account a call uses is not
//! decided here.

pub mod access_token;
pub mod assertion;
pub mod azure_cli;
pub mod broker;
pub mod browser;
pub mod cache;
pub mod certificate;
pub mod certificate_file;
pub mod challenge;
pub mod client_secret;
pub mod environment;
pub mod federated;
pub mod kept;
pub mod lifetime;
pub mod managed_identity;
pub mod signer;
pub mod token_endpoint;
mod unprotected_pfx;
pub mod user;

pub use cache::{CachedToken, TokenCache};
pub use kept::SavedCredential;
pub use lifetime::Token;

use std::{borrow::Cow, sync::Arc};

use futures::{
    FutureExt,
    future::{self, BoxFuture},
};

use crate::{
    cloud::Cloud,
    error::Result,
    http::HttpStack,
    secret::Secret,
    world::{Progress, World},
};

/// What a token is wanted for.
#[derive(Debug)]
pub struct TokenRequest<'a> {
    /// The world outside.
    pub world: &'a dyn World,
    /// Receives warnings and progress.
    pub progress: &'a Arc<dyn Progress>,
    /// How the sign-in service is reached.
    pub stack: &'a HttpStack,
    /// Which cloud's sign-in service.
    pub cloud: &'a Cloud,
    /// Tenant id.
    pub tenant: &'a str,
    /// Scope, ending in `/.default`.
    pub scope: &'a str,
    /// The token in hand, which was refused: do not answer with it again.
    pub refused: Option<&'a Secret>,
    /// Claims that a service asks for, as JSON.
    pub claims: Option<&'a str>,
}

/// How an account proves who it is.
#[derive(Debug)]
pub enum Credential {
    /// An application's secret.
    ClientSecret(client_secret::ClientSecret),
    /// Access tokens that the caller supplies.
    AccessToken(access_token::AccessToken),
    /// A person's refresh token, however the person signed in.
    User(user::User),
    /// An application's certificate.
    Certificate(certificate::Certificate),
    /// An application that another identity provider vouches for.
    Federated(federated::Federated),
    /// The identity of the machine or service.
    ManagedIdentity(managed_identity::ManagedIdentity),
    /// The sign-in of the Azure CLI.
    AzureCli(azure_cli::AzureCli),
    /// The sign-in that surrounds this client, which is asked for each token.
    Broker(broker::Broker),
}

impl Credential {
    /// Whether a challenge for claims can be answered with a new token; the other credentials need a new sign-in.
    #[must_use]
    pub fn meets_claims(&self) -> bool {
        matches!(
            self,
            Self::User(_) | Self::Certificate(_) | Self::Federated(_) | Self::ManagedIdentity(_)
        )
    }

    /// Whether it can get tokens of other tenants than its own.
    #[must_use]
    pub fn changes_tenant(&self) -> bool {
        !matches!(self, Self::AccessToken(_) | Self::ManagedIdentity(_))
    }
}

/// An account: a credential, and the tokens acquired with it.
///
/// ```
/// use azir_azure::{
///     auth::{Account, Credential, client_secret::ClientSecret},
///     secret::Secret,
/// };
///
/// let id = "00000000-0000-0000-0000-000000000000".to_owned();
/// let secret = Secret::new("the application's secret".to_owned());
/// let credential = Credential::ClientSecret(ClientSecret::new(id.clone(), secret));
/// let account = Account::new(id, credential);
///
/// // Nothing was asked for yet: the first request of a client acquires a token.
/// assert_eq!(account.kind, "ServicePrincipal");
/// assert!(account.tokens.export().is_empty());
/// ```
#[derive(Debug)]
pub struct Account {
    /// Application id, user name or what the caller said.
    pub id: String,
    /// Az's type of account, such as `ServicePrincipal`, `User` or `ManagedService`.
    pub kind: Cow<'static, str>,
    /// How it gets tokens.
    pub credential: Credential,
    /// The tokens it has got.
    pub tokens: TokenCache,
    /// Lets one request for a token through at a time; those that waited find its token in the cache.
    gate: tokio::sync::Mutex<()>,
}

impl Account {
    /// An account of the kind that goes with its credential, without tokens.
    #[must_use]
    pub fn new(id: String, credential: Credential) -> Self {
        Self {
            id,
            kind: match &credential {
                Credential::Broker(broker) => Cow::Owned(broker.kind.clone()),
                other => Cow::Borrowed(other.account_kind()),
            },
            credential,
            tokens: TokenCache::default(),
            gate: tokio::sync::Mutex::default(),
        }
    }

    /// A token for `request`: the cached one while it is valid, else a new one.
    ///
    /// # Errors
    /// `Credential` with the reason and the next step.
    pub fn token<'a>(&'a self, request: &'a TokenRequest<'a>) -> BoxFuture<'a, Result<Token>> {
        match self.cached(request) {
            Some(token) => future::ready(Ok(token)).boxed(),
            // Boxed: the code is compiled here, and not again in each crate that calls it.
            None => self.acquire(request).boxed(),
        }
    }

    fn cached(&self, request: &TokenRequest<'_>) -> Option<Token> {
        if request.claims.is_some() {
            return None;
        }
        self.tokens
            .get(request.world.clock().now(), request.tenant, request.scope)
            // Of many requests whose token was refused, the first one renews it for all.
            .filter(|token| request.refused != Some(&token.secret))
    }

    async fn acquire(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let _turn = self.gate.lock().await;
        if let Some(token) = self.cached(request) {
            return Ok(token);
        }
        let token = match &self.credential {
            Credential::ClientSecret(credential) => credential.token(request).await,
            Credential::AccessToken(credential) => credential.token(request),
            Credential::User(credential) => credential.token(request).await,
            Credential::Certificate(credential) => credential.token(request).await,
            Credential::Federated(credential) => credential.token(request).await,
            Credential::ManagedIdentity(credential) => {
                let refused = self.tokens.known(request.tenant, request.scope);
                credential.token(request, refused.as_ref()).await
            }
            Credential::AzureCli(credential) => credential.token(request).await,
            Credential::Broker(credential) => credential.token(request).await,
        };
        match token {
            Ok(token) => {
                self.got(request.world, request.tenant, request.scope, token.clone());
                Ok(token)
            }
            Err(error) => {
                // What was refused must not be answered with again, in this process or a later one.
                if request.refused.is_some() {
                    self.tokens.remove(request.tenant, request.scope);
                    request.world.tokens_changed();
                }
                Err(error)
            }
        }
    }

    /// Keeps a token that the sign-in itself returned.
    pub fn got(&self, world: &dyn World, tenant: &str, scope: &str, token: Token) {
        self.tokens.put(tenant, scope, token);
        world.tokens_changed();
    }
}

/// The resource of a scope: what stands before `/.default`. A slash of the resource's own stays.
#[must_use]
pub fn resource_of(scope: &str) -> &str {
    let resource = scope.trim_end_matches(".default");
    resource.strip_suffix('/').unwrap_or(resource)
}
