//! Makes fleets: subscriptions with factories, workspaces and accounts, their runtimes, nodes and links, faults among
//! them.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};

use crate::clock;
use crate::facts::principals::{HOME_TENANT, OWNER_OBJECT, USER_NAME, USER_OBJECT};
use crate::facts::roles;
use crate::random;
use crate::runtimes::{self, nodes};
use crate::services;
use crate::world::{
    Assignment, Group, Identity, Link, Parent, Registration, Service, Subscription, World,
};

/// The most runtimes of a fleet.
const MOST: usize = 100_000;
const GROUP: &str = "rg-fleet";
const LOCATION: &str = "westeurope";

/// A fleet as it is asked for. The numbers are for each subscription, those of runtimes for each parent.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Fleet {
    pub subscriptions: usize,
    pub factories: usize,
    pub workspaces: usize,
    pub accounts: usize,
    pub runtimes: usize,
    /// Nodes of each runtime.
    pub nodes: usize,
    /// Versions of the nodes, one after the other.
    #[serde(deserialize_with = "one_or_more")]
    pub versions: Vec<String>,
    /// Days until the nodes expire, one after the other.
    #[serde(deserialize_with = "one_or_more")]
    pub expires_in_days: Vec<i64>,
    /// Status of the nodes, one after the other.
    #[serde(deserialize_with = "one_or_more")]
    pub statuses: Vec<String>,
    /// Linked runtimes of each factory, to runtimes of the one before it.
    pub links: usize,
    /// Factories in each subscription that are gone, and that Resource Graph still shows.
    pub stale: usize,
    /// The number of subscriptions without any role assignment; Resource Graph shows them nevertheless.
    pub forbidden: usize,
    /// A management group that has the subscriptions.
    pub management_group: Option<String>,
}

impl Default for Fleet {
    fn default() -> Self {
        Self {
            subscriptions: 1,
            factories: 1,
            workspaces: 0,
            accounts: 0,
            runtimes: 1,
            nodes: 1,
            versions: vec![runtimes::LATEST_VERSION.to_owned()],
            expires_in_days: vec![365],
            statuses: vec!["Online".to_owned()],
            links: 0,
            stale: 0,
            forbidden: 0,
            management_group: None,
        }
    }
}

/// Reads a list, or one value in its place.
fn one_or_more<'de, D, T>(source: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMore<T> {
        One(T),
        More(Vec<T>),
    }
    Ok(match OneOrMore::deserialize(source)? {
        OneOrMore::One(own) => vec![own],
        OneOrMore::More(all) => all,
    })
}

/// What was made so far.
#[derive(Default)]
struct Made {
    parents: BTreeMap<&'static str, usize>,
    runtimes: usize,
    nodes: usize,
    links: usize,
    stale: Vec<String>,
    forbidden: Vec<String>,
}

/// Makes a fleet.
///
/// # Errors
///
/// The status and the words of the refusal.
pub fn grow(world: &mut World, fleet: &Fleet) -> Result<Value, (u16, String)> {
    let parents = fleet.factories + fleet.workspaces + fleet.accounts;
    let runtimes = fleet
        .subscriptions
        .saturating_mul(parents)
        .saturating_mul(fleet.runtimes.saturating_add(fleet.links));
    if runtimes > MOST {
        return Err((400, format!("a fleet has at most {MOST} runtimes")));
    }
    if fleet.nodes > nodes::MOST {
        return Err((400, format!("a runtime has at most {} nodes", nodes::MOST)));
    }
    if fleet.links > fleet.runtimes {
        return Err((400, "there are more links than runtimes".to_owned()));
    }
    let mut made = Made::default();
    let mut ids = Vec::new();
    for _ in 0..fleet.subscriptions {
        let subscription = subscribe(world);
        if ids.len() < fleet.subscriptions.saturating_sub(fleet.forbidden) {
            for principal in [OWNER_OBJECT, USER_OBJECT] {
                world.give(random::guid(), &subscription, principal, roles::OWNER);
            }
        } else {
            world.settings.graph_shows.push(subscription.clone());
            made.forbidden.push(subscription.clone());
        }
        fill(world, fleet, &subscription, &mut made);
        ids.push(subscription);
    }
    if let Some(name) = &fleet.management_group {
        let members = world.management_groups.entry(name.clone()).or_default();
        members.extend(ids.iter().cloned());
    }
    world.changed = true;
    let count = |service: Service| made.parents.get(service.namespace()).copied().unwrap_or(0);
    Ok(json!({
        "subscriptionIds": ids,
        "resourceGroupName": GROUP,
        "factories": count(Service::DataFactory),
        "workspaces": count(Service::Synapse),
        "accounts": count(Service::Purview),
        "runtimes": made.runtimes,
        "nodes": made.nodes,
        "links": made.links,
        "staleIds": made.stale,
        "forbiddenSubscriptionIds": made.forbidden,
    }))
}

