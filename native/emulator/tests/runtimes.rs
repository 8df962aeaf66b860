//! Integration runtimes: documents, status, keys.

use crate::common::{Emulator, dedicated};
use serde_json::{Value, json};

#[test]
fn a_runtime_comes_back_with_the_path_as_typed_and_the_type_in_lower_case() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let id = emulator.runtime(&factory, "Ir-One");
    let body = emulator.get(&id).expect(200).body;
    assert_eq!(body["id"], format!("{factory}/integrationruntimes/Ir-One"));
    assert_eq!(body["name"], "Ir-One");
    assert_eq!(
        body["type"],
        "Microsoft.DataFactory/factories/integrationruntimes"
    );
    assert_eq!(body["properties"], json!({ "type": "SelfHosted" }));
    let shouted = factory.replace("adf-one", "ADF-ONE");
    let again = emulator
        .get(&format!("{shouted}/integrationruntimes/ir-one"))
        .expect(200)
        .body;
    assert_eq!(again["id"], format!("{shouted}/integrationruntimes/Ir-One"));
    let listed = emulator
        .get(&format!("{factory}/integrationRuntimes"))
        .expect(200)
        .body;
    assert_eq!(listed, json!({ "value": [body] }));
}

#[test]
fn versions_guard_reads_and_writes() {
    let emulator = Emulator::start();
    let id = emulator.runtime(&emulator.factory("rg", "adf-one"), "ir-one");
    let etag = emulator.get(&id).body["etag"].as_str().unwrap().to_owned();
    assert!(!etag.contains('"'));
    let document = json!({ "properties": { "type": "SelfHosted", "description": "new" } });
    emulator
        .arm_with(("if-none-match", &etag), "GET", &id, &Value::Null)
        .expect(304);
    emulator
        .arm_with(("if-match", "\"0000\""), "PUT", &id, &document)
        .refused(412, "PreconditionFailed");
    let changed = emulator
        .arm_with(
            ("if-match", &format!("W/\"{etag}\"")),
            "PUT",
            &id,
            &document,
        )
        .expect(200);
    assert_ne!(changed.body["etag"], etag);
    emulator
        .arm_with(("if-match", "*"), "PUT", &id, &document)
        .expect(200);
    emulator
        .arm_with(("if-match", &etag), "PUT", &id, &document)
        .refused(412, "PreconditionFailed");
    emulator
        .arm_with(("if-none-match", &etag), "GET", &id, &Value::Null)
        .expect(200);
    let known = emulator
        .arm_with(("if-none-match", "*"), "GET", &id, &Value::Null)
        .expect(304);
    assert!(known.text.is_empty());
    let absent = id.replace("ir-one", "ir-two");
    for version in ["*", &etag] {
        emulator
            .arm_with(("if-match", version), "PUT", &absent, &document)
            .refused(412, "PreconditionFailed");
    }
    emulator.get(&absent).refused(404, "NotFound");
    emulator
        .arm_with(("if-none-match", "*"), "GET", &absent, &Value::Null)
        .refused(404, "NotFound");
    let patched = emulator.arm(
        "PATCH",
        &id,
        &json!({ "autoUpdate": "Off", "updateDelayOffset": "\"PT3H\"" }),
    );
    assert_eq!(
        patched.expect(200).body["etag"],
        emulator.get(&id).body["etag"]
    );
    let status = emulator.post(&format!("{id}/getStatus")).expect(200).body;
    assert_eq!(status["properties"]["typeProperties"]["autoUpdate"], "Off");
    assert_eq!(
        status["properties"]["typeProperties"]["updateDelayOffset"],
        "PT3H"
    );
}

