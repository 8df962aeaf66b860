//! Integration runtimes as documents: list, put, get, patch, delete.

use std::collections::BTreeMap;
use std::ops::Bound;

use hyper::Method;
use serde_json::{Map, Value, json};

use super::body::{self, Kind};
use super::place::Place;
use super::{changes, interactive, keys, lifecycle, links, names, secrets, settle};
use crate::arm::{Call, paging};
use crate::clock;
use crate::random;
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Document, Lifecycle, Parent, Runtime, Service};

/// Deleting a shared runtime that others still use. What Azure answers is not recorded anywhere public;
/// its portal says that links must be removed first.
const DELETE_WITH_LINKS: (u16, &str, &str) = (
    400,
    "BadRequest",
    "The integration runtime cannot be deleted since it is shared with other data factories. Remove the links first.",
);
/// A put that changes the type of a runtime; not recorded either.
const TYPE_CHANGE: &str = "The type of an integration runtime cannot be changed.";

/// The runtime that every workspace has from the start, and that cannot be deleted. A factory has it unseen.
pub const DEFAULT: &str = "AutoResolveIntegrationRuntime";
/// Its deletion; the service's own words are not recorded.
const DEFAULT_STAYS: &str =
    "The default integration runtime 'AutoResolveIntegrationRuntime' cannot be deleted.";
/// A runtime that an operation is changing, in the service's words.
const PROVISIONING: &str = "Resource cannot be updated during provisioning";

/// The runtimes of a factory or workspace.
pub fn list(call: &mut Call<'_>, place: &Place) -> Answer {
    place.enter(call, "integrationRuntimes/read")?;
    settle(call, place);
    let parent = place.parent(call)?;
    let start = paging::after(call.request)?.map_or(Bound::Unbounded, Bound::Excluded);
    let found = parent.runtimes.range((start, Bound::Unbounded));
    Ok(paging::page(
        call.request,
        call.world.settings.page_size,
        found,
        |runtime| show(place, runtime),
    ))
}

/// Everything done to one runtime's document.
pub fn one(call: &mut Call<'_>, place: &Place) -> Answer {
    let allowed = [Method::GET, Method::PUT, Method::PATCH, Method::DELETE];
    let verb = call.verb(&allowed, "an integration runtime")?;
    place.enter(call, &format!("integrationRuntimes/{verb}"))?;
    match call.request.method {
        Method::GET => get(call, place),
        Method::PUT => put(call, place),
        Method::PATCH => patch(call, place),
        _ => delete(call, place),
    }
}

fn get(call: &mut Call<'_>, place: &Place) -> Answer {
    settle(call, place);
    let (_, runtime) = place.runtime(call)?;
    if is_match(call.request.header("if-none-match"), &runtime.etag) {
        return Ok(Reply::empty(304));
    }
    Ok(Reply::ok(&show(place, runtime)))
}

fn put(call: &mut Call<'_>, place: &Place) -> Answer {
    call.standing_group(&place.subscription, &place.group)?;
    if !call.world.parents.contains_key(&place.parent_key) {
        return Err(Refusal::gateway(
            404,
            "ParentResourceNotFound",
            format!(
                "Can not perform requested operation on nested resource. Parent resource '{}' not found.",
                place.parent
            ),
        ));
    }
    if !names::is_resource_name(&place.runtime) {
        return Err(body::invalid_name(place));
    }
    settle(call, place);
    let existing = call
        .world
        .runtime(&place.runtime_key())
        .map(|(_, runtime)| runtime.clone());
    check_settled(call, place)?;
    check_if_match(
        place,
        call.request.header("if-match"),
        existing.as_ref().map(|runtime| runtime.etag.as_str()),
        &place.target(),
    )?;
    let mut properties = call.request.json()?["properties"].take();
    let kind = body::check(place, &mut properties)?;
    if let Some(existing) = &existing {
        if body::kind(&existing.properties) != Some(kind) {
            return Err(place.bad_request(TYPE_CHANGE));
        }
        lifecycle::check_can_change(place, existing)?;
        secrets::keep(&mut properties, &existing.properties);
    }
    let connection = links::connect(call, place, &properties, existing.as_ref())?;
    let parent = place.parent(call)?;
    let state = if existing.is_some() {
        "Updating"
    } else {
        "Creating"
    };
    let runtime = build(
        parent,
        place,
        kind,
        properties,
        existing,
        connection.shared(),
    );
    if place.service == Service::Synapse {
        return Ok(changes::begin(call, place, Some(runtime), state));
    }
    let reply = Reply::ok(&show(place, &runtime));
    links::record(call, place, &runtime, connection);
    if let Some(parent) = call.world.parents.get_mut(&place.parent_key) {
        parent
            .runtimes
            .insert(place.runtime.to_ascii_lowercase(), runtime);
    }
    call.world.changed = true;
    Ok(reply)
}

