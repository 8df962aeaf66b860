//! Linked services of a data factory, as documents. What they connect to is not looked at.

use std::ops::Bound;

use hyper::Method;
use serde_json::{Map, Value, json};

use crate::arm::{self, Call, paging};
use crate::random;
use crate::runtimes::{self, Place};
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{LinkedService, Service};

/// Letters that a name cannot have.
const FORBIDDEN: &str = "<>*#.%&:\\+?/";
/// The longest name.
const LONGEST: usize = 260;

/// Answers below `…/linkedservices`, where `path` is the rest; `None` when there is no such address.
pub fn route(call: &mut Call<'_>, place: &Place, path: &[&str]) -> Option<Answer> {
    match path {
        [] if call.request.method == Method::GET => Some(list(call, place)),
        [_] => Some(one(call, place)),
        _ => None,
    }
}

/// The name in the path, as typed.
fn name<'a>(call: &'a Call<'_>) -> &'a str {
    call.request.segments.get(9).map_or("", String::as_str)
}

fn id(place: &Place, name: &str) -> String {
    format!("{}/linkedservices/{name}", place.parent_path())
}

fn enter(call: &Call<'_>, place: &Place, verb: &str) -> Result<(), Refusal> {
    let subscription = call.subscription(&place.subscription)?;
    let action = format!("{}/linkedservices/{verb}", place.service.kind());
    let scope = match name(call) {
        "" => place.parent_path().to_owned(),
        name => id(place, name),
    };
    call.require(&action, &scope)?;
    arm::check_registered(subscription, Service::DataFactory)
}

fn list(call: &Call<'_>, place: &Place) -> Answer {
    enter(call, place, "read")?;
    let factory = place.parent(call)?;
    let start = paging::after(call.request)?.map_or(Bound::Unbounded, Bound::Excluded);
    let found = factory.linked_services.range((start, Bound::Unbounded));
    let size = call.world.settings.page_size;
    Ok(paging::page(call.request, size, found, |service| {
        show(place, service)
    }))
}

fn one(call: &mut Call<'_>, place: &Place) -> Answer {
    let verb = match call.request.method {
        Method::GET => "read",
        Method::PUT => "write",
        Method::DELETE => "delete",
        _ => {
            return Err(Refusal::gateway(
                405,
                "MethodNotAllowed",
                "The method is not allowed on a linked service.",
            ));
        }
    };
    enter(call, place, verb)?;
    let name = name(call).to_owned();
    let key = name.to_ascii_lowercase();
    match call.request.method {
        Method::GET => {
            let factory = place.parent(call)?;
            let service = factory
                .linked_services
                .get(&key)
                .ok_or_else(|| place.not_found_at(id(place, &name)))?;
            if runtimes::is_match(call.request.header("if-none-match"), &service.etag) {
                return Ok(Reply::empty(304));
            }
            Ok(Reply::ok(&show(place, service)))
        }
        Method::PUT => put(call, place, &name, key),
        _ => {
            place.parent(call)?;
            let removed = call
                .world
                .parents
                .get_mut(&place.parent_key)
                .and_then(|factory| factory.linked_services.remove(&key));
            call.world.changed |= removed.is_some();
            Ok(Reply::empty(if removed.is_some() { 200 } else { 204 }))
        }
    }
}

fn put(call: &mut Call<'_>, place: &Place, name: &str, key: String) -> Answer {
    call.standing_group(&place.subscription, &place.group)?;
    let factory = place.parent(call)?;
    let refuse =
        |message: String| Err(place.refuse_at(400, "BadRequest", message, id(place, name)));
    if name.chars().count() > LONGEST || name.contains(|letter| FORBIDDEN.contains(letter)) {
        return refuse(format!(
            "Invalid resource name '{name}': a name has at most {LONGEST} letters, and none of '{FORBIDDEN}'."
        ));
    }
    let before = factory.linked_services.get(&key);
    runtimes::check_if_match(
        place,
        call.request.header("if-match"),
        before.map(|service| service.etag.as_str()),
        &id(place, name),
    )?;
    let mut properties = call.request.json()?["properties"].take();
    if properties["type"].as_str().is_none_or(str::is_empty) {
        return refuse(format!(
            "Invalid resource request. Resource type: 'LinkedService', Resource name: '{name}' 'Error: The 'type' of a \
             linked service is required.'."
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
    let service = LinkedService {
        name: name.to_owned(),
        properties,
        etag: random::etag(),
    };
    let reply = Reply::ok(&show(place, &service));
    if let Some(factory) = call.world.parents.get_mut(&place.parent_key) {
        factory.linked_services.insert(key, service);
    }
    call.world.changed = true;
    Ok(reply)
}

/// The runtime that a linked service connects through.
fn via(properties: &Value) -> Option<&str> {
    properties["connectVia"]["referenceName"].as_str()
}

fn show(place: &Place, service: &LinkedService) -> Value {
    let mut shown = Map::new();
    shown.insert("id".into(), id(place, &service.name).into());
    shown.insert("name".into(), service.name.as_str().into());
    shown.insert(
        "type".into(),
        format!("{}/linkedservices", place.service.kind()).into(),
    );
    shown.insert(
        "properties".into(),
        runtimes::masked_secrets(&service.properties),
    );
    shown.insert("etag".into(), json!(service.etag));
    shown.into()
}
