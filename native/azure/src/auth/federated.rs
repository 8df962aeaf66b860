//! An application that another identity provider vouches for (workload identity federation).
//!
//! Protocol: <https://learn.microsoft.com/entra/workload-id/workload-identity-federation>.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{SavedCredential, Token, TokenRequest, assertion, lifetime};
use crate::{
    error::{Error, ErrorContext, Result},
    files,
    secret::Secret,
};

/// Where the other provider's token comes from.
#[derive(Debug)]
pub enum Source {
    /// The token itself.
    Text(Secret),
    /// A file that another program renews; it is read for each token.
    File(PathBuf),
}

/// An application and the token that vouches for it.
#[derive(Debug)]
pub struct Federated {
    client_id: String,
    source: Source,
}

impl Federated {
    /// The application `client_id`, for which the token at `source` vouches.
    #[must_use]
    pub fn new(client_id: String, source: Source) -> Self {
        Self { client_id, source }
    }

    /// A new token.
    ///
    /// # Errors
    /// `Credential` when the other token has ended or is refused.
    pub async fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let assertion = match &self.source {
            Source::Text(text) => {
                if lifetime::is_over(text, request.world.clock().now()) {
                    return Err(ErrorContext::FederatedTokenExpired.into());
                }
                text.clone()
            }
            Source::File(path) => read(path)?,
        };
        assertion::exchange(request, &self.client_id, &assertion).await
    }

    /// Nothing for a text: it expires soon, and no program renews it.
    pub(super) fn keep(&self) -> Option<SavedCredential> {
        match &self.source {
            Source::Text(_) => None,
            Source::File(path) => Some(SavedCredential::new(
                "Federated",
                json!({"clientId": self.client_id, "path": path.display().to_string()}),
            )),
        }
    }

    pub(super) fn from_kept(kept: &SavedCredential) -> Result<Self> {
        let source = Source::File(kept.text("path")?.into());
        Ok(Self::new(kept.text("clientId")?, source))
    }
}

/// The most bytes of a file with a token.
const LARGEST: u64 = 1 << 20;

fn read(path: &Path) -> Result<Secret> {
    let refuse = |reason: Option<String>| {
        Error::from(ErrorContext::FederatedTokenFile {
            file: path.to_owned(),
            reason,
        })
    };
    let bytes = zeroize::Zeroizing::new(
        files::read(path, LARGEST).map_err(|error| refuse(Some(error.to_string())))?,
    );
    Secret::from_utf8(bytes.trim_ascii())
        .filter(|text| !text.expose().is_empty())
        .ok_or_else(|| refuse(None))
}