/// The runtime that a put leaves behind.
pub fn build(
    parent: &Parent,
    place: &Place,
    kind: Kind,
    properties: Value,
    existing: Option<Runtime>,
    shared: Option<&str>,
) -> Runtime {
    let dedicated = kind == Kind::Managed && body::is_dedicated(&properties);
    let mut runtime = existing.unwrap_or_else(|| new(parent, &place.runtime));
    let owns_keys = kind == Kind::SelfHosted && shared.is_none();
    if !owns_keys {
        runtime.keys = None;
    } else if runtime.keys.is_none() {
        runtime.keys = Some(keys::new_pair(parent, &runtime.task_queue));
    }
    runtime.shared = shared.map(str::to_owned);
    runtime.properties = properties;
    runtime.planted_document = None;
    runtime.limited = false;
    runtime.etag = random::etag();
    runtime.lifecycle = dedicated.then(|| runtime.lifecycle.unwrap_or(Lifecycle::Initial));
    if !interactive::is_possible(&runtime.properties) {
        runtime.interactive = None;
    }
    runtime
}

/// A runtime of `parent` that nothing is known of but its name.
pub fn new(parent: &Parent, name: &str) -> Runtime {
    let task_queue = random::guid();
    Runtime {
        name: name.to_owned(),
        properties: json!({ "type": "SelfHosted" }),
        etag: random::etag(),
        created: clock::stamp(),
        keys: Some(keys::new_pair(parent, &task_queue)),
        task_queue,
        nodes: BTreeMap::new(),
        links: Vec::new(),
        shared: None,
        auto_update: "On".to_owned(),
        update_delay: None,
        lifecycle: None,
        settles_at: None,
        last_operation: None,
        failing: None,
        machines: BTreeMap::new(),
        interactive: None,
        catalog: None,
        refreshes_at: None,
        snapshot: None,
        planted: false,
        limited: false,
        planted_document: None,
        planted_status: None,
    }
}

/// The runtime that a new workspace has.
pub fn default_runtime(workspace: &Parent) -> Runtime {
    let mut runtime = new(workspace, DEFAULT);
    runtime.keys = None;
    runtime.properties = json!({
        "type": "Managed",
        "typeProperties": { "computeProperties": {
            "location": "AutoResolve",
            "dataFlowProperties": { "computeType": "General", "coreCount": 8, "timeToLive": 0 },
        } },
    });
    runtime
}

/// The id of the runtime that a document links to by role, in lower case.
pub fn shared_id(properties: &Value) -> Option<String> {
    match body::linked_info(properties)? {
        body::LinkedInfo::Rbac { resource_id, .. } => {
            Some(resource_id.trim_end_matches('/').to_ascii_lowercase())
        }
        body::LinkedInfo::Key(_) => None,
    }
}

