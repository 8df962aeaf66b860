//! `Remove-AzIntegrationRuntimeShare`: takes the link, the linked runtime and the grant away, in this order.

use serde_json::{Value, json};

use super::{
    factory, get, grant, owner,
    plan::{same_id, user},
    scene,
    share::{Grant, Outcome, Share, User, in_short},
    work::{Work, connect},
};
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    names,
    request::member_text,
    runtimes::{
        body::{Kind, Link},
        place::{ParentPlace, RuntimePlace},
        status, written,
    },
};

/// A share that is to be removed, as it was given.
struct Asked {
    user: User,
    place: Option<ParentPlace>,
    linked: String,
}

/// What there is of a share.
struct Found {
    asked: Asked,
    linked: Option<RuntimePlace>,
    /// Whether the linked runtime is there, and refers to the shared one.
    is_linked: bool,
    /// The links of the data factory that the shared runtime lists; nothing where it could not be read.
    links: Option<Vec<Link>>,
    /// The assignments at the shared runtime itself.
    assignments: Vec<Value>,
    principal: Option<String>,
    /// The linked services that connect through the linked runtime; nothing where they could not be read.
    services: Option<Vec<String>>,
}

/// Removes the share that was piped in, or those of the runtime with the data factories of `-With`.
///
/// # Errors
/// `InvalidInput`; what the service answers. A share that fails is an error of its own.
pub async fn run(call: &Call) -> Result<()> {
    let arm = connect(call).await?;
    let shared = owner::named(&arm).await?;
    let asked = asked(&arm, &shared).await?;
    let work = Work::new(&arm, "Remove shares", asked.len());
    let mut errors = Vec::new();
    for asked in asked {
        let found = match asked {
            Ok(asked) => find(&work, &shared, asked).await,
            Err(error) => Err(error),
        };
        let outcome = match found {
            Ok(found) => one(call, &work, &shared, found).await?,
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            Err(error) => Some(error),
        };
        errors.extend(outcome);
    }
    for error in errors {
        call.caller.error(&error).await?;
    }
    Ok(())
}

/// Asks, and removes; the error where something stayed.
async fn one(
    call: &Call,
    work: &Work<'_>,
    shared: &RuntimePlace,
    found: Found,
) -> Result<Option<Error>> {
    let factory = found.asked.user.name.clone();
    let action = format!(
        "Removing the share of {} with data factory '{factory}': {}.",
        shared.called(),
        found.parts()
    );
    if !call.caller.should_process(&action, &factory).await? {
        return Ok(None);
    }
    let services = found.services.clone().unwrap_or_default();
    let warning = services_warning(&services, &found);
    let mut query = format!(
        "Are you sure you want to stop sharing {} with data factory '{factory}'?",
        shared.called()
    );
    if let Some(warning) = warning {
        if call.caller.is_silenced() {
            call.caller.warning(warning).await?;
        } else {
            query = format!("{warning}\n{query}");
        }
    }
    if !call.caller.should_continue(&query).await? {
        return Ok(None);
    }
    let (share, error) = remove(work, shared, found).await?;
    work.finished().await?;
    work.end().await?;
    if call.arguments().switch("PassThru") {
        call.caller.object(share.record()).await?;
    }
    Ok(error)
}

fn services_warning(services: &[String], found: &Found) -> Option<String> {
    if services.is_empty() || !found.is_linked {
        return None;
    }
    let all: Vec<String> = services.iter().map(|name| format!("'{name}'")).collect();
    let (noun, verb) = if services.len() == 1 {
        ("Linked service", "connects")
    } else {
        ("Linked services", "connect")
    };
    Some(format!(
        "{noun} {} of data factory '{}' {verb} through the linked integration runtime '{}' and will stop working. \
         Azure keeps the linked integration runtime until they no longer refer to it.",
        all.join(", "),
        found.asked.user.name,
        found.asked.linked
    ))
}

