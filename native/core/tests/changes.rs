//! What `Set-` and `Remove-` do beyond upstream: shown changes, clearing, merging, versions, links.

use crate::support::{
    Answer, Said, Script, fails, ok, run, run_answering, run_request, runtime, runtime_with,
    self_hosted, signed_in,
};
use serde_json::{Value, json};

fn ssis() -> Value {
    let mut resource = self_hosted("ir-a");
    resource["properties"] = json!({"type": "Managed", "description": "old", "typeProperties": {
        "computeProperties": {"location": "WestEurope", "numberOfNodes": 2,
            "vNetProperties": {"subnetId": "/s", "publicIPs": ["a", "b"]}},
        "ssisProperties": {"edition": "Standard", "packageStores": [], "catalogInfo": {"catalogAdminPassword":
            {"type": "SecureString", "value": "**********"}}}}});
    resource
}

async fn set(existing: Option<Value>, more: Value) -> (Script, Said) {
    let first = existing.map_or_else(|| fails(404, "NotFound", "Missing."), ok);
    let script = Script::new(vec![first, ok(self_hosted("ir-a"))]);
    let said = run(&signed_in(&script), "runtime.set", runtime_with(more)).await;
    (script, said)
}

fn shown(said: &Said) -> Vec<String> {
    said.messages("information")
}

#[tokio::test]
async fn what_would_change_is_shown_before_the_first_question() {
    let (_, said) = set(Some(ssis()), json!({"NodeCount": 4, "Description": "new"})).await;
    assert_eq!(
        shown(&said).join(""),
        "Integration runtime 'ir-a' in data factory 'adf-a' exists; this would change:\n  ~ NodeCount: 2 -> 4\n  ~ \
         Description: 'old' -> 'new'\n  2 to change"
    );
    let order: Vec<&str> = said
        .frames
        .iter()
        .filter_map(|frame| frame["frame"].as_str())
        .filter(|frame| ["information", "shouldProcess", "shouldContinue"].contains(frame))
        .collect();
    assert_eq!(order, ["information", "shouldProcess", "shouldContinue"]);
}

#[tokio::test]
async fn nothing_is_shown_where_nobody_looks() {
    for silent in [json!({"Force": true}), json!({"Confirm": false})] {
        let (_, said) = set(Some(ssis()), silent).await;
        assert!(shown(&said).is_empty());
    }
    let (_, said) = set(None, json!({"Type": "SelfHosted"})).await;
    assert!(shown(&said).is_empty());
}

#[tokio::test]
async fn what_if_shows_a_creation_too_and_no_secret() {
    let script = Script::new(vec![fails(404, "NotFound", "Missing.")]);
    let mut arguments = runtime_with(json!({"Type": "Managed", "Force": true, "NodeCount": 2}));
    arguments["CatalogAdminCredential"] = json!({"userName": "sa",
        "password": {"secret": {"offset": 0, "length": 7, "encoding": "utf8"}}});
    let request = json!({"operation": "runtime.set", "arguments": arguments, "whatIf": true, "verbose": true});
    let said = run_request(&signed_in(&script), &request, b"planted", &[false]).await;
    assert_eq!(
        shown(&said),
        [
            "Integration runtime 'ir-a' in data factory 'adf-a' does not exist and would be created:\n  + Type: \
          'Managed'\n  + NodeCount: 2\n  + CatalogAdminUserName: 'sa'\n  + CatalogAdminPassword: (secret)\n  1 to create"
        ]
    );
    assert!(!said.everything().contains("planted"));
    assert_eq!(script.order(), ["GET ir-a"]);
}

#[tokio::test]
async fn a_known_version_goes_in_place_of_the_one_read() {
    let (script, _) = set(Some(ssis()), json!({"IfMatch": "mine", "Force": true})).await;
    assert_eq!(script.sent()[1].header("if-match"), Some("mine"));
}

