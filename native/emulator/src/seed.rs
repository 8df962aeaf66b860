//! Fills a state: the resources of a new emulator, and fleets on request.
//!
//! It stands above the services, because each of them makes its own resources.

mod fleet;
mod founding;
mod growth;

pub use fleet::{Fleet, grow as grow_fleet};
pub use founding::new_world;
pub use growth::{Growth, grow};
