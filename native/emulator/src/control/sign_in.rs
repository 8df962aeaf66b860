//! Registers credentials, revokes sessions, and sets the managed identities of the machine.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Complaint, read};
use crate::clock;
use crate::directory::assertions::{FEDERATED_AUDIENCE, vouch};
use crate::directory::keys::{self, Certificate};
use crate::facts::principals::{
    HOME_TENANT, IDENTITY_OBJECT, SUBSCRIPTION, USER_OBJECT, USER_OBJECT_ELSEWHERE,
};
use crate::facts::roles;
use crate::random;
use crate::site::Site;
use crate::wire::{Reply, Request};
use crate::world::World;
use crate::world::directory::{
    Application, FederatedCredential, GrantState, MachineIdentity, Principal, PrincipalKind,
    Revocation, identities,
};

/// The issuer that is meant where none is named: this emulator.
const OWN_ISSUER: &str = "https://issuer.azir.example";

fn application<'a>(
    world: &'a mut World,
    client_id: &str,
) -> Result<&'a mut Application, Complaint> {
    world
        .directory
        .application_mut(client_id)
        .ok_or_else(|| Complaint(404, format!("there is no application '{client_id}'")))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Registering {
    client_id: String,
    certificate: String,
}

/// Registers a certificate for an application.
pub fn add_certificate(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let Registering {
        client_id,
        certificate,
    } = read(request)?;
    let unreadable =
        |error: String| Complaint(400, format!("the certificate is not understood: {error}"));
    let der = keys::certificate_in(&certificate).map_err(unreadable)?;
    let shown = Certificate::read(&der).map_err(unreadable)?;
    let saved = STANDARD.encode(der);
    let known = &mut application(world, &client_id)?.certificates;
    if !known.contains(&saved) {
        known.push(saved);
    }
    world.changed = true;
    Ok(Reply::ok(&json!({
        "thumbprint": keys::hex(&shown.sha1),
        "thumbprintSha256": keys::hex(&shown.sha256),
        "notBefore": clock::stamp_at(shown.not_before),
        "notAfter": clock::stamp_at(shown.not_after),
    })))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Unregistering {
    client_id: String,
}

/// Forgets all certificates of an application.
pub fn forget_certificates(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let Unregistering { client_id } = read(request)?;
    application(world, &client_id)?.certificates.clear();
    world.changed = true;
    Ok(Reply::empty(204))
}

/// Forgets all federated credentials of an application.
pub fn forget_federated(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let Unregistering { client_id } = read(request)?;
    application(world, &client_id)?.federated.clear();
    world.changed = true;
    Ok(Reply::empty(204))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Trusting {
    client_id: String,
    issuer: Option<String>,
    subject: String,
    audience: Option<String>,
    /// A JSON Web Key Set, or the keys of one.
    keys: Option<Value>,
    /// A public key or a certificate in PEM.
    public_key: Option<String>,
}

/// Lets an application sign in with another issuer's tokens.
pub fn add_federated(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let Trusting {
        client_id,
        issuer,
        subject,
        audience,
        keys,
        public_key,
    } = read(request)?;
    let issuer = issuer.unwrap_or_else(|| OWN_ISSUER.to_owned());
    if !issuer.starts_with("https://") {
        return Err(Complaint(
            400,
            "the issuer must be an address with https".to_owned(),
        ));
    }
    let mut known = match keys {
        None => Vec::new(),
        Some(Value::Array(keys)) => keys,
        Some(mut set) => match set["keys"].take() {
            Value::Array(keys) => keys,
            _ => return Err(Complaint(400, "there are no keys in 'keys'".to_owned())),
        },
    };
    if let Some(pem) = public_key {
        let key = keys::key_in(&pem).map_err(|error| {
            Complaint(400, format!("the public key is not understood: {error}"))
        })?;
        known.push(key);
    }
    if !known.iter().all(keys::is_usable) {
        return Err(Complaint(
            400,
            "only RSA and P-256 keys are known here".to_owned(),
        ));
    }
    let credential = FederatedCredential {
        issuer,
        subject,
        audience: audience.unwrap_or_else(|| FEDERATED_AUDIENCE.to_owned()),
        keys: known,
    };
    let shown = json!({
        "issuer": credential.issuer,
        "subject": credential.subject,
        "audience": credential.audience,
    });
    application(world, &client_id)?.federated.push(credential);
    world.changed = true;
    Ok(Reply::ok(&shown))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Vouching {
    issuer: Option<String>,
    subject: String,
    audience: Option<String>,
    lifetime_seconds: Option<u64>,
}

/// A token that this emulator signs as an issuer.
pub fn issue_federated(site: &Site, request: &Request) -> Result<Reply, Complaint> {
    let Vouching {
        issuer,
        subject,
        audience,
        lifetime_seconds,
    } = read(request)?;
    let lifetime = lifetime_seconds.unwrap_or(3600).min(clock::FARTHEST);
    let token = vouch(
        site,
        issuer.as_deref().unwrap_or(OWN_ISSUER),
        &subject,
        audience.as_deref().unwrap_or(FEDERATED_AUDIENCE),
        lifetime,
    );
    let ends = clock::now_seconds() + lifetime;
    Ok(Reply::ok(&json!({ "token": token, "expiresOn": ends })))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Revoking {
    /// An object id or the client id of an application; all principals when left out.
    principal: Option<String>,
    #[serde(default)]
    every_token: bool,
    #[serde(default)]
    refresh_tokens: GrantState,
}

/// Has Resource Manager answer earlier tokens with a challenge, and the token endpoint refuse earlier refresh tokens.
pub fn revoke(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let Revoking {
        principal,
        every_token,
        refresh_tokens,
    } = read(request)?;
    let directory = &mut world.directory;
    let mut whose: Vec<Option<String>> = Vec::new();
    match principal {
        None => whose.push(None),
        Some(id) => {
            if let Some(application) = directory.application(&id) {
                let objects = application.service_principals.iter();
                whose.extend(objects.map(|(_, object_id)| Some(object_id.clone())));
            } else if id.eq_ignore_ascii_case(USER_OBJECT) {
                // The same person, wherever they are a guest.
                whose.extend([USER_OBJECT, USER_OBJECT_ELSEWHERE].map(|id| Some(id.to_owned())));
            } else if directory.principals.contains_key(&id.to_ascii_lowercase()) {
                whose.push(Some(id.to_ascii_lowercase()));
            } else {
                return Err(Complaint(404, format!("there is no principal '{id}'")));
            }
        }
    }
    let at = clock::now_seconds();
    for object_id in whose {
        if refresh_tokens != GrantState::Good {
            for grant in directory.refresh_tokens.values_mut() {
                if object_id.as_ref().is_none_or(|id| *id == grant.object_id) {
                    grant.state = refresh_tokens;
                }
            }
        }
        directory.revocations.push(Revocation {
            up_to: directory.issued,
            at,
            object_id,
            every_token,
        });
    }
    world.changed = true;
    Ok(Reply::ok(&json!({ "notBefore": at })))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Equipping {
    #[serde(default)]
    system_assigned: bool,
    #[serde(default)]
    user_assigned: Vec<String>,
}

/// Replaces the machine's identities: its own or not, and user-assigned ones by name. Each is a Contributor.
pub fn equip(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let Equipping {
        system_assigned,
        user_assigned,
    } = read(request)?;
    if user_assigned.iter().any(|name| {
        name.is_empty()
            || !name
                .chars()
                .all(|char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_'))
    }) {
        return Err(Complaint(
            400,
            "an identity's name is made of letters, digits, '-' and '_'".to_owned(),
        ));
    }
    let before = std::mem::take(&mut world.directory.identities);
    let own = identities();
    let mut identities = if system_assigned { own } else { Vec::new() };
    for name in user_assigned {
        let resource_id = format!(
            "/subscriptions/{SUBSCRIPTION}/resourcegroups/rg-identities/providers/\
             Microsoft.ManagedIdentity/userAssignedIdentities/{name}"
        );
        if identities
            .iter()
            .any(|identity| identity.resource_id.as_deref() == Some(&resource_id))
        {
            continue;
        }
        let known = before
            .iter()
            .find(|identity| identity.resource_id.as_deref() == Some(&resource_id));
        if let Some(identity) = known {
            identities.push(identity.clone());
            continue;
        }
        let identity = MachineIdentity {
            client_id: random::guid(),
            object_id: random::guid(),
            resource_id: Some(resource_id),
        };
        let principal = Principal {
            tenant: HOME_TENANT.to_owned(),
            kind: PrincipalKind::ServicePrincipal,
            display_name: name,
            created_ms: 0,
        };
        let directory = &mut world.directory;
        directory
            .principals
            .insert(identity.object_id.clone(), principal);
        world.give(
            random::guid(),
            SUBSCRIPTION,
            &identity.object_id,
            roles::CONTRIBUTOR,
        );
        identities.push(identity);
    }
    // The machine's own stays in the directory: it comes back as it was.
    for gone in before {
        let object_id = &gone.object_id;
        if object_id != IDENTITY_OBJECT
            && !identities
                .iter()
                .any(|identity| identity.object_id == *object_id)
        {
            world.directory.principals.remove(object_id);
            world
                .assignments
                .retain(|_, assignment| assignment.principal != *object_id);
        }
    }
    world.directory.identities = identities;
    world.changed = true;
    Ok(show_identities(world))
}

/// The machine's identities.
pub fn show_identities(world: &World) -> Reply {
    Reply::ok(&json!(world.directory.identities))
}

/// The last client assertion that was sent.
pub fn last_assertion(world: &World) -> Result<Reply, Complaint> {
    let (client_id, assertion) = world.directory.last_assertion.as_ref().ok_or_else(|| {
        Complaint(
            404,
            "no client assertion is remembered: none came since the setting 'rememberAssertions' is on"
                .to_owned(),
        )
    })?;
    Ok(Reply::ok(
        &json!({ "clientId": client_id, "assertion": assertion }),
    ))
}
