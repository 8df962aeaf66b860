//! Starts and stops the emulator, and registers nodes with it.
//!
//! While it runs, every call of this process goes to it and nowhere else.

pub mod node;
mod process;
pub mod start;
pub mod stop;

pub use process::Process;

use azir_azure::{cloud::Cloud, context::Subscription, secret::Secret};

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
    /// The process, ended when this is dropped.
    pub process: Process,
}
