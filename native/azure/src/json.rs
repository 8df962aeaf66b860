//! Members of JSON objects, found whatever the casing of their names.
//!
//! Azure does not promise the casing of member names: some services return the casing that was stored. Readers of
//! answers use [`Lookup`]; writers use [`set`], [`object`] and [`remove`], so that a member keeps its casing and
//! is never written twice. Not for parameters of a call, whose names are the caller's.

use azure_core::Bytes;
use serde_json::{Map, Value};
use zeroize::{Zeroize, Zeroizing};

static NULL: Value = Value::Null;

/// Reads members without regard to the casing of their names.
pub trait Lookup {
    /// The member called `name`, which may be null; the exact casing is preferred.
    fn member(&self, name: &str) -> Option<&Value>;

    /// The member called `name`; null when it is missing or this is not an object.
    fn at(&self, name: &str) -> &Value {
        self.member(name).unwrap_or(&NULL)
    }

    /// The member at `path`, level by level; null when one of them is missing.
    fn at_path(&self, path: &[&str]) -> &Value {
        match path.split_first() {
            Some((first, rest)) => rest
                .iter()
                .fold(self.at(first), |value, name| value.at(name)),
            None => &NULL,
        }
    }
}

impl Lookup for Map<String, Value> {
    fn member(&self, name: &str) -> Option<&Value> {
        self.get(name).or_else(|| {
            self.iter()
                .find(|(own, _)| own.eq_ignore_ascii_case(name))
                .map(|(_, value)| value)
        })
    }
}

impl Lookup for Value {
    fn member(&self, name: &str) -> Option<&Value> {
        self.as_object()?.member(name)
    }
}

/// The name under which `members` has `name`, or `name` itself where there is no such member.
#[must_use]
pub fn name_in(members: &Map<String, Value>, name: &str) -> String {
    if members.contains_key(name) {
        return name.to_owned();
    }
    members
        .keys()
        .find(|own| own.eq_ignore_ascii_case(name))
        .map_or_else(|| name.to_owned(), Clone::clone)
}

/// Sets the member called `name`, in the casing that it has; there is one such member afterwards.
pub fn set(members: &mut Map<String, Value>, name: &str, value: Value) {
    let own = name_in(members, name);
    members.insert(own.clone(), value);
    members.retain(|other, _| *other == own || !other.eq_ignore_ascii_case(name));
}

/// Removes the member called `name`, in every casing, and returns its value.
pub fn remove(members: &mut Map<String, Value>, name: &str) -> Option<Value> {
    let own = name_in(members, name);
    let value = members.shift_remove(&own);
    members.retain(|other, _| !other.eq_ignore_ascii_case(name));
    value
}

/// The object called `name`, created where it is missing or null; nothing where it is something else.
pub fn object<'a>(
    members: &'a mut Map<String, Value>,
    name: &str,
) -> Option<&'a mut Map<String, Value>> {
    let own = name_in(members, name);
    let value = members.entry(own).or_insert(Value::Null);
    if value.is_null() {
        *value = Value::Object(Map::new());
    }
    value.as_object_mut()
}

/// The bytes of a text without the byte order mark of UTF-8.
#[must_use]
pub fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Wipes every text in `value`, which is of no more use then. Names of members stay.
pub fn wipe(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Array(items) => items.iter_mut().for_each(wipe),
        Value::Object(members) => members.values_mut().for_each(wipe),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text of `value` as bytes that are wiped when the last of their owners drops them.
#[must_use]
pub fn wiped_bytes(value: &Value) -> Bytes {
    /// Counts what is written, so that the text is written once: a buffer that grows leaves copies behind.
    struct Length(usize);
    impl std::io::Write for Length {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut length = Length(0);
    let mut text = Vec::new();
    // Neither can fail: all keys are texts, and memory takes what is written to it.
    if serde_json::to_writer(&mut length, value).is_ok() {
        text.reserve_exact(length.0);
        let _ = serde_json::to_writer(&mut text, value);
    }
    Bytes::from_owner(Zeroizing::new(text))
}

/// A copy of `text` as bytes that are wiped when the last of their owners drops them.
#[must_use]
pub fn wiped_text(text: &str) -> Bytes {
    Bytes::from_owner(Zeroizing::new(text.as_bytes().to_vec()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn map(value: Value) -> Map<String, Value> {
        let Value::Object(map) = value else {
            unreachable!()
        };
        map
    }

    #[test]
    fn members_are_found_in_any_casing_and_the_exact_one_first() {
        let value = json!({"Properties": {"STATE": "Online"}, "name": 1, "Name": 2, "odd": null});
        assert_eq!(value.at("properties").at("state"), "Online");
        assert_eq!(value.at_path(&["properties", "State"]), "Online");
        assert_eq!(value.at("Name"), 2);
        assert_eq!(value.at("name"), 1);
        assert_eq!(value.member("Odd"), Some(&Value::Null));
        assert_eq!(value.member("missing"), None);
        assert_eq!(json!([1]).at("x"), &Value::Null);
    }

    #[test]
    fn a_write_keeps_one_member_in_the_casing_that_came() {
        let mut members = map(json!({"Location": "a", "location2": 1, "LOCATION": "b"}));
        set(&mut members, "location", json!("c"));
        assert_eq!(members, map(json!({"Location": "c", "location2": 1})));
        object(&mut members, "Inner")
            .unwrap()
            .insert("x".into(), json!(1));
        object(&mut members, "inner")
            .unwrap()
            .insert("y".into(), json!(2));
        assert_eq!(members["Inner"], json!({"x": 1, "y": 2}));
        assert!(object(&mut members, "LOCATION").is_none());
        assert_eq!(remove(&mut members, "LOCATION"), Some(json!("c")));
        assert_eq!(remove(&mut members, "LOCATION"), None);
    }

    #[test]
    fn a_byte_order_mark_is_passed_over() {
        assert_eq!(without_mark(b"\xEF\xBB\xBF{}"), b"{}");
        assert_eq!(without_mark(b"\xEF\xBB{}"), b"\xEF\xBB{}");
    }

    #[test]
    fn every_text_is_wiped() {
        let mut value = json!({"a": ["planted", {"b": "planted"}], "c": 1});
        wipe(&mut value);
        assert_eq!(value, json!({"a": ["", {"b": ""}], "c": 1}));
    }

    #[test]
    fn a_body_is_written_as_its_text() {
        let value = json!({"a": [1, "ä"], "b": null});
        assert_eq!(wiped_bytes(&value), value.to_string().as_bytes());
    }
}
