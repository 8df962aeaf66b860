//! The nodes of a self-hosted runtime.

use hyper::Method;
use serde_json::{Map, Value, json};

use super::place::Place;
use super::{LATEST_VERSION, names};
use crate::arm::Call;
use crate::clock;
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Node, Runtime};

/// The most nodes that a runtime can have.
pub const MOST: usize = 4;

/// Whether a node is as new as the service.
pub fn version_status(version: &str) -> &'static str {
    if version == LATEST_VERSION {
        "UpToDate"
    } else {
        "UpdateAvailable"
    }
}

/// What a node can do, as text that says `True` or `False`.
pub fn capabilities(online: bool) -> Value {
    let word = if online { "True" } else { "False" };
    json!({
        "serviceBusConnected": word,
        "httpsPortEnabled": "True",
        "credentialInSync": "True",
        "connectedToResourceManager": word,
        "nodeEnabled": "True",
    })
}

/// Puts a node into `runtime`: it is online at once.
///
/// # Errors
///
/// In words, when the name is not allowed or the runtime is full.
pub fn register(runtime: &mut Runtime, name: &str, version: Option<&str>) -> Result<Value, String> {
    if !names::is_node_name(name) {
        return Err(format!(
            "the node name '{name}' is not valid: up to 150 letters, digits, dashes and underscores"
        ));
    }
    let key = name.to_ascii_lowercase();
    if !runtime.nodes.contains_key(&key) && runtime.nodes.len() >= MOST {
        return Err(format!(
            "the integration runtime '{}' has {MOST} nodes already",
            runtime.name
        ));
    }
    let now = clock::stamp();
    let address = runtime.nodes.len() + 4;
    let node = Node {
        name: name.to_owned(),
        status: "Online".to_owned(),
        version: version.unwrap_or(LATEST_VERSION).to_owned(),
        registered: now.clone(),
        last_connected: now.clone(),
        last_started: now,
        last_stopped: None,
        expires: clock::stamp_in_days(365),
        ip_address: format!("10.0.0.{address}"),
        concurrent_jobs_limit: None,
        max_concurrent_jobs: 20,
    };
    runtime.nodes.insert(key.clone(), node);
    Ok(show(runtime, &key))
}

/// All nodes, in the order of their names.
pub fn show_all(runtime: &Runtime) -> Vec<Value> {
    runtime.nodes.keys().map(|key| show(runtime, key)).collect()
}

/// One node, which is there.
fn show(runtime: &Runtime, key: &str) -> Value {
    let Some(node) = runtime.nodes.get(key) else {
        return Value::Null;
    };
    // The first that is online hands out the work.
    let dispatcher = runtime
        .nodes
        .iter()
        .find(|(_, node)| node.status == "Online")
        .is_some_and(|(first, _)| first == key);
    let mut shown = Map::new();
    let mut put = |name: &str, value: Value| shown.insert(name.to_owned(), value);
    put("nodeName", node.name.as_str().into());
    put("machineName", node.name.to_ascii_uppercase().into());
    put(
        "hostServiceUri",
        format!(
            "https://{}:8050/HostServiceRemote.svc/",
            node.name.to_ascii_lowercase()
        )
        .into(),
    );
    put("status", node.status.as_str().into());
    put("capabilities", capabilities(node.status == "Online"));
    put("versionStatus", version_status(&node.version).into());
    put("version", node.version.as_str().into());
    put("registerTime", node.registered.as_str().into());
    put("lastConnectTime", node.last_connected.as_str().into());
    put("expiryTime", node.expires.as_str().into());
    put("lastStartTime", node.last_started.as_str().into());
    if let Some(stopped) = &node.last_stopped {
        put("lastStopTime", stopped.as_str().into());
    }
    put("lastUpdateResult", "None".into());
    put("isActiveDispatcher", dispatcher.into());
    if let Some(limit) = node.concurrent_jobs_limit {
        put("concurrentJobsLimit", limit.into());
    }
    put("maxConcurrentJobs", node.max_concurrent_jobs.into());
    shown.into()
}

/// Everything done to one node.
pub fn one(call: &mut Call<'_>, place: &Place, node: &str) -> Answer {
    let allowed = [Method::GET, Method::PATCH, Method::DELETE];
    let verb = call.verb(&allowed, "a node")?;
    place.enter(call, &format!("integrationRuntimes/nodes/{verb}"))?;
    let (_, runtime) = place.runtime(call)?;
    let found = runtime.nodes.contains_key(node);
    match call.request.method {
        Method::GET if found => Ok(Reply::ok(&show(runtime, node))),
        Method::PATCH if found => patch(call, place, node),
        Method::DELETE if found => {
            place.runtime_mut(call)?.nodes.remove(node);
            Ok(Reply::empty(200))
        }
        Method::DELETE => Ok(Reply::empty(204)),
        _ => Err(not_found(place, node)),
    }
}

fn patch(call: &mut Call<'_>, place: &Place, node: &str) -> Answer {
    let body = call.request.json()?;
    let runtime = place.runtime_mut(call)?;
    if let (Some(found), Some(limit)) =
        (runtime.nodes.get_mut(node), body.get("concurrentJobsLimit"))
    {
        let most = found.max_concurrent_jobs;
        match limit.as_u64().filter(|limit| (1..=most).contains(limit)) {
            Some(limit) => found.concurrent_jobs_limit = Some(limit),
            None => {
                return Err(place.bad_request(format!(
                    "The concurrent jobs limit must be a whole number from 1 to {most}."
                )));
            }
        }
    }
    Ok(Reply::ok(&show(runtime, node)))
}

/// Where a node is in its network.
pub fn ip_address(call: &mut Call<'_>, place: &Place, node: &str) -> Answer {
    place.enter(call, "integrationRuntimes/nodes/ipAddress/action")?;
    let (_, runtime) = place.runtime(call)?;
    let node = runtime
        .nodes
        .get(node)
        .ok_or_else(|| not_found(place, node))?;
    Ok(Reply::ok(&json!({ "ipAddress": node.ip_address })))
}

/// Brings all nodes to the newest version.
pub fn upgrade(call: &mut Call<'_>, place: &Place) -> Answer {
    place.enter(call, "integrationRuntimes/upgrade/action")?;
    let (_, runtime) = place.runtime(call)?;
    if runtime.keys.is_none() {
        return Err(place.bad_request(
            "Only a self-hosted integration runtime that is not linked can be upgraded.",
        ));
    }
    for node in place.runtime_mut(call)?.nodes.values_mut() {
        LATEST_VERSION.clone_into(&mut node.version);
    }
    Ok(Reply::empty(200))
}

fn not_found(place: &Place, node: &str) -> Refusal {
    place.not_found_at(format!("{}/nodes/{node}", place.target()))
}
