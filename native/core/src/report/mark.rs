//! The mark that each form carries: a later run replaces its own report as it was written, and no other file.
//!
//! A form with comments ends with one that has the kind of the report, the form, and a digest of all text before it.
//! The digest tells a report from one that somebody has changed, or has pasted into a file of their own. Line breaks
//! and the encoding do not count: Git and Windows PowerShell change both. JSON, SARIF, CSV and snapshots have no
//! comments; their content shows what they are.

use std::{fmt::Write, path::Path};

use azir_azure::files;
use ring::digest::{SHA256, digest};
use serde::{Deserialize, de::IgnoredAny};
use serde_json::{Map, Value};

use super::{
    Severity, csv,
    file::{destination, in_words},
};
use crate::{
    desired, encoding,
    error::{Error, Result},
    fleet::{self, snapshot},
};

/// What a report is about. Only a report of the same kind replaces it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The check of a fleet.
    Fleet,
    /// The comparison of files with a data factory or workspace.
    Comparison,
    /// The check of a deployment.
    Deployment,
    /// The picture of a fleet.
    Topology,
}

impl Kind {
    /// Its name in a mark.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fleet => "fleet",
            Self::Comparison => "comparison",
            Self::Deployment => "deployment",
            Self::Topology => "topology",
        }
    }

    /// The columns of its table; a picture has none.
    fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Fleet => &fleet::report::COLUMNS,
            Self::Comparison => &desired::report::DIFFERENCE_COLUMNS,
            Self::Deployment => &desired::report::EFFECT_COLUMNS,
            Self::Topology => &[],
        }
    }

    /// Its name in an error.
    fn called(self) -> &'static str {
        match self {
            Self::Fleet => "a fleet report",
            Self::Comparison => "a report of a comparison",
            Self::Deployment => "a report of a deployment check",
            Self::Topology => "a picture of a topology",
        }
    }
}

/// The form of a marked file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A page.
    Html,
    /// Markdown.
    Markdown,
    /// `JUnit`.
    Junit,
    /// A picture.
    Svg,
    /// A diagram of Mermaid.
    Mermaid,
    /// A graph of Graphviz.
    Dot,
    /// The member `tool`.
    Json,
    /// The only run, and its driver.
    Sarif,
    /// The columns, and a severity in each row.
    Csv,
}

/// What a file has if this module wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A report or a picture.
    Report(Kind, Form),
    /// A snapshot.
    Snapshot,
}

/// The name of the module in every mark.
const MODULE: &str = "AzIntegrationRuntime";

/// The most bytes that are read: a larger file is not a report.
const LARGEST: u64 = 256 << 20;

impl Form {
    /// What a comment begins and ends with, and the name of the form in it.
    fn comment(self) -> Option<(&'static str, &'static str, &'static str)> {
        match self {
            Self::Html => Some(("<!-- ", " -->", "html")),
            Self::Markdown => Some(("<!-- ", " -->", "markdown")),
            Self::Junit => Some(("<!-- ", " -->", "junit")),
            Self::Svg => Some(("<!-- ", " -->", "svg")),
            Self::Mermaid => Some(("%% ", "", "mermaid")),
            Self::Dot => Some(("// ", "", "dot")),
            Self::Json | Self::Sarif | Self::Csv => None,
        }
    }
}

impl Mark {
    /// Returns the text with the mark behind it; a text whose form has no comments as it is.
    #[must_use]
    pub fn on(self, mut text: String) -> String {
        if let Self::Report(kind, form) = self
            && let Some(line) = line(kind, form, &text)
        {
            if !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(&line);
            text.push('\n');
        }
        text
    }

    /// Whether a text is as this module wrote it.
    fn is_on(self, text: &str) -> bool {
        match self {
            Self::Report(kind, Form::Json) => is_json(kind, text),
            Self::Report(kind, Form::Sarif) => is_sarif(kind, text),
            Self::Report(kind, Form::Csv) => is_csv(kind.columns(), text),
            Self::Report(kind, form) => {
                let text = text.trim_end();
                text.rsplit_once('\n')
                    .is_some_and(|(own, last)| line(kind, form, own).as_deref() == Some(last))
            }
            Self::Snapshot => is_snapshot(text),
        }
    }
}

