//! What an export writes: a file for each live integration runtime, in the form of Data Factory's Git integration.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use azir_azure::{
    files::{self, LARGEST_DOCUMENT},
    json,
};
use serde_json::Value;

use super::{
    Desired, DesiredRuntime, Issue, folder,
    git::{self, Style},
    mapping::Mapping,
    relation, values,
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

/// The files that are there, and what they are in the environment that is exported.
#[derive(Debug)]
pub struct Files {
    /// The files as they are.
    original: Desired,
    /// The files as they are in the environment.
    desired: Desired,
    mapping: Option<Mapping>,
}

impl Files {
    /// The files with their mapping.
    #[must_use]
    pub fn new(original: Desired, mapping: Option<Mapping>) -> Self {
        let mut desired = original.clone();
        if let Some(mapping) = &mapping {
            mapping.apply(&mut desired);
        }
        Self {
            original,
            desired,
            mapping,
        }
    }

    /// The name that the live integration runtime `name` has in the files.
    fn own_name<'n>(&'n self, name: &'n str) -> &'n str {
        self.mapping
            .as_ref()
            .and_then(|own| own.own_name(name))
            .unwrap_or(name)
    }

    /// Why the mapping makes it unclear which file a live integration runtime that `wanted` accepts belongs to.
    #[must_use]
    pub fn conflict(&self, live: &[RuntimeBody], wanted: &dyn Fn(&str) -> bool) -> Option<String> {
        let mapping = self.mapping.as_ref()?;
        let names = || {
            let all = live.iter().filter_map(RuntimeBody::name);
            all.filter(|name| wanted(name) && !self.skips(name))
        };
        let mut owners: HashMap<String, &str> = HashMap::new();
        for name in names() {
            let own = self.own_name(name);
            if let Some(other) = owners.insert(own.to_lowercase(), name) {
                return Some(format!(
                    "With the mapping file '{}', the integration runtimes '{other}' and '{name}' both belong to the \
                     file '{own}.json'. Give each another name in the files with 'name', or leave one out with \
                     -Name or 'skip'.",
                    mapping.file()
                ));
            }
        }
        names().find_map(|name| {
            let is_it = |own: &&DesiredRuntime| own.name.eq_ignore_ascii_case(name);
            let files: Vec<&str> = self
                .desired
                .runtimes
                .iter()
                .filter(is_it)
                .map(|own| own.position.file.as_str())
                .collect();
            let [one, other, ..] = files.as_slice() else {
                return None;
            };
            Some(format!(
                "With the mapping file '{}', the files '{one}' and '{other}' both belong to the integration runtime \
                 '{name}'. Correct 'name' in the mapping file, or give one of them 'skip'.",
                mapping.file()
            ))
        })
    }

    fn skips(&self, own: &str) -> bool {
        self.mapping
            .as_ref()
            .is_some_and(|mapping| mapping.skips(own))
    }

    fn relinks(&self, own: &str) -> bool {
        self.mapping
            .as_ref()
            .is_some_and(|mapping| mapping.relinks(own))
    }

    /// The definition of a live integration runtime as the files have it: under their name, with their link.
    fn returned(&self, mut document: Value, own: &str) -> Value {
        if let Some(members) = document.as_object_mut() {
            json::set(members, "name", own.into());
        }
        if !self.relinks(own) {
            return document;
        }
        let link = self
            .original
            .runtime(own)
            .and_then(|own| relation::link(own.document.properties()))
            .cloned();
        let properties = document
            .as_object_mut()
            .and_then(|own| json::object(own, "properties"));
        if let Some(properties) = properties
            && let Some(details) = json::object(properties, "typeProperties")
        {
            if let Some(link) = link {
                json::set(details, "linkedInfo", link);
            } else {
                json::remove(details, "linkedInfo");
            }
            if details.is_empty() {
                json::remove(properties, "typeProperties");
            }
        }
        document
    }
}

/// The files for the live integration runtimes that `wanted` accepts, in their order; files without a live integration
/// runtime are behind. `named` tells whether the caller names an integration runtime literally.
#[must_use]
pub fn plan(
    root: &Path,
    present: &Files,
    target: &ParentPlace,
    live: &[RuntimeBody],
    wanted: &dyn Fn(&str) -> bool,
    named: &dyn Fn(&str) -> bool,
) -> Vec<ExportedFile> {
    let desired = &present.desired;
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
        if wanted(name) && is_usual && !present.skips(name) {
            files.push(one(&folder, present, file, body, target));
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
    present: &Files,
    file: Option<&DesiredRuntime>,
    live: &RuntimeBody,
    target: &ParentPlace,
) -> ExportedFile {
    let name = live.name().unwrap_or_default();
    let refused = |path: PathBuf, message: String| ExportedFile {
        message,
        ..empty(name, path, Action::Refused)
    };
    if let Some(issue) = issue(&present.desired, present.own_name(name)) {
        let fix = issue.fix.as_deref().unwrap_or("Repair or remove the file.");
        return refused(
            PathBuf::from(&issue.position.file),
            format!("{} {fix}", issue.message),
        );
    }
    let Some(file) = file else {
        return created(folder, present, live, target);
    };
    let path = PathBuf::from(&file.position.file);
    let compared = values::compare(file.document.properties(), live.properties(), &|_| false);
    if compared.changed.is_empty() {
        return ExportedFile {
            message: format!("The file has integration runtime '{name}' as it is live."),
            ..empty(name, path, Action::NoChange)
        };
    }
    let own = file.document.name().unwrap_or(name);
    if present.relinks(own)
        && let Some(changed) = compared.changed.iter().find(|own| is_link(&own.path))
    {
        return refused(
            path,
            format!(
                "The mapping file says what '{own}' is linked to, and that is not what is live: {}. Correct the \
                 mapping file.",
                changed.between(&changed.file, &changed.live)
            ),
        );
    }
    let Ok(bytes) = files::read(&path, LARGEST_DOCUMENT) else {
        let message = format!("The file '{}' cannot be read again.", path.display());
        return refused(path, message);
    };
    let definition = git::definition(live);
    let original = present.original.runtime(own).unwrap_or(file);
    let document = present.returned(definition.document, own);
    let document = git::blend(&document, original.document.document());
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

/// Whether a path is that of the link, or in it.
fn is_link(path: &str) -> bool {
    path.get(..relation::LINK.len())
        .is_some_and(|own| own.eq_ignore_ascii_case(relation::LINK))
}

fn created(
    folder: &Path,
    present: &Files,
    live: &RuntimeBody,
    target: &ParentPlace,
) -> ExportedFile {
    let name = live.name().unwrap_or_default();
    let own = present.own_name(name);
    let path = folder.join(format!("{own}.json"));
    if !is_file_name(own) {
        return ExportedFile {
            message: format!("The name '{own}' cannot be the name of a file."),
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
        content: Style::default().write(&present.returned(definition.document, own)),
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
