//! Reading the machine's part of the Windows registry.

use std::{mem::size_of_val, ptr::null_mut};

use windows_sys::Win32::{
    Foundation::{ERROR_FILE_NOT_FOUND, ERROR_SUCCESS},
    System::Registry::{
        HKEY, HKEY_LOCAL_MACHINE, KEY_READ, KEY_WOW64_64KEY, RRF_RT_REG_DWORD, RRF_RT_REG_SZ,
        RRF_SUBKEY_WOW6464KEY, RegCloseKey, RegEnumKeyExW, RegGetValueW, RegOpenKeyExW,
    },
};

use crate::message;

/// How many characters a value of interest has at most.
const LONGEST: usize = 1024;
/// How many characters the name of a key has at most.
const LONGEST_KEY: usize = 256;

/// A number; nothing where there is none.
///
/// # Errors
/// Windows' reason, when it is there and cannot be read.
pub fn number(key: &str, value: &str) -> Result<Option<u32>, String> {
    let mut number = 0u32;
    let mut size = 4;
    let read = read(
        key,
        value,
        RRF_RT_REG_DWORD,
        (&raw mut number).cast(),
        &mut size,
    )?;
    Ok(read.then_some(number))
}

/// A text; nothing where there is none.
///
/// # Errors
/// As [`number`].
pub fn text(key: &str, value: &str) -> Result<Option<String>, String> {
    let mut buffer = [0u16; LONGEST];
    let mut size = u32::try_from(size_of_val(&buffer)).unwrap_or(0);
    // What is expanded from variables (`REG_EXPAND_SZ`) counts as text too: that is what this type takes.
    let read = read(
        key,
        value,
        RRF_RT_REG_SZ,
        buffer.as_mut_ptr().cast(),
        &mut size,
    )?;
    Ok(read.then(|| text_of(&buffer)))
}

fn read(
    key: &str,
    value: &str,
    kind: u32,
    place: *mut core::ffi::c_void,
    size: &mut u32,
) -> Result<bool, String> {
    let (key, value) = (wide(key), wide(value));
    // SAFETY: both names end with a null, and the place has as many bytes as `size` says.
    let status = unsafe {
        RegGetValueW(
            HKEY_LOCAL_MACHINE,
            key.as_ptr(),
            value.as_ptr(),
            kind | RRF_SUBKEY_WOW6464KEY,
            null_mut(),
            place,
            size,
        )
    };
    match status {
        ERROR_SUCCESS => Ok(true),
        ERROR_FILE_NOT_FOUND => Ok(false),
        other => Err(message::text(other)),
    }
}

/// An open key.
struct Key(HKEY);

impl Drop for Key {
    fn drop(&mut self) {
        // SAFETY: the key is ours, and is not used after this.
        unsafe { RegCloseKey(self.0) };
    }
}

/// The names of the keys in `key`, as far as they can be read.
pub fn keys(key: &str) -> Vec<String> {
    let key = wide(key);
    let mut opened = null_mut();
    // SAFETY: the name ends with a null, and the place for the key can be written.
    let status = unsafe {
        RegOpenKeyExW(
            HKEY_LOCAL_MACHINE,
            key.as_ptr(),
            0,
            KEY_READ | KEY_WOW64_64KEY,
            &raw mut opened,
        )
    };
    if status != ERROR_SUCCESS {
        return Vec::new();
    }
    let opened = Key(opened);
    let mut names = Vec::new();
    for index in 0.. {
        let mut buffer = [0u16; LONGEST_KEY];
        let mut length = u32::try_from(LONGEST_KEY).unwrap_or(0);
        // SAFETY: the key is open, and the buffer has as many characters as are given.
        let status = unsafe {
            RegEnumKeyExW(
                opened.0,
                index,
                buffer.as_mut_ptr(),
                &raw mut length,
                null_mut(),
                null_mut(),
                null_mut(),
                null_mut(),
            )
        };
        if status != ERROR_SUCCESS {
            break;
        }
        names.push(text_of(&buffer));
    }
    names
}

/// The text in `buffer` up to its first null.
pub fn text_of(buffer: &[u16]) -> String {
    let text = buffer.split(|own| *own == 0).next().unwrap_or_default();
    String::from_utf16_lossy(text).trim().to_owned()
}

fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}
