//! Functions on lists and objects, of which some take texts as well.

use serde_json::{Map, Value};

use super::{Outcome, as_text, misfit};

pub fn length(own: &Value) -> Option<usize> {
    match own {
        Value::String(text) => Some(text.chars().count()),
        Value::Array(items) => Some(items.len()),
        Value::Object(members) => Some(members.len()),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

pub fn contains(whole: &Value, part: &Value) -> Outcome {
    match (whole, part) {
        (Value::Array(items), own) => Ok(items.contains(own).into()),
        (Value::String(text), own) => Ok(text.contains(as_text(own).as_str()).into()),
        (Value::Object(members), Value::String(name)) => Ok(members
            .keys()
            .any(|own| own.eq_ignore_ascii_case(name))
            .into()),
        _ => Err(misfit("contains")),
    }
}

pub fn end_of(name: &str, own: &Value) -> Outcome {
    match (own, name) {
        (Value::Array(items), "first") => Ok(items.first().cloned().unwrap_or_default()),
        (Value::Array(items), _) => Ok(items.last().cloned().unwrap_or_default()),
        (Value::String(text), "first") => Ok(text
            .chars()
            .next()
            .map(String::from)
            .unwrap_or_default()
            .into()),
        (Value::String(text), _) => Ok(text
            .chars()
            .next_back()
            .map(String::from)
            .unwrap_or_default()
            .into()),
        _ => Err(misfit(name)),
    }
}

pub fn part_of(name: &str, own: &Value, count: Option<i64>) -> Outcome {
    let count = count.ok_or_else(|| misfit(name))?;
    let count = usize::try_from(count.max(0)).map_err(|_| misfit(name))?;
    match (own, name) {
        (Value::Array(items), "skip") => Ok(items.iter().skip(count).cloned().collect()),
        (Value::Array(items), _) => Ok(items.iter().take(count).cloned().collect()),
        (Value::String(text), "skip") => Ok(text.chars().skip(count).collect::<String>().into()),
        (Value::String(text), _) => Ok(text.chars().take(count).collect::<String>().into()),
        _ => Err(misfit(name)),
    }
}

pub fn object(all: &[Value]) -> Outcome {
    let pairs = all.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err(misfit("createObject"));
    }
    let members: Option<Map<String, Value>> = pairs
        .map(|pair| Some((pair[0].as_str()?.to_owned(), pair[1].clone())))
        .collect();
    members
        .map(Value::Object)
        .ok_or_else(|| misfit("createObject"))
}

pub fn union(all: &[Value]) -> Outcome {
    match all.first() {
        Some(Value::Array(_)) => {
            let lists: Option<Vec<&Vec<Value>>> = all.iter().map(Value::as_array).collect();
            let mut together: Vec<Value> = Vec::new();
            for own in lists.ok_or_else(|| misfit("union"))?.into_iter().flatten() {
                if !together.contains(own) {
                    together.push(own.clone());
                }
            }
            Ok(together.into())
        }
        Some(Value::Object(_)) => {
            let mut together = Map::new();
            for own in all {
                merge(
                    &mut together,
                    own.as_object().ok_or_else(|| misfit("union"))?,
                );
            }
            Ok(together.into())
        }
        _ => Err(misfit("union")),
    }
}

/// Objects in both are merged, level by level; of other values the later one stays.
pub fn merge(into: &mut Map<String, Value>, from: &Map<String, Value>) {
    for (name, value) in from {
        match (into.get_mut(name), value) {
            (Some(Value::Object(own)), Value::Object(more)) => merge(own, more),
            _ => {
                into.insert(name.clone(), value.clone());
            }
        }
    }
}
