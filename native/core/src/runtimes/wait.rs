//! `Wait-AzDataFactoryV2IntegrationRuntime`: waits for a state, or for what `-NoWait` began.

use azir_azure::json::Lookup;
use std::time::{Duration, SystemTime};

use azir_azure::arm::long_running::{self, Ended, Pending, Timer, Watch};
use serde_json::Value;

use super::{azure, body::RuntimeBody, operation, status};
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    request::{Arguments, member_text},
    runtimes::{place::RuntimePlace, service::Service},
};

/// States in which something is under way.
const PASSING: [&str; 2] = ["Starting", "Stopping"];
/// The states that the service is known to have.
const KNOWN: [&str; 10] = [
    "Initial",
    "Stopped",
    "Started",
    "Starting",
    "Stopping",
    "NeedRegistration",
    "Online",
    "Limited",
    "Offline",
    "AccessDenied",
];

/// Waits, and writes the runtime's status when there is nothing left to wait for.
///
/// # Errors
/// The operation's own failure; `WaitTimeout`; a state that will not come.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let begun = arguments
        .value("InputObject")
        .filter(|object| member_text(object, "RuntimeId").is_some());
    let place = match begun.and_then(|object| member_text(object, "RuntimeId")) {
        Some(id) => RuntimePlace::from_id(Service::of(call), "InputObject", &id)?,
        None => RuntimePlace::of(&arm).await?,
    };
    let wanted = wanted(call).await?;
    let activity = format!("Wait for integration runtime '{}'", place.name);
    let watch = Watch {
        activity: &activity,
        interval: seconds(arguments, "Interval")?,
        // A time beyond the end of the calendar is none.
        deadline: seconds(arguments, "Timeout")?
            .and_then(|time| call.library.clock.now().checked_add(time)),
    };
    let since = call.library.clock.now();
    let notice = format!(
        "Only the wait was stopped. Nothing that goes on in Azure with {} was stopped. {}",
        place.called(),
        operation::wait_again(&place, &wanted)
    );
    call.caller.on_stop(notice).await?;
    if let Some(object) = begun {
        operation_ended(&arm, &place, object, &watch, since).await?;
    }
    reached(&arm, &place, &wanted, &watch, since).await
}

async fn wanted(call: &Call) -> Result<Vec<String>> {
    let wanted = call.arguments().texts("State").unwrap_or_default();
    for state in &wanted {
        if !KNOWN.iter().any(|known| known.eq_ignore_ascii_case(state)) {
            call.caller
                .warning(format!(
                    "'{state}' is not a known state of an integration runtime; waiting for it all the same. Known \
                     are: {}.",
                    KNOWN.join(", ")
                ))
                .await?;
        }
    }
    Ok(wanted)
}

fn seconds(arguments: &Arguments, parameter: &str) -> Result<Option<Duration>> {
    match arguments.integer(parameter).map(u64::try_from) {
        None => Ok(None),
        Some(Ok(seconds)) if seconds > 0 => Ok(Some(Duration::from_secs(seconds))),
        Some(_) => Err(Error::invalid(
            parameter,
            format!("-{parameter} is a number of seconds: 1 or more."),
        )),
    }
}

async fn operation_ended(
    arm: &Arm<'_>,
    place: &RuntimePlace,
    object: &Value,
    watch: &Watch<'_>,
    since: SystemTime,
) -> Result<()> {
    let status = member_text(object, "StatusUrl");
    let result = member_text(object, "ResultUrl");
    let pending = Pending::resume(arm, status.as_deref(), result.as_deref())?;
    if pending.status.is_none() && pending.result.is_none() {
        return Ok(());
    }
    match long_running::wait(arm, pending, watch).await {
        Ok(Ended::Succeeded(_)) => Ok(()),
        Ok(Ended::TimedOut(state)) => Err(timed_out(arm, place, &state, true, since)),
        Err(error) if error.is_wait_given_up() => Err(operation::given_up(place, error.into())),
        Err(error) if error.is_status(404) => arm
            .call
            .caller
            .verbose(
                "The service does not know the operation any more; going by the runtime's state.",
            )
            .await,
        Err(error) => {
            let kind = member_text(object, "Kind").unwrap_or_else(|| "-NoWait".to_owned());
            Err(operation::failed(place, &kind, error.into()))
        }
    }
}