/// The shares that are meant.
async fn asked(arm: &Arm<'_>, shared: &RuntimePlace) -> Result<Vec<Result<Asked>>> {
    let arguments = arm.call.arguments();
    let name = arguments.filled("Name");
    if let Some(name) = &name {
        names::runtime("Name", name)?;
    }
    let object = arguments.value("InputObject");
    let member = |member: &str| member_text(object?, member).filter(|text| !text.is_empty());
    if member("SharedIntegrationRuntimeId").is_some() {
        let place = member("DataFactoryId").map(|id| factory::of_text(&id).place);
        return Ok(vec![Ok(Asked {
            user: User {
                name: member("DataFactoryName").unwrap_or_default(),
                subscription: member("SubscriptionId"),
                resource_group: member("ResourceGroupName"),
            },
            place: place.transpose()?,
            linked: name
                .or_else(|| member("LinkedIntegrationRuntimeName"))
                .unwrap_or_else(|| shared.name.clone()),
        })]);
    }
    let given = factory::given(arm).await?;
    if given.is_empty() {
        return Err(Error::invalid(
            "With",
            "Say with -With which data factories shall no longer use the integration runtime, or pipe in what \
             Get-AzIntegrationRuntimeShare returns.",
        ));
    }
    let linked = name.unwrap_or_else(|| shared.name.clone());
    Ok(given
        .into_iter()
        .map(|given| {
            given.place.map(|place| Asked {
                user: user(&place),
                place: Some(place),
                linked: linked.clone(),
            })
        })
        .collect())
}

/// Reads what there is of the share.
async fn find(work: &Work<'_>, shared: &RuntimePlace, asked: Asked) -> Result<Found> {
    let arm = work.arm;
    let status = match status::ask(arm, shared).await {
        Ok(status) => Some(status),
        // Without its owner a linked runtime is removed all the same.
        Err(error) if owner::is_gone(&error) => None,
        Err(error) => return Err(error),
    };
    let subscription = asked.user.subscription.clone().unwrap_or_default();
    let links = status.map(|status| {
        let mut links = status.links();
        links.retain(|link| {
            owner::is_from(link, &asked.user.name, &subscription)
                || (subscription.is_empty()
                    && link.factory.as_deref() == Some(asked.user.name.as_str()))
        });
        links
    });
    let mut found = Found {
        linked: None,
        is_linked: false,
        links,
        assignments: Vec::new(),
        principal: None,
        services: None,
        asked,
    };
    let Some(parent) = found.asked.place.clone() else {
        return Ok(found);
    };
    let linked = RuntimePlace {
        parent: parent.clone(),
        name: found.asked.linked.clone(),
    };
    let (factory, there, services) = futures::join!(
        arm.get_object(parent.url(arm)),
        linked.get_if_exists(arm),
        get::linked_services(work, &parent, &linked.name),
    );
    let there = match there {
        Err(error) if owner::is_gone(&error) => None,
        other => other?,
    };
    found.is_linked = there.is_some_and(|there| {
        there.kind() == Kind::Linked
            && there
                .linked_info()
                .and_then(|info| info.resource_id)
                .is_some_and(|to| same_id(&to, &shared.id()))
    });
    let what = format!("The linked services of {}", parent.called());
    found.services = scene::seen(work, &what, services).await?;
    found.linked = Some(linked);
    if let Some(factory) = scene::seen(work, &parent.called(), factory).await? {
        let principals = factory::principals(&factory);
        found.principal = principals.first().cloned();
        found.assignments = own_assignments(work, shared, &principals).await?;
    }
    Ok(found)
}

/// The assignments of these identities at the shared runtime itself.
async fn own_assignments(
    work: &Work<'_>,
    shared: &RuntimePlace,
    principals: &[String],
) -> Result<Vec<Value>> {
    let scope = shared.id();
    let all = match grant::of_all(work, &scope).await {
        // The roles on what is gone went with it.
        Err(error) if owner::is_gone(&error) => Vec::new(),
        other => scene::seen(work, "Role assignments", other)
            .await?
            .unwrap_or_default(),
    };
    Ok(all
        .into_iter()
        .filter(|own| {
            same_id(grant::own_scope(own), &scope)
                && principals
                    .iter()
                    .any(|id| id.eq_ignore_ascii_case(grant::principal(own)))
        })
        .collect())
}

impl Found {
    /// Whether other linked runtimes of the data factory use the shared one too.
    fn has_others(&self) -> bool {
        let own = |link: &Link| {
            link.name
                .as_ref()
                .is_some_and(|name| name.eq_ignore_ascii_case(&self.asked.linked))
        };
        self.links.iter().flatten().any(|link| !own(link))
    }

    /// Whether the shared runtime lists the link.
    fn is_listed(&self) -> bool {
        let links = self.links.as_ref();
        links.is_some_and(|links| {
            links.iter().any(|link| {
                link.name
                    .as_ref()
                    .is_some_and(|name| name.eq_ignore_ascii_case(&self.asked.linked))
            })
        })
    }

