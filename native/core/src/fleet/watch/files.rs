//! The files that a check writes: none of them takes the place of another one, or of a file that is something else.

use std::path::{Path, PathBuf};

use super::super::snapshot::{self, Snapshot};
use crate::{
    error::{Error, Result},
    report::Format,
};

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

/// Refuses a report in place of a snapshot.
///
/// # Errors
/// `InvalidInput` of `-ReportPath`.
pub(super) fn check_reports(reports: &[(PathBuf, Format)]) -> Result<()> {
    for (path, _) in reports {
        // What cannot be read cannot be told from others, and is not worth an error.
        if matches!(Snapshot::is_snapshot(path), Ok(true)) {
            return Err(Error::invalid(
                "ReportPath",
                format!(
                    "The file '{}' of -ReportPath is a snapshot, and a report would take its place. Give another \
                     path, or remove the file first. Nothing was read.",
                    path.display()
                ),
            )
            .about(path.display().to_string()));
        }
    }
    Ok(())
}