/// The last line: the mark of a text.
fn line(kind: Kind, form: Form, text: &str) -> Option<String> {
    let (start, end, form) = form.comment()?;
    // Half of the digest is enough to see a change.
    let text = text.replace("\r\n", "\n");
    let own = digest(&SHA256, text.trim_end().as_bytes());
    let mut sum = String::new();
    for byte in own.as_ref().iter().take(16) {
        // Writing to a text does not fail.
        let _ = write!(sum, "{byte:02x}");
    }
    Some(format!("{start}{MODULE} {} {form} {sum}{end}", kind.name()))
}

/// The members of a report in JSON.
const MEMBERS: [&str; 17] = [
    "version",
    "tool",
    "title",
    "madeAt",
    "takenAt",
    "tenantId",
    "complete",
    "notices",
    "summary",
    "findings",
    "unreadable",
    "changes",
    "service",
    "parent",
    "id",
    "path",
    "unchanged",
];

/// Whether the document is a report without members of others. Another program may have laid it out anew.
fn is_json(kind: Kind, text: &str) -> bool {
    let members = serde_json::from_str::<Map<String, Value>>(text);
    members.is_ok_and(|own| {
        let tool = |name: &str| own.get("tool")?.get(name)?.as_str();
        tool("name") == Some(MODULE)
            && tool("kind") == Some(kind.name())
            && own.keys().all(|name| MEMBERS.contains(&name.as_str()))
    })
}

/// Whether the log has one run, of this module, and nothing of another tool.
fn is_sarif(kind: Kind, text: &str) -> bool {
    #[derive(Deserialize)]
    struct Driver {
        name: String,
    }
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Tool {
        driver: Driver,
    }
    #[derive(Deserialize)]
    struct Properties {
        kind: String,
    }
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "camelCase")]
    struct Run {
        tool: Tool,
        properties: Properties,
        #[serde(rename = "columnKind")]
        _column_kind: IgnoredAny,
        #[serde(rename = "invocations")]
        _invocations: IgnoredAny,
        #[serde(rename = "results")]
        _results: IgnoredAny,
    }
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Log {
        #[serde(rename = "$schema")]
        _schema: IgnoredAny,
        #[serde(rename = "version")]
        _version: IgnoredAny,
        runs: [Run; 1],
    }
    serde_json::from_str::<Log>(text).is_ok_and(|Log { runs: [run], .. }| {
        run.tool.driver.name == MODULE && run.properties.kind == kind.name()
    })
}

/// Whether the table has these columns, and each row as many cells and a severity.
fn is_csv(columns: &[&str], text: &str) -> bool {
    let mut rows = csv::rows(text.trim_end()).into_iter();
    rows.next().is_some_and(|own| own == columns)
        && rows.all(|own| {
            let is_severity =
                |name: &String| Severity::parse(name).is_some_and(|it| it.name() == name);
            own.len() == columns.len() && own.first().is_some_and(is_severity)
        })
}

/// Whether a text is a snapshot with nothing behind it. Its end may be missing, and its format another one.
fn is_snapshot(text: &str) -> bool {
    let start = format!("{{\"kind\":\"{}\",\"format\":", snapshot::KIND);
    if !text.starts_with(&start) {
        return false;
    }
    match serde_json::from_str::<IgnoredAny>(text) {
        Ok(_) => true,
        Err(error) => error.is_eof(),
    }
}

/// Refuses a path whose file is not empty and is not as this module wrote it, of this kind and in this form.
///
/// # Errors
/// `InvalidInput` of the parameter.
pub fn check_replaceable(parameter: &str, path: &Path, mark: Mark) -> Result<()> {
    let content = destination(path).and_then(|own| files::read(&own, LARGEST));
    let why = match content {
        Ok(content) if content.is_empty() || mark.is_on(&encoding::beginning(&content)) => {
            return Ok(());
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Ok(_) => {
            let form = match mark {
                Mark::Snapshot => "a snapshot of Test-AzIntegrationRuntimeFleet".to_owned(),
                Mark::Report(kind, _) => {
                    format!("{} of this form as this module wrote it", kind.called())
                }
            };
            format!("is not {form}, and would be lost")
        }
        Err(error) => format!("cannot be read: {}", in_words(&error)),
    };
    Err(Error::invalid(
        parameter,
        format!(
            "The file '{}' of -{parameter} {why}. Give another path, or move the file first. Nothing was read.",
            path.display()
        ),
    )
    .about(path.display().to_string()))
}
