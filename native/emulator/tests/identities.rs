//! Managed identities: one, none and several, in each shape.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it stands, its helpers too"
)]

use crate::common::{Answer, Emulator, SUBSCRIPTION};
use serde_json::{Value, json};

const ARM: &str = "https://management.azure.com/";
const OWN: &str = "99999999-9999-4999-8999-999999999999";

fn get(emulator: &Emulator, url: &str, headers: &[(&str, &str)]) -> Answer {
    let request = headers
        .iter()
        .fold(emulator.client.get(url), |request, (name, value)| {
            request.header(*name, *value)
        });
    Answer::read(request.send().unwrap())
}

fn place(emulator: &Emulator, name: &str) -> String {
    emulator.ready[name].as_str().unwrap().to_owned()
}

/// What the metadata service of a virtual machine answers.
fn imds(emulator: &Emulator, more: &str) -> Answer {
    let host = place(emulator, "imdsHost");
    let url = format!(
        "{host}/metadata/identity/oauth2/token?api-version=2018-02-01&resource={ARM}{more}"
    );
    get(emulator, &url, &[("Metadata", "true")])
}

fn equip(emulator: &Emulator, body: &Value) -> Value {
    emulator.control("PUT", "identities", body).expect(200).body
}

fn works(emulator: &Emulator, answer: &Answer) {
    let token = answer.body["access_token"].as_str().unwrap();
    emulator
        .arm_as(token, "GET", SUBSCRIPTION, &json!(null))
        .expect(200);
    let text = answer.body["expires_on"].as_str().unwrap();
    text.parse::<u64>().unwrap();
}

#[test]
fn a_virtual_machine_answers_who_sends_the_header() {
    let emulator = Emulator::start();
    let answer = imds(&emulator, "").expect(200);
    works(&emulator, &answer);
    assert_eq!(answer.body["client_id"], OWN);
    assert_eq!(answer.body["resource"], ARM);
    assert_eq!(answer.body["expires_in"], "3600");
    let host = place(&emulator, "imdsHost");
    let token = format!("{host}/metadata/identity/oauth2/token");
    let refused = |url: &str, headers: &[(&str, &str)], words: &str| {
        let answer = get(&emulator, url, headers).expect(400);
        let told = answer.body["error_description"].as_str().unwrap();
        assert!(told.contains(words), "{told}");
        answer.body["error"].as_str().unwrap().to_owned()
    };
    let yes = [("Metadata", "true")];
    let full = format!("{token}?api-version=2018-02-01&resource={ARM}");
    refused(&full, &[], "metadata header");
    refused(
        &full,
        &[("Metadata", "true"), ("X-Forwarded-For", "10.0.0.1")],
        "forwarded",
    );
    refused(&format!("{token}?resource={ARM}"), &yes, "'api-version'");
    refused(
        &format!("{token}?api-version=2018-02-01"),
        &yes,
        "'resource'",
    );
    let unknown = format!("{token}?api-version=2018-02-01&resource=https://nowhere.example");
    assert_eq!(refused(&unknown, &yes, "AADSTS500011"), "invalid_resource");
}

#[test]
fn an_identity_is_chosen_by_any_of_its_ids() {
    let emulator = Emulator::start();
    let identities = equip(
        &emulator,
        &json!({ "systemAssigned": true, "userAssigned": ["one", "two"] }),
    );
    assert_eq!(identities.as_array().unwrap().len(), 3);
    assert_eq!(imds(&emulator, "").expect(200).body["client_id"], OWN);
    for identity in [&identities[1], &identities[2]] {
        let text = |name: &str| identity[name].as_str().unwrap();
        for selector in [
            format!("client_id={}", text("clientId")),
            format!("object_id={}", text("objectId")),
            format!("msi_res_id={}", text("resourceId")),
            format!("mi_res_id={}", text("resourceId").to_uppercase()),
        ] {
            let answer = imds(&emulator, &format!("&{selector}")).expect(200);
            assert_eq!(answer.body["client_id"], identity["clientId"], "{selector}");
            works(&emulator, &answer);
        }
    }
    let stranger = imds(&emulator, "&client_id=12345678-1234-4234-8234-123456789012").expect(400);
    assert_eq!(
        stranger.body,
        json!({ "error": "invalid_request", "error_description": "Identity not found" })
    );
}

#[test]
fn a_machine_may_have_no_identity_or_several_of_others() {
    let emulator = Emulator::start();
    equip(&emulator, &json!({}));
    let none = imds(&emulator, "").expect(400);
    assert_eq!(none.body["error_description"], "Identity not found");
    let header = place(&emulator, "identityHeader");
    let service = format!(
        "{}?api-version=2019-08-01&resource={ARM}",
        place(&emulator, "identityEndpoint")
    );
    let answer = get(&emulator, &service, &[("X-IDENTITY-HEADER", &header)]).expect(400);
    assert!(
        answer
            .text
            .contains("No User Assigned or Delegated Managed Identity")
    );

    let one = equip(&emulator, &json!({ "userAssigned": ["one"] }));
    assert_eq!(
        imds(&emulator, "").expect(200).body["client_id"],
        one[0]["clientId"]
    );
    let two = equip(&emulator, &json!({ "userAssigned": ["one", "two"] }));
    assert_eq!(two[0], one[0]);
    let several = imds(&emulator, "").expect(400);
    assert!(
        several
            .text
            .contains("Multiple user assigned identities exist")
    );
    equip(&emulator, &json!({ "systemAssigned": true }));
    works(&emulator, &imds(&emulator, "").expect(200));
    let bad = json!({ "userAssigned": ["a/b"] });
    emulator.control("PUT", "identities", &bad).expect(400);
}

