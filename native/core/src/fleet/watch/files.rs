//! The files that a check writes: none of them takes the place of another one, or of a file that is something else.

use std::path::{Path, PathBuf};

use super::super::snapshot::{self, Snapshot};
use crate::{
    error::{Error, Result},
    report::Format,
    request::Arguments,
};

/// The parameters with files that a report may not replace.
const OTHERS: [&str; 4] = ["Snapshot", "Baseline", "FromSnapshot", "RulesFile"];

/// Refuses a file for the snapshot that has something else in it.
///
/// # Errors
/// `InvalidInput` of `-Snapshot`.
pub(super) fn check_snapshot(path: &Path) -> Result<()> {
    let refused = |why: &str| {
        Error::invalid(
            "Snapshot",
            format!(
                "The file '{}' of -Snapshot {why}. Give another path, or remove the file first. Nothing was read.",
                path.display()
            ),
        )
        .about(path.display().to_string())
    };
    match Snapshot::is_foreign(path) {
        Ok(false) => Ok(()),
        Ok(true) => Err(refused(
            "is not a snapshot of Test-AzIntegrationRuntimeFleet, and would be lost",
        )),
        Err(error) => Err(refused(&format!(
            "cannot be read: {}",
            snapshot::reason(&error)
        ))),
    }
}

/// Refuses a report in place of another file of the command, or of a snapshot. A report takes the place of any other
/// file, as those of earlier runs.
///
/// # Errors
/// `InvalidInput` of `-ReportPath`.
pub(super) fn check_reports(arguments: &Arguments, reports: &[(PathBuf, Format)]) -> Result<()> {
    for (at, (path, _)) in reports.iter().enumerate() {
        let refused =
            |why: String| Error::invalid("ReportPath", why).about(path.display().to_string());
        let is_same = |name: &&str| {
            arguments
                .filled(name)
                .is_some_and(|own| Path::new(&own) == path)
        };
        if let Some(name) = OTHERS.iter().find(|name| is_same(name)) {
            return Err(refused(format!(
                "-ReportPath and -{name} name the same file, '{}'. Give each a file of its own.",
                path.display()
            )));
        }
        if reports[..at].iter().any(|(other, _)| other == path) {
            return Err(refused(format!(
                "-ReportPath names '{}' twice. Give each report a file of its own.",
                path.display()
            )));
        }
        // What cannot be read cannot be told from others, and is not worth an error.
        if matches!(Snapshot::is_snapshot(path), Ok(true)) {
            return Err(refused(format!(
                "The file '{}' of -ReportPath is a snapshot, and a report would take its place. Give another path, or \
                 remove the file first. Nothing was read.",
                path.display()
            )));
        }
    }
    Ok(())
}
