//! What happens when a service refuses a token: claims, other tenants, tokens that ended.

use crate::support::{
    Answer, Hosted, Script, TENANT, fails, library, ok, run, run_with, runtime, self_hosted,
    sign_in, signed_in,
};
use azir_azure::{
    auth::{
        Credential,
        broker::Broker,
        client_secret::ClientSecret,
        managed_identity::{ManagedIdentity, Selector},
        user::User,
    },
    secret::Secret,
};
use serde_json::json;
use url::form_urlencoded;

const OTHER: &str = "22222222-2222-4222-8222-222222222222";
/// `{"access_token":{"nbf":{"essential":true,"value":"1"}}}`
const CLAIMS: &str = "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwidmFsdWUiOiIxIn19fQ";

fn token(text: &str) -> Answer {
    ok(json!({"access_token": text, "refresh_token": "planted-next", "expires_in": 3600}))
}

fn wants_claims() -> Answer {
    let header = format!("Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{CLAIMS}==\"");
    Answer::Reply(401, vec![("www-authenticate", header)], String::new())
}

fn wrong_tenant() -> Answer {
    fails(
        401,
        "InvalidAuthenticationTokenTenant",
        &format!(
            "The access token is from the wrong issuer 'https://sts.windows.net/{TENANT}/'. It must match the tenant \
             'https://sts.windows.net/{OTHER}/' associated with this subscription."
        ),
    )
}

fn user() -> Credential {
    Credential::User(User::new(Secret::new("planted-refresh".into())))
}

