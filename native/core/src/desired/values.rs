//! When two values of an integration runtime's document mean the same to the service.
//!
//! Casing of names, resource ids and words does not count; nor do blanks in locations, nor how a number is written.
//! What is absent equals null, an empty text, and an empty object or list. Secrets are never compared.

use azir_azure::json::Lookup;
use serde_json::{Map, Value};

use super::words::text;
use crate::runtimes::{azure::plain_location, body::STATES, secrets};

/// A member that has another value in the file than in the service.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// The path, such as `properties.typeProperties.computeProperties.location`.
    pub path: String,
    /// The value in the file; nothing where the file has none.
    pub file: Option<Value>,
    /// The value in the service; nothing where it has none.
    pub live: Option<Value>,
}

impl Changed {
    /// The change in one line, for instance `properties.description: 'a' -> 'b'`.
    #[must_use]
    pub fn between(&self, before: &Option<Value>, after: &Option<Value>) -> String {
        let shown = |value: &Option<Value>| match value {
            None => "(none)".to_owned(),
            Some(value) => format!("'{}'", text(value)),
        };
        format!("{}: {} -> {}", self.path, shown(before), shown(after))
    }
}

/// The outcome of a comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// What differs, in the order of the file; members that only the service has are behind.
    pub changed: Vec<Changed>,
    /// The paths of secrets, which were not compared.
    pub secrets: Vec<String>,
}

/// Members that the service fills in: they count only where the file names them.
const DEFAULTS: [&str; 12] = [
    "cleanup",
    "timeToLive",
    "computeType",
    "coreCount",
    "dataFlowProperties",
    "numberOfNodes",
    "maxParallelExecutionsPerNode",
    "edition",
    "licenseType",
    "catalogPricingTier",
    "selfContainedInteractiveAuthoringEnabled",
    "authorizationType",
];

/// Whether the service fills in the member `name` where a file does not have it.
pub(super) fn is_default(name: &str) -> bool {
    DEFAULTS.iter().any(|own| own.eq_ignore_ascii_case(name))
}

/// Compares the properties of a file with those of the service; `unknown` tells which paths are not known in the file.
#[must_use]
pub fn compare(file: &Value, live: &Value, unknown: &dyn Fn(&str) -> bool) -> Comparison {
    let mut comparison = Comparison::default();
    let mut compared = Comparer {
        unknown,
        found: &mut comparison,
    };
    compared.values("properties", "properties", Some(file), Some(live));
    comparison
}

struct Comparer<'c> {
    unknown: &'c dyn Fn(&str) -> bool,
    found: &'c mut Comparison,
}

impl Comparer<'_> {
    fn values(&mut self, path: &str, name: &str, file: Option<&Value>, live: Option<&Value>) {
        if (self.unknown)(path) {
            return;
        }
        let (file, live) = (
            file.filter(|own| !is_nothing(own)),
            live.filter(|own| !is_nothing(own)),
        );
        if file.is_none() && live.is_none() {
            return;
        }
        if is_secret(name, file) || is_secret(name, live) {
            self.found.secrets.push(path.to_owned());
            return;
        }
        match (file, live) {
            (None, Some(_)) if is_default(name) => {}
            // Each member of an object is a difference of its own, also where the other side has no such object.
            (Some(Value::Object(file)), Some(Value::Object(live))) => {
                self.objects(path, file, live);
            }
            (Some(Value::Object(file)), None) if !is_atom(name, file) => {
                self.objects(path, file, &Map::new());
            }
            (None, Some(Value::Object(live))) if !is_atom(name, live) => {
                self.objects(path, &Map::new(), live);
            }
            (Some(Value::Array(file)), Some(Value::Array(live))) if file.len() == live.len() => {
                for (index, (file, live)) in file.iter().zip(live).enumerate() {
                    self.values(&format!("{path}[{index}]"), name, Some(file), Some(live));
                }
            }
            (Some(one), Some(other)) if is_same(name, one, other) => {}
            (file, live) => self.found.changed.push(Changed {
                path: path.to_owned(),
                file: file.map(masked),
                live: live.map(masked),
            }),
        }
    }

    fn objects(&mut self, path: &str, file: &Map<String, Value>, live: &Map<String, Value>) {
        for (name, own) in file {
            if !is_made_by_service(path, name) {
                self.values(
                    &format!("{path}.{name}"),
                    name,
                    Some(own),
                    live.member(name),
                );
            }
        }
        for (name, own) in live {
            if file.member(name).is_none() && !is_made_by_service(path, name) {
                self.values(&format!("{path}.{name}"), name, None, Some(own));
            }
        }
    }
}

