//! Where Purview's own services are, and what their tokens are for. Accounts that say where they are come first.

use azir_azure::cloud::Cloud;

/// What a token for Purview's own services is for, in every cloud: sources that name another in China and for the US
/// Government contradict each other.
pub const PURVIEW_SCOPE: &str = "https://purview.azure.net/.default";

/// Where the scan endpoint of a Purview account of this name is, unless the account says otherwise; nothing in a
/// cloud that is not known by its name.
#[must_use]
pub fn scan_endpoint(cloud: &Cloud, account: &str) -> Option<String> {
    let host = match cloud.name.as_str() {
        "AzureCloud" => "purview.azure.com".to_owned(),
        "AzureChinaCloud" => "purview.azure.cn".to_owned(),
        "AzureUSGovernment" => "purview.azure.us".to_owned(),
        // The emulator has a host for each account beside its own, at the same port.
        _ if cloud.only_authority.is_some() => {
            let (_, port) = cloud.resource_manager.rsplit_once(':')?;
            format!("purview.localhost:{port}")
        }
        _ => return None,
    };
    Some(format!("https://{account}.{host}/scan"))
}

/// Whether a host can be one of Purview's. Tokens go to no other one, whatever the account says. In a cloud that is not
/// known by its name, any host can be.
#[must_use]
pub fn is_of_purview(cloud: &Cloud, host: &str) -> bool {
    let domains = match cloud.name.as_str() {
        "AzureCloud" => [".purview.azure.com", ".microsoft.com"],
        "AzureChinaCloud" => [".azure.cn", ".microsoft.cn"],
        "AzureUSGovernment" => [".azure.us", ".microsoft.us"],
        _ => return true,
    };
    let host = host.to_ascii_lowercase();
    domains.iter().any(|own| host.ends_with(own))
}
