//! What keeps runtimes going: updates, credentials, metrics, connection, endpoints and links.

use crate::support::{
    Answer, SUBSCRIPTION, Script, fails, ok, run, run_answering, runtime, runtime_with,
    self_hosted, signed_in,
};
use serde_json::{Value, json};

const MISSING: &str = "The document could not be retrieved because it does not exist.";

fn empty() -> Answer {
    Answer::Reply(200, vec![], String::new())
}

fn managed() -> Value {
    json!({"name": "ir-a", "properties": {"type": "Managed", "typeProperties": {}}})
}

fn linked() -> Value {
    let mut linked = self_hosted("ir-a");
    linked["properties"]["typeProperties"] =
        json!({"linkedInfo": {"authorizationType": "Rbac", "resourceId": "/x"}});
    linked
}

#[tokio::test]
async fn update_reads_first_and_sends_the_delay_as_a_text_within_a_text() {
    let script = Script::new(vec![ok(self_hosted("ir-a")), ok(self_hosted("ir-a"))]);
    let arguments = runtime_with(json!({"AutoUpdate": "on", "AutoUpdateDelayOffset": "PT3H"}));
    let said = run(&signed_in(&script), "runtime.update", arguments).await;
    assert_eq!(script.order(), ["GET ir-a", "PATCH ir-a"]);
    assert_eq!(
        script.sent()[1].body,
        r#"{"autoUpdate":"on","updateDelayOffset":"\"PT3H\""}"#
    );
    assert_eq!(
        said.questions(),
        ["Updating integration runtime 'ir-a' in data factory 'adf-a'."]
    );
    assert_eq!(
        said.messages("verbose"),
        [
            "Got integration runtime",
            "Handled AutoUpdate",
            "\"PT3H\"",
            "Handled AutoUpdateDelayOffset"
        ]
    );
    assert!(said.objects[0].contains("PSSelfHostedIntegrationRuntime"));
}

