//! The whole state of the emulator as plain data. The rules stand beside the operations that use them.

pub mod directory;
mod parents;
mod resources;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Map;

use crate::clock;
use crate::facts::principals::USER_OBJECT;
pub use directory::Directory;
pub use parents::{Change, Parent, Service};
pub use resources::{
    Assignment, Bucket, Document, Failing, Group, Identity, Interactive, InteractiveState,
    Lifecycle, Link, Machine, Node, Operation, OperationKind, Registration, Runtime, Snapshot,
    Subscription, UserIdentity,
};

/// How the emulator behaves; the control plane changes it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own, and the control plane shows it by its name"
)]
pub struct Settings {
    /// Resources in a page of a list.
    pub page_size: usize,
    /// How long a new access token is good.
    pub token_lifetime_seconds: u64,
    /// How long a long-running operation runs.
    pub operation_seconds: u64,
    /// The pace that answers to a long-running operation ask for: a fitting one when `None`, none at all below 0.
    pub operation_retry_after_seconds: Option<i64>,
    /// Whether a stop is answered with 200 when it has ended, without an operation to poll.
    pub stop_at_once: bool,
    /// The error code that a start ends with, when it is to fail.
    pub start_failure: Option<String>,
    /// The same for the other long-running operations of a runtime.
    pub operation_failure: Option<String>,
    /// How long a fresh identity is unknown to role assignments.
    pub identity_propagation_seconds: u64,
    /// How long a role assignment is without effect.
    pub role_assignment_delay_seconds: u64,
    /// Whether a link is refused while the shared runtime has no node of a version that knows of sharing.
    pub sharing_needs_node: bool,
    /// What the person at the other device does.
    pub device_code: DeviceDecision,
    /// What the person in front of the browser does.
    pub browser: BrowserDecision,
    /// Whether the person is a guest in the other tenant.
    pub guest: bool,
    /// Whether the last client assertion is kept for the control plane to show.
    pub remember_assertions: bool,
    /// Whether the buckets of Resource Manager and the quota of Resource Graph run out.
    pub throttling: bool,
    /// Ids of resources that are gone, and that Resource Graph shows all the same.
    pub graph_stale_ids: Vec<String>,
    /// Subscriptions whose resources Resource Graph shows to callers who may not read them.
    pub graph_shows: Vec<String>,
    /// The most subscriptions of a tenant or a management group that a query is about.
    pub graph_subscription_limit: usize,
    /// How the oldest shape of the managed identity writes when a token ends.
    pub identity_dates: IdentityDates,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            page_size: 50,
            token_lifetime_seconds: 3600,
            operation_seconds: 0,
            operation_retry_after_seconds: None,
            stop_at_once: false,
            start_failure: None,
            operation_failure: None,
            identity_propagation_seconds: 0,
            role_assignment_delay_seconds: 0,
            sharing_needs_node: false,
            device_code: DeviceDecision::Approve,
            browser: BrowserDecision::Approve,
            guest: false,
            remember_assertions: false,
            throttling: false,
            graph_stale_ids: Vec::new(),
            graph_shows: Vec::new(),
            graph_subscription_limit: 10_000,
            identity_dates: IdentityDates::Epoch,
        }
    }
}

/// The outcome of a device-code sign-in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DeviceDecision {
    Approve,
    Pending,
    Decline,
    Expire,
}

/// The outcome of a sign-in with the browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BrowserDecision {
    Approve,
    Decline,
    /// Never goes back to the application.
    Ignore,
    /// Approves, but returns another `state`, as an attacker would.
    WrongState,
}

/// How a moment is written for clients of the version `2017-09-01`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum IdentityDates {
    Epoch,
    Linux,
    Windows,
}

/// The whole state.
#[derive(Default, Serialize, Deserialize)]
pub struct World {
    pub directory: Directory,
    pub subscriptions: Vec<Subscription>,
    /// By lower-case id.
    pub groups: BTreeMap<String, Group>,
    /// Factories, workspaces and accounts by lower-case id, so that a group's are neighbours.
    #[serde(alias = "factories")]
    pub parents: BTreeMap<String, Parent>,
    /// By lower-case id.
    pub assignments: BTreeMap<String, Assignment>,
    /// Long-running operations by token.
    pub operations: BTreeMap<String, Operation>,
    pub settings: Settings,
    /// The subscriptions of each management group, by its name. The root group of a tenant is not among them.
    #[serde(default)]
    pub management_groups: BTreeMap<String, Vec<String>>,
    /// How far the clock was put forward: what falls due was reckoned with it.
    #[serde(default)]
    pub seconds_ahead: u64,
    /// Whether a runtime or a status was ever planted; without one, the search for it is skipped.
    #[serde(default)]
    pub has_planted: bool,
    /// How full the token buckets were, by scope, class and principal. A new process begins with full ones.
    #[serde(skip)]
    pub buckets: BTreeMap<String, Bucket>,
    /// Requests answered, for the counters in headers.
    #[serde(skip)]
    pub served: u64,
    /// Whether something changed since it was last written.
    #[serde(skip)]
    pub changed: bool,
}

impl World {
    /// The subscription with this id, in any casing.
    pub fn subscription(&self, id: &str) -> Option<&Subscription> {
        self.subscriptions
            .iter()
            .find(|subscription| subscription.id.eq_ignore_ascii_case(id))
    }

