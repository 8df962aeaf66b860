//! Functions on numbers and truth values.

use serde_json::Value;

use super::{Outcome, misfit};

pub fn integer(own: &Value) -> Outcome {
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

pub fn boolean(own: &Value) -> Outcome {
    let flag = match own {
        Value::Bool(flag) => Some(*flag),
        Value::Number(number) => number.as_i64().map(|number| number != 0),
        Value::String(text) if text.eq_ignore_ascii_case("true") || text == "1" => Some(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") || text == "0" => Some(false),
        _ => None,
    };
    flag.map(Value::from).ok_or_else(|| misfit("bool"))
}

pub fn arithmetic(name: &str, one: &Value, other: &Value) -> Outcome {
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

pub fn compare(name: &str, one: &Value, other: &Value) -> Outcome {
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

pub fn extreme(name: &str, all: &[Value]) -> Outcome {
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

pub fn range(start: Option<i64>, count: Option<i64>) -> Outcome {
    let (start, count) = start.zip(count).ok_or_else(|| misfit("range"))?;
    // Resource Manager's own limit.
    if !(0..=10_000).contains(&count) {
        return Err(misfit("range"));
    }
    let end = start.checked_add(count).ok_or_else(|| misfit("range"))?;
    Ok((start..end).map(Value::from).collect())
}
