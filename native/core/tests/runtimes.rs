//! The flows of the runtime cmdlets: which requests in which order, what is asked, what is written.

use crate::support::{
    Answer, SUBSCRIPTION, Script, fails, ok, run, run_answering, runtime, runtime_with,
    self_hosted, signed_in,
};
use serde_json::{Value, json};

const MISSING: &str = "The document could not be retrieved because it does not exist.";

fn shared_id(factory: &str, name: &str) -> String {
    format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/{factory}/\
         integrationruntimes/{name}"
    )
}

fn factory(tenant: &str) -> Value {
    json!({"name": "f", "location": "EastUS", "identity": {"type": "SystemAssigned",
        "principalId": "99999999-9999-4999-8999-999999999999", "tenantId": tenant}, "properties": {}})
}

#[tokio::test]
async fn a_new_runtime_is_looked_for_then_written_without_a_question() {
    let script = Script::new(vec![
        fails(404, "NotFound", MISSING),
        ok(self_hosted("ir-a")),
    ]);
    let arguments = runtime_with(json!({"Type": "selfhosted", "Description": "d"}));
    let said = run(&signed_in(&script), "runtime.set", arguments).await;
    assert_eq!(script.order(), ["GET ir-a", "PUT ir-a"]);
    let put = &script.sent()[1];
    assert_eq!(
        put.body,
        r#"{"properties":{"type":"SelfHosted","description":"d"}}"#
    );
    assert_eq!(put.header("if-match"), None);
    assert_eq!(put.header("commandname"), Some("Test-Cmdlet"));
    assert_eq!(
        said.questions(),
        ["Creating integration runtime 'ir-a' in data factory 'adf-a'."]
    );
    assert!(said.objects[0].contains("PSSelfHostedIntegrationRuntime"));
}

#[tokio::test]
async fn a_change_keeps_what_it_does_not_know_and_carries_the_version_read() {
    let mut existing = self_hosted("ir-a");
    existing["properties"]["state"] = json!("Initial");
    existing["properties"]["future"] = json!({"x": [1, null]});
    let script = Script::new(vec![ok(existing), ok(self_hosted("ir-a"))]);
    let arguments = runtime_with(json!({"Description": "new"}));
    let said = run(&signed_in(&script), "runtime.set", arguments).await;
    let put = &script.sent()[1];
    assert_eq!(put.header("if-match"), Some("etag-1"));
    assert_eq!(
        put.json(),
        json!({"properties": {"type": "SelfHosted", "description": "new", "future": {"x": [1, null]}}})
    );
    assert_eq!(
        said.questions()[1],
        "An integration runtime with the name ir-a in the data factory adf-a exists. \nContinuing execution may \
         overwrite the existing one. \nAre you sure you want to continue?"
    );
}

#[tokio::test]
async fn declining_writes_nothing_and_answers_null() {
    for answers in [vec![false], vec![true, false]] {
        let script = Script::new(vec![ok(self_hosted("ir-a"))]);
        let arguments = runtime_with(json!({"Description": "new"}));
        let said = run_answering(&signed_in(&script), "runtime.set", arguments, &answers).await;
        assert_eq!(script.order(), ["GET ir-a"]);
        assert!(said.objects[0].ends_with("null"));
    }
}

#[tokio::test]
async fn confirm_false_silences_the_question_and_force_does_too() {
    for silent in [json!({"Confirm": false}), json!({"Force": true})] {
        let script = Script::new(vec![ok(self_hosted("ir-a")), ok(self_hosted("ir-a"))]);
        let said = run(&signed_in(&script), "runtime.set", runtime_with(silent)).await;
        assert_eq!(said.questions().len(), 1);
        assert_eq!(script.order(), ["GET ir-a", "PUT ir-a"]);
    }
}

#[tokio::test]
async fn a_lost_race_overwrites_nothing_and_says_so() {
    let script = Script::new(vec![
        ok(self_hosted("ir-a")),
        fails(412, "PreconditionFailed", "The etag does not match."),
    ]);
    let said = run(
        &signed_in(&script),
        "runtime.set",
        runtime_with(json!({"Force": true})),
    )
    .await;
    assert!(said.error().contains(
        "Error Message: Integration runtime 'ir-a' in data factory 'adf-a' was changed since it was read. Nothing was \
         overwritten. Run the command again to apply it to what is there now.\n"
    ));
}

