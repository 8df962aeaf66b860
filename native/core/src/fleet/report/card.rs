//! The body that a webhook gets: a card for Microsoft Teams, or plain JSON. Names and numbers only, and never more than
//! Teams takes.

use serde_json::{Value, json};

use super::{
    Report, Summary,
    json::{of_finding, of_summary},
    summary::{due, first, subject},
};
use crate::{
    fleet::finding::{Finding, Severity},
    present::visible::cut,
    report::{counted, escape::plain, moment, rfc3339},
};

/// The most findings in a body.
const FINDINGS: usize = 10;
/// The most bytes of a message: Teams refuses more than 28 KB.
const BYTES: usize = 28_000;
/// The most characters of a finding's message in a card.
const MESSAGE: usize = 300;

/// Returns plain JSON: the summary, the counts and the first findings.
#[must_use]
pub fn plain_json(report: &Report<'_>) -> Value {
    let summary = Summary::of(report);
    let mut counts = of_summary(&summary);
    // Lists of a length that grows with the fleet.
    if let Some(own) = counts.as_object_mut() {
        own.remove("subscriptions");
    }
    json!({
        "version": 1,
        "title": report.title,
        "text": summary.sentence(),
        "madeAt": rfc3339(report.made_at),
        "tenantId": report.fleet.tenant_id,
        "complete": report.fleet.is_whole(),
        "summary": counts,
        "changes": report.changes.map(<[_]>::len),
        "findings": first(report, FINDINGS).into_iter().map(of_finding).collect::<Vec<_>>(),
    })
}

/// Returns the message with an adaptive card that an incoming webhook or workflow of Teams takes.
#[must_use]
pub fn teams(report: &Report<'_>) -> Value {
    // Characters have up to four bytes: as many findings as there is room for.
    (0..=FINDINGS)
        .rev()
        .map(|count| message(report, count))
        .find(|own| own.to_string().len() <= BYTES)
        .unwrap_or_else(|| message(report, 0))
}

fn message(report: &Report<'_>, count: usize) -> Value {
    let summary = Summary::of(report);
    let mut body = vec![
        block(report.title, &json!({"size": "Large", "weight": "Bolder"})),
        block(&summary.sentence(), &json!({"color": tone(&summary)})),
        json!({"type": "FactSet", "facts": facts(report, &summary)}),
    ];
    let shown = first(report, count);
    for own in &shown {
        body.push(of_card(own));
    }
    let all = summary.errors + summary.warnings + summary.information;
    if all > shown.len() {
        let rest = counted(all - shown.len(), "more finding.", "more findings.");
        body.push(block(&format!("… and {rest}"), &json!({"isSubtle": true})));
    }
    json!({
        "type": "message",
        "attachments": [{
            "contentType": "application/vnd.microsoft.card.adaptive",
            "contentUrl": null,
            "content": {
                "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                "type": "AdaptiveCard",
                "version": "1.4",
                "msteams": {"width": "Full"},
                "fallbackText": summary.sentence(),
                "body": body,
            },
        }],
    })
}

fn tone(summary: &Summary) -> &'static str {
    if summary.errors > 0 {
        "Attention"
    } else if summary.warnings > 0 {
        "Warning"
    } else {
        "Good"
    }
}

fn facts(report: &Report<'_>, summary: &Summary) -> Vec<Value> {
    let mut facts = vec![
        (
            "Nodes online",
            format!("{} of {}", summary.online, summary.nodes),
        ),
        (
            "Healthy",
            format!("{} of {}", summary.healthy, summary.runtimes),
        ),
    ];
    if let Some(next) = summary.expiries.iter().find(|own| own.days >= 0) {
        let nodes = counted(next.nodes, "node", "nodes");
        facts.push(("Next expiry", format!("{} ({nodes})", next.day)));
    }
    if let Some(changes) = report.changes {
        facts.push(("Changes", changes.len().to_string()));
    }
    let missing = report.fleet.missing_subscriptions.len();
    if missing > 0 {
        facts.push(("Subscriptions not found", missing.to_string()));
    }
    if summary.unreadable > 0 {
        facts.push(("Not readable", summary.unreadable.to_string()));
    }
    facts.push(("Made", moment(report.made_at)));
    facts
        .into_iter()
        .map(|(title, value)| json!({"title": title, "value": value}))
        .collect()
}

fn of_card(own: &Finding) -> Value {
    let sign = match own.severity {
        Severity::Error => "❌",
        Severity::Warning => "⚠️",
        Severity::Information => "ℹ️",
    };
    let due = due(own);
    let due = if due.is_empty() {
        String::new()
    } else {
        format!(" · {due}")
    };
    json!({
        "type": "Container",
        "separator": true,
        "items": [
            block(
                &format!("{sign} {} {}{due}", own.rule.code, subject(own)),
                &json!({"weight": "Bolder"}),
            ),
            block(&cut(&own.message, MESSAGE), &json!({"spacing": "None"})),
        ],
    })
}

/// A block of text. Teams reads a part of Markdown in it, so a name must not be able to make a link.
fn block(text: &str, look: &Value) -> Value {
    let mut escaped = String::with_capacity(text.len());
    for own in cut(&plain(text), 2 * MESSAGE).chars() {
        if matches!(own, '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '#') {
            escaped.push('\\');
        }
        escaped.push(own);
    }
    let mut block = json!({"type": "TextBlock", "text": escaped, "wrap": true});
    if let (Some(own), Some(look)) = (block.as_object_mut(), look.as_object()) {
        own.extend(look.clone());
    }
    block
}
