//! Reports of a fleet: one set of findings as a page, a table, or a file that other programs read.
//!
//! Every form is a pure function of a [`Report`]. [`Format::of_path`] chooses the form by the ending of the path,
//! [`check_writable`] belongs before a long run, and [`save`] replaces the file at its end.

pub mod card;
mod csv;
mod escape;
mod file;
mod html;
mod json;
mod junit;
mod markdown;
mod page;
mod sarif;
mod summary;
mod tables;

use std::path::Path;

use time::{OffsetDateTime, UtcOffset};

pub use self::{
    file::{NOT_REGULAR, check_writable, is_device, save, save_private},
    summary::{Expiry, SubscriptionRow, Summary},
};
use super::{baseline::Change, finding::Finding, record::Fleet};
use crate::error::{Error, Result};

pub(crate) use self::{
    escape::{html as escape_html, markdown as escape_markdown, plain as escape_plain},
    file::by_ending,
    page::shell,
    summary::{is_online, subscription_of},
};

/// A form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One page that needs no network.
    Html,
    /// Everything, for programs.
    Json,
    /// The findings, for spreadsheets.
    Csv,
    /// The summary and the gravest findings, for the summary of a pipeline run.
    Markdown,
    /// Test results: a finding of severity Warning or Error is a failed test.
    Junit,
    /// Results of static analysis, version 2.1.0.
    Sarif,
}

/// The endings of paths, and the form of each.
const ENDINGS: [(&str, Format); 8] = [
    ("html", Format::Html),
    ("htm", Format::Html),
    ("json", Format::Json),
    ("csv", Format::Csv),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("xml", Format::Junit),
    ("sarif", Format::Sarif),
];

impl Format {
    /// Returns the form that the ending of `path` stands for.
    ///
    /// # Errors
    /// `InvalidInput` for another ending, or none.
    pub fn of_path(path: &Path) -> Result<Self> {
        by_ending(path, &ENDINGS).ok_or_else(|| {
                Error::invalid(
                    "ReportPath",
                    format!(
                        "The ending of '{}' stands for no form of a report. Give a path that ends in .html, .json, \
                         .csv, .md, .xml (JUnit) or .sarif, for instance -ReportPath './fleet.html'.",
                        path.display()
                    ),
                )
            })
    }
}

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The heading.
    pub title: &'a str,
    /// When the report is made.
    pub made_at: OffsetDateTime,
    /// The fleet that was checked.
    pub fleet: &'a Fleet,
    /// The findings, silenced ones included.
    pub findings: &'a [Finding],
    /// What has changed since the baseline; nothing without a baseline.
    pub changes: Option<&'a [Change]>,
}

/// Returns a report in this form.
#[must_use]
pub fn write(format: Format, report: &Report<'_>) -> String {
    match format {
        Format::Html => html::page(report),
        Format::Json => json::document(report),
        Format::Csv => csv::table(report),
        Format::Markdown => markdown::text(report),
        Format::Junit => junit::suites(report),
        Format::Sarif => sarif::log(report),
    }
}

/// Returns the findings in the order of reports: those that count first, then by severity, date, code and name.
#[must_use]
pub fn ordered<'a>(findings: &'a [Finding]) -> Vec<&'a Finding> {
    let mut all: Vec<&Finding> = findings.iter().collect();
    let key = |own: &&'a Finding| {
        (
            own.silenced.is_some(),
            std::cmp::Reverse(own.severity),
            own.due.as_deref().unwrap_or("9999"),
            own.rule.code,
            own.parent.as_str(),
            own.runtime.as_deref(),
            own.node.as_deref(),
        )
    };
    all.sort_by(|left, right| key(left).cmp(&key(right)));
    all
}

/// The part of a finding's id up to the integration runtime, without a node.
pub(crate) fn runtime_id(id: &str) -> &str {
    let at = id.to_ascii_lowercase().find("/nodes/");
    at.map_or(id, |at| &id[..at])
}

/// A date as people read it in a report: the day in UTC.
pub(crate) fn day(text: &str) -> &str {
    text.get(..10).unwrap_or(text)
}

/// A moment as people read it in a report.
pub(crate) fn moment(at: OffsetDateTime) -> String {
    let at = at.to_offset(UtcOffset::UTC);
    format!("{} {:02}:{:02} UTC", at.date(), at.hour(), at.minute())
}

/// A number with its noun: `1 node`, `2 nodes`.
pub(crate) fn counted(count: usize, one: &str, more: &str) -> String {
    let noun = if count == 1 { one } else { more };
    format!("{} {noun}", grouped(count))
}

/// A number with separators of thousands.
pub(crate) fn grouped(count: usize) -> String {
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
