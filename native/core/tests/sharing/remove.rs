//! `Remove-AzIntegrationRuntimeShare`.

use serde_json::{Value, json};

use super::{
    model::{Azure, SHARED, factory_id, linked},
    rows,
};
use crate::support::{Said, run, run_answering};

async fn remove(azure: &Azure, more: Value) -> Said {
    let mut arguments = json!({"ResourceId": SHARED, "With": "adf-dev", "PassThru": true});
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    run(&azure.library(), "share.remove", arguments).await
}

fn used(azure: &Azure) {
    azure.change(|state| {
        let of = |name: &str, via: &str| {
            json!({"name": name, "properties":
            {"connectVia": {"referenceName": via}}})
        };
        let all = vec![
            of("lake", "IR-shared"),
            of("sql", "ir-other"),
            of("files", "ir-shared"),
        ];
        state.services.insert("adf-dev".into(), all);
    });
}

#[tokio::test(start_paused = true)]
async fn link_runtime_and_grant_go_in_this_order() {
    let azure = Azure::with(&["adf-dev", "adf-other"]);
    azure.share("adf-dev");
    azure.share("adf-other");
    let said = remove(&azure, json!({})).await;
    assert_eq!(rows(&said), ["adf-dev Removed Removed"]);
    assert_eq!(
        azure.written(),
        [
            "POST hub/integrationRuntimes/ir-shared/removeLinks",
            "DELETE adf-dev/integrationRuntimes/ir-shared",
            "DELETE role",
        ]
    );
    assert_eq!(
        azure.change(|state| (state.links.len(), state.assignments.len())),
        (1, 1)
    );
    assert_eq!(
        said.questions(),
        [
            "Removing the share of integration runtime 'ir-shared' in data factory 'hub' with data factory 'adf-dev': \
             the link, the linked integration runtime 'ir-shared', the role on the shared integration runtime.",
            "Are you sure you want to stop sharing integration runtime 'ir-shared' in data factory 'hub' with data \
             factory 'adf-dev'?",
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn the_question_names_the_linked_services_and_no_is_no() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    used(&azure);
    let arguments = json!({"ResourceId": SHARED, "With": "adf-dev"});
    let said = run_answering(&azure.library(), "share.remove", arguments, &[true, false]).await;
    assert!(said.questions()[1].starts_with(
        "Linked services 'lake', 'files' of data factory 'adf-dev' connect through the linked integration runtime \
         'ir-shared' and will stop working."
    ));
    assert!(azure.written().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_linked_runtime_that_is_used_stays_and_the_error_says_why() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    used(&azure);
    azure.change(|state| {
        let own = state.services.get_mut("adf-dev").unwrap();
        own.retain(|service| service["name"] == "files");
    });
    let said = remove(&azure, json!({"Force": true})).await;
    assert_eq!(rows(&said), ["adf-dev PartlyRemoved Removed"]);
    assert!(
        said.messages("warning")[0]
            .starts_with("Linked service 'files' of data factory 'adf-dev' connects")
    );
    let error = said.error();
    assert!(
        error.contains("was not removed in full. ") && error.contains("Change their connectVia"),
        "{error}"
    );
    // Run again after the linked service is gone, it completes.
    azure.change(|state| state.services.clear());
    azure.written();
    let said = remove(&azure, json!({"Force": true})).await;
    assert_eq!(rows(&said), ["adf-dev Removed Unknown"]);
    assert_eq!(
        azure.written(),
        ["DELETE adf-dev/integrationRuntimes/ir-shared"]
    );
}

#[tokio::test(start_paused = true)]
async fn other_linked_runtimes_of_the_factory_keep_their_links_and_the_role() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    azure.change(|state| {
        state.runtimes.insert("adf-dev/ir-second".into(), linked());
        state.link("ir-second", "adf-dev");
    });
    let said = remove(&azure, json!({})).await;
    assert_eq!(rows(&said), ["adf-dev Removed Present"]);
    assert_eq!(
        azure.written(),
        ["DELETE adf-dev/integrationRuntimes/ir-shared"]
    );
    assert_eq!(
        azure.change(|state| (state.links.len(), state.assignments.len())),
        (1, 1)
    );
}

#[tokio::test(start_paused = true)]
async fn a_link_of_a_factory_that_is_gone_is_removed() {
    let azure = Azure::with(&[]);
    azure.change(|state| state.link("ir-shared", "adf-gone"));
    let share = json!({"InputObject": {"SharedIntegrationRuntimeId": SHARED, "DataFactoryName": "adf-gone",
        "LinkedIntegrationRuntimeName": "ir-shared", "DataFactoryId": null}, "Force": true, "PassThru": true});
    let said = run(&azure.library(), "share.remove", share).await;
    assert_eq!(rows(&said), ["adf-gone Removed Unknown"]);
    assert_eq!(
        azure.written(),
        ["POST hub/integrationRuntimes/ir-shared/removeLinks"]
    );
    assert!(azure.change(|state| state.links.is_empty()));
}

#[tokio::test(start_paused = true)]
async fn a_linked_runtime_whose_owner_is_gone_is_removed() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    azure.change(|state| {
        state.runtimes.remove("hub/ir-shared");
        state.assignments.clear();
    });
    let said = remove(&azure, json!({"Force": true})).await;
    assert_eq!(rows(&said), ["adf-dev Removed Unknown"]);
    assert_eq!(
        azure.written(),
        ["DELETE adf-dev/integrationRuntimes/ir-shared"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_runtime_of_the_same_name_that_is_not_linked_stays() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    azure.change(|state| {
        state
            .runtimes
            .insert("adf-dev/ir-shared".into(), json!({"type": "SelfHosted"}))
    });
    let with = json!({"With": [factory_id("adf-dev")], "Force": true});
    let said = remove(&azure, with).await;
    assert_eq!(rows(&said), ["adf-dev Removed Removed"]);
    assert!(
        !azure
            .written()
            .iter()
            .any(|own| own.starts_with("DELETE adf-dev"))
    );
}
