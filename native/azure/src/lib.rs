//! An Azure client: who is signed in, how tokens are acquired, and how requests reach Resource Manager.
//!
//! It knows nothing of the program that uses it: no command, no parameter, no sentence for its users. The program gives
//! it the outside world ([`world::World`]), a place to report to ([`world::Progress`]), and makes words of its errors,
//! which are data ([`error::Error`]).
#![forbid(unsafe_code)]

pub mod arm;
pub mod auth;
pub mod clock;
pub mod cloud;
pub mod context;
pub mod error;
pub mod files;
pub mod graph;
pub mod http;
pub mod json;
pub mod programs;
pub mod secret;
pub mod vault;
pub mod world;
