//! The token endpoint: client credentials, device code, refresh.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::device;
use super::errors::SignInError;
use super::tokens::{self, Subject};
use crate::clock;
use crate::random;
use crate::site::Site;
use crate::wire::{Reply, Request};
use crate::world::World;
use crate::world::directory::{Application, Grant, Tenant};

const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// The audience that federated tokens are made for.
const FEDERATED_AUDIENCE: &str = "api://AzureADTokenExchange";

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

/// The fields of a token request.
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads the body.
    pub fn read(request: &Request) -> Self {
        Self(request.form())
    }

    /// A field that is there and not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// A field that must be there.
    pub fn need(&self, name: &str) -> Result<&str, SignInError> {
        self.get(name).ok_or_else(|| SignInError::missing(name))
    }

    /// With `value` in a field that is not there or empty.
    fn with_default(mut self, name: &str, value: String) -> Self {
        if self.get(name).is_none() {
            self.0.retain(|(key, _)| key != name);
            self.0.push((name.to_owned(), value));
        }
        self
    }

    /// Whether the client says that it understands claims challenges.
    fn is_continuous(&self) -> bool {
        self.get("claims")
            .is_some_and(|claims| claims.to_ascii_lowercase().contains("\"cp1\""))
    }
}

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
    let client_id = form.need("client_id")?;
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
            let (object_id, scope) = device::redeem(
                world,
                form.need("device_code").or_else(|_| form.need("code"))?,
                client_id,
            )?;
            let grant = Grant {
                client_id: client_id.to_owned(),
                object_id,
            };
            // Only the request for the code has to name the scope.
            let form = form.with_default("scope", scope);
            user_tokens(site, world, &form, &tenant, &grant, &request.origin)
        }
        "refresh_token" => {
            let grant = world
                .directory
                .refresh_tokens
                .get(form.need("refresh_token")?)
                .filter(|grant| grant.client_id.eq_ignore_ascii_case(client_id))
                .cloned()
                .ok_or_else(|| {
                    SignInError::new("invalid_grant", 9_002_313, "Invalid request. Request is malformed or invalid: the refresh token is not valid.")
                })?;
            user_tokens(site, world, &form, &tenant, &grant, &request.origin)
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
    if let Some(assertion) = form.get("client_assertion") {
        if form.get("client_assertion_type") != Some(ASSERTION_TYPE) {
            return Err(SignInError::missing("client_assertion_type"));
        }
        check_assertion(assertion, application, tenant, &request.origin)?;
    } else {
        let Some(secret) = form.get("client_secret") else {
            return Err(SignInError {
                status: 401,
                ..SignInError::new(
                    "invalid_client",
                    7_000_218,
                    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
                )
            });
        };
        if application.secret.as_deref() != Some(secret) {
            return Err(SignInError {
                status: 401,
                ..SignInError::new(
                    "invalid_client",
                    7_000_215,
                    format!(
                        "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the \
                         client secret ID, for a secret added to app '{}'.",
                        application.client_id
                    ),
                )
            });
        }
    }
    let resource = requested_resource(site, form, true)?;
    let subject = Subject {
        tenant: &tenant.id,
        object_id: &object_id,
        client_id: &application.client_id,
        user: None,
    };
    let (token, lifetime) = tokens::access_token(
        &site.signer,
        world,
        &subject,
        &resource,
        form.is_continuous(),
    );
    Ok(Reply::ok(&json!({
        "token_type": "Bearer", "expires_in": lifetime, "ext_expires_in": lifetime, "access_token": token,
    })))
}

