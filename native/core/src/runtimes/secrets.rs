//! Which members of a definition hold secrets.

use azir_azure::json::Lookup;
use serde_json::Value;

/// Members whose text is a secret, where it is not in an object of the type `SecureString`.
const SECRETS: [&str; 8] = [
    "encryptedCredential",
    "password",
    "catalogAdminPassword",
    "sasToken",
    "licenseKey",
    "key",
    "accountKey",
    "secret",
];

/// Whether the value is a secret as the service has them.
#[must_use]
pub fn is_secure_string(value: &Value) -> bool {
    value
        .at("type")
        .as_str()
        .is_some_and(|kind| kind.eq_ignore_ascii_case("SecureString"))
}

/// Whether the member holds a secret.
#[must_use]
pub fn is_secret(name: &str, value: &Value) -> bool {
    is_secure_string(value)
        // A reference to a key vault is no secret.
        || (!value.is_object() && SECRETS.iter().any(|own| own.eq_ignore_ascii_case(name)))
}
