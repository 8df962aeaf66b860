//! The operation that checks a fleet: its parameters, files and messages. What it reads comes from a snapshot here; the
//! survey has tests of its own.

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
async fn a_report_that_fails_keeps_no_other() {
    let desk = Desk::new(vec![ok(json!({}))]);
    let good = desk.path("fleet.csv");
    let said = desk
        .test(
            sick(),
            json!({"ReportPath": [desk.path("fleet.html"), good, desk.path("f.json")]}),
        )
        .await;
    assert_eq!(said.messages("error"), [""; 0]);
    for name in ["fleet.html", "fleet.csv", "f.json"] {
        assert!(
            std::fs::metadata(desk.path(name)).unwrap().len() > 50,
            "{name}"
        );
    }
}

#[tokio::test]
async fn changes_follow_the_findings() {
    let desk = Desk::new(vec![]);
    let baseline = desk.keep("before.json", fleet());
    let said = desk
        .test(sick(), json!({"Baseline": baseline, "Severity": "Error"}))
        .await;
    assert_eq!(said.results.len(), 2);
    let last = &said.results[1];
    let Item::Object(class, _) = last else {
        panic!()
    };
    assert_eq!(class, "AzIntegrationRuntime.FleetChange");
    assert_eq!(text(&member(last, "Change")), "Gone");
    assert_eq!(text(&member(last, "Node")), "N2");
    assert!(said.messages("information")[0].ends_with("Since the baseline: 1 change."));
}

