//! `New-AzIntegrationRuntimeShare`: shares a runtime with data factories, several at once, each with its own outcome.

use std::time::Duration;

use futures::{FutureExt, StreamExt, future::BoxFuture, stream};

use super::{
    factory::{self, Given},
    grant, owner,
    owner::{MOST_LINKS, Owner},
    perform::{self, Settings},
    plan::{self, Options, Plan, Write},
    share::{Outcome, Share, User},
    work::{Work, connect},
};
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    names,
    runtimes::place::RuntimePlace,
};

/// How long a grant may take to work: Azure documents up to ten minutes.
/// <https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#symptom---role-assignment-changes-are-not-being-detected>
const LIMIT: Duration = Duration::from_secs(600);
/// The longest time of `-TimeoutSeconds`: the calendar has an end.
const LONGEST: Duration = Duration::from_secs(366 * 24 * 60 * 60);
/// The most data factories that are worked on at a time; more than a shared runtime has links.
const SIDE_BY_SIDE: usize = 128;

/// What a call makes of shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// New ones.
    New,
    /// Those that are broken are restored.
    Repair,
}

impl Mode {
    fn outcome(self) -> Outcome {
        match self {
            Self::New => Outcome::Shared,
            Self::Repair => Outcome::Repaired,
        }
    }
}

/// Shares the runtime with each data factory of `-With`.
///
/// # Errors
/// What is wrong with the shared runtime or the input; a data factory that fails is an error of its own, at the end.
pub async fn run(call: &Call) -> Result<()> {
    let arm = connect(call).await?;
    let place = owner::named(&arm).await?;
    let name = match call.arguments().filled("Name") {
        Some(name) => {
            names::runtime("Name", &name)?;
            name
        }
        None => place.name.clone(),
    };
    let given = factory::given(&arm).await?;
    share(&arm, place, &name, given, Mode::New).await
}

/// Makes, or restores, the shares of the runtime at `place` with the data factories `given`.
///
/// # Errors
/// As [`run`].
pub async fn share(
    arm: &Arm<'_>,
    place: RuntimePlace,
    name: &str,
    given: Vec<Given>,
    mode: Mode,
) -> Result<()> {
    let arguments = arm.call.arguments();
    let limit = match arguments.integer("TimeoutSeconds").map(u64::try_from) {
        None => LIMIT,
        Some(Ok(seconds)) => Duration::from_secs(seconds).min(LONGEST),
        Some(Err(_)) => {
            return Err(Error::invalid(
                "TimeoutSeconds",
                "-TimeoutSeconds is a number of seconds: 0 or more.",
            ));
        }
    };
    let activity = format!("Share integration runtime '{}'", place.name);
    let work = Work::new(arm, activity, given.len());
    let force = arguments.switch("Force") || mode == Mode::Repair;
    let role = grant::role(arm, &place.id()).await?;
    let owner = owner::read(&work, place, force).await?;
    let credential = arguments.filled("CredentialName");
    let options = Options {
        name,
        credential: credential.as_deref(),
        replaces_empty: mode == Mode::Repair,
    };
    let mut planned = plans(&work, &owner, given, &options).await?;
    refuse_beyond_limit(&owner, &mut planned);
    let mut agreed = Vec::with_capacity(planned.len());
    for planned in planned {
        if let Some(planned) = ask(arm.call, &owner, planned, &role.name).await? {
            agreed.push(planned);
        }
    }
    if agreed.is_empty() {
        return Ok(());
    }
    let settings = Settings {
        role,
        limit,
        rollback: arguments.switch("Rollback") && mode == Mode::New,
        made: mode.outcome(),
    };
    arm.call
        .caller
        .on_stop(format!(
            "Only the command was stopped. What it granted and linked until then stays. See it with: \
             Get-AzIntegrationRuntimeShare -ResourceId '{}'. The same command again completes it.",
            owner.place.id()
        ))
        .await?;
    let work = work.of(agreed.len());
    let errors = perform_all(&work, &owner, agreed, &settings).await?;
    work.end().await?;
    arm.call.caller.on_stop("").await?;
    // At the end: an error may end the script, and no data factory shall be left half shared by that.
    for error in errors {
        arm.call.caller.error(&error).await?;
    }
    Ok(())
}

/// What is planned for a value of `-With`, or why nothing is.
type Planned = std::result::Result<Plan, (Box<Share>, Error)>;

