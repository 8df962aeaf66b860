//! Versions: what expires, differs, or is not updated.

use azir_core::fleet::{
    checks::{CheckOptions, check},
    finding::Severity,
};

use super::{FACTORY, NOW, after, after_node, after_runtime, codes, healthy, only, text};

#[test]
fn an_expired_version_is_an_error_and_one_that_expires_a_warning() {
    let until = |at: &str| after_node(|node| node.expiry_time = text(at));
    let expired = only("AZIR101", &until("2026-11-30T09:00:00Z"));
    assert_eq!(expired.severity, Severity::Error);
    assert_eq!(expired.node.as_deref(), Some("N2"));
    assert_eq!(expired.due.as_deref(), Some("2026-11-30T09:00:00Z"));
    assert_eq!(
        expired.message,
        "Node 'N2' of integration runtime 'ir-shared' of data factory 'adf-hub' has version 5.65.9600.3, which \
         expired on 2026-11-30. An expired node goes offline."
    );
    assert_eq!(
        expired.fix,
        Some(format!(
            "Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade -ResourceId '{FACTORY}/integrationRuntimes/ir-shared'"
        ))
    );
    let soon = only("AZIR102", &until("2027-01-29T09:00:00Z"));
    assert!(
        soon.message.contains("expires on 2027-01-29, in 60 days"),
        "{}",
        soon.message
    );
    assert_eq!(codes(&until("2027-01-29T09:00:01Z")), [""; 0]);
}

#[test]
fn an_estimated_expiry_says_so() {
    for no_date in [None, text("0001-01-01T00:00:00Z")] {
        let found = after_node(|node| {
            node.expiry_time = no_date;
            node.version = text("5.60.1.1");
        });
        assert_eq!(codes(&found), ["AZIR102", "AZIR103"]);
        assert!(
            found[0].message.contains("estimated from the version"),
            "{}",
            found[0].message
        );
        assert_eq!(found[0].due.as_deref(), Some("2027-01-01T00:00:00Z"));
    }
    // An unknown version without a date has no expiry.
    let found = after_runtime(|runtime| {
        for node in &mut runtime.nodes {
            node.expiry_time = None;
            node.version = text("9.1");
        }
    });
    assert_eq!(codes(&found), [""; 0]);
}

#[test]
fn versions_that_differ_are_a_finding_unless_an_update_runs() {
    let found = after_node(|node| node.version = text("5.64.1"));
    let found = only("AZIR103", &found);
    assert_eq!(
        (found.node.as_deref(), found.runtime.as_deref()),
        (None, Some("ir-shared"))
    );
    let found = after_node(|node| {
        node.version = text("5.64.1");
        node.status = text("Upgrading");
        node.last_start_update_time = text("2026-11-30T08:50:00Z");
    });
    assert_eq!(codes(&found), [""; 0]);
}

#[test]
fn a_version_behind_the_pushed_one_counts_without_automatic_updates() {
    let behind = |update: &str, pushed: &str| {
        after_runtime(|runtime| {
            runtime.auto_update = text(update);
            runtime.pushed_version = text(pushed);
        })
    };
    let found = only("AZIR104", &behind("Off", "5.100.1.1"));
    let fix = found.fix.unwrap();
    assert!(
        fix.starts_with("Update-AzDataFactoryV2IntegrationRuntime -ResourceId '/sub"),
        "{fix}"
    );
    assert!(fix.ends_with(" -AutoUpdate On"), "{fix}");
    assert_eq!(codes(&behind("On", "5.100.1.1")), [""; 0]);
    assert_eq!(codes(&behind("Off", "5.65.9600.3")), [""; 0]);
    assert_eq!(codes(&behind("Off", "5.9.1")), [""; 0]);
}

#[test]
fn a_failed_update_is_found() {
    let found = after_node(|node| {
        node.last_update_result = text("fail");
        node.last_end_update_time = text("2026-11-20T02:30:00Z");
    });
    let found = only("AZIR105", &found);
    assert!(
        found.message.contains("failed on 2026-11-20 02:30 UTC"),
        "{}",
        found.message
    );
    assert_eq!(
        codes(&after_node(|node| node.last_update_result = text("Succeed"))),
        [""; 0]
    );
}

#[test]
fn an_update_that_is_due_is_for_information() {
    let due = |at: &str, update: &str| {
        after_runtime(|runtime| {
            runtime.auto_update = text(update);
            runtime.auto_update_eta = text(at);
        })
    };
    let found = only("AZIR106", &due("2026-12-01T03:00:00Z", "On"));
    assert_eq!(found.severity, Severity::Information);
    assert_eq!(found.due.as_deref(), Some("2026-12-01T03:00:00Z"));
    assert_eq!(codes(&due("2026-12-01T03:00:00Z", "Off")), [""; 0]);
    assert_eq!(codes(&due("2026-12-05T03:00:00Z", "On")), [""; 0]);
    assert_eq!(codes(&due("2026-11-29T03:00:00Z", "On")), [""; 0]);
}

#[test]
fn an_expiry_before_the_next_update_is_found_however_late() {
    let next = |eta: &str| {
        after(|fleet| {
            fleet.runtimes[0].scheduled_update_date = text(eta);
            fleet.runtimes[0].nodes[1].expiry_time = text("2027-03-01T00:00:00Z");
        })
    };
    let found = only("AZIR107", &next("2027-03-02T00:00:00Z"));
    assert_eq!(found.due.as_deref(), Some("2027-03-01T00:00:00Z"));
    assert_eq!(codes(&next("2027-02-28T00:00:00Z")), [""; 0]);
}

#[test]
fn an_old_snapshot_knows_states_of_its_time_and_expiry_of_today() {
    let mut fleet = healthy();
    fleet.taken_at = "2026-10-01T00:00:00Z".into();
    let node = &mut fleet.runtimes[0].nodes[1];
    node.status = text("Offline");
    node.last_connect_time = text("2026-09-30T23:30:00Z");
    node.expiry_time = text("2026-11-01T00:00:00Z");
    let found = check(&fleet, &CheckOptions::default(), NOW);
    assert_eq!(codes(&found), ["AZIR101"]);
}
