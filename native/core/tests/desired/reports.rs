//! Reports of a comparison and of a guard: what readers of each form make of them.

use azir_core::{
    desired::{
        compare::compare,
        effect::{Effect, Unlisted, plan},
        report::{Report, of_differences, of_effects},
    },
    report::Format,
};
use serde_json::{Value, json};
use time::macros::datetime;

use super::{Folder, HUB, linked, live, read, target};
use crate::support::{Script, ok, run, signed_in};

/// Files with a lost link, a changed description and an integration runtime without a difference.
fn files(folder: &Folder, description: &str) {
    let own = json!({"type": "SelfHosted"});
    let changed = json!({"type": "SelfHosted", "description": description});
    for (name, properties) in [("ir-linked", &own), ("ir-b", &changed), ("ir-c", &own)] {
        let document = json!({"name": name, "properties": properties});
        folder.write(
            &format!("integrationRuntime/{name}.json"),
            document.to_string(),
        );
    }
}

/// Hands a report of the drift to `check`.
pub(crate) fn with_drift(description: &str, check: impl FnOnce(&Report<'_>)) {
    let folder = Folder::new();
    folder.write(".git/HEAD", "ref: refs/heads/main");
    files(&folder, description);
    let (desired, target) = (read(folder.path()).unwrap(), target());
    let service = [
        live("ir-linked", &linked(HUB)),
        live(
            "ir-b",
            &json!({"type": "SelfHosted", "description": "live"}),
        ),
        live("ir-c", &json!({"type": "SelfHosted"})),
    ];
    let differences = compare(&desired, &target, &service);
    check(&of_differences(
        &differences,
        &desired,
        &target,
        &service,
        datetime!(2026-11-30 06:04 UTC),
    ));
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn sarif_has_the_file_relative_to_its_repository() {
    with_drift("file", |report| {
        let log = parsed(&report.write(Format::Sarif));
        let run = &log["runs"][0];
        let first = &run["results"][0];
        assert_eq!(
            (&first["ruleId"], &first["level"]),
            (&json!("Destructive"), &json!("error"))
        );
        let index = usize::try_from(first["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "Destructive");
        let place = &first["locations"][0]["physicalLocation"];
        assert_eq!(
            place["artifactLocation"],
            json!({"uri": "integrationRuntime/ir-linked.json", "uriBaseId": "%SRCROOT%"})
        );
        assert_eq!(place["region"]["startLine"], 1);
        assert_eq!(run["results"].as_array().unwrap().len(), 2);
        let second = &run["results"][1];
        assert_eq!(
            (&second["ruleId"], &second["level"]),
            (&json!("Difference"), &json!("warning"))
        );
    });
}

#[test]
fn junit_fails_for_what_differs_and_passes_for_what_does_not() {
    with_drift("file", |report| {
        let text = report.write(Format::Junit);
        let document = roxmltree::Document::parse(&text).unwrap();
        let root = document.root_element();
        assert_eq!(
            (root.attribute("tests"), root.attribute("failures")),
            (Some("3"), Some("2"))
        );
        let named = |name: &str| {
            document
                .descendants()
                .find(|own| own.attribute("name").is_some_and(|own| own.contains(name)))
                .unwrap()
        };
        assert!(named("ir-c").first_element_child().is_none());
        let failure = named("ir-linked").first_element_child().unwrap();
        assert_eq!(failure.tag_name().name(), "failure");
        assert_eq!(failure.attribute("type"), Some("Error"));
    });
}

#[test]
fn each_form_has_the_entries_and_no_text_ends_it() {
    let hostile = crate::fleet_hostile::HOSTILE;
    with_drift(hostile, |report| {
        let json = parsed(&report.write(Format::Json));
        assert_eq!(
            json["summary"],
            json!({"errors": 1, "warnings": 1, "information": 0, "allowed": 0, "unchanged": 1})
        );
        assert_eq!(json["findings"][1]["inFile"], hostile);
        assert_eq!(json["findings"][1]["member"], "properties.description");
        assert_eq!(json["unchanged"], json!(["ir-c"]));
        let csv = report.write(Format::Csv);
        assert!(csv.starts_with('\u{feff}'));
        assert!(csv.contains("\"'=cmd"), "{csv}");
        let markdown = report.write(Format::Markdown);
        assert!(markdown.contains("❌ Error | Destructive"), "{markdown}");
        assert!(markdown.contains("&lt;script&gt;"), "{markdown}");
        let page = report.write(Format::Html);
        assert!(page.contains("id=\"findings\""));
        assert!(!page.contains("alert(1)</script>"));
        let data = page.split("id=\"data\">").nth(1).unwrap();
        let data = parsed(data.split("</script>").next().unwrap());
        assert_eq!(data["findings"].as_array().unwrap().len(), 2);
        assert_eq!(
            data["findingNames"].as_array().unwrap().len(),
            data["findings"][0].as_array().unwrap().len()
        );
        let xml = report.write(Format::Junit);
        roxmltree::Document::parse(&xml).unwrap();
    });
}

#[test]
fn only_the_command_of_a_next_step_is_code() {
    with_drift("file", |report| {
        let prose = "Write the live value into the file, or make it what the file says:";
        let command = "Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg' -DataFactoryName 'adf-prod' \
                       -Name 'ir-b' -Description 'file'";
        let markdown = report.write(Format::Markdown);
        assert!(
            markdown.contains(&format!("<br>{prose}<br>`{command}`")),
            "{markdown}"
        );
        let page = report.write(Format::Html);
        let shown = format!(
            "<div>{prose}</div><code>{}</code>",
            command.replace('\'', "&#39;")
        );
        assert!(page.contains(&shown), "{page}");
        let data = page.split("id=\"data\">").nth(1).unwrap();
        let data = parsed(data.split("</script>").next().unwrap());
        let at = |name: &str| {
            let names = data["findingNames"].as_array().unwrap();
            let column = names.iter().position(|own| own == name).unwrap();
            let text = data["findings"][1][column].as_u64().unwrap();
            data["text"][usize::try_from(text).unwrap()].clone()
        };
        assert_eq!((at("advice"), at("fix")), (json!(prose), json!(command)));
    });
}

/// Hands a report of a deployment to `check`: what it destroys is allowed.
pub(crate) fn with_effects(check: impl FnOnce(&Report<'_>)) {
    let folder = Folder::new();
    files(&folder, "file");
    let (desired, target) = (read(folder.path()).unwrap(), target());
    let service = [
        live("ir-linked", &linked(HUB)),
        live("ir-c", &json!({"type": "SelfHosted"})),
    ];
    let effects = plan(&desired, &target, &service, Unlisted::Keep);
    let allowed = |own: &Effect| own.action.is_destructive();
    let made_at = datetime!(2026-11-30 06:04 UTC);
    check(&of_effects(&effects, &allowed, &desired, &target, made_at));
}

#[test]
fn what_is_allowed_is_skipped_or_suppressed() {
    with_effects(|report| {
        let log = parsed(&report.write(Format::Sarif));
        let results = log["runs"][0]["results"].as_array().unwrap();
        let own = results
            .iter()
            .find(|own| own["ruleId"] == "ReplaceLinked")
            .unwrap();
        assert_eq!(own["suppressions"][0]["justification"], "Allowed by -Allow");
        let text = report.write(Format::Junit);
        let root = roxmltree::Document::parse(&text).unwrap();
        let root = root.root_element();
        // The creation of 'ir-b' and the unchanged 'ir-c' pass.
        let count = |name| root.attribute(name).unwrap();
        assert_eq!(
            (count("tests"), count("failures"), count("skipped")),
            ("3", "0", "1")
        );
        let json = parsed(&report.write(Format::Json));
        assert_eq!(json["summary"]["allowed"], 1);
        assert_eq!(json["findings"].as_array().unwrap().len(), 2);
    });
}

#[tokio::test]
async fn the_cmdlets_write_their_reports_before_the_error() {
    let folder = Folder::new();
    files(&folder, "file");
    let listed = || {
        let name = "ir-linked";
        vec![
            ok(json!({"value": [{"id": "i", "name": name, "properties": linked(HUB)}]})),
            ok(json!({"id": "x", "name": "adf-prod", "properties": {}})),
            ok(json!({"name": name, "properties": {"type": "SelfHosted", "state": "Online"}})),
            ok(json!({"value": []})),
        ]
    };
    for (operation, path, more) in [
        (
            "desired.compare",
            "Path",
            json!({"ErrorOnDifference": "Any"}),
        ),
        ("desired.deployment", "TemplateFile", json!({})),
    ] {
        let reports: Vec<_> = ["a.xml", "b.sarif", "c.md"]
            .map(|name| folder.path().join(format!("{operation}-{name}")))
            .to_vec();
        let mut arguments = json!({path: folder.path(), "DataFactoryName": "adf-prod", "ResourceGroupName": "rg",
            "ReportPath": reports});
        for (name, value) in more.as_object().unwrap() {
            arguments[name] = value.clone();
        }
        let said = run(&signed_in(&Script::new(listed())), operation, arguments).await;
        assert!(said.error().contains("Reports: '"), "{}", said.error());
        for own in &reports {
            assert!(std::fs::read_to_string(own).unwrap().contains("ir-linked"));
        }
    }
    // A form that does not exist is said before any request.
    let script = Script::new(vec![]);
    let arguments = json!({"Path": folder.path(), "DataFactoryName": "adf-prod", "ResourceGroupName": "rg",
        "ReportPath": ["report.pdf"]});
    let said = run(&signed_in(&script), "desired.compare", arguments).await;
    assert!(
        said.error().contains("stands for no form of a report"),
        "{}",
        said.error()
    );
    assert!(script.order().is_empty());
}
