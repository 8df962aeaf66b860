//! Facts that every service shares: regions, built-in roles, the first tenants and principals, Purview's hosts.
//!
//! Constants and pure functions only. No state, and nothing of a service's behaviour.

pub mod locations;
pub mod principals;
pub mod purview;
pub mod roles;
