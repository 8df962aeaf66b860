//! The product from outside, through requests and frames: one program, since each further one is linked anew.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod support;

mod accounts;
mod all_resources;
mod ambient;
mod azure_runtimes;
mod certificates;
mod challenges;
mod changes;
mod context_files;
mod credentials;
mod dependencies;
mod documented;
mod environments;
mod error_frames;
mod factories;
mod frames;
mod inventory;
mod lifecycle;
mod linked_services;
mod lists;
mod managed_identity;
mod nodes;
mod odd_answers;
mod people;
mod prerequisite;
mod proxy;
mod purview;
mod purview_runtimes;
mod requests;
mod resources;
mod retry;
mod roles;
mod runspaces;
mod runtimes;
mod sign_in;
mod sign_in_choice;
mod store;
mod store_processes;
mod synapse_runtimes;
mod synapse_workspaces;
mod synapse_writes;
mod tokens;
mod tolerance;
mod upkeep;
