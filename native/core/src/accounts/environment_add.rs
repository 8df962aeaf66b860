//! `Add-AzEnvironment`: by addresses, from a cloud's own description, or from its list of clouds.
//!
//! The description: <https://learn.microsoft.com/azure-stack/user/azure-stack-version-profiles-powershell>.

use azir_azure::http::{Reply, RetrySafety};
use azure_core::http::{Method, Request, Url};
use serde_json::Value;

use super::{
    environment::{
        AUTHORITY, BATCH, EXTENDED, Environment, Kind, RESOURCE_MANAGER, SERVICE_RESOURCE,
    },
    model,
};
use crate::{
    Call,
    error::{Error, ErrorKind, Result},
    output::Record,
    request::Arguments,
};

/// Parameters and the members that they set.
const PARAMETERS: [(&str, &str); 30] = [
    ("PublishSettingsFileUrl", "PublishSettingsFileUrl"),
    ("ServiceEndpoint", "ServiceManagementUrl"),
    ("ManagementPortalUrl", "ManagementPortalUrl"),
    ("StorageEndpoint", "StorageEndpointSuffix"),
    ("ActiveDirectoryEndpoint", AUTHORITY),
    ("ResourceManagerEndpoint", RESOURCE_MANAGER),
    ("GalleryEndpoint", "GalleryUrl"),
    ("ActiveDirectoryServiceEndpointResourceId", SERVICE_RESOURCE),
    ("GraphEndpoint", "GraphUrl"),
    ("AzureKeyVaultDnsSuffix", "AzureKeyVaultDnsSuffix"),
    (
        "AzureKeyVaultServiceEndpointResourceId",
        "AzureKeyVaultServiceEndpointResourceId",
    ),
    ("TrafficManagerDnsSuffix", "TrafficManagerDnsSuffix"),
    ("SqlDatabaseDnsSuffix", "SqlDatabaseDnsSuffix"),
    (
        "AzureDataLakeStoreFileSystemEndpointSuffix",
        "AzureDataLakeStoreFileSystemEndpointSuffix",
    ),
    (
        "AzureDataLakeAnalyticsCatalogAndJobEndpointSuffix",
        "AzureDataLakeAnalyticsCatalogAndJobEndpointSuffix",
    ),
    ("AdTenant", "AdTenant"),
    ("GraphAudience", "GraphEndpointResourceId"),
    ("DataLakeAudience", "DataLakeEndpointResourceId"),
    ("BatchEndpointResourceId", BATCH),
    (
        "AzureOperationalInsightsEndpointResourceId",
        "AzureOperationalInsightsEndpointResourceId",
    ),
    (
        "AzureOperationalInsightsEndpoint",
        "AzureOperationalInsightsEndpoint",
    ),
    (
        "AzureAnalysisServicesEndpointSuffix",
        "AzureAnalysisServicesEndpointSuffix",
    ),
    (
        "AzureAnalysisServicesEndpointResourceId",
        "AnalysisServicesEndpointResourceId",
    ),
    (
        "AzureAttestationServiceEndpointSuffix",
        "AzureAttestationServiceEndpointSuffix",
    ),
    (
        "AzureAttestationServiceEndpointResourceId",
        "AzureAttestationServiceEndpointResourceId",
    ),
    (
        "AzureSynapseAnalyticsEndpointSuffix",
        "AzureSynapseAnalyticsEndpointSuffix",
    ),
    (
        "AzureSynapseAnalyticsEndpointResourceId",
        "AzureSynapseAnalyticsEndpointResourceId",
    ),
    (
        "ContainerRegistryEndpointSuffix",
        "ContainerRegistryEndpointSuffix",
    ),
    ("MicrosoftGraphEndpointResourceId", EXTENDED[0]),
    ("MicrosoftGraphUrl", EXTENDED[1]),
];

/// The list of the public cloud.
const LIST: &str = "https://management.azure.com";

/// Adds an environment, or changes one that was added.
///
/// # Errors
/// `InvalidInput` for a built-in name or an address that is none; what the metadata endpoint answers.
pub async fn run(call: &Call) -> Result<()> {
    let arguments = call.arguments();
    let discover = arguments.switch("AutoDiscover");
    let name = if discover {
        String::new()
    } else {
        arguments.required("Name")?
    };
    if !call
        .caller
        .should_process_only("adding environment", &name)
        .await?
    {
        return Ok(());
    }
    if discover {
        return discovered(call).await;
    }
    if Environment::built_in(&name).is_some() {
        return Err(Error::invalid(
            "Name",
            format!("Cannot add built-in or discovered environment {name}."),
        ));
    }
    let environment = match arguments.filled("ARMEndpoint") {
        Some(endpoint) => described(call, &name, &endpoint).await?,
        None => named(call, &name),
    };
    let environment = call.library.state().environments.put(environment);
    call.caller.object(model::environment(&environment)).await
}

