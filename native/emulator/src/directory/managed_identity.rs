//! The managed identities of the machine, on plain HTTP, in the forms of App Service (two versions), the metadata
//! service of virtual machines, Arc and Cloud Shell.

use hyper::Method;
use serde_json::{Value, json};

use super::flows::known_resource;
use super::tokens::{self, Subject};
use crate::clock;
use crate::facts::principals::HOME_TENANT;
use crate::random;
use crate::site::Site;
use crate::wire::{Reply, Request};
use crate::world::directory::MachineIdentity;
use crate::world::{IdentityDates, World};

/// A refusal: status, code and words. Shapes write it each in its own way.
struct Problem(u16, &'static str, String);

impl Problem {
    fn request(message: impl Into<String>) -> Self {
        Self(400, "invalid_request", message.into())
    }

    /// As App Service writes it.
    fn into_service(self) -> Reply {
        let Self(status, _, message) = self;
        Reply::json(
            status,
            &json!({ "statusCode": status, "message": message, "correlationId": random::guid() }),
        )
    }

    /// As the metadata service writes it.
    fn into_metadata(self) -> Reply {
        let Self(status, code, message) = self;
        Reply::json(
            status,
            &json!({ "error": code, "error_description": message }),
        )
    }

    /// As Cloud Shell writes it.
    fn into_shell(self) -> Reply {
        let Self(status, code, message) = self;
        Reply::json(
            status,
            &json!({ "error": { "code": code, "message": message } }),
        )
    }
}

/// Answers a request to the identity port.
pub fn route(site: &Site, world: &mut World, request: &Request) -> Reply {
    let path: Vec<&str> = request.lower.iter().map(String::as_str).collect();
    match (path.as_slice(), &request.method) {
        (["msi", "token"], &Method::GET) => {
            service(site, world, request).unwrap_or_else(Problem::into_service)
        }
        (["metadata", "identity", "oauth2", "token"], &Method::GET) => {
            metadata(site, world, request).unwrap_or_else(Problem::into_metadata)
        }
        (["arc", "metadata", "identity", "oauth2", "token"], &Method::GET) => {
            arc(site, world, request).unwrap_or_else(Problem::into_metadata)
        }
        (["cloudshell", "token"], &Method::POST) => {
            shell(site, world, request).unwrap_or_else(Problem::into_shell)
        }
        _ => Problem(404, "not_found", "Not found.".to_owned()).into_service(),
    }
}

/// App Service, and Machine Learning with the elder version.
fn service(site: &Site, world: &mut World, request: &Request) -> Result<Reply, Problem> {
    let (header, elder) = match request.query("api-version") {
        Some("2017-09-01") => ("secret", true),
        Some("2019-08-01" | "2025-03-30") => ("x-identity-header", false),
        _ => {
            return Err(Problem::request(
                "The api-version is missing or not supported; use 2019-08-01.",
            ));
        }
    };
    if request.header(header) != Some(site.identity_header.as_str()) {
        let name = if elder { "secret" } else { "X-IDENTITY-HEADER" };
        return Err(Problem(
            401,
            "unauthorized",
            format!("The {name} header is missing or does not match."),
        ));
    }
    let resource = resource(site, request.query("resource"))?;
    let missing = "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.";
    let identity = chosen(world, request).map_err(|_| Problem::request(missing))?;
    let (token, ends) = token(site, world, request, &identity, resource);
    let expires_on = if elder {
        match world.settings.identity_dates {
            IdentityDates::Epoch => ends.to_string(),
            IdentityDates::Linux => format!("{} +00:00", clock::slashed(ends)),
            IdentityDates::Windows => format!("{} +00:00", clock::american(ends)),
        }
    } else {
        ends.to_string()
    };
    Ok(Reply::ok(&json!({
        "access_token": token,
        "expires_on": expires_on,
        "resource": resource,
        "token_type": "Bearer",
        "client_id": identity.client_id,
    })))
}

/// The metadata service of a virtual machine.
fn metadata(site: &Site, world: &mut World, request: &Request) -> Result<Reply, Problem> {
    need_metadata_header(request)?;
    if request.query("api-version").is_none() {
        return Err(Problem::request(
            "Required query variable 'api-version' is missing",
        ));
    }
    let resource = resource(site, request.query("resource"))?;
    let identity = chosen(world, request)?;
    Ok(Reply::ok(&whole(site, world, request, &identity, resource)))
}

/// A server with Azure Arc: who can read a file that only administrators can read gets the token.
fn arc(site: &Site, world: &mut World, request: &Request) -> Result<Reply, Problem> {
    need_metadata_header(request)?;
    if request.query("api-version").is_none() {
        return Err(Problem::request(
            "Required query variable 'api-version' is missing",
        ));
    }
    let resource = resource(site, request.query("resource"))?;
    let Some(authorization) = request.header("authorization") else {
        let place = site.arc.challenge().map_err(|error| {
            Problem(
                500,
                "server_error",
                format!("No key could be written: {error}"),
            )
        })?;
        return Ok(Reply::empty(401).with(
            "www-authenticate",
            &format!("Basic realm={}", place.display()),
        ));
    };
    let known = authorization
        .split_once(' ')
        .is_some_and(|(scheme, key)| scheme.eq_ignore_ascii_case("basic") && site.arc.take(key));
    if !known {
        return Err(Problem(
            401,
            "unauthorized",
            "The key in the Authorization header is not known, or was used before.".to_owned(),
        ));
    }
    let identity = chosen(world, request)?;
    let mut body = whole(site, world, request, &identity, resource);
    // Newer agents tell what they looked for, so that a client knows that its wish was understood.
    for name in ["object_id", "msi_res_id"] {
        if let Some(asked) = request.query(name) {
            body[name] = asked.into();
        }
    }
    Ok(Reply::ok(&body))
}

/// Cloud Shell: the one identity there is.
fn shell(site: &Site, world: &mut World, request: &Request) -> Result<Reply, Problem> {
    need_metadata_header(request)?;
    let form = request.form();
    let asked = form.iter().find(|(name, _)| name == "resource");
    let resource = resource(site, asked.map(|(_, value)| value.as_str()))?;
    let identity = chosen(world, request)?;
    Ok(Reply::ok(&whole(site, world, request, &identity, resource)))
}

/// Browsers do not send the header, and neither does who is tricked into a request.
fn need_metadata_header(request: &Request) -> Result<(), Problem> {
    if request.headers.contains_key("x-forwarded-for") {
        return Err(Problem::request("The request must not be forwarded"));
    }
    if request
        .header("metadata")
        .is_some_and(|value| value.eq_ignore_ascii_case("true"))
    {
        return Ok(());
    }
    Err(Problem::request("Required metadata header not specified"))
}

fn resource<'a>(site: &Site, asked: Option<&'a str>) -> Result<&'a str, Problem> {
    let asked = asked
        .filter(|resource| !resource.is_empty())
        .ok_or_else(|| Problem::request("Required query variable 'resource' is missing"))?;
    if known_resource(site, asked) {
        return Ok(asked);
    }
    Err(Problem(
        400,
        "invalid_resource",
        format!(
            "AADSTS500011: The resource principal named {asked} was not found in the tenant named {HOME_TENANT}. \
             This can happen if the \
             application has not been installed by the administrator of the tenant or consented to by any user in \
             the tenant."
        ),
    ))
}

