//! `Update-AzDataFactoryV2`: changes what was asked of a factory and nothing else.
//!
//! Upstream resets the identity and opens public access as a side effect. `docs/deviations.md` lists this.

use azir_azure::arm::client::RequestOptions;
use azir_azure::json::{self, Lookup};
use azure_core::http::Method;
use serde_json::{Map, Value, json};

use super::set;
use crate::{
    Call,
    arm::Arm,
    datafactory::messages,
    error::{Error, ErrorKind, Result},
    request::Arguments,
    runtimes::{changes, edits, place::ParentPlace},
};

const BOTH: &str = "SystemAssigned,UserAssigned";
const ENCRYPTION: [&str; 4] = [
    "EncryptionVaultBaseUrl",
    "EncryptionKeyName",
    "EncryptionKeyVersion",
    "EncryptionUserAssignedIdentity",
];

/// Changes a factory.
///
/// # Errors
/// `InvalidInput` when nothing was asked; what the service answers; a lost race.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let place = ParentPlace::of_factory(&arm)?;
    let (name, group) = (place.name.as_str(), place.resource_group.as_str());
    let encryption = asks_encryption(arguments);
    if !encryption && part(arguments, &Value::Null)? == json!({}) {
        return Err(nothing_asked());
    }
    let what = format!("Data factory '{name}'");
    let mut known = None;
    // Read before ShouldProcess only where somebody wants to see what would change.
    if changes::are_wanted(call, false) {
        let old = arm.get(place.url(&arm)).await?;
        set::show(call, &what, Some(&old), &whole(arguments, &old)?).await?;
        known = Some(old);
    }
    if !call
        .caller
        .should_process_only(&messages::factory_updating(name, group), name)
        .await?
    {
        return Ok(());
    }
    let old = match known {
        Some(old) => old,
        None if encryption || asks_identity(arguments) => arm.get(place.url(&arm)).await?,
        None => Value::Null,
    };
    // The published PATCH knows no encryption, so the whole factory is written back with it.
    let answer = if encryption {
        let body = whole(arguments, &old)?;
        set::write(&arm, &place, Some(&old), &body).await?
    } else {
        let body = part(arguments, &old)?;
        arm.send(
            Method::Patch,
            place.url(&arm),
            Some(&body),
            RequestOptions::default(),
        )
        .await?
        .written()?
    };
    if !arguments.is_bound("Tag") {
        let parameter = "Update-AzDataFactoryV2 -Tag";
        edits::warn_unwritten(call, &place.called(), "Tags", answer.at("tags"), parameter).await?;
    }
    let record = super::record(&call.library, Some((group, name)), &answer);
    call.caller.object(record).await
}

fn asks_identity(arguments: &Arguments) -> bool {
    arguments.filled("IdentityType").is_some() || assigned(arguments).is_some()
}

fn asks_encryption(arguments: &Arguments) -> bool {
    ENCRYPTION
        .into_iter()
        .any(|parameter| arguments.filled(parameter).is_some())
}

/// What was asked, but for encryption.
///
/// # Errors
/// `InvalidInput` for a tag whose value is no text.
fn part(arguments: &Arguments, old: &Value) -> Result<Value> {
    let mut body = Map::new();
    if let Some(tags) = super::tags(arguments)? {
        body.insert("tags".to_owned(), tags);
    }
    if asks_identity(arguments) {
        body.insert("identity".to_owned(), merged_identity(arguments, old));
    }
    if let Some(access) = arguments.filled("PublicNetworkAccess") {
        body.insert(
            "properties".to_owned(),
            json!({ "publicNetworkAccess": access }),
        );
    }
    Ok(Value::Object(body))
}

/// The whole factory with what was asked.
///
/// # Errors
/// `InvalidInput` when the vault or the key of an encryption stays unknown.
fn whole(arguments: &Arguments, old: &Value) -> Result<Value> {
    let mut part = part(arguments, old)?;
    let mut properties = set::kept_properties(old);
    if let Value::Object(own) = part["properties"].take() {
        properties.extend(own);
    }
    if asks_encryption(arguments) {
        set::encryption(arguments, &mut properties)?;
    }
    let mut body = Map::new();
    let identity = set::kept_identity(old).map_or(Value::Null, Value::Object);
    for (member, kept) in [
        ("location", old.at("location").clone()),
        ("tags", old.at("tags").clone()),
        ("identity", identity),
    ] {
        let value = match part[member].take() {
            Value::Null => kept,
            value => value,
        };
        if !value.is_null() {
            body.insert(member.to_owned(), value);
        }
    }
    body.insert("properties".to_owned(), Value::Object(properties));
    Ok(Value::Object(body))
}

/// The user-assigned identities that were asked for, if any.
fn assigned(arguments: &Arguments) -> Option<&Map<String, Value>> {
    arguments
        .value("UserAssignedIdentity")
        .and_then(Value::as_object)
        .filter(|assigned| !assigned.is_empty())
}

/// The identity that `old` has, with what was asked: user-assigned identities are added, and
/// go only with a type that has none.
fn merged_identity(arguments: &Arguments, old: &Value) -> Value {
    let mut identity = set::kept_identity(old).unwrap_or_default();
    let mut kind = arguments
        .filled("IdentityType")
        .or_else(|| identity.member("type")?.as_str().map(str::to_owned))
        .unwrap_or_else(|| BOTH.to_owned());
    let mut users = match json::remove(&mut identity, "userAssignedIdentities") {
        Some(Value::Object(users)) => users,
        _ => Map::new(),
    };
    for id in assigned(arguments).into_iter().flat_map(Map::keys) {
        if !users.keys().any(|own| own.eq_ignore_ascii_case(id)) {
            users.insert(id.clone(), json!({}));
        }
    }
    let has_users = |kind: &str| kind.to_ascii_lowercase().contains("userassigned");
    if assigned(arguments).is_some() && !has_users(&kind) {
        BOTH.clone_into(&mut kind);
    }
    if has_users(&kind) && !users.is_empty() {
        identity.insert("userAssignedIdentities".to_owned(), Value::Object(users));
    }
    json::set(&mut identity, "type", json!(kind));
    Value::Object(identity)
}

fn nothing_asked() -> Error {
    Error::new(
        ErrorKind::InvalidInput { parameter: None },
        "There is nothing to update. Give at least one of -Tag, -IdentityType, -UserAssignedIdentity, \
         -PublicNetworkAccess, -EncryptionVaultBaseUrl, -EncryptionKeyName, -EncryptionKeyVersion and \
         -EncryptionUserAssignedIdentity.",
    )
}
