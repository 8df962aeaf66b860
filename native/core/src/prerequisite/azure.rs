//! What Azure tells of the factory, workspace or account that the caller named: names for the tables, the addresses
//! that a runtime's status lists, the latest version.

use azir_azure::json::Lookup;
use serde_json::Value;

use super::finding::called;
use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    names,
    request::member_text,
    runtimes::{
        api,
        body::Kind,
        find, outbound,
        place::{ParentPlace, RuntimePlace},
        resource_id::{ParentId, RuntimeId},
        service::Service,
    },
};

/// The resources that the caller named, as far as Azure describes them.
#[derive(Clone, Debug, Default)]
pub struct NamedResources {
    /// The data factory and its region.
    pub factory: Option<(String, String)>,
    /// The Purview account.
    pub account: Option<Account>,
    /// The runtime.
    pub runtime: Option<Named>,
}

/// A Purview account.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its name.
    pub name: String,
    /// Its managed storage account.
    pub storage: Option<String>,
    /// Its managed event hub namespace.
    pub event_hub: Option<String>,
}

/// A runtime that the caller named.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// Its name.
    pub runtime: String,
    /// The latest version of the nodes' software.
    pub latest: Option<String>,
    /// The machines of its nodes.
    pub machines: Vec<String>,
    /// The addresses that its nodes need: what for, domain, port.
    pub addresses: Vec<(String, String, u16)>,
    /// Whether Azure runs its nodes.
    pub managed: bool,
}

impl Named {
    /// Whether the machine of this name is one of its nodes.
    #[must_use]
    pub fn has_machine(&self, machine: &str) -> bool {
        // A node may know its machine with the domain.
        let short = |name: &str| {
            let first = name.split('.').next().unwrap_or_default();
            first.to_ascii_lowercase()
        };
        self.machines.iter().any(|own| short(own) == short(machine))
    }
}

/// What the caller named, before Azure was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    parent: Parent,
    runtime: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Parent {
    Id(ParentId),
    Name { group: Option<String>, name: String },
}

/// Reads what the caller named; nothing where nothing was.
fn asked(call: &Call, service: Service) -> Result<Option<Asked>> {
    let arguments = call.arguments();
    for other in Service::ALL.into_iter().filter(|own| *own != service) {
        let parameter = other.parent_name();
        if arguments.is_bound(parameter) {
            return Err(Error::invalid(
                parameter,
                format!(
                    "-{parameter} goes with -For {}, and -For is {}.",
                    other.short_name(),
                    service.short_name()
                ),
            ));
        }
    }
    let runtime = arguments.filled("IntegrationRuntimeName");
    if let Some(name) = &runtime {
        names::runtime("IntegrationRuntimeName", name)?;
    }
    if let Some(id) = arguments.filled("ResourceId") {
        return from_id("ResourceId", service, &id, runtime).map(Some);
    }
    if let Some(object) = arguments.value("InputObject") {
        let id = ["Id", "DataFactoryId", "ResourceId"]
            .into_iter()
            .find_map(|name| member_text(object, name))
            .ok_or_else(|| {
                Error::invalid(
                    "InputObject",
                    "The object given as -InputObject has no Id: it is no data factory, workspace, account or \
                     integration runtime.",
                )
            })?;
        return from_id("InputObject", service, &id, runtime).map(Some);
    }
    let parameter = service.parent_name();
    let group = arguments.filled("ResourceGroupName");
    let Some(name) = arguments.filled(parameter) else {
        for lone in ["IntegrationRuntimeName", "ResourceGroupName"] {
            if arguments.is_bound(lone) {
                return Err(Error::invalid(
                    lone,
                    format!("-{lone} alone names nothing: give -{parameter} too."),
                ));
            }
        }
        return Ok(None);
    };
    if let Some(group) = &group {
        names::resource_group("ResourceGroupName", group)?;
    }
    match service {
        Service::DataFactory => names::factory(parameter, &name)?,
        Service::Synapse => names::workspace(parameter, &name)?,
        Service::Purview => names::account(parameter, &name)?,
    }
    Ok(Some(Asked {
        parent: Parent::Name { group, name },
        runtime,
    }))
}

/// What has this id, which is to be of `service`; the id may be that of a runtime.
fn from_id(parameter: &str, service: Service, id: &str, runtime: Option<String>) -> Result<Asked> {
    let parse = |service: Service| -> Option<Asked> {
        if let Ok(own) = ParentId::parse(service, parameter, id) {
            return Some(Asked {
                parent: Parent::Id(own),
                runtime: None,
            });
        }
        let own = RuntimeId::parse(service, parameter, id).ok()?;
        Some(Asked {
            parent: Parent::Id(ParentId {
                service,
                subscription: own.subscription,
                resource_group: own.resource_group,
                name: own.parent,
            }),
            runtime: Some(own.name),
        })
    };
    if let Some(own) = parse(service) {
        return Ok(Asked {
            runtime: runtime.or(own.runtime),
            ..own
        });
    }
    let others = Service::ALL.into_iter().find(|own| parse(*own).is_some());
    Err(Error::invalid(
        parameter,
        match others {
            Some(other) => format!(
                "'{id}' is of {}, and -For is {}.",
                called(other),
                service.short_name()
            ),
            None => format!(
                "'{id}' is not the resource id of a data factory, workspace, account or integration runtime."
            ),
        },
    ))
}

