//! Writes of Synapse that are accepted first: the proxy record, the operation's result, and how either may fail.

use std::time::Duration;

use crate::support::{Answer, SUBSCRIPTION, Said, Script, bare, fails, ok, run, signed_in};
use serde_json::{Value, json};

const HOME: &str = "https://management.azure.com";

fn workspace() -> String {
    format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Synapse/workspaces/ws-a"
    )
}

fn result_url() -> String {
    format!(
        "{HOME}{}/operationResults/op-1?api-version=2021-06-01",
        workspace()
    )
}

fn runtime(description: &str) -> Value {
    json!({"id": format!("{}/integrationruntimes/ir-a", workspace()), "name": "ir-a", "etag": "e1",
        "properties": {"type": "SelfHosted", "description": description}})
}

fn proxy(state: &str) -> Value {
    json!({"id": format!("{}/integrationRuntimes/ir-a", workspace()), "recordId": 12, "state": state,
        "created": "0001-01-01T00:00:00", "changed": "0001-01-01T00:00:00", "type": "IntegrationRuntime",
        "name": "ir-a", "operationId": "op-1", "artifactId": "a"})
}

/// 202 with the proxy record, the address of the result and when to ask.
fn accepted(state: &str, pause: u32) -> Answer {
    Answer::Reply(
        202,
        vec![
            ("location", result_url()),
            ("retry-after", pause.to_string()),
        ],
        proxy(state).to_string(),
    )
}

fn missing() -> Answer {
    let body = json!({"code": "NotFound", "message": "It does not exist.", "error": null});
    Answer::Reply(404, vec![], body.to_string())
}

fn arguments() -> Value {
    json!({"ResourceGroupName": "rg", "WorkspaceName": "ws-a", "Name": "ir-a", "Type": "SelfHosted",
        "Description": "d", "Force": true})
}

async fn set(answers: Vec<Answer>) -> (Said, Script) {
    let script = Script::new(answers);
    let said = run(&signed_in(&script), "synapse.runtime.set", arguments()).await;
    (said, script)
}

async fn remove(answers: Vec<Answer>) -> (Said, Script) {
    let script = Script::new(answers);
    let said = run(&signed_in(&script), "synapse.runtime.remove", arguments()).await;
    (said, script)
}

#[tokio::test]
async fn a_put_is_followed_to_its_result_at_the_services_pace() {
    let (said, script) = set(vec![
        missing(),
        accepted("Creating", 2),
        accepted("Creating", 7),
        ok(runtime("made")),
    ])
    .await;
    assert_eq!(
        script.order(),
        ["GET ir-a", "PUT ir-a", "GET op-1", "GET op-1"]
    );
    let slept: Duration = script.slept().iter().sum();
    assert_eq!(slept, Duration::from_secs(9));
    assert_eq!(said.objects.len(), 1);
    assert!(said.objects[0].contains(".Description='made';"));
    assert!(!said.objects[0].contains("recordId"));
    let progress: Vec<&Value> = said
        .frames
        .iter()
        .filter(|frame| frame["frame"] == "progress")
        .collect();
    assert!(!progress.is_empty());
    assert!(
        progress.iter().any(|frame| frame["status"]
            .as_str()
            .is_some_and(|text| text.starts_with("Creating,"))),
        "{progress:?}"
    );
}

#[tokio::test]
async fn a_result_without_the_runtime_is_followed_by_a_look() {
    for end in [bare(204, "x", "y"), ok(Value::Null), ok(proxy("Succeeded"))] {
        let (said, script) = set(vec![
            missing(),
            accepted("Creating", 1),
            end,
            ok(runtime("read")),
        ])
        .await;
        assert_eq!(
            script.order(),
            ["GET ir-a", "PUT ir-a", "GET op-1", "GET ir-a"]
        );
        assert!(said.objects[0].contains(".Description='read';"));
    }
}

