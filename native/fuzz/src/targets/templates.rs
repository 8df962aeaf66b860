//! The users' files: folders of definitions, templates with their expressions and parameter files, and mapping files.
//! Whatever is in them, they are read or refused with a sentence.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use azir_core::desired::template::{
    functions,
    parameters::Parameters,
    scope::{Destination, Scope},
};
use serde_json::{Value, json};

use super::answers;
use crate::{bytes::Bytes, json as odd, service::SUBSCRIPTION, world::World};

/// A folder of this process, which each input begins anew.
static PLACE: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    tempfile::tempdir().expect("the tests' folder for temporary files can be written")
});

/// Functions that need more than their arguments, and one that does not exist. The others are the product's list.
const FUNCTIONS: &[&str] = &[
    "if",
    "and",
    "or",
    "parameters",
    "variables",
    "copyIndex",
    "resourceId",
    "subscriptionResourceId",
    "extensionResourceId",
    "resourceGroup",
    "subscription",
    "deployment",
    "reference",
    "contoso.own",
];

/// The name of a function.
fn function(bytes: &mut Bytes<'_>) -> &'static str {
    let own = functions::NAMES;
    let at = bytes.below(own.len() + FUNCTIONS.len());
    own.get(at).unwrap_or_else(|| &FUNCTIONS[at - own.len()])
}

const NAMES: &[&str] = &[
    "a",
    "b",
    "c",
    "list",
    "round",
    "factoryName",
    "secret",
    "Microsoft.DataFactory/factories",
    "{0}{1}",
    "-",
    "/",
    "",
];

/// Reads what `input` makes of the users' files.
///
/// # Panics
/// For a finding.
pub fn run(input: &[u8]) {
    let mut bytes = Bytes::new(input);
    if bytes.chance(160) {
        evaluate(&mut bytes);
    } else {
        files(&mut bytes);
    }
}

/// An expression: functions of functions, chains of members, and texts of any kind.
fn expression(bytes: &mut Bytes<'_>, depth: usize) -> String {
    let kind = bytes.byte() % 16;
    if depth == 0 || kind < 3 {
        return format!("'{}'", bytes.pick(NAMES));
    }
    match kind {
        3 => bytes.integer().to_string(),
        4 => bytes.below(12).to_string(),
        5 => format!("'{}'", bytes.text().replace('\'', "''")),
        6 => {
            let times = 1 << bytes.below(14);
            let link = *[".a", "[0]", "['b']"].get(bytes.below(3)).unwrap_or(&".a");
            format!("{}{}", expression(bytes, depth - 1), link.repeat(times))
        }
        7 => {
            let name = function(bytes);
            let times = 1 << bytes.below(9);
            let inner = expression(bytes, depth - 1);
            format!(
                "{}{inner}{}",
                format!("{name}(").repeat(times),
                ")".repeat(times)
            )
        }
        8 => {
            let times = 1_usize << bytes.below(9);
            let one = expression(bytes, depth - 1);
            // Repetitions of repetitions would make an input of gigabytes.
            let times = times.min((64 << 10) / one.len().max(1));
            let many = format!("{one},").repeat(times);
            format!("{}({many}{one})", function(bytes))
        }
        _ => {
            let name = function(bytes);
            let arguments: Vec<String> = (0..bytes.below(5))
                .map(|_| expression(bytes, depth - 1))
                .collect();
            format!("{name}({})", arguments.join(", "))
        }
    }
}

/// How many elements a loop has: few more often than not.
fn count(bytes: &mut Bytes<'_>) -> usize {
    if bytes.chance(16) {
        bytes.below(900)
    } else {
        bytes.below(4)
    }
}

/// A value of a template: an expression more often than not.
fn written(bytes: &mut Bytes<'_>, depth: usize) -> Value {
    match bytes.byte() % 10 {
        0 => odd::any(bytes, 2),
        1 => json!(bytes.text()),
        2 if depth > 0 => (0..bytes.below(5))
            .map(|_| written(bytes, depth - 1))
            .collect(),
        3 if depth > 0 => json!({"copy": [{"name": bytes.pick(NAMES), "count": count(bytes),
            "input": written(bytes, depth - 1)}]}),
        4 if depth > 0 => {
            json!({bytes.pick(NAMES): written(bytes, depth - 1), "b": written(bytes, depth - 1)})
        }
        _ => json!(format!("[{}]", expression(bytes, 4))),
    }
}

/// Parameters and variables of a template, which may lead to each other.
fn declarations(bytes: &mut Bytes<'_>) -> Value {
    let mut template = json!({
        "parameters": {"factoryName": {"type": "string", "defaultValue": "adf-a"}, "secret": {"type": "secureString"}},
        "variables": {"copy": [{"name": "list", "count": count(bytes), "input": written(bytes, 2)}]},
    });
    for name in ["a", "b", "c", "round"] {
        if bytes.chance(128) {
            template["parameters"][name] =
                json!({"type": "object", "defaultValue": written(bytes, 2)});
        }
        template["variables"][name] = written(bytes, 2);
    }
    template
}

fn evaluate(bytes: &mut Bytes<'_>) {
    let template = declarations(bytes);
    let parameters = Parameters::default();
    let destination = Destination {
        subscription: Some(SUBSCRIPTION.to_owned()),
        resource_group: Some("rg".to_owned()),
    };
    let scope = Scope::new(&template, &parameters, &destination);
    for _ in 0..3 {
        let mut unknown = Vec::new();
        let value = scope.evaluate(&written(bytes, 3), "", &mut unknown);
        // What a user reads of it.
        let _ = (
            value.to_string().len(),
            unknown
                .iter()
                .map(|own| own.reason.to_string().len())
                .sum::<usize>(),
        );
    }
}

fn resource(bytes: &mut Bytes<'_>, depth: usize) -> Value {
    let name = |bytes: &mut Bytes<'_>| {
        if bytes.chance(60) {
            written(bytes, 1)
        } else {
            json!("[concat(parameters('factoryName'), '/ir-a')]")
        }
    };
    let mut own = match bytes.byte() % 6 {
        0 => json!({"name": name(bytes), "type": "Microsoft.DataFactory/factories/linkedServices",
            "properties": {"type": "SqlServer", "connectVia": {"referenceName": written(bytes, 1)}}}),
        1 => {
            json!({"name": "[parameters('factoryName')]", "type": "Microsoft.DataFactory/factories",
            "resources": (0..bytes.below(3)).map(|_| resource(bytes, depth.saturating_sub(1))).collect::<Vec<_>>()})
        }
        2 => json!({"name": "next", "type": "Microsoft.Resources/deployments", "properties": {
            "templateLink": {"uri": "[concat(parameters('factoryName'), '/template.json')]"}}}),
        3 if depth > 0 => {
            json!({"name": "inner", "type": "Microsoft.Resources/deployments", "properties": {
            "expressionEvaluationOptions": {"scope": if bytes.chance(128) {"inner"} else {"outer"}},
            "parameters": {"factoryName": {"value": written(bytes, 1)}}, "template": template(bytes, depth - 1)}})
        }
        _ => {
            json!({"name": name(bytes), "type": "Microsoft.DataFactory/factories/integrationRuntimes",
            "properties": {"type": "SelfHosted", "description": written(bytes, 2),
                "typeProperties": written(bytes, 2)}})
        }
    };
    if bytes.chance(60) {
        own["copy"] = json!({"name": "list", "count": count(bytes)});
    }
    if bytes.chance(40) {
        own["condition"] = written(bytes, 1);
    }
    own
}

