//! Reports of a fleet in every form: what readers of the form make of them.

use std::path::Path;

use azir_core::fleet::{
    baseline::{Change, ChangeKind},
    finding::Finding,
    record::Fleet,
    report::{Format, Report, check_writable, save, write},
    topology::{Form, Topology, write as draw},
};
use azir_core::runtimes::service::Service;
use time::macros::datetime;

use crate::support::fleets;

fn report<'a>(
    fleet: &'a Fleet,
    findings: &'a [Finding],
    changes: Option<&'a [Change]>,
) -> Report<'a> {
    Report {
        title: "Integration runtimes of Contoso",
        made_at: datetime!(2026-11-30 06:04 UTC),
        fleet,
        findings,
        changes,
    }
}

fn change(kind: ChangeKind, message: &str) -> Change {
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
    // For who wants to look at them.
    let kept = std::env::var_os("AZIR_REPORTS");
    let folder = kept.as_deref().map_or(folder.path(), Path::new);
    for ending in ["html", "json", "csv", "md", "xml", "sarif"] {
        let path = folder.join(format!("fleet.{ending}"));
        check_writable("ReportPath", &path).unwrap();
        assert!(kept.is_some() || !path.exists());
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
    for (count, name) in [(200, "hundreds"), (1000, "thousand"), (5500, "large")] {
        let (fleet, findings) = fleets::large(count, count > 5000);
        let own = report(&fleet, &findings, None);
        let start = std::time::Instant::now();
        let text = write(Format::Html, &own);
        let time = start.elapsed();
        let start = std::time::Instant::now();
        let topology = Topology::of(&fleet, &findings);
        let picture = draw(Form::Svg, &topology, own.title, None);
        if kept.is_some() {
            eprintln!(
                "{count}: html {} bytes {time:?}, svg {} {:?}",
                text.len(),
                picture.len(),
                start.elapsed()
            );
        }
        save(&folder.join(format!("{name}.html")), text.as_bytes()).unwrap();
        save(&folder.join(format!("{name}.svg")), picture.as_bytes()).unwrap();
        for (form, ending) in [(Form::Mermaid, "mmd"), (Form::Dot, "dot")] {
            let picture = draw(form, &topology, own.title, None);
            save(&folder.join(format!("{name}.{ending}")), picture.as_bytes()).unwrap();
        }
    }
}
