//! The report as a page: the summary is HTML, the tables are made by the page's script, the picture is SVG.

use std::fmt::Write;

use super::{
    Report, Summary,
    summary::{due, first, subject},
    tables,
};
use crate::{
    fleet::topology,
    report::{
        counted,
        escape::html,
        grouped, moment,
        page::{self, Tile, grid, link_to, shell},
    },
};

/// The findings that a reader without script sees.
const WITHOUT_SCRIPT: usize = 50;
/// The subscriptions that the summary shows.
const SUBSCRIPTIONS: usize = 12;
/// The changes that the page shows.
const CHANGES: usize = 200;

/// Returns the page.
#[must_use]
pub fn page(report: &Report<'_>) -> String {
    let summary = Summary::of(report);
    let mut body = String::new();
    heading(&mut body, report);
    tiles(&mut body, &summary);
    if !report.fleet.complete {
        body.push_str(
            "<section class=\"notice\"><strong>The survey was interrupted.</strong> What was not read is not in this \
             report.</section>\n",
        );
    }
    if let Some(own) = report.fleet.missing_notice() {
        let _ = writeln!(body, "<section class=\"notice\">{}</section>", html(&own));
    }
    if let Some(own) = report.omission() {
        let _ = writeln!(body, "<section class=\"notice\">{own}</section>");
    }
    body.push_str("<div class=\"pair\">\n");
    expiries(&mut body, &summary);
    subscriptions(&mut body, &summary);
    body.push_str("</div>\n");
    findings(&mut body, report, &summary);
    changes(&mut body, report);
    body.push_str(NODES);
    grid(
        &mut body,
        "Integration runtimes and nodes",
        &[
            "Health",
            "Subscription",
            "Resource",
            "Integration runtime",
            "Node",
            "Status",
            "Version",
            "Expires",
            "Last connection",
        ],
    );
    body.push_str("</section>\n");
    body.push_str(&topology::html::section(&topology::Topology::of(
        report.fleet,
        report.findings,
    )));
    let _ = writeln!(
        body,
        "<footer>AzIntegrationRuntime {}, {}</footer>",
        crate::BUILD,
        moment(report.made_at)
    );
    shell(
        report.title,
        &body,
        topology::svg::STYLE,
        Some(&tables::data(report)),
    )
}

fn heading(body: &mut String, report: &Report<'_>) {
    let tenant = report
        .fleet
        .tenant_id
        .as_deref()
        .map_or_else(String::new, |own| format!(", tenant {}", html(own)));
    let _ = writeln!(
        body,
        "<header><h1>{}</h1><p>{}{tenant}</p></header>",
        html(report.title),
        moment(report.made_at)
    );
}

fn tiles(body: &mut String, own: &Summary) {
    let of =
        |part: usize, all: usize| format!("{} <small>/ {}</small>", grouped(part), grouped(all));
    let tiles = [
        Tile::of(own.errors, "error", "good", link_to("Error", "Errors")),
        Tile::of(
            own.warnings,
            "warning",
            "good",
            link_to("Warning", "Warnings"),
        ),
        Tile::of(
            own.information,
            "note",
            "note",
            link_to("Information", "Information"),
        ),
        Tile {
            number: of(own.healthy, own.runtimes),
            ..Tile::of(
                own.runtimes - own.healthy,
                "plain",
                "good",
                "integration runtimes healthy".to_owned(),
            )
        },
        Tile {
            number: of(own.online, own.nodes),
            ..Tile::of(
                own.nodes - own.online,
                "plain",
                "good",
                "nodes online".to_owned(),
            )
        },
        Tile::of(
            own.unreadable,
            "warning",
            "good",
            "resources not readable".to_owned(),
        ),
    ];
    page::tiles(body, &tiles);
}

fn expiries(body: &mut String, summary: &Summary) {
    body.push_str("<section aria-labelledby=\"expiry\"><h2 id=\"expiry\">Next expiry dates</h2>\n");
    if summary.expiries.is_empty() {
        body.push_str("<p class=\"count\">No node reports a version that expires.</p></section>\n");
        return;
    }
    body.push_str(
        "<table class=\"grid\"><thead><tr><th scope=\"col\">Day</th><th scope=\"col\" class=\"number\">Nodes</th>\
         <th scope=\"col\" class=\"number\">Runtimes</th><th scope=\"col\">Versions</th></tr></thead><tbody>\n",
    );
    for own in &summary.expiries {
        let (look, words) = match own.days {
            days if days < 0 => (
                "error",
                format!("✖ {} ago", counted(usize(-days), "day", "days")),
            ),
            0 => ("error", "✖ today".to_owned()),
            days if days <= 60 => (
                "warning",
                format!("▲ in {}", counted(usize(days), "day", "days")),
            ),
            days => (
                "idle",
                format!("in {}", counted(usize(days), "day", "days")),
            ),
        };
        let estimated = if own.estimated {
            " <span class=\"sub\">est.</span>"
        } else {
            ""
        };
        let shown: Vec<String> = own
            .versions
            .iter()
            .take(3)
            .map(|own| format!("<span class=\"whole\">{}</span>", html(own)))
            .collect();
        let more = own.versions.len().saturating_sub(3);
        let more = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        let _ = writeln!(
            body,
            "<tr><td><span class=\"whole\">{}</span> <span class=\"chip {look}\">{words}</span>{estimated}</td>\
             <td class=\"number\">{}</td><td class=\"number\">{}</td><td>{}{more}</td></tr>",
            own.day,
            grouped(own.nodes),
            grouped(own.runtimes),
            shown.join(", ")
        );
    }
    body.push_str("</tbody></table></section>\n");
}

