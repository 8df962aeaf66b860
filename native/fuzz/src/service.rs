//! The services' answers without a fault, by address: the fuzzer changes them.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use serde_json::{Value, json};

/// The signed-in subscription.
pub const SUBSCRIPTION: &str = "33333333-3333-4333-8333-333333333333";
/// The signed-in tenant.
pub const TENANT: &str = "11111111-1111-4111-8111-111111111111";
/// The object id of a principal.
pub const PRINCIPAL: &str = "44444444-4444-4444-8444-444444444444";

const GROUP: &str = "/subscriptions/33333333-3333-4333-8333-333333333333/resourceGroups/rg";

fn runtime(name: &str) -> Value {
    json!({
        "id": format!("{GROUP}/providers/Microsoft.DataFactory/factories/adf-a/integrationRuntimes/{name}"),
        "name": name, "etag": "etag-1", "type": "Microsoft.DataFactory/factories/integrationruntimes",
        "kind": "SelfHosted",
        "properties": {"type": "SelfHosted", "kind": "SelfHosted", "description": "d", "state": "Online",
            "typeProperties": {}},
    })
}

fn managed(name: &str) -> Value {
    let mut runtime = runtime(name);
    runtime["kind"] = json!("Managed");
    runtime["properties"] = json!({"type": "Managed", "state": "Started", "description": "d",
        "managedVirtualNetwork": {"referenceName": "default", "type": "ManagedVirtualNetworkReference"},
        "typeProperties": {
            "computeProperties": {"location": "eastus", "nodeSize": "Standard_D2_v3", "numberOfNodes": 1,
                "maxParallelExecutionsPerNode": 2, "dataFlowProperties": {"computeType": "General", "coreCount": 8,
                    "timeToLive": 10, "cleanup": true}, "vNetProperties": {"vNetId": "v", "subnet": "s"}},
            "ssisProperties": {"edition": "Standard", "licenseType": "BasePrice",
                "catalogInfo": {"catalogServerEndpoint": "x.database.windows.net", "catalogAdminUserName": "u",
                    "catalogAdminPassword": {"type": "SecureString", "value": "p"}, "catalogPricingTier": "S1"},
                "expressCustomSetupProperties": [{"type": "CmdkeySetup", "typeProperties": {"targetName": "t",
                    "userName": "u", "password": {"type": "SecureString", "value": "p"}}}],
                "packageStores": [{"name": "p", "packageStoreLinkedService": {"referenceName": "l"}}],
                "customSetupScriptProperties": {"blobContainerUri": "https://b/c",
                    "sasToken": {"type": "SecureString", "value": "?sas"}}}}});
    runtime
}

fn status() -> Value {
    json!({"name": "ir-a", "properties": {"type": "SelfHosted", "state": "Online", "dataFactoryName": "adf-a",
        "typeProperties": {"version": "5.40.1", "createTime": "2026-01-02T03:04:05.6789012Z",
            "autoUpdate": "On", "scheduledUpdateDate": "2026-02-02T00:00:00Z", "updateDelayOffset": "PT3H",
            "localTimeZoneOffset": "PT1H", "internalChannelEncryption": "NotEncrypted", "taskQueueId": "q",
            "capabilities": {"serviceBusConnected": "True"}, "serviceUrls": ["a.servicebus.windows.net"],
            "latestVersion": "5.41.0", "pushedVersion": "5.41.0", "autoUpdateETA": "2026-02-02T00:00:00Z",
            "selfContainedInteractiveAuthoringEnabled": true,
            "links": [{"name": "ir-a", "subscriptionId": SUBSCRIPTION, "dataFactoryName": "adf-b",
                "dataFactoryLocation": "eastus", "createTime": "2026-01-02T03:04:05Z"}],
            "nodes": [{"nodeName": "node_1", "machineName": "m", "hostServiceUri": "net.tcp://m:8060/", "status":
                "Online", "capabilities": {"a": "b"}, "versionStatus": "UpToDate", "version": "5.40.1",
                "registerTime": "2026-01-02T03:04:05Z", "lastConnectTime": "2026-01-02T03:04:05Z",
                "expiryTime": "2027-01-02T03:04:05Z", "lastStartTime": "2026-01-02T03:04:05Z",
                "lastUpdateResult": "Succeed", "isActiveDispatcher": true, "concurrentJobsLimit": 4,
                "maxConcurrentJobs": 8, "nodeId": "n", "errors": [{"code": "c", "time": "2026-01-02T03:04:05Z",
                    "parameters": ["p"], "message": "m"}]}],
            "otherErrors": [{"code": "c", "message": "m", "time": "2026-01-02T03:04:05Z", "parameters": []}],
            "lastOperation": {"type": "Start", "result": "Succeeded", "errorCode": null, "parameters": [],
                "activityId": "a", "startTime": "2026-01-02T03:04:05Z"}}}})
}

