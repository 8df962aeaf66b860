//! Runtimes of Purview: made, changed and removed, their keys and interactive authoring.

use crate::support::{
    Answer, Script, fails, ok,
    purview::{account, empty, managed, missing, named, self_hosted, signed_in, with},
    run, run_answering, run_request,
};
use serde_json::{Value, json};

#[tokio::test]
async fn a_runtime_is_created_with_what_was_given_only() {
    for (asked, body) in [
        (
            json!({"Type": "selfhosted", "Description": "d"}),
            json!({"kind": "SelfHosted", "properties": {"description": "d"}}),
        ),
        (
            json!({"Type": "Managed", "Location": "westeurope", "ManagedVirtualNetworkName": "defaultv2"}),
            json!({"kind": "Managed", "properties": {
                "typeProperties": {"computeProperties": {"location": "westeurope"}},
                "managedVirtualNetworkReference":
                    {"referenceName": "defaultv2", "type": "ManagedVirtualNetworkReference"}}}),
        ),
    ] {
        let made = Answer::Reply(
            201,
            vec![],
            json!({"name": "ir-a", "kind": "SelfHosted", "properties": {}}).to_string(),
        );
        let script = Script::new(vec![account(), missing(), made]);
        let said = run(&signed_in(&script), "purview.runtime.set", with(&asked)).await;
        assert_eq!(script.order(), ["GET pv-a", "GET ir-a", "PUT ir-a"]);
        assert_eq!(script.sent()[2].json(), body);
        assert_eq!(
            said.questions(),
            ["Creating integration runtime 'ir-a' in Purview account 'pv-a'."]
        );
        assert_eq!(said.objects.len(), 1);
    }
}

#[tokio::test]
async fn a_change_keeps_what_was_not_asked_for_and_is_shown_first() {
    let script = Script::new(vec![account(), managed(), managed()]);
    let asked = with(&json!({"Location": "westeurope", "Description": "new"}));
    let said = run(&signed_in(&script), "purview.runtime.set", asked).await;
    assert_eq!(
        script.sent()[2].json(),
        json!({"kind": "Managed", "properties": {
            "typeProperties": {"computeProperties": {"location": "westeurope", "size": "odd"}},
            "extra": 1, "description": "new"}})
    );
    assert_eq!(
        said.messages("information"),
        [
            "Integration runtime 'ir-a' in Purview account 'pv-a' exists; this would change:\n  ~ Location: 'eastus' -> \
             'westeurope'\n  + Description: 'new'\n  1 to add, 1 to change"
        ]
    );
    assert_eq!(
        said.questions()[1],
        "An integration runtime with the name ir-a in the Purview account pv-a exists. \nContinuing execution may \
         overwrite the existing one. \nAre you sure you want to continue?"
    );
    // An empty description takes it away.
    let script = Script::new(vec![account(), self_hosted(), self_hosted()]);
    run(
        &signed_in(&script),
        "purview.runtime.set",
        with(&json!({"Description": ""})),
    )
    .await;
    assert_eq!(
        script.sent()[2].json(),
        json!({"kind": "SelfHosted", "properties": {}})
    );
}

#[tokio::test]
async fn what_cannot_be_set_is_refused_before_anything_is_asked() {
    let cases: Vec<(Value, Vec<Answer>, &str)> = vec![
        (
            json!({}),
            vec![account(), missing()],
            "Pramater 'Type' must be provided when creating new integration runtime.",
        ),
        (
            json!({"Type": "Managed"}),
            vec![account(), self_hosted()],
            "The value for pramater 'Type' is different with existing integration runtime with name ir-a.",
        ),
        (
            json!({"Location": "eastus"}),
            vec![account(), self_hosted()],
            "-Location is for managed integration runtimes; 'ir-a' is of type 'SelfHosted'. Nothing was changed.",
        ),
        (
            json!({"Type": "Kubernetes"}),
            vec![],
            "'Kubernetes' is not a type of integration runtime: it is 'Managed' or 'SelfHosted'.",
        ),
        (
            json!({"Name": "a_b"}),
            vec![],
            "'a_b' is not a valid integration runtime name.",
        ),
        (
            json!({"AccountName": "pv_a"}),
            vec![],
            "'pv_a' is not a valid Purview account name.",
        ),
    ];
    for (arguments, answers, text) in cases {
        let script = Script::new(answers);
        let said = run(&signed_in(&script), "purview.runtime.set", with(&arguments)).await;
        assert!(said.error().starts_with(text), "{}", said.error());
        assert!(said.questions().is_empty());
        assert!(script.sent().iter().all(|sent| sent.method == "GET"));
        assert_eq!(script.left(), 0);
    }
}

