//! What a service says when it refuses a token: that it wants claims, another token or another tenant's.
//!
//! Protocol: <https://learn.microsoft.com/entra/identity-platform/claims-challenge>.

use base64::{
    Engine,
    engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD},
};
use serde_json::Value;

/// Why a token was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Challenge {
    /// These claims, as JSON, are missing.
    Claims(String),
    /// The subscription belongs to this tenant.
    Tenant(String),
    /// The token has ended or is not taken any more.
    Expired,
    /// Something that no other token mends.
    Other,
}

impl Challenge {
    /// Reads the `WWW-Authenticate` header and the service's error of a 401.
    #[must_use]
    pub fn read(header: &str, code: Option<&str>, message: &str) -> Self {
        if let Some(claims) = claims(header) {
            return Self::Claims(claims);
        }
        let is_code = |own: &str| code.is_some_and(|code| code.eq_ignore_ascii_case(own));
        if is_code("InvalidAuthenticationTokenTenant") {
            return right_tenant(message).map_or(Self::Other, Self::Tenant);
        }
        if header.contains("invalid_token") || is_code("ExpiredAuthenticationToken") {
            return Self::Expired;
        }
        Self::Other
    }
}

/// The tenant whose sign-in a challenge names; nothing when it names none of its own, such as `common`.
#[must_use]
pub fn named_tenant(header: &str) -> Option<String> {
    let address = ["authorization_uri=\"", "authorization=\""]
        .into_iter()
        .find_map(|name| header.split(name).nth(1))?;
    let (_, address) = address.split('"').next()?.split_once("://")?;
    uuid::Uuid::parse_str(address.split('/').nth(1)?)
        .ok()
        .map(|id| id.to_string())
}

/// The claims in a challenge, only when it says that claims are what is missing.
fn claims(header: &str) -> Option<String> {
    let value = |name: &str| {
        let start = header.find(&format!("{name}=\""))? + name.len() + 2;
        header[start..].split('"').next()
    };
    if value("error") != Some("insufficient_claims") {
        return None;
    }
    decode(value("claims")?)
}

/// Claims in base64, of either alphabet and with or without padding, as JSON text.
#[must_use]
pub fn decode(encoded: &str) -> Option<String> {
    let encoded = encoded.trim().trim_end_matches('=');
    let bytes = URL_SAFE_NO_PAD
        .decode(encoded)
        .or_else(|_| STANDARD_NO_PAD.decode(encoded))
        .ok()?;
    let text = String::from_utf8(bytes).ok()?;
    serde_json::from_str::<Value>(&text).ok().map(|_| text)
}

/// The tenant that a token has to be of: the second of the two that the message names.
fn right_tenant(message: &str) -> Option<String> {
    let (_, after) = message.split_once("must match")?;
    let (_, address) = after.split_once("://")?;
    let tenant = address.split('/').nth(1)?.trim_end_matches(['\'', '"']);
    uuid::Uuid::parse_str(tenant).ok().map(|id| id.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_are_taken_from_a_challenge_for_claims_only() {
        let claims = URL_SAFE_NO_PAD.encode(r#"{"access_token":{"nbf":{"essential":true}}}"#);
        let good =
            format!("Bearer realm=\"\", claims=\"{claims}=\", error=\"insufficient_claims\"");
        assert!(
            matches!(Challenge::read(&good, None, ""), Challenge::Claims(text) if text.contains("essential"))
        );
        let expired = good.replace("insufficient_claims", "invalid_token");
        assert_eq!(Challenge::read(&expired, None, ""), Challenge::Expired);
        let bad = "Bearer error=\"insufficient_claims\", claims=\"?\"";
        assert_eq!(Challenge::read(bad, None, ""), Challenge::Other);
    }

    #[test]
    fn a_tenant_in_a_header_is_one_only_by_its_id() {
        let tenant = "22222222-2222-4222-8222-222222222222";
        let header =
            format!("Bearer realm=\"\", authorization_uri=\"https://login/{tenant}/oauth2\"");
        assert_eq!(named_tenant(&header).as_deref(), Some(tenant));
        let common = "Bearer authorization_uri=\"https://login/common/oauth2/authorize\"";
        assert_eq!(named_tenant(common), None);
        assert_eq!(named_tenant("Bearer"), None);
    }

    #[test]
    fn the_right_tenant_is_the_one_that_the_token_must_match() {
        let (a, b) = (
            "11111111-1111-4111-8111-111111111111",
            "22222222-2222-4222-8222-222222222222",
        );
        let message = format!(
            "The access token is from the wrong issuer 'https://sts.windows.net/{a}/'. It must match the tenant \
             'https://sts.windows.net/{b}/' associated with this subscription. Please use the authority (URL) \
             'https://login.windows.net/{b}' to get the token."
        );
        let read =
            |text: &str| Challenge::read("Bearer", Some("InvalidAuthenticationTokenTenant"), text);
        assert_eq!(read(&message), Challenge::Tenant(b.to_owned()));
        assert_eq!(read("It must match nothing."), Challenge::Other);
        assert_eq!(
            read("It must match 'https://sts.windows.net/x/'"),
            Challenge::Other
        );
    }
}