/// What the bound parameters say, over what was there before.
fn named(call: &Call, name: &str) -> Environment {
    let before = call.library.state().environments.find(name);
    let mut environment = before.map_or_else(
        || Environment::new(name, Kind::UserDefined),
        |before| (*before).clone(),
    );
    environment.kind = Kind::UserDefined;
    let arguments = call.arguments();
    if arguments.is_bound("EnableAdfsAuthentication") {
        environment.federation_services = arguments.switch("EnableAdfsAuthentication");
    }
    overlay(&mut environment, arguments);
    environment
}

fn overlay(environment: &mut Environment, arguments: &Arguments) {
    for (parameter, member) in PARAMETERS {
        if !arguments.is_bound(parameter) {
            continue;
        }
        let mut value = arguments.text(parameter).unwrap_or_default();
        if member == AUTHORITY && !value.is_empty() && !value.ends_with('/') {
            value.push('/');
        }
        environment.set(member, &value);
    }
}

/// The environment that answers at `endpoint`, as it describes itself.
async fn described(call: &Call, name: &str, endpoint: &str) -> Result<Environment> {
    let plain = endpoint.trim_end_matches('/').to_lowercase();
    let known = super::environment::BUILT_IN_NAMES
        .iter()
        .filter_map(|own| Environment::built_in(own))
        .find(|own| {
            own.endpoint(RESOURCE_MANAGER)
                .is_some_and(|own| own.trim_end_matches('/') == plain)
        });
    let mut environment = if let Some(own) = known {
        Environment {
            name: name.to_owned(),
            kind: Kind::UserDefined,
            ..own
        }
    } else {
        let url = address("ARMEndpoint", endpoint)?;
        let answer = metadata(call, &url).await?;
        let cloud = match &answer {
            Value::Array(clouds) => clouds
                .iter()
                .find(|cloud| {
                    let own = cloud["resourceManager"].as_str().unwrap_or_default();
                    own.trim_end_matches('/').eq_ignore_ascii_case(&plain)
                })
                .or(clouds.first())
                .unwrap_or(&Value::Null),
            other => other,
        };
        let mut environment = read(cloud, name, Kind::UserDefined)
            .ok_or_else(|| not_described(&url, "it does not say where one signs in"))?;
        environment.set(RESOURCE_MANAGER, endpoint);
        guess(&mut environment, &url);
        environment
    };
    overlay(&mut environment, call.arguments());
    Ok(environment)
}

/// All clouds that the list at `-Uri`, or at the public cloud, has.
async fn discovered(call: &Call) -> Result<()> {
    let home = call
        .library
        .state()
        .emulator
        .as_ref()
        .map(|emulator| emulator.cloud.resource_manager.clone());
    let answer = match call.arguments().filled("Uri") {
        Some(uri) => {
            let url = address("Uri", &uri)?;
            let reply = ask(call, url.clone()).await?;
            if reply.status >= 400 {
                return Err(not_described(
                    &url,
                    &format!("HTTP status {}", reply.status),
                ));
            }
            reply.json()?
        }
        None => metadata(call, &address("Uri", home.as_deref().unwrap_or(LIST))?).await?,
    };
    let clouds = match answer {
        Value::Array(clouds) => clouds,
        one => vec![one],
    };
    let all = {
        let mut state = call.library.state();
        state.environments.forget_discovered();
        for cloud in &clouds {
            let name = cloud["name"].as_str().unwrap_or_default();
            let taken = name.is_empty() || state.environments.find(name).is_some();
            if !taken && let Some(environment) = read(cloud, name, Kind::Discovered) {
                state.environments.put(environment);
            }
        }
        state.environments.all()
    };
    let records: Vec<Record> = all
        .iter()
        .filter(|own| own.kind != Kind::UserDefined)
        .map(|own| model::environment(own))
        .collect();
    call.caller.objects(&records).await
}

fn address(parameter: &str, text: &str) -> Result<Url> {
    match Url::parse(text) {
        Ok(url) if url.has_host() => Ok(url),
        _ => Err(Error::invalid(
            parameter,
            "Endpoint provided is invalid. Please check the value and retry again with the correct value.",
        )),
    }
}

/// What is at `/metadata/endpoints`: in the newest form, else in the one of old clouds.
async fn metadata(call: &Call, endpoint: &Url) -> Result<Value> {
    let mut status = 0;
    for version in ["2022-09-01", "1.0"] {
        let mut url = endpoint.clone();
        url.set_path("metadata/endpoints");
        url.set_query(Some(&format!("api-version={version}")));
        let reply = ask(call, url).await?;
        if reply.status < 400 {
            return Ok(reply.json()?);
        }
        status = reply.status;
        if status != 400 && status != 404 {
            break;
        }
    }
    Err(not_described(endpoint, &format!("HTTP status {status}")))
}

