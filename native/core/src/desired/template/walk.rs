//! The way through the resources of a template and its nested ones.

use std::path::{Path, PathBuf};

use azir_azure::json::Lookup;
use serde_json::{Value, json};

use super::{
    budget::Budget,
    parameters::Parameters,
    reason::Reason,
    scope::{Destination, Scope},
};
use crate::{
    desired::{
        Desired, DesiredRuntime, LinkedService, ParentReference, Position, lines::Lines, text::Text,
    },
    runtimes::{body::RuntimeBody, service::Service},
};

/// What is collected on the way.
pub struct Walk<'d> {
    pub(super) file: PathBuf,
    pub(super) desired: &'d mut Desired,
    pub(super) depth: usize,
    pub(super) budget: Budget,
    /// The path of the template in its file, with a dot at its end; empty for the whole file.
    pub(super) base: String,
    /// The paths of integration runtimes whose lines are not known yet, by their numbers.
    pub(super) open: Vec<(usize, String)>,
    /// Integration runtimes whose names are not known, by the reason.
    pub(super) nameless: Vec<(Reason, Position, usize)>,
    /// Integration runtimes whose condition is false, by their names.
    pub(super) left_out: Vec<(String, Position)>,
}

/// A resource with what its place says about it.
pub(super) struct Resource<'r> {
    pub(super) own: &'r Value,
    /// The whole type, such as `Microsoft.DataFactory/factories/integrationRuntimes`.
    pub(super) kind: String,
    /// The name that is written before its own one.
    prefix: Option<&'r Value>,
    pub(super) position: Position,
    /// Its path from the root of the file, in lower case.
    pub(super) path: String,
}

/// What a type of resource is to integration runtimes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Parent(Service),
    Runtime(Service),
    LinkedService(Service),
    Deployment,
}

fn role(kind: &str) -> Option<Role> {
    let kind = kind.to_ascii_lowercase();
    if kind == "microsoft.resources/deployments" {
        return Some(Role::Deployment);
    }
    [
        (Service::DataFactory, "microsoft.datafactory/factories"),
        (Service::Synapse, "microsoft.synapse/workspaces"),
    ]
    .into_iter()
    .find_map(|(service, parent)| match kind.strip_prefix(parent)? {
        "" => Some(Role::Parent(service)),
        "/integrationruntimes" => Some(Role::Runtime(service)),
        "/linkedservices" => Some(Role::LinkedService(service)),
        _ => None,
    })
}

/// The parameter that an expression names first.
fn first_parameter(expression: &str) -> Option<&str> {
    const CALL: &str = "parameters('";
    let at = expression.to_ascii_lowercase().find(CALL)?;
    expression.get(at + CALL.len()..)?.split('\'').next()
}

impl<'d> Walk<'d> {
    /// A walk that begins with the template `file`.
    pub fn new(file: &Path, desired: &'d mut Desired) -> Self {
        Self {
            file: file.to_owned(),
            desired,
            depth: 0,
            budget: Budget::default(),
            base: String::new(),
            open: Vec::new(),
            nameless: Vec::new(),
            left_out: Vec::new(),
        }
    }

    pub(super) fn file(&self) -> String {
        self.file.display().to_string()
    }

    /// Reads the resources of a template with parameters of its own.
    pub fn template(
        &mut self,
        template: &Value,
        lines: &[usize],
        parameters: &Parameters,
        destination: &Destination,
    ) {
        let scope = Scope::new(template, parameters, destination).within(&self.budget);
        self.resources(template, lines, &scope);
    }

    pub(super) fn resources(&mut self, template: &Value, lines: &[usize], scope: &Scope<'_>) {
        let all: Vec<(String, &Value)> = match template.at("resources") {
            Value::Array(items) => items
                .iter()
                .enumerate()
                .map(|(index, own)| (format!("resources[{index}]"), own))
                .collect(),
            Value::Object(members) => members
                .iter()
                .map(|(name, own)| (format!("resources.{name}"), own))
                .collect(),
            _ => return,
        };
        let file = self.file();
        for (index, (member, own)) in all.into_iter().enumerate() {
            if self.budget.spend(1).is_err() {
                return;
            }
            let kind = own.at("type").as_str().unwrap_or_default().to_owned();
            let resource = Resource {
                own,
                kind,
                prefix: None,
                path: format!("{}{member}", self.base).to_lowercase(),
                position: Position {
                    file: file.clone(),
                    line: lines
                        .get(index)
                        .or(lines.first().filter(|_| lines.len() == 1))
                        .copied(),
                    member,
                },
            };
            self.resource(&resource, scope);
        }
    }

