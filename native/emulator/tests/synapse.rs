//! Integration runtimes of a Synapse workspace: what is other than in a factory.

use crate::common::{
    CONTRIBUTOR, Emulator, READER, SUBSCRIPTION, dedicated, in_network, linked_to,
};
use serde_json::{Value, json};

const FIRST: &str =
    "/resourceGroups/rg-emulator/providers/Microsoft.Synapse/workspaces/synapse-emulator";

fn self_hosted() -> Value {
    json!({ "properties": { "type": "SelfHosted" } })
}

fn azure(location: &str) -> Value {
    json!({ "properties": { "type": "Managed", "typeProperties": { "computeProperties": { "location": location } } } })
}

/// Asserts an error without an envelope, with its target in Data Factory's words.
fn refused(answer: &crate::common::Answer, status: u16, code: &str) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.body["code"], code, "{}", answer.text);
    assert!(answer.body["message"].is_string(), "{}", answer.text);
    for null in ["details", "error"] {
        assert_eq!(answer.body.get(null), Some(&Value::Null), "{}", answer.text);
    }
    let target = answer.body["target"].as_str().unwrap_or_default();
    assert!(
        target.contains("/providers/Microsoft.DataFactory/factories/"),
        "{target}"
    );
}

#[test]
fn a_put_answers_with_a_record_and_ends_with_the_runtime() {
    let emulator = Emulator::start();
    let workspace = emulator.workspace("rg", "syn-one");
    let id = format!("{workspace}/integrationRuntimes/ir-One");
    emulator.set(&json!({ "operationSeconds": 60 }));
    let begun = emulator.put(&id, &self_hosted()).expect(202);
    let record = &begun.body;
    assert_eq!(
        (
            &record["id"],
            &record["state"],
            &record["type"],
            &record["name"]
        ),
        (
            &json!(id),
            &json!("Creating"),
            &json!("IntegrationRuntime"),
            &json!("ir-One")
        )
    );
    for member in [
        "recordId",
        "created",
        "changed",
        "operationId",
        "artifactId",
    ] {
        assert!(!record[member].is_null(), "{member}");
    }
    assert!(begun.headers.get("azure-asyncoperation").is_none());
    let location = begun.header("location").to_owned();
    assert!(
        location.contains("/workspaces/syn-one/operationResults/"),
        "{location}"
    );

    refused(&emulator.get(&id), 404, "NotFound");
    let running = emulator.get(&location).expect(202);
    assert_eq!(running.header("location"), location);
    let again = emulator.put(&id, &self_hosted());
    refused(&again, 400, "BadRequest");
    assert_eq!(
        again.body["message"],
        "Resource cannot be updated during provisioning"
    );

    emulator.advance(61);
    let made = emulator.get(&location).expect(200).body;
    assert_eq!(
        made["id"],
        format!("{workspace}/integrationruntimes/ir-One")
    );
    assert_eq!(
        made["type"],
        "Microsoft.Synapse/workspaces/integrationruntimes"
    );
    assert_eq!(emulator.get(&id).expect(200).body, made);
    // Another one's operation is none of this workspace's.
    let other = emulator.workspace("rg", "syn-two");
    emulator
        .get(&location.replace(&workspace, &other))
        .refused(404, "OperationNotFound");
}

#[test]
fn a_deletion_is_an_operation_too() {
    let emulator = Emulator::start();
    let workspace = emulator.workspace("rg", "syn-one");
    let id = emulator.put_there(&workspace, "ir-one", &self_hosted());
    emulator.set(&json!({ "operationSeconds": 60 }));
    let begun = emulator.delete(&id).expect(202);
    assert_eq!(begun.body["state"], "Deleting");
    assert_eq!(begun.body["created"], "0001-01-01T00:00:00");
    emulator.get(&id).expect(200);
    emulator.advance(61);
    let ended = emulator.get(begun.header("location")).expect(200);
    assert_eq!(ended.text, "");
    refused(&emulator.get(&id), 404, "NotFound");
    emulator.delete(&id).expect(204);
}

#[test]
fn an_operation_can_fail_and_changes_nothing() {
    let emulator = Emulator::start();
    let workspace = emulator.workspace("rg", "syn-one");
    let id = emulator.put_there(&workspace, "ir-one", &azure("eastus"));
    emulator.set(&json!({ "operationFailure": "InternalServerError" }));
    let begun = emulator.put(&id, &azure("westus")).expect(202);
    assert_eq!(begun.body["state"], "Updating");
    let failed = emulator.get(begun.header("location"));
    refused(&failed, 400, "InternalServerError");
    assert!(
        failed.body["target"]
            .as_str()
            .unwrap()
            .ends_with("/integrationruntimes/ir-one")
    );
    let compute = "/properties/typeProperties/computeProperties/location";
    assert_eq!(emulator.get(&id).body.pointer(compute).unwrap(), "eastus");
    let begun = emulator.delete(&id).expect(202);
    refused(
        &emulator.get(begun.header("location")),
        400,
        "InternalServerError",
    );
    emulator.get(&id).expect(200);
}

