//! Numbers and moments as people read them in a report.

use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

/// A date as people read it in a report: the day in UTC.
#[must_use]
pub fn day(text: &str) -> &str {
    text.get(..10).unwrap_or(text)
}

/// A moment as people read it in a report.
#[must_use]
pub fn moment(at: OffsetDateTime) -> String {
    let at = at.to_offset(UtcOffset::UTC);
    format!("{} {:02}:{:02} UTC", at.date(), at.hour(), at.minute())
}

/// A moment for programs: RFC 3339 in UTC, without parts of a second.
#[must_use]
pub fn rfc3339(at: OffsetDateTime) -> String {
    at.to_offset(UtcOffset::UTC)
        .replace_nanosecond(0)
        .unwrap_or(at)
        .format(&Rfc3339)
        .unwrap_or_default()
}

/// A number with its noun: `1 node`, `2 nodes`.
#[must_use]
pub fn counted(count: usize, one: &str, more: &str) -> String {
    let noun = if count == 1 { one } else { more };
    format!("{} {noun}", grouped(count))
}

/// A number with separators of thousands.
#[must_use]
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
