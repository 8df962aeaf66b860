//! Requests as a module sends them, with changes.

use std::sync::LazyLock;

use azir_core::operations;
use serde_json::{Map, Value, json};

use crate::{
    bytes::Bytes,
    json,
    service::{PRINCIPAL, SUBSCRIPTION, TENANT},
};

/// Operations that would touch the machine itself: programs, browsers, its network, its own state and its folder of
/// temporary files.
const ELSEWHERE: [&str; 3] = ["emulator.start", "fleet.show", "prerequisite.test"];

/// Arguments that name a file, beside those whose names say so. The target `files` has them.
const FILES: [&str; 6] = [
    "baseline",
    "fromsnapshot",
    "mapping",
    "profile",
    "snapshot",
    "programpath",
];

/// Arguments that an operation may have beside those it must have: made once.
static OPTIONAL: LazyLock<Map<String, Value>> = LazyLock::new(|| {
    let mut all = Map::new();
    for part in [optional(), of_fleets_and_shares()] {
        if let Value::Object(members) = part {
            all.extend(members);
        }
    }
    all
});

/// Those of the operations on many runtimes at a time, on shares and on the service as it is.
fn of_fleets_and_shares() -> Value {
    json!({
        "Service": ["DataFactory", "Synapse"], "ManagementGroup": ["mg"], "Query": "where tags.env == 'prod'",
        "Skip": ["AIR", "AZIR3*"], "Severity": "Warning", "ExpiresWithin": "30", "OfflineLongerThan": "1.02:00:00",
        "ErrorOnFinding": "Warning", "ErrorOnDifference": "Any", "AsVerdict": true, "IncludeSilenced": true,
        "Metric": true, "Resume": true, "WebhookFormat": "Teams", "Detail": "Nodes",
        "Webhook": {"secret": {"offset": 0, "length": 25, "encoding": "utf8"}},
        "With": ["adf-b", factory_id("adf-c"), {"Id": factory_id("adf-d")}], "CredentialName": "c", "Rollback": true,
        "Prune": true, "DeleteUnlisted": true, "Allow": ["ir-*"], "Mode": "Complete",
        "Method": "PATCH", "Payload": {"secret": {"offset": 0, "length": 5, "encoding": "utf8"}},
        "PollFrom": "AzureAsyncOperation",
        "FinalResultFrom": "FinalStateVia", "WaitForCompletion": true, "ApiVersion": "2018-06-01",
        "ResourceProviderName": "Microsoft.DataFactory", "ResourceType": "factories", "SubscriptionId": SUBSCRIPTION,
        "ProviderNamespace": "Microsoft.DataFactory", "ExpandProperties": true, "ODataQuery": "$filter=a", "Pre": true,
        "TagName": "a", "TagValue": "b", "ParentResource": "p", "Area": "a", "ProjectName": "p", "Version": "5.40.1",
        "HostName": "github.com", "FactoryVSTSConfiguration": true, "DisablePublish": true,
        "EncryptionUserAssignedIdentity": "/x", "UserAssignedIdentity": ["/x"], "ExtendedProperty": {"a": 1},
        "ExpressCustomSetup": [{"type": "CmdkeySetup"}], "PackageStore": [{"name": "p"}], "PrivateEndpoint": true,
        "SetupScriptContainerSasUri": "https://b/c?sv=1&sig=2",
        "DataFlowEnableQuickReuse": true, "ErrorOnFailure": true, "Clear": true, "ForceDeletionType": "x",
        "Condition": "true", "ConditionVersion": "2.0", "SkipClientSideScopeValidation": true, "ObjectType": "User",
        "ClaimsChallenge": "Bearer claims=\"eyJhIjoxfQ\"", "AuthScope": "Arm", "Username": "u",
    })
}

/// Arguments of operations on one runtime, on sign-in and on contexts.
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
    format!("{}/integrationRuntimes/{name}", factory_id("adf-a"))
}

