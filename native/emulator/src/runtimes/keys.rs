//! The two auth keys of each self-hosted runtime that is not linked.

use serde_json::json;

use super::place::Place;
use crate::arm::Call;
use crate::facts::locations;
use crate::random;
use crate::wire::{Answer, Reply};
use crate::world::{Parent, Service, World};

/// Keys of a managed or linked runtime; the service's own words are not recorded.
const NO_KEYS: &str =
    "Authentication keys exist only for a self-hosted integration runtime that is not linked.";

/// A key in the recorded form: that of Data Factory names a host, that of the others a region, as all did once.
pub fn new_key(parent: &Parent, task_queue: &str) -> String {
    let name = &parent.name;
    let region = parent.region();
    let place = match parent.service {
        Service::DataFactory => format!("ServiceEndpoint={name}.{region}.datafactory.azure.net"),
        Service::Synapse | Service::Purview => locations::code(&region),
    };
    format!("IR@{task_queue}@{name}@{place}@{}", random::key())
}

/// Two new keys.
pub fn new_pair(parent: &Parent, task_queue: &str) -> [String; 2] {
    [new_key(parent, task_queue), new_key(parent, task_queue)]
}

/// Both keys.
pub fn list(call: &Call<'_>, place: &Place) -> Answer {
    place.enter(call, "integrationRuntimes/listauthkeys/action")?;
    let (_, runtime) = place.runtime(call)?;
    let [first, second] = runtime
        .keys
        .as_ref()
        .ok_or_else(|| place.bad_request(NO_KEYS))?;
    Ok(Reply::ok(&json!({ "authKey1": first, "authKey2": second })))
}

/// Makes one key anew and shows that one alone.
pub fn regenerate(call: &mut Call<'_>, place: &Place) -> Answer {
    place.enter(call, "integrationRuntimes/regenerateauthkey/action")?;
    let (parent, runtime) = place.runtime(call)?;
    if runtime.keys.is_none() {
        return Err(place.bad_request(NO_KEYS));
    }
    let body = call.request.json()?;
    let asked = body["keyName"].as_str().unwrap_or_default();
    let (at, name) = match asked.to_ascii_lowercase().as_str() {
        "authkey1" => (0, "authKey1"),
        "authkey2" => (1, "authKey2"),
        _ => {
            return Err(place.bad_request(format!(
                "The key name '{asked}' is not valid: use 'authKey1' or 'authKey2'."
            )));
        }
    };
    let key = new_key(parent, &runtime.task_queue);
    let reply = Reply::ok(&json!({ (name): key }));
    if let Some(keys) = &mut place.runtime_mut(call)?.keys {
        keys[at] = key;
    }
    Ok(reply)
}

/// The runtime that one of these keys opens.
pub fn find_by_key(world: &World, key: &str) -> Option<String> {
    world.parents.iter().find_map(|(id, parent)| {
        parent.runtimes.iter().find_map(|(name, runtime)| {
            runtime
                .keys
                .iter()
                .flatten()
                .any(|known| known == key)
                .then(|| format!("{id}/integrationruntimes/{name}"))
        })
    })
}
