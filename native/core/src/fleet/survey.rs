//! The survey: discovers the parents, lists their integration runtimes and reads their statuses, in parallel.
//!
//! Results reach a [`Sink`] while they come, grouped by parent; the [`Fleet`] that the caller holds has them at any
//! time, so that an interrupted survey loses nothing.

use std::{collections::HashMap, sync::Arc};

use async_trait::async_trait;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use tokio::sync::{Semaphore, mpsc};

use super::{
    discover,
    estimate::grouped,
    lanes::Lanes,
    link_access,
    record::{Fleet, Parent, Runtime, Unreadable},
    replaced,
    scope::Selection,
    settle::Settler,
};
use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    runtimes::{body::RuntimeBody, place::ParentPlace},
};

/// What a survey reads, and what it keeps.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own of the caller"
)]
pub struct Options {
    /// Whether the status of self-hosted integration runtimes is read.
    pub status: bool,
    /// Whether the sink makes the services' own objects: then it gets the answers, and the status of integration
    /// runtimes that Azure runs is read too. Checks need neither.
    pub objects: bool,
    /// Whether role assignments are read.
    pub grants: bool,
    /// Whether linked integration runtimes whose owners are in view are asked where no role on the owner can be seen,
    /// and whether role assignments are read that show replaced linked integration runtimes.
    /// Needs [`Options::keep`].
    pub link_access: bool,
    /// Whether integration runtimes stay in the fleet after the sink had them. Without it, memory stays flat.
    pub keep: bool,
    /// An interrupted survey: the parents that it listed, with statuses, are not asked again.
    pub resume: Option<Fleet>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            status: false,
            objects: false,
            grants: false,
            link_access: false,
            keep: true,
            resume: None,
        }
    }
}

/// The answers that a record was made of, for a sink that makes the services' own objects.
#[derive(Clone, Copy, Debug)]
pub struct Answers<'a> {
    /// The place of the parent.
    pub place: &'a ParentPlace,
    /// The integration runtime, as the list has it.
    pub body: &'a RuntimeBody,
    /// Its status. A linked integration runtime has that of its owner while the owner is in view.
    pub status: Option<&'a RuntimeBody>,
}

/// Takes the results of a survey as they come.
#[async_trait]
pub trait Sink: Send + Sync {
    /// A parent whose integration runtimes follow.
    ///
    /// # Errors
    /// What ends the survey.
    async fn parent(&mut self, _: &Parent) -> Result<()> {
        Ok(())
    }

    /// An integration runtime of `parent`. The answers come where [`Options::objects`] wants them, and not with what is
    /// taken over from an interrupted survey.
    ///
    /// # Errors
    /// What ends the survey.
    async fn runtime(&mut self, _: &Parent, _: &Runtime, _: Option<Answers<'_>>) -> Result<()> {
        Ok(())
    }

    /// Something that could not be read, and the error where it was seen in this survey.
    ///
    /// # Errors
    /// What ends the survey.
    async fn unreadable(&mut self, _: &Unreadable, _: Option<&Error>) -> Result<()> {
        Ok(())
    }
}

/// Takes nothing, for who wants the fleet at the end only.
#[derive(Clone, Copy, Debug, Default)]
pub struct NullSink;

#[async_trait]
impl Sink for NullSink {}

/// So many parents are listed before the first status is asked for, so that the estimate knows the fleet.
const SAMPLE: usize = 200;
/// The sample ends with so many integration runtimes.
const LARGE_SAMPLE: usize = 2000;
/// So many parents of the sample are listed first, and then ever more.
const FIRST_WAVE: usize = 8;
/// So many requests are on their way at a time; those that wait for room in their bucket do not count.
pub const AT_ONCE: usize = 64;
/// So many parents wait for the sink.
const WAITING: usize = 2;

