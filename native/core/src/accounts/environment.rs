//! Environments: the clouds as Az.Accounts shows them, with the addresses of all their services.
//!
//! Built-in values: the constants of Az.Accounts and
//! <https://learn.microsoft.com/azure/developer/identity/authentication-national-cloud>.

use std::{collections::BTreeMap, sync::Arc};

use azir_azure::cloud::Cloud;
use azure_core::http::Url;

use crate::error::{Error, Result};

/// Where an environment is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It is in this library.
    BuiltIn,
    /// A cloud's own list has it.
    Discovered,
    /// The user added it.
    UserDefined,
}

impl Kind {
    /// As Az shows it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::BuiltIn => "Built-in",
            Self::Discovered => "Discovered",
            Self::UserDefined => "User-defined",
        }
    }
}

/// The members of an environment that are addresses or names, in the order Az shows them.
pub const MEMBERS: [&str; 27] = [
    SERVICE_RESOURCE,
    "AdTenant",
    "GalleryUrl",
    "ManagementPortalUrl",
    "ServiceManagementUrl",
    "PublishSettingsFileUrl",
    RESOURCE_MANAGER,
    "SqlDatabaseDnsSuffix",
    "StorageEndpointSuffix",
    AUTHORITY,
    "GraphUrl",
    "GraphEndpointResourceId",
    "TrafficManagerDnsSuffix",
    "AzureKeyVaultDnsSuffix",
    "DataLakeEndpointResourceId",
    "AzureDataLakeStoreFileSystemEndpointSuffix",
    "AzureDataLakeAnalyticsCatalogAndJobEndpointSuffix",
    "AzureKeyVaultServiceEndpointResourceId",
    "ContainerRegistryEndpointSuffix",
    "AzureOperationalInsightsEndpointResourceId",
    "AzureOperationalInsightsEndpoint",
    "AzureAnalysisServicesEndpointSuffix",
    "AnalysisServicesEndpointResourceId",
    "AzureAttestationServiceEndpointSuffix",
    "AzureAttestationServiceEndpointResourceId",
    "AzureSynapseAnalyticsEndpointSuffix",
    "AzureSynapseAnalyticsEndpointResourceId",
];
/// The member that is shown last.
pub const BATCH: &str = "BatchEndpointResourceId";
/// Members that Az keeps apart, among the extended properties.
pub const EXTENDED: [&str; 2] = ["MicrosoftGraphEndpointResourceId", "MicrosoftGraphUrl"];
/// The member that says where Resource Manager is.
pub const RESOURCE_MANAGER: &str = "ResourceManagerUrl";
/// The member that says where one signs in.
pub const AUTHORITY: &str = "ActiveDirectoryAuthority";
/// The member that says what a Resource Manager token is for.
pub const SERVICE_RESOURCE: &str = "ActiveDirectoryServiceEndpointResourceId";

