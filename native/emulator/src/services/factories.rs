//! Data factories as resources.

use hyper::Method;
use serde_json::{Map, Value};

use super::{checks, identity};
use crate::arm::Call;
use crate::random;
use crate::runtimes::{self, Place};
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Parent, Service};

/// Members of `properties` that the service makes.
const MADE_HERE: [&str; 3] = ["provisioningState", "createTime", "version"];
/// Members at the top that are known.
const KNOWN: [&str; 9] = [
    "id",
    "name",
    "type",
    "location",
    "tags",
    "eTag",
    "etag",
    "identity",
    "properties",
];

/// Everything done to one factory.
pub fn one(call: &mut Call<'_>, place: &Place) -> Answer {
    place.enter(call, checks::verb(call, place)?)?;
    match call.request.method {
        Method::GET => {
            let factory = place.parent(call)?;
            if runtimes::is_match(call.request.header("if-none-match"), &factory.etag) {
                return Ok(Reply::empty(304));
            }
            Ok(Reply::ok(&show(factory)))
        }
        Method::PUT => put(call, place),
        Method::PATCH => patch(call, place),
        _ => {
            call.group(&place.subscription, &place.group)?;
            Ok(Reply::empty(
                if call.world.remove_parent(&place.parent_key) {
                    200
                } else {
                    204
                },
            ))
        }
    }
}

fn put(call: &mut Call<'_>, place: &Place) -> Answer {
    let group = call.standing_group(&place.subscription, &place.group)?;
    let (subscription, group) = (group.subscription.clone(), group.name.clone());
    if !runtimes::is_resource_name(&place.parent) {
        return Err(Refusal::provider(
            400,
            "InvalidResourceName",
            format!(
                "The data factory name '{}' is not valid: a name has 3 to 63 letters and digits, with single dashes \
                 between them.",
                place.parent
            ),
            place.parent_path(),
        ));
    }
    let mut body = call.request.json()?;
    let location = checks::location(call, place, &body)?;
    let existing = call.world.parents.get(&place.parent_key);
    runtimes::check_if_match(
        place,
        call.request.header("if-match"),
        existing.map(|factory| factory.etag.as_str()),
        place.parent_path(),
    )?;
    if checks::is_taken(call, place) {
        return Err(Refusal::provider(
            409,
            "DataFactoryNameInUse",
            format!(
                "The specified resource name '{}' is already in use. Resource names must be globally unique.",
                place.parent
            ),
            place.parent_path(),
        ));
    }
    let mut factory = existing.cloned().unwrap_or_else(|| {
        Parent::new(
            Service::DataFactory,
            &subscription,
            &group,
            &place.parent,
            &location,
        )
    });
    factory.location = location;
    factory.identity = identity::renew(
        call,
        &subscription,
        &place.parent,
        factory.identity.as_ref(),
        &body["identity"],
    );
    factory.properties = match body["properties"].take() {
        Value::Object(properties) => properties,
        _ => Map::new(),
    };
    factory
        .properties
        .retain(|name, value| !MADE_HERE.contains(&name.as_str()) && !value.is_null());
    factory.tags = body["tags"].as_object().cloned().unwrap_or_default();
    factory.extra = body.as_object().cloned().unwrap_or_default();
    factory
        .extra
        .retain(|name, _| !KNOWN.contains(&name.as_str()));
    factory.etag = random::etag();
    let reply = Reply::ok(&show(&factory));
    call.world.parents.insert(place.parent_key.clone(), factory);
    call.world.changed = true;
    Ok(reply)
}

fn patch(call: &mut Call<'_>, place: &Place) -> Answer {
    let before = place.parent(call)?;
    let (subscription, known) = (before.subscription.clone(), before.identity.clone());
    let body = call.request.json()?;
    let renewed = match body.get("identity") {
        Some(asked) => identity::renew(call, &subscription, &place.parent, known.as_ref(), asked),
        None => known,
    };
    let Some(factory) = call.world.parents.get_mut(&place.parent_key) else {
        return Err(place.not_found());
    };
    factory.identity = renewed;
    if let Some(tags) = body["tags"].as_object() {
        factory.tags.clone_from(tags);
    }
    if let Some(access) = body["properties"].get("publicNetworkAccess") {
        factory
            .properties
            .insert("publicNetworkAccess".into(), access.clone());
    }
    factory.etag = random::etag();
    let reply = Reply::ok(&show(factory));
    call.world.changed = true;
    Ok(reply)
}

/// The factory as the service shows it; the version has quotes inside.
pub fn show(factory: &Parent) -> Value {
    let mut properties = Map::new();
    properties.insert("provisioningState".into(), "Succeeded".into());
    properties.insert("createTime".into(), factory.created.as_str().into());
    properties.insert("version".into(), "2018-06-01".into());
    properties.extend(factory.properties.clone());
    let mut shown = Map::new();
    shown.insert("name".into(), factory.name.as_str().into());
    shown.insert("id".into(), factory.id().into());
    shown.insert("type".into(), "Microsoft.DataFactory/factories".into());
    shown.insert("properties".into(), properties.into());
    shown.insert("eTag".into(), format!("\"{}\"", factory.etag).into());
    shown.insert("location".into(), factory.location.as_str().into());
    if let Some(identity) = &factory.identity {
        shown.insert("identity".into(), identity::show(identity));
    }
    shown.insert("tags".into(), factory.tags.clone().into());
    shown.extend(factory.extra.clone());
    shown.into()
}
