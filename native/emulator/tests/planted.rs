//! Runtimes that no put makes, for those who read them.

use crate::common::{Emulator, linked_to};
use serde_json::{Value, json};

fn plant(emulator: &Emulator, body: &Value) -> crate::common::Answer {
    emulator.control("PUT", "runtimes", body)
}

#[test]
fn a_list_can_have_members_of_any_kind() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    emulator.runtime(&factory, "ir-plain");
    let at = |name: &str| format!("{factory}/integrationRuntimes/{name}");
    let odd = [
        (
            "Air-Flow",
            json!({ "type": "Airflow", "typeProperties": { "n": 1 } }),
        ),
        (
            "ir-number",
            json!({ "type": "SelfHosted", "description": 5 }),
        ),
        (
            "ir-expression",
            json!({ "type": "Managed", "typeProperties": { "computeProperties": {
            "numberOfNodes": { "value": "@pipeline().x", "type": "Expression" } }, "ssisProperties": {} } }),
        ),
        (
            "ir-huge",
            json!({ "type": "Managed", "state": "Started", "typeProperties": {
            "computeProperties": { "numberOfNodes": 1_000_000_000 }, "ssisProperties": {} } }),
        ),
        ("ir-null", Value::Null),
        (
            "ir-text",
            json!({ "type": "Managed", "typeProperties": "x", "managedVirtualNetwork": {} }),
        ),
    ];
    for (name, properties) in &odd {
        let made = plant(
            &emulator,
            &json!({ "runtimeId": at(name), "properties": properties }),
        );
        assert_eq!(
            made.expect(200).body["id"],
            format!("{factory}/integrationruntimes/{name}")
        );
        let shown = emulator.get(&at(name)).expect(200).body;
        assert_eq!(shown["name"], *name);
        let mut expected = properties.clone();
        if *name == "ir-expression" {
            expected["state"] = "Initial".into();
        }
        assert_eq!(shown["properties"], expected, "{name}");
        emulator
            .post(&format!("{}/getStatus", at(name)))
            .expect(200);
    }
    let listed = emulator
        .get(&format!("{factory}/integrationRuntimes"))
        .expect(200)
        .body;
    assert_eq!(listed["value"].as_array().unwrap().len(), odd.len() + 1);
    let status = emulator.status(&at("air-flow"));
    assert_eq!(
        (&status["type"], &status["dataFactoryName"]),
        (&json!("Airflow"), &json!("adf-one"))
    );
    for action in ["start", "listAuthKeys", "enableInteractiveQuery"] {
        emulator
            .post(&format!("{}/{action}", at("Air-Flow")))
            .refused(400, "BadRequest");
    }
    let document = json!({ "properties": { "type": "SelfHosted" } });
    emulator
        .put(&at("Air-Flow"), &document)
        .refused(400, "BadRequest");
    for (name, _) in odd {
        if name != "ir-huge" {
            emulator.delete(&at(name)).expect(200);
        }
    }
    emulator.delete(&at("ir-huge")).refused(400, "BadRequest");
}

#[test]
fn the_traffic_file_tells_which_answers_are_none_of_azures() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("traffic.jsonl");
    let emulator = Emulator::start_with(&["--parent-stdin", "--traffic", file.to_str().unwrap()]);
    let factory = emulator.factory("rg", "adf-one");
    let list = format!("{factory}/integrationRuntimes");
    let (odd, plain) = (
        format!("{list}/ir-odd"),
        emulator.runtime(&factory, "ir-plain"),
    );
    let look = || {
        emulator.get(&list);
        emulator.get(&odd);
        emulator.post(&format!("{plain}/getStatus"));
    };
    look();
    plant(
        &emulator,
        &json!({ "runtimeId": odd, "properties": { "type": "Airflow" } }),
    )
    .expect(200);
    look();
    emulator.delete(&odd).expect(200);
    plant(&emulator, &json!({ "runtimeId": plain, "status": 5 })).expect(200);
    look();
    plant(&emulator, &json!({ "runtimeId": plain, "status": null })).expect(200);
    plant(
        &emulator,
        &json!({ "runtimeId": odd, "properties": { "type": "SelfHosted" } }),
    )
    .expect(200);
    emulator
        .put(&odd, &json!({ "properties": { "type": "SelfHosted" } }))
        .expect(200);
    look();
    emulator.delete(&odd).expect(200);
    look();
    emulator.close();
    let text = std::fs::read_to_string(&file).unwrap();
    let marks: Vec<bool> = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|line| {
            let url = line["url"].as_str().unwrap();
            (line["method"] == "GET" && url.contains("/integrationRuntimes"))
                || url.contains("/getStatus")
        })
        .map(|line| line["planted"].as_bool().unwrap())
        .collect();
    let (no, yes) = (false, true);
    assert_eq!(
        marks,
        [
            no, no, no, yes, yes, no, yes, no, yes, yes, yes, no, no, no, no
        ]
    );
}

