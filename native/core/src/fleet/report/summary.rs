//! The numbers of a report: counts by severity, the next dates of expiry, and a row for each subscription.

use std::collections::{BTreeMap, HashMap};

use time::UtcOffset;

use super::{Report, ordered};
use crate::{
    fleet::{
        expiry,
        finding::{Finding, Severity},
        record::{Fleet, Node, date},
        verdict::{Verdict, verdicts},
    },
    report::day,
};

/// The numbers of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Findings of severity Error that count.
    pub errors: usize,
    /// Findings of severity Warning that count.
    pub warnings: usize,
    /// Findings of severity Information that count.
    pub information: usize,
    /// Findings that a rules file silences.
    pub silenced: usize,
    /// Findings that count and that the report does not show.
    pub hidden: usize,
    /// Data factories, workspaces and accounts.
    pub parents: usize,
    /// Integration runtimes.
    pub runtimes: usize,
    /// Integration runtimes without a finding of severity Warning or Error.
    pub healthy: usize,
    /// Nodes.
    pub nodes: usize,
    /// Nodes that are online.
    pub online: usize,
    /// Resources that could not be read.
    pub unreadable: usize,
    /// The subscriptions, the one with the gravest findings first.
    pub subscriptions: Vec<SubscriptionRow>,
    /// The dates of expiry, the first one first.
    pub expiries: Vec<Expiry>,
}

/// A subscription in a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SubscriptionRow {
    /// The id.
    pub id: String,
    /// The name; the id where the name is not known.
    pub name: String,
    /// Data factories, workspaces and accounts.
    pub parents: usize,
    /// Integration runtimes.
    pub runtimes: usize,
    /// Nodes.
    pub nodes: usize,
    /// Findings of severity Error.
    pub errors: usize,
    /// Findings of severity Warning.
    pub warnings: usize,
}

/// A day on which versions expire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expiry {
    /// The day: `2026-12-01`.
    pub day: String,
    /// Days from the report to it; negative in the past.
    pub days: i64,
    /// The versions.
    pub versions: Vec<String>,
    /// How many nodes.
    pub nodes: usize,
    /// How many integration runtimes.
    pub runtimes: usize,
    /// Whether a date among them is an estimate, because the service did not send it.
    pub estimated: bool,
}

/// The most days of expiry that a report shows.
const EXPIRIES: usize = 8;

impl Summary {
    /// Counts what a report has.
    #[must_use]
    pub fn of(report: &Report<'_>) -> Self {
        let fleet = report.fleet;
        let nodes = || fleet.runtimes.iter().flat_map(|own| &own.nodes);
        let count = |severity| {
            report
                .all_findings()
                .filter(|own| own.silenced.is_none() && own.severity == severity)
                .count()
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            information: count(Severity::Information),
            silenced: report
                .all_findings()
                .filter(|own| own.silenced.is_some())
                .count(),
            hidden: report
                .hidden
                .iter()
                .filter(|own| own.silenced.is_none())
                .count(),
            parents: fleet.parents.len(),
            runtimes: fleet.runtimes.len(),
            healthy: verdicts(fleet, report.all_findings())
                .iter()
                .filter(|own| own.verdict < Verdict::Warning)
                .count(),
            nodes: nodes().count(),
            online: nodes().filter(|own| is_online(own)).count(),
            unreadable: fleet.unreadable.len(),
            subscriptions: subscriptions(fleet, report.all_findings()),
            expiries: expiries(report),
        }
    }

    /// The summary in one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        use crate::report::counted;
        format!(
            "{}, {} and {} in {} with {}.",
            counted(self.errors, "error", "errors"),
            counted(self.warnings, "warning", "warnings"),
            counted(self.information, "information", "information"),
            counted(self.runtimes, "integration runtime", "integration runtimes"),
            counted(self.nodes, "node", "nodes"),
        )
    }
}

/// Whether the service calls a node online.
pub(crate) fn is_online(node: &Node) -> bool {
    node.status
        .as_deref()
        .is_some_and(|own| own.eq_ignore_ascii_case("Online"))
}

/// The subscription's id in a resource id.
pub(crate) fn subscription_of(id: &str) -> &str {
    let mut segments = id.trim_start_matches('/').splitn(3, '/');
    match (segments.next(), segments.next()) {
        (Some(first), Some(id)) if first.eq_ignore_ascii_case("subscriptions") => id,
        _ => "",
    }
}

