//! Long-running operations: `Azure-AsyncOperation` first, then `Location`, at the server's pace.
//!
//! Protocol: <https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations>.

use std::time::{Duration, SystemTime};

use azure_core::http::{Method, Url};
use futures::{FutureExt, future::BoxFuture};
use serde_json::Value;

use super::client::{Client, RequestOptions};
use crate::{
    error::{Error, ErrorContext, Result, ServiceFault},
    http::{Reply, redaction, retry},
    json::Lookup,
};

/// How often to ask when neither the service nor the caller says.
pub const PACE: Duration = Duration::from_secs(15);
/// How often the time that has passed is shown anew.
const TICK: Duration = Duration::from_secs(5);
/// So many answers in a row that are no status end a wait: a proxy's page may come between, but not for ever.
pub const NO_STATUS: u32 = 10;
/// A wait ends after so long: no operation of Resource Manager's lasts longer.
pub const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// A long-running operation: where its status and its result can be asked for.
///
/// ```
/// use azir_azure::arm::{
///     Client,
///     client::RequestOptions,
///     long_running::{self, Ended, Pending, Watch},
/// };
/// use azure_core::http::Method;
///
/// # async fn remove(client: &Client) -> azir_azure::error::Result<()> {
/// let group = client.url(&["subscriptions", "s1", "resourceGroups", "rg"], "2021-04-01");
/// let reply = client
///     .send(Method::Delete, group, None, RequestOptions::default())
///     .await?;
/// // Nothing is pending when the service did it at once.
/// if let Some(pending) = Pending::of(client, &reply)? {
///     let watch = Watch::patient("Remove resource group 'rg'");
///     match long_running::wait(client, pending, &watch).await? {
///         Ended::Succeeded(_) => println!("It is gone."),
///         Ended::TimedOut(state) => println!("The service goes on with it: {state}."),
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Pending {
    /// Where its status is.
    pub status: Option<Url>,
    /// Where its result will be.
    pub result: Option<Url>,
    pause: Option<Duration>,
    /// Whether the status itself has the result: `final-state-via: azure-async-operation`.
    status_is_result: bool,
}

impl Pending {
    /// What `reply` began; nothing when it was done at once.
    ///
    /// # Errors
    /// `Protocol` when the status URL is missing or at another host.
    pub fn of(arm: &Client, reply: &Reply) -> Result<Option<Self>> {
        let status = link(arm, reply, "azure-asyncoperation")?;
        if reply.status != 202 && status.is_none() {
            return Ok(None);
        }
        let result = link(arm, reply, "location")?;
        if status.is_none() && result.is_none() {
            return Err(ErrorContext::NoStatusAddress.into());
        }
        Ok(Some(Self {
            status,
            result,
            pause: reply.retry_after(arm.world.clock().now()),
            status_is_result: false,
        }))
    }

    /// The operation that `reply` began, in the form of data planes (`Operation-Location`); nothing when it began none.
    ///
    /// # Errors
    /// `Protocol` when the status URL is at another host.
    pub fn at_operation_location(arm: &Client, reply: &Reply) -> Result<Option<Self>> {
        let status = link(arm, reply, "operation-location")?;
        Ok(status.map(|status| Self {
            status: Some(status),
            result: None,
            // Without `Retry-After`, the operation may have ended already.
            pause: reply
                .retry_after(arm.world.clock().now())
                .or(Some(Duration::ZERO)),
            status_is_result: false,
        }))
    }

    /// The same, whose result is in its status where it has one: nothing is asked for after that.
    #[must_use]
    pub fn ending_with_its_status(self) -> Self {
        if self.status.is_none() {
            return self;
        }
        Self {
            result: None,
            status_is_result: true,
            ..self
        }
    }

    /// What was begun earlier, perhaps in another session.
    ///
    /// # Errors
    /// `Protocol` when the addresses are none of this Azure.
    pub fn resume(arm: &Client, status: Option<&str>, result: Option<&str>) -> Result<Self> {
        let at = |what, text: Option<&str>| {
            text.filter(|text| !text.is_empty())
                .map(|text| home(arm, &format!("operation's {what}"), text))
                .transpose()
        };
        Ok(Self {
            status: at("StatusUrl", status)?,
            result: at("ResultUrl", result)?,
            // The caller may have waited long already.
            pause: Some(Duration::ZERO),
            status_is_result: false,
        })
    }
}

