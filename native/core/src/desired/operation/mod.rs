//! The operations of the cmdlets that read and write the users' files.

mod compare;
mod deployment;
mod export;
mod input;
mod publish;

pub use compare::compare;
pub use deployment::deployment;
pub use export::export;
pub use publish::publish;
