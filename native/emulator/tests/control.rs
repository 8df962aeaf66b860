//! Faults, the memory of requests, and the traffic file.

use crate::common::{Emulator, OWNER, SUBSCRIPTION};
use serde_json::{Value, json};

fn fault(emulator: &Emulator, rule: &Value) {
    emulator.control("POST", "faults", rule).expect(200);
}

#[test]
fn a_fault_answers_as_often_as_it_says() {
    let emulator = Emulator::start();
    let rule = json!({ "method": "GET", "path": "/SUBSCRIPTIONS\\?", "times": 2, "skip": 1, "status": 429,
        "headers": { "Retry-After": "7" },
            "body": "{\"error\":{\"code\":\"SubscriptionRequestsThrottled\",\"message\":\"slow\"}}" });
    fault(&emulator, &rule);
    emulator.get("/subscriptions").expect(200);
    for _ in 0..2 {
        let refused = emulator
            .get("/subscriptions")
            .refused(429, "SubscriptionRequestsThrottled");
        assert_eq!(refused.header("retry-after"), "7");
    }
    emulator.get("/subscriptions").expect(200);
    let listed = emulator
        .control("GET", "faults", &Value::Null)
        .expect(200)
        .body;
    assert_eq!(
        (&listed[0]["hits"], &listed[0]["id"]),
        (&json!(2), &json!(1))
    );
    emulator
        .control("DELETE", "faults", &Value::Null)
        .expect(204);
    assert_eq!(
        emulator.control("GET", "faults", &Value::Null).body,
        json!([])
    );
}

#[test]
fn a_dropped_connection_gives_no_answer_before_or_after_the_work_was_done() {
    let emulator = Emulator::start();
    let group = format!("{SUBSCRIPTION}/resourceGroups/rg?api-version=2024-03-01");
    let token = format!("Bearer {}", emulator.token);
    let put = || {
        let headers = [("authorization", token.as_str())];
        emulator.try_send(
            "PUT",
            &group,
            &headers,
            &json!({ "location": "westeurope" }),
        )
    };
    fault(&emulator, &json!({ "method": "PUT", "drop": true }));
    assert!(put().is_err());
    emulator.get(&group).expect(404);
    fault(
        &emulator,
        &json!({ "method": "PUT", "dropAfterRequest": true }),
    );
    assert!(put().is_err());
    emulator.get(&group).expect(200);
}

#[test]
fn a_body_can_be_cut_spoiled_or_lead_astray() {
    let emulator = Emulator::start();
    let whole = emulator.get(SUBSCRIPTION).expect(200).text;
    fault(&emulator, &json!({ "truncate": 20 }));
    assert_eq!(emulator.get(SUBSCRIPTION).expect(200).text, whole[..20]);
    fault(&emulator, &json!({ "malformed": true }));
    assert!(serde_json::from_str::<Value>(&emulator.get(SUBSCRIPTION).expect(200).text).is_err());
    let seed = json!({ "subscriptionId": "33333333-3333-4333-8333-333333333333", "resourceGroupName": "rg",
        "factoryName": "adf", "count": 60 });
    let factory = emulator.control("POST", "seed", &seed).expect(200).body["factoryId"]
        .as_str()
        .unwrap()
        .to_owned();
    fault(
        &emulator,
        &json!({ "nextLinkHost": "https://evil.example" }),
    );
    let page = emulator
        .get(&format!("{factory}/integrationRuntimes"))
        .expect(200)
        .body;
    assert!(
        page["nextLink"]
            .as_str()
            .unwrap()
            .starts_with("https://evil.example/subscriptions/")
    );
}

#[test]
fn headers_alone_leave_the_true_answer() {
    let emulator = Emulator::start();
    fault(
        &emulator,
        &json!({ "headers": { "x-ms-ratelimit-remaining-subscription-reads": "0" } }),
    );
    let answer = emulator.get(SUBSCRIPTION).expect(200);
    assert_eq!(
        answer.header("x-ms-ratelimit-remaining-subscription-reads"),
        "0"
    );
    assert_eq!(answer.body["displayName"], "Emulator");
}

#[test]
fn requests_are_remembered_without_their_credentials() {
    let emulator = Emulator::start();
    emulator
        .control("DELETE", "requests", &Value::Null)
        .expect(204);
    emulator
        .arm_with(("x-ms-test", "here"), "GET", SUBSCRIPTION, &Value::Null)
        .expect(200);
    let requests = emulator
        .control("GET", "requests", &Value::Null)
        .expect(200)
        .body;
    assert_eq!(requests.as_array().unwrap().len(), 1);
    let request = &requests[0];
    assert_eq!(
        (&request["method"], &request["status"]),
        (&json!("GET"), &json!(200))
    );
    assert!(request["url"].as_str().unwrap().contains(SUBSCRIPTION));
    assert_eq!(request["headers"]["x-ms-test"], "here");
    assert_eq!(request["headers"]["authorization"], "REDACTED");
    let last = request["n"].as_u64().unwrap();
    let later = emulator
        .control("GET", &format!("requests?since={last}"), &Value::Null)
        .expect(200);
    assert_eq!(later.body, json!([]));
}

