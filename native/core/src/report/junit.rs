//! Test results as `JUnit` XML, which Azure DevOps and the test reporters of GitHub Actions show.

use std::fmt::Write;

use time::OffsetDateTime;

use super::{
    escape::{attribute, html},
    words::rfc3339,
};

/// The tests of one suite.
#[derive(Clone, Debug, Default)]
pub struct Suite {
    /// The name.
    pub name: String,
    /// The tests.
    pub cases: Vec<Case>,
}

/// A test.
#[derive(Clone, Debug)]
pub struct Case {
    /// The name.
    pub name: String,
    /// The outcome.
    pub outcome: Outcome,
    /// What is to be known, in lines; nothing for none.
    pub details: Option<String>,
}

/// The outcome of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It passed.
    Passed,
    /// It was skipped, for this reason.
    Skipped(String),
    /// It failed.
    Failed {
        /// The kind of failure in one word.
        kind: &'static str,
        /// The message.
        message: String,
    },
}

/// Returns the document.
#[must_use]
pub fn document(title: &str, made_at: OffsetDateTime, suites: &[Suite]) -> String {
    let (tests, failures, skipped) = suites
        .iter()
        .map(Suite::counts)
        .fold((0, 0, 0), |sum, own| {
            (sum.0 + own.0, sum.1 + own.1, sum.2 + own.2)
        });
    let made_at = rfc3339(made_at);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"{}\" tests=\"{tests}\" \
         failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\" time=\"0\" timestamp=\"{made_at}\">\n",
        attribute(title)
    );
    for suite in suites {
        suite.write(&mut text, made_at.trim_end_matches('Z'));
    }
    text.push_str("</testsuites>\n");
    text
}

impl Suite {
    /// Tests, failures, skipped.
    fn counts(&self) -> (usize, usize, usize) {
        let of = |wanted: fn(&Outcome) -> bool| {
            self.cases.iter().filter(|own| wanted(&own.outcome)).count()
        };
        (
            self.cases.len(),
            of(|own| matches!(own, Outcome::Failed { .. })),
            of(|own| matches!(own, Outcome::Skipped(_))),
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
            case.write(text, &name);
        }
        text.push_str("  </testsuite>\n");
    }
}

impl Case {
    fn write(&self, text: &mut String, suite: &str) {
        let _ = write!(
            text,
            "    <testcase classname=\"{suite}\" name=\"{}\" time=\"0\"",
            attribute(&self.name)
        );
        let details = self.details.as_deref().map(html);
        let inner = match (&self.outcome, details) {
            (Outcome::Skipped(reason), _) => {
                format!("<skipped message=\"{}\"/>", attribute(reason))
            }
            (Outcome::Failed { kind, message }, details) => format!(
                "<failure type=\"{kind}\" message=\"{}\">{}</failure>",
                attribute(message),
                details.unwrap_or_default()
            ),
            (Outcome::Passed, Some(details)) => format!("<system-out>{details}</system-out>"),
            (Outcome::Passed, None) => {
                text.push_str("/>\n");
                return;
            }
        };
        let _ = writeln!(text, ">\n      {inner}\n    </testcase>");
    }
}
