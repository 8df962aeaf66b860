//! Synapse workspaces as resources.

use crate::common::{Emulator, READER, SUBSCRIPTION, names};
use serde_json::{Value, json};

#[test]
fn one_is_there_from_the_start() {
    let emulator = Emulator::start();
    let all = format!("{SUBSCRIPTION}/providers/Microsoft.Synapse/workspaces");
    let listed = emulator.get(&all).expect(200).body;
    assert_eq!(names(&listed), ["synapse-emulator"]);
    let workspace = &listed["value"][0];
    assert_eq!(workspace["location"], "eastus");
    assert_eq!(workspace["type"], "Microsoft.Synapse/workspaces");
    let properties = &workspace["properties"];
    assert_eq!(properties["provisioningState"], "Succeeded");
    assert_eq!(
        properties["connectivityEndpoints"]["dev"],
        "https://synapse-emulator.dev.azuresynapse.net"
    );
    assert_eq!(
        properties["defaultDataLakeStorage"]["filesystem"],
        "workspace"
    );
    assert!(workspace["identity"]["principalId"].is_string());
    let factories = format!("{SUBSCRIPTION}/providers/Microsoft.DataFactory/factories");
    assert_eq!(names(&emulator.get(&factories).expect(200).body), [""; 0]);
}

#[test]
fn a_put_and_a_deletion_take_their_time() {
    let emulator = Emulator::start();
    emulator
        .put(
            &format!("{SUBSCRIPTION}/resourceGroups/rg"),
            &json!({ "location": "westeurope" }),
        )
        .expect(201);
    let id =
        format!("{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Synapse/workspaces/syn-one");
    emulator.set(&json!({ "operationSeconds": 60 }));
    let document = json!({ "location": "West Europe", "tags": { "a": "b" }, "properties": {
        "sqlAdministratorLoginPassword": "secret-of-sql", "managedResourceGroupName": "own" } });
    let begun = emulator.put(&id, &document).expect(201);
    assert_eq!(
        begun.body["properties"]["provisioningState"],
        "Provisioning"
    );
    let (status, result) = (
        begun.header("azure-asyncoperation"),
        begun.header("location"),
    );
    assert_eq!(
        emulator.get(status).expect(200).body["status"],
        "InProgress"
    );
    emulator.get(result).expect(202);
    emulator.put(&id, &document).refused(409, "Conflict");
    emulator.advance(61);
    assert_eq!(emulator.get(status).expect(200).body["status"], "Succeeded");
    let made = emulator.get(result).expect(200);
    assert!(!made.text.contains("secret-of-sql"), "{}", made.text);
    assert_eq!(made.body["properties"]["managedResourceGroupName"], "own");
    assert_eq!(made.body["properties"]["provisioningState"], "Succeeded");
    assert_eq!(made.body, emulator.get(&id).body);

    let changed = emulator
        .arm(
            "PATCH",
            &id,
            &json!({ "tags": { "c": "d" }, "properties": { "publicNetworkAccess": "Disabled" } }),
        )
        .expect(200);
    assert_eq!(changed.body["tags"], json!({ "c": "d" }));
    emulator.advance(61);
    assert_eq!(
        emulator.get(&id).body["properties"]["publicNetworkAccess"],
        "Disabled"
    );
    let principal = made.body["identity"]["principalId"].clone();
    let again = emulator.put(&id, &document).expect(200).body;
    assert_eq!(again["identity"]["principalId"], principal);
    assert_eq!(
        again["properties"]["workspaceUID"],
        made.body["properties"]["workspaceUID"]
    );
    emulator.advance(61);

    let begun = emulator.delete(&id).expect(202);
    assert_eq!(
        emulator.get(&id).body["properties"]["provisioningState"],
        "Deleting"
    );
    emulator.advance(61);
    assert_eq!(
        emulator
            .get(begun.header("azure-asyncoperation"))
            .expect(200)
            .body["status"],
        "Succeeded"
    );
    emulator.get(begun.header("location")).expect(200);
    let gone = emulator.get(&id).refused(404, "ResourceNotFound");
    assert!(
        gone.message()
            .contains("'Microsoft.Synapse/workspaces/syn-one'"),
        "{}",
        gone.text
    );
    emulator.delete(&id).expect(204);
}

