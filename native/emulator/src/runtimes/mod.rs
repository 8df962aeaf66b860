//! Integration runtimes of Data Factory and Synapse: documents, status, nodes, keys, links and operations.
//!
//! The services differ in little. [`Place`] knows which service a request is for. Purview's documents are in
//! [`crate::purview`].

mod body;
mod catalog;
mod changes;
mod connection;
mod dependencies;
mod documents;
pub mod interactive;
pub mod keys;
pub mod lifecycle;
mod links;
mod monitoring;
mod names;
pub mod nodes;
pub mod operations;
mod place;
mod secrets;
pub mod status;

use hyper::Method;

use crate::arm::Call;
use crate::clock;
use crate::wire::Answer;
use crate::world::{Runtime, Service};

pub use body::Kind;
pub use documents::DEFAULT;
pub use documents::{
    build, check_if_match, default_runtime, is_match, new, planted, shared_id, show,
};
pub use keys::find_by_key;
pub use names::is_resource_name;
pub use place::Place;
pub use secrets::{keep as keep_secrets, masked as masked_secrets};

/// The version of the self-hosted runtime that is the newest.
pub const LATEST_VERSION: &str = "5.50.9171.1";

/// Whether it is a managed runtime without machines of its own.
pub fn is_azure(runtime: &Runtime) -> bool {
    runtime.lifecycle.is_none() && body::kind(&runtime.properties) == Some(body::Kind::Managed)
}

/// Answers below `…/integrationRuntimes`, where `path` is the rest in lower case.
///
/// `None` when there is no such address.
pub fn route(call: &mut Call<'_>, place: &Place, path: &[&str]) -> Option<Answer> {
    Some(match path {
        [] if call.request.method == Method::GET => documents::list(call, place),
        [_] => documents::one(call, place),
        [_, rest @ ..] => return runtime(call, place, rest),
        [] => return None,
    })
}

/// What can be asked of one runtime.
fn runtime(call: &mut Call<'_>, place: &Place, path: &[&str]) -> Option<Answer> {
    // Only factories share their runtimes.
    let shares = place.service == Service::DataFactory;
    let post = call.request.method == Method::POST;
    let get = call.request.method == Method::GET;
    Some(match path {
        ["getstatus"] if post => status::get(call, place),
        ["listauthkeys"] if post => keys::list(call, place),
        ["regenerateauthkey"] if post => keys::regenerate(call, place),
        ["removelinks"] if post && shares => links::remove(call, place),
        ["linkedintegrationruntime"] if post && shares => links::create(call, place),
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
        _ => return None,
    })
}

/// Lets what is due happen to the runtime in the path, or to all of the factory or workspace when there is none.
fn settle(call: &mut Call<'_>, place: &Place) {
    let Some(parent) = call.world.parents.get_mut(&place.parent_key) else {
        return;
    };
    let now = clock::now_ms();
    let mut changed = false;
    let mut finish = |runtime: &mut Runtime| changed |= operations::finish(runtime, now);
    if place.runtime.is_empty() {
        parent.runtimes.values_mut().for_each(&mut finish);
    } else if let Some(runtime) = parent.runtimes.get_mut(&place.runtime.to_ascii_lowercase()) {
        finish(runtime);
    }
    call.world.changed |= changed;
}