/// Adds a subscription of the home tenant, and gives its id.
fn subscribe(world: &mut World) -> String {
    let number = world.subscriptions.len() + 1;
    let id = format!("f1ee7000-0000-4000-8000-{number:012}");
    world.subscriptions.push(Subscription {
        id: id.clone(),
        name: format!("Fleet {number}"),
        tenant: HOME_TENANT.to_owned(),
        data_factory: Registration::Registered,
        synapse: Registration::Registered,
        purview: Registration::Registered,
    });
    let group = Group {
        subscription: id.clone(),
        name: GROUP.to_owned(),
        location: LOCATION.to_owned(),
        tags: None,
        managed_by: None,
        deleted_at: None,
    };
    let key = format!("/subscriptions/{id}/resourcegroups/{GROUP}");
    world.groups.insert(key, group);
    id
}

fn fill(world: &mut World, fleet: &Fleet, subscription: &str, made: &mut Made) {
    let number = world.subscriptions.len();
    let kinds = [
        (Service::DataFactory, "adf-fleet", fleet.factories),
        (Service::Synapse, "syn-fleet", fleet.workspaces),
        (Service::Purview, "pv-fleet", fleet.accounts),
    ];
    for (service, prefix, count) in kinds {
        let mut before: Option<String> = None;
        for at in 1..=count {
            let name = format!("{prefix}-{number}-{at}");
            let mut parent = Parent::new(service, subscription, GROUP, &name, LOCATION);
            parent.identity = Some(Identity {
                kind: "SystemAssigned".to_owned(),
                tenant: HOME_TENANT.to_owned(),
                system: Some(world.new_principal(subscription, &name)),
                users: BTreeMap::new(),
            });
            services::furnish(&mut parent, (USER_NAME, USER_OBJECT));
            for runtime in 1..=fleet.runtimes {
                add_runtime(&mut parent, fleet, runtime, made);
            }
            let key = parent.id().to_ascii_lowercase();
            world.parents.insert(key.clone(), parent);
            *made.parents.entry(service.namespace()).or_default() += 1;
            if let (Service::DataFactory, Some(shared)) = (service, &before) {
                for link in 1..=fleet.links {
                    made.links += usize::from(link_to(world, shared, &key, link).is_some());
                }
            }
            before = Some(key);
        }
    }
    for at in 1..=fleet.stale {
        let name = format!("adf-gone-{number}-{at}");
        let gone = Parent::new(Service::DataFactory, subscription, GROUP, &name, LOCATION);
        world.settings.graph_stale_ids.push(gone.id());
        made.stale.push(gone.id());
    }
}

fn add_runtime(parent: &mut Parent, fleet: &Fleet, number: usize, made: &mut Made) {
    let name = format!("ir-{number}");
    let mut runtime = runtimes::new(parent, &name);
    for node in 1..=fleet.nodes {
        let at = made.nodes;
        let name = format!("{}-{number}-{node}", parent.name);
        let version = cycled(&fleet.versions, at).map(String::as_str);
        if nodes::register(&mut runtime, &name, version).is_err() {
            continue;
        }
        if let Some(node) = runtime.nodes.get_mut(&name.to_ascii_lowercase()) {
            if let Some(days) = cycled(&fleet.expires_in_days, at) {
                node.expires = clock::stamp_in_days(*days);
            }
            if let Some(status) = cycled(&fleet.statuses, at) {
                node.status.clone_from(status);
            }
        }
        made.nodes += 1;
    }
    made.runtimes += 1;
    parent.runtimes.insert(name, runtime);
}

fn cycled<T>(values: &[T], at: usize) -> Option<&T> {
    values.get(at.checked_rem(values.len())?)
}

/// Links a new runtime of the factory `guest` to one of the factory `host`.
fn link_to(world: &mut World, host: &str, guest: &str, number: usize) -> Option<()> {
    let shared_key = format!("{host}/integrationruntimes/ir-{number}");
    let shared_id = format!(
        "{}/integrationRuntimes/ir-{number}",
        world.parents.get(host)?.id()
    );
    let parent = world.parents.get_mut(guest)?;
    let name = format!("ir-linked-{number}");
    let mut runtime = runtimes::new(parent, &name);
    runtime.keys = None;
    runtime.shared = Some(shared_key.clone());
    runtime.properties = json!({ "type": "SelfHosted", "typeProperties": {
        "linkedInfo": { "authorizationType": "RBAC", "resourceId": shared_id } } });
    let link = Link {
        name: name.clone(),
        subscription: parent.subscription.clone(),
        factory: parent.name.clone(),
        location: parent.location.clone(),
        created: clock::stamp(),
    };
    let principal = parent.identity.as_ref()?.system.clone()?;
    parent.runtimes.insert(name, runtime);
    world.runtime_mut(&shared_key)?.links.push(link);
    let assignment = Assignment {
        scope: shared_id,
        name: random::guid(),
        role: roles::CONTRIBUTOR.to_owned(),
        principal,
        principal_kind: "ServicePrincipal".to_owned(),
        extra: Map::new(),
        created: clock::stamp(),
        created_by: USER_OBJECT.to_owned(),
        effective_ms: 0,
    };
    let key = assignment.id().to_ascii_lowercase();
    world.assignments.insert(key, assignment);
    Some(())
}
