//! Addresses and keys that stay the same while the emulator runs.

use std::collections::VecDeque;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::random;
use crate::signing::Signer;

/// The addresses and keys of this process.
pub struct Site {
    /// `https://127.0.0.1:port`, the authority too.
    pub endpoint: String,
    /// What a caller of the managed identity endpoint must send.
    pub identity_header: String,
    pub signer: Signer,
    pub arc: ArcKeys,
}

/// The keys with which Arc's agent challenges its callers: each in a file, and good once.
pub struct ArcKeys {
    folder: PathBuf,
    open: Mutex<VecDeque<(PathBuf, String)>>,
}

/// How many challenges may be open; the oldest are forgotten.
const OPEN: usize = 16;

impl ArcKeys {
    /// Keys in `folder`, which is there.
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            open: Mutex::default(),
        }
    }

    /// Writes a new key and tells its file.
    ///
    /// # Errors
    ///
    /// The file system's.
    pub fn challenge(&self) -> io::Result<PathBuf> {
        let key = random::opaque();
        let place = self.folder.join(format!("{}.key", random::guid()));
        let mut options = std::fs::File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&place)?.write_all(key.as_bytes())?;
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.len() == OPEN
            && let Some((old, _)) = open.pop_front()
        {
            let _ = std::fs::remove_file(old);
        }
        open.push_back((place.clone(), key));
        Ok(place)
    }

    /// Whether `key` is one of the keys; from now on it is not.
    pub fn take(&self, key: &str) -> bool {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(at) = open.iter().position(|(_, known)| known == key) else {
            return false;
        };
        if let Some((place, _)) = open.remove(at) {
            let _ = std::fs::remove_file(place);
        }
        true
    }
}

impl Drop for ArcKeys {
    fn drop(&mut self) {
        let open = self.open.get_mut().unwrap_or_else(PoisonError::into_inner);
        for (place, _) in open.drain(..) {
            let _ = std::fs::remove_file(place);
        }
    }
}
