//! Leads a request to the service that answers it.
//!
//! The host and the first segments of the path decide. What a service does with its part of the path is its own.

use hyper::Method;

use crate::arm::{
    Call, assignments, authentication, definitions, groups, limits, metadata, operations,
    providers, subscriptions,
};
use crate::directory;
use crate::facts::purview::DOMAIN;
use crate::purview;
use crate::resource_graph;
use crate::services;
use crate::site::Site;
use crate::wire::{Answer, RateClass, RateLeft, Refusal, Reply, Request};
use crate::world::{Service, World};

/// Answers a request to the HTTPS port.
pub fn route(site: &Site, world: &mut World, request: &Request) -> Reply {
    if let Some(account) = purview_account(request) {
        return purview::route(site, world, request, account);
    }
    directory::route(site, world, request).unwrap_or_else(|| resource_manager(site, world, request))
}

/// Answers a request to the port of the managed identities.
pub fn route_identity(site: &Site, world: &mut World, request: &Request) -> Reply {
    directory::managed_identity::route(site, world, request)
}

/// Answers a request to Resource Manager.
fn resource_manager(site: &Site, world: &mut World, request: &Request) -> Reply {
    let mut left = None;
    let mut reply = answer(site, world, request, &mut left).unwrap_or_else(Refusal::into_reply);
    reply.rate = Some(rate_class(request));
    reply.left = left;
    reply
}

/// Returns whether `request` is one to Entra, by its address alone.
pub fn is_sign_in(request: &Request) -> bool {
    !is_resource_manager(request) && purview_account(request).is_none()
}

/// Whether `request` is one to Resource Manager, by its address alone.
pub fn is_resource_manager(request: &Request) -> bool {
    request
        .lower
        .first()
        .is_some_and(|first| ["subscriptions", "providers", "tenants"].contains(&first.as_str()))
}

/// Returns the class that `request` is counted in: that of its method, but for two actions of Data Factory that only
/// look.
///
/// The permission of these two is one to read. In Synapse they are actions, and count as writes.
pub fn rate_class(request: &Request) -> RateClass {
    match request.method {
        Method::GET | Method::HEAD => RateClass::Read,
        Method::DELETE => RateClass::Delete,
        Method::POST if request.lower == ["providers", "microsoft.resourcegraph", "resources"] => {
            RateClass::Read
        }
        Method::POST
            if request
                .lower
                .last()
                .is_some_and(|last| last == "getstatus" || last == "monitoringdata")
                && request
                    .lower
                    .get(5)
                    .is_some_and(|namespace| namespace == "microsoft.datafactory") =>
        {
            RateClass::Read
        }
        _ => RateClass::Write,
    }
}

fn answer(
    site: &Site,
    world: &mut World,
    request: &Request,
    left: &mut Option<RateLeft>,
) -> Answer {
    if request.lower == ["metadata", "endpoints"] {
        return metadata::endpoints(site, request);
    }
    let version = check_api_version(request)?;
    let caller = authentication::caller(site, world, request)?;
    world.settle();
    let subscription = match request.lower.as_slice() {
        [first, id, ..] if first == "subscriptions" => Some(id.as_str()),
        _ => None,
    };
    let class = rate_class(request);
    // Resource Graph has a quota of its own.
    let is_graph = request
        .lower
        .get(1)
        .is_some_and(|namespace| namespace == "microsoft.resourcegraph");
    let (principal, tenant) = (&caller.object_id, &caller.tenant);
    if !is_graph {
        *left = limits::draw(world, principal, tenant, subscription, class)?;
    }
    let call = &mut Call {
        world,
        request,
        caller,
    };
    let path: Vec<&str> = request.lower.iter().map(String::as_str).collect();
    let method = &request.method;

    // Role assignments and definitions hang below any scope, so the last such provider in the path decides.
    if let Some(at) = authorization_provider(&path) {
        let scope = request.id_until(at);
        return match (&path[at + 2..], method) {
            (["roleassignments"], &Method::GET) => assignments::list(call, &scope),
            (["roleassignments", _], _) => {
                assignments::one(call, &scope, &request.segments[at + 3])
            }
            (["roledefinitions"], &Method::GET) => definitions::list(call, &scope),
            (["roledefinitions", id], &Method::GET) => definitions::get(call, &scope, id),
            _ => Err(no_such_resource_type("Microsoft.Authorization", version)),
        };
    }
    dispatch(call, &path, version)
}

