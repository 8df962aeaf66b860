//! Applications with a certificate: what is sent, what another library makes of it, and which files do not serve.

use std::sync::Arc;

use crate::support::{
    Answer, Said, Script, TENANT,
    applications::{APP, field, fixture, outside, subscriptions, token},
    run, run_request,
};
use azir_azure::{
    auth::{
        certificate_file::FileSigner,
        signer::{CertificateStore, Signer},
    },
    error::{Error, ErrorKind, Result},
    secret::Secret,
};
use azir_core::state::System;
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use num_bigint::BigUint;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use x509_parser::{
    prelude::{FromDer, X509Certificate},
    public_key::PublicKey,
};

async fn with_file(script: &Script, name: &str, password: Option<&str>, more: Value) -> Said {
    let mut arguments = json!({"ServicePrincipal": true, "ApplicationId": APP, "Tenant": TENANT,
        "CertificatePath": fixture(name)});
    if let Some(password) = password {
        arguments["CertificatePassword"] =
            json!({"secret": {"offset": 0, "length": password.len(), "encoding": "utf8"}});
    }
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    let request = json!({"operation": "account.connect", "arguments": arguments, "verbose": true, "debug": true});
    run_request(
        &crate::support::library(script),
        &request,
        password.unwrap_or("").as_bytes(),
        &[],
    )
    .await
}

#[tokio::test]
async fn an_application_signs_in_with_each_kind_of_certificate_file() {
    for (name, password) in [
        ("app.pfx", Some("planted-password")),
        ("app-3des.pfx", Some("planted-password")),
        ("app-rc2.pfx", Some("planted-password")),
        ("app-no-password.pfx", None),
        ("app-no-password.pfx", Some("")),
        ("app-no-password-aes.pfx", None),
        ("app.pem", None),
        ("app-pkcs1.pem", None),
        ("app-encrypted.pem", Some("planted-password")),
    ] {
        let script = Script::new(vec![token("planted-token"), subscriptions()]);
        let said = with_file(&script, name, password, json!({})).await;
        assert!(
            said.messages("error").is_empty(),
            "{name}: {:?}",
            said.frames
        );
        assert!(said.objects[0].contains("ServicePrincipal"), "{name}");
        assert!(!said.everything().contains("planted"), "{name}");
        let sent = &script.sent()[0];
        assert_eq!(field(sent, "grant_type"), "client_credentials");
        assert_eq!(field(sent, "client_id"), APP);
        assert!(field(sent, "claims").contains("cp1"));
        let assertion = field(sent, "client_assertion");
        let part = |index: usize| -> Value {
            let text = assertion.split('.').nth(index).unwrap();
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap()
        };
        assert_eq!(part(0)["alg"], "PS256");
        assert!(part(0).get("x5c").is_none());
        let claims = part(1);
        assert_eq!(
            claims["aud"],
            format!("https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token")
        );
        assert_eq!((&claims["iss"], &claims["sub"]), (&json!(APP), &json!(APP)));
        assert!(claims["exp"].as_i64().unwrap() - claims["nbf"].as_i64().unwrap() <= 600);
    }
}

/// RSASSA-PSS with SHA-256 by the book (RFC 8017, 9.1.2), with other code than what signs.
fn verifies(certificate: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let (_, certificate) = X509Certificate::from_der(certificate).unwrap();
    let PublicKey::RSA(key) = certificate.public_key().parsed().unwrap() else {
        panic!("not RSA");
    };
    let number = BigUint::from_bytes_be(signature).modpow(
        &BigUint::from_bytes_be(key.exponent),
        &BigUint::from_bytes_be(key.modulus),
    );
    let mut encoded = vec![0_u8; 256 - number.to_bytes_be().len()];
    encoded.extend(number.to_bytes_be());
    let (masked, rest) = encoded.split_at(256 - 33);
    let hash = &rest[..32];
    let mask: Vec<u8> = (0_u32..7)
        .flat_map(|counter| Sha256::digest([hash, &counter.to_be_bytes()].concat()).to_vec())
        .collect();
    let mut block: Vec<u8> = masked.iter().zip(mask).map(|(a, b)| a ^ b).collect();
    block[0] &= 0x7f;
    let (padding, salt) = block.split_at(block.len() - 32);
    let (one, zeros) = padding.split_last().unwrap();
    let again = Sha256::digest([&[0; 8], Sha256::digest(message).as_slice(), salt].concat());
    rest[32] == 0xbc && *one == 1 && zeros.iter().all(|byte| *byte == 0) && again.as_slice() == hash
}

