//! A folder in the shape of Data Factory's and Synapse's Git integration: a file for each integration runtime in
//! `integrationRuntime`, and for each linked service in `linkedService`.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use azir_azure::json::{self, Lookup};
use serde_json::Value;

use super::{
    Desired, DesiredRuntime, Given, Issue, Kind, LinkedService, Position,
    text::{self, Text, Trouble},
};
use crate::runtimes::{body::RuntimeBody, service::Service};

/// The folder of integration runtimes.
pub const RUNTIMES: &str = "integrationRuntime";
const LINKED_SERVICES: &str = "linkedService";

/// The folder of this name below `root`, in any casing.
#[must_use]
pub fn below(root: &Path, name: &str) -> Option<PathBuf> {
    let exact = root.join(name);
    if exact.is_dir() {
        return Some(exact);
    }
    std::fs::read_dir(root)
        .ok()?
        .filter_map(Result::ok)
        .find(|own| {
            own.file_name().to_string_lossy().eq_ignore_ascii_case(name) && own.path().is_dir()
        })
        .map(|own| own.path())
}

/// Reads the folder `root`; files that cannot be read are issues, and the others count.
///
/// # Errors
/// Why the folder itself cannot be listed.
pub fn read(root: &Path) -> Result<Desired, String> {
    let mut desired = Desired {
        kind: Kind::Folder,
        path: root.display().to_string(),
        runtimes: Vec::new(),
        linked_services: Vec::new(),
        parents: Vec::new(),
        issues: Vec::new(),
        given: Given::at(&root.display().to_string()),
    };
    if let Some(folder) = below(root, RUNTIMES) {
        for path in files(&folder)? {
            runtime(&path, &mut desired);
        }
        twins(&mut desired);
    }
    if let Some(folder) = below(root, LINKED_SERVICES) {
        for path in files(&folder)? {
            linked_service(&path, &mut desired);
        }
    }
    Ok(desired)
}

/// The definition files of a folder, in order. A file with a second ending before `.json` is an addition of a tool.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let listed = std::fs::read_dir(folder)
        .map_err(|error| format!("The folder '{}' cannot be read: {error}.", folder.display()))?;
    let mut files: Vec<PathBuf> = listed
        .filter_map(Result::ok)
        .map(|own| own.path())
        .filter(|path| {
            path.extension()
                .is_some_and(|own| own.eq_ignore_ascii_case("json"))
                && path
                    .file_stem()
                    .is_some_and(|own| !own.to_string_lossy().ends_with(".fleet"))
                // A broken link, a pipe or a device is an issue of its own: the runtime is meant to be there.
                && !path.is_dir()
        })
        .collect();
    files.sort();
    Ok(files)
}

fn runtime(path: &Path, desired: &mut Desired) {
    let file = path.display().to_string();
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let read = text::read(path).and_then(|text| Ok((text.parse()?, text)));
    let (document, text): (Value, Text) = match read {
        Ok(read) => read,
        Err(trouble) => {
            desired
                .issues
                .push(unreadable(&trouble, &file, Some(&stem)));
            return;
        }
    };
    if let Some(message) = misshapen(&document, &file) {
        desired.issues.push(Issue {
            position: position(&file),
            runtime: Some(stem),
            harmless: false,
            message,
            fix: Some(
                "A file has the shape { \"name\": \"ir-a\", \"properties\": { \"type\": \"SelfHosted\" } }."
                    .to_owned(),
            ),
        });
        return;
    }
    let name = document.at("name").as_str().unwrap_or_default().to_owned();
    if !name.eq_ignore_ascii_case(&stem) {
        desired.issues.push(Issue {
            position: position(&file),
            runtime: Some(name.clone()),
            harmless: true,
            message: format!(
                "The file '{file}' has the integration runtime '{name}': Data Factory Studio expects the file name \
                 '{name}.json'. The name in the file counts here."
            ),
            fix: Some(format!("Rename the file to '{name}.json'.")),
        });
    }
    desired.runtimes.push(DesiredRuntime {
        name,
        parent: None,
        document: RuntimeBody::new(Service::DataFactory, document),
        unknown: Vec::new(),
        position: position(&file),
        lines: text
            .lines(&[String::new()].into())
            .remove("")
            .unwrap_or_default(),
    });
}

/// The sentence about a document that does not describe an integration runtime.
fn misshapen(document: &Value, file: &str) -> Option<String> {
    if !document.is_object() {
        return Some(format!("The file '{file}' is not a JSON object."));
    }
    let name = document.at("name").as_str().unwrap_or_default();
    if document.member("name").is_none() {
        return Some(format!("The file '{file}' has no member 'name'."));
    }
    if name.trim().is_empty() || name.contains('/') {
        return Some(format!(
            "The 'name' in the file '{file}' is not a name of an integration runtime."
        ));
    }
    if !document.at("properties").is_object() {
        return Some(format!("The file '{file}' has no object 'properties'."));
    }
    if document.at("properties").at("type").as_str().is_none() {
        return Some(format!(
            "The 'properties' in the file '{file}' have no text 'type'."
        ));
    }
    None
}

fn linked_service(path: &Path, desired: &mut Desired) {
    let mut document = match text::read(path).and_then(|text| text.parse()) {
        Ok(document) => document,
        Err(trouble) => {
            let mut issue = unreadable(&trouble, &path.display().to_string(), None);
            // Only the list of dependants lacks it.
            issue.harmless = true;
            desired.issues.push(issue);
            return;
        }
    };
    let via = document
        .at_path(&["properties", "connectVia", "referenceName"])
        .as_str();
    if let (Some(name), Some(via)) = (document.at("name").as_str(), via) {
        desired.linked_services.push(LinkedService {
            name: name.to_owned(),
            parent: None,
            connect_via: via.to_owned(),
        });
    }
    // Connection strings are of no use here.
    json::wipe(&mut document);
}

/// Two files with the name of one integration runtime: neither can be trusted.
fn twins(desired: &mut Desired) {
    let mut files: HashMap<String, Vec<String>> = HashMap::new();
    for own in &desired.runtimes {
        files
            .entry(own.name.to_lowercase())
            .or_default()
            .push(own.position.file.clone());
    }
    let mut told: Vec<String> = Vec::new();
    for own in &desired.runtimes {
        let key = own.name.to_lowercase();
        let Some(all) = files
            .get(&key)
            .filter(|all| all.len() > 1 && !told.contains(&key))
        else {
            continue;
        };
        desired.issues.push(Issue {
            position: own.position.clone(),
            runtime: Some(own.name.clone()),
            harmless: false,
            message: format!(
                "The files '{}' have the same integration runtime '{}', so it is not compared.",
                all.join("' and '"),
                own.name
            ),
            fix: Some("Keep one of the files.".to_owned()),
        });
        told.push(key);
    }
    desired.runtimes.retain(|own| {
        files
            .get(&own.name.to_lowercase())
            .is_none_or(|all| all.len() == 1)
    });
}

fn position(file: &str) -> Position {
    Position {
        file: file.to_owned(),
        line: Some(1),
        member: String::new(),
    }
}

fn unreadable(trouble: &Trouble, file: &str, runtime: Option<&str>) -> Issue {
    Issue {
        position: Position {
            line: trouble.line(),
            ..position(file)
        },
        runtime: runtime.map(str::to_owned),
        harmless: false,
        message: trouble.sentence(file),
        fix: None,
    }
}
