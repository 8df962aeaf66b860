//! Private keys that sign, wherever they lie: in memory, or in a store that never gives them away.

use std::{fmt::Debug, sync::Arc};

use crate::error::Result;

/// A certificate and the use of its RSA key.
pub trait Signer: Send + Sync + Debug {
    /// The certificate in DER.
    fn certificate(&self) -> &[u8];

    /// The certificates above it in DER, the issuer's first; empty when they are not known.
    fn chain(&self) -> Vec<Vec<u8>>;

    /// RSASSA-PKCS1-v1_5 with SHA-256 over `message`.
    ///
    /// # Errors
    /// `Credential` when the key cannot be used.
    fn sign_rs256(&self, message: &[u8]) -> Result<Vec<u8>>;

    /// RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes over `message`.
    ///
    /// # Errors
    /// `Credential` when the key cannot be used.
    fn sign_ps256(&self, message: &[u8]) -> Result<Vec<u8>>;
}

/// Where certificates are found by thumbprint: the system's store.
pub trait CertificateStore: Send + Sync + Debug {
    /// The certificate with this SHA-1 thumbprint (hexadecimal, any casing) and its key.
    ///
    /// # Errors
    /// `Credential` when there is none, or none with a key that can be used.
    fn find(&self, thumbprint: &str) -> Result<Arc<dyn Signer>>;
}
