//! Reports of a fleet in every form: what readers of the form make of them.
#![allow(
    clippy::disallowed_methods,
    reason = "a person names the folder for the reports to look at"
)]

use std::path::Path;

use azir_core::{
    fleet::{
        baseline::{Change, ChangeKind},
        checks::{self, CheckOptions},
        finding::{Finding, Severity},
        record::Fleet,
        report::{Report, Summary, card, ordered, write},
        topology::{Form, Topology, write as draw},
    },
    report::{Format, check_writable, save, save_private},
    runtimes::service::Service,
};
use serde_json::Value;
use time::macros::datetime;

use crate::{fleet_hostile::HOSTILE, support::fleets};

/// A report of Contoso.
pub(crate) fn report<'a>(
    fleet: &'a Fleet,
    findings: &'a [Finding],
    changes: Option<&'a [Change]>,
) -> Report<'a> {
    Report {
        title: "Integration runtimes of Contoso",
        made_at: datetime!(2026-11-30 06:04 UTC),
        fleet,
        findings,
        hidden: &[],
        least: Severity::Information,
        changes,
    }
}

/// A change since the baseline.
pub(crate) fn change(kind: ChangeKind, message: &str) -> Change {
    Change {
        kind,
        service: Service::DataFactory,
        parent: "adf".into(),
        runtime: None,
        node: None,
        before: None,
        after: None,
        message: message.into(),
        id: "/subscriptions/s".into(),
    }
}

#[test]
fn every_form_is_saved_whole() {
    let (fleet, findings) = fleets::company();
    let changes = [
        change(
            ChangeKind::State,
            "Node 'SHIR-WEU-03' of 'ir-onprem-shared' went from Online to Offline.",
        ),
        change(
            ChangeKind::New,
            "Integration runtime 'ir-mes-essen' of 'adf-plant-essen' is new.",
        ),
    ];
    let own = report(&fleet, &findings, Some(&changes));
    let folder = tempfile::tempdir().unwrap();
    // For a person who wants to look at them.
    let kept = std::env::var_os("AZIR_REPORTS");
    let folder = kept.as_deref().map_or(folder.path(), Path::new);
    for ending in ["html", "json", "csv", "md", "xml", "sarif"] {
        let path = folder.join(format!("fleet.{ending}"));
        check_writable("ReportPath", &path).unwrap();
        let text = write(Format::of_path(&path).unwrap(), &own);
        save(&path, text.as_bytes()).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
    let topology = Topology::of(&fleet, &findings);
    for ending in ["svg", "html", "mmd", "md", "dot"] {
        let path = folder.join(format!("topology.{ending}"));
        let text = draw(Form::of_path(&path).unwrap(), &topology, own.title, None);
        save(&path, text.as_bytes()).unwrap();
    }
    if kept.is_none() {
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), 11);
    }
    // The page and the picture of docs/pictures, with what the checks find themselves.
    let findings = checks::check(&fleet, &CheckOptions::default(), own.made_at);
    let picture = Report {
        findings: &findings,
        changes: None,
        ..own
    };
    let page = write(Format::Html, &picture);
    assert!(page.contains("AZIR101") && page.contains("AZIR207"));
    save(&folder.join("picture.html"), page.as_bytes()).unwrap();
    let svg = draw(Form::Svg, &Topology::of(&fleet, &findings), own.title, None);
    save(&folder.join("picture.svg"), svg.as_bytes()).unwrap();
}

#[test]
fn an_ending_that_stands_for_no_form_names_those_that_do() {
    for path in ["fleet.pdf", "fleet", ".html", "a.html/"] {
        match Format::of_path(Path::new(path)) {
            Ok(format) => assert_eq!((path, format), ("a.html/", Format::Html)),
            Err(error) => assert!(
                error
                    .message()
                    .contains(".html, .json, .csv, .md, .xml (JUnit) or .sarif"),
                "{}",
                error.message()
            ),
        }
    }
    assert_eq!(
        Format::of_path(Path::new("A.SARIF")).unwrap(),
        Format::Sarif
    );
    let error = Form::of_path(Path::new("fleet.png")).unwrap_err();
    assert!(
        error.message().contains(".svg, .html, .mmd"),
        "{}",
        error.message()
    );
}