#[tokio::test]
async fn a_put_may_be_done_at_once_with_whatever_status() {
    let (said, script) = set(vec![
        missing(),
        Answer::Reply(201, vec![], runtime("made").to_string()),
    ])
    .await;
    assert_eq!(script.order(), ["GET ir-a", "PUT ir-a"]);
    assert!(said.objects[0].contains(".Description='made';"));
    for answer in [
        bare(204, "x", "y"),
        bare(201, "x", "y"),
        ok(proxy("Created")),
    ] {
        let (said, script) = set(vec![missing(), answer, ok(runtime("read"))]).await;
        assert_eq!(script.order(), ["GET ir-a", "PUT ir-a", "GET ir-a"]);
        assert!(said.objects[0].contains(".Description='read';"));
    }
}

#[tokio::test]
async fn an_operation_that_failed_is_the_error_it_tells_of() {
    let mut record = proxy("Failed");
    record["error"] = json!({"code": "QuotaExceeded", "message": "There are too many."});
    let plain = json!({"code": "Conflict", "message": "Somebody else is at it.", "error": null});
    for (end, code, text) in [
        (ok(record), "QuotaExceeded", "There are too many."),
        (
            ok(proxy("Canceled")),
            "Canceled",
            "The operation ended as 'Canceled'.",
        ),
        (
            fails(400, "BadRequest", "It is wrong."),
            "BadRequest",
            "It is wrong.",
        ),
        (
            Answer::Reply(409, vec![], plain.to_string()),
            "Conflict",
            "Somebody else is at it.",
        ),
    ] {
        let (said, script) = set(vec![missing(), accepted("Creating", 1), end]).await;
        assert_eq!(script.order(), ["GET ir-a", "PUT ir-a", "GET op-1"]);
        let lines: Vec<String> = said.error().lines().map(str::to_owned).collect();
        assert_eq!(lines.len(), 5, "{lines:?}");
        assert_eq!(lines[1], format!("Error Code: {code}"));
        assert_eq!(
            lines[2],
            format!(
                "Error Message: {text} This happened to integration runtime 'ir-a' in workspace 'ws-a'."
            )
        );
        assert!(said.objects.is_empty());
    }
    // At once, too.
    let (said, _) = set(vec![missing(), ok(proxy("Failed"))]).await;
    assert!(
        said.error()
            .contains("The operation ended as 'Failed'. This happened to integration runtime 'ir-a' in workspace"),
        "{}",
        said.error()
    );
}

#[tokio::test]
async fn a_lost_race_is_told_in_words() {
    let (said, _) = set(vec![
        ok(runtime("old")),
        fails(412, "PreconditionFailed", "No."),
    ])
    .await;
    assert!(said.error().contains(
        "Integration runtime 'ir-a' in workspace 'ws-a' was changed since it was read. Nothing was \
         overwritten."
    ));
}

#[tokio::test]
async fn an_operation_elsewhere_is_not_followed() {
    let elsewhere = Answer::Reply(
        202,
        vec![("location", "https://evil.example/op".to_owned())],
        String::new(),
    );
    let (said, script) = set(vec![missing(), elsewhere]).await;
    assert_eq!(script.sent().len(), 2);
    assert!(
        said.error()
            .contains("points to another host, 'evil.example'")
    );
    let (said, _) = set(vec![missing(), bare(202, "x", "y")]).await;
    assert!(said.error().contains("did not say where its status is"));
}

#[tokio::test]
async fn a_delete_is_followed_to_its_end() {
    let (said, script) = remove(vec![
        accepted("Deleting", 3),
        accepted("Deleting", 3),
        bare(200, "x", "y"),
    ])
    .await;
    assert_eq!(script.order(), ["DELETE ir-a", "GET op-1", "GET op-1"]);
    assert_eq!(said.messages("error"), Vec::<String>::new());
    assert_eq!(said.messages("warning"), Vec::<String>::new());
    let (said, _) = remove(vec![accepted("Deleting", 1), ok(proxy("Failed"))]).await;
    assert!(
        said.error()
            .contains("The operation ended as 'Failed'. This happened to integration runtime 'ir-a' in workspace"),
        "{}",
        said.error()
    );
    let (said, _) = remove(vec![
        accepted("Deleting", 1),
        fails(409, "Conflict", "A pipeline uses it."),
    ])
    .await;
    assert!(said.error().contains("Error Message: A pipeline uses it."));
}

