//! What a sign-in asks for: its subscription only where nobody told it, tokens of other services where they are wanted.

use std::sync::Arc;

use crate::support::{
    Answer, Hosted, SUBSCRIPTION, Said, Script, TENANT, fails, library, ok, run, run_request,
    run_with, runtime, self_hosted,
};
use azir_core::state::Library;
use serde_json::{Value, json};
use url::form_urlencoded;

const SECOND: &str = "44444444-4444-4444-8444-444444444444";

fn token() -> Answer {
    ok(
        json!({"token_type": "Bearer", "expires_in": 3600, "access_token": "planted-token",
            "refresh_token": "planted-refresh"}),
    )
}

fn subscriptions() -> Answer {
    ok(json!({"value": [
        {"subscriptionId": SUBSCRIPTION, "displayName": "One", "state": "Enabled", "tenantId": TENANT},
        {"subscriptionId": SECOND, "displayName": "Two", "state": "Enabled", "tenantId": TENANT}]}))
}

/// Signs an application in with its secret.
async fn connect(library: &Arc<Library>, more: Value, answers: &[bool]) -> Said {
    let mut arguments = json!({"ServicePrincipal": true, "Tenant": TENANT,
        "Credential": {"userName": "app", "password": {"secret": {"offset": 0, "length": 7, "encoding": "utf8"}}}});
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    let request = json!({"operation": "account.connect", "arguments": arguments, "verbose": true, "debug": true});
    let said = run_request(library, &request, b"planted", answers).await;
    assert!(!said.everything().contains("planted"));
    said
}

fn context(library: &Library) -> (String, String, String) {
    let context = library.state().contexts.current(None).unwrap();
    let own = context.subscription.clone().unwrap();
    (context.name.clone(), own.id, own.name)
}

#[tokio::test]
async fn a_subscription_that_is_told_by_its_id_is_not_looked_up() {
    let script = Script::new(vec![token(), ok(self_hosted("ir-a"))]);
    let library = library(&script);
    let said = connect(
        &library,
        json!({"Subscription": SUBSCRIPTION.to_uppercase()}),
        &[],
    )
    .await;
    assert!(said.objects[0].contains(&format!(".Id='{SUBSCRIPTION}';.Name=null;")));
    run(&library, "runtime.get", runtime()).await;
    assert_eq!(script.order(), ["POST token", "GET ir-a"]);
    let (name, id, _) = context(&library);
    assert_eq!(name, format!("{SUBSCRIPTION} - {TENANT} - app"));
    assert_eq!(id, SUBSCRIPTION);
}

#[tokio::test]
async fn a_sign_in_that_does_not_serve_is_told_although_nothing_is_looked_up() {
    let body = json!({"error": "invalid_client", "error_description": "AADSTS7000215: Invalid."});
    let script = Script::new(vec![Answer::Reply(401, vec![], body.to_string())]);
    let library = library(&script);
    let said = connect(&library, json!({"Subscription": SUBSCRIPTION}), &[]).await;
    assert!(
        said.error()
            .contains("AADSTS7000215: Invalid (the secret is wrong)")
    );
    assert!(library.state().contexts.current(None).is_none());
}

#[tokio::test]
async fn a_subscription_that_does_not_exist_is_told_at_the_first_call() {
    let missing = fails(
        404,
        "SubscriptionNotFound",
        "The subscription could not be found.",
    );
    let script = Script::new(vec![token(), missing]);
    let library = library(&script);
    connect(&library, json!({"Subscription": SUBSCRIPTION}), &[]).await;
    let said = run(&library, "runtime.get", runtime()).await;
    assert!(said.error().contains(
        "The subscription could not be found. Get-AzSubscription lists the subscriptions \
                                   you can use; choose one with Select-AzSubscription."
    ));
}

