//! The data of a survey: parents, integration runtimes, nodes, links, grants, and what could not be read.
//!
//! The records are plain data without secrets. A snapshot is their JSON form, so a member may be added with a default,
//! and must not change its meaning. Dates are RFC 3339 texts in UTC, as the service sends them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::runtimes::service::Service;

/// Everything that one survey saw.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Fleet {
    /// When the survey began.
    pub taken_at: String,
    /// The tenant of the context.
    pub tenant_id: Option<String>,
    /// Whether the survey came to its end; an interrupted one can be resumed.
    pub complete: bool,
    /// The data factories, workspaces and accounts, in the order of discovery.
    pub parents: Vec<Parent>,
    /// The integration runtimes, grouped by parent.
    pub runtimes: Vec<Runtime>,
    /// The role assignments on integration runtimes and their parents; nothing where they were not read.
    pub grants: Option<Vec<Grant>>,
    /// What could not be read, and why.
    pub unreadable: Vec<Unreadable>,
    /// The texts of `-Subscription` that no subscription fits, so that what they stand for was not read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing_subscriptions: Vec<String>,
    /// Whether names or kinds narrowed the survey, so that an integration runtime that is missing here may exist.
    pub narrowed: bool,
}

/// A data factory, workspace or account.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Parent {
    /// The service that it belongs to.
    #[serde(with = "service_name")]
    pub service: Service,
    /// The resource id, in the casing of the service.
    pub id: String,
    /// The name.
    pub name: String,
    /// The id of the subscription.
    pub subscription_id: String,
    /// The name of the subscription, where it is known.
    pub subscription_name: Option<String>,
    /// The resource group.
    pub resource_group: String,
    /// The region.
    pub location: Option<String>,
    /// The tags.
    pub tags: BTreeMap<String, String>,
    /// The object id of its system-assigned identity.
    pub principal_id: Option<String>,
    /// The object ids of its user-assigned identities, by their resource ids.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub user_principal_ids: BTreeMap<String, String>,
    /// Whether it is connected to a Git repository.
    pub uses_git: bool,
    /// Whether the list of its integration runtimes was read to the end.
    pub listed: bool,
}

impl Parent {
    /// The object id of its user-assigned identity with this resource id.
    #[must_use]
    pub fn user_principal(&self, identity: &str) -> Option<&str> {
        let all = &self.user_principal_ids;
        let found = all.iter().find(|(id, _)| id.eq_ignore_ascii_case(identity));
        found.map(|(_, principal)| principal.as_str())
    }
}

/// An integration runtime, with its status where that was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Runtime {
    /// The resource id, in the casing of the service.
    pub id: String,
    /// The name.
    pub name: String,
    /// The resource id of the factory, workspace or account.
    pub parent_id: String,
    /// `Azure`, `AzureDefault`, `AzureSsis`, `SelfHosted`, `Linked`, or the service's word for another kind.
    pub kind: String,
    /// The description.
    pub description: Option<String>,
    /// The resource id of the shared integration runtime that a linked one refers to.
    pub linked_to: Option<String>,
    /// The credential whose identity a linked one uses; nothing where it uses the identity of its factory.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link_credential: Option<String>,
    /// The object id of the identity of that credential, where it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link_principal_id: Option<String>,
    /// Whether the status below was read. A linked integration runtime has none while its owner is in view.
    pub has_status: bool,
    /// The state.
    pub state: Option<String>,
    /// The version that all nodes have.
    pub version: Option<String>,
    /// The service's word for the version, for instance `UpToDate` or `Expiring`.
    pub version_status: Option<String>,
    /// The newest version.
    pub latest_version: Option<String>,
    /// The version that automatic updates bring.
    pub pushed_version: Option<String>,
    /// `On` or `Off`.
    pub auto_update: Option<String>,
    /// When the next automatic update is expected.
    pub auto_update_eta: Option<String>,
    /// When the next automatic update is scheduled.
    pub scheduled_update_date: Option<String>,
    /// When it was created.
    pub create_time: Option<String>,
    /// Whether self-contained interactive authoring is enabled.
    pub self_contained_authoring: Option<bool>,
    /// The nodes.
    pub nodes: Vec<Node>,
    /// The links of other factories to it.
    pub links: Vec<Link>,
}

impl Runtime {
    /// The object id of the identity with which a linked one of `parent` uses the shared one; nothing where it is not
    /// known.
    #[must_use]
    pub fn link_principal<'a>(&'a self, parent: &'a Parent) -> Option<&'a str> {
        match self.link_credential {
            Some(_) => self.link_principal_id.as_deref(),
            None => parent.principal_id.as_deref(),
        }
    }
}

