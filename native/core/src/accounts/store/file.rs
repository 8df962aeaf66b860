//! The file itself: how it looks, its lock, and how it is replaced as a whole.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Write},
    path::Path,
    time::Duration,
};

use azir_azure::files::{self, LARGEST_DOCUMENT};
use serde_json::{Value, json};

/// The file in the directory.
pub(super) const FILE: &str = "contexts.json";
const LOCK: &str = "contexts.lock";
/// Its version.
pub(super) const FORMAT: i64 = 1;

/// What the file looks like.
#[derive(Debug)]
pub(super) enum FileContent {
    Missing,
    Damaged(String),
    /// With the warning that says so.
    Newer(String),
    Whole(Value),
}

pub(super) fn blank() -> Value {
    json!({"version": FORMAT, "autosave": false, "current": null, "contexts": [], "accounts": {}})
}

pub(super) fn look(directory: &Path) -> std::result::Result<FileContent, String> {
    let path = directory.join(FILE);
    let bytes = match files::read(&path, LARGEST_DOCUMENT) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(FileContent::Missing),
        Err(error) => return Err(format!("'{}': {error}", path.display())),
    };
    let damaged = |what: &str| Ok(FileContent::Damaged(what.to_owned()));
    let Ok(file) = serde_json::from_slice::<Value>(&bytes) else {
        return damaged("it is not JSON");
    };
    match file["version"].as_i64() {
        Some(version) if version > FORMAT => {
            return Ok(FileContent::Newer(format!(
                "The contexts in '{}' were kept by a newer version of AzIntegrationRuntime (format {version}): this \
                 one does not read or change them, and contexts of this process are not kept. Update the module.",
                path.display()
            )));
        }
        Some(FORMAT) => {}
        _ => return damaged("it has no version"),
    }
    let context = |own: &Value| {
        ["name", "account", "tenant"]
            .iter()
            .all(|member| own[member].is_string())
            && own["environment"]["name"].is_string()
    };
    match (file["contexts"].as_array(), &file["accounts"]) {
        (Some(contexts), Value::Object(_)) if contexts.iter().all(context) => {
            Ok(FileContent::Whole(file))
        }
        _ => damaged("parts of it are missing"),
    }
}

/// Gives a damaged file another name; answers with the warning that says so.
pub(super) fn set_aside(directory: &Path, reason: &str) -> std::result::Result<String, String> {
    let path = directory.join(FILE);
    let aside = (1..=u32::MAX)
        .map(|number| directory.join(format!("{FILE}.damaged-{number}")))
        .find(|aside| !aside.exists())
        .unwrap_or_default();
    fs::rename(&path, &aside).map_err(|error| format!("'{}': {error}", path.display()))?;
    Ok(format!(
        "The kept contexts in '{}' are damaged ({reason}). The file is now '{}'; run Connect-AzAccount to sign in \
         again.",
        path.display(),
        aside.display()
    ))
}

pub(super) fn make_directory(directory: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory)
}

/// For its owner's eyes from the first moment.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.write(true);
    options
}

/// One process at a time, until the answer is dropped.
pub(super) fn lock(directory: &Path) -> io::Result<File> {
    let file = private()
        .create(true)
        .truncate(false)
        .open(directory.join(LOCK))?;
    match file.lock() {
        // Some network drives have no locks; then the last one wins.
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(error),
        _ => Ok(file),
    }
}

/// The whole new file or the whole old one, whatever happens.
pub(super) fn replace(directory: &Path, file: &Value) -> io::Result<()> {
    let aside = directory.join(format!("{FILE}.new"));
    let mut text = serde_json::to_vec_pretty(file)?;
    text.push(b'\n');
    // One that a process left behind when it was ended may have any rights.
    match fs::remove_file(&aside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut own = private().create_new(true).open(&aside)?;
    own.write_all(&text)?;
    own.sync_all()?;
    drop(own);
    let mut tries = 0;
    while let Err(error) = fs::rename(&aside, directory.join(FILE)) {
        // On Windows a virus scanner or indexer may hold the old file for a moment.
        tries += 1;
        if !cfg!(windows) || error.kind() != io::ErrorKind::PermissionDenied || tries == 50 {
            return Err(error);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    #[cfg(unix)]
    File::open(directory)?.sync_all()?;
    Ok(())
}

/// A member that is a list; an empty one where it is missing.
pub(super) fn list<'a>(file: &'a Value, member: &str) -> &'a [Value] {
    file[member].as_array().map_or(&[], Vec::as_slice)
}

/// The `name` of an entry in lower case: names are found in any casing.
pub(super) fn name_of(entry: &Value) -> String {
    entry["name"].as_str().unwrap_or_default().to_lowercase()
}
