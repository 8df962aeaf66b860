//! An allocator that wipes what it frees, so that no copy of a secret stays behind in free memory.
//!
//! Secrets are wiped by their own types where this code holds them. Crates for HTTP and TLS copy what they send, and
//! free their copies as they are.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    hint, ptr,
};

/// An allocator, the system's unless named, whose blocks are zeros when it gets them back.
#[derive(Debug)]
pub struct Wiping<A = System>(A);

impl Wiping {
    /// The system's allocator, wiping.
    #[must_use]
    pub const fn system() -> Self {
        Self(System)
    }
}

/// Overwrites a block.
///
/// # Safety
/// The block belongs to the caller, who does not use its content any more.
unsafe fn wipe(place: *mut u8, length: usize) {
    // SAFETY: the caller owns so many bytes at this place.
    unsafe { ptr::write_bytes(place, 0, length) };
    // Without it the compiler may leave out what it writes to memory that is freed next.
    hint::black_box(place);
}

// SAFETY: blocks are those of the inner allocator with their layouts; they are only overwritten before they are freed.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Wiping<A> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller keeps the contract of this function, which is the same.
        unsafe { self.0.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        unsafe { self.0.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        // SAFETY: the caller gives back a block with its layout.
        unsafe { wipe(place, layout.size()) };
        // SAFETY: as above.
        unsafe { self.0.dealloc(place, layout) }
    }

    /// Always moves: the inner allocator would leave the old block as it is when it moves.
    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller gives a size that is valid with this alignment.
        let wanted = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        // SAFETY: the caller gives a size other than zero.
        let moved = unsafe { self.0.alloc(wanted) };
        if !moved.is_null() {
            // SAFETY: both blocks have so many bytes, and are two.
            unsafe { ptr::copy_nonoverlapping(place, moved, layout.size().min(size)) };
            // SAFETY: the caller gives up the old block.
            unsafe { self.dealloc(place, layout) };
        }
        moved
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Counts the blocks that it gets back, and those that are not zeros.
    #[derive(Default)]
    struct Looking {
        freed: AtomicUsize,
        dirty: AtomicUsize,
    }

    // SAFETY: the system's allocator does the work.
    unsafe impl GlobalAlloc for Looking {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            // SAFETY: the contract is the same.
            unsafe { System.alloc(layout) }
        }

        unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
            self.freed.fetch_add(1, Ordering::Relaxed);
            // SAFETY: the block is valid until it is freed, and was written.
            let bytes = unsafe { std::slice::from_raw_parts(place, layout.size()) };
            if bytes.iter().any(|byte| *byte != 0) {
                self.dirty.fetch_add(1, Ordering::Relaxed);
            }
            // SAFETY: the contract is the same.
            unsafe { System.dealloc(place, layout) }
        }
    }

    #[test]
    fn a_block_is_wiped_when_it_is_freed_and_when_it_moves() {
        let own = Wiping(Looking::default());
        let layout = Layout::from_size_align(100, 8).unwrap();
        // SAFETY: the layout has a size.
        let place = unsafe { own.alloc(layout) };
        // SAFETY: the block has 100 bytes.
        unsafe { ptr::write_bytes(place, 7, 100) };
        // SAFETY: the block is of this allocator and layout.
        let place = unsafe { own.realloc(place, layout, 1000) };
        // SAFETY: the block has 1,000 bytes, of which the first 100 were copied.
        let copied = unsafe { std::slice::from_raw_parts(place, 100) };
        assert!(copied.iter().all(|byte| *byte == 7));
        // SAFETY: the block has 1,000 bytes.
        unsafe { ptr::write_bytes(place, 9, 1000) };
        let larger = Layout::from_size_align(1000, 8).unwrap();
        // SAFETY: the block is of this allocator and layout.
        let place = unsafe { own.realloc(place, larger, 10) };
        let smaller = Layout::from_size_align(10, 8).unwrap();
        // SAFETY: the block is of this allocator and layout.
        unsafe { own.dealloc(place, smaller) };
        assert_eq!(own.0.freed.into_inner(), 3);
        assert_eq!(own.0.dirty.into_inner(), 0);
    }
}
