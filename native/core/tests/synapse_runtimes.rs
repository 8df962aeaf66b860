//! Integration runtimes of Synapse: where a workspace is, what is asked in which order, and its texts.

use crate::support::{
    Answer, SUBSCRIPTION, Said, Script, bare, fails, ok, run, run_answering, run_request, signed_in,
};
use serde_json::{Value, json};

/// The address of the workspace `ws-a` in the resource group.
fn workspace_id(group: &str) -> String {
    format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.Synapse/workspaces/ws-a"
    )
}

fn workspace(group: &str) -> Value {
    json!({"id": workspace_id(group), "name": "ws-a", "type": "Microsoft.Synapse/workspaces", "location": "eastus",
        "properties": {}})
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it reads better where it is called"
)]
fn resource(name: &str, properties: Value) -> Value {
    json!({"id": format!("{}/integrationruntimes/{name}", workspace_id("rg")), "name": name,
        "type": "Microsoft.Synapse/workspaces/integrationruntimes", "etag": "0600-etag", "properties": properties})
}

fn named() -> Value {
    json!({"ResourceGroupName": "rg", "WorkspaceName": "ws-a", "Name": "ir-a"})
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it reads better where it is called"
)]
fn with(more: Value) -> Value {
    let mut arguments = named();
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    arguments
}

/// Runs an operation of Synapse on these answers.
async fn said(operation: &str, arguments: Value, answers: Vec<Answer>) -> (Said, Script) {
    let script = Script::new(answers);
    let said = run(
        &signed_in(&script),
        &format!("synapse.{operation}"),
        arguments,
    )
    .await;
    (said, script)
}

fn has(said: &Said, name: &str, value: &str) -> bool {
    said.objects
        .join("")
        .contains(&format!(".{name}='{value}';"))
}

#[tokio::test]
async fn without_a_group_the_workspace_is_looked_for_in_the_subscription() {
    let managed = resource("ir-a", json!({"type": "Managed"}));
    let (said, script) = said(
        "runtime.get",
        json!({"WorkspaceName": "WS-A", "Name": "ir-a"}),
        vec![ok(json!({"value": [workspace("rg-found")]})), ok(managed)],
    )
    .await;
    let sent = script.sent();
    assert_eq!(
        sent[0].path,
        format!("/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Synapse/workspaces")
    );
    assert_eq!(
        sent[1].path,
        format!(
            "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg-found/providers/Microsoft.Synapse/workspaces/WS-A\
             /integrationRuntimes/ir-a"
        )
    );
    assert!(sent[1].query.contains("api-version=2021-06-01"));
    assert!(has(&said, "ResourceGroupName", "rg-found"));
    assert!(has(&said, "WorkspaceName", "WS-A"));
    assert!(
        said.objects[0]
            .contains("Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntime")
    );
}

#[tokio::test]
async fn a_workspace_that_nobody_has_is_told_in_upstreams_words() {
    let empty = || ok(json!({"value": []}));
    let arguments = json!({"WorkspaceName": "ws-a", "Name": "ir-a"});
    let (said, script) = said("runtime.remove", arguments, vec![empty(), empty()]).await;
    assert!(said.error().starts_with(&format!(
        "Could not find workspace: 'ws-a' in any resource group in the currently selected subscription: \
         {SUBSCRIPTION}. Please ensure this workspace exists and that the current user has access to it."
    )));
    // The second list is that of factories: one of this name may be meant.
    assert!(
        script.sent()[1]
            .path
            .ends_with("/Microsoft.DataFactory/factories")
    );
    assert!(said.questions().is_empty());
}

