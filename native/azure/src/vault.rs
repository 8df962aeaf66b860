//! What protects kept secrets on disk. The systems' own ways are in `azir-platform`.

use std::{fmt, path::Path};

use zeroize::Zeroizing;

use crate::error::{Error, ErrorContext, Result};

/// Bytes under a system's protection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// What opens them again, such as `dpapi`: the vault knows its own names.
    pub protection: String,
    /// The protected bytes.
    pub bytes: Vec<u8>,
    /// A notice to the user about weaker protection, if there is one.
    pub notice: Option<String>,
}

/// Protects bytes so that only the same user on the same machine reads them.
///
/// `directory` is where the protected bytes will lie: a protection that needs a file has it there. `purpose` says
/// what the bytes are for; they open for the same purpose only. The methods may block, for a person can be asked.
pub trait Vault: fmt::Debug + Send + Sync {
    /// Protects `plain`.
    ///
    /// # Errors
    /// `Credential` with the reason when nothing here can protect it.
    fn protect(&self, directory: &Path, purpose: &str, plain: &[u8]) -> Result<Sealed>;

    /// Opens what [`Vault::protect`] made.
    ///
    /// # Errors
    /// `Credential` with the reason: another user or machine, a lost key, a service that is not there, changed bytes.
    fn unprotect(
        &self,
        directory: &Path,
        purpose: &str,
        protection: &str,
        bytes: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>>;
}

/// Keeps nothing: for a library that was given no vault.
#[derive(Debug, Default)]
pub struct NoVault;

impl Vault for NoVault {
    fn protect(&self, _: &Path, _: &str, _: &[u8]) -> Result<Sealed> {
        Err(ErrorContext::NoProtection.into())
    }

    fn unprotect(
        &self,
        _: &Path,
        _: &str,
        protection: &str,
        _: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>> {
        Err(unknown_protection(protection))
    }
}

/// The error for a protection that this system does not have.
#[must_use]
pub fn unknown_protection(protection: &str) -> Error {
    ErrorContext::UnknownProtection {
        protection: protection.to_owned(),
    }
    .into()
}
