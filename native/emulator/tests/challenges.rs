//! Tokens that are not good any more: claims challenges, revoked and aged refresh tokens, the wrong tenant.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it stands, its helpers too"
)]

use crate::common::{
    ARM, Answer, Emulator, HOME_TENANT, OTHER_SUBSCRIPTION, OTHER_TENANT, OWNER, READER,
    SUBSCRIPTION, refused,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use serde_json::{Value, json};

const CLI: &str = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
const PERSON: &str = "88888888-8888-4888-8888-888888888888";

fn with_claims(emulator: &Emulator, who: (&str, &str), claims: &str) -> Answer {
    emulator.form(
        &format!("/{HOME_TENANT}/oauth2/v2.0/token"),
        &[
            ("grant_type", "client_credentials"),
            ("client_id", who.0),
            ("client_secret", who.1),
            ("scope", ARM),
            ("claims", claims),
        ],
    )
}

/// A token of a client that understands challenges.
fn capable(emulator: &Emulator, who: (&str, &str)) -> String {
    let claims = r#"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#;
    let answer = with_claims(emulator, who, claims).expect(200);
    answer.body["access_token"].as_str().unwrap().to_owned()
}

fn ask(emulator: &Emulator, token: &str) -> Answer {
    emulator.arm_as(token, "GET", SUBSCRIPTION, &json!(null))
}

/// The claims of the challenge in `answer`.
fn challenge(answer: &Answer) -> Value {
    let header = answer.header("www-authenticate");
    assert!(header.contains("error=\"insufficient_claims\""), "{header}");
    let claims = header
        .split("claims=\"")
        .nth(2)
        .or_else(|| header.split(", claims=\"").nth(1));
    let claims = claims.unwrap().split('"').next().unwrap();
    serde_json::from_slice(&URL_SAFE.decode(claims).unwrap()).unwrap()
}

#[test]
fn a_revoked_token_is_challenged_and_a_new_one_is_good() {
    let emulator = Emulator::start();
    let plain = emulator.token.clone();
    let old = capable(&emulator, OWNER);
    ask(&emulator, &old).expect(200);
    let revoked = emulator
        .control("POST", "revoke-sessions", &json!({}))
        .expect(200)
        .body;

    let answer = ask(&emulator, &old).refused(401, "TokenIssuedBeforeRevocationTimestamp");
    let claims = challenge(&answer);
    let nbf = &claims["access_token"]["nbf"];
    assert_eq!(nbf["essential"], true);
    assert_eq!(nbf["value"], revoked["notBefore"].to_string());
    let both = json!({ "access_token": { "nbf": nbf, "xms_cc": { "values": ["cp1"] } } });
    let new = with_claims(&emulator, OWNER, &both.to_string()).expect(200);
    ask(&emulator, new.body["access_token"].as_str().unwrap()).expect(200);
    // A client without the capability gets no challenge: its token is valid until it expires.
    ask(&emulator, &plain).expect(200);

    let every = json!({ "everyToken": true });
    emulator
        .control("POST", "revoke-sessions", &every)
        .expect(200);
    challenge(&ask(&emulator, &plain).expect(401));
}

#[test]
fn a_revocation_may_be_about_one_principal() {
    let emulator = Emulator::start();
    let (owner, reader) = (capable(&emulator, OWNER), capable(&emulator, READER));
    let revoke = |body: Value| emulator.control("POST", "revoke-sessions", &body);
    revoke(json!({ "principal": READER.0 })).expect(200);
    ask(&emulator, &owner).expect(200);
    challenge(&ask(&emulator, &reader).expect(401));
    revoke(json!({ "principal": "66666666-6666-4666-8666-000000000001" })).expect(200);
    challenge(&ask(&emulator, &owner).expect(401));
    revoke(json!({ "principal": "nobody" })).expect(404);
    revoke(json!({ "refreshTokens": "burnt" })).expect(400);
}

#[test]
fn claims_that_are_no_object_are_refused() {
    let emulator = Emulator::start();
    for claims in ["{", "[]", "\"cp1\""] {
        let answer = with_claims(&emulator, OWNER, claims);
        refused(&answer, 400, "invalid_request", 9_002_313);
    }
}

fn person(emulator: &Emulator) -> Value {
    let started = emulator.form(
        "/organizations/oauth2/v2.0/devicecode",
        &[("client_id", CLI), ("scope", ARM)],
    );
    let code = started.expect(200).body["device_code"].clone();
    let answer = emulator.form(
        "/organizations/oauth2/v2.0/token",
        &[
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
            ("client_id", CLI),
            ("device_code", code.as_str().unwrap()),
        ],
    );
    answer.expect(200).body
}

fn refresh(emulator: &Emulator, tokens: &Value) -> Answer {
    emulator.form(
        &format!("/{HOME_TENANT}/oauth2/v2.0/token"),
        &[
            ("grant_type", "refresh_token"),
            ("client_id", CLI),
            ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
            ("scope", ARM),
        ],
    )
}

#[test]
fn a_refresh_token_is_refused_as_revoked_expired_or_not_enough() {
    let emulator = Emulator::start();
    for (state, error, number, suberror) in [
        ("revoked", "invalid_grant", 50173, "bad_token"),
        ("expired", "invalid_grant", 700_082, "bad_token"),
        ("interaction", "interaction_required", 50076, "basic_action"),
    ] {
        let tokens = person(&emulator);
        refresh(&emulator, &tokens).expect(200);
        let body = json!({ "principal": PERSON, "refreshTokens": state });
        emulator
            .control("POST", "revoke-sessions", &body)
            .expect(200);
        let answer = refresh(&emulator, &tokens);
        refused(&answer, 400, error, number);
        assert_eq!(answer.body["suberror"], suberror);
        let claims = answer.body["claims"].as_str().unwrap_or_default();
        assert_eq!(
            claims.contains("\"capolids\""),
            state == "interaction",
            "{claims}"
        );
        // Who signs in again goes on.
        refresh(&emulator, &person(&emulator)).expect(200);
    }
}

#[test]
fn a_refresh_token_ends_after_ninety_days() {
    let emulator = Emulator::start();
    let tokens = person(&emulator);
    emulator.advance(89 * 24 * 3600);
    refresh(&emulator, &tokens).expect(200);
    emulator.advance(24 * 3600);
    refused(&refresh(&emulator, &tokens), 400, "invalid_grant", 700_082);
}

#[test]
fn a_token_of_the_wrong_tenant_is_told_the_right_one() {
    let emulator = Emulator::start();
    let answer = emulator
        .get(OTHER_SUBSCRIPTION)
        .refused(401, "InvalidAuthenticationTokenTenant");
    let text = answer.message();
    assert!(
        text.starts_with(&format!(
            "The access token is from the wrong issuer 'https://sts.windows.net/{HOME_TENANT}/'. It must match the \
             tenant \
             'https://sts.windows.net/{OTHER_TENANT}/' associated with this subscription. Please use the authority \
             (URL) \
             'https://login.windows.net/{OTHER_TENANT}' to get the token."
        )),
        "{text}"
    );
    let header = answer.header("www-authenticate");
    let expected = format!(
        "Bearer authorization_uri=\"{}/{OTHER_TENANT}\", error=\"invalid_token\"",
        emulator.endpoint
    );
    assert!(header.starts_with(&expected), "{header}");
    let right = emulator.token_of(OTHER_TENANT, OWNER);
    emulator
        .arm_as(&right, "GET", OTHER_SUBSCRIPTION, &json!(null))
        .expect(200);
}

#[test]
fn the_token_endpoint_can_be_spoiled_like_any_other() {
    let emulator = Emulator::start();
    let spoil = |fault: Value| {
        let mut fault = fault;
        fault["path"] = "/oauth2/v2.0/token".into();
        emulator.control("POST", "faults", &fault).expect(200);
    };
    spoil(json!({ "status": 429, "headers": { "Retry-After": "7" } }));
    let answer = emulator.sign_in(HOME_TENANT, OWNER, ARM).expect(429);
    assert_eq!(answer.header("retry-after"), "7");
    spoil(json!({ "malformed": true }));
    let answer = emulator.sign_in(HOME_TENANT, OWNER, ARM);
    assert!(answer.text.starts_with("<html>"), "{}", answer.text);
    spoil(json!({ "drop": true }));
    let url = format!("{}/{HOME_TENANT}/oauth2/v2.0/token", emulator.endpoint);
    emulator.client.post(url).send().unwrap_err();
    emulator.sign_in(HOME_TENANT, OWNER, ARM).expect(200);
}