#[tokio::test]
async fn a_name_that_is_a_factorys_names_the_cmdlets_for_it_and_the_reverse() {
    let list = json!({"value": [{"name": "ws-a", "id": format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/ws-a")}]});
    let (told, _) = said(
        "runtime.get",
        json!({"WorkspaceName": "ws-a"}),
        vec![ok(json!({"value": []})), ok(list)],
    )
    .await;
    let hint = "'ws-a' is a data factory. Use Get-AzDataFactoryV2IntegrationRuntime and the related cmdlets for it.";
    assert!(told.error().ends_with(hint), "{}", told.error());

    let missing = "The Resource 'Microsoft.DataFactory/factories/ws-a' under resource group 'rg' was not found";
    let script = Script::new(vec![
        fails(404, "ResourceNotFound", missing),
        ok(workspace("rg")),
    ]);
    let arguments = json!({"ResourceGroupName": "rg", "DataFactoryName": "ws-a", "Name": "ir-a"});
    let told = run(&signed_in(&script), "runtime.get", arguments).await;
    let lines: Vec<String> = told.error().lines().map(str::to_owned).collect();
    assert_eq!(
        lines[2],
        format!(
            "Error Message: {missing}. 'ws-a' is a Synapse workspace. Use Get-AzSynapseIntegrationRuntime and the \
             related cmdlets for it."
        )
    );
    assert_eq!(lines.len(), 5);
    assert_eq!(script.sent()[1].path, workspace_id("rg"));
}

#[tokio::test]
async fn a_name_in_two_groups_is_not_guessed_at() {
    let list = json!({"value": [workspace("rg-one"), workspace("rg-two")]});
    let (said, script) = said(
        "runtime.start",
        json!({"WorkspaceName": "ws-a", "Name": "ir-a"}),
        vec![ok(list)],
    )
    .await;
    assert!(
        said.error().contains("'rg-one', 'rg-two'"),
        "{}",
        said.error()
    );
    assert!(said.error().contains("-ResourceGroupName"));
    assert_eq!(script.sent().len(), 1);
}

#[tokio::test]
async fn wrong_names_cost_no_request() {
    for arguments in [
        json!({"WorkspaceName": "ws_a", "Name": "ir-a"}),
        json!({"WorkspaceName": "ws-a", "Name": "i"}),
        json!({"WorkspaceName": "ws-a"}),
    ] {
        let (said, script) = said("runtime.stop", arguments, vec![]).await;
        assert_eq!(said.messages("error").len(), 1);
        assert!(script.sent().is_empty());
    }
}

#[tokio::test]
async fn a_workspace_object_of_az_has_its_group_in_its_id() {
    let object = json!({"Name": "ws-a", "Id": workspace_id("RG-Own"), "Type": "Microsoft.Synapse/workspaces"});
    let list = ok(json!({"value": [
        resource("AutoResolveIntegrationRuntime", json!({"type": "Managed", "provisioningState": null,
            "typeProperties": {"computeProperties": {"location": "AutoResolve"}}})),
        resource("ir-ssis", json!({"type": "Managed", "provisioningState": "Stopped",
            "typeProperties": {"ssisProperties": {}}}))]}));
    let (said, script) = said(
        "runtime.get",
        json!({"WorkspaceObject": object}),
        vec![list],
    )
    .await;
    assert!(script.sent()[0].path.contains("/resourceGroups/RG-Own/"));
    assert_eq!(said.messages("error"), Vec::<String>::new());
    let all = said.objects.join("");
    assert!(all.contains(".Kind='AzureDefault';"), "{all}");
    assert!(all.contains(".Kind='AzureSsis';"));
    assert!(all.contains(".State='Stopped';"));
    assert!(all.contains(".Service='Synapse';"));
    assert!(all.contains(".Parent='ws-a';"));
    assert!(!all.contains("DataFactoryName"));
}

#[tokio::test]
async fn objects_of_another_family_are_refused_with_its_cmdlets() {
    let runtime = json!({"Name": "ir-a", "ResourceGroupName": "rg", "DataFactoryName": "adf-a", "Type": "Managed"});
    let (told, script) = said("runtime.get", json!({"InputObject": runtime}), vec![]).await;
    assert_eq!(
        told.error(),
        "The object given as -InputObject is of a data factory, not of a Synapse workspace. Use \
         Get-AzDataFactoryV2IntegrationRuntime and the related cmdlets for it."
    );
    assert!(script.sent().is_empty());
    let factory = json!({"DataFactoryName": "adf-a", "ResourceGroupName": "rg"});
    let (told, _) = said("runtime.get", json!({"WorkspaceObject": factory}), vec![]).await;
    assert!(
        told.error()
            .contains("is of a data factory, not of a Synapse workspace")
    );
    let own = resource("ir-a", json!({}));
    let object = json!({"Name": "ir-a", "ResourceGroupName": "rg", "WorkspaceName": "ws-a", "Id": own["id"]});
    let script = Script::new(vec![]);
    let told = run(
        &signed_in(&script),
        "runtime.get",
        json!({"InputObject": object}),
    )
    .await;
    assert!(
        told.error()
            .contains("is of a Synapse workspace, not of a data factory")
    );
    let (told, _) = said("runtime.get", json!({"ResourceId": format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/f/\
         integrationruntimes/ir-a")}), vec![]).await;
    assert!(told.error().ends_with(
        "is not the resource id of an integration runtime in a workspace, but of a data factory. Use \
         Get-AzDataFactoryV2IntegrationRuntime and the related cmdlets for it."
    ));
}

#[tokio::test]
async fn an_error_without_its_envelope_is_told_like_any_other() {
    let body = json!({"code": "NotFound", "message": "The document could not be retrieved because it does not exist.",
        "target": "/x", "details": null, "error": null});
    let answer = Answer::Reply(404, vec![], body.to_string());
    let (said, _) = said("runtime.get", named(), vec![answer]).await;
    assert!(said.error().starts_with(
        "HTTP Status Code: NotFound\nError Code: NotFound\nError Message: The document could not be retrieved because \
         it does not exist. There is no integration runtime 'ir-a' in workspace 'ws-a'.\n"
    ));
}

#[tokio::test]
async fn a_null_where_the_runtime_should_be_is_a_404() {
    for answer in [ok(Value::Null), bare(204, "x-ms-request-id", "r")] {
        let (said, _) = said("runtime.get", named(), vec![answer]).await;
        assert!(
            said.error().starts_with(
                "HTTP Status Code: NotFound\nError Code: NotFound\nError Message: Integration runtime 'ir-a' does not \
                 exist in the workspace 'ws-a'."
            ),
            "{}",
            said.error()
        );
        // Once is enough.
        assert!(!said.error().contains("There is no integration runtime"));
    }
    // So a new one is made where a null was.
    let (said, script) = said(
        "runtime.set",
        with(json!({"Type": "SelfHosted"})),
        vec![
            ok(Value::Null),
            ok(resource("ir-a", json!({"type": "SelfHosted"}))),
        ],
    )
    .await;
    assert_eq!(script.order(), ["GET ir-a", "PUT ir-a"]);
    assert_eq!(
        said.questions(),
        ["Creating integration runtime 'ir-a' in workspace 'ws-a'."]
    );
}

#[tokio::test]
async fn removal_asks_in_its_own_words_and_for_no_links() {
    let script = Script::new(vec![bare(200, "x", "y")]);
    let said = run_answering(
        &signed_in(&script),
        "synapse.runtime.remove",
        named(),
        &[true, true],
    )
    .await;
    assert_eq!(
        said.questions(),
        [
            "Removing the integration runtime 'ir-a' in the workspace 'ws-a'.",
            "Are you sure you want to remove integration runtime 'ir-a' in workspace 'ws-a'?"
        ]
    );
    assert_eq!(script.order(), ["DELETE ir-a"]);
    let script = Script::new(vec![bare(204, "x", "y")]);
    let said = run(
        &signed_in(&script),
        "synapse.runtime.remove",
        with(json!({"Force": true})),
    )
    .await;
    assert_eq!(
        said.messages("warning"),
        ["Integration runtime 'ir-a' does not exist in the workspace 'ws-a'."]
    );
}

#[tokio::test]
async fn an_existing_runtime_is_asked_about_with_the_workspaces_words() {
    let script = Script::new(vec![ok(resource("ir-a", json!({"type": "SelfHosted"})))]);
    let said = run_answering(
        &signed_in(&script),
        "synapse.runtime.set",
        with(json!({"Description": "d"})),
        &[true, false],
    )
    .await;
    assert_eq!(
        said.questions()[1],
        "An integration runtime with the name ir-a in the workspace ws-a exists. \nContinuing execution may overwrite \
         the existing one. \nAre you sure you want to continue?"
    );
    assert_eq!(script.order(), ["GET ir-a"]);
}

#[tokio::test]
async fn nothing_of_a_workspace_is_checked_for_sharing() {
    let shared = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces/w/integrationRuntimes/x";
    let (_, script) = said(
        "runtime.set",
        with(json!({"Type": "SelfHosted", "SharedIntegrationRuntimeResourceId": shared})),
        vec![
            fails(404, "NotFound", "It does not exist."),
            ok(resource("ir-a", json!({"type": "SelfHosted"}))),
        ],
    )
    .await;
    assert_eq!(script.order(), ["GET ir-a", "PUT ir-a"]);
    assert_eq!(
        script.sent()[1].json(),
        json!({"properties": {"type": "SelfHosted", "typeProperties":
            {"linkedInfo": {"authorizationType": "RBAC", "resourceId": shared}}}})
    );
}

#[tokio::test]
async fn what_the_service_alone_writes_is_not_sent_back() {
    let old = resource(
        "ir-a",
        json!({"type": "Managed", "state": "Online", "provisioningState": "Online", "novelty": 1,
            "typeProperties": {"computeProperties": {"location": "eastus"}}}),
    );
    let (_, script) = said(
        "runtime.set",
        with(json!({"Description": "d", "Force": true})),
        vec![ok(old.clone()), ok(old)],
    )
    .await;
    let put = &script.sent()[1];
    assert_eq!(
        put.json(),
        json!({"properties": {"type": "Managed", "typeProperties": {"computeProperties": {"location": "eastus"}},
            "description": "d", "novelty": 1}})
    );
    assert_eq!(put.header("if-match"), Some("0600-etag"));
}

/// What a `Set-` on an existing Azure-SSIS runtime with this network sends, or its error.
async fn set_network(network: Value, more: Value) -> std::result::Result<Value, String> {
    let mut compute = json!({"location": "eastus"});
    if !network.is_null() {
        compute["vNetProperties"] = network;
    }
    let old = resource(
        "ir-a",
        json!({"type": "Managed", "typeProperties": {"computeProperties": compute, "ssisProperties": {}}}),
    );
    let mut arguments = with(more);
    arguments["Force"] = json!(true);
    let (said, script) = said("runtime.set", arguments, vec![ok(old.clone()), ok(old)]).await;
    match script.sent().get(1) {
        Some(put) => Ok(put.json()["properties"]["typeProperties"]["computeProperties"].clone()),
        None => Err(said.error()),
    }
}

#[tokio::test]
async fn a_network_is_changed_by_halves_and_cleared_with_empty_texts() {
    const BOTH: &str = "Both VNetId and Subnet must be set.";
    let there = || json!({"vNetId": "v", "subnet": "s", "publicIPs": ["a", "b"]});
    let none = || Value::Null;
    let compute = |network: Value| json!({"location": "eastus", "vNetProperties": network});
    assert_eq!(
        set_network(there(), json!({"Subnet": "new"})).await,
        Ok(compute(
            json!({"vNetId": "v", "subnet": "new", "publicIPs": ["a", "b"]})
        ))
    );
    assert_eq!(
        set_network(there(), json!({"VNetId": "new"})).await,
        Ok(compute(
            json!({"vNetId": "new", "subnet": "s", "publicIPs": ["a", "b"]})
        ))
    );
    assert_eq!(
        set_network(there(), json!({"VNetId": "", "Subnet": ""})).await,
        Ok(json!({"location": "eastus"}))
    );
    assert_eq!(
        set_network(there(), json!({"Subnet": ""})).await,
        Err(BOTH.to_owned())
    );
    assert_eq!(
        set_network(none(), json!({"Subnet": "s"})).await,
        Err(BOTH.to_owned())
    );
    assert_eq!(
        set_network(none(), json!({"Subnet": "s", "VNetId": "v"})).await,
        Ok(compute(json!({"vNetId": "v", "subnet": "s"})))
    );
    assert_eq!(
        set_network(none(), json!({"Subnet": "", "VNetId": ""})).await,
        Ok(json!({"location": "eastus"}))
    );
}

#[tokio::test]
async fn public_addresses_want_the_network_in_the_same_call() {
    let there = || json!({"vNetId": "v", "subnet": "s"});
    assert_eq!(
        set_network(there(), json!({"PublicIP": ["a", "b"]})).await,
        Err("Please provide a VNet resource ID and subnet name to bring static public IP addresses for your Azure-SSIS \
             Integration Runtime."
            .to_owned())
    );
    assert_eq!(
        set_network(there(), json!({"VNetId": "v", "PublicIP": ["a"]})).await,
        Err("Please provide two static public IP addresses for your Azure-SSIS Integration Runtime.".to_owned())
    );
    assert_eq!(
        set_network(there(), json!({"VNetId": "v", "PublicIP": ["a", "b"]})).await,
        Ok(json!({"location": "eastus",
            "vNetProperties": {"vNetId": "v", "subnet": "s", "publicIPs": ["a", "b"]}}))
    );
}

#[tokio::test]
async fn the_data_flow_is_touched_only_when_asked() {
    assert_eq!(
        set_network(Value::Null, json!({"NodeCount": 2})).await,
        Ok(json!({"location": "eastus", "numberOfNodes": 2}))
    );
    assert_eq!(
        set_network(Value::Null, json!({"DataFlowCoreCount": 8})).await,
        Ok(json!({"location": "eastus", "dataFlowProperties": {"coreCount": 8}}))
    );
}

#[tokio::test]
async fn a_node_is_found_by_id_and_object_too() {
    let status = json!({"name": "ir-a", "properties": {"dataFactoryName": "ws-a", "state": "Online",
        "typeProperties": {"nodes": [{"nodeName": "Node_1", "status": "Online"}]}}});
    let own = resource("ir-a", json!({"type": "SelfHosted"}));
    let object = json!({"Name": "ir-a", "ResourceGroupName": "rg", "WorkspaceName": "ws-a", "Id": own["id"]});
    for selector in [
        json!({"ResourceId": own["id"]}),
        json!({"InputObject": object}),
    ] {
        let mut arguments = selector;
        arguments["Name"] = json!("Node_1");
        let (said, script) = said(
            "node.get",
            arguments,
            vec![ok(own.clone()), ok(status.clone())],
        )
        .await;
        assert!(has(&said, "Name", "Node_1"), "{:?}", said.frames);
        assert!(has(&said, "IntegrationRuntimeName", "ir-a"));
        assert!(said.objects[0].contains(
            "Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntimeNode"
        ));
        assert!(
            script
                .sent()
                .iter()
                .all(|sent| sent.path.contains("/integrationRuntimes/ir-a"))
        );
    }
}

#[tokio::test]
async fn a_null_among_the_service_urls_stays_where_it_is() {
    let status = json!({"name": "ir-a", "properties": {"state": "Online", "typeProperties":
        {"version": "5.1", "serviceUrls": [null, "eastus.svc"]}}});
    let (said, _) = said(
        "runtime.get",
        with(json!({"Status": true})),
        vec![
            ok(resource("ir-a", json!({"type": "SelfHosted"}))),
            ok(status),
        ],
    )
    .await;
    let all = said.objects.join("");
    assert!(all.contains("[null,'eastus.svc',]"), "{all}");
    assert!(has(&said, "Version", "5.1"));
}

#[tokio::test]
async fn a_renewed_key_may_come_with_a_null_beside_it() {
    let script = Script::new(vec![ok(
        json!({"authKey1": null, "authKey2": "planted-key"}),
    )]);
    let request = json!({"operation": "synapse.key.new", "arguments": with(json!({"KeyName": "AuthKey2",
        "Force": true}))});
    let said = run_request(&signed_in(&script), &request, &[], &[]).await;
    assert_eq!(
        said.secrets,
        [("AuthKey2".to_owned(), "planted-key".to_owned())]
    );
    assert_eq!(said.messages("error"), Vec::<String>::new());
    assert!(
        said.objects[0]
            .contains("Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeKeys")
    );
    assert!(!said.everything().contains("planted-key"));
}

#[tokio::test]
async fn an_answer_without_keys_names_the_families_own_cmdlet() {
    let (said, _) = said("key.get", named(), vec![bare(204, "x", "y")]).await;
    assert!(
        said.error()
            .contains("Get-AzSynapseIntegrationRuntimeKey shows the keys")
    );
}

#[tokio::test]
async fn a_state_that_nobody_knows_is_shown_and_ends_a_wait() {
    let status =
        json!({"name": "ir-a", "properties": {"state": "Hibernating", "typeProperties": {}}});
    let own = resource("ir-a", json!({"type": "Managed"}));
    let (told, script) = said(
        "runtime.wait",
        named(),
        vec![ok(own.clone()), ok(status.clone())],
    )
    .await;
    assert!(has(&told, "State", "Hibernating"));
    assert_eq!(script.left(), 0);
    let arguments = with(json!({"State": ["Dozing"], "Timeout": 1}));
    let again = || {
        vec![
            ok(own.clone()),
            ok(status.clone()),
            ok(own.clone()),
            ok(status.clone()),
        ]
    };
    let (told, _) = said("runtime.wait", arguments, again()).await;
    assert!(told.messages("warning")[0].starts_with("'Dozing' is not a known state"));
    assert!(
        told.error().ends_with(
            "was still 'Hibernating' after 1 seconds. Nothing is under way in Azure that changes this. Start it with \
             Start-AzSynapseIntegrationRuntime, or the service on the nodes of a self-hosted one; then run \
             Wait-AzSynapseIntegrationRuntime again."
        ),
        "{}",
        told.error()
    );
}

#[tokio::test]
async fn an_update_that_is_answered_without_a_body_shows_what_is_there() {
    let own = resource("ir-a", json!({"type": "SelfHosted", "description": "now"}));
    let mut arguments = json!({"ResourceGroupName": "rg", "WorkspaceName": "ws-a", "IntegrationRuntimeName": "ir-a"});
    arguments["AutoUpdate"] = json!("Off");
    let (told, script) = said(
        "runtime.update",
        arguments.clone(),
        vec![ok(own.clone()), bare(204, "x", "y"), ok(own)],
    )
    .await;
    assert_eq!(script.order(), ["GET ir-a", "PATCH ir-a", "GET ir-a"]);
    assert!(has(&told, "Description", "now"));

    arguments["Name"] = json!("Node_1");
    arguments["ConcurrentJobsLimit"] = json!(2);
    let node = json!({"nodeName": "Node_1", "concurrentJobsLimit": 2});
    let (told, script) = said(
        "node.update",
        arguments,
        vec![bare(204, "x", "y"), ok(node)],
    )
    .await;
    assert_eq!(script.order(), ["PATCH Node_1", "GET Node_1"]);
    assert!(told.objects[0].contains(".ConcurrentJobsLimit=2;"));
}

#[tokio::test]
async fn no_subscription_is_told_with_synapses_cmdlet() {
    use azir_azure::auth::{Credential, access_token::AccessToken};
    use azir_azure::secret::Secret;
    let script = Script::new(vec![]);
    let library = crate::support::library(&script);
    crate::support::sign_in(
        &library,
        Credential::AccessToken(AccessToken::new(Secret::new("t".into()))),
    );
    {
        let mut state = library.state();
        let context = state.contexts.current(None).unwrap();
        let without = azir_azure::context::AzureContext {
            subscription: None,
            name: context.name.clone(),
            account: std::sync::Arc::clone(&context.account),
            cloud: std::sync::Arc::clone(&context.cloud),
            tenant: context.tenant.clone(),
            properties: context.properties.clone(),
        };
        state.contexts.select(without, None);
    }
    let said = run(&library, "synapse.runtime.get", named()).await;
    assert_eq!(
        said.error(),
        "No default subscription has been designated. Use Select-AzSubscription -Default <subscriptionName> to set the \
         default subscription."
    );
}
