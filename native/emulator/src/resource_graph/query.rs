//! The part of Kusto that fleets are asked with: `where`, `project`, `order by`, `limit`.
//!
//! Conditions compare one column, or a member of one, with text; `and` binds stronger than `or`. Anything else is
//! refused.

use std::cmp::Ordering;

use serde_json::{Map, Value};

type Row = Map<String, Value>;

/// The columns of a row that no `project` has cut.
const COLUMNS: [&str; 10] = [
    "id",
    "name",
    "type",
    "tenantId",
    "location",
    "resourceGroup",
    "subscriptionId",
    "properties",
    "tags",
    "identity",
];

/// A query, taken apart.
pub struct Query {
    /// In lower case.
    pub table: String,
    stages: Vec<Stage>,
}

enum Stage {
    Where(Expression),
    Project(Vec<(String, Vec<String>)>),
    Order { path: Vec<String>, ascending: bool },
    Limit(usize),
}

enum Expression {
    Any(Vec<Self>),
    All(Vec<Self>),
    One(Condition),
}

struct Condition {
    path: Vec<String>,
    operator: Operator,
    values: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Operator {
    Equal,
    EqualInAnyCasing,
    Different,
    DifferentInAnyCasing,
    Contains,
    StartsWith,
}

impl Query {
    /// Reads a query.
    ///
    /// # Errors
    ///
    /// The part that is not understood, in words.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parts = split(text, "|").into_iter();
        let table = parts
            .next()
            .map(|table| table.trim().to_ascii_lowercase())
            .unwrap_or_default();
        if !["resources", "authorizationresources"].contains(&table.as_str()) {
            return Err(format!("The table '{table}' is not known here."));
        }
        let stages = parts
            .map(|part| Stage::parse(part.trim()))
            .collect::<Result<_, _>>()?;
        Ok(Self { table, stages })
    }

    /// Applies the stages to the rows.
    pub fn run(&self, rows: &mut Vec<Row>) {
        for stage in &self.stages {
            match stage {
                Stage::Where(expression) => rows.retain(|row| expression.holds(row)),
                Stage::Project(columns) => {
                    for row in rows.iter_mut() {
                        let cut = columns
                            .iter()
                            .map(|(name, path)| (name.clone(), member(row, path).clone()))
                            .collect();
                        *row = cut;
                    }
                }
                Stage::Order { path, ascending } => rows.sort_by(|one, two| {
                    let order = compare(member(one, path), member(two, path));
                    if *ascending { order } else { order.reverse() }
                }),
                Stage::Limit(most) => rows.truncate(*most),
            }
        }
    }

    /// Returns the names of the columns in their order.
    pub fn columns(&self) -> Vec<&str> {
        let projected = self.stages.iter().rev().find_map(|stage| match stage {
            Stage::Project(columns) => Some(columns),
            _ => None,
        });
        match projected {
            Some(columns) => columns.iter().map(|(name, _)| name.as_str()).collect(),
            None => COLUMNS.to_vec(),
        }
    }

    /// Returns whether rows have their id: pages need it.
    pub fn shows_id(&self) -> bool {
        self.columns().contains(&"id")
    }
}

impl Stage {
    fn parse(text: &str) -> Result<Self, String> {
        let wrong = || format!("The operator '{text}' is not understood here.");
        let (verb, rest) = text.split_once(char::is_whitespace).ok_or_else(wrong)?;
        let rest = rest.trim();
        match verb.to_ascii_lowercase().as_str() {
            "where" => Expression::parse(rest).map(Self::Where).ok_or_else(wrong),
            "project" => split(rest, ",")
                .iter()
                .map(|column| {
                    let (name, from) = match column.split_once('=') {
                        Some((name, from)) => (name.trim(), from.trim()),
                        None => (column.trim(), column.trim()),
                    };
                    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
                    (!name.is_empty() && name.chars().all(is_name))
                        .then(|| path(from))
                        .flatten()
                        .map(|path| (name.to_owned(), path))
                })
                .collect::<Option<_>>()
                .map(Self::Project)
                .ok_or_else(wrong),
            "order" | "sort" => {
                let rest = rest.strip_prefix("by ").ok_or_else(wrong)?;
                let mut words = rest.split_whitespace();
                let path = words.next().and_then(path).ok_or_else(wrong)?;
                // Kusto sorts downwards where nothing is said.
                let ascending = match words.next() {
                    Some("asc") => true,
                    None | Some("desc") => false,
                    Some(_) => return Err(wrong()),
                };
                words
                    .next()
                    .is_none()
                    .then_some(Self::Order { path, ascending })
                    .ok_or_else(wrong)
            }
            "limit" | "take" => rest.parse().map(Self::Limit).map_err(|_| wrong()),
            _ => Err(wrong()),
        }
    }
}

