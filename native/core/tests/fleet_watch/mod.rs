//! The operation that checks a fleet: its parameters, files and messages. What it reads comes from a snapshot here; the
//! survey has tests of its own.

mod replaced;
mod schedule;
mod webhook;

use std::{path::Path, sync::Arc};

use azir_core::{
    fleet::{
        record::{Asked, Fleet, Node, Parent, Runtime, Unreadable},
        snapshot::Snapshot,
    },
    state::Library,
};
use serde_json::{Map, Value, json};

use crate::support::{
    Answer, Said, Script, TENANT, bare, fails, frames::Item, library, ok, run, run_request,
    signed_in,
};

const FACTORY: &str =
    "/subscriptions/s1/resourceGroups/rg/providers/Microsoft.DataFactory/factories/adf-one";
const HOOK: &str = "https://contoso.webhook.office.com/webhookb2/planted-secret-address";

fn node(name: &str) -> Node {
    Node {
        name: name.into(),
        status: Some("Online".into()),
        version: Some("5.65.1".into()),
        // The clock of these tests stands in September 2001.
        expiry_time: Some("2002-09-01T00:00:00Z".into()),
        last_connect_time: Some("2001-09-09T01:00:00Z".into()),
        ..Node::default()
    }
}

fn fleet() -> Fleet {
    Fleet {
        taken_at: "2001-09-09T01:40:00Z".into(),
        tenant_id: Some(TENANT.into()),
        complete: true,
        parents: vec![Parent {
            id: FACTORY.into(),
            name: "adf-one".into(),
            subscription_id: "s1".into(),
            listed: true,
            ..Parent::default()
        }],
        runtimes: ["ir-a", "ir-b"]
            .map(|name| Runtime {
                id: format!("{FACTORY}/integrationRuntimes/{name}"),
                name: name.into(),
                parent_id: FACTORY.into(),
                kind: "SelfHosted".into(),
                has_status: true,
                state: Some("Online".into()),
                nodes: vec![node("N1"), node("N2")],
                ..Runtime::default()
            })
            .into(),
        ..Fleet::default()
    }
}

/// A fleet in which one version has expired, another expires soon, and a node is alone.
fn sick() -> Fleet {
    let mut fleet = fleet();
    fleet.runtimes[0].nodes[0].expiry_time = Some("2001-09-01T00:00:00Z".into());
    fleet.runtimes[0].nodes[1].expiry_time = Some("2001-10-01T00:00:00Z".into());
    fleet.runtimes[1].nodes.truncate(1);
    fleet
}

struct Desk {
    folder: tempfile::TempDir,
    script: Script,
}

impl Desk {
    fn new(answers: Vec<Answer>) -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            script: Script::new(answers),
        }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn keep(&self, name: &str, fleet: Fleet) -> String {
        let path = self.path(name);
        Snapshot::new(fleet, Map::new())
            .write(Path::new(&path))
            .unwrap();
        path
    }

    fn library(&self) -> Arc<Library> {
        library(&self.script)
    }

    async fn test(&self, fleet: Fleet, more: Value) -> Said {
        let mut arguments = json!({"FromSnapshot": self.keep("fleet.json", fleet)});
        for (name, value) in more.as_object().unwrap() {
            arguments[name] = value.clone();
        }
        run(&self.library(), "fleet.test", arguments).await
    }
}

fn member(item: &Item, name: &str) -> Item {
    let Item::Object(_, members) = item else {
        panic!("{item:?}")
    };
    members
        .iter()
        .find(|(own, _)| own == name)
        .unwrap()
        .1
        .clone()
}

fn texts(said: &Said, name: &str) -> Vec<String> {
    said.results
        .iter()
        .map(|own| text(&member(own, name)))
        .collect()
}

fn text(item: &Item) -> String {
    item.to_string().trim_matches('\'').to_owned()
}

fn error(said: &Said) -> &Value {
    said.frames
        .iter()
        .find(|own| own["frame"] == "error")
        .unwrap()
}

#[tokio::test]
async fn findings_come_with_a_summary_and_without_a_request() {
    let desk = Desk::new(vec![]);
    let said = desk.test(sick(), json!({})).await;
    assert_eq!(texts(&said, "Code"), ["AZIR101", "AZIR102", "AZIR203"]);
    assert_eq!(texts(&said, "Node"), ["N1", "N2", "null"]);
    assert_eq!(
        said.messages("information"),
        ["1 error, 1 warning and 1 information in 2 integration runtimes with 3 nodes."]
    );
    assert_eq!(said.messages("warning"), [""; 0]);
    assert!(desk.script.sent().is_empty());
}

