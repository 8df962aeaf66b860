//! The cmdlets that show the fleet.

use serde_json::json;

use super::world::{OTHER, World, count, factory};
use crate::support::{SUBSCRIPTION, fails, frames::Item, run, signed_in};

fn world() -> World {
    let a = factory(SUBSCRIPTION, "adf-a");
    let z = factory(OTHER, "adf-z");
    World::default()
        .with(SUBSCRIPTION, "adf-a", &["ir-1"])
        .with(OTHER, "adf-z", &["shared"])
        .link(&a, "linked", &format!("{z}/integrationRuntimes/shared"))
}

fn texts(item: &Item, names: &[&str]) -> Vec<String> {
    names
        .iter()
        .map(|name| {
            let own = item.member(name).and_then(Item::as_text);
            own.unwrap_or_default().to_owned()
        })
        .collect()
}

#[tokio::test]
async fn objects_are_the_services_own_and_grouped_by_parent() {
    let script = world().script();
    let said = run(
        &signed_in(&script),
        "inventory.get",
        json!({"Status": true}),
    )
    .await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    let rows: Vec<_> = said
        .results
        .iter()
        .map(|own| texts(own, &["Parent", "Name", "Kind", "State", "SubscriptionId"]))
        .collect();
    assert_eq!(rows.len(), 3);
    // A linked one shows what its owner says, which was asked once.
    assert!(
        rows.contains(
            &["adf-a", "linked", "Linked", "Online", SUBSCRIPTION]
                .map(str::to_owned)
                .into()
        )
    );
    assert!(
        rows.contains(
            &["adf-z", "shared", "SelfHosted", "Online", OTHER]
                .map(str::to_owned)
                .into()
        )
    );
    assert_eq!(count(&script, "/getStatus"), 2);
    let linked = said
        .results
        .iter()
        .find(|own| texts(own, &["Name"]) == ["linked"])
        .unwrap();
    assert_eq!(
        texts(
            linked,
            &["OriginalIntegrationRuntimeName", "OriginalDataFactoryName"]
        ),
        ["shared", "owner"]
    );
    let parents: Vec<_> = rows.iter().map(|own| own[0].clone()).collect();
    let mut groups = parents.clone();
    groups.dedup();
    assert_eq!(groups.len(), 2, "{parents:?}");
}

#[tokio::test]
async fn what_cannot_be_read_is_an_error_with_the_role_that_is_missing() {
    let script = world()
        .plant(
            "adf-a/integrationRuntimes/ir-1/getStatus",
            vec![fails(403, "AuthorizationFailed", "No status.")],
        )
        .script();
    let said = run(
        &signed_in(&script),
        "inventory.get",
        json!({"Status": true}),
    )
    .await;
    assert_eq!(said.results.len(), 3);
    let error = said.error();
    assert!(
        error.starts_with(
            "The status of integration runtime 'ir-1' in data factory 'adf-a' could not be read. "
        ),
        "{error}"
    );
    assert!(
        error.contains("getstatus/read") && error.contains("'Reader'"),
        "{error}"
    );
}

#[tokio::test]
async fn nodes_are_one_row_each() {
    let script = world().script();
    let said = run(&signed_in(&script), "inventory.node.get", json!({})).await;
    let mut rows: Vec<_> = said
        .results
        .iter()
        .map(|own| {
            texts(
                own,
                &[
                    "Subscription",
                    "Parent",
                    "IntegrationRuntime",
                    "NodeName",
                    "Kind",
                ],
            )
        })
        .collect();
    rows.sort();
    assert_eq!(
        rows,
        [
            ["Other", "adf-z", "shared", "node-shared", "SelfHosted"],
            ["Test", "adf-a", "ir-1", "node-ir-1", "SelfHosted"],
        ]
    );
    assert!(
        said.objects[0].starts_with("AzIntegrationRuntime.FleetNode"),
        "{}",
        said.objects[0]
    );
}
