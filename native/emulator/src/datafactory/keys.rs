//! Auth keys: two for each self-hosted runtime that is not linked.

use serde_json::json;

use super::place::Place;
use crate::arm::Call;
use crate::random;
use crate::wire::{Answer, Reply};
use crate::world::Factory;

/// Keys of a managed or linked runtime; the service's own words are not recorded.
const NO_KEYS: &str =
    "Authentication keys exist only for a self-hosted integration runtime that is not linked.";

/// A key in the recorded form.
pub fn new_key(factory: &Factory, task_queue: &str) -> String {
    let name = &factory.name;
    format!(
        "IR@{task_queue}@{name}@ServiceEndpoint={name}.{}.datafactory.azure.net@{}",
        factory.region(),
        random::key()
    )
}

/// Two new keys.
pub fn new_pair(factory: &Factory, task_queue: &str) -> [String; 2] {
    [new_key(factory, task_queue), new_key(factory, task_queue)]
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
    let (factory, runtime) = place.runtime(call)?;
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
    let key = new_key(factory, &runtime.task_queue);
    let reply = Reply::ok(&json!({ (name): key }));
    if let Some(keys) = &mut place.runtime_mut(call)?.keys {
        keys[at] = key;
    }
    Ok(reply)
}
