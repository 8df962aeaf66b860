//! Handles: numbers that are given once, and what they stand for until they are closed.
//!
//! The types of synchronization come from the module beside it, so that a test can put those of a model checker there.

use std::collections::HashMap;

use super::sync::{Arc, AtomicI64, Mutex, MutexGuard, Ordering};

/// What handles stand for.
#[derive(Debug)]
pub struct Table<T> {
    open: Mutex<HashMap<i64, Arc<T>>>,
    next: AtomicI64,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            open: Mutex::new(HashMap::new()),
            next: AtomicI64::new(1),
        }
    }
}

impl<T> Table<T> {
    fn open(&self) -> MutexGuard<'_, HashMap<i64, Arc<T>>> {
        // A panic elsewhere does not make the table wrong: each change is one call.
        self.open
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// A handle that was never given before and stands for nothing yet.
    pub fn reserve(&self) -> i64 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// Lets a reserved handle stand for `value`.
    pub fn put(&self, handle: i64, value: T) {
        self.open().insert(handle, Arc::new(value));
    }

    /// What an open handle stands for; it stays whole while it is used, also when the handle is closed meanwhile.
    pub fn get(&self, handle: i64) -> Option<Arc<T>> {
        self.open().get(&handle).cloned()
    }

    /// Removes a handle from the table. Of several callers, one gets its value.
    pub fn remove(&self, handle: i64) -> Option<Arc<T>> {
        self.open().remove(&handle)
    }

    /// The number of open handles, without `except`.
    pub fn count(&self, except: Option<i64>) -> usize {
        self.open()
            .keys()
            .filter(|own| Some(**own) != except)
            .count()
    }
}