    /// Reads a resource, as often as its loop makes it.
    fn resource(&mut self, resource: &Resource<'_>, scope: &Scope<'_>) {
        let Some(role) = role(&resource.kind) else {
            return;
        };
        // A resource of the newer language that is only referred to.
        if resource.own.at("existing") == true {
            return;
        }
        match resource.own.member("copy") {
            Some(copy) if copy.is_object() => {
                if let Err(reason) = scope.each(copy, |scope| self.once(resource, role, scope)) {
                    self.not_evaluated(
                        resource,
                        role,
                        "how often the template deploys it",
                        &reason,
                    );
                }
            }
            _ => self.once(resource, role, scope),
        }
    }

    fn once(&mut self, resource: &Resource<'_>, role: Role, scope: &Scope<'_>) {
        if let Some(condition) = resource.own.member("condition") {
            match scope.value(condition) {
                Ok(Value::Bool(true)) => {}
                Ok(Value::Bool(false)) => {
                    if let (Role::Runtime(_), Ok(whole)) = (role, Self::name(resource, scope)) {
                        let name = whole.rsplit('/').next().unwrap_or(&whole).to_owned();
                        self.left_out.push((name, resource.position.clone()));
                    }
                    return;
                }
                Ok(_) => {
                    let reason = Reason::invalid("its condition is not true or false");
                    self.not_evaluated(resource, role, "whether the template deploys it", &reason);
                    return;
                }
                Err(reason) => {
                    self.not_evaluated(resource, role, "whether the template deploys it", &reason);
                    return;
                }
            }
        }
        match role {
            Role::Deployment => self.deployment(resource, scope),
            Role::Parent(service) => self.parent(resource, service, scope),
            Role::Runtime(service) => self.runtime(resource, service, scope),
            Role::LinkedService(service) => self.linked_service(resource, service, scope),
        }
    }

    /// The name with that of the parent before it.
    fn name(resource: &Resource<'_>, scope: &Scope<'_>) -> Result<String, Reason> {
        let text = |own: &Value| -> Result<String, Reason> {
            match scope.value(own)? {
                Value::String(name) if !name.is_empty() => Ok(name),
                _ => Err(Reason::invalid("the name is not a text")),
            }
        };
        let own = text(resource.own.at("name"))?;
        match resource.prefix {
            Some(prefix) if !own.contains('/') => Ok(format!("{}/{own}", text(prefix)?)),
            _ => Ok(own),
        }
    }

    /// The factory or workspace `name`, which the resource's own name begins with.
    fn reference(
        resource: &Resource<'_>,
        service: Service,
        name: &str,
        scope: &Scope<'_>,
    ) -> ParentReference {
        let written = resource.prefix.unwrap_or(resource.own.at("name"));
        let parameter = first_parameter(written.as_str().unwrap_or_default()).filter(
            |own| matches!(scope.parameter(own), Ok(Value::String(value)) if value == name),
        );
        let destination = scope.destination();
        ParentReference {
            service,
            subscription: destination.subscription.clone(),
            resource_group: destination.resource_group.clone(),
            name: name.to_owned(),
            parameter: parameter.map(str::to_owned),
        }
    }

    /// A factory or workspace, with the resources that stand inside of it.
    fn parent(&mut self, resource: &Resource<'_>, service: Service, scope: &Scope<'_>) {
        if let Ok(name) = Self::name(resource, scope) {
            self.desired
                .parents
                .push(Self::reference(resource, service, &name, scope));
        }
        for (index, own) in resource
            .own
            .at("resources")
            .as_array()
            .into_iter()
            .flatten()
            .enumerate()
        {
            let kind = own.at("type").as_str().unwrap_or_default();
            let kind = if kind.contains('/') {
                kind.to_owned()
            } else {
                format!("{}/{kind}", resource.kind)
            };
            let inner = Resource {
                own,
                kind,
                prefix: Some(resource.own.at("name")),
                path: format!("{}.resources[{index}]", resource.path),
                position: Position {
                    member: format!("{}.resources[{index}]", resource.position.member),
                    ..resource.position.clone()
                },
            };
            self.resource(&inner, scope);
        }
    }

