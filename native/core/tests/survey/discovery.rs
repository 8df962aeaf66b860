//! Which parents are found: pages, quota, scopes, and what stands in for Resource Graph.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use azir_core::fleet::{record::Asked, survey::Options};
use serde_json::json;

use super::world::{OTHER, World, count, factory, list, row, survey};
use crate::support::{Answer, SUBSCRIPTION, Script, bare, fails, ok};

const GRAPH: &str = "POST /providers/Microsoft.ResourceGraph/resources";

fn two() -> World {
    World::default()
        .with(SUBSCRIPTION, "adf-a", &["ir-1"])
        .with(OTHER, "adf-b", &["ir-1", "ir-2"])
}

#[tokio::test]
async fn all_subscriptions_are_asked_for_with_one_query() {
    let script = two().script();
    let own = survey(&script, json!({}), &Options::default()).await;
    own.outcome.as_ref().unwrap();
    assert!(own.fleet.complete && own.fleet.unreadable.is_empty());
    let parents: Vec<_> = own
        .fleet
        .parents
        .iter()
        .map(|own| {
            (
                own.name.as_str(),
                own.subscription_name.as_deref().unwrap(),
                own.listed,
            )
        })
        .collect();
    assert_eq!(parents, [("adf-a", "Test", true), ("adf-b", "Other", true)]);
    assert_eq!(own.fleet.runtimes.len(), 3);
    assert!(own.fleet.runtimes.iter().all(|own| !own.has_status));
    let sent = script.sent();
    let query = sent.iter().find(|own| own.method == "POST").unwrap().json();
    assert_eq!(query["options"]["$top"], 1000);
    assert_eq!(query["options"]["allowPartialScopes"], true);
    assert_eq!(query["options"]["resultFormat"], "objectArray");
    assert!(query.get("subscriptions").is_none() && query.get("managementGroups").is_none());
    assert!(
        own.messages("verbose").contains(
            &"2 requests to 2 subscriptions; the rates of Resource Manager do not slow them down."
                .into()
        ),
        "{:?}",
        own.messages("verbose")
    );
}

#[tokio::test]
async fn pages_are_followed_and_wait_for_the_quota() {
    let page = |name: &str, token: Option<&str>, left: &str| {
        let mut body =
            json!({"resultTruncated": "false", "data": [row(&factory(SUBSCRIPTION, name))]});
        if let Some(token) = token {
            body["$skipToken"] = token.into();
        }
        let headers = vec![
            ("x-ms-user-quota-remaining", left.to_owned()),
            ("x-ms-user-quota-resets-after", "00:00:04".to_owned()),
        ];
        Answer::Reply(200, headers, body.to_string())
    };
    let script = World::default()
        .with(SUBSCRIPTION, "adf-a", &[])
        .with(SUBSCRIPTION, "adf-b", &[])
        .with(SUBSCRIPTION, "adf-c", &[])
        .plant(
            GRAPH,
            vec![
                page("adf-a", Some("t1"), "1"),
                page("adf-b", Some("t2"), "0"),
                // The quota of the account is shared: somebody else may have used it.
                bare(429, "x-ms-user-quota-resets-after", "00:00:02"),
                page("adf-c", None, "14"),
            ],
        )
        .script();
    let own = survey(&script, json!({}), &Options::default()).await;
    own.outcome.as_ref().unwrap();
    assert_eq!(own.fleet.parents.len(), 3);
    assert_eq!(
        script.slept(),
        [Duration::from_secs(4), Duration::from_secs(2)]
    );
    let tokens: Vec<_> = script
        .sent()
        .iter()
        .filter(|own| own.method == "POST")
        .map(|own| own.json()["options"]["$skipToken"].clone())
        .collect();
    assert_eq!(tokens, [json!(null), json!("t1"), json!("t2"), json!("t2")]);
}

#[tokio::test]
async fn rows_that_are_missing_are_an_error() {
    let cut =
        ok(json!({"resultTruncated": "true", "data": [row(&factory(SUBSCRIPTION, "adf-a"))]}));
    let script = two().plant(GRAPH, vec![cut]).script();
    let own = survey(&script, json!({}), &Options::default()).await;
    assert!(
        own.outcome
            .as_ref()
            .unwrap_err()
            .message()
            .contains("left rows out")
    );
    assert!(!own.fleet.complete);
    let again = json!({"resultTruncated": "false", "$skipToken": "t", "data": []});
    let script = two()
        .plant(GRAPH, vec![ok(again.clone()), ok(again)])
        .script();
    let own = survey(&script, json!({}), &Options::default()).await;
    assert!(
        own.outcome
            .as_ref()
            .unwrap_err()
            .message()
            .contains("read already")
    );
}

