//! What Azure tells of the factory, workspace or account that the caller named: names for the tables, the addresses
//! that a runtime's status lists, the latest version.

use azure_core::http::Url;
use serde_json::Value;

use super::finding::Service;
use crate::{
    Call,
    arm::{client::Arm, paging::Pages},
    error::{Error, ErrorKind, Result},
    request::member_text,
    runtimes::{
        outbound,
        place::{ParentPlace, RuntimePlace},
        service, status,
    },
};

/// What was named, as far as Azure told of it.
#[derive(Clone, Debug, Default)]
pub struct Told {
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
struct Place {
    service: Service,
    subscription: Option<String>,
    group: Option<String>,
    parent: String,
    runtime: Option<String>,
}

/// Where the services keep what holds runtimes: namespace, collection, API version.
fn provider(service: Service) -> (&'static str, &'static str, &'static str) {
    let of = |own: service::Service| (own.namespace(), own.collection(), own.api_version());
    match service {
        Service::DataFactory => of(service::Service::DataFactory),
        Service::Synapse => of(service::Service::Synapse),
        Service::Purview => ("Microsoft.Purview", "accounts", "2021-12-01"),
    }
}

/// The parameter that names what holds a service's runtimes.
#[must_use]
pub fn parent_parameter(service: Service) -> &'static str {
    match service {
        Service::DataFactory => "DataFactoryName",
        Service::Synapse => "WorkspaceName",
        Service::Purview => "AccountName",
    }
}

const SERVICES: [Service; 3] = [Service::DataFactory, Service::Synapse, Service::Purview];

