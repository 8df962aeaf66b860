//! Starting, stopping, waiting, interactive authoring and object metadata.

use std::time::Duration;

use crate::support::{
    Answer, SUBSCRIPTION, Said, Script, bare, fails, ok, run, run_answering, runtime, runtime_with,
    self_hosted, signed_in,
};
use serde_json::{Value, json};

const HOME: &str = "https://management.azure.com";

fn ssis() -> Value {
    let mut resource = self_hosted("ir-a");
    resource["properties"] = json!({"type": "Managed", "state": "Initial", "typeProperties":
        {"computeProperties": {"numberOfNodes": 2}, "ssisProperties": {}}});
    resource
}

fn status(state: &str, more: &Value) -> Value {
    let mut details = json!({"nodes": [], "otherErrors": []});
    for (name, value) in more.as_object().unwrap() {
        details[name] = value.clone();
    }
    json!({"name": "ir-a", "properties": {"type": "Managed", "dataFactoryName": "adf-a", "state": state,
        "typeProperties": details}})
}

fn accepted() -> Answer {
    let at = |what: &str| format!("{HOME}/subscriptions/s/start/{what}/abc?api-version=2018-06-01");
    Answer::Reply(
        202,
        vec![
            ("azure-asyncoperation", at("operationstatuses")),
            ("location", at("operationresults")),
        ],
        String::new(),
    )
}

fn progressing(state: &str, properties: &Value) -> Value {
    json!({"status": state, "name": "abc", "properties": properties, "error": null})
}

#[tokio::test]
async fn a_start_reads_asks_begins_and_waits() {
    let script = Script::new(vec![
        ok(ssis()),
        accepted(),
        ok(progressing("InProgress", &Value::Null)),
        ok(progressing("Succeeded", &Value::Null)),
        ok(status("Started", &json!({}))),
    ]);
    let said = run(&signed_in(&script), "runtime.start", runtime()).await;
    assert_eq!(
        script.order(),
        ["GET ir-a", "POST start", "GET abc", "GET abc", "GET abc"]
    );
    assert_eq!(script.sent()[1].body, "");
    assert_eq!(
        said.questions(),
        [
            "Starting integration runtime 'ir-a' in data factory 'adf-a'.",
            "An integration runtime with the name ir-a in the data factory adf-a exists. \nContinuing execution may \
             overwrite the existing one. \nAre you sure you want to continue?"
        ]
    );
    assert!(said.objects[0].contains("PSManagedIntegrationRuntimeStatus"));
    assert!(said.objects[0].contains("Started"));
    // Two waits of 15 seconds, the time shown anew each 5.
    assert_eq!(script.slept(), [Duration::from_secs(5); 6]);
    let shown: Vec<&str> = said
        .frames
        .iter()
        .filter(|frame| frame["frame"] == "progress" && frame["completed"] == false)
        .filter_map(|frame| frame["status"].as_str())
        .collect();
    assert_eq!(shown[0], "InProgress, 0:00");
    assert_eq!(shown[5], "InProgress, 0:25");
}

/// The notices for a stop, in their order.
fn notices(said: &Said) -> Vec<String> {
    said.messages("onStop")
}

#[tokio::test]
async fn a_wait_says_what_goes_on_when_it_is_stopped_and_takes_it_back() {
    let script = Script::new(vec![
        ok(ssis()),
        accepted(),
        ok(progressing("Succeeded", &Value::Null)),
        ok(status("Started", &json!({}))),
    ]);
    let said = run(&signed_in(&script), "runtime.start", runtime()).await;
    assert_eq!(
        notices(&said),
        [
            "Only the wait was stopped. The start of integration runtime 'ir-a' in data factory 'adf-a' goes on in \
             Azure. To wait again: Wait-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg' -DataFactoryName \
             'adf-a' -Name 'ir-a'",
            "",
        ]
    );

    let script = Script::new(vec![ok(ssis()), ok(status("Started", &json!({})))]);
    let arguments = runtime_with(json!({"State": ["Started"]}));
    let said = run(&signed_in(&script), "runtime.wait", arguments).await;
    let notices = notices(&said);
    assert!(
        notices[0].ends_with("-Name 'ir-a' -State 'Started'"),
        "{notices:?}"
    );
    assert_eq!(notices[1], "");

    let script = Script::new(vec![ok(ssis()), accepted()]);
    let arguments = runtime_with(json!({"NoWait": true}));
    let said = run(&signed_in(&script), "runtime.start", arguments).await;
    assert!(said.messages("onStop").is_empty());
}

