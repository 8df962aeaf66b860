//! The operations that `Start-`, `Stop-` and the related cmdlets begin: waited for, or handed out with `-NoWait`.

use azir_azure::{
    arm::long_running::{self, Ended, Pending, Watch},
    http::Reply,
};
use serde_json::Value;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::{
    arm::Arm,
    error::{Error, ErrorKind, Result},
    output::{Field, Record, Shape},
    runtimes::{messages, place::RuntimePlace, service::Service},
};

static OPERATION: Shape = Shape::named("AzIntegrationRuntime.Operation");

/// Which operation it is, as the property `Kind` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `Start-AzDataFactoryV2IntegrationRuntime`.
    Start,
    /// `Stop-AzDataFactoryV2IntegrationRuntime`.
    Stop,
    /// `Enable-…InteractiveAuthoring`.
    EnableInteractiveAuthoring,
    /// `Disable-…InteractiveAuthoring`.
    DisableInteractiveAuthoring,
    /// `Update-…ObjectMetadata`.
    RefreshObjectMetadata,
}

impl Kind {
    /// The value of the property.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "Start",
            Self::Stop => "Stop",
            Self::EnableInteractiveAuthoring => "EnableInteractiveAuthoring",
            Self::DisableInteractiveAuthoring => "DisableInteractiveAuthoring",
            Self::RefreshObjectMetadata => "RefreshObjectMetadata",
        }
    }

    /// What goes on in the service when the wait for it is stopped, and what to do then.
    fn when_stopped(self, place: &RuntimePlace) -> String {
        let going_on = match self {
            Self::Start => "start",
            Self::Stop => "stop",
            Self::EnableInteractiveAuthoring => "enabling of interactive authoring",
            Self::DisableInteractiveAuthoring => "disabling of interactive authoring",
            Self::RefreshObjectMetadata => "refresh of the object metadata",
        };
        let next = match self {
            Self::Start | Self::Stop => wait_again(place, &[]),
            _ => look_again(place),
        };
        format!(
            "Only the wait was stopped. The {going_on} of {} goes on in Azure. {next}",
            place.called()
        )
    }

    fn activity(self, name: &str) -> String {
        let doing = match self {
            Self::Start => "Start",
            Self::Stop => "Stop",
            Self::EnableInteractiveAuthoring => "Enable interactive authoring of",
            Self::DisableInteractiveAuthoring => "Disable interactive authoring of",
            Self::RefreshObjectMetadata => "Refresh the object metadata of",
        };
        format!("{doing} integration runtime '{name}'")
    }
}

/// Waits for what `reply` began and answers with its result; with `-NoWait` writes the operation and
/// answers nothing.
///
/// # Errors
/// Upstream's words, and the service's behind them, when it failed.
pub async fn finish(
    arm: &Arm<'_>,
    place: &RuntimePlace,
    kind: Kind,
    reply: &Reply,
) -> Result<Option<Value>> {
    let call = arm.call;
    let Some(pending) = Pending::of(arm, reply)? else {
        if call.arguments().switch("NoWait") {
            // It is done already; the object says so by having no address to ask.
            call.caller.object(record(arm, place, kind, None)).await?;
            return Ok(None);
        }
        return Ok(Some(reply.json_or_null()?));
    };
    let pending = if place.parent.service == Service::Synapse && kind == Kind::Start {
        pending.ending_with_its_status()
    } else {
        pending
    };
    if call.arguments().switch("NoWait") {
        call.caller
            .object(record(arm, place, kind, Some(&pending)))
            .await?;
        return Ok(None);
    }
    let activity = kind.activity(&place.name);
    call.caller.on_stop(kind.when_stopped(place)).await?;
    let end = long_running::wait(arm, pending, &Watch::patient(&activity)).await;
    call.caller.on_stop("").await?;
    match end {
        Ok(Ended::Succeeded(body)) => Ok(Some(body)),
        // Without a deadline there is no other end.
        Ok(Ended::TimedOut(_)) => Ok(None),
        Err(error) if error.is_wait_given_up() => Err(given_up(place, error.into())),
        Err(error) => Err(failed(place, kind.name(), error.into())),
    }
}

