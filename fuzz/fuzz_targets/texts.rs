//! cargo-fuzz's door to [`azir_fuzz::targets::texts`].
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| azir_fuzz::targets::texts::run(input));
