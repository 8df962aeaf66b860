//! A person signs in: in the browser, with a code or a password, and in which tenant.

use std::sync::{Arc, Mutex};

use crate::support::{
    Answer, Hosted, Script, TENANT,
    applications::{APP, field, jwt, subscriptions},
    ok, run, run_request, run_with,
};
use async_trait::async_trait;
use azir_azure::{
    clock::Clock,
    programs::{NotRun, Output, Program, Programs},
};
use azir_core::state::{Library, System};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use url::Url;

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
    let outside = System {
        programs: Some(Arc::clone(&browser) as Arc<dyn Programs>),
        ..System::default()
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
    assert_eq!(
        library.state().contexts.current(None).unwrap().tenant,
        TENANT
    );
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
    let description = "AADSTS50076: Due to a configuration change you must use multi-factor authentication. Trace ID: \
                       x";
    let script = Script::new(vec![Answer::Reply(
        400,
        vec![],
        json!({"error": "interaction_required", "error_description": description}).to_string(),
    )]);
    let request = json!({"operation": "account.connect", "arguments": {"Tenant": TENANT,
        "Credential": {"userName": "me@x", "password": {"secret": {"offset": 0, "length": 7, "encoding": "utf8"}}}}});
    let said = run_request(&crate::support::library(&script), &request, b"planted", &[]).await;
    assert_eq!(
        said.error(),
        format!(
            "Signing in user 'me@x' to tenant '{TENANT}' failed: AADSTS50076: Due to a configuration change you must \
             use multi-factor authentication (a second factor is asked for). Run Connect-AzAccount again, with \
             -Tenant for this tenant, and answer it in the browser."
        )
    );
    assert_eq!(field(&script.sent()[0], "username"), "me@x");
    assert!(!said.everything().contains("planted"));
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
    let library = crate::support::library(&script);
    let said = run(&library, "account.connect", arguments.clone()).await;
    assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
    let current = library.state().contexts.current(None).unwrap();
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
    let said = run(
        &crate::support::library(&script),
        "account.connect",
        arguments,
    )
    .await;
    assert_eq!(
        said.error(),
        format!(
            "There are subscriptions 'there' in several tenants: {OTHER}, {THIRD}. Give the tenant of the one you \
             mean with -Tenant."
        )
    );
}
