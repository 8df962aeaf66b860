//! Makes the graph of a fleet and its findings.

use std::collections::HashMap;

use super::{Grant, Group, Link, Node, Parent, Runtime, State, Subscription, Topology};
use crate::{
    fleet::{
        checks::Index,
        finding::{Finding, OWNER_MISSING, Severity},
        record::{self, Fleet},
        report::{is_online, ordered, runtime_id, subscription_of},
    },
    resources::scope::covers,
    runtimes::service::Service,
};

/// The most findings in the words of one thing.
const NOTES: usize = 4;

/// What findings say about things, by resource id in lower case.
#[derive(Default)]
struct Marks<'a> {
    whole: HashMap<String, (State, Vec<&'a Finding>)>,
    nodes: HashMap<(String, String), State>,
}

impl<'a> Marks<'a> {
    fn of(findings: &'a [Finding]) -> Self {
        let mut marks = Self::default();
        for own in ordered(findings) {
            if own.silenced.is_some() {
                continue;
            }
            let state = of_severity(own.severity);
            let id = runtime_id(&own.id).to_ascii_lowercase();
            if let Some(node) = &own.node {
                let worst = marks
                    .nodes
                    .entry((id.clone(), node.to_ascii_lowercase()))
                    .or_default();
                *worst = state.max(*worst);
            }
            let (worst, all) = marks.whole.entry(id).or_default();
            *worst = state.max(*worst);
            all.push(own);
        }
        marks
    }

    fn state(&self, id: &str) -> State {
        self.whole
            .get(&id.to_ascii_lowercase())
            .map_or(State::Good, |own| own.0)
    }

    fn notes(&self, id: &str) -> Vec<String> {
        let Some((_, all)) = self.whole.get(&id.to_ascii_lowercase()) else {
            return Vec::new();
        };
        let mut notes: Vec<String> = all
            .iter()
            .take(NOTES)
            .map(|own| format!("{}: {}", own.rule.code, own.message))
            .collect();
        if all.len() > NOTES {
            notes.push(format!("and {} more", all.len() - NOTES));
        }
        notes
    }

    fn has(&self, id: &str, code: &str) -> bool {
        self.whole
            .get(&id.to_ascii_lowercase())
            .is_some_and(|own| own.1.iter().any(|own| own.rule.code == code))
    }
}

fn of_severity(severity: Severity) -> State {
    match severity {
        Severity::Information => State::Information,
        Severity::Warning => State::Warning,
        Severity::Error => State::Error,
    }
}

impl Topology {
    /// Makes the graph of a fleet; `findings` say what is broken, besides the states that the service sent.
    #[must_use]
    pub fn of(fleet: &Fleet, findings: &[Finding]) -> Self {
        let marks = Marks::of(findings);
        let mut own = Builder {
            marks,
            made: Self {
                grants_known: fleet.grants.is_some(),
                ..Self::default()
            },
            groups: HashMap::new(),
            subscriptions: HashMap::new(),
            parents: HashMap::new(),
            runtimes: HashMap::new(),
        };
        for parent in &fleet.parents {
            own.parent(parent);
        }
        for runtime in &fleet.runtimes {
            own.runtime(runtime);
        }
        own.links(fleet);
        own.grants(fleet);
        own.made
    }
}

struct Builder<'a> {
    marks: Marks<'a>,
    made: Topology,
    subscriptions: HashMap<String, usize>,
    groups: HashMap<(usize, String), usize>,
    parents: HashMap<String, usize>,
    runtimes: HashMap<String, usize>,
}

