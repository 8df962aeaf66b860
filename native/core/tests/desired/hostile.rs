//! Files that are made to hang, to fill the memory or to end the process: each ends soon, with an issue.

use std::time::{Duration, Instant};

use azir_core::desired::{Desired, Issue, mapping::Mapping, template::parameters::Parameters};
use serde_json::{Value, json};

use super::{Folder, read, template};

/// Whether what `work` does is far from the time that the attack would take. Minutes, since machines are slow.
fn soon<T>(work: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let done = work();
    assert!(began.elapsed() < Duration::from_secs(240));
    done
}

fn runtime(name: &str, description: &Value) -> Value {
    json!({"name": format!("adf/{name}"), "type": "Microsoft.DataFactory/factories/integrationRuntimes",
        "apiVersion": "2018-06-01", "properties": {"type": "SelfHosted", "description": description}})
}

fn with_variables(variables: &Value, resources: &Value) -> Desired {
    let folder = Folder::new();
    let document = json!({
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0", "variables": variables, "resources": resources,
    });
    soon(|| read(&folder.write("main.json", document.to_string())).unwrap())
}

/// The reason why the description of the first runtime is not known.
fn reason(desired: &Desired) -> String {
    desired.runtimes[0].unknown[0].reason.to_string()
}

#[test]
fn a_loop_of_two_thousand_millions_is_not_run() {
    let mut own = runtime("ir", &json!("d"));
    own["copy"] = json!({"name": "many", "count": 2_147_483_647});
    let desired = template(&json!([own]), &json!({}), &json!({}));
    assert!(desired.runtimes.is_empty());
    let said = &desired.issues[0].message;
    assert!(
        said.contains("the number of elements of the loop 'many' is not valid"),
        "{said}"
    );
}

#[test]
fn loops_in_loops_end() {
    let mut inner = json!("x");
    for level in 0..20 {
        inner = json!({"copy": [{"name": format!("l{level}"), "count": 800, "input": inner}]});
    }
    let desired = soon(|| template(&json!([runtime("ir", &inner)]), &json!({}), &json!({})));
    assert!(
        reason(&desired).contains("more than 2000000 values"),
        "{desired:?}"
    );
    let last: &Issue = desired.issues.last().unwrap();
    assert!(
        last.message
            .contains("is not read to its end: its loops and expressions make more than"),
        "{last:?}"
    );
    assert!(!last.harmless);
}

#[test]
fn deployments_in_loops_in_deployments_end() {
    let mut resources = json!([runtime("ir-[copyIndex()]", &json!("d"))]);
    for level in 0..7 {
        resources = json!([{"type": "Microsoft.Resources/deployments", "name": "d", "apiVersion": "2022-09-01",
            "copy": {"name": format!("l{level}"), "count": 800},
            "properties": {"mode": "Incremental", "expressionEvaluationOptions": {"scope": "inner"},
                "template": {"resources": resources}}}]);
    }
    let desired = soon(|| template(&resources, &json!({}), &json!({})));
    let last = &desired.issues.last().unwrap().message;
    assert!(last.contains("is not read to its end"), "{last}");
}

#[test]
fn a_linked_template_that_links_to_itself_ends() {
    let folder = Folder::new();
    let link = json!({"type": "Microsoft.Resources/deployments", "name": "again", "apiVersion": "2022-09-01",
        "properties": {"mode": "Incremental", "templateLink": {"relativePath": "main.json"}}});
    let document = json!({"$schema": "x/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
        "resources": vec![link; 40]});
    let path = folder.write("main.json", document.to_string());
    let desired = soon(|| read(&path).unwrap());
    assert!(!desired.issues.is_empty());
}

