//! Reads what the shares of one shared runtime consist of: its links, the data factories that they name, their linked
//! runtimes, and the role assignments.

use azir_azure::{arm::paging::Pages, json::Lookup};
use futures::future::join_all;
use serde_json::Value;

use super::{
    factory, grant, owner,
    picture::{Factory, GrantSeen, Identity, Kind, Picture, Runtime},
    plan::same_id,
    share::User,
    work::Work,
};
use crate::{
    error::{Error, ErrorKind, Result},
    runtimes::{
        api,
        body::{self, RuntimeBody},
        credential, find,
        place::{ParentPlace, RuntimePlace},
        resource_id::ParentId,
        service::Service,
        status,
    },
};

/// The picture around the shared runtime at `place`.
///
/// # Errors
/// What the service answers for the shared runtime itself; what else cannot be read is unknown.
pub async fn around(work: &Work<'_>, place: &RuntimePlace) -> Result<Picture> {
    let arm = work.arm;
    let scope = place.id();
    let (status, grants) = futures::join!(status::ask(arm, place), grant::of_all(work, &scope));
    let status = status?;
    let links = status.links();
    let mut picture = Picture::default();
    picture.runtimes.push(Runtime {
        place: place.clone(),
        kind: Kind::SelfHosted {
            nodes: Some(status.nodes().len()),
            links: Some(links.clone()),
        },
        identity: Identity::Own,
        state: status.state(),
    });
    let assignments = seen(work, "Role assignments", grants).await?;
    picture.grants = assignments.map(|all| {
        all.iter()
            .map(|own| GrantSeen {
                scope: grant::own_scope(own).to_owned(),
                principal: grant::principal(own).to_owned(),
            })
            .collect()
    });
    let mut subscriptions = vec![place.parent.subscription.clone()];
    let named = links.iter().filter_map(|link| link.subscription.clone());
    for id in named.chain(arm.subscription().ok().map(str::to_owned)) {
        if !subscriptions
            .iter()
            .any(|own| own.eq_ignore_ascii_case(&id))
        {
            subscriptions.push(id);
        }
    }
    let listed = join_all(subscriptions.iter().map(|id| factories(work, id))).await;
    for (id, found) in subscriptions.into_iter().zip(listed) {
        let what = format!("The data factories of subscription '{id}'");
        if let Some(found) = seen(work, &what, found).await? {
            picture.factories.extend(found);
            picture.subscriptions.push(id);
        }
    }
    read_linked(work, place, &links, &mut picture).await?;
    Ok(picture)
}

/// The data factories of a subscription, with their identities.
async fn factories(work: &Work<'_>, subscription: &str) -> Result<Vec<Factory>> {
    let service = Service::DataFactory;
    let segments = [
        "subscriptions",
        subscription,
        "providers",
        service.namespace(),
        service.collection(),
    ];
    let url = work.arm.url(&segments, service.api_version());
    let all = Pages::new(work.arm, url).all().await?;
    Ok(all.iter().filter_map(of_resource).collect())
}

/// A data factory of a list.
pub fn of_resource(resource: &Value) -> Option<Factory> {
    let ParentId {
        subscription,
        resource_group,
        name,
        ..
    } = find::id_of(Service::DataFactory, resource)?;
    Some(Factory {
        id: resource.at("id").as_str()?.to_owned(),
        user: User {
            name,
            subscription: Some(subscription),
            resource_group: Some(resource_group),
        },
        principals: factory::principals(resource),
        own_principal: resource
            .at_path(&["identity", "principalId"])
            .as_str()
            .map(str::to_owned),
        all_principals: true,
        listed: false,
    })
}

/// Reads the linked runtimes that the links name, and all runtimes of data factories that have a role and no link.
async fn read_linked(
    work: &Work<'_>,
    shared: &RuntimePlace,
    links: &[body::Link],
    picture: &mut Picture,
) -> Result<()> {
    let scope = shared.id();
    let mut by_name = Vec::new();
    let mut whole = Vec::new();
    for (index, factory) in picture.factories.iter().enumerate() {
        let Some(place) = place_of(factory) else {
            continue;
        };
        let own: Vec<&str> = links
            .iter()
            .filter(|link| owner::is_from(link, &place.name, &place.subscription))
            .filter_map(|link| link.name.as_deref())
            .collect();
        let has_role = picture.grants.iter().flatten().any(|grant| {
            same_id(&grant.scope, &scope)
                && factory
                    .principals
                    .iter()
                    .any(|own| own.eq_ignore_ascii_case(&grant.principal))
        });
        let is_owner = factory::is_same(&place, &shared.parent);
        if !own.is_empty() {
            by_name.extend(own.into_iter().map(|name| RuntimePlace {
                parent: place.clone(),
                name: name.to_owned(),
            }));
        } else if has_role && !is_owner {
            whole.push((index, place));
        }
    }
    let found = join_all(by_name.iter().map(|place| one(work, place))).await;
    for (place, found) in by_name.iter().zip(found) {
        let what = format!("{} ", place.called_first());
        picture
            .runtimes
            .extend(seen(work, what.trim(), found).await?);
    }
    let found = join_all(whole.iter().map(|(_, place)| of_factory(work, place))).await;
    for ((index, place), found) in whole.iter().zip(found) {
        let what = format!("The integration runtimes of {}", place.called());
        if let Some(found) = seen(work, &what, found).await? {
            picture.runtimes.extend(found);
            picture.factories[*index].listed = true;
        }
    }
    Ok(())
}

