//! `Update-AzDataFactoryV2`: only what was asked is sent.

use crate::support::{
    Answer, SUBSCRIPTION, Said, Script, fails, ok, run, run_answering, run_request, signed_in,
};
use serde_json::{Value, json};

const USER: &str = "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/u";

fn factory_id() -> String {
    format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/adf-a"
    )
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it reads better where it is called"
)]
fn factory(identity: Value) -> Value {
    json!({"id": factory_id(), "name": "adf-a", "location": "eastus", "tags": {"a": "b"},
        "eTag": "\"1\"", "identity": identity, "properties": {"provisioningState": "Succeeded",
            "createTime": "2026-01-01T00:00:00Z", "version": "2018-06-01", "publicNetworkAccess": "Disabled",
            "purviewConfiguration": {"purviewResourceId": "/p"}}})
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it reads better where it is called"
)]
fn names_and(more: Value) -> Value {
    let mut arguments = json!({"ResourceGroupName": "RG", "Name": "ADF-a"});
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    arguments
}

fn system() -> Value {
    json!({"type": "SystemAssigned", "principalId": "p", "tenantId": "t"})
}

#[tokio::test]
async fn tags_and_access_are_one_request_and_leave_the_rest_alone() {
    let cases = [
        (json!({"Tag": {"x": "y"}}), r#"{"tags":{"x":"y"}}"#),
        (json!({"Tag": {}}), r#"{"tags":{}}"#),
        (
            json!({"PublicNetworkAccess": "Disabled"}),
            r#"{"properties":{"publicNetworkAccess":"Disabled"}}"#,
        ),
    ];
    for (asked, body) in cases {
        let script = Script::new(vec![ok(factory(system()))]);
        let said = run(&signed_in(&script), "factory.update", names_and(asked)).await;
        assert_eq!(script.order(), ["PATCH ADF-a"]);
        assert_eq!(script.sent()[0].body, body);
        assert_eq!(
            said.questions(),
            ["Updating data factory 'ADF-a' in resource group 'RG'."]
        );
        assert!(said.objects[0].contains("PSDataFactory"));
        assert!(said.objects[0].contains(".DataFactoryName='ADF-a';"));
        assert!(said.objects[0].contains(".ResourceGroupName='RG';"));
    }
}

#[tokio::test]
async fn identities_are_added_to_those_there_are() {
    let user = || json!({USER: {}});
    let both = "SystemAssigned,UserAssigned";
    let old =
        json!({"type": "UserAssigned", "userAssignedIdentities": {"/old": {"clientId": "c"}}});
    let cases = [
        (
            json!({"UserAssignedIdentity": user()}),
            system(),
            json!({"type": both, "userAssignedIdentities": {USER: {}}}),
        ),
        (
            json!({"UserAssignedIdentity": user()}),
            json!(null),
            json!({"type": both, "userAssignedIdentities": {USER: {}}}),
        ),
        (
            json!({"UserAssignedIdentity": user()}),
            old.clone(),
            json!({"type": "UserAssigned", "userAssignedIdentities": {"/old": {}, USER: {}}}),
        ),
        (
            json!({"UserAssignedIdentity": {"/OLD": {}}}),
            old.clone(),
            json!({"type": "UserAssigned", "userAssignedIdentities": {"/old": {}}}),
        ),
        (
            json!({"IdentityType": both}),
            old.clone(),
            json!({"type": both, "userAssignedIdentities": {"/old": {}}}),
        ),
        (
            json!({"IdentityType": "SystemAssigned"}),
            old.clone(),
            json!({"type": "SystemAssigned"}),
        ),
        (
            json!({"IdentityType": "SystemAssigned", "UserAssignedIdentity": user()}),
            old,
            json!({"type": both, "userAssignedIdentities": {"/old": {}, USER: {}}}),
        ),
    ];
    for (asked, before, identity) in cases {
        let script = Script::new(vec![ok(factory(before)), ok(factory(system()))]);
        run(
            &signed_in(&script),
            "factory.update",
            names_and(asked.clone()),
        )
        .await;
        assert_eq!(script.order(), ["GET ADF-a", "PATCH ADF-a"]);
        assert_eq!(
            script.sent()[1].json(),
            json!({ "identity": identity }),
            "{asked}"
        );
    }
}

#[tokio::test]
async fn encryption_writes_the_factory_back_whole_and_only_as_it_was_read() {
    let mut before = factory(system());
    before["properties"]["encryption"] =
        json!({"vaultBaseUrl": "https://v", "keyName": "k", "keyVersion": "1"});
    let script = Script::new(vec![ok(before.clone()), ok(before)]);
    let asked = json!({"EncryptionKeyVersion": "2", "PublicNetworkAccess": "Enabled"});
    run(&signed_in(&script), "factory.update", names_and(asked)).await;
    assert_eq!(script.order(), ["GET ADF-a", "PUT ADF-a"]);
    let put = &script.sent()[1];
    assert_eq!(put.header("if-match"), Some("\"1\""));
    assert_eq!(
        put.json(),
        json!({"location": "eastus", "tags": {"a": "b"}, "identity": {"type": "SystemAssigned"},
            "properties": {"publicNetworkAccess": "Enabled", "purviewConfiguration": {"purviewResourceId": "/p"},
                "encryption": {"vaultBaseUrl": "https://v", "keyName": "k", "keyVersion": "2"}}})
    );
}

#[tokio::test]
async fn encryption_of_a_factory_without_identity_makes_none_by_the_way() {
    let script = Script::new(vec![ok(factory(json!(null))), ok(factory(json!(null)))]);
    let asked = json!({"EncryptionVaultBaseUrl": "https://v", "EncryptionKeyName": "k",
        "EncryptionUserAssignedIdentity": USER, "Tag": {"x": "y"}});
    run(&signed_in(&script), "factory.update", names_and(asked)).await;
    let body = script.sent()[1].json();
    assert_eq!(body.get("identity"), None);
    assert_eq!(body["tags"], json!({"x": "y"}));
    assert_eq!(
        body["properties"]["encryption"],
        json!({"vaultBaseUrl": "https://v", "keyName": "k", "identity": {"userAssignedIdentity": USER}})
    );
}

#[tokio::test]
async fn half_an_encryption_and_a_lost_race_write_nothing() {
    let script = Script::new(vec![ok(factory(system()))]);
    let asked = json!({"EncryptionKeyName": "k"});
    let said = run(
        &signed_in(&script),
        "factory.update",
        names_and(asked.clone()),
    )
    .await;
    assert_eq!(
        said.error(),
        "Encryption with a key of yours needs both -EncryptionVaultBaseUrl and -EncryptionKeyName."
    );
    assert_eq!(script.order(), ["GET ADF-a"]);

    let mut before = factory(system());
    before["properties"]["encryption"] = json!({"vaultBaseUrl": "https://v", "keyName": "old"});
    let script = Script::new(vec![
        ok(before),
        fails(412, "PreconditionFailed", "The etag does not match."),
    ]);
    let said = run(&signed_in(&script), "factory.update", names_and(asked)).await;
    assert!(
        said.error().contains(
            "Data factory 'ADF-a' was changed since it was read. Nothing was overwritten."
        )
    );
}

#[tokio::test]
async fn nothing_asked_is_an_error_that_names_the_parameters() {
    for nothing in [
        json!({}),
        json!({"Tag": null, "IdentityType": "", "UserAssignedIdentity": {}}),
    ] {
        let script = Script::new(vec![]);
        let said = run(&signed_in(&script), "factory.update", names_and(nothing)).await;
        assert_eq!(
            said.error(),
            "There is nothing to update. Give at least one of -Tag, -IdentityType, -UserAssignedIdentity, \
             -PublicNetworkAccess, -EncryptionVaultBaseUrl, -EncryptionKeyName, -EncryptionKeyVersion and \
             -EncryptionUserAssignedIdentity."
        );
        assert!(said.questions().is_empty());
        assert!(script.sent().is_empty());
    }
}

#[tokio::test]
async fn declining_sends_nothing() {
    for asked in [
        json!({"Tag": {"x": "y"}}),
        json!({"IdentityType": "SystemAssigned"}),
    ] {
        let script = Script::new(vec![]);
        let said = run_answering(
            &signed_in(&script),
            "factory.update",
            names_and(asked),
            &[false],
        )
        .await;
        assert!(script.sent().is_empty());
        assert!(said.objects.is_empty());
    }
}

#[tokio::test]
async fn an_id_and_an_object_name_the_factory_and_give_nothing_else() {
    let object = json!({"DataFactoryName": "adf-a", "ResourceGroupName": "rg", "DataFactoryId": factory_id(),
        "Location": "westus", "Tags": {"stale": "yes"}});
    for selector in [
        json!({"ResourceId": factory_id()}),
        json!({"InputObject": object}),
    ] {
        for asked in [
            ("PublicNetworkAccess", "Disabled"),
            ("EncryptionKeyName", "k"),
        ] {
            let mut before = factory(system());
            before["properties"]["encryption"] =
                json!({"vaultBaseUrl": "https://v", "keyName": "old"});
            let answers = if asked.0 == "EncryptionKeyName" { 2 } else { 1 };
            let script = Script::new((0..answers).map(|_| ok(before.clone())).collect());
            let mut arguments = selector.clone();
            arguments[asked.0] = json!(asked.1);
            run(&signed_in(&script), "factory.update", arguments).await;
            let sent = script.sent();
            let last = sent.last().unwrap();
            assert_eq!(last.path, factory_id());
            assert!(!last.body.contains("stale") && !last.body.contains("westus"));
            assert_eq!(script.left(), 0);
        }
    }
}

#[tokio::test]
async fn what_if_shows_the_change_and_sends_nothing() {
    let before = json!({"type": "SystemAssigned,UserAssigned", "principalId": "p", "tenantId": "t",
        "userAssignedIdentities": {"/old": {"clientId": "c"}}});
    let cases = [
        (
            json!({"Tag": {"x": "y"}}),
            "Data factory 'ADF-a' exists; this would change:\n  + tags.x: 'y'\n  - tags.a: 'b'\n  1 to add, 1 to \
             remove",
        ),
        (
            json!({"UserAssignedIdentity": {"/new": {}}, "PublicNetworkAccess": "Enabled"}),
            "Data factory 'ADF-a' exists; this would change:\n  ~ identity.userAssignedIdentities: [\"/old\"] -> \
             [\"/old\",\"/new\"]\n  ~ properties.publicNetworkAccess: 'Disabled' -> 'Enabled'\n  2 to change",
        ),
        (
            json!({"PublicNetworkAccess": "Disabled"}),
            "Data factory 'ADF-a' exists; nothing would change.",
        ),
    ];
    for (asked, text) in cases {
        let script = Script::new(vec![ok(factory(before.clone()))]);
        let request =
            json!({"operation": "factory.update", "arguments": names_and(asked), "whatIf": true});
        let said = run_request(&signed_in(&script), &request, &[], &[false]).await;
        assert_eq!(said.messages("information"), [text]);
        assert_eq!(script.order(), ["GET ADF-a"]);
        assert_eq!(said.frames.last().unwrap()["frame"], "shouldProcess");
        assert!(said.objects.is_empty());
    }
}

/// A list of integration runtimes, and the status of each shared one with its links.
fn with_shared(links: &[&[(&str, &str)]]) -> Vec<Answer> {
    let named =
        |at: usize| json!({"name": format!("ir-{at}"), "properties": {"type": "SelfHosted"}});
    let all: Vec<Value> = (0..links.len()).map(named).collect();
    let mut answers = vec![ok(json!({"value": all}))];
    for (at, own) in links.iter().enumerate() {
        let own: Vec<Value> = own
            .iter()
            .map(|(name, factory)| json!({"name": name, "dataFactoryName": factory}))
            .collect();
        answers.push(ok(
            json!({"name": format!("ir-{at}"), "properties": {"type": "SelfHosted",
            "state": "Online", "typeProperties": {"links": own}}}),
        ));
    }
    answers
}

async fn removal(answers: Vec<Answer>) -> Said {
    let script = Script::new(answers);
    let request =
        json!({"operation": "factory.remove", "arguments": names_and(json!({})), "whatIf": true});
    run_request(&signed_in(&script), &request, &[], &[false]).await
}

#[tokio::test]
async fn many_links_are_shown_by_their_data_factories() {
    let of_factory = |factory: &'static str, count: usize| -> Vec<(&'static str, &'static str)> {
        ["a", "b", "c", "d", "e", "f", "g"][..count]
            .iter()
            .map(|name| (*name, factory))
            .collect()
    };
    let (few, many) = (of_factory("adf-b", 1), of_factory("adf-c", 7));
    let both = [&few[..], &many[..]].concat();
    let said = removal(with_shared(&[&few, &both, &[]])).await;
    assert_eq!(
        said.messages("information"),
        [
            "Data factory 'ADF-a' has 3 integration runtimes, which are removed with it: 'ir-0', 'ir-1', 'ir-2'.\n\
          2 integration runtimes are shared. 9 linked integration runtimes in 2 data factories will stop working:\n\
          - data factory 'adf-c': 'a', 'b', 'c', 'd', 'e' and 2 more\n\
          - data factory 'adf-b': 'a', 'a'"
        ]
    );
    let names = [
        "adf-1", "adf-2", "adf-3", "adf-4", "adf-5", "adf-6", "adf-7",
    ];
    let one: Vec<(&str, &str)> = names.map(|factory| ("ir", factory)).to_vec();
    let text = removal(with_shared(&[&one]))
        .await
        .messages("information")
        .remove(0);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[1],
        "1 integration runtime is shared. 7 linked integration runtimes in 7 data factories will stop working:"
    );
    assert_eq!(lines[2], "- data factory 'adf-1': 'ir'");
    assert_eq!((lines.len(), lines[7]), (8, "- and 2 more data factories"));
    let said = removal(with_shared(&[&few])).await;
    assert!(
        said.messages("information")[0].ends_with(
            "\nIntegration runtime 'ir-0' is shared: linked integration runtime 'a' in data factory 'adf-b' will stop \
             working."
        ),
        "{said:?}"
    );
}

#[tokio::test]
async fn what_if_says_that_the_factory_is_missing() {
    let said = removal(vec![fails(404, "ResourceNotFound", "Not found.")]).await;
    assert_eq!(
        said.messages("warning"),
        ["Data factory 'ADF-a' does not exist in the resource group 'RG'."]
    );
    assert_eq!(said.questions().len(), 1);
}