#[tokio::test]
async fn clearing_removes_what_is_named_only() {
    let clear = json!({"Clear": ["description", "VirtualNetwork", "PackageStore"], "Force": true});
    let (script, _) = set(Some(ssis()), clear).await;
    assert_eq!(
        script.sent()[1].json()["properties"],
        json!({"type": "Managed", "typeProperties": {
            "computeProperties": {"location": "WestEurope", "numberOfNodes": 2},
            "ssisProperties": {"edition": "Standard", "catalogInfo": {"catalogAdminPassword":
                {"type": "SecureString", "value": "**********"}}}}})
    );
    let (script, said) = set(
        Some(ssis()),
        json!({"Clear": ["Description"], "Description": "x"}),
    )
    .await;
    assert!(script.sent().is_empty());
    assert_eq!(
        said.error(),
        "-Clear Description and -Description contradict each other. Give one of them."
    );
}

#[tokio::test]
async fn references_and_stores_take_the_wires_shape() {
    let more = json!({"ManagedVirtualNetworkName": "default", "CredentialName": "cred-a",
        "PackageStore": {"store-a": "ls-a"}, "Force": true});
    let (script, _) = set(Some(ssis()), more).await;
    let sent = script.sent()[1].json();
    let properties = &sent["properties"];
    assert_eq!(
        properties["managedVirtualNetwork"],
        json!({"type": "ManagedVirtualNetworkReference", "referenceName": "default"})
    );
    let details = &properties["typeProperties"]["ssisProperties"];
    assert_eq!(
        details["credential"],
        json!({"type": "CredentialReference", "referenceName": "cred-a"})
    );
    assert_eq!(
        details["packageStores"],
        json!([{"name": "store-a", "packageStoreLinkedService":
            {"type": "LinkedServiceReference", "referenceName": "ls-a"}}])
    );
    for parameter in ["ManagedVirtualNetworkName", "CredentialName"] {
        let (script, said) = set(Some(self_hosted("ir-a")), json!({ parameter: "x" })).await;
        assert_eq!(script.order(), ["GET ir-a"]);
        assert!(
            said.error()
                .starts_with(&format!("-{parameter} is for managed"))
        );
    }
}

#[tokio::test]
async fn raw_properties_are_merged_last() {
    let more = json!({"Property": {"typeProperties": {"computeProperties": {"location": null, "future": 5}}},
        "NodeCount": 3, "Force": true});
    let (script, _) = set(Some(ssis()), more).await;
    let compute =
        script.sent()[1].json()["properties"]["typeProperties"]["computeProperties"].clone();
    assert_eq!(compute["location"], Value::Null);
    assert_eq!(compute["future"], 5);
    assert_eq!(compute["numberOfNodes"], 3);
}

#[tokio::test]
async fn raw_properties_do_not_turn_a_runtime_into_another_kind() {
    let link = json!({"Property": {"typeProperties": {"linkedInfo":
        {"authorizationType": "RBAC", "resourceId": "/x"}}}, "Force": true});
    let (script, said) = set(Some(self_hosted("ir-a")), link).await;
    assert_eq!(script.order(), ["GET ir-a"]);
    assert!(said.error().contains("would cut off its nodes"));

    let mut linked = self_hosted("ir-a");
    linked["properties"]["typeProperties"] =
        json!({"linkedInfo": {"authorizationType": "RBAC", "resourceId": "/x"}});
    let unlink = json!({"Property": {"typeProperties": {"linkedInfo": null}}, "Force": true});
    let (script, said) = set(Some(linked), unlink).await;
    assert_eq!(script.order(), ["GET ir-a"]);
    assert!(said.error().contains("would become an ordinary one"));

    let kind = json!({"Property": {"type": "SelfHosted"}, "Force": true});
    let (script, said) = set(Some(ssis()), kind).await;
    assert_eq!(script.order(), ["GET ir-a"]);
    assert!(said.error().starts_with("The value for pramater 'Type'"));
}

fn shared() -> Answer {
    ok(
        json!({"name": "ir-a", "properties": {"dataFactoryName": "adf-a", "typeProperties": {"links": [
        {"name": "l1", "dataFactoryName": "adf-b"}, {"name": "l2", "dataFactoryName": "ADF-B"},
        {"name": "l3", "dataFactoryName": "adf-c"}]}}}),
    )
}

