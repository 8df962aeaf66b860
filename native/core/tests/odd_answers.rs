//! Answers that are well-formed JSON and still not what the protocol says: an error in words, or the raw value.

use crate::support::{
    Answer, SUBSCRIPTION, Script, TENANT, bare, fails, library, ok, run, runtime, runtime_with,
    self_hosted, signed_in,
};
use serde_json::{Value, json};

const NONE: [Value; 3] = [Value::Null, Value::Bool(true), Value::String(String::new())];

#[tokio::test]
async fn a_redirection_is_not_followed_and_is_no_success() {
    for status in [301, 302, 307, 308] {
        let script = Script::new(vec![bare(status, "location", "https://evil.example/x")]);
        let said = run(&signed_in(&script), "runtime.get", runtime()).await;
        assert_eq!(script.sent().len(), 1);
        assert!(said.objects.is_empty());
        assert!(
            said.error()
                .starts_with("The service answered with a redirection"),
            "{}",
            said.error()
        );
    }
}

#[tokio::test]
async fn what_is_no_object_is_no_runtime() {
    for body in NONE {
        let script = Script::new(vec![ok(body.clone())]);
        let said = run(&signed_in(&script), "runtime.get", runtime()).await;
        assert!(said.objects.is_empty());
        assert!(said.error().contains("JSON but no resource"), "{body}");
    }
}

#[tokio::test]
async fn a_put_that_is_not_answered_with_the_resource_says_that_it_was_made() {
    let script = Script::new(vec![ok(self_hosted("ir-a")), ok(Value::Null)]);
    let arguments = runtime_with(json!({"Description": "d", "Force": true}));
    let said = run(&signed_in(&script), "runtime.set", arguments).await;
    assert_eq!(script.order(), ["GET ir-a", "PUT ir-a"]);
    assert!(said.objects.is_empty());
    assert!(said.error().contains("accepted the change"));
}

#[tokio::test]
async fn a_status_without_properties_is_none() {
    for operation in ["runtime.get", "runtime.wait", "node.get"] {
        // The two requests are sent at once, in any order: both get the same.
        let answer = json!({"name": "ir-a"});
        let script = Script::new(vec![ok(answer.clone()), ok(answer)]);
        let arguments = match operation {
            "node.get" => json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a",
                "IntegrationRuntimeName": "ir-a", "Name": "n"}),
            _ => runtime_with(json!({"Status": true})),
        };
        let said = run(&signed_in(&script), operation, arguments).await;
        assert!(said.objects.is_empty(), "{operation}");
        let told = said.error();
        let wanted = "The answer of the service is JSON but no resource: it has no 'properties' (HTTP status 200).";
        assert!(told.starts_with(wanted), "{operation}: {told}");
    }
}

/// Answers that are objects, and cannot be the resource that was asked for.
fn no_resources() -> Vec<(Value, &'static str)> {
    vec![
        (json!({"value": [self_hosted("ir-a")]}), "name"),
        (json!({}), "name"),
        (json!({"id": 7, "name": "x", "properties": {}}), "id"),
        (json!({"id": "/x", "name": 5, "properties": {}}), "name"),
        (json!({"id": "/x", "name": "", "properties": {}}), "name"),
        (json!({"id": "/x", "name": "x"}), "properties"),
        (
            json!({"id": "/x", "name": "x", "properties": []}),
            "properties",
        ),
        (
            json!({"id": "/x", "name": "x", "properties": "y"}),
            "properties",
        ),
    ]
}

#[tokio::test]
async fn an_answer_without_the_resources_members_is_no_resource() {
    let factory = json!({"ResourceGroupName": "rg", "Name": "adf-a"});
    let workspace = json!({"ResourceGroupName": "rg", "Name": "ws-a"});
    let account = json!({"ResourceGroupName": "rg", "Name": "pv-a"});
    for (operation, arguments) in [
        ("runtime.get", runtime()),
        ("factory.get", factory),
        ("synapse.workspace.get", workspace),
        ("purview.account.get", account),
    ] {
        for (body, missing) in no_resources() {
            let script = Script::new(vec![ok(body.clone())]);
            let said = run(&signed_in(&script), operation, arguments.clone()).await;
            assert!(said.objects.is_empty(), "{operation} {body}");
            assert_eq!(
                said.error(),
                format!(
                    "The answer of the service is JSON but no resource: it has no '{missing}' (HTTP status 200). \
                     Something between this computer and Azure may have changed it: check proxies, then try again."
                ),
                "{operation} {body}"
            );
        }
        let script = Script::new(vec![ok(json!([]))]);
        let said = run(&signed_in(&script), operation, arguments).await;
        assert!(said.objects.is_empty(), "{operation}");
        assert!(said.error().contains("JSON but no resource"));
    }
}

