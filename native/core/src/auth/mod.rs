//! Who is signed in and how tokens are had. One kind of credential a file.

pub mod access_token;
pub mod client_secret;
pub mod device_code;
pub mod token_endpoint;

use std::time::Duration;

use crate::{
    clock::unix_seconds,
    cloud::Cloud,
    error::{Error, Result},
    host::Host,
    http::HttpStack,
    secret::Secret,
    session::Library,
};

/// A token is renewed when it has less than this left.
pub const MARGIN: Duration = Duration::from_secs(300);

/// A token and when it ends.
#[derive(Clone, Debug)]
pub struct Token {
    /// What goes behind `Bearer`.
    pub secret: Secret,
    /// Seconds since 1970.
    pub expires_on: i64,
}

impl Token {
    /// Whether it is good for a while yet.
    #[must_use]
    pub fn is_fresh(&self, library: &Library) -> bool {
        let margin = i64::try_from(MARGIN.as_secs()).unwrap_or(0);
        self.expires_on - margin > unix_seconds(library.clock.now())
    }
}

/// What a token is wanted for.
#[derive(Debug)]
pub struct TokenRequest<'a> {
    /// The library.
    pub library: &'a Library,
    /// Where progress is shown.
    pub host: &'a Host,
    /// How the sign-in service is reached.
    pub stack: &'a HttpStack,
    /// Which cloud's sign-in service.
    pub cloud: &'a Cloud,
    /// Tenant id.
    pub tenant: &'a str,
    /// Scope, ending in `/.default`.
    pub scope: &'a str,
    /// The token in hand was refused: do not answer with it again.
    pub renew: bool,
    /// Claims that a service asks for, as JSON.
    pub claims: Option<&'a str>,
}

/// How an account proves who it is.
#[derive(Debug)]
pub enum Credential {
    /// An application's secret.
    ClientSecret(client_secret::ClientSecret),
    /// A token made elsewhere.
    AccessToken(access_token::AccessToken),
    /// A person who typed a code into a browser.
    DeviceCode(device_code::DeviceCode),
}

/// Somebody signed in.
#[derive(Debug)]
pub struct Account {
    /// Application id, user name or what the caller said.
    pub id: String,
    /// `ServicePrincipal`, `User` or `AccessToken`.
    pub kind: &'static str,
    /// How it gets tokens.
    pub credential: Credential,
}

impl Account {
    /// A token for `request`.
    ///
    /// # Errors
    /// `Credential` with the reason and the next step.
    pub async fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        match &self.credential {
            Credential::ClientSecret(credential) => credential.token(request).await,
            Credential::AccessToken(credential) => credential.token(request),
            Credential::DeviceCode(credential) => credential.token(request).await,
        }
    }
}

/// The error when nobody has signed in, in upstream's words.
#[must_use]
pub fn not_signed_in() -> Error {
    Error::new(
        crate::error::ErrorKind::NotSignedIn,
        "Run Connect-AzAccount to login.",
    )
}
