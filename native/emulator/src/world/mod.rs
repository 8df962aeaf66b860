//! Everything the emulator remembers. Plain data: the rules are beside the operations that use it.

pub mod directory;
mod founding;
mod resources;
pub mod store;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::clock;
pub use directory::Directory;
pub use founding::{
    HOME_TENANT, IDENTITY_OBJECT, OWNER_CLIENT, OWNER_SECRET, SUBSCRIPTION, USER_OBJECT,
    USER_OBJECT_ELSEWHERE,
};
pub use resources::{
    Assignment, Factory, Failing, Group, Identity, Interactive, InteractiveState, Lifecycle, Link,
    Machine, Node, Operation, OperationKind, Registration, Runtime, Snapshot, Subscription,
    UserIdentity,
};

/// How the emulator behaves; the control plane changes it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Settings {
    /// Resources in a page of a list.
    pub page_size: usize,
    /// How long a new access token is good.
    pub token_lifetime_seconds: u64,
    /// How long a long-running operation runs.
    pub operation_seconds: u64,
    /// The pace that answers to a long-running operation ask for: a fitting one when `None`, none at all below 0.
    pub operation_retry_after_seconds: Option<i64>,
    /// The error code that a start ends with, when it is to fail.
    pub start_failure: Option<String>,
    /// The same for the other long-running operations of a runtime.
    pub operation_failure: Option<String>,
    /// How long a fresh identity is unknown to role assignments.
    pub identity_propagation_seconds: u64,
    /// How long a role assignment is without effect.
    pub role_assignment_delay_seconds: u64,
    /// What the person at the other device does.
    pub device_code: DeviceDecision,
    /// What the person in front of the browser does.
    pub browser: BrowserDecision,
    /// Whether the person is a guest in the other tenant.
    pub guest: bool,
    /// Whether the last client assertion is kept for the control plane to show.
    pub remember_assertions: bool,
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
            start_failure: None,
            operation_failure: None,
            identity_propagation_seconds: 0,
            role_assignment_delay_seconds: 0,
            device_code: DeviceDecision::Approve,
            browser: BrowserDecision::Approve,
            guest: false,
            remember_assertions: false,
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
    /// Approves, but what comes back has another `state`, as if somebody else had sent it.
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
#[derive(Serialize, Deserialize)]
pub struct World {
    pub directory: Directory,
    pub subscriptions: Vec<Subscription>,
    /// By lower-case id.
    pub groups: BTreeMap<String, Group>,
    /// By lower-case id, so that a group's are neighbours.
    pub factories: BTreeMap<String, Factory>,
    /// By lower-case id.
    pub assignments: BTreeMap<String, Assignment>,
    /// Long-running operations by token.
    pub operations: BTreeMap<String, Operation>,
    pub settings: Settings,
    /// How far the clock was put forward: what falls due was reckoned with it.
    #[serde(default)]
    pub seconds_ahead: u64,
    /// Whether a runtime or a status was ever planted, so that nobody need look otherwise.
    #[serde(default)]
    pub has_planted: bool,
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

    /// Lets what fell due happen: deleted groups go, with all that is in them.
    pub fn settle(&mut self) {
        if !self.groups.values().any(|group| group.deleted_at.is_some()) {
            return;
        }
        let now = clock::now_ms();
        let due: Vec<String> = self
            .groups
            .iter()
            .filter(|(_, group)| group.deleted_at.is_some_and(|at| at <= now))
            .map(|(key, _)| key.clone())
            .collect();
        for key in due {
            self.groups.remove(&key);
            let within = format!("{key}/");
            let factories: Vec<String> = self
                .factories
                .keys()
                .filter(|id| id.starts_with(&within))
                .cloned()
                .collect();
            for factory in factories {
                self.remove_factory(&factory);
            }
            self.forget_assignments(&key);
            self.changed = true;
        }
    }

    /// Removes a factory, its identity, and its links on runtimes of others.
    pub fn remove_factory(&mut self, key: &str) -> bool {
        let Some(factory) = self.factories.remove(key) else {
            return false;
        };
        if let Some(identity) = &factory.identity {
            for principal in identity.principals() {
                self.directory.principals.remove(principal);
            }
        }
        for other in self.factories.values_mut() {
            for runtime in other.runtimes.values_mut() {
                runtime
                    .links
                    .retain(|link| !link.is_from(&factory.subscription, &factory.name));
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

    /// The factory and runtime with this lower-case runtime id.
    pub fn runtime(&self, id: &str) -> Option<(&Factory, &Runtime)> {
        let (factory, name) = id.split_once("/integrationruntimes/")?;
        let factory = self.factories.get(factory)?;
        Some((factory, factory.runtimes.get(name)?))
    }

    /// Like [`World::runtime`], to change it.
    pub fn runtime_mut(&mut self, id: &str) -> Option<&mut Runtime> {
        let (factory, name) = id.split_once("/integrationruntimes/")?;
        self.factories.get_mut(factory)?.runtimes.get_mut(name)
    }
}