#[tokio::test]
async fn a_write_that_is_answered_with_something_else_says_that_it_was_accepted() {
    for (body, _) in no_resources() {
        let script = Script::new(vec![ok(self_hosted("ir-a")), ok(body.clone())]);
        let arguments = runtime_with(json!({"Description": "d", "Force": true}));
        let said = run(&signed_in(&script), "runtime.set", arguments).await;
        assert!(said.objects.is_empty(), "{body}");
        assert!(said.error().contains("accepted the change"), "{body}");

        let script = Script::new(vec![
            fails(404, "ResourceNotFound", "Missing."),
            ok(body.clone()),
        ]);
        let arguments = json!({"ResourceGroupName": "rg", "Name": "adf-a", "Location": "eastus", "Force": true});
        let said = run(&signed_in(&script), "factory.set", arguments).await;
        assert!(said.objects.is_empty(), "{body}");
        assert!(said.error().contains("accepted the change"), "{body}");
    }
}

#[tokio::test]
async fn what_is_no_status_keys_metrics_or_connection_information_makes_no_object() {
    for body in [json!({"value": [{}]}), json!([]), json!({})] {
        for (operation, more) in [
            ("key.get", json!({})),
            ("metric.get", json!({})),
            ("connection.get", json!({})),
        ] {
            let script = Script::new(vec![ok(body.clone())]);
            let said = run(&signed_in(&script), operation, runtime_with(more)).await;
            assert!(said.objects.is_empty(), "{operation} {body}");
            assert_eq!(said.messages("error").len(), 1, "{operation} {body}");
        }
        let script = Script::new(vec![ok(body.clone()), ok(body.clone())]);
        let arguments = json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a", "IntegrationRuntimeName": "ir-a",
            "Name": "node-1", "ConcurrentJobsLimit": 2});
        let said = run(&signed_in(&script), "node.update", arguments).await;
        assert!(said.objects.is_empty(), "{body}");
        assert_eq!(said.messages("error").len(), 1, "{body}");
    }
}

