//! Windows: DPAPI protects for the user, on this machine or wherever the profile roams.

use std::{path::Path, ptr::null};

use azir_azure::{
    error::{Error, ErrorKind, Result},
    vault::{Sealed, Vault, unknown_protection},
};
use windows_sys::Win32::{
    Foundation::LocalFree,
    Security::Cryptography::{
        CRYPT_INTEGER_BLOB, CRYPTPROTECT_UI_FORBIDDEN, CryptProtectData, CryptUnprotectData,
    },
};
use zeroize::{Zeroize, Zeroizing};

use crate::message;

const NAME: &str = "dpapi";

/// `CryptProtectData` for the user.
#[derive(Debug, Default)]
pub struct Dpapi;

impl Vault for Dpapi {
    fn protect(&self, _: &Path, purpose: &str, plain: &[u8]) -> Result<Sealed> {
        let (input, entropy) = (blob(plain)?, blob(purpose.as_bytes())?);
        let mut output = EMPTY;
        // SAFETY: the blobs point to bytes that outlive the call, which only reads them; the output can be written.
        let done = unsafe {
            CryptProtectData(
                &raw const input,
                null(),
                &raw const entropy,
                null(),
                null(),
                CRYPTPROTECT_UI_FORBIDDEN,
                &raw mut output,
            )
        };
        if done == 0 {
            return Err(failed());
        }
        Ok(Sealed {
            protection: NAME.to_owned(),
            bytes: take(output).to_vec(),
            notice: None,
        })
    }

    fn unprotect(
        &self,
        _: &Path,
        purpose: &str,
        protection: &str,
        bytes: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>> {
        if protection != NAME {
            return Err(unknown_protection(protection));
        }
        let (input, entropy) = (blob(bytes)?, blob(purpose.as_bytes())?);
        let mut output = EMPTY;
        // SAFETY: as in `protect`; no description is asked for.
        let done = unsafe {
            CryptUnprotectData(
                &raw const input,
                std::ptr::null_mut(),
                &raw const entropy,
                null(),
                null(),
                CRYPTPROTECT_UI_FORBIDDEN,
                &raw mut output,
            )
        };
        if done == 0 {
            return Err(failed());
        }
        Ok(take(output))
    }
}

const EMPTY: CRYPT_INTEGER_BLOB = CRYPT_INTEGER_BLOB {
    cbData: 0,
    pbData: std::ptr::null_mut(),
};

fn blob(bytes: &[u8]) -> Result<CRYPT_INTEGER_BLOB> {
    Ok(CRYPT_INTEGER_BLOB {
        cbData: u32::try_from(bytes.len())
            .map_err(|_| Error::reason(ErrorKind::Credential, "they are too long"))?,
        // Windows declares it writable; the calls above only read.
        pbData: bytes.as_ptr().cast_mut(),
    })
}

/// Copies what DPAPI answered, wipes it and gives it back.
fn take(output: CRYPT_INTEGER_BLOB) -> Zeroizing<Vec<u8>> {
    if output.pbData.is_null() {
        return Zeroizing::default();
    }
    let length = usize::try_from(output.cbData).unwrap_or(0);
    // SAFETY: the call succeeded, so the blob has that many bytes, and no other code holds them.
    let bytes = unsafe { std::slice::from_raw_parts_mut(output.pbData, length) };
    let own = Zeroizing::new(bytes.to_vec());
    bytes.zeroize();
    // SAFETY: Windows allocated it with LocalAlloc for the caller to free; it is not used after this.
    unsafe { LocalFree(output.pbData.cast()) };
    own
}

fn failed() -> Error {
    Error::reason(
        ErrorKind::Credential,
        format!("DPAPI answered: {}", message::last()),
    )
}