    /// Lets what fell due happen: operations on workspaces and their runtimes end, deleted groups go with all that is
    /// in
    /// them.
    pub fn settle(&mut self) {
        let now = clock::now_ms();
        let due = |at: Option<u64>| at.is_some_and(|at| at <= now);
        let mut gone = Vec::new();
        let mut changes = Vec::new();
        for (key, parent) in &mut self.parents {
            if due(parent.deleted_at) {
                gone.push(key.clone());
                continue;
            }
            if due(parent.ready_at) {
                parent.ready_at = None;
                self.changed = true;
            }
            let ended = parent
                .pending
                .iter()
                .filter(|(_, change)| change.due_ms <= now);
            changes.extend(ended.map(|(name, _)| (key.clone(), name.clone())));
        }
        for (key, name) in changes {
            let change = self
                .parents
                .get_mut(&key)
                .and_then(|parent| parent.pending.remove(&name));
            if let Some(change) = change {
                self.apply(&key, &name, change.runtime);
            }
        }
        for key in gone {
            self.remove_parent(&key);
        }
        self.settle_groups(now);
    }

    fn settle_groups(&mut self, now: u64) {
        let due: Vec<String> = self
            .groups
            .iter()
            .filter(|(_, group)| group.deleted_at.is_some_and(|at| at <= now))
            .map(|(key, _)| key.clone())
            .collect();
        for key in due {
            self.groups.remove(&key);
            let within = format!("{key}/");
            let inside: Vec<String> = self
                .parents
                .keys()
                .filter(|id| id.starts_with(&within))
                .cloned()
                .collect();
            for parent in inside {
                self.remove_parent(&parent);
            }
            self.forget_assignments(&key);
            self.changed = true;
        }
    }

    /// Puts the runtime with this lower-case name in its place, or removes it when there is none.
    pub fn apply(&mut self, parent_key: &str, name: &str, runtime: Option<Runtime>) {
        let Some(parent) = self.parents.get_mut(parent_key) else {
            return;
        };
        let before = parent.runtimes.remove(name);
        if let Some(mut runtime) = runtime {
            // Nodes and keys go on while the document is being changed.
            if let Some(before) = before {
                runtime.nodes = before.nodes;
                runtime.keys = before.keys;
            }
            parent.runtimes.insert(name.to_owned(), runtime);
        } else {
            self.forget_assignments(&format!("{parent_key}/integrationruntimes/{name}"));
        }
        self.changed = true;
    }

    /// Makes a principal known in the tenant of `subscription`, for an identity called `name`; its object id.
    pub fn new_principal(&mut self, subscription: &str, name: &str) -> String {
        let tenant = self
            .subscription(subscription)
            .map(|found| found.tenant.clone())
            .unwrap_or_default();
        let id = crate::random::guid();
        let principal = directory::Principal {
            tenant,
            kind: directory::PrincipalKind::ServicePrincipal,
            display_name: name.to_owned(),
            created_ms: clock::now_ms(),
        };
        self.directory.principals.insert(id.clone(), principal);
        id
    }

    /// Gives a principal of the directory a role at a subscription, effective at once.
    pub fn give(&mut self, name: String, subscription: &str, principal: &str, role: &str) {
        let assignment = Assignment {
            scope: format!("/subscriptions/{subscription}"),
            name,
            role: role.to_owned(),
            principal: principal.to_owned(),
            principal_kind: self.directory.principals[principal].kind.name().to_owned(),
            extra: Map::new(),
            created: "2026-01-01T00:00:00.0000000Z".to_owned(),
            created_by: USER_OBJECT.to_owned(),
            effective_ms: 0,
        };
        self.assignments
            .insert(assignment.id().to_ascii_lowercase(), assignment);
    }

    /// Removes a factory, workspace or account, its identity, and its links on runtimes of others.
    pub fn remove_parent(&mut self, key: &str) -> bool {
        let Some(removed) = self.parents.remove(key) else {
            return false;
        };
        if let Some(identity) = &removed.identity {
            for principal in identity.principals() {
                self.directory.principals.remove(principal);
            }
        }
        // Links go by the name of a factory, and nothing but a factory has them.
        if removed.service == Service::DataFactory {
            for other in self.parents.values_mut() {
                for runtime in other.runtimes.values_mut() {
                    runtime
                        .links
                        .retain(|link| !link.is_from(&removed.subscription, &removed.name));
                }
            }
        }
        self.forget_assignments(key);
        self.changed = true;
        true
    }

    /// Drops role assignments at `scope` (lower case) and below.
    pub fn forget_assignments(&mut self, scope: &str) {
        self.assignments.retain(|_, assignment| {
            let at = assignment.scope.to_ascii_lowercase();
            !(at == scope
                || at
                    .strip_prefix(scope)
                    .is_some_and(|rest| rest.starts_with('/')))
        });
    }

    /// The runtime with this lower-case id, and what it belongs to.
    pub fn runtime(&self, id: &str) -> Option<(&Parent, &Runtime)> {
        let (parent, name) = id.split_once("/integrationruntimes/")?;
        let parent = self.parents.get(parent)?;
        Some((parent, parent.runtimes.get(name)?))
    }

    /// Like [`World::runtime`], to change it.
    pub fn runtime_mut(&mut self, id: &str) -> Option<&mut Runtime> {
        let (parent, name) = id.split_once("/integrationruntimes/")?;
        self.parents.get_mut(parent)?.runtimes.get_mut(name)
    }
}
