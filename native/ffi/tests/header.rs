//! The committed C header is what cbindgen makes of the source.
#![allow(clippy::disallowed_methods, reason = "a test asks its own process")]
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::{env, fs, path::Path};

#[test]
fn the_header_is_current() {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = cbindgen::Config::from_file(crate_folder.join("cbindgen.toml")).unwrap();
    let mut made = Vec::new();
    cbindgen::Builder::new()
        .with_src(crate_folder.join("src/exports.rs"))
        .with_config(config)
        .generate()
        .unwrap()
        .write(&mut made);
    let made = String::from_utf8(made).unwrap();
    let path = crate_folder.join("include/azir.h");
    if env::var_os("AZIR_WRITE_HEADER").is_some() {
        fs::write(&path, &made).unwrap();
    }
    let committed = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(
        committed == made,
        "native/ffi/include/azir.h is out of date: run AZIR_WRITE_HEADER=1 cargo test -p azir-ffi --test header"
    );
}
