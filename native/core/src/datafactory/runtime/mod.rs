//! Integration runtimes.

pub mod get;
pub mod linked;
pub mod managed;
pub mod model;
pub mod remove;
pub mod set;
pub mod status;
