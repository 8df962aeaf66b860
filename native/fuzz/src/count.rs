//! Counts what the inputs did: the figures of a run are of these, not of inputs alone.

use std::sync::atomic::{AtomicU64, Ordering};

/// Calls of an exported function of the C interface, valid or not.
pub static CALLS: Counter = Counter::new();
/// Answers of services, good ones and changed ones. An answer that is repeated for ever counts once.
pub static ANSWERS: Counter = Counter::new();
/// Those of [`ANSWERS`] that the input changed.
pub static CHANGED: Counter = Counter::new();
/// Operations that ran to their end.
pub static OPERATIONS: Counter = Counter::new();

/// A number that only grows.
#[derive(Debug)]
pub struct Counter(AtomicU64);

impl Counter {
    const fn new() -> Self {
        Self(AtomicU64::new(0))
    }

    /// Counts one more.
    pub fn add(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// The number so far.
    #[must_use]
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}
