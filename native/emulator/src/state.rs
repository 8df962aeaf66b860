//! Reads, locks and writes the state file, so that trust, tokens and resources outlive the process.

use std::io::Write as _;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::certificates::AuthorityKeys;
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

/// Reads the file; `None` when there is none yet.
///
/// # Errors
///
/// What is wrong with the file, in words.
pub fn load(path: &Path) -> Result<Option<Saved>, String> {
    let text = match std::fs::read(path) {
        Ok(text) if text.is_empty() => return Ok(None),
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => {
            return Err(format!(
                "the state file '{}' cannot be read: {error}",
                path.display()
            ));
        }
    };
    let saved: Saved = serde_json::from_slice(&text).map_err(|error| {
        format!(
            "the state file '{}' is not one of this emulator's: {error}",
            path.display()
        )
    })?;
    if saved.format != FORMAT {
        return Err(format!(
            "the state file '{}' has format {}, this emulator reads {FORMAT}",
            path.display(),
            saved.format
        ));
    }
    Ok(Some(saved))
}

/// The world and its keys as bytes for [`write()`].
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

/// Replaces the file in one step: a reader sees the old or the new, never half of one.
///
/// # Errors
///
/// The file system's.
pub fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    // A named temporary file is readable by its owner only, and keys are in it.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
