//! Resource Manager: tenants, subscriptions, groups, providers, roles, and the rules that hold for every request.
//!
//! The resources of Data Factory, Synapse and Purview are in [`crate::services`]; [`crate::router`] leads to both.

pub mod access;
pub mod assignments;
pub mod authentication;
pub mod call;
pub mod definitions;
pub mod groups;
pub mod limits;
pub mod metadata;
pub mod operations;
pub mod paging;
pub mod providers;
pub mod subscriptions;

pub use call::Call;
pub use providers::check_registered;
