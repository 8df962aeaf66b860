//! The summary that a check posts, and the address that it is posted to.

use super::*;

#[tokio::test]
async fn a_webhook_gets_the_summary_and_its_address_stays_secret() {
    let desk = Desk::new(vec![ok(json!({})), ok(json!({}))]);
    let said = desk.test(sick(), json!({"Webhook": HOOK})).await;
    let sent = desk.script.sent();
    assert_eq!(
        (sent[0].method.as_str(), sent[0].host.as_str()),
        ("POST", "contoso.webhook.office.com")
    );
    assert_eq!(sent[0].header("authorization"), None);
    assert_eq!(
        sent[0].json()["attachments"][0]["contentType"],
        "application/vnd.microsoft.card.adaptive"
    );
    assert!(
        !said.everything().contains("planted"),
        "{}",
        said.everything()
    );
    let said = desk
        .test(
            sick(),
            json!({"Webhook": "https://example.com/x", "ReportPath": []}),
        )
        .await;
    assert_eq!(said.messages("error"), [""; 0]);
    assert_eq!(desk.script.sent()[1].json()["summary"]["errors"], 1);
}

#[tokio::test]
async fn a_webhook_that_fails_names_its_host_only() {
    for (answer, words) in [
        (
            fails(410, "Gone", "It was removed."),
            "answered with status 410",
        ),
        (
            bare(302, "location", "https://elsewhere.example/"),
            "answered with status 302",
        ),
        (Answer::Dropped, "contoso.webhook.office.com"),
    ] {
        let desk = Desk::new(vec![answer]);
        let said = desk
            .test(sick(), json!({"Webhook": HOOK, "WebhookFormat": "Json"}))
            .await;
        let message = said.error();
        assert!(message.starts_with(
            "The message to the webhook at 'contoso.webhook.office.com' was not posted."
        ));
        assert!(message.contains(words), "{message}");
        assert!(
            !said.everything().contains("planted"),
            "{}",
            said.everything()
        );
        assert_eq!(error(&said)["terminating"], false);
        // What may have been posted is not posted again.
        assert_eq!(desk.script.sent().len(), 1);
        assert!(desk.script.sent()[0].body.contains("\"findings\""));
    }
}

#[tokio::test]
async fn a_secret_address_crosses_as_a_secret() {
    let desk = Desk::new(vec![ok(json!({}))]);
    let file = desk.keep("fleet.json", fleet());
    let request = json!({"operation": "fleet.test", "verbose": true, "debug": true, "arguments": {
        "FromSnapshot": file,
        "Webhook": {"secret": {"offset": 0, "length": HOOK.len(), "encoding": "utf8"}}}});
    let said = run_request(&desk.library(), &request, HOOK.as_bytes(), &[]).await;
    assert_eq!(said.messages("error"), [""; 0]);
    assert_eq!(desk.script.sent().len(), 1);
    assert!(!said.everything().contains("planted"));
}
