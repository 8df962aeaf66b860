//! The credentials of a data factory: a name for an identity that users assign.

use azir_azure::json::Lookup;

use super::{place::ParentPlace, service::Service};
use crate::{arm::Arm, error::Result};

/// Reads the resource id of the identity that the credential `name` stands for; nothing where it stands for another
/// kind of identity.
///
/// # Errors
/// What the service answers.
pub async fn identity(arm: &Arm<'_>, place: &ParentPlace, name: &str) -> Result<Option<String>> {
    let own = [place.segments(), vec!["credentials", name]].concat();
    let found = arm
        .get_object(arm.url(&own, Service::DataFactory.api_version()))
        .await?;
    Ok(found
        .at_path(&["properties", "typeProperties", "resourceId"])
        .as_str()
        .filter(|own| !own.is_empty())
        .map(str::to_owned))
}
