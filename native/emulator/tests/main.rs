//! The emulator from outside, over HTTPS: one program, since each further one is linked anew.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod common;

mod assertions;
mod browser;
mod challenges;
mod control;
mod factories;
mod fleet;
mod identities;
mod nodes;
mod operations;
mod planted;
mod purview;
mod purview_accounts;
mod resource_graph;
mod resource_manager;
mod resources;
mod roles;
mod runtimes;
mod sharing;
mod sign_in;
mod start;
mod structure;
mod synapse;
mod throttling;
mod workspaces;
