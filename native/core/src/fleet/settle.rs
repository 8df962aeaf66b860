//! Takes what the lanes read: into the fleet, and to the sink, grouped by parent.
//!
//! A parent with a linked integration runtime waits until the owner was read, which may be in a parent that comes
//! later. An owner that is not found leaves the linked integration runtime itself to be asked, which tells what is
//! wrong.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use futures::{FutureExt, StreamExt, future::BoxFuture, stream};

use super::{
    lanes::{Group, Lanes, Member, Read},
    record::{Fleet, Parent, Runtime},
    survey::{Answers, Options, Sink},
};
use crate::{
    Call,
    arm::Arm,
    error::Result,
    runtimes::{api, body::RuntimeBody},
};

/// How many of those whose owners were not found are asked at a time.
const AT_ONCE: usize = 16;

/// The side of a survey that takes results.
pub(super) struct Settler<'a> {
    call: &'a Call,
    parents: &'a [Parent],
    options: &'a Options,
    fleet: &'a mut Fleet,
    sink: &'a mut dyn Sink,
    gone: HashSet<usize>,
    /// Owners whose status was read, by their ids in lower case, with the answer where the sink makes objects.
    owners: HashMap<String, Option<Arc<RuntimeBody>>>,
    held: Vec<Group>,
}

impl<'a> Settler<'a> {
    /// Takes results about `parents`.
    pub fn new(
        call: &'a Call,
        parents: &'a [Parent],
        options: &'a Options,
        fleet: &'a mut Fleet,
        sink: &'a mut dyn Sink,
    ) -> Self {
        Self {
            call,
            parents,
            options,
            fleet,
            sink,
            gone: HashSet::new(),
            owners: HashMap::new(),
            held: Vec::new(),
        }
    }

    /// Takes what an interrupted survey has read to the end, and gives the numbers of the parents that are left.
    ///
    /// # Errors
    /// Those of the sink.
    pub async fn take_over(&mut self) -> Result<Vec<usize>> {
        let Some(old) = &self.options.resume else {
            return Ok((0..self.parents.len()).collect());
        };
        let mut of_parents: HashMap<String, Vec<&Runtime>> = HashMap::new();
        for runtime in &old.runtimes {
            let key = runtime.parent_id.to_ascii_lowercase();
            of_parents.entry(key).or_default().push(runtime);
        }
        let failed: Vec<String> = old
            .unreadable
            .iter()
            .map(|own| own.id.to_ascii_lowercase())
            .collect();
        let listed: HashSet<String> = old
            .parents
            .iter()
            .filter(|parent| parent.listed)
            .map(|parent| parent.id.to_ascii_lowercase())
            .collect();
        let mut left = Vec::new();
        for (at, parent) in self.parents.iter().enumerate() {
            let key = parent.id.to_ascii_lowercase();
            let runtimes = of_parents.remove(&key).unwrap_or_default();
            let has_all = listed.contains(&key)
                && !failed.iter().any(|id| is_at_or_below(id, &key))
                && (!self.options.status
                    || runtimes
                        .iter()
                        .all(|own| own.has_status || own.kind != "SelfHosted"));
            if !has_all {
                left.push(at);
                continue;
            }
            self.fleet.parents[at].listed = true;
            self.sink.parent(&self.fleet.parents[at]).await?;
            for runtime in runtimes {
                if !runtime.links.is_empty() {
                    self.owners.insert(runtime.id.to_ascii_lowercase(), None);
                }
                self.sink
                    .runtime(&self.fleet.parents[at], runtime, None)
                    .await?;
                if self.options.keep {
                    self.fleet.runtimes.push(runtime.clone());
                }
            }
        }
        Ok(left)
    }

    /// Takes a group: at once, or when the owners of its linked integration runtimes were read.
    ///
    /// # Errors
    /// Those of the sink.
    pub async fn take(&mut self, group: Group) -> Result<()> {
        for member in &group.members {
            if member.runtime.has_status && !member.runtime.links.is_empty() {
                let key = member.runtime.id.to_ascii_lowercase();
                self.owners.insert(key, member.status.clone());
            }
        }
        self.held.push(group);
        let (ready, held): (Vec<Group>, Vec<Group>) = std::mem::take(&mut self.held)
            .into_iter()
            .partition(|group| self.is_ready(group));
        self.held = held;
        for group in ready {
            self.write(group).await?;
        }
        Ok(())
    }

