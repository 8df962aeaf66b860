//! Linked services: which requests each cmdlet leads to, and that a definition's secrets go nowhere else.

use std::fs;

use crate::support::{
    Answer, SUBSCRIPTION, Script, bare, fails, ok, run, run_answering, signed_in,
};
use serde_json::{Value, json};
use tempfile::TempDir;

fn factory_id() -> String {
    format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/adf-a"
    )
}

fn id(name: &str) -> String {
    format!("{}/linkedservices/{name}", factory_id())
}

fn resource(name: &str) -> Value {
    json!({"id": id(name), "name": name, "etag": "e1", "type": "Microsoft.DataFactory/factories/linkedservices",
        "properties": {"type": "AzureBlobStorage", "connectVia": {"referenceName": "ir-a"}}})
}

fn named(name: &str) -> Value {
    json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a", "Name": name})
}

fn with_file(text: &str) -> (TempDir, Value) {
    let directory = TempDir::new().unwrap();
    let file = directory.path().join("lake.json");
    fs::write(&file, text).unwrap();
    let mut arguments = named("Lake");
    arguments["DefinitionFile"] = json!(file.to_str().unwrap());
    (directory, arguments)
}

#[tokio::test]
async fn one_is_got_by_name_and_by_id_and_the_list_follows_its_pages() {
    for arguments in [named("Lake"), json!({"ResourceId": id("Lake")})] {
        let script = Script::new(vec![ok(resource("Lake"))]);
        let said = run(&signed_in(&script), "linkedservice.get", arguments).await;
        assert_eq!(script.order(), ["GET Lake"]);
        assert_eq!(script.sent()[0].query, "api-version=2018-06-01");
        let object = &said.objects[0];
        assert!(
            object.contains("Microsoft.Azure.Commands.DataFactoryV2.Models.PSLinkedService"),
            "{object}"
        );
        for member in [
            ".Name='Lake';",
            ".ResourceGroupName='rg';",
            ".DataFactoryName='adf-a';",
            ".ETag='e1';",
        ] {
            assert!(object.contains(member), "{member} {object}");
        }
    }
    let next = format!("https://management.azure.com{}?page=2", id(""));
    let script = Script::new(vec![
        ok(json!({"value": [resource("a")], "nextLink": next})),
        ok(json!({"value": [resource("b")]})),
    ]);
    let arguments = json!({"DataFactory": {"DataFactoryName": "adf-a", "ResourceGroupName": "rg",
        "DataFactoryId": factory_id()}});
    let said = run(&signed_in(&script), "linkedservice.get", arguments).await;
    assert_eq!(script.sent().len(), 2);
    assert_eq!(said.results.len(), 2);
}

#[tokio::test]
async fn a_missing_one_is_told_with_names_that_are_near() {
    let script = Script::new(vec![
        fails(404, "NotFound", "It is not there."),
        ok(json!({"value": [resource("Lake"), resource("other")]})),
    ]);
    let said = run(&signed_in(&script), "linkedservice.get", named("Lak")).await;
    assert!(
        said.error().contains(
            "There is no linked service 'Lak' in data factory 'adf-a'. Did you mean 'Lake'?"
        ),
        "{}",
        said.error()
    );
}

#[tokio::test]
async fn the_properties_of_the_file_are_sent_and_its_secret_is_seen_nowhere() {
    let text = r#"{"name": "Lake", "extra": 1, "properties": {"type": "AzureBlobStorage",
        "typeProperties": {"connectionString": "planted-connection"}}}"#;
    let (_directory, mut arguments) = with_file(text);
    arguments["Force"] = json!(true);
    let script = Script::new(vec![ok(resource("Lake"))]);
    let said = run(&signed_in(&script), "linkedservice.set", arguments).await;
    assert_eq!(script.order(), ["PUT Lake"]);
    assert_eq!(
        script.sent()[0].json(),
        json!({"properties": {"type": "AzureBlobStorage",
            "typeProperties": {"connectionString": "planted-connection"}}})
    );
    assert_eq!(
        said.questions(),
        ["Creating linked service 'Lake' in data factory 'adf-a'."]
    );
    assert!(!said.everything().contains("planted-connection"));
    assert_eq!(said.messages("warning"), [""; 0]);
}

