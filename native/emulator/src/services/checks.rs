//! The checks that every PUT of a factory, workspace or account passes.

use hyper::Method;
use serde_json::Value;

use crate::arm::Call;
use crate::facts::locations;
use crate::runtimes::Place;
use crate::wire::Refusal;

/// What the gateway calls a method on the resource itself.
///
/// # Errors
///
/// `MethodNotAllowed`.
pub fn verb(call: &Call<'_>, place: &Place) -> Result<&'static str, Refusal> {
    match call.request.method {
        Method::GET => Ok("read"),
        Method::PUT | Method::PATCH => Ok("write"),
        Method::DELETE => Ok("delete"),
        _ => Err(Refusal::gateway(
            405,
            "MethodNotAllowed",
            format!("The method is not allowed on a {}.", place.service.noun()),
        )),
    }
}

/// The location of a put: one that there is, and the same as before.
///
/// # Errors
///
/// The gateway's.
pub fn location(call: &Call<'_>, place: &Place, body: &Value) -> Result<String, Refusal> {
    let Some(location) = body["location"]
        .as_str()
        .filter(|location| !location.is_empty())
    else {
        return Err(Refusal::gateway(
            400,
            "LocationRequired",
            "The location property is required for this definition.",
        ));
    };
    if !locations::is_known(location) {
        return Err(Refusal::gateway(
            400,
            "LocationNotAvailableForResourceType",
            format!(
                "The provided location '{location}' is not available for resource type '{}'. List of \
                 available regions for the resource type is '{}'.",
                place.service.kind(),
                locations::names()
            ),
        ));
    }
    match call.world.parents.get(&place.parent_key) {
        Some(existing) if existing.region() != locations::normalize(location) => {
            Err(Refusal::gateway(
                409,
                "InvalidResourceLocation",
                format!(
                    "The resource '{}' already exists in location '{}' in resource group '{}'. A resource with the \
                     same name cannot be created \
                 in location '{location}'. Please select a new resource name.",
                    existing.name, existing.location, existing.group
                ),
            ))
        }
        _ => Ok(location.to_owned()),
    }
}

/// Whether another resource of the service has the name: names are the whole world's.
pub fn is_taken(call: &Call<'_>, place: &Place) -> bool {
    !call.world.parents.contains_key(&place.parent_key)
        && call.world.parents.values().any(|parent| {
            parent.service == place.service && parent.name.eq_ignore_ascii_case(&place.parent)
        })
}
