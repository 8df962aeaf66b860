//! `Get-AzIntegrationRuntimeShare`: who shares with whom, and what is broken.

use std::collections::BTreeSet;

use azir_azure::json::Lookup;
use futures::future::join_all;
use serde_json::Value;

use super::{
    factory, grant, owner,
    picture::{self, Identity, Kind, Picture, Runtime},
    plan::same_id,
    scene,
    share::{Grant, Problem, Share},
    work::{Work, connect},
};
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    fleet::{record::Fleet, scope::Selection, survey},
    names,
    request::member_text,
    runtimes::{
        body::{self, RuntimeBody},
        find,
        place::{ParentPlace, RuntimePlace},
        resource_id::ParentId,
        service::Service,
        status,
    },
};

/// What is asked about.
enum Target {
    /// A shared runtime, or a linked one.
    Runtime(RuntimePlace),
    /// All runtimes of a data factory.
    Factory(ParentPlace),
    /// All that the account can see.
    Fleet,
}

/// Writes the shares of a runtime, of a data factory, or of the fleet.
///
/// # Errors
/// `InvalidInput`; what the service answers for what is named.
pub async fn run(call: &Call) -> Result<()> {
    let arm = connect(call).await?;
    let work = Work::new(&arm, "Read shares", 1);
    let shares = match target(&arm).await? {
        Target::Runtime(place) => of_runtime(&work, &place).await?,
        Target::Factory(place) => of_factory(&work, &place).await?,
        Target::Fleet => of_fleet(call).await?,
    };
    let shares = confirmed(&work, shares).await?;
    let records: Vec<_> = shares.iter().map(Share::record).collect();
    call.caller.objects(&records).await
}

async fn target(arm: &Arm<'_>) -> Result<Target> {
    let arguments = arm.call.arguments();
    let of_id = |parameter: &str, id: &str| -> Result<Target> {
        if id.to_ascii_lowercase().contains("/integrationruntimes/") {
            return owner::of_id(parameter, id).map(Target::Runtime);
        }
        if let Some(service) = crate::runtimes::owner::of_id(id) {
            owner::refuse_service(parameter, service)?;
        }
        let id = ParentId::parse(Service::DataFactory, parameter, id)?;
        ParentPlace::from_id(id).map(Target::Factory)
    };
    if let Some(id) = arguments.text("ResourceId") {
        return of_id("ResourceId", &id);
    }
    if let Some(object) = arguments.value("InputObject") {
        let id = match object {
            Value::String(id) => Some(id.clone()),
            object => [
                "SharedIntegrationRuntimeId",
                "DataFactoryId",
                "Id",
                "ResourceId",
            ]
            .iter()
            .find_map(|member| member_text(object, member)),
        };
        return match id {
            Some(id) => of_id("InputObject", &id),
            None => owner::named(arm).await.map(Target::Runtime),
        };
    }
    let Some(name) = arguments.filled("DataFactoryName") else {
        return Ok(Target::Fleet);
    };
    names::factory("DataFactoryName", &name)?;
    let parent = if arguments.is_bound("ResourceGroupName") {
        ParentPlace::from_names(arm, "DataFactoryName")?
    } else {
        find::by_name(arm, Service::DataFactory, &name).await?
    };
    Ok(match arguments.filled("IntegrationRuntimeName") {
        Some(name) => {
            names::runtime("IntegrationRuntimeName", &name)?;
            Target::Runtime(RuntimePlace { parent, name })
        }
        None => Target::Factory(parent),
    })
}

/// The shares of a shared runtime; of a linked one, its own.
async fn of_runtime(work: &Work<'_>, place: &RuntimePlace) -> Result<Vec<Share>> {
    let found = place.get(work.arm).await?;
    match found.kind() {
        body::Kind::SelfHosted => of_shared(work, place).await,
        body::Kind::Linked => of_linked(work, place, &found).await,
        body::Kind::Managed | body::Kind::Unknown => Ok(Vec::new()),
    }
}

/// The shares of the shared runtime at `place`. The picture around it can have linked runtimes of others too.
async fn of_shared(work: &Work<'_>, place: &RuntimePlace) -> Result<Vec<Share>> {
    let mut shares = scene::around(work, place).await?.shares();
    shares.retain(|own| same_id(&own.shared.id(), &place.id()));
    Ok(shares)
}

