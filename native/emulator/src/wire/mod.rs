//! Requests and answers as the services see them, free of sockets.

mod refusal;
mod reply;
mod request;

pub use refusal::Refusal;
pub use reply::{RateClass, RateLeft, Reply, escape};
pub use request::Request;

/// What every operation gives back.
pub type Answer = Result<Reply, Refusal>;
