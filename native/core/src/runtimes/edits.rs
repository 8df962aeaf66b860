//! Warns of edits of a piped object that are not written: Az's cmdlets take names from it and little else.

use azir_azure::json::Lookup;
use serde_json::Value;

use crate::{Call, error::Result};

/// Warns where the `member` of the object given as `-InputObject` is another than what is there `now`. `parameter` is
/// the cmdlet and parameter that write it.
///
/// # Errors
/// `Cancelled`.
pub async fn warn_unwritten(
    call: &Call,
    what: &str,
    member: &str,
    now: &Value,
    parameter: &str,
) -> Result<()> {
    let arguments = call.arguments();
    let object = arguments.value("InputObject");
    let Some(given) = object.and_then(|object| object.member(member)) else {
        return Ok(());
    };
    if arguments.is_bound(member) || is_same(given, now) {
        return Ok(());
    }
    call.caller
        .warning(format!(
            "{member} of the object given as -InputObject is not that of {what}, and it is not written. To write it: \
             {parameter}"
        ))
        .await
}

/// Whether two values say the same; nothing and an empty text or table do.
fn is_same(one: &Value, other: &Value) -> bool {
    let empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    };
    one == other || (empty(one) && empty(other))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nothing_and_empty_are_the_same() {
        assert!(is_same(&json!(""), &Value::Null));
        assert!(is_same(&json!({}), &Value::Null));
        assert!(is_same(
            &json!({"a": "1", "b": "2"}),
            &json!({"b": "2", "a": "1"})
        ));
        assert!(!is_same(&json!("a"), &json!("A")));
        assert!(!is_same(&Value::Null, &json!("a")));
    }
}