fn template(bytes: &mut Bytes<'_>, depth: usize) -> Value {
    let mut template = declarations(bytes);
    template["$schema"] =
        json!("https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#");
    template["contentVersion"] = json!("1.0.0.0");
    template["resources"] = (0..bytes.below(5))
        .map(|_| resource(bytes, depth))
        .collect();
    template
}

/// The bytes of a file, damaged in some cases.
fn file(path: &Path, mut value: Value, bytes: &mut Bytes<'_>) {
    if bytes.chance(60) {
        odd::mutate(&mut value, bytes);
    }
    let mut text = value.to_string().into_bytes();
    match bytes.byte() {
        0..=8 => text.truncate(bytes.below(text.len().max(1))),
        9..=16 => text = bytes.take(100).to_vec(),
        17..=20 => text.splice(..0, *b"\xEF\xBB\xBF").for_each(drop),
        21..=24 => text.splice(..0, *b"/* x\n */ // y\n").for_each(drop),
        25..=28 => text.splice(..0, *b"\xFF\xFE").for_each(drop),
        29..=40 => {
            for _ in 0..bytes.below(8) {
                let at = bytes.below(text.len().max(1));
                if let Some(place) = text.get_mut(at) {
                    *place = bytes.byte();
                }
            }
        }
        _ => {}
    }
    if let Some(folder) = path.parent() {
        let _ = fs::create_dir_all(folder);
    }
    let _ = fs::write(path, text);
}

