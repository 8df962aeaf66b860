//! What the service sends is read whatever its casing and types, and what Azure would do is not stopped.

use crate::support::{
    Answer, SUBSCRIPTION, Said, Script, TENANT,
    applications::{APP, subscriptions, token},
    bare, fails, ok, run, run_request, runtime, runtime_with, self_hosted, signed_in,
};
use serde_json::{Value, json};

fn managed(details: &Value) -> Value {
    json!({"name": "ir-a", "etag": "etag-1", "properties": {"type": "Managed", "typeProperties": details}})
}

async fn set(existing: Value, more: Value) -> (Script, Said) {
    let script = Script::new(vec![ok(existing), ok(self_hosted("ir-a"))]);
    let said = run(&signed_in(&script), "runtime.set", runtime_with(more)).await;
    (script, said)
}

#[tokio::test]
async fn numbers_that_came_as_texts_are_written_as_numbers() {
    let details = json!({"computeProperties":
        {"numberOfNodes": "2", "maxParallelExecutionsPerNode": "4", "location": "eastus"}});
    let more = json!({"Description": "x", "Force": true});
    let (script, said) = set(managed(&details), more).await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    assert_eq!(
        script.sent()[1].json()["properties"]["typeProperties"]["computeProperties"],
        json!({"numberOfNodes": 2, "maxParallelExecutionsPerNode": 4, "location": "eastus"})
    );
}

#[tokio::test]
async fn a_write_keeps_one_member_in_the_casing_that_came() {
    let details = json!({"ComputeProperties": {"Location": "West Europe", "Mine": 1}});
    let more = json!({"Location": "eastus", "NodeSize": "s", "Force": true});
    let (script, _) = set(managed(&details), more).await;
    assert_eq!(
        script.sent()[1].json()["properties"]["typeProperties"],
        json!({"ComputeProperties": {"Location": "eastus", "Mine": 1, "nodeSize": "s"}})
    );
}

#[tokio::test]
async fn members_of_the_resource_itself_are_found_in_any_casing() {
    let resource = json!({"Name": "ir-a", "ETag": "etag-9", "Properties": {"Type": "selfHosted", "STATE": "Online",
        "TypeProperties": {"mine": 1}}});
    let more = json!({"Description": "x", "Force": true});
    let (script, said) = set(resource, more).await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    let put = &script.sent()[1];
    assert_eq!(put.header("if-match"), Some("etag-9"));
    assert_eq!(
        put.json()["properties"],
        json!({"Type": "SelfHosted", "TypeProperties": {"mine": 1}, "description": "x"})
    );
}

#[tokio::test]
async fn an_error_is_read_in_any_casing() {
    let body = json!({"Error": {"Code": "Odd", "Message": "It is odd."}}).to_string();
    let script = Script::new(vec![Answer::Reply(400, vec![], body)]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert!(
        said.error()
            .contains("Error Code: Odd\nError Message: It is odd."),
        "{}",
        said.error()
    );
}

#[tokio::test]
async fn a_byte_order_mark_before_an_answer_is_passed_over() {
    let marked = |value: Value| Answer::Reply(200, vec![], format!("\u{FEFF}{value}"));
    let script = Script::new(vec![marked(self_hosted("ir-a"))]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    assert_eq!(said.objects.len(), 1);
}

#[tokio::test]
async fn a_node_is_found_in_any_casing() {
    let status = json!({"Properties": {"TypeProperties": {"Nodes": [{"NodeName": "n1", "Status": "Online"}]}}});
    let script = Script::new(vec![ok(self_hosted("ir-a")), ok(status)]);
    let arguments = json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a",
        "IntegrationRuntimeName": "ir-a", "Name": "n1"});
    let said = run(&signed_in(&script), "node.get", arguments).await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    assert_eq!(said.objects.len(), 1);
}

#[tokio::test]
async fn what_was_not_asked_for_is_not_sent_at_a_creation() {
    let missing = || fails(404, "NotFound", "Missing.");
    let script = Script::new(vec![missing(), ok(self_hosted("ir-a"))]);
    let arguments = runtime_with(json!({"Type": "Managed", "Force": true}));
    run(&signed_in(&script), "runtime.set", arguments).await;
    assert_eq!(
        script.sent()[1].json(),
        json!({"properties": {"type": "Managed"}})
    );

    let missing = fails(404, "ResourceNotFound", "Missing.");
    let script = Script::new(vec![missing, ok(json!({"name": "adf-a"}))]);
    let arguments = json!({"ResourceGroupName": "rg", "Name": "adf-a", "Location": "eastus"});
    run(&signed_in(&script), "factory.set", arguments).await;
    assert_eq!(script.sent()[1].json().get("properties"), None);
}

