//! A mapping file: what an integration runtime of the files is in each environment.
//!
//! ```json
//! {
//!   "prod": {
//!     "SharedIR": { "linkedTo": "/subscriptions/…/integrationRuntimes/ir-hub" },
//!     "ir-dev":   { "name": "ir-prod" },
//!     "ir-hub":   { "linkedTo": null },
//!     "ir-test":  { "skip": true }
//!   }
//! }
//! ```

use std::{collections::HashMap, path::Path};

use azir_azure::json as members;
use serde_json::{Value, json};

use super::{Desired, Issue, Position, text};
use crate::{
    names,
    runtimes::{body::RuntimeBody, resource_id::RuntimeId, service::Service},
};

/// What an integration runtime is linked to in an environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Link {
    /// What the file says.
    #[default]
    AsInFile,
    /// Nothing: it is self-hosted.
    None,
    /// The shared integration runtime with this id.
    To(String),
}

/// What one integration runtime is in an environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Entry {
    /// Its name in the files.
    own: String,
    /// Its name in the environment.
    name: Option<String>,
    /// What it is linked to.
    link: Link,
    /// Whether the environment is not to have it.
    skip: bool,
}

impl Entry {
    fn in_environment(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.own)
    }
}

/// Two entries that stand for one integration runtime of the environment.
fn same_name(entries: &[Entry]) -> Option<(&Entry, &Entry)> {
    let mut seen: HashMap<String, &Entry> = HashMap::new();
    let mut all = entries.iter().filter(|own| !own.skip);
    all.find_map(|own| {
        let before = seen.insert(own.in_environment().to_lowercase(), own)?;
        Some((before, own))
    })
}

/// The entries of one environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    file: String,
    environment: String,
    entries: Vec<Entry>,
}

impl Mapping {
    /// Reads the entries of an environment; without its name, those of the only one.
    ///
    /// # Errors
    /// A sentence that names the file and the mistake.
    pub fn read(path: &Path, environment: Option<&str>) -> Result<Self, String> {
        let file = path.display().to_string();
        let document = text::read(path)
            .and_then(|text| text.parse())
            .map_err(|trouble| trouble.sentence(&file))?;
        Self::of_document(&file, &document, environment)
    }