#[tokio::test]
async fn declining_or_what_if_begins_nothing() {
    for answers in [vec![false], vec![true, false]] {
        let script = Script::new(vec![ok(ssis())]);
        let said = run_answering(&signed_in(&script), "runtime.start", runtime(), &answers).await;
        assert_eq!(script.order(), ["GET ir-a"]);
        assert!(said.objects.is_empty());
    }
}

#[tokio::test]
async fn a_start_says_how_many_cores_it_takes() {
    let sized = |nodes: u64| {
        let mut resource = ssis();
        resource["properties"]["typeProperties"]["computeProperties"] =
            json!({"numberOfNodes": nodes, "nodeSize": "Standard_D8_v3"});
        resource
    };
    let started = |resource: Value| async move {
        let script = Script::new(vec![ok(resource), accepted()]);
        let arguments = runtime_with(json!({"NoWait": true}));
        run(&signed_in(&script), "runtime.start", arguments).await
    };
    assert!(started(sized(8)).await.messages("warning").is_empty());
    let many = started(sized(10)).await.messages("warning");
    assert_eq!(
        many,
        [
            "Integration runtime 'ir-a' in data factory 'adf-a' uses 80 cores while it runs: 10 nodes of \
             Standard_D8_v3 with 8 cores each. A subscription has 64 cores for all Azure-SSIS integration runtimes, \
             unless Microsoft raised the limit. If the start fails, ask for more cores in a support request, or use \
             fewer nodes: Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg' -DataFactoryName 'adf-a' \
             -Name 'ir-a' -NodeCount 8"
        ]
    );
}

#[tokio::test]
async fn a_self_hosted_runtime_is_not_started() {
    let script = Script::new(vec![ok(self_hosted("ir-a"))]);
    let said = run(&signed_in(&script), "runtime.start", runtime()).await;
    assert_eq!(script.order(), ["GET ir-a"]);
    assert!(said.error().starts_with(
        "Integration runtime 'ir-a' in data factory 'adf-a' is self-hosted. Only an Azure-SSIS"
    ));
}

#[tokio::test]
async fn a_connection_that_is_lost_in_a_wait_is_no_failure_of_the_operation() {
    let lost = (0..4).map(|_| Answer::Unreachable);
    let script = Script::new([ok(ssis()), accepted()].into_iter().chain(lost).collect());
    let said = run(
        &signed_in(&script),
        "runtime.start",
        runtime_with(json!({"Force": true})),
    )
    .await;
    let error = said.error();
    assert!(
        error.contains(
            "The operation 'Start' of integration runtime 'ir-a' in data factory 'adf-a' was accepted before and goes \
             on in Azure; only the wait ended. To wait again: Wait-AzDataFactoryV2IntegrationRuntime \
             -ResourceGroupName 'rg' -DataFactoryName 'adf-a' -Name 'ir-a'"
        ),
        "{error}"
    );
    assert!(!error.contains("failed."), "{error}");
}

