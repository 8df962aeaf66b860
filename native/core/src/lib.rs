//! Everything that knows Azure: sign-in, requests, merging, waiting, and the words users read.
//!
//! It knows nothing of C or PowerShell. An operation runs as a future that yields frames
//! ([`host`]) and asks its questions through them; the outside world (transport, clock,
//! environment, child processes) is handed in through [`session::Library`] and [`Call`].
#![forbid(unsafe_code)]

pub mod accounts;
pub mod arm;
pub mod auth;
pub mod clock;
pub mod cloud;
pub mod datafactory;
pub mod emulator;
pub mod error;
pub mod host;
pub mod http;
pub mod inventory;
pub mod json;
pub mod names;
pub mod operations;
pub mod output;
pub mod outside;
pub mod prerequisite;
pub mod purview;
pub mod request;
pub mod resources;
pub mod runtimes;
pub mod secret;
pub mod session;
pub mod synapse;
pub mod wildcard;

use std::sync::Arc;

/// One cmdlet call: what it asks for, who reads its frames, and the library's state.
#[derive(Debug)]
pub struct Call {
    /// What is asked.
    pub request: request::Request,
    /// Who reads and answers.
    pub host: caller::Caller,
    /// The state shared by all calls.
    pub library: Arc<session::Library>,
}

impl Call {
    /// The bound arguments.
    #[must_use]
    pub fn arguments(&self) -> &request::Arguments {
        &self.request.arguments
    }
}

/// The version of this library and of the module that goes with it.
pub const BUILD: &str = env!("CARGO_PKG_VERSION");