fn usize(days: i64) -> usize {
    usize::try_from(days).unwrap_or_default()
}

fn subscriptions(body: &mut String, summary: &Summary) {
    body.push_str(
        "<section aria-labelledby=\"subscriptions\"><h2 id=\"subscriptions\">Subscriptions</h2>\n\
         <table class=\"grid\"><thead><tr><th scope=\"col\">Subscription</th><th scope=\"col\" class=\"number\">Errors\
         </th><th scope=\"col\" class=\"number\">Warnings</th><th scope=\"col\" class=\"number\">Runtimes</th>\
         <th scope=\"col\" class=\"number\">Nodes</th></tr></thead><tbody>\n",
    );
    let number = |count: usize, look: &str, sign: &str| {
        if count == 0 {
            return "0".to_owned();
        }
        format!(
            "<span class=\"chip {look}\">{sign} {}</span>",
            grouped(count)
        )
    };
    for own in summary.subscriptions.iter().take(SUBSCRIPTIONS) {
        let _ = writeln!(
            body,
            "<tr><td title=\"{}\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td>\
             <td class=\"number\">{}</td><td class=\"number\">{}</td></tr>",
            html(&own.id),
            html(&own.name),
            number(own.errors, "error", "✖"),
            number(own.warnings, "warning", "▲"),
            grouped(own.runtimes),
            grouped(own.nodes)
        );
    }
    body.push_str("</tbody></table>\n");
    let rest = summary.subscriptions.iter().skip(SUBSCRIPTIONS);
    let (count, errors) = rest.fold((0, 0), |sum, own| (sum.0 + 1, sum.1 + own.errors));
    if count > 0 {
        let _ = writeln!(
            body,
            "<p class=\"count\">and {} with {}</p>",
            counted(count, "more subscription", "more subscriptions"),
            counted(errors, "error", "errors")
        );
    }
    body.push_str("</section>\n");
}

fn findings(body: &mut String, report: &Report<'_>, summary: &Summary) {
    page::findings(
        body,
        &["Severity", "Code", "Subject", "Due", "Finding"],
        summary.silenced > 0,
        |body| without_script(body, report, summary),
    );
}

fn without_script(body: &mut String, report: &Report<'_>, summary: &Summary) {
    let _ = writeln!(
        body,
        "<p>{} The tables of all findings and nodes need the script of this page.</p>",
        summary.sentence()
    );
    body.push_str(
        "<table class=\"grid\"><thead><tr><th scope=\"col\">Severity</th><th scope=\"col\">Code</th>\
         <th scope=\"col\">Subject</th><th scope=\"col\">Due</th><th scope=\"col\">Finding</th></tr></thead><tbody>\n",
    );
    for own in first(report, WITHOUT_SCRIPT) {
        let fix = own
            .fix
            .as_deref()
            .map_or_else(String::new, |fix| format!("<code>{}</code>", html(fix)));
        let _ = writeln!(
            body,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"tight\">{}</td><td>{}{fix}</td></tr>",
            own.severity.name(),
            own.rule.code,
            html(&subject(own)),
            html(due(own)),
            html(&own.message)
        );
    }
    body.push_str("</tbody></table>\n");
}

fn changes(body: &mut String, report: &Report<'_>) {
    let Some(changes) = report.changes else {
        return;
    };
    body.push_str(
        "<section aria-labelledby=\"changes\"><h2 id=\"changes\">Changes since the baseline</h2>\n",
    );
    if changes.is_empty() {
        body.push_str("<p class=\"count\">No changes.</p></section>\n");
        return;
    }
    body.push_str(
        "<table class=\"grid\"><thead><tr><th scope=\"col\">Kind</th><th scope=\"col\">Change</th></tr></thead>\
         <tbody>\n",
    );
    for own in changes.iter().take(CHANGES) {
        let _ = writeln!(
            body,
            "<tr><td class=\"tight\">{}</td><td title=\"{}\">{}</td></tr>",
            html(own.kind.name()),
            html(&own.id),
            html(&own.message)
        );
    }
    body.push_str("</tbody></table>\n");
    if changes.len() > CHANGES {
        let more = counted(changes.len() - CHANGES, "more change", "more changes");
        let _ = writeln!(
            body,
            "<p class=\"count\">and {more}; the JSON report has all.</p>"
        );
    }
    body.push_str("</section>\n");
}

/// The section of nodes; the script fills it.
const NODES: &str = "<section id=\"nodes\" aria-labelledby=\"nodes-title\" class=\"live\" hidden>\
<h2 id=\"nodes-title\">Integration runtimes and nodes</h2>\n<div class=\"tools\">\n\
<input type=\"search\" aria-label=\"Filter the nodes\" placeholder=\"Filter: names, versions, states\">\n\
<label>Show <select><option value=\"all\">all</option><option value=\"findings\">with errors or warnings</option>\
<option value=\"offline\">nodes that are not online</option></select></label>\n\
<p class=\"count\" aria-live=\"polite\"></p></div>\n";
