//! JSON that is nearly right: a good value with a few changes, as a changed or broken service would send it.

use serde_json::{Map, Value, json};

use crate::bytes::Bytes;

/// Changes `value` in a few places, as the input decides.
pub fn mutate(value: &mut Value, bytes: &mut Bytes<'_>) {
    for _ in 0..=bytes.below(4) {
        change(value, bytes, 0);
    }
}

/// Any value, of this depth at most.
pub fn any(bytes: &mut Bytes<'_>, depth: usize) -> Value {
    match bytes.byte() % 12 {
        0 => Value::Null,
        1 => json!(bytes.byte().is_multiple_of(2)),
        2 | 3 => json!(bytes.integer()),
        4 => json!(bytes.integer().cast_unsigned()),
        5 => json!(f64::from_bits(bytes.integer().cast_unsigned())),
        6..=8 => json!(bytes.text()),
        9 => nested(bytes.below(140)),
        10 if depth > 0 => (0..bytes.below(6)).map(|_| any(bytes, depth - 1)).collect(),
        _ if depth > 0 => {
            let members = (0..bytes.below(6)).map(|_| (bytes.text(), any(bytes, depth - 1)));
            Value::Object(members.collect())
        }
        _ => json!([]),
    }
}

/// Lists and objects in one another.
fn nested(depth: usize) -> Value {
    (0..depth).fold(Value::Null, |inner, at| {
        // Moved, not copied, or a deep value takes the square of its depth.
        if at.is_multiple_of(2) {
            Value::Array(vec![inner])
        } else {
            Value::Object(Map::from_iter([("properties".to_owned(), inner)]))
        }
    })
}

/// Goes down to some member and changes it there.
fn change(value: &mut Value, bytes: &mut Bytes<'_>, depth: usize) {
    let deeper = depth < 12 && !bytes.chance(60);
    match value {
        Value::Object(members) if deeper && !members.is_empty() => {
            let at = bytes.below(members.len());
            if let Some((_, inner)) = members.iter_mut().nth(at) {
                change(inner, bytes, depth + 1);
            }
        }
        Value::Array(items) if deeper && !items.is_empty() => {
            let at = bytes.below(items.len());
            change(&mut items[at], bytes, depth + 1);
        }
        Value::Object(members) => change_members(members, bytes),
        Value::Array(items) => match bytes.byte() % 4 {
            0 => items.clear(),
            1 => items.push(any(bytes, 2)),
            2 => {
                let copies = bytes.below(300);
                // Copies of copies would make an input of hundreds of megabytes.
                if let Some(first) = items.first().filter(|own| is_small(own, &mut 200)).cloned() {
                    items.extend(std::iter::repeat_n(first, copies));
                }
            }
            _ => *value = any(bytes, 3),
        },
        Value::String(text) if bytes.chance(100) => {
            text.push_str(&bytes.text());
        }
        _ => *value = any(bytes, 3),
    }
}

/// Whether there are no more than `left` values in this one.
fn is_small(value: &Value, left: &mut u32) -> bool {
    let Some(rest) = left.checked_sub(1) else {
        return false;
    };
    *left = rest;
    match value {
        Value::Array(items) => items.iter().all(|own| is_small(own, left)),
        Value::Object(members) => members.values().all(|own| is_small(own, left)),
        Value::String(text) => text.len() < 4096,
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}

fn change_members(members: &mut Map<String, Value>, bytes: &mut Bytes<'_>) {
    let at = bytes.below(members.len().max(1));
    let name = members.keys().nth(at).cloned().unwrap_or_default();
    match bytes.byte() % 5 {
        0 => {
            members.shift_remove(&name);
        }
        1 => {
            let own = members.shift_remove(&name).unwrap_or_default();
            members.insert(name.to_uppercase(), own);
        }
        2 => {
            // The same name in another casing, with another value.
            members.insert(name.to_lowercase(), any(bytes, 2));
        }
        3 => {
            members.insert(bytes.text(), any(bytes, 3));
        }
        _ => {
            members.insert(name, any(bytes, 3));
        }
    }
}