#[tokio::test]
async fn answers_of_no_shape_and_lists_without_end_are_errors() {
    let table = json!({"columns": [{"name": "id", "type": "string"}], "rows": [[factory(SUBSCRIPTION, "adf-a")]]});
    for body in [
        json!({"totalRecords": 1, "count": 1, "resultTruncated": "false", "data": table}),
        json!({"totalRecords": 1_000_000, "count": 1_000_000, "resultTruncated": "false"}),
        json!({"data": "adf-a"}),
        json!({"data": null}),
    ] {
        let script = two().plant(GRAPH, vec![ok(body.clone())]).script();
        let own = survey(&script, json!({}), &Options::default()).await;
        let said = own.outcome.as_ref().unwrap_err().message();
        assert!(said.contains("has no 'value'"), "{body} {said}");
        assert!(!own.fleet.complete);
    }
    // What the service says of their number does not matter; rows of other kinds are no parents.
    let odd = json!({"totalRecords": -7, "count": "many", "resultTruncated": "false", "data": [
        row(&factory(SUBSCRIPTION, "adf-a")), null, 5, "text", [], {}, {"id": 7}, {"id": "/"},
        {"id": "/subscriptions/x/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/s"}]});
    let script = two().plant(GRAPH, vec![ok(odd)]).script();
    let own = survey(&script, json!({}), &Options::default()).await;
    own.outcome.as_ref().unwrap();
    assert_eq!(own.fleet.parents.len(), 1);
    // Each page has a member and a new token.
    let pages = AtomicUsize::new(0);
    let script = Script::routed(move |sent| {
        if sent.path.ends_with("/subscriptions") {
            return ok(
                json!({"value": [{"subscriptionId": SUBSCRIPTION, "displayName": "Test", "state": "Enabled"}]}),
            );
        }
        let page = pages.fetch_add(1, Ordering::Relaxed);
        ok(
            json!({"resultTruncated": "false", "$skipToken": format!("t{page}"),
            "data": [row(&factory(SUBSCRIPTION, &format!("adf-{page}")))]}),
        )
    });
    let own = survey(&script, json!({}), &Options::default()).await;
    let said = own.outcome.as_ref().unwrap_err().message();
    assert!(
        said.starts_with("The service's list had 10000 pages and says that there are more."),
        "{said}"
    );
    assert_eq!(count(&script, "Microsoft.ResourceGraph"), 10_000);
}

#[tokio::test]
async fn a_quota_that_is_full_in_a_year_is_not_waited_for() {
    let page = |name: &str, token: Option<&str>| {
        let mut body =
            json!({"resultTruncated": "false", "data": [row(&factory(SUBSCRIPTION, name))]});
        if let Some(token) = token {
            body["$skipToken"] = token.into();
        }
        let headers = vec![
            ("x-ms-user-quota-remaining", "0".to_owned()),
            ("x-ms-user-quota-resets-after", "8760:00:00".to_owned()),
        ];
        Answer::Reply(200, headers, body.to_string())
    };
    let script = two()
        .plant(GRAPH, vec![page("adf-a", Some("t")), page("adf-b", None)])
        .script();
    let own = survey(&script, json!({}), &Options::default()).await;
    own.outcome.as_ref().unwrap();
    assert_eq!(script.slept(), [Duration::from_secs(60)]);
}

#[tokio::test]
async fn subscriptions_are_found_by_id_and_name_and_others_are_errors() {
    let script = two().script();
    let named = json!({"Subscription": ["other", "nothing", OTHER]});
    let own = survey(&script, named, &Options::default()).await;
    own.outcome.as_ref().unwrap();
    assert_eq!(own.fleet.parents.len(), 1);
    assert_eq!(own.fleet.parents[0].name, "adf-b");
    let sent = script.sent();
    let query = sent.iter().find(|own| own.method == "POST").unwrap().json();
    assert_eq!(query["subscriptions"], json!([OTHER]));
    let errors: Vec<_> = own.messages("error");
    assert_eq!(errors.len(), 1);
    assert!(errors[0].starts_with("Subscription 'nothing' was not found"));

    let own = survey(
        &script,
        json!({"Subscription": "nothing"}),
        &Options::default(),
    )
    .await;
    assert!(
        own.outcome
            .as_ref()
            .unwrap_err()
            .message()
            .contains("'nothing'")
    );
    let asked = async |names: serde_json::Value| {
        let script = two().script();
        let own = survey(
            &script,
            json!({ "Subscription": names }),
            &Options::default(),
        )
        .await;
        let all: Vec<String> = own
            .fleet
            .parents
            .iter()
            .map(|own| own.name.clone())
            .collect();
        let failed = own
            .outcome
            .as_ref()
            .err()
            .map(azir_core::error::Error::message);
        let missing = own.fleet.missing_subscriptions.clone();
        (all, own.messages("error"), failed, missing)
    };
    for (names, wanted) in [
        (json!(["oth*"]), &["adf-b"][..]),
        (json!(["*"]), &["adf-a", "adf-b"]),
        (json!(["[A-P]*", "other"]), &["adf-b"]),
        (json!(["T?st", OTHER]), &["adf-a", "adf-b"]),
    ] {
        assert_eq!(asked(names.clone()).await.0, wanted, "{names}");
    }
    let (found, errors, failed, missing) = asked(json!(["nope*", "Test"])).await;
    assert_eq!((found.len(), errors.len(), failed), (1, 1, None));
    assert_eq!(missing, ["nope*"]);
    assert!(
        errors[0].contains("has a name that fits 'nope*'"),
        "{errors:?}"
    );
    let (_, _, failed, _) = asked(json!(["nope*"])).await;
    assert!(failed.unwrap().contains("has a name that fits 'nope*'"));
    let both = json!({"Subscription": "other", "ManagementGroup": "mg"});
    let own = survey(&script, both, &Options::default()).await;
    assert!(
        own.outcome
            .unwrap_err()
            .message()
            .contains("cannot be used together")
    );
}

