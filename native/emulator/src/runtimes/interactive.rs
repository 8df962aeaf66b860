//! Interactive authoring: `enableInteractiveQuery` and `disableInteractiveQuery`.

use serde_json::{Value, json};

use super::body::{self, Kind};
use super::place::Place;
use super::{operations, settle};
use crate::arm::Call;
use crate::wire::{Answer, Refusal};
use crate::world::{Interactive, InteractiveState, OperationKind, Runtime, Service};

/// How long it stays on when the request does not say; the service's own figure is not in the specification.
const MINUTES: u64 = 60;
/// What has no interactive authoring to switch; the service's own words are not recorded.
const NOT_POSSIBLE: &str = "Interactive authoring can be enabled and disabled only for a managed integration runtime \
    in a managed virtual network.";

/// Whether a runtime with these properties can have it: one in a managed virtual network, without machines of its own.
pub fn is_possible(properties: &Value) -> bool {
    body::kind(properties) == Some(Kind::Managed)
        && !body::is_dedicated(properties)
        && properties["typeProperties"].is_object()
        && properties["managedVirtualNetwork"].is_object()
}

/// Switches it on for some minutes; where it is on already, the minutes begin anew.
pub fn enable(call: &mut Call<'_>, place: &Place) -> Answer {
    enter(call, place, "enableInteractiveQuery")?;
    // A workspace takes no body, and does not look at one.
    let body = if call.request.body.is_empty() || place.service == Service::Synapse {
        json!({})
    } else {
        call.request.json()?
    };
    let minutes = minutes(&body).map_err(|words| place.bad_request(words))?;
    switch(
        call,
        place,
        Some(minutes),
        OperationKind::EnableInteractive(place.runtime_key()),
    )
}

/// Switches it off; also where it was not on.
pub fn disable(call: &mut Call<'_>, place: &Place) -> Answer {
    enter(call, place, "disableInteractiveQuery")?;
    switch(
        call,
        place,
        None,
        OperationKind::DisableInteractive(place.runtime_key()),
    )
}

fn enter(call: &mut Call<'_>, place: &Place, action: &str) -> Result<(), Refusal> {
    place.enter(call, &format!("integrationRuntimes/{action}/action"))?;
    settle(call, place);
    let (_, runtime) = place.runtime(call)?;
    if is_possible(&runtime.properties) {
        return Ok(());
    }
    Err(place.bad_request(NOT_POSSIBLE))
}

/// Moves on when `minutes` are given, off otherwise.
fn switch(call: &mut Call<'_>, place: &Place, minutes: Option<u64>, kind: OperationKind) -> Answer {
    let due_ms = operations::due_ms(call);
    let failure = operations::failure(call, &kind);
    turn(place.runtime_mut(call)?, minutes, due_ms, failure.is_some());
    Ok(operations::begin(call, place, kind, due_ms, failure))
}

/// Begins to switch it on for some minutes, or off when there are none; where that `fails` it ends as it was.
pub fn turn(runtime: &mut Runtime, minutes: Option<u64>, due_ms: u64, fails: bool) {
    let before = runtime
        .interactive
        .as_ref()
        .map(|interactive| (interactive.state, interactive.minutes));
    let (state, becomes) = match minutes {
        Some(_) => (InteractiveState::Enabling, InteractiveState::Enabled),
        None => (InteractiveState::Disabling, InteractiveState::Disabled),
    };
    let back = match before {
        Some((InteractiveState::Enabled | InteractiveState::Enabling, _)) => {
            InteractiveState::Enabled
        }
        _ => InteractiveState::Disabled,
    };
    runtime.interactive = Some(Interactive {
        state,
        minutes: minutes.unwrap_or(before.map_or(MINUTES, |(_, minutes)| minutes)),
        settles_at: Some(due_ms),
        becomes: if fails { back } else { becomes },
        ends_at: None,
    });
}

/// The minutes that a request asks for.
///
/// # Errors
///
/// What is wrong with them, in words.
pub fn minutes(body: &Value) -> Result<u64, &'static str> {
    match body.get("autoTerminationMinutes") {
        None | Some(Value::Null) => Ok(MINUTES),
        Some(minutes) => minutes
            .as_u64()
            .filter(|minutes| (1..=10_000_000).contains(minutes))
            .ok_or("The value of 'autoTerminationMinutes' must be a whole number of at least 1."),
    }
}

/// Lets a move end that is due, and what is on end with its minutes; whether anything changed.
pub fn finish(runtime: &mut Runtime, now: u64) -> bool {
    let Some(interactive) = &mut runtime.interactive else {
        return false;
    };
    let mut changed = false;
    if let Some(due) = interactive.settles_at.filter(|due| *due <= now) {
        interactive.settles_at = None;
        interactive.state = interactive.becomes;
        interactive.ends_at = (interactive.state == InteractiveState::Enabled)
            .then(|| due + interactive.minutes * 60_000);
        changed = true;
    }
    if interactive.ends_at.is_some_and(|end| end <= now) {
        interactive.ends_at = None;
        interactive.state = InteractiveState::Disabled;
        changed = true;
    }
    changed
}

/// The state as a member of the document.
pub fn show(interactive: &Interactive) -> Value {
    let status = match interactive.state {
        InteractiveState::Enabling => "Enabling",
        InteractiveState::Enabled => "Enabled",
        InteractiveState::Disabling => "Disabling",
        InteractiveState::Disabled => "Disabled",
    };
    json!({ "status": status, "autoTerminationMinutes": interactive.minutes })
}
