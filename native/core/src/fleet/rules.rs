//! The rules file: findings that are silenced until a date with a reason, and other severities.
//!
//! `schemas/fleet-rules.schema.json` of the module describes it.

use std::path::Path;

use azir_azure::files;
use serde::{Deserialize, Deserializer, de::Error as _};
use time::{
    Date, OffsetDateTime, format_description::well_known::Rfc3339, macros::format_description,
};

use super::{
    checks,
    finding::{CATALOG, Finding, Severity, Silence},
};
use crate::{
    encoding,
    error::{Error, Result},
    report::file::in_words,
    runtimes::service::Service,
    wildcard,
};

/// The most bytes of a file of rules, so that comparing its patterns with every finding takes no hours.
const LARGEST: u64 = 1 << 20;

/// The rules of a file.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// For editors.
    #[serde(rename = "$schema")]
    _schema: Option<String>,
    silence: Vec<SilenceRule>,
    severity: Vec<SeverityRule>,
}

/// Findings that do not count.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct SilenceRule {
    #[serde(deserialize_with = "code")]
    code: String,
    #[serde(default, deserialize_with = "service")]
    service: Option<Service>,
    parent: Option<String>,
    runtime: Option<String>,
    node: Option<String>,
    id: Option<String>,
    #[serde(deserialize_with = "reason")]
    reason: String,
    #[serde(default, deserialize_with = "until")]
    until: Option<Until>,
}

/// Findings with another severity.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct SeverityRule {
    #[serde(deserialize_with = "code")]
    code: String,
    #[serde(default, deserialize_with = "service")]
    service: Option<Service>,
    parent: Option<String>,
    runtime: Option<String>,
    node: Option<String>,
    id: Option<String>,
    #[serde(deserialize_with = "severity")]
    severity: Severity,
    /// For the readers of the file.
    #[serde(default, rename = "reason")]
    _reason: Option<String>,
}

/// The end of a silence, and how the file has it.
#[derive(Clone, Debug, PartialEq)]
struct Until {
    /// The first moment at which the finding counts again.
    end: OffsetDateTime,
    text: String,
}

impl Rules {
    /// Reads the rules in a file.
    ///
    /// # Errors
    /// `InvalidInput` of `-RulesFile`, with the line and column.
    pub fn read(path: &Path) -> Result<Self> {
        let refuse = |why: String| {
            Error::invalid(
                "RulesFile",
                format!("The rules file '{}' {why}.", path.display()),
            )
            .about(path.display().to_string())
            .ending()
        };
        let content = files::read(path, LARGEST)
            .map_err(|error| refuse(format!("cannot be read: {}", in_words(&error))))?;
        Self::parse(&content).map_err(|error| {
            refuse(format!("is not valid: {error}")).with_hint(
                "Correct it there. The module's schemas/fleet-rules.schema.json and about_AzIntegrationRuntime \
                 describe the file.",
            )
        })
    }

    /// Reads rules from their text.
    ///
    /// # Errors
    /// The line, the column and what is wrong there.
    pub fn parse(content: &[u8]) -> std::result::Result<Self, String> {
        let content = plain(content)?;
        // A list would be taken for the members in their order.
        if content.trim_ascii_start().starts_with(b"[") {
            return Err("line 1, column 1: the file is a list, not an object".to_owned());
        }
        serde_json::from_slice(&content).map_err(|error| {
            let text = error.to_string();
            let what = text.split(" at line ").next().unwrap_or_default();
            format!("line {}, column {}: {what}", error.line(), error.column())
        })
    }

    /// Applies the rules: severities first, then silences. A silence that has ended is named in the message.
    pub fn apply(&self, findings: &mut [Finding], now: OffsetDateTime) {
        for finding in findings.iter_mut() {
            // The last rule that fits counts, so that a special one can follow a general one.
            if let Some(rule) = self.severity.iter().rev().find(|rule| rule.fits(finding)) {
                finding.severity = rule.severity;
            }
            let fitting = || self.silence.iter().filter(|rule| rule.fits(finding));
            let lasts = |rule: &&SilenceRule| rule.until.as_ref().is_none_or(|own| now < own.end);
            if let Some(rule) = fitting().find(lasts) {
                finding.silenced = Some(Silence {
                    reason: rule.reason.clone(),
                    until: rule.until.as_ref().map(|own| own.text.clone()),
                });
            } else if let Some(rule) = fitting().next()
                && let Some(until) = &rule.until
            {
                let note = format!(
                    " The rules file silenced this until {}: {}",
                    until.text, rule.reason
                );
                finding.message.push_str(&note);
                if !note.ends_with('.') {
                    finding.message.push('.');
                }
            }
        }
        checks::sort(findings);
    }
}

