//! What runs for a while: starts and stops, interactive authoring, refreshes of object metadata.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it stands, its helpers too"
)]

use crate::common::{Answer, Emulator, READER, dedicated, in_network};
use serde_json::{Value, json};

const HOUR: u64 = 3600;

/// Follows what `begun` says to its end and gives the last status; the clock is put forward.
fn ended(emulator: &Emulator, begun: &Answer) -> Value {
    let status = begun.header("azure-asyncoperation").to_owned();
    let running = emulator.get(&status).expect(200).body;
    assert_eq!(running["status"], "InProgress", "{running}");
    assert_eq!(running["properties"], Value::Null);
    assert_eq!(running["error"], Value::Null);
    let result = emulator.get(begun.header("location")).expect(202);
    assert_eq!(result.header("location"), begun.header("location"));
    emulator.advance(60);
    emulator.get(&status).expect(200).body
}

/// Lets operations take a minute, and gives a token that outlives them.
fn slow(emulator: &mut Emulator) {
    emulator.set(&json!({ "operationSeconds": 60, "tokenLifetimeSeconds": 100 * HOUR }));
    emulator.token = emulator.token_of(crate::common::HOME_TENANT, crate::common::OWNER);
}

fn machines(status: &Value) -> Vec<String> {
    let nodes = status["typeProperties"]["nodes"].as_array().unwrap();
    nodes
        .iter()
        .map(|node| node["status"].as_str().unwrap().to_owned())
        .collect()
}

fn state(emulator: &Emulator, id: &str) -> Value {
    emulator.get(id).expect(200).body["properties"]["state"].clone()
}

#[test]
fn a_start_and_a_stop_are_seen_on_their_way() {
    let mut emulator = Emulator::start();
    slow(&mut emulator);
    let id = emulator.packages(&emulator.factory("rg", "adf-one"), "ir-ssis");
    let etag = |emulator: &Emulator| emulator.get(&id).expect(200).body["etag"].clone();
    let first = etag(&emulator);
    let begun = emulator.post(&format!("{id}/start")).expect(202);
    assert!(begun.text.is_empty());
    assert_eq!(begun.header("retry-after"), "15");
    assert_eq!(etag(&emulator), first, "a version stays while it starts");
    let token = begun
        .header("azure-asyncoperation")
        .rsplit_once("/start/operationstatuses/")
        .unwrap()
        .1;
    assert_eq!(token.split('?').next().unwrap().len(), 32);
    assert!(
        begun
            .header("location")
            .contains("/start/operationresults/")
    );

    let status = emulator.status(&id);
    assert_eq!(status["state"], "Starting");
    assert_eq!(machines(&status), ["Starting", "Starting"]);
    let last = &status["typeProperties"]["lastOperation"];
    assert_eq!(
        (&last["type"], &last["result"]),
        (&json!("Start"), &json!("InProgress"))
    );
    for method in ["start", "stop"] {
        emulator
            .post(&format!("{id}/{method}"))
            .refused(400, "BadRequest");
    }
    emulator.put(&id, &dedicated()).refused(400, "BadRequest");
    emulator.delete(&id).refused(400, "BadRequest");

    let done = ended(&emulator, &begun);
    assert_eq!(
        (&done["status"], &done["error"]),
        (&json!("Succeeded"), &Value::Null)
    );
    assert_eq!(done["name"], token.split('?').next().unwrap());
    let status = emulator.status(&id);
    let mut result = json!({ "name": "ir-ssis", "properties": status });
    result["properties"]["typeProperties"]["nodes"] = json!([]);
    result["properties"]["dataFactoryLocation"] = Value::Null;
    result["properties"]["resourceUri"] = Value::Null;
    assert_eq!(done["properties"], result);
    let second = etag(&emulator);
    assert_ne!(second, first, "a start ends with a new version");
    assert_eq!(
        emulator.get(begun.header("location")).expect(200).body,
        done["properties"]
    );
    assert_eq!(status["state"], "Started");
    assert_eq!(machines(&status), ["Available", "Available"]);
    assert_eq!(
        status["typeProperties"]["lastOperation"]["result"],
        "Succeeded"
    );
    emulator.put(&id, &dedicated()).refused(400, "BadRequest");
    emulator.delete(&id).refused(400, "BadRequest");

    let begun = emulator.post(&format!("{id}/stop")).expect(202);
    assert_eq!(begun.header("retry-after"), "15");
    let status = emulator.status(&id);
    assert_eq!(
        (&status["state"], &state(&emulator, &id)),
        (&json!("Stopping"), &json!("Stopping"))
    );
    assert_eq!(machines(&status), ["Recycling", "Recycling"]);
    let done = ended(&emulator, &begun);
    assert_eq!(
        (&done["status"], &done["properties"]),
        (&json!("Succeeded"), &Value::Null)
    );
    assert!(
        emulator
            .get(begun.header("location"))
            .expect(200)
            .text
            .is_empty()
    );
    let status = emulator.status(&id);
    assert_eq!(
        (&status["state"], machines(&status).len()),
        (&json!("Stopped"), 0)
    );
    assert_eq!(status["typeProperties"]["lastOperation"]["type"], "Stop");
    assert_ne!(etag(&emulator), second, "so does a stop");
    emulator.put(&id, &dedicated()).expect(200);
    assert_eq!(state(&emulator, &id), "Stopped", "a put changes no state");
    emulator.delete(&id).expect(200);
}