#[tokio::test]
async fn a_failed_start_is_told_in_upstreams_words_and_the_services() {
    let mut failed = progressing("Failed", &Value::Null);
    failed["error"] = json!({"code": "CustomSetupScriptFailure", "message": "It did not run."});
    let script = Script::new(vec![ok(ssis()), accepted(), ok(failed)]);
    let said = run(
        &signed_in(&script),
        "runtime.start",
        runtime_with(json!({"Force": true})),
    )
    .await;
    assert!(said.error().starts_with(
        "An error occurred while requesting the status of Integration Runtime, but you can manually execute the \
         following command: Get-AzDataFactoryV2IntegrationRuntime -DataFactoryName MyDataFactory -ResourceGroupName \
         MyResourceGroup -Name MyIR -Status\nHTTP Status Code: OK\nError Code: CustomSetupScriptFailure\nError \
         Message: It did not run. The operation 'Start' of integration runtime 'ir-a' in data factory 'adf-a' failed.\n"
    ));
}

#[tokio::test]
async fn a_start_that_may_have_arrived_is_not_sent_again() {
    let script = Script::new(vec![ok(ssis()), Answer::Dropped]);
    let said = run(
        &signed_in(&script),
        "runtime.start",
        runtime_with(json!({"Force": true})),
    )
    .await;
    assert_eq!(script.order(), ["GET ir-a", "POST start"]);
    assert!(!said.error().is_empty());
}

#[tokio::test]
async fn without_waiting_an_operation_is_written_that_wait_picks_up() {
    let script = Script::new(vec![ok(ssis()), accepted()]);
    let arguments = runtime_with(json!({"Force": true, "NoWait": true}));
    let said = run(&signed_in(&script), "runtime.start", arguments).await;
    assert_eq!(script.order(), ["GET ir-a", "POST start"]);
    assert!(script.slept().is_empty());
    for part in [
        "AzIntegrationRuntime.Operation",
        ".Id='abc';",
        ".Kind='Start';",
        "operationstatuses/abc",
        "operationresults/abc",
        "integrationruntimes/ir-a",
    ] {
        assert!(said.objects[0].contains(part), "{part}");
    }

    let script = Script::new(vec![
        ok(progressing("Succeeded", &Value::Null)),
        Answer::Reply(200, vec![], String::new()),
        ok(ssis()),
        ok(status("Started", &json!({}))),
    ]);
    let said = run(&signed_in(&script), "runtime.wait", operation(HOME)).await;
    assert_eq!(
        script.order(),
        ["GET abc", "GET abc", "GET ir-a", "POST getStatus"]
    );
    assert!(script.slept().is_empty());
    assert!(said.objects[0].contains("PSManagedIntegrationRuntimeStatus"));
}

fn operation(host: &str) -> Value {
    let id = format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/adf-a/\
         integrationruntimes/ir-a"
    );
    json!({"InputObject": {"Id": "abc", "Kind": "Start", "Name": "ir-a", "RuntimeId": id,
        "StatusUrl": format!("{host}/subscriptions/s/start/operationstatuses/abc"),
        "ResultUrl": format!("{host}/subscriptions/s/start/operationresults/abc")}})
}

#[tokio::test]
async fn an_operation_of_another_host_is_not_asked_for() {
    let script = Script::new(vec![]);
    let said = run(
        &signed_in(&script),
        "runtime.wait",
        operation("https://evil.example"),
    )
    .await;
    assert!(script.sent().is_empty());
    assert_eq!(
        said.error(),
        "The operation's StatusUrl points to another host, 'evil.example'. It was not followed and no token was sent \
         there."
    );
}

#[tokio::test]
async fn an_operation_that_the_service_forgot_is_followed_by_the_runtimes_state() {
    let script = Script::new(vec![
        fails(404, "NotFound", "Gone."),
        ok(ssis()),
        ok(status("Started", &json!({}))),
    ]);
    let said = run(&signed_in(&script), "runtime.wait", operation(HOME)).await;
    assert_eq!(said.objects.len(), 1);
    assert!(said.messages("error").is_empty());
}

#[tokio::test]
async fn a_state_is_waited_for_at_the_callers_pace() {
    let script = Script::new(vec![
        ok(ssis()),
        ok(status("Starting", &json!({}))),
        ok(ssis()),
        ok(status("started", &json!({}))),
    ]);
    let arguments = runtime_with(json!({"State": ["Started"], "Interval": 3}));
    let said = run(&signed_in(&script), "runtime.wait", arguments).await;
    assert_eq!(script.slept(), [Duration::from_secs(3)]);
    assert_eq!(said.objects.len(), 1);
}

