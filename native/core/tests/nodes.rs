//! The node cmdlets: which node is meant, what is asked, what is written.

use crate::support::{
    Answer, SUBSCRIPTION, Script, fails, frames::Item, ok, run, run_answering, self_hosted,
    signed_in,
};
use serde_json::{Value, json};

const MISSING: &str = "The document could not be retrieved because it does not exist.";

#[expect(
    clippy::needless_pass_by_value,
    reason = "it reads better where it is called"
)]
fn node_of(more: Value) -> Value {
    let mut arguments = json!({"ResourceGroupName": "RG", "DataFactoryName": "ADF-a",
        "IntegrationRuntimeName": "IR-a"});
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    arguments
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it reads better where it is called"
)]
fn status(nodes: Value) -> Answer {
    ok(
        json!({"name": "ir-a", "properties": {"type": "SelfHosted", "state": "Online",
        "typeProperties": {"nodes": nodes}}}),
    )
}

fn managed() -> Answer {
    ok(json!({"name": "ir-a", "properties": {"type": "Managed", "typeProperties": {}}}))
}

/// The names of the one object's members, in order.
fn members(said: &crate::support::Said) -> Vec<&str> {
    match said.results.as_slice() {
        [Item::Object(_, members)] => members.iter().map(|(name, _)| name.as_str()).collect(),
        other => panic!("{other:?}"),
    }
}

fn terminating_not_found(said: &crate::support::Said) {
    let error = said
        .frames
        .iter()
        .find(|frame| frame["frame"] == "error")
        .unwrap();
    assert_eq!(error["terminating"], true);
    assert_eq!(error["category"], "ObjectNotFound");
    assert_eq!(error["id"], "");
    assert_eq!(error["exception"], "System.InvalidOperationException");
}

#[tokio::test]
async fn a_node_is_taken_out_of_the_status_in_upstreams_order() {
    let script = Script::new(vec![
        ok(self_hosted("ir-a")),
        status(
            json!([5, null, {"nodeName": "other"}, {"nodeName": "Node_1", "machineName": "M",
            "registerTime": "2026-01-01T00:00:00Z", "isActiveDispatcher": true, "maxConcurrentJobs": "20",
            "capabilities": {"a": "True"}}]),
        ),
    ]);
    let said = run(
        &signed_in(&script),
        "node.get",
        node_of(json!({"Name": "Node_1"})),
    )
    .await;
    let mut order = script.order();
    order.sort();
    assert_eq!(order, ["GET IR-a", "POST getStatus"]);
    assert!(said.objects[0].contains("PSSelfHostedIntegrationRuntimeNode"));
    assert!(said.objects[0].contains(".MaxConcurrentJobs=20;"));
    assert!(said.objects[0].contains(".ResourceGroupName='RG';"));
    assert_eq!(
        members(&said),
        [
            "ResourceGroupName",
            "DataFactoryName",
            "IntegrationRuntimeName",
            "Name",
            "MachineName",
            "HostServiceUri",
            "Status",
            "Capabilities",
            "VersionStatus",
            "Version",
            "RegisterTime",
            "LastConnectTime",
            "ExpiryTime",
            "LastStartTime",
            "LastStopTime",
            "LastUpdateResult",
            "LastStartUpdateTime",
            "LastEndUpdateTime",
            "IsActiveDispatcher",
            "ConcurrentJobsLimit",
            "MaxConcurrentJobs",
            "IpAddress"
        ]
    );
}

#[tokio::test]
async fn an_address_is_one_more_request() {
    let script = Script::new(vec![
        ok(self_hosted("ir-a")),
        status(json!([{"nodeName": "Node_1"}])),
        ok(json!({"ipAddress": "10.0.0.4"})),
    ]);
    let said = run(
        &signed_in(&script),
        "node.get",
        node_of(json!({"Name": "Node_1", "IpAddress": true})),
    )
    .await;
    let last = &script.sent()[2];
    assert_eq!(last.method, "POST");
    assert!(
        last.path
            .ends_with("/integrationRuntimes/IR-a/nodes/Node_1/ipAddress")
    );
    assert!(said.objects[0].contains(".IpAddress='10.0.0.4';"));
}