    fn of_document(
        file: &str,
        document: &Value,
        environment: Option<&str>,
    ) -> Result<Self, String> {
        let all = document
            .as_object()
            .filter(|all| !all.is_empty() && all.values().all(Value::is_object))
            .ok_or_else(|| {
                format!(
                    "The mapping file '{file}' is not an object with an object for each environment, such as \
                     {{ \"prod\": {{ \"ir-a\": {{ \"name\": \"ir-b\" }} }} }}."
                )
            })?;
        let names = || {
            all.keys()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join("', '")
        };
        let (environment, own) = match environment {
            Some(name) => all
                .iter()
                .find(|(own, _)| own.eq_ignore_ascii_case(name))
                .ok_or_else(|| {
                    format!(
                        "The mapping file '{file}' has no environment '{name}'. It has '{}'.",
                        names()
                    )
                })?,
            None if all.len() == 1 => all.iter().next().ok_or_else(String::new)?,
            None => {
                return Err(format!(
                    "The mapping file '{file}' has the environments '{}'. Choose one with -Environment.",
                    names()
                ));
            }
        };
        let entries = own
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, own)| {
                entry(name, own).map_err(|why| {
                    format!("The mapping of '{name}' in the environment '{environment}' of '{file}' {why}.")
                })
            })
            .collect::<Result<Vec<Entry>, String>>()?;
        if let Some((one, other)) = same_name(&entries) {
            return Err(format!(
                "The mapping file '{file}' has '{}' and '{}' for one integration runtime '{}' of the environment \
                 '{environment}'. Give each a name of its own.",
                one.own,
                other.own,
                other.in_environment()
            ));
        }
        Ok(Self {
            file: file.to_owned(),
            environment: environment.clone(),
            entries,
        })
    }

    /// The name in the files of the integration runtime that has this name in the environment; nothing where the
    /// mapping does not rename it.
    #[must_use]
    pub fn own_name(&self, name: &str) -> Option<&str> {
        self.entries
            .iter()
            .find(|own| {
                !own.skip
                    && own
                        .name
                        .as_ref()
                        .is_some_and(|own| own.eq_ignore_ascii_case(name))
            })
            .map(|own| own.own.as_str())
    }

    /// The path of the file.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Whether the environment is not to have the integration runtime of the files with this name.
    #[must_use]
    pub fn skips(&self, own: &str) -> bool {
        self.entry(own).is_some_and(|own| own.skip)
    }

    /// Whether the mapping says what the integration runtime of the files is linked to.
    #[must_use]
    pub fn relinks(&self, own: &str) -> bool {
        self.entry(own)
            .is_some_and(|own| own.link != Link::AsInFile)
    }

    fn entry(&self, own: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.own.eq_ignore_ascii_case(own))
    }

    /// Makes the files' integration runtimes what they are in the environment.
    pub fn apply(&self, desired: &mut Desired) {
        for entry in &self.entries {
            let found = desired
                .runtimes
                .iter_mut()
                .find(|own| own.name.eq_ignore_ascii_case(&entry.own));
            let Some(runtime) = found else {
                desired.issues.push(Issue {
                    position: Position {
                        file: self.file.clone(),
                        ..Position::default()
                    },
                    runtime: None,
                    harmless: true,
                    message: format!(
                        "The mapping file '{}' names '{}' in the environment '{}'; '{}' has no integration runtime of \
                         this name.",
                        self.file, entry.own, self.environment, desired.path
                    ),
                    fix: Some("Correct the name, or remove it from the mapping file.".to_owned()),
                });
                continue;
            };
            if entry.link != Link::AsInFile {
                let service = runtime
                    .parent
                    .as_ref()
                    .map_or(Service::DataFactory, |own| own.service);
                let mut document = runtime.document.document().clone();
                relink(&mut document, &entry.link);
                runtime.document = RuntimeBody::new(service, document);
                runtime
                    .unknown
                    .retain(|own| !own.path.to_ascii_lowercase().contains("linkedinfo"));
            }
            if let Some(name) = &entry.name {
                for own in &mut desired.linked_services {
                    if own.connect_via.eq_ignore_ascii_case(&entry.own) {
                        own.connect_via.clone_from(name);
                    }
                }
                runtime.name.clone_from(name);
            }
        }
        desired.runtimes.retain(|own| !self.skips(&own.name));
    }
}

fn entry(own: &str, value: &Value) -> Result<Entry, String> {
    let given = value.as_object().ok_or("is not an object")?;
    let mut entry = Entry {
        own: own.to_owned(),
        ..Entry::default()
    };
    for (name, value) in given {
        match (name.to_ascii_lowercase().as_str(), value) {
            ("name", Value::String(name)) if names::runtime("Mapping", name).is_ok() => {
                entry.name = Some(name.clone());
            }
            ("name", _) => return Err("has a 'name' that is not valid".to_owned()),
            ("linkedto", Value::Null) => entry.link = Link::None,
            ("linkedto", Value::String(id))
                if RuntimeId::parse(Service::DataFactory, "Mapping", id).is_ok() =>
            {
                entry.link = Link::To(id.clone());
            }
            ("linkedto", _) => {
                return Err(
                    "has a 'linkedTo' that is neither null nor the resource id of an integration runtime of a data \
                     factory"
                        .to_owned(),
                );
            }
            ("skip", Value::Bool(skip)) => entry.skip = *skip,
            ("skip", _) => return Err("has a 'skip' that is not true or false".to_owned()),
            _ => {
                return Err(format!(
                    "has the member '{name}'; it can have 'name', 'linkedTo' and 'skip'"
                ));
            }
        }
    }
    Ok(entry)
}

/// Makes a runtime a linked one, or a self-hosted one of its own.
fn relink(document: &mut Value, link: &Link) {
    let Some(properties) = document
        .as_object_mut()
        .and_then(|own| members::object(own, "properties"))
    else {
        return;
    };
    let Some(details) = members::object(properties, "typeProperties") else {
        return;
    };
    match link {
        Link::AsInFile => {}
        Link::None => {
            members::remove(details, "linkedInfo");
        }
        Link::To(shared) => members::set(
            details,
            "linkedInfo",
            json!({"resourceId": shared, "authorizationType": "Rbac"}),
        ),
    }
}
