//! Long-running operations: `Azure-AsyncOperation` first, then `Location`, at the server's pace.
//!
//! Protocol: <https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations>.

use std::time::{Duration, SystemTime};

use azure_core::http::{Method, Url};
use serde_json::Value;

use super::{
    client::{Arm, Manner},
    service_error,
};
use crate::{
    error::{Error, ErrorKind, Result, ServiceFault},
    http::Reply,
};

/// How often to ask when the service does not say.
const PACE: Duration = Duration::from_secs(15);

/// Waits until what `accepted` began has ended, and answers with the last reply.
///
/// # Errors
/// `Service` when it failed or was cancelled; `Protocol` when the status is elsewhere or missing.
pub async fn wait(arm: &Arm<'_>, accepted: Reply, activity: &str) -> Result<Reply> {
    let clock = &arm.call.library.clock;
    let began = clock.now();
    let mut reply = accepted;
    let mut status_url = link(arm, &reply, "azure-asyncoperation")?;
    let mut location = link(arm, &reply, "location")?;
    let mut shown = false;
    while reply.status == 202 || status_url.is_some() {
        let Some(url) = status_url.as_ref().or(location.as_ref()) else {
            return Err(Error::protocol(
                "The service began the operation but did not say where its status is.",
            ));
        };
        let pause = reply.retry_after(clock.now()).unwrap_or(PACE);
        if !pause.is_zero() {
            let elapsed = clock
                .now()
                .duration_since(began)
                .unwrap_or_default()
                .as_secs();
            let status = format!("in progress for {}:{:02}", elapsed / 60, elapsed % 60);
            arm.call.host.progress(activity, &status, -1).await?;
            shown = true;
            clock.sleep(pause).await;
        }
        reply = arm
            .send_once(Method::Get, url, None, Manner::default())
            .await?;
        location = link(arm, &reply, "location")?.or(location);
        if status_url.is_some() {
            let body = reply.json()?;
            if ended(&body, &reply, clock.now())? {
                status_url = None;
                reply.status = 200;
            }
        }
    }
    if shown {
        arm.call.host.progress_done(activity).await?;
    }
    Ok(reply)
}

/// Whether a status body says that the operation ended well.
fn ended(body: &Value, reply: &Reply, now: SystemTime) -> Result<bool> {
    let status = body
        .get("status")
        .and_then(Value::as_str)
        .ok_or_else(|| Error::protocol("The service's status of the operation has no 'status'."))?;
    if status.eq_ignore_ascii_case("Succeeded") {
        return Ok(true);
    }
    if !status.eq_ignore_ascii_case("Failed") && !status.eq_ignore_ascii_case("Canceled") {
        return Ok(false);
    }
    let text = |name: &str| {
        body.get("error")
            .and_then(|error| error.get(name))
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    let fault = ServiceFault {
        status: reply.status,
        code: text("code").or_else(|| Some(status.to_owned())),
        request_id: reply.header("x-ms-request-id").map(str::to_owned),
        target: text("target"),
    };
    let message = text("message").unwrap_or_else(|| format!("The operation ended as '{status}'."));
    let message = service_error::five_lines(&fault, &message, now);
    Err(Error::new(ErrorKind::Service(Box::new(fault)), message))
}

fn link(arm: &Arm<'_>, reply: &Reply, name: &'static str) -> Result<Option<Url>> {
    let Some(text) = reply.header(name) else {
        return Ok(None);
    };
    let url = Url::parse(text).map_err(|_| {
        Error::protocol(format!("The service's '{name}' header is not an address."))
    })?;
    if !arm.is_home(&url) {
        return Err(Error::protocol(format!(
            "The service's '{name}' header points to another host, '{}'. It was not followed and no token was \
             sent there.",
            url.host_str().unwrap_or_default()
        )));
    }
    Ok(Some(url))
}
