//! The token endpoint: client credentials, device code, authorization code and refresh token.

use serde_json::json;

use super::errors::SignInError;
use super::form::Form;
use super::tokens::{self, Subject};
use super::{assertions, browser, device, people};
use crate::site::Site;
use crate::wire::{Reply, Request};
use crate::world::World;
use crate::world::directory::{Application, Tenant};

const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// The resources that tokens are given for, besides the emulator itself.
const RESOURCES: [&str; 8] = [
    "https://management.azure.com",
    "https://management.core.windows.net",
    "https://graph.microsoft.com",
    "https://graph.windows.net",
    "https://vault.azure.net",
    "https://dev.azuresynapse.net",
    "https://purview.azure.net",
    "https://storage.azure.com",
];

/// Answers a token request to the authority `name`.
pub fn token(
    site: &Site,
    world: &mut World,
    request: &Request,
    name: &str,
) -> Result<Reply, SignInError> {
    let form = Form::read(request);
    let tenant = world
        .directory
        .tenant(name)
        .cloned()
        .ok_or_else(|| SignInError::tenant(name))?;
    let client_id = &form.need("client_id")?.to_owned();
    let application = world
        .directory
        .application(client_id)
        .cloned()
        .ok_or_else(|| SignInError::application(client_id, &tenant.display_name))?;
    match form.need("grant_type")? {
        "client_credentials" => {
            client_credentials(site, world, request, &form, &tenant, &application)
        }
        "urn:ietf:params:oauth:grant-type:device_code" | "device_code" => {
            let code = form.need("device_code").or_else(|_| form.need("code"))?;
            let scope = device::redeem(world, code, client_id)?;
            // Only the request for the code has to name the scope.
            let form = form.with_default("scope", scope);
            people::tokens(
                site,
                world,
                &form,
                &tenant,
                client_id,
                None,
                &request.origin,
            )
        }
        "authorization_code" => {
            if application.secret.is_some() {
                authenticate(site, world, request, &form, &tenant, &application)?;
            }
            let (scope, nonce) = browser::redeem(world, &form, client_id)?;
            let form = form.with_default("scope", scope);
            people::tokens(
                site,
                world,
                &form,
                &tenant,
                client_id,
                nonce,
                &request.origin,
            )
        }
        "refresh_token" => {
            let grant = people::refreshed(world, &form, client_id)?;
            people::tokens(
                site,
                world,
                &form,
                &tenant,
                &grant.client_id,
                None,
                &request.origin,
            )
        }
        other => Err(SignInError::new(
            "unsupported_grant_type",
            70003,
            format!("The app requested an unsupported grant type '{other}'."),
        )),
    }
}

fn client_credentials(
    site: &Site,
    world: &mut World,
    request: &Request,
    form: &Form,
    tenant: &Tenant,
    application: &Application,
) -> Result<Reply, SignInError> {
    let object_id = application
        .service_principals
        .iter()
        .find(|(home, _)| *home == tenant.id)
        .map(|(_, object_id)| object_id.clone())
        .ok_or_else(|| SignInError::application(&application.client_id, &tenant.display_name))?;
    authenticate(site, world, request, form, tenant, application)?;
    let resource = requested_resource(site, form, true)?;
    let subject = Subject {
        tenant: &tenant.id,
        object_id: &object_id,
        client_id: &application.client_id,
        user: None,
    };
    let continuous = form.is_continuous()?;
    let (token, lifetime) =
        tokens::access_token(&site.signer, world, &subject, &resource, continuous);
    Ok(Reply::ok(&json!({
        "token_type": "Bearer", "expires_in": lifetime, "ext_expires_in": lifetime, "access_token": token,
    })))
}

/// Lets the client prove that it is `application`: with its secret or an assertion.
fn authenticate(
    site: &Site,
    world: &mut World,
    request: &Request,
    form: &Form,
    tenant: &Tenant,
    application: &Application,
) -> Result<(), SignInError> {
    if let Some(assertion) = form.get("client_assertion") {
        if form.get("client_assertion_type") != Some(ASSERTION_TYPE) {
            return Err(SignInError::missing("client_assertion_type"));
        }
        if world.settings.remember_assertions {
            world.directory.last_assertion =
                Some((application.client_id.clone(), assertion.to_owned()));
        }
        return assertions::check(site, assertion, application, tenant, &request.origin);
    }
    let Some(secret) = form.get("client_secret") else {
        return Err(SignInError::client(
            7_000_218,
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
        ));
    };
    if application.secret.as_deref() != Some(secret) {
        return Err(SignInError::client(
            7_000_215,
            format!(
                "Invalid client secret provided. Ensure the secret being sent in the request is the client secret \
                 value, not the \
                 client secret ID, for a secret added to app '{}'.",
                application.client_id
            ),
        ));
    }
    Ok(())
}

/// The resource in `scope` (or in `resource`, as version 1 has it).
pub fn requested_resource(
    site: &Site,
    form: &Form,
    application: bool,
) -> Result<String, SignInError> {
    let resource = if let Some(scope) = form.get("scope") {
        let scope = scope
            .split(' ')
            .find(|scope| !matches!(*scope, "openid" | "profile" | "offline_access" | "email"))
            .unwrap_or("https://graph.microsoft.com/.default");
        match scope
            .strip_suffix("/.default")
            .or_else(|| scope.strip_suffix("/user_impersonation"))
        {
            Some(resource) => resource,
            None if application => {
                return Err(SignInError::new(
                    "invalid_scope",
                    1_002_012,
                    format!(
                        "The provided value for scope {scope} is not valid. Client credential flows must have a \
                         scope value with /.default suffixed to the resource identifier (application ID URI)."
                    ),
                ));
            }
            None => {
                return Err(SignInError::new(
                    "invalid_scope",
                    70011,
                    format!(
                        "The provided request must include a 'scope' input parameter. The provided value for the \
                         input parameter 'scope' is not valid. The scope {scope} is not valid."
                    ),
                ));
            }
        }
    } else {
        form.need("resource")
            .map_err(|_| SignInError::missing("scope"))?
    };
    known_resource(site, resource)
        .then(|| resource.to_owned())
        .ok_or_else(|| {
            SignInError::new(
                "invalid_resource",
                500_011,
                format!("The resource principal named {resource} was not found in the tenant. This can happen if the \
                    application has not been installed by the administrator of the tenant or consented to by any \
                    user in the tenant."),
            )
        })
}

/// Whether tokens are given for `resource`.
pub fn known_resource(site: &Site, resource: &str) -> bool {
    let resource = resource.trim_end_matches('/');
    RESOURCES.contains(&resource) || resource == site.endpoint
}
