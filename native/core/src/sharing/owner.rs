//! The shared runtime: which one is meant, and whether Azure lets others link to it.

use azir_azure::json::Lookup;
use serde_json::{Value, json};

use super::work::Work;
use crate::{
    arm::Arm,
    error::{Error, ErrorKind, Result},
    request::member_text,
    runtimes::{
        body::{Kind, Link, RuntimeBody},
        messages, owner,
        place::{self, RuntimePlace},
        service::Service,
        status,
    },
};

/// The most links that a shared runtime has, unless support raised it.
pub const MOST_LINKS: usize = 100;
/// The first version of a node whose runtime can be shared.
const SHARABLE: (u32, u32) = (3, 8);

/// A shared runtime, as it was read.
pub struct Owner {
    /// Its place.
    pub place: RuntimePlace,
    /// The tenant of its data factory; nothing where that could not be read.
    pub tenant: Option<String>,
    /// Its status; nothing where the caller may not read it.
    pub status: Option<RuntimeBody>,
}

impl Owner {
    /// The links that it lists; nothing where its status could not be read.
    pub fn links(&self) -> Option<Vec<Link>> {
        self.status.as_ref().map(RuntimeBody::links)
    }
}

/// Whether `link` is the one of the linked runtime at `linked`.
pub fn is_of(link: &Link, linked: &RuntimePlace) -> bool {
    let is =
        |own: Option<&String>, other: &str| own.is_none_or(|own| own.eq_ignore_ascii_case(other));
    link.name.is_some()
        && is(link.name.as_ref(), &linked.name)
        && is_from(link, &linked.parent.name, &linked.parent.subscription)
}

/// Whether `link` is one of the data factory of this name.
pub fn is_from(link: &Link, factory: &str, subscription: &str) -> bool {
    link.factory
        .as_ref()
        .is_some_and(|own| own.eq_ignore_ascii_case(factory))
        && link
            .subscription
            .as_ref()
            .is_none_or(|own| own.eq_ignore_ascii_case(subscription))
}

/// The runtime that `-InputObject` or `-ResourceId` names.
///
/// # Errors
/// `InvalidInput` for what no service shares, and for what is not an integration runtime.
pub async fn named(arm: &Arm<'_>) -> Result<RuntimePlace> {
    let arguments = arm.call.arguments();
    if let Some(id) = arguments.text("ResourceId") {
        return of_id("ResourceId", &id);
    }
    match arguments.value("InputObject") {
        Some(Value::String(id)) => of_id("InputObject", id),
        Some(object) => {
            if let Some(service) = owner::of_object(object) {
                refuse_service("InputObject", service)?;
            }
            match member_text(object, "SharedIntegrationRuntimeId") {
                Some(id) => of_id("InputObject", &id),
                None => RuntimePlace::of(arm).await,
            }
        }
        None => Err(Error::invalid(
            "InputObject",
            "Give the shared integration runtime with -InputObject or its resource id with -ResourceId.",
        )),
    }
}

/// The runtime with this id.
///
/// # Errors
/// As [`named`].
pub fn of_id(parameter: &str, id: &str) -> Result<RuntimePlace> {
    if let Some(service) = owner::of_id(id) {
        refuse_service(parameter, service)?;
    }
    RuntimePlace::from_id(Service::DataFactory, parameter, id)
}

/// Only data factories share.
///
/// # Errors
/// `InvalidInput` for any other service, with what to do instead.
pub fn refuse_service(parameter: &str, service: Service) -> Result<()> {
    let (whose, set) = match service {
        Service::DataFactory => return Ok(()),
        Service::Synapse => ("Synapse workspaces", "Set-AzSynapseIntegrationRuntime"),
        Service::Purview => ("Purview accounts", "Set-AzPurviewIntegrationRuntime"),
    };
    Err(Error::invalid(
        parameter,
        format!(
            "Azure shares integration runtimes between data factories only. {whose} cannot share theirs, nor use one \
             that is shared: create a self-hosted integration runtime there with {set}, and register nodes of its own."
        ),
    ))
}

/// Reads the shared runtime and checks that Azure lets others link to it.
///
/// # Errors
/// `InvalidInput` with the next step; what the service answers where the runtime cannot be read for another reason
/// than the caller's rights.
pub async fn read(work: &Work<'_>, place: RuntimePlace, force: bool) -> Result<Owner> {
    let arm = work.arm;
    let (resource, status, factory) = futures::join!(
        place.get(arm),
        status::ask(arm, &place),
        arm.get_object(place.parent.url(arm)),
    );
    match resource {
        Ok(resource) => refuse_unshareable(&place, &resource)?,
        Err(error) if is_refused(&error) => {
            not_seen(arm, "The shared integration runtime", &error).await?;
        }
        Err(error) => return Err(error),
    }
    let status = match status {
        Ok(status) => {
            check_nodes(&place, &status, force)?;
            Some(status)
        }
        Err(error) if is_refused(&error) => {
            not_seen(arm, "The status of the shared integration runtime", &error).await?;
            None
        }
        Err(error) => return Err(error),
    };
    let tenant = match factory {
        Ok(factory) => tenant(&factory),
        Err(error) if is_refused(&error) => {
            not_seen(
                arm,
                "The data factory of the shared integration runtime",
                &error,
            )
            .await?;
            None
        }
        Err(error) => return Err(error),
    };
    Ok(Owner {
        place,
        tenant,
        status,
    })
}

/// The tenant of a data factory's identity.
pub fn tenant(factory: &Value) -> Option<String> {
    factory
        .at("identity")
        .at("tenantId")
        .as_str()
        .map(str::to_lowercase)
}

