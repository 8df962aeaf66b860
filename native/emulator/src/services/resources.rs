//! Resources of all services in one list, as Resource Manager keeps them: id, name, type, location, tags, identity.

use std::ops::Bound;

use serde_json::{Map, Value};

use crate::arm::{Call, access, paging};
use crate::facts::locations;
use crate::wire::{Answer, Refusal};
use crate::world::Parent;

/// The members of a resource that the list has.
const SHOWN: [&str; 6] = ["id", "name", "type", "sku", "tags", "identity"];

/// Lists the resources of a subscription, or of one group in it, that the caller may read.
pub fn list(call: &Call<'_>, subscription: &str, group: Option<&str>) -> Answer {
    let found = call.subscription(subscription)?;
    let scope = match group {
        None => format!("/subscriptions/{}", found.id),
        Some(group) => format!("/subscriptions/{}/resourceGroups/{group}", found.id),
    };
    let caller = &call.caller.object_id;
    if !access::is_visible(call.world, caller, &scope) {
        call.require("Microsoft.Resources/subscriptions/resources/read", &scope)?;
    }
    if let Some(group) = group {
        call.group(subscription, group)?;
    }
    let filter = match call.request.query("$filter") {
        None => Filter::default(),
        Some(text) => Filter::parse(text)?,
    };
    let within = format!("{}/", scope.to_ascii_lowercase());
    let start =
        paging::after(call.request)?.map_or(Bound::Included(within.clone()), Bound::Excluded);
    let found = call
        .world
        .parents
        .range((start, Bound::Unbounded))
        .take_while(|(key, _)| key.starts_with(&within))
        .filter(|(key, parent)| {
            let action = format!("{}/read", parent.service.kind());
            filter.matches(parent) && access::is_allowed(call.world, caller, &action, key)
        });
    let size = call
        .request
        .query("$top")
        .and_then(|top| top.parse().ok())
        .unwrap_or(call.world.settings.page_size);
    Ok(paging::page(call.request, size, found, |parent| {
        show(call, parent)
    }))
}

/// Returns a resource as the list has it.
fn show(call: &Call<'_>, parent: &Parent) -> Value {
    let mut whole = super::show(call, parent);
    let mut shown = Map::new();
    for name in SHOWN {
        let value = whole[name].take();
        if !value.is_null() {
            shown.insert(name.to_owned(), value);
        }
    }
    shown.insert("location".into(), parent.region().into());
    shown.into()
}

/// The conditions of a `$filter`; all of them have to be met.
#[derive(Default)]
struct Filter(Vec<Condition>);

enum Condition {
    Equals(Field, String),
    Differs(Field, String),
    NameContains(String),
}

#[derive(Clone, Copy)]
enum Field {
    Name,
    Type,
    Group,
    Location,
    TagName,
    TagValue,
}

impl Filter {
    /// Reads conditions with `and` between them.
    ///
    /// # Errors
    ///
    /// The gateway's 400 for what is not understood.
    fn parse(text: &str) -> Result<Self, Refusal> {
        let conditions = conjuncts(text)
            .iter()
            .map(|part| Condition::parse(part))
            .collect::<Option<Vec<_>>>();
        conditions.map(Self).ok_or_else(|| {
            Refusal::gateway(
                400,
                "InvalidFilterInQueryString",
                format!("Invalid $filter '{text}' specified in the query string."),
            )
        })
    }

    fn matches(&self, parent: &Parent) -> bool {
        // A value belongs to the tag that the same filter names.
        let tag = self.0.iter().find_map(|condition| match condition {
            Condition::Equals(Field::TagName, name) => Some(name),
            _ => None,
        });
        self.0.iter().all(|condition| match condition {
            Condition::Equals(field, value) => field.is(parent, value, tag),
            Condition::Differs(field, value) => !field.is(parent, value, tag),
            Condition::NameContains(part) => parent
                .name
                .to_ascii_lowercase()
                .contains(&part.to_ascii_lowercase()),
        })
    }
}

/// Splits at each `and` that is not within quotes.
fn conjuncts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for word in text.split_inclusive(' ') {
        if !quoted && word.trim().eq_ignore_ascii_case("and") {
            parts.push(String::new());
            continue;
        }
        quoted ^= word.matches('\'').count() % 2 == 1;
        if let Some(last) = parts.last_mut() {
            last.push_str(word);
        }
    }
    parts
}

impl Condition {
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_matches(['(', ')']).trim();
        let lower = text.to_ascii_lowercase();
        if let Some(rest) = lower.strip_prefix("substringof(") {
            let (part, field) = text[text.len() - rest.len()..].split_once(',')?;
            return field
                .trim()
                .trim_end_matches(')')
                .trim()
                .eq_ignore_ascii_case("name")
                .then(|| unquoted(part).map(Self::NameContains))?;
        }
        let mut words = text.splitn(3, ' ');
        let field = Field::parse(words.next()?)?;
        let operator = words.next()?.to_ascii_lowercase();
        let value = unquoted(words.next()?)?;
        match operator.as_str() {
            "eq" => Some(Self::Equals(field, value)),
            "ne" => Some(Self::Differs(field, value)),
            _ => None,
        }
    }
}

fn unquoted(text: &str) -> Option<String> {
    let inner = text.trim().strip_prefix('\'')?.strip_suffix('\'')?;
    Some(inner.replace("''", "'"))
}

impl Field {
    fn parse(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "name" => Self::Name,
            "resourcetype" => Self::Type,
            "resourcegroup" => Self::Group,
            "location" => Self::Location,
            "tagname" => Self::TagName,
            "tagvalue" => Self::TagValue,
            _ => return None,
        })
    }

    fn is(self, parent: &Parent, value: &str, tag: Option<&String>) -> bool {
        match self {
            Self::Name => parent.name.eq_ignore_ascii_case(value),
            Self::Type => parent.service.kind().eq_ignore_ascii_case(value),
            Self::Group => parent.group.eq_ignore_ascii_case(value),
            Self::Location => parent.region() == locations::normalize(value),
            Self::TagName => parent
                .tags
                .keys()
                .any(|name| name.eq_ignore_ascii_case(value)),
            Self::TagValue => parent.tags.iter().any(|(name, is)| {
                tag.is_none_or(|tag| name.eq_ignore_ascii_case(tag)) && is.as_str() == Some(value)
            }),
        }
    }
}
