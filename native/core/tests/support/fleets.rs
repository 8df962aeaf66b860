//! Fleets for reports and pictures: one with names as people give them, and one of any size.

use azir_core::{
    fleet::{
        expiry,
        finding::{self, Finding, Rule, Silence},
        record::{Fleet, Grant, Link, Node, Parent, Runtime},
    },
    runtimes::service::Service,
};
use time::format_description::well_known::Rfc3339;

const PRODUCTION: &str = "11111111-0b1e-4c55-9a01-6d1f6d3a7c01";
const TEST: &str = "22222222-5c1d-47a9-8f02-0e6b8f5b2d02";
const FINANCE: &str = "33333333-9f7e-4d0b-bc03-7a9c1e4f8e03";
const PLANTS: &str = "44444444-2a6c-4b3f-a504-3c8d5b7e9f04";

/// The id of a factory, workspace or account.
pub fn parent_id(service: Service, subscription: &str, group: &str, name: &str) -> String {
    format!(
        "/subscriptions/{subscription}/resourceGroups/{group}/providers/{}/{}/{name}",
        service.namespace(),
        service.collection()
    )
}

fn parent(service: Service, subscription: (&str, &str), group: &str, name: &str) -> Parent {
    Parent {
        service,
        id: parent_id(service, subscription.0, group, name),
        name: name.into(),
        subscription_id: subscription.0.into(),
        subscription_name: Some(subscription.1.into()),
        resource_group: group.into(),
        location: Some("westeurope".into()),
        principal_id: Some(format!("principal-of-{name}")),
        listed: true,
        ..Parent::default()
    }
}

/// An integration runtime without nodes.
pub fn runtime(parent: &Parent, name: &str, kind: &str) -> Runtime {
    Runtime {
        id: format!("{}/integrationRuntimes/{name}", parent.id),
        name: name.into(),
        parent_id: parent.id.clone(),
        kind: kind.into(),
        has_status: kind == "SelfHosted",
        state: (kind == "SelfHosted").then(|| "Online".into()),
        auto_update: (kind == "SelfHosted").then(|| "On".into()),
        ..Runtime::default()
    }
}

/// A node, with the date of expiry of its version.
pub fn node(name: &str, status: &str, version: &str) -> Node {
    let expiry = expiry::by_version(version).and_then(|own| own.format(&Rfc3339).ok());
    Node {
        name: name.into(),
        machine_name: Some(name.into()),
        status: Some(status.into()),
        version: Some(version.into()),
        expiry_time: expiry,
        last_connect_time: Some("2026-11-29T06:12:00Z".into()),
        is_active_dispatcher: Some(false),
        ..Node::default()
    }
}

/// A finding about a runtime or one of its nodes.
pub fn finding(
    rule: &'static Rule,
    parent: &Parent,
    runtime: &str,
    node: Option<&str>,
    message: &str,
) -> Finding {
    Finding {
        rule,
        severity: rule.severity,
        service: parent.service,
        parent: parent.name.clone(),
        runtime: Some(runtime.into()),
        node: node.map(Into::into),
        due: None,
        message: message.into(),
        fix: None,
        id: format!("{}/integrationRuntimes/{runtime}", parent.id),
        silenced: None,
    }
}

struct Maker {
    fleet: Fleet,
}

impl Maker {
    fn hosted(&mut self, parent: &Parent, name: &str, nodes: &[(&str, &str, &str)]) -> String {
        let mut own = runtime(parent, name, "SelfHosted");
        own.nodes = nodes
            .iter()
            .map(|(name, status, version)| node(name, status, version))
            .collect();
        if let Some(first) = own
            .nodes
            .iter_mut()
            .find(|own| own.status.as_deref() == Some("Online"))
        {
            first.is_active_dispatcher = Some(true);
        }
        if nodes.iter().all(|own| own.1 != "Online") {
            own.state = Some("Offline".into());
        }
        let id = own.id.clone();
        self.fleet.runtimes.push(own);
        id
    }

    fn azure(&mut self, parent: &Parent) {
        self.fleet.runtimes.push(runtime(
            parent,
            "AutoResolveIntegrationRuntime",
            "AzureDefault",
        ));
    }

