//! What is read of the parents: statuses, links, and what happens when something cannot be read.

use std::time::Duration;

use azir_core::fleet::{
    record::{Asked, Fleet},
    survey::Options,
};
use serde_json::json;

use super::world::{OTHER, World, count, factory, survey};
use crate::support::{Answer, SUBSCRIPTION, bare, fails};

fn with_status() -> Options {
    Options {
        status: true,
        ..Options::default()
    }
}

fn names(fleet: &Fleet) -> Vec<(&str, &str)> {
    let mut all: Vec<_> = fleet
        .runtimes
        .iter()
        .map(|own| (own.parent_id.rsplit('/').next().unwrap(), own.name.as_str()))
        .collect();
    all.sort_unstable();
    all
}

#[tokio::test]
async fn statuses_are_read_for_what_is_self_hosted() {
    let a = factory(SUBSCRIPTION, "adf-a");
    let azure = json!({"id": format!("{a}/integrationruntimes/azure"), "name": "azure", "properties":
        {"type": "Managed", "state": "Online"}});
    let mut world = World::default().with(SUBSCRIPTION, "adf-a", &["ir-1", "ir-2"]);
    world.parents.get_mut(&a).unwrap().push(azure);
    let script = world.script();
    let own = survey(&script, json!({}), &with_status()).await;
    own.outcome.as_ref().unwrap();
    assert_eq!(count(&script, "/getStatus"), 2);
    let runtimes = &own.fleet.runtimes;
    assert_eq!(runtimes.len(), 3);
    assert!(runtimes[0].has_status && runtimes[0].nodes[0].name == "node-ir-1");
    assert_eq!(runtimes[0].version.as_deref(), Some("5.50.1.1"));
    assert_eq!(
        (runtimes[2].kind.as_str(), runtimes[2].has_status),
        ("Azure", false)
    );
    assert_eq!(runtimes[2].state.as_deref(), Some("Online"));
    assert!(
        own.messages("verbose")
            .iter()
            .any(|text| text.starts_with("3 requests to 1 subscription;")),
        "{:?}",
        own.messages("verbose")
    );
}

#[tokio::test]
async fn names_and_kinds_narrow_before_a_status_is_asked_for() {
    let script = World::default()
        .with(SUBSCRIPTION, "adf-a", &["ir-1", "ir-2", "other"])
        .script();
    let narrow = json!({"Name": "IR-*", "Type": ["SelfHosted"]});
    let own = survey(&script, narrow, &with_status()).await;
    own.outcome.as_ref().unwrap();
    assert_eq!(count(&script, "/getStatus"), 2);
    assert_eq!(names(&own.fleet), [("adf-a", "ir-1"), ("adf-a", "ir-2")]);
    let none = survey(&script, json!({"Type": "Azure*"}), &with_status()).await;
    none.outcome.as_ref().unwrap();
    assert!(none.fleet.runtimes.is_empty());
}

#[tokio::test]
async fn a_linked_one_is_asked_only_when_its_owner_is_not_in_view() {
    let a = factory(SUBSCRIPTION, "adf-a");
    let z = factory(OTHER, "adf-z");
    let elsewhere = factory("66666666-6666-4666-8666-666666666666", "far");
    let world = || {
        World::default()
            .with(SUBSCRIPTION, "adf-a", &[])
            .with(OTHER, "adf-z", &["shared"])
            .link(&a, "in-view", &format!("{z}/integrationRuntimes/SHARED"))
            .link(&a, "far", &format!("{elsewhere}/integrationRuntimes/x"))
            .link(&a, "gone", &format!("{z}/integrationRuntimes/gone"))
    };
    let refusal = fails(403, "UnauthorizedIntegrationRuntimeAccess", "May not.");
    let script = world()
        .plant("integrationRuntimes/gone/getStatus", vec![refusal])
        .script();
    let own = survey(&script, json!({}), &with_status()).await;
    own.outcome.as_ref().unwrap();
    assert_eq!(count(&script, "in-view/getStatus"), 0);
    assert_eq!(count(&script, "/far/getStatus"), 1);
    assert_eq!(count(&script, "/gone/getStatus"), 1);
    assert_eq!(count(&script, "/getStatus"), 3);
    let of = |name: &str| {
        own.fleet
            .runtimes
            .iter()
            .find(|own| own.name == name)
            .unwrap()
    };
    assert!(of("far").has_status && of("shared").has_status);
    assert!(!of("in-view").has_status && !of("gone").has_status);
    assert_eq!(of("shared").links.len(), 1);
    let trouble = &own.fleet.unreadable;
    assert_eq!(trouble.len(), 1);
    assert_eq!(trouble[0].what, Asked::Status);
    assert_eq!(
        trouble[0].code.as_deref(),
        Some("UnauthorizedIntegrationRuntimeAccess")
    );

    // A selection without the owner leaves the link to be asked.
    let script = world().script();
    let own = survey(&script, json!({"Name": "in-view"}), &with_status()).await;
    own.outcome.as_ref().unwrap();
    assert_eq!(count(&script, "in-view/getStatus"), 1);
}

