//! The report as JSON, for programs: the summary, the findings, the changes, and what could not be read.

use serde_json::{Map, Value, json};

use super::{Change, Report, Summary, ordered};
use crate::{
    fleet::finding::Finding,
    report::{Kind, escape, rfc3339},
};

/// The version of the form; a new member does not raise it.
const VERSION: u32 = 1;

/// Returns the document, with a line break at its end.
pub(super) fn document(report: &Report<'_>) -> String {
    let summary = Summary::of(report);
    let mut document = json!({
        "version": VERSION,
        "tool": {"name": "AzIntegrationRuntime", "version": crate::BUILD, "kind": Kind::Fleet.name()},
        "title": report.title,
        "madeAt": rfc3339(report.made_at),
        "takenAt": report.fleet.taken_at,
        "tenantId": report.fleet.tenant_id,
        "complete": report.fleet.is_whole(),
        "summary": of_summary(&summary),
        "findings": ordered(report.findings).into_iter().map(of_finding).collect::<Vec<_>>(),
        "unreadable": report.fleet.unreadable,
    });
    if let Some(notice) = report.fleet.missing_notice() {
        document["notices"] = json!([notice]);
    }
    if let Some(changes) = report.changes {
        document["changes"] = changes.iter().map(of_change).collect();
    }
    escape::json(&document)
}

/// The numbers of a report.
pub(super) fn of_summary(own: &Summary) -> Value {
    json!({
        "errors": own.errors,
        "warnings": own.warnings,
        "information": own.information,
        "silenced": own.silenced,
        "notShown": own.hidden,
        "parents": own.parents,
        "runtimes": own.runtimes,
        "healthyRuntimes": own.healthy,
        "nodes": own.nodes,
        "onlineNodes": own.online,
        "unreadable": own.unreadable,
        "expiries": own.expiries.iter().map(|own| json!({
            "day": own.day,
            "days": own.days,
            "versions": own.versions,
            "nodes": own.nodes,
            "runtimes": own.runtimes,
            "estimated": own.estimated,
        })).collect::<Vec<_>>(),
        "subscriptions": own.subscriptions.iter().map(|own| json!({
            "id": own.id,
            "name": own.name,
            "parents": own.parents,
            "runtimes": own.runtimes,
            "nodes": own.nodes,
            "errors": own.errors,
            "warnings": own.warnings,
        })).collect::<Vec<_>>(),
    })
}

/// A finding; members without a value are left out.
pub(super) fn of_finding(own: &Finding) -> Value {
    let mut value = json!({
        "code": own.rule.code,
        "title": own.rule.title,
        "severity": own.severity.name(),
        "service": own.service.short_name(),
        "parent": own.parent,
        "runtime": own.runtime,
        "node": own.node,
        "due": own.due,
        "message": own.message,
        "fix": own.fix,
        "id": own.id,
    });
    if let Some(silence) = &own.silenced {
        value["silenced"] = json!({"reason": silence.reason, "until": silence.until});
    }
    without_null(value)
}

fn of_change(own: &Change) -> Value {
    json!({"kind": own.kind.name(), "message": own.message, "id": own.id})
}

fn without_null(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .filter(|(_, own)| !own.is_null())
            .map(|(name, own)| (name, without_null(own)))
            .collect::<Map<_, _>>()
            .into(),
        other => other,
    }
}