    fn is_ready(&self, group: &Group) -> bool {
        !group.members.iter().any(|member| self.is_open(member))
    }

    /// Whether a linked integration runtime waits for its owner.
    fn is_open(&self, member: &Member) -> bool {
        self.options.status
            && member.runtime.kind == "Linked"
            && !member.asked
            && owner_key(&member.runtime).is_some_and(|owner| !self.owners.contains_key(&owner))
    }

    /// Asks the linked integration runtimes whose owners were not found, and takes the groups that wait for them.
    ///
    /// # Errors
    /// Those that end a survey.
    pub async fn ask_held(&mut self, arm: &Arm<'_>, lanes: &Lanes<'_>) -> Result<()> {
        let mut held = std::mem::take(&mut self.held);
        held.sort_unstable_by_key(|group| group.at);
        for mut group in held {
            self.ask_group(arm, lanes, &mut group).await?;
            self.write(group).await?;
        }
        Ok(())
    }

    async fn ask_group(&self, arm: &Arm<'_>, lanes: &Lanes<'_>, group: &mut Group) -> Result<()> {
        let runtimes = api::connect(arm, &group.place).await?;
        let runtimes = runtimes.as_ref();
        let place = &group.place;
        let mut asked: Vec<usize> = Vec::new();
        let mut reads: Vec<BoxFuture<'_, Result<Read>>> = Vec::new();
        for (at, member) in group.members.iter_mut().enumerate() {
            if self.is_open(member) {
                asked.push(at);
                reads.push(lanes.asked(runtimes, place, std::mem::take(member)).boxed());
            }
        }
        let answers: Vec<Result<Read>> = stream::iter(reads).buffered(AT_ONCE).collect().await;
        for (at, answer) in asked.into_iter().zip(answers) {
            let (member, trouble) = answer?;
            if let Some(member) = member {
                group.members[at] = member;
            }
            group.troubles.extend(trouble);
        }
        Ok(())
    }

    async fn write(&mut self, group: Group) -> Result<()> {
        if group.gone {
            self.gone.insert(group.at);
            let text = format!(
                "{} is gone; Resource Graph lags behind by some minutes.",
                group.place.called_first()
            );
            return self.call.caller.verbose(text).await;
        }
        self.fleet.parents[group.at].listed = group.listed;
        self.sink.parent(&self.fleet.parents[group.at]).await?;
        for (unreadable, error) in group.troubles {
            self.sink.unreadable(&unreadable, Some(&error)).await?;
            self.fleet.unreadable.push(unreadable);
        }
        for member in group.members {
            let owner = owner_key(&member.runtime).and_then(|key| self.owners.get(&key));
            let status = member
                .status
                .as_deref()
                .or_else(|| owner.and_then(|status| status.as_deref()));
            let answers = member
                .body
                .as_ref()
                .filter(|_| self.options.objects)
                .map(|body| Answers {
                    place: &group.place,
                    body,
                    status,
                });
            let parent = &self.fleet.parents[group.at];
            self.sink.runtime(parent, &member.runtime, answers).await?;
            if self.options.keep {
                self.fleet.runtimes.push(member.runtime);
            }
        }
        Ok(())
    }

    /// Leaves out the parents that are gone.
    pub fn end(self) {
        let mut at = 0;
        self.fleet.parents.retain(|_| {
            at += 1;
            !self.gone.contains(&(at - 1))
        });
    }
}

fn is_at_or_below(id: &str, parent: &str) -> bool {
    id.strip_prefix(parent)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The id of the owner of a linked integration runtime, in lower case.
fn owner_key(runtime: &Runtime) -> Option<String> {
    let owner = runtime.linked_to.as_deref()?;
    Some(owner.trim_end_matches('/').to_ascii_lowercase())
}