#[test]
fn what_is_wrong_is_refused_as_the_gateway_does() {
    let emulator = Emulator::start();
    let workspace = emulator.workspace("rg", "syn-one");
    let at = |name: &str| workspace.replace("syn-one", name);
    emulator
        .put(&at("syn-two"), &json!({}))
        .refused(400, "LocationRequired");
    emulator
        .put(&at("syn-two"), &json!({ "location": "moon" }))
        .refused(400, "LocationNotAvailableForResourceType");
    emulator
        .put(&at("Syn_Two"), &json!({ "location": "eastus" }))
        .refused(400, "InvalidWorkspaceName");
    emulator
        .put(&at("synapse-emulator"), &json!({ "location": "eastus" }))
        .refused(409, "WorkspaceNameExists");
    emulator
        .put(&workspace, &json!({ "location": "eastus" }))
        .refused(409, "InvalidResourceLocation");
    emulator
        .put(
            &workspace.replace("/rg/", "/rg-none/"),
            &json!({ "location": "eastus" }),
        )
        .refused(404, "ResourceGroupNotFound");
    emulator.post(&workspace).refused(405, "MethodNotAllowed");
    let reader = emulator.token_of(crate::common::HOME_TENANT, READER);
    emulator
        .arm_as(&reader, "GET", &workspace, &Value::Null)
        .expect(200);
    emulator
        .arm_as(&reader, "DELETE", &workspace, &Value::Null)
        .refused(403, "AuthorizationFailed");
    emulator
        .get(&format!("{workspace}?api-version=2018-06-01"))
        .refused(404, "InvalidResourceType");
    // A factory may have the name of a workspace.
    emulator.factory("rg", "syn-one");
    let group = format!("{SUBSCRIPTION}/resourceGroups/rg/providers");
    assert_eq!(
        names(
            &emulator
                .get(&format!("{group}/Microsoft.Synapse/workspaces"))
                .expect(200)
                .body
        ),
        ["syn-one"]
    );
    assert_eq!(
        names(
            &emulator
                .get(&format!("{group}/Microsoft.DataFactory/factories"))
                .expect(200)
                .body
        ),
        ["syn-one"]
    );
}

#[test]
fn lists_have_pages_and_a_group_takes_what_is_in_it() {
    let emulator = Emulator::start();
    for name in ["syn-one", "syn-two", "syn-three"] {
        emulator.workspace("rg", name);
    }
    emulator.factory("rg", "adf-one");
    emulator.set(&json!({ "pageSize": 2 }));
    let all = format!("{SUBSCRIPTION}/providers/Microsoft.Synapse/workspaces");
    let first = emulator.get(&all).expect(200).body;
    let second = emulator
        .get(first["nextLink"].as_str().unwrap())
        .expect(200)
        .body;
    assert_eq!(names(&first), ["synapse-emulator", "syn-one"]);
    assert_eq!(names(&second), ["syn-three", "syn-two"]);
    assert!(second.get("nextLink").is_none());
    emulator
        .delete(&format!("{SUBSCRIPTION}/resourceGroups/rg"))
        .expect(202);
    assert_eq!(
        names(&emulator.get(&all).expect(200).body),
        ["synapse-emulator"]
    );
}

#[test]
fn the_subscription_must_be_registered() {
    let emulator = Emulator::start();
    emulator.set(&json!({ "providerRegistered": false }));
    let all = format!("{SUBSCRIPTION}/providers/Microsoft.Synapse/workspaces");
    let refused = emulator
        .get(&all)
        .refused(409, "MissingSubscriptionRegistration");
    assert!(
        refused.message().contains("'Microsoft.Synapse'"),
        "{}",
        refused.text
    );
    emulator
        .post(&format!(
            "{SUBSCRIPTION}/providers/Microsoft.Synapse/register?api-version=2021-04-01"
        ))
        .expect(200);
    emulator.get(&all).expect(200);
    // Each service for itself.
    emulator
        .get(&format!(
            "{SUBSCRIPTION}/providers/Microsoft.DataFactory/factories"
        ))
        .refused(409, "MissingSubscriptionRegistration");
}
