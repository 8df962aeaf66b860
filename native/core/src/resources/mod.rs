//! Resource groups, resources, their providers and role assignments, and requests of the user's own: the few names of
//! Az.Resources and Az.Accounts that runtime scripts use.

pub mod group;
pub mod provider;
pub mod resource;
pub mod rest;
pub mod role_assignment;
pub mod role_definition;
pub mod scope;

/// The API version of resource groups.
pub const GROUPS_API_VERSION: &str = "2024-03-01";
/// The API version of role assignments and role definitions.
pub const ROLES_API_VERSION: &str = "2022-04-01";
