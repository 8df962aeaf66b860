//! The functions of template expressions that need nothing but their arguments.
//!
//! Rules: <https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions>. Functions that
//! Azure answers (`reference`, `listKeys`) or that make a value up (`newGuid`, `utcNow`, `uniqueString`) are not here.

mod lists;
mod numbers;
mod texts;

use serde_json::Value;

use super::{
    budget::{LONGEST_TEXT, too_large},
    reason::Reason,
};

type Outcome = Result<Value, Reason>;

/// The most comparisons of one function: those of two lists of a thousand values.
const MOST_COMPARED: usize = 4_000_000;

/// How often a function compares one value with another, where that is more often than it has values.
#[must_use]
pub fn comparisons(name: &str, arguments: &[Value]) -> usize {
    if name != "union" && name != "intersection" {
        return 0;
    }
    let lists = arguments.iter().filter_map(Value::as_array);
    let all: usize = lists.map(Vec::len).sum();
    all.saturating_mul(all)
}

/// Calls the function `name`, given in lower case; nothing where it is not one of these.
#[must_use]
pub fn call(name: &str, arguments: &[Value]) -> Option<Outcome> {
    if comparisons(name, arguments) > MOST_COMPARED {
        return Some(Err(too_large(name)));
    }
    Some(match (name, arguments) {
        ("concat", all) => concat(all),
        ("format", [Value::String(pattern), rest @ ..]) => texts::format(pattern, rest),
        ("tolower", [Value::String(text)]) => Ok(text.to_lowercase().into()),
        ("toupper", [Value::String(text)]) => Ok(text.to_uppercase().into()),
        ("trim", [Value::String(text)]) => Ok(text.trim().into()),
        ("string", [own]) => Ok(as_text(own).into()),
        ("int", [own]) => numbers::integer(own),
        ("bool", [own]) => numbers::boolean(own),
        ("json", [Value::String(text)]) => serde_json::from_str(text)
            .map_err(|_| Reason::invalid("the argument of 'json' is not valid JSON")),
        ("null", []) => Ok(Value::Null),
        ("true", []) => Ok(true.into()),
        ("false", []) => Ok(false.into()),
        ("equals", [one, other]) => Ok((one == other).into()),
        ("not", [Value::Bool(own)]) => Ok((!own).into()),
        ("coalesce", all) => Ok(all
            .iter()
            .find(|own| !own.is_null())
            .cloned()
            .unwrap_or_default()),
        ("empty", [own]) => Ok(lists::length(own).is_none_or(|length| length == 0).into()),
        ("length", [own]) if lists::length(own).is_some() => {
            Ok(lists::length(own).unwrap_or_default().into())
        }
        ("contains", [whole, part]) => lists::contains(whole, part),
        ("first" | "last", [own]) => lists::end_of(name, own),
        ("skip" | "take", [own, Value::Number(count)]) => lists::part_of(name, own, count.as_i64()),
        ("split", [Value::String(text), separator]) => texts::split(text, separator),
        ("join", [Value::Array(items), Value::String(separator)]) => texts::join(items, separator),
        ("replace", [Value::String(text), Value::String(old), Value::String(new)]) => {
            texts::replace(text, old, new)
        }
        ("substring", [Value::String(text), rest @ ..]) => texts::substring(text, rest),
        ("startswith", [Value::String(text), Value::String(part)]) => {
            Ok(text.to_lowercase().starts_with(&part.to_lowercase()).into())
        }
        ("endswith", [Value::String(text), Value::String(part)]) => {
            Ok(text.to_lowercase().ends_with(&part.to_lowercase()).into())
        }
        ("indexof", [Value::String(text), Value::String(part)]) => {
            let (text, part) = (text.to_lowercase(), part.to_lowercase());
            let at = text.find(&part).map(|at| text[..at].chars().count());
            Ok(at.map_or_else(|| (-1).into(), Value::from))
        }
        ("padleft", [own, Value::Number(width), rest @ ..]) => {
            texts::pad(own, width.as_u64(), rest)
        }
        ("add" | "sub" | "mul" | "div" | "mod", [one, other]) => {
            numbers::arithmetic(name, one, other)
        }
        ("less" | "lessorequals" | "greater" | "greaterorequals", [one, other]) => {
            numbers::compare(name, one, other)
        }
        ("min" | "max", all) => numbers::extreme(name, all),
        ("range", [Value::Number(start), Value::Number(count)]) => {
            numbers::range(start.as_i64(), count.as_i64())
        }
        ("array", [own]) => Ok(match own {
            Value::Array(_) => own.clone(),
            other => Value::Array(vec![other.clone()]),
        }),
        ("createarray", all) => Ok(all.to_vec().into()),
        ("createobject", all) => lists::object(all),
        ("union", all) => lists::union(all),
        ("intersection", [Value::Array(one), Value::Array(other)]) => Ok(one
            .iter()
            .filter(|own| other.contains(own))
            .cloned()
            .collect()),
        ("uri", [Value::String(base), Value::String(rest)]) => Ok(texts::uri(base, rest).into()),
        (known, _) if NAMES.contains(&known) => Err(Reason::invalid(format!(
            "the arguments of the function '{known}' do not fit"
        ))),
        _ => return None,
    })
}