#[test]
fn the_default_runtime_is_in_the_list_and_stays() {
    let emulator = Emulator::start();
    let workspace = emulator.workspace("rg", "syn-one");
    let listed = emulator
        .get(&format!("{workspace}/integrationRuntimes"))
        .expect(200)
        .body;
    let default = &listed["value"][0];
    assert_eq!(default["name"], "AutoResolveIntegrationRuntime");
    assert_eq!(
        default["properties"].get("provisioningState"),
        Some(&Value::Null)
    );
    let id = format!("{workspace}/integrationRuntimes/autoresolveIntegrationRuntime");
    emulator.get(&id).expect(200);
    assert_eq!(emulator.status(&id)["state"], "Online");
    refused(&emulator.delete(&id), 400, "BadRequest");
    refused(
        &emulator.post(&format!("{id}/listAuthKeys")),
        400,
        "BadRequest",
    );
    emulator.get(&id).expect(200);
}

#[test]
fn a_self_hosted_one_has_keys_nodes_and_a_status() {
    let emulator = Emulator::start();
    let workspace = emulator.workspace("rg", "syn-one");
    let id = emulator.put_there(&workspace, "ir-one", &self_hosted());
    let keys = emulator
        .post(&format!("{id}/listAuthKeys"))
        .expect(200)
        .body;
    let parts: Vec<&str> = keys["authKey1"].as_str().unwrap().split('@').collect();
    assert_eq!((parts[0], parts[2], parts[3]), ("IR", "syn-one", "we"));
    let node = json!({ "authKey": keys["authKey2"], "nodeName": "n1" });
    emulator.control("POST", "nodes", &node).expect(200);

    let status = emulator.status(&id);
    assert_eq!(
        (&status["state"], &status["dataFactoryName"]),
        (&json!("Online"), &json!("syn-one"))
    );
    let details = &status["typeProperties"];
    assert_eq!(details["taskQueueId"], parts[1]);
    assert_eq!(details["nodeCommunicationChannelEncryptionMode"], "None");
    let urls = details["serviceUrls"].as_array().unwrap();
    assert_eq!(urls[0], Value::Null);
    assert!(urls[1..].iter().all(Value::is_string) && urls.len() > 10);
    assert!(details.get("serviceRegion").is_none());
    let preview = emulator
        .post(&format!("{id}/getStatus?api-version=2021-06-01-preview"))
        .expect(200)
        .body;
    let details = &preview["properties"]["typeProperties"];
    assert_eq!(
        (&details["serviceRegion"], &details["newerVersions"]),
        (&json!("we"), &json!([]))
    );
    assert!(details["osType"].is_i64());

    let body = json!({ "keyName": "authKey1" });
    let renewed = emulator
        .arm("POST", &format!("{id}/regenerateAuthKey"), &body)
        .expect(200)
        .body;
    assert!(renewed.get("authKey2").is_none());
    assert_ne!(renewed["authKey1"], keys["authKey1"]);
    let at = format!("{id}/nodes/n1");
    let limit = json!({ "concurrentJobsLimit": 4 });
    assert_eq!(
        emulator.arm("PATCH", &at, &limit).expect(200).body["concurrentJobsLimit"],
        4
    );
    emulator.post(&format!("{at}/ipAddress")).expect(200);
    for action in [
        "syncCredentials",
        "upgrade",
        "getConnectionInfo",
        "monitoringData",
    ] {
        emulator.post(&format!("{id}/{action}")).expect(200);
    }
    let updates = json!({ "autoUpdate": "Off", "updateDelayOffset": "\"PT3H\"" });
    emulator.arm("PATCH", &id, &updates).expect(200);
    // Its nodes stay when the document is put again.
    emulator.put_there(&workspace, "ir-one", &self_hosted());
    assert_eq!(
        emulator.status(&id)["typeProperties"]["nodes"][0]["concurrentJobsLimit"],
        4
    );
    emulator.delete(&at).expect(200);
    emulator.delete(&at).expect(204);
    let gone = emulator.get(&at);
    refused(&gone, 404, "NotFound");
    assert!(
        gone.body["target"]
            .as_str()
            .unwrap()
            .ends_with("/integrationruntimes/ir-one/nodes/n1")
    );
}