fn definition(bytes: &mut Bytes<'_>) -> Value {
    let name = ["ir-a", "ir-b", "ir-x", "IR-A"][bytes.below(4)];
    let mut own = match bytes.byte() % 3 {
        0 => json!({"name": name, "properties": {"type": "SelfHosted", "description": "d"}}),
        1 => {
            json!({"name": name, "properties": {"type": "SelfHosted", "typeProperties": {"linkedInfo": {
            "authorizationType": "Rbac", "resourceId": format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/\
                providers/Microsoft.DataFactory/factories/adf-b/integrationRuntimes/ir-a")}}}})
        }
        _ => {
            json!({"name": name, "properties": {"type": "Managed", "typeProperties": {"computeProperties": {
            "location": "eastus", "nodeSize": "Standard_D2_v3", "numberOfNodes": 1}, "ssisProperties": {
                "catalogInfo": {"catalogAdminPassword": {"type": "SecureString", "value": "**********"}}}}}})
        }
    };
    if bytes.chance(100) {
        odd::mutate(&mut own, bytes);
    }
    own
}

/// Files in a folder, and an operation that reads them and compares them with what the services answer.
fn files(bytes: &mut Bytes<'_>) {
    let root = PLACE.path();
    for entry in fs::read_dir(root).into_iter().flatten().flatten() {
        let path = entry.path();
        let _ = if path.is_dir() {
            fs::remove_dir_all(path)
        } else {
            fs::remove_file(path)
        };
    }
    let mut arguments = json!({"DataFactoryName": "adf-a", "ResourceGroupName": "rg"});
    let path: PathBuf = if bytes.chance(128) {
        for name in ["ir-a", "ir-b", "ir-c"].iter().take(1 + bytes.below(3)) {
            let own = definition(bytes);
            file(
                &root.join(format!("integrationRuntime/{name}.json")),
                own,
                bytes,
            );
        }
        let own = json!({"name": "l", "properties": {"connectVia": {"referenceName": "ir-a"}}});
        file(&root.join("linkedService/l.json"), own, bytes);
        root.to_owned()
    } else {
        let own = template(bytes, 2);
        file(&root.join("template.json"), own, bytes);
        if bytes.chance(128) {
            let own = json!({"parameters": {"factoryName": {"value": "adf-a"}, "a": {"value": odd::any(bytes, 2)},
                "b": {"reference": {"secretName": "s"}}}});
            file(&root.join("parameters.json"), own, bytes);
            arguments["TemplateParameterFile"] = json!(root.join("parameters.json"));
        }
        if bytes.chance(60) {
            arguments["TemplateParameterObject"] = json!({"a": odd::any(bytes, 2)});
        }
        root.join("template.json")
    };
    if bytes.chance(60) {
        let own =
            json!({"prod": {"ir-a": {"name": "ir-b", "linkedTo": null}, "ir-b": {"skip": true}}});
        file(&root.join("mapping.json"), own, bytes);
        arguments["Mapping"] = json!(root.join("mapping.json"));
        arguments["Environment"] = json!(bytes.pick(&["prod", "dev"]));
    }
    let operation = [
        "desired.compare",
        "desired.deployment",
        "desired.publish",
        "desired.export",
    ][bytes.below(4)];
    arguments[if operation == "desired.deployment" {
        "TemplateFile"
    } else {
        "Path"
    }] = json!(path);
    for (name, value) in [
        ("ErrorOnDifference", json!("Any")),
        ("DeleteUnlisted", json!(true)),
        ("Prune", json!(true)),
        ("Mode", json!("Complete")),
        ("Allow", json!(["ir-*"])),
        ("Force", json!(true)),
    ] {
        if bytes.chance(50) {
            arguments[name] = value;
        }
    }
    let request = json!({"operation": operation, "cmdlet": "Test-Cmdlet", "arguments": arguments,
        "whatIf": bytes.chance(30), "verbose": bytes.chance(128)});
    let yes = !bytes.chance(40);
    let world = World::new(bytes.rest());
    answers::perform((request, Vec::new()), &Arc::new(world.signed_in()), yes);
}
