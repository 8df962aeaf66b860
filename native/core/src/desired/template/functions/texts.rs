//! Functions on texts.

use serde_json::Value;

use super::{LONGEST_TEXT, Outcome, as_text, misfit, too_large};
use crate::{desired::template::reason::Reason, present::visible};

/// Items by their numbers; an item with a width or a format of its own is not evaluated.
pub fn format(pattern: &str, items: &[Value]) -> Outcome {
    let wrong = || {
        let shown = visible::cut(pattern, visible::NAME);
        Reason::invalid(format!("the format '{shown}' cannot be evaluated"))
    };
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
            if text.len() > LONGEST_TEXT {
                return Err(too_large("format"));
            }
            rest = &found[end + 1..];
        }
    }
    text.push_str(rest);
    Ok(text.into())
}

pub fn split(text: &str, separator: &Value) -> Outcome {
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

/// The items with the separator between them.
pub fn join(items: &[Value], separator: &str) -> Outcome {
    let mut text = String::new();
    for (index, own) in items.iter().enumerate() {
        if index > 0 {
            text.push_str(separator);
        }
        text.push_str(&as_text(own));
        if text.len() > LONGEST_TEXT {
            return Err(too_large("join"));
        }
    }
    Ok(text.into())
}

pub fn replace(text: &str, old: &str, new: &str) -> Outcome {
    let longest = text
        .matches(old)
        .count()
        .saturating_mul(new.len())
        .saturating_add(text.len());
    if longest > 2 * LONGEST_TEXT {
        return Err(too_large("replace"));
    }
    Ok(text.replace(old, new).into())
}

pub fn substring(text: &str, rest: &[Value]) -> Outcome {
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

pub fn pad(own: &Value, width: Option<u64>, rest: &[Value]) -> Outcome {
    let text = as_text(own);
    let filler = match rest {
        [] => " ".to_owned(),
        [filler] => as_text(filler),
        _ => return Err(misfit("padLeft")),
    };
    // As Resource Manager has it.
    if filler.chars().count() != 1 {
        return Err(misfit("padLeft"));
    }
    // A name is never as long as this.
    let width = width
        .and_then(|width| usize::try_from(width).ok())
        .filter(|width| *width < 1_000);
    let width = width.ok_or_else(|| misfit("padLeft"))?;
    let missing = width.saturating_sub(text.chars().count());
    Ok(format!("{}{text}", filler.repeat(missing)).into())
}

pub fn uri(base: &str, rest: &str) -> String {
    let folder = base.rfind('/').map_or(base, |at| &base[..=at]);
    format!("{folder}{}", rest.trim_start_matches('/'))
}
