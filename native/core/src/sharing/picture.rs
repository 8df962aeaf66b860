//! The shares that follow from data factories, their runtimes, links and role assignments, and what is broken in them.
//!
//! Nothing is sent from here: what was read is compared.

use super::{
    plan::same_id,
    share::{Grant, Outcome, Problem, Share, User},
};
use crate::{
    fleet::checks::quote,
    resources::scope::covers,
    runtimes::{body::Link, place::RuntimePlace, service::Service},
};

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// The data factories.
    pub factories: Vec<Factory>,
    /// Their integration runtimes.
    pub runtimes: Vec<Runtime>,
    /// The role assignments with which one may link; nothing where they were not read.
    pub grants: Option<Vec<GrantSeen>>,
    /// The subscriptions whose data factories are all in [`Picture::factories`].
    pub subscriptions: Vec<String>,
}

/// A data factory.
#[derive(Clone, Debug, Default)]
pub struct Factory {
    /// Its resource id.
    pub id: String,
    /// What it is called and where it is.
    pub user: User,
    /// The object ids of its identities.
    pub principals: Vec<String>,
    /// The object id of its own identity.
    pub own_principal: Option<String>,
    /// Whether these are all of its identities.
    pub all_principals: bool,
    /// Whether all of its integration runtimes are in [`Picture::runtimes`].
    pub listed: bool,
}

/// An integration runtime of a data factory.
#[derive(Clone, Debug)]
pub struct Runtime {
    /// Its place.
    pub place: RuntimePlace,
    /// What it is.
    pub kind: Kind,
    /// The identity with which a linked one uses the shared one.
    pub identity: Identity,
    /// Its state, where the status was read.
    pub state: Option<String>,
}

/// The identity with which a linked runtime uses the shared one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Identity {
    /// The data factory's own one.
    #[default]
    Own,
    /// That of a credential, with its object id where it is known.
    OfCredential(Option<String>),
}

/// What an integration runtime is, as far as sharing is concerned.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A self-hosted one; how many nodes and which links it has, where the status was read.
    SelfHosted {
        /// How many nodes.
        nodes: Option<usize>,
        /// The links that it lists.
        links: Option<Vec<Link>>,
    },
    /// A linked one and the id of the one that it refers to; nothing where a key grants the access.
    Linked(Option<String>),
    /// Another one.
    Other,
    /// There is none of this name.
    Missing,
}

/// A role assignment.
#[derive(Clone, Debug)]
pub struct GrantSeen {
    /// The id on which the role is given.
    pub scope: String,
    /// Who has it.
    pub principal: String,
}

impl Picture {
    fn factory(&self, name: &str, subscription: Option<&str>) -> Option<&Factory> {
        self.factories.iter().find(|factory| {
            factory.user.name.eq_ignore_ascii_case(name)
                && subscription.is_none_or(|wanted| {
                    factory
                        .user
                        .subscription
                        .as_ref()
                        .is_none_or(|own| own.eq_ignore_ascii_case(wanted))
                })
        })
    }

    /// The data factory that has the runtime at `place`.
    fn parent(&self, place: &RuntimePlace) -> Option<&Factory> {
        let parent = &place.parent;
        self.factory(&parent.name, Some(&parent.subscription))
    }

    fn runtime(&self, id: &str) -> Option<&Runtime> {
        self.runtimes
            .iter()
            .find(|runtime| same_id(&runtime.place.id(), id))
    }

    fn has_subscription(&self, id: &str) -> bool {
        self.subscriptions
            .iter()
            .any(|own| own.eq_ignore_ascii_case(id))
    }