    fn runtime(&mut self, resource: &Resource<'_>, service: Service, scope: &Scope<'_>) {
        let whole = match Self::name(resource, scope) {
            Ok(whole) => whole,
            Err(reason) => {
                match self.nameless.iter_mut().find(|(own, ..)| *own == reason) {
                    Some((_, _, count)) => *count += 1,
                    None => self.nameless.push((reason, resource.position.clone(), 1)),
                }
                return;
            }
        };
        let Some((parent, name)) = whole
            .split_once('/')
            .filter(|(_, name)| !name.contains('/'))
        else {
            let Position { file, member, .. } = &resource.position;
            let message = format!(
                "The name '{whole}' of {member} of the template '{file}' does not have the form '<parent>/<name>'."
            );
            self.issue(resource.position.clone(), None, message, None);
            return;
        };
        let mut unknown = Vec::new();
        let properties = scope.evaluate(resource.own.at("properties"), "properties", &mut unknown);
        if !properties.is_object() || properties.at("type").as_str().is_none() {
            let known = unknown
                .iter()
                .find(|own| own.path == "properties" || own.path == "properties.type");
            let why = known.map_or_else(
                || "its 'properties' have no text 'type'".to_owned(),
                |own| own.reason.to_string(),
            );
            let message = format!(
                "The integration runtime '{name}' of the template '{}' cannot be compared: {why}.",
                resource.position.file
            );
            let fix = known.and_then(|own| own.reason.fix());
            self.issue(
                resource.position.clone(),
                Some(name.to_owned()),
                message,
                fix,
            );
            return;
        }
        let earlier = self.desired.runtimes.iter().find(|own| {
            own.name.eq_ignore_ascii_case(name)
                && own
                    .parent
                    .as_ref()
                    .is_some_and(|own| own.name.eq_ignore_ascii_case(parent))
        });
        if let Some(earlier) = earlier {
            let message = format!(
                "The template has the integration runtime '{name}' twice: {} of '{}' and {} of '{}'. Resource Manager \
                 refuses such a template; the first one is compared.",
                earlier.position.member,
                earlier.position.file,
                resource.position.member,
                resource.position.file
            );
            self.issue(
                resource.position.clone(),
                Some(name.to_owned()),
                message,
                None,
            );
            return;
        }
        let document = json!({"name": name, "properties": properties});
        let number = self.desired.runtimes.len();
        self.open.push((number, resource.path.clone()));
        self.desired.runtimes.push(DesiredRuntime {
            name: name.to_owned(),
            parent: Some(Self::reference(resource, service, parent, scope)),
            document: RuntimeBody::new(service, document),
            unknown,
            position: resource.position.clone(),
            lines: Lines::default(),
        });
    }

    /// Notes the lines of the integration runtimes that were found since the last call, all of them in `text`.
    pub(super) fn locate(&mut self, text: &Text) {
        let open = std::mem::take(&mut self.open);
        let wanted = open.iter().map(|own| own.1.clone()).collect();
        let lines = text.lines(&wanted);
        for (number, path) in open {
            if let (Some(own), Some(lines)) =
                (self.desired.runtimes.get_mut(number), lines.get(&path))
            {
                own.position.line = lines.of("").or(own.position.line);
                own.lines = lines.clone();
            }
        }
    }

    fn linked_service(&mut self, resource: &Resource<'_>, service: Service, scope: &Scope<'_>) {
        let via = resource
            .own
            .at_path(&["properties", "connectVia", "referenceName"]);
        if via.is_null() {
            return;
        }
        let (Ok(Value::String(via)), Ok(whole)) = (scope.value(via), Self::name(resource, scope))
        else {
            return;
        };
        if let Some((parent, name)) = whole.split_once('/') {
            self.desired.linked_services.push(LinkedService {
                name: name.to_owned(),
                parent: Some(Self::reference(resource, service, parent, scope)),
                connect_via: via,
            });
        }
    }
}