/// Looks at what an assertion says. Its signature is not checked: no certificate or issuer is registered here.
fn check_assertion(
    assertion: &str,
    application: &Application,
    tenant: &Tenant,
    origin: &str,
) -> Result<(), SignInError> {
    let refuse = |number, message: String| {
        Err(SignInError {
            status: 401,
            ..SignInError::new("invalid_client", number, message)
        })
    };
    let Some(claims) = tokens::payload(assertion) else {
        return refuse(50027, "JWT token is invalid or malformed.".to_owned());
    };
    let now = clock::now_seconds();
    if claims["exp"].as_u64().is_none_or(|expires| expires <= now) {
        return refuse(
            700_024,
            "Client assertion is not within its valid time range. Current time is later than the assertion's expiry.".to_owned(),
        );
    }
    let audiences: Vec<&str> = match &claims["aud"] {
        Value::String(audience) => vec![audience],
        Value::Array(audiences) => audiences.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if audiences.contains(&FEDERATED_AUDIENCE) {
        return Ok(());
    }
    let own = audiences.iter().any(|audience| {
        audience.starts_with(origin)
            && (audience.contains(&tenant.id)
                || audience.contains(&tenant.domain)
                || audience.contains("/common/"))
    });
    if !own {
        return refuse(
            700_023,
            format!(
                "Client assertion audience claim does not match Realm issuer. The expected audience is '{origin}/{}/oauth2/v2.0/token'.",
                tenant.id
            ),
        );
    }
    let named = |claim: &str| {
        claims[claim]
            .as_str()
            .is_some_and(|name| name.eq_ignore_ascii_case(&application.client_id))
    };
    if !named("iss") || !named("sub") {
        return refuse(
            700_021,
            format!(
                "Client assertion application identifier doesn't match 'client_id' parameter '{}'.",
                application.client_id
            ),
        );
    }
    Ok(())
}

/// The resource in `scope` (or in `resource`, as version 1 has it).
fn requested_resource(site: &Site, form: &Form, application: bool) -> Result<String, SignInError> {
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
                        "The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI)."
                    ),
                ));
            }
            None => {
                return Err(SignInError::new(
                    "invalid_scope",
                    70011,
                    format!(
                        "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid."
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
                format!("The resource principal named {resource} was not found in the tenant. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant."),
            )
        })
}

/// Whether tokens are given for `resource`.
pub fn known_resource(site: &Site, resource: &str) -> bool {
    let resource = resource.trim_end_matches('/');
    RESOURCES.contains(&resource) || resource == site.endpoint
}

/// Access, refresh and id token for a person.
fn user_tokens(
    site: &Site,
    world: &mut World,
    form: &Form,
    tenant: &Tenant,
    grant: &Grant,
    origin: &str,
) -> Result<Reply, SignInError> {
    let Some(user) = world.directory.principals.get(&grant.object_id).cloned() else {
        return Err(SignInError::new(
            "invalid_grant",
            50034,
            "The user account does not exist in the directory. To sign into this application, the account must be added to the directory.",
        ));
    };
    if user.tenant != tenant.id {
        return Err(SignInError::new(
            "invalid_grant",
            50020,
            format!(
                "User account '{}' from identity provider 'https://sts.windows.net/{}/' does not exist in tenant '{}' and cannot access the application '{}' in that tenant.",
                user.display_name, user.tenant, tenant.display_name, grant.client_id
            ),
        ));
    }
    let resource = requested_resource(site, form, false)?;
    let subject = Subject {
        tenant: &tenant.id,
        object_id: &grant.object_id,
        client_id: &grant.client_id,
        user: Some(&user.display_name),
    };
    let (access, lifetime) = tokens::access_token(
        &site.signer,
        world,
        &subject,
        &resource,
        form.is_continuous(),
    );
    // The old refresh token stays good, as Entra's do: another session may hold it.
    let refresh = random::opaque();
    world
        .directory
        .refresh_tokens
        .insert(refresh.clone(), grant.clone());
    let now = clock::now_seconds();
    let id_token = site.signer.sign(&json!({
        "aud": grant.client_id, "iss": format!("{origin}/{}/v2.0", tenant.id), "iat": now, "nbf": now, "exp": now + lifetime,
        "name": user.display_name, "preferred_username": user.display_name, "oid": grant.object_id, "sub": grant.object_id,
        "tid": tenant.id, "ver": "2.0",
    }));
    let client_info = json!({ "uid": grant.object_id, "utid": tenant.id }).to_string();
    Ok(Reply::ok(&json!({
        "token_type": "Bearer",
        "scope": format!("{resource}/user_impersonation {resource}/.default"),
        "expires_in": lifetime,
        "ext_expires_in": lifetime,
        "access_token": access,
        "refresh_token": refresh,
        "id_token": id_token,
        "client_info": URL_SAFE_NO_PAD.encode(client_info),
    })))
}
