//! The files of a watch: rules, snapshots, and what has changed since one.

use azir_core::{
    error::ErrorKind,
    fleet::{
        baseline::{Change, ChangeKind, compare},
        finding::{Finding, ONE_NODE, Severity, VERSION_EXPIRES},
        record::{Asked, Fleet, Link, Node, Parent, Runtime, Unreadable},
        rules::Rules,
        snapshot::{Fault, Snapshot},
    },
    runtimes::service::Service,
};
use serde_json::{Map, json};
use time::{OffsetDateTime, macros::datetime};

const NOW: OffsetDateTime = datetime!(2026-11-30 09:00 UTC);
const HUB: &str =
    "/subscriptions/s1/resourceGroups/rg/providers/Microsoft.DataFactory/factories/adf-hub";
const DEV: &str =
    "/subscriptions/s2/resourceGroups/rg/providers/Microsoft.DataFactory/factories/adf-dev";

fn finding(parent: &str, runtime: &str) -> Finding {
    Finding {
        rule: &ONE_NODE,
        severity: ONE_NODE.severity,
        service: Service::DataFactory,
        parent: parent.into(),
        runtime: Some(runtime.into()),
        node: None,
        due: None,
        message: "One node.".into(),
        fix: None,
        id: format!("/subscriptions/s/{parent}/{runtime}"),
        silenced: None,
    }
}

fn applied(rules: &str) -> Vec<Finding> {
    let mut findings = vec![finding("adf-dev", "ir-one"), finding("adf-prod", "ir-two")];
    Rules::parse(rules.as_bytes())
        .unwrap()
        .apply(&mut findings, NOW);
    findings
}