#[test]
fn an_operation_is_found_where_it_was_begun_only() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let id = emulator.packages(&factory, "ir-ssis");
    let other = emulator.packages(&factory, "ir-other");
    let begun = emulator.post(&format!("{id}/start")).expect(202);
    let status = begun.header("azure-asyncoperation");
    emulator.get(status).expect(200);
    emulator
        .get(&status.replace("/start/", "/stop/"))
        .refused(404, "NotFound");
    emulator
        .get(&status.replace("ir-ssis", "ir-other"))
        .refused(404, "NotFound");
    emulator
        .get(&format!(
            "{other}/start/operationresults/{}",
            "0".repeat(32)
        ))
        .refused(404, "NotFound");
}

#[test]
fn a_start_can_fail_and_leaves_the_runtime_as_it_was() {
    let mut emulator = Emulator::start();
    slow(&mut emulator);
    let id = emulator.packages(&emulator.factory("rg", "adf-one"), "ir-ssis");
    emulator.set(&json!({ "startFailure": "CustomSetupScriptFailure" }));
    let begun = emulator.post(&format!("{id}/start")).expect(202);
    // What is begun keeps its fate.
    emulator.set(&json!({ "startFailure": null }));
    let done = ended(&emulator, &begun);
    assert_eq!(
        (&done["status"], &done["properties"]),
        (&json!("Failed"), &Value::Null)
    );
    assert_eq!(done["error"]["code"], "CustomSetupScriptFailure");
    assert!(!done["error"]["message"].as_str().unwrap().is_empty());
    emulator
        .get(begun.header("location"))
        .refused(400, "CustomSetupScriptFailure");
    let status = emulator.status(&id);
    assert_eq!(
        (&status["state"], &state(&emulator, &id)),
        (&json!("Initial"), &json!("Initial"))
    );
    assert_eq!(machines(&status).len(), 0);
    let last = &status["typeProperties"]["lastOperation"];
    assert_eq!(
        (&last["type"], &last["result"], &last["errorCode"]),
        (
            &json!("Start"),
            &json!("Failed"),
            &json!("CustomSetupScriptFailure")
        )
    );
    assert!(last["activityId"].is_string());

    let begun = emulator.post(&format!("{id}/start")).expect(202);
    assert_eq!(ended(&emulator, &begun)["status"], "Succeeded");
    emulator.set(&json!({ "operationFailure": "InternalServerError", "startFailure": "Other" }));
    let begun = emulator.post(&format!("{id}/stop")).expect(202);
    assert_eq!(
        ended(&emulator, &begun)["error"]["code"],
        "InternalServerError"
    );
    let status = emulator.status(&id);
    assert_eq!(status["state"], "Started");
    assert_eq!(machines(&status), ["Available", "Available"]);
}

