//! The forms of a report that are not a page.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::{Entry, Report};
use crate::report::{
    Kind, Severity, counted, csv,
    escape::{self, markdown as escaped, markdown_code},
    fix,
    junit::{self, Case, Outcome, Suite},
    markdown::{heading, more, sign},
    moment, rfc3339,
    sarif::{self, Entry as Result},
};

/// The version of the JSON form; a new member does not raise it.
const VERSION: u32 = 1;
/// The most entries in the Markdown form.
const MOST: usize = 30;
/// Why an allowed effect does not count.
pub(super) const ALLOWED: &str = "Allowed by -Allow";

pub(super) fn json(report: &Report<'_>) -> String {
    let document = json!({
        "version": VERSION,
        "tool": {"name": "AzIntegrationRuntime", "version": crate::BUILD, "kind": report.kind.name()},
        "title": report.title,
        "madeAt": rfc3339(report.made_at),
        "service": report.target.service.short_name(),
        "parent": report.target.name,
        "id": report.target.id(),
        "path": report.path,
        "summary": {
            "errors": report.count(Severity::Error),
            "warnings": report.count(Severity::Warning),
            "information": report.count(Severity::Information),
            "allowed": report.allowed(),
            "unchanged": report.unchanged.len(),
        },
        "findings": report.entries.iter().map(|own| of_entry(report, own)).collect::<Vec<_>>(),
        "unchanged": report.unchanged,
    });
    escape::json(&document)
}

/// An entry; members without a value are left out.
fn of_entry(report: &Report<'_>, own: &Entry<'_>) -> Value {
    let mut members = Map::new();
    let mut add = |name: &str, value: Value| {
        let is_empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !is_empty {
            members.insert(name.to_owned(), value);
        }
    };
    add("code", json!(own.rule.id));
    add("title", json!(own.rule.title));
    add("severity", json!(own.severity.name()));
    add("runtime", json!(own.runtime));
    add("member", json!(own.member));
    add("inFile", json!(own.in_file));
    add("live", json!(own.live));
    add("message", json!(own.message));
    add("linkedServices", json!(own.linked_services));
    add("links", json!(own.links));
    add("onlineNodes", json!(own.online_nodes));
    add("fix", json!(own.fix));
    if let Some(position) = own.position {
        add("file", json!(position.file));
        add("line", json!(position.line));
    }
    add("id", json!(report.id(own)));
    if own.allowed {
        add("allowed", json!(true));
    }
    Value::Object(members)
}

/// The columns of differences.
pub const DIFFERENCE_COLUMNS: [&str; 15] = [
    "Severity",
    "Code",
    "Title",
    "Service",
    "Parent",
    "Runtime",
    "Member",
    "InFile",
    "Live",
    "Message",
    "LinkedServices",
    "Fix",
    "File",
    "Allowed",
    "Id",
];

/// The columns of effects.
pub const EFFECT_COLUMNS: [&str; 14] = [
    "Severity",
    "Code",
    "Title",
    "Service",
    "Parent",
    "Runtime",
    "Message",
    "LinkedServices",
    "Links",
    "OnlineNodes",
    "Fix",
    "File",
    "Allowed",
    "Id",
];

pub(super) fn csv(report: &Report<'_>) -> String {
    if report.kind == Kind::Deployment {
        return table(report, EFFECT_COLUMNS);
    }
    table(report, DIFFERENCE_COLUMNS)
}

fn table<const N: usize>(report: &Report<'_>, columns: [&str; N]) -> String {
    let rows = report
        .entries
        .iter()
        .map(|own| columns.map(|name| cell(report, own, name)));
    csv::table(columns, rows)
}

fn cell(report: &Report<'_>, own: &Entry<'_>, column: &str) -> String {
    let text = |own: Option<&str>| own.unwrap_or_default().to_owned();
    match column {
        "Severity" => own.severity.name().to_owned(),
        "Code" => own.rule.id.to_owned(),
        "Title" => own.rule.title.to_owned(),
        "Service" => report.target.service.short_name().to_owned(),
        "Parent" => report.target.name.clone(),
        "Runtime" => text(own.runtime),
        "Member" => text(own.member),
        "InFile" => text(own.in_file),
        "Live" => text(own.live),
        "Message" => own.message.to_owned(),
        "LinkedServices" => own.linked_services.join("; "),
        "Links" => own.links.join("; "),
        "OnlineNodes" => own.online_nodes.join("; "),
        "Fix" => text(own.fix),
        "File" => place(own),
        "Allowed" => text(own.allowed.then_some(ALLOWED)),
        _ => report.id(own),
    }
}

