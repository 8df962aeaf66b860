//! Parameters of `Set-` beyond upstream's: references, package stores, and clearing.

use azir_azure::json;
use serde_json::{Map, Value, json};

use super::body::{self, Kind};
use crate::{
    error::{Error, Result},
    request::{Arguments, member_text},
    runtimes::place::RuntimePlace,
};

const SSIS: [&str; 2] = ["typeProperties", "ssisProperties"];

/// A value of `-Clear`, the members that it removes, and the parameters that set the same.
type Cleared = (
    &'static str,
    &'static [&'static [&'static str]],
    &'static [&'static str],
);

const CLEARED: &[Cleared] = &[
    ("Description", &[&["description"]], &["Description"]),
    (
        "VirtualNetwork",
        &[
            &["typeProperties", "computeProperties", "vNetProperties"],
            &["typeProperties", "customerVirtualNetwork"],
        ],
        &["VNetId", "Subnet", "SubnetId", "PublicIPs", "PublicIP"],
    ),
    (
        "PublicIPs",
        &[&[
            "typeProperties",
            "computeProperties",
            "vNetProperties",
            "publicIPs",
        ]],
        &["PublicIPs", "PublicIP"],
    ),
    (
        "CustomSetup",
        &[&[SSIS[0], SSIS[1], "customSetupScriptProperties"]],
        &["SetupScriptContainerSasUri"],
    ),
    (
        "ExpressCustomSetup",
        &[&[SSIS[0], SSIS[1], "expressCustomSetupProperties"]],
        &["ExpressCustomSetup"],
    ),
    (
        "DataProxy",
        &[&[SSIS[0], SSIS[1], "dataProxyProperties"]],
        &[
            "DataProxyIntegrationRuntimeName",
            "DataProxyStagingLinkedServiceName",
            "DataProxyStagingPath",
        ],
    ),
    (
        "PackageStore",
        &[&[SSIS[0], SSIS[1], "packageStores"]],
        &["PackageStore"],
    ),
    (
        "Credential",
        &[
            &[SSIS[0], SSIS[1], "credential"],
            &["typeProperties", "linkedInfo", "credential"],
        ],
        &["CredentialName"],
    ),
    (
        "ManagedVirtualNetwork",
        &[&["managedVirtualNetwork"]],
        &["ManagedVirtualNetworkName"],
    ),
];

/// The rows of [`CLEARED`] that `-Clear` asks for.
fn asked(arguments: &Arguments) -> Vec<&'static Cleared> {
    let given = arguments.texts("Clear").unwrap_or_default();
    CLEARED
        .iter()
        .filter(|(name, ..)| given.iter().any(|own| own.eq_ignore_ascii_case(name)))
        .collect()
}

/// What is cleared cannot be set by the same call.
///
/// # Errors
/// `InvalidInput` that names both parameters.
pub fn refuse_contradictions(arguments: &Arguments) -> Result<()> {
    for (name, _, parameters) in asked(arguments) {
        if let Some(parameter) = parameters.iter().find(|own| arguments.is_bound(own)) {
            return Err(Error::invalid(
                "Clear",
                format!("-Clear {name} and -{parameter} contradict each other. Give one of them."),
            ));
        }
    }
    Ok(())
}

/// Removes what `-Clear` names.
pub fn clear(arguments: &Arguments, properties: &mut Map<String, Value>) {
    for (_, paths, _) in asked(arguments) {
        for path in *paths {
            body::remove(properties, path);
        }
    }
}

/// Applies `-ManagedVirtualNetworkName`, `-PackageStore` and `-CredentialName`.
///
/// # Errors
/// `InvalidInput` where the runtime is of a kind that has no such thing.
pub fn apply(
    arguments: &Arguments,
    place: &RuntimePlace,
    properties: &mut Map<String, Value>,
) -> Result<()> {
    let managed = Kind::of_properties(properties) == Kind::Managed;
    for parameter in ["ManagedVirtualNetworkName", "PackageStore"] {
        if !managed && arguments.value(parameter).is_some() {
            return Err(only_managed(parameter, place));
        }
    }
    if let Some(name) = arguments.filled("ManagedVirtualNetworkName") {
        json::set(
            properties,
            "managedVirtualNetwork",
            json!({"type": "ManagedVirtualNetworkReference", "referenceName": name}),
        );
    }
    if let Some(stores) = arguments.value("PackageStore") {
        let stores = package_stores(stores)?;
        body::set(properties, &[SSIS[0], SSIS[1], "packageStores"], stores)?;
    }
    credential(arguments, place, properties)
}

/// Applies `-CredentialName` to the link or to the Azure-SSIS details, whichever there is.
///
/// # Errors
/// `InvalidInput` for an ordinary self-hosted runtime.
pub fn credential(
    arguments: &Arguments,
    place: &RuntimePlace,
    properties: &mut Map<String, Value>,
) -> Result<()> {
    let Some(name) = arguments.filled("CredentialName") else {
        return Ok(());
    };
    let reference = json!({"type": "CredentialReference", "referenceName": name});
    let managed = Kind::of_properties(properties) == Kind::Managed;
    if managed {
        body::set(properties, &[SSIS[0], SSIS[1], "credential"], reference)?;
    } else if body::linked_info(properties).is_some() {
        body::set(
            properties,
            &[SSIS[0], "linkedInfo", "credential"],
            reference,
        )?;
    } else {
        return Err(only_managed("CredentialName", place));
    }
    Ok(())
}

fn only_managed(parameter: &str, place: &RuntimePlace) -> Error {
    let also = if parameter == "CredentialName" {
        "managed or linked"
    } else {
        "managed"
    };
    Error::invalid(
        parameter,
        format!(
            "-{parameter} is for {also} integration runtimes; '{}' is a self-hosted one. Nothing was changed.",
            place.name
        ),
    )
}

/// Names of stores and of the linked services that hold them, as the wire has them.
fn package_stores(given: &Value) -> Result<Value> {
    let Some(members) = given.as_object() else {
        return Err(Error::invalid(
            "PackageStore",
            "-PackageStore takes a hashtable: the name of each package store and the linked service that holds it.",
        ));
    };
    members
        .keys()
        .map(|name| {
            let service = member_text(given, name)
                .filter(|text| !text.trim().is_empty())
                .ok_or_else(|| {
                    Error::invalid(
                        "PackageStore",
                        format!("The package store '{name}' in -PackageStore has no name of a linked service."),
                    )
                })?;
            Ok(json!({"name": name, "packageStoreLinkedService":
                {"type": "LinkedServiceReference", "referenceName": service}}))
        })
        .collect()
}