#[tokio::test]
async fn without_a_state_it_is_waited_until_nothing_is_under_way() {
    let script = Script::new(vec![
        ok(ssis()),
        ok(status("Stopping", &json!({}))),
        ok(ssis()),
        ok(status("Stopped", &json!({}))),
    ]);
    let said = run(&signed_in(&script), "runtime.wait", runtime()).await;
    assert_eq!(script.slept(), [Duration::from_secs(5); 3]);
    assert!(said.objects[0].contains("Stopped"));
}

#[tokio::test]
async fn a_time_beyond_the_calendar_is_no_end_of_the_wait() {
    let script = Script::new(vec![ok(ssis()), ok(status("Started", &json!({})))]);
    let arguments = runtime_with(json!({"State": ["Started"], "Timeout": i64::MAX}));
    let said = run(&signed_in(&script), "runtime.wait", arguments).await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
}

#[tokio::test]
async fn a_wait_ends_at_its_time_and_says_that_azure_goes_on() {
    let script = Script::new(vec![
        ok(ssis()),
        ok(status("Starting", &json!({}))),
        ok(ssis()),
        ok(status("Starting", &json!({}))),
    ]);
    let arguments = runtime_with(json!({"State": ["Started"], "Timeout": 7, "Interval": 7}));
    let said = run(&signed_in(&script), "runtime.wait", arguments).await;
    assert_eq!(
        said.error(),
        "Integration runtime 'ir-a' in data factory 'adf-a' was still 'Starting' after 7 seconds. Azure goes on with \
         it; run Wait-AzDataFactoryV2IntegrationRuntime again to wait longer."
    );
    assert_eq!(script.slept(), [5, 2].map(Duration::from_secs));
    let error = said.frames.iter().find(|frame| frame["frame"] == "error");
    assert_eq!(error.unwrap()["id"], "WaitTimeout");
}

#[tokio::test]
async fn a_state_that_cannot_come_any_more_is_not_waited_for() {
    let last = json!({"lastOperation": {"type": "Start", "result": "Failed", "errorCode": "InvalidVnetConfiguration"}});
    let script = Script::new(vec![ok(ssis()), ok(status("Initial", &last))]);
    let arguments = runtime_with(json!({"State": ["Started"]}));
    let said = run(&signed_in(&script), "runtime.wait", arguments).await;
    assert!(script.slept().is_empty());
    assert!(said.error().contains(
        "is 'Initial' and does not become 'Started': its last operation (Start) failed with 'InvalidVnetConfiguration'"
    ));
}

#[tokio::test]
async fn an_unknown_state_is_warned_of_and_waited_for() {
    let script = Script::new(vec![ok(ssis()), ok(status("Dozing", &json!({})))]);
    let arguments = runtime_with(json!({"State": ["dozing"]}));
    let said = run(&signed_in(&script), "runtime.wait", arguments).await;
    assert!(said.messages("warning")[0].starts_with("'dozing' is not a known state"));
    assert_eq!(said.objects.len(), 1);
}

#[tokio::test]
async fn a_stop_looks_only_when_it_would_ask() {
    let script = Script::new(vec![
        ok(ssis()),
        accepted(),
        ok(progressing("Succeeded", &Value::Null)),
        Answer::Reply(200, vec![], String::new()),
    ]);
    let said = run(&signed_in(&script), "runtime.stop", runtime()).await;
    assert_eq!(
        script.order(),
        ["GET ir-a", "POST stop", "GET abc", "GET abc"]
    );
    assert_eq!(said.questions().len(), 2);
    assert!(said.objects.is_empty());

    let script = Script::new(vec![Answer::Reply(200, vec![], String::new())]);
    let arguments = runtime_with(json!({"Force": true}));
    let said = run(&signed_in(&script), "runtime.stop", arguments).await;
    assert_eq!(script.order(), ["POST stop"]);
    assert_eq!(
        said.questions(),
        ["Stopping integration runtime 'ir-a' in data factory 'adf-a'."]
    );
}

