//! Texts of others as they may be shown: whatever a service, a proxy or a program writes, it moves no cursor, sets no
//! title, turns no line around, and does not push the rest off the screen.

use std::{borrow::Cow, fmt::Write};

use serde_json::Value;

/// The most characters of a service's own words that are shown.
pub const WORDS: usize = 4000;
/// The most characters of a service's code, request id or address that are shown.
pub const NAME: usize = 200;
/// The most characters of any message.
pub const MESSAGE: usize = 16_000;

/// `text` with its control characters, and those that change the direction of writing, as text: ESC is `\u001b`. Line
/// feeds and tabs stay.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut rest = text.chars().peekable();
    while let Some(own) = rest.next() {
        if own == '\r' && rest.peek() == Some(&'\n') {
            continue;
        }
        if is_hidden(own) {
            let mut units = [0; 2];
            for unit in own.encode_utf16(&mut units) {
                // Writing to a text does not fail.
                let _ = write!(shown, "\\u{unit:04x}");
            }
        } else {
            shown.push(own);
        }
    }
    Cow::Owned(shown)
}

fn is_hidden(own: char) -> bool {
    match own {
        '\n' | '\t' => false,
        // Marks and overrides of direction, separators of lines, and tags, which no terminal shows.
        '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}' => true,
        other => other.is_control(),
    }
}

/// `text` up to `limit` characters, with a note of how many more there are.
#[must_use]
pub fn cut(text: &str, limit: usize) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(limit) else {
        return Cow::Borrowed(text);
    };
    let more = text[end..].chars().count();
    Cow::Owned(format!(
        "{} … (cut here, {more} more characters)",
        text[..end].trim_end()
    ))
}

/// The message with all its texts visible and of bearable length.
#[must_use]
pub fn frame(message: Value) -> Value {
    match message {
        Value::String(text) => {
            let seen = visible(cut(&text, MESSAGE).as_ref()).into_owned();
            Value::String(seen)
        }
        Value::Array(items) => items.into_iter().map(frame).collect(),
        Value::Object(members) => Value::Object(
            members
                .into_iter()
                .map(|(name, value)| (name, frame(value)))
                .collect(),
        ),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_as_an_instruction() {
        for (text, shown) in [
            ("a\u{1b}[2Jb", "a\\u001b[2Jb"),
            ("\u{1b}]0;title\u{7}", "\\u001b]0;title\\u0007"),
            ("\u{9b}31m", "\\u009b31m"),
            ("a\rb", "a\\u000db"),
            ("a\r\nb\tc", "a\nb\tc"),
            ("\u{202e}txet\u{2066}", "\\u202etxet\\u2066"),
            ("a\u{2028}b\u{0}\u{7f}", "a\\u2028b\\u0000\\u007f"),
            ("\u{e0041}", "\\udb40\\udc41"),
            ("Grüße, 世界 👋", "Grüße, 世界 👋"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn a_long_text_is_cut_with_a_note() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("äbcde", 2), "äb … (cut here, 3 more characters)");
    }

    #[test]
    fn all_texts_of_a_message_are_made_visible() {
        let message =
            serde_json::json!({"frame": "error", "data": {"x": ["\u{1b}", 5]}, "message": "m"});
        let shown =
            serde_json::json!({"frame": "error", "data": {"x": ["\\u001b", 5]}, "message": "m"});
        assert_eq!(frame(message), shown);
    }
}