/// How to wait, and what is shown meanwhile.
#[derive(Clone, Debug)]
pub struct Watch<'a> {
    /// What goes on, such as `Start machine 'x'`.
    pub activity: &'a str,
    /// The caller's pace; the service's own when not given.
    pub interval: Option<Duration>,
    /// When to stop waiting.
    pub deadline: Option<SystemTime>,
}

impl<'a> Watch<'a> {
    /// Waits as long as it takes, at the service's pace.
    #[must_use]
    pub fn patient(activity: &'a str) -> Self {
        Self {
            activity,
            interval: None,
            deadline: None,
        }
    }
}

/// How a wait ended.
#[derive(Debug)]
pub enum Ended {
    /// It succeeded; the result's body, null where there is none.
    Succeeded(Value),
    /// The deadline passed first; the service goes on. Its last word on how it does.
    TimedOut(String),
}

/// Waits until `pending` has ended.
///
/// # Errors
/// `Service` when it failed or was cancelled; `Protocol` with the operation's address when [`NO_STATUS`] answers in a
/// row are no status, when it has not ended after [`LONGEST`], or when the service asks for a longer pause than
/// [`retry::PATIENCE`] and the caller has no pace of its own.
#[must_use]
pub fn wait<'a>(
    arm: &'a Client,
    pending: Pending,
    watch: &'a Watch<'a>,
) -> BoxFuture<'a, Result<Ended>> {
    // Boxed: the code is compiled here, and not again in each crate that calls it.
    async move {
        let mut timer = Timer::new(arm, watch);
        let outcome = poll(arm, pending, &mut timer).await;
        timer.done().await?;
        outcome
    }
    .boxed()
}

async fn poll(arm: &Client, pending: Pending, timer: &mut Timer<'_>) -> Result<Ended> {
    let clock = arm.world.clock();
    let Pending {
        status,
        mut result,
        mut pause,
        status_is_result,
    } = pending;
    let mut properties = Value::Null;
    let mut nonsense = 0;
    if let Some(url) = status {
        loop {
            if !timer.pause_for(pause, &url).await? {
                return Ok(Ended::TimedOut(timer.state.clone()));
            }
            let reply = get(arm, &url).await?;
            pause = reply.retry_after(clock.now());
            if !status_is_result {
                result = link(arm, &reply, "location")?.or(result);
            }
            let body = reply.json().unwrap_or_default();
            let Some(state) = state(&body) else {
                nonsense += 1;
                if nonsense == NO_STATUS {
                    return Err(ErrorContext::NoStatusInAnswers {
                        address: redaction::address(&url),
                        answers: nonsense,
                    }
                    .into());
                }
                continue;
            };
            nonsense = 0;
            state.clone_into(&mut timer.state);
            if ended(state, &body, &reply, clock.now())? {
                properties = body.at("properties").clone();
                break;
            }
        }
        timer.at_once = true;
    }
    let Some(mut url) = result else {
        return Ok(Ended::Succeeded(properties));
    };
    loop {
        if !timer.pause_for(pause, &url).await? {
            return Ok(Ended::TimedOut(timer.state.clone()));
        }
        let reply = get(arm, &url).await?;
        if reply.status != 202 {
            let body = reply.json_or_null()?;
            return Ok(Ended::Succeeded(if body.is_null() {
                properties
            } else {
                body
            }));
        }
        // Some services answer with a record that has a state meanwhile.
        if let Ok(body) = reply.json()
            && let Some(state) = body.at("state").as_str()
        {
            state.clone_into(&mut timer.state);
        }
        pause = reply.retry_after(clock.now());
        url = link(arm, &reply, "location")?.unwrap_or(url);
    }
}

async fn get(arm: &Client, url: &Url) -> Result<Reply> {
    arm.send_once(Method::Get, url, None, RequestOptions::default())
        .await
}

/// Pauses between questions and shows how long it has been.
#[derive(Debug)]
pub struct Timer<'a> {
    arm: &'a Client,
    watch: &'a Watch<'a>,
    began: SystemTime,
    shown: bool,
    asked: bool,
    /// Whether the next pause is none.
    pub at_once: bool,
    /// What the service calls the present state.
    pub state: String,
}

impl<'a> Timer<'a> {
    /// A timer that starts now.
    #[must_use]
    pub fn new(arm: &'a Client, watch: &'a Watch<'a>) -> Self {
        Self {
            arm,
            watch,
            began: arm.world.clock().now(),
            shown: false,
            asked: false,
            at_once: false,
            state: "InProgress".to_owned(),
        }
    }

    /// How long it has been, as `m:ss`.
    #[must_use]
    pub fn elapsed(&self) -> String {
        let now = self.arm.world.clock().now();
        let seconds = now.duration_since(self.began).unwrap_or_default().as_secs();
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }

