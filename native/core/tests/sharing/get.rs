//! `Get-AzIntegrationRuntimeShare`.

use serde_json::json;
use tokio::time::Instant;

use super::{
    model::{Azure, CONTRIBUTOR, SHARED, factory_id, linked},
    rows, text,
};
use crate::support::{SUBSCRIPTION, run};

/// One data factory for each thing that breaks, and one that is whole.
fn broken() -> Azure {
    let azure = Azure::with(&[
        "adf-a-whole",
        "adf-b-grant",
        "adf-c-gone",
        "adf-d-empty",
        "adf-e-link",
        "adf-f-only",
    ]);
    for name in [
        "adf-a-whole",
        "adf-b-grant",
        "adf-c-gone",
        "adf-d-empty",
        "adf-e-link",
        "adf-f-only",
    ] {
        azure.share(name);
    }
    azure.change(|state| {
        state
            .assignments
            .retain(|id, _| !id.ends_with("of-adf-b-grant"));
        state.runtimes.remove("adf-c-gone/ir-shared");
        state.runtimes.insert(
            "adf-d-empty/ir-shared".into(),
            json!({"type": "SelfHosted"}),
        );
        state
            .links
            .retain(|own| own["dataFactoryName"] != "adf-e-link");
        state
            .links
            .retain(|own| own["dataFactoryName"] != "adf-f-only");
        state.runtimes.remove("adf-f-only/ir-shared");
        state.link("ir-shared", "adf-g-deleted");
    });
    azure
}

#[tokio::test(start_paused = true)]
async fn each_thing_that_breaks_has_its_name() {
    let said = run(
        &broken().library(),
        "share.get",
        json!({"ResourceId": SHARED}),
    )
    .await;
    assert!(
        said.messages("error").is_empty(),
        "{:?}",
        said.messages("error")
    );
    let mut rows = rows(&said);
    rows.sort();
    assert_eq!(
        rows,
        [
            "adf-a-whole Shared Present",
            "adf-b-grant Broken Missing GrantMissing",
            "adf-c-gone Broken Present LinkedRuntimeMissing",
            "adf-d-empty Broken Present LinkedRuntimeReplaced",
            "adf-e-link Broken Present LinkMissing",
            "adf-f-only Broken Present NotLinked",
            "adf-g-deleted Broken Unknown FactoryMissing",
        ]
    );
    let fix = |factory: &str| {
        let share = said
            .results
            .iter()
            .find(|own| text(own, "DataFactoryName") == factory);
        text(share.unwrap(), "Fix")
    };
    assert_eq!(fix("adf-a-whole"), "");
    assert_eq!(
        fix("adf-d-empty"),
        format!(
            "Repair-AzIntegrationRuntimeShare -ResourceId '{SHARED}' -With '{}' -Name 'ir-shared'",
            factory_id("adf-d-empty")
        )
    );
    assert!(fix("adf-f-only").starts_with("New-") && fix("adf-g-deleted").starts_with("Remove-"));
}

