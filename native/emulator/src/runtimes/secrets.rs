//! Masks secrets in documents, and keeps the stored secret when the mask comes back.

use serde_json::Value;

/// What a secret reads as.
pub const MASK: &str = "**********";

fn is_secure_string(value: &Value) -> bool {
    value["type"]
        .as_str()
        .is_some_and(|kind| kind.eq_ignore_ascii_case("SecureString"))
        && value["value"].is_string()
}

/// `document` with every secret behind the mask.
pub fn masked(document: &Value) -> Value {
    let mut shown = document.clone();
    mask(&mut shown);
    shown
}

fn mask(value: &mut Value) {
    if is_secure_string(value) {
        value["value"] = MASK.into();
        return;
    }
    match value {
        Value::Object(members) => members.values_mut().for_each(mask),
        Value::Array(items) => items.iter_mut().for_each(mask),
        _ => {}
    }
}

/// Puts the secrets of `stored` where `document` carries the mask in the same place.
pub fn keep(document: &mut Value, stored: &Value) {
    if is_secure_string(document) {
        if document["value"] == MASK && is_secure_string(stored) {
            document["value"] = stored["value"].clone();
        }
        return;
    }
    match document {
        Value::Object(members) => {
            for (name, value) in members {
                keep(value, &stored[name.as_str()]);
            }
        }
        Value::Array(items) => {
            for (at, value) in items.iter_mut().enumerate() {
                keep(value, &stored[at]);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_mask_keeps_what_is_stored_and_a_new_value_replaces_it() {
        let stored = json!({ "a": { "type": "SecureString", "value": "one" }, "b": [{ "type": "secureString",
            "value": "two" }] });
        let shown = masked(&stored);
        assert_eq!(shown["a"]["value"], MASK);
        assert_eq!(shown["b"][0]["value"], MASK);
        let mut back = shown;
        back["b"][0]["value"] = "three".into();
        keep(&mut back, &stored);
        assert_eq!(back["a"]["value"], "one");
        assert_eq!(back["b"][0]["value"], "three");
    }
}
