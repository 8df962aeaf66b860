//! The report as a page.

use std::fmt::Write;

use serde_json::json;

use super::{Report, forms::ALLOWED};
use crate::report::{
    Severity,
    escape::html,
    fix, moment,
    page::{self, FindingRow, Texts, Tile, link_to, shell},
};

/// The entries that a reader without script sees.
const WITHOUT_SCRIPT: usize = 50;
pub(super) fn page(report: &Report<'_>) -> String {
    let mut body = String::new();
    let _ = writeln!(
        body,
        "<header><h1>{}</h1><p>{}, {}</p></header>",
        html(&report.title),
        moment(report.made_at),
        html(report.path)
    );
    let count = |severity| report.count(severity);
    page::tiles(
        &mut body,
        &[
            Tile::of(
                count(Severity::Error),
                "error",
                "good",
                link_to("Error", "Errors"),
            ),
            Tile::of(
                count(Severity::Warning),
                "warning",
                "good",
                link_to("Warning", "Warnings"),
            ),
            Tile::of(
                count(Severity::Information),
                "note",
                "note",
                link_to("Information", "Information"),
            ),
            Tile::of(
                report.unchanged.len(),
                "good",
                "plain",
                "integration runtimes unchanged".to_owned(),
            ),
        ],
    );
    page::findings(
        &mut body,
        &["Severity", "Code", "Subject", "File", "Finding"],
        report.allowed() > 0,
        |body| without_script(body, report),
    );
    let _ = writeln!(
        body,
        "<footer>AzIntegrationRuntime {}, {}</footer>",
        crate::BUILD,
        moment(report.made_at)
    );
    shell(&report.title, &body, "", Some(&data(report)))
}

/// The rows for the script.
fn data(report: &Report<'_>) -> serde_json::Value {
    let mut texts = Texts::default();
    let rows: Vec<_> = report
        .entries
        .iter()
        .map(|own| {
            let line = own
                .position
                .and_then(|own| own.line)
                .map_or_else(String::new, |line| line.to_string());
            let silenced = if own.allowed {
                format!("{}: {ALLOWED}", own.severity.name())
            } else {
                String::new()
            };
            let (advice, command) = own.fix.map_or(("", ""), fix::parts);
            FindingRow {
                severity: own.severity.name(),
                code: own.rule.id,
                title: own.rule.title,
                service: report.target.service.short_name(),
                subscription: &report.target.resource_group,
                parent: &report.target.name,
                runtime: own.runtime.unwrap_or_default(),
                node: own.member.unwrap_or_default(),
                file: own.position.map_or("", |own| own.file.as_str()),
                line: &line,
                message: own.message,
                advice,
                fix: command,
                silenced: &silenced,
                ..FindingRow::default()
            }
            .of(&mut texts)
        })
        .collect();
    json!({"findingNames": FindingRow::NAMES, "findings": rows, "text": texts.all()})
}

fn without_script(body: &mut String, report: &Report<'_>) {
    let _ = writeln!(
        body,
        "<p>{} The table of all findings needs the script of this page.</p>",
        html(&report.sentence())
    );
    body.push_str(
        "<table class=\"grid\"><thead><tr><th scope=\"col\">Severity</th><th scope=\"col\">Code</th>\
         <th scope=\"col\">Subject</th><th scope=\"col\">Finding</th></tr></thead><tbody>\n",
    );
    for own in report
        .entries
        .iter()
        .filter(|own| !own.allowed)
        .take(WITHOUT_SCRIPT)
    {
        let (advice, command) = own.fix.map_or(("", ""), fix::parts);
        let mut fix = String::new();
        if !advice.is_empty() {
            let _ = write!(fix, "<div>{}</div>", html(advice));
        }
        if !command.is_empty() {
            let _ = write!(fix, "<code>{}</code>", html(command));
        }
        let _ = writeln!(
            body,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}{fix}</td></tr>",
            own.severity.name(),
            own.rule.id,
            html(&report.subject(own)),
            html(own.message)
        );
    }
    body.push_str("</tbody></table>\n");
}