#[test]
fn names_and_documents_are_checked() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let at = |name: &str| format!("{factory}/integrationRuntimes/{name}");
    for name in ["ab", "a--b", "a_b", "ab-", &"a".repeat(64)] {
        emulator
            .put(
                &at(name),
                &json!({ "properties": { "type": "SelfHosted" } }),
            )
            .refused(400, "BadRequest");
    }
    for properties in [
        json!(null),
        json!({}),
        json!({ "type": "Rented" }),
        json!({ "type": "SelfHosted", "description": 5 }),
        json!({ "type": "Managed", "typeProperties": 5 }),
        json!({ "type": "Managed", "typeProperties": { "computeProperties": { "location": "Atlantis" } } }),
        json!({ "type": "Managed", "typeProperties": { "computeProperties": { "numberOfNodes": 0 } } }),
        json!({ "type": "SelfHosted", "typeProperties": { "linkedInfo": { "authorizationType": "Magic" } } }),
    ] {
        emulator
            .put(&at("ir-one"), &json!({ "properties": properties }))
            .refused(400, "BadRequest");
    }
    let answer = emulator
        .arm("GET", &at("ir-one"), &Value::Null)
        .refused(404, "NotFound");
    assert_eq!(
        answer.body,
        json!({ "error": { "code": "NotFound",
            "message": "The document could not be retrieved because it does not exist.",
            "target": format!("{factory}/integrationruntimes/ir-one"), "details": null } })
    );
    emulator
        .put(
            &at("ir-one"),
            &json!({ "properties": { "type": "selfhosted", "custom": 1 } }),
        )
        .expect(200);
    assert_eq!(
        emulator.get(&at("ir-one")).body["properties"],
        json!({ "type": "SelfHosted", "custom": 1 })
    );
    let managed = json!({ "properties": { "type": "Managed", "typeProperties": {} } });
    emulator
        .put(&at("ir-one"), &managed)
        .refused(400, "BadRequest");
}

#[test]
fn a_secret_reads_as_a_mask_and_the_mask_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let emulator = Emulator::start_with(&["--parent-stdin", "--state", file.to_str().unwrap()]);
    let id = format!(
        "{}/integrationRuntimes/ir-ssis",
        emulator.factory("rg", "adf-one")
    );
    let made = emulator.put(&id, &dedicated()).expect(200).body;
    let password =
        "/properties/typeProperties/ssisProperties/catalogInfo/catalogAdminPassword/value";
    assert_eq!(made.pointer(password).unwrap(), "**********");
    let mut back = json!({ "properties": made["properties"] });
    back["properties"]["typeProperties"]["computeProperties"]["numberOfNodes"] = 5.into();
    emulator.put(&id, &back).expect(200);
    emulator.close();
    let state = std::fs::read_to_string(&file).unwrap();
    assert!(
        state.contains("\"value\":\"first\""),
        "the stored secret was lost"
    );
}

#[test]
fn only_a_dedicated_runtime_has_a_state_in_its_document() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let packages = format!("{factory}/integrationRuntimes/ir-ssis");
    assert_eq!(
        emulator.put(&packages, &dedicated()).expect(200).body["properties"]["state"],
        "Initial"
    );
    let status = emulator
        .post(&format!("{packages}/getStatus"))
        .expect(200)
        .body;
    assert_eq!(status["properties"]["state"], "Initial");
    assert_eq!(
        status.as_object().unwrap().keys().collect::<Vec<_>>(),
        ["name", "properties"]
    );
    let azure = format!("{factory}/integrationRuntimes/ir-azure");
    let document = json!({ "properties": { "type": "Managed", "typeProperties": {
        "computeProperties": { "location": "AutoResolve" } } } });
    assert!(
        emulator.put(&azure, &document).expect(200).body["properties"]
            .get("state")
            .is_none()
    );
    assert_eq!(
        emulator
            .post(&format!("{azure}/getStatus"))
            .expect(200)
            .body["properties"]["state"],
        "Online"
    );
    emulator
        .post(&format!("{azure}/listAuthKeys"))
        .refused(400, "BadRequest");
    emulator
        .post(&format!("{azure}/start"))
        .refused(400, "BadRequest");
}

