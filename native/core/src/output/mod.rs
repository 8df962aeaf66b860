//! Results on their way to PowerShell: plain members in order, and the shape that names their types.
//!
//! A shape is where a result's PowerShell type names are written down, once. What the
//! members are called and in which order is the business of the module that makes the record.

pub mod clixml;

use std::borrow::Cow;

use serde_json::Value;
use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

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

    /// Replaces the value of a member that is there.
    pub fn set_member(&mut self, name: &str, value: Field) {
        if let Field::Object(members) = &mut self.value
            && let Some((_, own)) = members.iter_mut().find(|(own, _)| own == name)
        {
            *own = value;
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
            Some(Value::String(text))
                if text.len() == 36 && uuid::Uuid::try_parse(text).is_ok() =>
            {
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

    /// A dictionary as a hashtable, its values as they are; null when absent.
    #[must_use]
    pub fn from_dictionary(value: Option<&Value>) -> Self {
        match value {
            Some(Value::Object(members)) => Self::Table(
                members
                    .iter()
                    .map(|(name, value)| (name.clone(), Self::from_json(Some(value))))
                    .collect(),
            ),
            other => Self::from_json(other),
        }
    }

    /// What an object has besides `known`, as upstream's `AdditionalProperties`; null where there is nothing more.
    #[must_use]
    pub fn additional(object: &Value, known: &[&str]) -> Self {
        let others: Vec<(String, Self)> = object
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(name, _)| !known.iter().any(|own| own.eq_ignore_ascii_case(name)))
            .map(|(name, value)| (name.clone(), Self::from_json(Some(value))))
            .collect();
        if others.is_empty() {
            return Self::Null;
        }
        Self::Table(others)
    }

    /// Any JSON as it is: objects become objects, lists lists. What PowerShell cannot hold as an object (a
    /// member without a name, or very many levels) stays JSON text.
    #[must_use]
    pub fn from_json(value: Option<&Value>) -> Self {
        value.map_or(Self::Null, |value| Self::from_level(value, DEEPEST))
    }

    fn from_level(value: &Value, levels: usize) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Flag(*flag),
            Value::Number(number) => number.as_i64().map_or_else(
                || Self::Real(number.as_f64().unwrap_or_default()),
                Self::Integer,
            ),
            Value::String(text) => Self::Text(text.clone()),
            other if levels == 0 => Self::Text(other.to_string()),
            Value::Array(items) => Self::List(
                items
                    .iter()
                    .map(|item| Self::from_level(item, levels - 1))
                    .collect(),
            ),
            Value::Object(members) if members.contains_key("") => Self::Text(value.to_string()),
            Value::Object(members) => Self::Object(
                members
                    .iter()
                    .map(|(name, value)| {
                        (
                            Cow::Owned(name.clone()),
                            Self::from_level(value, levels - 1),
                        )
                    })
                    .collect(),
            ),
        }
    }
}

/// How many levels of objects and lists are kept apart; PowerShell's reader refuses about fifty.
const DEEPEST: usize = 32;

/// Whether .NET's `XmlConvert.ToDateTime` reads `text`: RFC 3339 in capitals, from the year 1 on, without leap
/// seconds.
fn is_date(text: &str) -> bool {
    text.as_bytes().get(10) == Some(&b'T')
        && !text.contains('z')
        && text.get(17..19).is_some_and(|seconds| seconds != "60")
        && OffsetDateTime::parse(text, &Rfc3339)
            .ok()
            .and_then(|date| date.checked_to_offset(UtcOffset::UTC))
            .is_some_and(|date| date.year() >= 1)
}

/// Whether .NET's `XmlConvert.ToTimeSpan` reads `text`.
fn is_span(text: &str) -> bool {
    /// The longest `TimeSpan`, in seconds.
    const LONGEST: u64 = 922_337_203_685;
    const DAY: u64 = 24 * 60 * 60;
    let text = text.strip_prefix('-').unwrap_or(text);
    let Some(rest) = text.strip_prefix('P') else {
        return false;
    };
    let (date, clock) = match rest.split_once('T') {
        Some((date, clock)) => (date, Some(clock)),
        None => (rest, None),
    };
    if (date.is_empty() && clock.is_none()) || clock.is_some_and(str::is_empty) {
        return false;
    }
    let days = seconds(date, &[('Y', 365 * DAY), ('M', 30 * DAY), ('D', DAY)]);
    let rest = seconds(
        clock.unwrap_or_default(),
        &[('H', 60 * 60), ('M', 60), ('S', 1)],
    );
    days.zip(rest)
        .is_some_and(|(days, rest)| days + rest < LONGEST)
}

/// The sum of the numbers in `text`, each followed by its unit, in this order; nothing when it is anything else.
fn seconds(text: &str, units: &[(char, u64)]) -> Option<u64> {
    let mut units = units.iter();
    let mut digits = String::new();
    let mut sum = 0;
    for character in text.chars() {
        if character.is_ascii_digit() || character == '.' {
            digits.push(character);
            continue;
        }
        let (letter, factor) = units.find(|(letter, _)| *letter == character)?;
        let whole = match digits.split_once('.') {
            Some((whole, part)) if *letter == 'S' && part.parse::<u64>().is_ok() => whole,
            Some(_) => return None,
            None => &digits,
        };
        let whole = u64::from(whole.parse::<u32>().ok()?);
        if whole > i32::MAX as u64 {
            return None;
        }
        sum += whole * factor;
        digits.clear();
    }
    digits.is_empty().then_some(sum)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn spans_are_told_from_other_text() {
        for good in [
            "PT3H",
            "PT03H",
            "P1D",
            "P1DT2H30M",
            "PT0.5S",
            "PT0.123456789S",
            "-PT8H",
            "P10675198D",
        ] {
            assert!(is_span(good), "{good}");
        }
        for bad in [
            "",
            "P",
            "PT",
            "3H",
            "PT3",
            "PTH",
            "PT3S2H",
            "PT3H ",
            "PT1.5H",
            "PT1.2.3S",
            "PT.S",
            "P10675200D",
            "P99999999Y",
            "PT2147483648S",
            "PT99999999999999999999H",
        ] {
            assert!(!is_span(bad), "{bad}");
        }
    }

    #[test]
    fn dates_are_those_that_dotnet_reads() {
        for good in [
            "0001-01-01T00:00:00Z",
            "2026-02-28T23:59:59.1234567+02:00",
            "9999-12-31T23:59:59Z",
        ] {
            assert!(is_date(good), "{good}");
        }
        for bad in [
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59-14:00",
            "2016-12-31T23:59:60Z",
            "2016-12-31 23:59:00Z",
            "2016-12-31t23:59:00Z",
            "2016-12-31T23:59:00z",
            "2016-12-31",
            "soon",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
    }

    #[test]
    fn what_powershell_cannot_hold_stays_json() {
        assert_eq!(
            Field::from_json(Some(&json!({"a": {"": 1}}))),
            Field::Object(vec![("a".into(), Field::Text("{\"\":1}".into()))])
        );
        let mut deep = json!(1);
        for _ in 0..DEEPEST + 2 {
            deep = json!([deep]);
        }
        let mut field = &Field::from_json(Some(&deep));
        let mut levels = 0;
        while let Field::List(items) = field {
            field = &items[0];
            levels += 1;
        }
        assert_eq!((levels, field), (DEEPEST, &Field::Text("[[1]]".into())));
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
