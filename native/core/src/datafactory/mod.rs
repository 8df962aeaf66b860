//! Data factories, one operation a file. Their integration runtimes are in [`crate::runtimes`].
//!
//! Service: <https://learn.microsoft.com/rest/api/datafactory/factories>.

pub mod factory;
pub mod messages;
