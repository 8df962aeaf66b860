//! `-Property` and `-Clear`: what users add to a body beyond the parameters that have a name.

use azir_azure::json;
use serde_json::{Map, Value};

use crate::{
    error::{Error, Result},
    request::Arguments,
};

/// Merges `-Property` into `properties` as a JSON merge patch (RFC 7396): null removes a member.
///
/// # Errors
/// `InvalidInput` for what is no JSON object.
pub fn property(arguments: &Arguments, properties: &mut Map<String, Value>) -> Result<()> {
    let Some(given) = arguments.value("Property") else {
        return Ok(());
    };
    let text = match given {
        Value::String(_) => arguments.secret("Property"),
        other => arguments.secret_in(other),
    };
    let patch = match text {
        Some(text) => serde_json::from_str(text.expose()).map_err(|error| {
            Error::invalid(
                "Property",
                format!(
                    "The text given as -Property is not JSON (line {}, column {}). Give a JSON object, or a \
                     hashtable.",
                    error.line(),
                    error.column()
                ),
            )
        })?,
        None => arguments.with_secrets(given),
    };
    let Value::Object(patch) = patch else {
        return Err(Error::invalid(
            "Property",
            "-Property takes a hashtable or a JSON object: the members of the resource's 'properties' to set, null \
             for those to remove.",
        ));
    };
    merge(properties, patch);
    Ok(())
}

fn merge(target: &mut Map<String, Value>, patch: Map<String, Value>) {
    for (name, value) in patch {
        // PowerShell users do not look at casing; the member that is there is the one that is meant.
        match value {
            Value::Null => {
                json::remove(target, &name);
            }
            Value::Object(inner) => {
                let own = json::name_in(target, &name);
                let old = target.entry(own).or_insert(Value::Null);
                if !old.is_object() {
                    *old = Value::Object(Map::new());
                }
                if let Value::Object(old) = old {
                    merge(old, inner);
                }
            }
            other => json::set(target, &name, other),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn merged(given: Value, into: &Value) -> Result<Value> {
        let mut arguments = Map::new();
        arguments.insert("Property".into(), given);
        let mut properties = into.as_object().cloned().unwrap_or_default();
        property(&Arguments::from_values(arguments), &mut properties)?;
        Ok(Value::Object(properties))
    }

    #[test]
    fn members_are_set_kept_and_removed() {
        let into = json!({"typeProperties": {"a": 1, "b": {"c": 2, "d": 3}}, "x": 1});
        let given = json!({"TypeProperties": {"b": {"c": null, "e": [4]}}, "x": null, "new": {"y": null, "z": 1}});
        assert_eq!(
            merged(given, &into).unwrap(),
            json!({"typeProperties": {"a": 1, "b": {"d": 3, "e": [4]}}, "new": {"z": 1}})
        );
    }

    #[test]
    fn json_text_is_taken_and_its_mistakes_are_placed() {
        assert_eq!(
            merged(json!("{\"a\": {\"b\": 1}}"), &json!({})).unwrap(),
            json!({"a": {"b": 1}})
        );
        let error = merged(json!("{\"a\": planted}"), &json!({})).unwrap_err();
        assert!(
            error
                .message()
                .starts_with("The text given as -Property is not JSON (line 1, column")
        );
        assert!(!error.message().contains("planted"));
        assert!(merged(json!([1]), &json!({})).is_err());
        assert!(merged(json!("5"), &json!({})).is_err());
    }
}
