//! PFX files that were exported without a password.
//!
//! No password is not the same as an empty one: the keys are derived from nothing at all, where an empty password is
//! two zero bytes. Windows and .NET write such files. Their integrity code protects nothing that the caller knows, so
//! it is not looked at; the key itself is checked against its certificate afterwards.
//!
//! Format: <https://www.rfc-editor.org/rfc/rfc7292>.

use cbc::cipher::{BlockModeDecrypt, KeyIvInit, block_padding::Pkcs7};
use pkcs8::pkcs5::EncryptionScheme;
use ring::digest::{Context, SHA1_FOR_LEGACY_USE_ONLY};
use zeroize::Zeroizing;

/// What such a file holds: keys as PKCS#8, certificates in DER.
#[derive(Default)]
pub(super) struct Found {
    pub(super) keys: Vec<Zeroizing<Vec<u8>>>,
    pub(super) certificates: Vec<Vec<u8>>,
}

const SEQUENCE: u8 = 0x30;
const OCTETS: u8 = 0x04;
const IDENTIFIER: u8 = 0x06;
/// `[0]` around another value, and in place of an octet string's own tag.
const TAGGED: u8 = 0xA0;
const TAGGED_OCTETS: u8 = 0x80;

const DATA: &[u8] = b"\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01";
const ENCRYPTED_DATA: &[u8] = b"\x2A\x86\x48\x86\xF7\x0D\x01\x07\x06";
const KEY: &[u8] = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x0A\x01\x01";
const ENCRYPTED_KEY: &[u8] = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x0A\x01\x02";
const CERTIFICATE: &[u8] = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x0A\x01\x03";
const TRIPLE_DES: &[u8] = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x01\x03";
const RC2_40: &[u8] = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x01\x06";

/// More rounds than any exporter asks for.
const MOST_ROUNDS: u32 = 1_000_000;

/// Reads the file; nothing when it is not one that was exported without a password.
pub(super) fn read(file: &[u8]) -> Option<Found> {
    let mut pfx = Reader(file).inner(SEQUENCE)?;
    pfx.next()?;
    let safes = content(pfx.inner(SEQUENCE)?, DATA)?.value(OCTETS)?;
    let mut found = Found::default();
    let mut safes = Reader(safes).inner(SEQUENCE)?;
    while !safes.0.is_empty() {
        let mut safe = safes.inner(SEQUENCE)?;
        let kind = safe.value(IDENTIFIER)?;
        let mut inner = safe.inner(TAGGED)?;
        if kind == DATA {
            bags(inner.value(OCTETS)?, &mut found)?;
        } else if kind == ENCRYPTED_DATA {
            let mut encrypted = inner.inner(SEQUENCE)?;
            encrypted.next()?;
            let mut encrypted = encrypted.inner(SEQUENCE)?;
            encrypted.value(IDENTIFIER)?;
            let (scheme, _) = encrypted.whole(SEQUENCE)?;
            let plain = decrypt(scheme, encrypted.value(TAGGED_OCTETS)?)?;
            bags(&plain, &mut found)?;
        }
    }
    Some(found)
}

/// The value of a content of this kind.
fn content<'a>(mut info: Reader<'a>, kind: &[u8]) -> Option<Reader<'a>> {
    (info.value(IDENTIFIER)? == kind).then_some(())?;
    info.inner(TAGGED)
}

fn bags(safe: &[u8], found: &mut Found) -> Option<()> {
    let mut bags = Reader(safe).inner(SEQUENCE)?;
    while !bags.0.is_empty() {
        let mut bag = bags.inner(SEQUENCE)?;
        let kind = bag.value(IDENTIFIER)?;
        let mut value = bag.inner(TAGGED)?;
        if kind == KEY {
            let (key, _) = value.whole(SEQUENCE)?;
            found.keys.push(Zeroizing::new(key.to_vec()));
        } else if kind == ENCRYPTED_KEY {
            let mut key = value.inner(SEQUENCE)?;
            let (scheme, _) = key.whole(SEQUENCE)?;
            found.keys.push(decrypt(scheme, key.value(OCTETS)?)?);
        } else if kind == CERTIFICATE {
            let mut certificate = value.inner(SEQUENCE)?;
            certificate.next()?;
            let der = certificate.inner(TAGGED)?.value(OCTETS)?;
            found.certificates.push(der.to_vec());
        }
    }
    Some(())
}

