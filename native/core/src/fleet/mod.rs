//! The fleet: every integration runtime that a context can see, in one view.
//!
//! [`record`] holds the data of a survey, [`finding`] the result of a check. What reads Azure fills the records;
//! checks, snapshots, reports and the topology read them and send nothing.

pub mod baseline;
pub mod checks;
mod discover;
pub mod draw;
mod estimate;
pub mod expiry;
pub mod finding;
mod grants;
mod lanes;
mod link_access;
mod lists;
pub mod nodes;
pub mod objects;
pub mod reader;
pub mod record;
mod replaced;
pub mod report;
pub mod rights;
pub mod rules;
pub mod scope;
mod settle;
pub mod snapshot;
pub mod survey;
pub mod topology;
pub mod verdict;
pub mod watch;