#[test]
fn nothing_is_shared() {
    let emulator = Emulator::start();
    let workspace = emulator.workspace("rg", "syn-one");
    let id = emulator.put_there(&workspace, "ir-one", &self_hosted());
    for action in ["removeLinks", "linkedIntegrationRuntime"] {
        let body = json!({ "factoryName": "adf-one" });
        emulator
            .arm("POST", &format!("{id}/{action}"), &body)
            .refused(404, "InvalidResourceType");
    }
    let linked = emulator.put(
        &format!("{workspace}/integrationRuntimes/ir-two"),
        &linked_to(&id),
    );
    refused(&linked, 400, "BadRequest");
    // Nor to a factory.
    let factory = emulator.factory("rg", "adf-one");
    let key = emulator.post(&format!("{id}/listAuthKeys")).body["authKey1"].clone();
    let by_key = json!({ "properties": { "type": "SelfHosted", "typeProperties": { "linkedInfo": {
        "authorizationType": "Key", "key": { "type": "SecureString", "value": key } } } } });
    emulator
        .put(&format!("{factory}/integrationRuntimes/ir-two"), &by_key)
        .refused(400, "BadRequest");
    emulator.grant(&factory, CONTRIBUTOR, &id);
    emulator
        .put(
            &format!("{factory}/integrationRuntimes/ir-two"),
            &linked_to(&id),
        )
        .refused(400, "BadRequest");
}

#[test]
fn a_dedicated_one_starts_and_stops() {
    let emulator = Emulator::start();
    let workspace = emulator.workspace("rg", "syn-one");
    let id = emulator.put_there(&workspace, "ir-ssis", &dedicated());
    let shown = emulator.get(&id).body;
    assert_eq!(shown["properties"]["provisioningState"], "Initial");
    assert!(shown["properties"].get("state").is_none());
    let preview = emulator
        .get(&format!("{id}?api-version=2021-06-01-preview"))
        .body;
    assert_eq!(preview["properties"]["state"], "Initial");
    assert!(preview["properties"].get("provisioningState").is_none());

    emulator.set(&json!({ "operationSeconds": 60 }));
    let begun = emulator.post(&format!("{id}/start")).expect(202);
    let address = begun.header("azure-asyncoperation").to_owned();
    assert!(
        address.contains("/integrationruntimes/ir-ssis/start/operationstatuses/"),
        "{address}"
    );
    assert_eq!(
        emulator.get(&address).expect(200).body["status"],
        "InProgress"
    );
    refused(&emulator.put(&id, &dedicated()), 400, "BadRequest");
    emulator.advance(61);
    let ended = emulator.get(&address).expect(200).body;
    assert_eq!(
        (
            &ended["status"],
            &ended["properties"]["properties"]["state"]
        ),
        (&json!("Succeeded"), &json!("Started"))
    );
    assert_eq!(
        emulator.get(&id).body["properties"]["provisioningState"],
        "Started"
    );
    refused(&emulator.delete(&id), 400, "BadRequest");
    let stop = emulator.post(&format!("{id}/stop")).expect(202);
    emulator.advance(61);
    assert_eq!(emulator.get(stop.header("location")).expect(200).text, "");
    // What was read, with its state, goes back as it is.
    let read = emulator.get(&id).body;
    emulator
        .put(&id, &json!({ "properties": read["properties"] }))
        .expect(202);
    emulator.advance(61);
    assert_eq!(
        emulator.get(&id).body["properties"]["provisioningState"],
        "Stopped"
    );
}

#[test]
fn interactive_authoring_takes_no_body_and_says_nothing() {
    let emulator = Emulator::start();
    let workspace = emulator.workspace("rg", "syn-one");
    let id = emulator.put_there(&workspace, "ir-net", &in_network());
    for action in ["enableInteractiveQuery", "disableInteractiveQuery"] {
        let begun = emulator.post(&format!("{id}/{action}")).expect(202);
        let status = emulator
            .get(begun.header("azure-asyncoperation"))
            .expect(200)
            .body;
        assert_eq!(
            (&status["status"], &status["properties"]),
            (&json!("Succeeded"), &Value::Null)
        );
        assert_eq!(emulator.get(begun.header("location")).expect(200).text, "");
    }
    assert!(
        emulator.get(&id).body["properties"]["typeProperties"]
            .get("interactiveQuery")
            .is_none()
    );
}