#[tokio::test]
async fn what_cannot_be_read_is_noted_and_the_rest_follows() {
    let script = World::default()
        .with(SUBSCRIPTION, "adf-a", &["ir-1"])
        .with(SUBSCRIPTION, "adf-b", &["ir-1", "ir-2"])
        .with(OTHER, "adf-c", &["ir-1"])
        .plant(
            "adf-a/integrationRuntimes",
            vec![fails(
                403,
                "AuthorizationFailed",
                "The client 'c' does not have authorization to perform action \
                 'Microsoft.DataFactory/factories/integrationruntimes/read' over scope '/x'.",
            )],
        )
        .plant(
            "adf-b/integrationRuntimes/ir-1/getStatus",
            vec![fails(403, "AuthorizationFailed", "No status.")],
        )
        .plant(
            "adf-c/integrationRuntimes/ir-1/getStatus",
            vec![Answer::Reply(200, vec![], "<html>".into())],
        )
        .script();
    let own = survey(&script, json!({}), &with_status()).await;
    own.outcome.as_ref().unwrap();
    assert!(own.fleet.complete);
    assert_eq!(
        names(&own.fleet),
        [("adf-b", "ir-1"), ("adf-b", "ir-2"), ("adf-c", "ir-1")]
    );
    let mut seen: Vec<_> = own
        .fleet
        .unreadable
        .iter()
        .map(|own| (own.what, own.status, own.role.as_deref()))
        .collect();
    seen.sort_by_key(|own| own.1);
    assert_eq!(seen.len(), 3);
    assert_eq!(seen[0], (Asked::Status, None, None));
    assert!(seen[1..].contains(&(Asked::Runtimes, Some(403), Some("Reader"))));
    assert!(seen[1..].contains(&(Asked::Status, Some(403), Some("Reader"))));
    let listed: Vec<_> = own.fleet.parents.iter().map(|own| own.listed).collect();
    assert_eq!(listed, [false, true, true]);
}

#[tokio::test]
async fn a_page_that_breaks_keeps_what_came_before() {
    let a = factory(SUBSCRIPTION, "adf-a");
    let first = json!({"value": [{"id": format!("{a}/integrationruntimes/ir-1"), "name": "ir-1",
        "properties": {"type": "SelfHosted"}}],
        "nextLink": format!("https://management.azure.com{a}/integrationRuntimes?page=2")});
    let script = World::default()
        .with(SUBSCRIPTION, "adf-a", &["ir-1"])
        .plant(
            "adf-a/integrationRuntimes",
            vec![
                Answer::Reply(200, vec![], first.to_string()),
                Answer::Reply(200, vec![], "{\"value\":[".into()),
            ],
        )
        .script();
    let own = survey(&script, json!({}), &Options::default()).await;
    own.outcome.as_ref().unwrap();
    assert_eq!(names(&own.fleet), [("adf-a", "ir-1")]);
    assert!(!own.fleet.parents[0].listed);
    assert_eq!(own.fleet.unreadable[0].what, Asked::Runtimes);
}

#[tokio::test]
async fn a_row_of_a_factory_that_is_gone_is_left_out() {
    let script = World::default()
        .with(SUBSCRIPTION, "adf-a", &["ir-1"])
        .with(SUBSCRIPTION, "adf-gone", &["ir-1"])
        .plant(
            "adf-gone/integrationRuntimes",
            vec![fails(404, "ResourceNotFound", "Gone.")],
        )
        .plant(
            "adf-a/integrationRuntimes/ir-1/getStatus",
            vec![fails(404, "IntegrationRuntimeNotFound", "Gone, too.")],
        )
        .script();
    let own = survey(&script, json!({}), &with_status()).await;
    own.outcome.as_ref().unwrap();
    assert!(own.fleet.unreadable.is_empty() && own.fleet.runtimes.is_empty());
    assert_eq!(own.fleet.parents.len(), 1);
    assert!(own.messages("error").is_empty());
    assert!(
        own.messages("verbose")
            .iter()
            .any(|text| text.contains("adf-gone"))
    );
}

#[tokio::test]
async fn refusals_for_the_rate_are_waited_for_and_nothing_is_lost() {
    let names: Vec<String> = (0..40).map(|at| format!("ir-{at}")).collect();
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    let many =
        |count: usize, wait: &str| (0..count).map(|_| bare(429, "retry-after", wait)).collect();
    let script = World::default()
        .with(SUBSCRIPTION, "adf-a", &all)
        .with(OTHER, "adf-b", &all)
        .plant("adf-a/integrationRuntimes", many(6, "3"))
        .plant("ir-7/getStatus", many(9, "1"))
        .script();
    let own = survey(&script, json!({}), &with_status()).await;
    own.outcome.as_ref().unwrap();
    assert!(own.fleet.unreadable.is_empty());
    assert_eq!(own.fleet.runtimes.len(), 80);
    assert!(own.fleet.runtimes.iter().all(|own| own.has_status));
    // None is asked twice but for those that were refused.
    assert_eq!(count(&script, "/getStatus"), 80 + 9);
    assert!(script.slept().iter().sum::<Duration>() >= Duration::from_secs(3));
}

