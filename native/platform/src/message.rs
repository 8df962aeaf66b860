//! What Windows says of an error number.

use std::io;

/// The text for a number of `GetLastError` or an `HRESULT`, without a full stop.
pub fn text(code: u32) -> String {
    let text = io::Error::from_raw_os_error(code.cast_signed()).to_string();
    // "(os error N)" follows, where N is signed. Without a text for the number there is one about that.
    let text = text.split(" (os error").next().unwrap_or_default();
    if text.starts_with("OS Error ") {
        return format!("error 0x{code:08X}");
    }
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
