//! The table of handles under every order of two threads' steps, as a model checker makes them.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[path = "../src/table.rs"]
#[allow(dead_code, reason = "the library uses all of it")]
mod table;

mod sync {
    pub use loom::sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicI64, Ordering},
    };
}

use loom::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use table::Table;

fn add<T>(table: &Table<T>, value: T) -> i64 {
    let handle = table.reserve();
    table.put(handle, value);
    handle
}

/// Counts how often it is dropped.
#[derive(Debug)]
struct Counted(Arc<AtomicUsize>);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn what_is_read_while_it_is_closed_is_whole_and_ends_once() {
    loom::model(|| {
        let drops = Arc::new(AtomicUsize::new(0));
        let table = Arc::new(Table::default());
        let handle = add(&table, Counted(Arc::clone(&drops)));
        let reader = {
            let (table, drops) = (Arc::clone(&table), Arc::clone(&drops));
            thread::spawn(move || {
                if let Some(used) = table.get(handle) {
                    assert_eq!(drops.load(Ordering::SeqCst), 0, "it is used and has ended");
                    drop(used);
                }
            })
        };
        assert!(table.remove(handle).is_some());
        assert!(table.get(handle).is_none());
        reader.join().unwrap();
        assert_eq!(drops.load(Ordering::SeqCst), 1);
        assert_eq!(table.count(None), 0);
    });
}

#[test]
fn one_of_two_closes_it() {
    loom::model(|| {
        let table = Arc::new(Table::default());
        let handle = add(&table, ());
        let other = {
            let table = Arc::clone(&table);
            thread::spawn(move || table.remove(handle).is_some())
        };
        let own = table.remove(handle).is_some();
        assert!(own != other.join().unwrap());
    });
}

#[test]
fn no_handle_is_given_twice() {
    loom::model(|| {
        let table = Arc::new(Table::default());
        let other = {
            let table = Arc::clone(&table);
            thread::spawn(move || add(&table, 1))
        };
        let own = add(&table, 2);
        let other = other.join().unwrap();
        assert_ne!(own, other);
        assert_eq!(
            (table.get(own).as_deref(), table.get(other).as_deref()),
            (Some(&2), Some(&1))
        );
    });
}
