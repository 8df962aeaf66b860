//! The scanning plane of a Purview account, on the account's own host.

use crate::common::{Answer, Emulator, HOME_TENANT, OWNER, READER, SUBSCRIPTION, names};
use reqwest::blocking::Client;
use serde_json::{Value, json};

const NEW: &str = "2023-09-01";
const OLD: &str = "2022-07-01-preview";
const SCOPE: &str = "https://purview.azure.net/.default";
const ACCOUNT: &str =
    "/resourceGroups/rg-emulator/providers/Microsoft.Purview/accounts/purview-emulator";

/// The host of the first account, for one caller.
struct Scan<'a> {
    emulator: &'a Emulator,
    client: Client,
    token: String,
    endpoint: String,
    version: &'static str,
}

impl<'a> Scan<'a> {
    fn new(emulator: &'a Emulator) -> Self {
        Self::of(emulator, OWNER, SCOPE)
    }

    fn of(emulator: &'a Emulator, who: (&str, &str), scope: &str) -> Self {
        let port = emulator.ready["port"].as_u64().unwrap_or_default();
        let host = "purview-emulator.purview.localhost";
        let address = ([127, 0, 0, 1], u16::try_from(port).unwrap_or_default()).into();
        // The name is not looked up anywhere.
        let client = crate::common::trusting(&emulator.ready).resolve(host, address);
        let answer = emulator.sign_in(HOME_TENANT, who, scope).expect(200);
        Self {
            emulator,
            client: client.build().unwrap_or_default(),
            token: answer.body["access_token"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
            endpoint: format!("https://{host}:{port}/scan"),
            version: NEW,
        }
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Answer {
        let joint = if path.contains('?') { '&' } else { '?' };
        let url = if path.starts_with("https://") {
            path.to_owned()
        } else {
            format!("{}{path}{joint}api-version={}", self.endpoint, self.version)
        };
        let method = method.parse().unwrap_or_default();
        let mut request = self.client.request(method, url).bearer_auth(&self.token);
        if !body.is_null() {
            request = request.json(body);
        }
        Answer::read(request.send().expect("the emulator answers"))
    }

    fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &Value::Null)
    }

    fn post(&self, path: &str) -> Answer {
        self.send("POST", path, &Value::Null)
    }

    fn put(&self, name: &str, body: &Value) -> Answer {
        self.send("PUT", &format!("/integrationruntimes/{name}"), body)
    }

    fn change(&self, members: &Value) -> Answer {
        let mut body = members.clone();
        body["accountId"] = format!("{SUBSCRIPTION}{ACCOUNT}").into();
        self.emulator.control("PATCH", "accounts", &body)
    }
}

fn self_hosted() -> Value {
    json!({ "kind": "SelfHosted", "properties": { "description": "of a test" } })
}

fn managed() -> Value {
    json!({ "kind": "Managed", "properties": {
        "typeProperties": { "computeProperties": { "location": "eastus" } },
        "managedVirtualNetworkReference": { "type": "ManagedVirtualNetworkReference",
            "referenceName": "defaultv2" } } })
}

/// Asserts an error of the newer version, whose code stands in a header too.
fn refused(answer: Answer, status: u16, code: &str) -> Answer {
    let answer = answer.refused(status, code);
    assert_eq!(answer.header("x-ms-error-code"), code);
    answer
}

#[test]
fn the_account_tells_where_its_scanning_is() {
    let emulator = Emulator::start();
    let scan = Scan::new(&emulator);
    let account = emulator
        .get(&format!("{SUBSCRIPTION}{ACCOUNT}"))
        .expect(200)
        .body;
    assert_eq!(account["properties"]["endpoints"]["scan"], scan.endpoint);
    let cloud = emulator.send(
        "GET",
        "/metadata/endpoints?api-version=2022-09-01",
        &[],
        &Value::Null,
    );
    assert_eq!(cloud.body[0]["suffixes"]["purview"], "purview.localhost");
}

