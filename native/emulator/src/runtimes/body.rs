//! Checks the document of a runtime and says why it is refused.

use serde_json::Value;

use super::documents::SYNAPSE_STATE;
use super::place::Place;
use crate::wire::Refusal;
use crate::world::Service;

/// The two kinds of runtime.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Managed,
    SelfHosted,
}

impl Kind {
    /// The discriminator, in any casing.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Managed, Self::SelfHosted]
            .into_iter()
            .find(|kind| kind.name().eq_ignore_ascii_case(name))
    }

    /// The discriminator as the service writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Managed => "Managed",
            Self::SelfHosted => "SelfHosted",
        }
    }
}

/// How a linked runtime refers to the shared one.
pub enum LinkedInfo {
    /// By its id, with the factory's own identity or that of a credential.
    Rbac {
        resource_id: String,
        credential: bool,
    },
    /// With one of its keys, or the mask of a key that was given before.
    Key(String),
}

/// The kind that a document's `properties` say.
pub fn kind(properties: &Value) -> Option<Kind> {
    properties["type"].as_str().and_then(Kind::parse)
}

/// Checks the document and writes its discriminator as the service does.
///
/// # Errors
///
/// `BadRequest` with what is wrong.
pub fn check(place: &Place, properties: &mut Value) -> Result<Kind, Refusal> {
    if !properties.is_object() {
        return Err(invalid(
            place,
            "Unknown",
            "The 'properties' of an integration runtime are required.",
        ));
    }
    let Some(name) = properties["type"].as_str() else {
        return Err(invalid(
            place,
            "Unknown",
            "The 'type' of an integration runtime is required: 'Managed' or 'SelfHosted'.",
        ));
    };
    let Some(kind) = Kind::parse(name) else {
        return Err(invalid(
            place,
            name,
            "The type is not supported: use 'Managed' or 'SelfHosted'.",
        ));
    };
    properties["type"] = kind.name().into();
    if properties.get("description").is_some_and(Value::is_null) {
        properties
            .as_object_mut()
            .map(|members| members.shift_remove("description"));
    }
    if properties
        .get("description")
        .is_some_and(|text| !text.is_string())
    {
        return Err(invalid(
            place,
            kind.name(),
            "The 'description' must be a string.",
        ));
    }
    match kind {
        Kind::Managed => check_managed(place, properties)?,
        Kind::SelfHosted => check_self_hosted(place, properties)?,
    }
    Ok(kind)
}

fn check_managed(place: &Place, properties: &mut Value) -> Result<(), Refusal> {
    let refuse = |message: &str| Err(invalid(place, "Managed", message));
    // The state is the service's to say.
    if let Some(members) = properties.as_object_mut() {
        members.shift_remove("state");
        if place.service == Service::Synapse {
            members.shift_remove(SYNAPSE_STATE);
        }
    }
    match properties.get_mut("typeProperties") {
        // A runtime without details is taken, and it resolves its location by itself.
        None | Some(Value::Null) => return Ok(()),
        Some(Value::Object(details)) => {
            // So is this.
            details.shift_remove("interactiveQuery");
        }
        Some(_) => return refuse("The 'typeProperties' must be an object."),
    }
    let details = &properties["typeProperties"];
    let compute = &details["computeProperties"];
    for (name, least) in [("numberOfNodes", 1), ("maxParallelExecutionsPerNode", 1)] {
        if compute.get(name).is_some_and(|value| {
            !value.is_null() && value.as_i64().is_none_or(|value| value < least)
        }) {
            return refuse(&format!(
                "The value of '{name}' must be a whole number of at least {least}."
            ));
        }
    }
    if let Some(location) = compute["location"].as_str() {
        let automatic = location.eq_ignore_ascii_case("AutoResolve");
        if !automatic && !crate::facts::locations::is_known(location) {
            return refuse(&format!(
                "The location '{location}' is not available for integration runtimes."
            ));
        }
    }
    if is_dedicated(properties) {
        let compute = &properties["typeProperties"]["computeProperties"];
        if compute["nodeSize"].as_str().is_none() || compute["location"].as_str().is_none() {
            return refuse(
                "An Azure-SSIS integration runtime needs 'location' and 'nodeSize' in its 'computeProperties'.",
            );
        }
    }
    Ok(())
}

fn check_self_hosted(place: &Place, properties: &Value) -> Result<(), Refusal> {
    let Some(info) = properties["typeProperties"]
        .get("linkedInfo")
        .filter(|info| !info.is_null())
    else {
        return Ok(());
    };
    if place.service == Service::Synapse {
        return Err(invalid(
            place,
            "SelfHosted",
            "A workspace has no linked integration runtimes.",
        ));
    }
    if linked_info(properties).is_none() {
        let given = info["authorizationType"].as_str().unwrap_or_default();
        return Err(invalid(
            place,
            "SelfHosted",
            &format!(
                "The 'linkedInfo' with authorization type '{given}' is not complete: 'RBAC' needs 'resourceId', \
                 'Key' needs 'key'."
            ),
        ));
    }
    Ok(())
}

/// Whether a managed runtime is one of its own machines (SSIS).
pub fn is_dedicated(properties: &Value) -> bool {
    properties["typeProperties"]["ssisProperties"].is_object()
}

/// The link in a document, if there is one. The discriminator is read in any casing.
pub fn linked_info(properties: &Value) -> Option<LinkedInfo> {
    let info = &properties["typeProperties"]["linkedInfo"];
    match info["authorizationType"]
        .as_str()?
        .to_ascii_lowercase()
        .as_str()
    {
        "rbac" => Some(LinkedInfo::Rbac {
            resource_id: info["resourceId"].as_str()?.to_owned(),
            credential: info["credential"].is_object(),
        }),
        "key" => Some(LinkedInfo::Key(info["key"]["value"].as_str()?.to_owned())),
        _ => None,
    }
}

fn invalid(place: &Place, kind: &str, message: &str) -> Refusal {
    place.bad_request(format!(
        "Invalid resource request. Resource type: '{kind}IntegrationRuntime', Resource name: '{}' 'Error: {message}'.",
        place.runtime
    ))
}

/// A name that breaks the rules.
pub fn invalid_name(place: &Place) -> Refusal {
    place.bad_request(format!(
        "Invalid resource name '{}': a name has 3 to 63 letters and digits, with single dashes between them.",
        place.runtime
    ))
}
