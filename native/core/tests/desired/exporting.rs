//! What an export writes to the users' files.

use std::{fs, path::Path};

use serde_json::{Value, json};

use super::{Folder, HUB, fixture, linked};
use crate::support::{Script, ok, run, run_answering, signed_in};

fn listed(all: &[(&str, Value)]) -> Vec<crate::support::Answer> {
    let all: Vec<Value> = all
        .iter()
        .map(|(name, properties)| {
            json!({"id": format!("/x/{name}"), "type": "t", "name": name, "etag": "e", "properties": properties})
        })
        .collect();
    vec![
        ok(json!({"value": all})),
        ok(json!({"id": "x", "name": "adf-prod", "properties": {}})),
    ]
}

fn arguments(folder: &Path, more: &Value) -> Value {
    let mut arguments =
        json!({"Path": folder, "ResourceGroupName": "rg", "DataFactoryName": "adf-prod"});
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    arguments
}

/// The live integration runtimes of the fixtures, as the service writes them.
fn fixtures() -> Vec<(&'static str, Value)> {
    vec![
        (
            "AzureIR",
            json!({"typeProperties": {"computeProperties": {"dataFlowProperties": {"cleanup": false, "timeToLive": 10,
                "coreCount": 8, "computeType": "General"}, "location": "North Europe"}}, "type": "Managed",
                "state": "Online"}),
        ),
        ("SharedIR", linked(HUB)),
        (
            "ir-west",
            json!({"type": "SelfHosted", "description": "West", "typeProperties": null}),
        ),
        ("AutoResolveIntegrationRuntime", json!({"type": "Managed"})),
    ]
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join("integrationRuntime").join(name)).unwrap()
}

#[tokio::test]
async fn an_export_to_a_new_folder_has_the_bytes_of_studio() {
    let folder = Folder::new();
    let root = folder.path().join("new");
    let script = Script::new(listed(&fixtures()));
    let said = run(
        &signed_in(&script),
        "desired.export",
        arguments(&root, &json!({})),
    )
    .await;
    assert_eq!(said.messages("error"), Vec::<String>::new());
    for name in ["AzureIR.json", "SharedIR.json"] {
        // The fixtures end with a line feed, as files of this repository do.
        let wanted = fs::read_to_string(fixture("factory/integrationRuntime").join(name)).unwrap();
        assert_eq!(read(&root, name), wanted.trim_end());
    }
    assert_eq!(
        read(&root, "ir-west.json"),
        "{\n\t\"name\": \"ir-west\",\n\t\"properties\": {\n\t\t\"type\": \"SelfHosted\",\n\t\t\"description\": \
         \"West\"\n\t}\n}"
    );
    // The default one has a file only where it was edited.
    assert_eq!(
        fs::read_dir(root.join("integrationRuntime"))
            .unwrap()
            .count(),
        3
    );
    assert_eq!(said.results.len(), 3);
    assert!(said.objects.concat().contains("Written=true"));
}

#[tokio::test]
async fn a_second_export_changes_no_byte() {
    let folder = Folder::new();
    for name in ["AzureIR.json", "SharedIR.json", "ir-west.json"] {
        let content = fs::read(fixture("factory/integrationRuntime").join(name)).unwrap();
        folder.write(&format!("integrationRuntime/{name}"), content);
    }
    let before: Vec<String> = ["AzureIR.json", "SharedIR.json", "ir-west.json"]
        .map(|name| read(folder.path(), name))
        .to_vec();
    let script = Script::new(listed(&fixtures()));
    let own = arguments(&folder.path().join("integrationRuntime"), &json!({}));
    let said = run_answering(&signed_in(&script), "desired.export", own, &[]).await;
    assert_eq!(said.messages("error"), Vec::<String>::new());
    assert_eq!(said.questions(), Vec::<String>::new());
    let after: Vec<String> = ["AzureIR.json", "SharedIR.json", "ir-west.json"]
        .map(|name| read(folder.path(), name))
        .to_vec();
    assert_eq!(before, after);
    assert_eq!(
        said.objects.concat().matches("Action='NoChange'").count(),
        3
    );
}

#[tokio::test]
async fn a_file_that_differs_is_asked_for_and_keeps_its_form() {
    let west = "{\r\n  \"properties\": {\r\n    \"type\": \"SelfHosted\",\r\n    \"description\": \"East\"\r\n  \
                },\r\n  \"name\": \"IR-West\"\r\n}\r\n";
    for (answers, wanted) in [
        (&[true, true][..], west.replace("East", "West")),
        (&[true, false], west.to_owned()),
        (&[false], west.to_owned()),
    ] {
        let folder = Folder::new();
        folder.write("integrationRuntime/ir-west.json", west);
        let script = Script::new(listed(&fixtures()));
        let own = arguments(folder.path(), &json!({"Name": ["ir-*"]}));
        let said = run_answering(&signed_in(&script), "desired.export", own, answers).await;
        assert_eq!(said.messages("error"), Vec::<String>::new());
        assert_eq!(read(folder.path(), "ir-west.json"), wanted);
        assert_eq!(said.questions().len(), answers.len());
        assert!(said.questions()[0].contains("properties.description: 'East' -> 'West'"));
        let object = said.objects.concat();
        let written = wanted != west;
        assert!(object.contains("Action='Change'"), "{object}");
        assert_eq!(object.contains("Written=true"), written, "{object}");
    }
}