/// A runtime that another factory shares.
fn linked(factory: &str, name: &str) -> Value {
    let mut runtime = runtime(name);
    runtime["id"] = json!(format!(
        "{GROUP}/providers/Microsoft.DataFactory/factories/{factory}/integrationRuntimes/{name}"
    ));
    runtime["properties"]["typeProperties"]["linkedInfo"] = json!({"authorizationType": "Rbac",
        "resourceId": format!("{GROUP}/providers/Microsoft.DataFactory/factories/adf-a/integrationRuntimes/ir-a")});
    runtime
}

fn factory(name: &str) -> Value {
    json!({"id": format!("{GROUP}/providers/Microsoft.DataFactory/factories/{name}"), "name": name,
        "type": "Microsoft.DataFactory/factories", "location": "eastus", "eTag": "\"7\"", "tags": {"a": "b"},
        "identity": {"type": "SystemAssigned", "principalId": PRINCIPAL, "tenantId": TENANT},
        "resourceGroup": "rg", "subscriptionId": SUBSCRIPTION,
        "properties": {"provisioningState": "Succeeded", "createTime": "2026-01-02T03:04:05.6789Z",
            "version": "2018-06-01", "publicNetworkAccess": "Enabled",
            "globalParameters": {"g": {"type": "String", "value": "v"}},
            "encryption": {"keyName": "k", "vaultBaseUrl": "https://v.vault.azure.net"},
            "repoConfiguration": {"type": "FactoryGitHubConfiguration", "accountName": "a", "repositoryName": "r",
                "collaborationBranch": "main", "rootFolder": "/", "hostName": "https://github.com"}}})
}

fn workspace() -> Value {
    json!({"id": format!("{GROUP}/providers/Microsoft.Synapse/workspaces/ws-a"), "name": "ws-a",
        "type": "Microsoft.Synapse/workspaces", "location": "eastus", "tags": {},
        "identity": {"type": "SystemAssigned", "principalId": PRINCIPAL, "tenantId": TENANT},
        "properties": {"provisioningState": "Succeeded",
            "connectivityEndpoints": {"web": "https://w", "dev": "https://d"},
            "defaultDataLakeStorage": {"accountUrl": "https://s.dfs.core.windows.net", "filesystem": "f"},
            "sqlAdministratorLogin": "u", "managedVirtualNetwork": "default", "workspaceUID": PRINCIPAL,
            "extraProperties": {"WorkspaceType": "Normal"}, "managedResourceGroupName": "m"}})
}

fn account() -> Value {
    json!({"id": format!("{GROUP}/providers/Microsoft.Purview/accounts/pv-a"), "name": "pv-a", "location": "eastus",
        "type": "Microsoft.Purview/accounts", "sku": {"name": "Standard", "capacity": 1}, "tags": {},
        "identity": {"type": "SystemAssigned", "tenantId": TENANT, "principalId": PRINCIPAL},
        "systemData": {"createdAt": "2026-01-02T03:04:05Z", "createdBy": "u"},
        "properties": {"endpoints": {"scan": "https://pv-a.purview.azure.com/scan",
                "catalog": "https://pv-a.purview.azure.com/catalog"},
            "provisioningState": "Succeeded", "createdAt": "2026-01-02T03:04:05Z", "createdBy": "u",
            "cloudConnectors": {}, "friendlyName": "pv-a", "managedResources": {"resourceGroup": "m"}}})
}

fn group() -> Value {
    json!({"id": GROUP, "name": "rg", "type": "Microsoft.Resources/resourceGroups", "location": "eastus",
        "tags": {"a": "b"}, "properties": {"provisioningState": "Succeeded"}})
}

fn subscription() -> Value {
    json!({"id": format!("/subscriptions/{SUBSCRIPTION}"), "subscriptionId": SUBSCRIPTION, "tenantId": TENANT,
        "displayName": "Test", "state": "Enabled", "authorizationSource": "RoleBased", "tags": {"a": "b"},
        "managedByTenants": [{"tenantId": TENANT}], "subscriptionPolicies": {"quotaId": "q", "spendingLimit": "Off"}})
}

