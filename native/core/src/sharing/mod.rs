//! Shares: a self-hosted integration runtime of one data factory that other data factories use.
//!
//! A share has three parts: a role of the other factory on the shared runtime, the link that the shared runtime lists,
//! and the linked runtime in the other factory. [`new`] makes what is missing and verifies it, [`repair`] restores it,
//! [`remove`] takes it away, and [`get`] shows what there is and what is broken.
//!
//! Rules: <https://learn.microsoft.com/azure/data-factory/create-shared-self-hosted-integration-runtime-powershell>.

pub mod get;
pub mod new;
pub mod picture;
pub mod remove;
pub mod repair;
pub mod share;

mod factory;
mod grant;
mod owner;
mod perform;
mod plan;
mod scene;
pub(crate) mod surveyed;
mod undo;
mod work;
