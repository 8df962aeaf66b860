//! What an export writes: a file for each live integration runtime, in the form of Data Factory's Git integration.

use std::path::{Path, PathBuf};

use azir_azure::files::{self, LARGEST_DOCUMENT};

use super::{
    Desired, DesiredRuntime, Issue, folder,
    git::{self, Style},
    values,
};
use crate::runtimes::{body::RuntimeBody, model, place::ParentPlace, service::Service};

/// What happens to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The file does not exist, and is created.
    Create,
    /// The file means something else than what is live, and is written anew.
    Change,
    /// The file means what is live: it keeps its bytes.
    NoChange,
    /// The file has an integration runtime that is not live. It stays.
    NotLive,
    /// The file cannot be written without a loss.
    Refused,
}

impl Action {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Create => "Create",
            Self::Change => "Change",
            Self::NoChange => "NoChange",
            Self::NotLive => "NotLive",
            Self::Refused => "Refused",
        }
    }
}

/// One file of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// The name of the integration runtime.
    pub runtime: String,
    /// What happens to the file.
    pub action: Action,
    /// The file.
    pub path: PathBuf,
    /// What is written.
    pub content: Vec<u8>,
    /// The members that change, for instance `properties.description: 'a' -> 'b'`, from the file to what is live.
    pub changes: Vec<String>,
    /// The sentence.
    pub message: String,
    /// The paths of secrets whose values the file does not have.
    pub secrets: Vec<String>,
}

/// The files for the live integration runtimes that `wanted` accepts, in their order; files without a live integration
/// runtime are behind. `named` tells whether the caller names an integration runtime literally.
#[must_use]
pub fn plan(
    root: &Path,
    desired: &Desired,
    target: &ParentPlace,
    live: &[RuntimeBody],
    wanted: &dyn Fn(&str) -> bool,
    named: &dyn Fn(&str) -> bool,
) -> Vec<ExportedFile> {
    let folder =
        folder::below(root, folder::RUNTIMES).unwrap_or_else(|| root.join(folder::RUNTIMES));
    let mut files = Vec::new();
    for body in live {
        let name = body.name().unwrap_or_default();
        let file = desired.runtime(name);
        // In a data factory the default one has a file only where it was edited; in a workspace always.
        let is_usual = !model::is_default(name)
            || target.service == Service::Synapse
            || file.is_some()
            || named(name);
        if wanted(name) && is_usual {
            files.push(one(&folder, desired, file, body, target));
        }
    }
    for own in &desired.runtimes {
        let is_live = live.iter().any(|body| {
            body.name()
                .is_some_and(|name| name.eq_ignore_ascii_case(&own.name))
        });
        if wanted(&own.name) && !is_live && !model::is_default(&own.name) {
            files.push(ExportedFile {
                message: format!(
                    "Integration runtime '{}' does not exist in {}. The file stays.",
                    own.name,
                    target.called()
                ),
                ..empty(
                    &own.name,
                    PathBuf::from(&own.position.file),
                    Action::NotLive,
                )
            });
        }
    }
    files
}

fn empty(name: &str, path: PathBuf, action: Action) -> ExportedFile {
    ExportedFile {
        runtime: name.to_owned(),
        action,
        path,
        content: Vec::new(),
        changes: Vec::new(),
        message: String::new(),
        secrets: Vec::new(),
    }
}

fn one(
    folder: &Path,
    desired: &Desired,
    file: Option<&DesiredRuntime>,
    live: &RuntimeBody,
    target: &ParentPlace,
) -> ExportedFile {
    let name = live.name().unwrap_or_default();
    let refused = |path: PathBuf, message: String| ExportedFile {
        message,
        ..empty(name, path, Action::Refused)
    };
    if let Some(issue) = issue(desired, name) {
        let fix = issue.fix.as_deref().unwrap_or("Repair or remove the file.");
        return refused(
            PathBuf::from(&issue.position.file),
            format!("{} {fix}", issue.message),
        );
    }
    let Some(file) = file else {
        return created(folder, live, target);
    };
    let path = PathBuf::from(&file.position.file);
    let compared = values::compare(file.document.properties(), live.properties(), &|_| false);
    if compared.changed.is_empty() {
        return ExportedFile {
            message: format!("The file has integration runtime '{name}' as it is live."),
            ..empty(name, path, Action::NoChange)
        };
    }
    let Ok(bytes) = files::read(&path, LARGEST_DOCUMENT) else {
        let message = format!("The file '{}' cannot be read again.", path.display());
        return refused(path, message);
    };
    let definition = git::definition(live);
    let document = git::blend(&definition.document, file.document.document());
    ExportedFile {
        content: Style::of(&bytes).write(&document),
        changes: compared
            .changed
            .iter()
            .map(|own| own.between(&own.file, &own.live))
            .collect(),
        message: format!(
            "The file has integration runtime '{name}' otherwise than {}.",
            target.called()
        ),
        secrets: definition.secrets,
        ..empty(name, path, Action::Change)
    }
}

fn created(folder: &Path, live: &RuntimeBody, target: &ParentPlace) -> ExportedFile {
    let name = live.name().unwrap_or_default();
    let path = folder.join(format!("{name}.json"));
    if !is_file_name(name) {
        return ExportedFile {
            message: format!("The name '{name}' cannot be the name of a file."),
            ..empty(name, folder.to_owned(), Action::Refused)
        };
    }
    if path.exists() {
        return ExportedFile {
            message: format!(
                "The file '{}' has another integration runtime. Rename it to the name in it.",
                path.display()
            ),
            ..empty(name, path, Action::Refused)
        };
    }
    let definition = git::definition(live);
    ExportedFile {
        content: Style::default().write(&definition.document),
        message: format!(
            "The file for integration runtime '{name}' of {} is created.",
            target.called()
        ),
        secrets: definition.secrets,
        ..empty(name, path, Action::Create)
    }
}

/// What stands in the way of trusting the file of this integration runtime.
fn issue<'d>(desired: &'d Desired, name: &str) -> Option<&'d Issue> {
    desired.issues.iter().find(|own| {
        !own.harmless
            && own
                .runtime
                .as_deref()
                .is_some_and(|own| own.eq_ignore_ascii_case(name))
    })
}

/// Whether a name that a service sent stays in the folder.
fn is_file_name(name: &str) -> bool {
    !name.trim().is_empty()
        && !name.starts_with('.')
        && !name.contains(|own: char| own.is_control() || "/\\:*?\"<>|".contains(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_service_does_not_leave_the_folder() {
        for name in ["", "..", "../x", "a/b", "a\\b", "c:x", ".git", "a\n"] {
            assert!(!is_file_name(name), "{name}");
        }
        assert!(is_file_name("ir-a"));
        assert!(is_file_name("Integration Runtime_1"));
    }
}
