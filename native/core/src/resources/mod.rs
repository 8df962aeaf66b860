//! Resource groups and role assignments: the few names of Az.Resources that runtime scripts use.

pub mod group;
pub mod role_assignment;
pub mod role_definition;
pub mod scope;

/// The API version of resource groups.
pub const GROUPS_API_VERSION: &str = "2024-03-01";
/// The API version of role assignments and role definitions.
pub const ROLES_API_VERSION: &str = "2022-04-01";
