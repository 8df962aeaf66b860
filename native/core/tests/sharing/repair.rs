//! `Repair-AzIntegrationRuntimeShare`.

use serde_json::{Value, json};

use super::{
    model::{Azure, SHARED, factory_id, linked},
    rows, text,
};
use crate::support::{Said, run};

async fn repair(azure: &Azure, factory: &str) -> Said {
    let arguments = json!({"ResourceId": SHARED, "With": factory_id(factory)});
    run(&azure.library(), "share.repair", arguments).await
}

#[tokio::test(start_paused = true)]
async fn an_empty_runtime_becomes_the_linked_one_again_and_keeps_what_it_has() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    azure.change(|state| {
        let empty = json!({"type": "SelfHosted", "description": "of the template"});
        state.runtimes.insert("adf-dev/ir-shared".into(), empty);
        state.links.clear();
    });
    let said = repair(&azure, "adf-dev").await;
    assert_eq!(rows(&said), ["adf-dev Repaired Present"]);
    assert_eq!(
        azure.written(),
        ["PUT adf-dev/integrationRuntimes/ir-shared"]
    );
    let mut wanted = linked();
    wanted["description"] = json!("of the template");
    assert_eq!(
        azure.change(|state| state.runtimes["adf-dev/ir-shared"].clone()),
        wanted
    );
    assert!(
        said.questions()[0]
            .starts_with("Replacing by a linked one the self-hosted integration runtime")
    );
}

#[tokio::test(start_paused = true)]
async fn a_runtime_with_nodes_is_never_replaced() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    azure.change(|state| {
        let full = json!({"type": "SelfHosted", "nodes": [{"nodeName": "own"}]});
        state.runtimes.insert("adf-dev/ir-shared".into(), full);
    });
    let said = repair(&azure, "adf-dev").await;
    assert_eq!(rows(&said), ["adf-dev Failed Unknown"]);
    assert!(
        said.error()
            .contains("with a node of its own, which would be cut off")
    );
    assert!(azure.written().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_grant_and_a_link_are_restored() {
    let azure = Azure::with(&["adf-a", "adf-b", "adf-c"]);
    for name in ["adf-a", "adf-b", "adf-c"] {
        azure.share(name);
    }
    azure.change(|state| {
        state.assignments.retain(|id, _| !id.ends_with("adf-a"));
        state.links.retain(|own| own["dataFactoryName"] != "adf-b");
    });
    let said = repair(&azure, "adf-a").await;
    assert_eq!(rows(&said), ["adf-a Repaired Created"]);
    assert_eq!(azure.written(), ["PUT role"]);
    let said = repair(&azure, "adf-b").await;
    assert_eq!(rows(&said), ["adf-b Repaired Present"]);
    assert_eq!(
        azure.written(),
        [
            "PUT adf-b/integrationRuntimes/ir-shared",
            "POST hub/integrationRuntimes/ir-shared/linkedIntegrationRuntime"
        ]
    );
    let said = repair(&azure, "adf-c").await;
    assert_eq!(rows(&said), ["adf-c AlreadyShared Present"]);
    assert!(azure.written().is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_is_piped_in_is_repaired_or_says_why_not() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    azure.change(|state| state.runtimes.remove("adf-dev/ir-shared"));
    let share = |problem: &str, id: Value| {
        json!({"InputObject": {"SharedIntegrationRuntimeId": SHARED, "DataFactoryName": "adf-dev",
            "DataFactoryId": id, "LinkedIntegrationRuntimeName": "ir-shared", "Problem": [problem]}})
    };
    for (problem, id, wanted) in [
        (
            "FactoryMissing",
            Value::Null,
            "data factory 'adf-dev' is gone",
        ),
        (
            "GrantMissing",
            Value::Null,
            "data factory 'adf-dev' does not exist, or is not visible to '",
        ),
        (
            "OwnerMissing",
            json!(factory_id("adf-dev")),
            "is gone. Create it again",
        ),
        (
            "LinkedElsewhere",
            json!(factory_id("adf-dev")),
            "refers to another one",
        ),
    ] {
        let said = run(&azure.library(), "share.repair", share(problem, id)).await;
        assert!(said.error().contains(wanted), "{}", said.error());
        assert_eq!(text(&said.results[0], "Outcome"), "Failed");
        assert!(azure.change(|state| state.sent.is_empty()));
    }
    let whole = share("LinkedRuntimeMissing", json!(factory_id("adf-dev")));
    let said = run(&azure.library(), "share.repair", whole).await;
    assert_eq!(rows(&said), ["adf-dev Repaired Present"]);
    // Where only the role is left, nothing names the linked one.
    azure.change(|state| {
        state.runtimes.remove("adf-dev/ir-shared");
        state.links.clear();
    });
    let seen = run(&azure.library(), "share.get", json!({"ResourceId": SHARED})).await;
    assert_eq!(rows(&seen), ["adf-dev Broken Present NotLinked"]);
    let mut only_role = share("NotLinked", json!(factory_id("adf-dev")));
    only_role["InputObject"]["LinkedIntegrationRuntimeName"] = Value::Null;
    let said = run(&azure.library(), "share.repair", only_role).await;
    assert_eq!(rows(&said), ["adf-dev Repaired Present"]);
}