#[tokio::test]
async fn update_sends_only_what_was_asked() {
    for (asked, body) in [
        (json!({"AutoUpdate": "Off"}), r#"{"autoUpdate":"Off"}"#),
        (
            json!({"AutoUpdateDelayOffset": "PT0S"}),
            r#"{"updateDelayOffset":"\"PT0S\""}"#,
        ),
    ] {
        let script = Script::new(vec![ok(self_hosted("ir-a")), ok(self_hosted("ir-a"))]);
        run(&signed_in(&script), "runtime.update", runtime_with(asked)).await;
        assert_eq!(script.sent()[1].body, body);
    }
}

#[tokio::test]
async fn update_shows_a_linked_runtime_as_an_ordinary_one() {
    let script = Script::new(vec![ok(linked()), ok(linked())]);
    let arguments = runtime_with(json!({"AutoUpdate": "On"}));
    let said = run(&signed_in(&script), "runtime.update", arguments).await;
    assert!(said.objects[0].contains("PSSelfHostedIntegrationRuntime"));
    assert!(!said.objects[0].contains("PSLinkedIntegrationRuntime"));
    assert!(!said.objects[0].contains("AuthorizationType"));
}

#[tokio::test]
async fn update_reads_and_writes_nothing_when_declined() {
    let script = Script::new(vec![ok(self_hosted("ir-a"))]);
    let arguments = runtime_with(json!({"AutoUpdate": "On"}));
    let said = run_answering(&signed_in(&script), "runtime.update", arguments, &[false]).await;
    assert_eq!(script.order(), ["GET ir-a"]);
    assert!(said.objects.is_empty());
    assert_eq!(said.messages("verbose"), ["Got integration runtime"]);
}

#[tokio::test]
async fn update_refuses_what_cannot_be_in_upstreams_words() {
    let on = json!({"AutoUpdate": "On"});
    let cases: Vec<(Value, Vec<Answer>, &str)> = vec![
        (json!({}), vec![], "No valid parameters."),
        (
            json!({"AutoUpdateDelayOffset": "three hours"}),
            vec![],
            "'three hours' is not a duration such as 'PT3H'.",
        ),
        (
            on.clone(),
            vec![ok(managed())],
            "The resource is not a valid self-hosted integration runtime.",
        ),
    ];
    for (arguments, answers, text) in cases {
        let script = Script::new(answers);
        let said = run(
            &signed_in(&script),
            "runtime.update",
            runtime_with(arguments),
        )
        .await;
        assert_eq!(said.error(), text);
        assert!(said.questions().is_empty());
        assert!(script.sent().iter().all(|sent| sent.method == "GET"));
        assert_eq!(script.left(), 0);
    }
    let script = Script::new(vec![fails(404, "NotFound", MISSING)]);
    let said = run(&signed_in(&script), "runtime.update", runtime_with(on)).await;
    assert!(said.error().contains(MISSING));
    assert!(said.questions().is_empty());
}

#[tokio::test]
async fn metrics_keep_what_is_new_and_survive_odd_values() {
    let script = Script::new(vec![ok(json!({"name": "shared", "nodes": [
        {"nodeName": "n", "availableMemoryInMB": 4000, "cpuUtilization": 13, "concurrentJobsLimit": "7",
            "concurrentJobsRunning": null, "sentBytes": 4, "receivedBytes": 2.5, "queueLength": 1,
            "averageQueueDuration": 0.5},
        null, "odd"]}))]);
    let said = run(&signed_in(&script), "metric.get", runtime()).await;
    assert_eq!(script.order(), ["POST monitoringData"]);
    assert_eq!(script.sent()[0].body, "");
    let object = &said.objects[0];
    for text in [
        "PSIntegrationRuntimeMetrics",
        "IntegrationRuntimeNodeMonitoringData",
        ".IntegrationRuntimeName='shared';.ResourceGroupName='rg';\
         .DataFactoryName='adf-a';",
        ".queueLength=1;",
        ".averageQueueDuration=0.5d;",
        "};.NodeName='n';.AvailableMemoryInMb=4000;\
         .CpuUtilization=13;.ConcurrentJobsLimit=7;\
         .ConcurrentJobsRunning=null;.MaxConcurrentJobs=null;.SentBytes=4d;\
         .ReceivedBytes=2.5d;",
    ] {
        assert!(object.contains(text), "{text}\n{object}");
    }
    assert!(object.contains(",null,'odd',]"), "{object}");
    assert!(said.messages("error").is_empty());
}

#[tokio::test]
async fn metrics_without_nodes_have_none() {
    let script = Script::new(vec![ok(json!({"name": "ir-a"}))]);
    let said = run(&signed_in(&script), "metric.get", runtime()).await;
    assert!(said.objects[0].contains(".Nodes=null;"));
}

#[tokio::test]
async fn syncing_always_asks() {
    let script = Script::new(vec![empty()]);
    let arguments = json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a",
        "IntegrationRuntimeName": "ir-a"});
    let said = run(&signed_in(&script), "runtime.sync", arguments.clone()).await;
    assert_eq!(
        said.questions(),
        [
            "Syncing node credentials in integration runtime 'ir-a'.",
            "Are you sure you want to sync node credentials in integration runtime 'ir-a'."
        ]
    );
    assert_eq!(script.order(), ["POST syncCredentials"]);
    assert!(said.objects.is_empty());
    for answers in [vec![false], vec![true, false]] {
        let script = Script::new(vec![]);
        let arguments = arguments.clone();
        run_answering(&signed_in(&script), "runtime.sync", arguments, &answers).await;
        assert!(script.sent().is_empty());
    }
    for silent in ["Force", "Confirm"] {
        let script = Script::new(vec![empty()]);
        let mut arguments = arguments.clone();
        arguments[silent] = json!(silent == "Force");
        let said = run(&signed_in(&script), "runtime.sync", arguments).await;
        assert_eq!(said.questions().len(), 1, "{silent}");
        assert_eq!(script.order(), ["POST syncCredentials"]);
    }
}