#[tokio::test]
async fn wrong_combinations_are_refused_in_upstreams_words_and_nothing_is_written() {
    let managed = json!({"name": "ir-a", "properties": {"type": "Managed", "typeProperties": {}}});
    let cases: Vec<(Value, Vec<Answer>, &str)> = vec![
        (
            json!({"Type": "managed", "AuthKey": "IR@x"}),
            vec![],
            "Only self-hosted integration runtime can be shared.",
        ),
        (
            json!({}),
            vec![fails(404, "NotFound", MISSING)],
            "Pramater 'Type' must be provided when creating new integration runtime.",
        ),
        (
            json!({"Type": "SelfHosted"}),
            vec![ok(managed.clone())],
            "The value for pramater 'Type' is different with existing integration runtime with name ir-a.",
        ),
        (
            json!({"AuthKey": "IR@x"}),
            vec![ok(self_hosted("ir-a"))],
            "Updating the authentication key of linked integration runtime 'ir-a' is not allowed.",
        ),
        (
            json!({"SharedIntegrationRuntimeResourceId": shared_id("adf-b", "ir-b")}),
            vec![ok(managed)],
            "Only self-hosted integration runtime can be shared.",
        ),
        (
            json!({"AuthKey": "**********", "Type": "SelfHosted"}),
            vec![],
            "The secret in 'AuthKey' is only asterisks, which is how Azure shows a secret that it keeps. Give the \
             secret itself, or leave the parameter out to keep the present one.",
        ),
    ];
    for (arguments, answers, text) in cases {
        let script = Script::new(answers);
        let said = run(&signed_in(&script), "runtime.set", runtime_with(arguments)).await;
        assert_eq!(said.error(), text);
        assert!(script.sent().iter().all(|sent| sent.method == "GET"));
        assert_eq!(script.left(), 0);
    }
}

#[tokio::test]
async fn a_missing_factory_is_not_taken_for_a_missing_runtime() {
    let text = "The Resource 'Microsoft.DataFactory/factories/adf-a' under resource group 'rg' was not found.";
    let script = Script::new(vec![fails(404, "ResourceNotFound", text)]);
    let said = run(
        &signed_in(&script),
        "runtime.set",
        runtime_with(json!({"Type": "SelfHosted"})),
    )
    .await;
    assert!(said.error().contains(text));
    // The second one looks whether it is a workspace that was meant, the third for names that are near.
    assert_eq!(script.order(), ["GET ir-a", "GET adf-a", "GET factories"]);
    assert!(
        script.sent()[1]
            .path
            .ends_with("/Microsoft.Synapse/workspaces/adf-a")
    );
}

#[tokio::test]
async fn a_link_is_written_when_everything_is_in_place() {
    let role =
        json!({"properties": {"roleDefinitionId": "/x/b24988ac-6180-42a0-ab88-20f7382dd24c"}});
    let script = Script::new(vec![
        fails(404, "NotFound", MISSING),
        ok(factory("t")),
        ok(self_hosted("ir-b")),
        ok(factory("T")),
        ok(json!({"value": [role]})),
        ok(self_hosted("ir-a")),
    ]);
    let id = shared_id("adf-b", "ir-b");
    let arguments =
        runtime_with(json!({"Type": "SelfHosted", "SharedIntegrationRuntimeResourceId": id}));
    run(&signed_in(&script), "runtime.set", arguments).await;
    assert_eq!(
        script.order(),
        [
            "GET ir-a",
            "GET adf-a",
            "GET ir-b",
            "GET adf-b",
            "GET roleAssignments",
            "PUT ir-a"
        ]
    );
    assert_eq!(
        script.sent()[5].json(),
        json!({"properties": {"type": "SelfHosted", "typeProperties": {"linkedInfo":
            {"authorizationType": "RBAC", "resourceId": id}}}})
    );
}

