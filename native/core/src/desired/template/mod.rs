//! Azure Resource Manager templates: those that Data Factory and Synapse export, with linked templates beside them,
//! and others that deploy integration runtimes.
//!
//! Expressions are evaluated with the values of the parameters. What cannot be evaluated is an issue, never a guess.

mod budget;
pub mod expression;
pub mod functions;
mod ids;
mod issues;
mod nested;
pub mod parameters;
pub mod reason;
pub mod scope;
mod walk;

use std::path::Path;

use azir_azure::json::{self, Lookup};
use serde_json::Value;

use super::{Desired, Given, Kind, text};
use parameters::Parameters;
use scope::Destination;
use walk::Walk;

/// Whether a document is a template: it has resources, and a schema or a version of contents.
#[must_use]
pub fn is_template(document: &Value) -> bool {
    let resources = document.at("resources");
    let schema = document.at("$schema").as_str().unwrap_or_default();
    (resources.is_array() || resources.is_object())
        && (schema.to_ascii_lowercase().contains("deploymenttemplate")
            || document.member("contentVersion").is_some())
}

/// Reads a template and the linked templates beside it.
///
/// # Errors
/// A sentence that names the file and the mistake.
pub fn read(
    path: &Path,
    parameters: &Parameters,
    destination: &Destination,
) -> Result<Desired, String> {
    let file = path.display().to_string();
    let text = text::read(path).map_err(|trouble| trouble.sentence(&file))?;
    let mut document = text.parse().map_err(|trouble| trouble.sentence(&file))?;
    if !is_template(&document) {
        let message = not_a_template(&document, &file);
        json::wipe(&mut document);
        return Err(message);
    }
    let mut desired = Desired {
        kind: Kind::Template,
        path: file.clone(),
        runtimes: Vec::new(),
        linked_services: Vec::new(),
        parents: Vec::new(),
        issues: Vec::new(),
        given: Given::at(&file),
    };
    let mut walk = Walk::new(path, &mut desired);
    walk.undeclared(&document, parameters);
    walk.template(
        &document,
        &text.lines_of("resources"),
        parameters,
        destination,
    );
    walk.locate(&text);
    walk.end();
    json::wipe(&mut document);
    Ok(desired)
}

fn not_a_template(document: &Value, file: &str) -> String {
    if document.at("parameters").is_object() && document.member("resources").is_none() {
        return format!(
            "'{file}' is a parameter file. Give the template as the path, and this file as the parameter file."
        );
    }
    if document.at("properties").is_object() && document.at("name").is_string() {
        return format!(
            "'{file}' is the definition of one resource. Give the folder above 'integrationRuntime' as the path."
        );
    }
    format!(
        "'{file}' is not an Azure Resource Manager template: it has no 'resources' and '$schema'."
    )
}
