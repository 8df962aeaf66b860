//! `Test-AzIntegrationRuntimePrerequisite` against machines that are made up and listeners of its own.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[path = "../support/mod.rs"]
mod support;

mod azure;
mod host;
mod input;
mod network;
mod world;
