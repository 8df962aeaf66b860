//! A key in a file that only its owner can read: the last resort.

use std::{
    fs::{self, File, OpenOptions},
    io::{ErrorKind, Read, Write},
    os::unix::fs::{MetadataExt, OpenOptionsExt},
    path::Path,
    sync::atomic::{AtomicU32, Ordering},
};

use zeroize::Zeroizing;

use crate::sealing::{KEY_LENGTH, Key};

/// The name under which sealed bytes say that this opens them.
pub const NAME: &str = "file";
const FILE: &str = "contexts.key";
/// Tells the threads of this process apart.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// The key in `directory`, if there is one.
///
/// # Errors
/// The reason when it cannot be read, is no key, or others can read it too.
pub fn find(directory: &Path) -> Result<Option<Key>, String> {
    let path = directory.join(FILE);
    let mut file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(format!("'{}' cannot be read: {error}", path.display())),
    };
    let seen = file
        .metadata()
        .map_err(|error| format!("'{}' cannot be read: {error}", path.display()))?;
    if seen.mode() & 0o077 != 0 {
        return Err(format!(
            "others can read '{0}' (mode {1:03o}). If it was always you alone who could get there: chmod 600 '{0}'",
            path.display(),
            seen.mode() & 0o777
        ));
    }
    let mut key = Zeroizing::new([0; KEY_LENGTH]);
    if seen.len() != KEY_LENGTH as u64 || file.read_exact(&mut *key).is_err() {
        return Err(format!("'{}' is not a key", path.display()));
    }
    Ok(Some(key))
}

/// The key in `directory`, made when there is none; and whether it was made.
///
/// # Errors
/// As [`find`], and when it cannot be written.
pub fn find_or_make(
    directory: &Path,
    make: impl FnOnce() -> Result<Key, String>,
) -> Result<(Key, bool), String> {
    if let Some(key) = find(directory)? {
        return Ok((key, false));
    }
    let path = directory.join(FILE);
    // The whole key or none: it is written aside and then linked, which fails where another process was first.
    let aside = directory.join(format!(
        "{FILE}.{}.{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    ));
    let key = make()?;
    let written = write(&aside, &key).and_then(|()| fs::hard_link(&aside, &path));
    let _ = fs::remove_file(&aside);
    match written {
        Ok(()) => Ok((key, true)),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => find(directory)?
            .map(|key| (key, false))
            .ok_or_else(|| format!("'{}' comes and goes", path.display())),
        Err(error) => Err(format!("'{}' cannot be written: {error}", path.display())),
    }
}

fn write(path: &Path, key: &Key) -> std::io::Result<()> {
    let _ = fs::remove_file(path);
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(&**key)?;
    file.sync_all()
}
