//! `Set-AzPurviewIntegrationRuntime`: reads, merges, asks, writes.

use azir_azure::http::RetrySafety;
use azure_core::http::Method;
use serde_json::{Map, Value, json};

use super::{
    account, model,
    scan::{Action, Scan},
};
use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    output::Record,
    request::Arguments,
    runtimes::{changes, managed::object, messages, place::RuntimePlace, set},
};

/// Creates a runtime, or changes what was asked of an existing one.
///
/// # Errors
/// The words of the other services' cmdlets for wrong combinations; what the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let place = account::of_runtime(&arm).await?;
    let wanted = set::wanted_type(arguments)?;
    let scan = Scan::connect(&arm, &place.parent).await?;
    let before = scan
        .get_if_exists(&place.name)
        .await?
        .map(|resource| written_members(&place, resource))
        .transpose()?;
    let mut after = match (&before, wanted) {
        (Some(before), Some(wanted)) if !is_kind(before, wanted) => {
            return Err(Error::invalid(
                "Type",
                messages::runtime_wrong_type(&place.name),
            ));
        }
        (Some(before), _) => before.clone(),
        (None, Some(wanted)) => Map::from_iter([
            ("kind".to_owned(), json!(wanted)),
            ("properties".to_owned(), json!({})),
        ]),
        (None, None) => return Err(Error::invalid("Type", messages::NEED_RUNTIME_TYPE)),
    };
    apply(arguments, &place, &mut after)?;

    if changes::are_wanted(call, before.is_some()) {
        let what = place.called_first();
        changes::show(call, &what, before.as_ref(), &after, model::property_name).await?;
    }
    if !set::agreed(call, &place, before.is_some()).await? {
        return call.caller.object(Record::null()).await;
    }
    let reply = scan
        .send(
            Method::Put,
            &place.name,
            Action::Itself,
            Some(&Value::Object(after)),
            RetrySafety::Safe,
        )
        .await?;
    let answer = reply.json_or_null()?;
    if !answer.is_object() {
        return Err(Error::protocol(format!(
            "The service accepted the change (HTTP status {}) but did not answer with what is there now. Get it to \
             see.",
            reply.status
        )));
    }
    call.caller
        .object(model::record(&place.parent, &answer))
        .await
}

/// What is sent back of an existing runtime: all that was read, known or not, but for what only the service writes.
fn written_members(place: &RuntimePlace, resource: Value) -> Result<Map<String, Value>> {
    let Value::Object(mut members) = resource else {
        return Err(Error::protocol(format!(
            "The service's answer for '{}' is no integration runtime.",
            place.name
        )));
    };
    members.remove("id");
    members.remove("name");
    Ok(members)
}

fn is_kind(members: &Map<String, Value>, name: &str) -> bool {
    members
        .get("kind")
        .and_then(Value::as_str)
        .is_some_and(|own| own.eq_ignore_ascii_case(name))
}

/// Puts in what the parameters say.
fn apply(
    arguments: &Arguments,
    place: &RuntimePlace,
    resource: &mut Map<String, Value>,
) -> Result<()> {
    let managed = is_kind(resource, "Managed");
    for parameter in ["Location", "ManagedVirtualNetworkName"] {
        if !managed && arguments.filled(parameter).is_some() {
            let kind = resource.get("kind").and_then(Value::as_str).unwrap_or("?");
            return Err(Error::invalid(
                parameter,
                format!(
                    "-{parameter} is for managed integration runtimes; '{}' is of type '{kind}'. Nothing was changed.",
                    place.name
                ),
            ));
        }
    }
    let properties = object(resource, "properties")?;
    if arguments.is_bound("Description") {
        match arguments.filled("Description") {
            Some(text) => properties.insert("description".to_owned(), json!(text)),
            None => properties.remove("description"),
        };
    }
    if let Some(location) = arguments.filled("Location") {
        let compute = object(object(properties, "typeProperties")?, "computeProperties")?;
        compute.insert("location".to_owned(), json!(location));
    }
    if let Some(name) = arguments.filled("ManagedVirtualNetworkName") {
        let network = object(properties, "managedVirtualNetworkReference")?;
        network.insert("referenceName".to_owned(), json!(name));
        network
            .entry("type")
            .or_insert_with(|| json!("ManagedVirtualNetworkReference"));
    }
    Ok(())
}