#[tokio::test]
async fn any_missing_runtime_is_created_and_a_missing_parent_is_an_error() {
    for (code, created) in [
        ("NotFound", true),
        ("EntityNotFound", true),
        ("IntegrationRuntimeNotFound", true),
        ("ParentResourceNotFound", false),
        ("ResourceNotFound", false),
        ("ResourceGroupNotFound", false),
        ("SubscriptionNotFound", false),
    ] {
        let script = Script::new(vec![fails(404, code, "Missing."), ok(self_hosted("ir-a"))]);
        let arguments = runtime_with(json!({"Type": "SelfHosted", "Force": true}));
        let said = run(&signed_in(&script), "runtime.set", arguments).await;
        let put = script.order().contains(&"PUT ir-a".to_owned());
        assert_eq!(put, created, "{code}: {:?}", said.frames);
    }
}

#[tokio::test]
async fn a_version_is_sent_quoted_and_then_left_out() {
    let lost = || fails(412, "PreconditionFailed", "The version differs.");
    let malformed = || fails(400, "BadRequest", "The header is malformed.");
    let existing = || ok(self_hosted("ir-a"));
    let versions = |script: &Script| -> Vec<Option<String>> {
        script
            .sent()
            .iter()
            .filter(|sent| sent.method == "PUT")
            .map(|sent| sent.header("if-match").map(str::to_owned))
            .collect()
    };
    let plain = Some("etag-1".to_owned());
    let quoted = Some("\"etag-1\"".to_owned());
    let arguments = || runtime_with(json!({"Description": "x", "Force": true}));

    // Refused although it has not changed: in quotes it is taken.
    let script = Script::new(vec![existing(), lost(), existing(), existing()]);
    let said = run(&signed_in(&script), "runtime.set", arguments()).await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    assert!(said.messages("warning").is_empty());
    assert_eq!(versions(&script), [plain.clone(), quoted.clone()]);

    // Malformed in both forms: it is left out, with a warning.
    let script = Script::new(vec![
        existing(),
        malformed(),
        malformed(),
        existing(),
        existing(),
    ]);
    let said = run(&signed_in(&script), "runtime.set", arguments()).await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    assert_eq!(said.messages("warning").len(), 1, "{:?}", said.frames);
    assert_eq!(versions(&script), [plain.clone(), quoted.clone(), None]);

    // Somebody else was faster: nothing is written over that.
    let mut changed = self_hosted("ir-a");
    changed["etag"] = json!("etag-2");
    let script = Script::new(vec![existing(), lost(), ok(changed)]);
    let said = run(&signed_in(&script), "runtime.set", arguments()).await;
    assert!(
        said.error().contains("Nothing was overwritten"),
        "{}",
        said.error()
    );
    assert_eq!(versions(&script), std::slice::from_ref(&plain));

    // A body that is refused stays refused, in the service's words.
    let script = Script::new(vec![
        existing(),
        fails(400, "InvalidPropertyValue", "Wrong."),
    ]);
    let said = run(&signed_in(&script), "runtime.set", arguments()).await;
    assert!(said.error().contains("Wrong."), "{}", said.error());
    assert_eq!(versions(&script), [plain]);

    // A version that the caller knows is sent as it is and no other.
    let script = Script::new(vec![existing(), lost()]);
    let mut own = arguments();
    own["IfMatch"] = json!("mine");
    let said = run(&signed_in(&script), "runtime.set", own).await;
    assert!(
        said.error().contains("Nothing was overwritten"),
        "{}",
        said.error()
    );
    assert_eq!(versions(&script), [Some("mine".to_owned())]);
}

const SHARED: &str = "/subscriptions/33333333-3333-4333-8333-333333333333/resourceGroups/rg-s/providers/\
                      Microsoft.DataFactory/factories/adf-s/integrationruntimes/ir-s";

fn factory(identity: &Value) -> Answer {
    ok(json!({"name": "adf-a", "location": "eastus", "identity": identity}))
}

fn own_identity() -> Value {
    json!({"type": "SystemAssigned", "principalId": "principal-1", "tenantId": "t"})
}

