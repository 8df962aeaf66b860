//! The text of the users' files: encodings, comments, and where in a file something is.
//!
//! Resource Manager takes comments in templates and parameter files, so they are read here, also in the files of a
//! Git folder. A comma behind the last member is not JSON to Resource Manager, and is refused with its position.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
    io,
    path::Path,
};

use azir_azure::files::{self, LARGEST_DOCUMENT};
use serde_json::Value;
use zeroize::Zeroizing;

use super::lines::{self, Lines};
use crate::encoding;

/// A file as text: UTF-8 without its byte order mark, comments replaced by blanks. Wiped when dropped, since
/// definitions can hold secrets.
#[derive(Debug)]
pub struct Text(Zeroizing<Vec<u8>>);

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file system refuses it, in its words.
    Unreadable(String),
    /// It is not text in UTF-8 or UTF-16.
    Encoding,
    /// It is not JSON from this line and column on.
    Syntax(usize, usize),
    /// There is nothing in it.
    Empty,
}

impl Trouble {
    /// The line, where it is known.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Syntax(line, _) => Some(*line),
            Self::Unreadable(_) | Self::Encoding | Self::Empty => None,
        }
    }

    /// The sentence about `file`.
    #[must_use]
    pub fn sentence(&self, file: &str) -> String {
        match self {
            Self::Unreadable(reason) => format!("The file '{file}' cannot be read: {reason}."),
            Self::Encoding => {
                format!("The file '{file}' is not text in UTF-8 or UTF-16. Save it as UTF-8.")
            }
            Self::Syntax(line, column) => {
                format!(
                    "The file '{file}' is not valid JSON (line {line}, column {column}). Correct it there. Comments \
                     are allowed; a comma behind the last member is not."
                )
            }
            Self::Empty => format!("The file '{file}' is empty."),
        }
    }
}

/// Reads a file.
///
/// # Errors
/// Why it is not read.
pub fn read(path: &Path) -> Result<Text, Trouble> {
    let bytes =
        files::read(path, LARGEST_DOCUMENT).map_err(|error| Trouble::Unreadable(reason(&error)))?;
    decode(Zeroizing::new(bytes))
}

/// The words of the system without its number, in a form that can stand in a sentence.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "access is denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}

/// The text in `bytes`.
///
/// # Errors
/// `Encoding`, `Empty`.
pub fn decode(mut bytes: Zeroizing<Vec<u8>>) -> Result<Text, Trouble> {
    let utf8 = match encoding::utf8(&bytes) {
        None => return Err(Trouble::Encoding),
        Some(Cow::Owned(text)) => Zeroizing::new(text),
        Some(Cow::Borrowed(text)) => {
            std::str::from_utf8(text).map_err(|_| Trouble::Encoding)?;
            let mark = bytes.len() - text.len();
            bytes.drain(..mark);
            bytes
        }
    };
    if utf8.iter().all(u8::is_ascii_whitespace) {
        return Err(Trouble::Empty);
    }
    Ok(Text(without_comments(utf8)))
}

/// The same text with blanks in place of comments, so that every position stays.
fn without_comments(mut text: Zeroizing<Vec<u8>>) -> Zeroizing<Vec<u8>> {
    let mut at = 0;
    while at < text.len() {
        match (text[at], text.get(at + 1)) {
            (b'"', _) => at = end_of_string(&text, at),
            (b'/', Some(b'/')) => {
                while at < text.len() && text[at] != b'\n' {
                    text[at] = b' ';
                    at += 1;
                }
            }
            (b'/', Some(b'*')) => {
                let end = text[at + 2..]
                    .windows(2)
                    .position(|two| two == b"*/")
                    .map_or(text.len(), |found| at + 2 + found + 2);
                for byte in &mut text[at..end] {
                    if *byte != b'\n' {
                        *byte = b' ';
                    }
                }
                at = end;
            }
            _ => at += 1,
        }
    }
    text
}

/// Where the string that begins at `at` ends: behind its closing quote.
pub(super) fn end_of_string(text: &[u8], at: usize) -> usize {
    let mut next = at + 1;
    while let Some(byte) = text.get(next) {
        match byte {
            b'\\' => next += 2,
            b'"' => return next + 1,
            _ => next += 1,
        }
    }
    text.len()
}

