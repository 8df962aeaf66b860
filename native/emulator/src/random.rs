//! Makes ids, keys and entity tags that cannot be guessed.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::rand::{SecureRandom as _, SystemRandom};
use uuid::Uuid;

fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    SystemRandom::new()
        .fill(&mut bytes)
        .expect("the system's random source answers or nothing here is safe");
    bytes
}

/// A new GUID with dashes.
pub fn guid() -> String {
    Uuid::new_v4().to_string()
}

/// 32 hexadecimal digits, as operations are named.
pub fn hex32() -> String {
    Uuid::new_v4().simple().to_string()
}

/// 32 bytes in standard base64, the secret part of an auth key.
pub fn key() -> String {
    STANDARD.encode(bytes::<32>())
}

/// 32 bytes that fit in a URL, for tokens that mean nothing to their holder.
pub fn opaque() -> String {
    URL_SAFE_NO_PAD.encode(bytes::<32>())
}

/// A new version of a document, in the recorded form.
pub fn etag() -> String {
    let [a, b, c, d] = bytes::<4>();
    let seconds = crate::clock::now_seconds() & 0xffff_ffff;
    format!("{a:02x}{b:02x}{c:02x}{d:02x}-0000-0d00-0000-{seconds:08x}0000")
}

/// Eight capitals and digits, as people type them for a device code.
pub fn user_code() -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    bytes::<9>()
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(byte & 31)]))
        .collect()
}