#[tokio::test]
async fn a_network_that_is_gone_ends_the_survey() {
    let names: Vec<String> = (0..60).map(|at| format!("ir-{at}")).collect();
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    let lost = (0..1000).map(|_| Answer::Unreachable).collect();
    let script = World::default()
        .with(SUBSCRIPTION, "adf-a", &["ir-1"])
        .with(SUBSCRIPTION, "adf-b", &all)
        .plant("adf-b/integrationRuntimes/ir-", lost)
        .script();
    let own = survey(&script, json!({}), &with_status()).await;
    assert!(own.outcome.is_err());
    assert!(!own.fleet.complete);
    // What was seen before is there.
    assert_eq!(own.fleet.parents.len(), 2);
    assert!(
        own.fleet
            .runtimes
            .iter()
            .all(|own| own.parent_id.ends_with("adf-a"))
    );
}

#[tokio::test]
async fn a_token_that_is_refused_ends_the_survey() {
    let refused = (0..50)
        .map(|_| fails(401, "InvalidAuthenticationToken", "The token is not valid."))
        .collect();
    let script = World::default()
        .with(SUBSCRIPTION, "adf-a", &["ir-1"])
        .plant("adf-a/integrationRuntimes", refused)
        .script();
    let own = survey(&script, json!({}), &with_status()).await;
    assert!(own.outcome.as_ref().unwrap_err().is_status(401));
}

#[tokio::test]
async fn an_interrupted_survey_is_continued() {
    let world = || {
        World::default()
            .with(SUBSCRIPTION, "adf-a", &["ir-1"])
            .with(SUBSCRIPTION, "adf-b", &["ir-1", "ir-2"])
            .with(SUBSCRIPTION, "adf-bc", &["ir-1"])
            .with(OTHER, "adf-c", &["ir-1"])
    };
    let whole = survey(&world().script(), json!({}), &with_status())
        .await
        .fleet;
    let mut part = whole.clone();
    part.complete = false;
    part.taken_at = "2001-01-01T00:00:00Z".into();
    // Of adf-b a status is missing, adf-c was not listed.
    part.runtimes
        .retain(|own| !own.parent_id.ends_with("adf-c"));
    for own in &mut part.parents {
        own.listed &= own.name != "adf-c";
    }
    for own in &mut part.runtimes {
        own.has_status &= !(own.parent_id.ends_with("adf-b") && own.name == "ir-2");
    }
    let script = world().script();
    let options = Options {
        resume: Some(part),
        ..with_status()
    };
    let own = survey(&script, json!({}), &options).await;
    own.outcome.as_ref().unwrap();
    assert_eq!(names(&own.fleet), names(&whole));
    assert!(own.fleet.complete && own.fleet.runtimes.iter().all(|own| own.has_status));
    assert_eq!(own.fleet.taken_at, "2001-01-01T00:00:00Z");
    assert_eq!(count(&script, "/getStatus"), 3);
    assert_eq!(count(&script, "adf-a/"), 0);
    assert_eq!(count(&script, "adf-bc/"), 0);
}

#[tokio::test]
async fn rows_are_dropped_where_nobody_keeps_them() {
    let script = World::default()
        .with(SUBSCRIPTION, "adf-a", &["ir-1"])
        .script();
    let options = Options {
        keep: false,
        ..with_status()
    };
    let own = survey(&script, json!({}), &options).await;
    own.outcome.as_ref().unwrap();
    assert!(own.fleet.runtimes.is_empty() && own.fleet.complete);
}

#[tokio::test]
async fn the_estimate_is_what_the_bucket_needs() {
    let bodies: Vec<_> = (0..1000)
        .map(|at| json!({"name": format!("ir-{at}"), "properties": {"type": "SelfHosted"}}))
        .collect();
    let text = json!({ "value": bodies }).to_string();
    let left = (
        "x-ms-ratelimit-remaining-subscription-reads",
        "249".to_owned(),
    );
    let script = World::default()
        .with(SUBSCRIPTION, "adf-a", &[])
        .plant(
            "adf-a/integrationRuntimes",
            vec![Answer::Reply(200, vec![left], text)],
        )
        .script();
    let own = survey(&script, json!({}), &with_status()).await;
    own.outcome.as_ref().unwrap();
    assert!(
        own.messages("verbose")
            .contains(&"1,001 requests to 1 subscription, at least 31 s.".to_owned()),
        "{:?}",
        own.messages("verbose")
    );
}

#[tokio::test]
async fn a_subscription_without_parents_is_an_empty_fleet() {
    let own = survey(&World::default().script(), json!({}), &with_status()).await;
    own.outcome.as_ref().unwrap();
    assert!(own.fleet.complete && own.fleet.parents.is_empty());
}
