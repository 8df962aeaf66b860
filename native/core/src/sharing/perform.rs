//! Makes what a plan lacks, waits until the grant works, and verifies the share from both sides.

use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use futures::{FutureExt, future::BoxFuture};

use super::{
    grant::{self, Giving},
    owner::{self, Owner},
    plan::{Plan, Write, user},
    share::{Grant, Outcome, Share},
    undo::Made,
    work::Work,
};
use crate::{
    error::{Error, ErrorKind, Result},
    report,
    resources::role_definition::Role,
    runtimes::{
        body::RuntimeBody,
        place::RuntimePlace,
        status,
        version::{Version, Versioned},
        written,
    },
};

/// How long a grant that was there before is waited for: it may have been given a moment ago by another command.
const OLD_GRANT: Duration = Duration::from_secs(60);
/// How long a grant can take to spread at the most: an older one that does not work is refused for another reason.
const SPREAD: Duration = Duration::from_secs(3600);
/// How long the shared runtime may take to list a link that was accepted.
const LISTED_WITHIN: Duration = Duration::from_secs(60);
/// The pauses between attempts, in seconds; the last one is taken again.
const PAUSES: [u64; 9] = [1, 2, 3, 5, 8, 10, 15, 20, 30];

/// How a call makes shares.
pub struct Settings {
    /// The role that is given.
    pub role: Role,
    /// How long a grant may take to work.
    pub limit: Duration,
    /// Whether what was made is undone for a data factory that fails.
    pub rollback: bool,
    /// What a share is called that was not complete before.
    pub made: Outcome,
}

/// Makes what `plan` lacks; the share says what became of it, and the error why it failed.
///
/// # Errors
/// `Cancelled` only.
pub async fn run(
    work: &Work<'_>,
    owner: &Owner,
    plan: Plan,
    settings: &Settings,
) -> Result<(Share, Option<Error>)> {
    let mut share = plan.share(owner);
    let complete = plan.is_complete();
    let mut made = Made::default();
    let outcome = make(work, owner, &plan, settings, &mut share, &mut made).await;
    let error = match outcome {
        Ok(state) => {
            share.state = state;
            share.outcome = if complete {
                Outcome::AlreadyShared
            } else {
                settings.made
            };
            None
        }
        Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
        Err(error) => {
            let error = explained(error, owner, &plan, &settings.role);
            share = share.failed(&error);
            share.fix = Some(again(owner, &plan, settings));
            if settings.rollback {
                made.undo(work, owner, &plan, &mut share).await?;
            }
            Some(error)
        }
    };
    work.finished().await?;
    Ok((share, error))
}

/// The command that goes on where this one ended.
fn again(owner: &Owner, plan: &Plan, settings: &Settings) -> String {
    let verb = if settings.made == Outcome::Repaired {
        "Repair"
    } else {
        "New"
    };
    command(verb, owner, plan)
}

fn command(verb: &str, owner: &Owner, plan: &Plan) -> String {
    format!(
        "{verb}-AzIntegrationRuntimeShare -ResourceId '{}' -With '{}' -Name '{}'",
        owner.place.id(),
        user(&plan.linked.parent).id().unwrap_or_default(),
        plan.linked.name
    )
}