#[test]
fn arc_wants_what_only_an_administrator_can_read() {
    let folder = tempfile::tempdir().unwrap();
    let tokens = folder.path().join("tokens");
    let emulator = Emulator::start_with(&["--arc-tokens", tokens.to_str().unwrap()]);
    assert_eq!(place(&emulator, "arcTokensPath"), tokens.to_str().unwrap());
    let url = format!(
        "{}?api-version=2020-06-01&resource={ARM}",
        place(&emulator, "arcIdentityEndpoint")
    );
    get(&emulator, &url, &[]).expect(400);
    let metadata = ("Metadata", "true");
    let challenged = get(&emulator, &url, &[metadata]).expect(401);
    let file = challenged
        .header("www-authenticate")
        .strip_prefix("Basic realm=")
        .unwrap();
    let file = std::path::Path::new(file);
    assert_eq!(file.parent().unwrap(), tokens);
    assert_eq!(file.extension().unwrap(), "key");
    let key = std::fs::read_to_string(file).unwrap();
    assert!(key.len() <= 4096);

    get(
        &emulator,
        &url,
        &[metadata, ("Authorization", "Basic guess")],
    )
    .expect(401);
    let basic = format!("Basic {key}");
    let proof = ("Authorization", basic.as_str());
    works(
        &emulator,
        &get(&emulator, &url, &[metadata, proof]).expect(200),
    );
    assert!(!file.exists());
    get(&emulator, &url, &[metadata, proof]).expect(401);

    let user = equip(&emulator, &json!({ "userAssigned": ["one"] }));
    let resource = user[0]["resourceId"].as_str().unwrap();
    let url = format!("{url}&msi_res_id={resource}");
    let challenged = get(&emulator, &url, &[metadata]).expect(401);
    let file = challenged
        .header("www-authenticate")
        .replace("Basic realm=", "");
    let basic = format!("Basic {}", std::fs::read_to_string(file).unwrap());
    let answer = get(&emulator, &url, &[metadata, ("Authorization", &basic)]).expect(200);
    assert_eq!(answer.body["msi_res_id"], resource);
}

#[test]
fn the_keys_of_arc_go_with_the_emulator() {
    let folder = tempfile::tempdir().unwrap();
    let words = [
        "--parent-stdin",
        "--arc-tokens",
        folder.path().to_str().unwrap(),
    ];
    let emulator = Emulator::start_with(&words);
    let url = format!(
        "{}?api-version=2020-06-01&resource={ARM}",
        place(&emulator, "arcIdentityEndpoint")
    );
    for _ in 0..20 {
        get(&emulator, &url, &[("Metadata", "true")]).expect(401);
    }
    let files = || std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(files(), 16);
    assert!(emulator.close().success());
    assert_eq!(files(), 0);
}

#[test]
fn the_elder_shapes_answer_too() {
    let emulator = Emulator::start();
    let header = place(&emulator, "identityHeader");
    let url = format!(
        "{}?api-version=2017-09-01&resource={ARM}&clientid={OWN}",
        place(&emulator, "identityEndpoint")
    );
    get(&emulator, &url, &[("secret", "guess")]).expect(401);
    let ask = || get(&emulator, &url, &[("secret", &header)]).expect(200);
    works(&emulator, &ask());
    emulator.set(&json!({ "identityDates": "linux" }));
    let linux = ask().body["expires_on"].as_str().unwrap().to_owned();
    assert!(linux.ends_with(" +00:00") && linux.len() == 26, "{linux}");
    emulator.set(&json!({ "identityDates": "windows" }));
    let windows = ask().body["expires_on"].as_str().unwrap().to_owned();
    assert!(windows.contains("M +00:00"), "{windows}");

    let shell = place(&emulator, "cloudShellEndpoint");
    let post = |headers: &[(&str, &str)]| {
        let request = headers
            .iter()
            .fold(emulator.client.post(&shell), |request, (name, value)| {
                request.header(*name, *value)
            });
        Answer::read(request.form(&[("resource", ARM)]).send().unwrap())
    };
    assert_eq!(
        post(&[]).expect(400).body["error"]["code"],
        "invalid_request"
    );
    works(&emulator, &post(&[("Metadata", "true")]).expect(200));
}

#[test]
fn faults_meet_the_metadata_service_too() {
    let emulator = Emulator::start();
    for status in [404, 410, 429, 500] {
        let fault = json!({ "path": "/metadata/identity", "status": status });
        emulator.control("POST", "faults", &fault).expect(200);
        imds(&emulator, "").expect(status);
        works(&emulator, &imds(&emulator, "").expect(200));
    }
}

#[test]
fn a_token_says_that_its_client_takes_challenges_when_asked() {
    let emulator = Emulator::start();
    let old = imds(&emulator, "&xms_cc=cp1").expect(200).body;
    emulator
        .control("POST", "revoke-sessions", &json!({}))
        .expect(200);
    let token = old["access_token"].as_str().unwrap();
    let answer = emulator.arm_as(token, "GET", SUBSCRIPTION, &json!(null));
    answer.refused(401, "TokenIssuedBeforeRevocationTimestamp");
}
