//! `New-AzIntegrationRuntimeShare`.

use std::time::Duration;

use serde_json::{Value, json};

use super::{
    model::{Azure, SHARED, factory_id, linked, principal},
    rows, text,
};
use crate::support::{Said, run, run_answering, run_request};

async fn share(azure: &Azure, more: Value) -> Said {
    let mut arguments = json!({"ResourceId": SHARED});
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    run(&azure.library(), "share.new", arguments).await
}

#[tokio::test(start_paused = true)]
async fn a_grant_comes_before_the_link_and_both_are_verified() {
    let azure = Azure::with(&["adf-dev"]);
    let said = share(&azure, json!({"With": ["adf-dev"]})).await;
    assert_eq!(rows(&said), ["adf-dev Shared Created"]);
    let share = &said.results[0];
    assert_eq!(text(share, "State"), "Online");
    assert_eq!(text(share, "LinkedIntegrationRuntimeName"), "ir-shared");
    assert_eq!(text(share, "DataFactoryId"), factory_id("adf-dev"));
    assert_eq!(text(share, "PrincipalId"), principal("adf-dev"));
    let sent = azure.change(|state| state.sent.clone());
    let from_grant: Vec<&str> = sent
        .iter()
        .skip_while(|own| *own != "PUT role")
        .map(String::as_str)
        .collect();
    assert_eq!(
        from_grant,
        [
            "PUT role",
            "PUT adf-dev/integrationRuntimes/ir-shared",
            "POST hub/integrationRuntimes/ir-shared/getStatus",
            "POST adf-dev/integrationRuntimes/ir-shared/getStatus",
        ]
    );
    azure.change(|state| {
        let linked_one = &state.runtimes["adf-dev/ir-shared"];
        assert_eq!(linked_one, &linked());
        let (grant, _) = state.assignments.values().next().unwrap();
        assert_eq!(grant["properties"]["principalId"], principal("adf-dev"));
        assert_eq!(grant["properties"]["scope"], SHARED);
    });
    assert_eq!(
        said.questions(),
        [
            "Granting the role 'Contributor' on integration runtime 'ir-shared' in data factory 'hub' to data factory \
             'adf-dev'.",
            "Creating the linked integration runtime 'ir-shared' in data factory 'adf-dev', to integration runtime \
             'ir-shared' in data factory 'hub'.",
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn the_link_is_tried_again_until_the_grant_works() {
    let azure = Azure::with(&["adf-dev"]);
    azure.change(|state| state.spreading = Duration::from_secs(200));
    let said = share(&azure, json!({"With": "adf-dev"})).await;
    assert_eq!(rows(&said), ["adf-dev Shared Created"]);
    let passed = azure.passed();
    assert!(
        passed >= Duration::from_secs(200) && passed < Duration::from_secs(240),
        "{passed:?}"
    );
    let puts = azure
        .written()
        .iter()
        .filter(|own| own.starts_with("PUT adf-dev"))
        .count();
    assert!((8..16).contains(&puts), "{puts}");
}

#[tokio::test(start_paused = true)]
async fn a_grant_that_never_works_ends_at_the_limit() {
    let azure = Azure::with(&["adf-dev"]);
    azure.change(|state| state.spreading = Duration::from_secs(10_000));
    let said = share(&azure, json!({"With": "adf-dev", "TimeoutSeconds": 120})).await;
    assert_eq!(rows(&said), ["adf-dev Failed Created"]);
    assert!(
        said.error().contains("The grant did not work within"),
        "{}",
        said.error()
    );
    // What was given already is not advised again.
    assert!(
        !said.error().contains("New-AzRoleAssignment"),
        "{}",
        said.error()
    );
    assert!(
        said.error().contains(
            "Identity 'principal-of-adf-dev' has its role on the shared integration runtime since 2"
        ),
        "{}",
        said.error()
    );
    assert!(
        said.error().contains(
            "Go on where this command ended with: Repair-AzIntegrationRuntimeShare -ResourceId"
        ),
        "{}",
        said.error()
    );
    assert!(azure.passed() < Duration::from_secs(125));
    // What was granted stays without -Rollback, so that the same command goes on later.
    assert_eq!(azure.change(|state| state.assignments.len()), 1);
    assert!(text(&said.results[0], "Error").starts_with("UnauthorizedIntegrationRuntimeAccess: "));
}

#[tokio::test(start_paused = true)]
async fn a_time_beyond_the_calendar_is_a_long_one() {
    let azure = Azure::with(&["adf-dev"]);
    let said = share(
        &azure,
        json!({"With": "adf-dev", "TimeoutSeconds": i64::MAX}),
    )
    .await;
    assert_eq!(rows(&said), ["adf-dev Shared Created"]);
}

#[tokio::test(start_paused = true)]
async fn again_is_harmless() {
    let azure = Azure::with(&["adf-dev", "adf-test"]);
    azure.share("adf-dev");
    let said = share(&azure, json!({"With": ["adf-dev", "adf-test"]})).await;
    assert_eq!(
        rows(&said),
        ["adf-dev AlreadyShared Present", "adf-test Shared Created"]
    );
    azure.written();
    let said = share(&azure, json!({"With": ["adf-dev", "adf-test"]})).await;
    assert_eq!(
        rows(&said),
        [
            "adf-dev AlreadyShared Present",
            "adf-test AlreadyShared Present"
        ]
    );
    assert!(azure.written().is_empty() && said.questions().is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_a_run_that_was_stopped_left_is_completed() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    azure.change(|state| {
        state.runtimes.remove("adf-dev/ir-shared");
        state.links.clear();
    });
    let said = share(&azure, json!({"With": "adf-dev"})).await;
    assert_eq!(rows(&said), ["adf-dev Shared Present"]);
    assert_eq!(
        azure.written(),
        ["PUT adf-dev/integrationRuntimes/ir-shared"]
    );
}

#[tokio::test(start_paused = true)]
async fn rollback_undoes_what_was_made_for_a_factory_that_fails() {
    for (fault, undone) in [
        ("PUT adf-dev/integrationRuntimes", vec!["DELETE role"]),
        (
            "POST adf-dev/integrationRuntimes/ir-shared/getStatus",
            vec![
                "DELETE adf-dev/integrationRuntimes/ir-shared",
                "DELETE role",
            ],
        ),
    ] {
        let azure = Azure::with(&["adf-dev", "adf-test"]);
        azure.change(|state| state.faults.push((fault.to_owned(), 400, "BadRequest")));
        let more = json!({"With": ["adf-dev", "adf-test"], "Rollback": true});
        let said = share(&azure, more).await;
        assert_eq!(
            rows(&said),
            ["adf-dev RolledBack Removed", "adf-test Shared Created"],
            "{fault}"
        );
        let mut deletes = azure.written();
        deletes.retain(|own| own.starts_with("DELETE"));
        assert_eq!(deletes, undone, "{fault}");
        azure.change(|state| {
            assert_eq!(state.assignments.len(), 1);
            assert_eq!(state.links.len(), 1);
            assert!(!state.runtimes.contains_key("adf-dev/ir-shared"));
        });
        assert!(
            said.error()
                .contains("not shared with data factory 'adf-dev'")
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_rollback_leaves_what_was_there_before() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    azure.change(|state| {
        state.runtimes.remove("adf-dev/ir-shared");
        state.links.clear();
        state
            .faults
            .push(("PUT adf-dev/".into(), 400, "BadRequest"));
    });
    let said = share(&azure, json!({"With": "adf-dev", "Rollback": true})).await;
    assert_eq!(rows(&said), ["adf-dev Failed Present"]);
    assert_eq!(azure.change(|state| state.assignments.len()), 1);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_undone_is_named() {
    let azure = Azure::with(&["adf-dev"]);
    azure.change(|state| {
        state
            .faults
            .push(("PUT adf-dev/".into(), 400, "BadRequest"));
        state
            .faults
            .push(("DELETE role".into(), 403, "AuthorizationFailed"));
    });
    let said = share(&azure, json!({"With": "adf-dev", "Rollback": true})).await;
    assert_eq!(rows(&said), ["adf-dev Failed Created"]);
    let error = text(&said.results[0], "Error");
    assert!(
        error.contains("It could not be undone: role assignment '"),
        "{error}"
    );
}

#[tokio::test(start_paused = true)]
async fn many_factories_take_hardly_longer_than_one() {
    async fn time(count: usize) -> (Duration, usize) {
        let names: Vec<String> = (0..count).map(|index| format!("adf-{index:02}")).collect();
        let all: Vec<&str> = names.iter().map(String::as_str).collect();
        let azure = Azure::with(&all);
        azure.change(|state| state.spreading = Duration::from_secs(20));
        let ids: Vec<String> = all.iter().map(|name| factory_id(name)).collect();
        let said = share(&azure, json!({"With": ids})).await;
        assert!(said.messages("error").is_empty());
        let shared = rows(&said)
            .iter()
            .filter(|row| row.ends_with("Shared Created"))
            .count();
        assert_eq!(shared, count);
        (azure.passed(), azure.change(|state| state.most_under_way))
    }
    let (one, _) = time(1).await;
    let (fifty, most) = time(50).await;
    assert!(fifty <= one.mul_f64(1.5), "{fifty:?} against {one:?}");
    assert!(most > 8 && most <= 32, "{most}");
}

#[tokio::test(start_paused = true)]
async fn a_shared_runtime_without_a_node_that_works_is_refused() {
    for (nodes, wanted) in [
        (json!([]), "has no node, and Azure may refuse"),
        (
            json!([{"nodeName": "n", "status": "Online", "version": "3.5.1.1"}]),
            "has version 3.5.1.1, and sharing needs 3.8",
        ),
        (
            json!([{"nodeName": "n", "status": "Offline", "version": "5.1.1.1"}]),
            "No node of integration runtime 'ir-shared' in data factory 'hub' is online",
        ),
    ] {
        let azure = Azure::with(&["adf-dev"]);
        azure.change(|state| state.nodes = nodes.as_array().cloned().unwrap());
        let said = share(&azure, json!({"With": "adf-dev"})).await;
        assert!(said.error().contains(wanted), "{}", said.error());
        assert!(azure.written().is_empty());
    }
    let azure = Azure::with(&["adf-dev"]);
    azure.change(|state| state.nodes[0]["status"] = json!("Offline"));
    let said = share(&azure, json!({"With": "adf-dev", "Force": true})).await;
    assert_eq!(rows(&said), ["adf-dev Shared Created"]);
}

#[tokio::test(start_paused = true)]
async fn what_is_in_the_way_is_said_of_each_factory_and_nothing_is_written_there() {
    let azure = Azure::with(&["adf-a", "adf-b", "adf-c", "adf-d", "adf-e", "adf-ok"]);
    azure.change(|state| {
        state.factories.get_mut("adf-a").unwrap()["identity"] = Value::Null;
        state.factories.get_mut("adf-b").unwrap()["identity"]["tenantId"] = json!("other");
        state
            .runtimes
            .insert("adf-c/ir-shared".into(), json!({"type": "Managed"}));
        state
            .runtimes
            .insert("adf-d/ir-shared".into(), json!({"type": "SelfHosted"}));
        let mut elsewhere = linked();
        elsewhere["typeProperties"]["linkedInfo"]["resourceId"] =
            json!(SHARED.replace("ir-shared", "ir-other"));
        state.runtimes.insert("adf-e/ir-shared".into(), elsewhere);
    });
    let with = [
        "adf-a", "adf-b", "adf-c", "adf-d", "adf-e", "adf-none", "hub", "adf-ok",
    ];
    let said = share(&azure, json!({"With": with})).await;
    let outcomes: Vec<String> = said
        .results
        .iter()
        .map(|own| text(own, "Outcome"))
        .collect();
    assert_eq!(outcomes[..7], ["Failed"; 7]);
    assert_eq!(outcomes[7], "Shared");
    for (share, wanted) in said.results.iter().zip([
        "Data factory 'adf-a' has no managed identity",
        "are in different tenants",
        "is not a self-hosted one",
        "Repair-AzIntegrationRuntimeShare -ResourceId",
        "is linked to another integration runtime",
        "Could not find data factory: 'adf-none'",
        "is the one that has the shared integration runtime",
    ]) {
        let error = text(share, "Error");
        assert!(error.contains(wanted), "{error}");
    }
    assert_eq!(said.messages("error").len(), 7);
    assert!(
        azure
            .written()
            .iter()
            .all(|own| own == "PUT role" || own.contains("adf-ok"))
    );
}

#[tokio::test(start_paused = true)]
async fn the_hundredth_link_is_the_last() {
    let azure = Azure::with(&["adf-a", "adf-b"]);
    azure.change(|state| {
        for index in 0..99 {
            state.link("ir-shared", &format!("other-{index}"));
        }
    });
    let said = share(&azure, json!({"With": ["adf-a", "adf-b"]})).await;
    assert_eq!(
        rows(&said),
        ["adf-a Shared Created", "adf-b Failed Missing"]
    );
    assert!(
        said.error()
            .contains("has 100 links, the most that Azure allows")
    );
}

#[tokio::test(start_paused = true)]
async fn what_if_names_each_step_and_does_none() {
    let azure = Azure::with(&["adf-dev"]);
    let request = json!({"operation": "share.new", "whatIf": true,
        "arguments": {"ResourceId": SHARED, "With": "adf-dev"}});
    let said = run_request(&azure.library(), &request, &[], &[false, false]).await;
    assert_eq!(said.questions().len(), 2);
    assert!(said.results.is_empty() && azure.written().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_declined_grant_is_not_waited_for() {
    let azure = Azure::with(&["adf-dev"]);
    let arguments = json!({"ResourceId": SHARED, "With": "adf-dev"});
    let said = run_answering(&azure.library(), "share.new", arguments, &[false, true]).await;
    assert_eq!(rows(&said), ["adf-dev Failed Missing"]);
    assert!(
        said.error()
            .contains("New-AzRoleAssignment -ObjectId principal-of-adf-dev")
    );
    assert!(azure.passed() < Duration::from_secs(2));
}

#[tokio::test(start_paused = true)]
async fn who_may_not_grant_is_told_whom_to_ask() {
    let azure = Azure::with(&["adf-dev"]);
    azure.change(|state| {
        state
            .faults
            .push(("PUT role".into(), 403, "AuthorizationFailed"));
    });
    let said = share(&azure, json!({"With": "adf-dev"})).await;
    assert_eq!(rows(&said), ["adf-dev Failed Missing"]);
    assert!(
        said.error().contains(
            "Ask an owner of the shared integration runtime to run: New-AzRoleAssignment"
        )
    );
    assert_eq!(azure.written(), ["PUT role"]);
}

#[tokio::test(start_paused = true)]
async fn a_credential_has_an_identity_of_its_own() {
    let azure = Azure::with(&["adf-dev"]);
    azure.change(|state| {
        state.factories.get_mut("adf-dev").unwrap()["identity"] = json!({"userAssignedIdentities":
            {"/identities/ONE": {"principalId": "user-of-adf-dev"}, "/identities/two": {"principalId": "x"}}});
    });
    let more = json!({"With": "adf-dev", "CredentialName": "cred-a", "Name": "ir-mine"});
    let said = share(&azure, more).await;
    assert_eq!(rows(&said), ["adf-dev Shared Created"]);
    assert_eq!(text(&said.results[0], "PrincipalId"), "user-of-adf-dev");
    let link = azure.change(|state| state.runtimes["adf-dev/ir-mine"].clone());
    assert_eq!(
        link["typeProperties"]["linkedInfo"]["credential"],
        json!({"type": "CredentialReference", "referenceName": "cred-a"})
    );
}

#[tokio::test(start_paused = true)]
async fn workspaces_share_nothing() {
    let azure = Azure::with(&["adf-dev"]);
    let workspace = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces/syn";
    let arguments =
        json!({"ResourceId": format!("{workspace}/integrationRuntimes/ir"), "With": "adf-dev"});
    let said = run(&azure.library(), "share.new", arguments).await;
    assert!(
        said.error()
            .starts_with("Azure shares integration runtimes between data factories only.")
    );
    let said = share(&azure, json!({"With": [workspace, "adf-dev"]})).await;
    assert_eq!(
        rows(&said),
        ["syn Failed Unknown", "adf-dev Shared Created"]
    );
    assert!(said.error().contains("Set-AzSynapseIntegrationRuntime"));
}
