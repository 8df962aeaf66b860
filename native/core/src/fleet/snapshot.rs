//! Snapshots: what a survey saw, in a file, so that a later run can compare with it, check it again or continue it.
//!
//! A snapshot is JSON: a head that says what it is, and the records of the survey. It has no secrets, since the records
//! have none.

use std::path::Path;

use azir_azure::files;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::record::Fleet;
use crate::{
    BUILD, encoding,
    error::{Error, Result},
    report::{self, file::in_words},
};

/// The most bytes of a snapshot: a node takes about a kilobyte.
const LARGEST: u64 = 256 << 20;
/// What the file is.
pub(crate) const KIND: &str = "AzIntegrationRuntime.FleetSnapshot";
/// Its version. A reader refuses a higher one.
pub const FORMAT: u32 = 1;

/// What a survey saw, and what it was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    kind: String,
    format: u32,
    #[serde(default)]
    module_version: String,
    /// The parameters that selected the fleet, so that only like is continued and compared.
    #[serde(default)]
    pub selection: Map<String, Value>,
    /// The records.
    pub fleet: Fleet,
}

impl Snapshot {
    /// A snapshot of `fleet`, which `selection` selected.
    #[must_use]
    pub fn new(fleet: Fleet, selection: Map<String, Value>) -> Self {
        Self {
            kind: KIND.to_owned(),
            format: FORMAT,
            module_version: BUILD.to_owned(),
            selection,
            fleet,
        }
    }

    /// Writes it as a whole.
    ///
    /// # Errors
    /// `System` with the reason of the system.
    pub fn write(&self, path: &Path) -> Result<()> {
        let content = serde_json::to_vec(self)
            .map_err(|error| Error::protocol(format!("A snapshot cannot be written: {error}.")))?;
        report::save(path, &content)
    }

    /// Reads the snapshot in a file.
    ///
    /// # Errors
    /// `InvalidInput` of the parameter that has the path: the file cannot be read, is not a snapshot, is truncated, or
    /// has a newer format.
    pub fn read(parameter: &str, path: &Path) -> Result<Self> {
        let content = files::read(path, LARGEST).map_err(|error| {
            refused(
                parameter,
                path,
                &format!("cannot be read: {}", in_words(&error)),
                None,
            )
        })?;
        Self::parse(&content).map_err(|fault| {
            let (why, next) = fault.words();
            refused(parameter, path, &why, Some(next))
        })
    }

    /// Reads a snapshot from its text.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn parse(content: &[u8]) -> std::result::Result<Self, Fault> {
        let content = encoding::utf8(content).ok_or(if is_ours(content) {
            Fault::Truncated
        } else {
            Fault::NotOurs
        })?;
        let content = content.as_ref();
        // The head alone first: another format may have other records.
        let head = match serde_json::from_slice::<Head>(content) {
            Ok(head) => head,
            Err(error) if error.is_eof() && is_ours(content) => return Err(Fault::Truncated),
            Err(error) if is_ours(content) => return Err(Fault::Damaged(error.to_string())),
            Err(_) => return Err(Fault::NotOurs),
        };
        match (head.kind.as_deref(), head.format) {
            (Some(KIND), Some(FORMAT)) => {}
            (Some(KIND), Some(other)) => return Err(Fault::Format(other)),
            _ => return Err(Fault::NotOurs),
        }
        serde_json::from_slice(content).map_err(|error| Fault::Damaged(error.to_string()))
    }
}

/// What is read of any snapshot.
#[derive(Deserialize)]
struct Head {
    kind: Option<String>,
    format: Option<u32>,
}

/// Whether a text that is no JSON begins as a snapshot does.
fn is_ours(content: &[u8]) -> bool {
    let start = &content[..content.len().min(400)];
    encoding::beginning(start).contains(KIND)
}

/// Why a file is refused as a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is something else.
    NotOurs,
    /// Its end is missing.
    Truncated,
    /// It has another format.
    Format(u32),
    /// It is not valid, with the reason and the position.
    Damaged(String),
}

impl Fault {
    fn words(&self) -> (String, &'static str) {
        const AGAIN: &str = "Take a new one with Test-AzIntegrationRuntimeFleet -Snapshot.";
        match self {
            Self::NotOurs => (
                "is not a snapshot of Test-AzIntegrationRuntimeFleet".to_owned(),
                "Give the file that -Snapshot wrote.",
            ),
            Self::Truncated => ("is truncated".to_owned(), AGAIN),
            Self::Format(other) if *other > FORMAT => (
                format!("has format {other}, and this version of the module reads format {FORMAT}"),
                "Update the module with Update-Module AzIntegrationRuntime.",
            ),
            Self::Format(other) => (
                format!("has format {other}, and this version of the module reads format {FORMAT}"),
                AGAIN,
            ),
            Self::Damaged(reason) => (format!("is damaged: {reason}"), AGAIN),
        }
    }
}

fn refused(parameter: &str, path: &Path, why: &str, next: Option<&str>) -> Error {
    let error = Error::invalid(
        parameter,
        format!("'{}' of -{parameter} {why}.", path.display()),
    )
    .about(path.display().to_string())
    .ending();
    match next {
        Some(next) => error.with_hint(next),
        None => error,
    }
}
