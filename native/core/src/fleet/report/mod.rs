//! Reports of a fleet: one set of findings as a page, a table, or a file that other programs read.
//!
//! Every form is a pure function of a [`Report`]; [`crate::report`] has what the forms of all reports share.

pub mod card;
mod csv;
mod html;
mod json;
mod junit;
mod markdown;
mod sarif;
mod summary;
mod tables;

use time::OffsetDateTime;

pub use self::{
    csv::COLUMNS,
    summary::{Expiry, SubscriptionRow, Summary},
};
use super::{
    baseline::Change,
    finding::{Finding, Severity},
    record::Fleet,
};
use crate::report::{Format, Kind, counted};

pub(crate) use self::summary::{is_online, subscription_of};

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
    /// Findings that the report does not show. The numbers and the verdicts count them too.
    pub hidden: &'a [Finding],
    /// The least severity that the report shows.
    pub least: Severity,
    /// What has changed since the baseline; nothing without a baseline.
    pub changes: Option<&'a [Change]>,
}

impl<'a> Report<'a> {
    /// All findings, also those that it does not show.
    pub fn all_findings(&self) -> impl Iterator<Item = &'a Finding> + use<'a> {
        self.findings.iter().chain(self.hidden)
    }

    /// Says what the report does not show; nothing where it shows all findings that count.
    #[must_use]
    pub fn omission(&self) -> Option<String> {
        let counts = |all: &[Finding]| all.iter().filter(|own| own.silenced.is_none()).count();
        let hidden = counts(self.hidden);
        let least = self.least.name();
        let findings = counted(hidden, "finding", "findings");
        let verb = if hidden == 1 { "is" } else { "are" };
        match (hidden, counts(self.findings)) {
            (0, _) => None,
            (_, 0) => Some(format!(
                "No findings of severity {least} or above. {findings} below it {verb} not shown."
            )),
            _ => Some(format!(
                "{findings} below severity {least} {verb} not shown."
            )),
        }
    }
}

/// Returns a report in this form.
#[must_use]
pub fn write(format: Format, report: &Report<'_>) -> String {
    let text = match format {
        Format::Html => html::page(report),
        Format::Json => json::document(report),
        Format::Csv => csv::table(report),
        Format::Markdown => markdown::text(report),
        Format::Junit => junit::suites(report),
        Format::Sarif => sarif::log(report),
    };
    format.mark(Kind::Fleet).on(text)
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
