//! Runtimes of an account as documents: list, put, get, delete.

use std::ops::Bound;

use hyper::Method;
use serde_json::{Map, Value};

use super::Place;
use crate::arm::{Call, paging};
use crate::facts::locations;
use crate::runtimes::{self, Kind};
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Parent, Runtime};

/// The only managed virtual network that there can be.
const NETWORK: &str = "defaultv2";

/// The runtimes of an account.
pub fn list(call: &mut Call<'_>, place: &Place<'_>) -> Answer {
    let start = paging::after(call.request)?.map_or(Bound::Unbounded, Bound::Excluded);
    let account = place.parent(call)?;
    let found = account.runtimes.range((start, Bound::Unbounded));
    Ok(paging::page(
        call.request,
        call.world.settings.page_size,
        found,
        show,
    ))
}

/// Everything done to one runtime's document.
pub fn one(call: &mut Call<'_>, place: &Place<'_>, name: &str) -> Answer {
    match call.request.method {
        Method::GET => Ok(Reply::ok(&show(find(call, place, name)?.1))),
        Method::PUT => put(call, place, name),
        Method::DELETE => {
            let key = name.to_ascii_lowercase();
            place.parent(call)?;
            // Answered so whether there was one or not.
            call.world.apply(&place.account, &key, None);
            Ok(Reply::empty(204))
        }
        _ => Err(Refusal::plain(
            405,
            "MethodNotAllowed",
            "The requested resource does not support the HTTP method.",
        )),
    }
}

/// The runtime `name` with its account, which must be there.
///
/// # Errors
///
/// That it is not; the service's own words are not recorded.
pub fn find<'a>(
    call: &'a Call<'_>,
    place: &Place<'_>,
    name: &str,
) -> Result<(&'a Parent, &'a Runtime), Refusal> {
    call.world.runtime(&place.key(name)).ok_or_else(|| {
        Refusal::plain(
            404,
            "IntegrationRuntimeNotFound",
            format!("The integration runtime '{name}' was not found."),
        )
    })
}

/// The service refuses what was asked; what it says then is not recorded.
pub fn bad_request(message: impl Into<String>) -> Refusal {
    Refusal::plain(400, "BadRequest", message)
}

fn put(call: &mut Call<'_>, place: &Place<'_>, name: &str) -> Answer {
    if !runtimes::is_resource_name(name) {
        return Err(bad_request(format!(
            "The integration runtime name '{name}' is not valid: a name has 3 to 63 letters and digits, with single \
             dashes between them."
        )));
    }
    let body = call.request.json()?;
    let (kind, properties) = check(&body)?;
    let key = name.to_ascii_lowercase();
    let account = place.parent(call)?;
    let existing = account.runtimes.get(&key).cloned();
    let status = if existing.is_some() { 200 } else { 201 };
    let before = existing
        .as_ref()
        .and_then(|runtime| runtime.properties["type"].as_str());
    if before.is_some_and(|before| before != kind.name()) {
        return Err(bad_request(
            "The kind of an integration runtime cannot be changed.",
        ));
    }
    let at = runtimes::Place::of(account, name, place.version);
    let runtime = runtimes::build(account, &at, kind, properties, existing, None);
    let reply = Reply::json(status, &show(&runtime));
    call.world.apply(&place.account, &key, Some(runtime));
    Ok(reply)
}

/// What a body says, with its kind among the other members.
fn check(body: &Value) -> Result<(Kind, Value), Refusal> {
    let Some(kind) = body["kind"].as_str().and_then(Kind::parse) else {
        return Err(bad_request(
            "The 'kind' of an integration runtime is required: 'Managed' or 'SelfHosted'.",
        ));
    };
    let mut kept = Map::new();
    kept.insert("type".into(), kind.name().into());
    match &body["properties"] {
        Value::Null => {}
        Value::Object(properties) => {
            let given = properties
                .iter()
                .filter(|(name, value)| *name != "type" && !value.is_null());
            kept.extend(given.map(|(name, value)| (name.clone(), value.clone())));
        }
        _ => {
            return Err(bad_request(
                "The 'properties' of an integration runtime must be an object.",
            ));
        }
    }
    if kept
        .get("description")
        .is_some_and(|text| !text.is_string())
    {
        return Err(bad_request("The 'description' must be a string."));
    }
    let properties = Value::from(kept);
    let location = &properties["typeProperties"]["computeProperties"]["location"];
    if let Some(location) = location.as_str()
        && !location.eq_ignore_ascii_case("AutoResolve")
        && !locations::is_known(location)
    {
        return Err(bad_request(format!(
            "The location '{location}' is not available for integration runtimes."
        )));
    }
    let network = &properties["managedVirtualNetworkReference"]["referenceName"];
    if network.as_str().is_some_and(|network| network != NETWORK) {
        return Err(bad_request(format!(
            "The managed virtual network {network} does not exist: it can only be '{NETWORK}'."
        )));
    }
    Ok((kind, properties))
}

/// The document as the service shows it. Its examples have no id.
pub fn show(runtime: &Runtime) -> Value {
    let mut shown = Map::new();
    shown.insert("name".into(), runtime.name.as_str().into());
    if let Some(Value::Object(planted)) = &runtime.planted_document {
        shown.extend(planted.clone());
        return shown.into();
    }
    let mut properties = runtime.properties.clone();
    let kind = properties
        .as_object_mut()
        .and_then(|members| members.shift_remove("type"));
    shown.insert("kind".into(), kind.unwrap_or_default());
    shown.insert("properties".into(), properties);
    shown.into()
}