fn ssis(state: &str) -> Value {
    json!({"id": format!("{}/integrationruntimes/ir-a", workspace()), "name": "ir-a",
        "properties": {"type": "Managed", "provisioningState": state, "typeProperties": {"ssisProperties": {}}}})
}

fn started_as(headers: Vec<(&'static str, String)>) -> Answer {
    Answer::Reply(202, headers, String::new())
}

#[tokio::test]
async fn a_start_ends_with_its_status_and_asks_for_no_result() {
    let status_url = format!(
        "{HOME}{}/integrationRuntimes/ir-a/start/operationstatuses/op-2?api-version=2021-06-01",
        workspace()
    );
    let headers = || {
        vec![
            ("azure-asyncoperation", status_url.clone()),
            ("location", result_url()),
        ]
    };
    let status = json!({"name": "ir-a", "properties": {"state": "Started", "typeProperties": {}}});
    let done = json!({"status": "Succeeded", "name": "op-2", "properties": status, "error": null});
    let script = Script::new(vec![ok(ssis("Initial")), started_as(headers()), ok(done)]);
    let said = run(&signed_in(&script), "synapse.runtime.start", arguments()).await;
    assert_eq!(script.order(), ["GET ir-a", "POST start", "GET op-2"]);
    assert!(
        said.objects[0].contains(".State='Started';"),
        "{:?}",
        said.frames
    );
    assert!(said.objects[0].contains("Synapse.Models.PSManagedIntegrationRuntimeStatus"));

    // Where the status has no result the runtime is asked.
    let bare_end =
        json!({"status": "Succeeded", "name": "op-2", "properties": null, "error": null});
    let script = Script::new(vec![
        ok(ssis("Initial")),
        started_as(headers()),
        ok(bare_end),
        ok(status),
    ]);
    let said = run(&signed_in(&script), "synapse.runtime.start", arguments()).await;
    assert_eq!(
        script.order(),
        ["GET ir-a", "POST start", "GET op-2", "POST getStatus"]
    );
    assert!(said.objects[0].contains(".State='Started';"));

    let failed = json!({"status": "Failed", "name": "op-2", "properties": null,
        "error": {"code": "InvalidVnetConfiguration", "message": "No such subnet."}});
    let script = Script::new(vec![ok(ssis("Initial")), started_as(headers()), ok(failed)]);
    let said = run(&signed_in(&script), "synapse.runtime.start", arguments()).await;
    assert!(said.error().starts_with(
        "An error occurred while requesting the status of Integration Runtime, but you can manually execute the \
         following command: Get-AzSynapseIntegrationRuntime -WorkspaceName MyWorkspace -ResourceGroupName \
         MyResourceGroup -Name MyIR -Status\n"
    ));
    assert!(said.error().contains("Error Message: No such subnet."));

    // Its specification has a text there.
    let failed =
        json!({"status": "Failed", "name": "op-2", "properties": null, "error": "No such subnet."});
    let script = Script::new(vec![ok(ssis("Initial")), started_as(headers()), ok(failed)]);
    let said = run(&signed_in(&script), "synapse.runtime.start", arguments()).await;
    assert!(
        said.error()
            .contains("Error Code: Failed\nError Message: No such subnet. The operation 'Start' of integration runtime")
    );
}

#[tokio::test]
async fn an_operation_handed_out_names_the_workspace() {
    let headers = vec![("location", result_url())];
    let script = Script::new(vec![ok(ssis("Started")), started_as(headers)]);
    let mut given = arguments();
    given["NoWait"] = json!(true);
    given["Force"] = json!(false);
    let said = run(&signed_in(&script), "synapse.runtime.stop", given).await;
    let object = &said.objects[0];
    assert!(object.contains(".WorkspaceName='ws-a';"), "{object}");
    assert!(object.contains("AzIntegrationRuntime.Operation"));
    assert!(object.contains("/operationResults/op-1"));
    assert!(!object.contains("DataFactoryName"));
}