/// The command that waits again for the runtime to reach one of `states`, or any that lasts.
#[must_use]
pub fn wait_again(place: &RuntimePlace, states: &[String]) -> String {
    let states: Vec<String> = states.iter().map(|state| quoted(state)).collect();
    let states = match states.as_slice() {
        [] => String::new(),
        states => format!(" -State {}", states.join(", ")),
    };
    let noun = place.parent.service.noun();
    format!("To wait again: Wait-{noun} {}{states}", parameters(place))
}

/// The command that shows the runtime.
#[must_use]
pub fn look_again(place: &RuntimePlace) -> String {
    let noun = place.parent.service.noun();
    format!("To see it: Get-{noun} {}", parameters(place))
}

/// The parameters that name the runtime, as they can be pasted.
fn parameters(place: &RuntimePlace) -> String {
    let parent = &place.parent;
    format!(
        "-ResourceGroupName {} -{} {} -Name {}",
        quoted(&parent.resource_group),
        parent.service.parent_name(),
        quoted(&parent.name),
        quoted(&place.name)
    )
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Upstream's words before the reason, and behind it which operation of which runtime failed.
#[must_use]
pub fn failed(place: &RuntimePlace, operation: &str, error: Error) -> Error {
    if error.kind == ErrorKind::Cancelled {
        return error;
    }
    let hint = match error.kind {
        // Azure was not heard, so that nothing is known of the operation.
        ErrorKind::Connection
        | ErrorKind::OutcomeUnknown
        | ErrorKind::Untrusted
        | ErrorKind::Credential
        | ErrorKind::NotSignedIn => format!(
            "The operation '{operation}' of {} was accepted before and goes on in Azure; only the wait ended. {}",
            place.called(),
            match place.parent.service {
                Service::Purview => look_again(place),
                Service::DataFactory | Service::Synapse => wait_again(place, &[]),
            }
        ),
        _ => format!("The operation '{operation}' of {} failed.", place.called()),
    };
    error.about(place.id()).with_hint(hint).with_lead(format!(
        "{}\n",
        messages::long_running_status_error(place.parent.service)
    ))
}

/// A wait that ended before the operation: how to wait again, or to see what became of it.
#[must_use]
pub fn given_up(place: &RuntimePlace, error: Error) -> Error {
    let parent = &place.parent;
    let verb = match parent.service {
        Service::Purview => "See the integration runtime with Get",
        Service::DataFactory | Service::Synapse => "Wait again with Wait",
    };
    error.about(place.id()).with_hint(format!(
        "{verb}-{} -ResourceGroupName '{}' -{} '{}' -Name '{}'.",
        parent.service.noun(),
        parent.resource_group,
        parent.service.parent_name(),
        parent.name,
        place.name
    ))
}

fn record(arm: &Arm<'_>, place: &RuntimePlace, kind: Kind, pending: Option<&Pending>) -> Record {
    let address = |url: Option<&azure_core::http::Url>| Field::text(url.map(ToString::to_string));
    let status = pending.and_then(|pending| pending.status.as_ref());
    let result = pending.and_then(|pending| pending.result.as_ref());
    let id = status
        .or(result)
        .and_then(|url| url.path_segments()?.next_back().map(str::to_owned));
    let now = OffsetDateTime::from(arm.call.library.clock.now())
        .format(&Rfc3339)
        .unwrap_or_default();
    let members = vec![
        ("Id".into(), Field::text(id)),
        ("Kind".into(), Field::Text(kind.name().to_owned())),
        ("Name".into(), Field::Text(place.name.clone())),
        (
            "ResourceGroupName".into(),
            Field::Text(place.parent.resource_group.clone()),
        ),
        (
            place.parent.service.parent_name().into(),
            Field::Text(place.parent.name.clone()),
        ),
        ("RuntimeId".into(), Field::Text(place.id())),
        ("StatusUrl".into(), address(status)),
        ("ResultUrl".into(), address(result)),
        ("StartTime".into(), Field::Date(now)),
    ];
    Record::new(&OPERATION, members)
}
