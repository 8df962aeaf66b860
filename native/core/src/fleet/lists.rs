//! The lists of each subscription, where Resource Graph cannot be used; and whether a resource group exists.

use azir_azure::{arm::paging::Pages, context::Subscription, graph::Scope, json::Lookup};
use futures::{FutureExt, StreamExt, future::BoxFuture, stream};

use super::{
    discover::Discovery,
    reader,
    record::{Asked, Parent, Unreadable},
    scope::Selection,
};
use crate::{
    arm::Arm,
    error::{Error, Result},
    resources::GROUPS_API_VERSION,
    runtimes::{missing, service::Service},
};

/// How many lists are asked for at a time.
const AT_ONCE: usize = 16;
/// In so many subscriptions a resource group is looked for when it seems not to exist.
const MOST_LOOKED_AT: usize = 16;

/// Asks each subscription for its lists.
pub(super) async fn read(
    arm: &Arm<'_>,
    selection: &Selection,
    scope: &Scope,
    listed: Vec<Subscription>,
    found: &mut Discovery,
) -> Result<()> {
    let ids: Vec<String> = match scope {
        Scope::Subscriptions(ids) => ids.clone(),
        _ if listed.is_empty() => vec![arm.subscription()?.to_owned()],
        _ => listed.into_iter().map(|own| own.id).collect(),
    };
    let services = selection.services();
    let asked: Vec<BoxFuture<'_, Result<Listed>>> = ids
        .iter()
        .flat_map(|id| {
            services
                .iter()
                .map(move |service| list(arm, selection, id, *service).boxed())
        })
        .collect();
    let mut answers = stream::iter(asked).buffered(AT_ONCE);
    while let Some(answer) = answers.next().await {
        let (parents, trouble) = answer?;
        found.parents.extend(parents);
        found.troubles.extend(trouble);
    }
    found
        .parents
        .sort_by_cached_key(|parent| parent.id.to_ascii_lowercase());
    Ok(())
}

type Listed = (Vec<Parent>, Option<(Unreadable, Error)>);

/// The parents of one service in one subscription, as far as their list could be read.
async fn list(
    arm: &Arm<'_>,
    selection: &Selection,
    subscription: &str,
    service: Service,
) -> Result<Listed> {
    let mut segments = vec!["subscriptions", subscription];
    if let Some(group) = &selection.resource_group {
        segments.extend(["resourceGroups", group]);
    }
    segments.extend(["providers", service.namespace(), service.collection()]);
    let mut pages = Pages::new(arm, arm.url(&segments, service.api_version()));
    let mut parents = Vec::new();
    loop {
        match pages.next().await.map_err(Error::from) {
            Ok(Some(page)) => parents.extend(
                page.iter()
                    .filter_map(reader::parent)
                    .filter(|parent| selection.has_parent(parent)),
            ),
            Ok(None) => return Ok((parents, None)),
            // Who never used a service need not have registered for it; a group need not be in each subscription.
            Err(error)
                if error.is_code("MissingSubscriptionRegistration")
                    || error.is_code("ResourceGroupNotFound") =>
            {
                return Ok((parents, None));
            }
            Err(error) if reader::ends(&error, service) => return Err(error),
            Err(error) => {
                let id = format!("/subscriptions/{subscription}");
                let own = reader::unreadable(Asked::Parents, Some(service), &id, &error);
                return Ok((parents, Some((own, error))));
            }
        }
    }
}

/// Refuses a resource group that none of the subscriptions has, with the names that are near.
pub(super) async fn find_group(arm: &Arm<'_>, group: &str, ids: &[String]) -> Result<()> {
    let mut refusal = None;
    for id in ids.iter().take(MOST_LOOKED_AT) {
        let path = ["subscriptions", id, "resourcegroups", group];
        match arm.get(arm.url(&path, GROUPS_API_VERSION)).await {
            Err(error) if error.is_status(404) => refusal = Some((id, error)),
            // It is there and has nothing, or nobody knows.
            _ => return Ok(()),
        }
    }
    let Some((id, error)) = refusal.filter(|_| ids.len() <= MOST_LOOKED_AT) else {
        return Ok(());
    };
    let path = ["subscriptions", id, "resourcegroups"];
    let mut pages = Pages::new(arm, arm.url(&path, GROUPS_API_VERSION));
    let page = pages.next().await.ok().flatten().unwrap_or_default();
    let names: Vec<String> = page
        .iter()
        .filter_map(|own| own.at("name").as_str().map(str::to_owned))
        .collect();
    let near = missing::suggestion(&missing::near(group, &names));
    Err(error.about(group).with_hint(format!(
        "There is no resource group '{group}' in subscription '{id}'.{near} Get-AzResourceGroup lists those that \
         there are; -Subscription looks in other subscriptions."
    )))
}