#[tokio::test]
async fn nothing_is_written_when_declined_or_only_shown() {
    let script = Script::new(vec![account(), self_hosted()]);
    let asked = with(&json!({"Description": "new"}));
    run_answering(
        &signed_in(&script),
        "purview.runtime.set",
        asked.clone(),
        &[true, false],
    )
    .await;
    assert_eq!(script.order(), ["GET pv-a", "GET ir-a"]);
    let script = Script::new(vec![account(), missing()]);
    let request = json!({"operation": "purview.runtime.set", "whatIf": true,
        "arguments": with(&json!({"Type": "SelfHosted"}))});
    let said = run_request(&signed_in(&script), &request, &[], &[false]).await;
    assert!(
        said.messages("information")[0]
            .contains("does not exist and would be created:\n  + Type: 'SelfHosted'")
    );
    assert_eq!(script.order(), ["GET pv-a", "GET ir-a"]);
}

#[tokio::test]
async fn a_removal_says_what_becomes_of_scans_and_that_nothing_was_there() {
    let script = Script::new(vec![account(), self_hosted(), empty(204)]);
    let said = run(&signed_in(&script), "purview.runtime.remove", named()).await;
    assert_eq!(
        said.questions(),
        [
            "Removing the integration runtime 'ir-a' in the Purview account 'pv-a'.",
            "Ongoing scans that rely on integration runtime 'ir-a' will fail once it is removed.\nAre you sure you want \
             to remove integration runtime 'ir-a' in Purview account 'pv-a'?"
        ]
    );
    assert_eq!(script.order(), ["GET pv-a", "GET ir-a", "DELETE ir-a"]);
    assert!(said.messages("warning").is_empty());

    let script = Script::new(vec![account(), missing()]);
    let said = run(&signed_in(&script), "purview.runtime.remove", named()).await;
    assert_eq!(
        said.messages("warning"),
        ["Integration runtime 'ir-a' does not exist in the Purview account 'pv-a'."]
    );
    assert_eq!(script.order(), ["GET pv-a", "GET ir-a"]);
}

#[tokio::test]
async fn a_limited_runtime_is_explained_with_its_repair() {
    let status = || ok(json!({"properties": {"state": "Limited"}}));
    let said = "Integration runtime 'ir-a' in Purview account 'pv-a' is in the state Limited: Azure cannot give it all \
                that it is to have, and scans that use it may fail. Repair it by setting it again as it is: \
                Get-AzPurviewIntegrationRuntime -ResourceGroupName 'rg' -AccountName 'pv-a' -Name 'ir-a' | \
                Set-AzPurviewIntegrationRuntime -Force";
    let list = json!({"value": [{"name": "ir-a", "kind": "Managed"}]});
    for (answers, mut arguments) in [
        (vec![account(), managed(), status()], named()),
        (
            vec![account(), ok(list), status()],
            json!({"AccountName": "pv-a", "ResourceGroupName": "rg"}),
        ),
    ] {
        arguments["Status"] = json!(true);
        let script = Script::new(answers);
        let told = run(&signed_in(&script), "purview.runtime.get", arguments).await;
        assert_eq!(told.messages("warning"), [said]);
        assert_eq!(told.objects.len(), 1);
    }
}

#[tokio::test]
async fn a_new_key_comes_alone_and_is_asked_for_once() {
    let answer = ok(json!({"authKey1": "planted-key", "authKey2": null}));
    let script = Script::new(vec![account(), self_hosted(), answer]);
    let asked = with(&json!({"KeyName": "AUTHKEY1"}));
    let said = run(&signed_in(&script), "purview.key.new", asked.clone()).await;
    assert_eq!(
        said.secrets,
        [("AuthKey1".to_owned(), "planted-key".to_owned())]
    );
    assert_eq!(script.sent()[2].json(), json!({"keyName": "authKey1"}));
    assert!(!said.everything().contains("planted"));
    assert!(said.questions()[1].contains("'AUTHKEY1' of integration runtime ir-a"));

    let script = Script::new(vec![account(), self_hosted(), Answer::Dropped]);
    let said = run(&signed_in(&script), "purview.key.new", asked).await;
    assert!(
        said.error()
            .contains("Whether the service did what was asked is not known")
    );
    assert_eq!(script.left(), 0);
}

