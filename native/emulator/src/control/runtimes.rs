//! Plants runtimes that no PUT makes, and replaces the catalogs of Azure-SSIS runtimes.

use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use super::{Complaint, read};
use crate::runtimes;
use crate::wire::{Reply, Request};
use crate::world::{Runtime, Service, World};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Planting {
    runtime_id: String,
    #[serde(default, deserialize_with = "given")]
    properties: Option<Value>,
    #[serde(default, deserialize_with = "given")]
    status: Option<Value>,
}

/// Tells a member that is null from one that is not there.
fn given<'de, D: Deserializer<'de>>(source: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(source).map(Some)
}

/// Stores `properties` as they are, whatever they are, and what `getStatus` answers in place of the truth.
pub fn plant(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let Planting {
        runtime_id,
        properties,
        status,
    } = read(request)?;
    let typed = runtime_id.trim_end_matches('/');
    let id = typed.to_ascii_lowercase();
    let (parent_id, key) = id
        .split_once("/integrationruntimes/")
        .filter(|(_, name)| !name.is_empty() && !name.contains('/'))
        .ok_or_else(|| {
            Complaint(
                400,
                format!("'{runtime_id}' is not the id of an integration runtime"),
            )
        })?;
    let shared = properties
        .as_ref()
        .and_then(runtimes::shared_id)
        .filter(|shared| world.runtime(shared).is_some());
    let parent = world
        .parents
        .get_mut(parent_id)
        .ok_or_else(|| Complaint(404, format!("there is no '{parent_id}'")))?;
    if properties.is_none() && !parent.runtimes.contains_key(key) {
        return Err(Complaint(
            400,
            format!(
                "there is no integration runtime '{runtime_id}': 'properties' are needed to make it"
            ),
        ));
    }
    let name = &typed[typed.len() - key.len()..];
    if let Some(mut properties) = properties {
        // What Purview shows beside the name; within, the kind is a member like others.
        let document = (parent.service == Service::Purview).then(|| properties.clone());
        if let Some(document) = &document {
            let mut members = document["properties"]
                .as_object()
                .cloned()
                .unwrap_or_default();
            members.insert("type".into(), document["kind"].clone());
            properties = members.into();
        }
        let before = parent.runtimes.remove(key);
        let mut planted = runtimes::planted(parent, name, before, properties, shared);
        planted.planted_document = document;
        parent.runtimes.insert(key.to_owned(), planted);
    }
    let id = format!("{}/integrationruntimes/{name}", parent.id());
    if let (Some(runtime), Some(status)) = (parent.runtimes.get_mut(key), status) {
        runtime.planted_status = (!status.is_null()).then_some(status);
    }
    world.has_planted = true;
    world.changed = true;
    Ok(Reply::ok(&json!({ "id": id })))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Change {
    runtime_id: String,
    state: String,
}

/// Puts an Azure runtime into state `Limited`, or back to `Online`; a put of its document does that too.
pub fn change(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let Change { runtime_id, state } = read(request)?;
    let runtime = find(world, &runtime_id)?;
    if !runtimes::is_azure(runtime) {
        return Err(Complaint(
            400,
            format!(
                "'{runtime_id}' is not an Azure integration runtime: only such a one is given a state, others have \
                 that of their nodes"
            ),
        ));
    }
    runtime.limited = match state.to_ascii_lowercase().as_str() {
        "limited" => true,
        "online" => false,
        _ => {
            return Err(Complaint(
                400,
                format!("an Azure integration runtime cannot be '{state}': use Limited or Online"),
            ));
        }
    };
    world.changed = true;
    Ok(Reply::empty(204))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Deployment {
    runtime_id: String,
    objects: Option<Vec<Value>>,
}

/// Replaces what is in the catalog of a runtime; the next refresh sees it.
pub fn deploy(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let Deployment {
        runtime_id,
        objects,
    } = read(request)?;
    find(world, &runtime_id)?.catalog = objects;
    world.changed = true;
    Ok(Reply::empty(204))
}

/// The runtime with this id.
pub fn find<'a>(world: &'a mut World, id: &str) -> Result<&'a mut Runtime, Complaint> {
    world
        .runtime_mut(&id.trim_end_matches('/').to_ascii_lowercase())
        .ok_or_else(|| Complaint(404, format!("there is no integration runtime '{id}'")))
}
