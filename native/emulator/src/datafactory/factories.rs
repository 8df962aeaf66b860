//! Data factories.

use std::collections::BTreeMap;
use std::ops::Bound;

use hyper::Method;
use serde_json::{Map, Value, json};

use super::names;
use super::place::Place;
use super::runtimes::{check_if_match, is_match};
use crate::arm::{self, Call, locations, paging};
use crate::clock;
use crate::random;
use crate::wire::{Answer, Refusal, Reply};
use crate::world::directory::{Principal, PrincipalKind};
use crate::world::{Factory, Identity, UserIdentity};

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

/// The factories of a subscription, or of one group in it.
pub fn list(call: &mut Call<'_>, group: Option<&str>) -> Answer {
    let subscription = call.subscription(&call.request.segments[1])?;
    let scope = call.request.id_until(if group.is_some() { 4 } else { 2 });
    call.require("Microsoft.DataFactory/factories/read", &scope)?;
    arm::check_registered(subscription)?;
    if let Some(group) = group {
        call.group(&subscription.id, group)?;
    }
    let within = format!("{}/", scope.to_ascii_lowercase());
    let start =
        paging::after(call.request)?.map_or(Bound::Included(within.clone()), Bound::Excluded);
    let found = call
        .world
        .factories
        .range((start, Bound::Unbounded))
        .take_while(|(key, _)| key.starts_with(&within));
    Ok(paging::page(
        call.request,
        call.world.settings.page_size,
        found,
        show,
    ))
}

