//! Reads the integration runtimes of the parents and their statuses, in parallel: each subscription has a lane of its
//! own, since Resource Manager counts each apart, and all lanes share the connections.

use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use futures::{FutureExt, StreamExt, future::BoxFuture, stream};
use tokio::sync::{Semaphore, SemaphorePermit, mpsc};

use super::{
    estimate::Tally,
    reader,
    record::{Asked, Parent, Runtime, Unreadable},
    scope::Selection,
    survey::Options,
};
use crate::{
    arm::Arm,
    error::{Error, ErrorKind, Result},
    runtimes::{
        api::{self, Runtimes},
        body::{Kind, RuntimeBody},
        place::ParentPlace,
        service::Service,
    },
};

/// How many requests of one subscription are sent or wait for room in its bucket at a time.
const IN_A_LANE: usize = 64;
/// About so many requests of all lanes are prepared at a time: what limits the memory.
const AHEAD: usize = 96;
/// How often a request is begun again after the service refused it for its rates, each time after the wait that it
/// asked for.
const PATIENT: u32 = 8;
/// So many failed connections in a row end the survey: the network is gone.
const LOST: u32 = 12;

/// One integration runtime with its answers.
#[derive(Default)]
pub(super) struct Member {
    /// The record.
    pub runtime: Runtime,
    /// The list's document; kept where the sink makes objects of it.
    pub body: Option<RuntimeBody>,
    /// The status.
    pub status: Option<Arc<RuntimeBody>>,
    /// Whether its own status is asked for.
    pub asked: bool,
}

/// One parent with all that was read.
pub(super) struct Group {
    /// The number of the parent.
    pub at: usize,
    /// The place of the parent.
    pub place: ParentPlace,
    /// Whether the list was read to its end.
    pub listed: bool,
    /// Whether the parent is gone.
    pub gone: bool,
    /// The integration runtimes, in the order of the list.
    pub members: Vec<Member>,
    /// What could not be read.
    pub troubles: Vec<(Unreadable, Error)>,
}

/// The integration runtimes of one parent, as its list has them.
pub(super) struct Listed {
    /// The members that are in the selection.
    pub members: Vec<Member>,
    trouble: Option<(Unreadable, Error)>,
    gone: bool,
}

/// What all reads of a survey share.
pub(super) struct Lanes<'a> {
    arm: &'a Arm<'a>,
    selection: &'a Selection,
    options: &'a Options,
    parents: &'a [Parent],
    /// The ids of the parents, in lower case.
    in_view: HashSet<String>,
    gates: HashMap<&'a str, Semaphore>,
    lost: AtomicU32,
    /// What was done and is to do.
    pub tally: Tally,
}

impl<'a> Lanes<'a> {
    /// The lanes for `parents`, of which those in `known` are not read.
    pub fn new(
        arm: &'a Arm<'a>,
        selection: &'a Selection,
        options: &'a Options,
        parents: &'a [Parent],
        work: &[usize],
    ) -> Self {
        let in_view = parents
            .iter()
            .map(|parent| parent.id.to_ascii_lowercase())
            .collect();
        let subscriptions = || work.iter().map(|at| parents[*at].subscription_id.as_str());
        Self {
            arm,
            selection,
            options,
            parents,
            in_view,
            gates: subscriptions()
                .map(|own| (own, Semaphore::new(IN_A_LANE)))
                .collect(),
            lost: AtomicU32::new(0),
            tally: Tally::new(
                subscriptions(),
                options.status,
                arm.call.library.clock.now(),
            ),
        }
    }

    /// The numbers in `work` by subscription, in their order.
    pub fn of_subscriptions(&self, work: &[usize]) -> Vec<Vec<usize>> {
        let mut order: Vec<Vec<usize>> = Vec::new();
        let mut lanes: HashMap<&str, usize> = HashMap::new();
        for at in work {
            let own = self.parents[*at].subscription_id.as_str();
            let lane = *lanes.entry(own).or_insert_with(|| {
                order.push(Vec::new());
                order.len() - 1
            });
            order[lane].push(*at);
        }
        order
    }

