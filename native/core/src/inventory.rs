//! `Get-AzIntegrationRuntime`: the runtimes of whatever has some, of whichever service.

use azir_azure::arm::paging::Pages;
use futures::{FutureExt, StreamExt, future::BoxFuture, stream};
use serde_json::Value;

use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    names,
    request::{member_text, member_value},
    runtimes::{
        api::{self, Runtimes},
        body::RuntimeBody,
        find, get,
        place::{ParentPlace, RuntimePlace, named_well},
        resource_id::{ParentId, RuntimeId},
        service::Service,
    },
    wildcard,
};

/// What is asked about: all that a factory, workspace or account has, or one runtime.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    Parent(ParentPlace),
    Runtime(RuntimePlace),
}

/// The parameters of which one says what has the runtimes; without any it is the subscription or a resource group.
const NAMING: [&str; 5] = [
    "ResourceId",
    "InputObject",
    "DataFactoryName",
    "WorkspaceName",
    "AccountName",
];

/// How many factories, workspaces or accounts are asked for their runtimes at a time.
const AT_ONCE: usize = 8;

/// Gets the runtimes of a factory, workspace or account, or one of them; or all of the subscription's.
///
/// # Errors
/// `InvalidInput` when the id or object is nothing that has runtimes; what the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let name = call.arguments().filled("Name");
    let wanted = |own: &str| {
        name.as_deref()
            .is_none_or(|pattern| wildcard::matches(pattern, own))
    };
    if !NAMING.iter().any(|own| call.arguments().is_bound(own)) {
        return everywhere(&arm.without_registration(), &wanted).await;
    }
    let target = match (target(&arm).await?, name.as_deref()) {
        (Target::Parent(parent), Some(name)) if !wildcard::is_pattern(name) => {
            names::runtime("Name", name)?;
            Target::Runtime(RuntimePlace {
                parent,
                name: name.to_owned(),
            })
        }
        (target, _) => target,
    };
    match target {
        Target::Runtime(place) if !wanted(&place.name) => Ok(()),
        Target::Runtime(place) => get::one(&arm, &place).await,
        Target::Parent(place) => get::list(&arm, &place, &wanted).await,
    }
}

/// Writes the wanted runtimes of all factories, workspaces and accounts of the subscription, or of a resource group.
///
/// One of them whose runtimes cannot be had is an error, after which the others follow; so is a service whose list
/// cannot be had.
async fn everywhere(arm: &Arm<'_>, wanted: &(dyn Fn(&str) -> bool + Sync)) -> Result<()> {
    let group = arm.call.arguments().filled("ResourceGroupName");
    if let Some(group) = &group {
        names::resource_group("ResourceGroupName", group)?;
    }
    for service in Service::ALL {
        let mut pages = Pages::new(arm, find::list_url(arm, service, group.as_deref())?);
        loop {
            match pages.next().await.map_err(Error::from) {
                Ok(Some(page)) => of_page(arm, service, &page, wanted).await?,
                Ok(None) => break,
                // Who never used a service need not have registered for it.
                Err(error) if error.is_code("MissingSubscriptionRegistration") => break,
                // The other services would say the same.
                Err(error) if !is_local(&error) || is_of_all(&error) => return Err(error),
                Err(error) => {
                    let lead = format!("The list of every {} failed. ", service.parent());
                    arm.call.caller.error(&error.with_lead(lead)).await?;
                    break;
                }
            }
        }
    }
    Ok(())
}

/// Whether an error is about what was asked for, and not about the network or the sign-in.
fn is_local(error: &Error) -> bool {
    error.fault().is_some() || matches!(error.kind, ErrorKind::Protocol | ErrorKind::NotFound)
}

/// Whether an error is about the subscription, the resource group or the account that asks.
fn is_of_all(error: &Error) -> bool {
    error.is_status(401)
        || error.is_code("SubscriptionNotFound")
        || error.is_code("ResourceGroupNotFound")
}

