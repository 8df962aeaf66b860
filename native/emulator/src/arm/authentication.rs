//! Checks the bearer token of a request as Resource Manager does. Permissions are in [`super::access`].

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use serde_json::json;

use super::call::Caller;
use crate::clock;
use crate::site::Site;
use crate::wire::{Refusal, Request};
use crate::world::World;
use crate::world::directory::Revocation;

/// The audiences that Resource Manager takes, besides its own address.
const AUDIENCES: [&str; 2] = [
    "https://management.core.windows.net",
    "https://management.azure.com",
];

/// The caller of `request` to Resource Manager.
///
/// # Errors
///
/// The gateway's 401 with its challenge.
pub fn caller(site: &Site, world: &World, request: &Request) -> Result<Caller, Refusal> {
    caller_for(
        site,
        world,
        request,
        &[AUDIENCES[0], AUDIENCES[1], &site.endpoint],
    )
}

/// The caller of `request` to a service that takes tokens for one of `audiences`.
///
/// # Errors
///
/// As [`caller`].
pub fn caller_for(
    site: &Site,
    world: &World,
    request: &Request,
    audiences: &[&str],
) -> Result<Caller, Refusal> {
    let Some(header) = request.header("authorization") else {
        return Err(refuse(
            request,
            "AuthenticationFailed",
            "Authentication failed. The 'Authorization' header is missing.",
            "The authentication failed because of missing 'Authorization' header.",
        ));
    };
    let Some(token) = header
        .split_once(' ')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim())
    else {
        return Err(refuse(
            request,
            "AuthenticationFailedInvalidHeader",
            "Authentication failed. The 'Authorization' header is provided in an invalid format.",
            "The 'Authorization' header is provided in an invalid format.",
        ));
    };
    let claims = site.signer.verify(token).ok_or_else(|| {
        refuse(
            request,
            "InvalidAuthenticationToken",
            "The access token is invalid.",
            "The access token is invalid.",
        )
    })?;
    let now = clock::now_seconds();
    if claims.expires <= now || claims.number <= world.directory.refused_up_to {
        return Err(refuse(
            request,
            "ExpiredAuthenticationToken",
            &format!(
                "The access token expiry UTC time '{}' is earlier than current UTC time '{}'.",
                clock::american(claims.expires.min(now)),
                clock::american(now)
            ),
            "The access token has expired.",
        )
        .with_header("connection", "close"));
    }
    let audience = claims.audience.trim_end_matches('/');
    if !audiences.contains(&audience) {
        let allowed: Vec<String> = audiences
            .iter()
            .map(|audience| format!("'{audience}/','{audience}'"))
            .collect();
        return Err(refuse(
            request,
            "InvalidAuthenticationTokenAudience",
            &format!(
                "The access token has been obtained for wrong audience or resource '{}'. It should exactly match \
                 with one of the allowed \
                 audiences {}.",
                claims.audience,
                allowed.join(",")
            ),
            "The access token has been obtained for wrong audience or resource.",
        ));
    }
    if let Some(revocation) =
        world
            .directory
            .revocation(claims.number, &claims.object_id, claims.continuous)
    {
        return Err(challenge(request, revocation));
    }
    Ok(Caller {
        object_id: claims.object_id.clone(),
        tenant: claims.tenant.clone(),
        name: claims
            .user
            .clone()
            .unwrap_or_else(|| claims.application.clone()),
    })
}

/// The demand for a token that was issued after the revocation.
fn challenge(request: &Request, revocation: &Revocation) -> Refusal {
    let code = "TokenIssuedBeforeRevocationTimestamp";
    let description = format!(
        "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: {code}"
    );
    let wanted = json!({ "access_token": { "nbf": { "essential": true, "value": revocation.at.to_string() } } });
    let header = format!(
        "Bearer realm=\"\", authorization_uri=\"{}/common/oauth2/authorize\", \
         client_id=\"797f4846-ba00-4fd7-ba43-dac1f8f63013\", \
         error_description=\"{description}\", error=\"insufficient_claims\", claims=\"{}\"",
        request.origin,
        URL_SAFE.encode(wanted.to_string())
    );
    Refusal::gateway(401, code, description).with_header("www-authenticate", header)
}

fn refuse(request: &Request, code: &'static str, message: &str, description: &str) -> Refusal {
    let tenant = crate::facts::principals::HOME_TENANT;
    Refusal::gateway(401, code, message).with_header(
        "www-authenticate",
        format!(
            "Bearer authorization_uri=\"{}/{tenant}\", error=\"invalid_token\", error_description=\"{description}\"",
            request.origin
        ),
    )
}
