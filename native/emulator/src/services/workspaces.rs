//! Synapse workspaces as resources.

use hyper::Method;
use serde_json::{Map, Value, json};

use super::{checks, identity, operations};
use crate::arm::Call;
use crate::random;
use crate::runtimes::{self, Place};
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Parent, Service};

/// Members of `properties` that the service makes.
const MADE_HERE: [&str; 7] = [
    "provisioningState",
    "connectivityEndpoints",
    "workspaceUID",
    "extraProperties",
    "privateEndpointConnections",
    "adlaResourceId",
    "settings",
];
/// What a patch can change in `properties`.
const PATCHED: [&str; 6] = [
    "sqlAdministratorLoginPassword",
    "managedVirtualNetworkSettings",
    "workspaceRepositoryConfiguration",
    "purviewConfiguration",
    "encryption",
    "publicNetworkAccess",
];
/// Taken and never shown.
const WRITE_ONLY: [&str; 2] = ["sqlAdministratorLoginPassword", "azureADOnlyAuthentication"];

/// Everything done to one workspace.
pub fn one(call: &mut Call<'_>, place: &Place) -> Answer {
    place.enter(call, checks::verb(call, place)?)?;
    match call.request.method {
        Method::GET => Ok(Reply::ok(&show(place.parent(call)?))),
        Method::PUT => put(call, place),
        Method::PATCH => patch(call, place),
        _ => operations::delete(call, place),
    }
}

/// Gives a workspace what the service makes for it: addresses, a group for its resources, a default runtime.
pub fn furnish(workspace: &mut Parent, creator: &str) {
    let name = workspace.name.to_ascii_lowercase();
    let path = workspace.id().replace('/', "%2f");
    let made = json!({
        "connectivityEndpoints": {
            "web": format!("https://web.azuresynapse.net?workspace={path}"),
            "dev": format!("https://{name}.dev.azuresynapse.net"),
            "sqlOnDemand": format!("{name}-ondemand.sql.azuresynapse.net"),
            "sql": format!("{name}.sql.azuresynapse.net"),
        },
        "workspaceUID": random::guid(),
        "extraProperties": { "WorkspaceType": "Normal" },
        "privateEndpointConnections": [],
    });
    workspace.made = made.as_object().cloned().unwrap_or_default();
    let mut default = |name: &str, value: Value| {
        workspace.properties.entry(name).or_insert(value);
    };
    default(
        "managedResourceGroupName",
        format!("synapseworkspace-managedrg-{}", random::guid()).into(),
    );
    default("publicNetworkAccess", "Enabled".into());
    default("trustedServiceBypassEnabled", false.into());
    default(
        "cspWorkspaceAdminProperties",
        json!({ "initialWorkspaceAdminObjectId": creator }),
    );
    let runtime = runtimes::default_runtime(workspace);
    workspace
        .runtimes
        .insert(runtime.name.to_ascii_lowercase(), runtime);
}

fn put(call: &mut Call<'_>, place: &Place) -> Answer {
    let group = call.standing_group(&place.subscription, &place.group)?;
    let (subscription, group) = (group.subscription.clone(), group.name.clone());
    check_name(place)?;
    let mut body = call.request.json()?;
    let location = checks::location(call, place, &body)?;
    if checks::is_taken(call, place) {
        return Err(Refusal::plain(
            409,
            "WorkspaceNameExists",
            format!(
                "The workspace name '{}' is already in use. Workspace names must be globally unique.",
                place.parent
            ),
        ));
    }
    let existing = call.world.parents.get(&place.parent_key);
    operations::check_settled(existing)?;
    let is_new = existing.is_none();
    let mut workspace = existing.cloned().unwrap_or_else(|| {
        Parent::new(
            Service::Synapse,
            &subscription,
            &group,
            &place.parent,
            &location,
        )
    });
    workspace.location = location;
    // A workspace has an identity whether it is asked for or not.
    let asked = match body["identity"]["type"].as_str() {
        None | Some("None") => json!({ "type": "SystemAssigned" }),
        Some(_) => body["identity"].take(),
    };
    workspace.identity = identity::renew(
        call,
        &subscription,
        &place.parent,
        workspace.identity.as_ref(),
        &asked,
    );
    let mut properties = match body["properties"].take() {
        Value::Object(properties) => properties,
        _ => Map::new(),
    };
    properties.retain(|name, value| !MADE_HERE.contains(&name.as_str()) && !value.is_null());
    if let Some(kept) = workspace.properties.get("managedResourceGroupName") {
        properties.insert("managedResourceGroupName".into(), kept.clone());
    }
    workspace.properties = properties;
    workspace.tags = body["tags"].as_object().cloned().unwrap_or_default();
    if is_new {
        furnish(&mut workspace, &call.caller.object_id);
    }
    Ok(operations::put(
        call,
        place,
        workspace,
        if is_new { 201 } else { 200 },
    ))
}

fn patch(call: &mut Call<'_>, place: &Place) -> Answer {
    let mut workspace = place.parent(call)?.clone();
    operations::check_settled(Some(&workspace))?;
    let body = call.request.json()?;
    if let Some(asked) = body.get("identity") {
        let subscription = workspace.subscription.clone();
        workspace.identity = identity::renew(
            call,
            &subscription,
            &place.parent,
            workspace.identity.as_ref(),
            asked,
        );
    }
    if let Some(tags) = body["tags"].as_object() {
        workspace.tags.clone_from(tags);
    }
    for name in PATCHED {
        if let Some(value) = body["properties"].get(name) {
            workspace.properties.insert(name.to_owned(), value.clone());
        }
    }
    Ok(operations::put(call, place, workspace, 200))
}

fn check_name(place: &Place) -> Result<(), Refusal> {
    let name = &place.parent;
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if (1..=50).contains(&name.len())
        && name.bytes().all(allowed)
        && !name.starts_with('-')
        && !name.ends_with('-')
        && !name.ends_with("-ondemand")
    {
        return Ok(());
    }
    Err(Refusal::plain(
        400,
        "InvalidWorkspaceName",
        format!(
            "The workspace name '{name}' is not valid: a name has up to 50 lower-case letters, digits and dashes, \
             begins and ends with a \
             letter or digit, and does not end with '-ondemand'."
        ),
    ))
}

/// The workspace as the service shows it.
pub fn show(workspace: &Parent) -> Value {
    let mut properties = workspace.made.clone();
    properties.extend(workspace.properties.clone());
    for name in WRITE_ONLY {
        properties.shift_remove(name);
    }
    properties.insert(
        "provisioningState".into(),
        operations::state(workspace, "Provisioning").into(),
    );
    let mut shown = Map::new();
    shown.insert("properties".into(), properties.into());
    shown.insert("type".into(), Service::Synapse.kind().into());
    shown.insert("id".into(), workspace.id().into());
    shown.insert("location".into(), workspace.region().into());
    shown.insert("name".into(), workspace.name.as_str().into());
    if let Some(identity) = &workspace.identity {
        shown.insert("identity".into(), identity::show(identity));
    }
    shown.insert("tags".into(), workspace.tags.clone().into());
    shown.into()
}