/// Asks Azure for what the caller named; without names no sign-in is needed.
///
/// # Errors
/// `InvalidInput` for names that do not fit, what the service answers otherwise.
pub async fn ask(call: &Call, service: Service) -> Result<Option<NamedResources>> {
    let Some(asked) = asked(call, service)? else {
        return Ok(None);
    };
    let arm = Arm::connect(call).await?;
    let place = match asked.parent {
        Parent::Id(id) => ParentPlace::from_id(id)?,
        Parent::Name {
            group: Some(resource_group),
            name,
        } => ParentPlace {
            service,
            subscription: arm.subscription()?.to_owned(),
            resource_group,
            name,
        },
        Parent::Name { group: None, name } => find::by_name(&arm, service, &name).await?,
    };
    let resource = arm.get(place.url(&arm)).await?;
    let mut resources = NamedResources::default();
    match service {
        Service::Purview => resources.account = Some(account(&place, &resource)),
        Service::DataFactory => resources.factory = factory(&place, &resource),
        Service::Synapse => (),
    }
    if let Some(name) = asked.runtime {
        let place = RuntimePlace {
            parent: place,
            name,
        };
        resources.runtime = Some(runtime(&arm, place).await?);
    }
    Ok(Some(resources))
}

/// The factory's name and region, as they stand in its address.
fn factory(place: &ParentPlace, resource: &Value) -> Option<(String, String)> {
    let name = resource.at("name").as_str().unwrap_or(&place.name);
    let region: String = resource
        .at("location")
        .as_str()?
        .split_whitespace()
        .collect();
    (!region.is_empty()).then(|| (name.to_owned(), region.to_ascii_lowercase()))
}

fn account(place: &ParentPlace, resource: &Value) -> Account {
    let managed = resource.at("properties").at("managedResources");
    let last = |name: &str| {
        managed
            .at(name)
            .as_str()
            .and_then(|id| id.trim_end_matches('/').rsplit('/').next())
            .filter(|last| !last.is_empty())
            .map(str::to_owned)
    };
    Account {
        name: resource
            .at("name")
            .as_str()
            .unwrap_or(&place.name)
            .to_owned(),
        storage: last("storageAccount"),
        event_hub: last("eventHubNamespace"),
    }
}

/// What the status of the named runtime tells.
async fn runtime(arm: &Arm<'_>, place: RuntimePlace) -> Result<Named> {
    let runtimes = api::connect(arm, &place.parent).await?;
    let answer = runtimes.status(&place.name).await?;
    // A status says its kind as a resource does.
    if answer.kind() == Kind::Managed {
        let addresses = if place.parent.service == Service::Purview {
            Vec::new()
        } else {
            outbound_addresses(&outbound::ask(arm, &place).await?)
        };
        return Ok(Named {
            runtime: place.name,
            addresses,
            managed: true,
            ..Named::default()
        });
    }
    let details = answer.details();
    let list = |name: &str| details.at(name).as_array().into_iter().flatten();
    let addresses = list("serviceUrls")
        .filter_map(|own| service_address(own.as_str()?))
        .map(|(host, port)| ("Service address of the runtime".to_owned(), host, port))
        .collect();
    let machines = list("nodes")
        .filter_map(|own| own.at("machineName").as_str())
        .map(str::to_owned)
        .collect();
    Ok(Named {
        runtime: place.name,
        latest: details.at("latestVersion").as_str().map(str::to_owned),
        machines,
        addresses,
        managed: false,
    })
}

/// Host and port of one of a runtime's service addresses, which come with and without a scheme.
fn service_address(text: &str) -> Option<(String, u16)> {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let authority = rest.split(['/', '?']).next()?.trim();
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) => (host, port.parse().ok()?),
        None => (authority, 443),
    };
    (!host.is_empty()).then(|| (host.to_owned(), port))
}

/// Each domain and port of an Azure-SSIS runtime's outbound dependencies, with its category.
fn outbound_addresses(categories: &[Value]) -> Vec<(String, String, u16)> {
    let list = |value: &'_ Value| value.as_array().cloned().unwrap_or_default();
    let mut addresses = Vec::new();
    for category in categories {
        let what = category
            .at("category")
            .as_str()
            .unwrap_or("Outbound dependency");
        for endpoint in list(category.at("endpoints")) {
            let Some(domain) = endpoint.at("domainName").as_str() else {
                continue;
            };
            for details in list(endpoint.at("endpointDetails")) {
                let port = details
                    .at("port")
                    .as_u64()
                    .and_then(|own| u16::try_from(own).ok());
                addresses.push((what.to_owned(), domain.to_owned(), port.unwrap_or(443)));
            }
        }
    }
    addresses
}
