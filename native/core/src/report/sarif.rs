//! Results of static analysis as SARIF 2.1.0.
//!
//! What a result is about is a resource in Azure, so it has a logical location: the resource id. A result about a file
//! of the user has the file and the line too.

use std::path::Path;

use serde_json::{Map, Value, json};
use time::OffsetDateTime;
use url::Url;

use super::{Severity, escape, mark::Kind, words::rfc3339};

/// A kind of result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The id, which stays.
    pub id: &'static str,
    /// A short name.
    pub title: &'static str,
    /// The severity.
    pub severity: Severity,
}

/// A result.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The id of its rule.
    pub rule: &'static str,
    /// The severity.
    pub severity: Severity,
    /// The message.
    pub message: String,
    /// The next step.
    pub fix: Option<String>,
    /// What it is about, in names.
    pub subject: String,
    /// What it is about, as resource id.
    pub id: String,
    /// What makes it the same result in the next run.
    pub fingerprint: String,
    /// The file, and the line in it.
    pub file: Option<(String, Option<usize>)>,
    /// Members for programs.
    pub properties: Value,
    /// Why it does not count, and members for programs.
    pub suppression: Option<(String, Value)>,
}

/// Returns the log, with a line break at its end.
#[must_use]
pub fn log(
    kind: Kind,
    rules: &[Rule],
    entries: &[Entry],
    complete: bool,
    made_at: OffsetDateTime,
) -> String {
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "AzIntegrationRuntime",
                "semanticVersion": crate::BUILD,
                "rules": rules.iter().map(|own| json!({
                    "id": own.id,
                    "shortDescription": {"text": format!("{}.", own.title)},
                    "defaultConfiguration": {"level": level(own.severity)},
                })).collect::<Vec<_>>(),
            }},
            "properties": {"kind": kind.name()},
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": complete,
                "endTimeUtc": rfc3339(made_at),
            }],
            "results": entries.iter().map(|own| result(rules, own)).collect::<Vec<_>>(),
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

fn result(rules: &[Rule], own: &Entry) -> Value {
    let message = match &own.fix {
        Some(fix) => format!("{} Fix: {fix}", own.message),
        None => own.message.clone(),
    };
    let mut location = Map::new();
    if let Some((file, line)) = &own.file {
        location.insert("physicalLocation".into(), place(Path::new(file), *line));
    }
    let mut logical = json!({"name": own.subject, "kind": "resource"});
    if !own.id.is_empty() {
        logical["fullyQualifiedName"] = json!(own.id);
    }
    location.insert("logicalLocations".into(), json!([logical]));
    let mut result = json!({
        "ruleId": own.rule,
        "ruleIndex": rules.iter().position(|rule| rule.id == own.rule),
        "level": level(own.severity),
        "message": {"text": message},
        "locations": [location],
        "partialFingerprints": {"finding/v1": own.fingerprint},
        "properties": own.properties,
    });
    if let Some((reason, properties)) = &own.suppression {
        result["suppressions"] = json!([{
            "kind": "external",
            "status": "accepted",
            "justification": reason,
            "properties": properties,
        }]);
    }
    result
}

/// The place in a file: relative to its repository, which a viewer resolves against its own checkout.
fn place(file: &Path, line: Option<usize>) -> Value {
    let artifact = match in_repository(file) {
        Some(uri) => json!({"uri": uri, "uriBaseId": "%SRCROOT%"}),
        None => json!({"uri": address(file)}),
    };
    // A viewer shows a result without a region at no place in the file.
    json!({"artifactLocation": artifact, "region": {"startLine": line.unwrap_or(1)}})
}

/// The address from the root of the repository that has the file.
fn in_repository(file: &Path) -> Option<String> {
    let file = file.canonicalize().ok()?;
    let root = file.ancestors().find(|own| own.join(".git").exists())?;
    let root = Url::from_directory_path(root).ok()?;
    root.make_relative(&Url::from_file_path(&file).ok()?)
}

fn address(file: &Path) -> String {
    let absolute = std::path::absolute(file).unwrap_or_else(|_| file.to_path_buf());
    Url::from_file_path(absolute).map_or_else(|()| file.display().to_string(), Into::into)
}
