//! What a write would change, property by property, for people to see before it is done.

use serde_json::{Map, Value};

use crate::{Call, error::Result};

/// Tells these texts from others in the information stream.
const TAG: &str = "AzIntegrationRuntime.Change";
const SECRET: &str = "(secret)";
const NOTHING: &str = "(none)";

/// Whether somebody looks before anything is written: under `-WhatIf`, or because a question follows.
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
    let mut lines = Vec::new();
    for (path, value) in &after {
        let called = name(path).unwrap_or(path);
        match find(&before, path) {
            _ if old.is_none() => lines.push(format!("  {called}: {}", shown(value))),
            None => lines.push(format!("  {called}: {NOTHING} -> {}", shown(value))),
            Some(earlier) if earlier == value => {}
            Some(earlier) => lines.push(format!(
                "  {called}: {} -> {}",
                shown(earlier),
                if is_secret(earlier) && is_secret(value) {
                    "(another secret)".to_owned()
                } else {
                    shown(value)
                }
            )),
        }
    }
    for (path, value) in &before {
        if find(&after, path).is_none() {
            let called = name(path).unwrap_or(path);
            lines.push(format!("  {called}: {} -> {NOTHING}", shown(value)));
        }
    }
    let head = match (old, lines.is_empty()) {
        (None, _) => format!("{what} does not exist and would be created:"),
        (Some(_), true) => return format!("{what} exists; nothing would change."),
        (Some(_), false) => format!("{what} exists; this would change:"),
    };
    format!("{head}\n{}", lines.join("\n"))
}

fn find<'a>(leaves: &'a [(String, Value)], path: &str) -> Option<&'a Value> {
    leaves
        .iter()
        .find(|(own, _)| own == path)
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
                Value::Object(_) if is_secret(value) => {
                    found.push((format!("{own}.value"), value.clone()));
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

fn is_secret(value: &Value) -> bool {
    value["type"]
        .as_str()
        .is_some_and(|kind| kind.eq_ignore_ascii_case("SecureString"))
}

fn shown(value: &Value) -> String {
    match value {
        _ if is_secret(value) => SECRET.to_owned(),
        Value::String(text) => format!("'{text}'"),
        other => masked(other).to_string(),
    }
}

/// A copy without the secrets in it.
fn masked(value: &Value) -> Value {
    match value {
        _ if is_secret(value) => Value::String(SECRET.to_owned()),
        Value::Array(items) => items.iter().map(masked).collect(),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .map(|(name, value)| (name.clone(), masked(value)))
                .collect(),
        ),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn name(path: &str) -> Option<&'static str> {
        (path == "a.nodes").then_some("NodeCount")
    }

    fn told(old: Option<Value>, new: &Value) -> String {
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
            told(Some(old), &new),
            "Runtime 'x' exists; this would change:\n  NodeCount: 2 -> 4\n  a.fresh: (none) -> 'f'\n  a.gone: [1] \
             -> (none)"
        );
    }

    #[test]
    fn nothing_and_everything_are_said_too() {
        assert_eq!(
            told(Some(json!({"a": {}})), &json!({"a": {"b": null}})),
            "Runtime 'x' exists; nothing would change."
        );
        assert_eq!(
            told(None, &json!({"a": {"nodes": 2}})),
            "Runtime 'x' does not exist and would be created:\n  NodeCount: 2"
        );
    }

    #[test]
    fn secrets_are_never_shown() {
        let secret = |text: &str| json!({"type": "SecureString", "value": text});
        let old = json!({"p": secret("**********"), "list": [{"password": secret("one")}]});
        let new = json!({"p": secret("planted"), "list": [{"password": secret("two")}], "q": secret("three")});
        let text = told(Some(old), &new);
        assert_eq!(
            text,
            "Runtime 'x' exists; this would change:\n  p.value: (secret) -> (another secret)\n  list: \
             [{\"password\":\"(secret)\"}] -> [{\"password\":\"(secret)\"}]\n  q.value: (none) -> (secret)"
        );
    }
}