#[test]
fn the_traffic_file_tells_everything_but_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("traffic.jsonl");
    let emulator = Emulator::start_with(&["--parent-stdin", "--traffic", file.to_str().unwrap()]);
    let id = emulator.runtime(&emulator.factory("rg", "adf-one"), "ir-one");
    let keys = emulator
        .post(&format!("{id}/listAuthKeys"))
        .expect(200)
        .body;
    fault(&emulator, &json!({ "status": 503 }));
    emulator.get(&id).expect(503);
    let token = emulator.token.clone();
    emulator.close();
    let text = std::fs::read_to_string(&file).unwrap();
    for secret in [
        OWNER.1,
        token.as_str(),
        keys["authKey1"].as_str().unwrap(),
        keys["authKey2"].as_str().unwrap(),
    ] {
        assert!(!text.contains(secret));
    }
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let listed = lines
        .iter()
        .find(|line| line["url"].as_str().unwrap().contains("listAuthKeys"))
        .unwrap();
    assert_eq!(
        listed["responseBody"],
        json!({ "authKey1": "REDACTED", "authKey2": "REDACTED" })
    );
    assert_eq!(listed["requestBody"], Value::Null);
    assert_eq!(
        (
            &lines[lines.len() - 1]["fault"],
            &lines[lines.len() - 1]["status"]
        ),
        (&json!(true), &json!(503))
    );
    assert!(
        !text.contains("/emulator/"),
        "the control plane records nothing of itself"
    );
}