/// Whether an error says no more than that the caller may not read something: the service decides then.
pub fn is_refused(error: &Error) -> bool {
    error.is_status(403)
}

/// Says that something was not read.
///
/// # Errors
/// `Cancelled`.
pub async fn not_seen(arm: &Arm<'_>, what: &str, error: &Error) -> Result<()> {
    arm.call
        .caller
        .verbose(format!(
            "{what} could not be read, so it was not checked: {error}"
        ))
        .await
}

fn refuse_unshareable(place: &RuntimePlace, resource: &RuntimeBody) -> Result<()> {
    match resource.kind() {
        Kind::SelfHosted => Ok(()),
        Kind::Linked => {
            let owner = resource.linked_info().and_then(|info| info.resource_id);
            let next = owner.map_or_else(
                || "Give the integration runtime that has the nodes.".to_owned(),
                |id| format!("Give the one that has the nodes: -ResourceId '{id}'."),
            );
            Err(not_shareable(format!(
                "{} is itself linked to another one, so it cannot be shared. {next} Nothing was changed.",
                place.called_first()
            )))
        }
        Kind::Managed | Kind::Unknown => Err(not_shareable(format!(
            "{} {} Nothing was changed.",
            messages::INVALID_SHARING,
            place.called_first() + " is not a self-hosted one."
        ))),
    }
}

fn not_shareable(message: String) -> Error {
    Error::new(ErrorKind::InvalidInput { parameter: None }, message).with_id("RuntimeNotShareable")
}

/// Azure was seen to refuse links to a runtime without a node that knows of sharing. Who insists leaves it to Azure.
fn check_nodes(place: &RuntimePlace, status: &RuntimeBody, force: bool) -> Result<()> {
    if force {
        return Ok(());
    }
    let nodes = status.nodes();
    let key = format!(
        "Get-AzDataFactoryV2IntegrationRuntimeKey -ResourceGroupName '{}' -DataFactoryName '{}' -Name '{}'",
        place.parent.resource_group, place.parent.name, place.name
    );
    if nodes.is_empty() {
        return Err(not_shareable(format!(
            "{} has no node, and Azure may refuse links to it (SharableIntegrationRuntimeUnSupportVersion). Register \
             a node first with a key of: {key}. Nothing was changed.",
            place.called_first()
        )));
    }
    let version = status
        .details()
        .at("version")
        .as_str()
        .or_else(|| nodes.iter().find_map(|node| node.at("version").as_str()));
    if let Some(version) = version.filter(|version| is_too_old(version)) {
        return Err(not_shareable(format!(
            "{} has version {version}, and sharing needs {}.{} or later \
             (SharableIntegrationRuntimeUnSupportVersion). Update the nodes first. Nothing was changed.",
            place.called_first(),
            SHARABLE.0,
            SHARABLE.1
        )));
    }
    let works = |node: &Value| {
        node.at("status").as_str().is_some_and(|own| {
            ["Online", "Limited"]
                .iter()
                .any(|good| good.eq_ignore_ascii_case(own))
        })
    };
    if nodes.iter().any(works) {
        return Ok(());
    }
    Err(not_shareable(format!(
        "No node of {} is online, so nothing would run on the linked integration runtimes. Start a node, or share it \
         all the same with -Force. Nothing was changed.",
        place.called()
    )))
}

/// Whether a version is one before sharing; what is not a version is not judged.
fn is_too_old(version: &str) -> bool {
    let mut parts = version.trim().split('.').map(str::parse::<u32>);
    match (parts.next(), parts.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor) < SHARABLE,
        _ => false,
    }
}

/// The error for a data factory for which no link is left.
pub fn no_link_left(place: &RuntimePlace) -> Error {
    Error::new(
        ErrorKind::InvalidState,
        format!(
            "{} has {MOST_LINKS} links, the most that Azure allows unless support raised it. Remove one that is not \
             needed: Get-AzIntegrationRuntimeShare -ResourceId '{}' lists them.",
            place.called_first(),
            place.id()
        ),
    )
}

/// The body of the action that enters a link on the shared side.
pub fn link_body(linked: &RuntimePlace, location: Option<&str>) -> Value {
    let mut body = json!({
        "name": linked.name,
        "subscriptionId": linked.parent.subscription,
        "dataFactoryName": linked.parent.name,
    });
    if let Some(location) = location {
        body["dataFactoryLocation"] = json!(location);
    }
    body
}

/// Whether an error says that there is no such runtime, factory or group.
pub fn is_gone(error: &Error) -> bool {
    place::is_missing(error) || error.is_status(404)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_before_sharing_are_too_old() {
        for (version, wanted) in [
            ("3.7.9999.1", true),
            ("2.10.1", true),
            ("3.8.6730.2", false),
            ("5.46.9029.1", false),
            ("unknown", false),
            ("", false),
        ] {
            assert_eq!(is_too_old(version), wanted, "{version}");
        }
    }

    #[test]
    fn a_link_is_that_of_one_runtime_of_one_factory() {
        let link = |subscription: Option<&str>| Link {
            name: Some("IR-a".into()),
            factory: Some("ADF-dev".into()),
            subscription: subscription.map(str::to_owned),
            created: None,
        };
        let place = RuntimePlace::from_id(
            Service::DataFactory,
            "Id",
            "/subscriptions/s1/resourceGroups/g/providers/Microsoft.DataFactory/factories/adf-dev/integrationRuntimes/\
             ir-a",
        )
        .unwrap();
        assert!(is_of(&link(None), &place) && is_of(&link(Some("S1")), &place));
        assert!(!is_of(&link(Some("s2")), &place));
        let mut other = place.clone();
        other.name = "ir-b".into();
        assert!(!is_of(&link(None), &other));
    }
}
