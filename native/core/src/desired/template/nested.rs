//! Nested deployments: their templates are in the outer one, or in files beside it.

use std::path::Path;

use azir_azure::json::{self, Lookup};
use serde_json::Value;

use super::{
    expression::{self, Expression, Written},
    is_template,
    parameters::Parameters,
    reason::Reason,
    scope::{Destination, Scope},
    walk::{Resource, Role, Walk},
};
use crate::desired::text::{self, Text};

/// How deep deployments may be nested.
const DEEPEST: usize = 8;

impl Walk<'_> {
    /// A nested deployment: its template is in it, or in a file beside this one.
    pub(super) fn deployment(&mut self, resource: &Resource<'_>, scope: &Scope<'_>) {
        if self.depth >= DEEPEST {
            let message = format!(
                "The deployments in '{}' are nested too deeply.",
                self.file()
            );
            self.issue(resource.position.clone(), None, message, None);
            return;
        }
        let known = |member: &str, outer: &Option<String>| match resource.own.member(member) {
            None => outer.clone(),
            Some(own) => scope
                .value(own)
                .ok()
                .and_then(|own| own.as_str().map(str::to_owned)),
        };
        let destination = Destination {
            subscription: known("subscriptionId", &scope.destination().subscription),
            resource_group: known("resourceGroup", &scope.destination().resource_group),
        };
        let properties = resource.own.at("properties");
        self.depth += 1;
        let inline = format!("{}.properties.template.", resource.path);
        let outer = std::mem::replace(&mut self.base, inline);
        match properties.member("template") {
            Some(template) if is_inner(properties) => {
                let parameters = handed(properties, scope);
                let lines: Vec<usize> = resource.position.line.into_iter().collect();
                self.template(template, &lines, &parameters, &destination);
            }
            Some(template) => {
                // The expressions are those of the outer template.
                let lines: Vec<usize> = resource.position.line.into_iter().collect();
                self.resources(template, &lines, scope);
            }
            None => {
                self.base.clear();
                self.linked(resource, properties, scope, &destination);
            }
        }
        self.base = outer;
        self.depth -= 1;
    }

    /// A linked template, whose address ends in the name of a file beside this one.
    fn linked(
        &mut self,
        resource: &Resource<'_>,
        properties: &Value,
        scope: &Scope<'_>,
        destination: &Destination,
    ) {
        let link = properties.at("templateLink");
        let Some(name) = linked_file(link, scope) else {
            let reason = Reason::invalid("its linked template has no name of a file");
            self.not_evaluated(
                resource,
                Role::Deployment,
                "what the template deploys",
                &reason,
            );
            return;
        };
        let path = self.file.parent().unwrap_or(Path::new("")).join(&name);
        let outcome = text::read(&path).and_then(|text| Ok((text.parse()?, text)));
        if let Ok((_, text)) = &outcome
            && self.budget.spend_file(text.length()).is_err()
        {
            return;
        }
        let (mut document, text): (Value, Text) = match outcome {
            Ok(read) => read,
            Err(trouble) => {
                let message = format!(
                    "The linked template of {} of '{}' is not read. {}",
                    resource.position.member,
                    resource.position.file,
                    trouble.sentence(&path.display().to_string())
                );
                let fix =
                    "Put the linked templates into the folder of the master template.".to_owned();
                self.issue(resource.position.clone(), None, message, Some(fix));
                return;
            }
        };
        let outer = std::mem::replace(&mut self.file, path);
        let before = std::mem::take(&mut self.open);
        if is_template(&document) {
            let parameters = handed(properties, scope);
            self.template(
                &document,
                &text.lines_of("resources"),
                &parameters,
                destination,
            );
        } else {
            let message = format!("The linked template '{}' is not a template.", self.file());
            self.issue(resource.position.clone(), None, message, None);
        }
        self.locate(&text);
        self.open = before;
        self.file = outer;
        json::wipe(&mut document);
    }
}

/// Whether a nested template has parameters and variables of its own.
fn is_inner(properties: &Value) -> bool {
    properties
        .at_path(&["expressionEvaluationOptions", "scope"])
        .as_str()
        .is_some_and(|own| own.eq_ignore_ascii_case("inner"))
}

/// The parameters that a deployment hands to its template.
fn handed(properties: &Value, scope: &Scope<'_>) -> Parameters {
    let members = properties.at("parameters").as_object();
    let evaluated = members
        .into_iter()
        .flatten()
        .map(|(name, own)| {
            let value = if own.member("reference").is_some() {
                Err(Reason::KeyVault(name.clone()))
            } else {
                scope.value(own.at("value"))
            };
            (name.clone(), value)
        })
        .collect();
    Parameters::of_deployment(evaluated)
}

/// The file that a template link names: where its folder in a storage account is does not matter.
fn linked_file(link: &Value, scope: &Scope<'_>) -> Option<String> {
    let written = link.member("relativePath").or_else(|| link.member("uri"))?;
    let address = if let Ok(Value::String(address)) = scope.value(written) {
        address
    } else {
        let Written::Expression(inner) = expression::classify(written.as_str()?) else {
            return None;
        };
        file_in(&expression::parse(inner)?)?
    };
    let path = address.split(['?', '#']).next().unwrap_or_default();
    // A colon would name a drive, or a stream of a file, on Windows.
    let name = path.rsplit(['/', '\\', ':']).next().unwrap_or_default();
    let is_file = Path::new(name)
        .extension()
        .is_some_and(|own| own.eq_ignore_ascii_case("json"));
    is_file.then(|| name.to_owned())
}

/// The text in an expression that names a file: the address before it may be known to the deployment only.
fn file_in(own: &Expression) -> Option<String> {
    match own {
        Expression::Text(text) => text
            .to_ascii_lowercase()
            .contains(".json")
            .then(|| text.clone()),
        Expression::Call(_, arguments) => arguments.iter().find_map(file_in),
        Expression::Integer(_) | Expression::Member(..) => None,
    }
}