/// The share of a linked runtime.
async fn of_linked(
    work: &Work<'_>,
    place: &RuntimePlace,
    found: &RuntimeBody,
) -> Result<Vec<Share>> {
    let Some(to) = found.linked_info().and_then(|info| info.resource_id) else {
        // An authentication key does not say to which runtime it leads.
        return Ok(Vec::new());
    };
    let shared = owner::of_id("InputObject", &to)?;
    let mut picture = match scene::around(work, &shared).await {
        Ok(picture) => picture,
        Err(error) if error.kind != ErrorKind::Service => return Err(error),
        Err(error) => {
            owner::not_seen(work.arm, &shared.called_first(), &error).await?;
            let mut picture = Picture::default();
            if owner::is_gone(&error) {
                picture.runtimes.push(Runtime {
                    place: shared.clone(),
                    kind: Kind::Missing,
                    identity: Identity::Own,
                    state: None,
                });
            }
            picture
        }
    };
    let is_known = |own: &Runtime| same_id(&own.place.id(), &place.id());
    if !picture.runtimes.iter().any(is_known) {
        picture.runtimes.push(Runtime {
            place: place.clone(),
            kind: Kind::Linked(Some(to)),
            identity: scene::identity(work, &place.parent, found).await?,
            state: None,
        });
    }
    if !picture
        .factories
        .iter()
        .any(|own| scene::place_of(own).is_some_and(|own| factory::is_same(&own, &place.parent)))
    {
        let own = work.arm.get_object(place.parent.url(work.arm)).await;
        let own = scene::seen(work, &place.parent.called(), own).await?;
        picture
            .factories
            .extend(own.as_ref().and_then(scene::of_resource));
    }
    let mut all = picture.shares();
    all.retain(|share| is_share_of(share, place));
    Ok(all)
}

fn is_share_of(share: &Share, place: &RuntimePlace) -> bool {
    let linked = share.linked.as_deref().unwrap_or_default();
    share.user.name.eq_ignore_ascii_case(&place.parent.name)
        && linked.eq_ignore_ascii_case(&place.name)
}

/// The shares that a data factory gives, and those that it uses.
async fn of_factory(work: &Work<'_>, place: &ParentPlace) -> Result<Vec<Share>> {
    let runtimes = scene::of_factory(work, place).await?;
    let all = runtimes.iter().map(async |runtime| match runtime.kind {
        Kind::SelfHosted { .. } => of_shared(work, &runtime.place).await,
        Kind::Linked(_) => of_runtime(work, &runtime.place).await,
        Kind::Other | Kind::Missing => Ok(Vec::new()),
    });
    let mut shares = Vec::new();
    for found in join_all(all).await {
        shares.extend(found?);
    }
    let own = |share: &Share| share.user.name.eq_ignore_ascii_case(&place.name);
    for shared in granted(work, place).await? {
        let is_known = |share: &Share| own(share) && same_id(&share.shared.id(), &shared.id());
        if shares.iter().any(is_known) || factory::is_same(&shared.parent, place) {
            continue;
        }
        let around = of_shared(work, &shared).await;
        if let Some(found) = scene::seen(work, &shared.called_first(), around).await? {
            shares.extend(found.into_iter().filter(own));
        }
    }
    Ok(shares)
}

/// The integration runtimes of other data factories on which this one has a role: what is left of a share whose link is
/// gone is not in the data factory itself.
async fn granted(work: &Work<'_>, place: &ParentPlace) -> Result<Vec<RuntimePlace>> {
    let resource = work.arm.get_object(place.url(work.arm)).await;
    let Some(resource) = scene::seen(work, &place.called(), resource).await? else {
        return Ok(Vec::new());
    };
    let mut subscriptions = vec![place.subscription.clone()];
    subscriptions.extend(work.arm.subscription().ok().map(str::to_owned));
    subscriptions.dedup_by(|one, other| one.eq_ignore_ascii_case(other));
    let mut found: Vec<RuntimePlace> = Vec::new();
    for subscription in &subscriptions {
        for principal in factory::principals(&resource) {
            let own = grant::runtimes_of(work, subscription, &principal).await;
            for shared in scene::seen(work, "Role assignments", own)
                .await?
                .unwrap_or_default()
            {
                if !found.iter().any(|known| same_id(&known.id(), &shared.id())) {
                    found.push(shared);
                }
            }
        }
    }
    Ok(found)
}

/// The shares of all data factories that the account can see.
async fn of_fleet(call: &Call) -> Result<Vec<Share>> {
    let selection = Selection {
        services: vec![Service::DataFactory],
        ..Selection::from_call(call)?
    };
    let options = survey::Options {
        status: true,
        grants: true,
        ..survey::Options::default()
    };
    let mut fleet = Fleet::default();
    survey::run(
        call,
        &selection,
        &options,
        &mut fleet,
        &mut survey::NullSink,
    )
    .await?;
    let shares = Picture::of_fleet(&fleet).shares();
    for unread in &fleet.unreadable {
        // The status of a linked one is that of the share, which says itself what is broken.
        let is_shown = shares
            .iter()
            .filter_map(Share::linked_id)
            .any(|id| same_id(&id, &unread.id));
        if is_shown {
            continue;
        }
        call.caller
            .warning(format!(
                "'{}' could not be read, so its shares are not shown in full: {}",
                unread.id, unread.message
            ))
            .await?;
    }
    Ok(shares)
}

