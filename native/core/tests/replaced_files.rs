//! Which files a report, a picture or a snapshot takes the place of: its own earlier ones, as they were written.

use std::path::Path;

use azir_core::{
    fleet::{
        report::write,
        snapshot::Snapshot,
        topology::{Form, Topology, write as draw},
    },
    report::{Format, Kind, Mark, check_replaceable},
};
use serde_json::{Map, Value, json};

use crate::{
    desired::reports::{with_drift, with_effects},
    fleet_reports::report,
    support::fleets,
};

const FORMS: [Form; 5] = [
    Form::Svg,
    Form::Html,
    Form::Mermaid,
    Form::Markdown,
    Form::Dot,
];

/// A file of each kind in each form.
fn written() -> Vec<(Mark, String)> {
    let mut all = Vec::new();
    let (fleet, findings) = fleets::company();
    for format in Format::ALL {
        let text = write(format, &report(&fleet, &findings, None));
        all.push((format.mark(Kind::Fleet), text));
        with_drift("file", |own| {
            all.push((format.mark(Kind::Comparison), own.write(format)));
        });
        with_effects(|own| all.push((format.mark(Kind::Deployment), own.write(format))));
    }
    let topology = Topology::of(&fleet, &findings);
    for form in FORMS {
        all.push((form.mark(), draw(form, &topology, "Fleet", None)));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fleet.json");
    Snapshot::new(fleet, Map::new()).write(&path).unwrap();
    all.push((Mark::Snapshot, std::fs::read_to_string(path).unwrap()));
    all
}

fn is_replaced(mark: Mark, content: &[u8]) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    std::fs::write(&path, content).unwrap();
    match check_replaceable("ReportPath", &path, mark) {
        Ok(()) => true,
        Err(error) => {
            assert!(
                error
                    .message()
                    .contains("and would be lost. Give another path"),
                "{error}"
            );
            false
        }
    }
}

fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

#[test]
fn only_the_same_kind_in_the_same_form_is_replaced() {
    let all = written();
    assert_eq!(all.len(), 24);
    for (own, text) in &all {
        for (other, _) in &all {
            let replaced = is_replaced(*other, text.as_bytes());
            assert_eq!(replaced, own == other, "{other:?} in place of {own:?}");
        }
    }
}

#[test]
fn a_missing_and_an_empty_file_are_free() {
    for (mark, _) in written() {
        assert!(is_replaced(mark, b""));
        check_replaceable("Path", Path::new("/none/at/all"), mark).unwrap();
    }
}

#[test]
fn what_git_and_windows_powershell_change_does_not_count() {
    for (mark, text) in written() {
        let bare = text.trim_start_matches('\u{feff}');
        for changed in [
            bare.as_bytes().to_vec(),
            format!("\u{feff}{bare}").into_bytes(),
            bare.replace("\r\n", "\n").into_bytes(),
            bare.replace("\r\n", "\n")
                .replace('\n', "\r\n")
                .into_bytes(),
            format!("{bare}\r\n").into_bytes(),
            bare.trim_end().as_bytes().to_vec(),
            utf16(bare),
            utf16(&format!("{bare}\r\n")),
        ] {
            assert!(is_replaced(mark, &changed), "{mark:?}");
        }
    }
}

#[test]
fn own_text_before_after_and_inside_is_kept() {
    for (mark, text) in written() {
        let text = text.trim_start_matches('\u{feff}');
        let middle = text[..text.len() / 2].rfind('\n').unwrap_or(1);
        for changed in [
            format!("My notes\n{text}"),
            format!("# README\n\n{text}\n"),
            format!("{text}My notes\n"),
            format!("{text}\n# More\n\nMine.\n"),
            format!("{}\nMy notes\n{}", &text[..middle], &text[middle..]),
            // A report behind a report has two marks.
            format!("{text}My notes\n{text}"),
        ] {
            assert!(
                !is_replaced(mark, changed.as_bytes()),
                "{mark:?}: {changed}"
            );
        }
    }
}

/// Changes the document of a kind in a form, and asks whether it is still replaced.
fn is_replaced_with(wanted: Mark, change: impl FnOnce(&mut Value)) -> bool {
    let (mark, text) = written().into_iter().find(|own| own.0 == wanted).unwrap();
    let mut document: Value = serde_json::from_str(&text).unwrap();
    change(&mut document);
    is_replaced(mark, document.to_string().as_bytes())
}

#[test]
fn own_members_and_runs_are_kept() {
    for kind in [Kind::Fleet, Kind::Comparison, Kind::Deployment] {
        let (data, log) = (Format::Json.mark(kind), Format::Sarif.mark(kind));
        // Laid out anew, and nothing else.
        assert!(is_replaced_with(data, |_| {}));
        assert!(is_replaced_with(log, |_| {}));
        assert!(!is_replaced_with(data, |own| own["owner"] = json!("me")));
        assert!(!is_replaced_with(data, |own| own["tool"]["name"] = json!("other")));
        assert!(!is_replaced_with(data, |own| *own = json!([own.clone()])));
        assert!(!is_replaced_with(log, |own| own["properties"] = json!({"owner": "me"})));
        assert!(!is_replaced_with(log, |own| {
            own["runs"][0]["automationDetails"] = json!({"id": "mine"});
        }));
        for at in [0, 1] {
            assert!(!is_replaced_with(log, |own| {
                let mut other = own["runs"][0].clone();
                other["tool"]["driver"]["name"] = json!("other");
                own["runs"].as_array_mut().unwrap().insert(at, other);
            }));
        }
        assert!(!is_replaced_with(log, |own| own["runs"] = json!([])));
    }
}

#[test]
fn tables_with_other_columns_or_rows_are_kept() {
    for kind in [Kind::Fleet, Kind::Comparison, Kind::Deployment] {
        let mark = Format::Csv.mark(kind);
        let (_, text) = written().into_iter().find(|own| own.0 == mark).unwrap();
        let (head, rows) = text.split_once("\r\n").unwrap();
        assert!(is_replaced(mark, head.as_bytes()));
        assert!(!rows.is_empty());
        for changed in [
            format!("{head},Owner\r\n"),
            format!("{head},Owner\r\n{rows}"),
            format!("{}\r\n", head.replace("Message,", "")),
            format!("{text}Mine,1\r\n"),
            format!("{text}Mine{}\r\n", ",".repeat(head.matches(',').count())),
            format!("{text}Error\r\n"),
        ] {
            assert!(!is_replaced(mark, changed.as_bytes()), "{changed}");
        }
    }
}

#[test]
fn a_snapshot_is_replaced_when_its_end_is_missing_and_by_what_else_begins_with_it_never() {
    let (mark, text) = written().pop().unwrap();
    assert_eq!(mark, Mark::Snapshot);
    assert!(is_replaced(mark, &text.as_bytes()[..text.len() / 2]));
    let wide = utf16(&text);
    assert!(is_replaced(mark, &wide[..=wide.len() / 2]));
    assert!(is_replaced(
        mark,
        text.replace("\"format\":1", "\"format\":9").as_bytes()
    ));
    for changed in [
        format!("{{\"note\":\"mine\",{}", &text[1..]),
        format!("[{text}]"),
        format!("{text}{{\"mine\":1}}"),
        "{\"kind\":\"AzIntegrationRuntime.FleetSnapshots\",\"format\":1}".to_owned(),
        "The kind is AzIntegrationRuntime.FleetSnapshot".to_owned(),
    ] {
        assert!(!is_replaced(mark, changed.as_bytes()), "{changed}");
    }
}
