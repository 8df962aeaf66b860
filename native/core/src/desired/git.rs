//! The text of a definition as Data Factory Studio writes it to a Git repository.
//!
//! Studio writes `name` and `properties`, indented with tabs, lines that end with a line feed, and no line feed behind
//! the last line. The members have a fixed order. What the service makes (`id`, `etag`, `state`) is left out, and
//! a secret is written as its mask. A file that exists keeps its own form, so that only what changed differs.

use azir_azure::json::{self, Lookup};
use serde::Serialize;
use serde_json::{Map, Value, json, ser::PrettyFormatter};

use super::values::{is_default, is_made_by_service, is_nothing, is_same, is_secret};
use crate::runtimes::{body::RuntimeBody, set::MASK};

/// The members in the order of Studio; members that are not here are behind, in the order of the service.
const ORDER: [&str; 42] = [
    "name",
    "properties",
    "type",
    "description",
    "typeProperties",
    "computeProperties",
    "location",
    "nodeSize",
    "numberOfNodes",
    "maxParallelExecutionsPerNode",
    "vNetProperties",
    "vNetId",
    "subnet",
    "dataFlowProperties",
    "computeType",
    "coreCount",
    "timeToLive",
    "cleanup",
    "customProperties",
    "numberOfPipelineNodes",
    "numberOfExternalNodes",
    "pipelineExternalComputeScaleProperties",
    "copyComputeScaleProperties",
    "ssisProperties",
    "catalogInfo",
    "catalogServerEndpoint",
    "catalogAdminUserName",
    "catalogAdminPassword",
    "catalogPricingTier",
    "edition",
    "runtimeVersion",
    "licenseType",
    "customSetupScriptProperties",
    "expressCustomSetupProperties",
    "dataProxyProperties",
    "packageStores",
    "linkedInfo",
    "resourceId",
    "authorizationType",
    "customerVirtualNetwork",
    "managedVirtualNetwork",
    "referenceName",
];

/// Members at the top of a file that only the service makes.
const MADE: [&str; 3] = ["id", "type", "etag"];

/// The form of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// One level of indentation.
    indent: String,
    /// Whether lines end with carriage return and line feed.
    returns: bool,
    /// Whether there is a line end behind the last line.
    final_line_end: bool,
    /// Whether the file begins with a byte order mark of UTF-8.
    mark: bool,
}

impl Default for Style {
    /// The form in which Studio writes files.
    fn default() -> Self {
        Self {
            indent: "\t".to_owned(),
            returns: false,
            final_line_end: false,
            mark: false,
        }
    }
}

impl Style {
    /// The form of a file that exists. A file in one line has the form of Studio.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mark = bytes.starts_with(b"\xEF\xBB\xBF");
        let Ok(text) = std::str::from_utf8(bytes) else {
            return Self::default();
        };
        let indent = text.lines().skip(1).find_map(|line| {
            let rest = line.trim_start_matches([' ', '\t']);
            let indent = &line[..line.len() - rest.len()];
            (!indent.is_empty() && rest.starts_with('"')).then(|| indent.to_owned())
        });
        let Some(indent) = indent else {
            return Self {
                mark,
                ..Self::default()
            };
        };
        Self {
            indent,
            returns: text.contains("\r\n"),
            final_line_end: text.ends_with('\n'),
            mark,
        }
    }

    /// The document in this form.
    #[must_use]
    pub fn write(&self, document: &Value) -> Vec<u8> {
        let mut bytes = Vec::new();
        let formatter = PrettyFormatter::with_indent(self.indent.as_bytes());
        let mut writer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
        // A JSON value is always written to memory.
        let _ = document.serialize(&mut writer);
        let mut text = String::from_utf8(bytes).unwrap_or_default();
        if self.final_line_end {
            text.push('\n');
        }
        // No text in JSON has a line feed of its own.
        if self.returns {
            text = text.replace('\n', "\r\n");
        }
        if self.mark {
            text.insert(0, '\u{FEFF}');
        }
        text.into_bytes()
    }
}