/// The file and the line.
fn place(own: &Entry<'_>) -> String {
    match own.position {
        Some(position) => match position.line {
            Some(line) => format!("{}:{line}", position.file),
            None => position.file.clone(),
        },
        None => String::new(),
    }
}

pub(super) fn markdown(report: &Report<'_>) -> String {
    let mut text = heading(&report.title);
    let _ = writeln!(
        text,
        "**{}**\n\n{}; made {}.",
        escaped(&report.sentence()),
        counted(report.allowed(), "effect allowed", "effects allowed"),
        moment(report.made_at)
    );
    let all: Vec<&Entry<'_>> = report.entries.iter().filter(|own| !own.allowed).collect();
    if all.is_empty() {
        text.push_str("\nNo findings.\n");
        return text;
    }
    text.push_str(
        "\n## Findings\n\n| Severity | Code | Subject | Finding |\n| --- | --- | --- | --- |\n",
    );
    for own in all.iter().take(MOST) {
        let (advice, command) = own.fix.map_or(("", ""), fix::parts);
        let mut fix = String::new();
        if !advice.is_empty() {
            let _ = write!(fix, "<br>{}", escaped(advice));
        }
        if !command.is_empty() {
            let _ = write!(fix, "<br>{}", markdown_code(command));
        }
        let _ = writeln!(
            text,
            "| {} | {} | {} | {}{fix} |",
            sign(own.severity),
            own.rule.id,
            escaped(&report.subject(own)),
            escaped(own.message)
        );
    }
    more(&mut text, all.len(), MOST);
    text
}

pub(super) fn junit(report: &Report<'_>) -> String {
    let cases = report.entries.iter().map(|own| Case {
        name: format!("{}: {}", own.rule.id, report.subject(own)),
        outcome: if own.allowed {
            Outcome::Skipped(ALLOWED.to_owned())
        } else if own.severity >= Severity::Warning {
            Outcome::Failed {
                kind: own.severity.name(),
                message: own.message.to_owned(),
            }
        } else {
            Outcome::Passed
        },
        details: Some(details(report, own)),
    });
    let unchanged = report.unchanged.iter().map(|name| Case {
        name: (*name).to_owned(),
        outcome: Outcome::Passed,
        details: None,
    });
    let suite = Suite {
        name: format!(
            "{} {}",
            report.target.service.short_name(),
            report.target.name
        ),
        cases: cases.chain(unchanged).collect(),
    };
    junit::document(&report.title, report.made_at, &[suite])
}

/// An entry in lines.
fn details(report: &Report<'_>, own: &Entry<'_>) -> String {
    let mut lines = vec![format!("{}: {}", own.rule.id, own.message)];
    let lists = [
        ("Linked services", own.linked_services),
        ("Links", own.links),
        ("Nodes online", own.online_nodes),
    ];
    for (name, all) in lists {
        if !all.is_empty() {
            lines.push(format!("{name}: {}", all.join(", ")));
        }
    }
    lines.extend(own.fix.map(|fix| format!("Fix: {fix}")));
    let place = place(own);
    if !place.is_empty() {
        lines.push(format!("File: {place}"));
    }
    lines.push(format!("Id: {}", report.id(own)));
    lines.join("\n")
}

pub(super) fn sarif(report: &Report<'_>) -> String {
    let entries: Vec<Result> = report
        .entries
        .iter()
        .map(|own| {
            let id = report.id(own);
            Result {
                rule: own.rule.id,
                severity: own.severity,
                message: own.message.to_owned(),
                fix: own.fix.map(str::to_owned),
                subject: report.subject(own),
                fingerprint: format!(
                    "{}|{}|{}",
                    own.rule.id,
                    id.to_ascii_lowercase(),
                    own.member.unwrap_or_default().to_ascii_lowercase()
                ),
                id,
                file: own
                    .position
                    .map(|position| (position.file.clone(), position.line)),
                properties: json!({
                    "service": report.target.service.short_name(),
                    "parent": report.target.name,
                    "runtime": own.runtime,
                    "member": own.member,
                    "linkedServices": own.linked_services,
                }),
                suppression: own
                    .allowed
                    .then(|| (ALLOWED.to_owned(), Value::Object(Map::new()))),
            }
        })
        .collect();
    sarif::log(report.kind, &report.rules, &entries, true, report.made_at)
}
