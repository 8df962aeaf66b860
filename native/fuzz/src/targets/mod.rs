//! What is done with an input, one file a target.

pub mod answers;
pub mod certificates;
pub mod contexts;
pub mod fleets;
pub mod frames;
pub mod interface;
pub mod request;
pub mod templates;
pub mod texts;
