//! What a deployment does to live integration runtimes.

use azir_core::desired::{
    Desired,
    effect::{Action, Connected, Effect, Unlisted, decide, needs_status, plan},
};
use serde_json::{Value, json};

use super::{Folder, HUB, fixture, linked, live, read, target, template};
use crate::support::{SUBSCRIPTION, Script, fails, ok, run, run_request, signed_in};

fn desired(properties: &Value) -> Desired {
    template(
        &json!([{"name": "adf-prod/ir-a", "type": "Microsoft.DataFactory/factories/integrationRuntimes",
            "properties": properties}]),
        &json!({"plain": {"type": "string"}}),
        &json!({}),
    )
}

fn effect(file: &Value, service: &Value) -> Effect {
    let mut all = plan(
        &desired(file),
        &target(),
        &[live("IR-A", service)],
        Unlisted::Keep,
    );
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn each_change_has_its_action() {
    let own = || json!({"type": "SelfHosted"});
    let managed = json!({"type": "Managed"});
    for (file, service, wanted) in [
        (own(), own(), Action::NoChange),
        (
            json!({"type": "SelfHosted", "description": "x"}),
            own(),
            Action::Change,
        ),
        (own(), linked(HUB), Action::ReplaceLinked),
        (
            json!({"type": "SelfHosted", "typeProperties": {"linkedInfo": {}}}),
            linked(HUB),
            Action::ReplaceLinked,
        ),
        (linked(HUB), own(), Action::ReplaceShared),
        (linked(&HUB.to_uppercase()), linked(HUB), Action::NoChange),
        (
            linked(&HUB.replace("ir-hub", "ir-dev")),
            linked(HUB),
            Action::Relink,
        ),
        (managed.clone(), own(), Action::ReplaceType),
        (own(), managed, Action::ReplaceType),
        (
            linked("[parameters('plain')]"),
            linked(HUB),
            Action::Unknown,
        ),
        (
            linked("[parameters('plain')]"),
            own(),
            Action::ReplaceShared,
        ),
        (
            json!({"type": "SelfHosted", "typeProperties": "[parameters('plain')]"}),
            linked(HUB),
            Action::Unknown,
        ),
        (
            json!({"type": "SelfHosted", "description": "[parameters('plain')]"}),
            own(),
            Action::Change,
        ),
    ] {
        assert_eq!(effect(&file, &service).action, wanted, "{file} {service}");
    }
    let created = plan(&desired(&own()), &target(), &[], Unlisted::Keep);
    assert_eq!(created[0].action, Action::Create);
    assert!(!created[0].action.is_destructive());
}

#[test]
fn the_status_decides_whom_a_new_link_hurts() {
    let service = [live("ir-a", &json!({"type": "SelfHosted"}))];
    let decided = |connected: Option<&Connected>| {
        let mut own = plan(&desired(&linked(HUB)), &target(), &service, Unlisted::Keep).remove(0);
        assert!(needs_status(&own, &service));
        decide(&mut own, connected, &target());
        own
    };
    let empty = decided(Some(&Connected::default()));
    assert_eq!(empty.action, Action::Change);
    let nodes = Connected {
        nodes: vec!["n1".into(), "n2".into()],
        online: vec!["n1".into()],
        links: vec![],
    };
    let cut = decided(Some(&nodes));
    assert_eq!((cut.action, cut.online_nodes.len()), (Action::CutNodes, 1));
    assert!(
        cut.message.contains("Its 2 nodes are cut off"),
        "{}",
        cut.message
    );
    let shared = decided(Some(&Connected {
        links: vec!["adf-b/ir-b".into()],
        ..nodes
    }));
    assert_eq!(shared.action, Action::ReplaceShared);
    assert!(
        shared.message.contains("adf-b/ir-b loses its nodes"),
        "{}",
        shared.message
    );
    let unread = decided(None);
    assert_eq!(unread.action, Action::ReplaceShared);
    assert!(
        unread.message.contains("could not be read"),
        "{}",
        unread.message
    );
}

#[test]
fn what_is_not_listed_goes_with_the_script_or_with_the_factory() {
    let service = [
        live("ir-a", &json!({"type": "SelfHosted"})),
        live("ir-b", &linked(HUB)),
        live("AutoResolveIntegrationRuntime", &json!({"type": "Managed"})),
    ];
    let actions = |desired: &Desired, unlisted| -> Vec<(String, Action)> {
        plan(desired, &target(), &service, unlisted)
            .into_iter()
            .map(|own| (own.runtime.unwrap_or_default(), own.action))
            .collect()
    };
    let own = desired(&json!({"type": "SelfHosted"}));
    assert_eq!(
        actions(&own, Unlisted::Keep),
        [("ir-a".into(), Action::NoChange)]
    );
    assert_eq!(
        actions(&own, Unlisted::Delete),
        [
            ("ir-a".into(), Action::NoChange),
            ("ir-b".into(), Action::Remove)
        ]
    );
    // The mode Complete removes the factory, since the template does not have it.
    assert_eq!(
        actions(&own, Unlisted::Complete),
        [
            ("ir-a".into(), Action::Remove),
            ("ir-b".into(), Action::Remove)
        ]
    );
    let with_factory = template(
        &json!([{"name": "ADF-prod", "type": "Microsoft.DataFactory/factories"}]),
        &json!({}),
        &json!({}),
    );
    assert_eq!(actions(&with_factory, Unlisted::Complete), []);
}

#[test]
fn files_that_cannot_be_read_are_unknown_effects() {
    let folder = Folder::new();
    folder.write("integrationRuntime/ir-a.json", "{");
    let all = plan(
        &read(folder.path()).unwrap(),
        &target(),
        &[],
        Unlisted::Delete,
    );
    assert_eq!(all[0].action, Action::Unknown);
    assert!(all[0].action.is_destructive());
}

const GROUP: &str =
    "/subscriptions/33333333-3333-4333-8333-333333333333/resourceGroups/rg/providers";

fn named(name: &str, properties: &Value) -> Value {
    json!({"id": format!("{GROUP}/Microsoft.DataFactory/factories/adf-prod/integrationruntimes/{name}"),
        "name": name, "properties": properties})
}

fn arguments(more: &Value) -> Value {
    let mut arguments = json!({"TemplateFile": fixture("template/linkedTemplates"), "ResourceGroupName": "rg",
        "TemplateParameterFile": fixture("template/linkedTemplates/ArmTemplateParameters_master.json")});
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    arguments
}

fn answers() -> Vec<crate::support::Answer> {
    vec![
        ok(json!({"value": [named("SharedIR", &linked(HUB))]})),
        ok(json!({"id": "x", "name": "adf-prod", "properties": {}})),
        ok(
            json!({"name": "SharedIR", "properties": {"type": "SelfHosted", "state": "Online", "typeProperties": {
            "nodes": [{"nodeName": "NODE1", "status": "Online"}, {"nodeName": "NODE2", "status": "Offline"}]}}}),
        ),
        ok(json!({"value": [
            {"id": "i", "name": "files-hub", "properties": {"connectVia": {"referenceName": "SharedIR"}}},
            {"id": "i", "name": "made-by-hand", "properties": {"connectVia": {"referenceName": "sharedIR"}}}]})),
    ]
}

#[tokio::test]
async fn the_accident_is_stopped_with_requests_that_only_read() {
    let script = Script::new(answers());
    // The factory is that of the template, as with New-AzResourceGroupDeployment.
    let said = run(
        &signed_in(&script),
        "desired.deployment",
        arguments(&json!({})),
    )
    .await;
    assert_eq!(
        script.order(),
        [
            "GET integrationRuntimes",
            "GET adf-prod",
            "POST getStatus",
            "GET linkedservices"
        ]
    );
    let error = said.error();
    assert!(
        error.starts_with("The deployment to data factory 'adf-prod' destroys what is in use"),
        "{error}"
    );
    assert!(error.contains("SharedIR (ReplaceLinked)"), "{error}");
    assert!(error.contains("2 linked services use it"), "{error}");
    let object = said.objects.concat();
    for wanted in [
        "This command shows the text to add: Compare-AzIntegrationRuntime -Path '",
        "Action='ReplaceLinked'",
        "Destructive=True",
        "Allowed=False",
        "NODE1",
        "made-by-hand",
    ] {
        assert!(
            object.to_lowercase().contains(&wanted.to_lowercase()),
            "{wanted}: {object}"
        );
    }
    assert!(!object.contains("NODE2"), "{object}");
    let frame = said
        .frames
        .iter()
        .find(|own| own["frame"] == "error")
        .unwrap();
    assert_eq!(frame["terminating"], true, "{frame}");
}

#[tokio::test]
async fn what_is_allowed_passes() {
    let script = Script::new(answers());
    let allow = arguments(&json!({"Allow": ["Other*", "shared*"], "DataFactoryName": "adf-prod"}));
    let said = run(&signed_in(&script), "desired.deployment", allow).await;
    assert_eq!(said.messages("error"), Vec::<String>::new());
    assert_eq!(said.results.len(), 1);
}

#[tokio::test]
async fn a_status_and_a_list_that_may_not_be_read_do_not_hide_the_effect() {
    let mut answers = answers();
    answers[1] = fails(403, "AuthorizationFailed", "no");
    answers[2] = fails(403, "AuthorizationFailed", "no");
    answers[3] = fails(403, "AuthorizationFailed", "no");
    let script = Script::new(answers);
    let said = run(
        &signed_in(&script),
        "desired.deployment",
        arguments(&json!({})),
    )
    .await;
    assert!(
        said.error()
            .contains("Its nodes and links could not be read"),
        "{}",
        said.error()
    );
    assert!(
        said.error().contains("1 linked service uses it"),
        "{}",
        said.error()
    );
    // What is not known is a finding of its own, with what to do.
    assert_eq!(said.results.len(), 2);
    let unknown = said.objects.concat();
    for wanted in [
        "Action='Unknown'",
        "It is not known what the deployment affects at integration runtime 'SharedIR'",
        "integrationruntimes/getstatus/read",
        "Microsoft.DataFactory/factories/linkedServices/read",
        "The least built-in role that has it is 'Reader'",
        "New-AzRoleAssignment -ObjectId",
    ] {
        assert!(unknown.contains(wanted), "{wanted}: {unknown}");
    }
}

#[tokio::test]
async fn what_is_not_known_does_not_pass_unless_it_is_allowed() {
    let run_with = async |allow: &str| {
        let mut answers = answers();
        answers[3] = fails(400, "BadRequest", "no");
        let script = Script::new(answers);
        let allow = arguments(&json!({"Allow": [allow]}));
        run(&signed_in(&script), "desired.deployment", allow).await
    };
    let said = run_with("SharedIR").await;
    assert_eq!(said.messages("error"), Vec::<String>::new());
    assert_eq!(said.results.len(), 2);
    let said = run_with("other").await;
    assert!(
        said.error().contains("2 of its effects stop it"),
        "{}",
        said.error()
    );
    assert!(
        said.objects
            .concat()
            .contains("The service answered 400 (BadRequest)"),
        "{:?}",
        said.objects
    );
}

#[tokio::test]
async fn a_first_deployment_creates_in_a_factory_that_does_not_exist() {
    let folder = Folder::new();
    let path = folder.write(
        "new.json",
        json!({"contentVersion": "1.0.0.0", "resources": [
            {"name": "adf-new", "type": "Microsoft.DataFactory/factories", "properties": {}},
            {"name": "adf-new/ir-a", "type": "Microsoft.DataFactory/factories/integrationRuntimes",
             "properties": {"type": "SelfHosted"}}]})
        .to_string(),
    );
    let missing = || fails(404, "ResourceNotFound", "not found");
    let script = Script::new(vec![missing(), missing()]);
    let own = json!({"TemplateFile": path, "ResourceGroupName": "rg"});
    let said = run(&signed_in(&script), "desired.deployment", own).await;
    assert_eq!(said.messages("error"), Vec::<String>::new());
    assert!(
        said.objects.concat().contains("Action='Create'"),
        "{:?}",
        said.objects
    );
}

#[tokio::test]
async fn a_missing_factory_is_said_with_the_parameter_that_names_it() {
    let folder = Folder::new();
    let written = |name: &str| {
        let document = json!({"contentVersion": "1.0.0.0",
            "parameters": {"factoryName": {"type": "string", "defaultValue": "adf-dev"}, "bare": {"type": "string"}},
            "resources": [{"name": name, "type": "Microsoft.DataFactory/factories/integrationRuntimes",
                "properties": {"type": "SelfHosted"}}]});
        folder.write("t.json", document.to_string())
    };
    let missing = || fails(404, "ResourceNotFound", "not found");
    for (name, more, wanted) in [
        (
            "[concat(parameters('factoryName'), '/ir-a')]",
            json!({}),
            "The name is the template's default of the parameter 'factoryName' of '",
        ),
        (
            "[concat(parameters('factoryName'), '/ir-a')]",
            json!({"TemplateParameterObject": {"factoryName": "adf-x"}}),
            "The name is the given value of the parameter 'factoryName' of '",
        ),
        (
            "adf-dev/ir-a",
            json!({}),
            "t.json' has the name. Give the template of",
        ),
        (
            "[concat(parameters('bare'), '/ir-a')]",
            json!({}),
            "Give the parameter file of the deployment, or the value: -TemplateParameterObject @{ bare = '<value>' }",
        ),
    ] {
        let script = Script::new(vec![missing(), missing(), ok(json!({"value": []}))]);
        let mut own = json!({"TemplateFile": written(name), "ResourceGroupName": "rg"});
        for (name, value) in more.as_object().unwrap() {
            own[name] = value.clone();
        }
        let said = run(&signed_in(&script), "desired.deployment", own).await;
        assert!(said.error().contains(wanted), "{}", said.error());
    }
    // A name that the caller gives is the caller's.
    let script = Script::new(vec![missing(), missing(), ok(json!({"value": []}))]);
    let own = json!({"TemplateFile": written("[concat(parameters('factoryName'), '/ir-a')]"),
        "ResourceGroupName": "rg", "DataFactoryName": "adf-dev"});
    let said = run(&signed_in(&script), "desired.deployment", own).await;
    assert!(
        said.error().contains("There is no data factory 'adf-dev'"),
        "{}",
        said.error()
    );
    assert!(!said.error().contains("factoryName"), "{}", said.error());
}

#[tokio::test]
async fn a_template_that_says_no_factory_or_several_needs_a_name() {
    let folder = Folder::new();
    let own = |resources: Value| {
        let document = json!({"contentVersion": "1.0.0.0", "resources": resources});
        json!({"TemplateFile": folder.write("t.json", document.to_string()), "ResourceGroupName": "rg"})
    };
    let runtime = |name: &str| {
        json!({"name": name, "type": "Microsoft.DataFactory/factories/integrationRuntimes",
            "properties": {"type": "SelfHosted"}})
    };
    for (resources, wanted) in [
        (
            json!([]),
            "does not say which data factory or workspace it deploys to",
        ),
        (
            json!([runtime("adf-a/ir-a"), runtime("adf-b/ir-a")]),
            "deploys to data factory 'adf-a', data factory 'adf-b'",
        ),
    ] {
        let said = run(
            &signed_in(&Script::new(vec![])),
            "desired.deployment",
            own(resources),
        )
        .await;
        assert!(said.error().contains(wanted), "{}", said.error());
    }
    let complete = json!({"TemplateFile": fixture("factory"), "DataFactoryName": "adf", "ResourceGroupName": "rg",
        "Mode": "Complete"});
    let said = run(
        &signed_in(&Script::new(vec![])),
        "desired.deployment",
        complete,
    )
    .await;
    assert!(
        said.error()
            .contains("The mode Complete belongs to templates"),
        "{}",
        said.error()
    );
}

#[tokio::test]
async fn values_of_the_callers_object_are_used_and_secrets_are_not_shown() {
    let folder = Folder::new();
    let document = json!({"contentVersion": "1.0.0.0",
        "parameters": {"factoryName": {"type": "string"}, "text": {"type": "string"}},
        "resources": [{"name": "[concat(parameters('factoryName'), '/ir-a')]",
            "type": "Microsoft.DataFactory/factories/integrationRuntimes",
            "properties": {"type": "SelfHosted", "description": "[parameters('text')]"}}]});
    let path = folder.write("t.json", document.to_string());
    let script = Script::new(vec![
        ok(json!({"value": [named("ir-a", &json!({"type": "SelfHosted"}))]})),
        ok(json!({"id": "x", "name": "adf-prod", "properties": {}})),
    ]);
    let request = json!({"operation": "desired.deployment", "verbose": true, "debug": true, "arguments": {
        "TemplateFile": path, "ResourceGroupName": "rg", "TemplateParameterObject": {"factoryName": "adf-prod",
        "text": {"secret": {"offset": 0, "length": 7, "encoding": "utf8"}}}}});
    let said = run_request(&signed_in(&script), &request, b"planted", &[]).await;
    assert_eq!(said.messages("error"), Vec::<String>::new());
    assert!(
        said.objects
            .concat()
            .contains("the parameter 'text' is a secret"),
        "{:?}",
        said.objects
    );
    assert!(!said.everything().contains("planted"));
    assert!(script.sent()[0].path.contains(SUBSCRIPTION));
}
