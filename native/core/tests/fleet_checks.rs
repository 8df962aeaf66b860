//! The checks of a fleet: each with a fleet in which it finds something, and one in which it does not.

use azir_core::{
    fleet::{
        checks::{CheckOptions, check},
        finding::{CATALOG, Finding, Severity},
        record::{Asked, Fleet, Link, Node, Parent, Runtime, Unreadable},
        verdict::{Verdict, verdicts},
    },
    runtimes::service::Service,
};
use time::{Duration, OffsetDateTime, macros::datetime};

const NOW: OffsetDateTime = datetime!(2026-11-30 09:00 UTC);
const FACTORY: &str =
    "/subscriptions/s1/resourceGroups/rg-data/providers/Microsoft.DataFactory/factories/adf-hub";
const SPOKE: &str =
    "/subscriptions/s2/resourceGroups/rg-data/providers/Microsoft.DataFactory/factories/adf-spoke";

fn node(name: &str) -> Node {
    Node {
        name: name.into(),
        machine_name: Some(format!("{name}-VM")),
        status: Some("Online".into()),
        version: Some("5.65.9600.3".into()),
        expiry_time: Some("2027-06-01T00:00:00Z".into()),
        register_time: Some("2026-06-01T00:00:00Z".into()),
        last_connect_time: Some("2026-11-30T08:59:00Z".into()),
        last_update_result: Some("None".into()),
        is_active_dispatcher: Some(name == "N1"),
        concurrent_jobs_limit: Some(10),
        max_concurrent_jobs: Some(20),
        capabilities: [
            "serviceBusConnected",
            "credentialInSync",
            "connectedToResourceManager",
            "nodeEnabled",
        ]
        .into_iter()
        .map(|name| (name.to_owned(), true))
        .collect(),
        ..Node::default()
    }
}

fn runtime(parent: &str, name: &str) -> Runtime {
    Runtime {
        id: format!("{parent}/integrationRuntimes/{name}"),
        name: name.into(),
        parent_id: parent.into(),
        kind: "SelfHosted".into(),
        has_status: true,
        state: Some("Online".into()),
        version: Some("5.65.9600.3".into()),
        auto_update: Some("On".into()),
        nodes: vec![node("N1"), node("N2")],
        ..Runtime::default()
    }
}

fn parent(id: &str) -> Parent {
    let segments: Vec<&str> = id.split('/').collect();
    Parent {
        service: Service::ALL
            .into_iter()
            .find(|service| service.namespace() == segments[6])
            .unwrap(),
        id: id.into(),
        name: segments[8].into(),
        subscription_id: segments[2].into(),
        resource_group: segments[4].into(),
        listed: true,
        ..Parent::default()
    }
}

/// A hub with a shared integration runtime, a spoke with a linked one; nothing is wrong.
fn healthy() -> Fleet {
    let mut shared = runtime(FACTORY, "ir-shared");
    shared.links.push(link("adf-spoke", "ir-linked"));
    let linked = Runtime {
        kind: "Linked".into(),
        linked_to: Some(shared.id.to_uppercase()),
        has_status: false,
        state: None,
        nodes: Vec::new(),
        ..runtime(SPOKE, "ir-linked")
    };
    Fleet {
        complete: true,
        parents: vec![parent(FACTORY), parent(SPOKE)],
        runtimes: vec![shared, linked],
        ..Fleet::default()
    }
}

fn link(factory: &str, name: &str) -> Link {
    Link {
        name: Some(name.into()),
        subscription_id: Some("S2".into()),
        data_factory_name: Some(factory.into()),
        ..Link::default()
    }
}

fn after(change: impl FnOnce(&mut Fleet)) -> Vec<Finding> {
    let mut fleet = healthy();
    change(&mut fleet);
    check(&fleet, &CheckOptions::default(), NOW)
}

fn after_node(change: impl FnOnce(&mut Node)) -> Vec<Finding> {
    after(|fleet| change(&mut fleet.runtimes[0].nodes[1]))
}

fn after_runtime(change: impl FnOnce(&mut Runtime)) -> Vec<Finding> {
    after(|fleet| change(&mut fleet.runtimes[0]))
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.rule.code).collect()
}

fn text(value: &str) -> Option<String> {
    Some(value.to_owned())
}

#[track_caller]
fn only(code: &str, findings: &[Finding]) -> Finding {
    assert_eq!(codes(findings), [code]);
    let finding = findings[0].clone();
    assert!(finding.fix.as_deref().is_some_and(|fix| fix.contains('-')));
    assert!(finding.message.ends_with(['.', '2']), "{}", finding.message);
    finding
}

#[test]
fn a_healthy_fleet_has_no_findings() {
    assert_eq!(codes(&after(|_| {})), [""; 0]);
}

