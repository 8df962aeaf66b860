//! Certificate files, PFX and PEM: damaged ones are refused.

use std::{fs, path::PathBuf, sync::LazyLock};

use azir_azure::{
    auth::{certificate_file::FileSigner, signer::Signer},
    secret::Secret,
};

use crate::{bytes::Bytes, guard::finding};

/// Files that are good, to be changed.
const GOOD: [&[u8]; 8] = [
    include_bytes!("../../../core/tests/fixtures/app.pfx"),
    include_bytes!("../../../core/tests/fixtures/app-3des.pfx"),
    include_bytes!("../../../core/tests/fixtures/app-rc2.pfx"),
    include_bytes!("../../../core/tests/fixtures/app-no-password.pfx"),
    include_bytes!("../../../core/tests/fixtures/app-no-password-aes.pfx"),
    include_bytes!("../../../core/tests/fixtures/app.pem"),
    include_bytes!("../../../core/tests/fixtures/app-pkcs1.pem"),
    include_bytes!("../../../core/tests/fixtures/app-encrypted.pem"),
];

static PLACE: LazyLock<(tempfile::TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("the tests' folder for temporary files can be written");
    let file = folder.path().join("certificate");
    (folder, file)
});

/// Reads the file that `input` is, or makes of a good one.
pub fn run(input: &[u8]) {
    let mut bytes = Bytes::new(input);
    let file = if bytes.chance(40) {
        bytes.rest().to_vec()
    } else {
        changed(&mut bytes)
    };
    if fs::write(&PLACE.1, &file).is_err() {
        return;
    }
    for password in [None, Some("planted-password"), Some("")] {
        let password = password.map(|text| Secret::new(text.to_owned()));
        if let Ok(signer) = FileSigner::read(&PLACE.1, password.as_ref())
            && signer.certificate().is_empty()
        {
            finding("a certificate without bytes was read");
        }
    }
}

fn changed(bytes: &mut Bytes<'_>) -> Vec<u8> {
    let mut file = GOOD[bytes.below(GOOD.len())].to_vec();
    for _ in 0..bytes.below(6) {
        let at = bytes.below(file.len().max(1));
        match bytes.byte() % 5 {
            0 => file.truncate(at),
            1 => {
                let more = bytes.take(16);
                file.splice(at..at, more.iter().copied()).for_each(drop);
            }
            2 => {
                let end = (at + bytes.below(300)).min(file.len());
                file.drain(at..end).for_each(drop);
            }
            3 => {
                if let Some(place) = file.get_mut(at) {
                    *place ^= 1 << (bytes.byte() % 8);
                }
            }
            _ => {
                if let Some(place) = file.get_mut(at) {
                    *place = bytes.byte();
                }
            }
        }
    }
    // Counts of iterations are taken as they are: a large one is a question of time, not of reading.
    file
}