/// The service looks at the identity of the credential, so the role of the factory's own identity says nothing.
#[tokio::test(start_paused = true)]
async fn a_share_with_a_credential_is_judged_by_its_identity() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    azure.change(|state| {
        let mut own = linked();
        own["typeProperties"]["linkedInfo"]["credential"] =
            json!({"type": "CredentialReference", "referenceName": "cred"});
        state.runtimes.insert("adf-dev/ir-shared".into(), own);
        state.factories.get_mut("adf-dev").unwrap()["identity"]["userAssignedIdentities"] =
            json!({"/Identities/One": {"principalId": "user-of-adf-dev"}});
        let status = "POST adf-dev/integrationRuntimes/ir-shared/getStatus".to_owned();
        state
            .faults
            .push((status, 401, "UnauthorizedIntegrationRuntimeAccess"));
    });
    let get = async || run(&azure.library(), "share.get", json!({"ResourceId": SHARED})).await;
    let said = get().await;
    assert_eq!(rows(&said), ["adf-dev Broken Missing GrantMissing"]);
    assert_eq!(text(&said.results[0], "PrincipalId"), "user-of-adf-dev");
    // Where the credential cannot be read, the answer of the service decides, and nothing is said of the role.
    azure.change(|state| {
        let credential = "GET adf-dev/credentials".to_owned();
        state.faults.push((credential, 403, "AuthorizationFailed"));
    });
    let said = get().await;
    assert_eq!(rows(&said), ["adf-dev Broken Unknown GrantMissing"]);
    assert_eq!(text(&said.results[0], "PrincipalId"), "");
    azure.change(|state| state.faults.retain(|own| !own.0.starts_with("POST")));
    assert_eq!(rows(&get().await), ["adf-dev Shared Unknown"]);
    // The role of the identity of the credential is seen.
    azure.change(|state| {
        state.faults.clear();
        let id = format!("{SHARED}/providers/Microsoft.Authorization/roleAssignments/of-user");
        state.assign(&id, "user-of-adf-dev", CONTRIBUTOR, Instant::now());
    });
    assert_eq!(rows(&get().await), ["adf-dev Shared Present"]);
}

/// The list of a subscription is cut to what the account may read.
#[tokio::test(start_paused = true)]
async fn a_factory_out_of_sight_is_not_gone() {
    let azure = broken();
    azure.change(|state| {
        let path = format!(
            "GET /subscriptions/{SUBSCRIPTION}/providers/Microsoft.Authorization/roleAssignments"
        );
        state.faults.push((path, 403, "AuthorizationFailed"));
    });
    for arguments in [
        json!({"ResourceId": SHARED}),
        json!({"DataFactoryName": "hub", "ResourceGroupName": "rg"}),
    ] {
        let said = run(&azure.library(), "share.get", arguments).await;
        let unseen = said
            .results
            .iter()
            .find(|own| text(own, "DataFactoryName") == "adf-g-deleted")
            .unwrap();
        assert_eq!(text(unseen, "Outcome"), "Shared");
        assert_eq!(text(unseen, "Grant"), "Unknown");
        assert_eq!(text(unseen, "Fix"), "");
        let error = text(unseen, "Error");
        assert!(
            error.starts_with("Data factory 'adf-g-deleted' of subscription '")
                && error.contains("' does not exist, or is not visible to '"),
            "{error}"
        );
        assert!(!rows(&said).join(" ").contains("FactoryMissing"));
    }
}

