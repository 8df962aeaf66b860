//! Resource Manager: requests with a token, pages, long-running operations, and its errors as data.

pub mod client;
pub mod long_running;
pub mod paging;
pub mod provider;
pub mod service_error;

pub use client::Client;