    /// Whether the picture has all of `factory`'s runtimes, or this one.
    fn runtime_of(&self, factory: &Factory, name: &str) -> Seen<'_> {
        let id = format!("{}/integrationruntimes/{name}", factory.id);
        match self.runtime(&id) {
            Some(Runtime {
                kind: Kind::Missing,
                ..
            }) => Seen::Missing,
            Some(runtime) => Seen::There(runtime),
            None if factory.listed => Seen::Missing,
            None => Seen::Unknown,
        }
    }

    /// How `factory` has its role on the runtime with the id `scope`.
    fn grant(&self, factory: &Factory, scope: &str) -> Grant {
        self.grant_of(&factory.principals, factory.all_principals, scope)
    }

    /// How one of these identities has the role; `all` says whether there is no other one.
    fn grant_of(&self, principals: &[String], all: bool, scope: &str) -> Grant {
        let Some(grants) = &self.grants else {
            return Grant::Unknown;
        };
        let mut found = Grant::Missing;
        for grant in grants {
            let is_own = principals
                .iter()
                .any(|own| own.eq_ignore_ascii_case(&grant.principal));
            if is_own && same_id(&grant.scope, scope) {
                return Grant::Present;
            }
            if is_own && covers(&grant.scope, scope) {
                found = Grant::Inherited;
            }
        }
        if found == Grant::Missing && !all {
            return Grant::Unknown;
        }
        found
    }

    /// All shares, by shared runtime.
    #[must_use]
    pub fn shares(&self) -> Vec<Share> {
        let mut all = Vec::new();
        for runtime in &self.runtimes {
            if let Kind::SelfHosted { links, .. } = &runtime.kind {
                self.of_owner(runtime, links.as_deref(), &mut all);
            }
        }
        // Linked runtimes whose owner is not in the picture.
        for runtime in &self.runtimes {
            if let Kind::Linked(Some(to)) = &runtime.kind
                && !self.runtime(to).is_some_and(Runtime::may_own)
                && let Ok(shared) = RuntimePlace::from_id(Service::DataFactory, "Id", to)
            {
                all.push(self.without_owner(runtime, shared));
            }
        }
        all
    }

    /// The shares of one shared runtime: by its links, by linked runtimes that it does not list, and by grants.
    fn of_owner(&self, shared: &Runtime, links: Option<&[Link]>, all: &mut Vec<Share>) {
        let id = shared.place.id();
        let first = all.len();
        for link in links.unwrap_or_default() {
            all.push(self.of_link(shared, link));
        }
        for linked in &self.runtimes {
            let Kind::Linked(Some(to)) = &linked.kind else {
                continue;
            };
            if !same_id(to, &id) || has(&all[first..], &linked.place) {
                continue;
            }
            let mut share = self.share(shared, self.parent(&linked.place), &linked.place.name);
            if share.user.name.is_empty() {
                share.user = super::plan::user(&linked.place.parent);
            }
            if links.is_some() {
                share.problems.insert(0, Problem::LinkMissing);
            }
            all.push(share);
        }
        for factory in &self.factories {
            let is_owner = self
                .parent(&shared.place)
                .is_some_and(|own| same_id(&own.id, &factory.id));
            let is_known = all[first..]
                .iter()
                .any(|share| share.user.name.eq_ignore_ascii_case(&factory.user.name));
            if !is_owner && !is_known && self.grant(factory, &id) == Grant::Present {
                all.push(self.of_grant(shared, factory));
            }
        }
        for share in &mut all[first..] {
            finish(share);
        }
    }

    /// A share with this data factory, with its grant.
    fn share(&self, shared: &Runtime, factory: Option<&Factory>, linked: &str) -> Share {
        let user = factory.map(|own| own.user.clone()).unwrap_or_default();
        let mut share = Share::new(shared.place.clone(), user, Outcome::Shared);
        share.linked = Some(linked.to_owned());
        share.state.clone_from(&shared.state);
        if let Some(factory) = factory {
            let id = shared.place.id();
            let identity = match self.runtime_of(factory, linked) {
                Seen::There(own) if matches!(own.kind, Kind::Linked(_)) => Some(&own.identity),
                _ => None,
            };
            (share.grant, share.principal) = match identity {
                Some(Identity::OfCredential(own)) => {
                    let principals: Vec<String> = own.iter().cloned().collect();
                    (self.grant_of(&principals, own.is_some(), &id), own.clone())
                }
                Some(Identity::Own) if factory.own_principal.is_some() => {
                    let own = factory.own_principal.clone();
                    let principals: Vec<String> = own.iter().cloned().collect();
                    (self.grant_of(&principals, true, &id), own)
                }
                _ => (
                    self.grant(factory, &id),
                    factory.principals.first().cloned(),
                ),
            };
            if share.grant == Grant::Missing {
                share.problems.push(Problem::GrantMissing);
            }
        }
        share
    }

    fn of_link(&self, shared: &Runtime, link: &Link) -> Share {
        let name = link.name.clone().unwrap_or_default();
        let factory_name = link.factory.clone().unwrap_or_default();
        let subscription = link.subscription.as_deref();
        let factory = self.factory(&factory_name, subscription);
        let mut share = self.share(shared, factory, &name);
        share.created.clone_from(&link.created);
        let Some(factory) = factory else {
            share.user = User {
                name: factory_name,
                subscription: link.subscription.clone(),
                resource_group: None,
            };
            if subscription.is_some_and(|own| self.has_subscription(own)) {
                share.problems.push(Problem::FactoryMissing);
            }
            return share;
        };
        let problem = match self.runtime_of(factory, &name) {
            Seen::Unknown => None,
            Seen::Missing => Some(Problem::LinkedRuntimeMissing),
            Seen::There(runtime) => match &runtime.kind {
                Kind::Linked(to) => to
                    .as_ref()
                    .is_some_and(|to| !same_id(to, &shared.place.id()))
                    .then_some(Problem::LinkedElsewhere),
                Kind::SelfHosted { .. } => Some(Problem::LinkedRuntimeReplaced),
                Kind::Other | Kind::Missing => Some(Problem::LinkedRuntimeMissing),
            },
        };
        share.problems.extend(problem);
        share
    }

    /// A grant without a link: where a self-hosted runtime without nodes has the name of the shared one, it took the
    /// place of the linked one.
    fn of_grant(&self, shared: &Runtime, factory: &Factory) -> Share {
        let name = &shared.place.name;
        let mut share = self.share(shared, Some(factory), name);
        let is_empty = |kind: &Kind| matches!(kind, Kind::SelfHosted { nodes: Some(0), .. });
        match self.runtime_of(factory, name) {
            Seen::There(runtime) if is_empty(&runtime.kind) => {
                share.problems.push(Problem::LinkedRuntimeReplaced);
            }
            _ => {
                share.linked = None;
                share.problems.push(Problem::NotLinked);
            }
        }
        share
    }

    fn without_owner(&self, linked: &Runtime, shared: RuntimePlace) -> Share {
        let factory = self.parent(&linked.place);
        let is_gone = self.runtime(&shared.id()).is_some()
            || match self.parent(&shared) {
                Some(parent) => parent.listed,
                None => self.has_subscription(&shared.parent.subscription),
            };
        let user = factory.map_or_else(
            || super::plan::user(&linked.place.parent),
            |own| own.user.clone(),
        );
        let mut share = Share::new(shared, user, Outcome::Shared);
        share.linked = Some(linked.place.name.clone());
        share.principal = match &linked.identity {
            Identity::OfCredential(own) => own.clone(),
            Identity::Own => factory.and_then(|own| own.principals.first().cloned()),
        };
        share.state.clone_from(&linked.state);
        if is_gone {
            share.problems.push(Problem::OwnerMissing);
        }
        finish(&mut share);
        share
    }
}

