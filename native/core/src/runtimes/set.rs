//! `Set-AzDataFactoryV2IntegrationRuntime`: reads, merges, asks, writes.

use async_trait::async_trait;
use azir_azure::json::{self, Lookup};
use azir_azure::secret::Secret;
use serde_json::{Map, Value, json};

use super::{
    body::{self, Body, Kind, RuntimeBody, STATES, Written},
    edits, extras, linked, managed, managed_properties, model,
    version::{Version, Versioned},
};
use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    output::{Field, Record},
    request::Arguments,
    runtimes::{azure, changes, merge, messages, place::RuntimePlace, service::Service, written},
};

/// What a service puts in place of a secret that it keeps.
pub const MASK: &str = "**********";

/// Creates a runtime, or changes what was asked of an existing one.
///
/// # Errors
/// Upstream's words for wrong combinations; what the service answers; a lost race.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let wanted = wanted_type(arguments)?;
    let shared = arguments.filled("SharedIntegrationRuntimeResourceId");
    if wanted == Some("Managed") && (arguments.is_bound("AuthKey") || shared.is_some()) {
        return Err(Error::invalid("AuthKey", messages::INVALID_SHARING));
    }
    refuse_typed_masks(arguments)?;
    refuse_bare_container(arguments)?;
    extras::refuse_contradictions(arguments)?;
    let place = RuntimePlace::of(&arm).await?;

    let existing = place.get_if_exists(&arm).await?;
    let before = existing
        .as_ref()
        .map(|resource| own_properties(&place, resource))
        .transpose()?;
    let mut properties = match &before {
        Some(before) => changed(arguments, &place, wanted, before.clone())?,
        None => created(arguments, wanted)?,
    };
    if let Some(shared) = &shared {
        if !Kind::of_properties(&*properties).is_self_hosted() {
            return Err(Error::invalid(
                "SharedIntegrationRuntimeResourceId",
                messages::INVALID_SHARING,
            ));
        }
        linked::set_resource_id(&mut properties, shared)?;
        extras::credential(arguments, &place, &mut properties)?;
        if let Some(resource) = &existing {
            linked::refuse_conversion(&place, resource, &properties)?;
        }
        // A workspace has no sharing of its own to check.
        if place.parent.service == Service::DataFactory {
            linked::check(&arm, &place, shared).await?;
        }
    }
    extras::clear(arguments, &mut properties);
    if let Some(description) = arguments.filled("Description") {
        json::set(&mut properties, "description", json!(description));
    }
    if Kind::of_properties(&*properties) == Kind::Managed {
        managed::apply(place.parent.service, arguments, &mut properties)?;
    }
    extras::apply(arguments, &place, &mut properties)?;
    merge::property(arguments, &mut properties)?;
    managed_properties::restore_types(&mut properties);
    order(&mut properties);
    if let Some(resource) = &existing {
        linked::refuse_conversion(&place, resource, &properties)?;
    }
    azure::refuse_move(&place, before.as_deref(), &properties)?;

    let described = before
        .as_ref()
        .map_or(&Value::Null, |own| own.at("description"));
    let parameter = format!("Set-{} -Description", place.parent.service.noun());
    edits::warn_unwritten(call, &place.called(), "Description", described, &parameter).await?;

    if changes::are_wanted(call, existing.is_some()) {
        let what = place.called_first();
        changes::show(
            call,
            &what,
            before.as_deref(),
            &properties,
            managed_properties::property_name,
        )
        .await?;
    }
    if !agreed(call, &place, existing.is_some()).await? {
        return call.caller.object(Record::null()).await;
    }
    tell_masks(call, &properties).await?;
    let answer = write(&arm, &place, existing.as_ref(), properties).await?;
    call.caller
        .object(model::record(&place.parent, &answer))
        .await
}

/// Writes the runtime if it is still the version that was read, or the one that the caller knows.
///
/// # Errors
/// What the service answers; a lost race.
pub(crate) async fn write(
    arm: &Arm<'_>,
    place: &RuntimePlace,
    existing: Option<&RuntimeBody>,
    properties: Written,
) -> Result<RuntimeBody> {
    let given = arm.call.arguments().version("IfMatch")?;
    let body = properties.into_resource();
    let what = place.called_first();
    let Some(etag) = existing
        .and_then(RuntimeBody::etag)
        .filter(|_| given.is_none())
    else {
        return written::put(arm, place, &body, given.as_deref())
            .await
            .map_err(|error| error.or_lost_race(&what));
    };
    let version = Version {
        etag: etag.to_owned(),
        what,
    };
    version.write(arm, &Write { arm, place, body }).await
}

