//! Linked integration runtimes that a self-hosted one without nodes has replaced.
//!
//! A deployment that writes `SelfHosted` over a linked integration runtime leaves one without nodes. The share leaves
//! two traces: the link that the shared integration runtime lists, and the role of the data factory's identity on it.

use std::collections::{BTreeSet, HashMap, HashSet};

use azir_azure::graph::{Rows, Scope, quoted};

use super::{
    grants,
    link_access::add,
    record::{Fleet, Parent, Runtime},
};
use crate::{
    arm::Arm,
    error::{Error, ErrorKind, Result},
    runtimes::{owner, service::Service},
    sharing::surveyed::READER,
};

/// So many identities are in one query.
const IN_A_QUERY: usize = 100;

/// How it is known that an integration runtime was a linked one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trace {
    /// The shared integration runtime still lists the link.
    Link,
    /// An identity of the data factory still has a role on an integration runtime of the same name.
    Role,
}

/// The shared integration runtime whose linked one was replaced, and how that is known.
pub(super) type Owner<'f> = (&'f Runtime, Trace);

/// The shared integration runtimes of the replaced ones, by the ids of the latter in lower case.
pub(super) fn owners(fleet: &Fleet) -> HashMap<String, Owner<'_>> {
    let mut found = HashMap::new();
    let empty = without_nodes(fleet);
    if empty.is_empty() {
        return found;
    }
    let by_name: HashMap<[String; 3], &Runtime> = empty
        .iter()
        .map(|(own, parent)| {
            let key = key(&parent.subscription_id, &parent.name, &own.name);
            (key, *own)
        })
        .collect();
    for shared in fleet.runtimes.iter().filter(|own| is_self_hosted(own)) {
        for link in &shared.links {
            let (Some(subscription), Some(factory), Some(name)) =
                (&link.subscription_id, &link.data_factory_name, &link.name)
            else {
                continue;
            };
            if let Some(own) = by_name.get(&key(subscription, factory, name)) {
                found.insert(lower(&own.id), (shared, Trace::Link));
            }
        }
    }
    let Some(grants) = &fleet.grants else {
        return found;
    };
    let shared: HashMap<String, &Runtime> =
        may_share(fleet).map(|own| (lower(&own.id), own)).collect();
    let mut by_principal: HashMap<[String; 2], Vec<&Runtime>> = HashMap::new();
    for (own, parent) in &empty {
        for principal in principals(parent) {
            let key = [lower(principal), lower(&own.name)];
            by_principal.entry(key).or_default().push(own);
        }
    }
    for grant in grants {
        let Some(shared) = shared.get(&lower(&grant.scope)) else {
            continue;
        };
        let key = [lower(&grant.principal_id), lower(&shared.name)];
        for own in by_principal.get(&key).into_iter().flatten() {
            if !grant.role_id.eq_ignore_ascii_case(READER)
                && !own.parent_id.eq_ignore_ascii_case(&shared.parent_id)
            {
                found
                    .entry(lower(&own.id))
                    .or_insert((*shared, Trace::Role));
            }
        }
    }
    found
}

/// Reads the role assignments that show replaced integration runtimes: one query, and only if a self-hosted one without
/// nodes has the name of one with nodes.
///
/// # Errors
/// `Cancelled`, and those of the sign-in.
pub(super) async fn read(arm: &Arm<'_>, fleet: &mut Fleet) -> Result<()> {
    let (wanted, subscriptions) = to_ask(fleet);
    if wanted.is_empty() {
        return Ok(());
    }
    let scope = Scope::Subscriptions(subscriptions.into_iter().collect());
    let wanted: Vec<String> = wanted.iter().map(|own| quoted(own)).collect();
    let mut found = Vec::new();
    for some in wanted.chunks(IN_A_QUERY) {
        let query = grants::of_principals(&some.join(", "));
        for scope in scope.clone().in_groups() {
            match Rows::new(arm, query.clone(), scope)
                .all()
                .await
                .map_err(Error::from)
            {
                Ok(rows) => found.extend(rows.iter().filter_map(grants::grant)),
                Err(error)
                    if matches!(error.kind, ErrorKind::Cancelled | ErrorKind::Credential) =>
                {
                    return Err(error);
                }
                Err(error) => {
                    let notice = format!(
                        "The role assignments of data factories with integration runtimes without nodes could not be \
                         read. {}",
                        error.message()
                    );
                    return arm.call.caller.verbose(notice).await;
                }
            }
        }
    }
    if !found.is_empty() {
        add(fleet.grants.get_or_insert_default(), found);
    }
    Ok(())
}

