//! Managed identity in each of its shapes: what is sent where, and what is refused.

use std::{sync::Arc, time::Duration};

use crate::support::{Answer, Hosted, SUBSCRIPTION, Said, Script, TENANT, ok, run_with};
use azir_core::state::{Library, System};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

fn token() -> Answer {
    let claims = URL_SAFE_NO_PAD.encode(json!({"tid": TENANT, "exp": 1_000_003_600}).to_string());
    ok(
        json!({"access_token": format!("e30.{claims}.planted"), "expires_on": "1000003600", "resource": "r", "token_type": "Bearer"}),
    )
}

fn subscriptions() -> Answer {
    ok(
        json!({"value": [{"subscriptionId": SUBSCRIPTION, "displayName": "One", "state": "Enabled", "tenantId": TENANT}]}),
    )
}

async fn connect(script: &Script, environment: Value, account: Option<&str>) -> Said {
    let mut arguments = json!({"Identity": true});
    if let Some(account) = account {
        arguments["AccountId"] = json!(account);
    }
    let hosted = Hosted {
        environment,
        ..Hosted::default()
    };
    run_with(
        &crate::support::library(script),
        "account.connect",
        arguments,
        &hosted,
    )
    .await
}

#[tokio::test]
async fn each_shape_is_asked_in_its_own_way() {
    let app = json!({"IDENTITY_ENDPOINT": "http://127.0.0.1:41/msi/token", "IDENTITY_HEADER": "planted-header"});
    let fabric = json!({"IDENTITY_ENDPOINT": "https://localhost:42/x", "IDENTITY_HEADER": "planted-header",
        "IDENTITY_SERVER_THUMBPRINT": "abcd"});
    let learning = json!({"MSI_ENDPOINT": "http://127.0.0.1:43/x", "MSI_SECRET": "planted-secret"});
    let shell = json!({"MSI_ENDPOINT": "http://localhost:50342/oauth2/token"});
    let resource = "resource=https%3A%2F%2Fmanagement.azure.com";
    for (environment, account, place, query, header) in [
        (
            app.clone(),
            None,
            "GET 127.0.0.1/msi/token",
            format!("api-version=2019-08-01&{resource}"),
            ("x-identity-header", "planted-header"),
        ),
        (
            app.clone(),
            Some("c1"),
            "GET 127.0.0.1/msi/token",
            format!("api-version=2019-08-01&{resource}&client_id=c1"),
            ("x-identity-header", "planted-header"),
        ),
        (
            app,
            Some("/sub/x"),
            "GET 127.0.0.1/msi/token",
            format!("api-version=2019-08-01&{resource}&mi_res_id=%2Fsub%2Fx"),
            ("x-identity-header", "planted-header"),
        ),
        (
            fabric,
            None,
            "GET localhost/x",
            format!("api-version=2019-07-01-preview&{resource}"),
            ("secret", "planted-header"),
        ),
        (
            learning,
            Some("c1"),
            "GET 127.0.0.1/x",
            format!("api-version=2017-09-01&{resource}&clientid=c1"),
            ("secret", "planted-secret"),
        ),
        (
            shell,
            None,
            "POST localhost/oauth2/token",
            String::new(),
            ("metadata", "true"),
        ),
        (
            json!({}),
            Some("/sub/x"),
            "GET 169.254.169.254/metadata/identity/oauth2/token",
            format!("api-version=2018-02-01&{resource}&msi_res_id=%2Fsub%2Fx"),
            ("metadata", "true"),
        ),
    ] {
        let script = Script::new(vec![token(), subscriptions()]);
        let said = connect(&script, environment, account).await;
        assert!(
            said.objects
                .first()
                .is_some_and(|object| object.contains("ManagedService")),
            "{place}: {:?}",
            said.frames
        );
        let sent = &script.sent()[0];
        assert_eq!(format!("{} {}{}", sent.method, sent.host, sent.path), place);
        assert_eq!(sent.query, query);
        assert_eq!(sent.header(header.0), Some(header.1));
        assert!(!said.everything().contains("planted"), "{place}");
    }
}

