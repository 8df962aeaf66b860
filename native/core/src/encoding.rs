//! The text of files in the encodings that people and tools write: UTF-8 with or without a byte order mark, and UTF-16
//! with one, as `>` and `Out-File` of Windows PowerShell write it.

use std::borrow::Cow;

use azir_azure::json::without_mark;

/// The units of UTF-16 behind a byte order mark, and whether there is half a unit at the end.
fn wide(bytes: &[u8]) -> Option<(impl Iterator<Item = u16>, bool)> {
    let (rest, unit): (_, fn([u8; 2]) -> u16) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => (rest, u16::from_be_bytes),
        _ => return None,
    };
    let pairs = rest.chunks_exact(2);
    let is_cut = !pairs.remainder().is_empty();
    Some((
        pairs.filter_map(move |pair| pair.try_into().ok().map(unit)),
        is_cut,
    ))
}

/// Returns the text as UTF-8 without a mark; nothing where it is not valid UTF-16. A text that is not valid UTF-8 comes
/// back as it is: its reader has the position of the error.
#[must_use]
pub fn utf8(bytes: &[u8]) -> Option<Cow<'_, [u8]>> {
    let Some((units, is_cut)) = wide(bytes) else {
        return Some(without_mark(bytes).into());
    };
    let text: String = char::decode_utf16(units).collect::<Result<_, _>>().ok()?;
    (!is_cut).then(|| text.into_bytes().into())
}

/// Returns the text that a file begins with, whose end may be cut anywhere.
#[must_use]
pub fn beginning(bytes: &[u8]) -> Cow<'_, str> {
    match wide(bytes) {
        Some((units, _)) => char::decode_utf16(units)
            .map(|own| own.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect::<String>()
            .into(),
        None => String::from_utf8_lossy(without_mark(bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str) -> Vec<u8> {
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn each_encoding_is_the_same_text() {
        let text = "{\"name\": \"Ä𝄞\"}";
        let turned = utf16(text)
            .chunks(2)
            .flat_map(|own| [own[1], own[0]])
            .collect();
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        for bytes in [text.into(), marked, utf16(text), turned] {
            assert_eq!(beginning(&bytes), text);
            assert_eq!(utf8(&bytes).unwrap(), text.as_bytes());
        }
    }

    #[test]
    fn a_cut_text_has_a_beginning_only() {
        let mut bytes = utf16("a𝄞");
        for _ in 0..2 {
            bytes.pop();
            assert!(beginning(&bytes).starts_with('a'));
            assert_eq!(utf8(&bytes), None);
        }
    }
}