#[test]
fn a_dedicated_runtime_starts_and_stops_in_its_time() {
    let emulator = Emulator::start();
    let id = format!(
        "{}/integrationRuntimes/ir-ssis",
        emulator.factory("rg", "adf-one")
    );
    emulator.put(&id, &dedicated()).expect(200);
    emulator.set(&json!({ "operationSeconds": 600 }));
    let begun = emulator.post(&format!("{id}/start")).expect(202);
    let running = emulator
        .get(begun.header("azure-asyncoperation"))
        .expect(200)
        .body;
    assert_eq!(running["status"], "InProgress");
    assert_eq!(running["error"], Value::Null);
    emulator.get(begun.header("location")).expect(202);
    assert_eq!(emulator.get(&id).body["properties"]["state"], "Starting");
    emulator.put(&id, &dedicated()).refused(400, "BadRequest");
    emulator.delete(&id).refused(400, "BadRequest");

    let other = id.replace("ir-ssis", "ir-quick");
    emulator.set(&json!({ "operationSeconds": 0 }));
    emulator.put(&other, &dedicated()).expect(200);
    let begun = emulator.post(&format!("{other}/start")).expect(202);
    let done = emulator
        .get(begun.header("azure-asyncoperation"))
        .expect(200)
        .body;
    assert_eq!(done["status"], "Succeeded");
    assert_eq!(done["properties"]["properties"]["state"], "Started");
    assert_eq!(
        done["properties"]["properties"]["typeProperties"]["nodes"],
        json!([])
    );
    let nodes = emulator.status(&other)["typeProperties"]["nodes"].clone();
    assert_eq!(nodes.as_array().unwrap().len(), 2);
    emulator.get(begun.header("location")).expect(200);
    emulator.post(&format!("{other}/stop")).expect(202);
    assert_eq!(emulator.get(&other).body["properties"]["state"], "Stopped");
    emulator.delete(&other).expect(200);
}

#[test]
fn a_fresh_self_hosted_runtime_waits_for_its_first_node() {
    let emulator = Emulator::start();
    let id = emulator.runtime(&emulator.factory("rg", "adf-one"), "ir-one");
    let status = emulator.post(&format!("{id}/getStatus")).expect(200);
    assert!(
        !status
            .header("x-ms-ratelimit-remaining-subscription-reads")
            .is_empty()
    );
    let properties = &status.body["properties"];
    assert_eq!(properties["state"], "NeedRegistration");
    assert_eq!(properties["dataFactoryName"], "adf-one");
    let details = &properties["typeProperties"];
    for (name, value) in [
        ("autoUpdate", json!("On")),
        ("internalChannelEncryption", json!("NotSet")),
        ("nodes", json!([])),
        ("links", json!([])),
        ("capabilities", json!({})),
        ("versionStatus", json!("None")),
        (
            "serviceUrls",
            json!(["adf-one.westeurope.datafactory.azure.net"]),
        ),
    ] {
        assert_eq!(details[name], value, "{name}");
    }
    assert!(details.get("version").is_none());
}

#[test]
fn keys_have_the_recorded_form_and_change_one_at_a_time() {
    let emulator = Emulator::start();
    let id = emulator.runtime(&emulator.factory("rg", "adf-one"), "ir-one");
    let keys = emulator
        .post(&format!("{id}/listAuthKeys"))
        .expect(200)
        .body;
    let status = emulator.post(&format!("{id}/getStatus")).body;
    let queue = status["properties"]["typeProperties"]["taskQueueId"]
        .as_str()
        .unwrap();
    let start =
        format!("IR@{queue}@adf-one@ServiceEndpoint=adf-one.westeurope.datafactory.azure.net@");
    let secret = keys["authKey1"]
        .as_str()
        .unwrap()
        .strip_prefix(&start)
        .unwrap();
    assert_eq!(secret.len(), 44);
    assert_ne!(keys["authKey1"], keys["authKey2"]);
    let action = format!("{id}/regenerateAuthKey");
    let fresh = emulator
        .arm("POST", &action, &json!({ "keyName": "AuthKey2" }))
        .expect(200)
        .body;
    assert_eq!(
        fresh.as_object().unwrap().keys().collect::<Vec<_>>(),
        ["authKey2"]
    );
    let now = emulator.post(&format!("{id}/listAuthKeys")).body;
    assert_eq!(
        now,
        json!({ "authKey1": keys["authKey1"], "authKey2": fresh["authKey2"] })
    );
    emulator
        .arm("POST", &action, &json!({ "keyName": "authKey3" }))
        .refused(400, "BadRequest");
    emulator
        .put(
            &id,
            &json!({ "properties": { "type": "SelfHosted", "description": "x" } }),
        )
        .expect(200);
    assert_eq!(
        emulator.post(&format!("{id}/listAuthKeys")).body,
        now,
        "a put changes no key"
    );
}

