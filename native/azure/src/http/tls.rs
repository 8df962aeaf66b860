//! Who is trusted: the system's authorities, some more, one only, or a single certificate by its thumbprint.

use std::{fmt::Write, path::Path, sync::Arc};

use ring::digest;
use rustls::{
    ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme,
    client::{
        WebPkiServerVerifier,
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    },
    crypto::{CryptoProvider, ring as provider, verify_tls12_signature, verify_tls13_signature},
    pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject},
};
use rustls_platform_verifier::Verifier;

use super::transport::Route;
use crate::error::{Error, ErrorContext, Result};

/// The TLS settings of `route`.
pub(super) fn config(route: &Route) -> Result<ClientConfig> {
    let provider: Arc<CryptoProvider> = Arc::new(provider::default_provider());
    let verifier = verifier_with(route, &provider)?;
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| no_tls(&error))?;
    Ok(builder
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth())
}

fn no_tls(error: &dyn std::fmt::Display) -> Error {
    let reason = error.to_string();
    ErrorContext::NoTls { reason }.into()
}

/// What decides on `route` whether a server's certificate is trusted.
///
/// # Errors
/// `InvalidInput` when a certificate file cannot be used.
pub fn verifier(route: &Route) -> Result<Arc<dyn ServerCertVerifier>> {
    verifier_with(route, &Arc::new(provider::default_provider()))
}

fn verifier_with(
    route: &Route,
    provider: &Arc<CryptoProvider>,
) -> Result<Arc<dyn ServerCertVerifier>> {
    let provider = Arc::clone(provider);
    if let Some(thumbprint) = &route.pinned {
        return Ok(Arc::new(Pinned {
            thumbprint: thumbprint.clone(),
            provider,
        }));
    }
    if let Some(path) = &route.only_authority {
        let mut roots = RootCertStore::empty();
        for certificate in read_certificates(path)? {
            roots.add(certificate).map_err(|error| no_tls(&error))?;
        }
        let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider)
            .build()
            .map_err(|error| no_tls(&error))?;
        return Ok(verifier);
    }
    let verifier = match &route.extra_authorities {
        Some(path) => Verifier::new_with_extra_roots(read_certificates(path)?, provider),
        None => Verifier::new(provider),
    };
    Ok(Arc::new(verifier.map_err(|error| no_tls(&error))?))
}

/// The SHA-1 thumbprint by which people know a certificate.
#[must_use]
pub fn thumbprint(certificate: &[u8]) -> String {
    let digest = digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, certificate);
    let mut text = String::with_capacity(40);
    for byte in digest.as_ref() {
        let _ = write!(text, "{byte:02X}");
    }
    text
}

/// Trusts one certificate, whose thumbprint did not come over the network.
#[derive(Debug)]
struct Pinned {
    thumbprint: String,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> std::result::Result<ServerCertVerified, rustls::Error> {
        if thumbprint(certificate) == self.thumbprint {
            Ok(ServerCertVerified::assertion())
        } else {
            Err(rustls::Error::InvalidCertificate(
                rustls::CertificateError::ApplicationVerificationFailure,
            ))
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signature, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signature, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}

fn read_certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>> {
    let unreadable = |reason: String| {
        Error::from(ErrorContext::UnusableAuthorities {
            file: path.to_owned(),
            reason,
        })
    };
    let certificates = CertificateDer::pem_file_iter(path)
        .and_then(Iterator::collect::<std::result::Result<Vec<_>, _>>)
        .map_err(|error| unreadable(error.to_string()))?;
    if certificates.is_empty() {
        return Err(unreadable("it holds no certificate in PEM form".to_owned()));
    }
    Ok(certificates)
}
