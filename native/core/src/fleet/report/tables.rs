//! The rows of the page's tables as compact JSON: each cell is an index into one list of texts.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::{
    Report, ordered,
    summary::{due, expiry, subscription_of},
};
use crate::{
    fleet::{
        finding::{Finding, Severity},
        record::{Node, Parent, Runtime},
        verdict::{Verdict, verdicts},
    },
    report::{
        day,
        page::{FindingRow, Texts},
    },
};

const NODES: [&str; 15] = [
    "health",
    "subscription",
    "group",
    "service",
    "parent",
    "runtime",
    "kind",
    "node",
    "machine",
    "status",
    "version",
    "expires",
    "estimated",
    "updates",
    "connected",
];

/// Returns the data of the page.
pub(super) fn data(report: &Report<'_>) -> Value {
    let names: HashMap<String, &str> = report
        .fleet
        .parents
        .iter()
        .filter_map(|own| {
            let name = own
                .subscription_name
                .as_deref()
                .filter(|own| !own.is_empty())?;
            Some((own.subscription_id.to_ascii_lowercase(), name))
        })
        .collect();
    let mut texts = Texts::default();
    let findings: Vec<Value> = ordered(report.findings)
        .into_iter()
        .map(|own| {
            let id = subscription_of(&own.id);
            let subscription = names.get(&id.to_ascii_lowercase()).copied().unwrap_or(id);
            finding_row(&mut texts, subscription, own)
        })
        .collect();
    let nodes = node_rows(&mut texts, report);
    json!({
        "findingNames": FindingRow::NAMES,
        "findings": findings,
        "nodeNames": NODES,
        "nodes": nodes,
        "text": texts.all(),
    })
}

fn finding_row(texts: &mut Texts, subscription: &str, own: &Finding) -> Value {
    let silenced = own.silenced.as_ref().map_or_else(String::new, |silence| {
        let until = silence
            .until
            .as_deref()
            .map_or_else(String::new, |own| format!(" until {}", day(own)));
        format!(
            "{} silenced{until}: {}",
            own.severity.name(),
            silence.reason
        )
    });
    FindingRow {
        severity: own.severity.name(),
        code: own.rule.code,
        title: own.rule.title,
        service: own.service.short_name(),
        subscription,
        parent: &own.parent,
        runtime: own.runtime.as_deref().unwrap_or_default(),
        node: own.node.as_deref().unwrap_or_default(),
        due: due(own),
        message: &own.message,
        fix: own.fix.as_deref().unwrap_or_default(),
        id: &own.id,
        silenced: &silenced,
        ..FindingRow::default()
    }
    .of(texts)
}

fn node_rows(texts: &mut Texts, report: &Report<'_>) -> Vec<Value> {
    let parents: HashMap<String, &Parent> = report
        .fleet
        .parents
        .iter()
        .map(|own| (own.id.to_ascii_lowercase(), own))
        .collect();
    let health = Health::of(report.all_findings());
    let mut rows = Vec::new();
    for own in verdicts(report.fleet, report.all_findings()) {
        let runtime = own.runtime;
        let parent = parents
            .get(&runtime.parent_id.to_ascii_lowercase())
            .copied();
        if runtime.nodes.is_empty() {
            let health = word(own.verdict, runtime);
            rows.push(node_row(texts, health, parent, runtime, None));
        }
        for node in &runtime.nodes {
            let health = health.of_node(runtime, node);
            rows.push(node_row(texts, health, parent, runtime, Some(node)));
        }
    }
    rows
}

/// The gravest severities of integration runtimes with nodes, and of the nodes.
struct Health {
    /// Those of findings that are about the integration runtime as a whole.
    whole: HashMap<String, Severity>,
    nodes: HashMap<(String, String), Severity>,
}

impl Health {
    fn of<'a>(findings: impl Iterator<Item = &'a Finding>) -> Self {
        let mut whole = HashMap::new();
        let mut nodes = HashMap::new();
        for own in findings.filter(|own| own.silenced.is_none()) {
            let id = super::runtime_id(&own.id).to_ascii_lowercase();
            let worst = match &own.node {
                Some(node) => nodes
                    .entry((id, node.to_ascii_lowercase()))
                    .or_insert(own.severity),
                None => whole.entry(id).or_insert(own.severity),
            };
            *worst = own.severity.max(*worst);
        }
        Self { whole, nodes }
    }

    fn of_node(&self, runtime: &Runtime, node: &Node) -> &'static str {
        let id = runtime.id.to_ascii_lowercase();
        let whole = self.whole.get(&id).copied();
        let own = self
            .nodes
            .get(&(id, node.name.to_ascii_lowercase()))
            .copied();
        let worst = whole.max(own).map(Verdict::from);
        word(worst.unwrap_or_default(), runtime)
    }
}

fn word(verdict: Verdict, runtime: &Runtime) -> &'static str {
    // Azure runs the other kinds, and a linked one has the status of its owner.
    if verdict == Verdict::Healthy && !runtime.has_status && runtime.kind == "SelfHosted" {
        return "Unknown";
    }
    verdict.name()
}

fn node_row(
    texts: &mut Texts,
    health: &str,
    parent: Option<&Parent>,
    runtime: &Runtime,
    node: Option<&Node>,
) -> Value {
    let subscription = parent.map_or_else(
        || subscription_of(&runtime.parent_id),
        |own| {
            own.subscription_name
                .as_deref()
                .unwrap_or(&own.subscription_id)
        },
    );
    let (expires, estimated) = node.and_then(expiry).unwrap_or_default();
    let text = |own: Option<&String>| own.cloned().unwrap_or_default();
    let status = node.map_or_else(
        || text(runtime.state.as_ref()),
        |own| text(own.status.as_ref()),
    );
    let version = node
        .and_then(|own| own.version.as_ref())
        .or(runtime.version.as_ref());
    let connected = node
        .and_then(|own| own.last_connect_time.as_deref())
        .map_or("", day);
    texts.row([
        health,
        subscription,
        parent.map_or("", |own| &own.resource_group),
        parent.map_or("", |own| own.service.short_name()),
        parent.map_or(runtime.parent_id.as_str(), |own| &own.name),
        &runtime.name,
        &runtime.kind,
        node.map_or("", |own| &own.name),
        node.and_then(|own| own.machine_name.as_deref())
            .unwrap_or_default(),
        &status,
        version.map_or("", String::as_str),
        &expires,
        if estimated { "estimated" } else { "" },
        runtime.auto_update.as_deref().unwrap_or_default(),
        connected,
    ])
}
