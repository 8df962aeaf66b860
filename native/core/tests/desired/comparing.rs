//! Differences between the files and what is live.

use azir_core::desired::{
    Desired,
    compare::{Difference, Severity, compare},
};
use serde_json::{Value, json};

use super::{Folder, HUB, fixture, linked, live, read, target};
use crate::support::{Script, fails, ok, run, signed_in};

/// A folder with one runtime.
fn desired(properties: &Value) -> Desired {
    let folder = Folder::new();
    let document = json!({"name": "ir-a", "properties": properties});
    folder.write("integrationRuntime/ir-a.json", document.to_string());
    folder.write(
        "linkedService/sql.json",
        r#"{"name": "sql", "properties": {"connectVia": {"referenceName": "IR-A"}}}"#,
    );
    read(folder.path()).unwrap()
}

/// The differences of one runtime.
fn differences(file: &Value, service: &Value) -> Vec<Difference> {
    compare(&desired(file), &target(), &[live("IR-a", service)])
}

fn one(file: &Value, service: &Value) -> Difference {
    let mut all = differences(file, service);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// The line of what differs in the member `end`, where the file is `path`.
fn line(path: &std::path::Path, service: &[Value], end: &str) -> Option<usize> {
    let names = ["ir-a", "ir-b"];
    let service: Vec<_> = names
        .iter()
        .zip(service)
        .map(|(name, own)| live(name, own))
        .collect();
    let all = compare(&read(path).unwrap(), &target(), &service);
    let own = all
        .iter()
        .find(|own| own.member.as_deref().is_some_and(|own| own.ends_with(end)))
        .unwrap_or_else(|| panic!("{end}: {all:?}"));
    own.position.as_ref().unwrap().line
}

#[test]
fn a_difference_has_the_line_of_its_member() {
    let folder = Folder::new();
    folder.write(
        "integrationRuntime/ir-a.json",
        "{\n  // \"description\": 1\n  \"name\": \"ir-a\",\n  \"properties\": {\n    \"type\": \"SelfHosted\",\n    \
         \"description\": \"file\",\n    \"typeProperties\": {\n    }\n  }\n}",
    );
    let mut service = linked(HUB);
    service["description"] = json!("live");
    let service = [service];
    assert_eq!(line(folder.path(), &service, "description"), Some(6));
    // What the file does not have is where it would be.
    assert_eq!(line(folder.path(), &service, "linkedInfo"), Some(7));
    let managed = [json!({"type": "Managed"})];
    assert_eq!(line(folder.path(), &managed, "type"), Some(5));
}

#[test]
fn a_difference_in_a_template_has_the_line_of_its_member_also_in_nested_ones() {
    let folder = Folder::new();
    let runtime = |name: &str| {
        format!(
            "{{ \"type\": \"Microsoft.DataFactory/factories/integrationRuntimes\", \"name\": \"adf-prod/{name}\",\n\
             \"properties\": {{\n\"type\": \"SelfHosted\",\n\"description\": \"[concat('{name}')]\" }} }}"
        )
    };
    let head = "\"contentVersion\": \"1.0.0.0\",";
    let deployment = |properties: &str| {
        format!(
            "{{ \"type\": \"Microsoft.Resources/deployments\",\n\"name\": \"d\", \"properties\": {{\n{properties} }} }}"
        )
    };
    let service = [
        json!({"type": "SelfHosted", "description": "ir-a"}),
        json!({"type": "SelfHosted", "description": "live"}),
    ];
    // Lines: 1 the head, 2 the first resource, 6 the second one.
    let path = folder.write(
        "plain.json",
        format!(
            "{{ {head} \"resources\": [\n{},\n{} ] }}",
            runtime("ir-a"),
            runtime("ir-b")
        ),
    );
    assert_eq!(line(&path, &service, "description"), Some(9));
    let inline = format!(
        "\"template\": {{ \"resources\": [\n{} ] }}",
        runtime("ir-b")
    );
    let path = folder.write(
        "nested.json",
        format!(
            "{{ {head} \"resources\": [\n{},\n{} ] }}",
            runtime("ir-a"),
            deployment(&inline)
        ),
    );
    assert_eq!(line(&path, &service, "description"), Some(12));
    folder.write(
        "linked.json",
        format!("{{ {head}\n\n\"resources\": [ {} ] }}", runtime("ir-b")),
    );
    let link = "\"templateLink\": { \"uri\": \"https://contoso.example/linked.json\" }";
    let path = folder.write(
        "master.json",
        format!(
            "{{ {head} \"resources\": [\n{},\n{} ] }}",
            deployment(link),
            runtime("ir-a")
        ),
    );
    assert_eq!(line(&path, &service, "description"), Some(6));
    let service = [json!({"type": "SelfHosted", "description": "live"})];
    assert_eq!(line(&path, &service, "description"), Some(8));
}

#[test]
fn a_lost_link_is_destructive_and_says_what_to_add() {
    let own = one(
        &json!({"type": "SelfHosted", "typeProperties": {}}),
        &linked(HUB),
    );
    assert_eq!(own.severity, Severity::Destructive);
    assert_eq!(
        own.member.as_deref(),
        Some("properties.typeProperties.linkedInfo")
    );
    assert_eq!(own.in_file, None);
    assert!(own.live.unwrap().contains("adf-hub"));
    assert_eq!(own.linked_services, ["sql"]);
    assert!(
        own.message
            .contains("replaces the link with a self-hosted integration runtime without nodes")
    );
    assert!(
        own.fix
            .unwrap()
            .contains(&format!("\"resourceId\": \"{HUB}\""))
    );
}

#[test]
fn a_link_that_only_the_file_has_is_destructive() {
    let own = one(&linked(HUB), &json!({"type": "SelfHosted"}));
    assert_eq!(own.severity, Severity::Destructive);
    assert!(
        own.message.contains("cuts it off from its nodes"),
        "{}",
        own.message
    );
    assert!(own.fix.unwrap().contains("\"linkedTo\": null"));
}

#[test]
fn another_owner_and_another_type_are_destructive() {
    let own = one(
        &linked(&HUB.replace("adf-hub", "adf-dev-hub")),
        &linked(HUB),
    );
    assert_eq!(own.severity, Severity::Destructive);
    assert!(own.member.unwrap().ends_with("linkedInfo.resourceId"));
    let own = one(
        &json!({"type": "Managed", "typeProperties": {"computeProperties": {"location": "x"}}}),
        &json!({"type": "SelfHosted", "description": "y"}),
    );
    assert_eq!(
        (own.severity, own.member.as_deref()),
        (Severity::Destructive, Some("properties.type"))
    );
}

#[test]
fn an_ordinary_difference_has_the_command_that_ends_it() {
    let own = one(
        &json!({"type": "SelfHosted", "description": "it's west"}),
        &json!({"type": "SelfHosted", "description": "east"}),
    );
    assert_eq!(own.severity, Severity::Difference);
    assert_eq!(own.in_file.as_deref(), Some("it's west"));
    assert_eq!(own.live.as_deref(), Some("east"));
    assert!(
        own.fix.as_deref().unwrap().ends_with(
            "Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg' -DataFactoryName 'adf-prod' -Name 'ir-a' \
             -Description 'it''s west'"
        ),
        "{:?}",
        own.fix
    );
}

#[test]
fn what_is_on_one_side_only_is_a_difference_of_its_own() {
    let all = compare(
        &read(&fixture("factory")).unwrap(),
        &target(),
        &[
            live(
                "ir-west",
                &json!({"type": "SelfHosted", "description": "West"}),
            ),
            live("AutoResolveIntegrationRuntime", &json!({"type": "Managed"})),
            live("ir-new", &json!({"type": "SelfHosted"})),
        ],
    );
    let rows: Vec<(Option<&str>, Option<&str>, Option<&str>)> = all
        .iter()
        .map(|own| {
            (
                own.runtime.as_deref(),
                own.in_file.as_deref(),
                own.live.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            (Some("AzureIR"), Some("Managed"), None),
            (Some("SharedIR"), Some("Linked"), None),
            (Some("ir-new"), None, Some("SelfHosted")),
        ]
    );
    assert!(
        all[1]
            .fix
            .as_deref()
            .unwrap()
            .ends_with(&format!("-SharedIntegrationRuntimeResourceId '{HUB}'"))
    );
}

#[test]
fn an_unknown_type_is_compared_member_by_member() {
    let file = json!({"type": "Airflow", "typeProperties": {"version": [1, 2]}});
    assert_eq!(
        differences(
            &file,
            &json!({"type": "airflow", "typeProperties": {"version": [1, 2]}})
        ),
        []
    );
    let own = one(
        &file,
        &json!({"type": "Airflow", "typeProperties": {"version": [1, 3]}}),
    );
    assert_eq!(
        own.member.as_deref(),
        Some("properties.typeProperties.version[1]")
    );
}

#[test]
fn secrets_are_said_once_and_not_compared() {
    let secret = |value: &str| {
        json!({"type": "Managed", "typeProperties": {"ssisProperties": {"catalogInfo": {"catalogAdminPassword":
            {"type": "SecureString", "value": value}, "other": {"type": "SecureString", "value": value}}}}})
    };
    let own = one(&secret("planted"), &secret("**********"));
    assert_eq!(own.severity, Severity::Information);
    assert!(
        own.message.contains("catalogAdminPassword, ir-a: "),
        "{}",
        own.message
    );
    assert!(!own.message.contains("planted"));
}

const GROUP: &str =
    "/subscriptions/33333333-3333-4333-8333-333333333333/resourceGroups/rg/providers";

fn page(runtimes: &Value) -> Value {
    json!({ "value": runtimes })
}

fn factory(more: &Value) -> Value {
    json!({"id": format!("{GROUP}/Microsoft.DataFactory/factories/adf-prod"), "name": "adf-prod", "properties": more})
}

fn named(name: &str, properties: &Value) -> Value {
    json!({"id": format!("{GROUP}/Microsoft.DataFactory/factories/adf-prod/integrationruntimes/{name}"),
        "name": name, "properties": properties})
}

#[tokio::test]
async fn the_cmdlet_reads_twice_and_ends_with_an_error_if_asked_to() {
    let arguments = |more: Value| {
        let mut arguments = json!({"Path": fixture("template"), "DataFactoryName": "adf-prod",
            "ResourceGroupName": "rg", "ParameterFile": fixture("template/ARMTemplateParametersForFactory.json")});
        for (name, value) in more.as_object().unwrap() {
            arguments[name] = value.clone();
        }
        arguments
    };
    let answers = || {
        vec![
            ok(page(&json!([
                named("SharedIR", &json!({"type": "SelfHosted"})),
                named(
                    "ir-west",
                    &json!({"type": "SelfHosted", "description": "West"})
                ),
            ]))),
            ok(factory(
                &json!({"repoConfiguration": {"repositoryName": "adf", "collaborationBranch": "main"}}),
            )),
        ]
    };
    let script = Script::new(answers());
    let said = run(&signed_in(&script), "desired.compare", arguments(json!({}))).await;
    assert_eq!(script.order(), ["GET integrationRuntimes", "GET adf-prod"]);
    assert_eq!(said.messages("error"), Vec::<String>::new());
    assert_eq!(said.results.len(), 2);
    let warnings = said.messages("warning");
    assert!(
        warnings[0].contains("Git repository 'adf' (branch 'main')"),
        "{warnings:?}"
    );
    assert!(
        said.objects.concat().contains("Severity='Destructive'"),
        "{:?}",
        said.objects
    );

    let script = Script::new(answers());
    let threshold = arguments(json!({"ErrorOnDifference": "Destructive"}));
    let said = run(&signed_in(&script), "desired.compare", threshold).await;
    assert!(
        said.error().starts_with("1 of 2 differences"),
        "{}",
        said.error()
    );
    assert_eq!(said.results.len(), 2);
}

#[tokio::test]
async fn a_template_for_another_factory_is_refused() {
    let script = Script::new(vec![]);
    let arguments = json!({"Path": fixture("template"), "DataFactoryName": "adf-prod", "ResourceGroupName": "rg"});
    let said = run(&signed_in(&script), "desired.compare", arguments).await;
    assert!(
        said.error()
            .contains("deploys to data factory 'adf-dev', not to data factory 'adf-prod'"),
        "{}",
        said.error()
    );
    assert!(
        said.error()
            .contains("-TemplateParameterObject @{ factoryName = 'adf-prod' }")
    );
}

#[tokio::test]
async fn a_factory_that_is_missing_is_an_error_with_its_name() {
    let script = Script::new(vec![
        fails(404, "ResourceNotFound", "not found"),
        fails(404, "ResourceNotFound", "not found"),
        ok(page(&json!([]))),
    ]);
    let arguments = json!({"Path": fixture("factory"), "DataFactoryName": "adf-prod", "ResourceGroupName": "rg"});
    let said = run(&signed_in(&script), "desired.compare", arguments).await;
    assert!(
        said.error().contains("There is no data factory 'adf-prod'"),
        "{}",
        said.error()
    );
}

#[tokio::test]
async fn purview_and_runtimes_are_no_targets() {
    for (id, wanted) in [
        (
            "Microsoft.Purview/accounts/pv-a",
            "Purview has no Git integration",
        ),
        (
            "Microsoft.DataFactory/factories/adf-a/integrationRuntimes/ir-a",
            "'ir-a' is an integration runtime",
        ),
    ] {
        let arguments = json!({"Path": fixture("factory"), "ResourceId": format!("{GROUP}/{id}")});
        let said = run(
            &signed_in(&Script::new(vec![])),
            "desired.compare",
            arguments,
        )
        .await;
        assert!(said.error().contains(wanted), "{}", said.error());
    }
}
