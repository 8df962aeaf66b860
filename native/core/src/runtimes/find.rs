//! Data factories, workspaces and Purview accounts of a subscription: their list, and the one that has a name.

use azir_azure::arm::paging::Pages;
use azir_azure::json::Lookup;
use azure_core::http::Url;
use serde_json::Value;

use super::{place::ParentPlace, service::Service};
use crate::{
    arm::Arm,
    error::{Error, ErrorKind, Result},
    runtimes::resource_id::ParentId,
};

/// The address of the list of a resource group, or of the subscription where none is given.
///
/// # Errors
/// Upstream's words when no subscription was chosen.
pub fn list_url(arm: &Arm<'_>, service: Service, group: Option<&str>) -> Result<Url> {
    let mut segments = vec!["subscriptions", arm.subscription()?];
    if let Some(group) = group {
        segments.extend(["resourceGroups", group]);
    }
    segments.extend(["providers", service.namespace(), service.collection()]);
    Ok(arm.url(&segments, service.api_version()))
}

/// The place that a resource of such a list has by its id.
#[must_use]
pub fn id_of(service: Service, resource: &Value) -> Option<ParentId> {
    ParentId::parse(service, "Id", resource.at("id").as_str()?).ok()
}

/// The one of this name in the subscription, in the casing of `name`.
///
/// # Errors
/// `NotFound`; `InvalidInput` that names the resource groups when several have one of that name; what the service
/// answers.
pub async fn by_name(arm: &Arm<'_>, service: Service, name: &str) -> Result<ParentPlace> {
    let mut groups: Vec<String> = Vec::new();
    let mut pages = Pages::new(arm, list_url(arm, service, None)?);
    while let Some(page) = pages.next().await? {
        groups.extend(
            page.iter()
                .filter_map(|resource| id_of(service, resource))
                .filter(|id| id.name.eq_ignore_ascii_case(name))
                .map(|id| id.resource_group),
        );
    }
    if groups.len() > 1 {
        return Err(Error::invalid(
            "ResourceGroupName",
            format!(
                "There is a {} '{name}' in each of the resource groups '{}'. Say with -ResourceGroupName which one is \
                 meant.",
                service.parent(),
                groups.join("', '")
            ),
        ));
    }
    match groups.pop() {
        Some(resource_group) => Ok(ParentPlace {
            service,
            subscription: arm.subscription()?.to_owned(),
            resource_group,
            name: name.to_owned(),
        }),
        None => Err(not_found(arm, service, name)),
    }
}

/// Upstream's words for a workspace, which serve the others too, and the next step.
#[must_use]
pub fn not_found(arm: &Arm<'_>, service: Service, name: &str) -> Error {
    let kind = service.parent();
    let short = kind.rsplit(' ').next().unwrap_or(kind);
    let list = match service {
        Service::DataFactory => "Get-AzDataFactoryV2",
        Service::Synapse => "Get-AzSynapseWorkspace",
        Service::Purview => "Get-AzPurviewAccount",
    };
    Error::new(
        ErrorKind::NotFound,
        format!(
            "Could not find {kind}: '{name}' in any resource group in the currently selected subscription: {}. Please \
             ensure this {short} exists and that the current user has access to it. {list} shows those that there are; \
             Select-AzSubscription changes to another subscription.",
            arm.subscription().unwrap_or_default()
        ),
    )
}
