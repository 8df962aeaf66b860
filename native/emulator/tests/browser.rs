//! Sign-in with a browser: the page, the code, and what may be wrong with them.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it stands, its helpers too"
)]

use crate::common::{
    ARM, Answer, Emulator, HOME_TENANT, OTHER_SUBSCRIPTION, OTHER_TENANT, OWNER, refused,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use serde_json::json;
use url::Url;

const CLI: &str = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
const BACK: &str = "http://localhost:51234/";
const VERIFIER: &str = "a-verifier-that-is-long-enough-for-the-rule-of-43-characters";

/// Opens the page as a browser would, with fields replaced or, when empty, left out.
fn open(emulator: &Emulator, tenant: &str, other: &[(&str, &str)]) -> Answer {
    let challenge = URL_SAFE_NO_PAD.encode(digest(&SHA256, VERIFIER.as_bytes()));
    let scope = format!("{ARM} offline_access openid profile");
    let usual = [
        ("client_id", CLI),
        ("response_type", "code"),
        ("redirect_uri", BACK),
        ("scope", &scope),
        ("state", "s t&te"),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
    ];
    let fields = usual
        .iter()
        .filter(|(name, _)| other.iter().all(|(replaced, _)| replaced != name))
        .chain(other)
        .filter(|(_, value)| !value.is_empty());
    let page = format!("{}/{tenant}/oauth2/v2.0/authorize", emulator.endpoint);
    let url = Url::parse_with_params(&page, fields).unwrap();
    let client = crate::common::trusting(&emulator.ready)
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    Answer::read(client.get(url).send().unwrap())
}

/// The field that came back.
fn field(answer: &Answer, name: &str) -> Option<String> {
    let back = Url::parse(answer.header("location")).unwrap();
    assert!(back.as_str().starts_with(BACK), "{back}");
    back.query_pairs()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}

fn code(emulator: &Emulator) -> String {
    field(&open(emulator, HOME_TENANT, &[]).expect(302), "code").unwrap()
}

fn redeem(emulator: &Emulator, code: &str, other: &[(&str, &str)]) -> Answer {
    let usual = [
        ("grant_type", "authorization_code"),
        ("client_id", CLI),
        ("code", code),
        ("redirect_uri", BACK),
        ("code_verifier", VERIFIER),
    ];
    let fields: Vec<_> = usual
        .iter()
        .filter(|(name, _)| other.iter().all(|(replaced, _)| replaced != name))
        .chain(other)
        .copied()
        .collect();
    emulator.form("/organizations/oauth2/v2.0/token", &fields)
}

#[test]
fn the_person_comes_back_with_a_code_that_is_good_once() {
    let emulator = Emulator::start();
    let answer = open(&emulator, "organizations", &[("nonce", "n1")]).expect(302);
    assert_eq!(field(&answer, "state").unwrap(), "s t&te");
    let code = field(&answer, "code").unwrap();
    let tokens = redeem(&emulator, &code, &[]).expect(200).body;
    let access = tokens["access_token"].as_str().unwrap();
    let listed = emulator.arm_as(access, "GET", "/subscriptions", &json!(null));
    assert_eq!(listed.expect(200).body["count"]["value"], 2);
    assert!(tokens["refresh_token"].is_string());
    let id = tokens["id_token"]
        .as_str()
        .unwrap()
        .split('.')
        .nth(1)
        .unwrap();
    let id: serde_json::Value =
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(id).unwrap()).unwrap();
    assert_eq!(id["nonce"], "n1");
    assert_eq!(id["preferred_username"], "owner@home.azir.example");
    refused(&redeem(&emulator, &code, &[]), 400, "invalid_grant", 54005);
    let journal = emulator.control("GET", "requests", &json!(null)).text;
    assert!(!journal.contains(&code) && !journal.contains(VERIFIER));
}

#[test]
fn a_code_is_refused_with_another_verifier_address_client_or_too_late() {
    let emulator = Emulator::start();
    let wrong = |other: (&str, &str), number: u64| {
        let answer = redeem(&emulator, &code(&emulator), &[other]);
        refused(&answer, 400, "invalid_grant", number);
    };
    wrong(("code_verifier", "another"), 501_481);
    wrong(("code_verifier", ""), 501_481);
    wrong(("redirect_uri", "http://localhost:1/"), 500_112);
    wrong(("code", "made-up"), 70000);
    let powershell = "1950a258-227b-4e31-a9cf-717495945fc2";
    wrong(("client_id", powershell), 70000);
    let late = code(&emulator);
    emulator.advance(601);
    refused(&redeem(&emulator, &late, &[]), 400, "invalid_grant", 70008);
}