/// Gives the role, writes the linked runtime, verifies; the state of the shared runtime as the linked one shows it.
async fn make(
    work: &Work<'_>,
    owner: &Owner,
    plan: &Plan,
    settings: &Settings,
    share: &mut Share,
    made: &mut Made,
) -> Result<Option<String>> {
    let clock = &work.arm.call.library.clock;
    let mut since = plan.assigned.latest();
    let mut deadline = clock.now() + OLD_GRANT;
    if plan.assigned.known && plan.assigned.assignments.is_empty() {
        // Without a grant there is nothing to wait for.
        deadline = clock.now();
    }
    if let Some(latest) = since {
        deadline = deadline.max(latest + settings.limit);
    }
    if plan.gives {
        let giving = Giving::new(&owner.place.id(), &settings.role, &plan.principal);
        made.assignment = Some(giving.id.clone());
        match giving.give(work).await {
            Ok(true) => {
                share.grant = Grant::Created;
                since = Some(clock.now());
                deadline = clock.now() + settings.limit;
            }
            Ok(false) => {
                made.assignment = None;
                share.grant = Grant::Present;
                // It was not in the list, so it is a new one.
                since = Some(clock.now());
                deadline = clock.now() + settings.limit;
            }
            // Who may not give roles may still link, where the role comes by ways that could not be read.
            Err(error) if error.is_status(403) && !plan.assigned.known => {
                made.assignment = None;
                deadline = clock.now();
                owner::not_seen(work.arm, "The grant", &error).await?;
            }
            Err(error) => {
                if error.fault().is_some() {
                    made.assignment = None;
                }
                if !error.is_status(403) {
                    return Err(error);
                }
                let scope = owner.place.id();
                let advice = grant::advice(&scope, &plan.principal, &settings.role);
                return Err(error.with_hint(advice));
            }
        }
    }
    let deadline = Deadline {
        at: deadline,
        since,
        principal: plan.principal.clone(),
        again: command("Repair", owner, plan),
    };
    write(work, plan, made, &deadline).await?;
    verify(work, owner, plan, &deadline).await
}

/// When a grant counts as without effect.
struct Deadline {
    at: SystemTime,
    /// When the grant was given; nothing where none is known.
    since: Option<SystemTime>,
    /// The identity that has it.
    principal: String,
    /// The command that goes on.
    again: String,
}

/// Writes the linked runtime; while the grant spreads, the service refuses it.
async fn write(work: &Work<'_>, plan: &Plan, made: &mut Made, deadline: &Deadline) -> Result<()> {
    let (body, version) = match &plan.write {
        Write::Nothing => return Ok(()),
        Write::Create(body) => {
            made.runtime = true;
            (body, None)
        }
        Write::Again(body) => (body, None),
        Write::Replace(body, version) => (body, version.as_ref()),
    };
    let put = Put {
        work,
        place: &plan.linked,
        body,
    };
    let version = version.map(|etag| Version {
        etag: etag.clone(),
        what: plan.linked.called_first(),
    });
    let attempt = || match &version {
        None => put.put(None),
        Some(version) => version.write(work.arm, &put).boxed(),
    };
    with_access(work, deadline, &attempt).await.map(|_| ())
}

/// A linked runtime on its way.
struct Put<'a> {
    work: &'a Work<'a>,
    place: &'a RuntimePlace,
    body: &'a serde_json::Value,
}

#[async_trait]
impl Versioned for Put<'_> {
    type Written = RuntimeBody;

    async fn put(&self, version: Option<&str>) -> Result<RuntimeBody> {
        let Self { work, place, body } = self;
        written::put(work.arm, place, body, version).await
    }

    async fn etag(&self) -> Result<Option<String>> {
        let now = self.place.get_if_exists(self.work.arm).await?;
        Ok(now.and_then(|now| now.etag().map(str::to_owned)))
    }
}

/// Tries `request` until the grant works, or `deadline` has passed.
async fn with_access<'f, T>(
    work: &Work<'_>,
    deadline: &Deadline,
    request: &(dyn Fn() -> BoxFuture<'f, Result<T>> + Sync),
) -> Result<T> {
    let clock = &work.arm.call.library.clock;
    let mut pauses = Pauses::default();
    let mut waits = false;
    let outcome = loop {
        match request().await {
            Err(error) if grant::is_without_access(&error) => {
                let Some(pause) = pauses.before(clock.now(), deadline.at) else {
                    break Err(without_effect(error, clock.now(), pauses.waited, deadline));
                };
                if !waits {
                    work.waits(true).await?;
                    waits = true;
                }
                clock.sleep(pause).await;
            }
            outcome => break outcome,
        }
    };
    if waits {
        work.waits(false).await?;
    }
    outcome
}

/// Sees the link in the list of the shared runtime, and the status of the linked one.
async fn verify(
    work: &Work<'_>,
    owner: &Owner,
    plan: &Plan,
    deadline: &Deadline,
) -> Result<Option<String>> {
    listed(work, owner, plan).await?;
    let attempt = || status::ask(work.arm, &plan.linked).boxed();
    let seen = with_access(work, deadline, &attempt).await?;
    Ok(seen.state())
}