#[tokio::test]
async fn findings_are_skipped_limited_and_silenced() {
    let desk = Desk::new(vec![]);
    let codes = async |more| texts(&desk.test(sick(), more).await, "Code");
    assert_eq!(
        codes(json!({"Skip": ["azir2*", "AZIR101"]})).await,
        ["AZIR102"]
    );
    assert_eq!(
        codes(json!({"Severity": "Warning"})).await,
        ["AZIR101", "AZIR102"]
    );
    assert_eq!(
        codes(json!({"ExpiresWithin": 10})).await,
        ["AZIR101", "AZIR203"]
    );
    assert_eq!(
        codes(json!({"ExpiresWithin": "P10D"})).await,
        ["AZIR101", "AZIR203"]
    );
    let rules = desk.path("rules.json");
    let text = r#"{"silence": [{"code": "AZIR101", "runtime": "ir-a",
        "until": "2001-12-31", "reason": "Being replaced."}]}"#;
    std::fs::write(&rules, text).unwrap();
    assert_eq!(
        codes(json!({"RulesFile": rules})).await,
        ["AZIR102", "AZIR203"]
    );
    let said = desk
        .test(sick(), json!({"RulesFile": rules, "IncludeSilenced": true}))
        .await;
    assert_eq!(texts(&said, "Silenced"), ["true", "false", "false"]);
    assert_eq!(
        texts(&said, "SilencedUntil"),
        ["2001-12-31", "null", "null"]
    );
    assert!(said.messages("information")[0].ends_with("A rules file silences 1 more."));
    let quiet = desk
        .test(
            sick(),
            json!({"RulesFile": rules, "ErrorOnFinding": "Error"}),
        )
        .await;
    assert_eq!(quiet.messages("error"), [""; 0]);
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "a table of bad input")]
async fn what_is_wrong_is_said_before_anything_is_asked() {
    let desk = Desk::new(vec![]);
    let file = desk.keep("fleet.json", fleet());
    let nowhere = desk.path("none/fleet.html");
    for (arguments, parameter, words) in [
        (
            json!({"Skip": ["AZIR999"]}),
            "Skip",
            "'AZIR999' is not the code of a finding",
        ),
        (
            json!({"Severity": "Fatal"}),
            "Severity",
            "'Fatal' is not a severity",
        ),
        (
            json!({"ErrorOnFinding": "x"}),
            "ErrorOnFinding",
            "'x' is not a severity",
        ),
        (
            json!({"ExpiresWithin": "soon"}),
            "ExpiresWithin",
            "Give days as a number, or a TimeSpan",
        ),
        (
            json!({"ExpiresWithin": -1}),
            "ExpiresWithin",
            "'-1' is not a time",
        ),
        (
            json!({"ExpiresWithin": "NaN"}),
            "ExpiresWithin",
            "'NaN' is not a time",
        ),
        (
            json!({"OfflineLongerThan": 1e9}),
            "OfflineLongerThan",
            "Give hours",
        ),
        (
            json!({"ReportPath": [file.clone()], "Snapshot": file.clone()}),
            "ReportPath",
            "name the same file",
        ),
        (
            json!({"ReportPath": ["fleet.docx"]}),
            "ReportPath",
            ".sarif",
        ),
        (
            json!({"ReportPath": [nowhere]}),
            "ReportPath",
            "New-Item -ItemType Directory",
        ),
        (
            json!({"Snapshot": nowhere}),
            "Snapshot",
            "New-Item -ItemType Directory",
        ),
        (
            json!({"Baseline": desk.path("none.json")}),
            "Baseline",
            "cannot be read",
        ),
        (
            json!({"RulesFile": desk.path("none.json")}),
            "RulesFile",
            "cannot be read",
        ),
        (
            json!({"FromSnapshot": desk.path("none.json")}),
            "FromSnapshot",
            "cannot be read",
        ),
        (
            json!({"FromSnapshot": file, "Name": ["ir"]}),
            "Name",
            "cannot be used with -FromSnapshot",
        ),
        (
            json!({"Resume": true}),
            "Resume",
            "Name its file with -Snapshot",
        ),
        (
            json!({"Webhook": "http://contoso.example/planted"}),
            "Webhook",
            "must begin with https://",
        ),
        (
            json!({"Webhook": "contoso"}),
            "Webhook",
            "must begin with https://",
        ),
        (
            json!({"Service": ["Airflow"]}),
            "Service",
            "'Airflow' is not a service",
        ),
    ] {
        let said = run(&signed_in(&desk.script), "fleet.test", arguments.clone()).await;
        let error = error(&said);
        assert_eq!(error["parameter"], parameter, "{arguments}");
        assert_eq!(error["terminating"], true, "{arguments}");
        let message = error["message"].as_str().unwrap();
        assert!(
            message.contains(words) && !message.contains("planted"),
            "{message}"
        );
    }
    assert!(desk.script.sent().is_empty());
}