fn done() -> Answer {
    Answer::Reply(200, vec![], String::new())
}

#[tokio::test]
async fn links_are_removed_for_several_factories_and_for_all() {
    let script = Script::new(vec![done(), done()]);
    let id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.DataFactory/factories/adf-c";
    let arguments = runtime_with(json!({"LinkedDataFactoryName": ["adf-b", id], "Force": true}));
    run(&signed_in(&script), "runtime.remove", arguments).await;
    let bodies: Vec<Value> = script
        .sent()
        .iter()
        .map(crate::support::Sent::json)
        .collect();
    assert_eq!(
        bodies,
        [
            json!({"factoryName": "adf-b"}),
            json!({"factoryName": "adf-c"})
        ]
    );

    let script = Script::new(vec![shared(), done(), done()]);
    let arguments = runtime_with(json!({"LinkedDataFactoryName": "*", "Force": true}));
    run(&signed_in(&script), "runtime.remove", arguments).await;
    assert_eq!(
        script.order(),
        ["POST getStatus", "POST removeLinks", "POST removeLinks"]
    );
    assert_eq!(script.sent()[2].json(), json!({"factoryName": "adf-c"}));
}

#[tokio::test]
async fn a_shared_runtime_goes_after_its_links() {
    let script = Script::new(vec![shared(), done(), done(), done()]);
    let arguments = runtime_with(json!({"RemoveLinks": true}));
    let said = run(&signed_in(&script), "runtime.remove", arguments).await;
    assert_eq!(
        script.order(),
        [
            "POST getStatus",
            "POST removeLinks",
            "POST removeLinks",
            "DELETE ir-a"
        ]
    );
    assert!(said.questions()[1].starts_with("Integration runtime 'ir-a' is shared: "));
    assert!(said.messages("warning").is_empty());
}

#[tokio::test]
async fn a_declined_removal_leaves_the_links() {
    let script = Script::new(vec![shared()]);
    let arguments = runtime_with(json!({"RemoveLinks": true}));
    let answers = [true, false];
    run_answering(&signed_in(&script), "runtime.remove", arguments, &answers).await;
    assert_eq!(script.order(), ["POST getStatus"]);

    let script = Script::new(vec![]);
    let both = json!({"RemoveLinks": true, "LinkedDataFactoryName": "adf-b"});
    let said = run(&signed_in(&script), "runtime.remove", runtime_with(both)).await;
    assert!(
        said.error()
            .starts_with("-RemoveLinks removes the integration runtime")
    );
}

#[tokio::test]
async fn an_unchanged_runtime_is_not_written_again() {
    let script = Script::new(vec![done_with(304)]);
    let arguments = runtime_with(json!({"IfNoneMatch": "etag-1"}));
    let said = run(&signed_in(&script), "runtime.get", arguments).await;
    assert_eq!(script.sent()[0].header("if-none-match"), Some("etag-1"));
    assert!(said.objects.is_empty());
    assert!(said.messages("error").is_empty());
}

fn done_with(status: u16) -> Answer {
    Answer::Reply(status, vec![], String::new())
}

#[tokio::test]
async fn a_list_with_status_survives_one_that_has_none() {
    let script = Script::new(vec![
        ok(json!({"value": [self_hosted("ir-a"), self_hosted("ir-b")]})),
        ok(json!({"name": "ir-a", "properties": {"state": "Online", "typeProperties": {}}})),
        fails(
            401,
            "UnauthorizedIntegrationRuntimeAccess",
            "Access denied.",
        ),
    ]);
    let arguments = json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a", "Status": true});
    let said = run(&signed_in(&script), "runtime.get", arguments).await;
    let all = said.objects.concat();
    assert!(all.contains("PSSelfHostedIntegrationRuntimeStatus"));
    assert!(all.contains("ir-b"));
    assert!(said.error().contains("Access denied."));
}

