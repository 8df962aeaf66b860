//! What is written to the service so that an integration runtime is what its file says.
//!
//! A write replaces the whole integration runtime. Members that the service fills in, and secrets that the file does
//! not have, are therefore taken from what is live.

use azir_azure::json::{self, Lookup};
use serde_json::{Map, Value};

use super::{
    DesiredRuntime,
    values::{is_default, is_made_by_service, is_nothing, is_same, is_secret},
};
use crate::runtimes::{
    body::{RuntimeBody, Written},
    set,
};

/// The properties to write, or the paths of secrets that neither the file nor the service gives.
///
/// # Errors
/// The paths of secrets that are missing.
pub fn properties(
    file: &DesiredRuntime,
    live: Option<&RuntimeBody>,
) -> Result<Written, Vec<String>> {
    let mut merger = Merger {
        missing: Vec::new(),
    };
    let none = Map::new();
    let file = file.document.properties().as_object().unwrap_or(&none);
    let live = live.and_then(|live| live.properties().as_object());
    let mut written = Written::new(merger.objects("properties", file, live.unwrap_or(&none)));
    if !merger.missing.is_empty() {
        return Err(merger.missing);
    }
    set::order(&mut written);
    Ok(written)
}

struct Merger {
    missing: Vec<String>,
}

impl Merger {
    fn objects(
        &mut self,
        path: &str,
        file: &Map<String, Value>,
        live: &Map<String, Value>,
    ) -> Map<String, Value> {
        let mut merged = Map::new();
        for (name, own) in file {
            if is_made_by_service(path, name) {
                continue;
            }
            let other = live.member(name);
            let value = if is_nothing(own) {
                other.filter(|other| stays(name, other)).cloned()
            } else {
                self.value(&format!("{path}.{name}"), name, own, other)
            };
            if let Some(value) = value {
                merged.insert(json::name_in(live, name), value);
            }
        }
        for (name, own) in live {
            let kept = !is_made_by_service(path, name) && stays(name, own);
            if kept && file.member(name).is_none() {
                merged.insert(name.clone(), own.clone());
            }
        }
        merged
    }

    fn value(
        &mut self,
        path: &str,
        name: &str,
        file: &Value,
        live: Option<&Value>,
    ) -> Option<Value> {
        if is_secret(name, Some(file)) && is_masked(file) {
            if live.is_none() {
                self.missing.push(path.to_owned());
            }
            return live.cloned();
        }
        Some(match (file, live) {
            _ if is_secret(name, Some(file)) => file.clone(),
            (Value::Object(file), Some(Value::Object(live))) => {
                Value::Object(self.objects(path, file, live))
            }
            (Value::Object(file), _) => Value::Object(self.objects(path, file, &Map::new())),
            (Value::Array(file), live) => {
                let live = live
                    .and_then(Value::as_array)
                    .filter(|live| live.len() == file.len());
                file.iter()
                    .enumerate()
                    .filter_map(|(at, own)| {
                        let other = live.and_then(|live| live.get(at));
                        self.value(&format!("{path}[{at}]"), name, own, other)
                    })
                    .collect()
            }
            (file, Some(live)) if is_same(name, file, live) => live.clone(),
            (file, _) => file.clone(),
        })
    }
}

/// Whether a member that the file does not have is no difference, and stays.
fn stays(name: &str, live: &Value) -> bool {
    is_default(name)
        || is_secret(name, Some(live))
        || live.as_object().is_some_and(|members| {
            !members.is_empty() && members.iter().all(|(name, own)| stays(name, own))
        })
}

/// Whether a secret in a file is not the secret itself: its mask, or nothing.
fn is_masked(secret: &Value) -> bool {
    let text = match secret {
        Value::Object(members) => members.at("value").as_str(),
        other => other.as_str(),
    };
    text.is_none_or(|text| text.is_empty() || text.bytes().all(|byte| byte == b'*'))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        desired::{Position, lines::Lines},
        runtimes::service::Service,
    };

    fn written(file: &Value, live: Option<&Value>) -> Result<Value, Vec<String>> {
        let body = |properties: &Value| {
            RuntimeBody::new(
                Service::DataFactory,
                json!({"name": "ir-a", "properties": properties}),
            )
        };
        let file = DesiredRuntime {
            name: "ir-a".to_owned(),
            parent: None,
            document: body(file),
            unknown: Vec::new(),
            position: Position::default(),
            lines: Lines::default(),
        };
        properties(&file, live.map(body).as_ref())
            .map(|own| own.into_resource().at("properties").clone())
    }

    #[test]
    fn defaults_and_secrets_of_the_service_stay_and_the_rest_is_of_the_file() {
        let file = json!({"description": "d", "type": "Managed", "typeProperties": {
            "computeProperties": {"location": "North Europe", "numberOfNodes": 4},
            "ssisProperties": {"catalogInfo": {"catalogAdminPassword":
                {"type": "SecureString", "value": "********"}}}}});
        let live = json!({"type": "Managed", "state": "Started", "typeProperties": {
            "computeProperties": {"location": "northeurope", "numberOfNodes": 2, "nodeSize": "gone",
                "dataFlowProperties": {"coreCount": 8}},
            "ssisProperties": {"edition": "Standard", "catalogInfo": {"catalogAdminPassword":
                {"type": "SecureString", "value": "kept"}}}}});
        assert_eq!(
            written(&file, Some(&live)).unwrap().to_string(),
            json!({"type": "Managed", "typeProperties": {
                "computeProperties": {"location": "northeurope", "numberOfNodes": 4,
                    "dataFlowProperties": {"coreCount": 8}},
                "ssisProperties": {"catalogInfo": {"catalogAdminPassword":
                    {"type": "SecureString", "value": "kept"}}, "edition": "Standard"}}, "description": "d"})
            .to_string()
        );
    }

    #[test]
    fn an_object_that_the_file_does_not_have_goes() {
        let live = json!({"type": "Managed", "typeProperties": {"ssisProperties": {"edition": "Standard",
            "catalogInfo": {"catalogServerEndpoint": "s"}}, "computeProperties": {"numberOfNodes": 1}}});
        assert_eq!(
            written(
                &json!({"type": "Managed", "description": null}),
                Some(&live)
            )
            .unwrap(),
            json!({"type": "Managed"})
        );
        let defaults = json!({"type": "Managed", "typeProperties": {"computeProperties": {"numberOfNodes": 1}}});
        assert_eq!(
            written(&json!({"type": "Managed"}), Some(&defaults)).unwrap(),
            defaults
        );
    }

    #[test]
    fn a_mask_is_never_the_secret_of_a_new_one() {
        let file = json!({"type": "Managed", "typeProperties": {"list": [{"password":
            {"type": "SecureString", "value": "**********"}}]}});
        assert_eq!(
            written(&file, None),
            Err(vec![
                "properties.typeProperties.list[0].password".to_owned()
            ])
        );
        let file = json!({"type": "SelfHosted", "typeProperties": {"linkedInfo": {"key": "real"}}});
        assert_eq!(written(&file, None).unwrap(), file);
    }
}