/// A runtime with `properties` that were not checked; `shared` is there when they link to it.
pub fn planted(
    parent: &Parent,
    name: &str,
    before: Option<Runtime>,
    properties: Value,
    shared: Option<String>,
) -> Runtime {
    let mut runtime = before.unwrap_or_else(|| new(parent, name));
    let kind = body::kind(&properties);
    let is_own = kind == Some(Kind::SelfHosted) && body::linked_info(&properties).is_none();
    if !is_own {
        runtime.keys = None;
    } else if runtime.keys.is_none() {
        runtime.keys = Some(keys::new_pair(parent, &runtime.task_queue));
    }
    let dedicated = kind == Some(Kind::Managed) && body::is_dedicated(&properties);
    // A state that is none is shown as it stands.
    runtime.lifecycle = match properties.get("state") {
        _ if !dedicated => None,
        None => Some(Lifecycle::Initial),
        Some(state) => state.as_str().and_then(lifecycle::parse),
    };
    runtime.settles_at = None;
    runtime.failing = None;
    if !interactive::is_possible(&properties) {
        runtime.interactive = None;
    }
    runtime.shared = shared;
    runtime.planted = true;
    runtime.properties = properties;
    runtime.etag = random::etag();
    runtime
}

/// Changes when a self-hosted runtime updates itself. The version of the document stays.
fn patch(call: &mut Call<'_>, place: &Place) -> Answer {
    let (_, runtime) = place.runtime(call)?;
    if runtime.keys.is_none() {
        return Err(place.bad_request(
            "Only a self-hosted integration runtime that is not linked can be updated this way.",
        ));
    }
    let body = call.request.json()?;
    let auto_update = match body.get("autoUpdate").and_then(Value::as_str) {
        None => None,
        Some(text) => Some(
            ["On", "Off"]
                .into_iter()
                .find(|known| known.eq_ignore_ascii_case(text))
                .ok_or_else(|| {
                    place.bad_request(format!(
                        "The value '{text}' of 'autoUpdate' is not valid: use 'On' or 'Off'."
                    ))
                })?,
        ),
    };
    let delay = match body.get("updateDelayOffset").and_then(Value::as_str) {
        None => None,
        Some(text) => {
            // The contract wants a JSON string inside the string; the bare duration is taken as well.
            let delay = serde_json::from_str::<String>(text).unwrap_or_else(|_| text.to_owned());
            if !delay.starts_with('P') {
                return Err(place.bad_request(format!(
                    "The value '{text}' of 'updateDelayOffset' is not a duration."
                )));
            }
            Some(delay)
        }
    };
    let runtime = place.runtime_mut(call)?;
    if let Some(auto_update) = auto_update {
        auto_update.clone_into(&mut runtime.auto_update);
    }
    if delay.is_some() {
        runtime.update_delay = delay;
    }
    Ok(Reply::ok(&show(place, runtime)))
}

fn delete(call: &mut Call<'_>, place: &Place) -> Answer {
    place.parent(call)?;
    settle(call, place);
    let key = place.runtime_key();
    let Some((parent, runtime)) = call.world.runtime(&key) else {
        return Ok(Reply::empty(204));
    };
    if !runtime.links.is_empty() {
        let (status, code, message) = DELETE_WITH_LINKS;
        return Err(place.refuse(status, code, message));
    }
    lifecycle::check_can_change(place, runtime)?;
    check_unreferenced(place, parent, runtime)?;
    if place.service == Service::Synapse {
        if place.runtime.eq_ignore_ascii_case(DEFAULT) {
            return Err(place.bad_request(DEFAULT_STAYS));
        }
        check_settled(call, place)?;
        return Ok(changes::begin(call, place, None, "Deleting"));
    }
    if let Some(parent) = call.world.parents.get_mut(&place.parent_key)
        && let Some(runtime) = parent.runtimes.remove(&place.runtime.to_ascii_lowercase())
    {
        let subscription = parent.subscription.clone();
        let name = parent.name.clone();
        if let Some(shared) = runtime
            .shared
            .as_deref()
            .and_then(|shared| call.world.runtime_mut(shared))
        {
            shared.links.retain(|link| {
                !(link.is_from(&subscription, &name)
                    && link.name.eq_ignore_ascii_case(&runtime.name))
            });
        }
    }
    call.world.forget_assignments(&key);
    call.world.changed = true;
    Ok(Reply::empty(200))
}

