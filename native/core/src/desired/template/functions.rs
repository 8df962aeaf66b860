//! The functions of template expressions that need nothing but their arguments.
//!
//! Rules: <https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions>. Functions that
//! Azure answers (`reference`, `listKeys`) or that make a value up (`newGuid`, `utcNow`, `uniqueString`) are not here.

use serde_json::{Map, Value};

use super::reason::Reason;

type Outcome = Result<Value, Reason>;

/// Calls the function `name`, given in lower case; nothing where it is not one of these.
#[must_use]
pub fn call(name: &str, arguments: &[Value]) -> Option<Outcome> {
    Some(match (name, arguments) {
        ("concat", all) => concat(all),
        ("format", [Value::String(pattern), rest @ ..]) => format(pattern, rest),
        ("tolower", [Value::String(text)]) => Ok(text.to_lowercase().into()),
        ("toupper", [Value::String(text)]) => Ok(text.to_uppercase().into()),
        ("trim", [Value::String(text)]) => Ok(text.trim().into()),
        ("string", [own]) => Ok(as_text(own).into()),
        ("int", [own]) => integer(own),
        ("bool", [own]) => boolean(own),
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
        ("empty", [own]) => Ok(length(own).is_none_or(|length| length == 0).into()),
        ("length", [own]) if length(own).is_some() => Ok(length(own).unwrap_or_default().into()),
        ("contains", [whole, part]) => contains(whole, part),
        ("first" | "last", [own]) => end_of(name, own),
        ("skip" | "take", [own, Value::Number(count)]) => part_of(name, own, count.as_i64()),
        ("split", [Value::String(text), separator]) => split(text, separator),
        ("join", [Value::Array(items), Value::String(separator)]) => Ok(items
            .iter()
            .map(as_text)
            .collect::<Vec<_>>()
            .join(separator)
            .into()),
        ("replace", [Value::String(text), Value::String(old), Value::String(new)]) => {
            Ok(text.replace(old.as_str(), new).into())
        }
        ("substring", [Value::String(text), rest @ ..]) => substring(text, rest),
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
        ("padleft", [own, Value::Number(width), rest @ ..]) => pad(own, width.as_u64(), rest),
        ("add" | "sub" | "mul" | "div" | "mod", [one, other]) => arithmetic(name, one, other),
        ("less" | "lessorequals" | "greater" | "greaterorequals", [one, other]) => {
            compare(name, one, other)
        }
        ("min" | "max", all) => extreme(name, all),
        ("range", [Value::Number(start), Value::Number(count)]) => {
            range(start.as_i64(), count.as_i64())
        }
        ("array", [own]) => Ok(match own {
            Value::Array(_) => own.clone(),
            other => Value::Array(vec![other.clone()]),
        }),
        ("createarray", all) => Ok(all.to_vec().into()),
        ("createobject", all) => object(all),
        ("union", all) => union(all),
        ("intersection", [Value::Array(one), Value::Array(other)]) => Ok(one
            .iter()
            .filter(|own| other.contains(own))
            .cloned()
            .collect()),
        ("uri", [Value::String(base), Value::String(rest)]) => Ok(uri(base, rest).into()),
        (known, _) if NAMES.contains(&known) => Err(Reason::invalid(format!(
            "the arguments of the function '{known}' do not fit"
        ))),
        _ => return None,
    })
}

/// The functions above, for telling wrong arguments from an unknown function.
const NAMES: &[&str] = &[
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

/// Items by their numbers; an item with a width or a format of its own is not evaluated.
fn format(pattern: &str, items: &[Value]) -> Outcome {
    let wrong = || Reason::invalid(format!("the format '{pattern}' cannot be evaluated"));
    let mut text = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        let found = &rest[at..];
        if let Some(more) = found.strip_prefix("{{") {
            text.push('{');
            rest = more;
        } else if let Some(more) = found.strip_prefix("}}") {
            text.push('}');
            rest = more;
        } else {
            let end = found.find('}').filter(|end| *end > 1).ok_or_else(wrong)?;
            let index: usize = found[1..end].parse().map_err(|_| wrong())?;
            text.push_str(&as_text(items.get(index).ok_or_else(wrong)?));
            rest = &found[end + 1..];
        }
    }
    text.push_str(rest);
    Ok(text.into())
}

fn integer(own: &Value) -> Outcome {
    match own {
        Value::Number(_) => Ok(own.clone()),
        Value::String(text) => text
            .trim()
            .parse::<i64>()
            .map(Value::from)
            .map_err(|_| misfit("int")),
        _ => Err(misfit("int")),
    }
}