#[test]
fn a_planted_runtime_is_a_true_one_where_it_can_be() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let at = |name: &str| format!("{factory}/integrationRuntimes/{name}");
    let own = json!({ "runtimeId": at("ir-own"), "properties": { "type": "SelfHosted" } });
    plant(&emulator, &own).expect(200);
    let keys = emulator
        .post(&format!("{}/listAuthKeys", at("ir-own")))
        .expect(200)
        .body;
    let node = json!({ "authKey": keys["authKey1"], "nodeName": "n1" });
    emulator.control("POST", "nodes", &node).expect(200);
    // Again, and what it has stays.
    plant(&emulator, &own).expect(200);
    assert_eq!(
        emulator
            .post(&format!("{}/listAuthKeys", at("ir-own")))
            .body,
        keys
    );
    assert_eq!(emulator.status(&at("ir-own"))["state"], "Online");

    let mut document = crate::common::dedicated();
    document["properties"]["state"] = "Started".into();
    document["runtimeId"] = at("ir-ssis").into();
    plant(&emulator, &document).expect(200);
    assert_eq!(emulator.status(&at("ir-ssis"))["state"], "Started");
    assert!(
        !emulator.get(&at("ir-ssis")).text.contains("\"first\""),
        "a secret was shown"
    );
    emulator
        .post(&format!("{}/stop", at("ir-ssis")))
        .expect(202);

    let mut linked = linked_to(&at("ir-own"));
    linked["runtimeId"] = at("ir-linked").into();
    plant(&emulator, &linked).expect(200);
    emulator
        .post(&format!("{}/getStatus", at("ir-linked")))
        .refused(401, "UnauthorizedIntegrationRuntimeAccess");
}

#[test]
fn a_status_can_be_anything() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let id = emulator.runtime(&factory, "ir-one");
    let truth = emulator.post(&format!("{id}/getStatus")).expect(200).body;
    let status = json!({ "name": 5, "properties": { "type": "SelfHosted", "state": { "value": "@x",
        "type": "Expression" },
        "typeProperties": { "nodes": [{ "nodeName": "n1", "concurrentJobsLimit": "many" }] } } });
    plant(&emulator, &json!({ "runtimeId": id, "status": status })).expect(200);
    assert_eq!(
        emulator.post(&format!("{id}/getStatus")).expect(200).body,
        status
    );
    assert_eq!(
        emulator.get(&id).expect(200).body["properties"],
        json!({ "type": "SelfHosted" })
    );
    plant(
        &emulator,
        &json!({ "runtimeId": id, "properties": { "type": "SelfHosted", "x": 1 } }),
    )
    .expect(200);
    assert_eq!(emulator.post(&format!("{id}/getStatus")).body, status);
    plant(&emulator, &json!({ "runtimeId": id, "status": null })).expect(200);
    assert_eq!(
        emulator.post(&format!("{id}/getStatus")).expect(200).body,
        truth
    );
}

#[test]
fn what_cannot_be_planted_is_refused() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let id = format!("{factory}/integrationRuntimes/ir-one");
    let properties = json!({ "type": "Airflow" });
    for (status, body) in [
        (
            400,
            json!({ "runtimeId": factory, "properties": properties }),
        ),
        (
            400,
            json!({ "runtimeId": format!("{id}/nodes/x"), "properties": properties }),
        ),
        (400, json!({ "runtimeId": id })),
        (400, json!({ "runtimeId": id, "propertees": properties })),
        (
            404,
            json!({ "runtimeId": id.replace("adf-one", "adf-two"), "properties": properties }),
        ),
    ] {
        plant(&emulator, &body).expect(status);
    }
    emulator.get(&id).refused(404, "NotFound");
    emulator
        .control("PUT", "catalog", &json!({ "runtimeId": id, "objects": [] }))
        .expect(404);
}