#[tokio::test]
async fn many_subscriptions_are_asked_for_in_groups() {
    let many: Vec<_> = (0..1500)
        .map(|at| {
            (
                format!("55555555-5555-4555-8555-{at:012}"),
                format!("S{at}"),
            )
        })
        .map(|(id, name)| json!({"subscriptionId": id, "displayName": name}))
        .collect();
    let ids: Vec<_> = many
        .iter()
        .map(|own| own["subscriptionId"].clone())
        .collect();
    let script = World::default()
        .plant("GET /subscriptions", vec![list(&many)])
        .script();
    let own = survey(&script, json!({ "Subscription": ids }), &Options::default()).await;
    own.outcome.as_ref().unwrap();
    let sizes: Vec<_> = script
        .sent()
        .iter()
        .filter(|own| own.method == "POST")
        .map(|own| own.json()["subscriptions"].as_array().unwrap().len())
        .collect();
    assert_eq!(sizes, [1000, 500]);
}

#[tokio::test]
async fn too_many_subscriptions_are_told() {
    let body = json!({"resultTruncated": "false", "data": []}).to_string();
    let hit = Answer::Reply(
        200,
        vec![("x-ms-tenant-subscription-limit-hit", "true".into())],
        body,
    );
    let script = two().plant(GRAPH, vec![hit]).script();
    let own = survey(
        &script,
        json!({"ManagementGroup": ["mg"]}),
        &Options::default(),
    )
    .await;
    own.outcome.as_ref().unwrap();
    assert!(own.messages("warning")[0].contains("first 10,000 subscriptions only"));
    let sent = script.sent();
    let query = sent.iter().find(|own| own.method == "POST").unwrap().json();
    assert_eq!(query["managementGroups"], json!(["mg"]));
}

#[tokio::test]
async fn a_refused_condition_is_shown_with_the_services_words() {
    let refusal = json!({"error": {"code": "BadRequest", "message": "Please provide below info when asking for support",
        "details": [{"code": "ParserFailure", "message": "'tagz' is not a column."}]}});
    let answer = Answer::Reply(400, vec![], refusal.to_string());
    let script = two().plant(GRAPH, vec![answer]).script();
    let query = json!({"Query": "where tagz.env == 'prod'"});
    let own = survey(&script, query, &Options::default()).await;
    let message = own.outcome.as_ref().unwrap_err().message();
    assert!(
        message.starts_with(
            "Resource Graph refused the condition of -Query, \"where tagz.env == 'prod'\". "
        ),
        "{message}"
    );
    assert!(message.contains("'tagz' is not a column."), "{message}");
    assert!(!message.contains("asking for support"), "{message}");
    let own = survey(&script, json!({"Query": " where "}), &Options::default()).await;
    assert!(
        own.outcome
            .unwrap_err()
            .message()
            .contains("-Query has no condition")
    );
}