async fn link(answers: Vec<Answer>) -> (Script, Said) {
    let mut all = vec![fails(404, "NotFound", "Missing.")];
    all.extend(answers);
    let script = Script::new(all);
    let arguments = runtime_with(json!({"Type": "SelfHosted", "Force": true,
        "SharedIntegrationRuntimeResourceId": SHARED}));
    let said = run(&signed_in(&script), "runtime.set", arguments).await;
    (script, said)
}

#[tokio::test]
async fn a_link_is_tried_whatever_the_courtesy_checks_find() {
    let shared = || ok(self_hosted("ir-s"));
    let other = || factory(&own_identity());
    let list = |assignments: Value| ok(json!({ "value": assignments }));
    // No role is seen: a warning with the next step, and the link.
    let (script, said) = link(vec![
        factory(&own_identity()),
        shared(),
        other(),
        list(json!([])),
        ok(self_hosted("ir-a")),
    ])
    .await;
    assert!(said.messages("error").is_empty(), "{:?}", said.frames);
    let warnings = said.messages("warning");
    assert_eq!(warnings.len(), 1);
    assert!(
        warnings[0].contains("New-AzRoleAssignment -ObjectId principal-1"),
        "{warnings:?}"
    );
    assert_eq!(script.order().last().unwrap(), "PUT ir-a");

    // What cannot be read is not checked.
    for failure in [404, 403, 409] {
        let (script, said) = link(vec![
            factory(&own_identity()),
            shared(),
            other(),
            fails(failure, "Odd", "Odd."),
            ok(self_hosted("ir-a")),
        ])
        .await;
        assert!(said.messages("error").is_empty(), "{:?}", said.frames);
        assert!(said.messages("warning").is_empty());
        let verbose = said.messages("verbose").join("\n");
        assert!(
            verbose.contains("Role assignments could not be read"),
            "{verbose}"
        );
        assert_eq!(script.order().last().unwrap(), "PUT ir-a");
    }
    let (script, said) = link(vec![
        factory(&own_identity()),
        shared(),
        fails(403, "AuthorizationFailed", "No."),
        list(json!([{"properties": {"roleDefinitionId": "/x/contributor"}}])),
        ok(self_hosted("ir-a")),
    ])
    .await;
    let verbose = said.messages("verbose").join("\n");
    assert!(
        verbose.contains("the tenants were not compared"),
        "{verbose}"
    );
    assert!(said.messages("warning").is_empty());
    assert_eq!(script.order().last().unwrap(), "PUT ir-a");
}

#[tokio::test]
async fn advice_keeps_the_identities_that_are_there() {
    let id = format!("/subscriptions/{SUBSCRIPTION}/identities/id-a");
    let users = json!({"type": "UserAssigned", "userAssignedIdentities": {id.as_str(): {}}});
    let answers = || vec![ok(self_hosted("ir-s")), factory(&own_identity())];
    let (script, said) = link(
        [vec![factory(&users)], answers()]
            .into_iter()
            .flatten()
            .collect(),
    )
    .await;
    let error = said.error();
    assert!(error.contains("-CredentialName"), "{error}");
    assert!(
        error.contains("-IdentityType 'SystemAssigned,UserAssigned'"),
        "{error}"
    );
    assert!(error.contains(&id), "{error}");
    assert!(!script.order().contains(&"PUT ir-a".to_owned()));
    let (_, said) = link(
        [vec![factory(&Value::Null)], answers()]
            .into_iter()
            .flatten()
            .collect(),
    )
    .await;
    assert!(
        said.error().contains("-IdentityType SystemAssigned -Force"),
        "{}",
        said.error()
    );
}

#[tokio::test]
async fn a_removal_asks_for_links_only_where_there_may_be_some() {
    let object = |kind: &str| {
        json!({"Force": true, "InputObject": {"Name": "ir-a", "Type": kind, "ResourceGroupName": "rg",
            "DataFactoryName": "adf-a"}})
    };
    for kind in ["Managed", "SelfHosted(Linked)"] {
        let script = Script::new(vec![bare(200, "x", "y")]);
        run(&signed_in(&script), "runtime.remove", object(kind)).await;
        assert_eq!(script.order(), ["DELETE ir-a"], "{kind}");
    }
    // A status that cannot be read stops nothing.
    for failure in [
        fails(409, "Conflict", "Busy."),
        Answer::Reply(200, vec![], "odd".into()),
    ] {
        let script = Script::new(vec![failure, bare(200, "x", "y")]);
        let said = run(&signed_in(&script), "runtime.remove", object("SelfHosted")).await;
        assert!(said.messages("error").is_empty(), "{:?}", said.frames);
        assert_eq!(script.order(), ["POST getStatus", "DELETE ir-a"]);
        assert!(
            said.messages("verbose")
                .join("\n")
                .contains("its links are not known")
        );
    }
}