#[test]
fn an_expired_version_is_an_error_and_one_that_expires_a_warning() {
    let expires = |at: &str| after_node(|node| node.expiry_time = text(at));
    let expired = only("AZIR101", &expires("2026-11-30T09:00:00Z"));
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
    let soon = only("AZIR102", &expires("2027-01-29T09:00:00Z"));
    assert!(
        soon.message.contains("expires on 2027-01-29, in 60 days"),
        "{}",
        soon.message
    );
    assert_eq!(codes(&expires("2027-01-29T09:00:01Z")), [""; 0]);
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

#[test]
fn links_near_their_limit() {
    let links = |number| {
        after_runtime(|runtime| {
            // Of factories that are not in view: nothing is known of them.
            let more = (1..number).map(|own| link(&format!("adf-{own}"), "ir"));
            runtime.links.extend(more);
        })
    };
    let found = only("AZIR301", &links(90));
    assert!(
        found
            .message
            .starts_with("90 integration runtimes are linked"),
        "{}",
        found.message
    );
    assert_eq!(codes(&links(89)), [""; 0]);
}

fn refused(status: u16, code: &str) -> Unreadable {
    Unreadable {
        what: Asked::Status,
        id: format!("{SPOKE}/integrationruntimes/IR-linked"),
        status: Some(status),
        code: text(code),
        message: "No.".into(),
        ..Unreadable::default()
    }
}

#[test]
fn an_owner_that_is_gone_or_refuses() {
    let status = |status, code: &str| {
        after(|fleet| {
            fleet.runtimes.remove(0);
            fleet.unreadable.push(refused(status, code));
        })
    };
    only("AZIR302", &status(404, "NotFound"));
    let found = only(
        "AZIR303",
        &status(403, "UnauthorizedIntegrationRuntimeAccess"),
    );
    assert!(found.fix.unwrap().contains("Read-Host 'Object id"));
    only(
        "AZIR303",
        &status(400, "UnauthorizedIntegrationRuntimeAccess"),
    );
    // What the caller may not read says nothing about the owner.
    only("AZIR401", &status(403, "AuthorizationFailed"));
    only("AZIR401", &status(500, "InternalServerError"));
    let found = after(|fleet| {
        fleet.parents[1].principal_id = text("p-1");
        fleet.runtimes[1].has_status = true;
        fleet.runtimes[1].state = text("AccessDenied");
    });
    assert!(
        only("AZIR303", &found)
            .fix
            .unwrap()
            .contains("-ObjectId 'p-1'")
    );
}

#[test]
fn a_link_that_leads_nowhere() {
    let gone = |fleet: &mut Fleet| {
        fleet.runtimes.remove(1);
    };
    let found = only("AZIR304", &after(gone));
    assert!(
        found
            .message
            .contains("Data factory 'adf-spoke' has no integration runtime 'ir-linked'")
    );
    // It is there, and stands for itself now.
    let unlinked = after(|fleet| {
        let own = "/other/integrationRuntimes/x";
        fleet.runtimes[1].linked_to = text(own);
    });
    only("AZIR304", &unlinked);
    for unknown in [
        (|fleet: &mut Fleet| fleet.narrowed = true) as fn(&mut Fleet),
        |fleet| fleet.parents[1].listed = false,
        |fleet| {
            fleet.parents.pop();
        },
    ] {
        let found = after(|fleet| {
            gone(fleet);
            unknown(fleet);
        });
        assert_eq!(codes(&found), [""; 0]);
    }
}

#[test]
fn what_could_not_be_read_names_the_action_and_the_role() {
    let found = after(|fleet| {
        fleet.unreadable.push(Unreadable {
            what: Asked::Runtimes,
            id: SPOKE.into(),
            status: Some(403),
            code: text("AuthorizationFailed"),
            message: "The client 'x' does not have authorization.".into(),
            action: text("Microsoft.DataFactory/factories/integrationruntimes/read"),
            role: text("Reader"),
        });
    });
    let found = only("AZIR401", &found);
    assert_eq!(
        found.message,
        "The integration runtimes of data factory 'adf-spoke' could not be listed. The service answered 403 \
         (AuthorizationFailed). The action 'Microsoft.DataFactory/factories/integrationruntimes/read' is missing. The \
         least role that has it is 'Reader'."
    );
    assert_eq!((found.parent.as_str(), found.runtime), ("adf-spoke", None));
    assert!(
        found
            .fix
            .unwrap()
            .contains(&format!("-RoleDefinitionName 'Reader' -Scope '{SPOKE}'"))
    );
}

#[test]
fn a_workspace_and_an_account_have_their_own_commands() {
    let of = |id: &str, change: fn(&mut Runtime)| {
        let mut runtime = runtime(id, "ir");
        change(&mut runtime);
        let fleet = Fleet {
            parents: vec![parent(id)],
            runtimes: vec![runtime],
            ..Fleet::default()
        };
        let found = check(&fleet, &CheckOptions::default(), NOW);
        (found[0].message.clone(), found[0].fix.clone().unwrap())
    };
    let off = |runtime: &mut Runtime| {
        runtime.auto_update = Some("Off".into());
        runtime.pushed_version = Some("5.70.1".into());
    };
    let synapse = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces/syn";
    let (message, fix) = of(synapse, off);
    assert!(
        fix.starts_with("Update-AzSynapseIntegrationRuntime -ResourceId"),
        "{fix}"
    );
    assert!(message.contains("workspace 'syn'"), "{message}");
    let purview = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Purview/accounts/pv";
    let (message, fix) = of(purview, off);
    assert!(
        fix.starts_with("Get-AzIntegrationRuntime -ResourceId"),
        "{fix}"
    );
    assert!(
        message.contains("Purview account 'pv'") && message.contains("https://go.microsoft.com")
    );
    let (_, fix) = of(purview, |runtime| runtime.nodes.clear());
    assert_eq!(
        fix,
        "Get-AzPurviewIntegrationRuntimeKey -AccountName 'pv' -Name 'ir'"
    );
}

#[test]
fn names_move_no_cursor_and_end_no_literal() {
    let found = after(|fleet| {
        let name = "ir'; Remove-Item x\u{1b}[2J";
        fleet.runtimes[0].name = name.into();
        fleet.runtimes[0].id = format!("{FACTORY}/integrationRuntimes/{name}");
        fleet.runtimes[0].nodes.truncate(1);
        fleet.runtimes[0].nodes[0].name = "N\u{202e}".into();
        fleet.runtimes.pop();
        fleet.runtimes[0].links.clear();
    });
    let found = only("AZIR203", &found);
    for text in [&found.message, found.runtime.as_ref().unwrap()] {
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    }
    assert!(found.fix.unwrap().contains("ir''; Remove-Item x"));
}

#[test]
fn the_gravest_findings_come_first_then_the_earliest() {
    let found = after(|fleet| {
        let nodes = &mut fleet.runtimes[0].nodes;
        nodes[0].expiry_time = text("2027-01-05T00:00:00Z");
        nodes[1].expiry_time = text("2027-01-04T00:00:00Z");
        fleet.runtimes[1] = runtime(SPOKE, "ir-none");
        fleet.runtimes[1].nodes.clear();
        fleet.runtimes[0].links.clear();
    });
    assert_eq!(codes(&found), ["AZIR209", "AZIR102", "AZIR102"]);
    assert_eq!(found[1].node.as_deref(), Some("N2"));
}

#[test]
fn limits_can_be_changed() {
    let mut fleet = healthy();
    fleet.runtimes[0].nodes[0].status = text("Offline");
    let options = CheckOptions {
        expires_within: Duration::days(365),
        offline_longer_than: Duration::ZERO,
        update_within: Duration::ZERO,
    };
    // N1 was connected a minute ago, and both expire within a year.
    assert_eq!(
        codes(&check(&fleet, &options, NOW)),
        ["AZIR201", "AZIR102", "AZIR102"]
    );
}

#[test]
fn each_integration_runtime_has_a_verdict_and_a_linked_one_that_of_its_owner() {
    let mut fleet = healthy();
    fleet.runtimes[0].nodes[1].expiry_time = text("2027-01-04T00:00:00Z");
    fleet.runtimes[0].nodes.push(node("N3"));
    fleet.runtimes[0].nodes[2].expiry_time = text("2026-12-24T00:00:00Z");
    fleet.runtimes.push(runtime(SPOKE, "ir-well"));
    let mut findings = check(&fleet, &CheckOptions::default(), NOW);
    let all: Vec<Verdict> = verdicts(&fleet, &findings)
        .iter()
        .map(|own| own.verdict)
        .collect();
    assert_eq!(all, [Verdict::Warning, Verdict::Warning, Verdict::Healthy]);
    let first = verdicts(&fleet, &findings)[0];
    assert_eq!(
        (first.findings, first.due),
        (2, Some("2026-12-24T00:00:00Z"))
    );
    for finding in &mut findings {
        finding.silenced = Some(azir_core::fleet::finding::Silence {
            reason: "known".into(),
            until: None,
        });
    }
    assert_eq!(verdicts(&fleet, &findings)[0].verdict, Verdict::Healthy);
}

#[test]
fn every_rule_of_the_catalog_is_tested_here() {
    let source = include_str!("fleet_checks.rs");
    for rule in CATALOG {
        assert!(
            source.contains(&format!("\"{}\"", rule.code)),
            "{}",
            rule.code
        );
    }
}
