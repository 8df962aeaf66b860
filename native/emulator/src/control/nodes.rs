//! Registers nodes and changes their status, as the installer on a machine would.

use serde::Deserialize;
use serde_json::Value;

use super::{Complaint, read, runtimes};
use crate::clock;
use crate::random;
use crate::runtimes::{find_by_key, lifecycle, nodes};
use crate::wire::{Reply, Request};
use crate::world::{Machine, Service, World};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Registration {
    auth_key: String,
    node_name: Option<String>,
    version: Option<String>,
}

/// Registers a node with an auth key; without a name it gets the first free one.
pub fn register(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let Registration {
        auth_key,
        node_name,
        version,
    } = read(request)?;
    let id = find_by_key(world, auth_key.trim()).ok_or_else(|| {
        Complaint(
            401,
            "the authentication key is not valid, or not any more".to_owned(),
        )
    })?;
    let node_name = match node_name {
        Some(name) => name,
        None => free_name(world, &id),
    };
    check_machine(world, &id, &node_name)?;
    let runtime = world
        .runtime_mut(&id)
        .ok_or_else(|| Complaint(404, format!("there is no integration runtime '{id}'")))?;
    let node = nodes::register(runtime, &node_name, version.as_deref())
        .map_err(|words| Complaint(400, words))?;
    world.changed = true;
    Ok(Reply::ok(&node))
}

/// The first of `node-1`, `node-2`, … that is no node of the runtime and no machine that it would be refused.
fn free_name(world: &World, id: &str) -> String {
    let taken = |name: &String| {
        world
            .runtime(id)
            .is_some_and(|(_, runtime)| runtime.nodes.contains_key(name))
            || check_machine(world, id, name).is_err()
    };
    // One of as many names as there can be nodes, and one more, is free, unless other machines have them.
    (1..=1_000)
        .map(|number| format!("node-{number}"))
        .find(|name| !taken(name))
        .unwrap_or_else(random::guid)
}

/// Refuses a machine that has a runtime of Purview and would get one of another service, or the reverse.
fn check_machine(world: &World, id: &str, node_name: &str) -> Result<(), Complaint> {
    let key = node_name.to_ascii_lowercase();
    let is_purview = |service| service == Service::Purview;
    let wanted = world.runtime(id).map(|(parent, _)| parent.service);
    let other = world.parents.values().find(|parent| {
        wanted.is_some_and(|wanted| is_purview(wanted) != is_purview(parent.service))
            && parent
                .runtimes
                .values()
                .any(|runtime| runtime.nodes.contains_key(&key))
    });
    match other {
        None => Ok(()),
        Some(other) => Err(Complaint(
            400,
            format!(
                "the machine '{node_name}' is a node of the {} '{}' already, and a runtime of Purview \
                 shares its machine with no other",
                other.service.noun(),
                other.name
            ),
        )),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    runtime_id: String,
    node_name: String,
    status: String,
    errors: Option<Vec<Value>>,
}

/// What a node of a self-hosted runtime can be.
const NODE: [&str; 7] = [
    "NeedRegistration",
    "Online",
    "Limited",
    "Offline",
    "Upgrading",
    "Initializing",
    "InitializeFailed",
];
/// What a machine of an Azure-SSIS runtime can be.
const MACHINE: [&str; 4] = ["Starting", "Available", "Recycling", "Unavailable"];

/// Sets the status of a node; of an Azure-SSIS runtime, that of the machine with this node id, and its errors.
pub fn change(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let Change {
        runtime_id,
        node_name,
        status,
        errors,
    } = read(request)?;
    let runtime = runtimes::find(world, &runtime_id)?;
    let missing = || {
        Complaint(
            404,
            format!("the integration runtime has no node '{node_name}'"),
        )
    };
    let shown = if runtime.lifecycle.is_some() {
        let status = known(&MACHINE, &status)?;
        let is_it = |machine: &Value| machine["nodeId"] == node_name.as_str();
        if !lifecycle::machines(runtime).iter().any(is_it) {
            return Err(missing());
        }
        let machine = Machine {
            status: status.to_owned(),
            errors: errors
                .unwrap_or_default()
                .into_iter()
                .map(|mut error| {
                    if let Some(members) = error.as_object_mut() {
                        members
                            .entry("time")
                            .or_insert_with(|| clock::stamp().into());
                    }
                    error
                })
                .collect(),
        };
        runtime.machines.insert(node_name.clone(), machine);
        lifecycle::machines(runtime).into_iter().find(is_it)
    } else {
        let status = known(&NODE, &status)?;
        let key = node_name.to_ascii_lowercase();
        let node = runtime.nodes.get_mut(&key).ok_or_else(missing)?;
        match status {
            "Online" if node.status != "Online" => {
                node.last_started = clock::stamp();
                node.last_connected.clone_from(&node.last_started);
            }
            "Offline" => node.last_stopped = Some(clock::stamp()),
            _ => {}
        }
        status.clone_into(&mut node.status);
        nodes::show_all(runtime).into_iter().find(|node| {
            node["nodeName"]
                .as_str()
                .is_some_and(|name| name.eq_ignore_ascii_case(&key))
        })
    };
    world.changed = true;
    Ok(Reply::ok(&shown))
}

fn known(all: &[&'static str], status: &str) -> Result<&'static str, Complaint> {
    all.iter()
        .find(|known| known.eq_ignore_ascii_case(status))
        .copied()
        .ok_or_else(|| {
            Complaint(
                400,
                format!("a node cannot be '{status}': use one of {}", all.join(", ")),
            )
        })
}
