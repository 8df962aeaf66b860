//! Purview accounts as resources. Their scanning is in [`crate::purview`].

use hyper::Method;
use serde_json::{Map, Value, json};

use super::{checks, identity, operations};
use crate::arm::Call;
use crate::random;
use crate::runtimes::{self, Place};
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Parent, Service};

/// Members of `properties` that the service makes.
const MADE_HERE: [&str; 9] = [
    "accountStatus",
    "createdAt",
    "createdBy",
    "createdByObjectId",
    "endpoints",
    "friendlyName",
    "managedResources",
    "privateEndpointConnections",
    "provisioningState",
];

/// Everything done to one account.
pub fn one(call: &mut Call<'_>, place: &Place) -> Answer {
    place.enter(call, checks::verb(call, place)?)?;
    match call.request.method {
        Method::GET => Ok(Reply::ok(&show(place.parent(call)?, &call.request.origin))),
        Method::PUT => put(call, place),
        Method::PATCH => patch(call, place),
        _ => operations::delete(call, place),
    }
}

/// Gives an account what the service makes for it: a group with a storage account and an event hub namespace.
pub fn furnish(account: &mut Parent, creator: (&str, &str)) {
    let suffix: String = random::hex32().chars().take(10).collect();
    account
        .properties
        .entry("managedResourceGroupName")
        .or_insert_with(|| {
            format!("managed-rg-{}-{suffix}", account.name.to_ascii_lowercase()).into()
        });
    for (name, value) in [
        ("publicNetworkAccess", "Enabled"),
        ("managedResourcesPublicNetworkAccess", "Enabled"),
        ("managedEventHubState", "Enabled"),
    ] {
        account
            .properties
            .entry(name)
            .or_insert_with(|| value.into());
    }
    let group = account.properties["managedResourceGroupName"]
        .as_str()
        .unwrap_or_default();
    let group = format!(
        "/subscriptions/{}/resourceGroups/{group}",
        account.subscription
    );
    let region = crate::facts::locations::code(&account.location);
    let made = json!({
        "createdAt": account.created,
        "createdBy": creator.0,
        "createdByObjectId": creator.1,
        "friendlyName": account.name,
        "managedResources": {
            "resourceGroup": group,
            "storageAccount": format!("{group}/providers/Microsoft.Storage/storageAccounts/scan{region}{suffix}"),
            "eventHubNamespace": format!("{group}/providers/Microsoft.EventHub/namespaces/Atlas-{}", random::guid()),
        },
        "privateEndpointConnections": [],
    });
    account.made = made.as_object().cloned().unwrap_or_default();
}

fn put(call: &mut Call<'_>, place: &Place) -> Answer {
    let group = call.standing_group(&place.subscription, &place.group)?;
    let (subscription, group) = (group.subscription.clone(), group.name.clone());
    if !runtimes::is_resource_name(&place.parent) {
        return Err(Refusal::plain(
            400,
            "InvalidResourceName",
            format!(
                "The account name '{}' is not valid: a name has 3 to 63 letters and digits, with single dashes \
                 between them.",
                place.parent
            ),
        ));
    }
    let mut body = call.request.json()?;
    let location = checks::location(call, place, &body)?;
    if checks::is_taken(call, place) {
        return Err(Refusal::plain(
            409,
            "AccountNameInUse",
            format!(
                "The account name '{}' is already in use. Account names must be globally unique.",
                place.parent
            ),
        ));
    }
    let existing = call.world.parents.get(&place.parent_key);
    operations::check_settled(existing)?;
    let is_new = existing.is_none();
    let mut account = existing.cloned().unwrap_or_else(|| {
        Parent::new(
            Service::Purview,
            &subscription,
            &group,
            &place.parent,
            &location,
        )
    });
    account.location = location;
    // An account has an identity whether it is asked for or not.
    let asked = match body["identity"]["type"].as_str() {
        None | Some("None") => json!({ "type": "SystemAssigned" }),
        Some(_) => body["identity"].take(),
    };
    account.identity = identity::renew(
        call,
        &subscription,
        &place.parent,
        account.identity.as_ref(),
        &asked,
    );
    if let Value::Object(asked) = body["properties"].take() {
        merge(&mut account, asked);
    }
    account.tags = body["tags"].as_object().cloned().unwrap_or_default();
    if is_new {
        furnish(&mut account, (&call.caller.name, &call.caller.object_id));
    }
    Ok(operations::put(
        call,
        place,
        account,
        if is_new { 201 } else { 200 },
    ))
}

fn patch(call: &mut Call<'_>, place: &Place) -> Answer {
    let mut account = place.parent(call)?.clone();
    operations::check_settled(Some(&account))?;
    let mut body = call.request.json()?;
    if let Some(asked) = body.get("identity") {
        let subscription = account.subscription.clone();
        account.identity = identity::renew(
            call,
            &subscription,
            &place.parent,
            account.identity.as_ref(),
            asked,
        );
    }
    if let Some(tags) = body["tags"].as_object() {
        account.tags.clone_from(tags);
    }
    if let Value::Object(asked) = body["properties"].take() {
        merge(&mut account, asked);
    }
    Ok(operations::put(call, place, account, 200))
}

/// Takes over what a caller may say; the group of an account stays as it was made.
fn merge(account: &mut Parent, asked: Map<String, Value>) {
    for (name, value) in asked {
        let is_fixed = name == "managedResourceGroupName" && account.properties.contains_key(&name);
        if !MADE_HERE.contains(&name.as_str()) && !value.is_null() && !is_fixed {
            account.properties.insert(name, value);
        }
    }
}

/// The account as the service shows it; `origin` is where it was asked.
pub fn show(account: &Parent, origin: &str) -> Value {
    let mut properties = account.made.clone();
    properties.extend(account.properties.clone());
    let state = operations::state(account, "Creating");
    properties.insert("provisioningState".into(), state.into());
    properties.insert(
        "accountStatus".into(),
        json!({ "accountProvisioningState": state }),
    );
    let host = host(account, origin);
    properties.insert(
        "endpoints".into(),
        json!({
            "catalog": format!("{host}/catalog"),
            "guardian": format!("{host}/guardian"),
            "scan": format!("{host}/scan"),
        }),
    );
    let mut shown = Map::new();
    shown.insert("id".into(), account.id().into());
    shown.insert("name".into(), account.name.as_str().into());
    shown.insert("type".into(), Service::Purview.kind().into());
    shown.insert("location".into(), account.region().into());
    if let Some(identity) = &account.identity {
        shown.insert("identity".into(), identity::show(identity));
    }
    shown.insert("sku".into(), json!({ "name": "Standard", "capacity": 1 }));
    shown.insert("tags".into(), account.tags.clone().into());
    shown.insert("properties".into(), properties.into());
    shown.into()
}

/// Where the account's own host is: a name below `.localhost`, which is loopback, at the port that was asked.
fn host(account: &Parent, origin: &str) -> String {
    let port = origin.rsplit_once(':').map_or("443", |(_, port)| port);
    format!(
        "https://{}.{}:{port}",
        account.name.to_ascii_lowercase(),
        crate::facts::purview::DOMAIN
    )
}
