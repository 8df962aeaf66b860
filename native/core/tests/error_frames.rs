//! Error frames: the class that scripts catch, and what they can read of request and answer.

use crate::support::{Answer, Said, Script, TOKEN, run, runtime, signed_in};
use serde_json::{Value, json};

fn refused() -> Answer {
    let body =
        json!({"error": {"code": "AuthorizationFailed", "message": "Not allowed.", "target": "t"}});
    Answer::Reply(
        403,
        vec![
            ("x-ms-request-id", "request-1".into()),
            ("x-planted", "planted-header".into()),
            ("location", "https://h/x?sig=planted-signature".into()),
        ],
        body.to_string(),
    )
}

fn error(said: &Said) -> &Value {
    let found = said.frames.iter().find(|frame| frame["frame"] == "error");
    found.unwrap()
}

#[tokio::test]
async fn a_services_error_has_its_class_the_request_and_the_answer() {
    let workspace = json!({"ResourceGroupName": "rg", "WorkspaceName": "ws-a", "Name": "ir-a"});
    let account = json!({"ResourceGroupName": "rg", "Name": "pv-a"});
    for (operation, arguments, class) in [
        (
            "runtime.get",
            runtime(),
            "Microsoft.Rest.Azure.CloudException",
        ),
        (
            "synapse.runtime.get",
            workspace,
            "Microsoft.Azure.Commands.Synapse.Models.Exceptions.SynapseException",
        ),
        (
            "purview.account.get",
            account,
            "Microsoft.Rest.Azure.CloudException",
        ),
        (
            "roleassignment.get",
            json!({}),
            "Microsoft.Azure.Management.Authorization.Models.ErrorResponseException",
        ),
        (
            "group.get",
            json!({}),
            "Microsoft.Rest.Azure.CloudException",
        ),
    ] {
        let script = Script::new(vec![refused()]);
        let said = run(&signed_in(&script), operation, arguments).await;
        let frame = error(&said);
        assert_eq!(frame["exception"], class, "{operation}");
        assert_eq!(frame["parameter"], Value::Null);
        assert_eq!(
            frame["data"],
            json!({"StatusCode": 403, "ServiceCode": "AuthorizationFailed", "ServiceMessage": "Not allowed.",
                "RequestId": "request-1", "Target": "t"})
        );
        assert_eq!(frame["request"]["method"], "GET");
        let address = frame["request"]["uri"].as_str().unwrap();
        assert!(address.starts_with("https://management.azure.com/subscriptions/"));
        let response = &frame["response"];
        assert_eq!(
            (&response["status"], &response["reason"]),
            (&json!(403), &json!("Forbidden"))
        );
        assert!(response["body"].as_str().unwrap().contains("Not allowed."));
        assert_eq!(
            response["headers"],
            json!({"location": "https://h/x?sig=REDACTED", "x-ms-request-id": "request-1", "x-planted": "REDACTED"})
        );
        assert!(!frame.to_string().contains(TOKEN));
    }
}

#[tokio::test]
async fn an_error_without_an_answer_has_neither_request_nor_response() {
    let script = Script::new(vec![]);
    let said = run(
        &signed_in(&script),
        "runtime.get",
        json!({"ResourceGroupName": "rg", "DataFactoryName": "-"}),
    )
    .await;
    let frame = error(&said);
    assert_eq!(
        frame["exception"],
        "System.Management.Automation.PSArgumentException"
    );
    assert_eq!(frame["parameter"], "DataFactoryName");
    assert_eq!(frame["data"], json!({}));
    assert!(frame.get("request").is_none() && frame.get("response").is_none());
}
