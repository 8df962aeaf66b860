//! Starts and stops dedicated (Azure-SSIS) runtimes.

use serde_json::{Value, json};

use super::place::Place;
use super::{operations, settle};
use crate::arm::Call;
use crate::clock;
use crate::random;
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Failing, Lifecycle, OperationKind, Runtime};

/// The state with this name.
pub fn parse(text: &str) -> Option<Lifecycle> {
    [
        Lifecycle::Initial,
        Lifecycle::Starting,
        Lifecycle::Started,
        Lifecycle::Stopping,
        Lifecycle::Stopped,
    ]
    .into_iter()
    .find(|known| name(*known) == text)
}

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

/// Ends the start or stop of `runtime` that is due; whether there was one.
pub fn finish(runtime: &mut Runtime, now: u64) -> bool {
    if runtime.settles_at.is_none_or(|due| due > now) {
        return false;
    }
    runtime.settles_at = None;
    // The document shows the state, so that its version changes with it.
    runtime.etag = random::etag();
    let failing = runtime.failing.take();
    runtime.lifecycle = match (&failing, runtime.lifecycle) {
        (Some(failing), _) => Some(failing.back),
        (None, Some(Lifecycle::Starting)) => Some(Lifecycle::Started),
        (None, Some(Lifecycle::Stopping)) => Some(Lifecycle::Stopped),
        (None, other) => other,
    };
    if let Some(last) = &mut runtime.last_operation {
        match failing {
            None => last["result"] = "Succeeded".into(),
            Some(failing) => {
                last["result"] = "Failed".into();
                last["errorCode"] = failing.code.into();
                last["parameters"] = json!([]);
            }
        }
    }
    true
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
    let kind = kind(place.runtime_key());
    let at_once = into == Lifecycle::Stopping && call.world.settings.stop_at_once;
    let due_ms = if at_once {
        clock::now_ms()
    } else {
        operations::due_ms(call)
    };
    let failure = operations::failure(call, &kind);
    let runtime = place.runtime_mut(call)?;
    runtime.lifecycle = Some(into);
    runtime.settles_at = Some(due_ms);
    runtime.failing = failure.clone().map(|code| Failing { code, back: state });
    if into == Lifecycle::Starting {
        runtime.machines.clear();
    }
    runtime.last_operation = Some(json!({
        "type": if into == Lifecycle::Starting { "Start" } else { "Stop" },
        "startTime": clock::stamp(),
        "result": "InProgress",
        "activityId": random::guid(),
    }));
    if at_once {
        settle(call, place);
        return match failure {
            None => Ok(Reply::empty(200)),
            Some(code) => {
                let words = operations::message(&code);
                Err(place.refuse(400, code, words))
            }
        };
    }
    Ok(operations::begin(call, place, kind, due_ms, failure))
}

/// More machines than Azure gives; a planted document may ask for any number.
const MOST_MACHINES: u64 = 1000;

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
    (0..count.min(MOST_MACHINES))
        .map(|number| {
            let id = format!("tvmps_{number:08x}_d");
            match runtime.machines.get(&id) {
                Some(machine) => {
                    json!({ "nodeId": id, "status": machine.status, "errors": machine.errors })
                }
                None => json!({ "nodeId": id, "status": status, "errors": [] }),
            }
        })
        .collect()
}