/// Reads what the caller named; nothing where nothing was.
fn place(call: &Call, service: Service) -> Result<Option<Place>> {
    let arguments = call.arguments();
    for other in SERVICES.into_iter().filter(|own| *own != service) {
        let parameter = parent_parameter(other);
        if arguments.is_bound(parameter) {
            return Err(Error::invalid(
                parameter,
                format!(
                    "-{parameter} goes with -For {}, and -For is {}.",
                    other.name(),
                    service.name()
                ),
            ));
        }
    }
    let runtime = arguments.filled("IntegrationRuntimeName");
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
    let parameter = parent_parameter(service);
    let Some(parent) = arguments.filled(parameter) else {
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
    Ok(Some(Place {
        service,
        subscription: None,
        group: arguments.filled("ResourceGroupName"),
        parent,
        runtime,
    }))
}

/// The place with this id, which has to be of `service`.
fn from_id(parameter: &str, service: Service, id: &str, runtime: Option<String>) -> Result<Place> {
    let parts: Vec<&str> = id.split('/').filter(|part| !part.is_empty()).collect();
    let same = |own: &str, wanted: &str| own.eq_ignore_ascii_case(wanted);
    let (whose, subscription, group, parent, rest) = match parts.as_slice() {
        [
            s,
            subscription,
            g,
            group,
            p,
            namespace,
            collection,
            parent,
            rest @ ..,
        ] if same(s, "subscriptions") && same(g, "resourceGroups") && same(p, "providers") => {
            let whose = SERVICES.into_iter().find(|own| {
                let (own, kind, _) = provider(*own);
                same(namespace, own) && same(collection, kind)
            });
            (whose, *subscription, *group, *parent, rest)
        }
        _ => (None, "", "", "", &[][..]),
    };
    let wrong = |text: String| Err(Error::invalid(parameter, text));
    let own = match rest {
        [] => None,
        [kind, name] if same(kind, "integrationRuntimes") => Some((*name).to_owned()),
        _ => {
            return wrong(format!(
                "'{id}' is not the resource id of a data factory, workspace, account or integration runtime."
            ));
        }
    };
    match whose {
        Some(whose) if whose == service => Ok(Place {
            service,
            subscription: Some(subscription.to_owned()),
            group: Some(group.to_owned()),
            parent: parent.to_owned(),
            runtime: runtime.or(own),
        }),
        Some(whose) => wrong(format!(
            "'{id}' is of {}, and -For is {}.",
            whose.called(),
            service.name()
        )),
        None => wrong(format!(
            "'{id}' is not the resource id of a data factory, workspace, account or integration runtime."
        )),
    }
}

/// Asks Azure for what the caller named; nobody has to be signed in where nothing was.
///
/// # Errors
/// `InvalidInput` for names that do not fit, what the service answers otherwise.
pub async fn ask(call: &Call, service: Service) -> Result<Option<Told>> {
    let Some(place) = place(call, service)? else {
        return Ok(None);
    };
    let arm = Arm::connect(call).await?;
    let resource = parent(&arm, &place).await?;
    let told = match service {
        Service::Purview => Told {
            account: Some(account(&place, &resource)),
            ..Told::default()
        },
        Service::DataFactory | Service::Synapse => {
            let name = resource["name"].as_str().unwrap_or(&place.parent);
            let region = resource["location"].as_str().unwrap_or_default();
            let region: String = region.split_whitespace().collect();
            let factory = (service == Service::DataFactory && !region.is_empty())
                .then(|| (name.to_owned(), region.to_ascii_lowercase()));
            Told {
                factory,
                runtime: runtime(&arm, &place, &resource).await?,
                account: None,
            }
        }
    };
    Ok(Some(told))
}

fn account(place: &Place, resource: &Value) -> Account {
    let managed = &resource["properties"]["managedResources"];
    let last = |name: &str| {
        managed[name]
            .as_str()
            .and_then(|id| id.rsplit('/').next())
            .filter(|last| !last.is_empty())
            .map(str::to_owned)
    };
    Account {
        name: resource["name"]
            .as_str()
            .unwrap_or(&place.parent)
            .to_owned(),
        storage: last("storageAccount"),
        event_hub: last("eventHubNamespace"),
    }
}

/// The factory, workspace or account: in its group, or the one of its name in the subscription.
async fn parent(arm: &Arm<'_>, place: &Place) -> Result<Value> {
    let (namespace, collection, version) = provider(place.service);
    let subscription = match &place.subscription {
        Some(own) => own.as_str(),
        None => arm.subscription()?,
    };
    let url = |middle: &[&str], last: &[&str]| -> Url {
        let parts = [
            &["subscriptions", subscription],
            middle,
            &["providers", namespace, collection],
            last,
        ]
        .concat();
        arm.url(&parts, version)
    };
    if let Some(group) = &place.group {
        return arm
            .get(url(&["resourceGroups", group], &[&place.parent]))
            .await;
    }
    let mut found = Vec::new();
    let mut pages = Pages::new(arm, url(&[], &[]));
    while let Some(members) = pages.next().await? {
        found.extend(members.into_iter().filter(|own| {
            own["name"]
                .as_str()
                .is_some_and(|name| name.eq_ignore_ascii_case(&place.parent))
        }));
    }
    let parameter = parent_parameter(place.service);
    match (found.len(), found.pop()) {
        (1, Some(one)) => Ok(one),
        (0, _) => Err(Error::new(
            ErrorKind::NotFound,
            format!(
                "There is no '{}' for -{parameter} in subscription '{subscription}', or it is not yours to see. Check the \
                 name; Get-AzContext shows the subscription.",
                place.parent
            ),
        )),
        (count, _) => Err(Error::invalid(
            parameter,
            format!(
                "{count} in subscription '{subscription}' have the name '{}': give -ResourceGroupName too.",
                place.parent
            ),
        )),
    }
}

/// What the status of the named runtime tells.
async fn runtime(arm: &Arm<'_>, place: &Place, resource: &Value) -> Result<Option<Named>> {
    let Some(name) = &place.runtime else {
        return Ok(None);
    };
    let kind = match place.service {
        Service::Synapse => service::Service::Synapse,
        _ => service::Service::DataFactory,
    };
    // An id has the casing and the group that names may not have.
    let id = resource["id"].as_str().unwrap_or_default();
    let own = from_id("ResourceId", place.service, id, None).unwrap_or_else(|_| place.clone());
    let runtime = RuntimePlace {
        parent: ParentPlace {
            service: kind,
            subscription: own.subscription.unwrap_or_default(),
            resource_group: own.group.unwrap_or_default(),
            name: own.parent,
        },
        name: name.clone(),
    };
    let answer = status::ask(arm, &runtime).await?;
    let status = &answer["properties"];
    if status["type"].as_str() == Some("Managed") {
        return Ok(Some(Named {
            runtime: name.clone(),
            addresses: outbound_addresses(&outbound::ask(arm, &runtime).await?),
            managed: true,
            ..Named::default()
        }));
    }
    let details = &status["typeProperties"];
    let texts = |value: &Value, member: &str| -> Vec<String> {
        value
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|own| {
                let text = if member.is_empty() { own } else { &own[member] };
                text.as_str().map(str::to_owned)
            })
            .collect()
    };
    let addresses = texts(&details["serviceUrls"], "")
        .iter()
        .filter_map(|own| service_address(own))
        .map(|(host, port)| ("Service address of the runtime".to_owned(), host, port))
        .collect();
    Ok(Some(Named {
        runtime: name.clone(),
        latest: details["latestVersion"].as_str().map(str::to_owned),
        machines: texts(&details["nodes"], "machineName"),
        addresses,
        managed: false,
    }))
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
        let what = category["category"]
            .as_str()
            .unwrap_or("Outbound dependency");
        for endpoint in list(&category["endpoints"]) {
            let Some(domain) = endpoint["domainName"].as_str() else {
                continue;
            };
            for details in list(&endpoint["endpointDetails"]) {
                let port = details["port"]
                    .as_u64()
                    .and_then(|own| u16::try_from(own).ok());
                addresses.push((what.to_owned(), domain.to_owned(), port.unwrap_or(443)));
            }
        }
    }
    addresses
}
