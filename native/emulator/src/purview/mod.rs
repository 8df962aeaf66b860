//! The scanning plane of Purview accounts: integration runtimes on a host of each account's own.
//!
//! The operations are those of
//! <https://learn.microsoft.com/rest/api/purview/scanningdataplane/integration-runtimes>. Where its examples show no
//! answer, the words are the emulator's.

mod actions;
mod runtimes;

use hyper::Method;

use crate::arm::{Call, access, authentication};
use crate::facts::purview::SCAN_VERSIONS;
use crate::facts::roles;
use crate::site::Site;
use crate::wire::{Answer, Refusal, Reply, Request};
use crate::world::{Parent, Service, World};

/// The audience of tokens.
const AUDIENCE: &str = "https://purview.azure.net";
/// The older version, which does some things in another way.
const OLD: &str = SCAN_VERSIONS[1];

/// An account's name for its runtime, or for all, in a version.
struct Place<'a> {
    /// What the account is kept under.
    account: String,
    version: &'a str,
}

impl Place<'_> {
    /// Whether the older version is spoken.
    fn is_old(&self) -> bool {
        self.version == OLD
    }

    fn parent<'a>(&self, call: &'a Call<'_>) -> Result<&'a Parent, Refusal> {
        call.world.parents.get(&self.account).ok_or_else(no_account)
    }

    /// The id of a runtime in the emulator.
    fn key(&self, name: &str) -> String {
        format!(
            "{}/integrationruntimes/{}",
            self.account,
            name.to_ascii_lowercase()
        )
    }
}

/// Answers a request to the host of `account`.
pub fn route(site: &Site, world: &mut World, request: &Request, account: &str) -> Reply {
    let answer = answer(site, world, request, account);
    match answer {
        Ok(reply) => reply,
        Err(refusal) => {
            let code = refusal.code().to_owned();
            let reply = refusal.into_reply();
            // A header of the newer version.
            if request.query("api-version") == Some(OLD) {
                return reply;
            }
            reply.with("x-ms-error-code", &code)
        }
    }
}

fn answer(site: &Site, world: &mut World, request: &Request, account: &str) -> Answer {
    world.settle();
    let caller = authentication::caller_for(site, world, request, &[AUDIENCE])
        .map_err(|refusal| refusal.recoded("Unauthorized"))?;
    let (key, parent) = world
        .parents
        .iter()
        .find(|(_, parent)| {
            parent.service == Service::Purview && parent.name.eq_ignore_ascii_case(account)
        })
        .ok_or_else(no_account)?;
    let version = check_version(parent, request)?;
    if !is_administrator(world, key, parent, &caller.object_id, &caller.tenant) {
        // The words of the service, that were seen by many.
        return Err(Refusal::plain(
            403,
            "Unauthorized",
            "Not authorized to access account",
        ));
    }
    let place = Place {
        account: key.clone(),
        version,
    };
    let planted = world.has_planted;
    let call = &mut Call {
        world,
        request,
        caller,
    };
    let mut reply = dispatch(call, &place);
    if planted && shows_planted(call, &place) {
        let mut marked = reply.unwrap_or_else(Refusal::into_reply);
        marked.planted = true;
        reply = Ok(marked);
    }
    reply
}

/// Whether the address is that of a planted runtime, or of a list with one in it.
fn shows_planted(call: &Call<'_>, place: &Place<'_>) -> bool {
    let Some(parent) = call.world.parents.get(&place.account) else {
        return false;
    };
    let name = call
        .request
        .lower
        .get(2)
        .map(|name| name.split(':').next().unwrap_or_default());
    parent
        .runtimes
        .iter()
        .filter(|(key, _)| name.is_none_or(|name| *key == name))
        .any(|(_, runtime)| runtime.planted || runtime.planted_status.is_some())
}

fn dispatch(call: &mut Call<'_>, place: &Place<'_>) -> Answer {
    let request = call.request;
    let segments: Vec<&str> = request.segments.iter().map(String::as_str).collect();
    let [scan, runtimes, rest @ ..] = segments.as_slice() else {
        return Err(no_such_address(request));
    };
    if !scan.eq_ignore_ascii_case("scan") || !runtimes.eq_ignore_ascii_case("integrationruntimes") {
        return Err(no_such_address(request));
    }
    let post = request.method == Method::POST;
    let get = request.method == Method::GET;
    // The older version has a slash before the actions on keys.
    let (name, action) = match rest {
        [] if get => return runtimes::list(call, place),
        [name] => name
            .split_once(':')
            .map_or((*name, None), |(name, action)| {
                (name, Some((action, false)))
            }),
        [name, "status"] if get => return actions::status(call, place, name),
        // Where the newer version's examples let an operation be followed.
        [name, "enableInteractiveQuery"] if get && !place.is_old() => {
            return actions::operation(call, place, name);
        }
        [name, action] => match action.strip_prefix(':') {
            Some(action) => (*name, Some((action, true))),
            None => return Err(no_such_address(request)),
        },
        _ => return Err(no_such_address(request)),
    };
    match action {
        None => runtimes::one(call, place, name),
        Some(("listAuthKeys", apart)) if post && apart == place.is_old() => {
            actions::list_keys(call, place, name)
        }
        Some(("regenerateAuthKey", apart)) if post && apart == place.is_old() => {
            actions::regenerate_key(call, place, name)
        }
        Some(("enableInteractiveQuery", false)) if post => actions::enable(call, place, name),
        Some(("disableInteractiveQuery", false)) if post => actions::disable(call, place, name),
        Some(_) => Err(no_such_address(request)),
    }
}

/// The version asked with, which the account must know.
fn check_version<'a>(account: &Parent, request: &'a Request) -> Result<&'a str, Refusal> {
    let Some(version) = request
        .query("api-version")
        .filter(|version| !version.is_empty())
    else {
        return Err(Refusal::plain(
            400,
            "ApiVersionUnspecified",
            "An API version is required, but was not specified.",
        ));
    };
    let known = match &account.scan_versions {
        Some(versions) => versions.iter().any(|known| known == version),
        None => SCAN_VERSIONS.contains(&version),
    };
    if known {
        return Ok(version);
    }
    Err(Refusal::plain(
        400,
        "UnsupportedApiVersion",
        format!(
            "The HTTP resource that matches the request URI '{}{}' does not support the API version '{version}'.",
            request.origin,
            request.path()
        ),
    ))
}

/// Whether the principal has the account's own role, which owners have unless it was set. Other tenants never have it.
fn is_administrator(
    world: &World,
    key: &str,
    account: &Parent,
    principal: &str,
    tenant: &str,
) -> bool {
    let given = account
        .administrators
        .iter()
        .find(|(id, _)| id.eq_ignore_ascii_case(principal))
        .map(|(_, has)| *has);
    let same_tenant = world
        .subscription(&account.subscription)
        .is_some_and(|subscription| subscription.tenant == tenant);
    same_tenant && given.unwrap_or_else(|| access::has_role(world, principal, roles::OWNER, key))
}

fn no_account() -> Refusal {
    Refusal::plain(404, "AccountNotFound", "The account was not found.")
}

fn no_such_address(request: &Request) -> Refusal {
    Refusal::plain(
        404,
        "NotFound",
        format!(
            "No HTTP resource was found that matches the request URI '{}{}'.",
            request.origin,
            request.path()
        ),
    )
}