#[tokio::test]
async fn azure_arc_is_answered_with_the_secret_from_its_file() {
    let keys = std::env::temp_dir().join(format!("azir-arc-test-{}", std::process::id()));
    std::fs::create_dir_all(&keys).unwrap();
    let file = keys.join("one.key");
    std::fs::write(&file, "planted-key").unwrap();
    let challenge = Answer::Reply(
        401,
        vec![(
            "www-authenticate",
            format!("Basic realm={}", file.display()),
        )],
        String::new(),
    );
    let script = Script::new(vec![challenge, token(), subscriptions()]);
    let outside = System {
        arc_keys: Some(keys.clone()),
        ..System::default()
    };
    let library =
        Arc::new(Library::new(Arc::new(script.clone()), Box::new(script.clone())).with(outside));
    let hosted = Hosted {
        environment: json!({"IDENTITY_ENDPOINT": "http://localhost:40342/metadata/identity/oauth2/token", "IMDS_ENDPOINT": "http://localhost:40342"}),
        ..Hosted::default()
    };
    let said = run_with(
        &library,
        "account.connect",
        json!({"Identity": true}),
        &hosted,
    )
    .await;
    assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
    let sent = script.sent();
    assert_eq!(sent[0].header("authorization"), None);
    assert_eq!(sent[1].header("authorization"), Some("Basic planted-key"));
    assert!(!said.everything().contains("planted"));
    std::fs::remove_dir_all(keys).unwrap();
}

#[tokio::test]
async fn an_endpoint_elsewhere_is_refused_and_gets_nothing() {
    for name in [
        "IDENTITY_ENDPOINT",
        "MSI_ENDPOINT",
        "AZURE_POD_IDENTITY_AUTHORITY_HOST",
    ] {
        let script = Script::new(vec![]);
        let environment = json!({name: "http://203.0.113.5/token", "IDENTITY_HEADER": "planted", "MSI_SECRET": "planted"});
        let said = connect(&script, environment, None).await;
        assert_eq!(
            said.error(),
            format!(
                "The address in $env:{name} is refused: the managed identity's secret and tokens go over https, or to this \
                 computer (loopback or link-local) only. Clear the variable or correct it."
            )
        );
        assert!(script.sent().is_empty());
        assert!(!said.everything().contains("planted"));
    }
}

#[tokio::test]
async fn a_computer_without_an_identity_is_told() {
    let script = Script::new(vec![
        Answer::Unreachable,
        Answer::Unreachable,
        Answer::Unreachable,
        Answer::Unreachable,
    ]);
    let said = connect(&script, json!({}), None).await;
    assert!(
        said.error()
            .starts_with("This computer has no managed identity"),
        "{}",
        said.error()
    );

    let refused = Answer::Reply(
        400,
        vec![],
        json!({"error": "invalid_request", "error_description": "Identity not found"}).to_string(),
    );
    let script = Script::new(vec![refused]);
    let said = connect(&script, json!({}), Some("c1")).await;
    assert_eq!(
        said.error(),
        "The managed identity of this virtual machine gave no token for the identity 'c1': Identity not found. Check that \
         the identity is assigned here; a user-assigned one is named by its client id with Connect-AzAccount -Identity \
         -AccountId."
    );
}

#[tokio::test]
async fn an_identity_that_is_being_set_up_is_waited_for() {
    let busy = |status| Answer::Reply(status, vec![], String::new());
    let script = Script::new(vec![
        busy(404),
        busy(404),
        busy(410),
        token(),
        subscriptions(),
    ]);
    let said = connect(&script, json!({}), None).await;
    assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
    assert_eq!(script.slept(), [1, 2, 4].map(Duration::from_secs));
    let script = Script::new(vec![busy(404), busy(404), busy(404), busy(404)]);
    let said = connect(&script, json!({}), None).await;
    assert!(said.error().contains("HTTP status 404"), "{}", said.error());
}

