//! The files that a check and a picture write: which they take the place of, and where a link leads.

use super::*;

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
