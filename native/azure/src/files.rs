//! Files that a user names: only regular ones are read, and only up to a limit.
//!
//! A pipe or a device never ends, or blocks the thread that opens it; a file of gigabytes fills the memory.

use std::{
    fs::{self, File, Metadata},
    io::{self, Read as _},
    path::Path,
};

/// The most bytes of a file that is written by people or tools: a certificate, a definition, a template.
pub const LARGEST_DOCUMENT: u64 = 64 << 20;

/// Reads a regular file of at most `limit` bytes.
///
/// # Errors
/// The reason of the system; a folder, pipe or device, and a file that is larger, are refused in words.
pub fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    // Before the file is opened: opening a pipe waits for a process that writes to it.
    check(&fs::metadata(path)?, limit)?;
    let file = File::open(path)?;
    let about = file.metadata()?;
    check(&about, limit)?;
    // Room for the whole, so that no copy of a secret is left behind by a growing list.
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default() + 1);
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(too_large(limit));
    }
    Ok(bytes)
}

fn check(about: &Metadata, limit: u64) -> io::Result<()> {
    if about.is_dir() {
        return Err(io::Error::new(
            io::ErrorKind::IsADirectory,
            "it is a folder",
        ));
    }
    if !about.is_file() {
        return Err(io::Error::other(
            "it is a pipe, socket or device, not a file",
        ));
    }
    if about.len() > limit {
        return Err(too_large(limit));
    }
    Ok(())
}

fn too_large(limit: u64) -> io::Error {
    io::Error::new(
        io::ErrorKind::FileTooLarge,
        format!("it is larger than {} MiB", limit >> 20),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regular_file_is_read_up_to_its_limit() {
        let folder = std::env::temp_dir().join(format!("azir-files-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("a.json");
        fs::write(&path, b"{}").unwrap();
        assert_eq!(read(&path, 2).unwrap(), b"{}");
        let refused = read(&path, 1).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::FileTooLarge);
        let refused = read(&folder, 10).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::IsADirectory);
        let refused = read(&folder.join("none"), 10).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::NotFound);
        // No byte of it is read: it has no blocks on the disk.
        let large = folder.join("large");
        File::create(&large).unwrap().set_len(10 << 30).unwrap();
        let refused = read(&large, LARGEST_DOCUMENT).unwrap_err();
        assert_eq!(refused.to_string(), "it is larger than 64 MiB");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn devices_are_refused() {
        for path in ["/dev/zero", "/dev/null", "/dev/full"] {
            let refused = read(Path::new(path), 10).unwrap_err();
            assert_eq!(
                refused.to_string(),
                "it is a pipe, socket or device, not a file",
                "{path}"
            );
        }
    }
}
