//! The survey of a fleet, and the cmdlets that show one.

mod discovery;
mod link_access;
mod reading;
mod rows;
mod world;
