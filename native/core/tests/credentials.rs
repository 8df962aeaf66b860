//! Each way of signing in with Connect-AzAccount: what is sent, and that what is secret is seen nowhere else.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod support;

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use async_trait::async_trait;
use azir_core::{
    auth::{
        certificate_file::FileSigner,
        signer::{CertificateStore, Signer},
    },
    clock::Clock,
    error::{Error, ErrorKind, Result},
    outside::{NotRun, Output, Program, Programs},
    secret::Secret,
    session::{Library, Outside},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use num_bigint::BigUint;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use support::{
    Answer, Hosted, SUBSCRIPTION, Said, Script, Sent, TENANT, ok, run, run_hosted, run_request,
    run_with,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use url::{Url, form_urlencoded};
use x509_parser::{
    prelude::{FromDer, X509Certificate},
    public_key::PublicKey,
};

const APP: &str = "66666666-6666-4666-8666-666666666666";

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

fn token(text: &str) -> Answer {
    ok(json!({"token_type": "Bearer", "expires_in": 3600, "access_token": text}))
}

/// A token that says who and where, unsigned: nobody here checks it.
fn jwt(claims: &Value) -> String {
    format!(
        "e30.{}.planted-signature",
        URL_SAFE_NO_PAD.encode(claims.to_string())
    )
}

fn subscriptions() -> Answer {
    ok(
        json!({"value": [{"subscriptionId": SUBSCRIPTION, "displayName": "One", "state": "Enabled", "tenantId": TENANT}]}),
    )
}

fn field(sent: &Sent, name: &str) -> String {
    form_urlencoded::parse(sent.body.as_bytes())
        .find(|(own, _)| own == name)
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

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
        &support::library(script),
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
            "of 'CN=azir test future' is good only from 2090-01-01 00:00 UTC on. Check this computer's clock, or wait.",
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
        Err(Error::new(ErrorKind::Credential, "not with this key"))
    }
}

impl CertificateStore for Store {
    fn find(&self, thumbprint: &str) -> Result<Arc<dyn Signer>> {
        assert_eq!(thumbprint, "AB".repeat(20));
        Ok(Arc::clone(&self.0) as Arc<dyn Signer>)
    }
}

fn outside(script: &Script, outside: Outside) -> Arc<Library> {
    Arc::new(Library::new(Arc::new(script.clone()), Box::new(script.clone())).with(outside))
}

#[tokio::test]
async fn a_thumbprint_is_looked_for_in_the_store_and_older_keys_sign_in_the_older_way() {
    let script = Script::new(vec![token("t"), subscriptions()]);
    let signer = FileSigner::read(&fixture("app.pem"), None).unwrap();
    let library = outside(
        &script,
        Outside {
            certificates: Some(Arc::new(Store(Arc::new(Older(signer))))),
            ..Outside::default()
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
    let said = run(&support::library(&script), "account.connect", arguments).await;
    assert!(
        said.error()
            .starts_with("This system has no certificate store")
    );
    let arguments =
        json!({"ApplicationId": APP, "Tenant": TENANT, "CertificateThumbprint": "AB CD"});
    let said = run(&support::library(&script), "account.connect", arguments).await;
    assert_eq!(
        said.error(),
        "'AB CD' is not a thumbprint: that has 40 hexadecimal digits."
    );
}

#[tokio::test]
async fn a_federated_token_vouches_for_an_application_until_it_ends() {
    let assertion = jwt(&json!({"exp": 1_000_000_100}));
    let script = Script::new(vec![token("planted-token"), subscriptions()]);
    let library = support::library(&script);
    let request = json!({"operation": "account.connect", "arguments": {"ApplicationId": APP, "Tenant": TENANT,
        "FederatedToken": {"secret": {"offset": 0, "length": assertion.len(), "encoding": "utf8"}}}});
    let said = run_request(&library, &request, assertion.as_bytes(), &[]).await;
    assert!(
        said.objects[0].contains("ClientAssertion"),
        "{:?}",
        said.frames
    );
    assert_eq!(field(&script.sent()[0], "client_assertion"), assertion);
    assert!(!said.everything().contains("planted"));

    let ended = jwt(&json!({"exp": 999_999_999}));
    let request = json!({"operation": "account.connect", "arguments": {"ApplicationId": APP, "Tenant": TENANT,
        "FederatedToken": {"secret": {"offset": 0, "length": ended.len(), "encoding": "utf8"}}}});
    let said = run_request(
        &support::library(&Script::new(vec![])),
        &request,
        ended.as_bytes(),
        &[],
    )
    .await;
    assert!(
        said.error()
            .starts_with("The federated token that Connect-AzAccount was given has expired")
    );
}

#[tokio::test]
async fn an_access_token_that_is_over_is_refused_at_once() {
    let over = jwt(&json!({"exp": 999_999_999, "tid": TENANT}));
    let script = Script::new(vec![]);
    let said = run(
        &support::library(&script),
        "account.connect",
        json!({"AccessToken": over, "AccountId": "me"}),
    )
    .await;
    assert!(
        said.error().starts_with("The access token has expired."),
        "{}",
        said.error()
    );
    assert!(!said.everything().contains("planted"));
}

/// A person's browser: it remembers the page, and comes back with what the test says.
#[derive(Debug)]
struct Browser {
    works: bool,
    answer: &'static str,
    page: Mutex<Option<Url>>,
}

#[async_trait]
impl Programs for Browser {
    async fn run(&self, _: Program) -> std::result::Result<Output, NotRun> {
        Err(NotRun::Missing)
    }

    async fn open(&self, address: &str) -> bool {
        if !self.works {
            return false;
        }
        let page = Url::parse(address).unwrap();
        let value = |name: &str| {
            page.query_pairs()
                .find(|(own, _)| own == name)
                .unwrap()
                .1
                .into_owned()
        };
        let port = Url::parse(&value("redirect_uri")).unwrap().port().unwrap();
        for target in [
            "/favicon.ico",
            "/?code=forged&state=guessed",
            &self.answer.replace("{state}", &value("state")),
        ] {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
            let request = format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n");
            stream.write_all(request.as_bytes()).await.unwrap();
            let address = page.clone();
            *self.page.lock().unwrap() = Some(address);
            // The last one is answered only after this program has ended: nobody waits for it here.
            if target.contains("favicon") || target.contains("forged") {
                let reader = tokio::spawn(async move {
                    let mut answer = String::new();
                    stream.read_to_string(&mut answer).await.unwrap();
                    answer
                });
                assert!(!reader.is_finished());
            } else {
                std::mem::forget(stream);
            }
        }
        true
    }
}

/// The script's clock, but its waits never end.
#[derive(Debug)]
struct Patient(Script);

#[async_trait]
impl Clock for Patient {
    fn now(&self) -> std::time::SystemTime {
        self.0.now()
    }
    async fn sleep(&self, _: std::time::Duration) {
        std::future::pending::<()>().await;
    }
}

fn browsing(script: &Script, works: bool, answer: &'static str) -> (Arc<Library>, Arc<Browser>) {
    let browser = Arc::new(Browser {
        works,
        answer,
        page: Mutex::default(),
    });
    let outside = Outside {
        programs: Some(Arc::clone(&browser) as Arc<dyn Programs>),
        ..Outside::default()
    };
    let library = if works {
        Library::new(Arc::new(Patient(script.clone())), Box::new(script.clone()))
    } else {
        Library::new(Arc::new(script.clone()), Box::new(script.clone()))
    };
    (Arc::new(library.with(outside)), browser)
}

fn screen() -> Hosted {
    Hosted {
        environment: json!({"DISPLAY": ":0"}),
        ..Hosted::default()
    }
}

#[tokio::test]
async fn a_person_signs_in_in_the_browser_and_only_the_answer_to_this_sign_in_counts() {
    let access = jwt(&json!({"tid": TENANT, "upn": "someone@example.org"}));
    let script = Script::new(vec![
        ok(json!({"access_token": access, "refresh_token": "planted-refresh", "expires_in": 3600})),
        subscriptions(),
    ]);
    let (library, browser) = browsing(&script, true, "/?code=planted-code&state={state}");
    let said = run_with(
        &library,
        "account.connect",
        json!({"AccountId": "someone@example.org"}),
        &screen(),
    )
    .await;
    assert!(
        said.objects
            .first()
            .is_some_and(|object| object.contains("someone@example.org")),
        "{:?}",
        said.frames
    );
    assert!(!said.everything().contains("planted"));
    let page = browser.page.lock().unwrap().clone().unwrap();
    let asked = |name: &str| {
        page.query_pairs()
            .find(|(own, _)| own == name)
            .unwrap()
            .1
            .into_owned()
    };
    assert_eq!(page.path(), "/organizations/oauth2/v2.0/authorize");
    assert_eq!(asked("login_hint"), "someone@example.org");
    let sent = &script.sent()[0];
    assert_eq!(field(sent, "grant_type"), "authorization_code");
    assert_eq!(field(sent, "code"), "planted-code");
    assert_eq!(field(sent, "redirect_uri"), asked("redirect_uri"));
    let digest = ring::digest::digest(
        &ring::digest::SHA256,
        field(sent, "code_verifier").as_bytes(),
    );
    assert_eq!(asked("code_challenge"), URL_SAFE_NO_PAD.encode(digest));
    assert_eq!(asked("code_challenge_method"), "S256");
    assert_eq!(library.state().contexts.current().unwrap().tenant, TENANT);
}

#[tokio::test]
async fn a_sign_in_that_is_cancelled_in_the_browser_is_told() {
    let script = Script::new(vec![]);
    let (library, _) = browsing(
        &script,
        true,
        "/?error=access_denied&error_subcode=cancel&state={state}",
    );
    let said = run_with(&library, "account.connect", json!({}), &screen()).await;
    assert_eq!(
        said.error(),
        "The sign-in was cancelled in the browser. Run Connect-AzAccount again."
    );
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn where_no_browser_can_be_shown_a_code_is() {
    for (works, hosted) in [(false, screen()), (true, Hosted::default())] {
        if works && cfg!(any(windows, target_os = "macos")) {
            continue;
        }
        let script = Script::new(vec![
            ok(json!({"device_code": "planted-code", "message": "Type ABC.", "interval": 1})),
            ok(
                json!({"access_token": "t", "refresh_token": "planted-refresh", "expires_in": 3600}),
            ),
            subscriptions(),
        ]);
        let (library, _) = browsing(&script, false, "");
        let said = run_with(&library, "account.connect", json!({}), &hosted).await;
        let warnings = said.messages("warning");
        assert!(
            warnings[0].starts_with("No browser can be shown here"),
            "{:?}",
            said.frames
        );
        assert_eq!(warnings[1], "Type ABC.");
        assert_eq!(said.objects.len(), 1);
    }
}

#[tokio::test]
async fn a_password_that_needs_a_second_factor_says_what_to_do() {
    let description = "AADSTS50076: Due to a configuration change you must use multi-factor authentication. Trace ID: x";
    let script = Script::new(vec![Answer::Reply(
        400,
        vec![],
        json!({"error": "interaction_required", "error_description": description}).to_string(),
    )]);
    let request = json!({"operation": "account.connect", "arguments": {"Tenant": TENANT,
        "Credential": {"userName": "me@x", "password": {"secret": {"offset": 0, "length": 7, "encoding": "utf8"}}}}});
    let said = run_request(&support::library(&script), &request, b"planted", &[]).await;
    assert_eq!(
        said.error(),
        format!(
            "Signing in user 'me@x' to tenant '{TENANT}' failed: AADSTS50076: Due to a configuration change you must use \
             multi-factor authentication (a second factor is asked for). Run Connect-AzAccount again, with -Tenant for \
             this tenant, and answer it in the browser."
        )
    );
    assert_eq!(field(&script.sent()[0], "username"), "me@x");
    assert!(!said.everything().contains("planted"));
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

#[tokio::test]
async fn a_tenant_that_cannot_be_one_is_refused_before_anything_is_sent() {
    let script = Script::new(vec![]);
    let arguments = json!({"UseDeviceAuthentication": true, "Tenant": "../evil?x="});
    let said = run(&support::library(&script), "account.connect", arguments).await;
    assert_eq!(
        said.error(),
        "'../evil?x=' is not a tenant: give its id (a GUID) or one of its domain names."
    );
    assert!(script.sent().is_empty());
}

/// An Azure CLI that answers in a row and remembers what it was asked.
#[derive(Debug, Default)]
struct Cli {
    answers: Mutex<Vec<std::result::Result<Output, NotRun>>>,
    asked: Mutex<Vec<Program>>,
}

#[async_trait]
impl Programs for Cli {
    async fn run(&self, program: Program) -> std::result::Result<Output, NotRun> {
        self.asked.lock().unwrap().push(program);
        self.answers.lock().unwrap().remove(0)
    }
    async fn open(&self, _: &str) -> bool {
        false
    }
}

fn printed(value: &Value) -> Output {
    Output {
        ok: true,
        text: value.to_string().into(),
        error: String::new(),
    }
}

fn cli(
    script: &Script,
    answers: Vec<std::result::Result<Output, NotRun>>,
) -> (Arc<Library>, Arc<Cli>) {
    let cli = Arc::new(Cli {
        answers: Mutex::new(answers),
        asked: Mutex::default(),
    });
    let programs = Some(Arc::clone(&cli) as Arc<dyn Programs>);
    (
        outside(
            script,
            Outside {
                programs,
                ..Outside::default()
            },
        ),
        cli,
    )
}

fn shown() -> Value {
    json!({"id": SUBSCRIPTION, "name": "Test", "tenantId": TENANT, "state": "Enabled",
        "environmentName": "AzureCloud", "user": {"name": "me@x", "type": "user"}})
}

#[tokio::test]
async fn the_azure_cli_serves_where_nobody_has_signed_in_and_is_asked_once() {
    let script = Script::new(vec![
        ok(support::self_hosted("ir-a")),
        ok(support::self_hosted("ir-a")),
    ]);
    let (library, cli) = cli(
        &script,
        vec![
            Ok(printed(&shown())),
            Ok(printed(
                &json!({"accessToken": "planted-token", "expires_on": 1_000_003_600,
                "expiresOn": "2001-09-09 04:46:40.000000"}),
            )),
        ],
    );
    let hosted = Hosted {
        environment: json!({"PATH": "/somewhere", "AZURE_CONFIG_DIR": "/config"}),
        ..Hosted::default()
    };
    for _ in 0..2 {
        let said = run_with(&library, "runtime.get", support::runtime(), &hosted).await;
        assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
        assert!(!said.everything().contains("planted"));
    }
    assert_eq!(
        script.sent()[1].header("authorization"),
        Some("Bearer planted-token")
    );
    let asked = cli.asked.lock().unwrap();
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[0].path.as_deref(), Some("/somewhere"));
    assert_eq!(
        asked[1].variables,
        [("AZURE_CONFIG_DIR".to_owned(), "/config".to_owned())]
    );
    assert_eq!(
        asked[1].arguments[..6],
        [
            "account",
            "get-access-token",
            "--scope",
            "https://management.azure.com/.default",
            "--tenant",
            TENANT
        ]
    );
}

#[tokio::test]
async fn what_was_tried_is_told_with_the_reason_of_each() {
    let failed = Ok(Output {
        ok: false,
        text: String::new().into(),
        error: "ERROR: Please run 'az login' to setup account.\n".into(),
    });
    let script = Script::new(vec![Answer::Reply(
        401,
        vec![],
        json!({"error": "invalid_client", "error_description": "AADSTS7000222: The secret is expired."}).to_string(),
    )]);
    let (library, _) = cli(&script, vec![failed]);
    let hosted = Hosted {
        context: Some(json!({"reason": "it is not installed"})),
        environment: json!({"AZURE_CLIENT_ID": "app", "AZURE_TENANT_ID": TENANT, "AZURE_CLIENT_SECRET": "planted"}),
        ..Hosted::default()
    };
    let said = run_with(&library, "runtime.get", support::runtime(), &hosted).await;
    assert_eq!(
        said.error(),
        format!(
            "Run Connect-AzAccount to login. Tried without success: Az.Accounts (it is not installed); the environment \
             (Signing in application 'app' to tenant '{TENANT}' failed: AADSTS7000222: The secret is expired (the secret \
             has expired). Make a new secret for the application); managed identity (neither IDENTITY_ENDPOINT nor \
             MSI_ENDPOINT is set; on a virtual machine run Connect-AzAccount -Identity); Azure CLI (The Azure CLI gave no \
             token: nobody is signed in with it (az login))."
        )
    );
    assert!(!said.everything().contains("planted"));
}

#[tokio::test]
async fn the_environments_credentials_serve_where_nobody_has_signed_in() {
    for (variables, field_name) in [
        (json!({"AZURE_CLIENT_SECRET": "planted"}), "client_secret"),
        (
            json!({"AZURE_CLIENT_CERTIFICATE_PATH": fixture("app.pem")}),
            "client_assertion",
        ),
        (
            json!({"AZURE_FEDERATED_TOKEN_FILE": fixture("federated.txt")}),
            "client_assertion",
        ),
    ] {
        let script = Script::new(vec![
            token("planted-token"),
            ok(support::self_hosted("ir-a")),
        ]);
        let mut environment = json!({"AZURE_CLIENT_ID": "app", "AZURE_TENANT_ID": TENANT, "AZURE_SUBSCRIPTION_ID": SUBSCRIPTION});
        for (name, value) in variables.as_object().unwrap() {
            environment[name] = value.clone();
        }
        let hosted = Hosted {
            environment,
            ..Hosted::default()
        };
        let said = run_with(
            &support::library(&script),
            "runtime.get",
            support::runtime(),
            &hosted,
        )
        .await;
        assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
        assert!(!field(&script.sent()[0], field_name).is_empty());
        assert!(!said.everything().contains("planted"));
    }
}

fn az() -> Value {
    json!({"account": {"id": "me@x", "type": "User"}, "tenant": TENANT,
        "subscription": {"id": SUBSCRIPTION, "name": "Test", "state": "Enabled", "tenant": TENANT},
        "environment": {"name": "AzureCloud"}})
}

#[tokio::test]
async fn az_accounts_gives_context_and_token_and_a_change_is_seen_at_the_next_call() {
    let script = Script::new(vec![
        ok(support::self_hosted("ir-a")),
        ok(support::self_hosted("ir-a")),
    ]);
    let library = support::library(&script);
    let mut hosted = Hosted {
        context: Some(az()),
        tokens: vec![b"planted-1".to_vec()],
        ..Hosted::default()
    };
    let said = run_with(&library, "runtime.get", support::runtime(), &hosted).await;
    assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
    let asked = said
        .frames
        .iter()
        .find(|frame| frame["frame"] == "token")
        .unwrap();
    assert_eq!(
        (&asked["resource"], &asked["tenant"]),
        (&json!("https://management.azure.com"), &json!(TENANT))
    );
    assert!(!said.everything().contains("planted"));

    let other = "77777777-7777-4777-8777-777777777777";
    hosted.context.as_mut().unwrap()["subscription"]["id"] = json!(other);
    hosted.tokens = vec![b"planted-2".to_vec()];
    run_with(&library, "runtime.get", support::runtime(), &hosted).await;
    let sent = script.sent();
    assert!(sent[1].path.contains(other));
    assert_eq!(sent[1].header("authorization"), Some("Bearer planted-2"));
}

#[tokio::test]
async fn a_context_of_az_given_as_default_profile_is_used_with_its_tokens() {
    let script = Script::new(vec![ok(support::self_hosted("ir-a"))]);
    let given = json!({"Name": "theirs", "Account": {"Id": "me@x", "Type": "User"}, "Tenant": {"Id": TENANT},
        "Subscription": {"Id": SUBSCRIPTION, "Name": "Test", "State": "Enabled", "TenantId": TENANT},
        "Environment": {"Name": "Custom", "ResourceManagerUrl": "https://arm.example.org/",
            "ActiveDirectoryAuthority": "https://login.example.org/",
            "ActiveDirectoryServiceEndpointResourceId": "https://audience.example.org/"}});
    let hosted = Hosted {
        tokens: vec![b"planted".to_vec()],
        ..Hosted::default()
    };
    let request = json!({"operation": "runtime.get", "arguments": support::runtime(), "context": {"Context": given}});
    let said = run_hosted(&support::library(&script), &request, &[], &[], &hosted).await;
    assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
    assert_eq!(script.sent()[0].host, "arm.example.org");
    assert_eq!(said.frames[0]["resource"], "https://audience.example.org/");
}

#[tokio::test]
async fn az_accounts_without_a_token_says_why() {
    let script = Script::new(vec![]);
    let hosted = Hosted {
        context: Some(az()),
        tokens: vec![b"\0Your Azure credentials have expired. Run Connect-AzAccount.".to_vec()],
        ..Hosted::default()
    };
    let said = run_with(
        &support::library(&script),
        "runtime.get",
        support::runtime(),
        &hosted,
    )
    .await;
    assert_eq!(
        said.error(),
        format!(
            "Az.Accounts gave no token for 'https://management.azure.com' in tenant '{TENANT}': Your Azure credentials \
             have expired. Run Connect-AzAccount."
        )
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

#[tokio::test]
async fn a_persons_subscription_is_looked_for_in_other_tenants_too() {
    const OTHER: &str = "22222222-2222-4222-8222-222222222222";
    const THIRD: &str = "99999999-9999-4999-8999-999999999999";
    let access = || {
        let access = jwt(&json!({"tid": TENANT, "upn": "me@x"}));
        ok(json!({"access_token": access, "refresh_token": "planted", "expires_in": 3600}))
    };
    let tenants =
        || ok(json!({"value": [{"tenantId": TENANT}, {"tenantId": OTHER}, {"tenantId": THIRD}]}));
    let there = || {
        ok(json!({"value": [{"subscriptionId": APP, "displayName": "There", "state": "Enabled"}]}))
    };
    let refused = || {
        let body =
            json!({"error": "invalid_grant", "error_description": "AADSTS50076: Second factor."});
        Answer::Reply(400, vec![], body.to_string())
    };
    let device = || ok(json!({"device_code": "c", "message": "Type.", "interval": 1}));
    let arguments = json!({"UseDeviceAuthentication": true, "Subscription": "there"});

    let script = Script::new(vec![
        device(),
        access(),
        subscriptions(),
        tenants(),
        access(),
        there(),
        refused(),
    ]);
    let library = support::library(&script);
    let said = run(&library, "account.connect", arguments.clone()).await;
    assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
    let current = library.state().contexts.current().unwrap();
    assert_eq!(
        (
            current.tenant.as_str(),
            current.subscription.as_ref().unwrap().id.as_str()
        ),
        (OTHER, APP)
    );
    assert!(
        said.messages("verbose")
            .iter()
            .any(|text| text.contains(&format!("Tenant '{THIRD}' was passed over")))
    );

    let script = Script::new(vec![
        device(),
        access(),
        subscriptions(),
        tenants(),
        access(),
        there(),
        access(),
        there(),
    ]);
    let said = run(&support::library(&script), "account.connect", arguments).await;
    assert_eq!(
        said.error(),
        format!(
            "There are subscriptions 'there' in several tenants: {OTHER}, {THIRD}. Give the tenant of the one you mean with \
             -Tenant."
        )
    );
}