#[tokio::test]
async fn completions_are_remembered_until_something_is_written() {
    let script = Script::new(vec![
        ok(json!({"value": [{"name": "adf-b"}, {"name": "other"}, {"name": "ADF-a"}]})),
        done(),
        ok(json!({"value": []})),
    ]);
    let library = signed_in(&script);
    let ask = || json!({"Kind": "factory", "Word": "'adf", "ResourceGroupName": "rg"});
    for _ in 0..2 {
        let said = run(&library, "completion.get", ask()).await;
        let order = (said.objects[0].find("ADF-a"), said.objects[0].find("adf-b"));
        assert!(order.0.is_some() && order.0 < order.1);
        assert!(!said.objects[0].contains("other"));
    }
    assert_eq!(script.sent().len(), 1);
    run(
        &library,
        "runtime.remove",
        runtime_with(json!({"Force": true})),
    )
    .await;
    let before = script.sent().len();
    run(&library, "completion.get", ask()).await;
    assert_eq!(script.sent().len(), before + 1);
}

#[tokio::test]
async fn an_edit_of_a_piped_object_that_is_not_written_is_told() {
    let own = |description: Value| {
        json!({"InputObject": {"Name": "ir-a", "ResourceGroupName": "rg", "DataFactoryName": "adf-a",
            "Description": description}, "Force": true})
    };
    let warnings = async |arguments: Value| {
        let mut resource = self_hosted("ir-a");
        resource["properties"]["description"] = json!("There");
        let script = Script::new(vec![ok(resource.clone()), ok(resource)]);
        let said = run(&signed_in(&script), "runtime.set", arguments).await;
        assert!(said.messages("error").is_empty(), "{:?}", said.frames);
        said.messages("warning")
    };
    assert_eq!(
        warnings(own(json!("Edited"))).await,
        [
            "Description of the object given as -InputObject is not that of integration runtime 'ir-a' in data factory \
          'adf-a', and it is not written. To write it: Set-AzDataFactoryV2IntegrationRuntime -Description"
        ]
    );
    assert!(warnings(own(json!("There"))).await.is_empty());
    let mut both = own(json!("Edited"));
    both["Description"] = json!("Written");
    assert!(warnings(both).await.is_empty());
}

#[tokio::test]
async fn a_completion_says_what_its_list_says_of_a_name() {
    let kind = "Microsoft.DataFactory/factories/integrationRuntimes";
    let script = Script::new(vec![ok(json!({"value": [
        {"name": "ir-a", "type": kind, "properties": {"type": "SelfHosted"}},
        {"name": "ir-b", "type": kind, "properties": {"type": "Managed", "state": "Started", "typeProperties":
            {"computeProperties": {"location": "westeurope"}, "ssisProperties": {}}}},
        {"name": "ir-c"},
    ]}))]);
    let arguments = json!({"Kind": "runtime", "Word": "", "ResourceGroupName": "rg", "DataFactoryName": "adf-a"});
    let said = run(&signed_in(&script), "completion.get", arguments).await;
    let results: Vec<String> = said.results.iter().map(ToString::to_string).collect();
    assert_eq!(
        results,
        [
            "@{.Text='ir-a';.ToolTip='SelfHosted';}",
            "@{.Text='ir-b';.ToolTip='AzureSsis, Started, westeurope';}",
            "'ir-c'",
        ]
    );
    assert_eq!(script.order().len(), 1);
}

#[tokio::test]
async fn a_completion_is_never_an_error_and_registers_nothing() {
    let script = Script::new(vec![fails(
        409,
        "MissingSubscriptionRegistration",
        "Not registered.",
    )]);
    let said = run(
        &signed_in(&script),
        "completion.get",
        json!({"Kind": "runtime", "Word": "", "ResourceGroupName": "rg", "DataFactoryName": "adf-a"}),
    )
    .await;
    assert_eq!(script.sent().len(), 1);
    assert!(said.messages("error").is_empty());
    let said = run(
        &crate::support::library(&script),
        "completion.get",
        runtime(),
    )
    .await;
    assert!(said.messages("error").is_empty());
}
