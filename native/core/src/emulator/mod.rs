//! Starts, shows and stops the emulator, and registers nodes with it.
//!
//! While it runs, every call of this process goes to it and nowhere else.

pub mod get;
pub mod node;
mod process;
pub mod start;
pub mod stop;

pub use process::Process;

use azir_azure::{cloud::Cloud, context::Subscription, secret::Secret};

use crate::{
    Call,
    error::{Error, ErrorKind, Result},
    output::Record,
};

/// A running emulator.
#[derive(Debug)]
pub struct Emulator {
    /// Where it is.
    pub cloud: Cloud,
    /// Its own account, an owner of all its subscriptions.
    pub client_id: String,
    /// That account's secret; public, for the emulator is on loopback only.
    pub client_secret: Secret,
    /// The account's tenant.
    pub tenant: String,
    /// Its first subscription.
    pub subscription: Subscription,
    /// Where its managed identity gives tokens, and what a caller of that must send.
    pub identity: (String, Secret),
    /// The object that shows it.
    pub record: Record,
    /// The process, ended when this is dropped.
    pub process: Process,
}

/// Checks that the emulator of this process, if there is one, still runs.
///
/// # Errors
/// `NotSignedIn` when its process has ended: calls would fail one by one, each after its retries.
pub fn check(call: &Call) -> Result<()> {
    let state = call.library.state();
    match &state.emulator {
        Some(emulator) if !emulator.process.is_running() => Err(Error::new(
            ErrorKind::NotSignedIn,
            format!(
                "The emulator that this process started at {} has ended. Start a new one with \
                 Start-AzIntegrationRuntimeEmulator, or leave it with Stop-AzIntegrationRuntimeEmulator.",
                emulator.cloud.resource_manager
            ),
        )),
        _ => Ok(()),
    }
}

/// Checks that no emulator was stopped in this process since the last one was started.
///
/// A script that was written for the emulator must not reach Azure by the credentials that happen to be around.
///
/// # Errors
/// `NotSignedIn` with what to run.
pub fn check_not_left(call: &Call) -> Result<()> {
    match &call.library.state().left_emulator {
        Some(endpoint) => Err(Error::new(
            ErrorKind::NotSignedIn,
            format!(
                "Run Connect-AzAccount to login. The emulator at {endpoint} was stopped, and this process has no \
                 sign-in to Azure. After an emulator, the module does not sign in by the environment, a managed \
                 identity or the Azure CLI. To go on with the emulator, run Start-AzIntegrationRuntimeEmulator."
            ),
        )),
        None => Ok(()),
    }
}
