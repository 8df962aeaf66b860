//! Client assertions: certificates and federated tokens, their signatures checked.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it stands, its helpers too"
)]

use crate::common::{ARM, Answer, Emulator, HOME_TENANT, OWNER, READER, SUBSCRIPTION, refused};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use rcgen::{CertificateParams, KeyPair, PKCS_RSA_SHA256};
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_SHA256, RSA_PSS_SHA256, RsaKeyPair};
use serde_json::{Value, json};
use time::{Duration, OffsetDateTime};

const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const ONE: &str = include_str!("keys/one.pem");
const TWO: &str = include_str!("keys/two.pem");
const DAY: Duration = Duration::DAY;

fn now() -> i64 {
    OffsetDateTime::now_utc().unix_timestamp()
}

/// A key with a certificate of its own.
struct Identity {
    key: RsaKeyPair,
    pem: String,
    der: Vec<u8>,
}

impl Identity {
    fn new(key: &str) -> Self {
        Self::valid(key, -DAY, DAY)
    }

    fn valid(key: &str, from: Duration, until: Duration) -> Self {
        let pair = KeyPair::from_pem_and_sign_algo(key, &PKCS_RSA_SHA256).unwrap();
        let mut params = CertificateParams::default();
        params.not_before = OffsetDateTime::now_utc() + from;
        params.not_after = OffsetDateTime::now_utc() + until;
        let certificate = params.self_signed(&pair).unwrap();
        Self {
            key: RsaKeyPair::from_pkcs8(&pair.serialize_der()).unwrap(),
            pem: certificate.pem(),
            der: certificate.der().to_vec(),
        }
    }

    fn sha1(&self) -> String {
        URL_SAFE_NO_PAD.encode(digest(&SHA1_FOR_LEGACY_USE_ONLY, &self.der))
    }

    fn sha256(&self) -> String {
        URL_SAFE_NO_PAD.encode(digest(&SHA256, &self.der))
    }

