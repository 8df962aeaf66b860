//! Issues the tokens of a person, after a sign-in and for a refresh token.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;

use super::errors::SignInError;
use super::flows::requested_resource;
use super::form::Form;
use super::tokens::{self, Subject};
use crate::clock;
use crate::facts::principals::{USER_OBJECT, USER_OBJECT_ELSEWHERE};
use crate::random;
use crate::site::Site;
use crate::wire::Reply;
use crate::world::World;
use crate::world::directory::{Grant, GrantState, Principal, Tenant};

/// How long a refresh token is good.
const REFRESH_SECONDS: u64 = 90 * 24 * 3600;

/// The grant of the refresh token in `form`.
///
/// # Errors
///
/// That it is unknown, revoked, too old, or that a policy wants more.
pub fn refreshed(world: &World, form: &Form, client_id: &str) -> Result<Grant, SignInError> {
    let grant = world
        .directory
        .refresh_tokens
        .get(form.need("refresh_token")?)
        .filter(|grant| grant.client_id.eq_ignore_ascii_case(client_id))
        .cloned()
        .ok_or_else(|| {
            SignInError::new(
                "invalid_grant",
                9_002_313,
                "Invalid request. Request is malformed or invalid: the refresh token is not valid.",
            )
        })?;
    let issued = grant.issued_ms / 1000;
    let old = grant.issued_ms > 0 && issued + REFRESH_SECONDS <= clock::now_seconds();
    let bad = |number, message| {
        Err(SignInError {
            suberror: Some("bad_token"),
            ..SignInError::new("invalid_grant", number, message)
        })
    };
    match grant.state {
        GrantState::Revoked => {
            let since = world
                .directory
                .revocations
                .last()
                .map_or(issued, |revocation| revocation.at);
            bad(
                50173,
                format!(
                    "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user \
                     might have changed or \
                     reset their password. The grant was issued on '{}' and the TokensValidFrom date (before which \
                     tokens are not valid) \
                     for this user is '{}'.",
                    clock::stamp_at(issued),
                    clock::stamp_at(since)
                ),
            )
        }
        GrantState::Interaction => Err(SignInError {
            suberror: Some("basic_action"),
            claims: Some(policy_claims()),
            ..SignInError::new(
                "interaction_required",
                50076,
                "Due to a configuration change made by your administrator, or because you moved to a new location, \
                 you must use multi-factor \
                 authentication to access '797f4846-ba00-4fd7-ba43-dac1f8f63013'.",
            )
        }),
        GrantState::Good if !old => Ok(grant),
        GrantState::Good | GrantState::Expired => bad(
            700_082,
            format!(
                "The refresh token has expired due to inactivity. The token was issued on {} and was inactive for \
                 90.00:00:00.",
                clock::stamp_at(issued)
            ),
        ),
    }
}

/// What a policy wants to see satisfied.
fn policy_claims() -> String {
    json!({ "access_token": { "capolids": { "essential": true,
        "values": ["f0a1b2c3-0000-4000-8000-000000000001"] } } })
    .to_string()
}

/// The person in `tenant`: at home, or as a guest when the settings say so.
///
/// # Errors
///
/// That they are not there.
pub fn person(
    world: &World,
    tenant: &Tenant,
    client_id: &str,
) -> Result<(&'static str, Principal), SignInError> {
    let found = |object_id: &'static str| {
        let principal = world.directory.principals.get(object_id)?;
        Some((object_id, principal.clone()))
    };
    let Some((_, home)) = found(USER_OBJECT) else {
        return Err(SignInError::new(
            "invalid_grant",
            50034,
            "The user account does not exist in the directory. To sign into this application, the account must be \
             added to the directory.",
        ));
    };
    if home.tenant == tenant.id {
        return Ok((USER_OBJECT, home));
    }
    if let Some(guest) = found(USER_OBJECT_ELSEWHERE)
        .filter(|(_, guest)| world.settings.guest && guest.tenant == tenant.id)
    {
        return Ok(guest);
    }
    Err(SignInError::new(
        "invalid_grant",
        50020,
        format!(
            "User account '{}' from identity provider 'https://sts.windows.net/{}/' does not exist in tenant '{}' \
             and cannot access the \
             application '{client_id}' in that tenant. The account needs to be added as an external user in the \
             tenant first. Sign out and \
             sign in again with a different Azure Active Directory user account.",
            home.display_name, home.tenant, tenant.display_name
        ),
    ))
}

/// Access, refresh and id token for the person.
pub fn tokens(
    site: &Site,
    world: &mut World,
    form: &Form,
    tenant: &Tenant,
    client_id: &str,
    nonce: Option<String>,
    origin: &str,
) -> Result<Reply, SignInError> {
    let (object_id, user) = person(world, tenant, client_id)?;
    let resource = requested_resource(site, form, false)?;
    let subject = Subject {
        tenant: &tenant.id,
        object_id,
        client_id,
        user: Some(&user.display_name),
    };
    let continuous = form.is_continuous()?;
    let (access, lifetime) =
        tokens::access_token(&site.signer, world, &subject, &resource, continuous);
    // The old refresh token stays good, as Entra's do: another session may hold it.
    let refresh = random::opaque();
    let grant = Grant {
        client_id: client_id.to_owned(),
        object_id: object_id.to_owned(),
        issued_ms: clock::now_ms(),
        state: GrantState::Good,
    };
    world
        .directory
        .refresh_tokens
        .insert(refresh.clone(), grant);
    let now = clock::now_seconds();
    let mut id_claims = json!({
        "aud": client_id, "iss": format!("{origin}/{}/v2.0", tenant.id), "iat": now, "nbf": now, "exp": now + lifetime,
        "name": user.display_name, "preferred_username": user.display_name, "oid": object_id, "sub": object_id,
        "tid": tenant.id, "ver": "2.0",
    });
    if let Some(nonce) = nonce {
        id_claims["nonce"] = nonce.into();
    }
    // An account is known by its home, also where it is a guest.
    let client_info =
        json!({ "uid": USER_OBJECT, "utid": crate::facts::principals::HOME_TENANT }).to_string();
    Ok(Reply::ok(&json!({
        "token_type": "Bearer",
        "scope": format!("{resource}/user_impersonation {resource}/.default"),
        "expires_in": lifetime,
        "ext_expires_in": lifetime,
        "access_token": access,
        "refresh_token": refresh,
        "id_token": site.signer.sign(&id_claims),
        "client_info": URL_SAFE_NO_PAD.encode(client_info),
    })))
}
