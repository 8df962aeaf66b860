//! The report as `JUnit` XML, which Azure DevOps and the test reporters of GitHub Actions show.
//!
//! A suite is a data factory, workspace or account. A finding of severity Warning or Error is a failed test, a silenced
//! one a skipped test, and an integration runtime without either is a test that passed.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fmt::Write,
};

use super::{
    Report,
    escape::{attribute, html},
    json::made_at,
    ordered,
    summary::subject,
};
use crate::fleet::{
    finding::{Finding, Severity},
    record::Runtime,
};

/// The tests of one suite.
#[derive(Default)]
struct Suite<'a> {
    name: String,
    cases: Vec<Case<'a>>,
}

enum Case<'a> {
    Finding(&'a Finding),
    Healthy(&'a Runtime, Vec<&'a Finding>),
}

/// Returns the document.
pub(super) fn suites(report: &Report<'_>) -> String {
    let suites = collect(report);
    let (tests, failures, skipped) = suites
        .iter()
        .map(Suite::counts)
        .fold((0, 0, 0), |sum, own| {
            (sum.0 + own.0, sum.1 + own.1, sum.2 + own.2)
        });
    let made_at = made_at(report);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"{}\" tests=\"{tests}\" \
         failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\" time=\"0\" timestamp=\"{made_at}\">\n",
        attribute(report.title)
    );
    for suite in &suites {
        suite.write(&mut text, made_at.trim_end_matches('Z'));
    }
    text.push_str("</testsuites>\n");
    text
}

fn collect<'a>(report: &Report<'a>) -> Vec<Suite<'a>> {
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
    let mut suites: BTreeMap<String, Suite<'a>> = BTreeMap::new();
    let mut notes: HashMap<String, Vec<&'a Finding>> = HashMap::new();
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
            .push(Case::Finding(finding));
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
            suite.cases.extend(own.into_iter().map(Case::Finding));
        } else {
            suite.cases.push(Case::Healthy(runtime, own));
        }
    }
    // Of integration runtimes that are not in the fleet, such as those that are gone.
    for finding in notes.into_values().flatten() {
        let name = key(finding.service.short_name(), &finding.parent);
        suites
            .entry(name)
            .or_default()
            .cases
            .push(Case::Finding(finding));
    }
    suites
        .into_iter()
        .map(|(name, suite)| Suite { name, ..suite })
        .collect()
}

fn is_failure(own: &Finding) -> bool {
    own.silenced.is_none() && own.severity >= Severity::Warning
}

impl Suite<'_> {
    /// Tests, failures, skipped.
    fn counts(&self) -> (usize, usize, usize) {
        let of = |wanted: fn(&Finding) -> bool| {
            self.cases
                .iter()
                .filter(|own| matches!(own, Case::Finding(finding) if wanted(finding)))
                .count()
        };
        (
            self.cases.len(),
            of(is_failure),
            of(|own| own.silenced.is_some()),
        )
    }

    fn write(&self, text: &mut String, timestamp: &str) {
        let (tests, failures, skipped) = self.counts();
        let name = attribute(if self.name.is_empty() {
            "Azure"
        } else {
            &self.name
        });
        let _ = writeln!(
            text,
            "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" \
             skipped=\"{skipped}\" time=\"0\" timestamp=\"{timestamp}\">"
        );
        for case in &self.cases {
            match case {
                Case::Finding(finding) => of_finding(text, &name, finding),
                Case::Healthy(runtime, notes) => of_healthy(text, &name, runtime, notes),
            }
        }
        text.push_str("  </testsuite>\n");
    }
}

fn of_finding(text: &mut String, suite: &str, own: &Finding) {
    let subject = subject(own);
    let _ = write!(
        text,
        "    <testcase classname=\"{suite}\" name=\"{} {}: {}\" time=\"0\"",
        own.rule.code,
        attribute(own.rule.title),
        attribute(&subject)
    );
    if let Some(silence) = &own.silenced {
        let until = silence
            .until
            .as_deref()
            .map_or_else(String::new, |own| format!(" (until {own})"));
        let _ = writeln!(
            text,
            ">\n      <skipped message=\"{}\"/>\n    </testcase>",
            attribute(&format!("Silenced: {}{until}", silence.reason))
        );
    } else if is_failure(own) {
        let _ = writeln!(
            text,
            ">\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>",
            own.severity.name(),
            attribute(&own.message),
            html(&details(own))
        );
    } else {
        let _ = writeln!(
            text,
            ">\n      <system-out>{}</system-out>\n    </testcase>",
            html(&details(own))
        );
    }
}

fn of_healthy(text: &mut String, suite: &str, runtime: &Runtime, notes: &[&Finding]) {
    let _ = write!(
        text,
        "    <testcase classname=\"{suite}\" name=\"{}\" time=\"0\"",
        attribute(&runtime.name)
    );
    if notes.is_empty() {
        text.push_str("/>\n");
        return;
    }
    let notes: Vec<String> = notes.iter().map(|own| details(own)).collect();
    let _ = writeln!(
        text,
        ">\n      <system-out>{}</system-out>\n    </testcase>",
        html(&notes.join("\n\n"))
    );
}

/// A finding in lines: message, next step, id.
fn details(own: &Finding) -> String {
    let mut lines = vec![format!("{}: {}", own.rule.code, own.message)];
    lines.extend(own.due.as_ref().map(|due| format!("Due: {due}")));
    lines.extend(own.fix.as_ref().map(|fix| format!("Fix: {fix}")));
    lines.push(format!("Id: {}", own.id));
    lines.join("\n")
}