    /// What would be removed, in words.
    fn parts(&self) -> String {
        let mut parts = Vec::new();
        if self.is_listed() {
            parts.push("the link".to_owned());
        }
        if self.is_linked {
            parts.push(format!(
                "the linked integration runtime '{}'",
                self.asked.linked
            ));
        }
        if !self.assignments.is_empty() && !self.has_others() {
            parts.push("the role on the shared integration runtime".to_owned());
        }
        if parts.is_empty() {
            return "nothing is left of it".to_owned();
        }
        parts.join(", ")
    }
}

/// Removes link, linked runtime and grant; the share says what became of it.
async fn remove(
    work: &Work<'_>,
    shared: &RuntimePlace,
    found: Found,
) -> Result<(Share, Option<Error>)> {
    let mut share = Share::new(shared.clone(), found.asked.user.clone(), Outcome::Removed);
    share.linked = Some(found.asked.linked.clone());
    share.principal.clone_from(&found.principal);
    share.grant = if found.assignments.is_empty() {
        Grant::Unknown
    } else {
        Grant::Present
    };
    let outcome = steps(work, shared, &found, &mut share).await;
    let error = match outcome {
        Ok(()) => return Ok((share, None)),
        Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
        Err(error) => error,
    };
    share.error = Some(in_short(&error));
    if share.outcome == Outcome::Removed {
        share.outcome = Outcome::Failed;
    }
    let error = error.about(found.asked.user.name.clone()).with_lead(format!(
        "The share of integration runtime '{}' with data factory '{}' was not removed in full. ",
        shared.name, found.asked.user.name
    ));
    Ok((share, Some(error)))
}

async fn steps(
    work: &Work<'_>,
    shared: &RuntimePlace,
    found: &Found,
    share: &mut Share,
) -> Result<()> {
    let arm = work.arm;
    let others = found.has_others();
    // The service removes all links of a data factory at once: while others are needed, each goes with its runtime.
    if found.is_listed() && !others {
        remove_links(work, shared, &found.asked.user.name).await?;
        share.outcome = Outcome::PartlyRemoved;
    }
    let mut refused = None;
    if let Some(linked) = found.linked.as_ref().filter(|_| found.is_linked) {
        match written::delete(arm, linked).await {
            Ok(_) => share.outcome = Outcome::PartlyRemoved,
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            Err(error) => refused = Some(with_services(error, found, linked)),
        }
    }
    if !others {
        for assignment in &found.assignments {
            grant::take(work, assignment["id"].as_str().unwrap_or_default()).await?;
            share.grant = Grant::Removed;
            share.outcome = Outcome::PartlyRemoved;
        }
    }
    if let Some(error) = refused {
        return Err(error);
    }
    share.outcome = Outcome::Removed;
    Ok(())
}

/// A refusal of the removal, with the linked services that are in the way.
fn with_services(error: Error, found: &Found, linked: &RuntimePlace) -> Error {
    let Some(services) = found.services.as_ref().filter(|own| !own.is_empty()) else {
        return error;
    };
    error.with_hint(format!(
        "The linked services '{}' connect through it. Change their connectVia, or remove them, and run the command \
         again: Get-AzDataFactoryV2LinkedService -ResourceGroupName '{}' -DataFactoryName '{}'.",
        services.join("', '"),
        linked.parent.resource_group,
        linked.parent.name
    ))
}

async fn remove_links(work: &Work<'_>, shared: &RuntimePlace, factory: &str) -> Result<()> {
    let url = shared.action_url(work.arm, &["removeLinks"]);
    let body = json!({ "factoryName": factory });
    work.arm.post(url, Some(&body)).await.map(|_| ())
}

/// Removes a link that stayed behind its linked runtime, where it is the only one of that data factory.
///
/// # Errors
/// What the service answers.
pub async fn dangling_link(
    work: &Work<'_>,
    shared: &RuntimePlace,
    linked: &RuntimePlace,
) -> Result<()> {
    let status = status::ask(work.arm, shared).await?;
    let mut links = status.links();
    links.retain(|link| owner::is_from(link, &linked.parent.name, &linked.parent.subscription));
    if let [only] = links.as_slice()
        && owner::is_of(only, linked)
    {
        remove_links(work, shared, &linked.parent.name).await?;
    }
    Ok(())
}