/// Refuses to delete a runtime that another one has as its data proxy, or that a linked service connects through.
fn check_unreferenced(place: &Place, parent: &Parent, runtime: &Runtime) -> Result<(), Refusal> {
    let proxy = "/typeProperties/ssisProperties/dataProxyProperties/connectVia/referenceName";
    let refers = |other: &&Runtime| {
        let name = other.properties.pointer(proxy).and_then(Value::as_str);
        name.is_some_and(|name| name.eq_ignore_ascii_case(&runtime.name))
    };
    let connects = |service: &&Document| {
        let name = service.properties["connectVia"]["referenceName"].as_str();
        name.is_some_and(|name| name.eq_ignore_ascii_case(&runtime.name))
    };
    let other = parent.runtimes.values().find(refers);
    let service = parent.linked_services.values().find(connects);
    let Some(other) = other
        .map(|other| &other.name)
        .or(service.map(|service| &service.name))
    else {
        return Ok(());
    };
    Err(place.refuse_at(
        400,
        "BadRequest",
        format!("The document cannot be deleted since it is referenced by {other}."),
        // Shorter than the targets of other errors, as it was seen.
        format!(
            "/Microsoft.DataFactory/factories/{}/integrationruntimes/{}",
            parent.name, place.runtime
        ),
    ))
}

/// Refuses to change what an operation is changing.
fn check_settled(call: &Call<'_>, place: &Place) -> Result<(), Refusal> {
    let parent = place.parent(call)?;
    if parent
        .pending
        .contains_key(&place.runtime.to_ascii_lowercase())
    {
        return Err(place.bad_request(PROVISIONING));
    }
    Ok(())
}

/// The document as the service shows it: the path as typed, secrets behind the mask.
pub fn show(place: &Place, runtime: &Runtime) -> Value {
    let mut properties = secrets::masked(&runtime.properties);
    show_state(place, runtime, &mut properties);
    if let Some(interactive) = &runtime.interactive
        && place.service == Service::DataFactory
    {
        properties["typeProperties"]["interactiveQuery"] = interactive::show(interactive);
    }
    let mut shown = Map::new();
    shown.insert("id".into(), place.runtime_id(&runtime.name).into());
    shown.insert("name".into(), runtime.name.as_str().into());
    shown.insert(
        "type".into(),
        format!("{}/integrationruntimes", place.service.kind()).into(),
    );
    shown.insert("properties".into(), properties);
    shown.insert("etag".into(), runtime.etag.as_str().into());
    shown.into()
}

/// Synapse's name for the state, which it has for every managed runtime; only machines of its own give it a value.
pub const SYNAPSE_STATE: &str = "provisioningState";

fn show_state(place: &Place, runtime: &Runtime, properties: &mut Value) {
    let state = runtime.lifecycle.map(lifecycle::name);
    if place.service == Service::DataFactory {
        if let Some(state) = state {
            properties["state"] = state.into();
        }
    } else if body::kind(&runtime.properties) == Some(Kind::Managed) {
        let name = if place.version.ends_with("-preview") {
            "state"
        } else {
            SYNAPSE_STATE
        };
        properties[name] = state.into();
    }
}

/// A version without the marks around it.
fn bare(version: &str) -> &str {
    let version = version.trim();
    version
        .strip_prefix("W/")
        .unwrap_or(version)
        .trim_matches('"')
}

/// Whether a condition header names this version, or any.
pub fn is_match(header: Option<&str>, etag: &str) -> bool {
    header.is_some_and(|header| {
        header
            .split(',')
            .map(bare)
            .any(|version| version == "*" || version == etag)
    })
}

/// Refuses a write on a version that is not the current one.
///
/// # Errors
///
/// `PreconditionFailed`, 412.
pub fn check_if_match(
    place: &Place,
    header: Option<&str>,
    current: Option<&str>,
    target: &str,
) -> Result<(), Refusal> {
    let Some(header) = header else { return Ok(()) };
    if current.is_some_and(|etag| is_match(Some(header), etag)) {
        return Ok(());
    }
    Err(place.refuse_at(
        412,
        "PreconditionFailed",
        format!(
            "The version '{}' in If-Match is not the current one of the document.",
            bare(header)
        ),
        target,
    ))
}
