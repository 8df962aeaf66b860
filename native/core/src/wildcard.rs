//! PowerShell's wildcards in names: `*`, `?` and `[a-z]`, without regard to casing.
//!
//! Rules: <https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_wildcards>.

/// Whether `text` has a character with a meaning here.
#[must_use]
pub fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?', '['])
}

/// Whether `text` fits `pattern`; a bracket that is not closed stands for itself.
#[must_use]
pub fn matches(pattern: &str, text: &str) -> bool {
    let lower = |text: &str| text.to_lowercase().chars().collect::<Vec<char>>();
    fits(&lower(pattern), &lower(text))
}

/// Goes back to the latest star only: the text before it fits already.
fn fits(pattern: &[char], text: &[char]) -> bool {
    let (mut at, mut read) = (0, 0);
    // Brackets behind the last one that closes are not searched for their end again and again.
    let closed = pattern
        .iter()
        .rposition(|own| *own == ']')
        .unwrap_or_default();
    let mut star: Option<(usize, usize)> = None;
    while read < text.len() {
        if pattern.get(at) == Some(&'*') {
            star = Some((at, read));
            at += 1;
        } else if let Some(length) = one(&pattern[at..], text[read], at < closed) {
            at += length;
            read += 1;
        } else if let Some((place, from)) = star {
            at = place + 1;
            read = from + 1;
            star = Some((place, read));
        } else {
            return false;
        }
    }
    pattern[at..].iter().all(|left| *left == '*')
}

/// How much of `pattern` stands for the one character `own`; nothing when it does not fit. A bracket is one where
/// another one closes it.
fn one(pattern: &[char], own: char, closed: bool) -> Option<usize> {
    match pattern.first()? {
        '?' => Some(1),
        '[' if closed => {
            let Some(end) = pattern.iter().position(|own| *own == ']') else {
                return (own == '[').then_some(1);
            };
            set(&pattern[1..end], own).then_some(end + 1)
        }
        exact => (*exact == own).then_some(1),
    }
}

fn set(mut members: &[char], own: char) -> bool {
    // A loop: a pattern of a million characters must not go as deep.
    loop {
        let (fits, rest) = match members {
            [first, '-', last, rest @ ..] => ((*first..=*last).contains(&own), rest),
            [first, rest @ ..] => (*first == own, rest),
            [] => return false,
        };
        if fits {
            return true;
        }
        members = rest;
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn a_pattern_of_a_million_characters_ends_soon() {
        let began = Instant::now();
        let text = "[".repeat(200);
        for part in ["[", "*[", "[a", "?*"] {
            let pattern = format!("*{}x", part.repeat(1_000_000));
            assert!(!matches(&pattern, &text), "{part}");
        }
        let members = format!("*[{}]y", "a-b".repeat(300_000));
        assert!(!matches(&members, &text));
        assert!(began.elapsed() < Duration::from_secs(60));
    }

    #[test]
    fn names_fit_as_in_powershell() {
        for (pattern, text) in [
            ("*", ""),
            ("pv-*", "PV-west"),
            ("*west*", "pv-west-1"),
            ("pv-?", "pv-1"),
            ("pv-[0-9a]", "pv-A"),
            ("a*b*c", "axbxbxc"),
            ("pv", "PV"),
            ("a[b", "a[b"),
        ] {
            assert!(matches(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [
            ("pv-?", "pv-"),
            ("pv-?", "pv-12"),
            ("a*b", "abc"),
            ("pv-[0-9]", "pv-a"),
            ("", "a"),
            ("[]", "a"),
        ] {
            assert!(!matches(pattern, text), "{pattern} {text}");
        }
        assert!(is_pattern("pv*") && !is_pattern("pv-west"));
    }
}