/// A definition, and what it does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The document.
    pub document: Value,
    /// The paths of secrets whose values are not in it.
    pub secrets: Vec<String>,
}

/// The definition of a live integration runtime as Studio writes it.
#[must_use]
pub fn definition(live: &RuntimeBody) -> Definition {
    let mut secrets = Vec::new();
    let properties = plain("properties", live.properties(), &mut secrets);
    let document = json!({
        "name": live.name().unwrap_or_default(),
        "properties": properties.unwrap_or_else(|| json!({})),
    });
    Definition { document, secrets }
}

/// The value without what the service makes, in the order of Studio; nothing for what says nothing.
fn plain(path: &str, value: &Value, secrets: &mut Vec<String>) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Array(items) => Some(
            items
                .iter()
                .filter_map(|own| plain(path, own, secrets))
                .collect(),
        ),
        Value::Object(members) => {
            let mut own = Map::new();
            for (name, value) in members {
                if let Some(value) = member(path, name, value, secrets) {
                    own.insert(canonical(name), value);
                }
            }
            (!own.is_empty()).then(|| Value::Object(ordered(own)))
        }
        other => Some(other.clone()),
    }
}

fn member(path: &str, name: &str, value: &Value, secrets: &mut Vec<String>) -> Option<Value> {
    if is_made_by_service(path, name) || value.is_null() {
        return None;
    }
    let own = format!("{path}.{name}");
    if is_secret(name, Some(value)) {
        secrets.push(own);
        return value
            .is_object()
            .then(|| json!({"type": "SecureString", "value": MASK}));
    }
    match value.as_str() {
        Some("") if name.eq_ignore_ascii_case("description") => None,
        Some(text) if name.eq_ignore_ascii_case("authorizationType") => {
            let text = if text.eq_ignore_ascii_case("Rbac") {
                "Rbac"
            } else {
                text
            };
            Some(json!(text))
        }
        Some(text) if path == "properties" && name.eq_ignore_ascii_case("type") => {
            let known = ["Managed", "SelfHosted"]
                .into_iter()
                .find(|own| own.eq_ignore_ascii_case(text));
            Some(json!(known.unwrap_or(text)))
        }
        _ => plain(&own, value, secrets),
    }
}

fn rank(name: &str) -> usize {
    ORDER
        .iter()
        .position(|own| own.eq_ignore_ascii_case(name))
        .unwrap_or(ORDER.len())
}

/// The name in the casing of Studio, where it is known.
fn canonical(name: &str) -> String {
    ORDER
        .get(rank(name))
        .map_or_else(|| name.to_owned(), |own| (*own).to_owned())
}

fn ordered(members: Map<String, Value>) -> Map<String, Value> {
    // Studio writes the value of an expression before its type.
    if members.contains_key("value") {
        return members;
    }
    let mut all: Vec<(String, Value)> = members.into_iter().collect();
    all.sort_by_key(|(name, _)| rank(name));
    all.into_iter().collect()
}

/// The definition in the words of a file that exists: what means the same stays as the file has it, members keep their
/// order, and members that the service fills in are not added.
#[must_use]
pub fn blend(live: &Value, file: &Value) -> Value {
    let mut blended = value_in_words_of("", live, file);
    // Members that tools have added to the file are not the service's to remove.
    if let (Value::Object(own), Value::Object(file)) = (&mut blended, file) {
        let text = |own: &Value| own.as_str().map(str::to_lowercase);
        if let Some(name) = file
            .member("name")
            .filter(|name| text(name) == text(live.at("name")))
        {
            own.insert(json::name_in(own, "name"), name.clone());
        }
        for (name, value) in file {
            let is_made = MADE.iter().any(|made| made.eq_ignore_ascii_case(name));
            if own.member(name).is_none() && !is_made {
                own.insert(name.clone(), value.clone());
            }
        }
    }
    blended
}