/// A node of a self-hosted integration runtime.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Node {
    /// The name.
    pub name: String,
    /// The name of the machine.
    pub machine_name: Option<String>,
    /// `Online`, `Offline`, `Limited`, `NeedRegistration`, `Upgrading`, `Initializing`, `InitializeFailed`.
    pub status: Option<String>,
    /// The version.
    pub version: Option<String>,
    /// The service's word for the version.
    pub version_status: Option<String>,
    /// When the version expires.
    pub expiry_time: Option<String>,
    /// When it was registered.
    pub register_time: Option<String>,
    /// When it was last connected.
    pub last_connect_time: Option<String>,
    /// When it was last started.
    pub last_start_time: Option<String>,
    /// When it was last stopped.
    pub last_stop_time: Option<String>,
    /// `None`, `Succeed` or `Fail`.
    pub last_update_result: Option<String>,
    /// When its last update began.
    pub last_start_update_time: Option<String>,
    /// When its last update ended.
    pub last_end_update_time: Option<String>,
    /// Whether it is the active dispatcher.
    pub is_active_dispatcher: Option<bool>,
    /// The configured limit of concurrent jobs.
    pub concurrent_jobs_limit: Option<i64>,
    /// The highest limit of concurrent jobs that the machine allows.
    pub max_concurrent_jobs: Option<i64>,
    /// The number of jobs that run; nothing where the monitoring data were not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concurrent_jobs_running: Option<i64>,
    /// The capabilities in the service's names, for instance `credentialInSync`; other values than true and false are
    /// left out.
    pub capabilities: BTreeMap<String, bool>,
}

impl Node {
    /// A capability by its name, without case; nothing where the service did not send it.
    #[must_use]
    pub fn capability(&self, name: &str) -> Option<bool> {
        self.capabilities
            .iter()
            .find(|(own, _)| own.eq_ignore_ascii_case(name))
            .map(|(_, value)| *value)
    }
}

/// A link of another factory, as the shared integration runtime lists it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Link {
    /// The name of the linked integration runtime.
    pub name: Option<String>,
    /// The id of the subscription of its factory.
    pub subscription_id: Option<String>,
    /// The name of its factory.
    pub data_factory_name: Option<String>,
    /// The region of its factory.
    pub data_factory_location: Option<String>,
    /// When the link was created.
    pub create_time: Option<String>,
}

/// A role assignment on an integration runtime, or on a parent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Grant {
    /// The resource id that the role is assigned on.
    pub scope: String,
    /// The object id of the principal that has the role.
    pub principal_id: String,
    /// The id of the role definition: the last segment.
    pub role_id: String,
}

/// Something that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Unreadable {
    /// What was asked for.
    pub what: Asked,
    /// The resource id of the subscription, parent or integration runtime.
    pub id: String,
    /// The HTTP status; nothing where no answer came.
    pub status: Option<u16>,
    /// The service's error code.
    pub code: Option<String>,
    /// The reason, in words.
    pub message: String,
    /// The action that the caller may not perform, where the service refused for lack of rights.
    pub action: Option<String>,
    /// The least built-in role that has the action; in Purview a role of a collection.
    pub role: Option<String>,
}

impl Unreadable {
    /// Whether another attempt may succeed: the network, throttling or the service itself was the reason.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        self.status
            .is_none_or(|status| matches!(status, 408 | 429 | 500..=599))
    }
}

/// What was asked for when something could not be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Asked {
    /// The factories, workspaces and accounts of a subscription.
    Parents,
    /// The integration runtimes of a parent.
    #[default]
    Runtimes,
    /// The status of an integration runtime.
    Status,
    /// The role assignments.
    Grants,
}

impl Fleet {
    /// The parent with this resource id, compared without case.
    #[must_use]
    pub fn parent(&self, id: &str) -> Option<&Parent> {
        self.parents
            .iter()
            .find(|parent| parent.id.eq_ignore_ascii_case(id))
    }

    /// Whether the survey came to its end and found all that it was asked for.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.complete && self.missing_subscriptions.is_empty()
    }

    /// Says which subscriptions are missing; nothing where all were found.
    #[must_use]
    pub fn missing_notice(&self) -> Option<String> {
        let names: Vec<String> = self
            .missing_subscriptions
            .iter()
            .map(|own| format!("'{own}'"))
            .collect();
        (!names.is_empty()).then(|| {
            format!(
                "No subscription fits {} of -Subscription, so the fleet is not complete.",
                names.join(", ")
            )
        })
    }

    /// How many resources another attempt may read.
    #[must_use]
    pub fn left_to_read(&self) -> usize {
        let may_pass = |own: &&Unreadable| own.may_pass();
        self.unreadable.iter().filter(may_pass).count()
    }

    /// The integration runtime with this resource id, compared without case.
    #[must_use]
    pub fn runtime(&self, id: &str) -> Option<&Runtime> {
        self.runtimes
            .iter()
            .find(|runtime| runtime.id.eq_ignore_ascii_case(id))
    }
}

/// Reads a date of a record; nothing where it is missing or is not a valid date.
#[must_use]
pub fn date(text: Option<&str>) -> Option<OffsetDateTime> {
    let text = text?;
    OffsetDateTime::parse(text, &Rfc3339)
        // A date without an offset is in UTC.
        .or_else(|_| OffsetDateTime::parse(&format!("{text}Z"), &Rfc3339))
        .ok()
}

/// Services by their short names.
mod service_name {
    use serde::{Deserialize, Deserializer, Serializer, de::Error as _};

    use crate::runtimes::service::Service;

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes a reference"
    )]
    pub(super) fn serialize<S: Serializer>(
        service: &Service,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(service.short_name())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Service, D::Error> {
        let name = String::deserialize(deserializer)?;
        Service::ALL
            .into_iter()
            .find(|service| service.short_name().eq_ignore_ascii_case(&name))
            .ok_or_else(|| D::Error::custom(format!("'{name}' is not a service")))
    }
}
