//! Reads, locks and writes the state file, so that trust, tokens and resources outlive the process.

use std::fs::{File, TryLockError};
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::certificates::AuthorityKeys;
use crate::clock;
use crate::world::World;

/// What the file holds.
#[derive(Serialize, Deserialize)]
pub struct Saved {
    format: u32,
    pub authority: AuthorityKeys,
    /// The token signing key, PKCS#8 in base64.
    pub signing_key: String,
    pub identity_header: String,
    pub world: World,
}

const FORMAT: u32 = 1;

#[derive(Serialize)]
struct View<'a> {
    format: u32,
    authority: &'a AuthorityKeys,
    signing_key: &'a str,
    identity_header: &'a str,
    world: &'a World,
}

/// The largest file that is read or written. A million runtimes take about half of it.
const LARGEST: u64 = 1024 * 1024 * 1024;
/// How a file of this emulator begins, whatever became of its end.
const BEGINNING: &[u8] = br#"{"format":"#;

/// The state file of this process, locked against other emulators.
///
/// The lock is on a file beside it, since the state file itself is replaced with each save. The system releases the
/// lock
/// when the process ends, however it ends.
pub struct StateFile {
    path: PathBuf,
    _lock: File,
}

/// Represents what a state file held when it was opened.
pub struct Opened {
    pub file: StateFile,
    /// `None` for a new one.
    pub saved: Option<Saved>,
    /// Says that a damaged file was set aside.
    pub notice: Option<String>,
}

impl StateFile {
    /// Opens and locks the file at `path`, which need not exist.
    ///
    /// A file of this emulator that cannot be read to its end is renamed, and a new state begins.
    ///
    /// # Errors
    ///
    /// A device, a folder, a file that is too large, one of another program, or one that another emulator uses.
    pub fn open(path: &Path) -> Result<Opened, String> {
        check_kind(path)?;
        // Links are followed once, so that two names of a file are one file, and a save keeps the link.
        let path = resolve(path).map_err(|error| {
            format!(
                "the folder of the state file '{}' cannot be used: {error}",
                path.display()
            )
        })?;
        let beside = beside(&path);
        let is_new = !beside.exists();
        let lock = lock(&path, &beside)?;
        let file = Self { path, _lock: lock };
        let (saved, notice) = file.load().inspect_err(|_| {
            // What is refused stays as it was, with nothing beside it.
            if is_new {
                let _ = std::fs::remove_file(&beside);
            }
        })?;
        Ok(Opened {
            file,
            saved,
            notice,
        })
    }

    fn load(&self) -> Result<(Option<Saved>, Option<String>), String> {
        let shown = self.path.display();
        let unreadable =
            |error: std::io::Error| format!("the state file '{shown}' cannot be read: {error}");
        let mut bytes = Vec::new();
        match File::open(&self.path) {
            Ok(file) => file
                .take(LARGEST + 1)
                .read_to_end(&mut bytes)
                .map_err(unreadable)?,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok((None, None)),
            Err(error) => return Err(unreadable(error)),
        };
        if bytes.is_empty() {
            return Ok((None, None));
        }
        check_size(bytes.len()).map_err(|words| format!("the state file '{shown}' {words}"))?;
        let error = match serde_json::from_slice::<Saved>(&bytes) {
            Ok(saved) if saved.format == FORMAT => return Ok((Some(saved), None)),
            Ok(saved) => {
                return Err(format!(
                    "the state file '{shown}' has format {}, this emulator reads {FORMAT}",
                    saved.format
                ));
            }
            Err(error) => error,
        };
        // Zeros are what some file systems leave of a file after a power failure.
        if !bytes.starts_with(BEGINNING) && bytes.iter().any(|byte| *byte != 0) {
            return Err(format!(
                "the state file '{shown}' is not one of this emulator's: {error}"
            ));
        }
        self.set_aside(&error.to_string())
            .map(|notice| (None, Some(notice)))
    }

    /// Renames a damaged file, so that nothing overwrites it.
    fn set_aside(&self, reason: &str) -> Result<String, String> {
        let shown = self.path.display();
        let mut aside = self.path.clone().into_os_string();
        aside.push(format!(".damaged-{}", clock::compact()));
        let aside = PathBuf::from(aside);
        std::fs::rename(&self.path, &aside).map_err(|error| {
            format!(
                "the state file '{shown}' is damaged ({reason}) and cannot be renamed to '{}': {error}",
                aside.display()
            )
        })?;
        Ok(format!(
            "The state file '{shown}' is damaged ({reason}). It is now '{}', and the emulator begins with a new state.",
            aside.display()
        ))
    }

    /// Replaces the file in one step: a reader sees the old or the new state, never half of one.
    ///
    /// # Errors
    ///
    /// The reason, with the name of the file.
    pub fn write(&self, bytes: &[u8]) -> Result<(), String> {
        let failed = |error: &dyn std::fmt::Display| {
            format!(
                "the state file '{}' cannot be written: {error}",
                self.path.display()
            )
        };
        check_size(bytes.len()).map_err(|words| failed(&format!("it {words}")))?;
        replace(&self.path, bytes).map_err(|error| failed(&error))
    }
}

/// Refuses what is no file: reading a device or a pipe might never end.
fn check_kind(path: &Path) -> Result<(), String> {
    match std::fs::metadata(path) {
        Ok(found) if !found.is_file() => Err(format!(
            "the state file '{}' is not a regular file: name a file, such as 'emulator.json'",
            path.display()
        )),
        Ok(found) => usize::try_from(found.len())
            .map_err(|_| "is too large".to_owned())
            .and_then(check_size)
            .map_err(|words| format!("the state file '{}' {words}", path.display())),
        // It does not exist yet, or it cannot be looked at: then opening it says why.
        Err(_) => Ok(()),
    }
}

fn check_size(length: usize) -> Result<(), String> {
    if length as u64 > LARGEST {
        return Err(format!(
            "has more than {} MiB, the most that a state may have",
            LARGEST / 1024 / 1024
        ));
    }
    Ok(())
}

fn resolve(path: &Path) -> std::io::Result<PathBuf> {
    if let Ok(found) = std::fs::canonicalize(path) {
        return Ok(found);
    }
    let name = path
        .file_name()
        .ok_or_else(|| std::io::Error::from(ErrorKind::InvalidInput))?;
    Ok(std::fs::canonicalize(folder_of(path))?.join(name))
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// The file beside `path` that is locked.
fn beside(path: &Path) -> PathBuf {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".lock");
    PathBuf::from(beside)
}

/// Locks the file beside `path` for as long as it is open.
fn lock(path: &Path, beside: &Path) -> Result<File, String> {
    let failed = |error: std::io::Error| {
        format!(
            "'{}' cannot be locked: {error}. Name a state file in a folder where you may create files",
            beside.display()
        )
    };
    let mut options = File::options();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(beside).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(format!(
            "the state file '{}' is in use by another emulator: stop that one, or name another file",
            path.display()
        )),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

/// The world and its keys as bytes for [`StateFile::write`].
pub fn serialize(
    authority: &AuthorityKeys,
    signing_key: &str,
    identity_header: &str,
    world: &World,
) -> Vec<u8> {
    serde_json::to_vec(&View {
        format: FORMAT,
        authority,
        signing_key,
        identity_header,
        world,
    })
    .expect("the world's maps have text keys")
}

fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    // A named temporary file is readable by its owner only, and keys are in it.
    let mut file = tempfile::NamedTempFile::new_in(folder_of(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