    fn linked(&mut self, parent: &Parent, name: &str, owner: &str, granted: bool) {
        let mut own = runtime(parent, name, "Linked");
        own.linked_to = Some(owner.into());
        self.fleet.runtimes.push(own);
        if let Some(shared) = self.fleet.runtimes.iter_mut().find(|own| own.id == owner) {
            shared.links.push(Link {
                name: Some(name.into()),
                subscription_id: Some(parent.subscription_id.clone()),
                data_factory_name: Some(parent.name.clone()),
                ..Link::default()
            });
        }
        if granted {
            self.fleet.grants.get_or_insert_default().push(Grant {
                scope: owner.into(),
                principal_id: parent.principal_id.clone().unwrap_or_default(),
                role_id: "b24988ac-6180-42a0-ab88-20f7382dd24c".into(),
            });
        }
    }
}

/// A fleet of a company with four subscriptions, and what is wrong in it.
pub fn company() -> (Fleet, Vec<Finding>) {
    let production = (PRODUCTION, "Data Platform - Production");
    let test = (TEST, "Data Platform - Test");
    let finance = (FINANCE, "Finance Analytics");
    let plants = (PLANTS, "Manufacturing");
    let adf = Service::DataFactory;
    let hub = parent(adf, production, "rg-integration-hub", "adf-shared-runtimes");
    let sales = parent(adf, production, "rg-sales", "adf-sales-prod");
    let crm = parent(adf, production, "rg-sales", "adf-crm-prod");
    let hub_test = parent(adf, test, "rg-integration-test", "adf-shared-test");
    let sandbox = parent(adf, test, "rg-sandbox", "adf-sandbox-mara");
    let ledger = parent(Service::Synapse, finance, "rg-ledger", "syn-ledger-prod");
    let planning = parent(adf, finance, "rg-planning", "adf-planning-prod");
    let catalog = parent(Service::Purview, finance, "rg-governance", "pview-contoso");
    let essen = parent(adf, plants, "rg-plant-essen", "adf-plant-essen");
    let turin = parent(adf, plants, "rg-plant-turin", "adf-plant-turin");
    let mut own = Maker {
        fleet: Fleet {
            taken_at: "2026-11-30T06:00:00Z".into(),
            tenant_id: Some("72f988bf-0000-4000-8000-2d7cd011db47".into()),
            complete: true,
            grants: Some(Vec::new()),
            ..Fleet::default()
        },
    };
    let new = "5.62.9510.2";
    let old = "5.59.9420.1";
    let shared = own.hosted(
        &hub,
        "ir-onprem-shared",
        &[
            ("SHIR-WEU-01", "Online", new),
            ("SHIR-WEU-02", "Online", new),
            ("SHIR-WEU-03", "Offline", old),
            ("SHIR-WEU-04", "Online", new),
        ],
    );
    let sap = own.hosted(
        &hub,
        "ir-sap",
        &[("SAPGW-01", "Online", old), ("SAPGW-02", "Online", old)],
    );
    own.azure(&hub);
    own.linked(&sales, "ir-onprem", &shared, true);
    own.linked(&sales, "ir-sap", &sap, true);
    own.azure(&sales);
    own.linked(&crm, "ir-onprem", &shared, true);
    own.azure(&crm);
    let shared_test = own.hosted(
        &hub_test,
        "ir-onprem-shared",
        &[("SHIR-TST-01", "Online", new)],
    );
    own.azure(&hub_test);
    own.linked(&sandbox, "ir-onprem", &shared_test, true);
    let gone = format!(
        "{}/integrationRuntimes/ir-legacy",
        parent_id(adf, TEST, "rg-old", "adf-retired")
    );
    own.linked(&sandbox, "ir-legacy", &gone, false);
    own.hosted(
        &ledger,
        "ir-ledger",
        &[("LEDGER-A", "Online", new), ("LEDGER-B", "Online", new)],
    );
    own.azure(&ledger);
    own.linked(&planning, "ir-onprem", &shared, false);
    own.linked(&planning, "ir-sap", &sap, true);
    own.azure(&planning);
    own.hosted(
        &catalog,
        "ir-scan-onprem",
        &[("SCAN-01", "Online", "5.60.9450.1")],
    );
    // The service sent no date for this one.
    if let Some(own) = own.fleet.runtimes.last_mut() {
        own.nodes[0].expiry_time = None;
    }
    own.hosted(
        &essen,
        "ir-mes-essen",
        &[("ESN-MES-1", "Limited", new), ("ESN-MES-2", "Limited", new)],
    );
    own.azure(&essen);
    own.hosted(
        &turin,
        "ir-mes-turin",
        &[("TRN-MES-1", "Offline", "5.55.9300.4")],
    );
    own.azure(&turin);
    let parents = [
        &hub, &sales, &crm, &hub_test, &sandbox, &ledger, &planning, &catalog, &essen, &turin,
    ];
    own.fleet.parents = parents.into_iter().cloned().collect();
    let findings = wrong([
        &hub, &hub_test, &sandbox, &catalog, &planning, &essen, &turin,
    ]);
    (own.fleet, findings)
}

