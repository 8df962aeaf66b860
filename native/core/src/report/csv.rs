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

/// The cells of a table, without the quotation marks around them.
pub(super) fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(own) = signs.next() {
        match own {
            '"' if is_quoted && signs.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted && signs.peek() == Some(&'\n') => {}
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
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
    use super::{cell, rows, table};

    #[test]
    fn a_table_is_read_as_it_was_written() {
        let written = table(
            ["A", "B"],
            [
                ["a\"b,c".into(), "d\ne".into()],
                ["f".into(), String::new()],
            ]
            .into_iter(),
        );
        let text = written.trim_start_matches('\u{feff}');
        for own in [text, text.trim_end(), &text.replace("\r\n", "\n")] {
            assert_eq!(rows(own), [["A", "B"], ["a\"b,c", "d\ne"], ["f", ""]]);
        }
        assert_eq!(rows(""), [[""; 0]; 0]);
    }

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