    /// Reads all parents of `work`, and sends each to `groups`. Those in `sample` are listed already.
    ///
    /// # Errors
    /// Those that end a survey.
    pub async fn read(
        &self,
        work: &[usize],
        mut sample: HashMap<usize, Listed>,
        groups: mpsc::Sender<Group>,
    ) -> Result<()> {
        let lanes = self.of_subscriptions(work);
        let at_once = self.at_once(lanes.len(), &sample);
        let streams: Vec<_> = lanes
            .into_iter()
            .map(|lane| {
                let reads: Vec<BoxFuture<'_, Result<Group>>> = lane
                    .into_iter()
                    .map(|at| self.group(at, sample.remove(&at)).boxed())
                    .collect();
                stream::iter(reads).buffer_unordered(at_once).boxed()
            })
            .collect();
        let mut answers = stream::select_all(streams);
        while let Some(group) = answers.next().await {
            let group = group?;
            self.tally.done(group.members.len());
            if groups.send(group).await.is_err() {
                // Who takes them has an error of its own.
                return Ok(());
            }
            self.tally.show(self.arm).await?;
        }
        Ok(())
    }

    /// How many parents of a lane are read at a time: enough to keep the connections busy, and no more, since what was
    /// read is held until its parent is complete.
    fn at_once(&self, lanes: usize, sample: &HashMap<usize, Listed>) -> usize {
        let requests = if self.options.status && !sample.is_empty() {
            let members: usize = sample.values().map(|own| own.members.len()).sum();
            members / sample.len() + 1
        } else {
            1
        };
        (AHEAD / lanes.max(1) / requests).clamp(2, IN_A_LANE)
    }

    /// Lists the parents of `work`.
    ///
    /// # Errors
    /// Those that end a survey.
    pub async fn list(&self, work: &[usize]) -> Result<Vec<(usize, Listed)>> {
        let lists: Vec<BoxFuture<'_, Result<(usize, Listed)>>> = work
            .iter()
            .map(|at| async move { Ok((*at, self.listed(*at).await?)) }.boxed())
            .collect();
        let mut answers = stream::iter(lists).buffer_unordered(IN_A_LANE);
        let mut all = Vec::new();
        while let Some(answer) = answers.next().await {
            all.push(answer?);
            self.tally.show(self.arm).await?;
        }
        Ok(all)
    }