#[test]
fn a_runtime_is_made_replaced_shown_and_deleted() {
    let emulator = Emulator::start();
    for version in [NEW, OLD] {
        let scan = Scan {
            version,
            ..Scan::new(&emulator)
        };
        let at = "/integrationruntimes/ir-One";
        let made = scan.put("ir-One", &self_hosted()).expect(201).body;
        assert_eq!(
            made,
            json!({ "name": "ir-One", "kind": "SelfHosted", "properties": { "description": "of a test" } })
        );
        assert_eq!(scan.get(at).expect(200).body, made);
        let replaced = scan
            .put("ir-one", &json!({ "kind": "SelfHosted" }))
            .expect(200)
            .body;
        assert_eq!(
            replaced,
            json!({ "name": "ir-One", "kind": "SelfHosted", "properties": {} })
        );
        let other = scan.put("ir-azure", &managed()).expect(201).body;
        let mut expected = managed();
        expected["name"] = "ir-azure".into();
        assert_eq!(other, expected);
        let listed = scan.get("/integrationruntimes").expect(200).body;
        assert_eq!(names(&listed), ["ir-azure", "ir-One"]);
        for name in ["ir-One", "ir-azure", "ir-azure"] {
            let gone = scan.send(
                "DELETE",
                &format!("/integrationruntimes/{name}"),
                &Value::Null,
            );
            assert_eq!(gone.expect(204).text, "");
        }
        scan.get(at).refused(404, "IntegrationRuntimeNotFound");
    }
}

#[test]
fn lists_have_pages() {
    let emulator = Emulator::start();
    let scan = Scan::new(&emulator);
    for name in ["ir-a", "ir-b", "ir-c"] {
        scan.put(name, &self_hosted()).expect(201);
    }
    emulator.set(&json!({ "pageSize": 2 }));
    let first = scan.get("/integrationruntimes").expect(200).body;
    assert_eq!(names(&first), ["ir-a", "ir-b"]);
    let next = first["nextLink"].as_str().unwrap_or_default();
    assert!(next.starts_with(&scan.endpoint), "{next}");
    let second = scan.get(next).expect(200).body;
    assert_eq!(
        (names(&second), second.get("nextLink")),
        (vec!["ir-c"], None)
    );
}

#[test]
fn keys_are_shown_and_the_other_one_is_null_when_one_is_new() {
    let emulator = Emulator::start();
    let scan = Scan::new(&emulator);
    scan.put("ir-one", &self_hosted()).expect(201);
    let at = "/integrationruntimes/ir-one";
    let keys = scan.post(&format!("{at}:listAuthKeys")).expect(200).body;
    assert!(
        keys["authKey1"]
            .as_str()
            .is_some_and(|key| key.starts_with("IR@"))
    );
    let one = json!({ "keyName": "authKey2" });
    let renewed = scan
        .send("POST", &format!("{at}:regenerateAuthKey"), &one)
        .expect(200)
        .body;
    assert_eq!(renewed.get("authKey1"), Some(&Value::Null));
    assert_ne!(renewed["authKey2"], keys["authKey2"]);
    let after = scan.post(&format!("{at}:listAuthKeys")).body;
    assert_eq!(
        (&after["authKey1"], &after["authKey2"]),
        (&keys["authKey1"], &renewed["authKey2"])
    );
    let odd = json!({ "keyName": "authKey3" });
    refused(
        scan.send("POST", &format!("{at}:regenerateAuthKey"), &odd),
        400,
        "BadRequest",
    );
    scan.put("ir-azure", &managed()).expect(201);
    refused(
        scan.post("/integrationruntimes/ir-azure:listAuthKeys"),
        400,
        "BadRequest",
    );
    refused(
        scan.post("/integrationruntimes/ir-none:listAuthKeys"),
        404,
        "IntegrationRuntimeNotFound",
    );

    // The older version has a slash before the action, and each version its own way only.
    let apart = format!("{at}/:listAuthKeys");
    refused(scan.post(&apart), 404, "NotFound");
    let old = Scan {
        version: OLD,
        ..scan
    };
    assert_eq!(old.post(&apart).expect(200).body, after);
    let missing = old
        .post(&format!("{at}:listAuthKeys"))
        .refused(404, "NotFound");
    assert_eq!(missing.header("x-ms-error-code"), "");
    old.send("POST", &format!("{at}/:regenerateAuthKey"), &one)
        .expect(200);
}