/// One runtime on its way.
struct Write<'a> {
    arm: &'a Arm<'a>,
    place: &'a RuntimePlace,
    body: Body,
}

#[async_trait]
impl Versioned for Write<'_> {
    type Written = RuntimeBody;

    async fn put(&self, version: Option<&str>) -> Result<RuntimeBody> {
        written::put(self.arm, self.place, &self.body, version).await
    }

    async fn etag(&self) -> Result<Option<String>> {
        let now = self.place.get_if_exists(self.arm).await?;
        Ok(now.and_then(|now| now.etag().map(str::to_owned)))
    }
}

/// The canonical casing of `-Type`, where one is given.
///
/// # Errors
/// `InvalidInput` for any other word.
pub(crate) fn wanted_type(arguments: &Arguments) -> Result<Option<&'static str>> {
    match arguments.text("Type").filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) if text.eq_ignore_ascii_case("Managed") => Ok(Some("Managed")),
        Some(text) if text.eq_ignore_ascii_case("SelfHosted") => Ok(Some("SelfHosted")),
        Some(text) => Err(Error::invalid(
            "Type",
            format!(
                "'{text}' is not a type of integration runtime: it is 'Managed' or 'SelfHosted'."
            ),
        )),
    }
}

/// The properties of an existing runtime but for the one that only the service writes.
///
/// # Errors
/// `Protocol` where the document has no properties.
pub(crate) fn own_properties(place: &RuntimePlace, resource: &RuntimeBody) -> Result<Written> {
    let mut properties = resource
        .properties()
        .as_object()
        .cloned()
        .map(Written::new)
        .ok_or_else(|| {
            Error::protocol(format!(
                "The service's answer for '{}' has no properties.",
                place.name
            ))
        })?;
    for state in STATES {
        json::remove(&mut properties, state);
    }
    Ok(properties)
}

/// The properties to send back for an existing runtime: all that was read, known or not.
fn changed(
    arguments: &Arguments,
    place: &RuntimePlace,
    wanted: Option<&str>,
    mut properties: Written,
) -> Result<Written> {
    const AUTHORING: &str = "selfContainedInteractiveAuthoringEnabled";
    let managed = Kind::of_properties(&*properties) == Kind::Managed;
    if wanted.is_some_and(|wanted| (wanted == "Managed") != managed) {
        return Err(Error::invalid(
            "Type",
            messages::runtime_wrong_type(&place.name),
        ));
    }
    if arguments.is_bound("AuthKey") {
        return Err(Error::invalid(
            "AuthKey",
            messages::auth_key_not_allowed(&place.name),
        ));
    }
    if !managed && arguments.is_bound("SelfContainedInteractiveAuthoringEnabled") {
        let wanted = arguments.switch("SelfContainedInteractiveAuthoringEnabled");
        let old = properties.at_path(&["typeProperties", AUTHORING]);
        if Field::from_flag(Some(old)) != Field::Flag(wanted) && (wanted || !old.is_null()) {
            body::set(
                &mut properties,
                &["typeProperties", AUTHORING],
                json!(wanted),
            )?;
        }
    }
    Ok(properties)
}

/// The properties of a new runtime.
fn created(arguments: &Arguments, wanted: Option<&str>) -> Result<Written> {
    let Some(wanted) = wanted else {
        return Err(Error::invalid("Type", messages::NEED_RUNTIME_TYPE));
    };
    let mut properties = Written::default();
    properties.insert("type".to_owned(), json!(wanted));
    if wanted == "Managed" {
        return Ok(properties);
    }
    if let Some(key) = arguments.secret("AuthKey") {
        body::set(
            &mut properties,
            &["typeProperties", "linkedInfo"],
            json!({
                "authorizationType": "Key",
                "key": {"type": "SecureString", "value": key.expose()},
            }),
        )?;
    }
    if arguments.switch("SelfContainedInteractiveAuthoringEnabled") {
        body::set(
            &mut properties,
            &["typeProperties", "selfContainedInteractiveAuthoringEnabled"],
            json!(true),
        )?;
    }
    Ok(properties)
}

