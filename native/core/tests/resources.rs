//! Provider registration, resource groups, role assignments and factories.

use std::time::Duration;

use crate::support::{
    Answer, SUBSCRIPTION, Script, bare, fails, ok, run, runtime, self_hosted, signed_in,
};
use serde_json::{Value, json};

const PRINCIPAL: &str = "99999999-9999-4999-8999-999999999999";
const CONTRIBUTOR: &str = "b24988ac-6180-42a0-ab88-20f7382dd24c";

fn role() -> Answer {
    ok(json!({"value": [{"name": CONTRIBUTOR, "properties": {"roleName": "Contributor"}}]}))
}

fn assignment(scope: &str) -> Value {
    json!({"id": format!("{scope}/providers/Microsoft.Authorization/roleAssignments/a"), "name": "a", "properties":
        {"scope": scope, "principalId": PRINCIPAL, "principalType": "ServicePrincipal",
         "roleDefinitionId": format!("/x/roleDefinitions/{CONTRIBUTOR}")}})
}

#[tokio::test]
async fn a_missing_provider_is_registered_waited_for_and_the_request_made_again() {
    let script = Script::new(vec![
        fails(409, "MissingSubscriptionRegistration", "Not registered."),
        ok(json!({"registrationState": "Registering"})),
        ok(json!({"registrationState": "Registered"})),
        ok(self_hosted("ir-a")),
    ]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert_eq!(
        script.order(),
        [
            "GET ir-a",
            "POST register",
            "GET Microsoft.DataFactory",
            "GET ir-a"
        ]
    );
    assert_eq!(script.slept(), [Duration::from_secs(5)]);
    assert_eq!(said.objects.len(), 1);
}

#[tokio::test]
async fn removing_a_group_waits_at_the_services_pace() {
    let location = "https://management.azure.com/subscriptions/s/operationresults/t?api-version=1";
    let begun = Answer::Reply(
        202,
        vec![("location", location.into()), ("retry-after", "15".into())],
        String::new(),
    );
    let script = Script::new(vec![
        begun,
        bare(202, "retry-after", "3"),
        Answer::Reply(200, vec![], String::new()),
    ]);
    let said = run(
        &signed_in(&script),
        "group.remove",
        json!({"Name": "rg", "Force": true}),
    )
    .await;
    assert_eq!(script.slept(), [5, 5, 5, 3].map(Duration::from_secs));
    assert_eq!(script.order(), ["DELETE rg", "GET t", "GET t"]);
    assert!(said.objects[0].ends_with("true"));
}

#[tokio::test]
async fn an_operation_that_fails_is_told_in_the_services_words() {
    let status = "https://management.azure.com/subscriptions/s/operationstatuses/t?api-version=1";
    let failed =
        json!({"status": "Failed", "error": {"code": "Conflict", "message": "A lock is on it."}});
    let script = Script::new(vec![bare(202, "azure-asyncoperation", status), ok(failed)]);
    let said = run(
        &signed_in(&script),
        "group.remove",
        json!({"Name": "rg", "Force": true}),
    )
    .await;
    assert!(
        said.error()
            .contains("\nError Code: Conflict\nError Message: A lock is on it.\n")
    );
    assert_eq!(script.slept(), [Duration::from_secs(5); 3]);
}

#[tokio::test]
async fn a_status_at_another_host_is_not_asked() {
    let script = Script::new(vec![bare(202, "location", "https://evil.example/t")]);
    let said = run(
        &signed_in(&script),
        "group.remove",
        json!({"Name": "rg", "Force": true}),
    )
    .await;
    assert_eq!(script.sent().len(), 1);
    assert_eq!(
        said.error(),
        "The service's 'location' header points to another host, 'evil.example'. It was not followed and no token \
         was sent there."
    );
}

#[tokio::test]
async fn a_fresh_identity_is_waited_for() {
    let scope = format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg");
    let unknown = || fails(400, "PrincipalNotFound", "Principal does not exist.");
    let script = Script::new(vec![role(), unknown(), unknown(), ok(assignment(&scope))]);
    let arguments =
        json!({"ObjectId": PRINCIPAL, "RoleDefinitionName": "contributor", "Scope": scope});
    let said = run(&signed_in(&script), "roleassignment.new", arguments).await;
    assert_eq!(script.slept(), [5, 5].map(Duration::from_secs));
    let sent = script.sent();
    assert_eq!(sent[1].path, sent[2].path);
    assert_eq!(
        sent[3].json(),
        json!({"properties": {"roleDefinitionId": format!(
            "/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/{CONTRIBUTOR}"),
            "principalId": PRINCIPAL}})
    );
    assert!(said.objects[0].contains(".RoleDefinitionName='Contributor';"));
}

#[tokio::test]
async fn an_identity_of_a_factory_seen_here_is_called_a_service_principal() {
    let factory = json!({"name": "adf-a", "location": "l", "identity": {"principalId": PRINCIPAL.to_uppercase()},
        "properties": {}});
    let script = Script::new(vec![
        ok(factory),
        role(),
        ok(assignment("/subscriptions/s")),
    ]);
    let library = signed_in(&script);
    run(
        &library,
        "factory.get",
        json!({"ResourceGroupName": "rg", "Name": "adf-a"}),
    )
    .await;
    let arguments = json!({"ObjectId": PRINCIPAL, "RoleDefinitionName": "Contributor"});
    run(&library, "roleassignment.new", arguments).await;
    assert_eq!(
        script.sent()[2].json()["properties"]["principalType"],
        "ServicePrincipal"
    );
}

#[tokio::test]
async fn only_the_assignment_at_exactly_that_scope_is_removed() {
    let scope = format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg");
    let above = format!("/subscriptions/{SUBSCRIPTION}");
    let list = ok(json!({"value": [assignment(&above), assignment(&scope)]}));
    let script = Script::new(vec![role(), list, ok(assignment(&scope))]);
    let arguments =
        json!({"ObjectId": PRINCIPAL, "RoleDefinitionName": "Contributor", "Scope": scope});
    let said = run(&signed_in(&script), "roleassignment.remove", arguments).await;
    assert!(
        script.sent()[2]
            .path
            .starts_with(&format!("{scope}/providers/"))
    );
    assert_eq!(script.sent().len(), 3);
    assert!(said.objects[0].contains("Successfully removed role assignment for AD object"));
}

#[tokio::test]
async fn removing_an_assignment_that_is_not_there_has_upstreams_words() {
    let script = Script::new(vec![role(), ok(json!({"value": []}))]);
    let arguments = json!({"ObjectId": PRINCIPAL, "RoleDefinitionName": "Contributor"});
    let said = run(&signed_in(&script), "roleassignment.remove", arguments).await;
    assert_eq!(
        said.error(),
        "The provided information does not map to a role assignment."
    );
}

#[tokio::test]
async fn a_file_gives_the_values_of_an_assignment() {
    let path = std::env::temp_dir().join(format!("azir-assignment-{}.json", std::process::id()));
    let scope = format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg");
    let file = json!({"objectId": PRINCIPAL, "RoleDefinitionName": "Contributor", "Scope": scope, "Description": "d"});
    std::fs::write(&path, format!("\u{FEFF}{file}")).unwrap();
    let script = Script::new(vec![role(), ok(assignment(&scope))]);
    run(
        &signed_in(&script),
        "roleassignment.new",
        json!({"InputFile": path}),
    )
    .await;
    let put = script.sent()[1].clone();
    assert!(put.path.starts_with(&scope));
    assert_eq!(put.json()["properties"]["description"], "d");
    std::fs::write(&path, "{}").unwrap();
    let said = run(
        &signed_in(&script),
        "roleassignment.new",
        json!({"InputFile": path}),
    )
    .await;
    assert_eq!(
        said.error(),
        format!(
            "The file '{}' cannot be used as a role assignment: it has no 'ObjectId'.",
            path.display()
        )
    );
    std::fs::remove_file(&path).unwrap();
}

#[tokio::test]
async fn what_needs_microsoft_graph_says_so() {
    let script = Script::new(vec![]);
    let arguments = json!({"SignInName": "a@b", "RoleDefinitionName": "Contributor"});
    let said = run(&signed_in(&script), "roleassignment.new", arguments).await;
    assert_eq!(
        said.error(),
        "-SignInName would have to be looked up in Microsoft Graph, which this module does not use. Give the object \
         id of the user, group or service principal with -ObjectId."
    );
}

#[tokio::test]
async fn a_refused_action_names_the_least_role() {
    let message = "The client 'x' with object id 'y' does not have authorization to perform action \
        'Microsoft.DataFactory/factories/integrationruntimes/write' over scope '/s' or the scope is invalid.";
    let script = Script::new(vec![fails(403, "AuthorizationFailed", message)]);
    let said = run(&signed_in(&script), "runtime.get", runtime()).await;
    assert!(said.error().contains(
        " The least built-in role with the action 'Microsoft.DataFactory/factories/integrationruntimes/write' is \
         'Data Factory Contributor'.\n"
    ));
    assert_eq!(
        said.frames.last().unwrap()["data"]["ServiceCode"],
        "AuthorizationFailed"
    );
    assert_eq!(said.frames.last().unwrap()["data"]["StatusCode"], 403);
}

#[tokio::test]
async fn a_factory_is_merged_and_carries_the_version_read() {
    let existing = json!({"name": "adf-a", "location": "eastus", "eTag": "\"7\"", "tags": {"a": "b"},
        "identity": {"type": "SystemAssigned", "principalId": PRINCIPAL, "tenantId": "t"},
        "properties": {"provisioningState": "Succeeded", "createTime": "x", "version": "2018-06-01",
            "publicNetworkAccess": "Disabled"}});
    let script = Script::new(vec![ok(existing.clone()), ok(existing)]);
    let arguments =
        json!({"ResourceGroupName": "rg", "Name": "adf-a", "Location": "EastUS", "Force": true});
    run(&signed_in(&script), "factory.set", arguments).await;
    let put = &script.sent()[1];
    assert_eq!(put.header("if-match"), Some("\"7\""));
    assert_eq!(
        put.json(),
        json!({"location": "EastUS", "tags": {"a": "b"}, "identity": {"type": "SystemAssigned"},
            "properties": {"publicNetworkAccess": "Disabled"}})
    );
}

#[tokio::test]
async fn a_missing_group_is_not_taken_for_a_missing_factory() {
    let script = Script::new(vec![fails(
        404,
        "ResourceGroupNotFound",
        "Resource group 'rg' could not be found.",
    )]);
    let arguments = json!({"ResourceGroupName": "rg", "Name": "adf-a", "Location": "EastUS"});
    let said = run(&signed_in(&script), "factory.set", arguments).await;
    assert!(
        said.error()
            .contains("Resource group 'rg' could not be found.")
    );
    assert_eq!(script.order(), ["GET adf-a"]);
}