/// The identity that `request` asks for, by any of its ids, or the only one it can mean.
fn chosen(world: &World, request: &Request) -> Result<MachineIdentity, Problem> {
    let selector = |names: [&'static str; 2]| {
        names
            .into_iter()
            .find_map(|name| request.query(name))
            .filter(|value| !value.is_empty())
    };
    let client = selector(["client_id", "clientid"]);
    let object = selector(["object_id", "principal_id"]);
    let resource = selector(["mi_res_id", "msi_res_id"]);
    let fits = |wanted: Option<&str>, is: Option<&str>| {
        wanted.is_none_or(|wanted| is.is_some_and(|is| is.eq_ignore_ascii_case(wanted)))
    };
    let identities = &world.directory.identities;
    if client.or(object).or(resource).is_some() {
        return identities
            .iter()
            .find(|identity| {
                fits(client, Some(&identity.client_id))
                    && fits(object, Some(&identity.object_id))
                    && fits(resource, identity.resource_id.as_deref())
            })
            .cloned()
            .ok_or_else(|| Problem::request("Identity not found"));
    }
    let own = identities
        .iter()
        .find(|identity| identity.resource_id.is_none());
    match (own, identities.as_slice()) {
        (Some(identity), _) | (None, [identity]) => Ok(identity.clone()),
        (None, []) => Err(Problem::request("Identity not found")),
        (None, _) => Err(Problem::request(
            "Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in \
             the token request",
        )),
    }
}

/// A token and when it ends.
fn token(
    site: &Site,
    world: &mut World,
    request: &Request,
    identity: &MachineIdentity,
    resource: &str,
) -> (String, u64) {
    let subject = Subject {
        tenant: HOME_TENANT,
        object_id: &identity.object_id,
        client_id: &identity.client_id,
        user: None,
    };
    let continuous = request
        .query("xms_cc")
        .is_some_and(|capabilities| capabilities.to_ascii_lowercase().contains("cp1"));
    let (token, lifetime) = tokens::access_token(
        &site.signer,
        world,
        &subject,
        resource.trim_end_matches('/'),
        continuous,
    );
    (token, clock::now_seconds() + lifetime)
}

/// The answer of the metadata service: all numbers are text.
fn whole(
    site: &Site,
    world: &mut World,
    request: &Request,
    identity: &MachineIdentity,
    resource: &str,
) -> Value {
    let (token, ends) = token(site, world, request, identity, resource);
    let now = clock::now_seconds();
    json!({
        "access_token": token,
        "client_id": identity.client_id,
        "expires_in": ends.saturating_sub(now).to_string(),
        "expires_on": ends.to_string(),
        "ext_expires_in": ends.saturating_sub(now).to_string(),
        "not_before": now.to_string(),
        "resource": resource,
        "token_type": "Bearer",
    })
}
