//! Entra: discovery, the sign-in page, the token endpoint with its flows, and managed identities.

pub mod assertions;
mod browser;
mod device;
mod discovery;
mod errors;
mod flows;
mod form;
pub mod keys;
pub mod managed_identity;
mod people;
pub mod tokens;

use hyper::Method;

use crate::site::Site;
use crate::wire::{Reply, Request};
use crate::world::World;

/// Answers a request to Entra; `None` when the path is not one of its.
pub fn route(site: &Site, world: &mut World, request: &Request) -> Option<Reply> {
    let path: Vec<&str> = request.lower.iter().map(String::as_str).collect();
    let tenant = request.segments.first()?.as_str();
    let get = request.method == Method::GET;
    let post = request.method == Method::POST;
    let answer = match path.as_slice() {
        ["common", "discovery", "instance"] if get => Ok(discovery::instance(request)),
        [_, ".well-known", "openid-configuration"]
        | [_, "v2.0", ".well-known", "openid-configuration"]
            if get =>
        {
            discovery::openid_configuration(world, request, tenant)
        }
        [_, "discovery", "keys"] | [_, "discovery", "v2.0", "keys"] if get => {
            Ok(discovery::keys(site))
        }
        [_, "oauth2", "v2.0", "token"] | [_, "oauth2", "token"] if post => {
            flows::token(site, world, request, tenant)
        }
        [_, "oauth2", "v2.0", "devicecode"] if post => device::start(site, world, request, tenant),
        [_, "oauth2", "v2.0", "authorize"] | [_, "oauth2", "authorize"] if get => {
            Ok(browser::authorize(world, request, tenant))
        }
        _ => return None,
    };
    let reply = answer.unwrap_or_else(errors::SignInError::into_reply);
    Some(
        reply
            .with("cache-control", "no-store, no-cache")
            .with("pragma", "no-cache"),
    )
}