/// Member, then its value in the public cloud, in China and for the US Government.
const BUILT_IN: [(&str, [&str; 3]); 29] = [
    (
        SERVICE_RESOURCE,
        [
            "https://management.core.windows.net/",
            "https://management.core.chinacloudapi.cn/",
            "https://management.core.usgovcloudapi.net/",
        ],
    ),
    ("AdTenant", ["Common", "Common", "Common"]),
    (
        "GalleryUrl",
        [
            "https://gallery.azure.com/",
            "https://gallery.azure.com/",
            "https://gallery.azure.com/",
        ],
    ),
    (
        "ManagementPortalUrl",
        [
            "https://go.microsoft.com/fwlink/?LinkId=254433",
            "https://go.microsoft.com/fwlink/?LinkId=301902",
            "https://manage.windowsazure.us",
        ],
    ),
    (
        "ServiceManagementUrl",
        [
            "https://management.core.windows.net/",
            "https://management.core.chinacloudapi.cn/",
            "https://management.core.usgovcloudapi.net/",
        ],
    ),
    (
        "PublishSettingsFileUrl",
        [
            "https://go.microsoft.com/fwlink/?LinkID=301775",
            "https://go.microsoft.com/fwlink/?LinkID=301776",
            "https://manage.windowsazure.us/publishsettings/index",
        ],
    ),
    (
        RESOURCE_MANAGER,
        [
            "https://management.azure.com/",
            "https://management.chinacloudapi.cn/",
            "https://management.usgovcloudapi.net/",
        ],
    ),
    (
        "SqlDatabaseDnsSuffix",
        [
            ".database.windows.net",
            ".database.chinacloudapi.cn",
            ".database.usgovcloudapi.net",
        ],
    ),
    (
        "StorageEndpointSuffix",
        [
            "core.windows.net",
            "core.chinacloudapi.cn",
            "core.usgovcloudapi.net",
        ],
    ),
    (
        AUTHORITY,
        [
            "https://login.microsoftonline.com/",
            "https://login.chinacloudapi.cn/",
            "https://login.microsoftonline.us/",
        ],
    ),
    (
        "GraphUrl",
        [
            "https://graph.windows.net/",
            "https://graph.chinacloudapi.cn/",
            "https://graph.windows.net/",
        ],
    ),
    (
        "GraphEndpointResourceId",
        [
            "https://graph.windows.net/",
            "https://graph.chinacloudapi.cn/",
            "https://graph.windows.net/",
        ],
    ),
    (
        "TrafficManagerDnsSuffix",
        [
            "trafficmanager.net",
            "trafficmanager.cn",
            "usgovtrafficmanager.net",
        ],
    ),
    (
        "AzureKeyVaultDnsSuffix",
        [
            "vault.azure.net",
            "vault.azure.cn",
            "vault.usgovcloudapi.net",
        ],
    ),
    (
        "DataLakeEndpointResourceId",
        ["https://datalake.azure.net/", "", ""],
    ),
    (
        "AzureDataLakeStoreFileSystemEndpointSuffix",
        ["azuredatalakestore.net", "", ""],
    ),
    (
        "AzureDataLakeAnalyticsCatalogAndJobEndpointSuffix",
        ["azuredatalakeanalytics.net", "", ""],
    ),
    (
        "AzureKeyVaultServiceEndpointResourceId",
        [
            "https://vault.azure.net",
            "https://vault.azure.cn",
            "https://vault.usgovcloudapi.net",
        ],
    ),
    (
        "ContainerRegistryEndpointSuffix",
        ["azurecr.io", "azurecr.cn", "azurecr.us"],
    ),
    (
        "AzureOperationalInsightsEndpointResourceId",
        [
            "https://api.loganalytics.io",
            "https://api.loganalytics.azure.cn",
            "https://api.loganalytics.us",
        ],
    ),
    (
        "AzureOperationalInsightsEndpoint",
        [
            "https://api.loganalytics.io/v1",
            "https://api.loganalytics.azure.cn/v1",
            "https://api.loganalytics.us/v1",
        ],
    ),
    (
        "AzureAnalysisServicesEndpointSuffix",
        [
            "asazure.windows.net",
            "asazure.chinacloudapi.cn",
            "asazure.usgovcloudapi.net",
        ],
    ),
    (
        "AnalysisServicesEndpointResourceId",
        [
            "https://region.asazure.windows.net",
            "https://region.asazure.chinacloudapi.cn",
            "https://region.asazure.usgovcloudapi.net",
        ],
    ),
    (
        "AzureAttestationServiceEndpointSuffix",
        ["attest.azure.net", "", ""],
    ),
    (
        "AzureAttestationServiceEndpointResourceId",
        ["https://attest.azure.net", "", ""],
    ),
    (
        "AzureSynapseAnalyticsEndpointSuffix",
        [
            "dev.azuresynapse.net",
            "dev.azuresynapse.azure.cn",
            "dev.azuresynapse.usgovcloudapi.net",
        ],
    ),
    (
        "AzureSynapseAnalyticsEndpointResourceId",
        [
            "https://dev.azuresynapse.net",
            "https://dev.azuresynapse.azure.cn",
            "https://dev.azuresynapse.usgovcloudapi.net",
        ],
    ),
    (
        BATCH,
        [
            "https://batch.core.windows.net/",
            "https://batch.chinacloudapi.cn/",
            "https://batch.core.usgovcloudapi.net/",
        ],
    ),
    (
        EXTENDED[0],
        [
            "https://graph.microsoft.com/",
            "https://microsoftgraph.chinacloudapi.cn/",
            "https://graph.microsoft.us/",
        ],
    ),
];
/// The names of the built-in environments, in the order of the columns above.
pub const BUILT_IN_NAMES: [&str; 3] = ["AzureCloud", "AzureChinaCloud", "AzureUSGovernment"];