#[test]
fn a_status_tells_of_the_nodes() {
    let emulator = Emulator::start();
    let scan = Scan::new(&emulator);
    scan.put("ir-one", &self_hosted()).expect(201);
    let at = "/integrationruntimes/ir-one";
    let state = |scan: &Scan<'_>| scan.get(&format!("{at}/status")).expect(200).body;
    assert_eq!(state(&scan)["properties"]["state"], "NeedRegistration");
    let keys = scan.post(&format!("{at}:listAuthKeys")).body;
    let node = json!({ "authKey": keys["authKey1"], "nodeName": "n1" });
    emulator.control("POST", "nodes", &node).expect(200);
    let status = state(&scan);
    assert_eq!(
        (&status["name"], &status["kind"]),
        (&json!("ir-one"), &json!("SelfHosted"))
    );
    assert_eq!(status["properties"]["state"], "Online");
    let details = &status["properties"]["typeProperties"];
    assert_eq!(details["nodes"][0]["nodeName"], "n1");
    assert!(
        details["serviceUrls"]
            .as_array()
            .is_some_and(|urls| urls.iter().all(Value::is_string))
    );
    let old = Scan {
        version: OLD,
        ..Scan::new(&emulator)
    };
    for status in [&status, &state(&old)] {
        let details = &status["properties"]["typeProperties"];
        for absent in ["links", "serviceRegion", "newerVersions"] {
            assert!(details.get(absent).is_none(), "{absent}");
        }
    }
    assert!(status["properties"].get("dataFactoryName").is_none());
    // Its machine is taken for the other services, and the reverse.
    let factory = emulator.factory("rg", "adf-one");
    let id = emulator.runtime(&factory, "ir-one");
    let other = emulator.post(&format!("{id}/listAuthKeys")).body["authKey1"].clone();
    let elsewhere = json!({ "authKey": other, "nodeName": "N1" });
    let refused = emulator
        .control("POST", "nodes", &elsewhere)
        .refused(400, "BadRequest");
    assert!(
        refused.message().contains("account 'purview-emulator'"),
        "{}",
        refused.text
    );
    emulator
        .control(
            "POST",
            "nodes",
            &json!({ "authKey": other, "nodeName": "n2" }),
        )
        .expect(200);
    let back = json!({ "authKey": keys["authKey1"], "nodeName": "n2" });
    emulator
        .control("POST", "nodes", &back)
        .refused(400, "BadRequest");
}

#[test]
fn interactive_authoring_goes_on_and_off_in_both_versions() {
    let emulator = Emulator::start();
    let scan = Scan::new(&emulator);
    scan.put("ir-azure", &managed()).expect(201);
    let at = "/integrationruntimes/ir-azure";
    let state = |scan: &Scan<'_>| {
        scan.get(&format!("{at}/status")).expect(200).body["properties"]["typeProperties"]["interactiveQuery"].clone()
    };
    assert_eq!(state(&scan), Value::Null);
    emulator.set(&json!({ "operationSeconds": 60 }));
    let minutes = json!({ "autoTerminationMinutes": 10 });
    let begun = scan
        .send("POST", &format!("{at}:enableInteractiveQuery"), &minutes)
        .expect(202);
    assert_eq!(begun.body, json!({ "status": "Accepted" }));
    let location = begun.header("operation-location").to_owned();
    assert_eq!(
        scan.get(&location).expect(200).body,
        json!({ "status": "InProgress" })
    );
    assert_eq!(
        state(&scan),
        json!({ "status": "Enabling", "autoTerminationMinutes": 10 })
    );
    emulator.advance(61);
    assert_eq!(scan.get(&location).expect(200).body["status"], "Succeeded");
    assert_eq!(state(&scan)["status"], "Enabled");

    emulator.set(&json!({ "operationSeconds": 0, "operationFailure": "InternalServerError" }));
    let begun = scan
        .post(&format!("{at}:disableInteractiveQuery"))
        .expect(202);
    let failed = scan
        .get(begun.header("operation-location"))
        .expect(200)
        .body;
    assert_eq!(
        (&failed["status"], &failed["error"]["code"]),
        (&json!("Failed"), &json!("InternalServerError"))
    );
    assert_eq!(state(&scan)["status"], "Enabled");

    emulator.set(&json!({ "operationFailure": null }));
    let zero = json!({ "autoTerminationMinutes": 0 });
    refused(
        scan.send("POST", &format!("{at}:enableInteractiveQuery"), &zero),
        400,
        "BadRequest",
    );
    scan.put("ir-one", &self_hosted()).expect(201);
    refused(
        scan.post("/integrationruntimes/ir-one:enableInteractiveQuery"),
        400,
        "BadRequest",
    );
    let old = Scan {
        version: OLD,
        ..scan
    };
    let off = old
        .post(&format!("{at}:disableInteractiveQuery"))
        .expect(200);
    assert_eq!(
        (&off.body, off.header("operation-location")),
        (&json!({}), "")
    );
    assert_eq!(state(&old)["status"], "Disabled");
    let on = old
        .send("POST", &format!("{at}:enableInteractiveQuery"), &minutes)
        .expect(202);
    assert_eq!(
        (&on.body, on.header("operation-location")),
        (&json!({}), "")
    );
    let status = old.get(&format!("{at}/status")).expect(200).body;
    assert_eq!(
        status["properties"]["typeProperties"]["dataMovementState"],
        "Online"
    );
}