/// One runtime, or that it is missing.
async fn one(work: &Work<'_>, place: &RuntimePlace) -> Result<Runtime> {
    let found = match place.get_if_exists(work.arm).await {
        Err(error) if owner::is_gone(&error) => None,
        other => other?,
    };
    Ok(Runtime {
        place: place.clone(),
        kind: match &found {
            Some(found) => kind(work, place, found).await?,
            None => Kind::Missing,
        },
        identity: match &found {
            Some(found) => identity(work, &place.parent, found).await?,
            None => Identity::Own,
        },
        state: None,
    })
}

/// All runtimes of a data factory; of self-hosted ones, the nodes too.
///
/// # Errors
/// What the service answers.
pub async fn of_factory(work: &Work<'_>, parent: &ParentPlace) -> Result<Vec<Runtime>> {
    let arm = work.arm;
    let url = parent.runtimes_url(arm);
    let all = Pages::new(arm, url).all().await?;
    let bodies = api::bodies(Service::DataFactory, all);
    let read = bodies.iter().filter_map(|found| {
        let place = RuntimePlace {
            parent: parent.clone(),
            name: found.name()?.to_owned(),
        };
        Some(async move {
            Ok(Runtime {
                kind: kind(work, &place, found).await?,
                identity: identity(work, parent, found).await?,
                place,
                state: None,
            })
        })
    });
    join_all(read).await.into_iter().collect()
}

/// The identity with which a linked runtime uses the shared one.
///
/// # Errors
/// As [`seen`].
pub async fn identity(
    work: &Work<'_>,
    parent: &ParentPlace,
    found: &RuntimeBody,
) -> Result<Identity> {
    let Some(name) = found.linked_info().and_then(|info| info.credential) else {
        return Ok(Identity::Own);
    };
    let arm = work.arm;
    let (credential, factory) = futures::join!(
        credential::identity(arm, parent, &name),
        arm.get_object(parent.url(arm))
    );
    let what = format!("Credential '{name}' of {}", parent.called());
    let id = seen(work, &what, credential).await?.flatten();
    let factory = seen(work, &parent.called(), factory).await?;
    Ok(Identity::OfCredential(id.zip(factory).and_then(
        |(id, factory)| factory::user_principal(&factory, &id),
    )))
}

async fn kind(work: &Work<'_>, place: &RuntimePlace, found: &RuntimeBody) -> Result<Kind> {
    Ok(match found.kind() {
        body::Kind::Linked => Kind::Linked(found.linked_info().and_then(|info| info.resource_id)),
        body::Kind::SelfHosted => {
            let status = status::ask(work.arm, place).await;
            let what = format!("The status of {}", place.called());
            let status = seen(work, &what, status).await?;
            Kind::SelfHosted {
                nodes: status.as_ref().map(|status| status.nodes().len()),
                links: status.as_ref().map(RuntimeBody::links),
            }
        }
        body::Kind::Managed | body::Kind::Unknown => Kind::Other,
    })
}

/// The place of a data factory of the picture.
pub fn place_of(factory: &Factory) -> Option<ParentPlace> {
    Some(ParentPlace {
        service: Service::DataFactory,
        subscription: factory.user.subscription.clone()?,
        resource_group: factory.user.resource_group.clone()?,
        name: factory.user.name.clone(),
    })
}

/// What was read; what the service refused or could not find is unknown, which the verbose stream says.
///
/// # Errors
/// Those that are about the connection or the sign-in, and `Cancelled`.
pub async fn seen<T>(work: &Work<'_>, what: &str, outcome: Result<T>) -> Result<Option<T>> {
    match outcome {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind == ErrorKind::Service => {
            unseen(work, what, &error).await?;
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

async fn unseen(work: &Work<'_>, what: &str, error: &Error) -> Result<()> {
    owner::not_seen(work.arm, what, error).await
}