#[test]
fn a_machine_can_be_unhealthy_until_the_next_start() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let id = emulator.packages(&factory, "ir-ssis");
    let change = json!({ "runtimeId": id, "nodeName": "tvmps_00000001_d", "status": "Unavailable",
        "errors": [{ "code": "NodeUnavailable", "message": "gone", "parameters": ["a"] }] });
    emulator.control("PATCH", "nodes", &change).expect(404);
    emulator.post(&format!("{id}/start")).expect(202);
    let shown = emulator.control("PATCH", "nodes", &change).expect(200).body;
    assert_eq!(shown["status"], "Unavailable");
    let status = emulator.status(&id);
    assert_eq!(status["state"], "Started");
    assert_eq!(machines(&status), ["Available", "Unavailable"]);
    let error = &status["typeProperties"]["nodes"][1]["errors"][0];
    assert_eq!(
        (&error["code"], &error["parameters"]),
        (&json!("NodeUnavailable"), &json!(["a"]))
    );
    assert!(error["time"].as_str().unwrap().ends_with('Z'));
    let mut wrong = change.clone();
    wrong["status"] = "Online".into();
    emulator.control("PATCH", "nodes", &wrong).expect(400);
    emulator.post(&format!("{id}/stop")).expect(202);
    emulator.post(&format!("{id}/start")).expect(202);
    assert_eq!(machines(&emulator.status(&id)), ["Available", "Available"]);
}

#[test]
fn the_pace_of_an_operation_can_be_set() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    for (seconds, setting, first, pace) in [
        (0, Value::Null, "0", "0"),
        (2, Value::Null, "1", "1"),
        (60, Value::Null, "15", "1"),
        (60, json!(7), "7", "7"),
        (60, json!(-1), "", ""),
        (0, json!(-1), "", ""),
    ] {
        emulator
            .set(&json!({ "operationSeconds": seconds, "operationRetryAfterSeconds": setting }));
        let id = emulator.packages(&factory, "ir-ssis");
        let begun = emulator.post(&format!("{id}/start")).expect(202);
        assert_eq!(begun.header("retry-after"), first, "{seconds} {setting}");
        let status = emulator
            .get(begun.header("azure-asyncoperation"))
            .expect(200);
        let later = if seconds == 0 { "" } else { pace };
        assert_eq!(status.header("retry-after"), later, "{seconds} {setting}");
        if seconds > 0 {
            let result = emulator.get(begun.header("location")).expect(202);
            assert_eq!(result.header("retry-after"), pace);
            emulator.advance(60);
            let status = emulator
                .get(begun.header("azure-asyncoperation"))
                .expect(200);
            assert_eq!(status.header("retry-after"), "");
        }
        emulator.set(&json!({ "operationSeconds": 0 }));
        emulator.post(&format!("{id}/stop")).expect(202);
        emulator.delete(&id).expect(200);
    }
    emulator.set(&json!({ "operationSeconds": 60, "operationRetryAfterSeconds": 7 }));
    let group = factory.split("/providers/").next().unwrap();
    assert_eq!(
        emulator.delete(group).expect(202).header("retry-after"),
        "7"
    );
}

#[test]
fn a_stop_can_be_answered_at_once() {
    let emulator = Emulator::start();
    let id = emulator.packages(&emulator.factory("rg", "adf-one"), "ir-ssis");
    emulator.set(&json!({ "operationSeconds": 60, "stopAtOnce": true }));
    emulator.post(&format!("{id}/start")).expect(202);
    emulator.advance(60);
    let stopped = emulator.post(&format!("{id}/stop")).expect(200);
    assert_eq!(stopped.header("location"), "");
    assert_eq!(stopped.header("azure-asyncoperation"), "");
    assert!(stopped.text.is_empty());
    assert_eq!(state(&emulator, &id), "Stopped");
    emulator
        .post(&format!("{id}/stop"))
        .refused(400, "BadRequest");

    emulator.post(&format!("{id}/start")).expect(202);
    emulator.advance(60);
    emulator.set(&json!({ "operationFailure": "InternalServerError" }));
    emulator
        .post(&format!("{id}/stop"))
        .refused(400, "InternalServerError");
    assert_eq!(state(&emulator, &id), "Started");
}