impl Expression {
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let parts = |mark: &str| -> Option<Vec<Self>> {
            let parts = split(text, mark);
            (parts.len() > 1).then(|| parts.iter().map(|part| Self::parse(part)).collect())?
        };
        if split(text, " or ").len() > 1 {
            return parts(" or ").map(Self::Any);
        }
        if split(text, " and ").len() > 1 {
            return parts(" and ").map(Self::All);
        }
        match text
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'))
        {
            Some(inner) => Self::parse(inner),
            None => Condition::parse(text).map(Self::One),
        }
    }

    fn holds(&self, row: &Row) -> bool {
        match self {
            Self::Any(parts) => parts.iter().any(|part| part.holds(row)),
            Self::All(parts) => parts.iter().all(|part| part.holds(row)),
            Self::One(condition) => condition.holds(row),
        }
    }
}

impl Condition {
    fn parse(text: &str) -> Option<Self> {
        const OPERATORS: [(&str, Operator); 9] = [
            (" =~ ", Operator::EqualInAnyCasing),
            (" == ", Operator::Equal),
            (" !~ ", Operator::DifferentInAnyCasing),
            (" != ", Operator::Different),
            (" in~ ", Operator::EqualInAnyCasing),
            (" in ", Operator::Equal),
            (" contains ", Operator::Contains),
            (" startswith ", Operator::StartsWith),
            (" has ", Operator::Contains),
        ];
        // A list may stand right behind its operator.
        let spaced = text.replace(" in~(", " in~ (").replace(" in(", " in (");
        let (word, operator) = OPERATORS
            .into_iter()
            .find(|(word, _)| spaced.contains(word))?;
        let (left, right) = spaced.split_once(word)?;
        let right = right.trim();
        let values = match right.strip_prefix('(') {
            Some(list) if word.starts_with(" in") => split(list.strip_suffix(')')?, ",")
                .iter()
                .map(|value| literal(value.trim()))
                .collect::<Option<_>>()?,
            _ => vec![literal(right)?],
        };
        Some(Self {
            path: path(left.trim())?,
            operator,
            values,
        })
    }

    fn holds(&self, row: &Row) -> bool {
        let value = member(row, &self.path);
        let Some(text) = value.as_str() else {
            return matches!(
                self.operator,
                Operator::Different | Operator::DifferentInAnyCasing
            );
        };
        let lower = text.to_ascii_lowercase();
        let any = |holds: &dyn Fn(&str) -> bool| self.values.iter().any(|value| holds(value));
        match self.operator {
            Operator::Equal => any(&|value| value == text),
            Operator::Different => !any(&|value| value == text),
            Operator::EqualInAnyCasing => any(&|value| value.eq_ignore_ascii_case(text)),
            Operator::DifferentInAnyCasing => !any(&|value| value.eq_ignore_ascii_case(text)),
            Operator::Contains => any(&|value| lower.contains(&value.to_ascii_lowercase())),
            Operator::StartsWith => any(&|value| lower.starts_with(&value.to_ascii_lowercase())),
        }
    }
}

/// Splits at `mark`, in any casing, outside of quotes and brackets.
fn split(text: &str, mark: &str) -> Vec<String> {
    // A line may end anywhere.
    let text: String = text
        .chars()
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
        .collect();
    let mut parts = Vec::new();
    let (mut start, mut depth, mut quote) = (0, 0_usize, None);
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        match (quote, letter) {
            // What is escaped ends no text.
            (Some(_), '\\') => {
                at += 1;
                at += text[at..].chars().next().map_or(0, char::len_utf8);
                continue;
            }
            (Some(open), letter) if letter == open => quote = None,
            (None, '\'' | '"') => quote = Some(letter),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            (None, _) if depth == 0 => {
                let here = text.get(at..at + mark.len());
                if here.is_some_and(|here| here.eq_ignore_ascii_case(mark)) {
                    parts.push(text[start..at].to_owned());
                    start = at + mark.len();
                    at = start;
                    continue;
                }
            }
            _ => {}
        }
        at += letter.len_utf8();
    }
    parts.push(text[start..].to_owned());
    parts
}