async fn ask(call: &Call, url: Url) -> Result<Reply> {
    let emulator = call
        .library
        .state()
        .emulator
        .as_ref()
        .map(|emulator| emulator.cloud.clone());
    let environment = call.route();
    let route = match emulator {
        None => environment,
        Some(cloud) => {
            let home = Url::parse(&cloud.resource_manager).map(|own| own.origin() == url.origin());
            if home != Ok(true) {
                return Err(Error::new(
                    ErrorKind::InvalidState,
                    format!(
                        "The emulator is running, so '{}' is not asked: all cmdlets go to {} until \
                         Stop-AzIntegrationRuntimeEmulator.",
                        url.host_str().unwrap_or_default(),
                        cloud.resource_manager
                    ),
                ));
            }
            cloud.route(environment)
        }
    };
    let mut request = Request::new(url, Method::Get);
    request.insert_header("accept", "application/json");
    let stack = call.library.stack(&route)?;
    Ok(stack
        .send(&call.progress(), request, RetrySafety::Safe)
        .await?)
}

fn not_described(url: &Url, reason: &str) -> Error {
    Error::new(
        ErrorKind::Protocol,
        format!(
            "'{}' did not describe its cloud at /metadata/endpoints: {reason}. Give the address of a Resource \
             Manager, or the addresses one by one (Add-AzEnvironment -ResourceManagerEndpoint and others).",
            url.host_str().unwrap_or_default()
        ),
    )
}

/// A description in either form as an environment; nothing when it does not say where one signs in.
fn read(cloud: &Value, name: &str, kind: Kind) -> Option<Environment> {
    let slashed = |address: &str| format!("{}/", address.trim_end_matches('/'));
    let login = cloud["authentication"]["loginEndpoint"].as_str()?;
    let mut environment = Environment::new(name, kind);
    environment.set(AUTHORITY, &slashed(login));
    environment.federation_services = login
        .trim_end_matches('/')
        .to_lowercase()
        .ends_with("/adfs");
    environment.set(
        SERVICE_RESOURCE,
        cloud["authentication"]["audiences"][0].as_str()?,
    );
    let texts = [
        ("/authentication/tenant", "AdTenant"),
        ("/resourceManager", RESOURCE_MANAGER),
        ("/gallery", "GalleryUrl"),
        ("/galleryEndpoint", "GalleryUrl"),
        ("/graph", "GraphUrl"),
        ("/graphEndpoint", "GraphUrl"),
        ("/graphEndpoint", "GraphEndpointResourceId"),
        ("/graphAudience", "GraphEndpointResourceId"),
        ("/portal", "ManagementPortalUrl"),
        ("/portalEndpoint", "ManagementPortalUrl"),
        ("/batch", BATCH),
        ("/activeDirectoryDataLake", "DataLakeEndpointResourceId"),
        ("/microsoftGraphResourceId", EXTENDED[0]),
        ("/microsoftGraphResourceId", EXTENDED[1]),
        ("/suffixes/storage", "StorageEndpointSuffix"),
        ("/suffixes/keyVaultDns", "AzureKeyVaultDnsSuffix"),
        (
            "/suffixes/azureDataLakeStoreFileSystem",
            "AzureDataLakeStoreFileSystemEndpointSuffix",
        ),
        (
            "/suffixes/azureDataLakeAnalyticsCatalogAndJob",
            "AzureDataLakeAnalyticsCatalogAndJobEndpointSuffix",
        ),
        (
            "/suffixes/acrLoginServer",
            "ContainerRegistryEndpointSuffix",
        ),
        (
            "/suffixes/synapseAnalytics",
            "AzureSynapseAnalyticsEndpointSuffix",
        ),
    ];
    for (place, member) in texts {
        if let Some(text) = cloud.pointer(place).and_then(Value::as_str) {
            environment.set(member, text);
        }
    }
    let suffix = |name: &str| cloud["suffixes"][name].as_str().unwrap_or_default();
    let derived = [
        ("SqlDatabaseDnsSuffix", ".", suffix("sqlServerHostname")),
        (
            "AzureKeyVaultServiceEndpointResourceId",
            "https://",
            suffix("keyVaultDns"),
        ),
        (
            "AzureSynapseAnalyticsEndpointResourceId",
            "https://",
            suffix("synapseAnalytics"),
        ),
    ];
    for (member, before, text) in derived {
        let text = text.trim_start_matches('.');
        if !text.is_empty() {
            environment.set(member, &format!("{before}{text}"));
        }
    }
    Some(environment)
}

/// What old clouds do not say follows from their domain, as Az has it.
fn guess(environment: &mut Environment, endpoint: &Url) {
    let domain = endpoint
        .domain()
        .and_then(|host| host.split_once('.'))
        .map(|(_, domain)| domain.to_lowercase());
    let Some(domain) = domain else {
        return;
    };
    for (member, value) in [
        ("StorageEndpointSuffix", domain.clone()),
        ("AzureKeyVaultDnsSuffix", format!("vault.{domain}")),
        (
            "AzureKeyVaultServiceEndpointResourceId",
            format!("https://vault.{domain}"),
        ),
    ] {
        if environment.endpoint(member).is_none() {
            environment.set(member, &value);
        }
    }
}
