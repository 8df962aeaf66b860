//! The actions on one runtime: its status, its keys, and interactive authoring.

use serde_json::json;

use super::Place;
use super::runtimes::{bad_request, find};
use crate::arm::{Call, operations::paced};
use crate::clock;
use crate::runtimes::{self, interactive, keys, operations};
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Operation, OperationKind, Runtime};

/// Keys of a managed runtime; the service's own words are not recorded.
const NO_KEYS: &str = "Authentication keys exist only for a self-hosted integration runtime.";
/// Interactive authoring of a self-hosted one; not recorded either.
const NOT_MANAGED: &str =
    "Interactive authoring can be enabled and disabled only for a managed integration runtime.";

/// How the runtime is. A GET here, and with `kind` beside `properties`.
pub fn status(call: &mut Call<'_>, place: &Place<'_>, name: &str) -> Answer {
    settle(call, place, name);
    let (account, runtime) = find(call, place, name)?;
    if let Some(planted) = &runtime.planted_status {
        return Ok(Reply::ok(planted));
    }
    let at = runtimes::Place::of(account, name, place.version);
    let mut shown = runtimes::status::show(&at, account, runtime);
    let mut properties = shown["properties"].take();
    let members = properties.as_object_mut();
    let kind = members.and_then(|members| {
        members.shift_remove("dataFactoryName");
        members.shift_remove("type")
    });
    if is_managed(runtime) {
        let mut details = json!({ "createTime": runtime.created });
        if place.is_old() {
            details["dataMovementState"] = properties["state"].clone();
            details["dataFlowState"] = properties["state"].clone();
        }
        if let Some(interactive) = &runtime.interactive {
            details["interactiveQuery"] = interactive::show(interactive);
        }
        properties["typeProperties"] = details;
    }
    Ok(Reply::ok(&json!({
        "name": runtime.name,
        "kind": kind,
        "properties": properties,
    })))
}

fn is_managed(runtime: &Runtime) -> bool {
    runtime.properties["type"] == "Managed"
}

/// Both keys.
pub fn list_keys(call: &Call<'_>, place: &Place<'_>, name: &str) -> Answer {
    let (_, runtime) = find(call, place, name)?;
    let [first, second] = runtime.keys.as_ref().ok_or_else(|| bad_request(NO_KEYS))?;
    Ok(Reply::ok(&json!({ "authKey1": first, "authKey2": second })))
}

/// Makes one key anew; the other is null in the answer.
pub fn regenerate_key(call: &mut Call<'_>, place: &Place<'_>, name: &str) -> Answer {
    let (account, runtime) = find(call, place, name)?;
    if runtime.keys.is_none() {
        return Err(bad_request(NO_KEYS));
    }
    let body = call.request.json()?;
    let asked = body["keyName"].as_str().unwrap_or_default();
    let at = match asked.to_ascii_lowercase().as_str() {
        "authkey1" => 0,
        "authkey2" => 1,
        _ => {
            return Err(bad_request(format!(
                "The key name '{asked}' is not valid: use 'authKey1' or 'authKey2'."
            )));
        }
    };
    let key = keys::new_key(account, &runtime.task_queue);
    let mut shown = json!({ "authKey1": null, "authKey2": null });
    shown[["authKey1", "authKey2"][at]] = key.as_str().into();
    if let Some(keys) = call
        .world
        .runtime_mut(&place.key(name))
        .and_then(|runtime| runtime.keys.as_mut())
    {
        keys[at] = key;
    }
    call.world.changed = true;
    Ok(Reply::ok(&shown))
}

/// Switches interactive authoring on for some minutes.
pub fn enable(call: &mut Call<'_>, place: &Place<'_>, name: &str) -> Answer {
    let body = if call.request.body.is_empty() {
        json!({})
    } else {
        call.request.json()?
    };
    let minutes = interactive::minutes(&body).map_err(bad_request)?;
    let kind = OperationKind::EnableInteractive(place.key(name));
    switch(call, place, name, Some(minutes), kind)
}

/// Switches it off.
pub fn disable(call: &mut Call<'_>, place: &Place<'_>, name: &str) -> Answer {
    let kind = OperationKind::DisableInteractive(place.key(name));
    switch(call, place, name, None, kind)
}

fn switch(
    call: &mut Call<'_>,
    place: &Place<'_>,
    name: &str,
    minutes: Option<u64>,
    kind: OperationKind,
) -> Answer {
    settle(call, place, name);
    if !is_managed(find(call, place, name)?.1) {
        return Err(bad_request(NOT_MANAGED));
    }
    let key = place.key(name);
    let due_ms = operations::due_ms(call);
    let failure = operations::failure(call, &kind);
    if let Some(runtime) = call.world.runtime_mut(&key) {
        interactive::turn(runtime, minutes, due_ms, failure.is_some());
    }
    call.world.operations.insert(
        key,
        Operation {
            kind,
            due_ms,
            failure,
        },
    );
    call.world.changed = true;
    if place.is_old() {
        let status = if minutes.is_some() { 202 } else { 200 };
        return Ok(Reply::json(status, &json!({})));
    }
    // The example of disabling names the address of enabling too.
    let location = format!(
        "{}/scan/integrationruntimes/{name}/enableInteractiveQuery?api-version={}",
        call.request.origin, place.version
    );
    let begun =
        Reply::json(202, &json!({ "status": "Accepted" })).with("operation-location", &location);
    Ok(paced(begun, &call.world.settings, operations::PACE))
}

/// How the latest switch of a runtime goes on. The examples name the address and not what is there: the schema of what
/// the switch itself answers with.
pub fn operation(call: &mut Call<'_>, place: &Place<'_>, name: &str) -> Answer {
    settle(call, place, name);
    find(call, place, name)?;
    let operation = call.world.operations.get(&place.key(name)).ok_or_else(|| {
        Refusal::plain(
            404,
            "OperationNotFound",
            format!("The integration runtime '{name}' has no operation."),
        )
    })?;
    let mut shown = json!({ "status": "InProgress" });
    if operation.due_ms <= clock::now_ms() {
        shown["status"] = "Succeeded".into();
        shown["endTime"] = clock::stamp_at(operation.due_ms / 1000).into();
        if let Some(code) = &operation.failure {
            shown["status"] = "Failed".into();
            shown["error"] = json!({ "code": code, "message": operations::message(code) });
        }
    }
    let reply = Reply::ok(&shown);
    if shown["status"] != "InProgress" {
        return Ok(reply);
    }
    Ok(paced(reply, &call.world.settings, operations::PACE))
}

/// Lets what is due happen to the runtime.
fn settle(call: &mut Call<'_>, place: &Place<'_>, name: &str) {
    let now = clock::now_ms();
    let changed = call
        .world
        .runtime_mut(&place.key(name))
        .is_some_and(|runtime| operations::finish(runtime, now));
    call.world.changed |= changed;
}