#[tokio::test]
async fn an_identity_that_cannot_be_chosen_is_refused() {
    let script = Script::new(vec![]);
    let said = connect(
        &script,
        json!({"MSI_ENDPOINT": "http://localhost:50342/x"}),
        Some("c1"),
    )
    .await;
    assert_eq!(
        said.error(),
        "Cloud Shell cannot give tokens for the identity 'c1': which identity it uses is set where it is set up. Leave \
         -AccountId out."
    );
}

#[tokio::test]
async fn its_variables_alone_serve_where_nobody_has_signed_in() {
    let script = Script::new(vec![
        token(),
        subscriptions(),
        ok(crate::support::self_hosted("ir-a")),
    ]);
    let hosted = Hosted {
        environment: json!({"IDENTITY_ENDPOINT": "http://127.0.0.1:41/msi/token", "IDENTITY_HEADER": "planted"}),
        ..Hosted::default()
    };
    let said = run_with(
        &crate::support::library(&script),
        "runtime.get",
        crate::support::runtime(),
        &hosted,
    )
    .await;
    assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
    assert!(!said.everything().contains("planted"));
}

#[tokio::test]
async fn what_answers_in_place_of_azures_service_is_told_and_not_believed() {
    let page = |status, body: &str, server: Option<&str>| {
        let headers = server
            .map(|name| ("server", name.to_owned()))
            .into_iter()
            .collect();
        Answer::Reply(status, headers, body.to_owned())
    };
    for (answer, told) in [
        (
            page(404, "<html>Not Found</html>", Some("EC2ws")),
            "HTTP status 404, from 'EC2ws'",
        ),
        (
            page(
                403,
                "Missing required header",
                Some("Metadata Server for VM"),
            ),
            "HTTP status 403, from 'Metadata Server for VM'",
        ),
        (page(403, "", None), "HTTP status 403"),
        (page(200, "ami-id\nhostname", None), "HTTP status 200"),
        (
            page(200, r#"{"Token": "x", "Code": "Success"}"#, None),
            "HTTP status 200",
        ),
        (
            page(200, r#"{"access_token": "planted"}"#, None),
            "HTTP status 200",
        ),
        (page(400, r#"{"message": "bad"}"#, None), "HTTP status 400"),
    ] {
        let script = Script::new(vec![answer]);
        let said = connect(&script, json!({}), None).await;
        assert_eq!(
            said.error(),
            format!(
                "This computer has no managed identity: what answers at 169.254.169.254 is not Azure's identity service \
                 ({told}). It is a machine of another cloud or network. Sign in in another way."
            )
        );
        assert_eq!((script.sent().len(), script.slept().len()), (1, 0));
        assert!(!said.everything().contains("planted"));
    }
    // One that a variable names answers in its own way.
    let variable = json!({"AZURE_POD_IDENTITY_AUTHORITY_HOST": "http://127.0.0.1:9"});
    let script = Script::new(vec![page(403, "no identity assigned", None)]);
    let said = connect(&script, variable, None).await;
    assert!(said.error().starts_with("The managed identity of this virtual machine gave no token for a system-assigned identity: HTTP status 403."), "{}", said.error());
}

#[tokio::test]
async fn a_lifetime_that_no_token_has_is_told() {
    for name in ["expires_on", "expires_in"] {
        let script = Script::new(vec![ok(json!({"access_token": "t", name: i64::MAX}))]);
        let app = json!({"IDENTITY_ENDPOINT": "http://127.0.0.1:41/msi/token", "IDENTITY_HEADER": "planted-header"});
        let said = connect(&script, app, None).await;
        assert!(
            said.error().starts_with(
                "The managed identity of this service says that its token is valid until or for \
                 '9223372036854775807', which no token is."
            ),
            "{}",
            said.error()
        );
    }
}
