//! Microsoft Purview: accounts, which Resource Manager has, and integration runtimes at an account's scan endpoint.
//!
//! One operation a file. [`account`] finds accounts, [`scan`] talks to the endpoint, [`model`] makes objects; what is
//! the same in all services (reading, keys, interactive authoring, names, questions, merging, nodes) is in
//! [`crate::runtimes`].

pub mod account;
pub mod completion;
pub mod hosts;
pub mod key;
pub mod model;
pub mod remove;
pub mod scan;
pub mod set;
