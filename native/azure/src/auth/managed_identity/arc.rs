//! Azure Arc's proof that a process may use the identity: a file that only administrators and its group can read.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    auth::{TokenRequest, environment::Variables},
    error::{ArcFault, Error, ErrorContext, Result},
    secret::Secret,
};

/// Arc's secret is a short text; more is not it.
const LARGEST_KEY: u64 = 4096;

/// Where the agent puts its files.
pub(super) fn keys(variables: &Variables, request: &TokenRequest<'_>) -> PathBuf {
    if let Some(own) = request.world.arc_keys() {
        return own;
    }
    if cfg!(windows) {
        let data = variables.get("ProgramData").unwrap_or(r"C:\ProgramData");
        Path::new(data).join(r"AzureConnectedMachineAgent\Tokens")
    } else {
        PathBuf::from("/var/opt/azcmagent/tokens")
    }
}

/// Reads the file that Arc's challenge names, which proves that this process may use the identity. Only a small
/// `.key` file directly in the agent's directory is read: anything may answer on a port.
pub(super) fn key(challenge: &str, keys: &Path) -> Result<Secret> {
    let refuse = |fault| Error::from(ErrorContext::ArcChallenge(fault));
    let (scheme, rest) = challenge.split_once(' ').unwrap_or_default();
    let path = rest
        .trim()
        .strip_prefix("realm=")
        .filter(|_| scheme.eq_ignore_ascii_case("basic"))
        .map(|path| PathBuf::from(path.trim_matches('"')))
        .ok_or_else(|| refuse(ArcFault::NoFile))?;
    if path.parent() != Some(keys) || path.extension().is_none_or(|end| end != "key") {
        return Err(refuse(ArcFault::OtherFile(keys.to_owned())));
    }
    let unreadable = |error: std::io::Error| refuse(ArcFault::Unreadable(error.to_string()));
    let about = fs::symlink_metadata(&path).map_err(unreadable)?;
    if !about.is_file() || about.len() > LARGEST_KEY {
        return Err(refuse(ArcFault::NotSmall));
    }
    let bytes = zeroize::Zeroizing::new(fs::read(&path).map_err(unreadable)?);
    Secret::from_utf8(bytes.trim_ascii()).ok_or_else(|| refuse(ArcFault::NotText))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_file_lies_in_its_directory_and_is_small() {
        let keys = std::env::temp_dir().join(format!("azir-arc-{}", std::process::id()));
        fs::create_dir_all(keys.join("inner")).unwrap();
        let write = |name: &str, text: &str| {
            fs::write(keys.join(name), text).unwrap();
            format!("Basic realm={}", keys.join(name).display())
        };
        let good = write("good.key", "planted\n");
        assert_eq!(key(&good, &keys).unwrap().expose(), "planted");
        for bad in [
            write("large.key", &"x".repeat(5000)),
            write("other.txt", "x"),
            write("inner/deeper.key", "x"),
            format!("Basic realm={}/inner/../good.key", keys.display()),
            format!("Basic realm={}/none.key", keys.display()),
            "Basic".to_owned(),
            format!("Bearer realm={}/good.key", keys.display()),
        ] {
            let error = key(&bad, &keys).unwrap_err();
            assert!(
                matches!(*error.context, ErrorContext::ArcChallenge(_)),
                "{bad}"
            );
        }
        fs::remove_dir_all(keys).unwrap();
    }
}