#[tokio::test]
async fn another_library_finds_the_assertions_signature_and_thumbprint_right() {
    let script = Script::new(vec![token("t"), subscriptions()]);
    with_file(&script, "app.pem", None, json!({})).await;
    let assertion = field(&script.sent()[0], "client_assertion");
    let (message, signature) = assertion.rsplit_once('.').unwrap();
    let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
    let signer = FileSigner::read(&fixture("app.pem"), None).unwrap();
    assert!(verifies(
        signer.certificate(),
        message.as_bytes(),
        &signature
    ));
    assert!(!verifies(
        signer.certificate(),
        b"another message",
        &signature
    ));
    let header = URL_SAFE_NO_PAD
        .decode(message.split('.').next().unwrap())
        .unwrap();
    let header: Value = serde_json::from_slice(&header).unwrap();
    let thumbprint = URL_SAFE_NO_PAD.encode(Sha256::digest(signer.certificate()));
    assert_eq!(header["x5t#S256"], thumbprint);
}

#[tokio::test]
async fn the_chain_is_sent_when_it_is_wanted_without_its_root() {
    let script = Script::new(vec![token("t"), subscriptions()]);
    let said = with_file(
        &script,
        "app.pfx",
        Some("planted-password"),
        json!({"SendCertificateChain": true}),
    )
    .await;
    assert!(said.messages("error").is_empty());
    let assertion = field(&script.sent()[0], "client_assertion");
    let header: Value = serde_json::from_slice(
        &URL_SAFE_NO_PAD
            .decode(assertion.split('.').next().unwrap())
            .unwrap(),
    )
    .unwrap();
    let chain = header["x5c"].as_array().unwrap();
    assert_eq!(chain.len(), 2);
    let signer = FileSigner::read(&fixture("app.pem"), None).unwrap();
    assert_eq!(
        STANDARD.decode(chain[0].as_str().unwrap()).unwrap(),
        signer.certificate()
    );
    assert_eq!(
        STANDARD.decode(chain[1].as_str().unwrap()).unwrap(),
        signer.chain()[0]
    );
}

#[tokio::test]
async fn a_certificate_file_that_cannot_be_used_says_why_before_anything_is_sent() {
    for (name, password, text) in [
        (
            "app.pfx",
            Some("planted-wrong"),
            "the password does not open it. Check -CertificatePassword.",
        ),
        (
            "app.pfx",
            None,
            "it is protected by a password. Give it with -CertificatePassword.",
        ),
        (
            "app-3des.pfx",
            Some("planted-wrong"),
            "the password does not open it. Check -CertificatePassword.",
        ),
        (
            "app-encrypted.pem",
            Some("planted-wrong"),
            "the password does not open it. Check -CertificatePassword.",
        ),
        (
            "app-encrypted.pem",
            None,
            "it is protected by a password. Give it with -CertificatePassword.",
        ),
        (
            "app-old-encryption.pem",
            Some("planted-password"),
            "its private key is encrypted in the old way of OpenSSL.",
        ),
        (
            "certificate-only.pem",
            None,
            "it holds a certificate but no private key. Export it with its private key",
        ),
        (
            "certificate-only.pfx",
            Some("planted-password"),
            "it holds a certificate but no private key.",
        ),
        (
            "other-key.pem",
            None,
            "its private key does not belong to its certificate.",
        ),
        (
            "elliptic.pem",
            None,
            "its private key is not an RSA key of 2048 to 4096 bits.",
        ),
        ("none.pfx", None, "it could not be read"),
        (
            "key-only.pem",
            None,
            "it holds no certificate. Give a PFX file",
        ),
        (
            "../../Cargo.toml",
            None,
            "it is neither a PFX file that can be read nor a PEM file.",
        ),
    ] {
        let script = Script::new(vec![]);
        let said = with_file(&script, name, password, json!({})).await;
        let error = said.error();
        assert!(
            error.starts_with("The certificate file '") && error.contains(text),
            "{name}: {error}"
        );
        assert!(script.sent().is_empty(), "{name}");
        assert!(!said.everything().contains("planted"), "{name}");
    }
}

