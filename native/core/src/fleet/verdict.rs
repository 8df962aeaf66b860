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
    /// How many findings about it count.
    pub findings: usize,
    /// The earliest date of these findings: RFC 3339 in UTC.
    pub due: Option<&'a str>,
}

/// A verdict for each integration runtime, in the order of the fleet. Findings that are silenced do not count.
#[must_use]
pub fn verdicts<'a>(fleet: &'a Fleet, findings: &'a [Finding]) -> Vec<RuntimeVerdict<'a>> {
    let index = Index::new(fleet);
    let mut own: HashMap<String, (Verdict, usize, Option<&str>)> = HashMap::new();
    for finding in findings.iter().filter(|finding| finding.silenced.is_none()) {
        let entry = own.entry(finding.id.to_ascii_lowercase()).or_default();
        entry.0 = entry.0.max(finding.severity.into());
        entry.1 += 1;
        entry.2 = match (entry.2, finding.due.as_deref()) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
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
            let (mut verdict, findings, due) = of(&runtime.id);
            if let Some(owner) = runtime.linked_to.as_deref()
                && index.runtime(owner).is_some()
            {
                verdict = verdict.max(of(owner).0);
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
