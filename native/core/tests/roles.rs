//! Role definitions, and what is set of a resource group.

use crate::support::{Answer, Script, fails, ok, run, signed_in};
use serde_json::{Value, json};

fn role(name: &str, kind: &str) -> Value {
    json!({"id": "/x", "name": "b24988ac-6180-42a0-ab88-20f7382dd24c", "properties": {"roleName": name, "type": kind,
        "description": "d", "assignableScopes": ["/"],
        "permissions": [{"actions": ["*/read"], "notActions": [], "dataActions": ["x/y"], "notDataActions": [],
            "condition": "c", "conditionVersion": "2.0"}]}})
}

#[tokio::test]
async fn a_role_shows_what_it_allows_in_the_old_form_and_in_the_new() {
    let script = Script::new(vec![ok(
        json!({"value": [role("It's", "CustomRole"), role("It", "BuiltInRole")]}),
    )]);
    let said = run(
        &signed_in(&script),
        "roledefinition.get",
        json!({"Name": "IT'S"}),
    )
    .await;
    assert!(
        script.sent()[0]
            .query
            .contains("roleName+eq+%27IT%27%27S%27")
    );
    let object = &said.objects[0];
    assert_eq!(object.matches(".IsCustom=").count(), 1);
    assert!(object.contains(".IsCustom=true;"));
    assert_eq!(object.matches("'*/read'").count(), 2);
    assert_eq!(object.matches("'x/y'").count(), 2);
}

#[tokio::test]
async fn custom_roles_and_roles_by_id_are_asked_for_at_the_scope() {
    let all = json!({"value": [role("A", "CustomRole"), role("B", "BuiltInRole")]});
    let script = Script::new(vec![ok(all), ok(role("A", "CustomRole"))]);
    let library = signed_in(&script);
    let scope = "/subscriptions/s/resourceGroups/rg";
    let arguments = json!({"Custom": true, "Scope": scope});
    let said = run(&library, "roledefinition.get", arguments).await;
    assert!(said.objects[0].contains("'A'") && !said.objects[0].contains("'B'"));
    let id = "b24988ac-6180-42a0-ab88-20f7382dd24c";
    run(
        &library,
        "roledefinition.get",
        json!({"Id": id, "Scope": scope}),
    )
    .await;
    let base = format!("{scope}/providers/Microsoft.Authorization/roleDefinitions");
    assert_eq!(script.sent()[0].path, base);
    assert!(script.sent()[0].query.contains("type+eq+%27CustomRole%27"));
    assert_eq!(script.sent()[1].path, format!("{base}/{id}"));
}

#[tokio::test]
async fn no_role_is_a_warning() {
    for (arguments, answer) in [
        (json!({"Name": "None"}), ok(json!({"value": []}))),
        (
            json!({"Id": "b24988ac-6180-42a0-ab88-20f7382dd24c"}),
            fails(404, "RoleDefinitionDoesNotExist", "None."),
        ),
    ] {
        let said = run(
            &signed_in(&Script::new(vec![answer])),
            "roledefinition.get",
            arguments,
        )
        .await;
        assert!(said.objects.is_empty());
        assert_eq!(said.messages("warning").len(), 3);
        assert_eq!(
            said.messages("warning")[0],
            "No role definitions where found with those conditions."
        );
    }
}

#[tokio::test]
async fn tags_of_a_group_are_replaced() {
    for (arguments, tags) in [
        (
            json!({"Name": "rg", "Tag": {"a": "1", "b": null}}),
            json!({"a": "1", "b": ""}),
        ),
        (
            json!({"Id": "/subscriptions/s/resourceGroups/rg", "Tag": {}}),
            json!({}),
        ),
    ] {
        let group = json!({"name": "rg", "tags": tags, "properties": {}});
        let script = Script::new(vec![ok(group)]);
        let said = run(&signed_in(&script), "group.set", arguments).await;
        assert_eq!(script.order(), ["PATCH rg"]);
        assert_eq!(script.sent()[0].json(), json!({ "tags": tags }));
        assert!(said.questions().is_empty());
        assert!(said.objects[0].contains("PSResourceGroup"));
    }
    let script = Script::new(vec![Answer::Unreachable]);
    let said = run(
        &signed_in(&script),
        "group.set",
        json!({"Name": "bad.", "Tag": {}}),
    )
    .await;
    assert!(
        said.error()
            .starts_with("'bad.' is not a valid resource group name")
    );
    assert!(script.sent().is_empty());
}
