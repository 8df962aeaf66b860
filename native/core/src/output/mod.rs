//! Results on their way to PowerShell: plain members in order, and the shape that names their class.
//!
//! A shape is where the class of a result is written down, once. The names of the members and their order are the
//! business of the module that makes the record.

pub mod frame;
pub mod ticks;

use std::borrow::Cow;

use azir_azure::secret::Secret;
use serde_json::Value;

/// The class of a kind of result, and the classes of its members' values.
#[derive(Debug)]
pub struct Shape {
    /// The .NET class's full name.
    pub class: &'static str,
    /// Members with a class of their own: that of the value, or of each value in a list or table.
    pub members: &'static [(&'static str, &'static Shape)],
}

impl Shape {
    /// The shape of a class whose members have no classes of their own.
    #[must_use]
    pub const fn named(class: &'static str) -> Self {
        Self::with(class, &[])
    }

    /// The shape of a class with the classes of its members.
    #[must_use]
    pub const fn with(
        class: &'static str,
        members: &'static [(&'static str, &'static Self)],
    ) -> Self {
        Self { class, members }
    }

    /// The shape of the objects in the member `name`.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&'static Self> {
        self.members
            .iter()
            .find(|(own, _)| *own == name)
            .map(|(_, shape)| *shape)
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
    /// `DateTime` in UTC, given as an RFC 3339 text.
    Date(String),
    /// `DateTimeOffset`, given as an RFC 3339 text.
    DateOffset(String),
    /// `TimeSpan`, given as an ISO-8601 duration.
    Span(String),
    /// `Guid`.
    Guid(String),
    /// A list.
    List(Vec<Field>),
    /// A hashtable.
    Table(Vec<(String, Field)>),
    /// A secret whose property is a `string`, as upstream's is.
    Secret(Secret),
    /// A secret whose property is a `SecureString`.
    SecureString(Secret),
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
                if ticks::of_date(text).is_some() {
                    Self::Date(text.clone())
                } else if ticks::of_date(&format!("{text}Z")).is_some() {
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
            Some(Value::String(text)) if ticks::of_span(text.trim_matches('"')).is_some() => {
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

    /// What should be a secret text: anything but a text is null.
    #[must_use]
    pub fn from_secret(value: Option<&Value>) -> Self {
        value.and_then(Value::as_str).map_or(Self::Null, |secret| {
            Self::Secret(Secret::new(secret.to_owned()))
        })
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

/// How many levels of objects and lists are kept apart; a reader may refuse more.
const DEEPEST: usize = 32;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

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