#[tokio::test(start_paused = true)]
async fn an_accident_that_took_the_link_too_is_seen_by_its_grant() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    azure.change(|state| {
        state.links.clear();
        state
            .runtimes
            .insert("adf-dev/ir-shared".into(), json!({"type": "SelfHosted"}));
    });
    let said = run(&azure.library(), "share.get", json!({"ResourceId": SHARED})).await;
    assert_eq!(
        rows(&said),
        ["adf-dev Broken Present LinkedRuntimeReplaced"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_linked_runtime_shows_its_own_share() {
    let azure = broken();
    for factory in ["adf-a-whole", "adf-e-link"] {
        let id = format!("{}/integrationRuntimes/ir-shared", factory_id(factory));
        let said = run(&azure.library(), "share.get", json!({"InputObject": id})).await;
        assert_eq!(said.results.len(), 1, "{factory}");
        assert_eq!(text(&said.results[0], "DataFactoryName"), factory);
    }
}

#[tokio::test(start_paused = true)]
async fn a_linked_runtime_whose_owner_is_gone_says_so() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    azure.change(|state| state.runtimes.remove("hub/ir-shared"));
    let arguments = json!({"DataFactoryName": "adf-dev", "ResourceGroupName": "rg"});
    let said = run(&azure.library(), "share.get", arguments).await;
    assert_eq!(rows(&said), ["adf-dev Broken Unknown OwnerMissing"]);
    assert!(text(&said.results[0], "Fix").starts_with("Remove-"));
}

#[tokio::test(start_paused = true)]
async fn a_factory_shows_what_it_gives_and_what_it_uses() {
    let azure = broken();
    let hub = json!({"DataFactoryName": "hub"});
    let said = run(&azure.library(), "share.get", hub).await;
    assert_eq!(said.results.len(), 7);
    let user = json!({"InputObject": {"DataFactoryName": "adf-a-whole", "DataFactoryId": factory_id("adf-a-whole")}});
    let said = run(&azure.library(), "share.get", user).await;
    assert_eq!(rows(&said), ["adf-a-whole Shared Present"]);
}

#[tokio::test(start_paused = true)]
async fn a_factory_that_has_only_the_role_is_shown_from_its_side() {
    let azure = broken();
    for (factory, wanted) in [
        ("adf-f-only", "adf-f-only Broken Present NotLinked"),
        (
            "adf-d-empty",
            "adf-d-empty Broken Present LinkedRuntimeReplaced",
        ),
        ("adf-a-whole", "adf-a-whole Shared Present"),
    ] {
        let arguments = json!({"DataFactoryName": factory, "ResourceGroupName": "rg"});
        let said = run(&azure.library(), "share.get", arguments).await;
        assert_eq!(rows(&said), [wanted]);
    }
    azure.change(|state| {
        state
            .faults
            .push(("GET /subscriptions".into(), 403, "AuthorizationFailed"));
    });
    let arguments = json!({"DataFactoryName": "adf-f-only", "ResourceGroupName": "rg"});
    let said = run(&azure.library(), "share.get", arguments).await;
    assert!(said.messages("error").is_empty() && said.results.is_empty());
}

#[tokio::test(start_paused = true)]
async fn links_to_others_of_a_factory_with_a_role_are_not_shares_of_this_one() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    azure.change(|state| {
        state.links.clear();
        state.runtimes.remove("adf-dev/ir-shared");
        let mut other = linked();
        other["typeProperties"]["linkedInfo"]["resourceId"] =
            json!(SHARED.replace("/hub/", "/gone/"));
        state.runtimes.insert("adf-dev/ir-other".into(), other);
    });
    let said = run(&azure.library(), "share.get", json!({"ResourceId": SHARED})).await;
    assert_eq!(rows(&said), ["adf-dev Broken Present NotLinked"]);
    let arguments = json!({"DataFactoryName": "adf-dev", "ResourceGroupName": "rg"});
    let said = run(&azure.library(), "share.get", arguments).await;
    let mut rows = rows(&said);
    rows.sort();
    assert_eq!(
        rows,
        [
            "adf-dev Broken Present NotLinked",
            "adf-dev Broken Unknown OwnerMissing"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn a_role_that_comes_by_a_group_is_no_problem() {
    let azure = Azure::with(&["adf-dev"]);
    azure.share("adf-dev");
    // The service answers with the status, though no role of the identity itself is listed.
    azure.change(|state| {
        let (mut body, from) = state.assignments.pop_first().unwrap().1;
        body["properties"]["principalId"] = json!("user-of-adf-dev");
        state.assignments.insert("/by-group".into(), (body, from));
    });
    let said = run(&azure.library(), "share.get", json!({"ResourceId": SHARED})).await;
    assert_eq!(rows(&said), ["adf-dev Shared Unknown"]);
    assert_eq!(text(&said.results[0], "State"), "Online");
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_read_is_unknown_and_not_broken() {
    let azure = broken();
    azure.change(|state| {
        for request in ["GET roles", "GET factories", "GET adf-"] {
            state
                .faults
                .push((request.to_owned(), 403, "AuthorizationFailed"));
        }
        state
            .runtimes
            .insert("adf-b-grant/ir-shared".into(), linked());
    });
    let said = run(&azure.library(), "share.get", json!({"ResourceId": SHARED})).await;
    assert!(said.messages("error").is_empty());
    assert!(
        rows(&said)
            .iter()
            .all(|row| row.ends_with("Shared Unknown")),
        "{:?}",
        rows(&said)
    );
}
