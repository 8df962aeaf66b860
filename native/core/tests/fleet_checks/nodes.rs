//! Nodes and states.

use azir_core::fleet::finding::Severity;

use super::{after_node, after_runtime, codes, only, text};

#[test]
fn a_node_is_offline_after_its_limit() {
    let offline = |since: &str| {
        after_node(|node| {
            node.status = text("Offline");
            node.last_connect_time = text("2026-11-01T00:00:00Z");
            node.last_stop_time = text(since);
            // As the service shows a node that is offline.
            node.capabilities.values_mut().for_each(|own| *own = false);
        })
    };
    let found = only("AZIR201", &offline("2026-11-30T06:59:00Z"));
    assert!(
        found
            .message
            .contains("since 2026-11-30 06:59 UTC, for 2 hours"),
        "{}",
        found.message
    );
    assert!(found.message.contains("'N2-VM'"), "{}", found.message);
    assert_eq!(codes(&offline("2026-11-30T08:00:00Z")), [""; 0]);
}

#[test]
fn a_node_that_never_connected_is_not_merely_offline() {
    let found = after_node(|node| {
        node.status = text("Offline");
        node.last_connect_time = text("0001-01-01T00:00:00Z");
    });
    only("AZIR202", &found);
    let found = after_node(|node| node.last_connect_time = None);
    assert_eq!(
        codes(&found),
        [""; 0],
        "a node that is online has connected"
    );
}

#[test]
fn one_node_is_for_information_and_none_an_error() {
    let found = only(
        "AZIR203",
        &after_runtime(|runtime| runtime.nodes.truncate(1)),
    );
    assert_eq!(found.severity, Severity::Information);
    let found = after_runtime(|runtime| {
        runtime.nodes.clear();
        runtime.state = text("NeedRegistration");
    });
    let found = only("AZIR209", &found);
    assert!(
        found
            .fix
            .unwrap()
            .starts_with("Get-AzDataFactoryV2IntegrationRuntimeKey -ResourceId")
    );
    // A linked one has no nodes of its own, nor one of Azure; without a status nothing is known.
    let found = after_runtime(|runtime| {
        runtime.nodes.clear();
        runtime.has_status = false;
    });
    assert_eq!(codes(&found), [""; 0]);
}

#[test]
fn a_dispatcher_is_missed_where_a_node_is_online() {
    let without = |known: Option<bool>, online: bool| {
        after_runtime(|runtime| {
            for node in &mut runtime.nodes {
                node.is_active_dispatcher = known;
                if !online {
                    node.status = text("Initializing");
                    node.last_start_time = text("2026-11-30T08:58:00Z");
                }
            }
        })
    };
    only("AZIR204", &without(Some(false), true));
    assert_eq!(codes(&without(None, true)), [""; 0]);
    assert_eq!(codes(&without(Some(false), false)), [""; 0]);
}

#[test]
fn credentials_out_of_sync_ask_for_a_backup_first() {
    let found = after_node(|node| {
        node.capabilities.insert("credentialInSync".into(), false);
    });
    let found = only("AZIR205", &found);
    assert!(
        found
            .message
            .contains("the active dispatcher 'N1'. First make a backup"),
        "{}",
        found.message
    );
    assert!(
        found.message.contains(
            "Then run Sync-AzDataFactoryV2IntegrationRuntimeCredential -ResourceId '/sub"
        ),
        "{}",
        found.message
    );
    let fix = found.fix.unwrap();
    assert!(
        fix.contains("-GenerateBackupFile") && !fix.contains("Sync-"),
        "{fix}"
    );
}

#[test]
fn the_service_bus_is_missed_by_nodes_that_are_online() {
    let found = after_node(|node| {
        node.capabilities
            .insert("ServiceBusConnected".into(), false);
        node.capabilities.remove("serviceBusConnected");
    });
    only("AZIR206", &found);
    assert_eq!(
        codes(&after_node(|node| node.capabilities.clear())),
        [""; 0]
    );
}

#[test]
fn limited_nodes_and_a_limited_whole() {
    let found = after_node(|node| node.status = text("Limited"));
    let found = only("AZIR207", &found);
    assert!(found.message.contains("port 8060"), "{}", found.message);
    assert_eq!(found.node.as_deref(), Some("N2"));
    let found = only(
        "AZIR207",
        &after_runtime(|runtime| runtime.state = text("Limited")),
    );
    assert_eq!(found.node, None);
    // A node that is offline for a moment makes the whole limited.
    let found = after_runtime(|runtime| {
        runtime.state = text("Limited");
        runtime.nodes[1].status = text("Offline");
        runtime.nodes[1].last_stop_time = text("2026-11-30T08:59:30Z");
    });
    assert_eq!(codes(&found), [""; 0]);
}

#[test]
fn jobs_at_the_limit_need_the_monitoring_data() {
    let jobs = |running, limit, most| {
        after_node(|node| {
            node.concurrent_jobs_running = running;
            node.concurrent_jobs_limit = Some(limit);
            node.max_concurrent_jobs = Some(most);
        })
    };
    let found = only("AZIR208", &jobs(Some(10), 10, 20));
    assert!(
        found
            .fix
            .unwrap()
            .ends_with("-Name 'N2' -ConcurrentJobsLimit 20")
    );
    let found = only("AZIR208", &jobs(Some(20), 20, 20));
    assert!(found.message.ends_with("add a node."), "{}", found.message);
    assert_eq!(codes(&jobs(Some(9), 10, 20)), [""; 0]);
    assert_eq!(codes(&jobs(None, 20, 20)), [""; 0]);
    only("AZIR212", &jobs(None, 21, 20));
}

#[test]
fn nodes_that_are_not_ready() {
    let status = |status: &str, began: &str| {
        after_node(|node| {
            node.status = text(status);
            node.last_start_time = text(began);
        })
    };
    only(
        "AZIR210",
        &status("InitializeFailed", "2026-11-30T08:59:00Z"),
    );
    only(
        "AZIR210",
        &status("NeedRegistration", "2026-11-30T08:59:00Z"),
    );
    only("AZIR210", &status("Upgrading", "2026-11-30T07:00:00Z"));
    assert_eq!(codes(&status("Upgrading", "2026-11-30T08:59:00Z")), [""; 0]);
    assert_eq!(
        codes(&status("SomethingNew", "2026-11-30T08:59:00Z")),
        [""; 0]
    );
    let found = after_node(|node| {
        node.capabilities.insert("nodeEnabled".into(), false);
    });
    assert!(only("AZIR210", &found).message.contains("disabled"));
}

#[test]
fn an_integration_runtime_that_is_offline() {
    let found = after_runtime(|runtime| {
        runtime.state = text("Offline");
        for node in &mut runtime.nodes {
            node.status = text("Offline");
            node.last_stop_time = text("2026-11-30T08:58:00Z");
        }
    });
    let found = only("AZIR211", &found);
    assert!(
        found.message.contains("None of its 2 nodes is online"),
        "{}",
        found.message
    );
    let ssis = |state: &str| {
        after_runtime(|runtime| {
            runtime.kind = "AzureSsis".into();
            runtime.nodes.clear();
            runtime.state = text(state);
        })
    };
    assert_eq!(codes(&ssis("Stopped")), [""; 0]);
    only("AZIR211", &ssis("Offline"));
}