#[tokio::test]
async fn unknown_members_and_odd_types_inside_properties_break_nothing() {
    let mut odd = self_hosted("ir-a");
    odd["new"] = json!({"x": [1, null]});
    odd["etag"] = json!(5);
    odd["properties"]["description"] = json!({"text": "d"});
    odd["properties"]["typeProperties"] = json!([1, 2]);
    let script = Script::new(vec![ok(odd)]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    assert!(said.objects[0].contains(".Name='ir-a';"));
}

#[tokio::test]
async fn an_interim_answer_is_none() {
    let script = Script::new(vec![bare(101, "upgrade", "websocket")]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert!(said.objects.is_empty());
    assert!(
        said.error().starts_with(
            "The service answered with HTTP status 101, which announces something else and is no answer."
        ),
        "{}",
        said.error()
    );
}

#[tokio::test]
async fn a_list_of_empty_pages_without_end_ends() {
    let pages: Vec<_> = (0..200)
        .map(|page| {
            ok(json!({"value": [], "nextLink":
                format!("https://management.azure.com/subscriptions/{SUBSCRIPTION}/next?page={page}")}))
        })
        .collect();
    let script = Script::new(pages);
    let arguments = json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a"});
    let said = run(&signed_in(&script), "runtime.get", arguments).await;
    assert_eq!(script.sent().len(), 100);
    assert_eq!(
        said.error(),
        "The service's list had 100 pages in a row without members and says that there are more. It was not read \
         further. Try again; if the error persists, the service has changed."
    );
}

#[tokio::test]
async fn one_odd_status_costs_a_list_nothing_else() {
    let good = json!({"name": "ir", "properties": {"state": "Online", "typeProperties": {}}});
    let script = Script::new(vec![
        ok(json!({"value": [self_hosted("ir-a"), self_hosted("ir-b"), self_hosted("ir-c")]})),
        ok(good.clone()),
        ok(json!(5)),
        ok(good),
    ]);
    let arguments = json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a", "Status": true});
    let said = run(&signed_in(&script), "runtime.get", arguments).await;
    let all = said.objects.join("");
    for name in ["ir-a", "ir-b", "ir-c"] {
        assert!(all.contains(&format!(".Name='{name}';")), "{name}\n{all}");
    }
    assert_eq!(all.matches(".State='Online';").count(), 2);
    assert_eq!(said.messages("error").len(), 1);
}

#[tokio::test]
async fn members_of_a_list_that_are_no_objects_keep_their_raw_value() {
    let script = Script::new(vec![ok(
        json!({"value": ["text", 7, null, self_hosted("ir-a")]}),
    )]);
    let arguments = json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a"});
    let said = run(&signed_in(&script), "runtime.get", arguments).await;
    let all = said.objects.join("");
    for text in [".Properties='text';", ".Properties=7;", ".Name='ir-a';"] {
        assert!(all.contains(text), "{text}\n{all}");
    }
}

#[tokio::test]
async fn an_answer_without_keys_is_told() {
    for operation in ["key.get", "key.new"] {
        for body in [json!({}), json!({"authKey1": 5}), Value::Null] {
            let script = Script::new(vec![ok(body)]);
            let arguments = runtime_with(json!({"KeyName": "AuthKey1", "Force": true}));
            let said = run(&signed_in(&script), operation, arguments).await;
            assert!(said.objects.is_empty());
            assert!(said.error().contains("has no authentication key"));
        }
    }
}

#[tokio::test]
async fn metrics_that_are_no_object_are_told() {
    for body in NONE {
        let script = Script::new(vec![ok(body)]);
        let said = run(&signed_in(&script), "metric.get", runtime()).await;
        assert!(said.objects.is_empty());
        assert!(
            said.error()
                .contains("metrics of integration runtime 'ir-a'")
        );
    }
}

#[tokio::test]
async fn a_version_that_no_header_can_hold_is_refused_before_it_is_sent() {
    let script = Script::new(vec![ok(self_hosted("ir-a"))]);
    let arguments = runtime_with(json!({"Description": "d", "IfMatch": "a\nb", "Force": true}));
    let said = run(&signed_in(&script), "runtime.set", arguments).await;
    assert_eq!(script.order(), ["GET ir-a"]);
    assert!(said.error().starts_with("-IfMatch is not a version"));
    let script = Script::new(vec![]);
    let arguments = runtime_with(json!({"IfNoneMatch": "\u{e4}"}));
    let said = run(&signed_in(&script), "runtime.get", arguments).await;
    assert!(script.sent().is_empty());
    assert!(said.error().starts_with("-IfNoneMatch is not a version"));
}

#[tokio::test]
async fn a_services_words_are_shown_as_text_and_cut() {
    let message = format!("\u{1b}]0;owned\u{7}\u{1b}[2J{}", "x".repeat(300_000));
    let code = format!("Odd\u{9b}31m{}", "C".repeat(300_000));
    let script = Script::new(vec![fails(400, &code, &message)]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    let told = said.error();
    assert!(told.len() < 6000, "{}", told.len());
    assert!(
        told.contains("Error Message: \\u001b]0;owned\\u0007\\u001b[2Jxxx"),
        "{told}"
    );
    assert!(told.contains("more characters)"));
    assert!(told.contains("Error Code: Odd\\u009b31mCCC"));
    let error = said
        .frames
        .iter()
        .find(|own| own["frame"] == "error")
        .unwrap();
    assert!(error["data"]["ServiceCode"].as_str().unwrap().len() < 300);
    for frame in &said.frames {
        let text = frame.to_string();
        assert!(
            !text.contains("\\u001b[") || text.contains("\\\\u001b["),
            "{text}"
        );
    }
}

#[tokio::test]
async fn a_services_words_are_shown_as_text_in_warnings_and_progress_too() {
    let device = ok(
        json!({"device_code": "c", "interval": 1, "expires_in": 900, "message": "Type \u{1b}[8mABC."}),
    );
    let script = Script::new(vec![device]);
    let said = run(
        &library(&script),
        "account.connect",
        json!({"UseDeviceAuthentication": true, "Tenant": TENANT}),
    )
    .await;
    assert_eq!(said.messages("warning"), ["Type \\u001b[8mABC."]);
}

#[tokio::test]
async fn a_list_that_is_cut_off_is_no_completion_and_is_not_remembered() {
    let arguments =
        json!({"Kind": "runtime", "ResourceGroupName": "rg", "DataFactoryName": "adf-a"});
    let whole = json!({"value": [self_hosted("ir-a"), self_hosted("ir-\u{1b}[2J")]});
    let script = Script::new(vec![
        Answer::Reply(200, vec![], whole.to_string()[..40].to_owned()),
        ok(whole),
    ]);
    let library = signed_in(&script);
    let said = run(&library, "completion.get", arguments.clone()).await;
    assert!(said.messages("error").is_empty() && said.results.is_empty());
    let said = run(&library, "completion.get", arguments).await;
    assert_eq!(said.results.len(), 1, "{:?}", said.objects);
}
