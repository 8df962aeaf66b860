//! `Invoke-AzRestMethod`: where a request goes, with whose token, and how it waits.

use crate::support::{
    Answer, SUBSCRIPTION, Script, TENANT, bare, fails, frames::Item, ok, run, run_answering,
    run_request, sign_in, signed_in,
};
use azir_azure::{
    auth::{Credential, access_token::AccessToken},
    secret::Secret,
};
use serde_json::{Value, json};

const PATH: &str = "/subscriptions/s/resourceGroups/rg/providers/A.B/c/d?api-version=1";

fn member(item: &Item, name: &str) -> Item {
    let Item::Object(class, members) = item else {
        panic!("{item:?}")
    };
    assert_eq!(
        class,
        "Microsoft.Azure.Commands.Profile.Models.PSHttpResponse"
    );
    let found = members.iter().find(|(own, _)| own == name);
    found.map(|(_, value)| value.clone()).unwrap()
}

#[tokio::test]
async fn an_answer_is_the_result_whatever_its_status() {
    for (answer, status) in [
        (ok(json!({"key": "planted-key"})), 200),
        (fails(404, "NotFound", "It is not there."), 404),
    ] {
        let script = Script::new(vec![answer]);
        let said = run(&signed_in(&script), "rest.invoke", json!({"Path": PATH})).await;
        let sent = &script.sent()[0];
        assert_eq!(
            (sent.method.as_str(), sent.query.as_str()),
            ("GET", "api-version=1")
        );
        assert_eq!(said.messages("error"), [""; 0]);
        assert_eq!(said.questions(), [""; 0]);
        assert_eq!(member(&said.results[0], "StatusCode"), Item::Int32(status));
        assert_eq!(member(&said.results[0], "Method"), Item::Text("GET".into()));
        assert!(matches!(
            member(&said.results[0], "Content"),
            Item::SecretText(_)
        ));
        assert!(!said.everything().contains("planted-key"));
    }
}