/// Reads `a.b` and `a['b']`, or the same in `tostring(…)`.
fn path(text: &str) -> Option<Vec<String>> {
    let inner = text
        .strip_prefix("tostring(")
        .map_or(Some(text), |rest| rest.strip_suffix(')'))?;
    let mut parts = Vec::new();
    let mut rest = inner.trim();
    while !rest.is_empty() {
        if let Some(member) = rest.strip_prefix('[') {
            let (name, after) = member.split_once(']')?;
            parts.push(literal(name.trim())?);
            rest = after;
            continue;
        }
        if !parts.is_empty() {
            rest = rest.strip_prefix('.')?;
        }
        let end = rest.find(['.', '[']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let name = name.trim();
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        if name.is_empty() || !name.chars().all(is_name) {
            return None;
        }
        parts.push(name.to_owned());
        rest = after;
    }
    (!parts.is_empty()).then_some(parts)
}

/// Reads a text in quotes, in which a backslash escapes.
fn literal(text: &str) -> Option<String> {
    let quote = text
        .chars()
        .next()
        .filter(|letter| "'\"".contains(*letter))?;
    let inner = text.get(1..)?.strip_suffix(quote)?;
    let mut read = String::new();
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        match letter {
            letter if letter == quote => return None,
            '\\' => read.push(match letters.next()? {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                other => other,
            }),
            other => read.push(other),
        }
    }
    Some(read)
}

fn member<'a>(row: &'a Row, path: &[String]) -> &'a Value {
    let mut parts = path.iter();
    let first = parts.next().and_then(|name| row.get(name));
    let found = parts.try_fold(first.unwrap_or(&Value::Null), |value, name| value.get(name));
    found.unwrap_or(&Value::Null)
}

fn compare(one: &Value, two: &Value) -> Ordering {
    match (one.as_str(), two.as_str()) {
        (Some(one), Some(two)) => one.cmp(two),
        (one, two) => one.is_some().cmp(&two.is_some()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_within_quotes_and_brackets_split_nothing() {
        assert_eq!(
            split("a, f(b, c), 'd, e'", ","),
            ["a", " f(b, c)", " 'd, e'"]
        );
        assert_eq!(split("a\nAND b", " and "), ["a", "b"]);
    }

    #[test]
    fn conditions_have_brackets_members_and_escapes() {
        let row = |text: &str| {
            let value: Value = serde_json::from_str(text).unwrap();
            value.as_object().cloned().unwrap()
        };
        let one = row(r#"{"name": "it's", "tags": {"cost center": "7", "env": "prod"}}"#);
        for (condition, wanted) in [
            (r"name == 'it\'s'", true),
            (r#"name == "it's""#, true),
            ("tags['cost center'] == '7'", true),
            ("tostring(tags.env) =~ 'PROD'", true),
            // What is both stands before what is one of them.
            (
                "name == 'x' and tags.env == 'x' or tags.env == 'prod'",
                true,
            ),
            (
                "name == 'x' and (tags.env == 'x' or tags.env == 'prod')",
                false,
            ),
            ("(tags.env == 'prod')", true),
        ] {
            let query = Query::parse(&format!("resources | where {condition}")).unwrap();
            let mut rows = vec![one.clone()];
            query.run(&mut rows);
            assert_eq!(!rows.is_empty(), wanted, "{condition}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for query in [
            "",
            "containers",
            "resources | summarize count()",
            "resources | where type",
            "resources | where type == microsoft",
            "resources | project a b",
            "resources | order id",
            "resources | limit many",
            "resources | where (type == 'a'",
            "resources | where tags[env] == 'a'",
            "resources | where type == 'a\\'",
        ] {
            assert!(Query::parse(query).is_err(), "{query}");
        }
    }
}
