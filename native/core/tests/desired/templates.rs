//! Templates: parameters, loops, conditions, nested and linked ones, and what cannot be evaluated.

use std::time::{Duration, Instant};

use azir_azure::json::Lookup;
use azir_core::desired::{Desired, Kind, template::parameters::Parameters};
use serde_json::{Value, json};

use super::{Folder, HUB, fixture, read, read_with, template};

fn parameters(path: &str) -> Parameters {
    Parameters::read(&fixture(path)).unwrap()
}

fn names(desired: &Desired) -> Vec<String> {
    desired
        .runtimes
        .iter()
        .map(|own| {
            let parent = own.parent.as_ref().map_or("?", |own| own.name.as_str());
            format!("{parent}/{}", own.name)
        })
        .collect()
}

fn factory_runtime(name: &str, properties: &Value) -> Value {
    json!({"name": name, "type": "Microsoft.DataFactory/factories/integrationRuntimes",
        "apiVersion": "2018-06-01", "properties": properties})
}

/// A chain of `length` variables, of which a description is the first.
fn chained(length: usize) -> Vec<azir_core::desired::compare::Difference> {
    let mut variables = serde_json::Map::new();
    for at in 1..length {
        variables.insert(
            format!("v{at}"),
            json!(format!("[variables('v{}')]", at + 1)),
        );
    }
    variables.insert(format!("v{length}"), json!("the end"));
    let folder = super::Folder::new();
    let document = json!({"contentVersion": "1.0.0.0", "variables": variables, "resources": [
        {"name": "adf-prod/ir-a", "type": "Microsoft.DataFactory/factories/integrationRuntimes",
         "properties": {"type": "SelfHosted", "description": "[variables('v1')]"}}]});
    let path = folder.write("main.json", document.to_string());
    let desired = super::read(&path).unwrap();
    let service = json!({"type": "SelfHosted", "description": "the end"});
    azir_core::desired::compare::compare(
        &desired,
        &super::target(),
        &[super::live("ir-a", &service)],
    )
}

#[test]
fn a_chain_of_variables_that_is_too_long_is_not_known() {
    assert_eq!(chained(32), []);
    let found = chained(33);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        found[0].severity,
        azir_core::desired::compare::Severity::NotCompared
    );
    assert_eq!(
        found[0].message,
        "The member 'properties.description' of integration runtime 'ir-a' cannot be evaluated: parameters and \
         variables refer to each other in a circle, or in a chain of more than 32, which is the most that is followed."
    );
}

#[test]
fn an_exported_template_is_read_with_its_parameters() {
    let desired = read_with(
        &fixture("template/ARMTemplateForFactory.json"),
        Some(parameters("template/ARMTemplateParametersForFactory.json")),
    )
    .unwrap();
    assert_eq!(desired.kind, Kind::Template);
    assert_eq!(
        names(&desired),
        ["adf-prod/ir-west", "adf-prod/SharedIR", "adf-prod/AzureIR"]
    );
    assert_eq!(desired.issues, []);
    assert_eq!(desired.dependants("SharedIR"), ["files-hub"]);
    let shared = desired.runtime("sharedir").unwrap();
    let id = shared.document.details().at("linkedInfo").at("resourceId");
    assert_eq!(id, HUB);
    assert_eq!(shared.position.member, "resources[3]");
    assert_eq!(shared.position.line, Some(71));
}

#[test]
fn without_its_parameters_the_missing_one_and_the_file_beside_are_named() {
    let desired = read(&fixture("template")).unwrap();
    let shared = desired.runtime("SharedIR").unwrap();
    assert_eq!(shared.unknown.len(), 1);
    assert_eq!(
        shared.unknown[0].path,
        "properties.typeProperties.linkedInfo.resourceId"
    );
    assert_eq!(
        shared.unknown[0].reason.to_string(),
        "the parameter 'SharedIR_properties_typeProperties_linkedInfo_resourceId' has no value"
    );
    // The name has a default, which is that of the factory it was exported from.
    assert_eq!(names(&desired)[0], "adf-dev/ir-west");
    let nameless = template(
        &json!([
            factory_runtime(
                "[concat(parameters('factoryName'), '/ir-a')]",
                &json!({"type": "SelfHosted"})
            ),
            factory_runtime(
                "[concat(parameters('factoryName'), '/ir-b')]",
                &json!({"type": "SelfHosted"})
            ),
        ]),
        &json!({"factoryName": {"type": "string"}}),
        &json!({}),
    );
    assert_eq!(nameless.issues.len(), 1);
    assert!(
        nameless.issues[0]
            .message
            .starts_with("The names of 2 integration runtimes of the template"),
        "{}",
        nameless.issues[0].message
    );
    assert!(
        nameless.issues[0]
            .message
            .ends_with("the parameter 'factoryName' has no value.")
    );
}