#[test]
fn a_managed_runtime_needs_no_details() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let id = format!("{factory}/integrationRuntimes/ir-azure");
    let document = json!({ "properties": { "type": "Managed" } });
    let made = emulator.put(&id, &document).expect(200).body;
    assert_eq!(made["properties"], json!({ "type": "Managed" }));
    assert_eq!(emulator.status(&id)["state"], "Online");
    let null = json!({ "properties": { "type": "Managed", "typeProperties": null } });
    emulator.put(&id, &null).expect(200);
    let text = json!({ "properties": { "type": "Managed", "typeProperties": "none" } });
    emulator.put(&id, &text).refused(400, "BadRequest");
    let workspace = emulator.workspace("rg", "one");
    emulator.put_there(&workspace, "ir-azure", &document);
}

fn interactive(emulator: &Emulator, id: &str) -> Value {
    emulator.get(id).expect(200).body["properties"]["typeProperties"]["interactiveQuery"].clone()
}

#[test]
fn interactive_authoring_goes_on_and_off_and_off_by_itself() {
    let mut emulator = Emulator::start();
    slow(&mut emulator);
    let factory = emulator.factory("rg", "adf-one");
    let id = format!("{factory}/integrationRuntimes/ir-net");
    let made = emulator.put(&id, &in_network()).expect(200).body;
    assert_eq!(interactive(&emulator, &id), Value::Null);

    let enable = format!("{id}/enableInteractiveQuery");
    let begun = emulator
        .arm("POST", &enable, &json!({ "autoTerminationMinutes": 10 }))
        .expect(202);
    assert!(begun.text.is_empty());
    assert!(
        begun
            .header("azure-asyncoperation")
            .contains("/integrationruntimes/ir-net/enableInteractiveQuery/operationstatuses/")
    );
    assert_eq!(
        interactive(&emulator, &id),
        json!({ "status": "Enabling", "autoTerminationMinutes": 10 })
    );
    let done = ended(&emulator, &begun);
    assert_eq!(done["status"], "Succeeded");
    let shown = emulator.get(&id).expect(200).body;
    assert_eq!(done["properties"], shown);
    assert_eq!(
        emulator.get(begun.header("location")).expect(200).body,
        shown
    );
    assert_eq!(shown["etag"], made["etag"]);
    assert_eq!(
        interactive(&emulator, &id),
        json!({ "status": "Enabled", "autoTerminationMinutes": 10 })
    );
    // It is the service's to say: what a put says of it is nothing, and a put changes nothing of it.
    let mut document = in_network();
    document["properties"]["typeProperties"]["interactiveQuery"] = json!({ "status": "Disabled" });
    emulator.put(&id, &document).expect(200);
    assert_eq!(interactive(&emulator, &id)["status"], "Enabled");

    let begun = emulator
        .post(&format!("{id}/disableInteractiveQuery"))
        .expect(202);
    assert_eq!(interactive(&emulator, &id)["status"], "Disabling");
    assert_eq!(
        ended(&emulator, &begun)["properties"],
        emulator.get(&id).body
    );
    assert_eq!(
        interactive(&emulator, &id),
        json!({ "status": "Disabled", "autoTerminationMinutes": 10 })
    );

    let begun = emulator.arm("POST", &enable, &json!({})).expect(202);
    ended(&emulator, &begun);
    assert_eq!(
        interactive(&emulator, &id),
        json!({ "status": "Enabled", "autoTerminationMinutes": 60 })
    );
    emulator.advance(59 * 60);
    assert_eq!(interactive(&emulator, &id)["status"], "Enabled");
    emulator.advance(61);
    assert_eq!(interactive(&emulator, &id)["status"], "Disabled");
}

