//! Texts of others in files of each kind: names that a service sent stay text, whatever they contain.

use std::{borrow::Cow, fmt::Write};

use serde_json::Value;

use crate::present::visible::visible;

/// `text` for the content and the attributes of HTML, SVG and XML.
#[must_use]
pub fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for own in visible(text).chars() {
        match own {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // No characters in XML.
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

/// `text` for an attribute of XML, whose reader would make spaces of line breaks.
#[must_use]
pub fn attribute(text: &str) -> String {
    html(text).replace('\n', "&#10;").replace('\t', "&#9;")
}

/// A document of JSON. A terminal that shows it sees no control character either: JSON needs those of ASCII escaped
/// only.
pub(crate) fn json(document: &Value) -> String {
    let text = serde_json::to_string_pretty(document).unwrap_or_default();
    let mut escaped = String::with_capacity(text.len() + 1);
    for own in text.chars() {
        match own {
            // Such characters are in texts only.
            '\u{7f}'..='\u{9f}' => {
                // Writing to a text does not fail.
                let _ = write!(escaped, "\\u{:04x}", u32::from(own));
            }
            other => escaped.push(other),
        }
    }
    escaped.push('\n');
    escaped
}

/// JSON for a `script` element: no character in it ends the element or begins a comment.
#[must_use]
pub fn script(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len() + json.len() / 64);
    for own in json.chars() {
        match own {
            '<' => escaped.push_str("\\u003c"),
            '>' => escaped.push_str("\\u003e"),
            '&' => escaped.push_str("\\u0026"),
            '\u{2028}' => escaped.push_str("\\u2028"),
            '\u{2029}' => escaped.push_str("\\u2029"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// `text` on one line, without characters that are not seen.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    let seen = visible(text);
    if seen.contains(['\n', '\t']) {
        Cow::Owned(seen.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        seen
    }
}

/// `text` for Markdown on one line, also in a cell of a table: it makes no format, link, mention or HTML.
#[must_use]
pub fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for own in plain(text).chars() {
        match own {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            // GitHub would make a mention of it.
            '@' => escaped.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' => {
                escaped.push('\\');
                escaped.push(own);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

/// `text` as code in Markdown on one line, also in a cell of a table.
#[must_use]
pub fn markdown_code(text: &str) -> String {
    let text = plain(text);
    let longest = text
        .split(|own| own != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    // A bar ends a cell even in code, unless it is escaped.
    let text = text.replace('|', "\\|");
    let pad = if longest > 0 { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_the_element_or_attribute() {
        assert_eq!(
            html("<a b=\"c\" d='e'>&"),
            "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;"
        );
        assert_eq!(
            html("a\u{1b}[2J\u{202e}b\u{ffff}"),
            "a\\u001b[2J\\u202eb\u{fffd}"
        );
        assert_eq!(attribute("a\nb"), "a&#10;b");
        assert_eq!(
            script("\"</script><!--\u{2028}\""),
            "\"\\u003c/script\\u003e\\u003c!--\\u2028\""
        );
    }

    #[test]
    fn json_has_no_control_character_and_the_same_values() {
        let document = serde_json::json!({"a": "\u{1b}[2J\u{7f}\u{9b}2J\u{a0}ä"});
        let text = json(&document);
        assert!(text.contains("\\u001b[2J\\u007f\\u009b2J\u{a0}ä"), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), document);
    }

    #[test]
    fn a_text_makes_nothing_in_markdown() {
        assert_eq!(
            markdown("a|b\n# *c* <d> @e"),
            "a\\|b \\# \\*c\\* &lt;d&gt; &#64;e"
        );
        assert_eq!(markdown_code("Get-It 'a'"), "`Get-It 'a'`");
        assert_eq!(markdown_code("a `b` | c"), "`` a `b` \\| c ``");
    }
}
