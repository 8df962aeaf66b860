//! Data factories, Synapse workspaces and Purview accounts as resources, and the routes below them.

mod accounts;
mod checks;
mod documents;
mod factories;
mod identity;
mod operations;
pub mod resources;
mod workspaces;

use std::ops::Bound;

use hyper::Method;
use serde_json::Value;

use crate::arm::{self, Call, paging};
use crate::runtimes::{self, Place};
use crate::wire::{Answer, Refusal};
use crate::world::{Parent, Runtime, Service};

/// Answers below `/subscriptions/{id}/providers/{namespace}`.
pub fn route_subscription(call: &mut Call<'_>, service: Service) -> Answer {
    let path: Vec<&str> = call.request.lower[4..].iter().map(String::as_str).collect();
    match (path.as_slice(), &call.request.method) {
        ([collection], &Method::GET) if *collection == service.collection() => {
            list(call, service, None)
        }
        _ => Err(unknown(call, service)),
    }
}

/// Answers below `/subscriptions/{id}/resourceGroups/{name}/providers/{namespace}`.
pub fn route_group(call: &mut Call<'_>, service: Service) -> Answer {
    let planted = shows_planted(call, service);
    let answer = answer(call, service);
    if !planted {
        return answer;
    }
    // What is sent to such a runtime was read from it, so that a refusal is marked too.
    let mut reply = answer.unwrap_or_else(Refusal::into_reply);
    reply.planted = true;
    Ok(reply)
}

/// Whether the address is that of a planted runtime, or of a list with one in it.
fn shows_planted(call: &Call<'_>, service: Service) -> bool {
    let depth = call.request.lower.len();
    let is_runtime = call
        .request
        .lower
        .get(8)
        .is_some_and(|collection| collection == "integrationruntimes");
    if !call.world.has_planted || !is_runtime {
        return false;
    }
    let place = Place::new(service, call.request);
    let Some(parent) = call.world.parents.get(&place.parent_key) else {
        return false;
    };
    let is_planted = |runtime: &Runtime| runtime.planted || runtime.planted_status.is_some();
    if depth == 9 {
        return parent.runtimes.values().any(is_planted);
    }
    parent
        .runtimes
        .get(&place.runtime.to_ascii_lowercase())
        .is_some_and(is_planted)
}

fn answer(call: &mut Call<'_>, service: Service) -> Answer {
    let request = call.request;
    let path: Vec<&str> = request.lower[6..].iter().map(String::as_str).collect();
    let [collection, path @ ..] = path.as_slice() else {
        return Err(unknown(call, service));
    };
    if *collection != service.collection() {
        return Err(unknown(call, service));
    }
    if path.is_empty() && request.method == Method::GET {
        return list(call, service, Some(&request.segments[3]));
    }
    let place = &Place::new(service, request);
    match (service, path) {
        (Service::DataFactory, [_]) => factories::one(call, place),
        (Service::Synapse, [_]) => workspaces::one(call, place),
        (Service::Purview, [_]) => accounts::one(call, place),
        (Service::Synapse | Service::Purview, [_, "operationstatuses", id])
            if request.method == Method::GET =>
        {
            operations::status(call, place, id)
        }
        (Service::Synapse | Service::Purview, [_, "operationresults", id])
            if request.method == Method::GET =>
        {
            operations::result(call, place, id)
        }
        (Service::DataFactory | Service::Synapse, [_, "integrationruntimes", rest @ ..]) => {
            runtimes::route(call, place, rest).unwrap_or_else(|| Err(unknown(call, service)))
        }
        (Service::DataFactory, [_, "linkedservices", rest @ ..]) => {
            documents::route(call, documents::Kind::LinkedService, place, rest)
                .unwrap_or_else(|| Err(unknown(call, service)))
        }
        (Service::DataFactory, [_, "credentials", rest @ ..]) => {
            documents::route(call, documents::Kind::Credential, place, rest)
                .unwrap_or_else(|| Err(unknown(call, service)))
        }
        _ => Err(unknown(call, service)),
    }
}

/// Gives a new workspace or account what its service makes for it; `creator` is a name and an object id.
pub fn furnish(parent: &mut Parent, creator: (&str, &str)) {
    match parent.service {
        Service::DataFactory => {}
        Service::Synapse => workspaces::furnish(parent, creator.1),
        Service::Purview => accounts::furnish(parent, creator),
    }
}

/// What a subscription has of a service, or one group in it.
fn list(call: &mut Call<'_>, service: Service, group: Option<&str>) -> Answer {
    let subscription = call.subscription(&call.request.segments[1])?;
    let scope = call.request.id_until(if group.is_some() { 4 } else { 2 });
    call.require(&format!("{}/read", service.kind()), &scope)?;
    arm::check_registered(subscription, service)?;
    if let Some(group) = group {
        call.group(&subscription.id, group)?;
    }
    let within = format!("{}/", scope.to_ascii_lowercase());
    let start =
        paging::after(call.request)?.map_or(Bound::Included(within.clone()), Bound::Excluded);
    let found = call
        .world
        .parents
        .range((start, Bound::Unbounded))
        .take_while(|(key, _)| key.starts_with(&within))
        .filter(|(_, parent)| parent.service == service);
    Ok(paging::page(
        call.request,
        call.world.settings.page_size,
        found,
        |parent| show(call, parent),
    ))
}

/// Returns the resource as its service shows it.
pub fn show(call: &Call<'_>, parent: &Parent) -> Value {
    match parent.service {
        Service::DataFactory => factories::show(parent),
        Service::Synapse => workspaces::show(parent),
        Service::Purview => accounts::show(parent, &call.request.origin),
    }
}

fn unknown(call: &Call<'_>, service: Service) -> Refusal {
    Refusal::gateway(
        404,
        "InvalidResourceType",
        format!(
            "The resource type could not be found in the namespace '{}' for api version '{}'.",
            service.namespace(),
            call.request.query("api-version").unwrap_or_default()
        ),
    )
}
