//! Writes and removals of a runtime: done at once, or accepted and waited for by another module.
//!
//! Synapse answers 202 with a proxy record (what it will do, not the runtime) and the address of the operation's
//! result; Data Factory answers with the runtime. Either may come from either: what counts is the answer's own shape.

use azir_azure::{
    arm::{
        client::RequestOptions,
        long_running::{self, Ended, Pending, Watch},
    },
    error::ServiceFault,
    http::{Reply, lacking},
    json::Lookup,
};
use azure_core::http::Method;
use serde_json::Value;

use super::{body::RuntimeBody, operation, place::RuntimePlace, service::Service};
use crate::{
    arm::Arm,
    error::{Error, Result},
};

/// Writes the whole runtime and answers with what is there then.
///
/// # Errors
/// What the service answers, also at the end of its operation; `Protocol` when Data Factory does not answer with the
/// runtime.
pub async fn put(
    arm: &Arm<'_>,
    place: &RuntimePlace,
    body: &Value,
    if_match: Option<&str>,
) -> Result<RuntimeBody> {
    let service = place.parent.service;
    let options = RequestOptions {
        if_match,
        ..RequestOptions::default()
    };
    let reply = arm
        .send(Method::Put, place.url(arm), Some(body), options)
        .await?;
    let answer = ended(arm, place, &reply, "Set").await?;
    match answer {
        Some(resource) if is_resource(&resource) => Ok(RuntimeBody::new(service, resource)),
        // The operation is over: what it made is read.
        Some(_) => place.get(arm).await,
        None => {
            let answer = reply.json_or_null()?;
            if service == Service::Synapse && !is_resource(&answer) {
                refuse_failed(arm, place, &answer)?;
                return place.get(arm).await;
            }
            if is_resource(&answer) {
                return Ok(RuntimeBody::new(service, answer));
            }
            Err(Error::protocol(format!(
                "The service accepted the change (HTTP status {}) but did not answer with what is there now. Get it \
                 to see.",
                reply.status
            )))
        }
    }
}

/// Removes the runtime; whether there was one.
///
/// # Errors
/// What the service answers, also at the end of its operation.
pub async fn delete(arm: &Arm<'_>, place: &RuntimePlace) -> Result<bool> {
    let reply = arm
        .send(
            Method::Delete,
            place.url(arm),
            None,
            RequestOptions::default(),
        )
        .await?;
    if reply.status == 204 {
        return Ok(false);
    }
    if ended(arm, place, &reply, "Remove").await?.is_none() {
        refuse_failed(arm, place, &reply.json_or_null().unwrap_or_default())?;
    }
    Ok(true)
}

/// The end of the operation that `reply` began; nothing when it was done at once.
async fn ended(
    arm: &Arm<'_>,
    place: &RuntimePlace,
    reply: &Reply,
    verb: &str,
) -> Result<Option<Value>> {
    let Some(pending) = Pending::of(arm, reply)? else {
        return Ok(None);
    };
    let activity = format!("{verb} integration runtime '{}'", place.name);
    let caller = &arm.call.caller;
    let going_on = if verb == "Set" { "write" } else { "removal" };
    caller
        .on_stop(format!(
            "Only the wait was stopped. The {going_on} of {} goes on in Azure. {}",
            place.called(),
            operation::look_again(place)
        ))
        .await?;
    let end = long_running::wait(arm, pending, &Watch::patient(&activity)).await;
    caller.on_stop("").await?;
    let end = end.map_err(|error| {
        if error.is_wait_given_up() {
            operation::given_up(place, error.into())
        } else {
            about(place, error.into())
        }
    })?;
    match end {
        Ended::Succeeded(body) => {
            refuse_failed(arm, place, &body)?;
            Ok(Some(body))
        }
        // Without a deadline there is no other end.
        Ended::TimedOut(_) => Ok(Some(Value::Null)),
    }
}

/// Whether `body` is the runtime itself, and no record about what is done with it.
fn is_resource(body: &Value) -> bool {
    lacking(body, &["id?", "name", "properties"]).is_none()
}

/// A proxy record of something that went wrong is an error, whatever its HTTP status.
fn refuse_failed(arm: &Arm<'_>, place: &RuntimePlace, body: &Value) -> Result<()> {
    let state = body.at("state").as_str().unwrap_or_default();
    let failed = ["Failed", "Canceled", "Cancelled"];
    if is_resource(body) || !failed.iter().any(|own| own.eq_ignore_ascii_case(state)) {
        return Ok(());
    }
    let text = |name: &str| {
        [body.at("error"), body]
            .into_iter()
            .find_map(|holder| holder.at(name).as_str().filter(|text| !text.is_empty()))
            .map(str::to_owned)
    };
    let fault = ServiceFault {
        status: 200,
        code: text("code").or_else(|| Some(state.to_owned())),
        request_id: None,
        target: text("target"),
        message: text("message").or_else(|| Some(format!("The operation ended as '{state}'."))),
        at: arm.call.library.clock.now(),
        exchange: None,
    };
    Err(about(place, Error::service(fault)))
}

/// The error with the runtime that it is about, where the service says that something went wrong.
fn about(place: &RuntimePlace, error: Error) -> Error {
    if error.fault().is_none() {
        return error;
    }
    error
        .about(place.id())
        .with_hint(format!("This happened to {}.", place.called()))
}
