//! Answers the discovery documents that clients read before they sign in.

use serde_json::json;

use super::errors::SignInError;
use crate::site::Site;
use crate::wire::{Reply, Request};
use crate::world::World;

/// The clouds this authority belongs to: itself alone.
pub fn instance(request: &Request) -> Reply {
    let host = request.origin.trim_start_matches("https://");
    Reply::ok(&json!({
        "tenant_discovery_endpoint": format!("{}/common/v2.0/.well-known/openid-configuration", request.origin),
        "api-version": "1.1",
        "metadata": [{ "preferred_network": host, "preferred_cache": host, "aliases": [host] }],
    }))
}

/// The tenant's addresses.
pub fn openid_configuration(
    world: &World,
    request: &Request,
    name: &str,
) -> Result<Reply, SignInError> {
    let tenant = world.directory.tenant(name).ok_or_else(|| SignInError {
        error: "invalid_tenant",
        ..SignInError::tenant(name)
    })?;
    let base = &request.origin;
    // An authority for all tenants has a placeholder instead of a tenant.
    let id = if name.contains('-') || name.contains('.') {
        tenant.id.as_str()
    } else {
        "{tenantid}"
    };
    Ok(Reply::ok(&json!({
        "token_endpoint": format!("{base}/{name}/oauth2/v2.0/token"),
        "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt", "client_secret_basic"],
        "jwks_uri": format!("{base}/{name}/discovery/v2.0/keys"),
        "response_modes_supported": ["query", "fragment", "form_post"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "issuer": format!("{base}/{id}/v2.0"),
        "request_uri_parameter_supported": false,
        "authorization_endpoint": format!("{base}/{name}/oauth2/v2.0/authorize"),
        "device_authorization_endpoint": format!("{base}/{name}/oauth2/v2.0/devicecode"),
        "http_logout_supported": true,
        "end_session_endpoint": format!("{base}/{name}/oauth2/v2.0/logout"),
        "claims_supported": ["sub", "iss", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid", "ver",
            "oid"],
        "tenant_region_scope": "EU",
        "cloud_instance_name": base.trim_start_matches("https://"),
    })))
}

/// The key that tokens are signed with.
pub fn keys(site: &Site) -> Reply {
    Reply::ok(&json!({ "keys": [site.signer.public_jwk()] }))
}