fn boolean(own: &Value) -> Outcome {
    let flag = match own {
        Value::Bool(flag) => Some(*flag),
        Value::Number(number) => number.as_i64().map(|number| number != 0),
        Value::String(text) if text.eq_ignore_ascii_case("true") || text == "1" => Some(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") || text == "0" => Some(false),
        _ => None,
    };
    flag.map(Value::from).ok_or_else(|| misfit("bool"))
}

fn length(own: &Value) -> Option<usize> {
    match own {
        Value::String(text) => Some(text.chars().count()),
        Value::Array(items) => Some(items.len()),
        Value::Object(members) => Some(members.len()),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn contains(whole: &Value, part: &Value) -> Outcome {
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

fn end_of(name: &str, own: &Value) -> Outcome {
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

fn part_of(name: &str, own: &Value, count: Option<i64>) -> Outcome {
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

fn split(text: &str, separator: &Value) -> Outcome {
    let separators: Vec<&str> = match separator {
        Value::String(one) => vec![one],
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        _ => return Err(misfit("split")),
    };
    let mut parts = vec![text];
    for separator in separators.into_iter().filter(|own| !own.is_empty()) {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(separator))
            .collect();
    }
    Ok(parts.into_iter().map(Value::from).collect())
}

fn substring(text: &str, rest: &[Value]) -> Outcome {
    let at = |index: usize| -> Option<usize> { usize::try_from(rest.get(index)?.as_i64()?).ok() };
    let all = text.chars().count();
    let start = at(0).ok_or_else(|| misfit("substring"))?;
    let count = match rest.get(1) {
        Some(_) => at(1).ok_or_else(|| misfit("substring"))?,
        None => all.saturating_sub(start),
    };
    if start.checked_add(count).is_none_or(|end| end > all) {
        return Err(misfit("substring"));
    }
    Ok(text
        .chars()
        .skip(start)
        .take(count)
        .collect::<String>()
        .into())
}

fn pad(own: &Value, width: Option<u64>, rest: &[Value]) -> Outcome {
    let text = as_text(own);
    let filler = match rest {
        [] => " ".to_owned(),
        [filler] => as_text(filler),
        _ => return Err(misfit("padLeft")),
    };
    // A name is never as long as this.
    let width = width
        .and_then(|width| usize::try_from(width).ok())
        .filter(|width| *width < 1_000);
    let width = width.ok_or_else(|| misfit("padLeft"))?;
    let missing = width.saturating_sub(text.chars().count());
    Ok(format!("{}{text}", filler.repeat(missing)).into())
}

fn arithmetic(name: &str, one: &Value, other: &Value) -> Outcome {
    let (one, other) = one
        .as_i64()
        .zip(other.as_i64())
        .ok_or_else(|| misfit(name))?;
    match name {
        "add" => one.checked_add(other),
        "sub" => one.checked_sub(other),
        "mul" => one.checked_mul(other),
        "div" => one.checked_div(other),
        _ => one.checked_rem(other),
    }
    .map(Value::from)
    .ok_or_else(|| misfit(name))
}

fn compare(name: &str, one: &Value, other: &Value) -> Outcome {
    let order = if let (Value::String(one), Value::String(other)) = (one, other) {
        one.cmp(other)
    } else {
        let numbers = one.as_i64().zip(other.as_i64());
        let (one, other) = numbers.ok_or_else(|| misfit(name))?;
        one.cmp(&other)
    };
    Ok(match name {
        "less" => order.is_lt(),
        "lessorequals" => order.is_le(),
        "greater" => order.is_gt(),
        _ => order.is_ge(),
    }
    .into())
}

fn extreme(name: &str, all: &[Value]) -> Outcome {
    let items = match all {
        [Value::Array(items)] => items.as_slice(),
        items => items,
    };
    let numbers: Option<Vec<i64>> = items.iter().map(Value::as_i64).collect();
    let numbers = numbers.ok_or_else(|| misfit(name))?;
    let found = if name == "min" {
        numbers.into_iter().min()
    } else {
        numbers.into_iter().max()
    };
    found.map(Value::from).ok_or_else(|| misfit(name))
}

fn range(start: Option<i64>, count: Option<i64>) -> Outcome {
    let (start, count) = start.zip(count).ok_or_else(|| misfit("range"))?;
    // Resource Manager's own limit.
    if !(0..=10_000).contains(&count) {
        return Err(misfit("range"));
    }
    let end = start.checked_add(count).ok_or_else(|| misfit("range"))?;
    Ok((start..end).map(Value::from).collect())
}

fn object(all: &[Value]) -> Outcome {
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

fn union(all: &[Value]) -> Outcome {
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
fn merge(into: &mut Map<String, Value>, from: &Map<String, Value>) {
    for (name, value) in from {
        match (into.get_mut(name), value) {
            (Some(Value::Object(own)), Value::Object(more)) => merge(own, more),
            _ => {
                into.insert(name.clone(), value.clone());
            }
        }
    }
}

fn uri(base: &str, rest: &str) -> String {
    let folder = base.rfind('/').map_or(base, |at| &base[..=at]);
    format!("{folder}{}", rest.trim_start_matches('/'))
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
