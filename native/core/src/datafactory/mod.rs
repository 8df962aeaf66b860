//! Data factories, one operation a file, and their linked services. Their integration runtimes are in
//! [`crate::runtimes`].
//!
//! Service: <https://learn.microsoft.com/rest/api/datafactory/factories>.

pub mod factory;
pub mod linked_service;
pub mod messages;