fn value_in_words_of(name: &str, live: &Value, file: &Value) -> Value {
    if is_secret(name, Some(file)) {
        return file.clone();
    }
    match (live, file) {
        (Value::Object(live), Value::Object(file)) => Value::Object(members(live, file)),
        (Value::Array(live), Value::Array(file)) if live.len() == file.len() => live
            .iter()
            .zip(file)
            .map(|(live, file)| value_in_words_of(name, live, file))
            .collect(),
        _ if is_same(name, live, file) => file.clone(),
        _ => live.clone(),
    }
}

fn members(live: &Map<String, Value>, file: &Map<String, Value>) -> Map<String, Value> {
    let ranks: Vec<usize> = file.keys().map(|name| rank(name)).collect();
    let mut own = Map::new();
    for (name, in_file) in file {
        match live.member(name) {
            Some(value) => {
                own.insert(name.clone(), value_in_words_of(name, value, in_file));
            }
            None if is_nothing(in_file) || is_secret(name, Some(in_file)) => {
                own.insert(name.clone(), in_file.clone());
            }
            None => {}
        }
    }
    let mut grew = false;
    for (name, value) in live {
        if file.member(name).is_none() && !is_default(name) && !is_nothing(value) {
            own.insert(name.clone(), value.clone());
            grew = true;
        }
    }
    if grew && ranks.is_sorted() {
        return ordered(own);
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtimes::service::Service;

    fn live(properties: &Value) -> RuntimeBody {
        let document =
            json!({"id": "/x", "name": "ir-a", "etag": "e", "properties": properties, "type": "t"});
        RuntimeBody::new(Service::DataFactory, document)
    }

    fn text(properties: &Value) -> String {
        let document = definition(&live(properties)).document;
        String::from_utf8(Style::default().write(&document)).unwrap()
    }

    #[test]
    fn each_kind_is_written_as_studio_writes_it() {
        assert_eq!(
            text(&json!({"state": "Online", "type": "selfhosted", "typeProperties": {}})),
            "{\n\t\"name\": \"ir-a\",\n\t\"properties\": {\n\t\t\"type\": \"SelfHosted\"\n\t}\n}"
        );
        assert_eq!(
            text(
                &json!({"typeProperties": {"linkedInfo": {"authorizationType": "RBAC", "resourceId": "/id"}},
                "type": "SelfHosted", "description": "d", "state": null})
            ),
            "{\n\t\"name\": \"ir-a\",\n\t\"properties\": {\n\t\t\"type\": \"SelfHosted\",\n\t\t\"description\": \
             \"d\",\n\t\t\"typeProperties\": {\n\t\t\t\"linkedInfo\": {\n\t\t\t\t\"resourceId\": \
             \"/id\",\n\t\t\t\t\"authorizationType\": \"Rbac\"\n\t\t\t}\n\t\t}\n\t}\n}"
        );
        let managed = definition(&live(&json!({
            "type": "Managed", "description": "", "provisioningState": "Succeeded",
            "managedVirtualNetwork": {"referenceName": "default", "type": "ManagedVirtualNetworkReference", "id": "g"},
            "typeProperties": {
                "ssisProperties": {"licenseType": "BasePrice", "edition": "Standard", "catalogInfo": {
                    "catalogPricingTier": "S1", "catalogAdminPassword": {"value": "planted", "type": "SecureString"},
                    "catalogServerEndpoint": "s"}},
                "computeProperties": {
                    "pipelineExternalComputeScaleProperties": {"numberOfExternalNodes": 1, "timeToLive": 60},
                    "dataFlowProperties": {"customProperties": [], "cleanup": false, "computeType": "General"},
                    "numberOfNodes": 2, "nodeSize": "D2", "location": "West Europe", "later": {"b": 1, "a": null}}},
        })));
        assert_eq!(
            managed.document.to_string(),
            json!({"name": "ir-a", "properties": {"type": "Managed", "typeProperties": {
                "computeProperties": {"location": "West Europe", "nodeSize": "D2", "numberOfNodes": 2,
                    "dataFlowProperties": {"computeType": "General", "cleanup": false, "customProperties": []},
                    "pipelineExternalComputeScaleProperties": {"timeToLive": 60, "numberOfExternalNodes": 1},
                    "later": {"b": 1}},
                "ssisProperties": {"catalogInfo": {"catalogServerEndpoint": "s",
                    "catalogAdminPassword": {"type": "SecureString", "value": MASK}, "catalogPricingTier": "S1"},
                    "edition": "Standard", "licenseType": "BasePrice"}},
                "managedVirtualNetwork": {"type": "ManagedVirtualNetworkReference", "referenceName": "default"}}})
            .to_string()
        );
        assert_eq!(
            managed.secrets,
            ["properties.typeProperties.ssisProperties.catalogInfo.catalogAdminPassword"]
        );
    }

    #[test]
    fn a_plain_secret_is_left_out() {
        let own = definition(&live(
            &json!({"type": "SelfHosted", "typeProperties": {"linkedInfo":
            {"authorizationType": "Key", "key": "planted"}, "encryptedCredential": "planted"}}),
        ));
        assert!(!own.document.to_string().contains("planted"));
        assert_eq!(own.secrets.len(), 2);
    }

    #[test]
    fn the_form_of_a_file_stays() {
        let document = json!({"name": "ir-ä", "properties": {"list": [], "type": "Managed"}});
        for text in [
            "{\n\t\"name\": \"ir-ä\",\n\t\"properties\": {\n\t\t\"list\": [],\n\t\t\"type\": \"Managed\"\n\t}\n}",
            "{\r\n  \"name\": \"ir-ä\",\r\n  \"properties\": {\r\n    \"list\": [],\r\n    \"type\": \"Managed\"\r\n  \
             }\r\n}\r\n",
            "\u{FEFF}{\n    \"name\": \"ir-ä\",\n    \"properties\": {\n        \"list\": [],\n        \"type\": \
             \"Managed\"\n    }\n}\n",
        ] {
            let written = Style::of(text.as_bytes()).write(&document);
            assert_eq!(String::from_utf8(written).unwrap(), text);
        }
        assert_eq!(Style::of(b"{\"name\": \"a\"}"), Style::default());
        assert_eq!(Style::of(b"\xFF\xFE{\x00"), Style::default());
    }

    #[test]
    fn only_what_changed_differs_from_the_file() {
        let file = json!({"name": "IR-a", "etag": "old", "note": 1, "properties": {"type": "Managed",
            "typeProperties": {"computeProperties": {"location": "North Europe", "nodeSize": "old", "gone": 1}},
            "description": null}});
        let live = definition(&live(
            &json!({"type": "Managed", "description": "d", "typeProperties": {
            "computeProperties": {"location": "northeurope", "nodeSize": "new", "dataFlowProperties": {"coreCount": 8},
                "vNetProperties": {"subnet": "s"}}}}),
        ));
        assert_eq!(
            blend(&live.document, &file).to_string(),
            json!({"name": "IR-a", "properties": {"type": "Managed", "typeProperties": {"computeProperties": {
                "location": "North Europe", "nodeSize": "new", "vNetProperties": {"subnet": "s"}}},
                "description": "d"}, "note": 1})
            .to_string()
        );
        // An ordered file stays ordered.
        let file =
            json!({"name": "ir-a", "properties": {"type": "Managed", "typeProperties": {"x": 1}}});
        let live = json!({"name": "ir-a", "properties": {"type": "Managed", "description": "d",
            "typeProperties": {"x": 1}}});
        assert_eq!(blend(&live, &file).to_string(), live.to_string());
    }
}