/// Everything done to one factory.
pub fn one(call: &mut Call<'_>, place: &Place) -> Answer {
    let verb = match call.request.method {
        Method::GET => "read",
        Method::PUT | Method::PATCH => "write",
        Method::DELETE => "delete",
        _ => {
            return Err(Refusal::gateway(
                405,
                "MethodNotAllowed",
                "The method is not allowed on a data factory.",
            ));
        }
    };
    place.enter(call, verb)?;
    match call.request.method {
        Method::GET => {
            let factory = place.factory(call)?;
            if is_match(call.request.header("if-none-match"), &factory.etag) {
                return Ok(Reply::empty(304));
            }
            Ok(Reply::ok(&show(factory)))
        }
        Method::PUT => put(call, place),
        Method::PATCH => patch(call, place),
        _ => {
            call.group(&place.subscription, &place.group)?;
            Ok(Reply::empty(
                if call.world.remove_factory(&place.factory_key) {
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
    if !names::is_resource_name(&place.factory) {
        return Err(Refusal::provider(
            400,
            "InvalidResourceName",
            format!(
                "The data factory name '{}' is not valid: a name has 3 to 63 letters and digits, with single dashes between them.",
                place.factory
            ),
            place.factory_path(),
        ));
    }
    let mut body = call.request.json()?;
    let location = check_location(call, place, &body)?;
    let existing = call.world.factories.get(&place.factory_key);
    check_if_match(
        call.request.header("if-match"),
        existing.map(|factory| factory.etag.as_str()),
        place.factory_path(),
    )?;
    let taken = existing.is_none()
        && call
            .world
            .factories
            .values()
            .any(|factory| factory.name.eq_ignore_ascii_case(&place.factory));
    if taken {
        return Err(Refusal::provider(
            409,
            "DataFactoryNameInUse",
            format!(
                "The specified resource name '{}' is already in use. Resource names must be globally unique.",
                place.factory
            ),
            place.factory_path(),
        ));
    }
    let before = existing.cloned();
    let identity = renew_identity(
        call,
        &subscription,
        &place.factory,
        before
            .as_ref()
            .and_then(|factory| factory.identity.as_ref()),
        &body["identity"],
    );
    let mut properties = match body["properties"].take() {
        Value::Object(properties) => properties,
        _ => Map::new(),
    };
    properties.retain(|name, value| !MADE_HERE.contains(&name.as_str()) && !value.is_null());
    let tags = body["tags"].as_object().cloned().unwrap_or_default();
    let mut extra = body.as_object().cloned().unwrap_or_default();
    extra.retain(|name, _| !KNOWN.contains(&name.as_str()));
    let (created, runtimes, name) = before.map_or_else(
        || (clock::stamp(), BTreeMap::new(), place.factory.clone()),
        |factory| (factory.created, factory.runtimes, factory.name),
    );
    let etag = random::etag();
    let factory = Factory {
        subscription,
        group,
        name,
        location,
        tags,
        identity,
        properties,
        extra,
        created,
        etag,
        runtimes,
    };
    let reply = Reply::ok(&show(&factory));
    call.world
        .factories
        .insert(place.factory_key.clone(), factory);
    call.world.changed = true;
    Ok(reply)
}

/// The location of a put: one that there is, and the same as before.
fn check_location(call: &Call<'_>, place: &Place, body: &Value) -> Result<String, Refusal> {
    let Some(location) = body["location"]
        .as_str()
        .filter(|location| !location.is_empty())
    else {
        return Err(Refusal::gateway(
            400,
            "LocationRequired",
            "The location property is required for this definition.",
        ));
    };
    if !locations::is_known(location) {
        return Err(Refusal::gateway(
            400,
            "LocationNotAvailableForResourceType",
            format!(
                "The provided location '{location}' is not available for resource type 'Microsoft.DataFactory/factories'. List of \
                 available regions for the resource type is '{}'.",
                locations::names()
            ),
        ));
    }
    match call.world.factories.get(&place.factory_key) {
        Some(existing) if existing.region() != locations::normalize(location) => {
            Err(Refusal::gateway(
                409,
                "InvalidResourceLocation",
                format!(
                    "The resource '{}' already exists in location '{}' in resource group '{}'. A resource with the same name cannot be created \
                 in location '{location}'. Please select a new resource name.",
                    existing.name, existing.location, existing.group
                ),
            ))
        }
        _ => Ok(location.to_owned()),
    }
}

fn patch(call: &mut Call<'_>, place: &Place) -> Answer {
    let before = place.factory(call)?;
    let (subscription, identity) = (before.subscription.clone(), before.identity.clone());
    let body = call.request.json()?;
    let identity = match body.get("identity") {
        Some(asked) => renew_identity(
            call,
            &subscription,
            &place.factory,
            identity.as_ref(),
            asked,
        ),
        None => identity,
    };
    let Some(factory) = call.world.factories.get_mut(&place.factory_key) else {
        return Err(place.not_found());
    };
    factory.identity = identity;
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

/// The identities after a write: those asked for and there before stay, others come and go in the directory.
fn renew_identity(
    call: &mut Call<'_>,
    subscription: &str,
    factory: &str,
    before: Option<&Identity>,
    asked: &Value,
) -> Option<Identity> {
    let tenant = call
        .world
        .subscription(subscription)
        .map(|found| found.tenant.clone())
        .unwrap_or_default();
    let kind = asked["type"].as_str().unwrap_or("None");
    let wants = |word: &str| {
        kind.split(',')
            .any(|part| part.trim().eq_ignore_ascii_case(word))
    };
    let mut known = |id: String| {
        let principal = Principal {
            tenant: tenant.clone(),
            kind: PrincipalKind::ServicePrincipal,
            display_name: factory.to_owned(),
            created_ms: clock::now_ms(),
        };
        call.world
            .directory
            .principals
            .insert(id.clone(), principal);
        id
    };
    let mut identity = Identity {
        kind: kind.to_owned(),
        tenant: tenant.clone(),
        system: None,
        users: BTreeMap::new(),
    };
    if wants("SystemAssigned") {
        identity.system = before
            .and_then(|before| before.system.clone())
            .or_else(|| Some(known(random::guid())));
    }
    if wants("UserAssigned") {
        for id in asked["userAssignedIdentities"]
            .as_object()
            .into_iter()
            .flat_map(Map::keys)
        {
            let user = before
                .and_then(|before| before.users.get(id).cloned())
                .unwrap_or_else(|| UserIdentity {
                    principal_id: known(random::guid()),
                    client_id: random::guid(),
                });
            identity.users.insert(id.clone(), user);
        }
    }
    for gone in before.into_iter().flat_map(Identity::principals) {
        if !identity.principals().any(|principal| principal == gone) {
            call.world.directory.principals.remove(gone);
        }
    }
    let any = identity.principals().next().is_some();
    any.then_some(identity)
}

/// The factory as the service shows it; the version has quotes inside.
fn show(factory: &Factory) -> Value {
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
        shown.insert("identity".into(), show_identity(identity));
    }
    shown.insert("tags".into(), factory.tags.clone().into());
    shown.extend(factory.extra.clone());
    shown.into()
}

fn show_identity(identity: &Identity) -> Value {
    let mut shown = json!({ "type": identity.kind });
    if let Some(system) = &identity.system {
        shown["principalId"] = system.as_str().into();
        shown["tenantId"] = identity.tenant.as_str().into();
    }
    if !identity.users.is_empty() {
        let users: Map<String, Value> = identity
            .users
            .iter()
            .map(|(id, user)| {
                (
                    id.clone(),
                    json!({ "principalId": user.principal_id, "clientId": user.client_id }),
                )
            })
            .collect();
        shown["userAssignedIdentities"] = users.into();
    }
    shown
}
