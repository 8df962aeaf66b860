//! Tokens: how they are had, renewed and refused, and that they are seen nowhere.

use std::time::Duration;

use crate::support::{
    Answer, SUBSCRIPTION, Script, TENANT, TOKEN, fails, library, ok, run, run_request, runtime,
    self_hosted, sign_in, signed_in,
};
use azir_azure::{
    auth::{Credential, client_secret::ClientSecret},
    secret::Secret,
};
use serde_json::{Value, json};

fn token(text: &str) -> Answer {
    ok(
        json!({"token_type": "Bearer", "expires_in": 3600, "ext_expires_in": 3600, "access_token": text}),
    )
}

fn refused_sign_in(error: &str, description: &str) -> Answer {
    let body = json!({"error": error, "error_description": description, "error_codes": [1]});
    Answer::Reply(400, vec![], body.to_string())
}

fn subscriptions() -> Answer {
    ok(json!({"value": [
        {"subscriptionId": SUBSCRIPTION, "displayName": "One", "state": "Enabled", "tenantId": TENANT},
        {"subscriptionId": "44444444-4444-4444-8444-444444444444", "displayName": "Two", "state": "Enabled"},
        {"subscriptionId": "55555555-5555-4555-8555-555555555555", "displayName": "two", "state": "Enabled"}]}))
}

#[tokio::test]
async fn nobody_signed_in_is_told_what_to_run() {
    let script = Script::new(vec![]);
    let said = run(&library(&script), "runtime.get", runtime()).await;
    assert_eq!(
        said.error(),
        "Run Connect-AzAccount to login. Tried without success: Az.Accounts (there is no such module); the environment \
         (AZURE_CLIENT_ID is not set); managed identity (neither IDENTITY_ENDPOINT nor MSI_ENDPOINT is set; on a \
         virtual machine run Connect-AzAccount -Identity); Azure CLI (The Azure CLI gave no token: programs cannot be \
         run here)."
    );
    assert_eq!(
        said.frames.last().unwrap()["exception"],
        "System.Management.Automation.PSInvalidOperationException"
    );
}

