//! The resources that runtimes belong to: data factories, Synapse workspaces and Purview accounts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Document, Identity, Runtime};

/// A service with integration runtimes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Service {
    #[default]
    DataFactory,
    Synapse,
    Purview,
}

impl Service {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::DataFactory, Self::Synapse, Self::Purview];

    /// The service whose resource provider has this name, in any casing.
    pub fn of(namespace: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|service| service.namespace().eq_ignore_ascii_case(namespace))
    }

    /// Its resource provider.
    pub fn namespace(self) -> &'static str {
        match self {
            Self::DataFactory => "Microsoft.DataFactory",
            Self::Synapse => "Microsoft.Synapse",
            Self::Purview => "Microsoft.Purview",
        }
    }

    /// What runtimes belong to there, as it stands in paths.
    pub fn collection(self) -> &'static str {
        match self {
            Self::DataFactory => "factories",
            Self::Synapse => "workspaces",
            Self::Purview => "accounts",
        }
    }

    /// The resource type of what runtimes belong to.
    pub fn kind(self) -> &'static str {
        match self {
            Self::DataFactory => "Microsoft.DataFactory/factories",
            Self::Synapse => "Microsoft.Synapse/workspaces",
            Self::Purview => "Microsoft.Purview/accounts",
        }
    }

    /// What runtimes belong to, in a sentence.
    pub fn noun(self) -> &'static str {
        match self {
            Self::DataFactory => "data factory",
            Self::Synapse => "workspace",
            Self::Purview => "account",
        }
    }

    /// The api-versions that the provider lists, the newest stable one first.
    pub fn api_versions(self) -> &'static [&'static str] {
        match self {
            // The preview of 2017 answers in shapes of its own, and nothing asks for it any more: it is not served.
            Self::DataFactory => &["2018-06-01"],
            Self::Synapse => &[
                "2021-06-01",
                "2021-06-01-preview",
                "2021-05-01",
                "2021-04-01-preview",
                "2021-03-01",
                "2020-12-01",
                "2019-06-01-preview",
            ],
            Self::Purview => &["2021-12-01", "2021-07-01", "2020-12-01-preview"],
        }
    }
}

/// A data factory, a workspace or an account, with its runtimes.
#[derive(Clone, Serialize, Deserialize)]
pub struct Parent {
    #[serde(default)]
    pub service: Service,
    pub subscription: String,
    pub group: String,
    pub name: String,
    pub location: String,
    pub tags: Map<String, Value>,
    pub identity: Option<Identity>,
    /// What was put in, without the members the service makes.
    pub properties: Map<String, Value>,
    /// Members of `properties` that the service made once and for all.
    #[serde(default)]
    pub made: Map<String, Value>,
    /// Members at the top that the contract does not know.
    pub extra: Map<String, Value>,
    pub created: String,
    /// Without the quotes it is shown with.
    pub etag: String,
    /// By lower-case name.
    pub runtimes: BTreeMap<String, Runtime>,
    /// Of a factory, by lower-case name.
    #[serde(default)]
    pub linked_services: BTreeMap<String, Document>,
    /// Of a factory, by lower-case name.
    #[serde(default)]
    pub credentials: BTreeMap<String, Document>,
    /// When it is ready, in milliseconds, while it is being made or changed.
    #[serde(default)]
    pub ready_at: Option<u64>,
    /// When it will be gone, once its deletion has begun.
    #[serde(default)]
    pub deleted_at: Option<u64>,
    /// What becomes of its runtimes when the operations end that run, by lower-case name.
    #[serde(default)]
    pub pending: BTreeMap<String, Change>,
    /// Who was given or denied the account's role of a data source administrator, by object id.
    #[serde(default)]
    pub administrators: BTreeMap<String, bool>,
    /// The API versions that the account's scanning knows, when it is not all of them.
    #[serde(default)]
    pub scan_versions: Option<Vec<String>>,
}

/// What becomes of a runtime when an operation ends.
#[derive(Clone, Serialize, Deserialize)]
pub struct Change {
    /// In milliseconds.
    pub due_ms: u64,
    /// The runtime then; none when it is deleted.
    pub runtime: Option<Runtime>,
}

impl Parent {
    /// One without runtimes, identity, or anything that is put in.
    pub fn new(
        service: Service,
        subscription: &str,
        group: &str,
        name: &str,
        location: &str,
    ) -> Self {
        Self {
            service,
            subscription: subscription.to_owned(),
            group: group.to_owned(),
            name: name.to_owned(),
            location: location.to_owned(),
            tags: Map::new(),
            identity: None,
            properties: Map::new(),
            made: Map::new(),
            extra: Map::new(),
            created: crate::clock::stamp(),
            etag: crate::random::etag(),
            runtimes: BTreeMap::new(),
            linked_services: BTreeMap::new(),
            credentials: BTreeMap::new(),
            ready_at: None,
            deleted_at: None,
            pending: BTreeMap::new(),
            administrators: BTreeMap::new(),
            scan_versions: None,
        }
    }

    /// Its id in the casing it was made with.
    pub fn id(&self) -> String {
        format!(
            "/subscriptions/{}/resourceGroups/{}/providers/{}/{}",
            self.subscription,
            self.group,
            self.service.kind(),
            self.name
        )
    }

    /// The region's name as it stands in host names.
    pub fn region(&self) -> String {
        crate::facts::locations::normalize(&self.location)
    }
}