/// The functions above, for telling wrong arguments from an unknown function.
pub const NAMES: &[&str] = &[
    "concat",
    "format",
    "tolower",
    "toupper",
    "trim",
    "string",
    "int",
    "bool",
    "json",
    "null",
    "true",
    "false",
    "equals",
    "not",
    "coalesce",
    "empty",
    "length",
    "contains",
    "first",
    "last",
    "skip",
    "take",
    "split",
    "join",
    "replace",
    "substring",
    "startswith",
    "endswith",
    "indexof",
    "padleft",
    "add",
    "sub",
    "mul",
    "div",
    "mod",
    "less",
    "lessorequals",
    "greater",
    "greaterorequals",
    "min",
    "max",
    "range",
    "array",
    "createarray",
    "createobject",
    "union",
    "intersection",
    "uri",
];

fn misfit(name: &str) -> Reason {
    Reason::invalid(format!("the arguments of the function '{name}' do not fit"))
}

/// A value as the text that it is in another text.
#[must_use]
pub fn as_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn concat(all: &[Value]) -> Outcome {
    if all.first().is_some_and(Value::is_array) {
        let lists: Option<Vec<&Vec<Value>>> = all.iter().map(Value::as_array).collect();
        let lists = lists.ok_or_else(|| misfit("concat"))?;
        return Ok(lists.into_iter().flatten().cloned().collect());
    }
    let fits = all.iter().all(|own| !own.is_array() && !own.is_object());
    if all.is_empty() || !fits {
        return Err(misfit("concat"));
    }
    Ok(all.iter().map(as_text).collect::<String>().into())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(name: &str, arguments: Value) -> Option<Outcome> {
        let Value::Array(arguments) = arguments else {
            unreachable!()
        };
        call(name, &arguments)
    }

    #[test]
    fn functions_of_exported_templates_have_the_values_of_resource_manager() {
        for (name, arguments, wanted) in [
            ("concat", json!(["a", "/", "b", 1, true]), json!("a/b1True")),
            ("concat", json!([[1], [2, 3]]), json!([1, 2, 3])),
            (
                "format",
                json!(["{0}/{1}{{x}}", "adf", 3]),
                json!("adf/3{x}"),
            ),
            ("tolower", json!(["ÄB"]), json!("äb")),
            ("toupper", json!(["ab"]), json!("AB")),
            ("string", json!([{"a": 1}]), json!("{\"a\":1}")),
            ("string", json!([true]), json!("True")),
            ("int", json!([" 8"]), json!(8)),
            ("bool", json!(["TRUE"]), json!(true)),
            ("equals", json!(["a", "A"]), json!(false)),
            ("coalesce", json!([null, "x"]), json!("x")),
            ("empty", json!([""]), json!(true)),
            ("empty", json!([null]), json!(true)),
            ("empty", json!([[0]]), json!(false)),
            ("length", json!(["äb"]), json!(2)),
            ("contains", json!([{"Ab": 1}, "aB"]), json!(true)),
            ("contains", json!(["abc", "bc"]), json!(true)),
            ("first", json!(["abc"]), json!("a")),
            ("last", json!([[1, 2]]), json!(2)),
            ("skip", json!([[1, 2, 3], 1]), json!([2, 3])),
            ("take", json!(["abc", 2]), json!("ab")),
            (
                "split",
                json!(["a/b-c", ["/", "-"]]),
                json!(["a", "b", "c"]),
            ),
            ("join", json!([["a", "b"], "-"]), json!("a-b")),
            ("replace", json!(["a.b.c", ".", "-"]), json!("a-b-c")),
            ("substring", json!(["integration", 2, 3]), json!("teg")),
            ("startswith", json!(["Dev-a", "dev"]), json!(true)),
            ("indexof", json!(["abcb", "B"]), json!(1)),
            ("indexof", json!(["abc", "x"]), json!(-1)),
            ("padleft", json!([7, 3, "0"]), json!("007")),
            ("add", json!([2, 3]), json!(5)),
            ("mod", json!([7, 3]), json!(1)),
            ("greaterorequals", json!([3, 3]), json!(true)),
            ("max", json!([[1, 9, 3]]), json!(9)),
            ("range", json!([2, 3]), json!([2, 3, 4])),
            ("createobject", json!(["a", 1]), json!({"a": 1})),
            (
                "union",
                json!([{"a": {"b": 1}}, {"a": {"c": 2}}]),
                json!({"a": {"b": 1, "c": 2}}),
            ),
            ("union", json!([[1, 2], [2, 3]]), json!([1, 2, 3])),
            (
                "uri",
                json!(["https://x/y/master.json", "one.json"]),
                json!("https://x/y/one.json"),
            ),
        ] {
            assert_eq!(
                of(name, arguments.clone()),
                Some(Ok(wanted)),
                "{name} {arguments}"
            );
        }
    }

    #[test]
    fn arguments_that_do_not_fit_are_a_reason_and_unknown_functions_are_none() {
        for (name, arguments) in [
            ("concat", json!([])),
            ("concat", json!([["a"], "b"])),
            ("concat", json!([{"a": 1}])),
            ("format", json!(["{0:D3}", 1])),
            ("format", json!(["{1}", 1])),
            ("int", json!(["x"])),
            ("div", json!([1, 0])),
            ("add", json!([i64::MAX, 1])),
            ("substring", json!(["abc", 2, 9])),
            ("range", json!([0, 100_000])),
            (
                "replace",
                json!(["a".repeat(1 << 20), "a", "b".repeat(1 << 20)]),
            ),
            (
                "replace",
                json!(["a".repeat(1 << 20), "", "b".repeat(1 << 20)]),
            ),
            ("join", json!([vec!["a"; 10_000], "b".repeat(1 << 20)])),
            (
                "format",
                json!(["{0}".repeat(100_000), "b".repeat(1 << 20)]),
            ),
            ("padleft", json!(["a", 900, "b".repeat(1 << 20)])),
            ("padleft", json!(["a", 5_000_000])),
            ("tolower", json!([1])),
            ("createobject", json!(["a"])),
        ] {
            let outcome = of(name, arguments.clone());
            assert!(
                matches!(outcome, Some(Err(Reason::Invalid(_)))),
                "{name} {arguments}: {outcome:?}"
            );
        }
        assert_eq!(of("uniquestring", json!(["a"])), None);
        assert_eq!(of("reference", json!(["a"])), None);
    }
}
