//! Runtimes that Azure runs, in both services: the default one, moving to another location, the state Limited, and
//! references to runtimes.

use crate::support::{SUBSCRIPTION, Said, Script, fails, ok, run, run_answering, signed_in};
use serde_json::{Value, json};

/// The two services: the prefix of operations, the parameter and the resource type of what holds runtimes, the noun.
const SERVICES: [(&str, &str, &str, &str); 2] = [
    (
        "",
        "DataFactoryName",
        "Microsoft.DataFactory/factories",
        "AzDataFactoryV2IntegrationRuntime",
    ),
    (
        "synapse.",
        "WorkspaceName",
        "Microsoft.Synapse/workspaces",
        "AzSynapseIntegrationRuntime",
    ),
];

fn azure(kind: &str, name: &str, location: &str) -> Value {
    json!({
        "id": format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/{kind}/parent-a/integrationruntimes/\
                       {name}"),
        "name": name,
        "properties": {"type": "Managed", "typeProperties": {"computeProperties": {"location": location}}}
    })
}

fn named(parameter: &str, name: &str) -> Value {
    let mut arguments = json!({"ResourceGroupName": "rg", "Name": name});
    arguments[parameter] = json!("parent-a");
    arguments
}

#[tokio::test]
async fn a_second_set_moves_a_runtime_and_says_so() {
    for (prefix, parameter, kind, _) in SERVICES {
        let script = Script::new(vec![
            ok(azure(kind, "ir-a", "eastus")),
            ok(azure(kind, "ir-a", "westeurope")),
        ]);
        let mut arguments = named(parameter, "ir-a");
        arguments["Type"] = json!("Managed");
        arguments["Location"] = json!("westeurope");
        let said = run_answering(
            &signed_in(&script),
            &format!("{prefix}runtime.set"),
            arguments,
            &[true, true],
        )
        .await;
        let shown = said.messages("information");
        assert!(
            shown[0].ends_with(
                "exists; this would change:\n  ~ Location: 'eastus' -> 'westeurope'\n  1 to change"
            ),
            "{shown:?}"
        );
        assert_eq!(script.order(), ["GET ir-a", "PUT ir-a"]);
        assert_eq!(
            script.sent()[1].json()["properties"]["typeProperties"]["computeProperties"]["location"],
            "westeurope"
        );
        assert!(said.objects[0].contains(".Location='westeurope';"));
        assert!(said.objects[0].contains(".Kind='Azure';"));
    }
}

#[tokio::test]
async fn the_default_runtime_is_neither_removed_nor_moved() {
    const NAME: &str = "autoresolveIntegrationRuntime";
    for (prefix, parameter, kind, noun) in SERVICES {
        let instead = format!(
            "make an integration runtime of another name with Set-{noun} -Name <name> -Type Managed -Location \
             <location>"
        );
        let script = Script::new(vec![]);
        let mut arguments = named(parameter, NAME);
        arguments["Force"] = json!(true);
        let said = run(
            &signed_in(&script),
            &format!("{prefix}runtime.remove"),
            arguments.clone(),
        )
        .await;
        assert!(
            said.error().contains("it is not removed"),
            "{}",
            said.error()
        );
        assert!(said.error().contains(&instead));
        assert!(script.sent().is_empty());
        assert!(said.questions().is_empty());

        for change in [
            json!({"Location": "westeurope"}),
            json!({"Property": {"typeProperties": {"computeProperties": {"location": "westeurope"}}}}),
        ] {
            for before in [
                ok(azure(kind, "AutoResolveIntegrationRuntime", "AutoResolve")),
                fails(404, "NotFound", "It does not exist."),
            ] {
                let script = Script::new(vec![before]);
                let mut arguments = arguments.clone();
                arguments["Type"] = json!("Managed");
                for (name, value) in change.as_object().unwrap() {
                    arguments[name] = value.clone();
                }
                let said = run(
                    &signed_in(&script),
                    &format!("{prefix}runtime.set"),
                    arguments,
                )
                .await;
                assert!(
                    said.error().contains("its location is not changed"),
                    "{}",
                    said.error()
                );
                assert!(said.error().contains(&instead));
                assert_eq!(script.sent().len(), 1);
            }
        }

        // Anything else of it can be set.
        let script = Script::new(vec![
            ok(azure(kind, "AutoResolveIntegrationRuntime", "AutoResolve")),
            ok(azure(kind, "AutoResolveIntegrationRuntime", "AutoResolve")),
        ]);
        arguments["DataFlowTimeToLive"] = json!(10);
        let said = run(
            &signed_in(&script),
            &format!("{prefix}runtime.set"),
            arguments,
        )
        .await;
        assert_eq!(said.messages("error"), Vec::<String>::new());
        assert!(said.objects[0].contains(".Kind='AzureDefault';"));
    }
}

