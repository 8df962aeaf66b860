//! cargo-fuzz's door to [`azir_fuzz::targets::templates`].
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| azir_fuzz::targets::templates::run(input));
