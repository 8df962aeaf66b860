//! Reports as files: the forms, their writers, and what all reports have in common.
//!
//! | module | has |
//! | --- | --- |
//! | [`escape`] | texts of others in files of each kind |
//! | [`mod@file`] | whether a file can be written, and its replacement in one step |
//! | [`fix`] | what of a next step is prose, and what a command |
//! | [`mark`] | whether a file is an earlier report, and may be replaced |
//! | [`page`] | a page that needs no network, and its tables |
//! | [`csv`], [`junit`], [`markdown`], [`sarif`] | the other forms |
//!
//! What a report says is the business of its maker: the fleet and the desired state have their own.

pub mod csv;
pub mod escape;
pub mod file;
pub mod fix;
pub mod junit;
pub mod mark;
pub mod markdown;
pub mod page;
pub mod sarif;
mod words;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use self::file::{Endings, is_same_file};
pub use self::{
    file::{NOT_REGULAR, check_writable, is_device, save, save_private},
    mark::{Form, Kind, Mark, check_replaceable},
    words::{counted, day, grouped, moment, rfc3339},
};
use crate::{
    Call,
    error::{Error, Result},
    request::Arguments,
};

/// How grave an entry of a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Worth knowing; nothing stops.
    Information,
    /// Something will stop, or works less well than it could.
    Warning,
    /// Something has stopped, or cannot be read.
    Error,
}

impl Severity {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Information => "Information",
            Self::Warning => "Warning",
            Self::Error => "Error",
        }
    }

    /// The severity with this name, without case.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Information, Self::Warning, Self::Error]
            .into_iter()
            .find(|own| own.name().eq_ignore_ascii_case(name))
    }
}

/// A form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One page that needs no network.
    Html,
    /// Everything, for programs.
    Json,
    /// The entries, for spreadsheets.
    Csv,
    /// The summary and the gravest entries, for the summary of a pipeline run.
    Markdown,
    /// Test results: an entry of severity Warning or Error is a failed test.
    Junit,
    /// Results of static analysis, version 2.1.0.
    Sarif,
}

const ENDINGS: Endings<Format> = Endings {
    parameter: "ReportPath",
    what: "a report",
    all: &[
        ("html", Format::Html),
        ("htm", Format::Html),
        ("json", Format::Json),
        ("csv", Format::Csv),
        ("md", Format::Markdown),
        ("markdown", Format::Markdown),
        ("xml", Format::Junit),
        ("sarif", Format::Sarif),
    ],
    usual: ".html, .json, .csv, .md, .xml (JUnit) or .sarif",
    example: "./report.html",
};

impl Format {
    /// All forms.
    pub const ALL: [Self; 6] = [
        Self::Html,
        Self::Json,
        Self::Csv,
        Self::Markdown,
        Self::Junit,
        Self::Sarif,
    ];

    /// Returns the form that the ending of `path` stands for.
    ///
    /// # Errors
    /// `InvalidInput` for another ending, or none.
    pub fn of_path(path: &Path) -> Result<Self> {
        ENDINGS.of(path)
    }

    /// What tells a report of this kind in this form from other files.
    #[must_use]
    pub fn mark(self, kind: Kind) -> Mark {
        let form = match self {
            Self::Html => Form::Html,
            Self::Json => Form::Json,
            Self::Csv => Form::Csv,
            Self::Markdown => Form::Markdown,
            Self::Junit => Form::Junit,
            Self::Sarif => Form::Sarif,
        };
        Mark::Report(kind, form)
    }
}

/// The parameters with files that a report may not replace.
const OTHERS: [&str; 9] = [
    "Snapshot",
    "Baseline",
    "FromSnapshot",
    "RulesFile",
    "Path",
    "ParameterFile",
    "TemplateFile",
    "TemplateParameterFile",
    "Mapping",
];

/// Returns the paths of `-ReportPath` and their forms, each of which can be written.
///
/// # Errors
/// `InvalidInput` that ends the command: for an ending without a form, for a file that cannot be written, for one that
/// the command reads or writes otherwise, and for one that is not an earlier report of this kind.
pub fn wanted(arguments: &Arguments, kind: Kind) -> Result<Vec<(PathBuf, Format)>> {
    let mut reports = Vec::new();
    for own in arguments.texts("ReportPath").unwrap_or_default() {
        if own.trim().is_empty() {
            continue;
        }
        let path = PathBuf::from(own);
        let format = Format::of_path(&path).map_err(Error::ending)?;
        check_writable("ReportPath", &path).map_err(Error::ending)?;
        check_own(arguments, &reports, &path, format.mark(kind)).map_err(Error::ending)?;
        reports.push((path, format));
    }
    Ok(reports)
}

/// Refuses a report in place of another file of the command, and of any file that is not an earlier one of its kind.
fn check_own(
    arguments: &Arguments,
    before: &[(PathBuf, Format)],
    path: &Path,
    mark: Mark,
) -> Result<()> {
    let refused = |why: String| Error::invalid("ReportPath", why).about(path.display().to_string());
    let files = |name: &str| -> Vec<PathBuf> {
        let own = arguments.texts(name).unwrap_or_default();
        own.into_iter().map(PathBuf::from).collect()
    };
    if let Some(name) = OTHERS
        .iter()
        .find(|name| files(name).iter().any(|own| is_same_file(own, path)))
    {
        return Err(refused(format!(
            "-ReportPath and -{name} name the same file, '{}'. Give each a file of its own.",
            path.display()
        )));
    }
    if before.iter().any(|(other, _)| is_same_file(other, path)) {
        return Err(refused(format!(
            "-ReportPath names '{}' twice. Give each report a file of its own.",
            path.display()
        )));
    }
    check_replaceable("ReportPath", path, mark)
}

/// Writes the reports that `make` returns; one that cannot be written does not keep the others.
///
/// # Errors
/// `Cancelled`.
pub async fn write_all(
    call: &Call,
    reports: &[(PathBuf, Format)],
    make: impl Fn(Format) -> String,
) -> Result<()> {
    for (path, format) in reports {
        if let Err(error) = save(path, make(*format).as_bytes()) {
            call.caller.error(&error).await?;
        } else {
            let notice = format!("The report is in '{}'.", path.display());
            call.caller.verbose(notice).await?;
        }
    }
    Ok(())
}

/// Where the reports are, as the end of an error: ` Reports: 'a.html'.`; empty without reports.
#[must_use]
pub fn places(reports: &[(PathBuf, Format)]) -> String {
    let paths: Vec<String> = reports
        .iter()
        .map(|(path, _)| format!("'{}'", path.display()))
        .collect();
    if paths.is_empty() {
        return String::new();
    }
    format!(" Reports: {}.", paths.join(", "))
}
