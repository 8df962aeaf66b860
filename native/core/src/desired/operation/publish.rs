//! `Publish-AzIntegrationRuntime`.

use std::collections::HashSet;

use futures::{StreamExt, stream};

use super::{
    deployment::{Hurt, complete},
    input::{destination, of_this_target, read, target, tell_of_repository},
};
use crate::{
    Call,
    arm::Arm,
    desired::{
        Desired,
        compare::live_one,
        effect::{self, Action, Effect, Unlisted},
        live::{self, Live},
        output,
        steps::{self, Outcome, Step, Work},
    },
    error::{Error, ErrorKind, Result},
    runtimes::{
        azure,
        body::{self, RuntimeBody},
        changes, linked, managed_properties,
        place::{ParentPlace, RuntimePlace},
        service::Service,
        set, written,
    },
    wildcard,
};

/// How many integration runtimes are written at a time.
const AT_ONCE: usize = 8;

/// Brings live integration runtimes to what the files say.
///
/// # Errors
/// `InvalidInput` for files that cannot be read; what the service answers to the first requests; `NotMet` at the end
/// where an integration runtime is not what its file says.
pub async fn publish(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let target = target(&arm).await?;
    let mut desired = read(call, "Path", destination(&target))?;
    of_this_target(&desired, &target)?;
    let prune = call.arguments().switch("Prune");
    if prune && desired.runtimes.is_empty() {
        return Err(Error::invalid(
            "Prune",
            format!(
                "'{}' has no integration runtimes, so -Prune would remove all of {}. Give the folder that has them.",
                desired.path,
                target.called()
            ),
        ));
    }
    select(call, &mut desired);
    let found = live::read(&arm, &target, false).await?;
    for issue in desired.issues.iter().filter(|own| own.harmless) {
        call.caller.warning(issue.message.clone()).await?;
    }
    tell_of_repository(call, &found, &target).await?;
    let steps = plan(&arm, &desired, &target, &found, prune).await?;
    let run = Run {
        arm: &arm,
        target: &target,
        found: &found,
    };
    let steps = run.all(steps).await?;
    judge(&steps, &target)
}

fn is_wanted(call: &Call, name: &str) -> bool {
    call.arguments().texts("Name").is_none_or(|patterns| {
        patterns
            .iter()
            .any(|pattern| wildcard::matches(pattern, name))
    })
}

/// Leaves what `-Name` names.
fn select(call: &Call, desired: &mut Desired) {
    desired.runtimes.retain(|own| is_wanted(call, &own.name));
    desired
        .issues
        .retain(|own| own.runtime.as_ref().is_none_or(|own| is_wanted(call, own)));
}

/// The steps in the order in which they are taken: what others may refer to first, removals last.
async fn plan(
    arm: &Arm<'_>,
    desired: &Desired,
    target: &ParentPlace,
    found: &Live,
    prune: bool,
) -> Result<Vec<Step>> {
    let unlisted = if prune {
        Unlisted::Delete
    } else {
        Unlisted::Keep
    };
    let mut effects = effect::plan(desired, target, &found.runtimes, unlisted);
    effects.retain(|own| {
        own.action != Action::Remove
            || own
                .runtime
                .as_ref()
                .is_some_and(|name| is_wanted(arm.call, name) && !steps::has_issue(desired, name))
    });
    let before: HashSet<String> = named(&effects, Action::ReplaceShared);
    let read = complete(arm, target, found, &mut effects).await?;
    for own in read.unread() {
        arm.call.caller.warning(own.sentence()).await?;
    }
    let mut all: Vec<Step> = effects
        .into_iter()
        .map(|own| {
            let was_shared = own
                .runtime
                .as_ref()
                .is_some_and(|name| before.contains(name));
            let own = steps::unconverted(own, was_shared, target);
            step(own, desired, target, found, &read)
        })
        .collect();
    all.sort_by_key(Step::rank);
    Ok(all)
}

fn named(effects: &[Effect], action: Action) -> HashSet<String> {
    effects
        .iter()
        .filter(|own| own.action == action)
        .filter_map(|own| own.runtime.clone())
        .collect()
}