/// One cloud with all its addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Environment {
    /// Its name.
    pub name: String,
    /// Where it is known from.
    pub kind: Kind,
    /// Whether one signs in with AD FS.
    pub federation_services: bool,
    /// Values by member: those of [`MEMBERS`], [`BATCH`] and [`EXTENDED`].
    pub endpoints: BTreeMap<String, String>,
}

impl Environment {
    /// An environment without addresses yet.
    #[must_use]
    pub fn new(name: &str, kind: Kind) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            federation_services: false,
            endpoints: BTreeMap::new(),
        }
    }

    /// A built-in environment, by its name in any casing.
    #[must_use]
    pub fn built_in(name: &str) -> Option<Self> {
        let column = BUILT_IN_NAMES
            .iter()
            .position(|own| own.eq_ignore_ascii_case(name))?;
        let mut environment = Self::new(BUILT_IN_NAMES[column], Kind::BuiltIn);
        for (member, values) in BUILT_IN {
            environment.set(member, values[column]);
        }
        let graph = environment.endpoint(EXTENDED[0]).map(str::to_owned);
        if let Some(graph) = graph {
            environment.set(EXTENDED[1], graph.trim_end_matches('/'));
        }
        Some(environment)
    }

    /// The environment that a cloud is: a built-in one, or what the cloud tells of itself.
    #[must_use]
    pub fn of_cloud(cloud: &Cloud) -> Self {
        if let Some(environment) = Self::built_in(&cloud.name) {
            return environment;
        }
        // The emulator has services of its own only where Resource Manager and sign-in are.
        let kind = if cloud.only_authority.is_some() {
            Kind::BuiltIn
        } else {
            Kind::UserDefined
        };
        let mut environment = Self::new(&cloud.name, kind);
        let audience = cloud.resource_manager_scope.strip_suffix("/.default");
        environment.set(SERVICE_RESOURCE, audience.unwrap_or_default());
        environment.set(RESOURCE_MANAGER, &format!("{}/", cloud.resource_manager));
        environment.set(AUTHORITY, &format!("{}/", cloud.authority));
        environment
    }

    /// An address; nothing when the environment has none under this member.
    #[must_use]
    pub fn endpoint(&self, member: &str) -> Option<&str> {
        self.endpoints.get(member).map(String::as_str)
    }

    /// Puts an address in; an empty one takes it out.
    pub fn set(&mut self, member: &str, value: &str) {
        if value.is_empty() {
            self.endpoints.remove(member);
        } else {
            self.endpoints.insert(member.to_owned(), value.to_owned());
        }
    }

    /// The cloud to sign in to.
    ///
    /// # Errors
    /// `InvalidInput` when Resource Manager's or the sign-in service's address is missing or none.
    pub fn cloud(&self) -> Result<Cloud> {
        if self.kind == Kind::BuiltIn
            && let Some(cloud) = Cloud::named(&self.name)
        {
            return Ok(cloud);
        }
        if self.federation_services {
            return Err(Error::invalid(
                "Environment",
                format!(
                    "Environment '{}' signs in with AD FS. This module signs in with Microsoft Entra ID only.",
                    self.name
                ),
            ));
        }
        let resource_manager = self.address(RESOURCE_MANAGER, "ResourceManagerEndpoint")?;
        let authority = self.address(AUTHORITY, "ActiveDirectoryEndpoint")?;
        // A resource that ends in a slash is another one than without: it goes as it was given.
        let audience = self
            .endpoint(SERVICE_RESOURCE)
            .unwrap_or(resource_manager.as_str());
        Ok(Cloud {
            name: self.name.clone(),
            resource_manager_scope: format!("{audience}/.default"),
            resource_manager,
            authority,
            only_authority: None,
        })
    }

    fn address(&self, member: &str, parameter: &str) -> Result<String> {
        let value = self.endpoint(member).unwrap_or_default();
        match Url::parse(value) {
            Ok(url) if url.has_host() => Ok(value.trim_end_matches('/').to_owned()),
            _ => Err(Error::invalid(
                "Environment",
                format!(
                    "Environment '{}' cannot be signed in to: '{value}' as its {member} is not an address. Set it \
                     with Add-AzEnvironment -Name '{}' -{parameter}.",
                    self.name, self.name
                ),
            )),
        }
    }
}

