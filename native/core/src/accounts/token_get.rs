//! `Get-AzAccessToken`.

use azir_azure::cloud::Cloud;

use super::{
    environment::{BATCH, EXTENDED, Environment},
    model,
};
use crate::{
    Call,
    accounts::chosen,
    error::{Error, Result},
};

/// Kinds of resource and the member of an environment that says what their tokens are for.
const KINDS: [(&str, &str); 12] = [
    ("AadGraph", "GraphEndpointResourceId"),
    ("AnalysisServices", "AnalysisServicesEndpointResourceId"),
    ("Attestation", "AzureAttestationServiceEndpointResourceId"),
    ("Batch", BATCH),
    ("DataLake", "DataLakeEndpointResourceId"),
    ("KeyVault", "AzureKeyVaultServiceEndpointResourceId"),
    ("MSGraph", EXTENDED[0]),
    (
        "OperationalInsights",
        "AzureOperationalInsightsEndpointResourceId",
    ),
    ("Synapse", "AzureSynapseAnalyticsEndpointResourceId"),
    ("AppConfiguration", ""),
    ("ManagedHsm", ""),
    ("CommunicationEmail", ""),
];
/// What environments have no member for: kind, then the public cloud, China and US Government.
const FIXED: [(&str, [&str; 3]); 3] = [
    (
        "AppConfiguration",
        [
            "https://azconfig.io",
            "https://azconfig.azure.cn",
            "https://azconfig.azure.us",
        ],
    ),
    (
        "ManagedHsm",
        [
            "https://managedhsm.azure.net",
            "https://managedhsm.azure.cn",
            "https://managedhsm.usgovcloudapi.net",
        ],
    ),
    (
        "CommunicationEmail",
        ["https://communication.azure.com", "", ""],
    ),
];
/// Storage has one audience in all clouds.
const STORAGE: &str = "https://storage.azure.com/";

/// Writes a token of the current account, as a `SecureString`.
///
/// # Errors
/// `InvalidInput` for a kind of resource that is not known; what the sign-in answers.
pub async fn run(call: &Call) -> Result<()> {
    let arguments = call.arguments();
    let kind = arguments.filled("ResourceTypeName");
    if let Some(kind) = &kind
        && !is_known(kind)
    {
        return Err(Error::invalid(
            "ResourceTypeName",
            format!(
                "The specified ResourceTypeName \"{kind}\" is not supported, please provide a valid value. e.g. Arm, \
                 AadGraph, etc."
            ),
        ));
    }
    let context = chosen::context(call).await?;
    let scope = match (arguments.filled("ResourceUrl"), kind) {
        (Some(resource), _) => scope_of(&resource),
        (None, None) => context.cloud.resource_manager_scope.clone(),
        (None, Some(kind)) => scope_of_kind(call, &context.cloud, "ResourceTypeName", &kind)?,
    };
    let tenant = arguments
        .filled("TenantId")
        .unwrap_or_else(|| context.tenant.clone());
    let token = super::token(call, &context, &tenant, &scope).await?;
    call.caller.secure_string("Token", token.secret).await?;
    let record = model::access_token(token.expires_on, &tenant, &context.account.id);
    call.caller.object(record).await
}

fn is_resource_manager(kind: &str) -> bool {
    ["Arm", "ResourceManager"]
        .iter()
        .any(|own| own.eq_ignore_ascii_case(kind))
}

fn is_known(kind: &str) -> bool {
    is_resource_manager(kind)
        || kind.eq_ignore_ascii_case("Storage")
        || KINDS.iter().any(|(own, _)| own.eq_ignore_ascii_case(kind))
}

/// The scope that `-AuthScope` names: a kind of resource, or a resource itself.
///
/// # Errors
/// `InvalidInput` for what is neither.
pub fn scope_of_name(call: &Call, cloud: &Cloud, name: &str) -> Result<String> {
    if is_known(name) {
        return scope_of_kind(call, cloud, "AuthScope", name);
    }
    if name.contains(':') || uuid::Uuid::try_parse(name).is_ok() {
        return Ok(scope_of(name));
    }
    Err(Error::invalid(
        "AuthScope",
        format!(
            "'{name}' is no kind of service that is known here, such as Storage, KeyVault or Synapse, and no resource \
             such as https://storage.azure.com/."
        ),
    ))
}

/// A resource that ends in a slash is another one than without: it goes as it was given.
fn scope_of(resource: &str) -> String {
    if resource.ends_with("/.default") {
        return resource.to_owned();
    }
    format!("{resource}/.default")
}

fn scope_of_kind(call: &Call, cloud: &Cloud, parameter: &str, kind: &str) -> Result<String> {
    if is_resource_manager(kind) {
        return Ok(cloud.resource_manager_scope.clone());
    }
    if kind.eq_ignore_ascii_case("Storage") {
        return Ok(scope_of(STORAGE));
    }
    // The emulator has no services beside its own: it gives the public cloud's tokens.
    let name = if cloud.only_authority.is_some() {
        "AzureCloud"
    } else {
        &cloud.name
    };
    let environment = call
        .library
        .state()
        .environments
        .find(name)
        .map_or_else(|| Environment::of_cloud(cloud), |own| (*own).clone());
    let column = super::environment::BUILT_IN_NAMES
        .iter()
        .position(|own| own.eq_ignore_ascii_case(name));
    let member = KINDS
        .iter()
        .find(|(own, _)| own.eq_ignore_ascii_case(kind))
        .and_then(|(_, member)| environment.endpoint(member));
    let fixed = FIXED
        .iter()
        .find(|(own, _)| own.eq_ignore_ascii_case(kind))
        .and_then(|(_, values)| values.get(column?).copied())
        .filter(|value| !value.is_empty());
    member.or(fixed).map(scope_of).ok_or_else(|| {
        let instead = if parameter == "AuthScope" {
            "the resource itself in place of the name"
        } else {
            "that with -ResourceUrl"
        };
        Error::invalid(
            parameter,
            format!(
                "Environment '{}' does not say what a token for {kind} is asked for. Give {instead}.",
                cloud.name
            ),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resource_becomes_a_scope_once() {
        assert_eq!(
            scope_of("https://vault.azure.net"),
            "https://vault.azure.net/.default"
        );
        assert_eq!(scope_of("https://x/"), "https://x//.default");
        assert_eq!(scope_of("https://x/.default"), "https://x/.default");
    }

    #[test]
    fn kinds_are_known_in_any_casing() {
        for kind in [
            "arm",
            "ResourceManager",
            "storage",
            "KEYVAULT",
            "ManagedHsm",
        ] {
            assert!(is_known(kind), "{kind}");
        }
        assert!(!is_known("Banana"));
    }
}