fn step(own: Effect, desired: &Desired, target: &ParentPlace, found: &Live, read: &Hurt) -> Step {
    let name = own.runtime.clone().unwrap_or_default();
    let live = live_one(&found.runtimes, &name);
    match own.action {
        Action::Create | Action::Change | Action::NoChange => match desired.runtime(&name) {
            Some(file) => steps::write(own, file, live),
            None => Step::refused(own),
        },
        Action::Remove => {
            let removable = live.is_some_and(|own| !own.kind().may_have_links())
                || read
                    .connected(&name)
                    .is_some_and(|own| own.links.is_empty());
            steps::removal(
                own,
                live,
                removable,
                steps::has_unnamed_issue(desired),
                target,
            )
        }
        _ => Step::refused(own),
    }
}

/// The steps on their way.
struct Run<'r> {
    arm: &'r Arm<'r>,
    target: &'r ParentPlace,
    found: &'r Live,
}

impl Run<'_> {
    async fn all(&self, mut steps: Vec<Step>) -> Result<Vec<Step>> {
        let call = self.arm.call;
        self.show(&steps).await?;
        self.ask(&mut steps).await?;
        let mut ended = Vec::with_capacity(steps.len());
        // Those of one rank do not depend on each other.
        for group in steps.chunk_by(|one, other| one.rank() == other.rank()) {
            let ends: Vec<_> = group.iter().map(|step| self.end(step)).collect();
            let mut taken = stream::iter(ends).buffered(AT_ONCE);
            while let Some(step) = taken.next().await {
                let step = step?;
                call.caller
                    .object(output::published(&step, self.target))
                    .await?;
                ended.push(step);
            }
        }
        Ok(ended)
    }

    /// Takes a step, and says how it ended.
    async fn end(&self, step: &Step) -> Result<Step> {
        let mut step = step.clone();
        if step.outcome.is_some() {
            return Ok(step);
        }
        match self.take(&step).await {
            Ok(()) => step.outcome = Some(Outcome::Done),
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            Err(error) => {
                step.effect.message = self.in_words(&step, &error);
                step.effect.fix = None;
                step.outcome = Some(Outcome::Failed);
            }
        }
        Ok(step)
    }

    fn place(&self, name: &str) -> RuntimePlace {
        RuntimePlace {
            parent: self.target.clone(),
            name: name.to_owned(),
        }
    }

    /// What went wrong, in one line where the service said it.
    fn in_words(&self, step: &Step, error: &Error) -> String {
        let Some(fault) = error.fault() else {
            return error.message();
        };
        if fault.status == 412 {
            return raced(&self.place(step.name())).message();
        }
        let code = match &fault.code {
            Some(code) => format!(" ({code})"),
            None => format!(" (HTTP status {})", fault.status),
        };
        match &fault.message {
            Some(message) => format!(
                "The service refused it: {}{code}.",
                message.trim_end_matches('.')
            ),
            None => format!("The service refused it{code}."),
        }
    }

    fn live(&self, step: &Step) -> Option<&RuntimeBody> {
        live_one(&self.found.runtimes, step.name())
    }

    /// Shows what each write changes, where the user is asked or only looks.
    async fn show(&self, steps: &[Step]) -> Result<()> {
        let call = self.arm.call;
        if !changes::are_wanted(call, false) {
            return Ok(());
        }
        for step in steps.iter().filter(|own| own.outcome.is_none()) {
            let Work::Write(properties) = &step.work else {
                continue;
            };
            let place = self.place(step.name());
            let before = self
                .live(step)
                .map(|live| set::own_properties(&place, live))
                .transpose()?;
            changes::show(
                call,
                &place.called_first(),
                before.as_deref(),
                properties,
                managed_properties::property_name,
            )
            .await?;
        }
        Ok(())
    }

    /// Asks for each step; and once more, for all removals together.
    async fn ask(&self, steps: &mut [Step]) -> Result<()> {
        let call = self.arm.call;
        for step in steps.iter_mut().filter(|own| own.outcome.is_none()) {
            let place = self.place(step.name());
            let action = match (&step.work, step.effect.action) {
                (Work::Remove { .. }, _) => format!("Removing {}.", place.called()),
                (_, Action::Create) => format!("Creating {}.", place.called()),
                _ => format!("Changing {}.", place.called()),
            };
            if !call.caller.should_process(&action, &place.name).await? {
                step.outcome = Some(Outcome::NotConfirmed);
            }
        }
        let removals: Vec<String> = steps
            .iter()
            .filter(|own| own.outcome.is_none() && matches!(own.work, Work::Remove { .. }))
            .map(steps::in_question)
            .collect();
        if removals.is_empty() {
            return Ok(());
        }
        let question = format!(
            "These integration runtimes of {} are not in the files and are removed:\n{}\nRemove them?",
            self.target.called(),
            removals.join("\n")
        );
        if !call
            .caller
            .should_continue_with(&question, "Remove integration runtimes?")
            .await?
        {
            for step in steps.iter_mut().filter(|own| own.outcome.is_none()) {
                if matches!(step.work, Work::Remove { .. }) {
                    step.outcome = Some(Outcome::NotConfirmed);
                }
            }
        }
        Ok(())
    }

    async fn take(&self, step: &Step) -> Result<()> {
        let place = self.place(step.name());
        match &step.work {
            Work::Nothing => Ok(()),
            Work::Remove { .. } => written::delete(self.arm, &place).await.map(|_| ()),
            Work::Write(properties) => match self.live(step) {
                None => self.create(&place, properties).await,
                Some(live) => self.change(&place, live, properties).await,
            },
        }
    }

    async fn create(&self, place: &RuntimePlace, properties: &body::Written) -> Result<()> {
        // The service has no condition for a creation, so another one is looked for just before.
        if place.get_if_exists(self.arm).await?.is_some() {
            return Err(raced(place));
        }
        azure::refuse_move(place, None, properties)?;
        let shared = steps::shared_without_credential(properties);
        if let Some(shared) = shared.filter(|_| self.target.service == Service::DataFactory) {
            linked::check(self.arm, place, &shared).await?;
        }
        set::write(self.arm, place, None, properties.clone()).await?;
        Ok(())
    }

    async fn change(
        &self,
        place: &RuntimePlace,
        live: &RuntimeBody,
        properties: &body::Written,
    ) -> Result<()> {
        let before = set::own_properties(place, live)?;
        azure::refuse_move(place, Some(&before), properties)?;
        if live.etag().is_some() {
            set::write(self.arm, place, Some(live), properties.clone()).await?;
            return Ok(());
        }
        // A list without versions: what is there now has to be what was planned with.
        let now = place.get(self.arm).await?;
        if set::own_properties(place, &now)? != before {
            return Err(raced(place));
        }
        set::write(self.arm, place, Some(&now), properties.clone()).await?;
        Ok(())
    }
}