/// Asks each linked runtime whose access is in doubt for its status, which the service answers only with access.
async fn confirmed(work: &Work<'_>, shares: Vec<Share>) -> Result<Vec<Share>> {
    let shares = without_unseen(work, shares).await?;
    let asked = shares
        .into_iter()
        .map(async |share| confirm(work, share).await);
    join_all(asked).await.into_iter().collect()
}

/// The shares without the problem that a data factory is gone where it may only be out of sight: the list of a
/// subscription is cut to what the account may read, and says nothing of it.
async fn without_unseen(work: &Work<'_>, mut shares: Vec<Share>) -> Result<Vec<Share>> {
    let is_gone = |own: &Share| own.problems.contains(&Problem::FactoryMissing);
    let subscription = |own: &Share| own.user.subscription.clone().unwrap_or_default();
    let asked: BTreeSet<String> = shares
        .iter()
        .filter(|own| is_gone(own))
        .map(|own| subscription(own).to_ascii_lowercase())
        .collect();
    let mut partly = BTreeSet::new();
    for id in asked {
        // Who may read the assignments of the subscription itself has a role there or above.
        let answer = grant::at_subscription(work, &id).await;
        let what = format!("Whether all of subscription '{id}' is visible");
        if scene::seen(work, &what, answer).await?.is_none() {
            partly.insert(id);
        }
    }
    for share in &mut shares {
        let id = subscription(share);
        if is_gone(share) && partly.contains(&id.to_ascii_lowercase()) {
            share.problems.retain(|own| *own != Problem::FactoryMissing);
            share.error = Some(unseen(work, &share.user.name, &id));
            picture::finish(share);
        }
    }
    Ok(shares)
}

/// The sentence about a data factory that is not there, for an account that sees a part of the subscription only.
pub(super) fn unseen(work: &Work<'_>, name: &str, subscription: &str) -> String {
    format!(
        "Data factory '{name}' of subscription '{subscription}' does not exist, or is not visible to '{}'.",
        work.arm.context.account.id
    )
}

async fn confirm(work: &Work<'_>, mut share: Share) -> Result<Share> {
    if share.problems.contains(&Problem::OwnerMissing) && !is_owner_gone(work, &share).await? {
        share.problems.retain(|own| *own != Problem::OwnerMissing);
        picture::finish(&mut share);
    }
    let certain = [
        Problem::FactoryMissing,
        Problem::LinkedRuntimeMissing,
        Problem::LinkedRuntimeReplaced,
        Problem::LinkedElsewhere,
        Problem::NotLinked,
    ];
    let is_certain = share.problems.iter().any(|own| certain.contains(own));
    let has_access = matches!(share.grant, Grant::Present | Grant::Inherited);
    let place = share.user.id().zip(share.linked.as_ref());
    let Some((parent, name)) = place.filter(|_| !is_certain && !has_access) else {
        return Ok(share);
    };
    let id = format!("{parent}/integrationruntimes/{name}");
    let place = owner::of_id("InputObject", &id)?;
    match status::ask(work.arm, &place).await {
        Ok(status) => {
            // A role can come by a group, or by the identity of a credential.
            share.problems.retain(|own| *own != Problem::GrantMissing);
            if share.grant == Grant::Missing {
                share.grant = Grant::Unknown;
            }
            share.state = status.state();
        }
        Err(error) if grant::is_without_access(&error) => {
            share.error = Some(super::share::in_short(&error));
            share.state = None;
            if share.problems.is_empty() {
                share.problems.push(Problem::GrantMissing);
            }
        }
        Err(error) if error.kind == ErrorKind::Service => {
            share.error = Some(super::share::in_short(&error));
            share.state = None;
        }
        Err(error) => return Err(error),
    }
    picture::finish(&mut share);
    Ok(share)
}

/// Whether the shared runtime is gone. One that the account does not see among the others need not be.
async fn is_owner_gone(work: &Work<'_>, share: &Share) -> Result<bool> {
    match share.shared.get(work.arm).await {
        Ok(_) => Ok(false),
        Err(error) if error.kind == ErrorKind::Service => {
            owner::not_seen(work.arm, &share.shared.called_first(), &error).await?;
            Ok(owner::is_gone(&error))
        }
        Err(error) => Err(error),
    }
}

/// The linked services of a data factory that connect through the integration runtime `name`.
///
/// # Errors
/// What the service answers.
pub async fn linked_services(
    work: &Work<'_>,
    factory: &ParentPlace,
    name: &str,
) -> Result<Vec<String>> {
    use crate::datafactory::linked_service::list_url;
    use azir_azure::arm::paging::Pages;

    let url = list_url(work.arm, factory);
    let all = Pages::new(work.arm, url).all().await.map_err(Error::from)?;
    Ok(all
        .iter()
        .filter(|own| {
            own.at_path(&["properties", "connectVia", "referenceName"])
                .as_str()
                .is_some_and(|own| own.eq_ignore_ascii_case(name))
        })
        .filter_map(|own| own.at("name").as_str().map(str::to_owned))
        .collect())
}