#[expect(clippy::too_many_lines, reason = "a table of findings")]
fn wrong([hub, hub_test, sandbox, catalog, planning, essen, turin]: [&Parent; 7]) -> Vec<Finding> {
    let due = |own: Finding, day: &str| Finding {
        due: Some(format!("{day}T00:00:00Z")),
        ..own
    };
    let fix = |own: Finding, command: &str| Finding {
        fix: Some(command.into()),
        ..own
    };
    vec![
        fix(
            due(
                finding(
                    &finding::VERSION_EXPIRED,
                    turin,
                    "ir-mes-turin",
                    Some("TRN-MES-1"),
                    "Version 5.55.9300.4 of node 'TRN-MES-1' expired on 2026-08-01. Pipelines on it do not run.",
                ),
                "2026-08-01",
            ),
            "Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade -ResourceGroupName 'rg-plant-turin' -DataFactoryName \
             'adf-plant-turin' -Name 'ir-mes-turin'",
        ),
        finding(
            &finding::RUNTIME_OFFLINE,
            turin,
            "ir-mes-turin",
            None,
            "No node of 'ir-mes-turin' is online.",
        ),
        fix(
            due(
                finding(
                    &finding::NODE_OFFLINE,
                    hub,
                    "ir-onprem-shared",
                    Some("SHIR-WEU-03"),
                    "Node 'SHIR-WEU-03' is offline since 2026-11-27 22:41 UTC.",
                ),
                "2026-11-27",
            ),
            "Get-AzDataFactoryV2IntegrationRuntimeNode -ResourceGroupName 'rg-integration-hub' -DataFactoryName \
             'adf-shared-runtimes' -IntegrationRuntimeName 'ir-onprem-shared' -Name 'SHIR-WEU-03'",
        ),
        due(
            finding(
                &finding::VERSION_EXPIRES,
                hub,
                "ir-sap",
                Some("SAPGW-01"),
                "Version 5.59.9420.1 of node 'SAPGW-01' expires on 2026-12-01, in 1 day.",
            ),
            "2026-12-01",
        ),
        due(
            finding(
                &finding::VERSION_EXPIRES,
                hub,
                "ir-sap",
                Some("SAPGW-02"),
                "Version 5.59.9420.1 of node 'SAPGW-02' expires on 2026-12-01, in 1 day.",
            ),
            "2026-12-01",
        ),
        due(
            finding(
                &finding::VERSION_EXPIRES,
                catalog,
                "ir-scan-onprem",
                Some("SCAN-01"),
                "Version 5.60.9450.1 of node 'SCAN-01' expires on 2027-01-01, in 32 days (estimated).",
            ),
            "2027-01-01",
        ),
        finding(
            &finding::VERSIONS_DIFFER,
            hub,
            "ir-onprem-shared",
            None,
            "The nodes of 'ir-onprem-shared' have versions 5.62.9510.2 (3) and 5.59.9420.1 (1).",
        ),
        fix(
            finding(
                &finding::BEHIND_PUSHED,
                hub,
                "ir-sap",
                None,
                "Automatic updates of 'ir-sap' are off, and its version 5.59.9420.1 is behind 5.61.9480.1.",
            ),
            "Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-integration-hub' -DataFactoryName \
             'adf-shared-runtimes' -Name 'ir-sap' -AutoUpdate On",
        ),
        finding(
            &finding::LIMITED,
            essen,
            "ir-mes-essen",
            Some("ESN-MES-1"),
            "Node 'ESN-MES-1' cannot reach the other node. Open TCP port 8060 between them.",
        ),
        finding(
            &finding::LIMITED,
            essen,
            "ir-mes-essen",
            Some("ESN-MES-2"),
            "Node 'ESN-MES-2' cannot reach the other node. Open TCP port 8060 between them.",
        ),
        finding(
            &finding::OWNER_MISSING,
            sandbox,
            "ir-legacy",
            None,
            "'ir-legacy' refers to 'ir-legacy' of 'adf-retired', which does not exist.",
        ),
        finding(
            &finding::OWNER_REFUSES,
            planning,
            "ir-onprem",
            None,
            "The identity of 'adf-planning-prod' has no role on 'ir-onprem-shared' of 'adf-shared-runtimes'.",
        ),
        finding(
            &finding::ONE_NODE,
            catalog,
            "ir-scan-onprem",
            None,
            "'ir-scan-onprem' has one node only.",
        ),
        Finding {
            silenced: Some(Silence {
                reason: "Test needs no second node".into(),
                until: Some("2027-06-30".into()),
            }),
            ..finding(
                &finding::ONE_NODE,
                hub_test,
                "ir-onprem-shared",
                None,
                "'ir-onprem-shared' has one node only.",
            )
        },
    ]
}