async fn reached(
    arm: &Arm<'_>,
    place: &RuntimePlace,
    wanted: &[String],
    watch: &Watch<'_>,
    since: SystemTime,
) -> Result<()> {
    let mut timer = Timer::new(arm, watch);
    timer.at_once = true;
    let outcome = loop {
        if !timer.pause(None).await? {
            let moving = PASSING
                .iter()
                .any(|state| state.eq_ignore_ascii_case(&timer.state));
            break Err(timed_out(arm, place, &timer.state, moving, since));
        }
        let (resource, answer) = futures::join!(place.get(arm), status::ask(arm, place));
        let (resource, answer) = match (resource, answer) {
            (Ok(resource), Ok(answer)) => (resource, answer),
            (Err(error), _) | (_, Err(error)) => break Err(error),
        };
        timer.state = answer.state().unwrap_or_else(|| "Unknown".to_owned());
        let is = |state: &str| state.eq_ignore_ascii_case(&timer.state);
        let passing = PASSING.into_iter().any(is);
        let there = if wanted.is_empty() {
            !passing
        } else {
            wanted.iter().any(|state| is(state))
        };
        if there {
            break Ok(status::record(&place.parent, &resource, &answer));
        }
        if !passing && let Some(error) = last_failure(place, &answer, wanted) {
            break Err(error);
        }
    };
    timer.done().await?;
    arm.call.caller.on_stop("").await?;
    let record = outcome?;
    azure::warn_limited(arm.call, place, &record).await?;
    arm.call.caller.object(record).await
}

/// After a failed start nothing is under way: the state that is waited for does not come by itself.
fn last_failure(place: &RuntimePlace, answer: &RuntimeBody, wanted: &[String]) -> Option<Error> {
    let last = answer.details().at("lastOperation");
    let failed = last
        .at("result")
        .as_str()
        .is_some_and(|result| result.eq_ignore_ascii_case("Failed"));
    if !failed {
        return None;
    }
    let text = |value: &Value| value.as_str().unwrap_or("unknown").to_owned();
    Some(
        Error::new(
            ErrorKind::Protocol,
            format!(
                "{} is '{}' and does not become {}: its last operation \
                 ({}) failed with '{}'. Get-{} -Status shows it in LastOperation.",
                place.called_first(),
                answer.state().unwrap_or_else(|| "unknown".to_owned()),
                wanted
                    .iter()
                    .map(|state| format!("'{state}'"))
                    .collect::<Vec<_>>()
                    .join(" or "),
                text(last.at("type")),
                text(last.at("errorCode")),
                place.parent.service.noun(),
            ),
        )
        .with_id("StateNotReached"),
    )
}

fn timed_out(
    arm: &Arm<'_>,
    place: &RuntimePlace,
    state: &str,
    moving: bool,
    since: SystemTime,
) -> Error {
    let waited = arm
        .call
        .library
        .clock
        .now()
        .duration_since(since)
        .unwrap_or_default()
        .as_secs();
    let noun = place.parent.service.noun();
    Error::new(
        ErrorKind::TimedOut,
        format!(
            "{} was still '{state}' after {waited} seconds. {}",
            place.called_first(),
            if moving {
                format!("Azure goes on with it; run Wait-{noun} again to wait longer.")
            } else {
                format!(
                    "Nothing is under way in Azure that changes this. Start it with Start-{noun}, or the service on \
                     the nodes of a self-hosted one; then run Wait-{noun} again."
                )
            },
        ),
    )
    .with_id("WaitTimeout")
}