fn raced(place: &RuntimePlace) -> Error {
    Error::new(
        ErrorKind::InvalidState,
        format!(
            "{} was changed by another writer after it was read. Nothing was changed. Run the command again.",
            place.called_first()
        ),
    )
}

/// The error at the end: what is not as the files say, one line each.
fn judge(steps: &[Step], target: &ParentPlace) -> Result<()> {
    const MOST: usize = 10;
    let open: Vec<&Step> = steps
        .iter()
        .filter(|own| matches!(own.outcome, Some(Outcome::Refused | Outcome::Failed)))
        .collect();
    if open.is_empty() {
        return Ok(());
    }
    let mut lines: Vec<String> = open
        .iter()
        .take(MOST)
        .map(|own| {
            let outcome = own.outcome.map_or("", Outcome::name);
            format!(
                "  {} ({}, {outcome}): {}",
                own.name_or_unknown(),
                own.effect.action.name(),
                own.effect.message
            )
        })
        .collect();
    if open.len() > MOST {
        lines.push(format!("  and {} more", open.len() - MOST));
    }
    let done = steps
        .iter()
        .filter(|own| own.outcome == Some(Outcome::Done))
        .count();
    Err(Error::new(
        ErrorKind::NotMet,
        format!(
            "{} of {} integration runtimes of {} are not as the files say; {done} were written or removed.\n{}\nThe \
             objects have each reason, and the next step where it is known. The same command again takes the steps \
             that are left.",
            open.len(),
            steps.len(),
            target.called(),
            lines.join("\n")
        ),
    )
    .with_id("NotPublished")
    .about(target.name.clone())
    .ending())
}