/// Waits until the shared runtime lists the link; enters it from that side where writing the linked runtime did not.
async fn listed(work: &Work<'_>, owner: &Owner, plan: &Plan) -> Result<()> {
    let arm = work.arm;
    // It was seen before, or cannot be seen by this caller.
    if matches!(plan.write, Write::Nothing) || owner.status.is_none() {
        return Ok(());
    }
    let clock = &arm.call.library.clock;
    let until = clock.now() + LISTED_WITHIN;
    let mut pauses = Pauses::default();
    let mut entered = false;
    loop {
        let status = status::ask(arm, &owner.place).await?;
        if status
            .links()
            .iter()
            .any(|link| owner::is_of(link, &plan.linked))
        {
            return Ok(());
        }
        // A runtime that was there before is written without change: that need not enter its link again.
        if matches!(plan.write, Write::Again(_)) && !entered {
            entered = true;
            let body = owner::link_body(&plan.linked, plan.location.as_deref());
            let url = owner.place.action_url(arm, &["linkedIntegrationRuntime"]);
            arm.post(url, Some(&body)).await?;
            continue;
        }
        let Some(pause) = pauses.before(clock.now(), until) else {
            return Err(Error::new(
                ErrorKind::TimedOut,
                format!(
                    "Azure accepted {}, but {} does not list the link after {} seconds. See what is missing with: \
                     Get-AzIntegrationRuntimeShare -ResourceId '{}'.",
                    plan.linked.called(),
                    owner.place.called(),
                    LISTED_WITHIN.as_secs(),
                    owner.place.id()
                ),
            ));
        };
        clock.sleep(pause).await;
    }
}

/// The pauses between attempts, longer and longer.
#[derive(Default)]
struct Pauses {
    taken: usize,
    waited: Duration,
}

impl Pauses {
    /// The next pause, which ends at `end` at the latest; nothing where that has passed.
    fn before(&mut self, now: SystemTime, end: SystemTime) -> Option<Duration> {
        let left = end
            .duration_since(now)
            .ok()
            .filter(|left| !left.is_zero())?;
        let seconds = PAUSES[self.taken.min(PAUSES.len() - 1)];
        let pause = Duration::from_secs(seconds).min(left);
        self.taken += 1;
        self.waited += pause;
        Some(pause)
    }
}

/// The refusal of a link although there is a grant: what is there already is not asked for again.
fn without_effect(error: Error, now: SystemTime, waited: Duration, deadline: &Deadline) -> Error {
    let Some(since) = deadline.since else {
        return error;
    };
    let moment = report::rfc3339(since.into());
    let Deadline {
        principal, again, ..
    } = deadline;
    if now.duration_since(since).is_ok_and(|age| age > SPREAD) {
        return error.saying(format!(
            "Azure refuses the link, although identity '{principal}' has its role on the shared integration runtime \
             since {moment}. Check that the link uses this identity, and that no deny assignment is in the way; then \
             go on with: {again}"
        ));
    }
    error.saying(format!(
        "The grant did not work within {} seconds. Identity '{principal}' has its role on the shared integration \
         runtime since {moment}, and Azure has not spread it yet: nothing else is missing. Go on where this command \
         ended with: {again}",
        waited.as_secs()
    ))
}

/// `error` with what the data factory is, and with the next step where the service gives none.
fn explained(error: Error, owner: &Owner, plan: &Plan, role: &Role) -> Error {
    let factory = &plan.linked.parent.name;
    let error = if error.is_code("SharableIntegrationRuntimeUnSupportVersion") {
        error.with_hint(format!(
            "Azure shares an integration runtime only while a node of version 3.8 or later is registered: register \
             one at {}.",
            owner.place.called()
        ))
    } else if grant::is_without_access(&error)
        && !plan.gives
        && plan.assigned.assignments.is_empty()
    {
        error.with_hint(grant::advice(&owner.place.id(), &plan.principal, role))
    } else {
        error
    };
    error.about(factory.clone()).with_lead(format!(
        "Integration runtime '{}' of data factory '{}' is not shared with data factory '{factory}'. ",
        owner.place.name, owner.place.parent.name
    ))
}
