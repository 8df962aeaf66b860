//! What is sent again, when, and what is not.

use std::time::Duration;

use crate::support::{
    Answer, Script, bare, fails, ok, run, runtime, runtime_with, self_hosted, signed_in,
};
use serde_json::json;

#[tokio::test]
async fn waits_as_long_as_retry_after_says_in_seconds() {
    let script = Script::new(vec![bare(429, "retry-after", "7"), ok(self_hosted("ir-a"))]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert_eq!(script.slept(), [Duration::from_secs(7)]);
    assert_eq!(said.objects.len(), 1);
    assert_eq!(
        said.messages("verbose"),
        ["The service answered GET with HTTP status 429; trying again in 7.0 s."]
    );
}

#[tokio::test]
async fn waits_until_the_date_in_retry_after() {
    let date = "Sun, 09 Sep 2001 01:46:49 GMT";
    let script = Script::new(vec![
        bare(503, "retry-after", date),
        ok(self_hosted("ir-a")),
    ]);
    run(&signed_in(&script), "runtime.get", runtime()).await;
    assert_eq!(script.slept(), [Duration::from_secs(9)]);
}

#[tokio::test]
async fn gives_up_after_three_repetitions_with_the_services_words() {
    let script = Script::new(
        (0..4)
            .map(|_| fails(500, "InternalError", "Sorry."))
            .collect(),
    );
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert_eq!(script.sent().len(), 4);
    assert!(said.error().starts_with(
        "HTTP Status Code: InternalServerError\nError Code: InternalError\nError Message: Sorry.\nRequest Id: \
         request-1\nTimestamp (Utc):09/09/2001"
    ));
}

#[tokio::test]
async fn a_new_key_is_not_asked_for_twice_when_the_first_request_may_have_arrived() {
    for answer in [fails(503, "Busy", "Busy."), Answer::Dropped] {
        let script = Script::new(vec![answer, ok(json!({"authKey1": "k"}))]);
        let arguments = runtime_with(json!({"KeyName": "authKey1", "Force": true}));
        let said = run(&signed_in(&script), "key.new", arguments).await;
        assert_eq!(script.sent().len(), 1);
        assert!(said.secrets.is_empty());
    }
}

#[tokio::test]
async fn a_new_key_is_asked_for_again_when_the_request_never_left() {
    let script = Script::new(vec![Answer::Unreachable, ok(json!({"authKey1": "k"}))]);
    let arguments = runtime_with(json!({"KeyName": "authKey1", "Force": true}));
    let said = run(&signed_in(&script), "key.new", arguments).await;
    assert_eq!(said.secrets, [("AuthKey1".to_owned(), "k".to_owned())]);
}

#[tokio::test]
async fn an_unknown_outcome_of_a_write_says_so() {
    let script = Script::new(vec![Answer::Dropped]);
    let arguments = runtime_with(json!({"KeyName": "authKey1", "Force": true}));
    let said = run(&signed_in(&script), "key.new", arguments).await;
    assert_eq!(
        said.error(),
        "The connection to https://management.azure.com broke before the answer to POST was complete: connection \
         reset. Whether the service did what was asked is not known: look before trying again."
    );
}

#[tokio::test]
async fn an_unreachable_service_is_named() {
    let script = Script::new((0..4).map(|_| Answer::Unreachable).collect());
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert_eq!(
        said.error(),
        "https://management.azure.com could not be reached: connection refused. Check the network, the proxy \
         ($env:HTTPS_PROXY) and the name; nothing was sent."
    );
}

#[tokio::test]
async fn a_wait_of_hours_is_left_to_the_user() {
    let script = Script::new(vec![bare(429, "retry-after", "7200")]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert!(script.slept().is_empty());
    assert!(
        said.error()
            .starts_with("HTTP Status Code: TooManyRequests\n")
    );
}

#[tokio::test]
async fn a_wait_beyond_the_calendar_is_left_to_the_user_too() {
    for asked in [u64::MAX, u64::MAX / 2, 253_402_300_800] {
        let script = Script::new(vec![bare(429, "retry-after", &asked.to_string())]);
        let library = signed_in(&script);
        let said = run(&library, "runtime.get", runtime()).await;
        assert!(script.slept().is_empty());
        assert!(
            said.error()
                .starts_with("HTTP Status Code: TooManyRequests\n"),
            "{asked}: {}",
            said.error()
        );
    }
}

#[tokio::test]
async fn the_next_read_waits_when_the_service_has_no_room_left() {
    let spent = Answer::Reply(
        200,
        vec![("x-ms-ratelimit-remaining-subscription-reads", "0".into())],
        self_hosted("ir-a").to_string(),
    );
    let script = Script::new(vec![spent, ok(self_hosted("ir-a"))]);
    let library = signed_in(&script);
    run(&library, "runtime.get", runtime()).await;
    assert!(script.slept().is_empty());
    run(&library, "runtime.get", runtime()).await;
    // Reads come back at 25 a second.
    assert_eq!(script.slept(), [Duration::from_millis(40)]);
}

#[tokio::test]
async fn a_post_waits_where_its_answer_named_the_reads() {
    let status = json!({"properties": {"type": "SelfHosted", "state": "Online"}});
    let spent = Answer::Reply(
        200,
        vec![("x-ms-ratelimit-remaining-subscription-reads", "0".into())],
        status.to_string(),
    );
    // A removal asks for the status (POST), then removes.
    let script = Script::new(vec![spent, bare(200, "x", "y"), ok(self_hosted("ir-a"))]);
    let library = signed_in(&script);
    let arguments = runtime_with(json!({"Force": true}));
    run(&library, "runtime.remove", arguments).await;
    assert!(script.slept().is_empty(), "a removal is not a read");
    run(&library, "runtime.get", runtime()).await;
    assert_eq!(script.slept(), [Duration::from_millis(40)]);
}
