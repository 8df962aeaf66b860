//! The managed identity of the machine, in the shape App Service gives it, on plain HTTP.

use hyper::Method;
use serde_json::json;

use super::flows::known_resource;
use super::tokens::{self, Subject};
use crate::clock;
use crate::random;
use crate::site::Site;
use crate::wire::{Reply, Request};
use crate::world::{HOME_TENANT, IDENTITY_CLIENT, IDENTITY_OBJECT, World};

/// Answers a request to the identity port.
pub fn route(site: &Site, world: &mut World, request: &Request) -> Reply {
    if request.lower != ["msi", "token"] || request.method != Method::GET {
        return problem(404, "Not found.");
    }
    if request.header("x-identity-header") != Some(site.identity_header.as_str()) {
        return problem(
            401,
            "The X-IDENTITY-HEADER header is missing or does not match.",
        );
    }
    if request.query("api-version") != Some("2019-08-01") {
        return problem(
            400,
            "The api-version is missing or not supported; use 2019-08-01.",
        );
    }
    let Some(resource) = request
        .query("resource")
        .filter(|resource| known_resource(site, resource))
    else {
        return problem(400, "The resource is missing or not known in the tenant.");
    };
    let chosen = |name: &str, is: &str| {
        request
            .query(name)
            .is_none_or(|value| value.eq_ignore_ascii_case(is))
    };
    let known = chosen("client_id", IDENTITY_CLIENT)
        && chosen("principal_id", IDENTITY_OBJECT)
        && chosen("object_id", IDENTITY_OBJECT)
        && request.query("mi_res_id").is_none();
    if !known {
        return problem(
            400,
            "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.",
        );
    }
    let subject = Subject {
        tenant: HOME_TENANT,
        object_id: IDENTITY_OBJECT,
        client_id: IDENTITY_CLIENT,
        user: None,
    };
    let (token, lifetime) = tokens::access_token(
        &site.signer,
        world,
        &subject,
        resource.trim_end_matches('/'),
        false,
    );
    Reply::ok(&json!({
        "access_token": token,
        "expires_on": (clock::now_seconds() + lifetime).to_string(),
        "resource": resource,
        "token_type": "Bearer",
        "client_id": IDENTITY_CLIENT,
    }))
}

fn problem(status: u16, message: &str) -> Reply {
    Reply::json(
        status,
        &json!({ "statusCode": status, "message": message, "correlationId": random::guid() }),
    )
}