#[tokio::test]
async fn an_error_sums_up_when_everything_is_written() {
    let desk = Desk::new(vec![]);
    let report = desk.path("fleet.md");
    let said = desk
        .test(
            sick(),
            json!({"ErrorOnFinding": "Warning", "ReportPath": [report]}),
        )
        .await;
    let error = error(&said);
    assert_eq!(error["terminating"], true);
    assert_eq!(
        (&error["id"], &error["category"]),
        (&json!("FleetFinding"), &json!("InvalidResult"))
    );
    let message = error["message"].as_str().unwrap();
    let start = "The check of 2 integration runtimes found 1 error and 1 warning: AZIR101 (1), AZIR102 (1). The \
                 first: Node 'N1' of integration runtime 'ir-a'";
    assert!(message.starts_with(start), "{message}");
    assert!(message.ends_with("fleet.md'."), "{message}");
    assert!(std::fs::read_to_string(report).unwrap().contains("AZIR101"));
    assert_eq!(said.results.len(), 3);
    assert_eq!(said.frames.last().unwrap(), error);
    let said = desk
        .test(fleet(), json!({"ErrorOnFinding": "Warning"}))
        .await;
    assert_eq!(said.messages("error"), [""; 0]);
}

#[tokio::test]
async fn a_finding_that_is_not_shown_ends_the_command_too() {
    let desk = Desk::new(vec![]);
    let report = desk.path("fleet.md");
    let severe = json!({"Severity": "Error", "ErrorOnFinding": "Warning", "ReportPath": [report]});
    let said = desk.test(sick(), severe).await;
    assert_eq!(texts(&said, "Code"), ["AZIR101"]);
    let message = error(&said)["message"].as_str().unwrap();
    assert!(
        message.contains("found 1 error and 1 warning: AZIR101 (1), AZIR102 (1)."),
        "{message}"
    );
    assert!(
        message.contains("-Severity Error does not show 1 of these findings. Reports: '"),
        "{message}"
    );
    // The only one that is grave enough is named, whatever is shown.
    let mut fleet = sick();
    fleet.runtimes[0].nodes.remove(0);
    let severe = json!({"Severity": "Error", "ErrorOnFinding": "Warning"});
    let said = desk.test(fleet.clone(), severe).await;
    assert!(said.results.is_empty());
    let message = error(&said)["message"].as_str().unwrap();
    assert!(message.contains("The first: Node 'N2' of"), "{message}");
    let skipped = json!({"Severity": "Error", "ErrorOnFinding": "Warning", "Skip": ["AZIR102"]});
    let said = desk.test(fleet, skipped).await;
    assert_eq!(said.messages("error"), [""; 0]);
}

/// What `-Severity` leaves out counts in every number, and the reports say that it is left out.
#[tokio::test]
async fn what_is_not_shown_is_counted_and_said() {
    let desk = Desk::new(vec![ok(json!({}))]);
    let [page, data, text] = ["page.html", "data.json", "text.md"].map(|name| desk.path(name));
    let arguments = json!({"Severity": "Error", "ReportPath": [page, data, text], "Webhook": HOOK});
    let mut some = arguments.clone();
    some.as_object_mut().unwrap().remove("Webhook");
    let read = |path: &str| std::fs::read_to_string(path).unwrap();
    let said = desk.test(sick(), some).await;
    let sentence = "1 error, 1 warning and 1 information in 2 integration runtimes with 3 nodes.";
    let omission = "2 findings below severity Error are not shown.";
    let screen = said.messages("information");
    assert_eq!(screen, [format!("{sentence} {omission}")]);
    assert!(
        read(&text).contains(&format!("**{sentence}**")),
        "{}",
        read(&text)
    );
    assert!(
        read(&text).contains(&format!("\n\n{omission}\n")),
        "{}",
        read(&text)
    );
    assert!(!read(&text).contains(" more."), "{}", read(&text));
    assert!(read(&page).contains(&format!("{omission}</section>")));
    let counts = |path: &str| -> Value {
        let document: Value = serde_json::from_str(&read(path)).unwrap();
        let own = &document["summary"];
        json!([
            own["errors"],
            own["warnings"],
            own["information"],
            own["notShown"]
        ])
    };
    assert_eq!(counts(&data), json!([1, 1, 1, 2]));
    // Nothing is grave enough: that is no fleet without findings.
    let mut warned = sick();
    warned.runtimes[0].nodes[0].expiry_time = Some("2002-09-01T00:00:00Z".into());
    let said = desk.test(warned, arguments).await;
    let omission = "No findings of severity Error or above. ";
    assert!(
        said.messages("information")[0].contains(omission),
        "{said:?}"
    );
    for path in [&text, &page] {
        assert!(read(path).contains(omission), "{}", read(path));
        assert!(!read(path).contains("No findings.\n"));
    }
    assert_eq!(counts(&data)[0], 0);
    assert!(counts(&data)[1].as_u64().unwrap() > 0);
    let card = desk.script.sent()[0].json().to_string();
    assert!(card.contains("0 errors, 1 warning"), "{card}");
    // All is shown: nothing is said.
    let said = desk.test(sick(), json!({"ReportPath": [text]})).await;
    assert!(!said.messages("information")[0].contains("not shown"));
    assert!(!read(&text).contains("not shown"));
}

