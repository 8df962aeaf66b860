//! The file of a report: whether it can be written, and its replacement in one step.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::error::{Error, ErrorKind, Result};

/// Returns what the ending of `path` stands for, without case; nothing for another ending, or none.
pub(crate) fn by_ending<T: Copy>(path: &Path, endings: &[(&str, T)]) -> Option<T> {
    let own = path.extension()?.to_string_lossy();
    endings
        .iter()
        .find(|(ending, _)| ending.eq_ignore_ascii_case(&own))
        .map(|(_, form)| *form)
}

/// Why a device, a pipe or a socket is not written to.
pub const NOT_REGULAR: &str = "it is not a regular file";

/// Returns whether `path` exists and is neither a file nor a folder. A rename would put a file in place of such an
/// entry: an administrator who names `/dev/null` would take it from the whole system.
#[must_use]
pub fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|own| !own.is_file() && !own.is_dir())
}

/// Checks that a file can be written at `path`; nothing of the check stays.
///
/// # Errors
/// `InvalidInput` with the parameter when the folder is missing, is not writable, or the path is a folder.
pub fn check_writable(parameter: &str, path: &Path) -> Result<()> {
    if path.file_name().is_none() || path.is_dir() {
        return Err(refused(
            parameter,
            path,
            "it is a folder",
            "Give the path of a file",
        ));
    }
    if is_device(path) {
        let step = "Give the path of a file";
        return Err(refused(parameter, path, NOT_REGULAR, step));
    }
    let folder = folder(path);
    if folder.exists() && !folder.is_dir() {
        let why = format!("'{}' is a file", folder.display());
        let step = "Give a path in a folder";
        return Err(refused(parameter, path, &why, step));
    }
    if !folder.is_dir() {
        let step = format!(
            "Create it with: New-Item -ItemType Directory '{}'",
            quoted(&folder)
        );
        return Err(refused(parameter, path, "its folder does not exist", &step));
    }
    // An existing file that is read-only is replaced by a rename all the same, which its owner would not expect.
    if fs::metadata(path).is_ok_and(|own| own.permissions().readonly()) {
        return Err(refused(
            parameter,
            path,
            "the file is read-only",
            "Give another path",
        ));
    }
    let aside = aside(path, "check");
    let tried = OpenOptions::new().write(true).create_new(true).open(&aside);
    match tried {
        Ok(file) => {
            drop(file);
            let _ = fs::remove_file(&aside);
            Ok(())
        }
        Err(error) => {
            let step = "Give a path in a folder where you may create files";
            Err(refused(parameter, path, &error.to_string(), step))
        }
    }
}

/// Writes `content` to `path`: the whole new file or, after a failure, the whole old one.
///
/// # Errors
/// `System` with the reason of the system.
pub fn save(path: &Path, content: &[u8]) -> Result<()> {
    replace(path, content, OpenOptions::new())
}

/// As [`save`], with a file that on Unix only its owner can read, for a folder that others use too.
///
/// # Errors
/// As [`save`].
pub fn save_private(path: &Path, content: &[u8]) -> Result<()> {
    #[cfg_attr(
        not(unix),
        expect(unused_mut, reason = "temporary files of Windows are the user's")
    )]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    replace(path, content, options)
}

fn replace(path: &Path, content: &[u8], mut options: OpenOptions) -> Result<()> {
    let aside = aside(path, "new");
    let mut written = || -> io::Result<()> {
        if is_device(path) {
            return Err(io::Error::other(NOT_REGULAR));
        }
        let mut file = options.write(true).create_new(true).open(&aside)?;
        file.write_all(content)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&aside, path)
    };
    written().map_err(|error| {
        let _ = fs::remove_file(&aside);
        Error::new(
            ErrorKind::System,
            format!(
                "The file '{}' was not written: {}. Free the path or the disk, and run the command again.",
                path.display(),
                error.to_string().trim_end_matches('.')
            ),
        )
        .about(path.display().to_string())
    })
}

fn folder(path: &Path) -> PathBuf {
    path.parent()
        .filter(|own| !own.as_os_str().is_empty())
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

fn aside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.{ending}", std::process::id()));
    path.with_file_name(name)
}

fn quoted(path: &Path) -> String {
    path.display().to_string().replace('\'', "''")
}

fn refused(parameter: &str, path: &Path, why: &str, step: &str) -> Error {
    Error::invalid(
        parameter,
        format!(
            "The file '{}' cannot be written: {}. {step}. Nothing was read.",
            path.display(),
            why.trim_end_matches('.')
        ),
    )
    .about(path.display().to_string())
}
