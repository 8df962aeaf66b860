//! cargo-fuzz's door to [`azir_fuzz::targets::answers`].
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| azir_fuzz::targets::answers::run(input));