#[tokio::test]
async fn a_managed_runtime_has_no_keys() {
    let text = "Integration runtime 'ir-a' in Purview account 'pv-a' is managed by Azure and has no authentication keys";
    let refused = fails(400, "BadRequest", "Not for this kind.");
    for answers in [
        vec![account(), refused, managed()],
        vec![account(), ok(json!({})), managed()],
    ] {
        let script = Script::new(answers);
        let said = run(&signed_in(&script), "purview.key.get", named()).await;
        assert!(said.error().starts_with(text), "{}", said.error());
    }
    let script = Script::new(vec![account(), managed()]);
    let said = run(
        &signed_in(&script),
        "purview.key.new",
        with(&json!({"KeyName": "AuthKey1"})),
    )
    .await;
    assert!(said.error().starts_with(text));
    assert!(said.questions().is_empty());
    // A self-hosted one without keys, or none at all, is another matter.
    let script = Script::new(vec![
        account(),
        ok(json!({"authKey1": null})),
        self_hosted(),
    ]);
    let said = run(&signed_in(&script), "purview.key.get", named()).await;
    assert!(
        said.error()
            .contains("Get-AzPurviewIntegrationRuntimeKey shows the keys that are in force")
    );
    let script = Script::new(vec![account(), missing(), missing()]);
    let said = run(&signed_in(&script), "purview.key.get", named()).await;
    assert!(
        said.error()
            .contains("Error Code: IntegrationRuntime_NotFound")
    );
}

#[tokio::test]
async fn interactive_authoring_waits_where_the_service_says_for_what() {
    let status = ok(json!({"properties": {"state": "Online", "typeProperties":
        {"interactiveQuery": {"status": "Enabled", "autoTerminationMinutes": 9}}}}));
    let at = "https://pv-a.purview.azure.com/scan/operations/1";
    let accepted = Answer::Reply(
        202,
        vec![("operation-location", at.into())],
        json!({"status": "Accepted"}).to_string(),
    );
    let script = Script::new(vec![
        account(),
        managed(),
        accepted,
        ok(json!({"status": "InProgress"})),
        ok(json!({"status": "Succeeded"})),
        managed(),
        status,
    ]);
    let asked = with(&json!({"AutoTerminationMinutes": 9}));
    let said = run(&signed_in(&script), "purview.interactive.enable", asked).await;
    assert_eq!(
        script.sent()[2].json(),
        json!({"autoTerminationMinutes": 9})
    );
    assert_eq!(
        said.questions(),
        ["Enabling interactive authoring of integration runtime 'ir-a' in Purview account 'pv-a'."]
    );
    assert_eq!(script.left(), 0);
    assert!(said.objects[0].contains("ManagedIntegrationRuntimeStatus"));
    assert!(said.objects[0].contains("AutoTerminationMinutes"));
}

#[tokio::test]
async fn interactive_authoring_ends_without_a_word_on_how_it_goes() {
    let status = || ok(json!({"properties": {}}));
    let at = |host: &str| {
        let at = format!("https://{host}/scan/integrationruntimes/ir-a/enableInteractiveQuery");
        Answer::Reply(202, vec![("operation-location", at)], "{}".into())
    };
    // The older version answers with nothing to ask for, the newer one's example with what cannot be read.
    for answers in [
        vec![account(), managed(), empty(200), managed(), status()],
        vec![
            account(),
            managed(),
            at("pv-a.purview.azure.com"),
            missing(),
            managed(),
            status(),
        ],
    ] {
        let script = Script::new(answers);
        let said = run(&signed_in(&script), "purview.interactive.disable", named()).await;
        assert_eq!(
            script.sent()[2].path,
            "/scan/integrationruntimes/ir-a:disableInteractiveQuery"
        );
        assert_eq!(script.left(), 0);
        assert_eq!(said.objects.len(), 1);
    }
    let script = Script::new(vec![account(), managed(), at("pv-b.purview.azure.com")]);
    let said = run(&signed_in(&script), "purview.interactive.disable", named()).await;
    assert!(said.error().contains("points to another host"));
    let script = Script::new(vec![account(), self_hosted()]);
    let said = run(&signed_in(&script), "purview.interactive.enable", named()).await;
    assert!(
        said.error()
            .contains("is self-hosted. Interactive authoring is switched for managed")
    );
}
