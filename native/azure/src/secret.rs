//! Secrets: bytes that are wiped when dropped and never printed.

use std::{
    fmt,
    hash::{Hash, Hasher},
};

use zeroize::Zeroizing;

/// A UTF-8 secret. Its `Debug` prints the type's name, and its memory is wiped.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes over `value`.
    #[must_use]
    pub fn new(value: String) -> Self {
        Self(Zeroizing::new(value))
    }

    /// Reads UTF-8 bytes; nothing when they are not UTF-8.
    #[must_use]
    pub fn from_utf8(bytes: &[u8]) -> Option<Self> {
        std::str::from_utf8(bytes)
            .ok()
            .map(|text| Self::new(text.to_owned()))
    }

    /// Reads UTF-16 little-endian bytes; nothing when they are not UTF-16.
    #[must_use]
    pub fn from_utf16le(bytes: &[u8]) -> Option<Self> {
        if !bytes.len().is_multiple_of(2) {
            return None;
        }
        let units = Zeroizing::new(
            bytes
                .chunks_exact(2)
                .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
                .collect::<Vec<u16>>(),
        );
        String::from_utf16(&units).ok().map(Self::new)
    }

    /// The secret itself, for the request that needs it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Hash for Secret {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.expose().hash(state);
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_prints_no_secret() {
        assert_eq!(format!("{:?}", Secret::new("hunter2".into())), "Secret");
    }

    #[test]
    fn utf16_is_read_beyond_the_basic_plane() {
        let bytes: Vec<u8> = "pä😀".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(
            Secret::from_utf16le(&bytes).map(|s| s.expose().to_owned()),
            Some("pä😀".into())
        );
        assert!(Secret::from_utf16le(&[1]).is_none());
        assert!(Secret::from_utf16le(&[0x00, 0xD8]).is_none());
    }
}
