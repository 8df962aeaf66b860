//! Contexts: found by name, selected, renamed, removed and cleared.

use std::sync::Arc;

use crate::support::{Said, Script, TENANT, fails, ok, run, run_answering, run_request, signed_in};
use azir_azure::context::{AzureContext, Subscription};
use azir_core::state::Library;
use serde_json::{Value, json};

/// A signed-in library with the contexts `test` (in use) and `other`.
fn with_two(script: &Script) -> Arc<Library> {
    let library = signed_in(script);
    let mut state = library.state();
    let test = state.contexts.current(None).unwrap();
    state.contexts.put(AzureContext {
        name: "other".into(),
        tenant: "99999999-9999-4999-8999-999999999999".into(),
        ..(*test).clone()
    });
    drop(state);
    library
}

fn names(library: &Library) -> Vec<String> {
    let state = library.state();
    state
        .contexts
        .all()
        .iter()
        .map(|own| own.name.clone())
        .collect()
}

fn current(library: &Library) -> Option<String> {
    library
        .state()
        .contexts
        .current(None)
        .map(|own| own.name.clone())
}

/// Runs an operation as the parameter set `set` of its cmdlet.
async fn run_set(library: &Arc<Library>, operation: &str, set: &str, arguments: Value) -> Said {
    let request = json!({"operation": operation, "cmdlet": "Test-Cmdlet", "parameterSet": set,
        "arguments": arguments, "verbose": true, "debug": true});
    run_request(library, &request, &[], &[]).await
}

#[tokio::test]
async fn a_context_is_selected_by_its_name_or_as_an_object_without_a_request() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let said = run_set(
        &library,
        "context.set",
        "SelectByName",
        json!({"Name": "OTHER"}),
    )
    .await;
    assert_eq!(said.questions(), ["Change the current context"]);
    assert_eq!(current(&library).unwrap(), "other");
    let object = json!({"InputObject": {"Name": "test"}});
    run_set(&library, "context.set", "SelectByInputObject", object).await;
    assert_eq!(current(&library).unwrap(), "test");
    assert_eq!(names(&library), ["test", "other"]);
    let said = run_set(
        &library,
        "context.set",
        "SelectByName",
        json!({"Name": "no"}),
    )
    .await;
    assert_eq!(
        said.error(),
        "There is no context 'no'. Get-AzContext -ListAvailable shows the contexts."
    );
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn set_az_context_asks_before_it_takes_a_name_from_another_context() {
    let subscriptions = || {
        ok(
            json!({"value": [{"subscriptionId": crate::support::SUBSCRIPTION, "displayName": "One",
            "state": "Enabled", "tenantId": TENANT}]}),
        )
    };
    let script = Script::new(vec![subscriptions(), subscriptions(), subscriptions()]);
    let library = with_two(&script);
    let arguments = json!({"Subscription": "One", "Name": "other"});
    let said = run_answering(&library, "context.set", arguments.clone(), &[true, false]).await;
    assert_eq!(
        said.questions(),
        [
            "Set-AzContext",
            "Are you sure you want to replace existing context 'other'?"
        ]
    );
    let asked = said
        .frames
        .iter()
        .find(|own| own["frame"] == "shouldContinue")
        .unwrap();
    assert_eq!(asked["caption"], "Overwrite existing context 'other'");
    assert_eq!(current(&library).unwrap(), "test");
    run(&library, "context.set", arguments).await;
    assert_eq!(current(&library).unwrap(), "other");
    let forced = json!({"Subscription": "One", "Name": "test", "Force": true});
    let said = run(&library, "context.set", forced).await;
    assert_eq!(said.questions(), ["Set-AzContext"]);
}

#[tokio::test]
async fn a_tenant_is_selected_by_a_domain_too() {
    const OTHER: &str = "22222222-2222-4222-8222-222222222222";
    let tenants = json!({"value": [{"tenantId": TENANT, "domains": ["home.test"]},
        {"tenantId": OTHER, "domains": ["other.test"]}]});
    let script = Script::new(vec![ok(tenants), ok(json!({"value": []}))]);
    let library = signed_in(&script);
    run(&library, "context.set", json!({"Tenant": "Other.test"})).await;
    assert_eq!(script.order(), ["GET tenants", "GET subscriptions"]);
    assert_eq!(
        library.state().contexts.current(None).unwrap().tenant,
        OTHER
    );
}

#[tokio::test]
async fn a_renamed_context_is_written_when_that_is_asked_for() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let arguments = json!({"SourceName": "test", "TargetName": "work"});
    let said = run(&library, "context.rename", arguments).await;
    assert_eq!(said.questions(), ["Rename context 'test' to 'work'"]);
    assert!(said.objects.is_empty());
    assert_eq!(current(&library).unwrap(), "work");
    let arguments =
        json!({"InputObject": {"Name": "work"}, "TargetName": "Work", "PassThru": true});
    let said = run(&library, "context.rename", arguments).await;
    assert!(said.objects[0].contains("'Work'"));
}

#[tokio::test]
async fn renaming_over_another_context_is_asked_about() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let arguments = json!({"SourceName": "test", "TargetName": "OTHER"});
    let said = run_answering(
        &library,
        "context.rename",
        arguments.clone(),
        &[true, false],
    )
    .await;
    assert_eq!(
        said.questions()[1],
        "Overwrite context 'OTHER' with context 'test'"
    );
    assert_eq!(names(&library), ["test", "other"]);
    run(&library, "context.rename", arguments).await;
    assert_eq!(names(&library), ["OTHER"]);
    assert_eq!(current(&library).unwrap(), "OTHER");
}

