//! What must not be in the library: OpenSSL and aws-lc, which the defaults of its packages bring.
use std::{fs, path::Path};

#[test]
fn neither_openssl_nor_aws_lc_is_in_the_dependency_tree() {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock");
    let lock = fs::read_to_string(lock).unwrap();
    assert!(lock.contains("name = \"rustls\""));
    for unwanted in [
        "openssl",
        "openssl-sys",
        "native-tls",
        "aws-lc-rs",
        "aws-lc-sys",
    ] {
        assert!(
            !lock.contains(&format!("name = \"{unwanted}\"")),
            "{unwanted}"
        );
    }
}
