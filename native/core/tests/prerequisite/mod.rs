//! `Test-AzIntegrationRuntimePrerequisite` against machines that are made up and listeners of its own.

mod azure;
mod host;
mod input;
mod network;
mod world;
