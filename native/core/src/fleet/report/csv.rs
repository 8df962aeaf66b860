//! The findings as CSV of RFC 4180, for spreadsheets.

use super::{Report, ordered};
use crate::{fleet::finding::Finding, report::csv};

/// The columns.
pub const COLUMNS: [&str; 13] = [
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

/// Returns the table.
pub(super) fn table(report: &Report<'_>) -> String {
    csv::table(
        COLUMNS,
        ordered(report.findings)
            .into_iter()
            .map(|own| row(own).map(str::to_owned)),
    )
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