#[test]
fn linked_templates_are_read_from_the_files_beside_the_master() {
    let desired = read_with(
        &fixture("template/linkedTemplates"),
        Some(parameters(
            "template/linkedTemplates/ArmTemplateParameters_master.json",
        )),
    )
    .unwrap();
    assert_eq!(names(&desired), ["adf-prod/SharedIR"]);
    assert_eq!(desired.dependants("SharedIR"), ["files-hub"]);
    assert_eq!(desired.issues, []);
    assert!(
        desired.runtimes[0]
            .position
            .file
            .ends_with("ArmTemplate_0.json")
    );
    let folder = Folder::new();
    let master =
        std::fs::read(fixture("template/linkedTemplates/ArmTemplate_master.json")).unwrap();
    let path = folder.write("ArmTemplate_master.json", master);
    let alone = read(&path).unwrap();
    assert_eq!(alone.issues.len(), 1);
    assert!(
        alone.issues[0]
            .message
            .contains("ArmTemplate_0.json' cannot be read: it does not exist.")
    );
    assert!(!alone.issues[0].harmless);
}

#[test]
fn a_workspaces_template_is_read() {
    let desired = read(&fixture("workspace")).unwrap();
    assert_eq!(
        names(&desired),
        ["syn-dev/AutoResolveIntegrationRuntime", "syn-dev/ir-local"]
    );
    // The portal's export writes types in lower case.
    let portal = template(
        &json!([{"name": "syn-a/ir-a", "type": "microsoft.synapse/workspaces/integrationruntimes",
            "apiVersion": "2021-06-01", "properties": {"type": "SelfHosted"}}]),
        &json!({}),
        &json!({}),
    );
    assert_eq!(names(&portal), ["syn-a/ir-a"]);
}

#[test]
fn of_two_definitions_of_one_name_the_condition_chooses() {
    let mut one = factory_runtime("adf/ir-a", &json!({"type": "SelfHosted"}));
    one["condition"] = json!("[parameters('linked')]");
    let mut other = factory_runtime(
        "adf/ir-a",
        &json!({"type": "SelfHosted", "description": "own"}),
    );
    other["condition"] = json!("[not(parameters('linked'))]");
    let desired = template(
        &json!([one, other]),
        &json!({"linked": {"type": "bool"}}),
        &json!({"linked": {"value": false}}),
    );
    assert_eq!(
        (names(&desired), desired.issues.len()),
        (vec!["adf/ir-a".to_owned()], 0)
    );
    assert_eq!(
        desired.runtimes[0].document.properties()["description"],
        "own"
    );
}

