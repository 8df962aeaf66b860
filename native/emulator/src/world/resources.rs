//! Subscriptions, groups, runtimes, nodes, links, role assignments and operations.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Service;

/// Whether a subscription may use Data Factory.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Registration {
    NotRegistered,
    /// Until this moment, in milliseconds.
    Registering(u64),
    #[default]
    Registered,
}

/// A subscription.
#[derive(Clone, Serialize, Deserialize)]
pub struct Subscription {
    pub id: String,
    pub name: String,
    pub tenant: String,
    pub data_factory: Registration,
    #[serde(default)]
    pub synapse: Registration,
    #[serde(default)]
    pub purview: Registration,
}

impl Subscription {
    /// Whether it may use `service`.
    pub fn registration(&self, service: Service) -> Registration {
        match service {
            Service::DataFactory => self.data_factory,
            Service::Synapse => self.synapse,
            Service::Purview => self.purview,
        }
    }

    /// Like [`Subscription::registration`], to change it.
    pub fn registration_mut(&mut self, service: Service) -> &mut Registration {
        match service {
            Service::DataFactory => &mut self.data_factory,
            Service::Synapse => &mut self.synapse,
            Service::Purview => &mut self.purview,
        }
    }
}

/// A resource group.
#[derive(Clone, Serialize, Deserialize)]
pub struct Group {
    pub subscription: String,
    pub name: String,
    /// Without spaces, in lower case, as Resource Manager writes it.
    pub location: String,
    pub tags: Option<Map<String, Value>>,
    pub managed_by: Option<String>,
    /// When it will be gone, once its deletion has begun.
    pub deleted_at: Option<u64>,
}

/// A user-assigned identity of a factory, workspace or account.
#[derive(Clone, Serialize, Deserialize)]
pub struct UserIdentity {
    pub principal_id: String,
    pub client_id: String,
}

/// The managed identities of a factory, workspace or account.
#[derive(Clone, Serialize, Deserialize)]
pub struct Identity {
    /// As typed: `SystemAssigned`, `UserAssigned` or both.
    pub kind: String,
    pub tenant: String,
    pub system: Option<String>,
    /// By resource id.
    pub users: BTreeMap<String, UserIdentity>,
}

impl Identity {
    /// The object ids of all of them.
    pub fn principals(&self) -> impl Iterator<Item = &String> {
        self.system
            .iter()
            .chain(self.users.values().map(|user| &user.principal_id))
    }
}

/// Where a dedicated (SSIS) runtime is in its life.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Lifecycle {
    Initial,
    Starting,
    Started,
    Stopping,
    Stopped,
}

/// An integration runtime.
#[derive(Clone, Serialize, Deserialize)]
pub struct Runtime {
    pub name: String,
    /// As put in, secrets included; never shown without the mask.
    pub properties: Value,
    pub etag: String,
    pub created: String,
    /// The GUID inside its keys.
    pub task_queue: String,
    /// The two auth keys of a self-hosted runtime that is not linked.
    pub keys: Option<[String; 2]>,
    /// By lower-case name.
    pub nodes: BTreeMap<String, Node>,
    /// Who uses it from other factories.
    pub links: Vec<Link>,
    /// For a linked runtime: the lower-case id of the shared one.
    pub shared: Option<String>,
    pub auto_update: String,
    pub update_delay: Option<String>,
    /// Of a dedicated runtime.
    pub lifecycle: Option<Lifecycle>,
    /// When the move to the next state ends, in milliseconds.
    pub settles_at: Option<u64>,
    /// Shown as `lastOperation`.
    pub last_operation: Option<Value>,
    /// Set while a start or stop runs that is to fail.
    #[serde(default)]
    pub failing: Option<Failing>,
    /// What was said of single machines of a dedicated runtime, by node id; a start forgets it.
    #[serde(default)]
    pub machines: BTreeMap<String, Machine>,
    /// Once it was switched on.
    #[serde(default)]
    pub interactive: Option<Interactive>,
    /// What is deployed to the catalog, when it is not the catalog that every runtime comes with.
    #[serde(default)]
    pub catalog: Option<Vec<Value>>,
    /// When the refresh that runs ends, in milliseconds.
    #[serde(default)]
    pub refreshes_at: Option<u64>,
    /// The catalog as the last refresh found it.
    #[serde(default)]
    pub snapshot: Option<Snapshot>,
    /// Whether its document is, or was made from, one that no put makes.
    #[serde(default)]
    pub planted: bool,
    /// Whether an Azure runtime is short of something, until it is put again.
    #[serde(default)]
    pub limited: bool,
    /// What Purview shows in place of the document.
    #[serde(default)]
    pub planted_document: Option<Value>,
    /// What `getStatus` answers in place of the truth.
    #[serde(default)]
    pub planted_status: Option<Value>,
}

/// How a start or stop is to fail.
#[derive(Clone, Serialize, Deserialize)]
pub struct Failing {
    pub code: String,
    /// The state to go back to.
    pub back: Lifecycle,
}

