//! Results on their way to PowerShell: plain members in order, and the shape that names their types.
//!
//! A shape is where a result's PowerShell type names are written down, once. What the
//! members are called and in which order is the business of the module that makes the record.

pub mod clixml;

use std::borrow::Cow;

use serde_json::Value;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// The type names of a kind of result, and which of its members PowerShell shall see as arrays.
#[derive(Debug)]
pub struct Shape {
    /// Type names, the most specific first.
    pub type_names: &'static [&'static str],
    /// Members to cast: `Name` to `object[]`, `Name:string` to `string[]`, `Name:offset` from a
    /// date to a `DateTimeOffset`.
    pub arrays: &'static [&'static str],
    /// Members whose values, or whose values' elements, have a shape of their own.
    pub members: &'static [(&'static str, &'static Shape)],
}

impl Shape {
    /// A shape with type names only.
    #[must_use]
    pub const fn named(type_names: &'static [&'static str]) -> Self {
        Self {
            type_names,
            arrays: &[],
            members: &[],
        }
    }
}

/// One member's value, with the .NET type it shall have.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// `$null`.
    Null,
    /// `string`.
    Text(String),
    /// `int`, or `long` where it does not fit.
    Integer(i64),
    /// `double`.
    Real(f64),
    /// `bool`.
    Flag(bool),
    /// `DateTime`, given as an RFC 3339 text.
    Date(String),
    /// `TimeSpan`, given as an ISO-8601 duration.
    Span(String),
    /// `Guid`.
    Guid(String),
    /// A list.
    List(Vec<Field>),
    /// A hashtable.
    Table(Vec<(String, Field)>),
    /// A nested object.
    Object(Vec<(Cow<'static, str>, Field)>),
}

/// One result.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its shape; none for a bare value such as `$null`.
    pub shape: Option<&'static Shape>,
    /// Its value.
    pub value: Field,
}

impl Record {
    /// An object of this shape.
    #[must_use]
    pub fn new(shape: &'static Shape, members: Vec<(Cow<'static, str>, Field)>) -> Self {
        Self {
            shape: Some(shape),
            value: Field::Object(members),
        }
    }

    /// A value without a shape.
    #[must_use]
    pub fn bare(value: Field) -> Self {
        Self { shape: None, value }
    }

    /// `$null`, written by some cmdlets when the user declines.
    #[must_use]
    pub fn null() -> Self {
        Self::bare(Field::Null)
    }

    /// A member's value, for tests and for code that reads back what it made.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Field> {
        match &self.value {
            Field::Object(members) => members
                .iter()
                .find(|(own, _)| own == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }
}

impl Field {
    /// Text, or null when there is none.
    pub fn text(value: Option<impl Into<String>>) -> Self {
        value.map_or(Self::Null, |text| Self::Text(text.into()))
    }

    /// What should be a text: anything else is kept as its JSON, so that nothing is lost.
    #[must_use]
    pub fn from_text(value: Option<&Value>) -> Self {
        match value {
            None | Some(Value::Null) => Self::Null,
            Some(Value::String(text)) => Self::Text(text.clone()),
            Some(other) => Self::Text(other.to_string()),
        }
    }

    /// What should be a whole number: anything else is kept as it is.
    #[must_use]
    pub fn from_integer(value: Option<&Value>) -> Self {
        match value {
            Some(Value::Number(number)) => number.as_i64().map_or_else(
                || Self::Real(number.as_f64().unwrap_or_default()),
                Self::Integer,
            ),
            Some(Value::String(text)) => text
                .parse()
                .map_or_else(|_| Self::Text(text.clone()), Self::Integer),
            other => Self::from_json(other),
        }
    }

    /// What should be a truth value.
    #[must_use]
    pub fn from_flag(value: Option<&Value>) -> Self {
        match value {
            Some(Value::String(text)) if text.eq_ignore_ascii_case("true") => Self::Flag(true),
            Some(Value::String(text)) if text.eq_ignore_ascii_case("false") => Self::Flag(false),
            other => Self::from_json(other),
        }
    }

    /// What should be a date; a text that is none stays a text.
    #[must_use]
    pub fn from_date(value: Option<&Value>) -> Self {
        match value {
            Some(Value::String(text)) => {
                if is_date(text) {
                    Self::Date(text.clone())
                } else if is_date(&format!("{text}Z")) {
                    Self::Date(format!("{text}Z"))
                } else {
                    Self::Text(text.clone())
                }
            }
            other => Self::from_json(other),
        }
    }