/// Objects that are one value to users.
fn is_atom(name: &str, members: &Map<String, Value>) -> bool {
    name.eq_ignore_ascii_case("linkedInfo") || is_expression(members)
}

/// A value that the service computes: `{"type": "Expression", "value": "@…"}`.
fn is_expression(members: &Map<String, Value>) -> bool {
    members
        .at("type")
        .as_str()
        .is_some_and(|own| own.eq_ignore_ascii_case("Expression"))
}

pub(super) fn is_made_by_service(path: &str, name: &str) -> bool {
    path == "properties" && STATES.iter().any(|own| own.eq_ignore_ascii_case(name))
        || path
            .to_ascii_lowercase()
            .ends_with(".managedvirtualnetwork")
            && name.eq_ignore_ascii_case("id")
}

/// Whether a value is as good as absent.
pub(super) fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.values().all(is_nothing),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Whether the member holds a secret.
pub(super) fn is_secret(name: &str, value: Option<&Value>) -> bool {
    value.is_some_and(|value| secrets::is_secret(name, value))
}

/// Whether two values that are neither both objects nor both lists mean the same.
pub(super) fn is_same(name: &str, one: &Value, other: &Value) -> bool {
    let (Some(one), Some(other)) = (scalar(one), scalar(other)) else {
        return one == other;
    };
    one == other
        || (name.eq_ignore_ascii_case("location") && plain_location(&one) == plain_location(&other))
        || (is_id(&one) && is_id(&other) && same_id(&one, &other))
        || (ANY_CASE.iter().any(|own| own.eq_ignore_ascii_case(name))
            && one.eq_ignore_ascii_case(&other))
}

/// Members whose values Azure compares without case.
const ANY_CASE: [&str; 12] = [
    "type",
    "authorizationType",
    "referenceName",
    "nodeSize",
    "computeType",
    "edition",
    "licenseType",
    "catalogPricingTier",
    "catalogServerEndpoint",
    "vNetId",
    "subnetId",
    "subnet",
];

fn is_id(text: &str) -> bool {
    text.starts_with('/') && text.to_ascii_lowercase().contains("/providers/")
}

/// Whether two resource ids are of one resource.
#[must_use]
pub fn same_id(one: &str, other: &str) -> bool {
    one.trim_end_matches('/')
        .eq_ignore_ascii_case(other.trim_end_matches('/'))
}