#[test]
fn loops_conditions_and_resources_inside_of_their_parent_are_followed() {
    let own = json!({"type": "SelfHosted", "description": "[format('number {0}', copyIndex())]"});
    let mut copied = factory_runtime("[concat('adf/ir-', copyIndex('loop', 1))]", &own);
    copied["copy"] = json!({"name": "loop", "count": "[parameters('count')]"});
    let mut off = factory_runtime("adf/ir-off", &json!({"type": "SelfHosted"}));
    off["condition"] = json!("[equals(parameters('count'), 5)]");
    let inside = json!({"name": "[parameters('factory')]", "type": "Microsoft.DataFactory/factories",
    "resources": [
        {"name": "ir-inside", "type": "integrationRuntimes", "properties": {"type": "SelfHosted"}},
        {"name": "adf/ir-whole", "type": "Microsoft.DataFactory/factories/integrationRuntimes",
         "properties": {"type": "SelfHosted"}},
    ]});
    let desired = template(
        &json!([copied, off, inside]),
        &json!({"count": {"type": "int", "defaultValue": 2}, "factory": {"type": "string"}}),
        &json!({"factory": {"value": "adf"}}),
    );
    // What a condition leaves out is said, and is no mistake.
    assert_eq!(desired.issues.len(), 1);
    assert!(desired.issues[0].harmless);
    assert_eq!(desired.issues[0].runtime.as_deref(), Some("ir-off"));
    assert!(
        desired.issues[0]
            .message
            .ends_with("the 'condition' of resources[1] is false with these parameters."),
        "{}",
        desired.issues[0].message
    );
    assert_eq!(
        names(&desired),
        ["adf/ir-1", "adf/ir-2", "adf/ir-inside", "adf/ir-whole"]
    );
    assert_eq!(
        desired.runtimes[1].document.properties()["description"],
        "number 1"
    );
    assert_eq!(desired.parents[0].name, "adf");
    // The newer language has an object of resources, of which some are only referred to.
    let symbolic = template(
        &json!({
            "one": factory_runtime("adf/ir-a", &json!({"type": "SelfHosted"})),
            "two": {"existing": true, "name": "adf", "type": "Microsoft.DataFactory/factories"},
        }),
        &json!({}),
        &json!({}),
    );
    assert_eq!(names(&symbolic), ["adf/ir-a"]);
    assert_eq!(symbolic.parents, []);
}

#[test]
fn nested_deployments_have_their_own_or_the_outer_parameters() {
    let inner = |scope: &str, group: &str| {
        json!({"name": "nested", "type": "Microsoft.Resources/deployments", "resourceGroup": group, "properties": {
            "mode": "Incremental", "expressionEvaluationOptions": {"scope": scope},
            "parameters": {"name": {"value": "[parameters('outer')]"}},
            "template": {"parameters": {"name": {"type": "string"}}, "resources": [factory_runtime(
                if scope == "inner" { "[concat(parameters('name'), '/ir-in')]" }
                else { "[concat(parameters('outer'), '/ir-out')]" },
                &json!({"type": "SelfHosted"}))]},
        }})
    };
    let desired = template(
        &json!([inner("inner", "rg-other"), inner("outer", "rg")]),
        &json!({"outer": {"type": "string"}}),
        &json!({"outer": {"value": "adf"}}),
    );
    assert_eq!(names(&desired), ["adf/ir-in", "adf/ir-out"]);
    let group = |index: usize| {
        desired.runtimes[index]
            .parent
            .as_ref()
            .unwrap()
            .resource_group
            .clone()
    };
    assert_eq!(group(0).as_deref(), Some("rg-other"));
}

#[test]
fn what_cannot_be_evaluated_is_an_issue_and_no_guess() {
    let mut conditional = factory_runtime("adf/ir-a", &json!({"type": "SelfHosted"}));
    conditional["condition"] = json!("[reference('x').on]");
    for (resource, wanted) in [
        (
            conditional,
            "whether the template deploys it is not known, since the function 'reference'",
        ),
        (
            factory_runtime(
                "[concat('adf/', uniqueString('x'))]",
                &json!({"type": "SelfHosted"}),
            ),
            "The name of an integration runtime",
        ),
        (
            factory_runtime("ir-alone", &json!({"type": "SelfHosted"})),
            "does not have the form '<parent>/<name>'",
        ),
        (
            factory_runtime("adf/ir-a", &json!({})),
            "its 'properties' have no text 'type'",
        ),
        (
            factory_runtime("adf/ir-a", &json!("[parameters('none')]")),
            "the template does not declare 'none'",
        ),
        (
            factory_runtime("adf/ir-a", &json!({"type": "[parameters('kv')]"})),
            "is in a key vault, which is not read",
        ),
    ] {
        let desired = template(
            &json!([resource]),
            &json!({"kv": {"type": "string"}}),
            &json!({"kv": {"reference": {"keyVault": {"id": "/kv"}, "secretName": "s"}}}),
        );
        assert_eq!(desired.runtimes.len(), 0, "{wanted}");
        assert_eq!(desired.issues.len(), 1, "{wanted}: {:?}", desired.issues);
        assert!(
            desired.issues[0].message.contains(wanted),
            "{}",
            desired.issues[0].message
        );
        assert!(!desired.issues[0].harmless);
        assert!(
            !desired.issues[0].message.contains("  "),
            "{}",
            desired.issues[0].message
        );
    }
}

