//! The report as `JUnit` XML, which Azure DevOps and the test reporters of GitHub Actions show.
//!
//! A suite is a data factory, workspace or account. A finding of severity Warning or Error is a failed test, a silenced
//! one a skipped test, and an integration runtime without either is a test that passed.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Report, ordered, summary::subject};
use crate::{
    fleet::{
        finding::{Finding, Severity},
        record::Runtime,
    },
    report::junit::{self, Case, Outcome, Suite},
};

/// Returns the document.
pub(super) fn suites(report: &Report<'_>) -> String {
    junit::document(report.title, report.made_at, &collect(report))
}

fn collect(report: &Report<'_>) -> Vec<Suite> {
    let key = |service: &str, name: &str| format!("{service} {name}").trim_end().to_owned();
    let parents: HashMap<String, String> = report
        .fleet
        .parents
        .iter()
        .map(|own| {
            (
                own.id.to_ascii_lowercase(),
                key(own.service.short_name(), &own.name),
            )
        })
        .collect();
    let mut suites: BTreeMap<String, Suite> = BTreeMap::new();
    let mut notes: HashMap<String, Vec<&Finding>> = HashMap::new();
    // Other cases than that it passed.
    let mut told: HashSet<String> = HashSet::new();
    for finding in ordered(report.findings) {
        let id = super::runtime_id(&finding.id).to_ascii_lowercase();
        if finding.silenced.is_none()
            && finding.severity == Severity::Information
            && finding.runtime.is_some()
        {
            notes.entry(id).or_default().push(finding);
            continue;
        }
        if finding.silenced.is_none() {
            told.insert(id);
        }
        let name = key(finding.service.short_name(), &finding.parent);
        suites
            .entry(name)
            .or_default()
            .cases
            .push(of_finding(finding));
    }
    for runtime in &report.fleet.runtimes {
        let id = runtime.id.to_ascii_lowercase();
        let name = parents
            .get(&runtime.parent_id.to_ascii_lowercase())
            .cloned()
            .unwrap_or_else(|| runtime.parent_id.clone());
        let own = notes.remove(&id).unwrap_or_default();
        let suite = suites.entry(name).or_default();
        if told.contains(&id) {
            suite.cases.extend(own.into_iter().map(of_finding));
        } else {
            suite.cases.push(of_healthy(runtime, &own));
        }
    }
    // Of integration runtimes that are not in the fleet, such as those that are gone.
    for finding in notes.into_values().flatten() {
        let name = key(finding.service.short_name(), &finding.parent);
        suites
            .entry(name)
            .or_default()
            .cases
            .push(of_finding(finding));
    }
    suites
        .into_iter()
        .map(|(name, suite)| Suite { name, ..suite })
        .collect()
}

fn of_finding(own: &Finding) -> Case {
    let outcome = if let Some(silence) = &own.silenced {
        let until = silence
            .until
            .as_deref()
            .map_or_else(String::new, |own| format!(" (until {own})"));
        Outcome::Skipped(format!("Silenced: {}{until}", silence.reason))
    } else if own.severity >= Severity::Warning {
        Outcome::Failed {
            kind: own.severity.name(),
            message: own.message.clone(),
        }
    } else {
        Outcome::Passed
    };
    Case {
        name: format!("{} {}: {}", own.rule.code, own.rule.title, subject(own)),
        outcome,
        details: Some(details(own)),
    }
}

fn of_healthy(runtime: &Runtime, notes: &[&Finding]) -> Case {
    let notes: Vec<String> = notes.iter().map(|own| details(own)).collect();
    Case {
        name: runtime.name.clone(),
        outcome: Outcome::Passed,
        details: (!notes.is_empty()).then(|| notes.join("\n\n")),
    }
}

/// A finding in lines: message, next step, id.
fn details(own: &Finding) -> String {
    let mut lines = vec![format!("{}: {}", own.rule.code, own.message)];
    lines.extend(own.due.as_ref().map(|due| format!("Due: {due}")));
    lines.extend(own.fix.as_ref().map(|fix| format!("Fix: {fix}")));
    lines.push(format!("Id: {}", own.id));
    lines.join("\n")
}
