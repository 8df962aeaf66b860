//! Resource Manager: requests with a token, resource ids, pages, long waits, and its errors in words.

pub mod client;
pub mod long_running;
pub mod paging;
pub mod provider;
pub mod resource_id;
pub mod service_error;
