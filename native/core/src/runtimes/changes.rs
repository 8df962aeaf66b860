//! What a write would change, property by property, for people to see before it is done.

use serde_json::{Map, Value, json};

use super::{
    azure::plain_location,
    secrets::{is_secret, is_secure_string},
};
use crate::{Call, error::Result};

/// Tells these texts from others in the information stream.
const TAG: &str = "AzIntegrationRuntime.Change";
const SECRET: &str = "(secret)";

/// Whether the user sees the changes before anything is written: under `-WhatIf`, or because a question follows.
#[must_use]
pub fn are_wanted(call: &Call, asks: bool) -> bool {
    call.request.what_if || call.request.confirm || (asks && !call.caller.is_silenced())
}

/// Shows what turns `old` into `new`; without `old` it is a creation. `name` knows what users call the member at
/// a path.
///
/// # Errors
/// `Cancelled`.
pub async fn show(
    call: &Call,
    what: &str,
    old: Option<&Map<String, Value>>,
    new: &Map<String, Value>,
    name: fn(&str) -> Option<&'static str>,
) -> Result<()> {
    call.caller
        .information(text(what, old, new, name), TAG)
        .await
}

fn text(
    what: &str,
    old: Option<&Map<String, Value>>,
    new: &Map<String, Value>,
    name: fn(&str) -> Option<&'static str>,
) -> String {
    let after = leaves(new);
    let before = old.map(leaves).unwrap_or_default();
    let (mut added, mut changed, mut removed) = (0, 0, 0);
    let mut lines = Vec::new();
    for (path, value) in &after {
        let called = name(path).unwrap_or(path);
        match find(&before, path) {
            None => {
                added += 1;
                lines.push(format!("  + {called}: {}", shown(value)));
            }
            Some(earlier) if is_same(path, earlier, value) => {}
            Some(earlier) => {
                changed += 1;
                let later = if is_secure_string(earlier) && is_secure_string(value) {
                    "(another secret)".to_owned()
                } else {
                    shown(value)
                };
                lines.push(format!("  ~ {called}: {} -> {later}", shown(earlier)));
            }
        }
    }
    for (path, value) in &before {
        if find(&after, path).is_none() {
            removed += 1;
            let called = name(path).unwrap_or(path);
            lines.push(format!("  - {called}: {}", shown(value)));
        }
    }
    let head = match (old, lines.is_empty()) {
        (None, _) => format!("{what} does not exist and would be created:"),
        (Some(_), true) => return format!("{what} exists; nothing would change."),
        (Some(_), false) => format!("{what} exists; this would change:"),
    };
    let counts: Vec<String> = if old.is_none() {
        vec!["1 to create".to_owned()]
    } else {
        [
            (added, "to add"),
            (changed, "to change"),
            (removed, "to remove"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect()
    };
    lines.push(format!("  {}", counts.join(", ")));
    format!("{head}\n{}", lines.join("\n"))
}

/// Whether two values of the member at `path` mean the same to the service.
fn is_same(path: &str, one: &Value, other: &Value) -> bool {
    if one == other {
        return true;
    }
    let (Some(one), Some(other)) = (scalar(one), scalar(other)) else {
        return false;
    };
    let last = path.rsplit('.').next().unwrap_or(path);
    // A number in the form of a text is the same number.
    one == other
        || (last.eq_ignore_ascii_case("location") && plain_location(&one) == plain_location(&other))
        // Names of kinds, sizes and references, and ids, are compared without case by Azure.
        || (ANY_CASE.iter().any(|name| name.eq_ignore_ascii_case(last))
            && one.eq_ignore_ascii_case(&other))
}

/// Members whose values Azure compares without case.
const ANY_CASE: [&str; 8] = [
    "type",
    "nodeSize",
    "computeType",
    "edition",
    "licenseType",
    "catalogPricingTier",
    "vNetId",
    "subnetId",
];

/// The text of a number, truth value or text.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn find<'a>(leaves: &'a [(String, Value)], path: &str) -> Option<&'a Value> {
    leaves
        .iter()
        .find(|(own, _)| own.eq_ignore_ascii_case(path))
        .map(|(_, value)| value)
}

/// Every member that is no object, and every secret, with its path.
fn leaves(members: &Map<String, Value>) -> Vec<(String, Value)> {
    fn walk(path: &str, members: &Map<String, Value>, found: &mut Vec<(String, Value)>) {
        for (name, value) in members {
            let own = if path.is_empty() {
                name.clone()
            } else {
                format!("{path}.{name}")
            };
            match value {
                Value::Null => {}
                // A secret has the name of the member that users know: the one with its value.
                Value::Object(_) if is_secure_string(value) => {
                    found.push((format!("{own}.value"), value.clone()));
                }
                // One that is a plain text is shown and compared like the others.
                plain if is_secret(name, plain) => {
                    found.push((own, json!({"type": "SecureString", "value": plain})));
                }
                Value::Object(inner) => walk(&own, inner, found),
                other => found.push((own, other.clone())),
            }
        }
    }
    let mut found = Vec::new();
    walk("", members, &mut found);
    found
}

fn shown(value: &Value) -> String {
    match value {
        _ if is_secure_string(value) => SECRET.to_owned(),
        Value::String(text) => format!("'{text}'"),
        other => masked(other).to_string(),
    }
}

/// A copy without the secrets in it.
fn masked(value: &Value) -> Value {
    match value {
        _ if is_secure_string(value) => Value::String(SECRET.to_owned()),
        Value::Array(items) => items.iter().map(masked).collect(),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .map(|(name, value)| {
                    let own = if is_secret(name, value) {
                        Value::String(SECRET.to_owned())
                    } else {
                        masked(value)
                    };
                    (name.clone(), own)
                })
                .collect(),
        ),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {

    use super::*;

    fn name(path: &str) -> Option<&'static str> {
        (path == "a.nodes").then_some("NodeCount")
    }

    fn shown(old: Option<Value>, new: &Value) -> String {
        let old = old.map(|old| old.as_object().cloned().unwrap_or_default());
        text(
            "Runtime 'x'",
            old.as_ref(),
            new.as_object().unwrap_or(&Map::new()),
            name,
        )
    }

    #[test]
    fn a_change_names_old_and_new() {
        let old = json!({"a": {"nodes": 2, "kept": "k", "gone": [1]}, "n": null});
        let new = json!({"a": {"nodes": 4, "kept": "k", "fresh": "f"}});
        assert_eq!(
            shown(Some(old), &new),
            "Runtime 'x' exists; this would change:\n  ~ NodeCount: 2 -> 4\n  + a.fresh: 'f'\n  - a.gone: [1]\n  1 to \
             add, 1 to change, 1 to remove"
        );
    }

    #[test]
    fn nothing_and_everything_are_said_too() {
        assert_eq!(
            shown(Some(json!({"a": {}})), &json!({"a": {"b": null}})),
            "Runtime 'x' exists; nothing would change."
        );
        assert_eq!(
            shown(None, &json!({"a": {"nodes": 2}})),
            "Runtime 'x' does not exist and would be created:\n  + NodeCount: 2\n  1 to create"
        );
    }

    #[test]
    fn what_means_the_same_is_no_change() {
        let old =
            json!({"Compute": {"Location": "West Europe", "nodeSize": "Standard_D8_v3", "n": "2"}});
        let new =
            json!({"compute": {"location": "westeurope", "nodeSize": "standard_d8_v3", "n": 2}});
        assert_eq!(
            shown(Some(old), &new),
            "Runtime 'x' exists; nothing would change."
        );
        // A description is what it is.
        let described = |text: &str| json!({ "description": text });
        assert!(shown(Some(described("a")), &described("A")).contains("~ description"));
    }

    #[test]
    fn secrets_are_never_shown() {
        let secret = |text: &str| json!({"type": "SecureString", "value": text});
        let old = json!({"p": secret("**********"), "list": [{"password": secret("one")}]});
        let new = json!({"p": secret("planted"), "list": [{"password": secret("two")}], "q": secret("three")});
        let text = shown(Some(old), &new);
        assert_eq!(
            text,
            "Runtime 'x' exists; this would change:\n  ~ p.value: (secret) -> (another secret)\n  ~ list: \
             [{\"password\":\"(secret)\"}] -> [{\"password\":\"(secret)\"}]\n  + q.value: (secret)\n  1 to add, 2 to \
             change"
        );
    }

    #[test]
    fn secrets_in_plain_text_are_never_shown() {
        let old = json!({"encryptedCredential": "one", "list": [{"sasToken": "two", "name": "n"}]});
        let new = json!({"EncryptedCredential": "planted", "list": [{"sasToken": "planted", "name": "m"}],
            "catalogInfo": {"catalogAdminPassword": "planted", "catalogAdminUserName": "u"}});
        let text = shown(Some(old), &new);
        assert!(
            !text.contains("planted") && !text.contains("'one'") && !text.contains("two"),
            "{text}"
        );
        assert!(
            text.contains("EncryptedCredential: (secret) -> (another secret)"),
            "{text}"
        );
        assert!(
            text.contains("+ catalogInfo.catalogAdminPassword: (secret)"),
            "{text}"
        );
        assert!(text.contains("catalogAdminUserName: 'u'"), "{text}");
    }
}
