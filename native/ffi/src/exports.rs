//! The exported functions, and nothing else. Each comment is the contract.

use std::time::Duration;

use crate::{
    boundary::{Status, copy_out, guard, read_in, writable, write_out},
    operations,
};

/// The version of this ABI.
pub const AZIR_ABI_VERSION: i32 = 2;

/// `azir_next`: nothing yet.
pub const AZIR_NONE: i32 = 0;
/// `azir_next`: a message.
pub const AZIR_MESSAGE: i32 = 1;
/// `azir_next`: result objects.
pub const AZIR_OBJECTS: i32 = 2;
/// `azir_next`: there will be no more frames. The number 3 is reserved.
pub const AZIR_FINISHED: i32 = 4;

/// A null pointer or a wrong length.
pub const AZIR_E_ARGUMENT: i32 = -1;
/// The handle is unknown or closed.
pub const AZIR_E_HANDLE: i32 = -2;
/// There is no frame to read, or no question to answer.
pub const AZIR_E_NOTHING: i32 = -3;
/// The buffer is too small; the frame stays.
pub const AZIR_E_SMALL: i32 = -4;
/// The request is not understood.
pub const AZIR_E_REQUEST: i32 = -5;
/// A mistake in the library was caught.
pub const AZIR_E_PANIC: i32 = -6;

/// Tells the version of this ABI: it changes when any signature or meaning does.
///
/// Threads: any. Memory: nothing is handed over.
#[unsafe(no_mangle)]
pub extern "C" fn azir_abi_version() -> i32 {
    AZIR_ABI_VERSION
}

/// Starts an operation and writes its handle to `op`.
///
/// `request` is UTF-8 JSON of `len` bytes; `secrets` are the `secrets_len` bytes that its secret
/// references point into, or null with 0. Both are copied before the call returns.
///
/// Returns 0, `AZIR_E_ARGUMENT` for null or a wrong length, `AZIR_E_REQUEST` when the request is
/// not understood. The work itself reports through frames.
///
/// Threads: any. Memory: nothing is handed over; `azir_close` must be called once for each handle.
///
/// # Safety
/// `request` and `secrets` point to that many readable bytes, `op` to a writable `int64_t`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn azir_start(
    request: *const u8,
    len: i64,
    secrets: *const u8,
    secrets_len: i64,
    op: *mut i64,
) -> i32 {
    guard(|| {
        writable(op)?;
        // SAFETY: the caller promises readable bytes, as this function's contract says.
        let request = unsafe { read_in(request, len) }?;
        // SAFETY: as above.
        let secrets = zeroize::Zeroizing::new(unsafe { read_in(secrets, secrets_len) }?);
        let handle = operations::start(&request, &secrets)?;
        // SAFETY: the caller promises a writable place, as this function's contract says.
        unsafe { write_out(op, handle) }?;
        Ok(0)
    })
}

/// Waits up to `timeout_ms` for the next frame of operation `op` and writes its length to `len`.
///
/// Returns `AZIR_NONE` when there is none yet, the kind of frame when there is one,
/// `AZIR_FINISHED` after the last, `AZIR_E_HANDLE` when `op` is unknown or closed. A frame that
/// was not read yet is reported again. A negative `timeout_ms` counts as 0.
///
/// Threads: any; one at a time for an operation. Memory: nothing is handed over.
///
/// # Safety
/// `len` points to a writable `int64_t`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn azir_next(op: i64, timeout_ms: i32, len: *mut i64) -> i32 {
    guard(|| {
        writable(len)?;
        let timeout = Duration::from_millis(u64::try_from(timeout_ms).unwrap_or(0));
        let (kind, length) = operations::get(op)?.next(timeout);
        // SAFETY: the caller promises a writable place, as this function's contract says.
        unsafe { write_out(len, length) }?;
        Ok(kind)
    })
}

/// Copies the frame that `azir_next` reported into `buffer` and returns its length.
///
/// Returns `AZIR_E_SMALL` when `capacity` is less than the length (the frame stays),
/// `AZIR_E_NOTHING` when there is no unread frame, `AZIR_E_ARGUMENT` for null, `AZIR_E_HANDLE`
/// when `op` is unknown or closed.
///
/// Threads: any; one at a time for an operation. Memory: the library's copy is wiped.
///
/// # Safety
/// `buffer` points to `capacity` writable bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn azir_read(op: i64, buffer: *mut u8, capacity: i64) -> i64 {
    guard(|| {
        operations::get(op)?.read(|frame| {
            // SAFETY: the caller promises that many writable bytes, as this function's contract says.
            unsafe { copy_out(frame, buffer, capacity) }
        })
    })
}

/// Answers the question in the frame that was read last: `true` or `false`, a token's bytes, or JSON.
///
/// Returns 0, `AZIR_E_NOTHING` when no question is open, `AZIR_E_ARGUMENT` for null with a
/// length, `AZIR_E_HANDLE` when `op` is unknown or closed.
///
/// Threads: any; one at a time for an operation. Memory: the answer is copied.
///
/// # Safety
/// `answer` points to `len` readable bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn azir_answer(op: i64, answer: *const u8, len: i64) -> i32 {
    guard(|| {
        let operation = operations::get(op)?;
        // SAFETY: the caller promises readable bytes, as this function's contract says.
        let answer = unsafe { read_in(answer, len) }?;
        operation.answer(answer)?;
        Ok(0)
    })
}

/// Ends operation `op`: cancels what still runs and wipes what it held. The handle is stale then.
///
/// Returns 0, or `AZIR_E_HANDLE` when `op` is unknown or closed already.
///
/// Threads: any. Memory: nothing is handed over.
#[unsafe(no_mangle)]
pub extern "C" fn azir_close(op: i64) -> i32 {
    guard(|| {
        operations::close(op)?;
        Ok::<i32, Status>(0)
    })
}