#[tokio::test]
async fn a_person_gets_a_new_token_with_the_claims_that_are_asked_for() {
    let script = Script::new(vec![
        token("planted-1"),
        wants_claims(),
        token("planted-2"),
        ok(self_hosted("ir-a")),
    ]);
    let library = library(&script);
    sign_in(&library, user());
    let said = run(&library, "runtime.get", runtime()).await;
    assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
    let sent = script.sent();
    let claims = |index: usize| {
        form_urlencoded::parse(sent[index].body.as_bytes())
            .find(|(name, _)| name == "claims")
            .unwrap()
            .1
            .into_owned()
    };
    assert_eq!(
        claims(0),
        r#"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#
    );
    assert!(
        claims(2).contains(r#""nbf":{"essential":true,"value":"1"}"#) && claims(2).contains("cp1")
    );
    assert_eq!(sent[3].header("authorization"), Some("Bearer planted-2"));
    // The refresh token that came with the first token is the one that is used for the second.
    assert!(sent[2].body.contains("planted-next"));
    assert!(!said.everything().contains("planted"));
}

#[tokio::test]
async fn claims_that_need_the_person_ask_to_sign_in_again_with_the_reason() {
    let refused = json!({"error": "interaction_required", "error_description": "AADSTS50133: Session is invalid."});
    let script = Script::new(vec![
        token("planted-1"),
        wants_claims(),
        Answer::Reply(400, vec![], refused.to_string()),
    ]);
    let library = library(&script);
    sign_in(&library, user());
    let said = run(&library, "runtime.get", runtime()).await;
    assert_eq!(
        said.error(),
        format!(
            "Azure wants account 'somebody' to sign in again: its access was changed or revoked (continuous access \
             evaluation). Signing in again to tenant '{TENANT}' failed: AADSTS50133: Session is invalid (the sign-in \
             was ended by a new password). Run Connect-AzAccount again."
        )
    );
}

#[tokio::test]
async fn a_challenge_is_met_once() {
    let script = Script::new(vec![
        token("planted-1"),
        wants_claims(),
        token("planted-2"),
        wants_claims(),
    ]);
    let library = library(&script);
    sign_in(&library, user());
    let said = run(&library, "runtime.get", runtime()).await;
    assert!(
        said.error()
            .starts_with("Azure wants account 'somebody' to sign in again")
    );
    assert_eq!(script.left(), 0);
}

#[tokio::test]
async fn az_accounts_is_told_how_to_sign_in_with_the_claims() {
    let script = Script::new(vec![wants_claims()]);
    let library = library(&script);
    sign_in(
        &library,
        Credential::Broker(Broker {
            kind: "User".into(),
        }),
    );
    let hosted = Hosted {
        tokens: vec![b"planted".to_vec()],
        ..Hosted::default()
    };
    let said = run_with(&library, "runtime.get", runtime(), &hosted).await;
    assert!(
        said.error().contains(&format!(
            "Run Connect-AzAccount -ClaimsChallenge '{CLAIMS}==' again."
        )),
        "{}",
        said.error()
    );
    assert!(!said.everything().contains("planted"));
}

#[tokio::test]
async fn a_token_of_the_wrong_tenant_is_answered_with_one_of_the_right_tenant_which_is_remembered()
{
    let script = Script::new(vec![
        token("planted-1"),
        wrong_tenant(),
        token("planted-2"),
        ok(self_hosted("ir-a")),
        ok(self_hosted("ir-a")),
    ]);
    let library = library(&script);
    sign_in(&library, user());
    for _ in 0..2 {
        let said = run(&library, "runtime.get", runtime()).await;
        assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
    }
    let sent = script.sent();
    assert_eq!(sent[2].path, format!("/{OTHER}/oauth2/v2.0/token"));
    // The second call knows the tenant and has its token.
    assert_eq!(sent[4].header("authorization"), Some("Bearer planted-2"));
}

#[tokio::test]
async fn a_right_tenant_that_is_refused_too_is_not_asked_for_again() {
    let script = Script::new(vec![
        token("planted-1"),
        wrong_tenant(),
        token("planted-2"),
        wrong_tenant(),
    ]);
    let library = library(&script);
    sign_in(&library, user());
    let said = run(&library, "runtime.get", runtime()).await;
    assert!(said.error().contains("wrong issuer"), "{}", said.error());
    assert_eq!(script.left(), 0);
}

#[tokio::test]
async fn a_token_that_was_brought_has_no_other_tenant() {
    let script = Script::new(vec![wrong_tenant()]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert_eq!(
        said.error(),
        format!(
            "The subscription belongs to tenant '{OTHER}', and account 'somebody' can have tokens of tenant '{TENANT}' \
             only. Run Connect-AzAccount -Tenant '{OTHER}' with a sign-in of that tenant."
        )
    );
}

#[tokio::test]
async fn tokens_are_asked_for_once_for_several_calls() {
    let script = Script::new(vec![
        ok(json!({"token_type": "Bearer", "expires_in": 3600, "access_token": "planted"})),
        ok(self_hosted("ir-a")),
        ok(self_hosted("ir-a")),
    ]);
    let library = library(&script);
    let credential = ClientSecret::new("app".into(), Secret::new("planted".into()));
    sign_in(&library, Credential::ClientSecret(credential));
    // The expiry that azure_identity reckons is by the system's clock, which is far ahead of the script's.
    for _ in 0..2 {
        let said = run(&library, "runtime.get", runtime()).await;
        assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
    }
    assert_eq!(script.sent().len(), 3);
}

#[tokio::test]
async fn a_malformed_token_is_the_services_own_error() {
    let script = Script::new(vec![fails(
        401,
        "InvalidAuthenticationToken",
        "The access token is invalid.",
    )]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert!(
        said.error().contains("The access token is invalid."),
        "{}",
        said.error()
    );
    assert_eq!(script.sent().len(), 1);
}

fn machines_token(text: &str) -> Answer {
    ok(
        json!({"access_token": text, "expires_on": "1000003600", "resource": "r", "token_type": "Bearer"}),
    )
}

#[tokio::test]
async fn a_managed_identity_is_told_which_token_was_refused_where_its_service_takes_that() {
    let hosted = |environment| Hosted {
        environment,
        ..Hosted::default()
    };
    let app = json!({"IDENTITY_ENDPOINT": "http://127.0.0.1:1/", "IDENTITY_HEADER": "planted"});
    let fabric = json!({"IDENTITY_ENDPOINT": "https://localhost:1/", "IDENTITY_HEADER": "planted",
        "IDENTITY_SERVER_THUMBPRINT": "abcd"});
    // The SHA-256 of 'planted-1'.
    let digest = "669cbc31da79d45ed5a7c62b8c429cd3f87b6e01dd0693feeb8a43757c633050";
    for environment in [app, fabric] {
        let script = Script::new(vec![
            machines_token("planted-1"),
            wants_claims(),
            machines_token("planted-2"),
            ok(self_hosted("ir-a")),
        ]);
        let library = library(&script);
        sign_in(
            &library,
            Credential::ManagedIdentity(ManagedIdentity::new(Selector::System)),
        );
        let said = run_with(&library, "runtime.get", runtime(), &hosted(environment)).await;
        assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
        let sent = script.sent();
        assert!(!sent[0].query.contains("refresh"));
        let told = format!("&token_sha256_to_refresh={digest}&xms_cc=cp1");
        assert!(sent[2].query.ends_with(&told), "{}", sent[2].query);
        assert_eq!(sent[3].header("authorization"), Some("Bearer planted-2"));
        assert!(!said.everything().contains("planted"));
    }

    // A virtual machine's service cannot be told.
    let script = Script::new(vec![
        machines_token("planted-1"),
        wants_claims(),
        machines_token("planted-1"),
    ]);
    let library = library(&script);
    sign_in(
        &library,
        Credential::ManagedIdentity(ManagedIdentity::new(Selector::System)),
    );
    let said = run_with(&library, "runtime.get", runtime(), &hosted(json!({}))).await;
    assert_eq!(
        said.error(),
        "Azure wants account 'somebody' to sign in again: its access was changed or revoked (continuous access \
         evaluation). The managed identity of this virtual machine gave the refused token again, for it keeps each \
         until it is about to end (2001-09-09 02:46 UTC). Try again after that, or sign in in another way."
    );
    assert_eq!(script.sent()[2].query, script.sent()[0].query);
}