/// Writes the wanted runtimes of the factories, workspaces or accounts of one page of their list, in its order.
async fn of_page(
    arm: &Arm<'_>,
    service: Service,
    page: &[Value],
    wanted: &(dyn Fn(&str) -> bool + Sync),
) -> Result<()> {
    let places: Vec<ParentPlace> = page
        .iter()
        .filter_map(|resource| ParentPlace::from_id(find::id_of(service, resource)?).ok())
        .collect();
    let asked: Vec<BoxFuture<'_, Result<Listed<'_>>>> = places
        .iter()
        .map(|place| all_of(arm, place).boxed())
        .collect();
    let mut answers = stream::iter(asked).buffered(AT_ONCE);
    let mut places = places.iter();
    while let (Some(answer), Some(place)) = (answers.next().await, places.next()) {
        let found = match answer {
            Ok((runtimes, mut members)) => {
                members.retain(|member| wanted(member.name().unwrap_or_default()));
                get::write(arm.call, runtimes.as_ref(), &members).await
            }
            Err(error) => Err(error),
        };
        match found {
            // The endpoint of a Purview account can be out of reach from here.
            Err(error)
                if is_local(&error) || (service == Service::Purview && is_distant(&error)) =>
            {
                let id = format!("/{}", place.segments().join("/"));
                let lead = format!(
                    "The integration runtimes of {} could not be listed. ",
                    place.called()
                );
                let error = error.about(id).with_lead(lead);
                arm.call.caller.error(&error).await?;
            }
            other => other?,
        }
    }
    Ok(())
}

fn is_distant(error: &Error) -> bool {
    matches!(error.kind, ErrorKind::Connection | ErrorKind::Untrusted)
}

/// The runtimes of one factory, workspace or account.
type Listed<'a> = (Box<dyn Runtimes + 'a>, Vec<RuntimeBody>);

/// All runtimes of the factory, workspace or account at `place`.
async fn all_of<'a>(arm: &'a Arm<'a>, place: &ParentPlace) -> Result<Listed<'a>> {
    let runtimes = api::connect(arm, place).await?;
    let mut members = Vec::new();
    {
        let mut pages = runtimes.list();
        while let Some(page) = pages.next().await? {
            members.extend(page);
        }
    }
    Ok((runtimes, members))
}

/// The factory, workspace or account that the caller names, by name, resource id or object.
///
/// # Errors
/// `InvalidInput` for what is neither of them; `NotFound`; what the service answers.
pub async fn parent(arm: &Arm<'_>) -> Result<ParentPlace> {
    match target(arm).await? {
        Target::Parent(place) => Ok(place),
        Target::Runtime(place) => Err(Error::invalid(
            "ResourceId",
            format!(
                "'{}' is an integration runtime. Give the {} that has it: '/{}'.",
                place.name,
                place.parent.service.parent(),
                place.parent.segments().join("/")
            ),
        )),
    }
}

async fn target(arm: &Arm<'_>) -> Result<Target> {
    let arguments = arm.call.arguments();
    if let Some(id) = arguments.text("ResourceId") {
        return from_id(&id).unwrap_or_else(|| Err(no_such_id("ResourceId", &id)));
    }
    if let Some(object) = arguments.value("InputObject") {
        return from_object(arm, object).await;
    }
    for service in Service::ALL {
        let parameter = service.parent_name();
        if let Some(name) = arguments.filled(parameter) {
            let group = arguments.filled("ResourceGroupName");
            return named(arm, service, parameter, &name, group).await;
        }
    }
    Err(Error::invalid(
        "DataFactoryName",
        "Say whose integration runtimes are meant: -DataFactoryName, -WorkspaceName or -AccountName, or pipe in what \
         Get-AzDataFactoryV2, Get-AzSynapseWorkspace or Get-AzPurviewAccount returns.",
    ))
}

/// The place with this name, which is looked for where no resource group is given.
async fn named(
    arm: &Arm<'_>,
    service: Service,
    parameter: &str,
    name: &str,
    group: Option<String>,
) -> Result<Target> {
    named_well(service, parameter, name)?;
    let Some(resource_group) = group else {
        return Ok(Target::Parent(find::by_name(arm, service, name).await?));
    };
    let place = ParentPlace {
        service,
        subscription: arm.subscription()?.to_owned(),
        resource_group,
        name: name.to_owned(),
    }
    .checked("ResourceGroupName", parameter)?;
    Ok(Target::Parent(place))
}

/// What the resource id of any of the services stands for; nothing when it is of none.
fn from_id(id: &str) -> Option<Result<Target>> {
    Service::ALL.into_iter().find_map(|service| {
        if let Ok(parent) = ParentId::parse(service, "ResourceId", id) {
            return Some(ParentPlace::from_id(parent).map(Target::Parent));
        }
        RuntimeId::parse(service, "ResourceId", id)
            .is_ok()
            .then(|| RuntimePlace::from_id(service, "ResourceId", id).map(Target::Runtime))
    })
}