/// The operations in the order of the contract: method, where, body, and the counter that was recorded for it.
const OPERATIONS: [(&str, &str, &str, &str); 28] = [
    ("GET", "factory/integrationRuntimes", "", "reads"),
    (
        "PUT",
        "own",
        r#"{"properties":{"type":"SelfHosted"}}"#,
        "writes",
    ),
    ("GET", "own", "", "reads"),
    ("PATCH", "own", r#"{"autoUpdate":"Off"}"#, "writes"),
    ("DELETE", "own-absent", "", "deletes"),
    ("POST", "own/getStatus", "", "reads"),
    ("POST", "own/getConnectionInfo", "", "writes"),
    (
        "POST",
        "own/regenerateAuthKey",
        r#"{"keyName":"authKey1"}"#,
        "writes",
    ),
    ("POST", "own/listAuthKeys", "", "writes"),
    ("POST", "packages/start", "", "writes"),
    ("POST", "packages/refreshObjectMetadata", "", "writes"),
    ("POST", "packages/getObjectMetadata", "", "writes"),
    ("POST", "packages/stop", "", "writes"),
    ("POST", "own/syncCredentials", "", "writes"),
    ("POST", "own/monitoringData", "", "reads"),
    ("POST", "own/upgrade", "", "writes"),
    (
        "POST",
        "own/linkedIntegrationRuntime",
        r#"{"name":"a","dataFactoryName":"b"}"#,
        "writes",
    ),
    (
        "POST",
        "own/removeLinks",
        r#"{"factoryName":"b"}"#,
        "writes",
    ),
    (
        "GET",
        "packages/outboundNetworkDependenciesEndpoints",
        "",
        "reads",
    ),
    ("POST", "managed/enableInteractiveQuery", "{}", "writes"),
    ("POST", "managed/disableInteractiveQuery", "", "writes"),
    ("GET", "own/nodes/n1", "", "reads"),
    (
        "PATCH",
        "own/nodes/n1",
        r#"{"concurrentJobsLimit":2}"#,
        "writes",
    ),
    ("POST", "own/nodes/n1/ipAddress", "", "writes"),
    ("DELETE", "own/nodes/n1", "", "deletes"),
    ("PATCH", "factory", r#"{"tags":{}}"#, "writes"),
    // Refusals are counted too.
    ("GET", "own-absent", "", "reads"),
    ("POST", "own-absent/getStatus", "", "reads"),
];

#[test]
fn every_answer_tells_the_counter_that_it_was_drawn_from() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let own = emulator.runtime(&factory, "own");
    let keys = emulator.post(&format!("{own}/listAuthKeys")).body;
    let node = json!({ "authKey": keys["authKey1"], "nodeName": "n1" });
    emulator.control("POST", "nodes", &node).expect(200);
    emulator.packages(&factory, "packages");
    let managed = own.replace("/own", "/managed");
    emulator
        .put(&managed, &crate::common::in_network())
        .expect(200);
    for (method, place, body, class) in OPERATIONS {
        let path = match place.strip_prefix("factory") {
            Some(rest) => format!("{factory}{rest}"),
            None => format!("{factory}/integrationRuntimes/{place}"),
        };
        let body = serde_json::from_str(body).unwrap_or(Value::Null);
        let answer = emulator.arm(method, &path, &body);
        assert_ne!(answer.status, 400, "{method} {path}: {}", answer.text);
        let told: Vec<&str> = answer
            .headers
            .keys()
            .map(reqwest::header::HeaderName::as_str)
            .filter(|name| name.starts_with("x-ms-ratelimit-remaining-"))
            .collect();
        let wanted = format!("x-ms-ratelimit-remaining-subscription-{class}");
        assert_eq!(told, [wanted], "{method} {path}");
    }
}

#[test]
fn who_is_throttled_has_nothing_left() {
    let emulator = Emulator::start();
    let id = emulator.runtime(&emulator.factory("rg", "adf-one"), "ir-one");
    for (method, path, class) in [
        ("GET", id.clone(), "reads"),
        ("POST", format!("{id}/getStatus"), "reads"),
        ("POST", format!("{id}/listAuthKeys"), "writes"),
        ("DELETE", id.clone(), "deletes"),
    ] {
        fault(
            &emulator,
            &json!({ "status": 429, "headers": { "Retry-After": "3" } }),
        );
        let answer = emulator
            .arm(method, &path, &Value::Null)
            .refused(429, "TooManyRequests");
        let left = format!("x-ms-ratelimit-remaining-subscription-{class}");
        assert_eq!(answer.header(&left), "0", "{method} {path}");
        assert_eq!(answer.header("retry-after"), "3");
        assert!(!answer.header("x-ms-correlation-request-id").is_empty());
    }
    emulator.get(&id).expect(200);
}

#[test]
fn the_clock_goes_forward_and_takes_along_what_falls_due() {
    let emulator = Emulator::start();
    let now = |emulator: &Emulator| {
        let body = emulator
            .control("GET", "clock", &Value::Null)
            .expect(200)
            .body;
        body["now"].as_str().unwrap().to_owned()
    };
    let before = now(&emulator);
    emulator.get(SUBSCRIPTION).expect(200);
    emulator.advance(400 * 86_400);
    let after = now(&emulator);
    // Longer than a year, so the year is another.
    assert!(after[..4] > before[..4], "{before} {after}");
    emulator
        .get(SUBSCRIPTION)
        .refused(401, "ExpiredAuthenticationToken");
    for body in [
        json!({ "advanceSeconds": 400_000_000 }),
        json!({ "advanceSeconds": -1 }),
        json!({}),
    ] {
        emulator.control("POST", "clock", &body).expect(400);
    }
}

#[test]
fn a_control_that_is_not_understood_is_refused() {
    let emulator = Emulator::start();
    emulator
        .control("POST", "settings", &json!({ "pageSise": 5 }))
        .expect(400);
    emulator
        .control("POST", "settings", &json!({ "pageSize": 0 }))
        .expect(400);
    emulator
        .control("POST", "faults", &json!({ "stats": 500 }))
        .expect(400);
    emulator.control("POST", "magic", &json!({})).expect(404);
}

#[test]
fn many_runtimes_are_made_at_once_in_each_service() {
    let emulator = Emulator::start();
    let seed = |body: &Value| {
        let mut body = body.clone();
        body["subscriptionId"] = "33333333-3333-4333-8333-333333333333".into();
        body["resourceGroupName"] = "rg-many".into();
        body["count"] = 12.into();
        emulator.control("POST", "seed", &body)
    };
    let mut made = Vec::new();
    for (given, member) in [
        ("factoryName", "factoryId"),
        ("workspaceName", "workspaceId"),
        ("accountName", "accountId"),
    ] {
        let answer = seed(&json!({ given: "many-one" })).expect(200).body;
        let id = answer[member].as_str().unwrap();
        assert_eq!(emulator.get(id).expect(200).body["name"], "many-one");
        made.push(id.to_owned());
    }
    for (id, count) in [(&made[0], 12), (&made[1], 13)] {
        let listed = emulator
            .get(&format!("{id}/integrationRuntimes"))
            .expect(200)
            .body;
        assert_eq!(listed["value"].as_array().unwrap().len(), count);
        emulator
            .post(&format!("{id}/integrationRuntimes/ir-01/listAuthKeys"))
            .expect(200);
    }
    seed(&json!({})).refused(400, "BadRequest");
    seed(&json!({ "factoryName": "many-one", "accountName": "many-one" }))
        .refused(400, "BadRequest");
}