#[tokio::test]
async fn the_other_subscriptions_get_contexts_when_all_are_wanted_and_the_first_its_name() {
    let script = Script::new(vec![token(), subscriptions()]);
    let library = library(&script);
    connect(&library, json!({"Subscription": SUBSCRIPTION}), &[]).await;
    let said = run(&library, "context.get", json!({})).await;
    assert_eq!((said.objects.len(), script.sent().len()), (1, 1));
    let said = run(&library, "context.get", json!({"ListAvailable": true})).await;
    assert!(said.objects.concat().contains(SECOND));
    assert_eq!(script.order(), ["POST token", "GET subscriptions"]);
    let (name, _, subscription) = context(&library);
    assert_eq!(subscription, "One");
    assert_eq!(
        name,
        format!("{SUBSCRIPTION} - {TENANT} - app"),
        "somebody may have it"
    );
    // Once is enough.
    run(&library, "context.get", json!({"ListAvailable": true})).await;
    assert_eq!(script.sent().len(), 2);
}

#[tokio::test]
async fn what_could_not_be_listed_is_said_and_tried_again() {
    let script = Script::new(vec![
        token(),
        fails(403, "Forbidden", "No."),
        subscriptions(),
    ]);
    let library = library(&script);
    connect(&library, json!({"Subscription": SUBSCRIPTION}), &[]).await;
    let said = run(&library, "context.get", json!({"ListAvailable": true})).await;
    assert!(
        said.messages("warning")[0]
            .starts_with("The subscriptions of account 'app' in tenant '11111111")
    );
    let said = run(&library, "context.get", json!({"ListAvailable": true})).await;
    assert!(said.objects.concat().contains(SECOND));
}

#[tokio::test]
async fn contexts_for_others_are_made_at_once_where_that_is_asked_for_and_never_where_it_is_not() {
    let script = Script::new(vec![token(), subscriptions()]);
    let library_a = library(&script);
    let more = json!({"Subscription": SUBSCRIPTION, "MaxContextPopulation": 5});
    connect(&library_a, more, &[]).await;
    assert_eq!(library_a.state().contexts.all().len(), 2);
    assert_eq!(context(&library_a).2, "One");

    let script = Script::new(vec![token()]);
    let library_b = library(&script);
    let more = json!({"Subscription": SUBSCRIPTION, "SkipContextPopulation": true});
    connect(&library_b, more, &[]).await;
    run(&library_b, "context.get", json!({"ListAvailable": true})).await;
    assert_eq!(script.order(), ["POST token"]);
}

#[tokio::test]
async fn a_subscription_is_looked_up_where_its_id_is_not_enough() {
    // By name; a person's whose tenant is not told; and a token that is to be tried.
    let script = Script::new(vec![token(), subscriptions()]);
    connect(&library(&script), json!({"Subscription": "Two"}), &[]).await;
    assert_eq!(script.order(), ["POST token", "GET subscriptions"]);

    for (skip, requests) in [(false, 1), (true, 0)] {
        let script = Script::new(vec![subscriptions()]);
        let arguments = json!({"AccessToken": "t", "AccountId": "me", "Tenant": TENANT, "Subscription": SUBSCRIPTION,
            "SkipValidation": skip});
        let said = run(&library(&script), "account.connect", arguments).await;
        assert_eq!((said.objects.len(), script.sent().len()), (1, requests));
    }

    for (tenant, last) in [(Some(TENANT), "POST token"), (None, "GET subscriptions")] {
        let device =
            ok(json!({"device_code": "c", "interval": 0, "expires_in": 900, "message": "m"}));
        let script = Script::new(vec![device, token(), subscriptions()]);
        let arguments = json!({"UseDeviceAuthentication": true, "Tenant": tenant, "Subscription": SUBSCRIPTION});
        run(&library(&script), "account.connect", arguments).await;
        assert_eq!(script.order().last().unwrap(), last);
    }
}

#[tokio::test]
async fn the_environments_subscription_is_not_looked_up_either() {
    let script = Script::new(vec![token(), ok(self_hosted("ir-a"))]);
    let library = library(&script);
    let hosted = Hosted {
        environment: json!({"IDENTITY_ENDPOINT": "http://127.0.0.1:1/", "IDENTITY_HEADER": "planted",
            "AZURE_SUBSCRIPTION_ID": SUBSCRIPTION}),
        ..Hosted::default()
    };
    let said = run_with(&library, "runtime.get", runtime(), &hosted).await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    assert_eq!(script.sent().len(), 2);
}

