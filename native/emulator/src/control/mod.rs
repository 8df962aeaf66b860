//! The control plane. It changes nodes, odd runtimes, sign-in, faults, settings and time, and lists requests.
//!
//! It needs no sign-in, and its own requests are not recorded.

mod accounts;
mod faults;
mod journal;
mod nodes;
mod redaction;
mod runtimes;
mod settings;
mod sign_in;

use hyper::Method;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

pub use faults::{Faults, Plan};
pub use journal::{Exchange, Journal};

use crate::clock;
use crate::seed::{self, Fleet, Growth};
use crate::site::Site;
use crate::wire::{Reply, Request};
use crate::world::World;

/// What the control plane works on.
pub struct Controls<'a> {
    pub site: &'a Site,
    pub world: &'a mut World,
    pub faults: &'a mut Faults,
    pub journal: &'a mut Journal,
}

/// A refusal: status and words.
pub struct Complaint(pub u16, pub String);

/// Answers a request below `/emulator`; `true` beside it when the emulator shall end.
pub fn route(controls: &mut Controls<'_>, request: &Request) -> (Reply, bool) {
    let path: Vec<&str> = request.lower[1..].iter().map(String::as_str).collect();
    let mut end = false;
    controls.world.settle();
    let answer = match (path.as_slice(), &request.method) {
        (["nodes"], &Method::POST) => nodes::register(controls.world, request),
        (["nodes"], &Method::PATCH) => nodes::change(controls.world, request),
        (["faults"], &Method::POST) => read(request)
            .and_then(|rule| controls.faults.add(rule))
            .map(|id| Reply::ok(&json!({ "id": id }))),
        (["faults"], &Method::GET) => Ok(Reply::ok(&controls.faults.list())),
        (["faults"], &Method::DELETE) => {
            controls.faults.clear();
            Ok(Reply::empty(204))
        }
        (["requests"], &Method::GET) => {
            Ok(Reply::ok(&controls.journal.list(
                request.query("since").and_then(|since| since.parse().ok()),
            )))
        }
        (["requests"], &Method::DELETE) => {
            controls.journal.clear();
            Ok(Reply::empty(204))
        }
        (["settings"], &Method::POST) => settings::change(controls.world, request),
        (["settings"], &Method::GET) => Ok(settings::show(controls.world)),
        (["seed"], &Method::POST) => grow(controls.world, request),
        (["runtimes"], &Method::PUT) => runtimes::plant(controls.world, request),
        (["runtimes"], &Method::PATCH) => runtimes::change(controls.world, request),
        (["accounts"], &Method::PATCH) => accounts::change(controls.world, request),
        (["catalog"], &Method::PUT) => runtimes::deploy(controls.world, request),
        (["clock"], &Method::GET) => Ok(time()),
        (["clock"], &Method::POST) => advance(controls.world, request),
        (["expire-tokens"], &Method::POST) => {
            controls.world.directory.refused_up_to = controls.world.directory.issued;
            controls.world.changed = true;
            Ok(Reply::empty(204))
        }
        (["shutdown"], &Method::POST) => {
            end = true;
            Ok(Reply::empty(204))
        }
        (path, _) => sign_in_route(controls, path, request).unwrap_or_else(|| {
            Err(Complaint(
                404,
                format!(
                    "there is no control '{} {}'",
                    request.method,
                    request.path()
                ),
            ))
        }),
    };
    let reply = answer.unwrap_or_else(|Complaint(status, message)| {
        let code = match status {
            401 => "Unauthorized",
            404 => "NotFound",
            _ => "BadRequest",
        };
        Reply::json(
            status,
            &json!({ "error": { "code": code, "message": message } }),
        )
    });
    (reply, end)
}

/// Answers a request about sign-in; `None` when it is not about that.
fn sign_in_route(
    controls: &mut Controls<'_>,
    path: &[&str],
    request: &Request,
) -> Option<Result<Reply, Complaint>> {
    let world = &mut *controls.world;
    Some(match (path, &request.method) {
        (["certificates"], &Method::POST) => sign_in::add_certificate(world, request),
        (["certificates"], &Method::DELETE) => sign_in::forget_certificates(world, request),
        (["federated-credentials"], &Method::POST) => sign_in::add_federated(world, request),
        (["federated-credentials"], &Method::DELETE) => sign_in::forget_federated(world, request),
        (["federated-tokens"], &Method::POST) => sign_in::issue_federated(controls.site, request),
        (["revoke-sessions"], &Method::POST) => sign_in::revoke(world, request),
        (["identities"], &Method::PUT) => sign_in::equip(world, request),
        (["identities"], &Method::GET) => Ok(sign_in::show_identities(world)),
        (["client-assertion"], &Method::GET) => sign_in::last_assertion(world),
        _ => return None,
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Advance {
    advance_seconds: u64,
}

/// Puts the clock forward.
fn advance(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let Advance { advance_seconds } = read(request)?;
    let seconds = world.seconds_ahead.saturating_add(advance_seconds);
    if seconds > clock::FARTHEST {
        return Err(Complaint(
            400,
            format!(
                "the clock goes forward by at most {} seconds in all",
                clock::FARTHEST
            ),
        ));
    }
    world.seconds_ahead = seconds;
    world.changed = true;
    clock::put_ahead(seconds);
    Ok(time())
}

/// Makes the resources that the body names.
fn grow(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let body: Value = read(request)?;
    let outcome = if let Some(fleet) = body.get("fleet") {
        let fleet: Fleet = serde_json::from_value(fleet.clone())
            .map_err(|error| Complaint(400, format!("the fleet is not understood: {error}")))?;
        seed::grow_fleet(world, &fleet)
    } else {
        let asked: Growth = read(request)?;
        seed::grow(world, &asked)
    };
    outcome
        .map(|made| Reply::ok(&made))
        .map_err(|(status, message)| Complaint(status, message))
}

/// What time it is here.
fn time() -> Reply {
    Reply::ok(&json!({ "now": clock::stamp() }))
}

/// Reads the body as what the control wants.
fn read<T: DeserializeOwned>(request: &Request) -> Result<T, Complaint> {
    let body: &[u8] = if request.body.is_empty() {
        b"{}"
    } else {
        &request.body
    };
    serde_json::from_slice(body).map_err(|error| {
        Complaint(
            400,
            format!("the body is not what '{}' wants: {error}", request.path()),
        )
    })
}
