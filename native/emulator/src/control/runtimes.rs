//! Runtimes as no put would make them, and catalogs as if somebody deployed to them.

use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use super::{Complaint, read};
use crate::datafactory::runtimes;
use crate::wire::{Reply, Request};
use crate::world::{Runtime, World};

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
    let (factory_id, key) = id
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
    let factory = world
        .factories
        .get_mut(factory_id)
        .ok_or_else(|| Complaint(404, format!("there is no data factory '{factory_id}'")))?;
    if properties.is_none() && !factory.runtimes.contains_key(key) {
        return Err(Complaint(
            400,
            format!(
                "there is no integration runtime '{runtime_id}': 'properties' are needed to make it"
            ),
        ));
    }
    let name = &typed[typed.len() - key.len()..];
    if let Some(properties) = properties {
        let before = factory.runtimes.remove(key);
        let planted = runtimes::planted(factory, name, before, properties, shared);
        factory.runtimes.insert(key.to_owned(), planted);
    }
    let id = format!("{}/integrationruntimes/{name}", factory.id());
    if let (Some(runtime), Some(status)) = (factory.runtimes.get_mut(key), status) {
        runtime.planted_status = (!status.is_null()).then_some(status);
    }
    world.has_planted = true;
    world.changed = true;
    Ok(Reply::ok(&json!({ "id": id })))
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
