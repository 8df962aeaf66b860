//! What is peculiar to runtimes that Azure runs: the default one, and the state Limited.
//!
//! Source: <https://learn.microsoft.com/azure/data-factory/create-azure-integration-runtime>.

use azir_azure::json::Lookup;
use serde_json::{Map, Value};

use super::{model, place::RuntimePlace, service::Service};
use crate::{
    Call,
    error::{Error, Result},
    output::{Field, Record},
};

/// Where the default runtime is: wherever the data are.
const AUTOMATIC: &str = "autoresolve";

/// The default runtime is not removed.
///
/// # Errors
/// `InvalidInput` with what to do instead.
pub fn refuse_removal(place: &RuntimePlace) -> Result<()> {
    if model::is_default(&place.name) {
        return Err(kept(place, "it is not removed"));
    }
    Ok(())
}

/// The default runtime stays where it is: what refers to it counts on that.
///
/// # Errors
/// `InvalidInput` with what to do instead.
pub fn refuse_move(
    place: &RuntimePlace,
    old: Option<&Map<String, Value>>,
    new: &Map<String, Value>,
) -> Result<()> {
    let wanted = location(new);
    if !model::is_default(&place.name) || wanted == AUTOMATIC {
        return Ok(());
    }
    let present = old.map_or_else(|| AUTOMATIC.to_owned(), location);
    if wanted == present {
        return Ok(());
    }
    Err(kept(place, "its location is not changed"))
}

/// The location as Azure compares it.
fn location(properties: &Map<String, Value>) -> String {
    let location = properties.at_path(&["typeProperties", "computeProperties", "location"]);
    plain_location(location.as_str().unwrap_or(AUTOMATIC))
}

/// `West Europe` and `westeurope` are the same place.
#[must_use]
pub fn plain_location(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

fn kept(place: &RuntimePlace, what: &str) -> Error {
    let service = place.parent.service;
    Error::invalid(
        "Name",
        format!(
            "'{}' is the default integration runtime, which every {} has: {what}. To run work in another location, \
             make an integration runtime of another name with Set-{} -Name <name> -Type Managed -Location <location>, \
             and refer to that one. Nothing was changed.",
            place.name,
            service.parent(),
            service.noun()
        ),
    )
}

/// A factory's default runtime cannot be read unless it was set before; Synapse has it in its list.
#[must_use]
pub fn default_not_made(place: &RuntimePlace, error: Error) -> Error {
    let hint = format!(
        "'{}' is the default integration runtime, which every {} has from the start: there is nothing \
         to read of it. What names no other integration runtime uses it.",
        place.name,
        place.parent.service.parent()
    );
    error.with_hint(hint)
}

/// Says what the state Limited of a runtime that Azure runs means, and how it is repaired.
///
/// # Errors
/// `Cancelled`.
pub async fn warn_limited(call: &Call, place: &RuntimePlace, record: &Record) -> Result<()> {
    let is = |member: &str, wanted: &str| {
        matches!(
            record.member(member),
            Some(Field::Text(text)) if text.eq_ignore_ascii_case(wanted)
        )
    };
    if !is("State", "Limited") || !is("Type", "Managed") {
        return Ok(());
    }
    call.caller.warning(limited(place)).await
}

fn limited(place: &RuntimePlace) -> String {
    let parent = &place.parent;
    let noun = parent.service.noun();
    let work = if parent.service == Service::Purview {
        "scans"
    } else {
        "activities"
    };
    format!(
        "{} is in the state Limited: Azure cannot give it all that it is to have, and {work} that use it may fail. \
         Repair it by setting it again as it is: Get-{noun} -ResourceGroupName '{}' -{} '{}' -Name '{}' | Set-{noun} \
         -Force",
        place.called_first(),
        parent.resource_group,
        parent.service.parent_name(),
        parent.name,
        place.name,
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::runtimes::place::ParentPlace;

    fn place(name: &str) -> RuntimePlace {
        RuntimePlace {
            parent: ParentPlace {
                service: Service::Synapse,
                subscription: "s".into(),
                resource_group: "rg".into(),
                name: "ws".into(),
            },
            name: name.into(),
        }
    }

    fn at(location: &Value) -> Map<String, Value> {
        let properties = json!({"typeProperties": {"computeProperties": {"location": location}}});
        properties.as_object().cloned().unwrap()
    }

    #[test]
    fn the_default_runtime_stays_where_it_is() {
        let default = place("autoResolveIntegrationRuntime");
        let moved = |old: Option<Value>, new: &Value| {
            refuse_move(&default, old.as_ref().map(at).as_ref(), &at(new)).is_err()
        };
        assert!(moved(None, &json!("eastus")));
        assert!(moved(Some(json!("AutoResolve")), &json!("eastus")));
        assert!(moved(Some(Value::Null), &json!("eastus")));
        assert!(!moved(Some(json!("East US")), &json!("eastus")));
        assert!(!moved(Some(json!("eastus")), &json!("AutoResolve")));
        assert!(!moved(None, &Value::Null));
        assert!(refuse_move(&place("other"), None, &at(&json!("eastus"))).is_ok());
        assert!(refuse_removal(&default).is_err());
        assert!(refuse_removal(&place("other")).is_ok());
    }
}