#[test]
fn a_path_that_cannot_be_written_is_known_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fleet.html");
    check_writable("ReportPath", &path).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let missing = folder.path().join("no").join("fleet.html");
    let error = check_writable("ReportPath", &missing).unwrap_err();
    assert!(
        error.message().contains("New-Item -ItemType Directory"),
        "{}",
        error.message()
    );
    let error = check_writable("ReportPath", folder.path()).unwrap_err();
    assert!(
        error.message().contains("is a folder"),
        "{}",
        error.message()
    );
    save(&path, b"old").unwrap();
    let below = path.join("fleet.html");
    let error = check_writable("ReportPath", &below).unwrap_err();
    assert!(
        error
            .message()
            .contains("' is a file. Give a path in a folder")
    );
    let error = save(&missing, b"new").unwrap_err();
    assert!(
        error.message().contains("was not written"),
        "{}",
        error.message()
    );
    save_private(&path, b"new").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"new");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::MetadataExt::mode(&std::fs::metadata(&path).unwrap());
        assert_eq!(mode & 0o777, 0o600);
    }
}

/// A rename would replace the device of the whole system.
#[cfg(unix)]
#[test]
fn a_socket_or_device_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fleet.html");
    let _socket = std::os::unix::net::UnixListener::bind(&path).unwrap();
    for error in [
        check_writable("ReportPath", &path).unwrap_err(),
        save(&path, b"new").unwrap_err(),
        save_private(&path, b"new").unwrap_err(),
    ] {
        assert!(
            error.message().contains("it is not a regular file"),
            "{}",
            error.message()
        );
    }
    assert!(!std::fs::metadata(&path).unwrap().is_file());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn the_summary_counts_what_counts() {
    let (fleet, findings) = fleets::company();
    let own = report(&fleet, &findings, None);
    let summary = Summary::of(&own);
    assert_eq!(
        (
            summary.errors,
            summary.warnings,
            summary.information,
            summary.silenced
        ),
        (7, 5, 1, 1)
    );
    assert_eq!(
        (
            summary.parents,
            summary.runtimes,
            summary.nodes,
            summary.online
        ),
        (10, 22, 13, 9)
    );
    let days: Vec<(&str, i64, usize)> = summary
        .expiries
        .iter()
        .map(|own| (own.day.as_str(), own.days, own.nodes))
        .collect();
    assert_eq!(
        days,
        [
            ("2026-08-01", -121, 1),
            ("2026-12-01", 1, 3),
            ("2027-01-01", 32, 1),
            ("2027-03-01", 91, 8),
        ]
    );
    let estimated: Vec<bool> = summary.expiries.iter().map(|own| own.estimated).collect();
    assert_eq!(estimated, [false, false, true, false]);
    assert_eq!(summary.subscriptions[0].name, "Manufacturing");
    assert_eq!(summary.subscriptions[0].errors, 4);
    assert_eq!(summary.subscriptions.len(), 4);
    let first = ordered(&findings)[0];
    assert_eq!(
        (first.rule.code, first.due.as_deref()),
        ("AZIR101", Some("2026-08-01T00:00:00Z"))
    );
    assert!(ordered(&findings)[13].silenced.is_some());
}

#[test]
fn the_page_of_ten_thousand_nodes_is_small() {
    let (fleet, findings) = fleets::large(5600, true);
    let nodes: usize = fleet.runtimes.iter().map(|own| own.nodes.len()).sum();
    assert!(nodes > 10_000, "{nodes}");
    let own = report(&fleet, &findings, None);
    let start = std::time::Instant::now();
    let page = write(Format::Html, &own);
    let time = start.elapsed();
    assert!(page.len() < 10_000_000, "{}", page.len());
    if let Some(folder) = std::env::var_os("AZIR_REPORTS") {
        save(&Path::new(&folder).join("large.html"), page.as_bytes()).unwrap();
        let note = format!(
            "{nodes} nodes, {} findings: {} bytes in {time:?}\n",
            findings.len(),
            page.len()
        );
        save(&Path::new(&folder).join("large.txt"), note.as_bytes()).unwrap();
    }
}

