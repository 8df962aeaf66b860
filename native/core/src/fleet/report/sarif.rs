//! The report as SARIF 2.1.0. What a finding is about is a resource in Azure, so its place is a logical location: the
//! resource id. There is no file and no line.

use serde_json::{Value, json};

use super::{Report, escape, json::made_at, ordered, summary::subject};
use crate::fleet::finding::{CATALOG, Finding, Severity};

/// Returns the log, with a line break at its end.
pub(super) fn log(report: &Report<'_>) -> String {
    let rules: Vec<Value> = CATALOG
        .iter()
        .map(|own| {
            json!({
                "id": own.code,
                "shortDescription": {"text": format!("{}.", own.title)},
                "defaultConfiguration": {"level": level(own.severity)},
            })
        })
        .collect();
    let results: Vec<Value> = ordered(report.findings).into_iter().map(result).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "AzIntegrationRuntime",
                "semanticVersion": crate::BUILD,
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": report.fleet.complete,
                "endTimeUtc": made_at(report),
            }],
            "results": results,
        }],
    });
    escape::json(&log)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Information => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn result(own: &Finding) -> Value {
    let message = match &own.fix {
        Some(fix) => format!("{} Fix: {fix}", own.message),
        None => own.message.clone(),
    };
    let fingerprint = format!(
        "{}|{}|{}",
        own.rule.code,
        own.id.to_ascii_lowercase(),
        own.node.as_deref().unwrap_or_default().to_ascii_lowercase()
    );
    let mut result = json!({
        "ruleId": own.rule.code,
        "ruleIndex": CATALOG.iter().position(|rule| rule.code == own.rule.code),
        "level": level(own.severity),
        "message": {"text": message},
        "locations": [{"logicalLocations": [{
            "name": subject(own),
            "fullyQualifiedName": own.id,
            "kind": "resource",
        }]}],
        "partialFingerprints": {"finding/v1": fingerprint},
        "properties": {
            "service": own.service.short_name(),
            "parent": own.parent,
            "runtime": own.runtime,
            "node": own.node,
            "due": own.due,
        },
    });
    if let Some(silence) = &own.silenced {
        result["suppressions"] = json!([{
            "kind": "external",
            "status": "accepted",
            "justification": silence.reason,
            "properties": {"until": silence.until},
        }]);
    }
    result
}
