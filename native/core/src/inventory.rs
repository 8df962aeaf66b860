//! `Get-AzIntegrationRuntime`: the runtimes of whatever has some, of whichever service.

use serde_json::Value;

use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    fleet::objects,
    names,
    request::{member_text, member_value},
    runtimes::{
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

/// The parameters of which one says what has the runtimes; without any it is the fleet.
const NAMING: [&str; 5] = [
    "ResourceId",
    "InputObject",
    "DataFactoryName",
    "WorkspaceName",
    "AccountName",
];

/// Gets the runtimes of a factory, workspace or account, or one of them; or those of the fleet.
///
/// # Errors
/// `InvalidInput` when the id or object is nothing that has runtimes; what the service answers.
pub async fn run(call: &Call) -> Result<()> {
    if !NAMING.iter().any(|own| call.arguments().is_bound(own)) {
        return objects::run(call).await;
    }
    let arm = Arm::connect(call).await?;
    let names = call.arguments().texts("Name").unwrap_or_default();
    let wanted =
        |own: &str| names.is_empty() || names.iter().any(|pattern| wildcard::matches(pattern, own));
    match target(&arm).await? {
        Target::Runtime(place) if !wanted(&place.name) => Ok(()),
        Target::Runtime(place) => get::one(&arm, &place).await,
        Target::Parent(parent) if names.iter().any(|name| wildcard::is_pattern(name)) => {
            get::list(&arm, &parent, &wanted).await
        }
        Target::Parent(parent) if names.is_empty() => get::list(&arm, &parent, &wanted).await,
        Target::Parent(parent) => by_name(&arm, &parent, &names).await,
    }
}

/// Gets the runtimes with these names; if one of several cannot be read, that is an error, and the rest follows.
async fn by_name(arm: &Arm<'_>, parent: &ParentPlace, names: &[String]) -> Result<()> {
    for name in names {
        names::runtime("Name", name)?;
        let place = RuntimePlace {
            parent: parent.clone(),
            name: name.clone(),
        };
        match get::one(arm, &place).await {
            Err(error) if names.len() > 1 && error.fault().is_some() => {
                arm.call.caller.error(&error).await?;
            }
            other => other?,
        }
    }
    Ok(())
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
    // A row of a node has the names of its parent too, which stand for more than its runtime.
    let id = ["IntegrationRuntimeId", "DataFactoryId", "Id", "ResourceId"]
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