#[tokio::test]
async fn an_existing_one_is_replaced_after_a_question_only() {
    let text = r#"{"name": "Sea", "properties": {"type": "AzureBlobStorage"}}"#;
    let asked = "A linked service with the name Lake in the data factory adf-a exists. \nContinuing execution may \
                 overwrite the exisiting one. \nAre you sure you want to continue?";
    for (yes, order) in [
        (true, vec!["GET Lake", "PUT Lake"]),
        (false, vec!["GET Lake"]),
    ] {
        let (_directory, arguments) = with_file(text);
        let script = Script::new(vec![ok(resource("Lake")), ok(resource("Lake"))]);
        let library = signed_in(&script);
        let said = run_answering(&library, "linkedservice.set", arguments, &[true, yes]).await;
        assert_eq!(script.order(), order);
        assert_eq!(said.questions()[1], asked);
        let warnings = said.messages("warning");
        assert!(
            warnings[0].ends_with("Linked service will be created with name: 'Lake'"),
            "{warnings:?}"
        );
    }
}

#[tokio::test]
async fn a_file_that_is_no_definition_is_refused_before_any_request() {
    for (text, words) in [
        (
            r#"{"properties": "planted"#,
            "is not valid JSON (line 1, column",
        ),
        (
            r#"{"type": "AzureBlobStorage"}"#,
            "has no object 'properties'",
        ),
        ("[1]", "has no object 'properties'"),
    ] {
        let (_directory, arguments) = with_file(text);
        let script = Script::default();
        let said = run(&signed_in(&script), "linkedservice.set", arguments).await;
        assert!(said.error().contains(words), "{}", said.error());
        assert!(!said.everything().contains("planted"));
        assert!(script.sent().is_empty());
    }
    let mut arguments = named("Lake");
    arguments["DefinitionFile"] = json!("/nowhere/lake.json");
    let said = run(
        &signed_in(&Script::default()),
        "linkedservice.set",
        arguments,
    )
    .await;
    assert!(said.error().contains("'/nowhere/lake.json' cannot be read"));
}

#[tokio::test]
async fn one_is_removed_after_a_question_and_a_missing_one_is_a_warning() {
    let object = json!({"InputObject": {"ResourceGroupName": "rg", "DataFactoryName": "adf-a", "Name": "Lake",
        "Id": id("Lake")}});
    for arguments in [named("Lake"), object, json!({"ResourceId": id("Lake")})] {
        let script = Script::new(vec![bare(204, "x-ms-request-id", "r")]);
        let said = run(&signed_in(&script), "linkedservice.remove", arguments).await;
        assert_eq!(script.order(), ["DELETE Lake"]);
        assert_eq!(
            said.questions(),
            [
                "Removing linked service 'Lake' in data factory 'adf-a'.",
                "Are you sure you want to remove linked service 'Lake' in data factory 'adf-a'?"
            ]
        );
        assert_eq!(
            said.messages("warning"),
            ["Linked service 'Lake' does not exist in the data factory 'adf-a'."]
        );
    }
    let script = Script::default();
    let library = signed_in(&script);
    run_answering(
        &library,
        "linkedservice.remove",
        named("Lake"),
        &[true, false],
    )
    .await;
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn names_are_completed() {
    let answer: Vec<Answer> = vec![ok(json!({"value": [resource("Lake"), resource("Sea")]}))];
    let script = Script::new(answer);
    let arguments = json!({"Kind": "linkedservice", "ResourceGroupName": "rg", "DataFactoryName": "adf-a",
        "Word": "la"});
    let said = run(&signed_in(&script), "completion.get", arguments).await;
    assert_eq!(script.order(), ["GET linkedservices"]);
    assert_eq!(
        said.objects,
        ["@{.Text='Lake';.ToolTip='AzureBlobStorage';}"]
    );
}
