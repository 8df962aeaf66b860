//! Requests as a module sends them, with changes.

use azir_core::operations;
use serde_json::{Map, Value, json};

use crate::{
    bytes::Bytes,
    json,
    service::{PRINCIPAL, SUBSCRIPTION, TENANT},
};

/// Operations that would touch the machine itself: programs, browsers, its network and its own state.
const ELSEWHERE: [&str; 2] = ["emulator.start", "prerequisite.test"];

/// Arguments that an operation may have beside those it must have.
fn optional() -> Value {
    json!({
        "Status": true, "Force": true, "NoWait": true, "PassThru": true, "Description": "d", "Type": "Managed",
        "Location": "eastus", "NodeSize": "Standard_D2_v3", "NodeCount": 2, "MaxParallelExecutionsPerNode": 2,
        "CatalogServerEndpoint": "x", "CatalogPricingTier": "S1", "Edition": "Standard", "VNetId": "v", "Subnet": "s",
        "SubnetId": format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/\
            virtualNetworks/v/subnets/s"),
        "VNetInjectionMethod": "Standard", "LicenseType": "BasePrice", "PublicIPs": ["a", "b"],
        "DataProxyIntegrationRuntimeName": "ir-c", "DataProxyStagingLinkedServiceName": "l",
        "DataFlowComputeType": "General", "DataFlowCoreCount": 8, "DataFlowTimeToLive": 10,
        "DataFlowEnableCleanUp": true, "SelfContainedInteractiveAuthoringEnabled": true,
        "ManagedVirtualNetworkName": "default", "SharedIntegrationRuntimeResourceId": runtime_id("ir-s"),
        "AutoUpdate": "On", "AutoUpdateDelayOffset": "03:00:00", "UpdateDelayOffset": "PT3H", "KeyName": "AuthKey1",
        "ConcurrentJobsLimit": 4, "IpAddress": true, "MetadataPath": "/p", "Links": true, "RemoveLinks": true,
        "LinkedDataFactoryName": "adf-b", "DataFactoryLocation": "eastus", "LinkedSubscriptionId": SUBSCRIPTION,
        "State": "Online", "TimeoutSeconds": 60, "AutoTerminationMinutes": 9, "IfNoneMatch": "*",
        "Tag": {"a": "b"}, "PublicNetworkAccess": "Enabled", "IdentityType": "SystemAssigned",
        "GlobalParameterDefinition": {"g": {"type": "String", "value": 5}}, "Kind": "Shared",
        "Scope": format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg"), "ObjectId": PRINCIPAL,
        "RoleDefinitionName": "Contributor", "RoleDefinitionId": PRINCIPAL, "Custom": true,
        "Subscription": SUBSCRIPTION, "Tenant": TENANT, "TenantId": TENANT, "Environment": "AzureCloud",
        "AccountId": "a@b.c", "ApplicationId": PRINCIPAL, "ServicePrincipal": true, "Identity": true,
        "UseDeviceAuthentication": true, "ContextName": "c", "SkipContextPopulation": true, "ListAvailable": true,
        "ResourceUrl": "https://x.azure.com", "ResourceTypeName": "Arm", "AsSecureString": true, "Word": "ir",
        "Parameter": "Name", "ARMEndpoint": "https://management.x/", "AutoDiscover": true, "Uri": "https://x/e.json",
        "ResourceId": runtime_id("ir-b"), "MaxContextPopulation": 3,
        "Properties": {"typeProperties": {"a": 1}}, "Id": format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg"),
        "Credential": {"userName": "u", "password": {"secret": {"offset": 0, "length": 6, "encoding": "utf8"}}},
        "AccessToken": {"secret": {"offset": 0, "length": 6, "encoding": "utf8"}},
        "AuthKey": {"secret": {"offset": 2, "length": 4, "encoding": "utf16le"}},
        "FederatedToken": {"secret": {"offset": 0, "length": 3, "encoding": "utf8"}},
        "InputObject": {"Name": "ir-a", "ResourceGroupName": "rg", "DataFactoryName": "adf-a", "WorkspaceName": "ws-a",
            "AccountName": "pv-a", "Id": runtime_id("ir-a"), "DataFactoryId": "x", "Type": "SelfHosted",
            "SubscriptionId": SUBSCRIPTION},
    })
}