#[tokio::test]
async fn a_certificate_out_of_its_time_says_so() {
    for (name, text) in [
        (
            "expired.pem",
            "of 'CN=azir test expired' expired at 2001-01-01 00:00 UTC. Add a new certificate to the application and \
             sign in with it.",
        ),
        (
            "future.pem",
            "of 'CN=azir test future' is not valid before 2090-01-01 00:00 UTC. Check this computer's clock, or wait.",
        ),
    ] {
        let script = Script::new(vec![]);
        let said = with_file(&script, name, None, json!({})).await;
        assert!(
            said.error().starts_with("The certificate ") && said.error().ends_with(text),
            "{}",
            said.error()
        );
        assert!(script.sent().is_empty());
    }
}

/// A store with one certificate, whose key cannot do the newer signature.
#[derive(Debug)]
struct Store(Arc<Older>);

#[derive(Debug)]
struct Older(FileSigner);

impl Signer for Older {
    fn certificate(&self) -> &[u8] {
        self.0.certificate()
    }
    fn chain(&self) -> Vec<Vec<u8>> {
        self.0.chain()
    }
    fn sign_rs256(&self, message: &[u8]) -> Result<Vec<u8>> {
        self.0.sign_rs256(message)
    }
    fn sign_ps256(&self, _: &[u8]) -> Result<Vec<u8>> {
        Err(Error::reason(ErrorKind::Credential, "not with this key"))
    }
}

impl CertificateStore for Store {
    fn find(&self, thumbprint: &str) -> Result<Arc<dyn Signer>> {
        assert_eq!(thumbprint, "AB".repeat(20));
        Ok(Arc::clone(&self.0) as Arc<dyn Signer>)
    }
}

#[tokio::test]
async fn a_thumbprint_is_looked_for_in_the_store_and_older_keys_sign_in_the_older_way() {
    let script = Script::new(vec![token("t"), subscriptions()]);
    let signer = FileSigner::read(&fixture("app.pem"), None).unwrap();
    let library = outside(
        &script,
        System {
            certificates: Some(Arc::new(Store(Arc::new(Older(signer))))),
            ..System::default()
        },
    );
    let thumbprint = format!("\u{200e}{}", "ab ".repeat(20));
    let arguments =
        json!({"ApplicationId": APP, "Tenant": TENANT, "CertificateThumbprint": thumbprint});
    let said = run(&library, "account.connect", arguments.clone()).await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    let assertion = field(&script.sent()[0], "client_assertion");
    let header = URL_SAFE_NO_PAD
        .decode(assertion.split('.').next().unwrap())
        .unwrap();
    assert_eq!(
        serde_json::from_slice::<Value>(&header).unwrap()["alg"],
        "RS256"
    );

    let script = Script::new(vec![]);
    let said = run(
        &crate::support::library(&script),
        "account.connect",
        arguments,
    )
    .await;
    assert!(
        said.error()
            .starts_with("This system has no certificate store")
    );
    let arguments =
        json!({"ApplicationId": APP, "Tenant": TENANT, "CertificateThumbprint": "AB CD"});
    let said = run(
        &crate::support::library(&script),
        "account.connect",
        arguments,
    )
    .await;
    assert_eq!(
        said.error(),
        "'AB CD' is not a thumbprint: that has 40 hexadecimal digits."
    );
}

#[tokio::test]
async fn a_clock_that_is_off_is_told_with_the_refusal() {
    // The script's clock stands at 9 September 2001, 01:46:40.
    let body =
        json!({"error": "invalid_client", "error_description": "AADSTS700024: Out of time."})
            .to_string();
    let script = Script::new(vec![Answer::Reply(
        401,
        vec![("date", "Sun, 09 Sep 2001 02:46:40 GMT".into())],
        body,
    )]);
    let said = with_file(&script, "app.pem", None, json!({})).await;
    assert!(
        said.error()
            .ends_with("This computer's clock is 60 minutes behind the service's: set it right."),
        "{}",
        said.error()
    );
}

#[test]
fn signing_takes_a_secret_password_and_prints_no_key() {
    let signer = FileSigner::read(
        &fixture("app.pfx"),
        Some(&Secret::new("planted-password".into())),
    )
    .unwrap();
    assert!(!format!("{signer:?}").contains("planted"));
    assert_eq!(signer.sign_rs256(b"x").unwrap().len(), 256);
}