#[test]
fn the_setting_decides_what_the_person_does() {
    let emulator = Emulator::start();
    emulator.set(&json!({ "browser": "decline" }));
    let answer = open(&emulator, HOME_TENANT, &[]).expect(302);
    assert_eq!(field(&answer, "error").unwrap(), "access_denied");
    assert_eq!(field(&answer, "state").unwrap(), "s t&te");
    assert!(
        field(&answer, "error_description")
            .unwrap()
            .starts_with("AADSTS65004: ")
    );
    assert_eq!(field(&answer, "code"), None);

    emulator.set(&json!({ "browser": "wrongState" }));
    let answer = open(&emulator, HOME_TENANT, &[]).expect(302);
    assert!(field(&answer, "code").is_some());
    assert_ne!(field(&answer, "state").unwrap(), "s t&te");

    emulator.set(&json!({ "browser": "ignore" }));
    let answer = open(&emulator, HOME_TENANT, &[]).expect(200);
    assert!(answer.header("content-type").starts_with("text/html"));
    assert_eq!(answer.header("location"), "");
}

#[test]
fn who_asks_wrongly_sees_a_page_and_is_not_sent_anywhere() {
    let emulator = Emulator::start();
    for (other, number) in [
        (
            ("client_id", "12345678-1234-4234-8234-123456789012"),
            700_016,
        ),
        (("redirect_uri", "https://elsewhere.example/"), 50011),
        (("redirect_uri", "http://elsewhere.example/"), 50011),
        (("redirect_uri", ""), 900_144),
    ] {
        let answer = open(&emulator, HOME_TENANT, &[other]).expect(400);
        assert!(
            answer.text.contains(&format!("AADSTS{number}: ")),
            "{}",
            answer.text
        );
        assert_eq!(answer.header("location"), "");
    }
    let answer = open(&emulator, OTHER_TENANT, &[]).expect(400);
    assert!(answer.text.contains("AADSTS50020: "));
    let method = open(&emulator, HOME_TENANT, &[("code_challenge_method", "S512")]).expect(302);
    assert_eq!(field(&method, "error").unwrap(), "invalid_request");
}

#[test]
fn other_ways_back_carry_the_same() {
    let emulator = Emulator::start();
    let fragment = open(&emulator, HOME_TENANT, &[("response_mode", "fragment")]).expect(302);
    assert!(
        fragment
            .header("location")
            .starts_with(&format!("{BACK}#code="))
    );
    let posted = open(
        &emulator,
        HOME_TENANT,
        &[("response_mode", "form_post"), ("state", "\"><script>")],
    )
    .expect(200);
    assert!(posted.text.contains("name=\"code\""));
    assert!(posted.text.contains("value=\"&quot;&gt;&lt;script&gt;\""));
}

#[test]
fn an_application_with_a_secret_has_to_show_it() {
    let emulator = Emulator::start();
    let code = || {
        let answer = open(&emulator, HOME_TENANT, &[("client_id", OWNER.0)]);
        field(&answer.expect(302), "code").unwrap()
    };
    let own = ("client_id", OWNER.0);
    let bare = redeem(&emulator, &code(), &[own]);
    refused(&bare, 401, "invalid_client", 7_000_218);
    let secret = ("client_secret", OWNER.1);
    redeem(&emulator, &code(), &[own, secret]).expect(200);
}

#[test]
fn a_guest_signs_in_to_the_other_tenant_too() {
    let emulator = Emulator::start();
    emulator.set(&json!({ "guest": true }));
    let home = redeem(&emulator, &code(&emulator), &[]).expect(200).body;
    let refresh = [
        ("grant_type", "refresh_token"),
        ("client_id", CLI),
        ("refresh_token", home["refresh_token"].as_str().unwrap()),
        ("scope", ARM),
    ];
    let there = emulator
        .form(&format!("/{OTHER_TENANT}/oauth2/v2.0/token"), &refresh)
        .expect(200)
        .body;
    let access = there["access_token"].as_str().unwrap();
    let ask = |path: &str| emulator.arm_as(access, "GET", path, &json!(null));
    ask(OTHER_SUBSCRIPTION).expect(200);
    let tenants = ask("/tenants").expect(200).body;
    assert_eq!(tenants["value"].as_array().unwrap().len(), 2);
    ask(crate::common::SUBSCRIPTION).refused(401, "InvalidAuthenticationTokenTenant");
}