#[test]
fn an_account_can_know_the_older_version_only() {
    let emulator = Emulator::start();
    let scan = Scan::new(&emulator);
    scan.get("/integrationruntimes").expect(200);
    scan.change(&json!({ "scanVersions": [OLD] })).expect(204);
    let answer = refused(
        scan.get("/integrationruntimes"),
        400,
        "UnsupportedApiVersion",
    );
    assert!(
        answer
            .message()
            .contains("does not support the API version '2023-09-01'"),
        "{}",
        answer.text
    );
    let old = Scan {
        version: OLD,
        ..Scan::new(&emulator)
    };
    old.get("/integrationruntimes").expect(200);
    scan.change(&json!({ "scanVersions": null })).expect(204);
    scan.get("/integrationruntimes").expect(200);
    let unknown = Scan {
        version: "2018-12-01-preview",
        ..Scan::new(&emulator)
    };
    refused(
        unknown.get("/integrationruntimes"),
        400,
        "UnsupportedApiVersion",
    );
    scan.change(&json!({ "scanVersions": ["2018-12-01-preview"] }))
        .refused(400, "BadRequest");
    let none = format!("{}/integrationruntimes", scan.endpoint);
    refused(scan.get(&none), 400, "ApiVersionUnspecified");
}

#[test]
fn tokens_are_for_purview_and_the_role_is_the_accounts_own() {
    let emulator = Emulator::start();
    let wrong = Scan::of(&emulator, OWNER, crate::common::ARM);
    let answer = refused(wrong.get("/integrationruntimes"), 401, "Unauthorized");
    assert!(
        answer.message().contains("wrong audience"),
        "{}",
        answer.text
    );
    assert!(answer.header("www-authenticate").starts_with("Bearer "));
    let nobody = Scan {
        token: "x".into(),
        ..Scan::new(&emulator)
    };
    refused(nobody.get("/integrationruntimes"), 401, "Unauthorized");
    // The other way about: Resource Manager does not take Purview's.
    let scan = Scan::new(&emulator);
    emulator
        .arm_as(
            &scan.token,
            "GET",
            &format!("{SUBSCRIPTION}{ACCOUNT}"),
            &Value::Null,
        )
        .refused(401, "InvalidAuthenticationTokenAudience");

    let reader = Scan::of(&emulator, READER, SCOPE);
    let answer = refused(reader.get("/integrationruntimes"), 403, "Unauthorized");
    assert_eq!(answer.message(), "Not authorized to access account");
    let role = |who: &str, has: &Value| {
        scan.change(&json!({ "principalId": who, "dataSourceAdministrator": has }))
    };
    role(READER.0, &json!(true)).expect(204);
    reader.get("/integrationruntimes").expect(200);
    role("66666666-6666-4666-8666-000000000001", &json!(false)).expect(204);
    refused(scan.get("/integrationruntimes"), 403, "Unauthorized");
    role(OWNER.0, &Value::Null).expect(204);
    scan.get("/integrationruntimes").expect(200);
    role(READER.0, &Value::Null).expect(204);
    refused(reader.get("/integrationruntimes"), 403, "Unauthorized");
    role("nobody", &json!(true)).refused(404, "NotFound");
    scan.change(&json!({ "principalId": OWNER.0 }))
        .refused(400, "BadRequest");
    let none = json!({ "accountId": "/x", "scanVersions": null });
    emulator
        .control("PATCH", "accounts", &none)
        .refused(404, "NotFound");

    // An owner of the other tenant is nobody here, nor is a token from before its refusal.
    let elsewhere = emulator
        .sign_in(crate::common::OTHER_TENANT, OWNER, SCOPE)
        .expect(200);
    let token = elsewhere.body["access_token"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    refused(
        Scan {
            token,
            ..Scan::new(&emulator)
        }
        .get("/integrationruntimes"),
        403,
        "Unauthorized",
    );
    emulator
        .control("POST", "expire-tokens", &Value::Null)
        .expect(204);
    refused(scan.get("/integrationruntimes"), 401, "Unauthorized");
}

#[test]
fn what_is_wrong_is_refused() {
    let emulator = Emulator::start();
    let scan = Scan::new(&emulator);
    scan.put("ir-one", &self_hosted()).expect(201);
    for (name, body) in [
        ("ir--one", self_hosted()),
        ("ir-two", json!({ "properties": {} })),
        ("ir-two", json!({ "kind": "Airflow" })),
        ("ir-two", json!({ "kind": "SelfHosted", "properties": 5 })),
        (
            "ir-two",
            json!({ "kind": "SelfHosted", "properties": { "description": 5 } }),
        ),
        (
            "ir-two",
            json!({ "kind": "Managed", "properties": { "typeProperties": {
                "computeProperties": { "location": "moon" } } } }),
        ),
        (
            "ir-two",
            json!({ "kind": "Managed", "properties": { "managedVirtualNetworkReference": {
                "referenceName": "own" } } }),
        ),
        ("ir-one", managed()),
    ] {
        refused(scan.put(name, &body), 400, "BadRequest");
    }
    refused(
        scan.get("/integrationruntimes/ir-two"),
        404,
        "IntegrationRuntimeNotFound",
    );
    refused(
        scan.get("/integrationruntimes/ir-one/nodes"),
        404,
        "NotFound",
    );
    refused(scan.get("/datasources"), 404, "NotFound");
    refused(
        scan.post("/integrationruntimes/ir-one"),
        405,
        "MethodNotAllowed",
    );
    refused(
        scan.post("/integrationruntimes/ir-one:start"),
        404,
        "NotFound",
    );
}

#[test]
fn faults_odd_runtimes_states_and_the_file_work_there_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, traffic) = (
        folder.path().join("state.json"),
        folder.path().join("traffic.jsonl"),
    );
    let words = [
        "--parent-stdin",
        "--state",
        file.to_str().unwrap_or_default(),
        "--traffic",
        traffic.to_str().unwrap_or_default(),
    ];
    let emulator = Emulator::start_with(&words);
    let scan = Scan::new(&emulator);
    let at = |name: &str| format!("{SUBSCRIPTION}{ACCOUNT}/integrationRuntimes/{name}");
    let odd = json!({ "kind": "Airflow", "properties": 5, "more": [1] });
    emulator
        .control(
            "PUT",
            "runtimes",
            &json!({ "runtimeId": at("air-flow"), "properties": odd }),
        )
        .expect(200);
    let shown = scan.get("/integrationruntimes/air-flow").expect(200).body;
    assert_eq!(
        shown,
        json!({ "name": "air-flow", "kind": "Airflow", "properties": 5, "more": [1] })
    );
    let status =
        json!({ "name": "air-flow", "kind": "Airflow", "properties": { "state": "Dreaming" } });
    emulator
        .control(
            "PUT",
            "runtimes",
            &json!({ "runtimeId": at("air-flow"), "status": status }),
        )
        .expect(200);
    assert_eq!(
        scan.get("/integrationruntimes/air-flow/status")
            .expect(200)
            .body,
        status
    );
    scan.put("ir-azure", &managed()).expect(201);
    let limited = json!({ "runtimeId": at("ir-azure"), "state": "Limited" });
    emulator.control("PATCH", "runtimes", &limited).expect(204);
    let state = |scan: &Scan<'_>| {
        scan.get("/integrationruntimes/ir-azure/status")
            .expect(200)
            .body["properties"]["state"]
            .clone()
    };
    assert_eq!(state(&scan), "Limited");
    scan.put("ir-azure", &managed()).expect(200);
    assert_eq!(state(&scan), "Online");
    emulator
        .control(
            "POST",
            "faults",
            &json!({ "path": "scan/integrationruntimes", "status": 503 }),
        )
        .expect(200);
    scan.get("/integrationruntimes").expect(503);
    scan.get("/integrationruntimes").expect(200);
    emulator.close();

    let emulator = Emulator::start_with(&words);
    assert_eq!(state(&Scan::new(&emulator)), "Online");
    let text = std::fs::read_to_string(&traffic).unwrap_or_default();
    let marks: Vec<(String, bool)> = text
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|line| {
            line["url"]
                .as_str()
                .is_some_and(|url| url.contains("/scan/"))
        })
        .map(|line| {
            (
                line["url"].as_str().unwrap_or_default().to_owned(),
                line["planted"] == true,
            )
        })
        .collect();
    assert!(
        marks
            .iter()
            .all(|(url, planted)| *planted != url.contains("ir-azure")
                || url.ends_with("integrationruntimes?api-version=2023-09-01"))
    );
    assert!(marks.iter().any(|(_, planted)| *planted));
}