/// Brings `type`, `typeProperties` and `description` to the front: the order on upstream's wire. The kind gets the
/// casing of the specification, whatever was read or typed.
pub(crate) fn order(properties: &mut Map<String, Value>) {
    let mut rest = std::mem::take(properties);
    for name in ["type", "typeProperties", "description"] {
        let own = json::name_in(&rest, name);
        if let Some(value) = json::remove(&mut rest, &own) {
            properties.insert(own, value);
        }
    }
    properties.append(&mut rest);
    let name = match Kind::of_properties(&*properties) {
        Kind::Managed => "Managed",
        Kind::SelfHosted | Kind::Linked => "SelfHosted",
        Kind::Unknown => return,
    };
    json::set(properties, "type", json!(name));
}

/// Asks whether the runtime may be written, and once more when there is one.
///
/// # Errors
/// `Cancelled`.
pub(crate) async fn agreed(call: &Call, place: &RuntimePlace, exists: bool) -> Result<bool> {
    let action = if exists {
        messages::runtime_updating(place)
    } else {
        messages::runtime_creating(place)
    };
    if !call.caller.should_process(&action, &place.name).await? {
        return Ok(false);
    }
    if !exists {
        return Ok(true);
    }
    call.caller
        .should_continue(&messages::runtime_exists(place))
        .await
}

/// A mask that the user types would become the secret.
fn refuse_typed_masks(arguments: &Arguments) -> Result<()> {
    let password = arguments
        .credential("CatalogAdminCredential")
        .map(|(_, password)| password);
    let token = arguments
        .secret("SetupScriptContainerSasUri")
        .and_then(|address| {
            let text = address.expose();
            text.find('?')
                .map(|at| Secret::new(text[at + 1..].to_owned()))
        });
    for (parameter, secret) in [
        ("AuthKey", arguments.secret("AuthKey")),
        ("CatalogAdminCredential", password),
        ("SetupScriptContainerSasUri", token),
    ] {
        if let Some(secret) = secret {
            refuse_mask(parameter, &secret)?;
        }
    }
    Ok(())
}

/// Without its token the container cannot be read, and the service finds that out at the next start only.
fn refuse_bare_container(arguments: &Arguments) -> Result<()> {
    const PARAMETER: &str = "SetupScriptContainerSasUri";
    match arguments.secret(PARAMETER) {
        Some(address) if !address.expose().contains('?') => Err(Error::invalid(
            PARAMETER,
            "What is given as -SetupScriptContainerSasUri has no '?', and so no shared access signature. It is the \
             address of a blob container and the signature: \
             https://<account>.blob.core.windows.net/<container>?<signature>. Nothing was changed.",
        )),
        _ => Ok(()),
    }
}

/// Refuses a secret that is only asterisks.
///
/// # Errors
/// `InvalidInput` that names `parameter`.
pub fn refuse_mask(parameter: &str, secret: &Secret) -> Result<()> {
    let text = secret.expose();
    if text.len() < 6 || !text.bytes().all(|byte| byte == b'*') {
        return Ok(());
    }
    Err(Error::invalid(
        parameter,
        format!(
            "The secret in '{parameter}' is only asterisks, which is how Azure shows a secret that it keeps. Give \
             the secret itself, or leave the parameter out to keep the present one."
        ),
    ))
}

/// Says when a kept secret goes back as its mask: that Azure keeps it is an assumption.
async fn tell_masks(call: &Call, properties: &Map<String, Value>) -> Result<()> {
    fn has_mask(value: &Value) -> bool {
        match value {
            Value::String(text) => text == MASK,
            Value::Array(items) => items.iter().any(has_mask),
            Value::Object(members) => members.values().any(has_mask),
            _ => false,
        }
    }
    if properties.values().any(has_mask) {
        call.caller
            .verbose(
                "A secret that Azure shows masked is sent back as it came, so that it is kept.",
            )
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_sent_in_upstreams_order_and_casing() {
        let Value::Object(mut properties) =
            json!({"extra": 1, "description": "d", "type": "managed", "typeProperties": {}})
        else {
            unreachable!()
        };
        order(&mut properties);
        assert_eq!(
            Value::Object(properties).to_string(),
            r#"{"type":"Managed","typeProperties":{},"description":"d","extra":1}"#
        );
    }
}