/// What a text of `-Subscription` stands for is not in the fleet, so the fleet is not whole.
#[tokio::test]
async fn a_subscription_that_was_not_found_is_in_every_report() {
    let desk = Desk::new(vec![ok(json!({}))]);
    let mut partial = sick();
    partial.missing_subscriptions = vec!["Fleet 4".into(), "<b>*".into()];
    let paths = ["page.html", "data.json", "text.md", "log.sarif"].map(|name| desk.path(name));
    let arguments = json!({"ReportPath": paths, "Webhook": HOOK, "WebhookFormat": "Json"});
    let said = desk.test(partial.clone(), arguments).await;
    let read = |at: usize| std::fs::read_to_string(&paths[at]).unwrap();
    let parsed = |at: usize| -> Value { serde_json::from_str(&read(at)).unwrap() };
    let notice =
        "No subscription fits 'Fleet 4', '<b>*' of -Subscription, so the fleet is not complete.";
    assert!(
        said.messages("warning").contains(&notice.to_owned()),
        "{said:?}"
    );
    assert!(read(0).contains("fits &#39;Fleet 4&#39;, &#39;&lt;b&gt;*&#39; of"));
    assert_eq!(parsed(1)["complete"], false);
    assert_eq!(parsed(1)["notices"], json!([notice]));
    assert!(
        read(2).contains("\n> No subscription fits 'Fleet 4', "),
        "{}",
        read(2)
    );
    assert_eq!(
        parsed(3)["runs"][0]["invocations"][0]["executionSuccessful"],
        false
    );
    assert_eq!(desk.script.sent()[0].json()["complete"], false);
    // It is no longer there, or was never read: not gone.
    let mut now = partial;
    now.parents.clear();
    now.runtimes.clear();
    let baseline = desk.keep("before.json", sick());
    let said = desk.test(now, json!({"Baseline": baseline})).await;
    assert!(
        said.messages("information")[0].ends_with("Since the baseline: 0 changes."),
        "{said:?}"
    );
    let well = desk.test(sick(), json!({"ReportPath": [paths[1]]})).await;
    assert_eq!(well.messages("warning"), [""; 0]);
    assert_eq!(
        (&parsed(1)["complete"], &parsed(1)["notices"]),
        (&json!(true), &Value::Null)
    );
}

#[tokio::test]
async fn a_verdict_for_each() {
    let desk = Desk::new(vec![]);
    let said = desk.test(sick(), json!({"AsVerdict": true})).await;
    assert_eq!(texts(&said, "Verdict"), ["Error", "Information"]);
    assert_eq!(texts(&said, "Findings"), ["2", "1"]);
    // What is not shown counts too.
    let report = desk.path("report.json");
    let severe = json!({"AsVerdict": true, "Severity": "Error", "ReportPath": [report]});
    let mut warned = sick();
    warned.runtimes[0].nodes[0].expiry_time = Some("2002-09-01T00:00:00Z".into());
    let said = desk.test(warned, severe).await;
    assert_eq!(texts(&said, "Verdict"), ["Warning", "Information"]);
    let written: Value = serde_json::from_slice(&std::fs::read(&report).unwrap()).unwrap();
    assert_eq!(written["findings"], json!([]));
    assert_eq!(written["summary"]["healthyRuntimes"], 1);
    let well = desk.test(fleet(), json!({"AsVerdict": true})).await;
    assert_eq!(texts(&well, "Verdict"), ["Healthy", "Healthy"]);
}