/// The state of one machine of a dedicated runtime.
#[derive(Clone, Serialize, Deserialize)]
pub struct Machine {
    pub status: String,
    pub errors: Vec<Value>,
}

/// Interactive authoring of a runtime in a managed virtual network.
#[derive(Clone, Serialize, Deserialize)]
pub struct Interactive {
    pub state: InteractiveState,
    pub minutes: u64,
    /// When the move to the next state ends, in milliseconds.
    pub settles_at: Option<u64>,
    /// The state to go to then: another one when the operation is to fail.
    pub becomes: InteractiveState,
    /// When it ends of itself, in milliseconds.
    pub ends_at: Option<u64>,
}

/// Whether interactive authoring is on, by the service's names.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum InteractiveState {
    Enabling,
    Enabled,
    Disabling,
    Disabled,
}

/// A catalog as a refresh found it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Snapshot {
    pub taken: String,
    pub objects: Vec<Value>,
}

/// A node of a self-hosted runtime.
#[derive(Clone, Serialize, Deserialize)]
pub struct Node {
    pub name: String,
    pub status: String,
    pub version: String,
    pub registered: String,
    pub last_connected: String,
    pub last_started: String,
    pub last_stopped: Option<String>,
    pub expires: String,
    pub ip_address: String,
    pub concurrent_jobs_limit: Option<u64>,
    pub max_concurrent_jobs: u64,
}

/// The use of a shared runtime by a linked one.
#[derive(Clone, Serialize, Deserialize)]
pub struct Link {
    pub name: String,
    pub subscription: String,
    pub factory: String,
    pub location: String,
    pub created: String,
}

impl Link {
    /// Whether it belongs to this factory.
    pub fn is_from(&self, subscription: &str, factory: &str) -> bool {
        self.subscription.eq_ignore_ascii_case(subscription)
            && self.factory.eq_ignore_ascii_case(factory)
    }
}

/// A linked service or credential of a data factory.
#[derive(Clone, Serialize, Deserialize)]
pub struct Document {
    pub name: String,
    /// As put in, secrets included; never shown without the mask.
    pub properties: Value,
    pub etag: String,
}

/// A role assignment.
#[derive(Clone, Serialize, Deserialize)]
pub struct Assignment {
    /// In the casing it was made with.
    pub scope: String,
    pub name: String,
    /// The GUID of the role definition.
    pub role: String,
    pub principal: String,
    pub principal_kind: String,
    /// Description, condition and the like, as sent.
    pub extra: Map<String, Value>,
    pub created: String,
    pub created_by: String,
    /// From when on it counts, in milliseconds.
    pub effective_ms: u64,
}

impl Assignment {
    /// Its id; one at the root has no scope before it.
    pub fn id(&self) -> String {
        let scope = self.scope.trim_end_matches('/');
        format!(
            "{scope}/providers/Microsoft.Authorization/roleAssignments/{}",
            self.name
        )
    }
}

/// How full a token bucket was.
#[derive(Clone, Copy, Debug)]
pub struct Bucket {
    /// In parts of a token.
    pub level: u64,
    /// When that was, in milliseconds.
    pub at_ms: u64,
}

/// What a long-running operation does.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum OperationKind {
    DeleteGroup,
    /// The lower-case id of the runtime.
    StartRuntime(String),
    StopRuntime(String),
    EnableInteractive(String),
    DisableInteractive(String),
    RefreshMetadata(String),
    /// Synapse's way to make, change or delete a runtime.
    PutRuntime(String),
    DeleteRuntime(String),
    /// The lower-case id of a workspace or account.
    PutParent(String),
    DeleteParent(String),
}

impl OperationKind {
    /// The runtime that it is about, by its lower-case id.
    pub fn runtime(&self) -> Option<&str> {
        match self {
            Self::DeleteGroup | Self::PutParent(_) | Self::DeleteParent(_) => None,
            Self::StartRuntime(id)
            | Self::StopRuntime(id)
            | Self::EnableInteractive(id)
            | Self::DisableInteractive(id)
            | Self::RefreshMetadata(id)
            | Self::PutRuntime(id)
            | Self::DeleteRuntime(id) => Some(id),
        }
    }

    /// The action that begins it, as it stands in addresses.
    pub fn action(&self) -> &'static str {
        match self {
            Self::DeleteGroup | Self::DeleteRuntime(_) | Self::DeleteParent(_) => "delete",
            Self::PutRuntime(_) | Self::PutParent(_) => "put",
            Self::StartRuntime(_) => "start",
            Self::StopRuntime(_) => "stop",
            Self::EnableInteractive(_) => "enableInteractiveQuery",
            Self::DisableInteractive(_) => "disableInteractiveQuery",
            Self::RefreshMetadata(_) => "refreshObjectMetadata",
        }
    }
}

/// A long-running operation.
#[derive(Clone, Serialize, Deserialize)]
pub struct Operation {
    pub kind: OperationKind,
    pub due_ms: u64,
    /// The error code that it ends with, when it is to fail.
    #[serde(default)]
    pub failure: Option<String>,
}
