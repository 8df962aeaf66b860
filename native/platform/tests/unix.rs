//! Keys of the secret service and in a file.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "a test asks its own process")]
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::Path,
    thread,
};

use tempfile::TempDir;

const PLAIN: &[u8] = b"planted-secret";

fn key(directory: &Path) -> std::path::PathBuf {
    directory.join("contexts.key")
}

#[test]
fn a_key_in_a_file_opens_what_it_sealed_for_the_same_purpose_only() {
    let directory = TempDir::new().unwrap();
    let vault = azir_platform::file_vault();
    let sealed = vault.protect(directory.path(), "one", PLAIN).unwrap();
    assert_eq!(sealed.protection, "file");
    assert!(!sealed.bytes.windows(7).any(|part| part == b"planted"));
    assert_eq!(
        sealed.notice.unwrap(),
        format!(
            "The system's own protection for secrets cannot be used here (the system offers none). Kept sign-ins are \
             protected only by files in '{}' that no other user can read; whoever can read your files can use them. \
             Disconnect-AzAccount or Clear-AzContext removes them.",
            directory.path().display()
        )
    );
    // Said once.
    let again = vault.protect(directory.path(), "one", PLAIN).unwrap();
    assert!(again.notice.is_none());
    assert_ne!(again.bytes, sealed.bytes);
    // Another process has only the file.
    let other = azir_platform::file_vault();
    let open =
        |purpose: &str, bytes: &[u8]| other.unprotect(directory.path(), purpose, "file", bytes);
    assert_eq!(*open("one", &sealed.bytes).unwrap(), PLAIN);
    let changed = "they were changed, or protected with another key";
    assert_eq!(open("two", &sealed.bytes).unwrap_err().to_string(), changed);
    for place in 0..sealed.bytes.len() {
        let mut bytes = sealed.bytes.clone();
        bytes[place] ^= 1;
        assert_eq!(
            open("one", &bytes).unwrap_err().to_string(),
            changed,
            "{place}"
        );
        assert!(open("one", &sealed.bytes[..place]).is_err());
    }
    let unknown = other
        .unprotect(directory.path(), "one", "dpapi", &sealed.bytes)
        .unwrap_err();
    assert_eq!(
        azir_core::error::Error::from(unknown).message(),
        "they were protected by 'dpapi', which this system does not have"
    );
    fs::remove_file(key(directory.path())).unwrap();
    assert_eq!(
        open("one", &sealed.bytes).unwrap_err().to_string(),
        "the key that protected them is gone"
    );
}

#[test]
fn a_key_file_is_its_owners_and_is_not_used_when_it_is_not() {
    let directory = TempDir::new().unwrap();
    let vault = azir_platform::file_vault();
    let sealed = vault.protect(directory.path(), "one", PLAIN).unwrap();
    let path = key(directory.path());
    assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(&path).unwrap().len(), 32);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let refused = vault
        .unprotect(directory.path(), "one", "file", &sealed.bytes)
        .unwrap_err()
        .to_string();
    assert_eq!(
        refused,
        format!(
            "others can read '{0}' (mode 640). If it was always you alone who could get there: chmod 600 '{0}'",
            path.display()
        )
    );
    assert!(vault.protect(directory.path(), "one", PLAIN).is_err());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    fs::write(&path, "short").unwrap();
    let short = vault.protect(directory.path(), "one", PLAIN).unwrap_err();
    assert_eq!(
        short.to_string(),
        format!("'{}' is not a key", path.display())
    );
}

#[test]
fn many_that_make_the_key_at_once_get_the_same_one() {
    let directory = TempDir::new().unwrap();
    let sealed: Vec<_> = thread::scope(|scope| {
        let own = directory.path();
        let threads: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(move || {
                    azir_platform::file_vault()
                        .protect(own, "one", PLAIN)
                        .unwrap()
                })
            })
            .collect();
        threads.into_iter().map(|own| own.join().unwrap()).collect()
    });
    let told = sealed.iter().filter(|own| own.notice.is_some()).count();
    assert_eq!(told, 1);
    let vault = azir_platform::file_vault();
    for own in sealed {
        let plain = vault.unprotect(directory.path(), "one", "file", &own.bytes);
        assert_eq!(*plain.unwrap(), PLAIN);
    }
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1);
}

