//! Snapshots, baselines and rules files of the fleet, and what is written of them: reports, messages and pictures.
//!
//! Whatever is in a file, it is refused, or each form of a report can be read by the program that it is for, and no
//! text of it reaches a terminal as a control character.

use std::{fs, sync::Arc, sync::LazyLock, time::Duration};

use azir_core::fleet::{
    baseline,
    checks::{self, CheckOptions},
    record::Fleet,
    report::{self, Report, card},
    rules::Rules,
    snapshot::Snapshot,
    topology::{self, Form, Topology, view::Detail},
    verdict::verdicts,
};
use azir_core::report::Format;
use serde_json::{Map, Value, json};
use time::OffsetDateTime;

use super::answers;
use crate::{bytes::Bytes, guard::finding, json as odd, support, world::World};

static PLACE: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    tempfile::tempdir().expect("the tests' folder for temporary files can be written")
});

/// A snapshot that is good.
static GOOD: LazyLock<Value> = LazyLock::new(|| {
    let (fleet, _) = support::company();
    serde_json::to_value(Snapshot::new(fleet, Map::new())).unwrap_or_default()
});

/// Reads what `input` makes of the files of a fleet, and writes what is made of them.
///
/// # Panics
/// For a finding.
pub fn run(input: &[u8]) {
    let mut bytes = Bytes::new(input);
    if bytes.chance(24) {
        operation(&mut bytes);
        return;
    }
    let now = OffsetDateTime::UNIX_EPOCH
        + Duration::from_secs(1_000_000_000 + 60 * bytes.below(60_000) as u64);
    let rules = Rules::parse(&rules(&mut bytes)).unwrap_or_default();
    let Ok(after) = Snapshot::parse(&snapshot(&mut bytes)) else {
        return;
    };
    let before = if bytes.chance(128) {
        Snapshot::parse(&snapshot(&mut bytes)).ok()
    } else {
        None
    };
    let options = CheckOptions {
        expires_within: time::Duration::days(i64::try_from(bytes.below(4000)).unwrap_or(0)),
        ..CheckOptions::default()
    };
    let mut findings = checks::check(&after.fleet, &options, now);
    rules.apply(&mut findings, now);
    let changes = before
        .map(|own| baseline::compare(&own.fleet, &after.fleet, own.selection == after.selection));
    let _ = verdicts(&after.fleet, &findings).len();
    let report = Report {
        title: "Integration runtime fleet",
        made_at: now,
        fleet: &after.fleet,
        findings: &findings,
        hidden: &[],
        least: azir_core::report::Severity::Information,
        changes: changes.as_deref(),
    };
    write(&report, &mut bytes);
    let topology = Topology::of(&after.fleet, &findings);
    draw(&topology, &mut bytes);
    again(after.fleet);
}

/// What is written can be read again, and is the same.
fn again(fleet: Fleet) {
    let snapshot = Snapshot::new(fleet, Map::new());
    let text = serde_json::to_vec(&snapshot).unwrap_or_default();
    match Snapshot::parse(&text) {
        Ok(read) if read == snapshot => {}
        Ok(_) => finding("a snapshot was read as another one"),
        Err(fault) => finding(&format!("a snapshot cannot be read again: {fault:?}")),
    }
}

fn write(report: &Report<'_>, bytes: &mut Bytes<'_>) {
    let format = Format::ALL[bytes.below(Format::ALL.len())];
    let text = report::write(format, report);
    plain(&text, &format!("a report ({format:?})"));
    match format {
        Format::Json | Format::Sarif => {
            if let Err(error) = serde_json::from_str::<Value>(&text) {
                finding(&format!("a report ({format:?}) is not JSON: {error}"));
            }
        }
        Format::Junit => xml(&text, "a report"),
        Format::Html | Format::Csv | Format::Markdown => {}
    }
    let _ = card::plain_json(report);
    if card::teams(report).to_string().len() > 28_000 {
        finding("a message is longer than Teams takes");
    }
}

fn draw(topology: &Topology, bytes: &mut Bytes<'_>) {
    let all = [
        Form::Svg,
        Form::Html,
        Form::Mermaid,
        Form::Markdown,
        Form::Dot,
    ];
    let form = all[bytes.below(all.len())];
    let details: Vec<Option<Detail>> = std::iter::once(None)
        .chain(Detail::ALL.into_iter().map(|(own, _)| Some(own)))
        .collect();
    let text = topology::write(form, topology, "Fleet", details[bytes.below(details.len())]);
    plain(&text, &format!("a picture ({form:?})"));
    if form == Form::Svg {
        xml(&text, "a picture");
    }
}

fn plain(text: &str, what: &str) {
    let odd = |own: char| own.is_control() && !matches!(own, '\n' | '\r' | '\t');
    if let Some(own) = text.chars().find(|own| odd(*own)) {
        finding(&format!("{what} has the control character {own:?}"));
    }
}

fn xml(text: &str, what: &str) {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..roxmltree::ParsingOptions::default()
    };
    if let Err(error) = roxmltree::Document::parse_with_options(text, options) {
        finding(&format!("{what} is not XML: {error}"));
    }
}

