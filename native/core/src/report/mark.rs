//! The mark that each form carries: a later run knows its own reports by it, and replaces no other file.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use super::file::{destination, in_words};
use crate::{
    encoding,
    error::{Error, Result},
    fleet::snapshot,
};

/// What a file has at its beginning if this module wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The `generator` of a page.
    Html,
    /// The member `tool`.
    Json,
    /// The driver of the tool.
    Sarif,
    /// The first columns.
    Csv,
    /// A comment of HTML and XML: Markdown, `JUnit` and SVG.
    Comment,
    /// A comment of Mermaid.
    Mermaid,
    /// A comment of Graphviz.
    Dot,
    /// The kind of a snapshot.
    Snapshot,
}

/// The comment of Markdown, `JUnit` and SVG. Viewers do not show it.
pub const COMMENT: &str = "<!-- AzIntegrationRuntime -->";
/// The comment of Mermaid.
pub const MERMAID: &str = "%% AzIntegrationRuntime";
/// The comment of Graphviz.
pub const DOT: &str = "// AzIntegrationRuntime";

/// So many bytes have the mark: a title of some hundred characters stands before that of Markdown.
const START: u64 = 4096;

impl Mark {
    /// Whether a text that begins like this has the mark.
    fn is_in(self, start: &[u8]) -> bool {
        let text = encoding::beginning(start);
        // Another program may have laid out the JSON anew.
        let compact = || -> String { text.split_ascii_whitespace().collect() };
        match self {
            Self::Html => text.contains("<meta name=\"generator\" content=\"AzIntegrationRuntime "),
            Self::Json => compact().contains("\"tool\":{\"name\":\"AzIntegrationRuntime\""),
            Self::Sarif => {
                compact().contains("\"tool\":{\"driver\":{\"name\":\"AzIntegrationRuntime\"")
            }
            Self::Csv => text.starts_with("Severity,Code,Title,Service,Parent,Runtime,"),
            Self::Comment => text.contains(COMMENT),
            Self::Mermaid => text.contains(MERMAID),
            Self::Dot => text.contains(DOT),
            Self::Snapshot => text.contains(snapshot::KIND),
        }
    }
}

/// Refuses a path whose file is not empty and was not written by this module in this form.
///
/// # Errors
/// `InvalidInput` of the parameter.
pub fn check_replaceable(parameter: &str, path: &Path, mark: Mark) -> Result<()> {
    let why = match beginning(path) {
        Ok(start) if start.is_empty() || mark.is_in(&start) => return Ok(()),
        Ok(_) => {
            let form = match mark {
                Mark::Snapshot => "a snapshot of Test-AzIntegrationRuntimeFleet",
                _ => "a file of this form that this module wrote",
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

/// The first bytes of a file, none where there is no file.
fn beginning(path: &Path) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    match File::open(destination(path)?) {
        Ok(file) => file.take(START).read_to_end(&mut start).map(|_| start),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(start),
        Err(error) => Err(error),
    }
}
