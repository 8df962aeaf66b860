//! What only the operating system can do, behind traits of `azir-core`: protecting what is kept on disk, signing with
//! certificates of the Windows store, and describing the machine.
//!
//! | system | contexts are protected by |
//! | --- | --- |
//! | Windows | DPAPI, for the user |
//! | macOS | a key in the keychain |
//! | Linux | a key in the secret service, through libsecret |
//! | where that is missing | a key in a file that only its owner can read |
//!
//! Beside `azir-ffi` this is the only crate with unsafe code: calls of the systems' own interfaces, a file each.

#[cfg(unix)]
mod key_file;
#[cfg(unix)]
mod sealing;
#[cfg(target_os = "macos")]
#[path = "keychain.rs"]
mod system;
#[cfg(all(unix, not(target_os = "macos")))]
#[path = "secret_service.rs"]
mod system;

#[cfg(windows)]
mod certificates;
#[cfg(windows)]
mod dpapi;
#[cfg(windows)]
mod machine;
#[cfg(windows)]
mod message;
#[cfg(windows)]
mod registry;

use std::sync::Arc;

use azir_azure::{auth::signer::CertificateStore, vault::Vault};
use azir_core::prerequisite::host::Machine;

/// This system's certificate store, where it has one.
#[must_use]
pub fn certificates() -> Option<Arc<dyn CertificateStore>> {
    #[cfg(windows)]
    let store: Option<Arc<dyn CertificateStore>> = Some(Arc::new(certificates::SystemStore));
    #[cfg(not(windows))]
    let store = None;
    store
}

/// This machine, where it is one that can run nodes of an integration runtime.
#[must_use]
pub fn machine() -> Option<Arc<dyn Machine>> {
    #[cfg(windows)]
    let machine: Option<Arc<dyn Machine>> = Some(Arc::new(machine::SystemMachine));
    #[cfg(not(windows))]
    let machine = None;
    machine
}

/// This system's protection.
#[cfg(unix)]
#[must_use]
pub fn vault() -> Arc<dyn Vault> {
    Arc::new(sealing::KeyVault::<system::SystemKeys>::default())
}

/// This system's protection.
#[cfg(windows)]
#[must_use]
pub fn vault() -> Arc<dyn Vault> {
    Arc::new(dpapi::Dpapi)
}

/// Protection by a key in a file beside what is kept, for where the system has none; for tests.
#[cfg(unix)]
#[must_use]
pub fn file_vault() -> Arc<dyn Vault> {
    Arc::new(sealing::KeyVault::<sealing::NoSystem>::default())
}