#[tokio::test]
async fn a_factorys_default_runtime_that_nobody_set_is_explained() {
    let script = Script::new(vec![fails(404, "NotFound", "It does not exist")]);
    let arguments = named("DataFactoryName", "AutoResolveIntegrationRuntime");
    let said = run(&signed_in(&script), "runtime.get", arguments).await;
    let lines: Vec<String> = said.error().lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(
        lines[2],
        "Error Message: It does not exist. 'AutoResolveIntegrationRuntime' is the default integration runtime, which \
         every data factory has from the start: there is nothing to read of it. What names no other \
         integration runtime uses it."
    );
}

fn limited(said: &Said, parent: &str, parameter: &str, noun: &str, name: &str) {
    assert_eq!(
        said.messages("warning"),
        [format!(
            "Integration runtime '{name}' in {parent} 'parent-a' is in the state Limited: Azure cannot give it all \
             that it is to have, and activities that use it may fail. Repair it by setting it again as it is: \
             Get-{noun} -ResourceGroupName 'rg' -{parameter} 'parent-a' -Name '{name}' | Set-{noun} -Force"
        )]
    );
    assert!(said.objects.join("").contains(".State='Limited';"));
}

#[tokio::test]
async fn limited_is_explained_with_its_repair() {
    let status = || {
        ok(
            json!({"name": "ir-a", "properties": {"type": "Managed", "state": "Limited", "typeProperties": {}}}),
        )
    };
    for (prefix, parameter, kind, noun) in SERVICES {
        let parent = if prefix.is_empty() {
            "data factory"
        } else {
            "workspace"
        };
        let one = || ok(azure(kind, "ir-a", "eastus"));
        let mut arguments = named(parameter, "ir-a");
        arguments["Status"] = json!(true);
        let script = Script::new(vec![one(), status()]);
        let said = run(
            &signed_in(&script),
            &format!("{prefix}runtime.get"),
            arguments,
        )
        .await;
        limited(&said, parent, parameter, noun, "ir-a");

        let script = Script::new(vec![one(), status()]);
        let said = run(
            &signed_in(&script),
            &format!("{prefix}runtime.wait"),
            named(parameter, "ir-a"),
        )
        .await;
        limited(&said, parent, parameter, noun, "ir-a");

        let mut arguments = named(parameter, "");
        arguments["Status"] = json!(true);
        let script = Script::new(vec![
            ok(json!({"value": [azure(kind, "ir-b", "eastus")]})),
            status(),
        ]);
        let said = run(
            &signed_in(&script),
            &format!("{prefix}runtime.get"),
            arguments,
        )
        .await;
        limited(&said, parent, parameter, noun, "ir-b");

        // Of a self-hosted one it is the nodes that are meant.
        let own = json!({"name": "ir-a", "properties": {"type": "SelfHosted"}});
        let mut arguments = named(parameter, "ir-a");
        arguments["Status"] = json!(true);
        let script = Script::new(vec![ok(own), status()]);
        let said = run(
            &signed_in(&script),
            &format!("{prefix}runtime.get"),
            arguments,
        )
        .await;
        assert_eq!(said.messages("warning"), Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_reference_needs_no_sign_in() {
    let script = Script::new(vec![]);
    for (_, parameter, kind, _) in SERVICES {
        let mut object = json!({"Name": "ir-a", "Type": "Managed", "ResourceGroupName": "rg",
            "Id": azure(kind, "ir-a", "x")["id"]});
        object[parameter] = json!("parent-a");
        let said = run(
            &crate::support::library(&script),
            "reference.convert",
            json!({"InputObject": object}),
        )
        .await;
        assert_eq!(said.messages("error"), Vec::<String>::new());
        let text = &said.objects[0];
        assert!(
            text.contains(".referenceName='ir-a';.type='IntegrationRuntimeReference';"),
            "{text}"
        );
    }
    let said = run(
        &crate::support::library(&script),
        "reference.convert",
        json!({"InputObject": 5}),
    )
    .await;
    assert!(
        said.error()
            .starts_with("The object given as -InputObject is no integration runtime.")
    );
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn a_container_without_its_signature_is_refused_and_not_shown() {
    for (prefix, parameter, ..) in SERVICES {
        let script = Script::new(vec![]);
        let mut arguments = named(parameter, "ir-a");
        arguments["SetupScriptContainerSasUri"] =
            json!("https://planted.blob.core.windows.net/setup");
        let said = run(
            &signed_in(&script),
            &format!("{prefix}runtime.set"),
            arguments,
        )
        .await;
        assert!(said.error().contains("<container>?<signature>"));
        assert!(!said.everything().contains("planted"));
        assert!(script.sent().is_empty());
    }
}

#[tokio::test]
async fn what_should_be_an_object_and_is_not_stays_as_it_is() {
    for (prefix, parameter, kind, _) in SERVICES {
        let mut odd = azure(kind, "ir-a", "eastus");
        odd["properties"]["typeProperties"]["computeProperties"] = json!("odd");
        let script = Script::new(vec![ok(odd)]);
        let mut arguments = named(parameter, "ir-a");
        arguments["Location"] = json!("westus");
        arguments["Force"] = json!(true);
        let said = run(
            &signed_in(&script),
            &format!("{prefix}runtime.set"),
            arguments,
        )
        .await;
        assert!(
            said.error()
                .contains("'computeProperties' is not an object"),
            "{}",
            said.error()
        );
        assert_eq!(script.order(), ["GET ir-a"]);
    }
}

#[tokio::test]
async fn an_offset_of_a_day_is_refused_before_any_request() {
    for (prefix, parameter, ..) in SERVICES {
        for offset in ["-PT1H", "P1D", "PT24H"] {
            let script = Script::new(vec![]);
            let mut arguments = named(parameter, "ir-a");
            arguments["AutoUpdateDelayOffset"] = json!(offset);
            let said = run(
                &signed_in(&script),
                &format!("{prefix}runtime.update"),
                arguments,
            )
            .await;
            assert!(
                said.error().contains("from 0 up to less than a day"),
                "{offset}"
            );
            assert!(script.sent().is_empty());
        }
    }
}

#[tokio::test]
async fn a_tag_that_is_a_table_is_refused() {
    for operation in ["factory.set", "factory.update"] {
        for value in [json!({"a": 1}), json!([1])] {
            let existing = json!({"name": "adf-a", "location": "eastus", "properties": {}});
            let script = Script::new(vec![ok(existing.clone()), ok(existing)]);
            let arguments = json!({"ResourceGroupName": "rg", "Name": "adf-a", "Location": "eastus", "Force": true,
                "Tag": {"team": value}});
            let said = run(&signed_in(&script), operation, arguments).await;
            assert!(
                said.error()
                    .starts_with("The value of the tag 'team' in -Tag is no text."),
                "{}",
                said.error()
            );
            assert!(script.sent().iter().all(|sent| sent.method == "GET"));
        }
    }
}

#[tokio::test]
async fn every_kind_of_object_metadata_has_the_same_four_first() {
    let script = Script::new(vec![ok(
        json!({"value": [{"type": "Folder"}, {"id": 5, "name": "n", "projectVersion": 2}]}),
    )]);
    let arguments = json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a", "Name": "ir-a"});
    let said = run(&signed_in(&script), "metadata.get", arguments).await;
    let all = said.objects.join("");
    for name in ["Type", "Id", "Name", "Description"] {
        assert_eq!(
            all.matches(&format!(".{name}=")).count(),
            2,
            "{name}\n{all}"
        );
    }
}