#[tokio::test]
async fn a_payload_is_sent_as_it_is_after_a_question() {
    let text = "{ \"a\" : 1 }";
    let request = json!({"operation": "rest.invoke", "arguments": {"Path": PATH, "Method": "PUT", "Payload":
        {"secret": {"offset": 0, "length": text.len(), "encoding": "utf8"}}}});
    let script = Script::new(vec![ok(json!({}))]);
    let said = run_request(&signed_in(&script), &request, text.as_bytes(), &[]).await;
    assert_eq!(script.sent()[0].body, text);
    assert_eq!(said.questions(), ["PUT"]);
    let script = Script::default();
    let arguments = json!({"Path": PATH, "Method": "DELETE"});
    run_answering(&signed_in(&script), "rest.invoke", arguments, &[false]).await;
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn parameters_make_the_path() {
    let script = Script::new(vec![ok(json!({}))]);
    let arguments = json!({"ResourceGroupName": "rg", "ResourceProviderName": "A.B", "ResourceType": ["c", "e"],
        "Name": ["d"], "ApiVersion": "2018-06-01"});
    run(&signed_in(&script), "rest.invoke", arguments).await;
    let sent = &script.sent()[0];
    assert_eq!(
        sent.path,
        format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/A.B/c/d/e")
    );
    assert_eq!(sent.query, "api-version=2018-06-01");
}

#[tokio::test]
async fn no_token_goes_where_it_is_not_for() {
    let arm = "https://management.azure.com/";
    for (arguments, words) in [
        (json!({"Path": "subscriptions"}), "A path begins with '/'"),
        (
            json!({"Path": "@evil.example/x"}),
            "is not a path at Azure Resource Manager",
        ),
        (json!({"Uri": "x"}), "is not a complete address"),
        (
            json!({"Uri": "https://evil.example/x"}),
            "Cannot find resource id(audience) for authentication.",
        ),
        (
            json!({"Uri": "https://evil.example/x", "ResourceId": arm}),
            "The resource ID of Azure Resource Manager cannot be used for other endpoint.",
        ),
    ] {
        let script = Script::default();
        let said = run(&signed_in(&script), "rest.invoke", arguments.clone()).await;
        assert!(said.error().contains(words), "{arguments} {}", said.error());
        assert!(script.sent().is_empty());
    }
}

#[tokio::test]
async fn another_service_gets_a_token_of_its_own() {
    let script = Script::new(vec![ok(json!({})), ok(json!({}))]);
    let library = crate::support::library(&script);
    let vault = Secret::new("planted-vault-token".into());
    let credential = AccessToken::new(Secret::new("planted-arm-token".into()))
        .with("https://vault.azure.net/.default", vault);
    sign_in(&library, Credential::AccessToken(credential));
    for arguments in [
        json!({"Uri": "https://one.vault.azure.net/secrets?api-version=7.4"}),
        json!({"Uri": "https://odd.example/x", "ResourceId": "https://vault.azure.net"}),
    ] {
        let said = run(&library, "rest.invoke", arguments).await;
        assert_eq!(said.messages("error"), [""; 0]);
    }
    for sent in script.sent() {
        assert_eq!(
            sent.header("authorization"),
            Some("Bearer planted-vault-token")
        );
    }
    assert_eq!(TENANT.len(), 36);
}

fn state(text: &str) -> Answer {
    ok(json!({ "status": text }))
}

async fn waited(arguments: Value, answers: Vec<Answer>) -> (Vec<String>, crate::support::Said) {
    let script = Script::new(answers);
    let mut all = json!({"Path": PATH, "WaitForCompletion": true});
    for (name, value) in arguments.as_object().unwrap() {
        all[name] = value.clone();
    }
    let said = run(&signed_in(&script), "rest.invoke", all).await;
    assert_eq!(script.left(), 0);
    (script.order(), said)
}

#[tokio::test]
async fn it_waits_for_the_end_of_an_operation() {
    let operation = "https://management.azure.com/operations/1";
    let begun = || bare(202, "azure-asyncoperation", operation);
    let (order, said) = waited(
        json!({"Method": "PUT"}),
        vec![
            begun(),
            state("InProgress"),
            state("Succeeded"),
            ok(json!({"name": "d"})),
        ],
    )
    .await;
    assert_eq!(order, ["PUT d", "GET 1", "GET 1", "GET d"]);
    assert_eq!(said.results.len(), 1);

    let (order, _) = waited(
        json!({"Method": "DELETE"}),
        vec![
            bare(202, "location", operation),
            bare(202, "location", operation),
            bare(204, "x-ms-request-id", "r"),
        ],
    )
    .await;
    assert_eq!(order, ["DELETE d", "GET 1", "GET 1"]);

    let failed =
        ok(json!({"status": "Failed", "error": {"code": "Busy", "message": "It is busy."}}));
    let (_, said) = waited(json!({"Method": "POST"}), vec![begun(), failed]).await;
    assert!(said.error().contains("It is busy."), "{}", said.error());
}

#[tokio::test]
async fn what_is_done_at_once_is_shown_with_a_warning_and_a_foreign_address_is_refused() {
    let (_, said) = waited(json!({}), vec![ok(json!({}))]).await;
    assert_eq!(said.results.len(), 1);
    assert_eq!(
        said.messages("warning"),
        [
            "The -WaitForCompletion flag was specified, but the request does not appear to be a long-running \
             operation."
        ]
    );
    let elsewhere = bare(202, "location", "https://evil.example/1");
    let (_, said) = waited(json!({"Method": "POST"}), vec![elsewhere]).await;
    assert!(said.error().contains("at another host"), "{}", said.error());
    let begun = bare(202, "location", "https://management.azure.com/operations/1");
    let (_, said) = waited(
        json!({"Method": "POST", "PollFrom": "Azure-AsyncOperation"}),
        vec![begun],
    )
    .await;
    assert!(
        said.error()
            .contains("Polling header `Azure-AsyncOperation` is not present in the response."),
        "{}",
        said.error()
    );
}
