//! Files that a run writes: checked before it, replaced as a whole after it.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::error::{Error, Result};

/// Checks that a file can be written at `path`, and leaves nothing behind. A run of minutes must not end in this error.
///
/// # Errors
/// `InvalidInput` of the parameter that has the path.
pub fn check_writable(parameter: &str, path: &Path) -> Result<()> {
    let refuse = |why: &str| Err(refused(parameter, path, why));
    if path.is_dir() {
        return refuse("it is a folder. Add the name of a file");
    }
    let folder = folder(path);
    if !folder.is_dir() {
        return refuse(&format!(
            "the folder does not exist. Create it with New-Item -ItemType Directory -Path {}",
            super::checks::quote(&folder.display().to_string())
        ));
    }
    if fs::metadata(path).is_ok_and(|own| own.permissions().readonly()) {
        return refuse("it is read-only");
    }
    let trial = beside(path);
    match File::create_new(&trial) {
        Ok(_) => {
            // Left behind, it would be an empty file with a strange name.
            let _ = fs::remove_file(&trial);
            Ok(())
        }
        Err(error) => refuse(&reason(&error)),
    }
}

/// Writes a file as a whole: at no time it is there in part.
///
/// # Errors
/// `InvalidInput` of the parameter that has the path.
pub fn replace(parameter: &str, path: &Path, content: &[u8]) -> Result<()> {
    replace_at(path, content).map_err(|error| refused(parameter, path, &reason(&error)))
}

fn replace_at(path: &Path, content: &[u8]) -> io::Result<()> {
    let trial = beside(path);
    let written = File::create_new(&trial)
        .and_then(|mut file| {
            file.write_all(content)?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&trial, path));
    if written.is_err() {
        let _ = fs::remove_file(&trial);
    }
    written
}

/// The folder of a file; the current one for a bare name.
fn folder(path: &Path) -> PathBuf {
    path.parent()
        .filter(|own| !own.as_os_str().is_empty())
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// A name in the same folder, so that the file can be renamed.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    folder(path).join(format!(".{name}.{}.tmp", uuid::Uuid::new_v4().simple()))
}

fn refused(parameter: &str, path: &Path, why: &str) -> Error {
    Error::invalid(
        parameter,
        format!(
            "'{}' of -{parameter} cannot be written: {why}.",
            path.display()
        ),
    )
    .about(path.display().to_string())
    .ending()
}

/// The system's words, without its number and full stop.
pub(super) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    text.trim_end_matches('.').to_owned()
}
