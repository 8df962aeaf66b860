//! Answers `/metadata/endpoints`, where the emulator describes itself as a cloud.

use serde_json::{Value, json};

use crate::facts::principals::HOME_TENANT;
use crate::site::Site;
use crate::wire::{Answer, Refusal, Reply, Request};

/// The emulator as a cloud: one object in the old versions, a list of clouds in the new.
pub fn endpoints(site: &Site, request: &Request) -> Answer {
    let Some(version) = request.query("api-version") else {
        return Err(Refusal::gateway(
            400,
            "MissingApiVersionParameter",
            "The api-version query parameter (?api-version=) is required for all requests.",
        ));
    };
    let base = &request.origin;
    let audiences = json!([
        "https://management.core.windows.net/",
        "https://management.azure.com/",
        format!("{}/", site.endpoint),
    ]);
    if version == "1.0" || version.starts_with("2015") {
        return Ok(Reply::ok(&json!({
            "galleryEndpoint": format!("{base}/"),
            "graphEndpoint": format!("{base}/"),
            "portalEndpoint": format!("{base}/"),
            "authentication": { "loginEndpoint": format!("{base}/"), "audiences": audiences },
        })));
    }
    let cloud = cloud(base, &audiences);
    Ok(Reply::ok(&if version.starts_with("2020") {
        cloud
    } else {
        json!([cloud])
    }))
}

fn cloud(base: &str, audiences: &Value) -> Value {
    json!({
        "name": "AzirEmulator",
        "portal": base,
        "authentication": {
            "loginEndpoint": base,
            "audiences": audiences,
            "tenant": HOME_TENANT,
            "identityProvider": "AAD",
        },
        "resourceManager": base,
        "gallery": base,
        "graph": "https://graph.windows.net/",
        "graphAudience": "https://graph.windows.net/",
        "microsoftGraphResourceId": "https://graph.microsoft.com/",
        "media": "https://rest.media.azure.net",
        "batch": "https://batch.core.windows.net/",
        "sqlManagement": "https://management.core.windows.net:8443/",
        "vmImageAliasDoc": "https://raw.githubusercontent.com/Azure/azure-rest-api-specs/main/\
            arm-compute/quickstart-templates/aliases.json",
        "activeDirectoryDataLake": "https://datalake.azure.net/",
        "suffixes": {
            "acrLoginServer": "azurecr.io",
            "azureDataLakeAnalyticsCatalogAndJob": "azuredatalakeanalytics.net",
            "azureDataLakeStoreFileSystem": "azuredatalakestore.net",
            "keyVaultDns": "vault.azure.net",
            "purview": "purview.localhost",
            "sqlServerHostname": "database.windows.net",
            "storage": "core.windows.net",
            "synapseAnalytics": "dev.azuresynapse.net",
        },
    })
}