#[test]
fn interactive_authoring_needs_a_managed_network_and_whole_minutes() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let at = |name: &str| format!("{factory}/integrationRuntimes/{name}");
    let azure = json!({ "properties": { "type": "Managed", "typeProperties": {
        "computeProperties": { "location": "AutoResolve" } } } });
    emulator.put(&at("ir-azure"), &azure).expect(200);
    emulator.put(&at("ir-net"), &in_network()).expect(200);
    let others = [
        emulator.runtime(&factory, "ir-own"),
        emulator.packages(&factory, "ir-ssis"),
        at("ir-azure"),
    ];
    for id in others {
        for action in ["enableInteractiveQuery", "disableInteractiveQuery"] {
            emulator
                .arm("POST", &format!("{id}/{action}"), &json!({}))
                .refused(400, "BadRequest");
        }
    }
    let enable = format!("{}/enableInteractiveQuery", at("ir-net"));
    for minutes in [json!(0), json!(-5), json!(1.5), json!("10")] {
        emulator
            .arm(
                "POST",
                &enable,
                &json!({ "autoTerminationMinutes": minutes }),
            )
            .refused(400, "BadRequest");
    }
    emulator
        .post(&format!("{}/enableInteractiveQuery", at("ir-none")))
        .refused(404, "NotFound");
    let reader = emulator.token_of(crate::common::HOME_TENANT, READER);
    emulator
        .arm_as(&reader, "POST", &enable, &json!({}))
        .refused(403, "AuthorizationFailed");

    emulator.set(&json!({ "operationFailure": "InternalServerError" }));
    let begun = emulator.post(&enable).expect(202);
    let status = emulator
        .get(begun.header("azure-asyncoperation"))
        .expect(200);
    assert_eq!(status.body["status"], "Failed");
    assert_eq!(interactive(&emulator, &at("ir-net"))["status"], "Disabled");
    emulator.set(&json!({ "operationFailure": null }));
    emulator.post(&enable).expect(202);
    assert_eq!(interactive(&emulator, &at("ir-net"))["status"], "Enabled");
    emulator.put(&at("ir-net"), &azure).expect(200);
    assert_eq!(interactive(&emulator, &at("ir-net")), Value::Null);
}

fn objects(emulator: &Emulator, id: &str, path: &str) -> Vec<String> {
    let body = if path.is_empty() {
        Value::Null
    } else {
        json!({ "metadataPath": path })
    };
    let answer = emulator
        .arm("POST", &format!("{id}/getObjectMetadata"), &body)
        .expect(200);
    let value = answer.body["value"].as_array().unwrap().clone();
    value
        .iter()
        .map(|object| {
            format!(
                "{} {}",
                object["type"].as_str().unwrap(),
                object["name"].as_str().unwrap()
            )
        })
        .collect()
}

#[test]
fn a_refresh_shows_what_is_in_the_catalog() {
    let mut emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let id = emulator.packages(&factory, "ir-ssis");
    let (refresh, get) = (
        format!("{id}/refreshObjectMetadata"),
        format!("{id}/getObjectMetadata"),
    );
    for action in [&refresh, &get] {
        emulator.post(action).refused(400, "BadRequest");
    }
    emulator.post(&format!("{id}/start")).expect(202);
    assert_eq!(objects(&emulator, &id, ""), Vec::<String>::new());

    slow(&mut emulator);
    let begun = emulator.post(&refresh).expect(202);
    assert!(begun.text.is_empty());
    let done = ended(&emulator, &begun);
    assert_eq!(
        (&done["status"], &done["properties"]),
        (&json!("Succeeded"), &Value::Null)
    );
    assert_eq!(
        emulator.get(begun.header("location")).expect(200).body,
        done
    );
    assert_eq!(objects(&emulator, &id, "").len(), 8);
    let folders = ["Folder Sales", "Folder Warehouse"];
    assert_eq!(objects(&emulator, &id, "ssisFolders"), folders);
    let packages = ["Package Extract.dtsx", "Package Load.dtsx"];
    for (path, found) in [
        ("ssisfolders/", folders.as_slice()),
        (
            "ssisFolders/sales",
            &["Project DailyLoad", "Environment Production"],
        ),
        ("ssisFolders/1/ssisProjects", &["Project DailyLoad"]),
        (
            "ssisFolders/1/ssisEnvironments",
            &["Environment Production"],
        ),
        ("ssisFolders/Sales/ssisProjects/DailyLoad", &packages),
        ("ssisFolders/1/ssisProjects/1/ssisPackages", &packages),
        ("ssisFolders/2/ssisEnvironments", &[]),
    ] {
        assert_eq!(objects(&emulator, &id, path), found, "{path}");
    }
    for (path, status, code) in [
        ("elsewhere", 400, "BadRequest"),
        ("ssisFolders/1/magic", 400, "BadRequest"),
        ("ssisFolders/9", 404, "NotFound"),
        ("ssisFolders/1/ssisProjects/2", 404, "NotFound"),
    ] {
        emulator
            .arm("POST", &get, &json!({ "metadataPath": path }))
            .refused(status, code);
    }

    let deployed = json!([{ "type": "Folder", "id": 7, "name": "New" }]);
    emulator
        .control(
            "PUT",
            "catalog",
            &json!({ "runtimeId": id, "objects": deployed }),
        )
        .expect(204);
    assert_eq!(
        objects(&emulator, &id, "ssisFolders"),
        folders,
        "not seen before a refresh"
    );
    emulator.set(&json!({ "operationSeconds": 0, "operationFailure": "InternalServerError" }));
    let begun = emulator.post(&refresh).expect(202);
    let failed = emulator
        .get(begun.header("azure-asyncoperation"))
        .expect(200)
        .body;
    assert_eq!(failed["status"], "Failed");
    assert!(
        failed["error"]
            .as_str()
            .unwrap()
            .starts_with("InternalServerError: ")
    );
    assert_eq!(
        objects(&emulator, &id, "ssisFolders"),
        folders,
        "nor by one that failed"
    );
    emulator.set(&json!({ "operationFailure": null }));
    emulator.post(&refresh).expect(202);
    assert_eq!(
        emulator.post(&get).expect(200).body,
        json!({ "value": deployed })
    );
}

