//! The C ABI over `azir-core`, and the whole contract of the boundary.
//!
//! **Naming.** Every export and constant begins with `azir_` or `AZIR_`.
//!
//! **What crosses.** `int32_t`, `int64_t` and byte buffers; no strings, structs, callbacks or owned
//! memory. Requests (UTF-8 JSON) and frames (binary) lie in buffers that the caller owns. `docs/boundary.md`
//! specifies their bytes.
//!
//! **An operation.** `azir_start` takes a request and gives a handle. `azir_next` waits for a frame
//! and tells its kind and length; `azir_read` copies it. A message that asks a question is
//! answered with `azir_answer` before the next frame comes. After `AZIR_FINISHED`, or at any time
//! before, `azir_close` ends the operation: it cancels what still runs and wipes what it held.
//!
//! **Status.** Zero or positive is success, negative is a status from [`boundary::Status`]. The
//! numbers are fixed for ever. Outputs are written only on success.
//!
//! **Null and lengths.** A null pointer with a length other than zero, or a negative length, is
//! answered with a status. Null secrets with length zero mean that there are none.
//!
//! **Ownership.** Nothing is handed over: buffers are copied before a call returns.
//!
//! **Secrets.** Inside a frame a secret has a tag of its own. The library wipes each frame after it was read, and the
//! secrets and answers of the caller after use. The caller wipes its copy of a frame that holds a secret.
//!
//! **Threads.** Any thread may call; for one operation, one at a time. Work runs on the library's
//! own threads, and no call blocks longer than the wait it was asked for.
//!
//! **Panics.** A panic never crosses: the call answers `AZIR_E_PANIC`, and one inside an operation
//! becomes an error frame. Nothing is printed; no signal or console handler is installed.
//!
//! **Lifetime.** The library pins itself in the process with the first operation and is never
//! unloaded: its threads outlive any caller.
//!
//! **Versions.** `azir_abi_version` changes when any signature or meaning does.

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, reason = "a test may stop where it stands")
)]

pub mod boundary;
pub mod exports;
pub mod operations;
mod pin;
mod table;
pub mod wiping;

/// What the table of handles is guarded with.
mod sync {
    pub use std::sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicI64, Ordering},
    };
}

#[cfg(test)]
mod tests {
    use crate::table::Table;

    fn add<T>(table: &Table<T>, value: T) -> i64 {
        let handle = table.reserve();
        table.put(handle, value);
        handle
    }

    #[test]
    fn a_closed_handle_is_unknown_and_what_is_used_stays() {
        let table = Table::default();
        let first = add(&table, String::from("one"));
        let used = table.get(first).unwrap();
        assert_eq!(table.remove(first).as_deref(), Some(&String::from("one")));
        assert!(table.get(first).is_none() && table.remove(first).is_none());
        assert_eq!(*used, "one");
        assert_ne!(add(&table, String::from("two")), first);
        assert_eq!(table.count(None), 1);
    }
}