/// The bytes of a snapshot with changes.
fn snapshot(bytes: &mut Bytes<'_>) -> Vec<u8> {
    let mut value = GOOD.clone();
    for _ in 0..bytes.below(4) {
        // Most changes are to be in the records.
        if bytes.chance(200) {
            texts(&mut value["fleet"], bytes);
        } else {
            odd::mutate(&mut value, bytes);
        }
    }
    damaged(value.to_string().into_bytes(), bytes)
}

/// Puts other texts, of the same type, in a few places: what still is a snapshot.
fn texts(value: &mut Value, bytes: &mut Bytes<'_>) {
    for _ in 0..=bytes.below(12) {
        text(value, bytes, 8);
    }
}

fn text(value: &mut Value, bytes: &mut Bytes<'_>, levels: usize) {
    let Some(levels) = levels.checked_sub(1) else {
        return;
    };
    match value {
        Value::Object(members) if !members.is_empty() => {
            let at = bytes.below(members.len());
            if let Some((_, inner)) = members.iter_mut().nth(at) {
                text(inner, bytes, levels);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let at = bytes.below(items.len());
            if bytes.chance(20) {
                let copy = items[at].clone();
                items.push(copy);
            }
            text(&mut items[at], bytes, levels);
        }
        Value::String(_) => *value = json!(bytes.text()),
        Value::Number(_) => *value = json!(bytes.integer()),
        Value::Bool(own) => *own = !*own,
        _ if bytes.chance(128) => *value = json!(bytes.text()),
        _ => {}
    }
}

fn rules(bytes: &mut Bytes<'_>) -> Vec<u8> {
    let mut value = json!({
        "silence": [
            {"code": "AZIR203", "parent": bytes.text(), "reason": "r", "until": "2026-12-31"},
            {"code": "AZIR*", "service": "DataFactory", "runtime": "ir-*", "node": bytes.text(), "reason": bytes.text(),
                "until": bytes.pick(&["2001-09-09", "9999-12-31", "0001-01-01", "2024-02-29T00:00:00+14:00"])},
        ],
        "severity": [{"code": "AZIR4*", "severity": "Error", "id": "*", "reason": "r"}],
    });
    if bytes.chance(128) {
        odd::mutate(&mut value, bytes);
    }
    damaged(value.to_string().into_bytes(), bytes)
}

fn damaged(mut text: Vec<u8>, bytes: &mut Bytes<'_>) -> Vec<u8> {
    match bytes.byte() {
        0..=4 => text.truncate(bytes.below(text.len().max(1))),
        5..=8 => text = bytes.take(100).to_vec(),
        9..=12 => text.splice(..0, *b"\xEF\xBB\xBF").for_each(drop),
        13..=20 => {
            for _ in 0..bytes.below(8) {
                let at = bytes.below(text.len().max(1));
                if let Some(place) = text.get_mut(at) {
                    *place = bytes.byte();
                }
            }
        }
        _ => {}
    }
    text
}

/// The cmdlets themselves, on files.
fn operation(bytes: &mut Bytes<'_>) {
    let root = PLACE.path();
    for entry in fs::read_dir(root).into_iter().flatten().flatten() {
        let _ = fs::remove_file(entry.path());
    }
    let path = |name: &str| json!(root.join(name));
    let write = |name: &str, content: Vec<u8>| {
        let _ = fs::write(root.join(name), content);
    };
    write("now.json", snapshot(bytes));
    write("before.json", snapshot(bytes));
    write("rules.json", rules(bytes));
    let mut arguments = json!({});
    let (operation, all) = if bytes.chance(128) {
        let endings = ["svg", "html", "mmd", "md", "dot", "x"];
        arguments["Path"] = path(&format!("picture.{}", bytes.pick(&endings)));
        (
            "fleet.topology",
            vec![
                ("FromSnapshot", path("now.json")),
                ("Detail", json!("Broken")),
            ],
        )
    } else {
        let all = vec![
            ("FromSnapshot", path("now.json")),
            ("Snapshot", path("now.json")),
            ("Resume", json!(true)),
            ("Baseline", path("before.json")),
            ("RulesFile", path("rules.json")),
            (
                "ReportPath",
                json!([
                    root.join("a.html"),
                    root.join("a.xml"),
                    root.join("a.sarif")
                ]),
            ),
            ("ExpiresWithin", json!(bytes.text())),
            (
                "OfflineLongerThan",
                json!(bytes.pick(&["NaN", "inf", "-0", "1e400", "36", "P3650D"])),
            ),
            ("Skip", json!(["AZIR2*"])),
            ("Metric", json!(true)),
            ("ErrorOnFinding", json!("Warning")),
            ("AsVerdict", json!(true)),
            ("IncludeSilenced", json!(true)),
        ];
        ("fleet.test", all)
    };
    for (name, value) in all {
        if bytes.chance(110) {
            arguments[name] = value;
        }
    }
    let request = json!({"operation": operation, "cmdlet": "Test-Cmdlet", "arguments": arguments,
        "verbose": bytes.chance(128), "debug": bytes.chance(128)});
    let world = World::new(bytes.rest());
    answers::perform((request, Vec::new()), &Arc::new(world.signed_in()), true);
}