/// Surveys the fleet in the context of the call. `fleet` has what was seen at any time, also when the survey fails or
/// its future is dropped; [`Fleet::complete`] says whether it came to its end.
///
/// # Errors
/// Those that end a survey: no sign-in, a selection that is not valid, a refused `-Query`, a network that is gone. What
/// concerns one subscription, parent or integration runtime only is in [`Fleet::unreadable`].
pub async fn run(
    call: &Call,
    selection: &Selection,
    options: &Options,
    fleet: &mut Fleet,
    sink: &mut dyn Sink,
) -> Result<()> {
    let arm = Arm::connect(call)
        .await?
        .without_registration()
        .within(Arc::new(Semaphore::new(AT_ONCE)));
    begin(call, &arm, options, fleet);
    let found = discover::discover(&arm, selection, options.grants).await?;
    fleet.parents.clone_from(&found.parents);
    fleet.grants = found.grants;
    fleet.missing_subscriptions = found.missing_subscriptions;
    for (unreadable, error) in found.troubles {
        sink.unreadable(&unreadable, Some(&error)).await?;
        fleet.unreadable.push(unreadable);
    }
    let parents = found.parents;
    let mut settler = Settler::new(call, &parents, options, fleet, sink);
    let work = settler.take_over().await?;
    let lanes = Lanes::new(&arm, selection, options, &parents, &work);
    call.caller
        .verbose(format!(
            "Data factories, workspaces and accounts to read: {}.",
            grouped(work.len())
        ))
        .await?;
    let mut outcome = read(&arm, &lanes, &work, options, &mut settler).await;
    if outcome.is_ok() {
        settler.end();
        if options.link_access {
            outcome = link_access::check(&arm, &lanes, fleet).await;
            if outcome.is_ok() {
                outcome = replaced::read(&arm, fleet).await;
            }
        }
    }
    let hidden = lanes.tally.hide(&arm).await;
    outcome?;
    hidden?;
    fleet.complete = true;
    Ok(())
}

fn begin(call: &Call, arm: &Arm<'_>, options: &Options, fleet: &mut Fleet) {
    let now = OffsetDateTime::from(call.library.clock.now());
    let before = options
        .resume
        .as_ref()
        .map(|old| old.taken_at.clone())
        .filter(|taken| !taken.is_empty());
    *fleet = Fleet {
        taken_at: before.unwrap_or_else(|| now.format(&Rfc3339).unwrap_or_default()),
        tenant_id: Some(arm.context.tenant.clone()),
        ..Fleet::default()
    };
}

/// Reads the parents of `work` while the sink takes what is there.
async fn read(
    arm: &Arm<'_>,
    lanes: &Lanes<'_>,
    work: &[usize],
    options: &Options,
    settler: &mut Settler<'_>,
) -> Result<()> {
    let mut sample = HashMap::new();
    if options.status {
        let mut members = 0;
        let parents = rotated(lanes, work);
        let (mut from, mut wave) = (0, FIRST_WAVE);
        while from < parents.len() && members < LARGE_SAMPLE {
            let to = (from + wave).min(parents.len());
            for (at, listed) in lanes.list(&parents[from..to]).await? {
                members += listed.members.len();
                sample.insert(at, listed);
            }
            (from, wave) = (to, wave * 4);
        }
    }
    if !work.is_empty() {
        let text = lanes.tally.estimate(arm).text();
        arm.call.caller.verbose(text).await?;
    }
    let (sender, mut groups) = mpsc::channel(WAITING);
    let reads = lanes.read(work, sample, sender);
    let takes = async {
        while let Some(group) = groups.recv().await {
            settler.take(group).await?;
        }
        settler.ask_held(arm, lanes).await
    };
    futures::try_join!(reads, takes).map(drop)
}

/// The first parents of `work` for the sample, some of each subscription.
fn rotated(lanes: &Lanes<'_>, work: &[usize]) -> Vec<usize> {
    let lanes = lanes.of_subscriptions(work);
    let longest = lanes.iter().map(Vec::len).max().unwrap_or_default();
    (0..longest)
        .flat_map(|at| lanes.iter().filter_map(move |lane| lane.get(at).copied()))
        .take(SAMPLE)
        .collect()
}