/// Leads an authenticated request to its operation, by the rest of its path.
fn dispatch(call: &mut Call<'_>, path: &[&str], version: &str) -> Answer {
    let request = call.request;
    match (path, &request.method) {
        (["tenants"], &Method::GET) => Ok(subscriptions::tenants(call)),
        (["subscriptions"], &Method::GET) => Ok(subscriptions::list(call)),
        (["subscriptions", id], &Method::GET) => subscriptions::get(call, id),
        (["subscriptions", id, "locations"], &Method::GET) => subscriptions::locations(call, id),
        (["subscriptions", id, "operationresults", token], &Method::GET) => {
            operations::result(call, id, token)
        }
        (["subscriptions", id, "resources"], &Method::GET) => {
            services::resources::list(call, id, None)
        }
        (["subscriptions", id, "resourcegroups", _, "resources"], &Method::GET) => {
            services::resources::list(call, id, Some(&request.segments[3]))
        }
        (["providers", "microsoft.resourcegraph", "resources"], &Method::POST) => {
            resource_graph::resources(call, version)
        }
        (["providers"], &Method::GET) => Ok(providers::tenant_list()),
        (["providers", namespace], &Method::GET) => providers::tenant_get(namespace),
        (["subscriptions", id, "providers"], &Method::GET) => providers::list(call, id),
        (["subscriptions", id, "providers", namespace], &Method::GET) => {
            providers::get(call, id, namespace)
        }
        (["subscriptions", id, "providers", namespace, "register"], &Method::POST) => {
            providers::register(call, id, namespace)
        }
        (["subscriptions", id, "resourcegroups"], &Method::GET) => groups::list(call, id),
        (["subscriptions", id, "resourcegroups", _], _) => {
            groups::one(call, id, &request.segments[3])
        }
        (["subscriptions", _, "providers", namespace, ..], _)
            if let Some(service) = Service::of(namespace) =>
        {
            check_provider_version(service, version)?;
            services::route_subscription(call, service)
        }
        (
            [
                "subscriptions",
                _,
                "resourcegroups",
                _,
                "providers",
                namespace,
                ..,
            ],
            _,
        ) if let Some(service) = Service::of(namespace) => {
            check_provider_version(service, version)?;
            services::route_group(call, service)
        }
        _ => Err(no_such_address(request, path)),
    }
}

/// A provider that is not there, or an address below none.
fn no_such_address(request: &Request, path: &[&str]) -> Refusal {
    let at = match path {
        ["subscriptions", _, "resourcegroups", _, "providers", _, ..] => 5,
        ["subscriptions", _, "providers", _, ..] => 3,
        _ => {
            return Refusal::gateway(
                404,
                "NotFound",
                format!(
                    "No HTTP resource was found that matches the request URI '{}'.",
                    request.path()
                ),
            );
        }
    };
    Refusal::gateway(
        404,
        "InvalidResourceNamespace",
        format!(
            "The resource namespace '{}' is invalid.",
            request.segments[at]
        ),
    )
}

/// Where the last `providers/Microsoft.Authorization` begins.
fn authorization_provider(path: &[&str]) -> Option<usize> {
    path.windows(2)
        .rposition(|pair| pair == ["providers", "microsoft.authorization"])
        .filter(|at| path.len() > at + 2)
}

fn no_such_resource_type(namespace: &str, version: &str) -> Refusal {
    Refusal::gateway(
        404,
        "InvalidResourceType",
        format!(
            "The resource type could not be found in the namespace '{namespace}' for api version '{version}'."
        ),
    )
}

/// The api-version, which every request must carry and which must look like one.
fn check_api_version(request: &Request) -> Result<&str, Refusal> {
    let Some(version) = request
        .query("api-version")
        .filter(|version| !version.is_empty())
    else {
        return Err(Refusal::gateway(
            400,
            "MissingApiVersionParameter",
            "The api-version query parameter (?api-version=) is required for all requests.",
        ));
    };
    let (date, suffix) = version.split_at_checked(10).unwrap_or((version, ""));
    let is_date = date.len() == 10
        && date.bytes().enumerate().all(|(at, byte)| {
            if at == 4 || at == 7 {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        });
    if is_date && (suffix.is_empty() || suffix.starts_with('-')) {
        Ok(version)
    } else {
        Err(Refusal::gateway(
            400,
            "InvalidApiVersionParameter",
            format!("The api-version '{version}' is invalid."),
        ))
    }
}

fn check_provider_version(service: Service, version: &str) -> Result<(), Refusal> {
    if service.api_versions().contains(&version) {
        Ok(())
    } else {
        Err(no_such_resource_type(service.namespace(), version))
    }
}

/// The account whose host was asked; `None` when it was another host.
fn purview_account(request: &Request) -> Option<&str> {
    let host = request.origin.strip_prefix("https://")?;
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    let name = host.strip_suffix('.').unwrap_or(host);
    let at = name.len().checked_sub(DOMAIN.len() + 1)?;
    let (account, rest) = name.split_at_checked(at)?;
    (rest.strip_prefix('.')?.eq_ignore_ascii_case(DOMAIN) && !account.contains('.'))
        .then_some(account)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_below_the_domain_is_an_accounts() {
        let account = |host: &str| {
            let origin = format!("https://{host}");
            let headers = hyper::HeaderMap::new();
            let request = Request::new(
                Method::GET,
                origin,
                "/".into(),
                headers,
                bytes::Bytes::new(),
            );
            purview_account(&request).map(str::to_owned)
        };
        for host in [
            "a-b.purview.localhost:1",
            "a-b.Purview.LocalHost",
            "a-b.purview.localhost.:1",
        ] {
            assert_eq!(account(host).as_deref(), Some("a-b"), "{host}");
        }
        for host in [
            "purview.localhost:1",
            "localhost:1",
            "a.b.purview.localhost",
            "a-purview.localhost",
            "a.purview.localhost.example",
            "[::1]:1",
        ] {
            assert_eq!(account(host), None, "{host}");
        }
    }
}