/// The text in UTF-8 without a mark, with spaces in place of comments, so that lines and columns stay.
fn plain(content: &[u8]) -> std::result::Result<Vec<u8>, String> {
    let mut text = encoding::utf8(content)
        .ok_or("line 1, column 1: the file is not valid UTF-16")?
        .into_owned();
    let (mut at, mut in_text) = (0, false);
    while at < text.len() {
        let end = match (&text[at..], in_text) {
            ([b'\\', _, ..], true) => {
                at += 2;
                continue;
            }
            ([b'"', ..], _) => {
                in_text = !in_text;
                at += 1;
                continue;
            }
            ([b'/', b'/', rest @ ..], false) => rest
                .iter()
                .position(|byte| *byte == b'\n')
                .map_or(text.len(), |end| at + 2 + end),
            // A comment without an end stays, and is refused where it begins.
            ([b'/', b'*', rest @ ..], false) => {
                match rest.windows(2).position(|two| two == b"*/") {
                    Some(end) => at + 4 + end,
                    None => break,
                }
            }
            _ => {
                at += 1;
                continue;
            }
        };
        for byte in &mut text[at..end] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
        at = end;
    }
    Ok(text)
}

/// The patterns of a rule against a finding.
macro_rules! fits {
    ($type:ty) => {
        impl $type {
            fn fits(&self, finding: &Finding) -> bool {
                let one = |pattern: &Option<String>, text: Option<&str>| {
                    pattern
                        .as_deref()
                        .is_none_or(|own| wildcard::matches(own, text.unwrap_or_default()))
                };
                wildcard::matches(&self.code, finding.rule.code)
                    && self.service.is_none_or(|own| own == finding.service)
                    && one(&self.parent, Some(&finding.parent))
                    && one(&self.runtime, finding.runtime.as_deref())
                    && one(&self.node, finding.node.as_deref())
                    && one(&self.id, Some(&finding.id))
            }
        }
    };
}

fits!(SilenceRule);
fits!(SeverityRule);

fn code<'de, D: Deserializer<'de>>(source: D) -> std::result::Result<String, D::Error> {
    let text = String::deserialize(source)?;
    if CATALOG
        .iter()
        .any(|rule| wildcard::matches(&text, rule.code))
    {
        return Ok(text);
    }
    Err(D::Error::custom(format!(
        "'{text}' is not the code of a finding. Codes are {} to {}; wildcards are allowed",
        CATALOG[0].code,
        CATALOG[CATALOG.len() - 1].code
    )))
}

fn service<'de, D: Deserializer<'de>>(source: D) -> std::result::Result<Option<Service>, D::Error> {
    let text = String::deserialize(source)?;
    Service::ALL
        .into_iter()
        .find(|own| own.short_name().eq_ignore_ascii_case(&text))
        .map(Some)
        .ok_or_else(|| {
            D::Error::custom(format!(
                "'{text}' is not a service: use DataFactory, Synapse or Purview"
            ))
        })
}

fn severity<'de, D: Deserializer<'de>>(source: D) -> std::result::Result<Severity, D::Error> {
    let text = String::deserialize(source)?;
    Severity::parse(&text).ok_or_else(|| {
        D::Error::custom(format!(
            "'{text}' is not a severity: use Information, Warning or Error"
        ))
    })
}

fn reason<'de, D: Deserializer<'de>>(source: D) -> std::result::Result<String, D::Error> {
    let text = String::deserialize(source)?;
    if text.trim().is_empty() {
        return Err(D::Error::custom("'reason' is empty: say why"));
    }
    Ok(text.trim().to_owned())
}

/// A day, to whose end the silence lasts, or a time.
fn until<'de, D: Deserializer<'de>>(source: D) -> std::result::Result<Option<Until>, D::Error> {
    let text = String::deserialize(source)?;
    let day = format_description!("[year]-[month]-[day]");
    let end = match Date::parse(&text, day) {
        Ok(day) => day.next_day().map(|day| day.midnight().assume_utc()),
        Err(_) => OffsetDateTime::parse(&text, &Rfc3339).ok(),
    };
    match end {
        Some(end) => Ok(Some(Until { end, text })),
        None => Err(D::Error::custom(format!(
            "'{text}' is not a date: write it as 2027-01-31"
        ))),
    }
}
