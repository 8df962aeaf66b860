//! What the tests of Purview share: its accounts and runtimes as the service shows them.

use std::sync::Arc;

use azir_azure::{
    auth::{Credential, access_token::AccessToken},
    secret::Secret,
};
use azir_core::state::Library;
use serde_json::{Value, json};

use super::{Answer, SUBSCRIPTION, Script, TENANT, TOKEN, fails, library, ok, sign_in};

/// What tokens for the scan endpoint are for.
pub const SCOPE: &str = "https://purview.azure.net/.default";
pub const SCAN_TOKEN: &str = "planted-scan-token";
pub const OTHER_TENANT: &str = "22222222-2222-4222-8222-222222222222";

/// Signed in with a token for each of the two services.
pub fn signed_in(script: &Script) -> Arc<Library> {
    let library = library(script);
    let token =
        AccessToken::new(Secret::new(TOKEN.into())).with(SCOPE, Secret::new(SCAN_TOKEN.into()));
    sign_in(&library, Credential::AccessToken(token));
    library
}

pub fn account_in(group: &str, name: &str) -> Value {
    let id = format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.Purview/accounts/{name}"
    );
    json!({"id": id, "name": name, "location": "eastus", "type": "Microsoft.Purview/accounts",
        "identity": {"type": "SystemAssigned", "tenantId": TENANT, "principalId": OTHER_TENANT},
        "properties": {"endpoints": {"scan": format!("https://{name}.purview.azure.com/scan")},
            "provisioningState": "Succeeded"}})
}

pub fn account() -> Answer {
    ok(account_in("rg", "pv-a"))
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it reads better where it is called"
)]
pub fn list(members: Value) -> Answer {
    ok(json!({ "value": members }))
}

pub fn self_hosted() -> Answer {
    ok(json!({"name": "ir-a", "kind": "SelfHosted", "properties": {"description": "old"}}))
}

pub fn managed() -> Answer {
    ok(json!({"name": "ir-a", "kind": "Managed", "properties": {
        "typeProperties": {"computeProperties": {"location": "eastus", "size": "odd"}}, "extra": 1}}))
}

pub fn missing() -> Answer {
    fails(404, "IntegrationRuntime_NotFound", "It is not there.")
}

pub fn old_only() -> Answer {
    fails(
        400,
        "InvalidApiVersion",
        "The api-version is not supported.",
    )
}

/// An answer with a status and no body.
pub fn empty(status: u16) -> Answer {
    Answer::Reply(status, vec![], String::new())
}

pub fn named() -> Value {
    json!({"AccountName": "pv-a", "ResourceGroupName": "rg", "Name": "ir-a"})
}

pub fn with(more: &Value) -> Value {
    let mut arguments = named();
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    arguments
}