#[tokio::test]
async fn a_missing_runtime_is_not_asked_about_before_stop_fails() {
    let script = Script::new(vec![
        fails(404, "NotFound", "Missing."),
        fails(404, "NotFound", "Missing."),
    ]);
    let said = run(&signed_in(&script), "runtime.stop", runtime()).await;
    assert_eq!(script.order(), ["GET ir-a", "POST stop"]);
    assert_eq!(said.questions().len(), 1);
    assert!(said.error().contains("Error Code: NotFound"));
}

#[tokio::test]
async fn the_last_question_is_marked_for_hosts_that_hand_over() {
    let script = Script::new(vec![ok(ssis()), fails(400, "BadRequest", "No.")]);
    let said = run(&signed_in(&script), "runtime.start", runtime()).await;
    let last: Vec<bool> = said
        .frames
        .iter()
        .filter_map(|frame| frame["last"].as_bool())
        .collect();
    assert_eq!(last, [false, true]);

    let script = Script::new(vec![ok(ssis()), fails(400, "BadRequest", "No.")]);
    let arguments = runtime_with(json!({"Confirm": false}));
    let said = run(&signed_in(&script), "runtime.start", arguments).await;
    let last: Vec<bool> = said
        .frames
        .iter()
        .filter_map(|frame| frame["last"].as_bool())
        .collect();
    assert_eq!(last, [true]);
}

#[tokio::test]
async fn interactive_authoring_is_switched_on_for_some_minutes_and_off() {
    let script = Script::new(vec![
        bare(202, "azure-asyncoperation", &format!("{HOME}/x/abc")),
        ok(progressing("Succeeded", &Value::Null)),
        ok(ssis()),
    ]);
    let arguments = runtime_with(json!({"AutoTerminationMinutes": 30}));
    let said = run(&signed_in(&script), "interactive.enable", arguments).await;
    assert_eq!(
        script.order(),
        ["POST enableInteractiveQuery", "GET abc", "GET ir-a"]
    );
    assert_eq!(
        script.sent()[0].json(),
        json!({"autoTerminationMinutes": 30})
    );
    assert!(said.objects[0].contains("PSManagedIntegrationRuntime"));

    let script = Script::new(vec![Answer::Reply(200, vec![], String::new()), ok(ssis())]);
    let said = run(&signed_in(&script), "interactive.disable", runtime()).await;
    assert_eq!(script.order(), ["POST disableInteractiveQuery", "GET ir-a"]);
    assert_eq!(
        said.questions(),
        ["Disabling interactive authoring of integration runtime 'ir-a' in data factory 'adf-a'."]
    );

    let script = Script::new(vec![]);
    let arguments = runtime_with(json!({"AutoTerminationMinutes": 0}));
    let said = run(&signed_in(&script), "interactive.enable", arguments).await;
    assert!(said.error().starts_with("-AutoTerminationMinutes is"));
}

#[tokio::test]
async fn object_metadata_is_read_anew_and_listed() {
    let script = Script::new(vec![
        bare(202, "location", &format!("{HOME}/x/abc")),
        ok(json!({"status": "Succeeded", "name": "abc", "properties": "{}", "error": ""})),
    ]);
    let said = run(&signed_in(&script), "metadata.refresh", runtime()).await;
    assert_eq!(script.order(), ["POST refreshObjectMetadata", "GET abc"]);
    assert!(said.objects[0].contains("AzIntegrationRuntime.ObjectMetadataStatus"));

    let failed = json!({"status": "Failed", "name": "abc", "error": "The catalog is away."});
    let script = Script::new(vec![
        bare(202, "azure-asyncoperation", &format!("{HOME}/x/abc")),
        ok(failed),
    ]);
    let said = run(&signed_in(&script), "metadata.refresh", runtime()).await;
    assert!(said.error().contains(
        "Error Message: The catalog is away. The operation 'RefreshObjectMetadata' of integration \
                       runtime"
    ));

    let script = Script::new(vec![ok(json!({"nextLink": "x", "value": [
        {"name": "f", "id": 1, "type": "Folder", "future": {"a": 1}}, 5]}))]);
    let arguments = runtime_with(json!({"MetadataPath": "ssisFolders"}));
    let said = run(&signed_in(&script), "metadata.get", arguments).await;
    assert_eq!(
        script.sent()[0].json(),
        json!({"metadataPath": "ssisFolders"})
    );
    assert!(said.objects[0].contains(".Type='Folder';.Id=1;"));
    assert_eq!(said.messages("warning").len(), 1);
}