fn assignment() -> Value {
    let scope = format!("{GROUP}/providers/Microsoft.DataFactory/factories/adf-a");
    json!({"id": format!("{scope}/providers/Microsoft.Authorization/roleAssignments/a"), "name": "a",
        "type": "Microsoft.Authorization/roleAssignments",
        "properties": {"scope": scope, "principalId": PRINCIPAL, "principalType": "ServicePrincipal",
            "roleDefinitionId": format!("/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Authorization/\
                roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c"), "createdOn": "2026-01-02T03:04:05Z"}})
}

fn definition() -> Value {
    json!({"id": "/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c",
        "name": "b24988ac-6180-42a0-ab88-20f7382dd24c", "type": "Microsoft.Authorization/roleDefinitions",
        "properties": {"roleName": "Contributor", "type": "BuiltInRole", "description": "d",
            "assignableScopes": ["/"], "permissions": [{"actions": ["*"], "notActions": ["a/b"], "dataActions": [],
                "notDataActions": []}]}})
}

/// What the token endpoint gives.
#[must_use]
pub fn token() -> Value {
    // {"tid","oid","upn","exp"} of a user.
    let claims = "eyJ0aWQiOiIxMTExMTExMS0xMTExLTQxMTEtODExMS0xMTExMTExMTExMTEiLCJvaWQiOiI0NDQ0NDQ0NC00NDQ0LTQ0NDQt\
        ODQ0NC00NDQ0NDQ0NDQ0NDQiLCJ1cG4iOiJhQGIuYyIsImV4cCI6MTAwMDAwMzYwMH0";
    let token = format!("eyJhbGciOiJub25lIn0.{claims}.c2ln");
    json!({"token_type": "Bearer", "expires_in": 3600, "ext_expires_in": 3600, "expires_on": "1000003600",
        "access_token": token, "id_token": token, "refresh_token": "refresh", "scope": "s", "client_info": "e30",
        "device_code": "d", "user_code": "u", "verification_uri": "https://microsoft.com/devicelogin", "interval": 1,
        "message": "Open the page."})
}

/// A service's error.
#[must_use]
pub fn error(code: &str) -> Value {
    json!({"error": {"code": code, "message": "It is so.", "target": "t",
        "details": [{"code": "Inner", "message": "Why.", "target": "u"}],
        "innererror": {"code": "Deep", "additionalInfo": []}},
        "error_description": "AADSTS50001: why", "error_codes": [50001], "correlation_id": PRINCIPAL})
}

/// An answer that was made once, and its text.
#[derive(Debug)]
pub struct Good {
    /// To be changed.
    pub value: Value,
    /// To be sent.
    pub text: Vec<u8>,
}

/// The answer to a request when all is well, which is made once for each address.
#[must_use]
pub fn good(method: &str, host: &str, path: &str) -> Rc<Good> {
    /// Inputs make addresses of their own, too.
    const MOST: usize = 2_000;
    thread_local! {
        static KNOWN: RefCell<HashMap<String, Rc<Good>>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| {
        let key = format!("{method} {host}{path}");
        if let Some(own) = known.get(&key) {
            return Rc::clone(own);
        }
        let value = answer(method, host, path);
        let text = value.to_string().into_bytes();
        let own = Rc::new(Good { value, text });
        if known.len() < MOST {
            known.insert(key, Rc::clone(&own));
        }
        own
    })
}