fn factory_id(name: &str) -> String {
    format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/{name}"
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
    for (ending, name, value) in [
        ("factory.update", "Tag", json!({"a": "b"})),
        ("group.new", "Location", json!("eastus")),
        ("key.new", "KeyName", json!("AuthKey1")),
        ("node.update", "ConcurrentJobsLimit", json!(4)),
        ("runtime.update", "AutoUpdate", json!("On")),
        // A managed one.
        ("runtime.start", "Name", json!("ir-b")),
        ("runtime.stop", "Name", json!("ir-b")),
        ("interactive.enable", "Name", json!("ir-b")),
        ("interactive.disable", "Name", json!("ir-b")),
    ] {
        if operation.ends_with(ending) {
            arguments[name] = value;
        }
    }
    match operation {
        "token.get" | "account.disconnect" | "subscription.get" | "tenant.get"
        | "inventory.get" | "inventory.node.get" | "fleet.test" | "context.get" => json!({}),
        "share.new" | "share.remove" => {
            json!({"ResourceId": runtime_id("ir-a"), "With": ["adf-b"]})
        }
        "context.remove" => json!({"Name": "test"}),
        "context.rename" => json!({"SourceName": "test", "TargetName": "d"}),
        "link.new" => json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a",
            "LinkedDataFactoryName": "adf-b", "LinkedIntegrationRuntimeName": "ir-l",
            "SharedIntegrationRuntimeResourceId": runtime_id("ir-a"),
            "Name": "ir-l"}),
        "provider.get" | "provider.register" => {
            json!({"ProviderNamespace": "Microsoft.DataFactory"})
        }
        "share.get" => json!({"ResourceId": runtime_id("ir-a")}),
        "share.repair" => json!({"InputObject": {"SharedIntegrationRuntimeId": runtime_id("ir-a"),
            "DataFactoryId": factory_id("adf-b"), "LinkedIntegrationRuntimeName": "ir-a", "Problem": "GrantMissing"}}),
        "rest.invoke" => {
            json!({"Path": format!("{}?api-version=2018-06-01", factory_id("adf-a")), "Method": "GET"})
        }
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

/// What secrets refer to.
const SECRETS: &[u8] = b"https://example.test/hook";

/// Whether inputs run this operation.
#[must_use]
pub fn is_here(operation: &str) -> bool {
    !ELSEWHERE.contains(&operation)
}

/// A request with the arguments that an operation needs, and the bytes of its secrets.
#[must_use]
pub fn usual(operation: &str) -> (Value, Vec<u8>) {
    let mut request = json!({"operation": operation, "cmdlet": "Test-Cmdlet", "parameterSet": "Test",
        "arguments": needed(operation)});
    guarded(&mut request);
    (request, SECRETS.to_vec())
}

/// A request for one operation, and the bytes of its secrets.
pub fn make(bytes: &mut Bytes<'_>) -> (Value, Vec<u8>) {
    let operation = operations::NAMES[bytes.below(operations::NAMES.len())];
    let operation = if is_here(operation) {
        operation
    } else {
        "runtime.get"
    };
    let mut arguments = needed(operation);
    if let Value::Object(own) = &mut arguments {
        add(own, &OPTIONAL, bytes);
    }
    let mut request = json!({"operation": operation, "cmdlet": "Test-Cmdlet", "parameterSet": "Test",
        "arguments": arguments, "verbose": bytes.chance(128), "debug": bytes.chance(50),
        "whatIf": bytes.chance(20), "confirm": bytes.chance(20), "pipeline": bytes.chance(60)});
    if bytes.chance(50) {
        json::mutate(&mut request["arguments"], bytes);
    }
    guarded(&mut request);
    (request, SECRETS.to_vec())
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
    // The path of a request is none of a file.
    let is_request = request["operation"] == "rest.invoke";
    if let Some(arguments) = request["arguments"].as_object_mut() {
        arguments.retain(|name, _| {
            let name = name.to_ascii_lowercase();
            let has = |part: &str| name.contains(part) && name != "metadatapath";
            !(FILES.contains(&name.as_str()) || has("file") || has("path") && !is_request)
        });
    }
}