    /// Waits for room in the lane of a subscription, in the order of those that wait.
    async fn turn(&self, subscription: &str) -> Option<SemaphorePermit<'_>> {
        self.gates.get(subscription)?.acquire().await.ok()
    }

    async fn listed(&self, at: usize) -> Result<Listed> {
        let parent = &self.parents[at];
        let place = reader::place(parent);
        let turn = self.turn(&place.subscription).await;
        let outcome = self.list_of(parent, &place).await;
        drop(turn);
        let listed = outcome?;
        let statuses = listed.members.iter().filter(|member| member.asked).count();
        self.tally
            .listed(&place.subscription, place.service, statuses);
        Ok(listed)
    }

    async fn list_of(&self, parent: &Parent, place: &ParentPlace) -> Result<Listed> {
        let mut tries = 0;
        loop {
            let mut members = Vec::new();
            let error = match self.pages(&parent.id, place, &mut members).await {
                Ok(()) => {
                    self.heard();
                    return Ok(Listed {
                        members,
                        trouble: None,
                        gone: false,
                    });
                }
                Err(error) => error,
            };
            // What the page before had comes again.
            if error.is_status(429) && tries < PATIENT {
                tries += 1;
                continue;
            }
            self.judge(&error, place.service)?;
            if reader::is_gone(&error, place.service) {
                return Ok(Listed {
                    members: Vec::new(),
                    trouble: None,
                    gone: true,
                });
            }
            let service = Some(place.service);
            let own = reader::unreadable(Asked::Runtimes, service, &parent.id, &error);
            return Ok(Listed {
                members,
                trouble: Some((own, error)),
                gone: false,
            });
        }
    }

    async fn pages(
        &self,
        parent_id: &str,
        place: &ParentPlace,
        members: &mut Vec<Member>,
    ) -> Result<()> {
        let runtimes = api::connect(self.arm, place).await?;
        let mut pages = runtimes.list();
        while let Some(page) = pages.next().await? {
            let wanted = page.into_iter().filter(|own| self.selection.has(own));
            members.extend(wanted.map(|body| self.member(parent_id, body)));
        }
        Ok(())
    }

    /// Whether the status of an integration runtime is asked for.
    fn is_asked(&self, body: &RuntimeBody) -> bool {
        self.options.status
            && match body.kind() {
                Kind::SelfHosted => true,
                Kind::Linked => self.owner_in_view(body).is_none(),
                Kind::Managed | Kind::Unknown => self.options.objects,
            }
    }

    /// The id of the shared integration runtime of a linked one, in lower case, where its status is read with its own
    /// parent.
    pub fn owner_in_view(&self, body: &RuntimeBody) -> Option<String> {
        let owner = body.linked_info()?.resource_id?.to_ascii_lowercase();
        let owner = owner.trim_end_matches('/');
        let (parent, name) = owner.split_once("/integrationruntimes/")?;
        (self.in_view.contains(parent) && self.selection.has_runtime(name, "SelfHosted"))
            .then(|| owner.to_owned())
    }

    async fn group(&self, at: usize, listed: Option<Listed>) -> Result<Group> {
        let listed = match listed {
            Some(listed) => listed,
            None => self.listed(at).await?,
        };
        let parent = &self.parents[at];
        let place = reader::place(parent);
        let mut group = Group {
            at,
            listed: listed.trouble.is_none() && !listed.gone,
            gone: listed.gone,
            members: Vec::with_capacity(listed.members.len()),
            troubles: listed.trouble.into_iter().collect(),
            place,
        };
        if listed.members.is_empty() {
            return Ok(group);
        }
        if !self.options.status {
            group.members = listed.members;
            return Ok(group);
        }
        let runtimes = match api::connect(self.arm, &group.place).await {
            Ok(runtimes) => runtimes,
            Err(error) => {
                self.judge(&error, group.place.service)?;
                let service = Some(group.place.service);
                let own = reader::unreadable(Asked::Runtimes, service, &parent.id, &error);
                group.troubles.push((own, error));
                return Ok(group);
            }
        };
        let place = &group.place;
        let runtimes = runtimes.as_ref();
        let reads: Vec<BoxFuture<'_, Result<Read>>> = listed
            .members
            .into_iter()
            .map(|member| self.with_status(runtimes, place, member).boxed())
            .collect();
        let mut answers = stream::iter(reads).buffered(IN_A_LANE);
        let (members, troubles) = (&mut group.members, &mut group.troubles);
        while let Some(answer) = answers.next().await {
            let (member, trouble) = answer?;
            members.extend(member);
            troubles.extend(trouble);
            self.tally.show(self.arm).await?;
        }
        drop(answers);
        Ok(group)
    }

    /// The record is made at once: it is much smaller than the document.
    fn member(&self, parent_id: &str, body: RuntimeBody) -> Member {
        Member {
            runtime: reader::runtime(parent_id, &body),
            asked: self.is_asked(&body),
            body: self.options.objects.then_some(body),
            status: None,
        }
    }

    async fn with_status(
        &self,
        runtimes: &dyn Runtimes,
        place: &ParentPlace,
        member: Member,
    ) -> Result<Read> {
        if member.asked {
            self.asked(runtimes, place, member).await
        } else {
            Ok((Some(member), None))
        }
    }

    /// An integration runtime with the status that it is asked for.
    ///
    /// # Errors
    /// Those that end a survey.
    pub async fn asked(
        &self,
        runtimes: &dyn Runtimes,
        place: &ParentPlace,
        mut member: Member,
    ) -> Result<Read> {
        let mut tries = 0;
        let outcome = loop {
            let turn = self.turn(&place.subscription).await;
            let outcome = runtimes.status(&member.runtime.name).await;
            drop(turn);
            match outcome {
                Err(error) if error.is_status(429) && tries < PATIENT => tries += 1,
                other => break other,
            }
        };
        let nodes = outcome.as_ref().map_or(0, |status| status.nodes().len());
        self.tally.read(&place.subscription, place.service, nodes);
        match outcome {
            Ok(status) => {
                self.heard();
                reader::add_status(&mut member.runtime, &status);
                member.status = self.options.objects.then(|| Arc::new(status));
                Ok((Some(member), None))
            }
            Err(error) => {
                self.judge(&error, place.service)?;
                // Removed since the list was read.
                if member.runtime.kind == "SelfHosted" && error.is_status(404) {
                    return Ok((None, None));
                }
                let service = Some(place.service);
                let own = reader::unreadable(Asked::Status, service, &member.runtime.id, &error);
                Ok((Some(member), Some((own, error))))
            }
        }
    }

    fn heard(&self) {
        self.lost.store(0, Ordering::Relaxed);
    }

    /// Returns the error where it ends the survey.
    fn judge(&self, error: &Error, service: Service) -> Result<()> {
        if reader::ends(error, service) {
            return Err(error.clone());
        }
        let is_lost = matches!(error.kind, ErrorKind::Connection | ErrorKind::Untrusted);
        if !is_lost {
            self.heard();
        } else if service != Service::Purview
            && self.lost.fetch_add(1, Ordering::Relaxed) + 1 >= LOST
        {
            return Err(error.clone());
        }
        Ok(())
    }
}

/// A member, where there still is one, and what could not be read of it.
pub(super) type Read = (Option<Member>, Option<(Unreadable, Error)>);
