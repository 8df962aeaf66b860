//! Runs one after another: a baseline, an interrupted survey, and its continuation.

use super::*;

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