fn runtime_id(name: &str) -> String {
    format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/adf-a/\
         integrationRuntimes/{name}"
    )
}

/// The arguments without which an operation does nothing.
fn needed(operation: &str) -> Value {
    let name = match operation.split('.').next() {
        Some("group") => "rg",
        Some("factory") => "adf-a",
        _ if operation.ends_with("workspace.get") => "ws-a",
        _ if operation.ends_with("account.get") => "pv-a",
        _ if operation.contains("node.") => "node_1",
        _ => "ir-a",
    };
    let mut arguments = json!({"ResourceGroupName": "rg", "Name": name});
    if operation.contains("node.") || operation.starts_with("link") {
        arguments["IntegrationRuntimeName"] = json!("ir-a");
        arguments["NodeName"] = json!("node_1");
    }
    let (parent, named) = match operation.split('.').next() {
        Some("synapse") => ("WorkspaceName", "ws-a"),
        Some("purview") => ("AccountName", "pv-a"),
        _ => ("DataFactoryName", "adf-a"),
    };
    arguments[parent] = json!(named);
    match operation {
        "token.get" | "account.disconnect" | "subscription.get" | "tenant.get"
        | "inventory.get" => json!({}),
        "account.connect" => json!({"ServicePrincipal": true, "Tenant": TENANT, "Credential":
            {"userName": PRINCIPAL, "password": {"secret": {"offset": 0, "length": 6, "encoding": "utf8"}}}}),
        "roleassignment.get" | "roleassignment.new" | "roleassignment.remove" => {
            json!({"ObjectId": PRINCIPAL, "RoleDefinitionName": "Contributor",
                "Scope": format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg")})
        }
        "roledefinition.get" => json!({"Name": "Contributor"}),
        "context.set" => json!({"Subscription": SUBSCRIPTION}),
        "environment.add" => json!({"Name": "own", "ARMEndpoint": "https://management.x/"}),
        "reference.convert" => {
            json!({"InputObject": {"Name": "ir-a", "Id": runtime_id("ir-a"), "Type": "SelfHosted"}})
        }
        _ => arguments,
    }
}

/// A request for one operation, and the bytes of its secrets.
pub fn make(bytes: &mut Bytes<'_>) -> (Value, Vec<u8>) {
    let operation = operations::NAMES[bytes.below(operations::NAMES.len())];
    let operation = if ELSEWHERE.contains(&operation) {
        "runtime.get"
    } else {
        operation
    };
    let mut arguments = needed(operation);
    if let (Value::Object(own), Value::Object(all)) = (&mut arguments, optional()) {
        add(own, &all, bytes);
    }
    let mut request = json!({"operation": operation, "cmdlet": "Test-Cmdlet", "parameterSet": "Test",
        "arguments": arguments, "verbose": bytes.chance(128), "debug": bytes.chance(128),
        "whatIf": bytes.chance(20), "confirm": bytes.chance(20), "pipeline": bytes.chance(60)});
    if bytes.chance(50) {
        json::mutate(&mut request["arguments"], bytes);
    }
    guarded(&mut request);
    (request, b"secret".to_vec())
}

fn add(own: &mut Map<String, Value>, all: &Map<String, Value>, bytes: &mut Bytes<'_>) {
    for _ in 0..bytes.below(6) {
        let at = bytes.below(all.len());
        let Some((name, usual)) = all.iter().nth(at) else {
            continue;
        };
        match bytes.byte() % 8 {
            0 => drop(own.insert(name.clone(), Value::Null)),
            1 => drop(own.insert(name.clone(), json::any(bytes, 2))),
            2 => drop(own.shift_remove("Name")),
            3 => drop(own.shift_remove("ResourceGroupName")),
            _ => drop(own.insert(name.clone(), usual.clone())),
        }
    }
}

/// Takes out what names a place on this machine: an input must not read or write its files.
pub fn guarded(request: &mut Value) {
    if let Some(members) = request.as_object_mut() {
        members.remove("profile");
        members.remove("environment");
        members.remove("build");
    }
    if let Some(arguments) = request["arguments"].as_object_mut() {
        arguments.retain(|name, _| {
            let name = name.to_ascii_lowercase();
            !["path", "file"].iter().any(|part| name.contains(part))
        });
    }
}
