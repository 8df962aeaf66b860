//! The native library: it exports the functions of [`azir_ffi::exports`], and nothing else.

// Links the crate, whose functions keep their C names.
use azir_ffi::wiping::Wiping;

/// Here and not in the crate: programs that link the crate, such as the fuzzer, have allocators of their own.
#[global_allocator]
static MEMORY: Wiping = Wiping::system();