fn subscriptions<'a>(
    fleet: &Fleet,
    findings: impl Iterator<Item = &'a Finding>,
) -> Vec<SubscriptionRow> {
    let mut rows: BTreeMap<String, SubscriptionRow> = BTreeMap::new();
    let row = |rows: &mut BTreeMap<String, SubscriptionRow>,
               id: &str,
               work: &dyn Fn(&mut SubscriptionRow)| {
        if id.is_empty() {
            return;
        }
        let own = rows
            .entry(id.to_ascii_lowercase())
            .or_insert_with(|| SubscriptionRow {
                id: id.to_owned(),
                name: id.to_owned(),
                ..SubscriptionRow::default()
            });
        work(own);
    };
    for parent in &fleet.parents {
        row(&mut rows, &parent.subscription_id, &|own| {
            own.parents += 1;
            if let Some(name) = parent
                .subscription_name
                .as_ref()
                .filter(|own| !own.is_empty())
            {
                own.name.clone_from(name);
            }
        });
    }
    for runtime in &fleet.runtimes {
        row(&mut rows, subscription_of(&runtime.parent_id), &|own| {
            own.runtimes += 1;
            own.nodes += runtime.nodes.len();
        });
    }
    for finding in findings.filter(|own| own.silenced.is_none()) {
        row(
            &mut rows,
            subscription_of(&finding.id),
            &|own| match finding.severity {
                Severity::Error => own.errors += 1,
                Severity::Warning => own.warnings += 1,
                Severity::Information => {}
            },
        );
    }
    let mut rows: Vec<SubscriptionRow> = rows.into_values().collect();
    rows.sort_by(|left, right| {
        (right.errors, right.warnings, &left.name).cmp(&(left.errors, left.warnings, &right.name))
    });
    rows
}

fn expiries(report: &Report<'_>) -> Vec<Expiry> {
    let mut days: BTreeMap<String, Expiry> = BTreeMap::new();
    let mut last: HashMap<String, usize> = HashMap::new();
    for (at, runtime) in report.fleet.runtimes.iter().enumerate() {
        for node in &runtime.nodes {
            let Some((when, estimated)) = expiry(node) else {
                continue;
            };
            let own = days.entry(when.clone()).or_insert_with(|| Expiry {
                day: when.clone(),
                days: days_to(report, &when),
                ..Expiry::default()
            });
            own.nodes += 1;
            own.estimated |= estimated;
            if last.insert(when, at) != Some(at) {
                own.runtimes += 1;
            }
            if let Some(version) = node.version.as_ref()
                && !own.versions.contains(version)
            {
                own.versions.push(version.clone());
            }
        }
    }
    days.into_values().take(EXPIRIES).collect()
}

/// The day on which a node's version expires, and whether it is an estimate.
pub(super) fn expiry(node: &Node) -> Option<(String, bool)> {
    let own = expiry::expiry(node)?;
    Some((
        own.at.to_offset(UtcOffset::UTC).date().to_string(),
        own.estimated,
    ))
}

fn days_to(report: &Report<'_>, day: &str) -> i64 {
    let midnight = |day: &str| date(Some(&format!("{day}T00:00:00Z")));
    let today = report.made_at.to_offset(UtcOffset::UTC).date().to_string();
    match (midnight(day), midnight(&today)) {
        (Some(at), Some(today)) => (at - today).whole_days(),
        _ => 0,
    }
}

/// The first findings of a report that count, as many as `most`.
pub(super) fn first<'a>(report: &Report<'a>, most: usize) -> Vec<&'a Finding> {
    ordered(report.findings)
        .into_iter()
        .filter(|own| own.silenced.is_none())
        .take(most)
        .collect()
}

/// What a finding is about: parent, integration runtime and node, with separators.
pub(super) fn subject(finding: &Finding) -> String {
    let mut names = vec![finding.parent.as_str()];
    names.extend(finding.runtime.as_deref());
    names.extend(finding.node.as_deref());
    names.retain(|own| !own.is_empty());
    if names.is_empty() {
        return subscription_of(&finding.id).to_owned();
    }
    names.join(" / ")
}

/// The day of a finding's date; empty without one.
pub(super) fn due(finding: &Finding) -> &str {
    finding.due.as_deref().map_or("", day)
}
