//! The report as SARIF 2.1.0. There is no file and no line: what a finding is about is a resource in Azure.

use serde_json::json;

use super::{Report, ordered, summary::subject};
use crate::{
    fleet::finding::{CATALOG, Finding},
    report::{
        Kind,
        sarif::{self, Entry, Rule},
    },
};

/// Returns the log.
pub(super) fn log(report: &Report<'_>) -> String {
    let rules: Vec<Rule> = CATALOG
        .iter()
        .map(|own| Rule {
            id: own.code,
            title: own.title,
            severity: own.severity,
        })
        .collect();
    let entries: Vec<Entry> = ordered(report.findings).into_iter().map(entry).collect();
    sarif::log(
        Kind::Fleet,
        &rules,
        &entries,
        report.fleet.is_whole(),
        report.made_at,
    )
}

fn entry(own: &Finding) -> Entry {
    Entry {
        rule: own.rule.code,
        severity: own.severity,
        message: own.message.clone(),
        fix: own.fix.clone(),
        subject: subject(own),
        id: own.id.clone(),
        fingerprint: format!(
            "{}|{}|{}",
            own.rule.code,
            own.id.to_ascii_lowercase(),
            own.node.as_deref().unwrap_or_default().to_ascii_lowercase()
        ),
        file: None,
        properties: json!({
            "service": own.service.short_name(),
            "parent": own.parent,
            "runtime": own.runtime,
            "node": own.node,
            "due": own.due,
        }),
        suppression: own
            .silenced
            .as_ref()
            .map(|own| (own.reason.clone(), json!({"until": own.until}))),
    }
}
