//! Parts of a report in Markdown, which GitHub and Azure DevOps show as the summary of a run.

use std::fmt::Write;

use super::{Severity, escape, words::grouped};

/// The heading of a report.
#[must_use]
pub fn heading(title: &str) -> String {
    format!("# {}\n\n", escape::markdown(title))
}

/// The severity with its sign.
#[must_use]
pub fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "❌ Error",
        Severity::Warning => "⚠️ Warning",
        Severity::Information => "ℹ️ Information",
    }
}

/// Says how many are not shown.
pub fn more(text: &mut String, all: usize, shown: usize) {
    if all > shown {
        let _ = writeln!(text, "\n… and {} more.", grouped(all - shown));
    }
}