impl Text {
    /// The number of bytes.
    #[must_use]
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// The JSON value.
    ///
    /// # Errors
    /// `Syntax` with the position.
    pub fn parse(&self) -> Result<Value, Trouble> {
        // The parser's own words may quote what it read.
        serde_json::from_slice(&self.0)
            .map_err(|error| Trouble::Syntax(error.line(), error.column()))
    }

    /// The lines of the members of the objects that `wanted` names by their paths.
    #[must_use]
    pub fn lines(&self, wanted: &BTreeSet<String>) -> HashMap<String, Lines> {
        lines::scan(&self.0, wanted)
    }

    /// The line on which each member of the list (or object) called `name` at the top of the file begins.
    #[must_use]
    pub fn lines_of(&self, name: &str) -> Vec<usize> {
        let text = self.0.as_slice();
        let (mut at, mut line, mut depth) = (0, 1, 0_usize);
        let mut last: &[u8] = &[];
        let mut inside = false;
        let mut lines = Vec::new();
        while let Some(byte) = text.get(at) {
            match byte {
                b'"' => {
                    let end = end_of_string(text, at);
                    last = text.get(at + 1..end - 1).unwrap_or_default();
                    line += text[at..end].split(|own| *own == b'\n').count() - 1;
                    at = end;
                    continue;
                }
                b'\n' => line += 1,
                b':' if depth == 1 => inside = last.eq_ignore_ascii_case(name.as_bytes()),
                b'{' | b'[' => {
                    if *byte == b'{' && depth == 2 && inside {
                        lines.push(line);
                    }
                    depth += 1;
                }
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            at += 1;
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Result<Value, Trouble> {
        decode(Zeroizing::new(bytes.to_vec()))?.parse()
    }

    #[test]
    fn byte_order_marks_and_utf16_are_read() {
        let wanted: Value = serde_json::json!({"name": "ä"});
        let plain = r#"{"name": "ä"}"#;
        assert_eq!(text(plain.as_bytes()), Ok(wanted.clone()));
        let marked = [b"\xEF\xBB\xBF".as_slice(), plain.as_bytes()].concat();
        assert_eq!(text(&marked), Ok(wanted.clone()));
        let units = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            std::iter::once(0xFEFF)
                .chain(plain.encode_utf16())
                .flat_map(bytes)
                .collect()
        };
        assert_eq!(text(&units(u16::to_le_bytes)), Ok(wanted.clone()));
        assert_eq!(text(&units(u16::to_be_bytes)), Ok(wanted));
        assert_eq!(text(b"\xFF\xFE{"), Err(Trouble::Encoding));
        assert_eq!(text(b"{\"a\": \"\xE4\"}"), Err(Trouble::Encoding));
    }

    #[test]
    fn comments_are_passed_over_but_not_in_strings() {
        let own = "{ // one\n \"a\": \"http://x/*y*/\", /* two\n lines */ \"b\": 1 }";
        assert_eq!(
            text(own.as_bytes()),
            Ok(serde_json::json!({"a": "http://x/*y*/", "b": 1}))
        );
        assert_eq!(text(b"{} /* open"), Ok(serde_json::json!({})));
        assert_eq!(
            text(br#"{"a": "\"//"}"#),
            Ok(serde_json::json!({"a": "\"//"}))
        );
    }

    #[test]
    fn a_comma_too_many_and_other_mistakes_have_their_position() {
        assert_eq!(text(b"{\n \"a\": 1,\n}"), Err(Trouble::Syntax(3, 1)));
        assert_eq!(text(b"/* x\n */ {\n oops }"), Err(Trouble::Syntax(3, 2)));
        assert_eq!(text(b" \n"), Err(Trouble::Empty));
        assert_eq!(text(b"{\"a\": \"open"), Err(Trouble::Syntax(1, 11)));
    }

    #[test]
    fn the_members_of_a_list_have_lines() {
        let own = "{\n\"parameters\": {\"resources\": [{}]},\n\"resources\": [\n{\"a\": [{}]},\n\n\
                   {\"b\": \"x\\\"\"}\n]}";
        let text = decode(Zeroizing::new(own.as_bytes().to_vec())).unwrap();
        assert_eq!(text.lines_of("Resources"), [4, 6]);
    }
}