#[tokio::test]
async fn a_link_that_would_fail_is_refused_with_the_cure_and_nothing_is_written() {
    let linked = json!({"name": "ir-b", "properties": {"type": "SelfHosted", "typeProperties":
        {"linkedInfo": {"authorizationType": "Rbac"}}}});
    let no_identity = json!({"location": "EastUS", "identity": null, "properties": {}});
    let wrong_tenant = "The access token is from the wrong issuer.";
    let new = || fails(404, "NotFound", MISSING);
    let cases: Vec<(Vec<Answer>, &str)> = vec![
        (
            vec![
                new(),
                ok(no_identity),
                ok(self_hosted("ir-b")),
                ok(factory("t")),
            ],
            "Data factory 'adf-a' has no managed identity, so nothing can be shared with it. Give it one with: \
             Set-AzDataFactoryV2 -ResourceGroupName 'rg' -Name 'adf-a' -Location 'EastUS' -IdentityType \
             SystemAssigned -Force. Nothing was changed.",
        ),
        (
            vec![
                new(),
                ok(factory("t")),
                fails(401, "InvalidAuthenticationTokenTenant", wrong_tenant),
                fails(401, "InvalidAuthenticationTokenTenant", wrong_tenant),
            ],
            "Data factory 'adf-a' and the shared integration runtime 'ir-b' of data factory 'adf-b' are in different \
             tenants. Sharing works within one tenant only: create a self-hosted integration runtime in this \
             tenant. Nothing was changed.",
        ),
        (
            vec![
                new(),
                ok(factory("t")),
                ok(self_hosted("ir-b")),
                ok(factory("other")),
            ],
            "Data factory 'adf-a' and the shared integration runtime 'ir-b' of data factory 'adf-b' are in different \
             tenants. Sharing works within one tenant only: create a self-hosted integration runtime in this \
             tenant. Nothing was changed.",
        ),
        (
            vec![new(), ok(factory("t")), ok(linked), ok(factory("t"))],
            "Integration runtime 'ir-b' of data factory 'adf-b' is itself linked to another one. Give the resource \
             id of the one that has the nodes. Nothing was changed.",
        ),
        (
            vec![ok(self_hosted("ir-a"))],
            "Integration runtime 'ir-a' in data factory 'adf-a' exists and is not a linked one. Turning it into one \
             would cut off its nodes. Choose another name, or remove it first. Nothing was changed.",
        ),
    ];
    for (answers, text) in cases {
        let script = Script::new(answers);
        let id = shared_id("adf-b", "ir-b");
        let arguments =
            runtime_with(json!({"Type": "SelfHosted", "SharedIntegrationRuntimeResourceId": id}));
        let said = run(&signed_in(&script), "runtime.set", arguments).await;
        assert_eq!(said.error(), text.replace("{id}", &id));
        assert!(script.sent().iter().all(|sent| sent.method == "GET"));
        assert_eq!(script.left(), 0, "{text}");
    }
}

#[tokio::test]
async fn removing_names_the_links_in_its_question() {
    let status = json!({"name": "ir-a", "properties": {"dataFactoryName": "adf-a", "typeProperties": {"links":
        [{"name": "ir-x", "dataFactoryName": "adf-x"}]}}});
    let script = Script::new(vec![ok(status.clone())]);
    let said = run_answering(
        &signed_in(&script),
        "runtime.remove",
        runtime(),
        &[true, false],
    )
    .await;
    assert_eq!(
        said.questions()[1],
        "Integration runtime 'ir-a' is shared: linked integration runtime 'ir-x' in data factory 'adf-x' will stop \
         working.\nAre you sure you want to remove integration runtime 'ir-a' in data factory 'adf-a'?"
    );
    assert_eq!(script.order(), ["POST getStatus"]);

    let script = Script::new(vec![ok(status), Answer::Reply(200, vec![], String::new())]);
    let said = run(
        &signed_in(&script),
        "runtime.remove",
        runtime_with(json!({"Force": true})),
    )
    .await;
    assert_eq!(said.messages("warning").len(), 1);
    assert_eq!(script.order(), ["POST getStatus", "DELETE ir-a"]);
}

#[tokio::test]
async fn removing_what_is_not_there_is_a_warning() {
    let script = Script::new(vec![
        fails(404, "NotFound", MISSING),
        Answer::Reply(204, vec![], String::new()),
    ]);
    let said = run(
        &signed_in(&script),
        "runtime.remove",
        runtime_with(json!({"Force": true})),
    )
    .await;
    assert_eq!(
        said.messages("warning"),
        ["Integration runtime 'ir-a' does not exist in the data factory 'adf-a'."]
    );
    assert!(said.messages("error").is_empty());
}

