//! The file of a report: whether it can be written, and its replacement in one step.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::error::{Error, ErrorKind, Result};

/// The endings of paths, what each stands for, and how an error names them.
pub(crate) struct Endings<T: 'static> {
    /// The parameter that has the path.
    pub parameter: &'static str,
    /// What is written, such as `a report`.
    pub what: &'static str,
    /// The endings.
    pub all: &'static [(&'static str, T)],
    /// The usual ones, in words.
    pub usual: &'static str,
    /// A path that is right.
    pub example: &'static str,
}

impl<T: Copy> Endings<T> {
    /// Returns what the ending of `path` stands for, without case.
    ///
    /// # Errors
    /// `InvalidInput` for another ending, or none.
    pub(crate) fn of(&self, path: &Path) -> Result<T> {
        let own = path.extension().unwrap_or_default().to_string_lossy();
        let found = self
            .all
            .iter()
            .find(|(ending, _)| ending.eq_ignore_ascii_case(&own));
        found.map(|(_, form)| *form).ok_or_else(|| {
            Error::invalid(
                self.parameter,
                format!(
                    "The ending of '{}' stands for no form of {}. Give a path that ends in {}, for instance -{} '{}'.",
                    path.display(),
                    self.what,
                    self.usual,
                    self.parameter,
                    self.example
                ),
            )
        })
    }
}

/// Why a device, a pipe or a socket is not written to.
pub const NOT_REGULAR: &str = "it is not a regular file";

/// Returns whether `path` exists and is neither a file nor a folder. A rename would put a file in place of such an
/// entry: an administrator who names `/dev/null` would take it from the whole system.
#[must_use]
pub fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|own| !own.is_file() && !own.is_dir())
}

/// Where the content goes that is written to `path`: a rename would put a file in place of a link.
///
/// # Errors
/// Those of the system for a link that leads nowhere.
pub(super) fn destination(path: &Path) -> io::Result<PathBuf> {
    if path.is_symlink() {
        return fs::canonicalize(path);
    }
    Ok(path.to_path_buf())
}

/// Returns whether both paths name one file, also through links, and before it exists.
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| {
        let by_folder = || {
            let folder = fs::canonicalize(folder(path)).ok()?;
            Some(folder.join(path.file_name()?))
        };
        fs::canonicalize(path)
            .ok()
            .or_else(by_folder)
            .unwrap_or_else(|| path.to_path_buf())
    };
    one == other || real(one) == real(other)
}

/// Checks that a file can be written at `path`; nothing of the check stays.
///
/// # Errors
/// `InvalidInput` with the parameter when the folder is missing, is not writable, or the path is a folder or a link
/// that leads nowhere.
pub fn check_writable(parameter: &str, path: &Path) -> Result<()> {
    let refused = |why: &str, step: &str| Err(refused(parameter, path, why, step));
    let own = match destination(path) {
        Ok(own) => own,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let why = "it is a link whose target does not exist";
            return refused(why, "Give the path of the target, or of another file");
        }
        Err(error) => return refused(&in_words(&error), "Give the path of another file"),
    };
    let path = own.as_path();
    if path.file_name().is_none() || path.is_dir() {
        return refused("it is a folder", "Give the path of a file");
    }
    if is_device(path) {
        return refused(NOT_REGULAR, "Give the path of a file");
    }
    let folder = folder(path);
    if folder.exists() && !folder.is_dir() {
        let why = format!("'{}' is a file", folder.display());
        return refused(&why, "Give a path in a folder");
    }
    if !folder.is_dir() {
        let step = format!(
            "Create it with: New-Item -ItemType Directory '{}'",
            quoted(&folder)
        );
        return refused("its folder does not exist", &step);
    }
    // An existing file that is read-only is replaced by a rename all the same, which its owner would not expect.
    if fs::metadata(path).is_ok_and(|own| own.permissions().readonly()) {
        return refused("the file is read-only", "Give another path");
    }
    let aside = aside(path, "check");
    let tried = OpenOptions::new().write(true).create_new(true).open(&aside);
    match tried {
        Ok(file) => {
            drop(file);
            let _ = fs::remove_file(&aside);
            Ok(())
        }
        Err(error) => refused(
            &in_words(&error),
            "Give a path in a folder where you may create files",
        ),
    }
}

/// Writes `content` to `path`: the whole new file or, after a failure, the whole old one. A link stays, and its target
/// has the content.
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
    let mut written = || -> io::Result<()> {
        if is_device(path) {
            return Err(io::Error::other(NOT_REGULAR));
        }
        let own = destination(path)?;
        let aside = aside(&own, "new");
        let mut whole = || -> io::Result<()> {
            let mut file = options.write(true).create_new(true).open(&aside)?;
            file.write_all(content)?;
            file.sync_all()?;
            drop(file);
            fs::rename(&aside, &own)
        };
        whole().inspect_err(|_| {
            let _ = fs::remove_file(&aside);
        })
    };
    written().map_err(|error| {
        Error::new(
            ErrorKind::System,
            format!(
                "The file '{}' was not written: {}. Free the path or the disk, and run the command again.",
                path.display(),
                in_words(&error)
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

/// The system's words, without its number and full stop.
pub(crate) fn in_words(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    text.trim_end_matches('.').to_owned()
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