#[test]
fn a_silence_takes_what_all_its_patterns_fit() {
    let silenced = |rule: &str| -> Vec<bool> {
        let text = format!(r#"{{"$schema": "x", "silence": [{{"reason": "known", {rule}}}]}}"#);
        applied(&text)
            .iter()
            .map(|own| own.silenced.is_some())
            .collect()
    };
    assert_eq!(silenced(r#""code": "AZIR203""#), [true, true]);
    assert_eq!(
        silenced(r#""code": "azir2*", "parent": "*-DEV""#),
        [true, false]
    );
    assert_eq!(
        silenced(r#""code": "AZIR203", "runtime": "ir-t?o""#),
        [false, true]
    );
    assert_eq!(
        silenced(r#""code": "AZIR203", "id": "/subscriptions/s/*/ir-one""#),
        [true, false]
    );
    assert_eq!(
        silenced(r#""code": "AZIR203", "node": "N1""#),
        [false, false]
    );
    assert_eq!(
        silenced(r#""code": "AZIR203", "service": "Synapse""#),
        [false, false]
    );
    assert_eq!(silenced(r#""code": "AZIR102""#), [false, false]);
}

#[test]
fn a_silence_lasts_to_the_end_of_its_day_and_is_named_after_it() {
    let until = |until: &str| {
        let text = format!(
            r#"{{"silence": [{{"code": "AZIR203", "parent": "adf-dev",
                "until": "{until}", "reason": "Second node ordered."}}]}}"#
        );
        applied(&text).remove(0)
    };
    let lasting = until("2026-11-30").silenced.unwrap();
    assert_eq!(
        (lasting.reason.as_str(), lasting.until.as_deref()),
        ("Second node ordered.", Some("2026-11-30"))
    );
    assert!(until("2026-11-30T10:00:00+01:00").silenced.is_none());
    let over = until("2026-11-29");
    assert_eq!(over.silenced, None);
    assert_eq!(
        over.message,
        "One node. The rules file silenced this until 2026-11-29: Second node ordered."
    );
}

#[test]
fn the_last_severity_that_fits_counts_and_the_order_follows() {
    let found = applied(
        r#"{"severity": [
            {"code": "*", "severity": "warning"},
            {"code": "AZIR203", "parent": "adf-prod", "severity": "Error", "reason": "Production."}
        ]}"#,
    );
    let all: Vec<(&str, Severity)> = found
        .iter()
        .map(|own| (own.parent.as_str(), own.severity))
        .collect();
    assert_eq!(
        all,
        [
            ("adf-prod", Severity::Error),
            ("adf-dev", Severity::Warning)
        ]
    );
    assert_eq!(VERSION_EXPIRES.severity, Severity::Warning);
}

#[test]
fn a_wrong_rule_is_refused_with_its_line() {
    for (text, wanted) in [
        ("", "line 1, column 0: EOF while parsing a value"),
        ("{\n \"silence\": [,]}", "line 2, column 14: expected value"),
        ("{\"silences\": []}", "unknown field `silences`"),
        (
            "{\"silence\": [\n{\"code\": \"AZIR203\"}]}",
            "line 2, column 19: missing field `reason`",
        ),
        (
            "{\"silence\": [{\"code\": \"AZIR999\", \"reason\": \"x\"}]}",
            "'AZIR999' is not the code of a finding",
        ),
        (
            "{\"silence\": [{\"code\": \"AZIR203\", \"reason\": \" \"}]}",
            "'reason' is empty",
        ),
        (
            "{\"silence\": [{\"code\": \"AZIR203\",\n\"reason\": \"x\",\n\"until\": \"31.1.2027\"}]}",
            "line 3, column 21: '31.1.2027' is not a date: write it as 2027-01-31",
        ),
        (
            "{\"severity\": [{\"code\": \"AZIR203\", \"severity\": \"Fatal\"}]}",
            "'Fatal' is not a severity",
        ),
        (
            "{\"silence\": [{\"code\": \"*\", \"service\": \"ADF\", \"reason\": \"x\"}]}",
            "'ADF' is not a service",
        ),
    ] {
        let error = Rules::parse(text.as_bytes()).unwrap_err();
        assert!(error.contains(wanted), "{text}: {error}");
        assert!(error.starts_with("line "), "{error}");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rules.json");
    let missing = Rules::read(&path).unwrap_err();
    assert!(missing.message().contains("cannot be read"), "{missing}");
    std::fs::write(&path, "[]").unwrap();
    let wrong = Rules::read(&path).unwrap_err();
    assert!(
        wrong
            .message()
            .contains("rules.json' is not valid: line 1, column"),
        "{wrong}"
    );
    assert!(
        wrong.message().contains("fleet-rules.schema.json"),
        "{wrong}"
    );
    std::fs::write(&path, "\u{feff}{\"silence\": []}").unwrap();
    assert_eq!(Rules::read(&path).unwrap(), Rules::default());
}

#[test]
fn rules_may_be_in_utf_16_and_have_comments() {
    let plain =
        "{\"silence\": [{\"code\": \"AZIR203\", \"reason\": \"see https://x /* y */ \\\" // z\"}]}";
    let wanted = Rules::parse(plain.as_bytes()).unwrap();
    let commented = format!("// Our rules\n/* of\nall */ {plain} // end");
    assert_eq!(Rules::parse(commented.as_bytes()).unwrap(), wanted);
    let units: Vec<u16> = commented.encode_utf16().collect();
    let little = units.iter().flat_map(|unit| unit.to_le_bytes());
    let big = units.iter().flat_map(|unit| unit.to_be_bytes());
    let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(little).collect();
    let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(big).collect();
    assert_eq!(Rules::parse(&little).unwrap(), wanted);
    assert_eq!(Rules::parse(&big).unwrap(), wanted);
    // Lines and columns are those of the file.
    let wrong = Rules::parse(b"// one\n/* two */ {\"silences\": []}").unwrap_err();
    assert!(
        wrong.starts_with("line 2, column 21: unknown field"),
        "{wrong}"
    );
    let open = Rules::parse(b"{} /* open").unwrap_err();
    assert!(
        open.starts_with("line 1, column 4: trailing characters"),
        "{open}"
    );
    let odd = Rules::parse(&[0xff, 0xfe, 0x00, 0xd8]).unwrap_err();
    assert!(odd.contains("not valid UTF-16"), "{odd}");
}

fn node(name: &str) -> Node {
    Node {
        name: name.into(),
        status: Some("Online".into()),
        version: Some("5.65.1".into()),
        ..Node::default()
    }
}

fn runtime(parent: &str, name: &str) -> Runtime {
    Runtime {
        id: format!("{parent}/integrationruntimes/{name}"),
        name: name.into(),
        parent_id: parent.into(),
        kind: "SelfHosted".into(),
        has_status: true,
        state: Some("Online".into()),
        auto_update: Some("On".into()),
        nodes: vec![node("N1"), node("N2")],
        ..Runtime::default()
    }
}

fn parent(id: &str) -> Parent {
    Parent {
        id: id.into(),
        name: id.rsplit('/').next().unwrap().into(),
        subscription_id: id.split('/').nth(2).unwrap().into(),
        listed: true,
        ..Parent::default()
    }
}

fn fleet() -> Fleet {
    Fleet {
        taken_at: "2026-11-29T09:00:00Z".into(),
        complete: true,
        parents: vec![parent(HUB), parent(DEV)],
        runtimes: vec![
            runtime(HUB, "ir-one"),
            runtime(HUB, "ir-two"),
            runtime(DEV, "ir-dev"),
        ],
        ..Fleet::default()
    }
}

fn changes(change: impl FnOnce(&mut Fleet)) -> Vec<Change> {
    let mut now = fleet();
    change(&mut now);
    compare(&fleet(), &now, true)
}

fn kinds(changes: &[Change]) -> Vec<(&'static str, Option<&str>, Option<&str>)> {
    changes
        .iter()
        .map(|own| (own.kind.name(), own.runtime.as_deref(), own.node.as_deref()))
        .collect()
}

#[test]
fn what_is_as_before_is_no_change() {
    assert_eq!(kinds(&changes(|_| {})), []);
    let same = changes(|fleet| {
        fleet.runtimes[0].id = fleet.runtimes[0].id.to_uppercase();
        fleet.runtimes[0].state = Some("online".into());
        fleet.runtimes[0].nodes.reverse();
        fleet.runtimes[0].nodes[0].last_connect_time = Some("2026-11-30T09:00:00Z".into());
        fleet.runtimes.reverse();
    });
    assert_eq!(kinds(&same), []);
}

#[test]
fn new_and_gone_at_every_level() {
    let found = changes(|fleet| {
        fleet.runtimes.remove(1);
        fleet.runtimes[0].nodes[1].name = "N3".into();
        let id = HUB.replace("adf-hub", "adf-new");
        fleet.parents.push(parent(&id));
        fleet.runtimes.push(runtime(&id, "ir-new"));
        fleet.parents.remove(1);
        fleet.runtimes.remove(1);
    });
    assert_eq!(
        kinds(&found),
        [
            ("New", None, None),
            ("Gone", None, None),
            ("New", Some("ir-one"), Some("N3")),
            ("Gone", Some("ir-one"), Some("N2")),
            ("New", Some("ir-new"), None),
            ("Gone", Some("ir-two"), None),
            ("Gone", Some("ir-dev"), None),
        ]
    );
    assert_eq!(
        found[5].message,
        "The integration runtime 'ir-two' of data factory 'adf-hub' is gone."
    );
}

#[test]
fn state_version_kind_and_links() {
    let found = changes(|fleet| {
        let one = &mut fleet.runtimes[0];
        one.state = Some("Limited".into());
        one.auto_update = Some("Off".into());
        one.nodes[0].status = Some("Offline".into());
        one.nodes[1].version = Some("5.66.1".into());
        one.links.push(Link {
            name: Some("ir-linked".into()),
            data_factory_name: Some("adf-spoke".into()),
            ..Link::default()
        });
        fleet.runtimes[1].kind = "Linked".into();
        fleet.runtimes[1].linked_to = Some("/x/ir".into());
    });
    assert_eq!(
        kinds(&found),
        [
            ("State", Some("ir-one"), None),
            ("Version", Some("ir-one"), None),
            ("State", Some("ir-one"), Some("N1")),
            ("Version", Some("ir-one"), Some("N2")),
            ("Links", Some("ir-one"), None),
            ("Kind", Some("ir-two"), None),
        ]
    );
    assert_eq!(
        (found[2].before.as_deref(), found[2].after.as_deref()),
        (Some("Online"), Some("Offline"))
    );
    assert_eq!(
        found[3].message,
        "The node 'N2' of integration runtime 'ir-one' of data factory 'adf-hub' had version 5.65.1 and has version \
         5.66.1."
    );
    assert_eq!(
        found[5].message,
        "The integration runtime 'ir-two' of data factory 'adf-hub' was SelfHosted and is Linked to '/x/ir'."
    );
    let back = {
        let mut before = fleet();
        before.runtimes[0].links.push(Link {
            name: Some("ir-linked".into()),
            ..Link::default()
        });
        compare(&before, &fleet(), true)
    };
    assert!(
        back[0]
            .message
            .starts_with("'?/ir-linked' is no longer linked"),
        "{}",
        back[0].message
    );
}

#[test]
fn what_was_not_read_has_not_changed() {
    for unread in [
        (|fleet: &mut Fleet| {
            fleet.parents[0].listed = false;
            fleet.runtimes.drain(..2);
        }) as fn(&mut Fleet),
        |fleet| {
            fleet.narrowed = true;
            fleet.runtimes.remove(0);
        },
        |fleet| {
            fleet.complete = false;
            fleet.parents.remove(1);
            fleet.runtimes.pop();
        },
        |fleet| {
            fleet.parents.remove(1);
            fleet.runtimes.pop();
            fleet.unreadable.push(Unreadable {
                what: Asked::Parents,
                id: "/subscriptions/S2".into(),
                ..Unreadable::default()
            });
        },
        |fleet| {
            fleet.runtimes[0].has_status = false;
            fleet.runtimes[0].state = None;
            fleet.runtimes[0].nodes.clear();
        },
    ] {
        assert_eq!(kinds(&changes(unread)), []);
    }
    // Another selection has other parents; what both have is compared.
    let mut now = fleet();
    now.parents.pop();
    now.runtimes.pop();
    now.runtimes.remove(1);
    now.runtimes[0].state = Some("Offline".into());
    let found = compare(&fleet(), &now, false);
    assert_eq!(
        found.iter().map(|own| own.kind).collect::<Vec<_>>(),
        [ChangeKind::State]
    );
}

fn selection() -> Map<String, serde_json::Value> {
    json!({"Subscription": ["s1"]}).as_object().unwrap().clone()
}

#[test]
fn a_snapshot_comes_back_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fleet.json");
    let snapshot = Snapshot::new(fleet(), selection());
    snapshot.write(&path).unwrap();
    assert_eq!(Snapshot::read("Baseline", &path).unwrap(), snapshot);
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(names.len(), 1, "a temporary file stayed");
    // `>` of Windows PowerShell writes UTF-16.
    let text = std::fs::read_to_string(&path).unwrap();
    let wide: Vec<u8> = format!("\u{feff}{text}\r\n")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    std::fs::write(&path, &wide).unwrap();
    assert_eq!(Snapshot::read("Baseline", &path).unwrap(), snapshot);
    assert_eq!(
        Snapshot::parse(&wide[..wide.len() - 41]).unwrap_err(),
        Fault::Truncated
    );
    std::fs::write(&path, text).unwrap();
    // A member that a later version adds is no reason to refuse it.
    let mut text: serde_json::Value =
        serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    text["fleet"]["runtimes"][0]["colour"] = json!("blue");
    text["mood"] = json!(5);
    assert_eq!(
        Snapshot::parse(text.to_string().as_bytes()).unwrap(),
        snapshot
    );
}

#[test]
fn another_file_is_refused_with_the_reason() {
    let good = serde_json::to_string(&Snapshot::new(fleet(), Map::new())).unwrap();
    let cut = &good[..good.len() - 40];
    let newer = good.replace("\"format\":1", "\"format\":2");
    let wrong = good.replace("\"complete\":true", "\"complete\":5");
    let broken = good.replace("\"parents\":", "\"parents\";");
    for (text, wanted) in [
        ("", Fault::NotOurs),
        ("{\"a\": 1}", Fault::NotOurs),
        ("[1, 2]", Fault::NotOurs),
        ("<html>", Fault::NotOurs),
        (cut, Fault::Truncated),
        (&newer, Fault::Format(2)),
    ] {
        assert_eq!(
            Snapshot::parse(text.as_bytes()).unwrap_err(),
            wanted,
            "{text}"
        );
    }
    for text in [wrong, broken] {
        assert!(matches!(
            Snapshot::parse(text.as_bytes()),
            Err(Fault::Damaged(_))
        ));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.json");
    let read = |text: &str| {
        std::fs::write(&path, text).unwrap();
        let error = Snapshot::read("Baseline", &path).unwrap_err();
        assert!(
            matches!(&error.kind, ErrorKind::InvalidInput { parameter: Some(own) } if own == "Baseline")
        );
        error.message()
    };
    assert!(read(&newer).ends_with(
        "b.json' of -Baseline has format 2, and this version of the module reads format 1. Update the module with \
         Update-Module AzIntegrationRuntime."
    ));
    assert!(
        read(cut).contains(
            "is truncated. Take a new one with Test-AzIntegrationRuntimeFleet -Snapshot."
        )
    );
    assert!(
        read("x").contains("is not a snapshot of Test-AzIntegrationRuntimeFleet. Give the file")
    );
    let missing = Snapshot::read("Baseline", &folder.path().join("none.json")).unwrap_err();
    assert!(missing.message().contains("cannot be read"), "{missing}");
}