fn no_such_id(parameter: &str, id: &str) -> Error {
    Error::invalid(
        parameter,
        format!(
            "'{id}' is not the resource id of a data factory, a Synapse workspace or a Purview account, nor of an \
             integration runtime in one."
        ),
    )
}

/// A text that was piped in: an id, or the name of a factory, workspace or account, whichever the subscription has.
async fn from_text(arm: &Arm<'_>, text: &str) -> Result<Target> {
    if text.contains('/') {
        return from_id(text).unwrap_or_else(|| Err(no_such_id("InputObject", text)));
    }
    let mut found: Vec<ParentPlace> = Vec::new();
    let arm = arm.clone().without_registration();
    for service in Service::ALL {
        match find::by_name(&arm, service, text).await {
            Ok(place) => found.push(place),
            // Who never used a service need not have registered for it.
            Err(error)
                if error.kind == ErrorKind::NotFound
                    || error.is_code("MissingSubscriptionRegistration") => {}
            Err(error) => return Err(error),
        }
    }
    if found.len() > 1 {
        let all: Vec<String> = found.iter().map(ParentPlace::called).collect();
        return Err(Error::invalid(
            "InputObject",
            format!(
                "'{text}' is the name of {}. Say which one is meant: -DataFactoryName, -WorkspaceName or -AccountName.",
                all.join(" and of ")
            ),
        ));
    }
    found.pop().map(Target::Parent).ok_or_else(|| {
        Error::new(
            ErrorKind::NotFound,
            format!(
                "The subscription has no data factory, Synapse workspace or Purview account with the name '{text}', or \
                 you may not see it. Select-AzSubscription changes to another subscription."
            ),
        )
    })
}

/// An object of ours or of Az: by its id, else by the names in it.
async fn from_object(arm: &Arm<'_>, object: &Value) -> Result<Target> {
    if let Value::String(text) = object {
        return from_text(arm, text).await;
    }
    let id = ["DataFactoryId", "Id", "ResourceId"]
        .into_iter()
        .find_map(|member| member_text(object, member).and_then(|id| from_id(&id)));
    if let Some(target) = id {
        return target;
    }
    for service in Service::ALL {
        let parameter = service.parent_name();
        if let Some(name) = member_text(object, parameter).filter(|name| !name.is_empty()) {
            let group = member_text(object, "ResourceGroupName").filter(|group| !group.is_empty());
            return named(arm, service, "InputObject", &name, group).await;
        }
    }
    let kind = member_value(object, "Type")
        .and_then(Value::as_str)
        .map_or_else(String::new, |kind| format!(" of type '{kind}'"));
    Err(Error::invalid(
        "InputObject",
        format!(
            "The object given as -InputObject{kind} is not a data factory, a Synapse workspace, a Purview account or \
             an integration runtime. Pipe in what Get-AzDataFactoryV2, Get-AzSynapseWorkspace or Get-AzPurviewAccount \
             returns."
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUP: &str = "/subscriptions/s/resourceGroups/g/providers";

    fn service_of(id: &str) -> Option<(Service, bool)> {
        Some(match from_id(id)?.unwrap() {
            Target::Parent(place) => (place.service, false),
            Target::Runtime(place) => (place.parent.service, true),
        })
    }

    #[test]
    fn an_id_says_which_service_it_is_of() {
        for (id, wanted) in [
            (
                "Microsoft.DataFactory/factories/adf",
                (Service::DataFactory, false),
            ),
            (
                "microsoft.synapse/workspaces/syn/",
                (Service::Synapse, false),
            ),
            ("Microsoft.Purview/accounts/pv-1", (Service::Purview, false)),
            (
                "Microsoft.Synapse/workspaces/syn/integrationruntimes/ir-a",
                (Service::Synapse, true),
            ),
            (
                "Microsoft.Purview/accounts/pv-1/integrationRuntimes/ir-a",
                (Service::Purview, true),
            ),
        ] {
            assert_eq!(service_of(&format!("{GROUP}/{id}")), Some(wanted), "{id}");
        }
    }

    #[test]
    fn an_id_of_something_else_is_none_of_them() {
        for id in [
            "Microsoft.Sql/servers/one",
            "Microsoft.DataFactory/workspaces/a",
        ] {
            assert_eq!(service_of(&format!("{GROUP}/{id}")), None);
        }
        assert!(from_id("adf").is_none());
    }
}