async fn plans(
    work: &Work<'_>,
    owner: &Owner,
    given: Vec<Given>,
    options: &Options<'_>,
) -> Result<Vec<Planned>> {
    let asked: Vec<BoxFuture<'_, Result<Planned>>> = given
        .into_iter()
        .map(|given| one(work, owner, given, options).boxed())
        .collect();
    let mut answers = stream::iter(asked).buffered(SIDE_BY_SIDE);
    let mut all = Vec::new();
    while let Some(planned) = answers.next().await {
        all.push(planned?);
    }
    Ok(all)
}

async fn one(
    work: &Work<'_>,
    owner: &Owner,
    given: Given,
    options: &Options<'_>,
) -> Result<Planned> {
    let (user, outcome) = match given.place {
        Err(error) => {
            let name = given.text.trim_end_matches('/');
            let user = User {
                name: name.rsplit('/').next().unwrap_or(name).to_owned(),
                ..User::default()
            };
            (user, Err(error))
        }
        Ok(place) => (
            plan::user(&place),
            plan::make(work, owner, &place, options).await,
        ),
    };
    match outcome {
        Ok(plan) => Ok(Ok(plan)),
        Err(error) if error.kind == ErrorKind::Cancelled => Err(error),
        Err(error) => {
            let mut share = Share::new(owner.place.clone(), user, Outcome::Failed).failed(&error);
            share.linked = Some(options.name.to_owned());
            Ok(Err((Box::new(share), error.about(given.text))))
        }
    }
}

/// The shared runtime has a most of links: data factories for which none is left fail before anything is written.
fn refuse_beyond_limit(owner: &Owner, planned: &mut [Planned]) {
    let Some(links) = owner.links() else {
        return;
    };
    let mut count = links.len();
    for planned in planned {
        let Ok(plan) = planned else {
            continue;
        };
        if !plan.adds_link(owner) {
            continue;
        }
        if count >= MOST_LINKS {
            let error = owner::no_link_left(&owner.place);
            let share = plan.share(owner).failed(&error);
            let error = error.about(plan.linked.parent.name.clone());
            *planned = Err((Box::new(share), error));
        } else {
            count += 1;
        }
    }
}

/// Asks for each step that changes something; nothing is left of a plan whose linked runtime was declined.
async fn ask(call: &Call, owner: &Owner, planned: Planned, role: &str) -> Result<Option<Planned>> {
    let mut plan = match planned {
        Ok(plan) if !plan.is_complete() => plan,
        other => return Ok(Some(other)),
    };
    let (shared, factory) = (&owner.place, &plan.linked.parent.name);
    let mut any = false;
    if plan.gives {
        let action = format!(
            "Granting the role '{role}' on {} to data factory '{factory}'.",
            shared.called()
        );
        plan.gives = call.caller.should_process_only(&action, factory).await?;
        any |= plan.gives;
    }
    let verb = match plan.write {
        Write::Nothing => return Ok(any.then_some(Ok(plan))),
        Write::Create(_) => "Creating the linked",
        Write::Again(_) => "Linking again the",
        Write::Replace(..) => "Replacing by a linked one the self-hosted",
    };
    let action = format!("{verb} {}, to {}.", plan.linked.called(), shared.called());
    let agreed = call
        .caller
        .should_process_only(&action, &plan.linked.name)
        .await?;
    Ok(agreed.then_some(Ok(plan)))
}

/// What became of one data factory, and the error where it failed.
type Ended = (Share, Option<Error>);

/// Works on all data factories side by side, and writes each share in the order of `-With`; the errors.
async fn perform_all(
    work: &Work<'_>,
    owner: &Owner,
    agreed: Vec<Planned>,
    settings: &Settings,
) -> Result<Vec<Error>> {
    let working: Vec<BoxFuture<'_, Result<Ended>>> = agreed
        .into_iter()
        .map(|planned| match planned {
            Ok(plan) => perform::run(work, owner, plan, settings).boxed(),
            Err((share, error)) => async move { Ok((*share, Some(error))) }.boxed(),
        })
        .collect();
    let mut ended = stream::iter(working).buffered(SIDE_BY_SIDE);
    let mut errors = Vec::new();
    while let Some(outcome) = ended.next().await {
        let (share, error) = outcome?;
        work.arm.call.caller.object(share.record()).await?;
        errors.extend(error);
    }
    Ok(errors)
}
