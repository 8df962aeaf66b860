//! What tests of ways to sign in share: an application, its files, tokens and requests.

use std::{path::PathBuf, sync::Arc};

use azir_core::state::{Library, System};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use url::form_urlencoded;

use super::{Answer, SUBSCRIPTION, Script, Sent, TENANT, ok};

pub const APP: &str = "66666666-6666-4666-8666-666666666666";

pub fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

pub fn token(text: &str) -> Answer {
    ok(json!({"token_type": "Bearer", "expires_in": 3600, "access_token": text}))
}

/// A token that says who and where, unsigned: nobody here checks it.
pub fn jwt(claims: &Value) -> String {
    format!(
        "e30.{}.planted-signature",
        URL_SAFE_NO_PAD.encode(claims.to_string())
    )
}

pub fn subscriptions() -> Answer {
    ok(
        json!({"value": [{"subscriptionId": SUBSCRIPTION, "displayName": "One", "state": "Enabled",
            "tenantId": TENANT}]}),
    )
}

pub fn field(sent: &Sent, name: &str) -> String {
    form_urlencoded::parse(sent.body.as_bytes())
        .find(|(own, _)| own == name)
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

pub fn outside(script: &Script, outside: System) -> Arc<Library> {
    Arc::new(Library::new(Arc::new(script.clone()), Box::new(script.clone())).with(outside))
}
