//! The verdict on each integration runtime: its gravest finding that counts, or healthy.

use std::collections::HashMap;

use super::{
    checks::Index,
    finding::{Finding, Severity},
    record::{Fleet, Runtime},
};

/// How an integration runtime is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing was found.
    #[default]
    Healthy,
    /// Its gravest finding is for information.
    Information,
    /// Its gravest finding is a warning.
    Warning,
    /// Its gravest finding is an error.
    Error,
}

impl Verdict {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Healthy => "Healthy",
            Self::Information => "Information",
            Self::Warning => "Warning",
            Self::Error => "Error",
        }
    }
}

impl From<Severity> for Verdict {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Information => Self::Information,
            Severity::Warning => Self::Warning,
            Severity::Error => Self::Error,
        }
    }
}

/// The verdict on one integration runtime.
#[derive(Clone, Copy, Debug)]
pub struct RuntimeVerdict<'a> {
    /// The integration runtime.
    pub runtime: &'a Runtime,
    /// The verdict. A linked integration runtime is no better than its owner.
    pub verdict: Verdict,
    /// How many findings about it count, for a linked one with those about its owner.
    pub findings: usize,
    /// The earliest date of these findings: RFC 3339 in UTC.
    pub due: Option<&'a str>,
}

/// A verdict for each integration runtime, in the order of the fleet. Findings that are silenced do not count.
#[must_use]
pub fn verdicts<'a>(
    fleet: &'a Fleet,
    findings: impl IntoIterator<Item = &'a Finding>,
) -> Vec<RuntimeVerdict<'a>> {
    let index = Index::new(fleet);
    let mut own: HashMap<String, (Verdict, usize, Option<&str>)> = HashMap::new();
    let counted = findings.into_iter().filter(|own| own.silenced.is_none());
    for finding in counted {
        let entry = own.entry(finding.id.to_ascii_lowercase()).or_default();
        entry.0 = entry.0.max(finding.severity.into());
        entry.1 += 1;
        entry.2 = earliest(entry.2, finding.due.as_deref());
    }
    let of = |id: &str| {
        own.get(&id.to_ascii_lowercase())
            .copied()
            .unwrap_or_default()
    };
    fleet
        .runtimes
        .iter()
        .map(|runtime| {
            let (mut verdict, mut findings, mut due) = of(&runtime.id);
            if let Some(owner) = runtime.linked_to.as_deref()
                && let Some(owner) = index.runtime(owner.trim_end_matches('/'))
            {
                // What runs on it runs on the nodes of its owner.
                let shared = of(&owner.id);
                verdict = verdict.max(shared.0);
                findings += shared.1;
                due = earliest(due, shared.2);
            }
            RuntimeVerdict {
                runtime,
                verdict,
                findings,
                due,
            }
        })
        .collect()
}

fn earliest<'a>(one: Option<&'a str>, other: Option<&'a str>) -> Option<&'a str> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