#[test]
fn junit_is_what_test_reporters_read() {
    let (fleet, findings) = fleets::company();
    let text = write(Format::Junit, &report(&fleet, &findings, None));
    let document = roxmltree::Document::parse(&text).unwrap();
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "testsuites");
    let count = |node: roxmltree::Node<'_, '_>, name: &str| {
        node.descendants()
            .filter(|own| own.has_tag_name(name))
            .count()
            .to_string()
    };
    let suites: Vec<_> = root
        .children()
        .filter(roxmltree::Node::is_element)
        .collect();
    assert_eq!(suites.len(), 10);
    for suite in suites.iter().chain([&root]) {
        for (attribute, name) in [
            ("tests", "testcase"),
            ("failures", "failure"),
            ("skipped", "skipped"),
        ] {
            assert_eq!(
                suite.attribute(attribute),
                Some(count(*suite, name).as_str())
            );
        }
    }
    assert_eq!(root.attribute("failures"), Some("12"));
    assert_eq!(root.attribute("skipped"), Some("1"));
    let turin = suites
        .iter()
        .find(|own| own.attribute("name") == Some("DataFactory adf-plant-turin"))
        .unwrap();
    let names: Vec<_> = turin
        .children()
        .filter_map(|own| own.attribute("name"))
        .collect();
    assert_eq!(
        names,
        [
            "AZIR101 The version of a node has expired: adf-plant-turin / ir-mes-turin / TRN-MES-1",
            "AZIR211 The integration runtime is not available: adf-plant-turin / ir-mes-turin",
            "AutoResolveIntegrationRuntime",
        ]
    );
    let failure = turin
        .descendants()
        .find(|own| own.has_tag_name("failure"))
        .unwrap();
    assert_eq!(failure.attribute("type"), Some("Error"));
    let words = failure.text().unwrap();
    assert!(
        words.contains("Fix: Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade"),
        "{words}"
    );
}

#[test]
fn sarif_names_resources_and_suppressions() {
    let (fleet, findings) = fleets::company();
    let text = write(Format::Sarif, &report(&fleet, &findings, None));
    let log: Value = serde_json::from_str(&text).unwrap();
    let run = &log["runs"][0];
    assert_eq!(log["version"], "2.1.0");
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 14);
    for own in results {
        let rule = usize::try_from(own["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], own["ruleId"]);
        let place = &own["locations"][0]["logicalLocations"][0];
        assert!(
            place["fullyQualifiedName"]
                .as_str()
                .unwrap()
                .starts_with("/subscriptions/")
        );
    }
    assert_eq!(
        results[13]["suppressions"][0]["justification"],
        "Test needs no second node"
    );
    assert_eq!(results[0]["level"], "error");
}

#[test]
fn markdown_fits_the_summary_of_a_run() {
    let (fleet, findings) = fleets::large(5600, true);
    let changes = vec![change(ChangeKind::Gone, "Integration runtime 'ir-a' is gone."); 500];
    let text = write(Format::Markdown, &report(&fleet, &findings, Some(&changes)));
    assert!(text.len() < 20_000, "{}", text.len());
    assert!(text.contains("… and 485 more."));
    let (fleet, findings) = fleets::company();
    let text = write(Format::Markdown, &report(&fleet, &findings, None));
    assert!(
        text.contains(
            "**7 errors, 5 warnings and 1 information in 22 integration runtimes with 13 nodes.**"
        ),
        "{text}"
    );
    assert!(text.contains("| ❌ Error | AZIR101 |"));
}

#[test]
fn a_card_is_small_and_says_the_first_things() {
    let (fleet, findings) = fleets::large(5600, true);
    let mut long = findings.clone();
    for own in &mut long {
        own.message = HOSTILE.repeat(200);
    }
    // Characters of four bytes, in the message and in the name.
    let mut wide = findings.clone();
    for own in &mut wide {
        own.message = "😀".repeat(2000);
        own.parent = "😀".repeat(2000);
    }
    for findings in [&findings, &long, &wide] {
        let own = report(&fleet, findings, Some(&[]));
        let card = card::teams(&own);
        assert!(
            card.to_string().len() < 28_000,
            "{}",
            card.to_string().len()
        );
        assert_eq!(card["type"], "message");
        let content = &card["attachments"][0]["content"];
        assert_eq!(content["type"], "AdaptiveCard");
        assert!(!card.to_string().contains("[y](z)"));
        let plain = card::plain_json(&own);
        assert_eq!(plain["findings"].as_array().unwrap().len(), 10);
        assert_eq!(plain["summary"]["errors"], 224);
    }
    let (fleet, findings) = fleets::company();
    let plain = card::plain_json(&report(&fleet, &findings, None));
    assert_eq!(plain["findings"][0]["code"], "AZIR101");
    assert_eq!(plain["changes"], Value::Null);
}

#[test]
fn an_empty_fleet_makes_every_form() {
    let fleet = Fleet::default();
    let own = report(&fleet, &[], Some(&[]));
    for format in Format::ALL {
        let text = write(format, &own);
        assert!(!text.is_empty());
        if format == Format::Junit {
            roxmltree::Document::parse(&text).unwrap();
        }
        if format == Format::Markdown {
            assert!(
                text.contains("No findings.") && text.contains("was interrupted"),
                "{text}"
            );
        }
    }
    let topology = Topology::of(&fleet, &[]);
    roxmltree::Document::parse(&draw(Form::Svg, &topology, "Empty", None)).unwrap();
}
