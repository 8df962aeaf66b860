//! The report as Markdown, short enough for the summary of a pipeline run.

use std::fmt::Write;

use super::{
    Report, Summary,
    summary::{due, first, subject},
};
use crate::report::{
    counted,
    escape::{markdown, markdown_code},
    grouped,
    markdown::{heading, more, sign},
    moment,
};

/// The most findings that are shown, and the most changes.
const FINDINGS: usize = 30;
const CHANGES: usize = 15;
const SUBSCRIPTIONS: usize = 15;

/// Returns the text.
pub(super) fn text(report: &Report<'_>) -> String {
    let summary = Summary::of(report);
    let mut text = heading(report.title);
    let _ = writeln!(
        text,
        "**{}**\n\n{} of {} online; {}; made {}.",
        summary.sentence(),
        grouped(summary.online),
        counted(summary.nodes, "node", "nodes"),
        counted(summary.silenced, "finding silenced", "findings silenced"),
        moment(report.made_at)
    );
    if !report.fleet.complete {
        text.push_str(
            "\n> **The survey was interrupted.** What was not read is not in this report.\n",
        );
    }
    if let Some(notice) = report.fleet.missing_notice() {
        let _ = writeln!(text, "\n> {}", markdown(&notice));
    }
    findings(&mut text, report, &summary);
    changes(&mut text, report);
    expiries(&mut text, &summary);
    subscriptions(&mut text, &summary);
    text
}

fn findings(text: &mut String, report: &Report<'_>, summary: &Summary) {
    let shown = first(report, FINDINGS);
    let omission = report.omission();
    if shown.is_empty() {
        let _ = writeln!(text, "\n{}", omission.as_deref().unwrap_or("No findings."));
        return;
    }
    text.push_str("\n## Findings\n\n| Severity | Code | Subject | Due | Finding |\n| --- | --- | --- | --- | --- |\n");
    for own in &shown {
        let fix = own
            .fix
            .as_deref()
            .map_or_else(String::new, |fix| format!("<br>{}", markdown_code(fix)));
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {}{fix} |",
            sign(own.severity),
            own.rule.code,
            markdown(&subject(own)),
            markdown(due(own)),
            markdown(&own.message)
        );
    }
    more(
        text,
        summary.errors + summary.warnings + summary.information - summary.hidden,
        shown.len(),
    );
    if let Some(own) = omission {
        let _ = writeln!(text, "\n{own}");
    }
}

fn changes(text: &mut String, report: &Report<'_>) {
    let Some(changes) = report.changes else {
        return;
    };
    text.push_str("\n## Changes since the baseline\n\n");
    if changes.is_empty() {
        text.push_str("No changes.\n");
        return;
    }
    for own in changes.iter().take(CHANGES) {
        let _ = writeln!(
            text,
            "- **{}**: {}",
            markdown(own.kind.name()),
            markdown(&own.message)
        );
    }
    more(text, changes.len(), CHANGES);
}

fn expiries(text: &mut String, summary: &Summary) {
    if summary.expiries.is_empty() {
        return;
    }
    text.push_str(
        "\n## Next expiry dates\n\n| Day | In days | Nodes | Integration runtimes | Versions |\n",
    );
    text.push_str("| --- | ---: | ---: | ---: | --- |\n");
    for own in &summary.expiries {
        let _ = writeln!(
            text,
            "| {}{} | {} | {} | {} | {} |",
            own.day,
            if own.estimated { " (estimated)" } else { "" },
            own.days,
            own.nodes,
            own.runtimes,
            markdown(&own.versions.join(", "))
        );
    }
}

fn subscriptions(text: &mut String, summary: &Summary) {
    if summary.subscriptions.is_empty() {
        return;
    }
    text.push_str("\n## Subscriptions\n\n| Subscription | Errors | Warnings | Integration runtimes | Nodes |\n");
    text.push_str("| --- | ---: | ---: | ---: | ---: |\n");
    for own in summary.subscriptions.iter().take(SUBSCRIPTIONS) {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            markdown(&own.name),
            own.errors,
            own.warnings,
            own.runtimes,
            own.nodes
        );
    }
    more(text, summary.subscriptions.len(), SUBSCRIPTIONS);
}
