//! Answers that are well-formed JSON and still not what the protocol says: an error in words, or the raw value.

use crate::support::{Script, bare, ok, run, runtime, runtime_with, self_hosted, signed_in};
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
        assert_eq!(
            said.error(),
            "The service's status of integration runtime 'ir-a' has no properties. Try again; if the error persists, \
             the service has changed.",
            "{operation}"
        );
    }
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
