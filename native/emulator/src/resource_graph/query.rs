//! The part of Kusto that fleets are asked with: `where`, `project`, `order by`, `limit`.
//!
//! Conditions compare one column, or a member of `properties`, with text; `and` binds weaker than `or`, and there are
//! no
//! brackets around conditions. Anything else is refused.

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
    /// Each of these, and of each one of those.
    Where(Vec<Vec<Condition>>),
    Project(Vec<(String, Vec<String>)>),
    Order {
        path: Vec<String>,
        ascending: bool,
    },
    Limit(usize),
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
                Stage::Where(all) => rows.retain(|row| {
                    all.iter()
                        .all(|any| any.iter().any(|condition| condition.holds(row)))
                }),
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
            "where" => split(rest, " and ")
                .iter()
                .map(|all| {
                    split(all, " or ")
                        .iter()
                        .map(|one| Condition::parse(one.trim()))
                        .collect()
                })
                .collect::<Option<_>>()
                .map(Self::Where)
                .ok_or_else(wrong),
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

/// Reads `a.b`, or the same in `tostring(…)`.
fn path(text: &str) -> Option<Vec<String>> {
    let inner = text
        .strip_prefix("tostring(")
        .map_or(Some(text), |rest| rest.strip_suffix(')'))?;
    let parts: Vec<String> = inner
        .split('.')
        .map(|part| part.trim().to_owned())
        .collect();
    let is_name = |part: &String| {
        !part.is_empty()
            && part
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    };
    parts.iter().all(is_name).then_some(parts)
}

fn literal(text: &str) -> Option<String> {
    let quote = text
        .chars()
        .next()
        .filter(|letter| "'\"".contains(*letter))?;
    let inner = text.get(1..)?.strip_suffix(quote)?;
    (!inner.contains(quote)).then(|| inner.to_owned())
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
            "resources | where (type == 'a')",
        ] {
            assert!(Query::parse(query).is_err(), "{query}");
        }
    }
}
