//! The checks of a fleet: each with a fleet in which it finds something, and one in which it does not.

mod links;
mod nodes;
mod replaced;
mod versions;

use azir_core::{
    fleet::{
        checks::{CheckOptions, check},
        finding::{CATALOG, Finding},
        record::{Fleet, Link, Node, Parent, Runtime},
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

#[expect(
    clippy::unnecessary_wraps,
    reason = "the members of records are optional"
)]
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
    // What runs on the linked one runs on the same nodes.
    let linked = verdicts(&fleet, &findings)[1];
    assert_eq!((linked.findings, linked.due), (first.findings, first.due));
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
    let source = [
        include_str!("links.rs"),
        include_str!("nodes.rs"),
        include_str!("versions.rs"),
    ]
    .concat();
    for rule in CATALOG {
        assert!(
            source.contains(&format!("\"{}\"", rule.code)),
            "{}",
            rule.code
        );
    }
}