#[test]
fn what_looks_is_an_action_there_and_a_reader_may_not() {
    let emulator = Emulator::start();
    let workspace = format!("{SUBSCRIPTION}{FIRST}");
    let id = emulator.put_there(&workspace, "ir-one", &self_hosted());
    let reader = emulator.token_of(crate::common::HOME_TENANT, READER);
    emulator
        .arm_as(&reader, "GET", &id, &Value::Null)
        .expect(200);
    for action in ["getStatus", "monitoringData", "listAuthKeys"] {
        let answer = emulator
            .arm_as(&reader, "POST", &format!("{id}/{action}"), &Value::Null)
            .refused(403, "AuthorizationFailed");
        let wanted = format!("Microsoft.Synapse/workspaces/integrationRuntimes/{action}/action");
        assert!(
            answer
                .message()
                .to_lowercase()
                .contains(&wanted.to_lowercase()),
            "{}",
            answer.text
        );
    }
    emulator
        .arm_as(&reader, "PUT", &id, &self_hosted())
        .refused(403, "AuthorizationFailed");
}

#[test]
fn versions_and_conditions_hold_as_in_a_factory() {
    let emulator = Emulator::start();
    let workspace = emulator.workspace("rg", "syn-one");
    let id = emulator.put_there(&workspace, "ir-one", &azure("eastus"));
    let etag = emulator.get(&id).body["etag"].as_str().unwrap().to_owned();
    emulator
        .arm_with(("if-none-match", &etag), "GET", &id, &Value::Null)
        .expect(304);
    let lost = emulator.arm_with(("if-match", "other"), "PUT", &id, &azure("westus"));
    refused(&lost, 412, "PreconditionFailed");
    emulator
        .arm_with(("if-match", &etag), "PUT", &id, &azure("westus"))
        .expect(202);
    assert_ne!(emulator.get(&id).body["etag"], etag);
    refused(&emulator.put(&id, &self_hosted()), 400, "BadRequest");
    refused(
        &emulator.put(&id, &json!({ "properties": { "type": "Airflow" } })),
        400,
        "BadRequest",
    );
    emulator
        .get(&format!("{id}?api-version=2018-06-01"))
        .refused(404, "InvalidResourceType");
    emulator
        .put(&id.replace("syn-one", "syn-none"), &azure("eastus"))
        .refused(404, "ParentResourceNotFound");
}

#[test]
fn an_azure_runtime_can_be_limited_in_both_services_until_it_is_put_again() {
    let emulator = Emulator::start();
    let workspace = emulator.workspace("rg", "syn-one");
    let factory = emulator.factory("rg", "adf-one");
    let there = emulator.put_there(&workspace, "ir-azure", &azure("eastus"));
    let here = format!("{factory}/integrationRuntimes/ir-azure");
    emulator.put(&here, &azure("eastus")).expect(200);
    for id in [here, there] {
        let change = |state: &str| {
            emulator.control(
                "PATCH",
                "runtimes",
                &json!({ "runtimeId": id, "state": state }),
            )
        };
        change("Limited").expect(204);
        assert_eq!(emulator.status(&id)["state"], "Limited");
        emulator.put(&id, &azure("eastus"));
        assert_eq!(emulator.status(&id)["state"], "Online");
        change("limited").expect(204);
        change("Online").expect(204);
        assert_eq!(emulator.status(&id)["state"], "Online");
        change("Broken").refused(400, "BadRequest");
    }
    let own = emulator.put_there(&workspace, "ir-own", &self_hosted());
    emulator
        .control(
            "PATCH",
            "runtimes",
            &json!({ "runtimeId": own, "state": "Limited" }),
        )
        .refused(400, "BadRequest");
}

#[test]
fn odd_runtimes_faults_and_the_file_work_there_too() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let words = ["--parent-stdin", "--state", file.to_str().unwrap()];
    let emulator = Emulator::start_with(&words);
    let workspace = emulator.workspace("rg", "syn-one");
    let id = format!("{workspace}/integrationRuntimes/air-flow");
    let odd = json!({ "runtimeId": id, "properties": { "type": "Airflow" } });
    emulator.control("PUT", "runtimes", &odd).expect(200);
    assert_eq!(
        emulator.get(&id).body["properties"],
        json!({ "type": "Airflow" })
    );
    emulator
        .control(
            "POST",
            "faults",
            &json!({ "path": "air-flow", "status": 503 }),
        )
        .expect(200);
    emulator.get(&id).expect(503);
    emulator.set(&json!({ "operationSeconds": 60 }));
    let begun = emulator
        .put(&id.replace("air-flow", "ir-one"), &self_hosted())
        .expect(202);
    let location = begun.header("location").replace(&emulator.endpoint, "");
    emulator.close();

    let emulator = Emulator::start_with(&words);
    emulator.get(&id).expect(200);
    emulator.get(&location).expect(202);
    emulator.advance(61);
    emulator.get(&location).expect(200);
}
