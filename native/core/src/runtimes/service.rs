//! What Data Factory, Synapse and Purview call the same thing.

use crate::Call;

/// A service that has integration runtimes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Service {
    /// Azure Data Factory: runtimes belong to factories.
    #[default]
    DataFactory,
    /// Azure Synapse Analytics: runtimes belong to workspaces.
    Synapse,
    /// Microsoft Purview: runtimes belong to accounts, which Resource Manager has, and are themselves at the account's
    /// scan endpoint.
    Purview,
}

impl Service {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::DataFactory, Self::Synapse, Self::Purview];

    /// The service whose cmdlet a call is for.
    #[must_use]
    pub fn of(call: &Call) -> Self {
        if call.request.operation.starts_with("synapse.") {
            Self::Synapse
        } else if call.request.operation.starts_with("purview.") {
            Self::Purview
        } else {
            Self::DataFactory
        }
    }

    /// What the property `Service` of a runtime says.
    #[must_use]
    pub fn short_name(self) -> &'static str {
        match self {
            Self::DataFactory => "DataFactory",
            Self::Synapse => "Synapse",
            Self::Purview => "Purview",
        }
    }

    /// The resource provider.
    #[must_use]
    pub fn namespace(self) -> &'static str {
        match self {
            Self::DataFactory => "Microsoft.DataFactory",
            Self::Synapse => "Microsoft.Synapse",
            Self::Purview => "Microsoft.Purview",
        }
    }

    /// The API version of requests to Resource Manager.
    #[must_use]
    pub fn api_version(self) -> &'static str {
        match self {
            Self::DataFactory => "2018-06-01",
            Self::Synapse => "2021-06-01",
            Self::Purview => "2021-12-01",
        }
    }

    /// The resource type of what holds the runtimes.
    #[must_use]
    pub fn collection(self) -> &'static str {
        match self {
            Self::DataFactory => "factories",
            Self::Synapse => "workspaces",
            Self::Purview => "accounts",
        }
    }

    /// What holds the runtimes, in upstream's messages.
    #[must_use]
    pub fn parent(self) -> &'static str {
        match self {
            Self::DataFactory => "data factory",
            Self::Synapse => "workspace",
            Self::Purview => "Purview account",
        }
    }

    /// The parameter and the property with its name.
    #[must_use]
    pub fn parent_name(self) -> &'static str {
        match self {
            Self::DataFactory => "DataFactoryName",
            Self::Synapse => "WorkspaceName",
            Self::Purview => "AccountName",
        }
    }

    /// The parameter for the static public addresses of an Azure-SSIS runtime.
    #[must_use]
    pub fn public_addresses(self) -> &'static str {
        match self {
            Self::Synapse => "PublicIP",
            Self::DataFactory | Self::Purview => "PublicIPs",
        }
    }

    /// Which of a pair of classes is its own, where Az has one for a factory and one for a workspace.
    #[must_use]
    pub fn of_pair<T>(self, pair: &'static [T; 2]) -> &'static T {
        let [factory, workspace] = pair;
        if self == Self::Synapse {
            workspace
        } else {
            factory
        }
    }

    /// The middle of the cmdlets' names.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::DataFactory => "AzDataFactoryV2IntegrationRuntime",
            Self::Synapse => "AzSynapseIntegrationRuntime",
            Self::Purview => "AzPurviewIntegrationRuntime",
        }
    }
}