const ADDRESS: &str = "https://management.azure.com/subscriptions/s/start/operationstatuses/abc";
const AGAIN: &str = "Wait again with Wait-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg' -DataFactoryName \
     'adf-a' -Name 'ir-a'.";

#[tokio::test]
async fn answers_that_are_no_status_end_the_wait_after_ten() {
    let pages = [
        json!({"value": []}),
        json!({"status": 5}),
        json!({"status": ""}),
        json!({"status": "a\u{1b}[2J"}),
        json!([]),
    ];
    for page in pages {
        let mut answers = vec![ok(ssis()), accepted()];
        // One page of a proxy's in between does no harm.
        answers.extend((0..9).map(|_| ok(page.clone())));
        answers.push(ok(progressing("InProgress", &Value::Null)));
        answers.extend((0..12).map(|_| ok(page.clone())));
        let script = Script::new(answers);
        let said = run(&signed_in(&script), "runtime.start", runtime()).await;
        assert_eq!(script.left(), 2, "{page}");
        assert_eq!(
            said.error(),
            format!(
                "10 answers in a row about the operation had no status, so the wait ended; the operation may go on in \
                 Azure. Its status is at {ADDRESS}. {AGAIN}"
            )
        );
    }
}

#[tokio::test]
async fn an_operation_without_end_ends_the_wait_after_a_day() {
    let mut answers = vec![ok(ssis()), accepted()];
    answers.extend((0..6000).map(|_| ok(progressing("InProgress", &Value::Null))));
    let script = Script::new(answers);
    let said = run(&signed_in(&script), "runtime.start", runtime()).await;
    // Every 15 seconds for 24 hours.
    assert_eq!(script.left(), 6000 - 24 * 60 * 4);
    assert_eq!(
        said.error(),
        format!(
            "The operation had not ended after 24 hours, so the wait ended; the operation may go on in Azure. Its \
             status is at {ADDRESS}. {AGAIN}"
        )
    );
    // The same where only a result is promised.
    let mut answers = vec![ok(ssis()), bare(202, "location", ADDRESS)];
    answers.extend((0..6000).map(|_| bare(202, "x", "y")));
    let script = Script::new(answers);
    let said = run(&signed_in(&script), "runtime.start", runtime()).await;
    assert_eq!(script.left(), 6000 - 24 * 60 * 4);
    assert!(said.error().contains("after 24 hours"), "{}", said.error());
}

#[tokio::test]
async fn a_pause_of_years_is_left_to_the_user() {
    for address in ["location", "azure-asyncoperation"] {
        let begun = Answer::Reply(
            202,
            vec![
                (address, ADDRESS.to_owned()),
                ("retry-after", "1000000000".to_owned()),
            ],
            String::new(),
        );
        let script = Script::new(vec![ok(ssis()), begun]);
        let said = run(&signed_in(&script), "runtime.start", runtime()).await;
        assert!(script.slept().is_empty());
        assert_eq!(
            said.error(),
            format!(
                "The service wants to be asked about the operation again after 1000000000 seconds, which is left to \
                 you: the wait ended, and the operation goes on in Azure. Its status is at {ADDRESS}. {AGAIN}"
            )
        );
    }
}