    /// What should be an ISO-8601 duration; null when it is none, as upstream has it.
    #[must_use]
    pub fn from_span(value: Option<&Value>) -> Self {
        match value {
            Some(Value::String(text)) if is_span(text.trim_matches('"')) => {
                Self::Span(text.trim_matches('"').to_owned())
            }
            _ => Self::Null,
        }
    }

    /// A GUID; a text that is none stays a text.
    #[must_use]
    pub fn from_guid(value: Option<&Value>) -> Self {
        match value {
            Some(Value::String(text)) if uuid::Uuid::try_parse(text).is_ok() => {
                Self::Guid(text.clone())
            }
            other => Self::from_json(other),
        }
    }

    /// A string-to-string map as a hashtable; null when absent.
    #[must_use]
    pub fn from_table(value: Option<&Value>) -> Self {
        match value {
            Some(Value::Object(members)) => Self::Table(
                members
                    .iter()
                    .map(|(name, value)| (name.clone(), Self::from_text(Some(value))))
                    .collect(),
            ),
            other => Self::from_json(other),
        }
    }

    /// Any JSON as it is: objects become objects, lists lists.
    #[must_use]
    pub fn from_json(value: Option<&Value>) -> Self {
        match value {
            None | Some(Value::Null) => Self::Null,
            Some(Value::Bool(flag)) => Self::Flag(*flag),
            Some(Value::Number(number)) => number.as_i64().map_or_else(
                || Self::Real(number.as_f64().unwrap_or_default()),
                Self::Integer,
            ),
            Some(Value::String(text)) => Self::Text(text.clone()),
            Some(Value::Array(items)) => Self::List(
                items
                    .iter()
                    .map(|item| Self::from_json(Some(item)))
                    .collect(),
            ),
            Some(Value::Object(members)) => Self::Object(
                members
                    .iter()
                    .map(|(name, value)| (Cow::Owned(name.clone()), Self::from_json(Some(value))))
                    .collect(),
            ),
        }
    }
}

fn is_date(text: &str) -> bool {
    OffsetDateTime::parse(text, &Rfc3339).is_ok()
}

/// Whether .NET's `XmlConvert.ToTimeSpan` reads `text`.
fn is_span(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let Some(rest) = text.strip_prefix('P') else {
        return false;
    };
    let (date, clock) = match rest.split_once('T') {
        Some((date, clock)) => (date, Some(clock)),
        None => (rest, None),
    };
    let date_ok = is_run(date, "YMD", false);
    let clock_ok = clock.is_none_or(|clock| !clock.is_empty() && is_run(clock, "HMS", true));
    (!date.is_empty() || clock.is_some()) && date_ok && clock_ok
}

/// Whether `text` is numbers followed by these letters, each at most once and in order.
fn is_run(text: &str, letters: &str, fraction: bool) -> bool {
    let mut letters = letters.chars();
    let mut digits = String::new();
    for character in text.chars() {
        if character.is_ascii_digit() || (fraction && character == '.') {
            digits.push(character);
        } else if !digits.is_empty()
            && digits.len() < 9
            && letters.any(|letter| letter == character)
        {
            digits.clear();
        } else {
            return false;
        }
    }
    digits.is_empty()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn spans_are_told_from_other_text() {
        for good in ["PT3H", "PT03H", "P1D", "P1DT2H30M", "PT0.5S", "-PT8H"] {
            assert!(is_span(good), "{good}");
        }
        for bad in ["", "P", "PT", "3H", "PT3", "PTH", "PT3S2H", "PT3H "] {
            assert!(!is_span(bad), "{bad}");
        }
    }

    #[test]
    fn odd_types_keep_their_raw_value() {
        assert_eq!(
            Field::from_integer(Some(&json!({"type": "Expression"}))),
            Field::Object(vec![("type".into(), Field::Text("Expression".into()))])
        );
        assert_eq!(Field::from_text(Some(&json!(5))), Field::Text("5".into()));
        assert_eq!(
            Field::from_date(Some(&json!("soon"))),
            Field::Text("soon".into())
        );
        assert_eq!(
            Field::from_date(Some(&json!("0001-01-01T00:00:00"))),
            Field::Date("0001-01-01T00:00:00Z".into())
        );
    }
}
