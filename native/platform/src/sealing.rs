//! Protects bytes with a key of this user's: AES-256-GCM under a key that the system keeps, else one in a file.

use std::{
    fmt,
    path::Path,
    sync::{Mutex, PoisonError},
};

use azir_azure::{
    error::{Error, ErrorKind, Result},
    vault::{Sealed, Vault, unknown_protection},
};
use ring::{
    aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    rand::{SecureRandom, SystemRandom},
};
use zeroize::Zeroizing;

use crate::key_file;

/// The bytes of a key.
pub type Key = Zeroizing<[u8; KEY_LENGTH]>;

/// How long a key is.
pub const KEY_LENGTH: usize = 32;
/// The first sealed byte: how the rest is laid out.
const LAYOUT: u8 = 1;

/// Where the system keeps keys. Its errors are reasons for people, without a full stop.
pub trait KeyPlace: Default + fmt::Debug + Send + Sync {
    /// The name under which sealed bytes say that this opens them.
    const NAME: &'static str;

    /// The key, if there is one already.
    ///
    /// # Errors
    /// Why the place cannot be used.
    fn find(&self) -> std::result::Result<Option<Key>, String>;

    /// Puts a key there.
    ///
    /// # Errors
    /// Why the place cannot be used.
    fn put(&self, key: &Key) -> std::result::Result<(), String>;
}

/// No place of the system's.
#[derive(Debug, Default)]
pub struct NoSystem;

impl KeyPlace for NoSystem {
    const NAME: &'static str = "none";

    fn find(&self) -> std::result::Result<Option<Key>, String> {
        Err("the system offers none".to_owned())
    }

    fn put(&self, _: &Key) -> std::result::Result<(), String> {
        Err("the system offers none".to_owned())
    }
}

/// Seals with the key in `P`, or with one in a file where `P` cannot be used.
#[derive(Default)]
pub struct KeyVault<P> {
    place: P,
    /// The system's key, once it was read: asking is slow, and may ask a person.
    known: Mutex<Option<Key>>,
}

impl<P: KeyPlace> fmt::Debug for KeyVault<P> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("KeyVault")
            .field("place", &P::NAME)
            .finish_non_exhaustive()
    }
}

impl<P: KeyPlace> KeyVault<P> {
    /// The system's key; a new one where there is none and `make` says so.
    fn system_key(&self, make: bool) -> std::result::Result<Option<Key>, String> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.is_none() {
            *known = self.place.find()?;
        }
        if known.is_none() && make {
            self.place.put(&new_key()?)?;
            // Another process may have put its own a moment later: what is there now is what both will find.
            *known = self.place.find()?;
        }
        Ok(known.clone())
    }
}

impl<P: KeyPlace> Vault for KeyVault<P> {
    fn protect(&self, directory: &Path, purpose: &str, plain: &[u8]) -> Result<Sealed> {
        let reason = match self.system_key(true) {
            Ok(Some(key)) => {
                return Ok(Sealed {
                    protection: P::NAME.to_owned(),
                    bytes: seal(&key, purpose, plain).map_err(failed)?,
                    notice: None,
                });
            }
            Ok(None) => "it did not keep the key".to_owned(),
            Err(reason) => reason,
        };
        let (key, made) = key_file::find_or_make(directory, new_key).map_err(failed)?;
        Ok(Sealed {
            protection: key_file::NAME.to_owned(),
            bytes: seal(&key, purpose, plain).map_err(failed)?,
            notice: made.then(|| {
                format!(
                    "The system's own protection for secrets cannot be used here ({reason}). Kept sign-ins are \
                     protected only by files in '{}' that no other user can read; whoever can read your files can \
                     use them. Disconnect-AzAccount or Clear-AzContext removes them.",
                    directory.display()
                )
            }),
        })
    }

    fn unprotect(
        &self,
        directory: &Path,
        purpose: &str,
        protection: &str,
        bytes: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>> {
        let key = if protection == key_file::NAME {
            key_file::find(directory).map_err(failed)?
        } else if protection == P::NAME {
            self.system_key(false).map_err(failed)?
        } else {
            return Err(unknown_protection(protection));
        };
        let key = key.ok_or_else(|| failed("the key that protected them is gone".to_owned()))?;
        open(&key, purpose, bytes)
            .ok_or_else(|| failed("they were changed, or protected with another key".to_owned()))
    }
}

fn failed(reason: String) -> Error {
    Error::reason(ErrorKind::Credential, reason)
}

fn new_key() -> std::result::Result<Key, String> {
    let mut key = Zeroizing::new([0; KEY_LENGTH]);
    SystemRandom::new()
        .fill(&mut *key)
        .map_err(|_| no_random())?;
    Ok(key)
}

fn no_random() -> String {
    "the system gave no random bytes".to_owned()
}

fn cipher(key: &Key) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &**key).expect("the key has the right length"))
}

/// `LAYOUT`, nonce, ciphertext with its tag.
fn seal(key: &Key, purpose: &str, plain: &[u8]) -> std::result::Result<Vec<u8>, String> {
    // Random nonces are safe for far more messages under one key than sign-ins make.
    let mut nonce = [0; NONCE_LEN];
    SystemRandom::new()
        .fill(&mut nonce)
        .map_err(|_| no_random())?;
    let mut text = Zeroizing::new(Vec::with_capacity(plain.len()));
    text.extend_from_slice(plain);
    let tag = cipher(key)
        .seal_in_place_separate_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(purpose.as_bytes()),
            &mut text,
        )
        .map_err(|_| "it is too long".to_owned())?;
    Ok([&[LAYOUT][..], &nonce, &text, tag.as_ref()].concat())
}

fn open(key: &Key, purpose: &str, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (&layout, rest) = sealed.split_first()?;
    let (nonce, text) = rest.split_first_chunk::<NONCE_LEN>()?;
    if layout != LAYOUT {
        return None;
    }
    let mut text = Zeroizing::new(text.to_vec());
    let length = cipher(key)
        .open_in_place(
            Nonce::assume_unique_for_key(*nonce),
            Aad::from(purpose.as_bytes()),
            &mut text,
        )
        .ok()?
        .len();
    text.truncate(length);
    Some(text)
}
