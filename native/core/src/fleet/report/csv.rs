//! The findings as CSV of RFC 4180, for spreadsheets.

use super::{Report, ordered};
use crate::{fleet::finding::Finding, present::visible::visible};

const COLUMNS: [&str; 13] = [
    "Severity",
    "Code",
    "Title",
    "Service",
    "Parent",
    "Runtime",
    "Node",
    "Due",
    "Message",
    "Fix",
    "Silenced",
    "SilencedUntil",
    "Id",
];

/// Returns the table. It begins with a byte order mark, without which Excel takes the text for another encoding.
pub(super) fn table(report: &Report<'_>) -> String {
    let mut text = format!("\u{feff}{}\r\n", COLUMNS.join(","));
    for own in ordered(report.findings) {
        let cells = row(own).map(cell);
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn row(own: &Finding) -> [&str; COLUMNS.len()] {
    let silenced = own.silenced.as_ref();
    [
        own.severity.name(),
        own.rule.code,
        own.rule.title,
        own.service.short_name(),
        &own.parent,
        own.runtime.as_deref().unwrap_or_default(),
        own.node.as_deref().unwrap_or_default(),
        own.due.as_deref().unwrap_or_default(),
        &own.message,
        own.fix.as_deref().unwrap_or_default(),
        silenced.map_or("", |own| &own.reason),
        silenced
            .and_then(|own| own.until.as_deref())
            .unwrap_or_default(),
        &own.id,
    ]
}

/// A cell that is a text and never a formula: a spreadsheet would run what begins with one of these characters.
fn cell(text: &str) -> String {
    const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let seen = visible(text);
    let guard = if seen.trim_start().starts_with(FORMULA) || seen.starts_with('\t') {
        "'"
    } else {
        ""
    };
    if guard.is_empty() && !seen.contains([',', ';', '"', '\n', '\t']) {
        return seen.into_owned();
    }
    format!("\"{guard}{}\"", seen.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_is_a_formula() {
        for (text, written) in [
            ("=1+1", "\"'=1+1\""),
            (" \n+cmd", "\"' \n+cmd\""),
            ("\t@SUM(A1)", "\"'\t@SUM(A1)\""),
            ("-2", "\"'-2\""),
            ("＝1", "\"'＝1\""),
            ("a=b", "a=b"),
            ("a\"b,c", "\"a\"\"b,c\""),
            ("", ""),
        ] {
            assert_eq!(cell(text), written);
        }
    }
}