#[tokio::test]
async fn old_and_interrupted_snapshots_are_called_so() {
    let desk = Desk::new(vec![]);
    let mut old = fleet();
    old.taken_at = "2001-09-01T00:00:00Z".into();
    old.complete = false;
    let said = desk.test(old, json!({})).await;
    let warnings = said.messages("warning");
    assert!(
        warnings[0].contains("is of a survey that was interrupted"),
        "{warnings:?}"
    );
    assert!(
        warnings[1].contains("was taken on 2001-09-01 00:00 UTC"),
        "{warnings:?}"
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

#[tokio::test]
async fn a_webhook_gets_the_summary_and_its_address_stays_secret() {
    let desk = Desk::new(vec![ok(json!({})), ok(json!({}))]);
    let said = desk.test(sick(), json!({"Webhook": HOOK})).await;
    let sent = desk.script.sent();
    assert_eq!(
        (sent[0].method.as_str(), sent[0].host.as_str()),
        ("POST", "contoso.webhook.office.com")
    );
    assert_eq!(sent[0].header("authorization"), None);
    assert_eq!(
        sent[0].json()["attachments"][0]["contentType"],
        "application/vnd.microsoft.card.adaptive"
    );
    assert!(
        !said.everything().contains("planted"),
        "{}",
        said.everything()
    );
    let said = desk
        .test(
            sick(),
            json!({"Webhook": "https://example.com/x", "ReportPath": []}),
        )
        .await;
    assert_eq!(said.messages("error"), [""; 0]);
    assert_eq!(desk.script.sent()[1].json()["summary"]["errors"], 1);
}

#[tokio::test]
async fn a_webhook_that_fails_names_its_host_only() {
    for (answer, words) in [
        (
            fails(410, "Gone", "It was removed."),
            "answered with status 410",
        ),
        (
            bare(302, "location", "https://elsewhere.example/"),
            "answered with status 302",
        ),
        (Answer::Dropped, "contoso.webhook.office.com"),
    ] {
        let desk = Desk::new(vec![answer]);
        let said = desk
            .test(sick(), json!({"Webhook": HOOK, "WebhookFormat": "Json"}))
            .await;
        let message = said.error();
        assert!(message.starts_with(
            "The message to the webhook at 'contoso.webhook.office.com' was not posted."
        ));
        assert!(message.contains(words), "{message}");
        assert!(
            !said.everything().contains("planted"),
            "{}",
            said.everything()
        );
        assert_eq!(error(&said)["terminating"], false);
        // What may have been posted is not posted again.
        assert_eq!(desk.script.sent().len(), 1);
        assert!(desk.script.sent()[0].body.contains("\"findings\""));
    }
}

#[tokio::test]
async fn the_first_run_of_a_schedule_has_no_baseline_yet() {
    let desk = Desk::new(vec![fails(400, "BadRequest", "No.")]);
    let file = desk.path("fleet.json");
    let said = run(
        &signed_in(&desk.script),
        "fleet.test",
        json!({"Snapshot": file, "Baseline": file}),
    )
    .await;
    assert!(
        said.messages("warning")[0].contains("does not exist yet. This run writes it"),
        "{said:?}"
    );
    // Nothing was seen, so there is nothing to keep.
    assert!(!Path::new(&file).exists());
}

#[tokio::test]
async fn only_an_interrupted_survey_of_the_same_selection_is_continued() {
    let desk = Desk::new(vec![]);
    let mut open = fleet();
    open.complete = false;
    let file = desk.keep("fleet.json", open.clone());
    let arguments = json!({"Snapshot": file, "Resume": true, "Name": ["ir-a"]});
    let said = run(&signed_in(&desk.script), "fleet.test", arguments).await;
    assert!(
        said.error().contains("has another selection of the fleet"),
        "{}",
        said.error()
    );
    open.tenant_id = Some("other-tenant".into());
    let file = desk.keep("fleet.json", open);
    let said = run(
        &signed_in(&desk.script),
        "fleet.test",
        json!({"Snapshot": file, "Resume": true}),
    )
    .await;
    assert!(
        said.error().contains("is of tenant 'other-tenant'"),
        "{}",
        said.error()
    );
    let file = desk.keep("fleet.json", fleet());
    let said = run(
        &signed_in(&desk.script),
        "fleet.test",
        json!({"Snapshot": file, "Resume": true}),
    )
    .await;
    assert!(said.messages("warning")[0].contains("is complete, so there is nothing to continue"));
}

fn unreadable(status: Option<u16>) -> Unreadable {
    Unreadable {
        what: Asked::Runtimes,
        id: FACTORY.into(),
        status,
        message: "No.".into(),
        ..Unreadable::default()
    }
}

#[tokio::test]
async fn what_may_pass_is_left_to_be_read() {
    for (status, is_left) in [
        (None, true),
        (Some(429), true),
        (Some(503), true),
        (Some(403), false),
        (Some(404), false),
    ] {
        let desk = Desk::new(vec![fails(400, "BadRequest", "No.")]);
        let mut fleet = fleet();
        fleet.unreadable = vec![unreadable(status)];
        let file = desk.keep("fleet.json", fleet);
        let arguments = json!({"Snapshot": file, "Resume": true});
        let said = run(&signed_in(&desk.script), "fleet.test", arguments).await;
        let is_complete = said
            .messages("warning")
            .iter()
            .any(|text| text.contains("nothing to continue"));
        assert_eq!(is_complete, !is_left, "{status:?}: {said:?}");
    }
}

#[tokio::test]
async fn no_file_takes_the_place_of_another() {
    let desk = Desk::new(vec![]);
    let notes = desk.path("notes.txt");
    std::fs::write(&notes, "Do not lose this.").unwrap();
    let snapshot = desk.keep("kept.json", fleet());
    let (csv, rules) = (desk.path("fleet.csv"), desk.path("rules.json"));
    std::fs::write(&rules, "{}").unwrap();
    // Reports of yesterday.
    let said = desk
        .test(
            fleet(),
            json!({"ReportPath": [csv.clone(), desk.path("fleet.md")]}),
        )
        .await;
    assert_eq!(said.messages("error"), [""; 0]);
    let table = desk.path("table.csv");
    std::fs::write(&table, "Name,Age\r\n").unwrap();
    for (arguments, wanted) in [
        (
            json!({"Snapshot": notes}),
            "notes.txt' of -Snapshot is not a snapshot of Test-AzIntegrationRuntimeFleet, and would be lost. Give",
        ),
        (
            json!({"Snapshot": snapshot, "ReportPath": [snapshot]}),
            "-ReportPath and -Snapshot name the same file",
        ),
        (
            json!({"FromSnapshot": snapshot, "ReportPath": [csv, snapshot]}),
            "-ReportPath and -FromSnapshot name the same file",
        ),
        (
            json!({"RulesFile": rules, "ReportPath": [rules]}),
            "-ReportPath and -RulesFile name the same file",
        ),
        (
            json!({"ReportPath": [snapshot]}),
            "kept.json' of -ReportPath is not a fleet report of this form as this module wrote it, and would be lost. \
             Give",
        ),
        (
            json!({"ReportPath": [rules]}),
            "rules.json' of -ReportPath is not a fleet report",
        ),
        (
            json!({"ReportPath": [table]}),
            "table.csv' of -ReportPath is not a fleet report",
        ),
        (
            json!({"ReportPath": [csv, csv]}),
            "fleet.csv' twice. Give each report a file of its own.",
        ),
    ] {
        let said = run(&desk.library(), "fleet.test", arguments).await;
        assert!(said.error().contains(wanted), "{}", said.error());
        assert!(desk.script.sent().is_empty());
    }
    assert_eq!(std::fs::read_to_string(notes).unwrap(), "Do not lose this.");
    // A damaged snapshot, one of a later version and an empty file are replaced, and so is a report.
    for content in [
        "",
        "{\"kind\":\"AzIntegrationRuntime.FleetSnapshot\",\"format\":9",
    ] {
        let path = desk.path("damaged.json");
        std::fs::write(&path, content).unwrap();
        let said = run(&desk.library(), "fleet.test", json!({"Snapshot": path})).await;
        assert!(!said.error().contains("-Snapshot"), "{}", said.error());
    }
    let said = desk
        .test(fleet(), json!({"ReportPath": [csv, desk.path("fleet.md")]}))
        .await;
    assert_eq!(said.messages("error"), [""; 0]);
}

#[tokio::test]
async fn a_picture_takes_the_place_of_a_picture_only() {
    let desk = Desk::new(vec![]);
    let snapshot = desk.keep("kept.json", fleet());
    let draw = async |path: &str| {
        let arguments = json!({"FromSnapshot": snapshot, "Path": path});
        run(&desk.library(), "fleet.topology", arguments).await
    };
    for ending in ["svg", "html", "mmd", "md", "dot"] {
        let path = desk.path(&format!("notes.{ending}"));
        std::fs::write(&path, "Do not lose this.").unwrap();
        let said = draw(&path).await;
        assert!(
            said.error().contains(
                "of -Path is not a picture of a topology of this form as this module wrote it"
            ),
            "{}",
            said.error()
        );
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "Do not lose this.");
        std::fs::write(&path, "").unwrap();
        for _ in 0..2 {
            let said = draw(&path).await;
            assert_eq!(said.messages("error"), [""; 0], "{ending}");
        }
        assert!(std::fs::read_to_string(&path).unwrap().contains("adf-one"));
    }
}

/// A rename would put the report in place of the link.
#[cfg(unix)]
#[tokio::test]
async fn a_link_stays_and_its_target_is_written() {
    let desk = Desk::new(vec![]);
    let (link, target) = (desk.path("link.html"), desk.path("target.html"));
    std::os::unix::fs::symlink(&target, &link).unwrap();
    let arguments = json!({"ReportPath": [link]});
    let said = desk.test(fleet(), arguments.clone()).await;
    assert!(
        said.error()
            .contains("it is a link whose target does not exist"),
        "{}",
        said.error()
    );
    std::fs::write(&target, "").unwrap();
    for _ in 0..2 {
        let said = desk.test(fleet(), arguments.clone()).await;
        assert_eq!(said.messages("error"), [""; 0]);
    }
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(
        std::fs::read_to_string(&target)
            .unwrap()
            .contains("adf-one")
    );
    // What the target is counts, and so do two names of one file.
    std::fs::write(&target, "Do not lose this.").unwrap();
    let said = desk.test(fleet(), arguments).await;
    assert!(said.error().contains("would be lost"), "{}", said.error());
    let said = desk
        .test(fleet(), json!({"Baseline": target, "ReportPath": [link]}))
        .await;
    assert!(
        said.error().contains("name the same file"),
        "{}",
        said.error()
    );
    let (link, snapshot) = (desk.path("link.json"), desk.keep("target.json", fleet()));
    std::os::unix::fs::symlink(&snapshot, &link).unwrap();
    Snapshot::new(fleet(), Map::new())
        .write(Path::new(&link))
        .unwrap();
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    let names = std::fs::read_dir(desk.folder.path()).unwrap();
    assert_eq!(names.count(), 5, "no file is left behind");
}

#[tokio::test]
async fn a_secret_address_crosses_as_a_secret() {
    let desk = Desk::new(vec![ok(json!({}))]);
    let file = desk.keep("fleet.json", fleet());
    let request = json!({"operation": "fleet.test", "verbose": true, "debug": true, "arguments": {
        "FromSnapshot": file,
        "Webhook": {"secret": {"offset": 0, "length": HOOK.len(), "encoding": "utf8"}}}});
    let said = run_request(&desk.library(), &request, HOOK.as_bytes(), &[]).await;
    assert_eq!(said.messages("error"), [""; 0]);
    assert_eq!(desk.script.sent().len(), 1);
    assert!(!said.everything().contains("planted"));
}