#[tokio::test]
async fn unlinking_sends_the_factorys_bare_name_also_for_its_id() {
    let id = format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/adf-x"
    );
    for given in ["adf-x", id.as_str()] {
        let script = Script::new(vec![Answer::Reply(200, vec![], String::new())]);
        let arguments = runtime_with(json!({"LinkedDataFactoryName": given, "Force": true}));
        run(&signed_in(&script), "runtime.remove", arguments).await;
        assert_eq!(script.order(), ["POST removeLinks"]);
        assert_eq!(script.sent()[0].body, r#"{"factoryName":"adf-x"}"#);
    }
}

#[tokio::test]
async fn wrong_names_are_refused_before_any_request() {
    for (parameter, value, kind) in [
        ("Name", "a_b", "integration runtime"),
        ("DataFactoryName", "-adf", "data factory"),
    ] {
        let script = Script::new(vec![]);
        let said = run(
            &signed_in(&script),
            "runtime.get",
            runtime_with(json!({parameter: value})),
        )
        .await;
        assert!(said.error().starts_with(&format!(
            "'{value}' is not a valid {kind} name. A name has 3 to 63"
        )));
        assert!(script.sent().is_empty());
    }
}

#[tokio::test]
async fn the_subscription_in_an_id_is_used() {
    let script = Script::new(vec![ok(self_hosted("ir-a"))]);
    let id = "/subscriptions/44444444-4444-4444-8444-444444444444/resourceGroups/rg/providers/Microsoft.DataFactory/\
              factories/adf-a/integrationRuntimes/ir-a";
    run(
        &signed_in(&script),
        "runtime.get",
        json!({"ResourceId": id}),
    )
    .await;
    assert!(
        script.sent()[0]
            .path
            .starts_with("/subscriptions/44444444-")
    );
}

#[tokio::test]
async fn keys_cross_as_secrets_and_in_no_text() {
    let script = Script::new(vec![ok(
        json!({"authKey1": "IR@planted-1", "authKey2": "IR@planted-2"}),
    )]);
    let said = run(&signed_in(&script), "key.get", runtime()).await;
    assert_eq!(
        said.secrets,
        [
            ("AuthKey1".into(), "IR@planted-1".into()),
            ("AuthKey2".into(), "IR@planted-2".into())
        ]
    );
    assert!(!said.everything().contains("planted"));
}

#[tokio::test]
async fn a_new_key_asks_only_when_the_runtime_exists() {
    let arguments = runtime_with(json!({"KeyName": "AuthKey2"}));
    let script = Script::new(vec![ok(self_hosted("ir-a")), ok(json!({"authKey2": "k"}))]);
    let said = run(&signed_in(&script), "key.new", arguments.clone()).await;
    assert_eq!(
        said.questions(),
        [
            "Renegerate the authentication key 'AuthKey2' of integration runtime ir-a.",
            "Continuing execution will renegerate the authentication key 'AuthKey2' of integration runtime ir-a. This \
         operation will invalidate the existing authentication key.\nAre you sure you want to continue?",
        ]
    );
    assert_eq!(script.sent()[1].body, r#"{"keyName":"AuthKey2"}"#);
    let script = Script::new(vec![
        fails(404, "NotFound", MISSING),
        fails(404, "NotFound", MISSING),
    ]);
    let said = run(&signed_in(&script), "key.new", arguments).await;
    assert_eq!(said.questions().len(), 1);
    assert!(said.error().contains(MISSING));
}

#[tokio::test]
async fn one_odd_member_does_not_break_a_list() {
    let script = Script::new(vec![ok(json!({"value": [
        self_hosted("ir-a"), 5, null, {"name": "af", "properties": {"type": "Airflow"}},
        {"name": 7, "properties": {"type": "Managed", "typeProperties": []}}]}))]);
    let arguments = json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a"});
    let said = run(&signed_in(&script), "runtime.get", arguments).await;
    assert!(said.messages("error").is_empty());
    assert_eq!(
        said.objects[0].matches(".ResourceGroupName='rg';").count(),
        5
    );
}
