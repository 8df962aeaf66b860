//! Entra: flows, errors, discovery, managed identity.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it stands, its helpers too"
)]

use crate::common::{ARM, Answer, Emulator, HOME_TENANT, OTHER_TENANT, OWNER, READER, refused};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

const CLI: &str = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";

fn claims(token: &str) -> Value {
    serde_json::from_slice(
        &URL_SAFE_NO_PAD
            .decode(token.split('.').nth(1).unwrap())
            .unwrap(),
    )
    .unwrap()
}

#[test]
fn a_token_says_for_whom_and_for_what_it_is() {
    let emulator = Emulator::start();
    let answer = emulator.sign_in(HOME_TENANT, OWNER, ARM).expect(200);
    assert_eq!(answer.body["token_type"], "Bearer");
    assert_eq!(answer.body["expires_in"], 3600);
    let claims = claims(answer.body["access_token"].as_str().unwrap());
    assert_eq!(claims["aud"], "https://management.azure.com");
    assert_eq!(
        claims["iss"],
        format!("https://sts.windows.net/{HOME_TENANT}/")
    );
    assert_eq!(claims["tid"], HOME_TENANT);
    assert_eq!(claims["appid"], OWNER.0);
    assert!(claims["oid"].is_string() && claims["exp"].is_u64());
    assert!(claims["xms_cc"].is_null());
}

#[test]
fn a_client_that_takes_challenges_gets_a_token_that_says_so() {
    let emulator = Emulator::start();
    let wanted = r#"{"access_token":{"xms_cc":{"values":["CP1"]}}}"#;
    let answer = emulator.form(
        &format!("/{HOME_TENANT}/oauth2/v2.0/token"),
        &[
            ("grant_type", "client_credentials"),
            ("client_id", OWNER.0),
            ("client_secret", OWNER.1),
            ("scope", ARM),
            ("claims", wanted),
        ],
    );
    assert_eq!(
        claims(answer.body["access_token"].as_str().unwrap())["xms_cc"],
        json!(["CP1"])
    );
}

#[test]
fn refusals_carry_their_numbers() {
    let emulator = Emulator::start();
    refused(
        &emulator.sign_in(HOME_TENANT, (OWNER.0, "wrong"), ARM),
        401,
        "invalid_client",
        7_000_215,
    );
    let stranger = "12345678-1234-4234-8234-123456789012";
    refused(
        &emulator.sign_in(HOME_TENANT, (stranger, "x"), ARM),
        400,
        "unauthorized_client",
        700_016,
    );
    refused(
        &emulator.sign_in(OTHER_TENANT, READER, ARM),
        400,
        "unauthorized_client",
        700_016,
    );
    refused(
        &emulator.sign_in(stranger, OWNER, ARM),
        400,
        "invalid_request",
        90002,
    );
    let unknown = "https://nowhere.example/.default";
    refused(
        &emulator.sign_in(HOME_TENANT, OWNER, unknown),
        400,
        "invalid_resource",
        500_011,
    );
    let bare = "https://management.azure.com/";
    refused(
        &emulator.sign_in(HOME_TENANT, OWNER, bare),
        400,
        "invalid_scope",
        1_002_012,
    );
}

fn device_code(emulator: &Emulator) -> String {
    let scope = format!("{ARM} offline_access openid profile");
    let started = emulator.form(
        "/organizations/oauth2/v2.0/devicecode",
        &[("client_id", CLI), ("scope", &scope)],
    );
    let body = started.expect(200).body;
    assert!(
        body["message"]
            .as_str()
            .unwrap()
            .contains(body["user_code"].as_str().unwrap())
    );
    body["device_code"].as_str().unwrap().to_owned()
}

fn poll(emulator: &Emulator, code: &str) -> Answer {
    emulator.form(
        "/organizations/oauth2/v2.0/token",
        &[
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
            ("client_id", CLI),
            ("device_code", code),
        ],
    )
}

