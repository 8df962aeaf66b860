//! Nodes: how they come, what they show, what can be done to them.

use crate::common::Emulator;
use serde_json::{Value, json};

fn scene(emulator: &Emulator) -> (String, Value) {
    let id = emulator.runtime(&emulator.factory("rg", "adf-one"), "ir-one");
    let keys = emulator
        .post(&format!("{id}/listAuthKeys"))
        .expect(200)
        .body;
    (id, keys)
}

fn status(emulator: &Emulator, id: &str) -> Value {
    emulator.post(&format!("{id}/getStatus")).expect(200).body["properties"].clone()
}

#[test]
fn a_node_with_a_key_is_online_at_once() {
    let emulator = Emulator::start();
    let (id, keys) = scene(&emulator);
    let registered = emulator.control(
        "POST",
        "nodes",
        &json!({ "authKey": keys["authKey2"], "nodeName": "Node_1" }),
    );
    let node = registered.expect(200).body;
    assert_eq!(node["status"], "Online");
    let status = status(&emulator, &id);
    assert_eq!(status["state"], "Online");
    let details = &status["typeProperties"];
    assert_eq!(details["nodes"], json!([node]));
    assert_eq!(details["version"], "5.50.9171.1");
    assert_eq!(details["versionStatus"], "UpToDate");
    assert_eq!(details["capabilities"]["serviceBusConnected"], "True");
    for member in [
        "machineName",
        "hostServiceUri",
        "registerTime",
        "lastConnectTime",
        "lastStartTime",
        "lastUpdateResult",
    ] {
        assert!(node[member].is_string(), "{member}");
    }
    assert_eq!(
        (&node["isActiveDispatcher"], node.get("concurrentJobsLimit")),
        (&json!(true), None)
    );
}

#[test]
fn a_key_that_was_regenerated_registers_nothing() {
    let emulator = Emulator::start();
    let (id, keys) = scene(&emulator);
    emulator
        .arm(
            "POST",
            &format!("{id}/regenerateAuthKey"),
            &json!({ "keyName": "authKey1" }),
        )
        .expect(200);
    emulator
        .control(
            "POST",
            "nodes",
            &json!({ "authKey": keys["authKey1"], "nodeName": "node1" }),
        )
        .expect(401);
    emulator
        .control(
            "POST",
            "nodes",
            &json!({ "authKey": keys["authKey2"], "nodeName": "node1" }),
        )
        .expect(200);
}

#[test]
fn the_runtime_is_what_its_nodes_are() {
    let emulator = Emulator::start();
    let (id, keys) = scene(&emulator);
    for name in ["node1", "node2", "node3", "node4"] {
        emulator
            .control(
                "POST",
                "nodes",
                &json!({ "authKey": keys["authKey1"], "nodeName": name }),
            )
            .expect(200);
    }
    emulator
        .control(
            "POST",
            "nodes",
            &json!({ "authKey": keys["authKey1"], "nodeName": "node5" }),
        )
        .expect(400);
    let set = |node: &str, status: &str| {
        let change = json!({ "runtimeId": id, "nodeName": node, "status": status });
        emulator.control("PATCH", "nodes", &change).expect(200);
    };
    assert_eq!(status(&emulator, &id)["state"], "Online");
    set("node1", "Offline");
    let limited = status(&emulator, &id);
    assert_eq!(limited["state"], "Limited");
    let active = |at: usize| limited["typeProperties"]["nodes"][at]["isActiveDispatcher"].clone();
    assert_eq!((active(0), active(1)), (json!(false), json!(true)));
    for node in ["node2", "node3", "node4"] {
        set(node, "Offline");
    }
    assert_eq!(status(&emulator, &id)["state"], "Offline");
    set("node1", "Limited");
    assert_eq!(status(&emulator, &id)["state"], "Limited");
    emulator
        .control(
            "PATCH",
            "nodes",
            &json!({ "runtimeId": id, "nodeName": "node1", "status": "Tired" }),
        )
        .expect(400);
}

#[test]
fn a_node_is_read_limited_and_removed() {
    let emulator = Emulator::start();
    let (id, keys) = scene(&emulator);
    emulator
        .control(
            "POST",
            "nodes",
            &json!({ "authKey": keys["authKey1"], "nodeName": "node1" }),
        )
        .expect(200);
    let node = format!("{id}/nodes/Node1");
    assert_eq!(emulator.get(&node).expect(200).body["nodeName"], "node1");
    let patched = emulator
        .arm("PATCH", &node, &json!({ "concurrentJobsLimit": 2 }))
        .expect(200)
        .body;
    assert_eq!(patched["concurrentJobsLimit"], 2);
    for limit in [0, 21] {
        emulator
            .arm("PATCH", &node, &json!({ "concurrentJobsLimit": limit }))
            .refused(400, "BadRequest");
    }
    let address = emulator.post(&format!("{node}/ipAddress")).expect(200).body;
    assert_eq!(address, json!({ "ipAddress": "10.0.0.4" }));
    emulator.delete(&node).expect(200);
    emulator.delete(&node).expect(204);
    emulator.get(&node).refused(404, "NotFound");
    assert_eq!(status(&emulator, &id)["state"], "NeedRegistration");
}

#[test]
fn an_old_node_is_told_of_the_new_version_until_it_is_upgraded() {
    let emulator = Emulator::start();
    let (id, keys) = scene(&emulator);
    let old = json!({ "authKey": keys["authKey1"], "nodeName": "node1", "version": "5.40.8800.1" });
    emulator.control("POST", "nodes", &old).expect(200);
    let details = status(&emulator, &id)["typeProperties"].clone();
    assert_eq!(
        (&details["version"], &details["versionStatus"]),
        (&json!("5.40.8800.1"), &json!("UpdateAvailable"))
    );
    assert_eq!(details["pushedVersion"], "5.50.9171.1");
    assert!(
        details["scheduledUpdateDate"]
            .as_str()
            .unwrap()
            .ends_with("T00:00:00Z")
    );
    emulator.post(&format!("{id}/upgrade")).expect(200);
    assert_eq!(
        status(&emulator, &id)["typeProperties"]["versionStatus"],
        "UpToDate"
    );
}