#[test]
fn values_that_double_end() {
    for pair in [
        (
            "[concat(variables('v{next}'), variables('v{next}'))]",
            "0123456789",
        ),
        (
            "[createArray(variables('v{next}'), variables('v{next}'))]",
            "x",
        ),
        (
            "[createObject('a', variables('v{next}'), 'b', variables('v{next}'))]",
            "x",
        ),
        (
            "[format('{0}{0}{0}{0}', variables('v{next}'))]",
            "0123456789",
        ),
        (
            "[replace(variables('v{next}'), '0', variables('v{next}'))]",
            "00",
        ),
        (
            "[join(createArray(variables('v{next}'), variables('v{next}')), variables('v{next}'))]",
            "00",
        ),
    ] {
        let mut variables = serde_json::Map::new();
        for own in 0..30 {
            let next = (own + 1).to_string();
            variables.insert(format!("v{own}"), json!(pair.0.replace("{next}", &next)));
        }
        variables.insert("v30".into(), json!(pair.1));
        let desired = with_variables(
            &variables.into(),
            &json!([runtime("ir", &json!("[variables('v0')]"))]),
        );
        let said = reason(&desired);
        assert!(
            said.contains("too large") || said.contains("more than") || said.contains("deeply"),
            "{} {said}",
            pair.0
        );
    }
}

#[test]
fn defaults_that_ask_for_each_other_twice_end() {
    // Nothing grows, but each level doubles the work.
    let mut declared = serde_json::Map::new();
    for own in 0..31 {
        let default = format!("[concat(parameters('p{0}'), parameters('p{0}'))]", own + 1);
        declared.insert(
            format!("p{own}"),
            json!({"type": "string", "defaultValue": default}),
        );
    }
    declared.insert("p31".into(), json!({"type": "string", "defaultValue": ""}));
    let resources = json!([runtime("ir", &json!("[parameters('p0')]"))]);
    let desired = soon(|| template(&resources, &declared.into(), &json!({})));
    let said = reason(&desired);
    assert!(
        said.contains("more than") || said.contains("deeply"),
        "{said}"
    );
}

#[test]
fn a_tower_of_values_and_expressions_does_not_take_the_stack() {
    let tower = |from: &str, to: &str, next: usize| {
        let call = format!("[{}variables('v{next}'){}]", from.repeat(50), to.repeat(50));
        (0..100).fold(json!(call), |inner, _| json!([inner]))
    };
    for (from, to) in [("createArray(", ")"), ("string(", ")"), ("first(", ")")] {
        let mut variables = serde_json::Map::new();
        for own in 0..300 {
            variables.insert(format!("v{own}"), tower(from, to, own + 1));
        }
        variables.insert("v300".into(), json!("x"));
        // From the end to the start, so that each one finds the next one evaluated.
        let resources: Vec<Value> = (0..300)
            .rev()
            .map(|own| {
                runtime(
                    &format!("ir-{own}"),
                    &json!(format!("[variables('v{own}')]")),
                )
            })
            .collect();
        let desired = with_variables(&variables.clone().into(), &json!(resources));
        let is_ended = |own: &Issue| own.message.contains("is not read to its end");
        assert!(desired.runtimes.len() == 300 || desired.issues.iter().any(is_ended));
        let desired = with_variables(
            &variables.into(),
            &json!([runtime("ir", &json!("[variables('v0')]"))]),
        );
        assert!(!desired.runtimes[0].unknown.is_empty());
    }
}

#[test]
fn a_million_brackets_or_members_are_no_expression() {
    for inner in [
        "[".repeat(1_000_000),
        format!("[f(){}]", ".a".repeat(1_000_000)),
        format!("[{}1{}]", "f(".repeat(1_000_000), ")".repeat(1_000_000)),
        format!("[resourceGroup(){}]", "[0]".repeat(1_000_000)),
    ] {
        let desired = soon(|| {
            template(
                &json!([runtime("ir", &json!(inner))]),
                &json!({}),
                &json!({}),
            )
        });
        let unknown = &desired.runtimes[0].unknown;
        if inner.ends_with(']') {
            let said = unknown[0].reason.to_string();
            assert!(
                said.len() < 400 && said.contains("is not a valid expression"),
                "{said}"
            );
        }
    }
    // Of JSON itself, the parser has the limit.
    let folder = Folder::new();
    let path = folder.write(
        "main.json",
        format!("{{\"resources\": {}", "[".repeat(1_000_000)),
    );
    let said = read(&path).unwrap_err().message();
    assert!(said.contains("is not valid JSON"), "{said}");
}