#[cfg(target_os = "linux")]
mod secret_service {
    //! A secret service of the test's own: the test starts itself again in a session with GNOME Keyring.

    use std::{
        env, fs,
        process::{Command, Stdio},
    };

    use tempfile::TempDir;

    use super::PLAIN;

    const ROLE: &str = "AZIR_TEST_SESSION";

    /// Runs the test `name` of this file again as `script` says; `"$@"` in it is the test.
    fn again(name: &str, role: &str, script: &str, home: &TempDir) -> (bool, String) {
        let output = Command::new("dbus-run-session")
            .args(["--", "sh", "-euc", script, "sh"])
            .arg(env::current_exe().unwrap())
            .args(["--exact", &format!("secret_service::{name}"), "--nocapture"])
            .args(["--include-ignored"])
            .env(ROLE, role)
            .env("HOME", home.path())
            .env("XDG_DATA_HOME", home.path().join("data"))
            .env("XDG_RUNTIME_DIR", home.path())
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr);
        (output.status.success(), text)
    }

    const WITH_KEYRING: &str =
        "printf x | gnome-keyring-daemon --unlock --components=secrets >/dev/null; \"$@\"";

    #[test]
    #[ignore = "needs dbus-run-session, gnome-keyring-daemon and libsecret"]
    fn the_key_lies_in_the_secret_service() {
        let home = TempDir::new().unwrap();
        let directory = home.path().join("kept");
        if env::var_os(ROLE).is_none() {
            fs::create_dir(&directory).unwrap();
            // Two processes in one session: the second opens what the first sealed.
            for role in ["seal", "open"] {
                let role = format!("{role}|{}", directory.display());
                let (done, text) = again(
                    "the_key_lies_in_the_secret_service",
                    &role,
                    WITH_KEYRING,
                    &home,
                );
                assert!(done, "{text}");
            }
            // The key is in the keyring and nowhere else.
            let files: Vec<_> = fs::read_dir(&directory).unwrap().collect();
            assert_eq!(files.len(), 1, "{files:?}");
            return;
        }
        let role = env::var(ROLE).unwrap();
        let (role, directory) = role.split_once('|').unwrap();
        let directory = std::path::Path::new(directory);
        let vault = azir_platform::vault();
        let path = directory.join("sealed");
        if role == "seal" {
            let sealed = vault.protect(directory, "one", PLAIN).unwrap();
            assert_eq!(sealed.protection, "secret-service");
            assert!(sealed.notice.is_none());
            fs::write(path, sealed.bytes).unwrap();
        } else {
            let bytes = fs::read(path).unwrap();
            let plain = vault.unprotect(directory, "one", "secret-service", &bytes);
            assert_eq!(*plain.unwrap(), PLAIN);
        }
    }

    #[test]
    #[ignore = "needs dbus-run-session and libsecret"]
    fn without_a_service_the_key_lies_in_a_file_and_the_reason_is_told() {
        let home = TempDir::new().unwrap();
        if let Ok(directory) = env::var(ROLE) {
            let directory = std::path::Path::new(&directory);
            let vault = azir_platform::vault();
            let sealed = vault.protect(directory, "one", PLAIN).unwrap();
            assert_eq!(sealed.protection, "file");
            let notice = sealed.notice.unwrap();
            assert!(
                notice.starts_with(
                    "The system's own protection for secrets cannot be used here (the secret service answered: "
                ),
                "{notice}"
            );
            assert!(
                vault
                    .unprotect(directory, "one", "secret-service", &sealed.bytes)
                    .is_err()
            );
            return;
        }
        // A bus without a secret service; then no bus at all.
        for script in [
            "\"$@\"",
            "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent \"$@\"",
        ] {
            let directory = home.path().join(script.len().to_string());
            fs::create_dir(&directory).unwrap();
            let (done, text) = again(
                "without_a_service_the_key_lies_in_a_file_and_the_reason_is_told",
                directory.to_str().unwrap(),
                script,
                &home,
            );
            assert!(done, "{text}");
        }
    }
}