    /// As [`Timer::pause`], before the operation at `address` is asked about again.
    ///
    /// # Errors
    /// `Protocol` when the operation takes too long, or the service wants a pause that is left to the user.
    async fn pause_for(&mut self, asked: Option<Duration>, address: &Url) -> Result<bool> {
        let now = self.arm.world.clock().now();
        let passed = now.duration_since(self.began).unwrap_or_default();
        let address = || redaction::address(address);
        if self.watch.deadline.is_none() && passed >= LONGEST {
            return Err(ErrorContext::OperationEndless {
                address: address(),
                hours: passed.as_secs() / 3600,
            }
            .into());
        }
        if let Some(asked) = asked
            && self.watch.interval.is_none()
            && asked > retry::PATIENCE
        {
            return Err(ErrorContext::OperationPause {
                address: address(),
                seconds: asked.as_secs(),
            }
            .into());
        }
        self.pause(asked).await
    }

    /// Waits for the caller's interval, else for `asked` or the usual pace; false when time is up.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn pause(&mut self, asked: Option<Duration>) -> Result<bool> {
        let clock = self.arm.world.clock();
        let first = !std::mem::replace(&mut self.asked, true);
        if std::mem::take(&mut self.at_once) || (first && asked == Some(Duration::ZERO)) {
            return Ok(true);
        }
        // A service that says 0 again and again is not asked without end.
        let mut left = self
            .watch
            .interval
            .or(asked)
            .unwrap_or(PACE)
            .max(Duration::from_secs(1));
        if let Some(deadline) = self.watch.deadline {
            let Ok(rest) = deadline.duration_since(clock.now()) else {
                return Ok(false);
            };
            if rest.is_zero() {
                return Ok(false);
            }
            left = left.min(rest);
        }
        while !left.is_zero() {
            let status = format!("{}, {}", self.state, self.elapsed());
            self.shown = true;
            self.arm.progress.step(self.watch.activity, &status).await?;
            let slice = left.min(TICK);
            clock.sleep(slice).await;
            left -= slice;
        }
        Ok(true)
    }

    /// Takes the progress away.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn done(&self) -> Result<()> {
        if self.shown {
            self.arm.progress.done(self.watch.activity).await?;
        }
        Ok(())
    }
}

/// The status that a status body says; nothing when it is none.
fn state(body: &Value) -> Option<&str> {
    let status = body.at("status").as_str()?;
    // A word, in whatever language the service speaks next: a page of text is none.
    let is_word = !status.is_empty() && status.len() <= 64 && !status.contains(char::is_control);
    is_word.then_some(status)
}

/// Whether a status body says that the operation ended well.
fn ended(status: &str, body: &Value, reply: &Reply, now: SystemTime) -> Result<bool> {
    if status.eq_ignore_ascii_case("Succeeded") {
        return Ok(true);
    }
    let failures = ["Failed", "Canceled", "Cancelled"];
    if !failures.iter().any(|own| own.eq_ignore_ascii_case(status)) {
        return Ok(false);
    }
    let text = |name: &str| {
        body.member("error")
            .and_then(|error| error.member(name))
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    let fault = ServiceFault {
        status: reply.status,
        code: text("code").or_else(|| Some(status.to_owned())),
        request_id: reply.header("x-ms-request-id").map(str::to_owned),
        target: text("target"),
        message: None,
        at: now,
        exchange: None,
    };
    // Refreshing object metadata has a text where the others have an object.
    let plain = body.at("error").as_str().filter(|text| !text.is_empty());
    let message = text("message").or_else(|| plain.map(str::to_owned));
    let fault = ServiceFault {
        message: Some(message.unwrap_or_else(|| format!("The operation ended as '{status}'."))),
        ..fault
    };
    Err(Error::service(fault))
}

fn link(arm: &Client, reply: &Reply, name: &'static str) -> Result<Option<Url>> {
    reply
        .header(name)
        .map(|text| home(arm, &format!("service's '{name}' header"), text))
        .transpose()
}

/// The address in `text`, which must be at the host that tokens of this context may go to.
fn home(arm: &Client, name: &str, text: &str) -> Result<Url> {
    let what = || name.to_owned();
    let url = Url::parse(text).map_err(|_| ErrorContext::NotAnOperationAddress { what: what() })?;
    if !arm.is_home(&url) {
        return Err(ErrorContext::OperationElsewhere {
            what: what(),
            host: url.host_str().unwrap_or_default().to_owned(),
        }
        .into());
    }
    Ok(url)
}