#[test]
fn a_device_code_waits_for_the_person_and_works_once() {
    let emulator = Emulator::start();
    emulator.set(&json!({ "deviceCode": "pending" }));
    let code = device_code(&emulator);
    assert_eq!(
        poll(&emulator, &code).expect(400).body["error"],
        "authorization_pending"
    );
    emulator.set(&json!({ "deviceCode": "approve" }));
    let tokens = poll(&emulator, &code).expect(200).body;
    assert!(tokens["refresh_token"].is_string() && tokens["id_token"].is_string());
    assert_eq!(
        claims(tokens["access_token"].as_str().unwrap())["upn"],
        "owner@home.azir.example"
    );
    assert_eq!(
        poll(&emulator, &code).expect(400).body["error"],
        "bad_verification_code"
    );
    for (decision, error) in [
        ("decline", "authorization_declined"),
        ("expire", "expired_token"),
    ] {
        emulator.set(&json!({ "deviceCode": decision }));
        assert_eq!(
            poll(&emulator, &device_code(&emulator)).expect(400).body["error"],
            error
        );
    }
}

#[test]
fn a_refresh_token_gives_tokens_and_another_refresh_token() {
    let emulator = Emulator::start();
    let first = poll(&emulator, &device_code(&emulator)).expect(200).body;
    let refresh = |tenant: &str, token: &str| {
        let fields = [
            ("grant_type", "refresh_token"),
            ("client_id", CLI),
            ("refresh_token", token),
            ("scope", ARM),
        ];
        emulator.form(&format!("/{tenant}/oauth2/v2.0/token"), &fields)
    };
    let token = first["refresh_token"].as_str().unwrap();
    let second = refresh(HOME_TENANT, token).expect(200).body;
    assert_ne!(second["refresh_token"], first["refresh_token"]);
    let access = second["access_token"].as_str().unwrap();
    assert_eq!(
        emulator
            .arm_as(access, "GET", "/subscriptions", &json!(null))
            .expect(200)
            .body["count"]["value"],
        2
    );
    refused(
        &refresh(HOME_TENANT, "made-up"),
        400,
        "invalid_grant",
        9_002_313,
    );
    refused(&refresh(OTHER_TENANT, token), 400, "invalid_grant", 50020);
}

#[test]
fn discovery_points_back_here() {
    let emulator = Emulator::start();
    let base = &emulator.endpoint;
    let path = format!("/{HOME_TENANT}/v2.0/.well-known/openid-configuration");
    let found = emulator
        .send("GET", &path, &[], &json!(null))
        .expect(200)
        .body;
    assert_eq!(
        found["token_endpoint"],
        format!("{base}/{HOME_TENANT}/oauth2/v2.0/token")
    );
    assert_eq!(found["issuer"], format!("{base}/{HOME_TENANT}/v2.0"));
    let keys = found["jwks_uri"].as_str().unwrap();
    assert_eq!(
        emulator
            .send("GET", keys, &[], &json!(null))
            .expect(200)
            .body["keys"][0]["crv"],
        "P-256"
    );
    let instance = emulator
        .send(
            "GET",
            "/common/discovery/instance?api-version=1.1",
            &[],
            &json!(null),
        )
        .expect(200);
    assert_eq!(
        instance.body["metadata"][0]["aliases"],
        json!([base.trim_start_matches("https://")])
    );
}

#[test]
fn the_managed_identity_needs_its_header_and_is_a_contributor() {
    let emulator = Emulator::start();
    let place = emulator.ready["identityEndpoint"].as_str().unwrap();
    let url = format!("{place}?api-version=2019-08-01&resource=https://management.azure.com/");
    let ask = |url: &str, header: &str| {
        Answer::read(
            emulator
                .client
                .get(url)
                .header("X-IDENTITY-HEADER", header)
                .send()
                .unwrap(),
        )
    };
    let header = emulator.ready["identityHeader"].as_str().unwrap();
    ask(&url, "guess").expect(401);
    let body = ask(&url, header).expect(200).body;
    assert!(body["expires_on"].as_str().unwrap().parse::<u64>().is_ok());
    assert_eq!(body["token_type"], "Bearer");
    let token = body["access_token"].as_str().unwrap();
    let group = format!("{}/resourceGroups/rg-machine", crate::common::SUBSCRIPTION);
    emulator
        .arm_as(token, "PUT", &group, &json!({ "location": "westeurope" }))
        .expect(201);
    let answer = ask(
        &format!("{url}&client_id=12345678-1234-4234-8234-123456789012"),
        header,
    )
    .expect(400);
    assert!(
        answer.body["message"]
            .as_str()
            .unwrap()
            .contains("No User Assigned")
    );
}