#[tokio::test]
async fn upgrading_asks_once() {
    let script = Script::new(vec![empty()]);
    let said = run(&signed_in(&script), "runtime.upgrade", runtime()).await;
    assert_eq!(said.questions(), ["Upgrading integration runtime 'ir-a'."]);
    assert_eq!(script.order(), ["POST upgrade"]);
    assert!(said.objects.is_empty());
    let script = Script::new(vec![]);
    run_answering(&signed_in(&script), "runtime.upgrade", runtime(), &[false]).await;
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn endpoints_are_compact_text_in_pascal_case() {
    let script = Script::new(vec![ok(json!({"value": [
        {"category": "Azure Storage", "endpoints": [
            {"domainName": "*.blob.core.windows.net", "endpointDetails": [{"port": 443}]}, {}]},
        {"category": 7}, null]}))]);
    let said = run(&signed_in(&script), "outbound.get", runtime()).await;
    assert_eq!(script.order(), ["GET outboundNetworkDependenciesEndpoints"]);
    let object = &said.objects[0];
    assert!(
        object.contains("PSIntegrationRuntimeOutboundNetworkDependenciesCategoryEndpoint"),
        "{object}"
    );
    let text = r#"[{"DomainName":"*.blob.core.windows.net","EndpointDetails":[{"Port":443}]},{}]"#;
    assert!(object.contains(&format!(".Category='Azure Storage';.EndPoint='{text}';")));
    assert_eq!(object.matches(".EndPoint='null';").count(), 2);
}

#[tokio::test]
async fn no_endpoints_are_no_objects() {
    for answer in [json!({"value": []}), json!({"value": null}), json!(null)] {
        let script = Script::new(vec![ok(answer)]);
        let said = run(&signed_in(&script), "outbound.get", runtime()).await;
        assert!(said.objects.is_empty());
        assert!(said.messages("error").is_empty());
    }
}

#[tokio::test]
async fn the_connections_token_crosses_as_bytes_and_in_no_text() {
    let script = Script::new(vec![ok(
        json!({"serviceToken": "planted-token", "identityCertThumbprint": "", "hostServiceUri": "https://n",
            "version": "5.1", "publicKey": "key", "isIdentityCertExprired": false}),
    )]);
    let said = run(&signed_in(&script), "connection.get", runtime()).await;
    assert_eq!(script.order(), ["POST getConnectionInfo"]);
    assert_eq!(
        said.secrets,
        [("ServiceToken".into(), "planted-token".into())]
    );
    assert!(!said.everything().contains("planted"));
    assert!(said.objects[0].contains(
        ".ServiceToken=secret;.IdentityCertThumbprint='';.HostServiceUri='https://n';\
         .Version='5.1';.PublicKey='key';.IsIdentityCertExpired=false;"
    ));
    let script = Script::new(vec![ok(json!({"version": 5}))]);
    let said = run(&signed_in(&script), "connection.get", runtime()).await;
    assert!(said.secrets.is_empty());
    assert!(said.objects[0].contains(".Version='5';"));
}

const OTHER: &str = "44444444-4444-4444-8444-444444444444";

fn other_factory() -> String {
    format!(
        "/subscriptions/{OTHER}/resourceGroups/g/providers/Microsoft.DataFactory/factories/adf-b"
    )
}

#[tokio::test]
async fn a_link_is_written_on_the_shared_side_and_shown_there() {
    let answer = || {
        ok(
            json!({"name": "ir-a", "properties": {"type": "SelfHosted", "state": "Online",
            "typeProperties": {"links": [{"name": "ir-b", "dataFactoryName": "adf-b"}]}}}),
        )
    };
    let cases = [
        (
            json!({"LinkedDataFactoryName": "adf-b"}),
            json!({"name": "ir-b", "subscriptionId": SUBSCRIPTION, "dataFactoryName": "adf-b"}),
        ),
        (
            json!({"LinkedDataFactoryName": "adf-b", "LinkedSubscriptionId": OTHER,
                "LinkedDataFactoryLocation": "westus"}),
            json!({"name": "ir-b", "subscriptionId": OTHER, "dataFactoryName": "adf-b",
                "dataFactoryLocation": "westus"}),
        ),
        (
            json!({"LinkedDataFactoryName": other_factory()}),
            json!({"name": "ir-b", "subscriptionId": OTHER, "dataFactoryName": "adf-b"}),
        ),
    ];
    for (more, body) in cases {
        let is_found = more["LinkedDataFactoryName"] == other_factory();
        let mut answers = vec![ok(self_hosted("ir-a")), answer()];
        answers.extend(is_found.then(|| fails(404, "NotFound", "Missing.")));
        let script = Script::new(answers);
        let mut arguments = runtime_with(more);
        arguments["LinkedIntegrationRuntimeName"] = json!("ir-b");
        let said = run(&signed_in(&script), "link.new", arguments).await;
        assert_eq!(
            script.order()[..2],
            ["GET ir-a", "POST linkedIntegrationRuntime"]
        );
        assert_eq!(script.left(), 0);
        assert_eq!(script.sent()[1].json(), body);
        assert_eq!(
            said.questions(),
            [
                "Creating a link to integration runtime 'ir-a' in data factory 'adf-a' for data factory 'adf-b'."
            ]
        );
        assert!(said.objects[0].starts_with("AzIntegrationRuntime.Share"));
        for side in [
            ".SharedDataFactoryName='adf-a';.SharedIntegrationRuntimeName='ir-a';",
            ".DataFactoryName='adf-b';.LinkedIntegrationRuntimeName='ir-b';",
        ] {
            assert!(said.objects[0].contains(side), "{}", said.objects[0]);
        }
        // The service enters the link of a runtime that does not exist, too.
        let missing = ".Problem=['LinkedRuntimeMissing',];";
        assert_eq!(said.objects[0].contains(missing), is_found);
    }
}

#[tokio::test]
async fn a_link_that_cannot_be_is_refused_before_it_is_sent() {
    let both = json!({"LinkedIntegrationRuntimeName": "ir-b", "LinkedDataFactoryName": "adf-b"});
    let cases: Vec<(Value, Vec<Answer>, &str)> = vec![
        (
            both.clone(),
            vec![ok(managed())],
            "Only self-hosted integration runtime can be shared.",
        ),
        (
            both.clone(),
            vec![ok(linked())],
            "Integration runtime 'ir-a' in data factory 'adf-a' is itself linked to another one. Name the one that \
             has the nodes. 'ir-b' in data factory 'adf-b' was not linked to it.",
        ),
        (
            json!({"LinkedIntegrationRuntimeName": "ir_b", "LinkedDataFactoryName": "adf-b"}),
            vec![],
            "'ir_b' is not a valid integration runtime name.",
        ),
        (
            json!({"LinkedIntegrationRuntimeName": "ir-b", "LinkedDataFactoryName": "adf_b"}),
            vec![],
            "'adf_b' is not a valid data factory name.",
        ),
        (
            json!({"LinkedIntegrationRuntimeName": "ir-b", "LinkedDataFactoryName": other_factory(),
                "LinkedSubscriptionId": SUBSCRIPTION}),
            vec![],
            "-LinkedSubscriptionId is '33333333-3333-4333-8333-333333333333', but the data factory in \
             -LinkedDataFactoryName is in subscription '44444444-4444-4444-8444-444444444444'. Leave \
             -LinkedSubscriptionId out.",
        ),
    ];
    for (more, answers, text) in cases {
        let script = Script::new(answers);
        let said = run(&signed_in(&script), "link.new", runtime_with(more)).await;
        assert!(said.error().starts_with(text), "{}", said.error());
        assert!(said.questions().is_empty());
        assert!(script.sent().iter().all(|sent| sent.method == "GET"));
        assert_eq!(script.left(), 0);
    }
    let script = Script::new(vec![ok(self_hosted("ir-a"))]);
    let said = run_answering(
        &signed_in(&script),
        "link.new",
        runtime_with(both),
        &[false],
    )
    .await;
    assert_eq!(script.order(), ["GET ir-a"]);
    assert!(said.objects.is_empty());
}

#[tokio::test]
async fn a_link_whose_answer_was_lost_is_not_sent_twice() {
    let script = Script::new(vec![ok(self_hosted("ir-a")), Answer::Dropped, empty()]);
    let arguments = runtime_with(
        json!({"LinkedIntegrationRuntimeName": "ir-b", "LinkedDataFactoryName": "adf-b"}),
    );
    let said = run(&signed_in(&script), "link.new", arguments).await;
    assert!(said.error().starts_with(
        "The link from integration runtime 'ir-b' in data factory 'adf-b' to integration runtime 'ir-a' in data \
         factory 'adf-a' was not created. "
    ));
    assert_eq!(script.left(), 1);
}
