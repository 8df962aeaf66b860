//! Nodes come, go offline and come back, as if somebody ran the installer.

use serde::Deserialize;

use super::{Complaint, read};
use crate::clock;
use crate::datafactory::{links, nodes};
use crate::wire::{Reply, Request};
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Registration {
    auth_key: String,
    node_name: String,
    version: Option<String>,
}

/// Registers a node with an auth key.
pub fn register(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let Registration {
        auth_key,
        node_name,
        version,
    } = read(request)?;
    let id = links::find_by_key(world, auth_key.trim()).ok_or_else(|| {
        Complaint(
            401,
            "the authentication key is not valid, or not any more".to_owned(),
        )
    })?;
    let runtime = world
        .runtime_mut(&id)
        .ok_or_else(|| Complaint(404, format!("there is no integration runtime '{id}'")))?;
    let node = nodes::register(runtime, &node_name, version.as_deref())
        .map_err(|words| Complaint(400, words))?;
    world.changed = true;
    Ok(Reply::ok(&node))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    runtime_id: String,
    node_name: String,
    status: String,
}

/// Sets the status of a node.
pub fn change(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    const KNOWN: [&str; 7] = [
        "NeedRegistration",
        "Online",
        "Limited",
        "Offline",
        "Upgrading",
        "Initializing",
        "InitializeFailed",
    ];
    let Change {
        runtime_id,
        node_name,
        status,
    } = read(request)?;
    let status = KNOWN
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(&status))
        .ok_or_else(|| {
            Complaint(
                400,
                format!(
                    "a node cannot be '{status}': use one of {}",
                    KNOWN.join(", ")
                ),
            )
        })?;
    let runtime = world
        .runtime_mut(&runtime_id.trim_end_matches('/').to_ascii_lowercase())
        .ok_or_else(|| {
            Complaint(
                404,
                format!("there is no integration runtime '{runtime_id}'"),
            )
        })?;
    let key = node_name.to_ascii_lowercase();
    let node = runtime.nodes.get_mut(&key).ok_or_else(|| {
        Complaint(
            404,
            format!("the integration runtime has no node '{node_name}'"),
        )
    })?;
    match status {
        "Online" if node.status != "Online" => {
            node.last_started = clock::stamp();
            node.last_connected.clone_from(&node.last_started);
        }
        "Offline" => node.last_stopped = Some(clock::stamp()),
        _ => {}
    }
    status.clone_into(&mut node.status);
    let shown = nodes::show_all(runtime).into_iter().find(|node| {
        node["nodeName"]
            .as_str()
            .is_some_and(|name| name.eq_ignore_ascii_case(&key))
    });
    world.changed = true;
    Ok(Reply::ok(&shown))
}
