//! Between C and Rust: the panic guard, byte slices in and out, status codes.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    slice,
};

/// Why a call did not succeed. The numbers are fixed for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// A null pointer or a wrong length.
    Argument,
    /// The handle is unknown or closed.
    Handle,
    /// There is no frame to read, or no question to answer.
    Nothing,
    /// The buffer is too small; the frame stays.
    Small,
    /// The request is not understood.
    Request,
    /// A mistake in the library was caught.
    Panic,
}

impl Status {
    /// The number that crosses.
    #[must_use]
    pub fn code(self) -> i32 {
        match self {
            Self::Argument => crate::exports::AZIR_E_ARGUMENT,
            Self::Handle => crate::exports::AZIR_E_HANDLE,
            Self::Nothing => crate::exports::AZIR_E_NOTHING,
            Self::Small => crate::exports::AZIR_E_SMALL,
            Self::Request => crate::exports::AZIR_E_REQUEST,
            Self::Panic => crate::exports::AZIR_E_PANIC,
        }
    }
}

/// Runs `body`; an error becomes its status, a panic `AZIR_E_PANIC`.
pub fn guard<T: From<i32>>(body: impl FnOnce() -> Result<T, Status>) -> T {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(value)) => value,
        Ok(Err(status)) => T::from(status.code()),
        Err(_) => T::from(Status::Panic.code()),
    }
}

/// Copies the caller's bytes.
///
/// # Errors
/// `Argument` for null with a length, or a negative length.
///
/// # Safety
/// `bytes` is null or points to `length` readable bytes.
pub unsafe fn read_in(bytes: *const u8, length: i64) -> Result<Vec<u8>, Status> {
    let length = usize::try_from(length).map_err(|_| Status::Argument)?;
    if length == 0 {
        return Ok(Vec::new());
    }
    if bytes.is_null() || isize::try_from(length).is_err() {
        return Err(Status::Argument);
    }
    // SAFETY: `bytes` is not null, and the caller promises `length` readable bytes for the
    // length of this call; they are copied before it returns.
    let own = unsafe { slice::from_raw_parts(bytes, length) };
    Ok(own.to_vec())
}

/// Copies `frame` into the caller's buffer.
///
/// # Errors
/// `Argument` for null or a negative capacity, `Small` when it does not fit.
///
/// # Safety
/// `buffer` is null or points to `capacity` writable bytes.
pub unsafe fn copy_out(frame: &[u8], buffer: *mut u8, capacity: i64) -> Result<i64, Status> {
    let capacity = usize::try_from(capacity).map_err(|_| Status::Argument)?;
    if buffer.is_null() {
        return Err(Status::Argument);
    }
    if capacity < frame.len() {
        return Err(Status::Small);
    }
    // SAFETY: `buffer` is not null, the caller promises `capacity` writable bytes, which are
    // enough, and a buffer of the caller's cannot overlap a frame of ours.
    unsafe { buffer.copy_from_nonoverlapping(frame.as_ptr(), frame.len()) };
    i64::try_from(frame.len()).map_err(|_| Status::Argument)
}

/// Checks that an output can be written.
///
/// # Errors
/// `Argument` for null.
pub fn writable(place: *mut i64) -> Result<(), Status> {
    if place.is_null() {
        Err(Status::Argument)
    } else {
        Ok(())
    }
}

/// Writes an output.
///
/// # Errors
/// `Argument` for null.
///
/// # Safety
/// `place` is null or points to a writable `int64_t`.
pub unsafe fn write_out(place: *mut i64, value: i64) -> Result<(), Status> {
    writable(place)?;
    // SAFETY: `place` is not null, and the caller promises that it can be written. It need not
    // be aligned: it may lie anywhere in a caller's array.
    unsafe { place.write_unaligned(value) };
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::ptr::{null, null_mut};

    use super::*;

    #[test]
    fn bytes_are_copied_in_and_wrong_lengths_refused() {
        let bytes = [1, 2, 3];
        // SAFETY: the lengths are those of the bytes, or are refused.
        let read = |bytes: *const u8, length| unsafe { read_in(bytes, length) };
        assert_eq!(read(bytes.as_ptr(), 2), Ok(vec![1, 2]));
        assert_eq!(read(null(), 0), Ok(Vec::new()));
        for (bytes, length) in [(null(), 1), (bytes.as_ptr(), -1), (null(), i64::MAX)] {
            assert_eq!(read(bytes, length), Err(Status::Argument));
        }
    }

    #[test]
    fn a_frame_is_copied_out_whole_or_not_at_all() {
        let mut buffer = [9; 4];
        // SAFETY: the capacities are at most that of the buffer, or are refused.
        let copy = |place: *mut u8, capacity| unsafe { copy_out(&[1, 2, 3], place, capacity) };
        for (capacity, status) in [
            (2, Status::Small),
            (0, Status::Small),
            (-1, Status::Argument),
        ] {
            assert_eq!(copy(buffer.as_mut_ptr(), capacity), Err(status));
        }
        assert_eq!(copy(null_mut(), 4), Err(Status::Argument));
        assert_eq!(buffer, [9; 4]);
        assert_eq!(copy(buffer.as_mut_ptr(), 4), Ok(3));
        assert_eq!(buffer, [1, 2, 3, 9]);
    }

    #[test]
    fn an_output_need_not_be_aligned() {
        let mut place = [0_u8; 9];
        // SAFETY: eight bytes follow the first.
        let written = unsafe { write_out(place[1..].as_mut_ptr().cast(), -2) };
        assert_eq!(written, Ok(()));
        assert_eq!(place[1..], (-2_i64).to_ne_bytes());
        // SAFETY: null is refused.
        assert_eq!(unsafe { write_out(null_mut(), 1) }, Err(Status::Argument));
    }

    #[test]
    fn a_panic_becomes_a_status() {
        assert_eq!(
            guard(|| -> Result<i32, Status> { panic!("wanted by a test") }),
            -6
        );
    }
}
