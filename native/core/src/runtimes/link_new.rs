//! `New-AzDataFactoryV2IntegrationRuntimeLink`: writes a link down on the shared runtime's side.

use azir_azure::{arm::client::RequestOptions, http::RetrySafety};
use azure_core::http::Method;
use serde_json::{Map, Value, json};

use super::body::{Kind, RuntimeBody};
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    names,
    request::Arguments,
    runtimes::{
        messages,
        place::{ParentPlace, RuntimePlace},
        resource_id::ParentId,
        service::Service,
    },
    sharing::share::{Outcome, Problem, Share, User},
};

/// Who links.
struct Linked {
    name: String,
    factory: String,
    subscription: Option<String>,
    /// The resource group, which only an id says.
    group: Option<String>,
    location: Option<String>,
}

/// Creates the link and shows both sides of it.
///
/// # Errors
/// `InvalidInput` for a runtime that cannot be shared; what the service answers, with the names of both sides.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let linked = linked(call.arguments())?;
    let shared = place
        .get(&arm)
        .await
        .map_err(|error| not_linked(error, &place, &linked))?;
    refuse_unshareable(&place, &linked, shared.kind())?;
    let factory = &place.parent.name;
    let action = messages::link_creating(&place.name, factory, &linked.factory);
    if !call
        .caller
        .should_process_only(&action, &place.name)
        .await?
    {
        return Ok(());
    }
    let subscription = linked
        .subscription
        .clone()
        .unwrap_or_else(|| place.parent.subscription.clone());
    let mut body = Map::new();
    body.insert("name".to_owned(), json!(linked.name));
    body.insert("subscriptionId".to_owned(), json!(subscription));
    body.insert("dataFactoryName".to_owned(), json!(linked.factory));
    if let Some(location) = &linked.location {
        body.insert("dataFactoryLocation".to_owned(), json!(location));
    }
    // Whether the service takes the same link twice is not documented.
    let options = RequestOptions {
        retry: RetrySafety::OnlyUnsent,
        ..RequestOptions::default()
    };
    let url = place.action_url(&arm, &["linkedIntegrationRuntime"]);
    let answer = arm
        .send(Method::Post, url, Some(&Value::Object(body)), options)
        .await
        .and_then(|reply| Ok(reply.json_or_null()?))
        .map_err(|error| not_linked(error, &place, &linked))?;
    let answer = RuntimeBody::new(place.parent.service, answer);
    let share = shown(&arm, &place, &linked, subscription, &answer).await?;
    call.caller.object(share.record()).await
}

/// An error with both sides of the link that it is about.
fn not_linked(error: Error, place: &RuntimePlace, linked: &Linked) -> Error {
    error.about(place.id()).with_lead(format!(
        "The link from integration runtime '{}' in data factory '{}' to {} was not created. ",
        linked.name,
        linked.factory,
        place.called()
    ))
}

/// The link with both of its sides. Where the linked runtime can be found, it is looked at: the service enters a link
/// of one that does not exist, too.
async fn shown(
    arm: &Arm<'_>,
    place: &RuntimePlace,
    linked: &Linked,
    subscription: String,
    answer: &RuntimeBody,
) -> Result<Share> {
    let user = User {
        name: linked.factory.clone(),
        subscription: Some(subscription.clone()),
        resource_group: linked.group.clone(),
    };
    let mut share = Share::new(place.clone(), user, Outcome::Shared);
    share.linked = Some(linked.name.clone());
    share.state = answer.state();
    let is_it =
        |own: Option<&String>, name: &str| own.is_some_and(|own| own.eq_ignore_ascii_case(name));
    let links = answer.links();
    let link = links.iter().find(|link| {
        is_it(link.name.as_ref(), &linked.name) && is_it(link.factory.as_ref(), &linked.factory)
    });
    match link {
        Some(link) => share.created.clone_from(&link.created),
        None => share.problems.push(Problem::LinkMissing),
    }
    if let Some(group) = &linked.group {
        let other = RuntimePlace {
            parent: ParentPlace {
                service: Service::DataFactory,
                subscription,
                resource_group: group.clone(),
                name: linked.factory.clone(),
            },
            name: linked.name.clone(),
        };
        match other.get_if_exists(arm).await {
            Ok(None) => share.problems.push(Problem::LinkedRuntimeMissing),
            Ok(Some(there)) if there.kind() == Kind::SelfHosted => {
                share.problems.push(Problem::LinkedRuntimeReplaced);
            }
            Ok(Some(_)) => {}
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            Err(error) => {
                let what = other.called_first();
                let text = format!("{what} could not be read, so it was not checked: {error}");
                arm.call.caller.verbose(text).await?;
            }
        }
    }
    crate::sharing::picture::finish(&mut share);
    Ok(share)
}

/// Reads who links; a factory's id also says its subscription.
fn linked(arguments: &Arguments) -> Result<Linked> {
    let name = arguments.required("LinkedIntegrationRuntimeName")?;
    names::runtime("LinkedIntegrationRuntimeName", &name)?;
    let given = arguments.required("LinkedDataFactoryName")?;
    let asked = arguments.filled("LinkedSubscriptionId");
    let (factory, subscription, group) = if given.contains('/') {
        let id = ParentId::parse(Service::DataFactory, "LinkedDataFactoryName", &given)?;
        if let Some(asked) = asked.filter(|asked| !asked.eq_ignore_ascii_case(&id.subscription)) {
            return Err(Error::invalid(
                "LinkedSubscriptionId",
                format!(
                    "-LinkedSubscriptionId is '{asked}', but the data factory in -LinkedDataFactoryName is in \
                     subscription '{}'. Leave -LinkedSubscriptionId out.",
                    id.subscription
                ),
            ));
        }
        (id.name, Some(id.subscription), Some(id.resource_group))
    } else {
        (given, asked, None)
    };
    names::factory("LinkedDataFactoryName", &factory)?;
    Ok(Linked {
        name,
        factory,
        subscription,
        group,
        location: arguments.filled("LinkedDataFactoryLocation"),
    })
}

fn refuse_unshareable(place: &RuntimePlace, linked: &Linked, kind: Kind) -> Result<()> {
    let other = format!("'{}' in data factory '{}'", linked.name, linked.factory);
    let message = match kind {
        Kind::SelfHosted => return Ok(()),
        Kind::Linked => format!(
            "Integration runtime '{}' in data factory '{}' is itself linked to another one. Name the one that has \
             the nodes. {other} was not linked to it. Nothing was changed.",
            place.name, place.parent.name
        ),
        Kind::Managed | Kind::Unknown => format!(
            "{} {} is not a self-hosted one, and {other} was not linked to it. Nothing was changed.",
            messages::INVALID_SHARING,
            place.called_first()
        ),
    };
    Err(
        Error::new(ErrorKind::InvalidInput { parameter: None }, message)
            .with_id("RuntimeNotShareable"),
    )
}
