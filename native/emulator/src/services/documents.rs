//! Linked services and credentials of a data factory, as documents. What they connect to is not looked at.

use std::{collections::BTreeMap, ops::Bound};

use hyper::Method;
use serde_json::{Map, Value, json};

use crate::arm::{self, Call, paging};
use crate::random;
use crate::runtimes::{self, Place};
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Document, Parent, Service};

/// Letters that a name cannot have.
const FORBIDDEN: &str = "<>*#.%&:\\+?/";
/// The longest name.
const LONGEST: usize = 260;

/// A kind of documents.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    LinkedService,
    Credential,
}

impl Kind {
    /// The last part of its resource type.
    fn collection(self) -> &'static str {
        match self {
            Self::LinkedService => "linkedservices",
            Self::Credential => "credentials",
        }
    }

    /// The word of the service for it.
    fn word(self) -> &'static str {
        match self {
            Self::LinkedService => "LinkedService",
            Self::Credential => "Credential",
        }
    }

    fn all(self, factory: &Parent) -> &BTreeMap<String, Document> {
        match self {
            Self::LinkedService => &factory.linked_services,
            Self::Credential => &factory.credentials,
        }
    }

    fn all_mut(self, factory: &mut Parent) -> &mut BTreeMap<String, Document> {
        match self {
            Self::LinkedService => &mut factory.linked_services,
            Self::Credential => &mut factory.credentials,
        }
    }

    fn id(self, place: &Place, name: &str) -> String {
        format!("{}/{}/{name}", place.parent_path(), self.collection())
    }

    fn enter(self, call: &Call<'_>, place: &Place, verb: &str) -> Result<(), Refusal> {
        let subscription = call.subscription(&place.subscription)?;
        let action = format!("{}/{}/{verb}", place.service.kind(), self.collection());
        let scope = match name(call) {
            "" => place.parent_path().to_owned(),
            name => self.id(place, name),
        };
        call.require(&action, &scope)?;
        arm::check_registered(subscription, Service::DataFactory)
    }

    fn show(self, place: &Place, document: &Document) -> Value {
        let mut shown = Map::new();
        shown.insert("id".into(), self.id(place, &document.name).into());
        shown.insert("name".into(), document.name.as_str().into());
        shown.insert(
            "type".into(),
            format!("{}/{}", place.service.kind(), self.collection()).into(),
        );
        shown.insert(
            "properties".into(),
            runtimes::masked_secrets(&document.properties),
        );
        shown.insert("etag".into(), json!(document.etag));
        shown.into()
    }
}

/// Answers below the collection of `kind`, where `path` is the rest; `None` when there is no such address.
pub fn route(call: &mut Call<'_>, kind: Kind, place: &Place, path: &[&str]) -> Option<Answer> {
    match path {
        [] if call.request.method == Method::GET => Some(list(call, kind, place)),
        [_] => Some(one(call, kind, place)),
        _ => None,
    }
}

/// The name in the path, as typed.
fn name<'a>(call: &'a Call<'_>) -> &'a str {
    call.request.segments.get(9).map_or("", String::as_str)
}

fn list(call: &Call<'_>, kind: Kind, place: &Place) -> Answer {
    kind.enter(call, place, "read")?;
    let factory = place.parent(call)?;
    let start = paging::after(call.request)?.map_or(Bound::Unbounded, Bound::Excluded);
    let found = kind.all(factory).range((start, Bound::Unbounded));
    let size = call.world.settings.page_size;
    Ok(paging::page(call.request, size, found, |document| {
        kind.show(place, document)
    }))
}

fn one(call: &mut Call<'_>, kind: Kind, place: &Place) -> Answer {
    let allowed = [Method::GET, Method::PUT, Method::DELETE];
    let verb = call.verb(&allowed, &format!("a {}", kind.word()))?;
    kind.enter(call, place, verb)?;
    let name = name(call).to_owned();
    let key = name.to_ascii_lowercase();
    match call.request.method {
        Method::GET => {
            let factory = place.parent(call)?;
            let document = kind
                .all(factory)
                .get(&key)
                .ok_or_else(|| place.not_found_at(kind.id(place, &name)))?;
            if runtimes::is_match(call.request.header("if-none-match"), &document.etag) {
                return Ok(Reply::empty(304));
            }
            Ok(Reply::ok(&kind.show(place, document)))
        }
        Method::PUT => put(call, kind, place, &name, key),
        _ => {
            place.parent(call)?;
            let removed = call
                .world
                .parents
                .get_mut(&place.parent_key)
                .and_then(|factory| kind.all_mut(factory).remove(&key));
            call.world.changed |= removed.is_some();
            Ok(Reply::empty(if removed.is_some() { 200 } else { 204 }))
        }
    }
}

fn put(call: &mut Call<'_>, kind: Kind, place: &Place, name: &str, key: String) -> Answer {
    call.standing_group(&place.subscription, &place.group)?;
    let factory = place.parent(call)?;
    let refuse =
        |message: String| Err(place.refuse_at(400, "BadRequest", message, kind.id(place, name)));
    if name.chars().count() > LONGEST || name.contains(|letter| FORBIDDEN.contains(letter)) {
        return refuse(format!(
            "Invalid resource name '{name}': a name has at most {LONGEST} letters, and none of '{FORBIDDEN}'."
        ));
    }
    let before = kind.all(factory).get(&key);
    runtimes::check_if_match(
        place,
        call.request.header("if-match"),
        before.map(|document| document.etag.as_str()),
        &kind.id(place, name),
    )?;
    let mut properties = call.request.json()?["properties"].take();
    if properties["type"].as_str().is_none_or(str::is_empty) {
        return refuse(format!(
            "Invalid resource request. Resource type: '{0}', Resource name: '{name}' 'Error: The 'type' of a {0} is \
             required.'.",
            kind.word()
        ));
    }
    if let Some(runtime) = via(&properties)
        && !runtime.eq_ignore_ascii_case(runtimes::DEFAULT)
        && !factory.runtimes.contains_key(&runtime.to_ascii_lowercase())
    {
        return refuse(format!(
            "The document creation or update failed because of invalid reference '{runtime}'."
        ));
    }
    if let Some(before) = before {
        runtimes::keep_secrets(&mut properties, &before.properties);
    }
    let document = Document {
        name: name.to_owned(),
        properties,
        etag: random::etag(),
    };
    let reply = Reply::ok(&kind.show(place, &document));
    if let Some(factory) = call.world.parents.get_mut(&place.parent_key) {
        kind.all_mut(factory).insert(key, document);
    }
    call.world.changed = true;
    Ok(reply)
}

/// The runtime that a linked service connects through.
fn via(properties: &Value) -> Option<&str> {
    properties["connectVia"]["referenceName"].as_str()
}