fn answer(method: &str, host: &str, path: &str) -> Value {
    let lower = path.to_ascii_lowercase();
    let listed = |members: &[Value]| json!({ "value": members, "totalRecords": 1, "count": 1 });
    let pieces: Vec<&str> = lower.trim_matches('/').split('/').collect();
    let last = pieces.last().copied().unwrap_or_default();
    if host.starts_with("login.") || lower.contains("/oauth2/") || lower.contains("/token") {
        return token();
    }
    match last {
        "" => json!({}),
        "integrationruntimes" if lower.contains("/factories/adf-b/") => {
            listed(&[linked("adf-b", "ir-a")])
        }
        "integrationruntimes" => listed(&[runtime("ir-a"), managed("ir-b")]),
        "getstatus" | "status" => status(),
        _ if last.ends_with("authkeys") || last.ends_with("authkey") => {
            json!({"authKey1": "key-1", "authKey2": "key-2"})
        }
        "getconnectioninfo" => {
            json!({"serviceToken": "t", "identityCertThumbprint": "c", "hostServiceUri": "https://h",
            "version": "5.4", "publicKey": "p", "isIdentityCertExprired": false})
        }
        "monitoringdata" => {
            json!({"name": "ir-a", "nodes": [{"nodeName": "node_1", "availableMemoryInMB": 5,
            "cpuUtilization": 7, "concurrentJobsLimit": 4, "concurrentJobsRunning": 1, "maxConcurrentJobs": 8,
            "sentBytes": 1.5, "receivedBytes": 2.5}]})
        }
        "ipaddress" => json!({"ipAddress": "10.0.0.4"}),
        "getobjectmetadata" => listed(&[
            json!({"type": "Package", "name": "p", "id": 1, "folderId": 2, "projectId": 3,
            "projectVersion": 4, "description": "d", "parameters": [{"id": 1, "name": "n", "dataType": "String",
                "required": true, "sensitive": false, "defaultValue": "v", "valueSet": true}]}),
        ]),
        "refreshobjectmetadata" => {
            json!({"status": "Succeeded", "name": "n", "properties": "p", "error": null})
        }
        "outboundnetworkdependenciesendpoints" => listed(&[json!({"category": "c", "endpoints": [
            {"domainName": "d", "endpointDetails": [{"port": 443}]}]})]),
        "factories" => listed(&[factory("adf-a"), factory("adf-b")]),
        "workspaces" => listed(&[workspace()]),
        "accounts" => listed(&[account()]),
        "resourcegroups" => listed(&[group()]),
        "subscriptions" => listed(&[subscription()]),
        "providers" => listed(&[
            json!({"namespace": "Microsoft.DataFactory", "registrationState": "Registered",
            "id": format!("/subscriptions/{SUBSCRIPTION}/providers/Microsoft.DataFactory"),
            "resourceTypes": [{"resourceType": "factories", "locations": ["East US"], "apiVersions": ["2018-06-01"]}]}),
        ]),
        "linkedservices" | "pipelines" | "datasets" | "dataflows" | "triggers" => listed(&[]),
        "tenants" => listed(&[
            json!({"id": format!("/tenants/{TENANT}"), "tenantId": TENANT, "displayName": "T",
            "defaultDomain": "t.onmicrosoft.com", "domains": ["t"], "tenantCategory": "Home", "countryCode": "DE"}),
        ]),
        "roleassignments" => listed(&[assignment()]),
        "roledefinitions" => listed(&[definition()]),
        "resources" if method == "POST" => {
            let mut role = assignment();
            role["roleDefinitionId"] = role["properties"]["roleDefinitionId"].clone();
            role["principalId"] = json!(PRINCIPAL);
            role["scope"] = role["properties"]["scope"].clone();
            json!({"totalRecords": 5, "count": 5, "resultTruncated": "false",
                "data": [factory("adf-a"), factory("adf-b"), workspace(), account(), role]})
        }
        "resources" => listed(&[factory("adf-a"), factory("adf-b"), workspace(), account()]),
        "endpoints" => {
            json!([{"name": "AzureCloud", "authentication": {"loginEndpoint": "https://login.x/",
            "audiences": ["https://management.x/"], "tenant": "common"}, "resourceManager": "https://management.x/"}])
        }
        _ if last.starts_with("microsoft.") => {
            json!({"registrationState": "Registered", "namespace": last, "resourceTypes": []})
        }
        _ => match pieces.iter().rev().nth(1).copied().unwrap_or_default() {
            "integrationruntimes" => {
                let parent = pieces.iter().rev().nth(2).copied().unwrap_or_default();
                if parent.starts_with("adf-") && parent != "adf-a" {
                    linked(parent, "ir-a")
                } else if last.ends_with('b') {
                    managed("ir-b")
                } else {
                    runtime("ir-a")
                }
            }
            "nodes" => status()["properties"]["typeProperties"]["nodes"][0].clone(),
            "factories" => factory(last),
            "workspaces" => workspace(),
            "accounts" => account(),
            "resourcegroups" => group(),
            "subscriptions" => subscription(),
            "roleassignments" => assignment(),
            "roledefinitions" => definition(),
            _ => json!({"status": "Succeeded", "name": last, "properties": {}}),
        },
    }
}
