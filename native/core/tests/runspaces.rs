//! Several runspaces of one process: each has its own context, as jobs side by side need it.

use std::sync::Arc;

use crate::support::{Answer, SUBSCRIPTION, Said, Script, TENANT, ok, run_request, signed_in};
use azir_core::state::Library;
use serde_json::{Value, json};

const OTHER: &str = "44444444-4444-4444-8444-444444444444";

fn subscriptions() -> Answer {
    let one = |id: &str, name: &str| {
        json!({"subscriptionId": id, "displayName": name, "state": "Enabled",
            "tenantId": TENANT})
    };
    ok(json!({"value": [one(SUBSCRIPTION, "One"), one(OTHER, "Two")]}))
}

async fn run_in(
    library: &Arc<Library>,
    runspace: Option<&str>,
    operation: &str,
    arguments: Value,
) -> Said {
    let mut request = json!({"operation": operation, "arguments": arguments});
    if let Some(runspace) = runspace {
        request["runspace"] = json!(runspace);
    }
    run_request(library, &request, &[], &[]).await
}

/// The subscription that a request from `runspace` goes to.
async fn asked(library: &Arc<Library>, script: &Script, runspace: Option<&str>) -> String {
    let arguments = json!({"ResourceGroupName": "rg"});
    run_in(library, runspace, "factory.get", arguments).await;
    let sent = script.sent();
    let path = &sent.last().unwrap().path;
    path.split('/').nth(2).unwrap().to_owned()
}

#[tokio::test]
async fn runspaces_side_by_side_keep_to_the_subscription_that_each_chose() {
    let empty = || ok(json!({"value": []}));
    let script = Script::new(vec![
        empty(),
        subscriptions(),
        empty(),
        empty(),
        empty(),
        empty(),
    ]);
    let library = signed_in(&script);
    assert_eq!(asked(&library, &script, Some("main")).await, SUBSCRIPTION);
    let two = json!({"Subscription": "Two"});
    run_in(&library, Some("job-1"), "context.set", two).await;
    assert_eq!(asked(&library, &script, Some("job-1")).await, OTHER);
    assert_eq!(asked(&library, &script, Some("main")).await, SUBSCRIPTION);
    assert_eq!(asked(&library, &script, Some("job-2")).await, SUBSCRIPTION);
    assert_eq!(asked(&library, &script, None).await, SUBSCRIPTION);
    assert_eq!(script.left(), 0);
}

#[tokio::test]
async fn what_the_first_runspace_chooses_is_what_new_ones_begin_with() {
    let empty = || ok(json!({"value": []}));
    let script = Script::new(vec![empty(), subscriptions(), empty(), empty(), empty()]);
    let library = signed_in(&script);
    run_in(&library, Some("main"), "context.get", json!({})).await;
    assert_eq!(asked(&library, &script, Some("job-1")).await, SUBSCRIPTION);
    let two = json!({"Subscription": "Two"});
    run_in(&library, Some("main"), "context.set", two).await;
    assert_eq!(asked(&library, &script, Some("job-2")).await, OTHER);
    assert_eq!(asked(&library, &script, Some("job-1")).await, SUBSCRIPTION);
    assert_eq!(asked(&library, &script, None).await, OTHER);
}

#[tokio::test]
async fn a_caller_without_runspaces_has_one_context_for_the_process() {
    let empty = || ok(json!({"value": []}));
    let script = Script::new(vec![subscriptions(), empty()]);
    let library = signed_in(&script);
    run_in(
        &library,
        None,
        "context.set",
        json!({"Subscription": "Two"}),
    )
    .await;
    assert_eq!(asked(&library, &script, None).await, OTHER);
}