#[tokio::test]
async fn what_is_missing_is_named_with_near_names() {
    let list = json!({"value": [self_hosted("ir-b"), self_hosted("other")]});
    let script = Script::new(vec![fails(404, "NotFound", "It does not exist."), ok(list)]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    let lines: Vec<String> = said.error().lines().map(str::to_owned).collect();
    assert_eq!(
        lines[2],
        "Error Message: It does not exist. There is no integration runtime 'ir-a' in data factory 'adf-a'. Did you \
         mean 'ir-b'?"
    );
    let target = self_hosted("ir-a")["id"].clone();
    assert_eq!(
        said.frames
            .iter()
            .find(|own| own["frame"] == "error")
            .unwrap()["target"],
        target
    );
}

#[tokio::test]
async fn a_missing_factory_is_named_with_near_names() {
    let list = json!({"value": [{"name": "adf-b"}, {"name": "other"}]});
    let script = Script::new(vec![
        fails(404, "ResourceNotFound", "It was not found."),
        ok(list),
    ]);
    let arguments = json!({"ResourceGroupName": "rg", "Name": "adf-a"});
    let said = run(&signed_in(&script), "factory.get", arguments).await;
    assert!(
        said.error().contains(
            "It was not found. There is no data factory 'adf-a' in resource group 'rg'. Did you mean 'adf-b'?"
        ),
        "{}",
        said.error()
    );
}

#[tokio::test]
async fn a_missing_group_is_told_as_az_tells_it() {
    let missing = || {
        fails(
            404,
            "ResourceGroupNotFound",
            "Resource group 'nope' could not be found.",
        )
    };
    for (operation, arguments) in [
        ("group.get", json!({"Name": "nope"})),
        ("group.set", json!({"Name": "nope", "Tag": {"a": "b"}})),
        ("group.remove", json!({"Name": "nope", "Force": true})),
    ] {
        let said = run(
            &signed_in(&Script::new(vec![missing()])),
            operation,
            arguments,
        )
        .await;
        let error = said
            .frames
            .iter()
            .find(|own| own["frame"] == "error")
            .unwrap();
        assert_eq!(
            error["message"], "Provided resource group does not exist.",
            "{operation}"
        );
        assert_eq!(error["exception"], "System.ArgumentException");
        assert_eq!(error["target"], "nope");
    }
}

#[tokio::test]
async fn a_creation_is_asked_about_as_one() {
    let script = Script::new(vec![
        fails(404, "NotFound", "Missing."),
        ok(self_hosted("ir-a")),
    ]);
    let arguments = runtime_with(json!({"Type": "SelfHosted"}));
    let said = run(&signed_in(&script), "runtime.set", arguments).await;
    assert_eq!(
        said.questions(),
        ["Creating integration runtime 'ir-a' in data factory 'adf-a'."]
    );
}

#[tokio::test]
async fn a_byte_order_mark_does_not_stop_a_sign_in() {
    let marked = |answer: Answer| match answer {
        Answer::Reply(status, headers, body) => {
            Answer::Reply(status, headers, format!("\u{FEFF}{body}"))
        }
        other => other,
    };
    let password = "planted-secret";
    let secret = json!({"secret": {"offset": 0, "length": password.len(), "encoding": "utf8"}});
    for arguments in [
        json!({"ServicePrincipal": true, "Tenant": TENANT, "Credential": {"userName": APP, "password": secret}}),
        json!({"ApplicationId": APP, "Tenant": TENANT, "FederatedToken": secret}),
    ] {
        let script = Script::new(vec![
            marked(token("planted-token")),
            marked(subscriptions()),
        ]);
        let request = json!({"operation": "account.connect", "arguments": arguments});
        let library = crate::support::library(&script);
        let said = run_request(&library, &request, password.as_bytes(), &[]).await;
        assert!(said.messages("error").is_empty(), "{:?}", said.frames);
        assert_eq!(said.objects.len(), 1);
    }
}
