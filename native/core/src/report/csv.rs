//! A table as CSV of RFC 4180, for spreadsheets.

use crate::present::visible::visible;

/// Returns the table. It begins with a byte order mark, without which Excel takes the text for another encoding.
#[must_use]
pub fn table<const N: usize>(
    columns: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> String {
    let mut text = format!("\u{feff}{}\r\n", columns.join(","));
    for row in rows {
        let cells = row.map(|own| cell(&own));
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
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
