//! Starting and stopping dedicated (Azure-SSIS) runtimes.

use serde_json::{Value, json};

use super::place::Place;
use super::status;
use crate::arm::Call;
use crate::clock;
use crate::random;
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Lifecycle, Operation, OperationKind, Runtime};

/// The state as the service writes it.
pub fn name(lifecycle: Lifecycle) -> &'static str {
    match lifecycle {
        Lifecycle::Initial => "Initial",
        Lifecycle::Starting => "Starting",
        Lifecycle::Started => "Started",
        Lifecycle::Stopping => "Stopping",
        Lifecycle::Stopped => "Stopped",
    }
}

/// Lets starts and stops in the factory end that are due.
pub fn settle(call: &mut Call<'_>, place: &Place) {
    let Some(factory) = call.world.factories.get_mut(&place.factory_key) else {
        return;
    };
    let now = clock::now_ms();
    let finish = |runtime: &mut Runtime| {
        if runtime.settles_at.is_none_or(|due| due > now) {
            return false;
        }
        runtime.settles_at = None;
        runtime.lifecycle = match runtime.lifecycle {
            Some(Lifecycle::Starting) => Some(Lifecycle::Started),
            Some(Lifecycle::Stopping) => Some(Lifecycle::Stopped),
            other => other,
        };
        if let Some(last) = &mut runtime.last_operation {
            last["result"] = "Succeeded".into();
        }
        true
    };
    let changed = if place.runtime.is_empty() {
        factory
            .runtimes
            .values_mut()
            .map(finish)
            .fold(false, |any, one| any | one)
    } else {
        factory
            .runtimes
            .get_mut(&place.runtime.to_ascii_lowercase())
            .is_some_and(finish)
    };
    call.world.changed |= changed;
}

/// Refuses to change or delete a runtime whose machines are running.
///
/// # Errors
///
/// `BadRequest`; the service's own words are not recorded.
pub fn check_can_change(place: &Place, runtime: &Runtime) -> Result<(), Refusal> {
    match runtime.lifecycle {
        None | Some(Lifecycle::Initial | Lifecycle::Stopped) => Ok(()),
        Some(state) => Err(place.bad_request(format!(
            "The integration runtime '{}' is in state '{}'. Stop it first.",
            runtime.name,
            name(state)
        ))),
    }
}

/// Starts the machines.
pub fn start(call: &mut Call<'_>, place: &Place) -> Answer {
    begin(
        call,
        place,
        "start",
        Lifecycle::Starting,
        &[Lifecycle::Initial, Lifecycle::Stopped],
        OperationKind::StartRuntime,
    )
}

/// Stops the machines.
pub fn stop(call: &mut Call<'_>, place: &Place) -> Answer {
    begin(
        call,
        place,
        "stop",
        Lifecycle::Stopping,
        &[Lifecycle::Started],
        OperationKind::StopRuntime,
    )
}

fn begin(
    call: &mut Call<'_>,
    place: &Place,
    verb: &str,
    into: Lifecycle,
    from: &[Lifecycle],
    kind: fn(String) -> OperationKind,
) -> Answer {
    place.enter(call, &format!("integrationRuntimes/{verb}/action"))?;
    settle(call, place);
    let (_, runtime) = place.runtime(call)?;
    let Some(state) = runtime.lifecycle else {
        return Err(
            place.bad_request("Only an Azure-SSIS integration runtime can be started and stopped.")
        );
    };
    if !from.contains(&state) {
        return Err(place.bad_request(format!(
            "The integration runtime is in state '{}' and cannot {verb} now.",
            name(state)
        )));
    }
    let due_ms = clock::now_ms() + call.world.settings.operation_seconds * 1000;
    let runtime = place.runtime_mut(call)?;
    runtime.lifecycle = Some(into);
    runtime.settles_at = Some(due_ms);
    runtime.last_operation = Some(json!({
        "type": if verb == "start" { "Start" } else { "Stop" },
        "startTime": clock::stamp(),
        "result": "InProgress",
        "activityId": random::guid(),
    }));
    let token = random::hex32();
    call.world.operations.insert(
        token.clone(),
        Operation {
            kind: kind(place.runtime_key()),
            due_ms,
        },
    );
    let version = call.request.query("api-version").unwrap_or_default();
    let at = |what: &str| {
        format!(
            "{}{}/{verb}/{what}/{token}?api-version={version}",
            call.request.origin,
            place.target()
        )
    };
    Ok(Reply::empty(202)
        .with("azure-asyncoperation", &at("operationstatuses"))
        .with("location", &at("operationresults")))
}

fn operation<'a>(call: &'a Call<'_>, place: &Place, id: &str) -> Result<&'a Operation, Refusal> {
    let key = place.runtime_key();
    call.world
        .operations
        .get(id)
        .filter(|operation| {
            matches!(&operation.kind, OperationKind::StartRuntime(runtime) | OperationKind::StopRuntime(runtime) if *runtime == key)
        })
        .ok_or_else(|| place.not_found())
}

/// How a start or stop is doing.
pub fn operation_status(call: &mut Call<'_>, place: &Place, id: &str) -> Answer {
    place.enter(call, "integrationRuntimes/read")?;
    settle(call, place);
    let (factory, runtime) = place.runtime(call)?;
    let operation = operation(call, place, id)?;
    let done = operation.due_ms <= clock::now_ms();
    let properties = match operation.kind {
        OperationKind::StartRuntime(_) if done => status::show(factory, runtime),
        _ => Value::Null,
    };
    let status = if done { "Succeeded" } else { "InProgress" };
    Ok(Reply::ok(
        &json!({ "status": status, "name": id, "properties": properties, "error": null }),
    ))
}

/// What a start or stop came to.
pub fn operation_result(call: &mut Call<'_>, place: &Place, id: &str) -> Answer {
    place.enter(call, "integrationRuntimes/read")?;
    settle(call, place);
    let (factory, runtime) = place.runtime(call)?;
    let operation = operation(call, place, id)?;
    if operation.due_ms > clock::now_ms() {
        return Ok(Reply::empty(202).with(
            "location",
            &format!("{}{}", call.request.origin, call.request.target),
        ));
    }
    match operation.kind {
        OperationKind::StartRuntime(_) => Ok(Reply::ok(&status::show(factory, runtime))),
        _ => Ok(Reply::empty(200)),
    }
}

/// The machines of a started runtime.
pub fn machines(runtime: &Runtime) -> Vec<Value> {
    let (Some(state), Some(count)) = (
        runtime.lifecycle,
        runtime.properties["typeProperties"]["computeProperties"]["numberOfNodes"].as_u64(),
    ) else {
        return Vec::new();
    };
    let status = match state {
        Lifecycle::Starting => "Starting",
        Lifecycle::Started => "Available",
        Lifecycle::Stopping => "Recycling",
        Lifecycle::Initial | Lifecycle::Stopped => return Vec::new(),
    };
    (0..count).map(|number| json!({ "nodeId": format!("tvmps_{number:08x}_d"), "status": status, "errors": [] })).collect()
}