#[tokio::test]
async fn a_token_is_seen_in_its_header_only() {
    let script = Script::new(vec![ok(self_hosted("ir-a"))]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert_eq!(
        script.sent()[0].header("authorization"),
        Some(format!("Bearer {TOKEN}").as_str())
    );
    assert!(said.messages("debug")[0].contains("authorization: REDACTED"));
    assert!(!said.everything().contains(TOKEN));
}

#[tokio::test]
async fn a_refused_access_token_says_where_to_get_another() {
    let script = Script::new(vec![Answer::Reply(
        401,
        vec![("www-authenticate", "Bearer error=\"invalid_token\"".into())],
        json!({"error": {"code": "ExpiredAuthenticationToken", "message": "Expired."}}).to_string(),
    )]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert_eq!(
        said.error(),
        "The access token that Connect-AzAccount was given was refused by the service. Get a new one and run \
         Connect-AzAccount -AccessToken again."
    );
}

#[tokio::test]
async fn an_expired_token_of_an_application_is_renewed_once() {
    let script = Script::new(vec![
        token("first"),
        fails(401, "ExpiredAuthenticationToken", "Expired."),
        token("second"),
        ok(self_hosted("ir-a")),
    ]);
    let library = library(&script);
    let credential = ClientSecret::new("app".into(), Secret::new("planted-secret".into()));
    sign_in(&library, Credential::ClientSecret(credential));
    let said = run(&library, "runtime.get", runtime()).await;
    assert_eq!(said.objects.len(), 1);
    let sent = script.sent();
    assert_eq!(sent[0].host, "login.microsoftonline.com");
    assert_eq!(sent[0].path, format!("/{TENANT}/oauth2/v2.0/token"));
    assert_eq!(sent[3].header("authorization"), Some("Bearer second"));
    assert!(!said.everything().contains("planted-secret"));
}

#[tokio::test]
async fn a_wrong_secret_is_told_with_the_next_step() {
    let description =
        "AADSTS7000215: Invalid client secret provided. Trace ID: abc\r\nTimestamp: now";
    let script = Script::new(vec![refused_sign_in("invalid_client", description)]);
    let request = json!({"operation": "account.connect", "arguments": {"ServicePrincipal": true, "Tenant": TENANT,
        "Credential": {"userName": "app", "password": {"secret": {"offset": 0, "length": 7, "encoding": "utf8"}}}}});
    let said = run_request(&library(&script), &request, b"planted", &[]).await;
    assert_eq!(
        said.error(),
        format!(
            "Signing in application 'app' to tenant '{TENANT}' failed: AADSTS7000215: Invalid client secret provided \
             (the secret is wrong). Check the secret's value (not its id) and that it belongs to this application."
        )
    );
    assert!(!said.everything().contains("planted"));
}

#[tokio::test]
async fn a_challenge_for_claims_that_cannot_be_met_asks_to_sign_in_again() {
    let challenge = "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\"";
    let script = Script::new(vec![Answer::Reply(
        401,
        vec![("www-authenticate", challenge.into())],
        String::new(),
    )]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert_eq!(
        said.error(),
        "Azure wants account 'somebody' to sign in again: its access was changed or revoked (continuous access \
         evaluation). Run Connect-AzAccount again."
    );
}

fn device() -> Answer {
    ok(
        json!({"device_code": "planted-code", "user_code": "ABC", "verification_uri": "https://x", "expires_in": "900",
        "interval": "5", "message": "Type ABC."}),
    )
}

fn device_arguments(more: &Value) -> Value {
    let mut arguments = json!({"UseDeviceAuthentication": true, "Tenant": TENANT});
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    arguments
}

#[tokio::test]
async fn a_device_code_is_waited_for_at_the_services_pace() {
    let done =
        ok(json!({"access_token": "t", "refresh_token": "planted-refresh", "expires_in": 3600}));
    let script = Script::new(vec![
        device(),
        refused_sign_in("authorization_pending", "wait"),
        refused_sign_in("slow_down", "slower"),
        done,
        subscriptions(),
    ]);
    let said = run(
        &library(&script),
        "account.connect",
        device_arguments(&json!({"Subscription": "One"})),
    )
    .await;
    assert_eq!(said.messages("warning"), ["Type ABC."]);
    assert_eq!(script.slept(), [5, 5, 10].map(Duration::from_secs));
    assert!(said.objects[0].contains("PSAzureProfile"));
    assert!(!said.everything().contains("planted"));
}

#[tokio::test]
async fn a_declined_device_code_is_told() {
    let script = Script::new(vec![
        device(),
        refused_sign_in("authorization_declined", "no"),
    ]);
    let said = run(
        &library(&script),
        "account.connect",
        device_arguments(&json!({})),
    )
    .await;
    assert_eq!(
        said.error(),
        "The sign-in was declined in the browser. Run Connect-AzAccount -UseDeviceAuthentication again."
    );
}

#[tokio::test]
async fn an_unknown_or_ambiguous_subscription_is_told() {
    for (wanted, text) in [
        (
            "Three",
            format!(
                "Subscription 'Three' was not found for account 'me' in tenant '{TENANT}'. Get-AzSubscription lists \
                 the subscriptions that the account can use."
            ),
        ),
        (
            "TWO",
            "2 subscriptions are named 'TWO': 44444444-4444-4444-8444-444444444444, \
             55555555-5555-4555-8555-555555555555. Give the id of the one you mean."
                .to_owned(),
        ),
    ] {
        let script = Script::new(vec![subscriptions()]);
        let arguments = json!({"AccessToken": "t", "AccountId": "me", "Tenant": TENANT, "Subscription": wanted});
        let library = library(&script);
        let said = run(&library, "account.connect", arguments).await;
        assert_eq!(said.error(), text);
        assert!(library.state().contexts.current(None).is_none());
    }
}

#[tokio::test]
async fn selecting_finds_a_subscription_by_name_and_says_which_is_missing() {
    let script = Script::new(vec![subscriptions(), subscriptions()]);
    let library = signed_in(&script);
    run(&library, "context.set", json!({"Subscription": "one"})).await;
    assert_eq!(
        library
            .state()
            .contexts
            .current(None)
            .unwrap()
            .subscription
            .as_ref()
            .unwrap()
            .id,
        SUBSCRIPTION
    );
    let said = run(&library, "context.set", json!({"Subscription": "none"})).await;
    assert!(
        said.error()
            .starts_with("Subscription 'none' was not found for account 'somebody'")
    );
}

#[tokio::test]
async fn signing_out_forgets_the_account() {
    let script = Script::new(vec![]);
    let library = signed_in(&script);
    let said = run(&library, "account.disconnect", json!({})).await;
    assert!(said.objects[0].contains("PSAzureRmAccount"));
    assert!(library.state().contexts.current(None).is_none());
    assert_eq!(
        run(&library, "account.disconnect", json!({})).await.error(),
        "Run Connect-AzAccount to login."
    );
}

/// What signing an application in with its secret says when the sign-in service answers so.
async fn said_of(answers: Vec<Answer>) -> String {
    let request = json!({"operation": "account.connect", "arguments": {"ServicePrincipal": true, "Tenant": TENANT,
        "Credential": {"userName": "app", "password": {"secret": {"offset": 0, "length": 7, "encoding": "utf8"}}}}});
    let script = Script::new(answers);
    let said = run_request(&library(&script), &request, b"planted", &[]).await;
    assert!(!said.everything().contains("planted"));
    assert_eq!(script.left(), 0);
    said.error()
}

#[tokio::test]
async fn a_sign_in_service_that_hangs_is_told_from_one_that_breaks_off() {
    let four = |answer: fn() -> Answer| (0..4).map(|_| answer()).collect::<Vec<_>>();
    // Who is silent twice is not asked again.
    assert_eq!(
        said_of(vec![Answer::Silent, Answer::Silent]).await,
        "https://login.microsoftonline.com took the POST and did not answer within 100 seconds. Check the network and \
         the proxy ($env:HTTPS_PROXY). Try again."
    );
    assert_eq!(
        said_of(four(|| Answer::Dropped)).await,
        "The connection to https://login.microsoftonline.com broke before the answer to POST was complete: connection \
         reset. Try again."
    );
}

#[tokio::test]
async fn a_clock_that_is_off_is_told_with_the_refusal_of_a_secret_too() {
    // The script's clock stands at 9 September 2001, 01:46:40.
    let date = ("date", "Sun, 09 Sep 2001 00:46:40 GMT".to_owned());
    let body = json!({"error": "invalid_client", "error_description": "AADSTS7000215: No."});
    let said = said_of(vec![Answer::Reply(401, vec![date], body.to_string())]).await;
    assert!(
        said.ends_with("This computer's clock is 60 minutes ahead of the service's: set it right."),
        "{said}"
    );
}

#[tokio::test]
async fn what_is_no_token_is_told_with_its_status() {
    for (answer, what) in [
        (
            Answer::Reply(200, vec![], "<html>Sign in to the network</html>".into()),
            "HTML, not with a token (HTTP status 200)",
        ),
        (
            Answer::Reply(
                403,
                vec![("content-type", "text/html".into())],
                "No.".into(),
            ),
            "HTML, not with a token (HTTP status 403)",
        ),
        (
            Answer::Reply(200, vec![], "gateway".into()),
            "something that is not JSON, not with a token (HTTP status 200)",
        ),
        // A reader of members in their order would find a lifetime in it that no clock can add.
        (
            Answer::Reply(
                200,
                vec![],
                r#"["Bearer", 9223372036854775807, 0, "t"]"#.into(),
            ),
            "something that is not JSON, not with a token (HTTP status 200)",
        ),
    ] {
        assert_eq!(
            said_of(vec![answer]).await,
            format!(
                "https://login.microsoftonline.com answered with {what}: a proxy or the sign-in page of the network \
                 may have answered in its place. Open any page in a browser, check $env:HTTPS_PROXY, then try again."
            )
        );
    }
}

#[tokio::test]
async fn a_lifetime_that_no_token_has_is_told_in_all_flows() {
    let text = |name: &str| {
        format!(
            "The sign-in's answer from https://login.microsoftonline.com says that the token is valid for {name} \
             seconds, which no token is. Something between this computer and Azure may have changed it: check proxies, \
             then try again."
        )
    };
    for odd in [
        json!(i64::MAX),
        json!(u64::MAX),
        json!(-1),
        json!("9223372036854775807"),
    ] {
        let name = odd.as_str().map_or_else(|| odd.to_string(), str::to_owned);
        let token = || {
            ok(
                json!({"token_type": "Bearer", "access_token": "t", "refresh_token": "planted-refresh",
                "expires_in": odd}),
            )
        };
        // A secret, a device code, a federated token, a refresh token.
        assert_eq!(said_of(vec![token()]).await, text(&name));
        let script = Script::new(vec![device(), token()]);
        let said = run(
            &library(&script),
            "account.connect",
            device_arguments(&json!({})),
        )
        .await;
        assert_eq!(said.error(), text(&name));
        let script = Script::new(vec![token()]);
        let arguments = json!({"ServicePrincipal": true, "Tenant": TENANT, "ApplicationId": "app",
            "FederatedToken": "e30.e30.x"});
        let said = run(&library(&script), "account.connect", arguments).await;
        assert_eq!(said.error(), text(&name));
    }
    // Of a device code too: it is asked for at a pace that somebody can wait for.
    let device = ok(
        json!({"device_code": "c", "interval": i64::MAX, "expires_in": i64::MAX, "message": "m"}),
    );
    let script = Script::new(vec![
        device,
        refused_sign_in("authorization_declined", "no"),
    ]);
    run(
        &library(&script),
        "account.connect",
        device_arguments(&json!({})),
    )
    .await;
    assert_eq!(script.slept(), [Duration::from_secs(60)]);
}
