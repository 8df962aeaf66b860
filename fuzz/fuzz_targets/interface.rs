//! cargo-fuzz's door to [`azir_fuzz::targets::interface`].
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| azir_fuzz::targets::interface::run(input));
