//! Data Factory: factories, integration runtimes, their nodes, keys and links.

mod body;
mod catalog;
mod connection;
mod dependencies;
mod factories;
mod interactive;
pub mod lifecycle;
pub mod links;
mod monitoring;
mod names;
pub mod nodes;
mod operations;
mod place;
pub mod runtimes;
mod secrets;
pub mod status;

mod keys;

use hyper::Method;

use crate::arm::Call;
use crate::clock;
use crate::wire::{Answer, Refusal};
use crate::world::Runtime;
use place::Place;

/// The api-versions that the provider lists.
pub const API_VERSIONS: [&str; 2] = ["2018-06-01", "2017-09-01-preview"];

/// The version of the self-hosted runtime that is the newest.
pub const LATEST_VERSION: &str = "5.50.9171.1";

/// Answers below `/subscriptions/{id}/providers/Microsoft.DataFactory`.
pub fn route_subscription(call: &mut Call<'_>) -> Answer {
    let path: Vec<&str> = call.request.lower[4..].iter().map(String::as_str).collect();
    match (path.as_slice(), &call.request.method) {
        (["factories"], &Method::GET) => factories::list(call, None),
        _ => Err(unknown(call)),
    }
}

/// Answers below `/subscriptions/{id}/resourceGroups/{name}/providers/Microsoft.DataFactory`.
pub fn route_group(call: &mut Call<'_>) -> Answer {
    let planted = shows_planted(call);
    let answer = answer(call);
    if !planted {
        return answer;
    }
    // What is sent to such a runtime was read from it, so that a refusal is marked too.
    let mut reply = answer.unwrap_or_else(Refusal::into_reply);
    reply.planted = true;
    Ok(reply)
}

/// Whether the address is that of a planted runtime, or of a list with one in it.
fn shows_planted(call: &Call<'_>) -> bool {
    let depth = call.request.lower.len();
    if !call.world.has_planted || depth < 9 {
        return false;
    }
    let place = Place::new(call.request);
    let Some(factory) = call.world.factories.get(&place.factory_key) else {
        return false;
    };
    let is_planted = |runtime: &Runtime| runtime.planted || runtime.planted_status.is_some();
    if depth == 9 {
        return factory.runtimes.values().any(is_planted);
    }
    factory
        .runtimes
        .get(&place.runtime.to_ascii_lowercase())
        .is_some_and(is_planted)
}

fn answer(call: &mut Call<'_>) -> Answer {
    let request = call.request;
    let path: Vec<&str> = request.lower[6..].iter().map(String::as_str).collect();
    let method = &request.method;
    match (path.as_slice(), method) {
        (["factories"], &Method::GET) => factories::list(call, Some(&request.segments[3])),
        (["factories", _], _) => factories::one(call, &Place::new(request)),
        (["factories", _, "integrationruntimes"], &Method::GET) => {
            runtimes::list(call, &Place::new(request))
        }
        (["factories", _, "integrationruntimes", _], _) => {
            runtimes::one(call, &Place::new(request))
        }
        (["factories", _, "integrationruntimes", _, rest @ ..], _) => {
            runtime(call, &Place::new(request), rest)
        }
        _ => Err(unknown(call)),
    }
}

/// What can be asked of one runtime.
fn runtime(call: &mut Call<'_>, place: &Place, path: &[&str]) -> Answer {
    let post = call.request.method == Method::POST;
    let get = call.request.method == Method::GET;
    match path {
        ["getstatus"] if post => status::get(call, place),
        ["listauthkeys"] if post => keys::list(call, place),
        ["regenerateauthkey"] if post => keys::regenerate(call, place),
        ["removelinks"] if post => links::remove(call, place),
        ["linkedintegrationruntime"] if post => links::create(call, place),
        ["getconnectioninfo"] if post => connection::info(call, place),
        ["synccredentials"] if post => connection::sync_credentials(call, place),
        ["monitoringdata"] if post => monitoring::data(call, place),
        ["upgrade"] if post => nodes::upgrade(call, place),
        ["outboundnetworkdependenciesendpoints"] if get => dependencies::list(call, place),
        ["start"] if post => lifecycle::start(call, place),
        ["stop"] if post => lifecycle::stop(call, place),
        ["enableinteractivequery"] if post => interactive::enable(call, place),
        ["disableinteractivequery"] if post => interactive::disable(call, place),
        ["refreshobjectmetadata"] if post => catalog::refresh(call, place),
        ["getobjectmetadata"] if post => catalog::list(call, place),
        // The link to the next page is a GET for some clients.
        ["getobjectmetadata"] if get && call.request.query("$skipToken").is_some() => {
            catalog::list(call, place)
        }
        [action, "operationstatuses", id] if get => operations::status(call, place, action, id),
        [action, "operationresults", id] if get => operations::result(call, place, action, id),
        ["nodes", node] => nodes::one(call, place, node),
        ["nodes", node, "ipaddress"] if post => nodes::ip_address(call, place, node),
        _ => Err(unknown(call)),
    }
}

/// Lets what is due happen to the runtime in the path, or to all of the factory when there is none.
fn settle(call: &mut Call<'_>, place: &Place) {
    let Some(factory) = call.world.factories.get_mut(&place.factory_key) else {
        return;
    };
    let now = clock::now_ms();
    let mut changed = false;
    let mut finish = |runtime: &mut Runtime| changed |= operations::finish(runtime, now);
    if place.runtime.is_empty() {
        factory.runtimes.values_mut().for_each(&mut finish);
    } else if let Some(runtime) = factory
        .runtimes
        .get_mut(&place.runtime.to_ascii_lowercase())
    {
        finish(runtime);
    }
    call.world.changed |= changed;
}

fn unknown(call: &Call<'_>) -> Refusal {
    Refusal::gateway(
        404,
        "InvalidResourceType",
        format!(
            "The resource type could not be found in the namespace 'Microsoft.DataFactory' for api version '{}'.",
            call.request.query("api-version").unwrap_or_default()
        ),
    )
}