/// A fleet of `runtimes` integration runtimes with two nodes each, ten to a factory and ten factories to a
/// subscription; every tenth one is linked to the first of its subscription, and every 25th has a node that is offline.
/// With `everything` each of them has a finding.
pub fn large(runtimes: usize, everything: bool) -> (Fleet, Vec<Finding>) {
    let mut own = Maker {
        fleet: Fleet {
            taken_at: "2026-11-30T06:00:00Z".into(),
            complete: true,
            ..Fleet::default()
        },
    };
    let mut findings = Vec::new();
    let mut owner = String::new();
    let mut factory = Parent::default();
    for at in 0..runtimes {
        let subscription = at / 100;
        if at % 10 == 0 {
            let id = format!("{subscription:08x}-0000-4000-8000-000000000000");
            let name = format!("Subscription {subscription:03}");
            let group = format!("rg-{:02}", at / 50);
            factory = parent(
                Service::DataFactory,
                (&id, &name),
                &group,
                &format!("adf-{:04}", at / 10),
            );
            own.fleet.parents.push(factory.clone());
        }
        let name = format!("ir-{at:05}");
        if at % 10 == 9 {
            let shared = owner.clone();
            own.linked(&factory, &name, &shared, false);
            continue;
        }
        let broken = at % 25 == 7;
        let first = format!("node-{at:05}-a");
        let second = format!("node-{at:05}-b");
        let id = own.hosted(
            &factory,
            &name,
            &[
                (&first, "Online", "5.62.9510.2"),
                (
                    &second,
                    if broken { "Offline" } else { "Online" },
                    "5.60.9450.1",
                ),
            ],
        );
        if at % 100 == 0 {
            owner = id;
        }
        if broken {
            let message = format!("Node '{second}' is offline since 2026-11-27 22:41 UTC.");
            findings.push(finding(
                &finding::NODE_OFFLINE,
                &factory,
                &name,
                Some(&second),
                &message,
            ));
        }
        if everything || at % 40 == 3 {
            let message =
                format!("The nodes of '{name}' have versions 5.62.9510.2 (1) and 5.60.9450.1 (1).");
            findings.push(finding(
                &finding::VERSIONS_DIFFER,
                &factory,
                &name,
                None,
                &message,
            ));
        }
    }
    (own.fleet, findings)
}