/// The environments of this process: the built-in ones, and those that were added.
#[derive(Debug, Default)]
pub struct Environments {
    added: Vec<Arc<Environment>>,
}

impl Environments {
    /// All of them, the built-in ones first.
    #[must_use]
    pub fn all(&self) -> Vec<Arc<Environment>> {
        BUILT_IN_NAMES
            .iter()
            .filter_map(|name| Environment::built_in(name).map(Arc::new))
            .chain(self.added.iter().cloned())
            .collect()
    }

    /// The ones that were added or discovered.
    #[must_use]
    pub fn added(&self) -> &[Arc<Environment>] {
        &self.added
    }

    /// One by name, in any casing.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Arc<Environment>> {
        Environment::built_in(name).map(Arc::new).or_else(|| {
            self.added
                .iter()
                .find(|own| own.name.eq_ignore_ascii_case(name))
                .cloned()
        })
    }

    /// The cloud that a user named under `-Environment`.
    ///
    /// # Errors
    /// `InvalidInput` when there is none of that name, or it lacks an address.
    pub fn cloud(&self, name: &str) -> Result<Cloud> {
        match self.find(name) {
            Some(environment) => environment.cloud(),
            None => Err(Error::invalid(
                "Environment",
                format!(
                    "Unable to find environment with name '{name}'. There are {}; Add-AzEnvironment adds another.",
                    self.all()
                        .iter()
                        .map(|own| own.name.as_str())
                        .collect::<Vec<_>>()
                        .join(", ")
                ),
            )),
        }
    }

    /// Puts `environment` in, in place of one with its name.
    pub fn put(&mut self, environment: Environment) -> Arc<Environment> {
        let environment = Arc::new(environment);
        match self
            .added
            .iter_mut()
            .find(|own| own.name.eq_ignore_ascii_case(&environment.name))
        {
            Some(own) => *own = Arc::clone(&environment),
            None => self.added.push(Arc::clone(&environment)),
        }
        environment
    }

    /// Takes out the added environment of this name.
    pub fn remove(&mut self, name: &str) -> Option<Arc<Environment>> {
        let place = self
            .added
            .iter()
            .position(|own| own.name.eq_ignore_ascii_case(name))?;
        Some(self.added.remove(place))
    }

    /// Takes out what was discovered.
    pub fn forget_discovered(&mut self) {
        self.added.retain(|own| own.kind != Kind::Discovered);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_environments_are_the_built_in_clouds() {
        for name in BUILT_IN_NAMES {
            let environment = Environment::built_in(&name.to_lowercase()).unwrap();
            let cloud = environment.cloud().unwrap();
            assert_eq!(environment.name, name);
            assert_eq!(
                environment.endpoint(RESOURCE_MANAGER),
                Some(format!("{}/", cloud.resource_manager).as_str())
            );
            assert_eq!(
                environment.endpoint(AUTHORITY),
                Some(format!("{}/", cloud.authority).as_str())
            );
        }
    }

    #[test]
    fn every_built_in_value_is_a_member_that_is_shown() {
        for (member, _) in BUILT_IN {
            assert!(
                MEMBERS.contains(&member) || member == BATCH || EXTENDED.contains(&member),
                "{member}"
            );
        }
    }

    #[test]
    fn an_audience_goes_as_it_was_given() {
        let mut environment = Environment::new("Mine", Kind::UserDefined);
        environment.set(RESOURCE_MANAGER, "https://arm.local/");
        environment.set(AUTHORITY, "https://login.local/");
        let scope = |environment: &Environment| environment.cloud().unwrap().resource_manager_scope;
        assert_eq!(scope(&environment), "https://arm.local/.default");
        environment.set(SERVICE_RESOURCE, "https://management.local/");
        assert_eq!(scope(&environment), "https://management.local//.default");
    }

    #[test]
    fn what_cannot_be_signed_in_to_is_told() {
        let mut environment = Environment::new("Mine", Kind::UserDefined);
        environment.set(RESOURCE_MANAGER, "arm");
        let said = environment.cloud().unwrap_err().message();
        assert!(said.contains("'arm' as its ResourceManagerUrl is not an address"));
        environment.federation_services = true;
        assert!(environment.cloud().unwrap_err().message().contains("AD FS"));
    }
}
