//! `Set-AzPurviewIntegrationRuntime`: reads, merges, asks, writes.

use azir_azure::json::{self, Lookup};
use serde_json::{Map, Value, json};

use super::{account, model, scan::Scan};
use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    output::Record,
    request::Arguments,
    runtimes::{
        api::Runtimes,
        body::{self, Kind, RuntimeBody, Written, object},
        changes, messages,
        place::RuntimePlace,
        set,
    },
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
        (Some((_, kind)), Some(wanted)) if !is_of(*kind, wanted) => {
            return Err(Error::invalid(
                "Type",
                messages::runtime_wrong_type(&place.name),
            ));
        }
        (Some((before, _)), _) => before.clone(),
        (None, Some(wanted)) => Written::new(Map::from_iter([
            ("kind".to_owned(), json!(wanted)),
            ("properties".to_owned(), json!({})),
        ])),
        (None, None) => return Err(Error::invalid("Type", messages::NEED_RUNTIME_TYPE)),
    };
    apply(arguments, &place, &mut after)?;

    let before = before.map(|(before, _)| before);
    if changes::are_wanted(call, before.is_some()) {
        let what = place.called_first();
        changes::show(call, &what, before.as_deref(), &after, model::property_name).await?;
    }
    if !set::agreed(call, &place, before.is_some()).await? {
        return call.caller.object(Record::null()).await;
    }
    let answer = scan.put(&place.name, &after.into_body(), None).await?;
    call.caller
        .object(model::record(&place.parent, &answer))
        .await
}

/// What is sent back of an existing runtime: all that was read, known or not, but for what only the service writes. And
/// which kind it is.
fn written_members(place: &RuntimePlace, resource: RuntimeBody) -> Result<(Written, Kind)> {
    let kind = resource.kind();
    let Value::Object(mut members) = resource.into_document() else {
        return Err(Error::protocol(format!(
            "The service's answer for '{}' is not an integration runtime.",
            place.name
        )));
    };
    json::remove(&mut members, "id");
    json::remove(&mut members, "name");
    Ok((Written::new(members), kind))
}

/// Whether `-Type` names this kind.
fn is_of(kind: Kind, wanted: &str) -> bool {
    match kind {
        Kind::Managed => wanted == "Managed",
        Kind::SelfHosted | Kind::Linked => wanted == "SelfHosted",
        Kind::Unknown => false,
    }
}

/// Puts in what the parameters say.
fn apply(
    arguments: &Arguments,
    place: &RuntimePlace,
    resource: &mut Map<String, Value>,
) -> Result<()> {
    let kind = resource.at("kind").as_str().unwrap_or("?").to_owned();
    let managed = kind.eq_ignore_ascii_case("Managed");
    for parameter in ["Location", "ManagedVirtualNetworkName"] {
        if !managed && arguments.filled(parameter).is_some() {
            return Err(Error::invalid(
                parameter,
                format!(
                    "-{parameter} is for managed integration runtimes; '{}' is of type '{kind}'. Nothing was changed.",
                    place.name
                ),
            ));
        }
    }
    if arguments.is_bound("Description") {
        let properties = object(resource, "properties")?;
        match arguments.filled("Description") {
            Some(text) => json::set(properties, "description", json!(text)),
            None => drop(json::remove(properties, "description")),
        }
    }
    if let Some(location) = arguments.filled("Location") {
        let path = [
            "properties",
            "typeProperties",
            "computeProperties",
            "location",
        ];
        body::set(resource, &path, json!(location))?;
    }
    if let Some(name) = arguments.filled("ManagedVirtualNetworkName") {
        let properties = object(resource, "properties")?;
        let network = object(properties, "managedVirtualNetworkReference")?;
        json::set(network, "referenceName", json!(name));
        if network.member("type").is_none() {
            network.insert("type".to_owned(), json!("ManagedVirtualNetworkReference"));
        }
    }
    Ok(())
}