#[test]
fn lists_come_in_pages_whose_links_lead_on() {
    let emulator = Emulator::start();
    let id = emulator.factory("rg", "adf-one");
    let seed = json!({ "subscriptionId": "33333333-3333-4333-8333-333333333333", "resourceGroupName": "rg",
        "factoryName": "adf-one", "count": 125, "prefix": "ir-" });
    assert_eq!(
        emulator.control("POST", "seed", &seed).expect(200).body["count"],
        125
    );
    let mut next = Some(format!("{id}/integrationRuntimes"));
    let mut sizes = Vec::new();
    while let Some(path) = next {
        let page = emulator.get(&path).expect(200).body;
        sizes.push(page["value"].as_array().unwrap().len());
        next = page["nextLink"].as_str().map(str::to_owned);
    }
    assert_eq!(sizes, [50, 50, 25]);
    emulator
        .get(&format!("{id}/integrationRuntimes?$skipToken=!"))
        .refused(400, "InvalidSkipToken");
}

#[test]
fn a_deletion_says_whether_there_was_something() {
    let emulator = Emulator::start();
    let id = emulator.runtime(&emulator.factory("rg", "adf-one"), "ir-one");
    let gone = emulator.delete(&id).expect(200);
    assert_eq!(
        (gone.header("content-length"), gone.header("content-type")),
        ("0", "")
    );
    emulator.delete(&id).expect(204);
}

#[test]
fn a_runtime_that_another_one_goes_through_stays() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let proxy = emulator.runtime(&factory, "ir-proxy");
    let mut document = dedicated();
    document["properties"]["typeProperties"]["ssisProperties"]["dataProxyProperties"] = json!({
        "connectVia": { "type": "IntegrationRuntimeReference", "referenceName": "ir-proxy" } });
    let packages = format!("{factory}/integrationRuntimes/ir-ssis");
    emulator.put(&packages, &document).expect(200);
    let refused = emulator.delete(&proxy).refused(400, "BadRequest");
    assert_eq!(
        refused.body["error"],
        json!({ "code": "BadRequest", "message": "The document cannot be deleted since it is referenced by ir-ssis.",
            "target": "/Microsoft.DataFactory/factories/adf-one/integrationruntimes/ir-proxy", "details": null })
    );
    emulator.delete(&packages).expect(200);
    emulator.delete(&proxy).expect(200);
}

#[test]
fn the_smaller_actions_answer_in_their_shapes() {
    let emulator = Emulator::start();
    let id = emulator.runtime(&emulator.factory("rg", "adf-one"), "ir-one");
    let info = emulator
        .post(&format!("{id}/getConnectionInfo"))
        .expect(200)
        .body;
    assert_eq!(info["isIdentityCertExprired"], false);
    assert_eq!(
        emulator
            .post(&format!("{id}/monitoringData"))
            .expect(200)
            .body,
        json!({ "name": "ir-one" })
    );
    assert!(
        emulator
            .post(&format!("{id}/syncCredentials"))
            .expect(200)
            .text
            .is_empty()
    );
    assert!(
        emulator
            .post(&format!("{id}/upgrade"))
            .expect(200)
            .text
            .is_empty()
    );
    let packages = id.replace("ir-one", "ir-ssis");
    emulator.put(&packages, &dedicated()).expect(200);
    let hosts = emulator
        .get(&format!("{packages}/outboundNetworkDependenciesEndpoints"))
        .expect(200)
        .body;
    assert_eq!(
        hosts["value"][0]["endpoints"][0]["endpointDetails"][0]["port"],
        443
    );
    emulator
        .post(&format!("{id}/rent"))
        .refused(404, "InvalidResourceType");
}