impl Runtime {
    /// Whether it can be the owner of links.
    fn may_own(&self) -> bool {
        matches!(self.kind, Kind::SelfHosted { .. })
    }
}

/// Whether the picture has a runtime.
enum Seen<'a> {
    There(&'a Runtime),
    Missing,
    Unknown,
}

fn has(shares: &[Share], linked: &RuntimePlace) -> bool {
    shares.iter().any(|share| {
        share.user.name.eq_ignore_ascii_case(&linked.parent.name)
            && share
                .linked
                .as_ref()
                .is_some_and(|own| own.eq_ignore_ascii_case(&linked.name))
    })
}

/// Says whether the share is whole, and else what to do.
pub fn finish(share: &mut Share) {
    let Some(worst) = share.problems.first().copied() else {
        share.outcome = Outcome::Shared;
        share.fix = None;
        return;
    };
    share.outcome = Outcome::Broken;
    let factory = share.user.id().unwrap_or_else(|| share.user.name.clone());
    let id = share.shared.id();
    let verb = if share.problems.iter().all(|own| own.is_repairable()) {
        "Repair"
    } else if worst == Problem::NotLinked {
        // The role alone is no share: whether it shall become one is the user's to say.
        "New"
    } else {
        "Remove"
    };
    share.fix = Some(command(verb, &id, &factory, share.linked.as_deref()));
}

/// The command that does `verb` with the share of the integration runtime `id` with this data factory.
#[must_use]
pub fn command(verb: &str, id: &str, factory: &str, linked: Option<&str>) -> String {
    let name = linked
        .map(|name| format!(" -Name {}", quote(name)))
        .unwrap_or_default();
    format!(
        "{verb}-AzIntegrationRuntimeShare -ResourceId {} -With {}{name}",
        quote(id),
        quote(factory)
    )
}
