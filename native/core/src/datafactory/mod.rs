//! Data Factory: factories, integration runtimes and their keys, one operation a file.
//!
//! Service: <https://learn.microsoft.com/rest/api/datafactory/integration-runtimes>.

pub mod changes;
pub mod completion;
pub mod factory;
pub mod key;
pub mod merge;
pub mod messages;
pub mod node;
pub mod place;
pub mod runtime;

/// The API version of every Data Factory request.
pub const API_VERSION: &str = "2018-06-01";
/// The resource provider.
pub const NAMESPACE: &str = "Microsoft.DataFactory";