#[test]
fn object_metadata_come_in_pages_and_not_from_every_runtime() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let own = emulator.runtime(&factory, "ir-own");
    for action in ["refreshObjectMetadata", "getObjectMetadata"] {
        emulator
            .post(&format!("{own}/{action}"))
            .refused(400, "BadRequest");
    }
    let bare = format!("{factory}/integrationRuntimes/ir-bare");
    let mut document = dedicated();
    document["properties"]["typeProperties"]["ssisProperties"]
        .as_object_mut()
        .unwrap()
        .remove("catalogInfo");
    emulator.put(&bare, &document).expect(200);
    emulator.post(&format!("{bare}/start")).expect(202);
    emulator
        .post(&format!("{bare}/refreshObjectMetadata"))
        .expect(202);
    assert_eq!(objects(&emulator, &bare, ""), Vec::<String>::new());

    let id = emulator.packages(&factory, "ir-ssis");
    let get = format!("{id}/getObjectMetadata");
    emulator.post(&format!("{id}/start")).expect(202);
    emulator
        .post(&format!("{id}/refreshObjectMetadata"))
        .expect(202);
    emulator.set(&json!({ "pageSize": 3 }));
    let first = emulator.post(&get).expect(200).body;
    let next = first["nextLink"].as_str().unwrap();
    assert!(next.starts_with(&format!(
        "{}{get}?api-version=2018-06-01&%24skipToken=https",
        emulator.endpoint
    )));
    let second = emulator.post(next).expect(200).body;
    assert_eq!(emulator.get(next).expect(200).body, second);
    let third = emulator
        .post(second["nextLink"].as_str().unwrap())
        .expect(200)
        .body;
    assert!(third.get("nextLink").is_none());
    let sizes = [&first, &second, &third].map(|page| page["value"].as_array().unwrap().len());
    assert_eq!(sizes, [3, 3, 2]);
    emulator.set(&json!({ "pageSize": 1 }));
    let folders = emulator
        .arm("POST", &get, &json!({ "metadataPath": "ssisFolders" }))
        .body;
    let last = emulator
        .post(folders["nextLink"].as_str().unwrap())
        .expect(200)
        .body;
    assert_eq!(
        (&last["value"][0]["name"], last.get("nextLink")),
        (&json!("Warehouse"), None)
    );
    emulator
        .post(&format!("{get}?$skipToken=x"))
        .refused(400, "InvalidSkipToken");
    emulator.get(&get).refused(404, "InvalidResourceType");
}