#[tokio::test]
async fn a_token_of_another_service_is_asked_for_with_the_sign_in() {
    for (name, scope) in [
        ("storage", "https://storage.azure.com//.default"),
        ("Synapse", "https://dev.azuresynapse.net/.default"),
        (
            "https://purview.azure.net",
            "https://purview.azure.net/.default",
        ),
    ] {
        let script = Script::new(vec![token(), token()]);
        let library = library(&script);
        let more = json!({"Subscription": SUBSCRIPTION, "AuthScope": name});
        connect(&library, more, &[]).await;
        assert_eq!(scope_of(&script, 0), scope);
        assert_eq!(
            scope_of(&script, 1),
            "https://management.azure.com/.default"
        );
        // It is there when it is wanted.
        let resource = scope.trim_end_matches("/.default");
        run(&library, "token.get", json!({"ResourceUrl": resource})).await;
        assert_eq!(script.sent().len(), 2, "{name}");
    }
}

#[tokio::test]
async fn a_person_is_asked_for_what_the_other_service_wants() {
    let device = ok(json!({"device_code": "c", "interval": 0, "expires_in": 900, "message": "m"}));
    let script = Script::new(vec![device, token(), token()]);
    let arguments = json!({"UseDeviceAuthentication": true, "Tenant": TENANT, "Subscription": SUBSCRIPTION,
        "AuthScope": "KeyVault"});
    let said = run(&library(&script), "account.connect", arguments).await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    assert!(scope_of(&script, 0).starts_with("https://vault.azure.net/.default "));
    // Resource Manager's comes by the refresh token.
    assert!(script.sent()[2].body.contains("grant_type=refresh_token"));
    assert!(scope_of(&script, 2).starts_with("https://management.azure.com/.default "));
}

#[tokio::test]
async fn a_service_that_is_not_known_is_refused_before_anything_is_asked() {
    let script = Script::new(vec![]);
    let said = connect(&library(&script), json!({"AuthScope": "Banana"}), &[]).await;
    assert_eq!(
        said.error(),
        "'Banana' is no kind of service that is known here, such as Storage, KeyVault or Synapse, and no resource \
         such as https://storage.azure.com/."
    );
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn a_context_of_the_wanted_name_is_replaced_when_that_is_agreed() {
    let script = Script::new(vec![token(), token(), token()]);
    let library = library(&script);
    let more = json!({"Subscription": SUBSCRIPTION, "ContextName": "work"});
    connect(&library, more.clone(), &[]).await;
    let mut again = more.clone();
    again["Subscription"] = json!(SECOND);
    let said = connect(&library, again.clone(), &[true, false]).await;
    assert_eq!(
        said.questions(),
        [
            "log in",
            "Are you sure you want to replace existing context 'work'?"
        ]
    );
    assert_eq!((said.objects.len(), script.sent().len()), (0, 1));
    connect(&library, again.clone(), &[true, true]).await;
    assert_eq!(context(&library).1, SECOND);
    again["Force"] = json!(true);
    let said = connect(&library, again, &[true]).await;
    assert_eq!(said.questions(), ["log in"]);
}

#[tokio::test]
async fn properties_of_a_context_are_noted_and_go_with_its_subscription() {
    let script = Script::new(vec![token(), subscriptions(), subscriptions()]);
    let library = library(&script);
    connect(&library, json!({"Subscription": SUBSCRIPTION}), &[]).await;
    let set = json!({"Subscription": "One", "ExtendedProperty": {"Team": "Blue"}});
    let said = run(&library, "context.set", set).await;
    assert!(said.objects[0].contains("Team"), "{}", said.objects[0]);
    let said = run(&library, "context.get", json!({})).await;
    assert!(said.objects[0].contains("Blue"));
    let said = run(&library, "context.set", json!({"Subscription": "Two"})).await;
    assert!(!said.objects[0].contains("Blue"));
}

fn scope_of(script: &Script, place: usize) -> String {
    form_urlencoded::parse(script.sent()[place].body.as_bytes())
        .find(|(name, _)| name == "scope")
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}