#[tokio::test]
async fn a_managed_node_is_found_by_its_id_and_has_no_address() {
    let nodes = json!([{"nodeId": "tvmps_1_d", "status": "Available", "errors": [{"code": "c"}]}]);
    let script = Script::new(vec![managed(), status(nodes.clone())]);
    let arguments = node_of(json!({"Name": "tvmps_1_d"}));
    let said = run(&signed_in(&script), "node.get", arguments).await;
    assert!(said.objects[0].contains("PSManagedIntegrationRuntimeNode"));
    assert_eq!(
        members(&said),
        [
            "ResourceGroupName",
            "DataFactoryName",
            "IntegrationRuntimeName",
            "Name",
            "NodeId",
            "Status",
            "Errors"
        ]
    );

    // Refused before the node is looked for.
    let script = Script::new(vec![managed(), status(json!([]))]);
    let arguments = node_of(json!({"Name": "tvmps_1_d", "IpAddress": true}));
    let said = run(&signed_in(&script), "node.get", arguments).await;
    assert_eq!(
        said.error(),
        "The SSIS-Azure integration runtime does not support getting IP address of node."
    );
    terminating_not_found(&said);
    assert_eq!(script.sent().len(), 2);

    let script = Script::new(vec![managed(), status(nodes)]);
    let said = run(
        &signed_in(&script),
        "node.get",
        node_of(json!({"Name": "x"})),
    )
    .await;
    assert_eq!(
        said.error(),
        "The node with node ID x in integration runtime IR-a was not found."
    );
}

#[tokio::test]
async fn a_node_that_is_not_there_ends_the_pipeline_and_says_what_was_meant() {
    let two = json!([{"nodeName": "Node_1"}, {"nodeName": "Node_2"}]);
    let cases = [
        (json!(null), "x", ""),
        (json!("odd"), "x", ""),
        (two.clone(), "x", ""),
        (
            two.clone(),
            "Node_3",
            "\nDid you mean 'Node_1' or 'Node_2'?",
        ),
        (
            two.clone(),
            "node_2",
            "\nThere is a node 'Node_2': names of nodes are compared with their casing, so use 'Node_2'.",
        ),
        (
            two,
            "ir-a",
            "\n-Name is the name of a node here, not of the integration runtime. The integration runtime has these \
             nodes: 'Node_1', 'Node_2'.",
        ),
        (
            json!([{"nodeName": "Node_1"}]),
            "IR-a",
            "\n-Name is the name of a node here, not of the integration runtime. The integration runtime has one \
             node: 'Node_1'.",
        ),
        (
            json!([]),
            "IR-a",
            "\n-Name is the name of a node here, not of the integration runtime. The integration runtime has no \
             nodes.",
        ),
    ];
    for (nodes, name, hint) in cases {
        let script = Script::new(vec![ok(self_hosted("ir-a")), status(nodes)]);
        let said = run(
            &signed_in(&script),
            "node.get",
            node_of(json!({"Name": name})),
        )
        .await;
        assert_eq!(
            said.error(),
            format!(
                "The node with node name {name} in integration runtime IR-a was not found.{hint}"
            )
        );
        terminating_not_found(&said);
        assert!(said.objects.is_empty());
    }
}

#[tokio::test]
async fn a_missing_runtime_is_the_services_error() {
    let script = Script::new(vec![
        fails(404, "NotFound", MISSING),
        fails(404, "NotFound", MISSING),
    ]);
    let said = run(
        &signed_in(&script),
        "node.get",
        node_of(json!({"Name": "n"})),
    )
    .await;
    assert!(said.error().starts_with("HTTP Status Code: NotFound\n"));
    let error = said
        .frames
        .iter()
        .find(|frame| frame["frame"] == "error")
        .unwrap();
    assert_eq!(error["terminating"], false);
    assert_eq!(error["category"], "CloseError");
}

#[tokio::test]
async fn wrong_node_names_and_a_missing_runtime_name_are_refused_before_any_request() {
    for (operation, parameter) in [
        ("node.get", "Name"),
        ("node.update", "Name"),
        ("node.remove", "NodeName"),
    ] {
        let script = Script::new(vec![]);
        let arguments = node_of(json!({parameter: "a/b", "ConcurrentJobsLimit": 1}));
        let said = run(&signed_in(&script), operation, arguments).await;
        assert!(
            said.error()
                .starts_with("'a/b' is not a valid node name. A name has 1 to 150")
        );
        let error = said.frames.last().unwrap();
        assert_eq!(error["parameter"], parameter);
        let arguments = json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a", "Name": "ir-a",
            "NodeName": "n"});
        let said = run(&signed_in(&script), operation, arguments).await;
        assert_eq!(
            said.error(),
            "The parameter 'IntegrationRuntimeName' is missing."
        );
        assert!(script.sent().is_empty());
    }
}

