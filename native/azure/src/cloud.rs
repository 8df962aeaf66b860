//! The clouds: where Resource Manager and the sign-in service are, and what a token is asked for.
//!
//! Values: <https://learn.microsoft.com/azure/developer/identity/authentication-national-cloud>.

use std::path::PathBuf;

use crate::http::transport::Route;

/// One Azure cloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cloud {
    /// Its name, such as `AzureCloud`.
    pub name: String,
    /// Resource Manager, without a trailing slash.
    pub resource_manager: String,
    /// Sign-in, without a trailing slash.
    pub authority: String,
    /// What a Resource Manager token is for, with `/.default`.
    pub resource_manager_scope: String,
    /// The only certificate authority that is trusted there; Microsoft's clouds have none of their own.
    pub only_authority: Option<PathBuf>,
}

impl Cloud {
    /// A cloud by the names that Az uses, in any casing.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (name, manager, authority, audience) = match name.to_ascii_lowercase().as_str() {
            "azurecloud" => (
                "AzureCloud",
                "https://management.azure.com",
                "https://login.microsoftonline.com",
                "https://management.azure.com",
            ),
            "azurechinacloud" => (
                "AzureChinaCloud",
                "https://management.chinacloudapi.cn",
                "https://login.chinacloudapi.cn",
                "https://management.chinacloudapi.cn",
            ),
            "azureusgovernment" => (
                "AzureUSGovernment",
                "https://management.usgovcloudapi.net",
                "https://login.microsoftonline.us",
                "https://management.core.usgovcloudapi.net",
            ),
            _ => return None,
        };
        Some(Self {
            name: name.to_owned(),
            resource_manager: manager.to_owned(),
            authority: authority.to_owned(),
            resource_manager_scope: format!("{audience}/.default"),
            only_authority: None,
        })
    }

    /// The public cloud.
    ///
    /// # Panics
    /// Never: the name is one of the known.
    #[must_use]
    pub fn public() -> Self {
        Self::named("AzureCloud").expect("the public cloud is known by name")
    }

    /// A cloud of which Az knows the addresses; `audience` is what its Resource Manager's tokens are for.
    #[must_use]
    pub fn custom(name: &str, manager: &str, authority: &str, audience: &str) -> Self {
        Self {
            name: name.to_owned(),
            resource_manager: manager.trim_end_matches('/').to_owned(),
            authority: authority.trim_end_matches('/').to_owned(),
            // A slash at the audience's end belongs to it, so two in a row are meant.
            resource_manager_scope: format!("{audience}/.default"),
            only_authority: None,
        }
    }

    /// A cloud of one endpoint for all, which is known by its own certificate authority.
    #[must_use]
    pub fn single(name: &str, endpoint: &str, authority: PathBuf) -> Self {
        let endpoint = endpoint.trim_end_matches('/');
        Self {
            name: name.to_owned(),
            resource_manager: endpoint.to_owned(),
            authority: endpoint.to_owned(),
            resource_manager_scope: format!("{endpoint}/.default"),
            only_authority: Some(authority),
        }
    }

    /// Whether a token for `scope` is one for this cloud's Resource Manager, also under its older name.
    #[must_use]
    pub fn is_resource_manager(&self, scope: &str) -> bool {
        let plain = |text: &str| {
            text.trim_end_matches(".default")
                .trim_end_matches('/')
                .to_ascii_lowercase()
        };
        let asked = plain(scope);
        let older = plain(&self.resource_manager)
            .replace("management.azure.com", "management.core.windows.net")
            .replace("management.chinacloudapi", "management.core.chinacloudapi")
            .replace("management.usgovcloudapi", "management.core.usgovcloudapi");
        asked == plain(&self.resource_manager_scope)
            || asked == plain(&self.resource_manager)
            || asked == older
    }

    /// How this cloud is reached, given the route that the environment asks for.
    #[must_use]
    pub fn route(&self, environment: Route) -> Route {
        match &self.only_authority {
            Some(path) => Route {
                patience: environment.patience,
                ..Route::trusting_only(path.clone())
            },
            None => environment,
        }
    }
}