impl Builder<'_> {
    fn subscription(&mut self, id: &str, name: Option<&str>) -> usize {
        let made = &mut self.made.subscriptions;
        *self
            .subscriptions
            .entry(id.to_ascii_lowercase())
            .or_insert_with(|| {
                made.push(Subscription {
                    id: id.to_owned(),
                    name: name.filter(|own| !own.is_empty()).unwrap_or(id).to_owned(),
                    groups: Vec::new(),
                });
                made.len() - 1
            })
    }

    fn group(&mut self, subscription: usize, name: &str) -> usize {
        let key = (subscription, name.to_ascii_lowercase());
        if let Some(own) = self.groups.get(&key) {
            return *own;
        }
        let at = self.made.groups.len();
        self.made.groups.push(Group {
            name: name.to_owned(),
            parents: Vec::new(),
        });
        self.made.subscriptions[subscription].groups.push(at);
        self.groups.insert(key, at);
        at
    }

    fn add_parent(&mut self, group: usize, parent: Parent) -> usize {
        let at = self.made.parents.len();
        self.parents.insert(parent.id.to_ascii_lowercase(), at);
        self.made.parents.push(parent);
        self.made.groups[group].parents.push(at);
        at
    }

    fn parent(&mut self, own: &record::Parent) {
        let subscription =
            self.subscription(&own.subscription_id, own.subscription_name.as_deref());
        let group = self.group(subscription, &own.resource_group);
        let state = match self.marks.state(&own.id) {
            State::Good if !own.listed => State::Unknown,
            state => state,
        };
        let notes = self.marks.notes(&own.id);
        let parent = Parent {
            service: own.service,
            id: own.id.clone(),
            name: own.name.clone(),
            state,
            notes,
            ..Parent::default()
        };
        self.add_parent(group, parent);
    }

    /// The parent with this id, which is outside of the view where the fleet does not have it.
    fn parent_or_outside(&mut self, id: &str) -> usize {
        if let Some(own) = self.parents.get(&id.to_ascii_lowercase()) {
            return *own;
        }
        let segments: Vec<&str> = id.trim_matches('/').split('/').collect();
        let segment = |at: usize| segments.get(at).copied().unwrap_or_default();
        let subscription = subscription_of(id);
        let subscription = self.subscription(
            if subscription.is_empty() {
                "outside"
            } else {
                subscription
            },
            None,
        );
        let group = self.group(subscription, segment(3));
        let service = Service::ALL
            .into_iter()
            .find(|own| own.namespace().eq_ignore_ascii_case(segment(5)))
            .unwrap_or_default();
        let name = segments.last().copied().unwrap_or(id);
        self.add_parent(
            group,
            Parent {
                service,
                id: id.to_owned(),
                name: name.to_owned(),
                state: State::Unknown,
                outside: true,
                ..Parent::default()
            },
        )
    }

    fn add_runtime(&mut self, runtime: Runtime) -> usize {
        let at = self.made.runtimes.len();
        self.runtimes.insert(runtime.id.to_ascii_lowercase(), at);
        self.made.parents[runtime.parent].runtimes.push(at);
        self.made.runtimes.push(runtime);
        at
    }

    fn runtime(&mut self, own: &record::Runtime) {
        let parent = self.parent_or_outside(&own.parent_id);
        let id = own.id.to_ascii_lowercase();
        let nodes: Vec<Node> = own
            .nodes
            .iter()
            .map(|node| {
                let key = (id.clone(), node.name.to_ascii_lowercase());
                let mark = self.marks.nodes.get(&key).copied().unwrap_or_default();
                Node {
                    name: node.name.clone(),
                    state: mark.max(of_node(node)),
                    status: node.status.clone(),
                }
            })
            .collect();
        let worst = nodes.iter().map(|own| own.state).max().unwrap_or_default();
        let state = self.marks.state(&own.id).max(worst).max(of_runtime(own));
        let findings = self.marks.notes(&own.id);
        self.add_runtime(Runtime {
            id: own.id.clone(),
            name: own.name.clone(),
            parent,
            kind: own.kind.clone(),
            version: own.version.clone(),
            state,
            nodes,
            notes: findings,
            ..Runtime::default()
        });
    }

    fn links(&mut self, fleet: &Fleet) {
        for own in &fleet.runtimes {
            let Some(owner) = &own.linked_to else {
                continue;
            };
            let from = self.runtimes[&own.id.to_ascii_lowercase()];
            let gone = self.marks.has(&own.id, OWNER_MISSING.code);
            let to = match self.runtimes.get(&owner.to_ascii_lowercase()) {
                Some(to) => *to,
                None => self.outside_runtime(owner, gone),
            };
            self.made.runtimes[from].linked = true;
            self.made.runtimes[to].linked = true;
            let state = match self.made.runtimes[from].state {
                State::Error => State::Error,
                _ if gone => State::Error,
                _ => State::Good,
            };
            self.made.links.push(Link {
                from,
                to,
                state,
                granted: None,
            });
        }
        // Links that the owner lists and the view does not have.
        let mut seen: HashMap<usize, usize> = HashMap::new();
        for link in &self.made.links {
            *seen.entry(link.to).or_default() += 1;
        }
        for own in &fleet.runtimes {
            let to = self.runtimes[&own.id.to_ascii_lowercase()];
            let seen = seen.get(&to).copied().unwrap_or_default();
            self.made.runtimes[to].outside_links = own.links.len().saturating_sub(seen);
        }
    }

    fn outside_runtime(&mut self, id: &str, gone: bool) -> usize {
        let mut segments: Vec<&str> = id.trim_matches('/').split('/').collect();
        let name = segments.pop().unwrap_or(id).to_owned();
        segments.pop();
        let parent = self.parent_or_outside(&format!("/{}", segments.join("/")));
        let (state, kind) = if gone {
            (State::Error, "gone")
        } else {
            (State::Unknown, "not in view")
        };
        self.add_runtime(Runtime {
            id: id.to_owned(),
            name,
            parent,
            kind: kind.to_owned(),
            state,
            notes: if gone {
                vec!["It does not exist, and a linked integration runtime refers to it.".to_owned()]
            } else {
                Vec::new()
            },
            ..Runtime::default()
        })
    }

    fn grants(&mut self, fleet: &Fleet) {
        let Some(grants) = &fleet.grants else {
            return;
        };
        let identities: HashMap<String, usize> = fleet
            .parents
            .iter()
            .filter_map(|own| Some((own, *self.parents.get(&own.id.to_ascii_lowercase())?)))
            .flat_map(|(own, at)| {
                let all = own
                    .principal_id
                    .iter()
                    .chain(own.user_principal_ids.values());
                all.map(move |identity| (identity.to_ascii_lowercase(), at))
            })
            .collect();
        let users = self.users(fleet);
        for grant in grants {
            let scope = grant.scope.trim_end_matches('/').to_ascii_lowercase();
            let identity = grant.principal_id.to_ascii_lowercase();
            if !scope.contains("/providers/") {
                // A role on a resource group or a subscription holds for everything in it.
                self.grant_above(users.get(&identity), &scope);
                continue;
            }
            let runtime = self.runtimes.get(&scope).copied();
            let to = match runtime {
                Some(own) => Some(self.made.runtimes[own].parent),
                None => self.parents.get(&scope).copied(),
            };
            let (Some(to), Some(from)) = (to, identities.get(&identity)) else {
                if let Some(own) = runtime {
                    self.made.runtimes[own].outside_grants += 1;
                }
                continue;
            };
            let links = users.get(&identity).map_or(&[][..], Vec::as_slice);
            self.grant(links, *from, to, runtime);
        }
    }

    /// The links by the identity that each uses. Where the identity is not known, nor is its role.
    fn users(&mut self, fleet: &Fleet) -> HashMap<String, Vec<usize>> {
        let index = Index::new(fleet);
        let mut users: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, link) in self.made.links.iter_mut().enumerate() {
            let own = index.runtime(&self.made.runtimes[link.from].id);
            let identity = own.and_then(|own| own.link_principal(index.parent(&own.parent_id)?));
            let has_credential = own.is_some_and(|own| own.link_credential.is_some());
            link.granted = (identity.is_some() || !has_credential).then_some(false);
            if let Some(identity) = identity {
                users
                    .entry(identity.to_ascii_lowercase())
                    .or_default()
                    .push(at);
            }
        }
        users
    }

    fn grant_above(&mut self, links: Option<&Vec<usize>>, scope: &str) {
        for at in links.into_iter().flatten() {
            let to = self.made.links[*at].to;
            if covers(scope, &self.made.runtimes[to].id) {
                self.made.links[*at].granted = Some(true);
            }
        }
    }

    /// A role assignment for the identity of a factory, on a link of the factory that uses it, else a line of its own.
    fn grant(&mut self, own_links: &[usize], from: usize, to: usize, runtime: Option<usize>) {
        let Topology {
            runtimes, links, ..
        } = &mut self.made;
        let mut used = false;
        for at in own_links {
            let link = &mut links[*at];
            if runtime.map_or(runtimes[link.to].parent == to, |own| link.to == own) {
                link.granted = Some(true);
                used = true;
            }
        }
        if !used && from != to {
            if let Some(own) = runtime {
                runtimes[own].linked = true;
            }
            self.made.grants.push(Grant { from, to, runtime });
        }
    }
}

fn of_node(node: &record::Node) -> State {
    if is_online(node) {
        return State::Good;
    }
    match node
        .status
        .as_deref()
        .map(str::to_ascii_lowercase)
        .as_deref()
    {
        Some("offline" | "limited" | "initializefailed") => State::Error,
        Some("needregistration" | "initializing" | "upgrading") => State::Warning,
        _ => State::Unknown,
    }
}

fn of_runtime(own: &record::Runtime) -> State {
    if own.kind != "SelfHosted" {
        return State::Good;
    }
    match own.state.as_deref().map(str::to_ascii_lowercase).as_deref() {
        Some("offline" | "limited" | "accessdenied") => State::Error,
        Some("needregistration") => State::Warning,
        None if !own.has_status => State::Unknown,
        _ => State::Good,
    }
}