#[test]
fn an_expression_that_is_shown_is_cut() {
    let resources = json!([runtime("ir", &json!(format!("[{}]", "x".repeat(100_000))))]);
    let desired = template(&resources, &json!({}), &json!({}));
    assert!(reason(&desired).len() < 400);
}

#[test]
fn a_file_of_ten_gigabytes_is_not_read() {
    let folder = Folder::new();
    let path = folder.write("integrationRuntime/ir-large.json", "{");
    let file = std::fs::File::options().write(true).open(&path).unwrap();
    file.set_len(10 << 30).unwrap();
    let desired = soon(|| read(folder.path()).unwrap());
    let said = &desired.issues[0].message;
    assert!(
        said.ends_with("cannot be read: it is larger than 64 MiB."),
        "{said}"
    );
    let said = soon(|| Parameters::read(&path)).unwrap_err();
    assert!(said.contains("larger than 64 MiB"), "{said}");
    let said = soon(|| Mapping::read(&path, None)).unwrap_err();
    assert!(said.contains("larger than 64 MiB"), "{said}");
    let said = soon(|| read(&path)).unwrap_err().message();
    assert!(said.contains("larger than 64 MiB"), "{said}");
}

#[cfg(unix)]
#[test]
fn pipes_devices_and_links_without_end_are_issues() {
    use std::os::unix::fs::symlink;

    let folder = Folder::new();
    folder.write(
        "integrationRuntime/ir-good.json",
        r#"{"name": "ir-good", "properties": {"type": "SelfHosted"}}"#,
    );
    let place = folder.path().join("integrationRuntime");
    let made = std::process::Command::new("mkfifo")
        .arg(place.join("ir-pipe.json"))
        .status()
        .unwrap();
    assert!(made.success());
    symlink("/dev/zero", place.join("ir-device.json")).unwrap();
    symlink("ir-loop.json", place.join("ir-loop.json")).unwrap();
    symlink("nowhere", place.join("ir-missing.json")).unwrap();
    // A folder in itself.
    symlink(".", place.join("integrationRuntime")).unwrap();
    let desired = soon(|| read(folder.path()).unwrap());
    assert_eq!(desired.runtimes.len(), 1);
    let said = |name: &str| {
        let found = desired
            .issues
            .iter()
            .find(|own| own.runtime.as_deref() == Some(name));
        let found = found.unwrap_or_else(|| panic!("{name}"));
        assert!(!found.harmless);
        found.message.clone()
    };
    assert!(said("ir-pipe").ends_with("it is a pipe, socket or device, not a file."));
    assert!(said("ir-device").ends_with("it is a pipe, socket or device, not a file."));
    assert!(said("ir-loop").contains("cannot be read: "));
    assert!(said("ir-missing").ends_with("cannot be read: it does not exist."));
    let pipe = place.join("ir-pipe.json");
    for said in [
        Parameters::read(&pipe).unwrap_err(),
        Mapping::read(&pipe, None).unwrap_err(),
        read(&pipe).unwrap_err().message(),
    ] {
        assert!(said.contains("it is a pipe, socket or device"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn a_linked_template_that_is_a_pipe_is_an_issue() {
    let folder = Folder::new();
    let link = json!({"type": "Microsoft.Resources/deployments", "name": "d", "apiVersion": "2022-09-01",
        "properties": {"mode": "Incremental", "templateLink": {"uri": "https://x/y/linked.json"}}});
    let document = json!({"$schema": "x/deploymentTemplate.json#", "contentVersion": "1.0.0.0", "resources": [link]});
    let path = folder.write("main.json", document.to_string());
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("linked.json"))
        .status()
        .unwrap();
    assert!(made.success());
    let desired = soon(|| read(&path).unwrap());
    let said = &desired.issues[0].message;
    assert!(
        said.contains("it is a pipe, socket or device, not a file"),
        "{said}"
    );
}