/// The text of a number, truth value or text.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A copy without the secrets in it.
#[must_use]
pub fn masked(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(masked).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, own)| {
                let own = if is_secret(name, Some(own)) {
                    Value::String("(secret)".to_owned())
                } else {
                    masked(own)
                };
                (name.clone(), own)
            })
            .collect(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn paths(file: &Value, live: &Value) -> Vec<String> {
        let found = compare(file, live, &|_| false);
        found.changed.into_iter().map(|own| own.path).collect()
    }

    #[test]
    fn what_means_the_same_is_no_difference() {
        let shared = "/subscriptions/S/resourcegroups/rg/providers/Microsoft.DataFactory/factories/hub/\
                      integrationruntimes/ir";
        for (file, live) in [
            (
                json!({"type": "SelfHosted"}),
                json!({"Type": "selfhosted", "state": "Online", "description": ""}),
            ),
            (
                json!({"type": "SelfHosted", "description": null, "typeProperties": {}}),
                json!({"type": "SelfHosted"}),
            ),
            (
                json!({"typeProperties": {"linkedInfo": {"resourceId": shared, "authorizationType": "Rbac"}}}),
                json!({"typeProperties": {"linkedInfo":
                    {"resourceId": format!("{}/", shared.to_uppercase()), "authorizationType": "RBAC"}}}),
            ),
            (
                json!({"typeProperties": {"computeProperties": {"location": "North Europe"}}}),
                json!({"typeProperties": {"computeProperties": {"location": "northeurope",
                    "dataFlowProperties": {"coreCount": 8, "timeToLive": 10, "cleanup": true}}}}),
            ),
            (
                json!({"typeProperties": {"computeProperties": {"numberOfNodes": "2"}}}),
                json!({"typeProperties": {"computeProperties": {"numberOfNodes": 2}}}),
            ),
            (
                json!({"managedVirtualNetwork": {"referenceName": "Default",
                    "type": "ManagedVirtualNetworkReference"}}),
                json!({"managedVirtualNetwork": {"referenceName": "default", "id": "guid",
                    "type": "ManagedVirtualNetworkReference"}}),
            ),
            (json!({"x": [{"y": []}, 1]}), json!({"x": [{}, "1"]})),
        ] {
            assert_eq!(paths(&file, &live), Vec::<String>::new(), "{file} {live}");
        }
    }

    #[test]
    fn each_member_that_differs_is_one_difference() {
        let file = json!({"type": "Managed", "description": "a", "typeProperties": {"computeProperties": {
            "location": "westeurope", "dataFlowProperties": {"timeToLive": 10}}, "newest": {"a": [1, 2]}}});
        let live = json!({"type": "Managed", "description": "b", "typeProperties": {"computeProperties": {
            "location": "eastus", "dataFlowProperties": {"timeToLive": 0}, "nodeSize": "big"}, "newest": {"a": [1]}}});
        assert_eq!(
            paths(&file, &live),
            [
                "properties.description",
                "properties.typeProperties.computeProperties.location",
                "properties.typeProperties.computeProperties.dataFlowProperties.timeToLive",
                "properties.typeProperties.computeProperties.nodeSize",
                "properties.typeProperties.newest.a",
            ]
        );
    }

    #[test]
    fn expressions_compare_as_they_stand() {
        let expression = |text: &str| json!({"coreCount": {"type": "Expression", "value": text}});
        assert_eq!(
            paths(&expression("@a"), &expression("@a")),
            Vec::<String>::new()
        );
        assert_eq!(
            paths(&expression("@a"), &expression("@b")),
            ["properties.coreCount.value"]
        );
        assert_eq!(
            paths(&expression("@a"), &json!({"coreCount": 8})),
            ["properties.coreCount"]
        );
    }

    #[test]
    fn secrets_are_not_compared_and_not_shown() {
        let file = json!({"typeProperties": {"ssisProperties": {"catalogInfo": {"catalogAdminPassword":
            {"type": "SecureString", "value": "planted"}}}, "linkedInfo": {"key": "planted"}}});
        let live = json!({"typeProperties": {"ssisProperties": {"catalogInfo": {"catalogAdminPassword":
            {"type": "SecureString", "value": "**********"}}}}});
        let found = compare(&file, &live, &|_| false);
        assert_eq!(
            found.secrets,
            ["properties.typeProperties.ssisProperties.catalogInfo.catalogAdminPassword"]
        );
        assert_eq!(
            found.changed[0].path,
            "properties.typeProperties.linkedInfo"
        );
        assert!(!format!("{found:?}").contains("planted"));
        let vault =
            |name: &str| json!({"password": {"type": "AzureKeyVaultSecret", "secretName": name}});
        assert_eq!(
            paths(&vault("a"), &vault("b")),
            ["properties.password.secretName"]
        );
    }

    #[test]
    fn what_is_not_known_in_the_file_is_passed_over() {
        let file = json!({"description": null, "type": "Managed"});
        let live = json!({"description": "live", "type": "Managed"});
        let found = compare(&file, &live, &|path| path == "properties.description");
        assert_eq!(found, Comparison::default());
    }
}