/// The self-hosted integration runtimes of data factories that have no nodes, with their data factories.
fn without_nodes(fleet: &Fleet) -> Vec<(&Runtime, &Parent)> {
    let is_empty = |own: &&Runtime| {
        is_self_hosted(own)
            && own.has_status
            && own.nodes.is_empty()
            && owner::of_id(&own.id) == Some(Service::DataFactory)
    };
    let empty: Vec<&Runtime> = fleet.runtimes.iter().filter(is_empty).collect();
    if empty.is_empty() {
        return Vec::new();
    }
    let parents: HashMap<String, &Parent> = fleet
        .parents
        .iter()
        .map(|own| (lower(&own.id), own))
        .collect();
    let with_parent = |own: &'_ Runtime| parents.get(&lower(&own.parent_id)).copied();
    empty
        .into_iter()
        .filter_map(|own| Some((own, with_parent(own)?)))
        .collect()
}

/// The identities whose role assignments may show a replaced integration runtime, and the subscriptions of the
/// integration runtimes that they may have a role on.
fn to_ask(fleet: &Fleet) -> (BTreeSet<String>, BTreeSet<String>) {
    let known = owners(fleet);
    let mut empty: HashMap<String, Vec<(&Runtime, &Parent)>> = HashMap::new();
    for (own, parent) in without_nodes(fleet) {
        if !known.contains_key(&lower(&own.id)) {
            let name = lower(&own.name);
            empty.entry(name).or_default().push((own, parent));
        }
    }
    let (mut wanted, mut subscriptions) = (BTreeSet::new(), BTreeSet::new());
    if empty.is_empty() {
        return (wanted, subscriptions);
    }
    let index: HashMap<String, &Parent> = fleet
        .parents
        .iter()
        .map(|own| (lower(&own.id), own))
        .collect();
    let mut names = HashSet::new();
    for shared in may_share(fleet) {
        let name = lower(&shared.name);
        let parent = index.get(&lower(&shared.parent_id));
        if let (true, Some(parent)) = (empty.contains_key(&name), parent) {
            subscriptions.insert(parent.subscription_id.clone());
            names.insert(name);
        }
    }
    for (_, parent) in names.iter().filter_map(|name| empty.get(name)).flatten() {
        wanted.extend(principals(parent).map(|own| lower(own)));
    }
    (wanted, subscriptions)
}

/// The self-hosted integration runtimes of data factories that have nodes.
fn may_share(fleet: &Fleet) -> impl Iterator<Item = &Runtime> {
    fleet.runtimes.iter().filter(|own| {
        is_self_hosted(own)
            && !own.nodes.is_empty()
            && owner::of_id(&own.id) == Some(Service::DataFactory)
    })
}

fn principals(parent: &Parent) -> impl Iterator<Item = &String> {
    parent
        .principal_id
        .iter()
        .chain(parent.user_principal_ids.values())
}

fn is_self_hosted(runtime: &Runtime) -> bool {
    runtime.kind.eq_ignore_ascii_case("SelfHosted")
}

fn lower(text: &str) -> String {
    text.trim_end_matches('/').to_ascii_lowercase()
}

fn key(subscription: &str, factory: &str, name: &str) -> [String; 3] {
    [subscription, factory, name].map(str::to_lowercase)
}
