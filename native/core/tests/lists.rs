//! Pages: all of them, one at a time, and never to another host.

use crate::support::{Answer, SUBSCRIPTION, Script, ok, run, self_hosted, signed_in};
use serde_json::{Value, json};

fn arguments() -> Value {
    json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a"})
}

fn page(name: &str, next: Option<&str>) -> Answer {
    let mut page = json!({"value": [self_hosted(name)]});
    if let Some(next) = next {
        page["nextLink"] = json!(next);
    }
    ok(page)
}

#[tokio::test]
async fn all_pages_are_read_and_links_are_followed_word_by_word() {
    let next = "https://management.azure.com/next?api-version=2018-06-01&%24skipToken=a%2Bb";
    let script = Script::new(vec![page("ir-a", Some(next)), page("ir-b", None)]);
    let said = run(&signed_in(&script), "runtime.get", arguments()).await;
    assert_eq!(said.objects.len(), 2);
    assert_eq!(
        script.sent()[1].query,
        "api-version=2018-06-01&%24skipToken=a%2Bb"
    );
}

#[tokio::test]
async fn a_link_to_another_host_gets_no_token() {
    for next in [
        "https://evil.example/next",
        "https://management.azure.com:444/",
        "http://management.azure.com/",
    ] {
        let script = Script::new(vec![page("ir-a", Some(next)), page("ir-b", None)]);
        let said = run(&signed_in(&script), "runtime.get", arguments()).await;
        assert_eq!(script.sent().len(), 1, "{next}");
        assert_eq!(said.objects.len(), 1);
        assert!(said.error().contains("continues at another host"), "{next}");
    }
    let script = Script::new(vec![page("ir-a", Some("https://evil.example/next"))]);
    assert_eq!(
        run(&signed_in(&script), "runtime.get", arguments())
            .await
            .error(),
        "The service's list continues at another host, 'evil.example'. It was not followed and no token was sent \
         there. The objects up to here are complete; the rest is missing."
    );
}

#[tokio::test]
async fn a_list_that_goes_round_in_circles_ends() {
    let first = format!(
        "https://management.azure.com/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/\
         factories/adf-a/integrationRuntimes?api-version=2018-06-01"
    );
    let script = Script::new(vec![page("ir-a", Some(&first)), page("ir-a", None)]);
    let said = run(&signed_in(&script), "runtime.get", arguments()).await;
    assert_eq!(
        said.error(),
        "The service's list continues at a page that was read already."
    );
}

#[tokio::test]
async fn a_page_that_is_no_json_or_no_list_is_told() {
    let script = Script::new(vec![Answer::Reply(200, vec![], "<html>".into())]);
    let said = run(&signed_in(&script), "runtime.get", arguments()).await;
    assert!(
        said.error()
            .starts_with("The answer of the service is not JSON (HTTP status 200, 6 bytes,")
    );
    let script = Script::new(vec![ok(json!({"items": []}))]);
    let said = run(&signed_in(&script), "runtime.get", arguments()).await;
    assert_eq!(
        said.error(),
        "The service's list has no 'value'. Try again; if the error persists, the service has changed."
    );
}

#[tokio::test]
async fn an_empty_list_is_nothing() {
    let script = Script::new(vec![ok(json!({"value": []}))]);
    let said = run(&signed_in(&script), "runtime.get", arguments()).await;
    assert!(said.objects.is_empty());
    assert!(said.messages("error").is_empty());
}