    fn sign(&self, header: &Value, claims: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let message = format!("{}.{}", part(header), part(claims));
        let mut signature = vec![0; self.key.public().modulus_len()];
        let padding: &dyn ring::signature::RsaEncoding = if header["alg"] == "PS256" {
            &RSA_PSS_SHA256
        } else {
            &RSA_PKCS1_SHA256
        };
        self.key
            .sign(
                padding,
                &SystemRandom::new(),
                message.as_bytes(),
                &mut signature,
            )
            .unwrap();
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    /// The usual header.
    fn header(&self) -> Value {
        json!({ "alg": "RS256", "typ": "JWT", "x5t": self.sha1() })
    }
}

fn register(emulator: &Emulator, identity: &Identity) -> Answer {
    let body = json!({ "clientId": OWNER.0, "certificate": identity.pem });
    emulator.control("POST", "certificates", &body).expect(200)
}

/// What an application says of itself.
fn claims(emulator: &Emulator) -> Value {
    json!({
        "aud": format!("{}/{HOME_TENANT}/oauth2/v2.0/token", emulator.endpoint),
        "iss": OWNER.0, "sub": OWNER.0, "jti": "one-of-a-kind", "nbf": now(), "exp": now() + 600,
    })
}

fn with(mut value: Value, name: &str, other: impl Into<Value>) -> Value {
    value[name] = other.into();
    value
}

fn send(emulator: &Emulator, assertion: &str) -> Answer {
    emulator.form(
        &format!("/{HOME_TENANT}/oauth2/v2.0/token"),
        &[
            ("grant_type", "client_credentials"),
            ("client_id", OWNER.0),
            ("client_assertion_type", ASSERTION_TYPE),
            ("client_assertion", assertion),
            ("scope", ARM),
        ],
    )
}

#[test]
fn a_certificate_signs_in_with_each_algorithm_and_each_way_to_name_it() {
    let emulator = Emulator::start();
    let identity = Identity::new(ONE);
    let shown = register(&emulator, &identity).body;
    let thumbprint = shown["thumbprint"].as_str().unwrap();
    assert_eq!(
        URL_SAFE_NO_PAD.encode(hex(thumbprint)),
        identity.sha1(),
        "{thumbprint}"
    );
    let x5c = STANDARD.encode(&identity.der);
    for header in [
        identity.header(),
        json!({ "alg": "PS256", "typ": "JWT", "x5t#S256": identity.sha256() }),
        json!({ "alg": "RS256", "typ": "JWT", "kid": thumbprint }),
        json!({ "alg": "RS256", "typ": "JWT", "x5c": [x5c] }),
        json!({ "alg": "RS256", "typ": "JWT", "x5t": identity.sha1(), "x5c": [x5c] }),
    ] {
        let answer = send(&emulator, &identity.sign(&header, &claims(&emulator)));
        let token = answer.expect(200).body["access_token"].clone();
        emulator
            .arm_as(token.as_str().unwrap(), "GET", SUBSCRIPTION, &json!(null))
            .expect(200);
    }
}

fn hex(text: &str) -> Vec<u8> {
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
        .collect()
}

#[test]
fn an_assertion_is_refused_for_what_is_wrong_with_it() {
    let emulator = Emulator::start();
    let identity = Identity::new(ONE);
    register(&emulator, &identity);
    let good = || claims(&emulator);
    let refuse = |header: &Value, claims: &Value, number: u64| {
        let answer = send(&emulator, &identity.sign(header, claims));
        refused(&answer, 401, "invalid_client", number);
        answer.text
    };
    let header = identity.header();
    refuse(&header, &with(good(), "exp", now() - 3600), 700_024);
    refuse(&header, &with(good(), "nbf", now() + 3600), 700_024);
    let elsewhere = "https://elsewhere.example/token";
    refuse(&header, &with(good(), "aud", elsewhere), 700_023);
    refuse(&header, &with(good(), "iss", READER.0), 700_021);
    refuse(&header, &with(good(), "sub", READER.0), 700_021);
    refuse(&header, &with(good(), "jti", json!(null)), 50027);
    let unsigned = with(header.clone(), "alg", "none");
    refuse(&unsigned, &good(), 50027);
    let nameless = json!({ "alg": "RS256", "typ": "JWT" });
    let text = refuse(&nameless, &good(), 50027);
    assert!(text.contains("No certificate thumbprint"), "{text}");
    refused(&send(&emulator, "rubbish"), 401, "invalid_client", 50027);
}

#[test]
fn a_signature_counts_only_with_the_registered_key_in_its_time() {
    let emulator = Emulator::start();
    let (one, two) = (Identity::new(ONE), Identity::new(TWO));
    let reason = |assertion: &str| {
        let answer = send(&emulator, assertion);
        refused(&answer, 401, "invalid_client", 700_027);
        answer.text
    };
    let signed = one.sign(&one.header(), &claims(&emulator));
    assert!(reason(&signed).contains("The key was not found."));

    register(&emulator, &one);
    send(&emulator, &signed).expect(200);
    let stranger = two.sign(&two.header(), &claims(&emulator));
    assert!(reason(&stranger).contains("The key was not found."));
    let forged = two.sign(&one.header(), &claims(&emulator));
    assert!(reason(&forged).contains("verify the signature failed"));
    // The one signature under the other's name.
    let other = with(one.header(), "alg", "PS256");
    let (message, _) = one
        .sign(&other, &claims(&emulator))
        .rsplit_once('.')
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .unwrap();
    let (_, signature) = signed.rsplit_once('.').unwrap();
    assert!(reason(&format!("{message}.{signature}")).contains("verify the signature failed"));

    let old = Identity::valid(TWO, -2 * DAY, -DAY);
    register(&emulator, &old);
    let late = old.sign(&old.header(), &claims(&emulator));
    assert!(reason(&late).contains("The key used is expired."));

    let body = json!({ "clientId": OWNER.0 });
    emulator
        .control("DELETE", "certificates", &body)
        .expect(204);
    assert!(reason(&signed).contains("The key was not found."));
}

#[test]
fn what_is_no_certificate_is_not_registered() {
    let emulator = Emulator::start();
    let post = |body: &Value| emulator.control("POST", "certificates", body);
    let certificate = Identity::new(ONE).pem;
    let stranger = json!({ "clientId": "nobody", "certificate": certificate });
    post(&stranger).expect(404);
    for text in [
        "",
        ONE,
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    ] {
        post(&json!({ "clientId": OWNER.0, "certificate": text })).expect(400);
    }
}

#[test]
fn the_last_assertion_is_shown_when_it_was_to_be_remembered() {
    let emulator = Emulator::start();
    let identity = Identity::new(ONE);
    register(&emulator, &identity);
    let assertion = identity.sign(&identity.header(), &claims(&emulator));
    send(&emulator, &assertion).expect(200);
    let show = || emulator.control("GET", "client-assertion", &json!(null));
    show().expect(404);
    emulator.set(&json!({ "rememberAssertions": true }));
    send(&emulator, &assertion).expect(200);
    assert_eq!(
        show().expect(200).body,
        json!({ "clientId": OWNER.0, "assertion": assertion })
    );
    let journal = emulator.control("GET", "requests", &json!(null)).text;
    assert!(!journal.contains(&assertion));
}

fn federated_token(emulator: &Emulator, body: &Value) -> String {
    let answer = emulator.control("POST", "federated-tokens", body);
    answer.expect(200).body["token"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn a_federated_token_is_good_for_the_registered_issuer_subject_and_audience() {
    let emulator = Emulator::start();
    let subject = "system:serviceaccount:default:runner";
    let token = federated_token(&emulator, &json!({ "subject": subject }));
    refused(&send(&emulator, &token), 401, "invalid_client", 700_211);

    let credential = json!({ "clientId": OWNER.0, "subject": subject });
    let shown = emulator
        .control("POST", "federated-credentials", &credential)
        .expect(200)
        .body;
    assert_eq!(shown["audience"], "api://AzureADTokenExchange");
    send(&emulator, &token).expect(200);
    for (body, number) in [
        (
            json!({ "subject": "system:serviceaccount:default:Runner" }),
            700_213,
        ),
        (
            json!({ "subject": subject, "audience": "api://other" }),
            700_212,
        ),
        (
            json!({ "subject": subject, "issuer": "https://other.example" }),
            700_211,
        ),
    ] {
        let other = federated_token(&emulator, &body);
        refused(&send(&emulator, &other), 401, "invalid_client", number);
    }
    let short = federated_token(
        &emulator,
        &json!({ "subject": subject, "lifetimeSeconds": 60 }),
    );
    emulator.advance(900);
    refused(&send(&emulator, &short), 401, "invalid_client", 700_024);
    let again = federated_token(&emulator, &json!({ "subject": subject }));
    send(&emulator, &again).expect(200);
    let owner = json!({ "clientId": OWNER.0 });
    emulator
        .control("DELETE", "federated-credentials", &owner)
        .expect(204);
    refused(&send(&emulator, &again), 401, "invalid_client", 700_211);
}

#[test]
fn another_issuer_is_known_by_its_key() {
    let emulator = Emulator::start();
    let (one, two) = (Identity::new(ONE), Identity::new(TWO));
    let issuer = "https://cluster.example/oidc";
    let claims = json!({ "aud": "api://AzureADTokenExchange", "iss": issuer, "sub": "pod", "nbf": now(),
        "exp": now() + 600 });
    let header = json!({ "alg": "RS256", "typ": "JWT", "kid": "k1" });
    let pair = |identity: &Identity| identity.key.public().as_ref().to_vec();
    assert_ne!(pair(&one), pair(&two));
    let credential = |more: &Value| {
        let mut body = json!({ "clientId": OWNER.0, "issuer": issuer, "subject": "pod" });
        for (name, value) in more.as_object().unwrap() {
            body[name] = value.clone();
        }
        emulator.control("POST", "federated-credentials", &body)
    };
    credential(&json!({ "publicKey": one.pem })).expect(200);
    send(&emulator, &one.sign(&header, &claims)).expect(200);
    refused(
        &send(&emulator, &two.sign(&header, &claims)),
        401,
        "invalid_client",
        50013,
    );

    let owner = json!({ "clientId": OWNER.0 });
    let forget = || emulator.control("DELETE", "federated-credentials", &owner);
    forget().expect(204);
    let components = ring::signature::RsaPublicKeyComponents::<Vec<u8>>::from(two.key.public());
    let key = |kid: &str| {
        json!({ "kty": "RSA", "kid": kid, "use": "sig", "alg": "RS256",
            "n": URL_SAFE_NO_PAD.encode(&components.n), "e": URL_SAFE_NO_PAD.encode(&components.e) })
    };
    credential(&json!({ "keys": { "keys": [key("k1")] } })).expect(200);
    send(&emulator, &two.sign(&header, &claims)).expect(200);
    forget().expect(204);
    credential(&json!({ "keys": [key("k2")] })).expect(200);
    refused(
        &send(&emulator, &two.sign(&header, &claims)),
        401,
        "invalid_client",
        50013,
    );
    credential(&json!({ "keys": [{ "kty": "oct", "k": "AA" }] })).expect(400);
    credential(&json!({ "publicKey": "no key" })).expect(400);
}
