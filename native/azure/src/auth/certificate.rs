//! An application's certificate: from a file, or from the system's store by thumbprint.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use serde_json::json;
use x509_parser::prelude::{FromDer, X509Certificate};

use super::{
    SavedCredential, Token, TokenRequest, assertion, certificate_file::FileSigner, signer::Signer,
};
use crate::{
    clock::unix_seconds,
    error::{ErrorContext, Result},
    http::tls::thumbprint,
    secret::Secret,
    world::World,
};

/// Where the certificate and its key are.
#[derive(Debug)]
pub enum Source {
    /// A file and its password.
    File(PathBuf, Option<Secret>),
    /// The system's store.
    Thumbprint(String),
}

/// An application that signs its assertions.
#[derive(Debug)]
pub struct Certificate {
    client_id: String,
    source: Source,
    send_chain: bool,
    /// Read when it is first wanted.
    signer: Mutex<Option<Arc<dyn Signer>>>,
}

impl Certificate {
    /// The application `client_id` with the certificate at `source`; `send_chain` puts the certificates themselves
    /// into the assertion, for applications that trust an issuer and a name.
    #[must_use]
    pub fn new(client_id: String, source: Source, send_chain: bool) -> Self {
        Self {
            client_id,
            source,
            send_chain,
            signer: Mutex::default(),
        }
    }

    /// A new token.
    ///
    /// # Errors
    /// What is wrong with the certificate, or the service's reason.
    pub async fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let signer = self.signer(request.world)?;
        let assertion =
            assertion::signed(request, &self.client_id, signer.as_ref(), self.send_chain)?;
        assertion::exchange(request, &self.client_id, &assertion).await
    }

    /// The certificate's key, found or read now if it was not yet, while the certificate is good.
    ///
    /// # Errors
    /// As [`FileSigner::read`] and the store's `find`, and `Credential` for a certificate out of its time.
    pub fn signer(&self, world: &dyn World) -> Result<Arc<dyn Signer>> {
        let mut known = self.signer.lock().unwrap_or_else(PoisonError::into_inner);
        let signer = match &*known {
            Some(signer) => Arc::clone(signer),
            None => self.find(world)?,
        };
        require_valid(signer.certificate(), world.clock().now())?;
        *known = Some(Arc::clone(&signer));
        Ok(signer)
    }

    fn find(&self, world: &dyn World) -> Result<Arc<dyn Signer>> {
        match &self.source {
            Source::File(path, password) => {
                Ok(Arc::new(FileSigner::read(path, password.as_ref())?))
            }
            Source::Thumbprint(thumbprint) => match world.certificates() {
                Some(store) => store.find(thumbprint),
                None => Err(ErrorContext::NoCertificateStore.into()),
            },
        }
    }

    pub(super) fn keep(&self) -> SavedCredential {
        let public = |place: &str, value: String| {
            let id = &self.client_id;
            json!({"clientId": id, "sendChain": self.send_chain, place: value})
        };
        match &self.source {
            Source::File(path, password) => {
                let kept =
                    SavedCredential::new("Certificate", public("path", path.display().to_string()));
                match password {
                    Some(password) => kept.with(&[("password", Some(password))]),
                    None => kept,
                }
            }
            Source::Thumbprint(thumbprint) => {
                SavedCredential::new("Certificate", public("thumbprint", thumbprint.clone()))
            }
        }
    }

    pub(super) fn from_kept(kept: &SavedCredential) -> Result<Self> {
        let source = match kept.text_if("thumbprint") {
            Some(thumbprint) => Source::Thumbprint(thumbprint),
            None => Source::File(kept.text("path")?.into(), kept.secret_if("password")),
        };
        let send_chain = kept.public["sendChain"].as_bool().unwrap_or(false);
        Ok(Self::new(kept.text("clientId")?, source, send_chain))
    }
}

fn require_valid(der: &[u8], now: SystemTime) -> Result<()> {
    let thumbprint = || thumbprint(der);
    let (_, certificate) =
        X509Certificate::from_der(der).map_err(|_| ErrorContext::CertificateDamaged {
            thumbprint: thumbprint(),
        })?;
    let subject = || certificate.subject().to_string();
    let validity = certificate.validity();
    let now = unix_seconds(now);
    let (end, start) = (
        validity.not_after.timestamp(),
        validity.not_before.timestamp(),
    );
    if end <= now {
        return Err(ErrorContext::CertificateExpired {
            thumbprint: thumbprint(),
            subject: subject(),
            at: end,
        }
        .into());
    }
    if start > now {
        return Err(ErrorContext::CertificateNotYetValid {
            thumbprint: thumbprint(),
            subject: subject(),
            at: start,
        }
        .into());
    }
    Ok(())
}