#[tokio::test]
async fn removing_asks_for_the_context_in_use_only_and_the_last_one_left_comes_into_use() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let said = run_answering(
        &library,
        "context.remove",
        json!({"Name": "test"}),
        &[true, false],
    )
    .await;
    assert_eq!(
        said.questions(),
        [
            "Remove context 'test'",
            "'test' is the default context used for communicating with Azure.  Are you sure you want to remove the \
             default context?"
        ]
    );
    assert_eq!(names(&library), ["test", "other"]);
    let arguments = json!({"Name": "test", "Force": true, "PassThru": true});
    let said = run(&library, "context.remove", arguments).await;
    assert!(said.objects[0].contains("'test'"));
    assert_eq!(current(&library).unwrap(), "other");
    let said = run(
        &library,
        "context.remove",
        json!({"InputObject": {"Name": "other"}, "Confirm": false}),
    )
    .await;
    assert_eq!(said.questions(), ["Remove context 'other'"]);
    assert_eq!(current(&library), None);
}

#[tokio::test]
async fn clearing_says_for_whom() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let said = run_answering(&library, "context.clear", json!({}), &[false]).await;
    assert_eq!(said.questions(), ["Current process context"]);
    assert_eq!(names(&library).len(), 2);
    let user = json!({"Scope": "CurrentUser", "PassThru": true});
    // The second question comes only where something is kept: see the tests of the store.
    let asked =
        ["Remove all accounts and subscriptions for all sessions started by the current user"];
    let said = run_answering(&library, "context.clear", user.clone(), &[false]).await;
    assert_eq!(said.questions(), asked);
    assert_eq!(names(&library).len(), 2);
    let said = run(&library, "context.clear", user).await;
    assert_eq!(said.questions(), asked);
    assert!(said.objects[0].ends_with("true"));
    assert!(names(&library).is_empty());
}

#[tokio::test]
async fn keeping_is_switched_on_and_off() {
    let script = Script::new(vec![]);
    let library = signed_in(&script);
    assert!(!library.state().keep);
    let said = run_answering(&library, "autosave.enable", json!({}), &[false]).await;
    assert_eq!(
        said.questions(),
        ["Always autosave the context for the current user"]
    );
    assert!(!library.state().keep);
    let said = run(&library, "autosave.enable", json!({})).await;
    assert!(said.objects[0].contains("'CurrentUser'"));
    assert!(library.state().keep);
    // What is kept by default is also what is cleared by default.
    let said = run_answering(&library, "context.clear", json!({}), &[false]).await;
    assert!(said.questions()[0].contains("all sessions"));
    let said = run(&library, "autosave.disable", json!({"Scope": "Process"})).await;
    assert_eq!(
        said.questions(),
        ["Do not autosave the context in the current session"]
    );
    assert!(said.objects[0].contains("'Process'"));
    assert!(!library.state().keep);
}

#[tokio::test]
async fn refreshing_adds_contexts_for_new_subscriptions_and_asks_each_account_once() {
    let script = Script::new(vec![
        ok(json!({"value": [
            {"subscriptionId": crate::support::SUBSCRIPTION, "displayName": "Test", "state": "Enabled"},
            {"subscriptionId": "44444444-4444-4444-8444-444444444444", "displayName": "New", "state": "Enabled"}]})),
        fails(403, "AuthorizationFailed", "No."),
    ]);
    let library = with_two(&script);
    let arguments = json!({"ListAvailable": true, "RefreshContextFromTokenCache": true});
    let said = run(&library, "context.get", arguments).await;
    assert_eq!(names(&library).len(), 3);
    assert!(names(&library)[2].starts_with("New (44444444"));
    assert!(said.objects[0].contains("'New'"));
    let warnings = said.messages("warning");
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].starts_with(
        "The subscriptions of account 'somebody' in tenant '99999999-9999-4999-8999-999999999999' could not be"
    ));
    assert_eq!(script.left(), 0);
}

#[tokio::test]
async fn signing_an_application_out_of_one_tenant_leaves_the_others() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let arguments = json!({"ApplicationId": "somebody", "TenantId": TENANT.to_uppercase()});
    run(&library, "account.disconnect", arguments).await;
    assert_eq!(names(&library), ["other"]);
}

#[tokio::test]
async fn contexts_and_environments_are_completed_without_a_request() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let said = run(
        &library,
        "completion.get",
        json!({"Kind": "context", "Word": "O"}),
    )
    .await;
    assert!(said.objects[0].contains("'other'") && !said.objects[0].contains("'test'"));
    let said = run(
        &library,
        "completion.get",
        json!({"Kind": "environment", "Word": "AzureC"}),
    )
    .await;
    assert!(
        said.objects[0].contains("'AzureCloud'") && said.objects[0].contains("'AzureChinaCloud'")
    );
    assert!(!said.objects[0].contains("AzureUSGovernment"));
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn a_subscription_of_another_tenants_context_is_selected() {
    const ELSEWHERE: &str = "44444444-4444-4444-8444-444444444444";
    let script = Script::new(vec![ok(json!({"value": []})), ok(json!({"value": []}))]);
    let library = with_two(&script);
    let other = library.state().contexts.named("other").unwrap();
    library.state().contexts.put(AzureContext {
        subscription: Some(Subscription {
            id: ELSEWHERE.into(),
            name: "Audience".into(),
            tenant: other.tenant.clone(),
            state: "Enabled".into(),
        }),
        ..(*other).clone()
    });
    let said = run(
        &library,
        "context.set",
        json!({ "Subscription": ELSEWHERE }),
    )
    .await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    assert_eq!(current(&library).as_deref(), Some("other"));
    // In a tenant that was asked for, it is not there.
    let asked = json!({"Subscription": ELSEWHERE, "Tenant": TENANT});
    let said = run(&library, "context.set", asked).await;
    assert_eq!(said.messages("error").len(), 1);
}
