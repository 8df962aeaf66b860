//! What Windows says of an error number.

use std::io;

/// The text for a number of `GetLastError` or an `HRESULT`, without a full stop.
pub fn text(code: u32) -> String {
    // The system's text ends with "(os error N)", where N is signed.
    let text = io::Error::from_raw_os_error(code.cast_signed()).to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    format!(
        "{} (0x{code:08X})",
        text.trim_end_matches(['.', ' ', '\r', '\n'])
    )
}

/// The text for what the last call on this thread left behind.
pub fn last() -> String {
    let code = io::Error::last_os_error().raw_os_error().unwrap_or(0);
    text(code.cast_unsigned())
}
