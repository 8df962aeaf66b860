//! Federated and access tokens, and tenants: what is sent, and that what is secret is seen nowhere else.

use crate::support::{
    Script, TENANT,
    applications::{APP, field, jwt, subscriptions, token},
    run, run_request,
};
use serde_json::json;

#[tokio::test]
async fn a_federated_token_vouches_for_an_application_until_it_ends() {
    let assertion = jwt(&json!({"exp": 1_000_000_100}));
    let script = Script::new(vec![token("planted-token"), subscriptions()]);
    let library = crate::support::library(&script);
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
        &crate::support::library(&Script::new(vec![])),
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
        &crate::support::library(&script),
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

#[tokio::test]
async fn a_tenant_that_cannot_be_one_is_refused_before_anything_is_sent() {
    let script = Script::new(vec![]);
    let arguments = json!({"UseDeviceAuthentication": true, "Tenant": "../evil?x="});
    let said = run(
        &crate::support::library(&script),
        "account.connect",
        arguments,
    )
    .await;
    assert_eq!(
        said.error(),
        "'../evil?x=' is not a tenant: give its id (a GUID) or one of its domain names."
    );
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn a_token_in_a_secure_string_says_its_tenant() {
    let given = jwt(&json!({"exp": 1_000_000_100, "tid": TENANT}));
    let bytes: Vec<u8> = given.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let request = json!({"operation": "account.connect", "arguments": {"AccountId": "me", "AccessToken":
        {"secret": {"offset": 0, "length": bytes.len(), "encoding": "utf16le"}}}});
    let script = Script::new(vec![subscriptions()]);
    let library = crate::support::library(&script);
    let said = run_request(&library, &request, &bytes, &[]).await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    assert_eq!(
        script.sent()[0].header("authorization"),
        Some(format!("Bearer {given}").as_str())
    );
    assert_eq!(
        library.state().contexts.current(None).unwrap().tenant,
        TENANT
    );
}