#[test]
fn a_runtime_twice_and_parameters_of_another_template_are_issues() {
    let twice = template(
        &json!([
            factory_runtime("adf/ir-a", &json!({"type": "SelfHosted"})),
            factory_runtime("ADF/IR-A", &json!({"type": "Managed"})),
        ]),
        &json!({}),
        &json!({"other": {"value": 1}}),
    );
    assert_eq!(twice.runtimes.len(), 1);
    let messages: Vec<&str> = twice
        .issues
        .iter()
        .map(|own| own.message.as_str())
        .collect();
    assert!(
        messages[0].contains("does not declare the parameters 'other'"),
        "{messages:?}"
    );
    assert!(
        messages[1].contains("has the integration runtime 'IR-A' twice"),
        "{messages:?}"
    );
}

#[test]
fn other_files_are_told_what_they_are() {
    let folder = Folder::new();
    for (name, content, wanted) in [
        (
            "p.json",
            r#"{"parameters": {}}"#,
            "is a parameter file. Give the template",
        ),
        (
            "ir.json",
            r#"{"name": "a", "properties": {}}"#,
            "is the definition of one resource. Give the folder above",
        ),
        ("x.json", "{}", "is not an Azure Resource Manager template"),
        (
            "list.json",
            "[]",
            "is not an Azure Resource Manager template",
        ),
        (
            "y.json",
            "{\n  \"resources\": [,]\n}",
            "is not valid JSON (line 2, column 17).",
        ),
        ("main.bicep", "param x string", "az bicep build --file"),
    ] {
        let error = read(&folder.write(name, content)).unwrap_err().message();
        assert!(error.contains(wanted), "{error}");
    }
    for (name, content, wanted) in [
        (
            "p.bicepparam",
            "using 'main.bicep'",
            "az bicep build-params --file",
        ),
        ("t.json", r#"{"resources": []}"#, "is not a parameter file"),
        ("q.json", "{", "is not valid JSON (line 1, column 1)."),
    ] {
        let error = Parameters::read(&folder.write(name, content)).unwrap_err();
        assert!(error.contains(wanted), "{error}");
    }
}

#[test]
fn ten_thousand_resources_are_read() {
    let mut resources: Vec<Value> = Vec::new();
    for index in 0..10_000 {
        resources.push(if index % 50 == 0 {
            factory_runtime(
                &format!("[concat(parameters('factoryName'), '/ir-{index}')]"),
                &json!({"type": "SelfHosted", "typeProperties": {}}),
            )
        } else {
            json!({"name": format!("[concat(parameters('factoryName'), '/p-{index}')]"),
                "type": "Microsoft.DataFactory/factories/pipelines", "properties": {"activities": [{"name": "Copy",
                "typeProperties": {"source": {"type": "SqlSource", "query": "x".repeat(500)}}}]}})
        });
    }
    let begun = Instant::now();
    let desired = template(
        &Value::Array(resources),
        &json!({"factoryName": {"type": "string"}}),
        &json!({"factoryName": {"value": "adf"}}),
    );
    let took = begun.elapsed();
    assert_eq!(desired.runtimes.len(), 200);
    assert_eq!(desired.issues, []);
    assert!(took < Duration::from_secs(300), "{took:?}");
}

/// The sentences about a template whose variables are these, with one integration runtime of that description.
fn evaluated(variables: &Value, description: &str) -> (Desired, Duration) {
    let folder = Folder::new();
    let document = json!({
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0", "variables": variables, "resources": [factory_runtime("adf/ir",
            &json!({"type": "SelfHosted", "description": description}))],
    });
    let path = folder.write("main.json", document.to_string());
    let begun = Instant::now();
    let desired = read(&path).unwrap();
    (desired, begun.elapsed())
}

