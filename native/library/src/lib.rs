//! The native library: it exports the functions of [`azir_ffi::exports`], and nothing else.

// Links the crate, whose functions keep their C names.
use azir_ffi as _;