/// The members as a service returns them: in another order, with nulls.
fn scrambled(value: &Value) -> Value {
    let Value::Object(members) = value else {
        return value.clone();
    };
    let mut all: Vec<(String, Value)> = members
        .iter()
        .map(|(name, own)| (name.clone(), scrambled(own)))
        .collect();
    all.sort_by(|one, other| other.0.cmp(&one.0));
    all.push(("somethingNew".to_owned(), Value::Null));
    Value::Object(all.into_iter().collect())
}

#[tokio::test]
async fn a_first_export_of_an_unchanged_factory_is_no_diff() {
    // Forms that Studio writes: an empty list, scaling, a virtual network, a description, nothing but the type. The
    // fixtures end with a line feed, as files of this repository do.
    let files = ["ir-own", "ir-said", "ir-scaled"].map(|name| {
        let path = fixture("studio").join(format!("{name}.json"));
        (
            name,
            fs::read_to_string(path).unwrap().trim_end().to_owned(),
        )
    });
    let live: Vec<(&str, Value)> = files
        .iter()
        .map(|(name, text)| {
            let document: Value = serde_json::from_str(text).unwrap();
            let mut properties = scrambled(&document["properties"]);
            properties["state"] = json!("Initial");
            (*name, properties)
        })
        .collect();
    let folder = Folder::new();
    let script = Script::new(listed(&live));
    let own = arguments(folder.path(), &json!({}));
    let said = run_answering(
        &signed_in(&script),
        "desired.export",
        own,
        &[true, true, true],
    )
    .await;
    assert_eq!(said.messages("error"), Vec::<String>::new());
    for (name, text) in files {
        assert_eq!(read(folder.path(), &format!("{name}.json")), text);
    }
}

#[tokio::test]
async fn a_mapping_keeps_the_names_and_links_of_the_files() {
    let folder = Folder::new();
    let hub = "{\n\t\"name\": \"ir-dev\",\n\t\"properties\": {\n\t\t\"type\": \"SelfHosted\",\n\t\t\
               \"description\": \"old\"\n\t}\n}";
    folder.write("integrationRuntime/ir-dev.json", hub);
    folder.write(
        "integrationRuntime/ir-dev-only.json",
        hub.replace("ir-dev", "ir-dev-only"),
    );
    let mapping = folder.write(
        "map.json",
        json!({"prod": {"ir-dev": {"name": "ir-prod", "linkedTo": HUB}, "ir-dev-only": {"skip": true}}})
            .to_string(),
    );
    let mut properties = linked(HUB);
    properties["description"] = json!("new");
    let live = [("ir-prod", properties)];
    let run_with = async |live: &[(&str, Value)]| {
        let script = Script::new(listed(live));
        let own = arguments(folder.path(), &json!({"Mapping": mapping, "Force": true}));
        run_answering(&signed_in(&script), "desired.export", own, &[true, true]).await
    };
    let said = run_with(&live).await;
    assert_eq!(said.messages("error"), Vec::<String>::new());
    // The file has the name of the files and no link; only the description is new.
    assert_eq!(
        read(folder.path(), "ir-dev.json"),
        hub.replace("old", "new")
    );
    assert_eq!(said.results.len(), 1);
    let said = run_with(&live).await;
    assert!(said.objects.concat().contains("Action='NoChange'"));
    // A link that the mapping does not have is not written to a file that has none.
    let other = [("ir-prod", linked(&HUB.replace("ir-hub", "ir-other")))];
    let said = run_with(&other).await;
    assert!(
        said.error()
            .contains("The mapping file says what 'ir-dev' is linked to"),
        "{}",
        said.error()
    );
}