/// Decrypts what was encrypted without a password; `scheme` is the algorithm with its parameters.
fn decrypt(scheme: &[u8], data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut parts = Reader(scheme).inner(SEQUENCE)?;
    let algorithm = parts.value(IDENTIFIER)?;
    if algorithm != TRIPLE_DES && algorithm != RC2_40 {
        // The newer schemes derive their keys from the password's bytes, of which there are none.
        let scheme = EncryptionScheme::try_from(scheme).ok()?;
        return scheme.decrypt(b"", data).ok().map(Zeroizing::new);
    }
    let mut parameters = parts.inner(SEQUENCE)?;
    let salt = parameters.value(OCTETS)?;
    let rounds = parameters
        .next()?
        .1
        .iter()
        .try_fold(0_u32, |number, byte| {
            number.checked_mul(256)?.checked_add(u32::from(*byte))
        })
        .filter(|rounds| (1..=MOST_ROUNDS).contains(rounds))?;
    let derived = |purpose: u8, length: usize| derive(salt, rounds, purpose, length);
    let start = derived(2, 8);
    let plain = if algorithm == TRIPLE_DES {
        let key = derived(1, 24);
        cbc::Decryptor::<des::TdesEde3>::new_from_slices(&key, &start)
            .ok()?
            .decrypt_padded_vec::<Pkcs7>(data)
    } else {
        let key = derived(1, 5);
        cbc::Decryptor::<rc2::Rc2>::new_from_slices(&key, &start)
            .ok()?
            .decrypt_padded_vec::<Pkcs7>(data)
    };
    plain.ok().map(Zeroizing::new)
}

/// Key material from a salt alone (RFC 7292, appendix B.2, with an empty password and SHA-1).
fn derive(salt: &[u8], rounds: u32, purpose: u8, length: usize) -> Zeroizing<Vec<u8>> {
    const BLOCK: usize = 64;
    let size = salt.len().div_ceil(BLOCK) * BLOCK;
    let mut input: Vec<u8> = salt.iter().copied().cycle().take(size).collect();
    let mut made = Zeroizing::new(Vec::with_capacity(length + 20));
    while made.len() < length {
        let mut hash = sha1(&[&[purpose; BLOCK], &input]);
        for _ in 1..rounds {
            hash = sha1(&[&hash]);
        }
        made.extend_from_slice(&hash);
        let addend: Vec<u8> = hash.iter().copied().cycle().take(BLOCK).collect();
        for block in input.chunks_mut(BLOCK) {
            // Numbers of 64 bytes, the highest first; one more is added, and what overflows is lost.
            let mut carry = 1_u16;
            for (own, other) in block.iter_mut().zip(&addend).rev() {
                let sum = u16::from(*own) + u16::from(*other) + carry;
                *own = sum.to_be_bytes()[1];
                carry = sum >> 8;
            }
        }
    }
    made.truncate(length);
    made
}

fn sha1(parts: &[&[u8]]) -> Vec<u8> {
    let mut context = Context::new(&SHA1_FOR_LEGACY_USE_ONLY);
    for part in parts {
        context.update(part);
    }
    context.finish().as_ref().to_vec()
}

/// What is left of a text in DER.
#[derive(Clone, Copy)]
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// The next value with its tag.
    fn next(&mut self) -> Option<(u8, &'a [u8])> {
        let (tag, rest) = self.0.split_first()?;
        let (first, rest) = rest.split_first()?;
        let (length, rest) = if *first < 0x80 {
            (usize::from(*first), rest)
        } else {
            let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7F))?;
            // Neither a length that is not said nor one beyond what a file has.
            if digits.is_empty() || digits.len() > 4 {
                return None;
            }
            let length = digits
                .iter()
                .fold(0_usize, |length, digit| (length << 8) | usize::from(*digit));
            (length, rest)
        };
        let (value, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((*tag, value))
    }

    /// The next value, which has this tag.
    fn value(&mut self, tag: u8) -> Option<&'a [u8]> {
        let (own, value) = self.next()?;
        (own == tag).then_some(value)
    }

    /// The values within the next one, which has this tag.
    fn inner(&mut self, tag: u8) -> Option<Self> {
        self.value(tag).map(Self)
    }

    /// The next value with its tag and length, and the value itself.
    fn whole(&mut self, tag: u8) -> Option<(&'a [u8], &'a [u8])> {
        let before = self.0;
        let value = self.value(tag)?;
        Some((&before[..before.len() - self.0.len()], value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_and_damaged_ones_refused() {
        assert_eq!(
            Reader(b"\x04\x02ab\x05\x00").value(OCTETS),
            Some(&b"ab"[..])
        );
        let long = [&b"\x04\x81\x80"[..], &[7; 128]].concat();
        assert_eq!(Reader(&long).value(OCTETS), Some(&[7; 128][..]));
        for bad in [
            &b"\x04\x80ab"[..],
            b"\x04\x03ab",
            b"\x04\x85\x00\x00\x00\x00\x01a",
            b"\x04",
            b"",
        ] {
            assert_eq!(Reader(bad).next(), None);
        }
        assert!(read(b"\x30\x03\x02\x01\x03").is_none());
    }
}