#[tokio::test]
async fn without_resource_graph_the_lists_serve_with_a_warning() {
    for refusal in [
        fails(
            404,
            "InvalidResourceType",
            "The resource type could not be found.",
        ),
        fails(403, "AuthorizationFailed", "You may not."),
    ] {
        let of = |subscription: &str, name: &str| {
            list(&[
                json!({"id": factory(subscription, name), "name": name, "location": "West Europe",
                "tags": {"env": "PROD"}, "properties": {"repoConfiguration": {"repositoryName": "r"}}}),
            ])
        };
        let forbidden = fails(403, "AuthorizationFailed", "No workspaces.");
        let none = || list(&[]);
        let unregistered = || fails(409, "MissingSubscriptionRegistration", "Not registered.");
        let script = two()
            .plant(GRAPH, vec![refusal])
            .plant(
                &format!(
                    "GET /subscriptions/{SUBSCRIPTION}/providers/Microsoft.DataFactory/factories"
                ),
                vec![of(SUBSCRIPTION, "adf-a")],
            )
            .plant(
                &format!("GET /subscriptions/{OTHER}/providers/Microsoft.DataFactory/factories"),
                vec![of(OTHER, "adf-b")],
            )
            .plant(
                &format!("GET /subscriptions/{OTHER}/providers/Microsoft.Synapse"),
                vec![forbidden],
            )
            .plant("providers/Microsoft.Synapse", vec![none()])
            .plant("providers/Microsoft.Purview", vec![unregistered(), none()])
            .script();
        let narrow = json!({"Tag": {"ENV": "prod"}, "Location": "westeurope"});
        let own = survey(&script, narrow, &Options::default()).await;
        own.outcome.as_ref().unwrap();
        assert_eq!(own.fleet.runtimes.len(), 3);
        assert!(
            own.fleet
                .parents
                .iter()
                .all(|own| own.uses_git && own.listed)
        );
        assert!(own.messages("warning")[0].starts_with("Resource Graph cannot be used here"));
        let trouble = &own.fleet.unreadable[0];
        assert_eq!(own.fleet.unreadable.len(), 1);
        assert_eq!((trouble.what, trouble.status), (Asked::Parents, Some(403)));
        assert_eq!(trouble.id, format!("/subscriptions/{OTHER}"));
        assert_eq!(trouble.role.as_deref(), Some("Reader"));
    }
    let script = two()
        .plant(GRAPH, vec![fails(404, "InvalidResourceType", "Not here.")])
        .script();
    let own = survey(
        &script,
        json!({"ManagementGroup": "mg"}),
        &Options::default(),
    )
    .await;
    let message = own.outcome.as_ref().unwrap_err().message();
    assert!(
        message.contains("-ManagementGroup needs Resource Graph"),
        "{message}"
    );
}

#[tokio::test]
async fn a_resource_group_is_one_of_the_contexts_subscription_and_near_names_are_told() {
    let script = two().script();
    let own = survey(
        &script,
        json!({"ResourceGroupName": "RG"}),
        &Options::default(),
    )
    .await;
    own.outcome.as_ref().unwrap();
    assert_eq!(own.fleet.parents.len(), 1);
    let sent = script.sent();
    let query = sent.iter().find(|own| own.method == "POST").unwrap().json();
    assert_eq!(query["subscriptions"], json!([SUBSCRIPTION]));

    let script = World::default()
        .plant(
            "resourcegroups/rg-prd",
            vec![fails(
                404,
                "ResourceGroupNotFound",
                "Resource group 'rg-prd' could not be found.",
            )],
        )
        .plant(
            "/resourcegroups",
            vec![list(&[
                json!({"name": "rg-prod"}),
                json!({"name": "other"}),
            ])],
        )
        .script();
    let own = survey(
        &script,
        json!({"ResourceGroupName": "rg-prd"}),
        &Options::default(),
    )
    .await;
    let message = own.outcome.as_ref().unwrap_err().message();
    assert!(message.contains("Did you mean 'rg-prod'?"), "{message}");
    // A group without factories is no mistake.
    let script = World::default()
        .plant(
            "resourcegroups/rg",
            vec![ok(json!({"id": "/x", "name": "rg", "properties": {}}))],
        )
        .script();
    let own = survey(
        &script,
        json!({"ResourceGroupName": "rg"}),
        &Options::default(),
    )
    .await;
    own.outcome.as_ref().unwrap();
    assert!(own.fleet.complete && own.fleet.parents.is_empty());
}

#[tokio::test]
async fn role_assignments_come_with_one_query() {
    let options = Options {
        grants: true,
        ..Options::default()
    };
    let script = two().script();
    let own = survey(&script, json!({}), &options).await;
    own.outcome.as_ref().unwrap();
    let grants = own.fleet.grants.unwrap();
    assert_eq!(grants.len(), 2);
    assert_eq!(
        (grants[0].principal_id.as_str(), grants[0].role_id.as_str()),
        ("p", "r")
    );
    assert_eq!(count(&script, "Microsoft.ResourceGraph"), 2);

    let refused = vec![
        ok(json!({"resultTruncated": "false", "data": []})),
        fails(403, "AuthorizationFailed", "No."),
    ];
    let script = two().plant(GRAPH, refused).script();
    let own = survey(&script, json!({}), &options).await;
    own.outcome.as_ref().unwrap();
    assert_eq!(own.fleet.grants, None);
    assert_eq!(own.fleet.unreadable[0].what, Asked::Grants);
    assert!(own.fleet.complete);
}
