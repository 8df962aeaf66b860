//! How wide a text is, and a shorter one where it is too wide.

use crate::report::escape::plain as escape_plain;

/// How wide most letters and digits are.
pub(super) const LETTER: f64 = 7.3;

/// The width of a text, about: at most what common sans serif faces need at 12 pixels.
pub(super) fn wide(text: &str) -> f64 {
    text.chars()
        .map(|own| match own {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '|' | ':' | ' ' => 3.9,
            'f' | 't' | 'r' | '-' | '(' | ')' => 4.9,
            'm' | 'w' | 'M' | 'W' | '@' => 11.0,
            'A'..='Z' => 8.4,
            own if own >= '\u{1100}' => 12.5,
            _ => LETTER,
        })
        .sum()
}

/// A text that fits; what is cut out is in its middle, since names differ at their ends.
pub(super) fn shorten(text: &str, room: f64) -> String {
    let text = escape_plain(text);
    if wide(&text) <= room {
        return text.into_owned();
    }
    let all: Vec<char> = text.chars().collect();
    let mut keep = all.len().saturating_sub(1);
    while keep > 2 {
        let head = keep.div_ceil(2);
        let short: String = all[..head]
            .iter()
            .chain(&['…'])
            .chain(&all[all.len() - (keep - head)..])
            .collect();
        if wide(&short) <= room {
            return short;
        }
        keep -= 1;
    }
    "…".to_owned()
}
