//! Nodes of integration runtimes.

pub mod get;
pub mod remove;
pub mod update;