#[test]
fn what_stands_for_more_than_a_memory_holds_is_not_evaluated() {
    let doubled = |form: &str| {
        let mut variables = json!({"v0": "x".repeat(1000)});
        for at in 1..31 {
            let before = format!("variables('v{}')", at - 1);
            variables[format!("v{at}")] = form.replace('#', &before).into();
        }
        variables
    };
    for (variables, text) in [
        (doubled("[concat(#, #, #)]"), "[variables('v30')]"),
        (doubled("[createArray(#, #)]"), "[variables('v30')]"),
        (
            doubled("[createObject('a', #, 'b', #)]"),
            "[string(variables('v30'))]",
        ),
        (doubled("[replace(#, 'x', #)]"), "[variables('v3')]"),
        (doubled("[replace(#, '', #)]"), "[variables('v3')]"),
        (doubled("[format('{0}{0}{0}{0}', #)]"), "[variables('v20')]"),
        (doubled("[join(range(0, 10000), #)]"), "[variables('v2')]"),
        (doubled("[padLeft('a', 999, #)]"), "[variables('v1')]"),
    ] {
        let (desired, took) = evaluated(&variables, text);
        let unknown = &desired.runtimes[0].unknown;
        assert_eq!(unknown.len(), 1, "{text}");
        assert_eq!(unknown[0].path, "properties.description");
        assert!(took < Duration::from_secs(60), "{took:?}");
    }
}

#[test]
fn chains_and_levels_have_an_end() {
    for text in [
        format!("[variables('a'){}]", ".a".repeat(200_000)),
        format!("[variables('a'){}]", "[0]".repeat(200_000)),
        format!("[{}0{}]", "not(".repeat(200_000), ")".repeat(200_000)),
        format!("[{}0{}]", "f()[".repeat(200_000), "]".repeat(200_000)),
    ] {
        let (desired, _) = evaluated(&json!({"a": {}}), &text);
        assert_eq!(desired.runtimes[0].unknown.len(), 1, "{}", &text[..20]);
    }
    // Each variable adds all the levels that a text and an expression can have.
    let mut variables = json!({"v0": 1});
    for at in 1..31 {
        let call = format!(
            "{}variables('v{}'){}",
            "array(".repeat(55),
            at - 1,
            ")".repeat(55)
        );
        let mut value: Value = format!("[{call}]").into();
        for _ in 0..100 {
            value = json!([value]);
        }
        variables[format!("v{at}")] = value;
    }
    let (desired, _) = evaluated(&variables, "[variables('v30')]");
    assert!(
        desired.runtimes[0].unknown[0]
            .reason
            .to_string()
            .contains("too deeply")
    );
}

#[test]
fn loops_in_loops_and_templates_that_link_to_themselves_have_an_end() {
    let inner = json!({"copy": [{"name": "c", "count": 800, "input": {"copy": [{"name": "d", "count": 800,
        "input": {"copy": [{"name": "e", "count": 800, "input": "[copyIndex('e')]"}]}}]}}]});
    let (desired, took) = evaluated(&json!({"a": inner}), "[string(variables('a'))]");
    assert!(!desired.issues.is_empty() || !desired.runtimes[0].unknown.is_empty());
    assert!(took < Duration::from_secs(120), "{took:?}");

    let folder = Folder::new();
    let next = json!({"name": "next", "type": "Microsoft.Resources/deployments",
        "properties": {"templateLink": {"relativePath": "main.json"}}});
    let document = json!({
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0", "resources": vec![next; 40],
    });
    let path = folder.write("main.json", document.to_string());
    let begun = Instant::now();
    let desired = read(&path).unwrap();
    let said = |own: &str| {
        desired
            .issues
            .iter()
            .filter(|issue| issue.message.contains(own))
            .count()
    };
    assert_eq!(said("is not read to its end"), 1);
    assert!(
        begun.elapsed() < Duration::from_secs(120),
        "{:?}",
        begun.elapsed()
    );
}

#[test]
fn an_offset_that_is_no_number_of_a_loop_is_not_evaluated() {
    let copy = json!([{"name": "l", "count": 2, "input": "[copyIndex('l', 9223372036854775807)]"}]);
    let (desired, _) = evaluated(&json!({ "copy": copy }), "[string(variables('l'))]");
    assert_eq!(desired.runtimes[0].unknown.len(), 1);
}