#[tokio::test]
async fn a_mapping_that_gives_two_one_file_is_an_error_before_anything_is_written() {
    let own = json!({"type": "SelfHosted", "description": "live"});
    let document =
        |name: &str| json!({"name": name, "properties": {"type": "SelfHosted"}}).to_string();
    for (present, live, wanted) in [
        // A file that is there, and one that would be created.
        (
            &["ir-a"][..],
            &["ir-b", "IR-A"][..],
            "the integration runtimes 'ir-b' and 'IR-A' both belong to the file 'IR-A.json'",
        ),
        (
            &[],
            &["ir-a", "ir-b"],
            "the integration runtimes 'ir-a' and 'ir-b' both belong to the file 'ir-a.json'",
        ),
        // Two files for one.
        (
            &["ir-a", "ir-b"],
            &["ir-b"],
            "both belong to the integration runtime 'ir-b'",
        ),
    ] {
        let folder = Folder::new();
        for name in present {
            folder.write(&format!("integrationRuntime/{name}.json"), document(name));
        }
        let mapping = folder.write(
            "map.json",
            json!({"prod": {"ir-a": {"name": "ir-b"}}}).to_string(),
        );
        let live: Vec<_> = live.iter().map(|name| (*name, own.clone())).collect();
        let script = Script::new(listed(&live));
        let more = json!({"Mapping": mapping, "Force": true});
        let said = run(
            &signed_in(&script),
            "desired.export",
            arguments(folder.path(), &more),
        )
        .await;
        assert!(said.error().contains(wanted), "{}", said.error());
        assert!(
            said.error().contains("Nothing was written"),
            "{}",
            said.error()
        );
        assert!(said.objects.is_empty());
        for name in present {
            assert_eq!(read(folder.path(), &format!("{name}.json")), document(name));
        }
        // Without the other one it is clear again.
        if present.len() < 2 {
            let script = Script::new(listed(&live));
            let more = json!({"Mapping": mapping, "Force": true, "Name": "ir-b"});
            let said = run_answering(
                &signed_in(&script),
                "desired.export",
                arguments(folder.path(), &more),
                &[true, true],
            )
            .await;
            assert_eq!(said.messages("error"), Vec::<String>::new());
            assert!(read(folder.path(), "ir-a.json").contains("live"));
        }
    }
}

#[tokio::test]
async fn secrets_are_left_out_and_said_once() {
    let folder = Folder::new();
    let ssis = |password: &str| {
        json!({"type": "Managed", "typeProperties": {"ssisProperties": {"catalogInfo": {"catalogAdminPassword":
            {"type": "SecureString", "value": password}}}, "encryptedCredential": password}})
    };
    let script = Script::new(listed(&[
        ("ir-a", ssis("planted")),
        ("ir-b", ssis("planted")),
    ]));
    let said = run(
        &signed_in(&script),
        "desired.export",
        arguments(folder.path(), &json!({})),
    )
    .await;
    assert_eq!(said.messages("warning").len(), 1);
    assert!(said.messages("warning")[0].contains("ir-b: properties.typeProperties.ssisProperties"));
    assert!(!said.messages("warning")[0].contains("planted"));
    assert!(!said.objects.concat().contains("planted"));
    let text = read(folder.path(), "ir-a.json");
    assert!(text.contains("\"value\": \"**********\""), "{text}");
    assert!(!text.contains("planted"), "{text}");
}

#[tokio::test]
async fn what_cannot_be_written_without_a_loss_is_refused_at_the_end() {
    let folder = Folder::new();
    folder.write("integrationRuntime/ir-broken.json", "<<<<<<< HEAD\n{");
    folder.write(
        "integrationRuntime/ir-taken.json",
        json!({"name": "ir-gone", "properties": {"type": "SelfHosted"}}).to_string(),
    );
    let own = || json!({"type": "SelfHosted"});
    let script = Script::new(listed(&[
        ("ir-broken", own()),
        ("ir-taken", own()),
        ("../ir-evil", own()),
        ("ir-new", own()),
    ]));
    let said = run(
        &signed_in(&script),
        "desired.export",
        arguments(folder.path(), &json!({})),
    )
    .await;
    let error = said.error();
    assert!(
        error.starts_with("3 of 5 integration runtimes were not exported."),
        "{error}"
    );
    for wanted in [
        "is not valid JSON (line 1",
        "has another integration runtime",
        "'../ir-evil' cannot be",
    ] {
        assert!(error.contains(wanted), "{wanted}: {error}");
    }
    assert!(said.objects.concat().contains("Action='NotLive'"));
    assert!(read(folder.path(), "ir-new.json").contains("ir-new"));
    assert!(read(folder.path(), "ir-broken.json").starts_with("<<<"));
    assert!(!folder.path().join("ir-evil.json").exists());
}

#[tokio::test]
async fn a_name_that_is_not_live_and_a_path_that_is_a_file_are_mistakes() {
    let folder = Folder::new();
    let script = Script::new(listed(&fixtures()));
    let own = arguments(folder.path(), &json!({"Name": ["ir-none"]}));
    let said = run(&signed_in(&script), "desired.export", own).await;
    assert!(
        said.error()
            .contains("'ir-none' does not exist in data factory 'adf-prod'"),
        "{}",
        said.error()
    );
    let file = folder.write("file.json", "{}");
    let own = arguments(&file, &json!({}));
    let said = run(&signed_in(&Script::new(vec![])), "desired.export", own).await;
    assert!(said.error().contains("is a file"), "{}", said.error());
}