#[tokio::test]
async fn the_runtime_may_be_an_id_or_an_object_while_name_is_the_node() {
    let id = self_hosted("ir-b")["id"].clone();
    let object =
        json!({"Name": "ir-b", "ResourceGroupName": "rg", "DataFactoryName": "adf-a", "Id": id});
    for selector in [json!({"ResourceId": id}), json!({"InputObject": object})] {
        let script = Script::new(vec![ok(json!({"nodeName": "n", "concurrentJobsLimit": 2}))]);
        let mut arguments = selector;
        arguments["Name"] = json!("n");
        arguments["ConcurrentJobsLimit"] = json!(2);
        run(&signed_in(&script), "node.update", arguments).await;
        assert!(
            script.sent()[0]
                .path
                .ends_with("/integrationRuntimes/ir-b/nodes/n")
        );
        assert!(
            script.sent()[0]
                .path
                .starts_with(&format!("/subscriptions/{SUBSCRIPTION}/"))
        );
    }
}

#[tokio::test]
async fn updating_a_node_asks_once_and_shows_the_node() {
    let script = Script::new(vec![ok(
        json!({"nodeName": "n", "concurrentJobsLimit": 2, "maxConcurrentJobs": 20}),
    )]);
    let arguments = node_of(json!({"Name": "n", "ConcurrentJobsLimit": 2}));
    let said = run(&signed_in(&script), "node.update", arguments.clone()).await;
    assert_eq!(said.questions(), ["Updating integration runtime node n."]);
    let process = said
        .frames
        .iter()
        .find(|frame| frame["frame"] == "shouldProcess")
        .unwrap();
    assert_eq!(process["target"], "n");
    assert_eq!(script.order(), ["PATCH n"]);
    assert_eq!(script.sent()[0].body, r#"{"concurrentJobsLimit":2}"#);
    assert!(said.objects[0].contains(".Name='n';"));
    assert!(said.objects[0].contains(".ConcurrentJobsLimit=2;"));
    assert!(said.objects[0].contains(".IpAddress=null;"));

    let script = Script::new(vec![]);
    let said = run_answering(&signed_in(&script), "node.update", arguments, &[false]).await;
    assert!(script.sent().is_empty());
    assert!(said.objects.is_empty());
}

#[tokio::test]
async fn a_limit_of_less_than_one_is_refused_before_any_request() {
    for limit in [json!(0), json!(-1), json!(null)] {
        let script = Script::new(vec![]);
        let arguments = node_of(json!({"Name": "n", "ConcurrentJobsLimit": limit}));
        let said = run(&signed_in(&script), "node.update", arguments).await;
        assert_eq!(
            said.error(),
            "-ConcurrentJobsLimit must be a whole number from 1 to the node's MaxConcurrentJobs."
        );
        assert!(said.questions().is_empty());
        assert!(script.sent().is_empty());
    }
}

#[tokio::test]
async fn removing_a_node_always_asks_and_a_missing_one_is_a_warning() {
    let script = Script::new(vec![Answer::Reply(200, vec![], String::new())]);
    let arguments = node_of(json!({"NodeName": "n"}));
    let said = run(&signed_in(&script), "node.remove", arguments.clone()).await;
    assert_eq!(
        said.questions(),
        [
            "Removing the node n in integration runtime 'IR-a'.",
            "Are you sure you want to remove node n in integration runtime 'IR-a''?"
        ]
    );
    let process = said
        .frames
        .iter()
        .find(|frame| frame["frame"] == "shouldProcess")
        .unwrap();
    assert_eq!(process["target"], "IR-a");
    assert_eq!(script.order(), ["DELETE n"]);
    assert!(said.objects.is_empty());
    assert!(said.messages("warning").is_empty());

    for answers in [vec![false], vec![true, false]] {
        let script = Script::new(vec![]);
        let said = run_answering(
            &signed_in(&script),
            "node.remove",
            arguments.clone(),
            &answers,
        )
        .await;
        assert_eq!(said.questions().len(), answers.len());
        assert!(script.sent().is_empty());
    }

    let script = Script::new(vec![Answer::Reply(204, vec![], String::new())]);
    let arguments = node_of(json!({"NodeName": "n", "Force": true}));
    let said = run(&signed_in(&script), "node.remove", arguments).await;
    assert_eq!(said.questions().len(), 1);
    assert_eq!(
        said.messages("warning"),
        ["The node 'n' does not exist in integration runtime 'IR-a'."]
    );
}

#[tokio::test]
async fn a_node_that_does_not_exist_is_named_with_those_that_are_near() {
    let nodes = json!([{"nodeName": "west-1"}, {"nodeName": "East-9"}]);
    let cases = [
        ("west-2", " Did you mean 'west-1'?"),
        (
            "east-9",
            " There is a node 'East-9': names of nodes are compared with their casing, so use 'East-9'.",
        ),
        (
            "ir-a",
            " -NodeName is the name of a node here, not of the integration runtime. The integration runtime has these \
             nodes: 'west-1', 'East-9'.",
        ),
        ("other", ""),
    ];
    for (name, hint) in cases {
        let gone = Answer::Reply(204, vec![], String::new());
        let script = Script::new(vec![gone, status(nodes.clone())]);
        let arguments = node_of(json!({"NodeName": name, "Force": true}));
        let said = run(&signed_in(&script), "node.remove", arguments).await;
        assert_eq!(
            said.messages("warning"),
            [format!(
                "The node '{name}' does not exist in integration runtime 'IR-a'.{hint}"
            )]
        );
        assert_eq!(
            script.order(),
            [format!("DELETE {name}"), "POST getStatus".to_owned()]
        );
    }

    let script = Script::new(vec![
        fails(404, "IntegrationRuntimeNodeNotFound", "No such node."),
        status(nodes),
    ]);
    let arguments = node_of(json!({"Name": "west-2", "ConcurrentJobsLimit": 2}));
    let said = run(&signed_in(&script), "node.update", arguments).await;
    assert!(
        said.error().contains("Did you mean 'west-1'?"),
        "{}",
        said.error()
    );
}

/// Rows of a fleet are of many data factories: the question says of which one. The words of upstream stay elsewhere.
#[tokio::test]
async fn the_words_on_a_row_name_the_parent() {
    for (synapse, parent) in [(false, "data factory 'Adf-1'"), (true, "workspace 'Adf-1'")] {
        let (group, kind) = if synapse {
            ("Synapse", "workspaces")
        } else {
            ("DataFactory", "factories")
        };
        let id = format!(
            "/subscriptions/33333333-3333-4333-8333-333333333333/resourceGroups/rg/providers/Microsoft.{group}/{kind}/\
             Adf-1/integrationRuntimes/ir-1"
        );
        let row = json!({"IntegrationRuntimeId": id, "NodeName": "N1"});
        let prefix = if synapse { "synapse." } else { "" };
        let gone = Answer::Reply(204, vec![], String::new());
        let script = Script::new(vec![gone, status(json!([]))]);
        let arguments = json!({"RuntimeNode": row});
        let said = run(
            &signed_in(&script),
            &format!("{prefix}node.remove"),
            arguments,
        )
        .await;
        let place = format!("integration runtime 'ir-1' of {parent}");
        assert_eq!(
            said.questions(),
            [
                format!("Removing the node N1 in {place}."),
                format!("Are you sure you want to remove node N1 in {place}?")
            ]
        );
        let warning = &said.messages("warning")[0];
        assert!(
            warning.starts_with(&format!("The node 'N1' does not exist in {place}.")),
            "{warning}"
        );
        let script = Script::new(vec![ok(json!({"nodeName": "N1"}))]);
        let arguments = json!({"RuntimeNode": row, "ConcurrentJobsLimit": 2});
        let said = run(
            &signed_in(&script),
            &format!("{prefix}node.update"),
            arguments,
        )
        .await;
        assert_eq!(
            said.questions(),
            [format!("Updating the node N1 in {place}.")]
        );
    }
}
