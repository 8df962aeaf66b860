//! The product: the work of every cmdlet, and the words that users read.
//!
//! It knows nothing of C. An operation runs as a future that yields frames ([`caller`]) and asks its questions through
//! them. Azure is reached through [`azir_azure`], whose traits it implements ([`world`]); the outside world (transport,
//! clock, programs, machine) is handed in through [`state::Library`].
#![forbid(unsafe_code)]

pub mod accounts;
pub mod arm;
pub mod caller;
pub mod datafactory;
pub mod desired;
pub mod emulator;
pub mod encoding;
pub mod error;
pub mod fleet;
pub mod inventory;
pub mod names;
pub mod operations;
pub mod output;
mod portal;
pub mod prerequisite;
pub mod present;
pub mod purview;
pub mod report;
pub mod request;
pub mod resources;
pub mod runtimes;
pub mod sharing;
pub mod state;
pub mod synapse;
pub mod wildcard;
pub mod world;

use std::sync::Arc;

use azir_azure::context::AzureContext;

/// One cmdlet call: what it asks for, who reads its frames, and the library's state.
#[derive(Debug)]
pub struct Call {
    /// What is asked.
    pub request: request::Request,
    /// Who reads and answers.
    pub caller: caller::Caller,
    /// The state shared by all calls.
    pub library: Arc<state::Library>,
}

impl Call {
    /// The bound arguments.
    #[must_use]
    pub fn arguments(&self) -> &request::Arguments {
        &self.request.arguments
    }

    /// The id of the runspace that asks, where the caller has one.
    #[must_use]
    pub fn runspace(&self) -> Option<&str> {
        self.request.runspace.as_deref()
    }

    /// The context in use where this call comes from; nothing without a sign-in.
    #[must_use]
    pub fn current_context(&self) -> Option<Arc<AzureContext>> {
        self.library.state().contexts.current(self.runspace())
    }
}

/// The version of this library and of the module that goes with it.
pub const BUILD: &str = env!("CARGO_PKG_VERSION");
