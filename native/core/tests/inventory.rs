//! Runtimes of whatever has some: which requests each way of naming it leads to, and what is refused.

use crate::support::{
    Answer, SUBSCRIPTION, Script, fails, ok,
    purview::{account, account_in, list, signed_in},
    run, self_hosted,
};
use serde_json::{Value, json};

fn id(rest: &str) -> String {
    format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/{rest}")
}

fn two() -> Answer {
    list(json!([self_hosted("ir-a"), self_hosted("ir-b")]))
}

/// How many runtimes were written; a page is one text.
fn count(said: &crate::support::Said) -> usize {
    said.objects.concat().matches(".Service=").count()
}

async fn asked(answers: Vec<Answer>, arguments: Value) -> (Vec<String>, crate::support::Said) {
    let script = Script::new(answers);
    let said = run(&signed_in(&script), "inventory.get", arguments).await;
    assert_eq!(script.left(), 0);
    (script.order(), said)
}

#[tokio::test]
async fn each_service_is_reached_by_name_id_and_object() {
    let factory = id("Microsoft.DataFactory/factories/adf-a");
    let workspace = id("Microsoft.Synapse/workspaces/syn-a");
    for (arguments, service) in [
        (
            json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a"}),
            "DataFactory",
        ),
        (json!({"ResourceId": factory}), "DataFactory"),
        (
            json!({"InputObject": {"DataFactoryId": factory, "DataFactoryName": "adf-a"}}),
            "DataFactory",
        ),
        (
            json!({"InputObject": {"ResourceGroupName": "rg", "DataFactoryName": "adf-a"}}),
            "DataFactory",
        ),
        (
            json!({"ResourceGroupName": "rg", "WorkspaceName": "syna"}),
            "Synapse",
        ),
        (json!({"ResourceId": workspace}), "Synapse"),
        (
            json!({"InputObject": {"Name": "syn-a", "Id": workspace, "Type": "Microsoft.Synapse/workspaces"}}),
            "Synapse",
        ),
    ] {
        let (order, said) = asked(vec![two()], arguments.clone()).await;
        assert_eq!(order.len(), 1, "{arguments}");
        assert_eq!(count(&said), 2, "{arguments}");
        assert!(
            said.objects[0].contains(&format!(".Service='{service}';")),
            "{arguments}: {}",
            said.objects[0]
        );
    }
    let one = json!([{"name": "ir-p", "kind": "SelfHosted", "properties": {}}]);
    let (order, said) = asked(
        vec![account(), list(one)],
        json!({"InputObject": account_in("rg", "pv-a")}),
    )
    .await;
    assert_eq!(order[0], "GET pv-a");
    assert!(said.objects[0].contains(".Service='Purview';"));
}

#[tokio::test]
async fn without_a_resource_group_the_name_is_looked_for() {
    let found = json!([{"id": id("Microsoft.DataFactory/factories/ADF-a"), "name": "ADF-a"}]);
    let (order, said) = asked(
        vec![list(found.clone()), two()],
        json!({"DataFactoryName": "adf-a"}),
    )
    .await;
    assert_eq!(order, ["GET factories", "GET integrationRuntimes"]);
    assert_eq!(count(&said), 2);

    let (_, said) = asked(vec![list(json!([]))], json!({"DataFactoryName": "adf-a"})).await;
    assert!(
        said.error()
            .starts_with("Could not find data factory: 'adf-a' in any resource group"),
        "{}",
        said.error()
    );
    let elsewhere = id("Microsoft.DataFactory/factories/adf-a").replace("/rg/", "/other/");
    let (_, said) = asked(
        vec![list(json!([found[0], {"id": elsewhere}]))],
        json!({"DataFactoryName": "adf-a"}),
    )
    .await;
    assert!(said.error().contains("'rg', 'other'"), "{}", said.error());
}

#[tokio::test]
async fn a_name_asks_for_one_and_a_pattern_for_those_that_fit() {
    let place =
        |name: &str| json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a", "Name": name});
    let (order, said) = asked(vec![ok(self_hosted("ir-b"))], place("ir-b")).await;
    assert_eq!(order, ["GET ir-b"]);
    assert_eq!(count(&said), 1);
    let (order, said) = asked(vec![two()], place("*-B")).await;
    assert_eq!(order, ["GET integrationRuntimes"]);
    assert_eq!(count(&said), 1);
    assert!(said.objects[0].contains("ir-b"));
}

#[tokio::test]
async fn a_text_is_an_id_or_the_name_of_whatever_has_it() {
    let factory = id("Microsoft.DataFactory/factories/one");
    let (order, said) = asked(vec![two()], json!({"InputObject": factory})).await;
    assert_eq!(order, ["GET integrationRuntimes"]);
    assert_eq!(count(&said), 2);

    let none = || list(json!([]));
    let workspace = || list(json!([{"id": id("Microsoft.Synapse/workspaces/one"), "name": "one"}]));
    let unregistered = fails(409, "MissingSubscriptionRegistration", "Not registered.");
    let (order, said) = asked(
        vec![none(), workspace(), unregistered, two()],
        json!({"InputObject": "one"}),
    )
    .await;
    assert_eq!(
        order,
        [
            "GET factories",
            "GET workspaces",
            "GET accounts",
            "GET integrationRuntimes"
        ]
    );
    assert!(said.objects[0].contains(".Service='Synapse';"));

    let same = list(json!([{"id": factory, "name": "one"}]));
    let (_, said) = asked(
        vec![same, workspace(), none()],
        json!({"InputObject": "one"}),
    )
    .await;
    assert_eq!(
        said.error(),
        "'one' is the name of data factory 'one' and of workspace 'one'. Say which one is meant: -DataFactoryName, \
         -WorkspaceName or -AccountName."
    );
    let (_, said) = asked(vec![none(), none(), none()], json!({"InputObject": "one"})).await;
    assert!(
        said.error().starts_with(
            "The subscription has no data factory, Synapse workspace or Purview account with the name 'one'"
        ),
        "{}",
        said.error()
    );
    let (_, said) = asked(
        vec![],
        json!({"InputObject": id("Microsoft.Sql/servers/a")}),
    )
    .await;
    assert!(said.error().contains("is not the resource id of"));
}

#[tokio::test]
async fn a_runtime_is_got_again() {
    let own = id("Microsoft.Synapse/workspaces/syn-a/integrationruntimes/ir-a");
    let (order, said) = asked(
        vec![ok(self_hosted("ir-a"))],
        json!({"InputObject": {"Name": "ir-a", "Id": own}}),
    )
    .await;
    assert_eq!(order, ["GET ir-a"]);
    assert!(said.objects[0].contains(".Parent='syn-a';"));
}

#[tokio::test]
async fn what_has_no_runtimes_is_refused_before_any_request() {
    let server = id("Microsoft.Sql/servers/one");
    for (arguments, words) in [
        (
            json!({"ResourceId": server}),
            "is not the resource id of a data factory, a Synapse workspace or a Purview account",
        ),
        (
            json!({"InputObject": {"Id": server, "Type": "Microsoft.Sql/servers"}}),
            "of type 'Microsoft.Sql/servers' is not a data factory",
        ),
        (json!({"DataFactoryName": "adf_a"}), "adf_a"),
    ] {
        let (order, said) = asked(vec![], arguments.clone()).await;
        assert!(order.is_empty(), "{arguments}");
        assert!(said.error().contains(words), "{}", said.error());
    }
}
