//! Linked runtimes: what would fail in the service is refused before anything is written,
//! with the cure.
//!
//! Rules: <https://learn.microsoft.com/azure/data-factory/create-shared-self-hosted-integration-runtime-powershell>.

use azir_azure::arm::paging::Pages;
use azure_core::http::Url;
use serde_json::{Map, Value, json};

use super::{
    managed,
    model::{self, Kind},
};
use crate::{
    arm::Arm,
    error::{Error, Result},
    resources::{ROLES_API_VERSION, role_assignment},
    runtimes::{
        messages,
        place::{ParentPlace, RuntimePlace},
    },
};

/// Describes the link in `properties`, in place of any earlier one.
///
/// # Errors
/// As [`managed::object`].
pub fn set_resource_id(properties: &mut Map<String, Value>, shared: &str) -> Result<()> {
    managed::object(properties, "typeProperties")?.insert(
        "linkedInfo".to_owned(),
        json!({"authorizationType": "RBAC", "resourceId": shared}),
    );
    Ok(())
}

/// A runtime does not become another kind by the way: its nodes or its link would be lost.
///
/// # Errors
/// `InvalidInput` with the reason.
pub fn refuse_conversion(
    place: &RuntimePlace,
    existing: &Value,
    properties: &Map<String, Value>,
) -> Result<()> {
    let (old, new) = (
        model::kind(existing),
        model::kind(&json!({ "properties": properties })),
    );
    let about = format!("{} exists", place.called_first());
    let (parameter, message) = match (old, new) {
        _ if old == new => return Ok(()),
        (Kind::SelfHosted, Kind::Linked) => (
            "SharedIntegrationRuntimeResourceId",
            format!(
                "{about} and is not a linked one. Turning it into one would cut off its nodes. Choose another name, \
                 or remove it first. Nothing was changed."
            ),
        ),
        (Kind::Linked, Kind::SelfHosted) => (
            "Property",
            format!(
                "{about} and is linked to a shared one. Without its 'linkedInfo' it would become an ordinary one \
                 without nodes. Remove it and create another instead. Nothing was changed."
            ),
        ),
        _ => ("Type", messages::runtime_wrong_type(&place.name)),
    };
    Err(Error::invalid(parameter, message))
}

/// Checks all that a link needs: the shared runtime, the identity, the tenant and the grant.
///
/// # Errors
/// `InvalidInput` with the cure; what the service answers.
pub async fn check(arm: &Arm<'_>, place: &RuntimePlace, shared_id: &str) -> Result<()> {
    let shared = RuntimePlace::from_id(
        place.parent.service,
        "SharedIntegrationRuntimeResourceId",
        shared_id,
    )?;
    let factory = arm.get(place.parent.url(arm)).await?;
    // With a credential it is that identity, not the factory's own, that the grant is for.
    let by_credential = arm.call.arguments().filled("CredentialName").is_some();
    let identity = principal(&factory).unwrap_or_default();
    if identity.is_empty() && !by_credential {
        return Err(no_identity(&place.parent, &factory));
    }
    let resource = match arm.get(shared.url(arm)).await {
        Ok(resource) => resource,
        Err(error) if error.is_code("InvalidAuthenticationTokenTenant") => {
            return Err(other_tenant(place, &shared));
        }
        // Who may link need not be allowed to read the other factory: the service decides then.
        Err(error) if error.is_status(403) => {
            return arm
                .call
                .caller
                .verbose(format!(
                    "The shared integration runtime could not be read, so its grant was not checked: {error}"
                ))
                .await;
        }
        Err(error) => return Err(shared_is_missing(&shared, error)),
    };
    match model::kind(&resource) {
        Kind::SelfHosted => {}
        Kind::Linked => return Err(is_linked_itself(&shared)),
        Kind::Managed | Kind::Unknown => {
            return Err(Error::invalid(
                "SharedIntegrationRuntimeResourceId",
                messages::INVALID_SHARING,
            ));
        }
    }
    check_tenant(arm, place, &shared, &factory).await?;
    if by_credential {
        return arm
            .call
            .caller
            .verbose("The link uses a credential; whether its identity has a role on the shared runtime was not checked.")
            .await;
    }
    check_grant(arm, place, &shared, shared_id, &identity).await
}

/// The id of the factory's own identity.
fn principal(factory: &Value) -> Option<String> {
    factory["identity"]["principalId"]
        .as_str()
        .filter(|id| !id.is_empty())
        .map(str::to_owned)
}

async fn check_tenant(
    arm: &Arm<'_>,
    place: &RuntimePlace,
    shared: &RuntimePlace,
    factory: &Value,
) -> Result<()> {
    let Ok(other) = arm.get(shared.parent.url(arm)).await else {
        return Ok(());
    };
    let tenant = |factory: &Value| {
        factory["identity"]["tenantId"]
            .as_str()
            .map(str::to_lowercase)
    };
    match (tenant(factory), tenant(&other)) {
        (Some(own), Some(others)) if own != others => Err(other_tenant(place, shared)),
        _ => Ok(()),
    }
}

async fn check_grant(
    arm: &Arm<'_>,
    place: &RuntimePlace,
    shared: &RuntimePlace,
    shared_id: &str,
    identity: &str,
) -> Result<()> {
    let mut url: Url = arm.url_below(
        shared_id,
        &["providers", "Microsoft.Authorization", "roleAssignments"],
        ROLES_API_VERSION,
    );
    url.query_pairs_mut()
        .append_pair("$filter", &format!("assignedTo('{identity}')"));
    let assignments = match Pages::new(arm, url).all().await {
        Ok(assignments) => assignments,
        Err(error) if error.is_status(403) => {
            return arm
                .call
                .caller
                .verbose(format!(
                    "Role assignments could not be read, so the grant was not checked: {error}"
                ))
                .await;
        }
        Err(error) => return Err(error.into()),
    };
    let granted = assignments.iter().any(role_assignment::may_use_runtime);
    if granted {
        return Ok(());
    }
    Err(Error::invalid(
        "SharedIntegrationRuntimeResourceId",
        format!(
            "Data factory '{}' may not use the shared integration runtime '{}' of data factory '{}': its \
             managed identity has no role there. Grant it with: New-AzRoleAssignment -ObjectId {identity} \
             -RoleDefinitionName 'Contributor' -Scope '{shared_id}'. Nothing was changed.",
            place.parent.name, shared.name, shared.parent.name
        ),
    ))
}

fn no_identity(place: &ParentPlace, factory: &Value) -> Error {
    let location = factory["location"].as_str().unwrap_or("<location>");
    Error::invalid(
        "SharedIntegrationRuntimeResourceId",
        format!(
            "Data factory '{0}' has no managed identity, so nothing can be shared with it. Give it one with: \
             Set-AzDataFactoryV2 -ResourceGroupName '{1}' -Name '{0}' -Location '{location}' -IdentityType \
             SystemAssigned -Force. Nothing was changed.",
            place.name, place.resource_group
        ),
    )
}

fn other_tenant(place: &RuntimePlace, shared: &RuntimePlace) -> Error {
    Error::invalid(
        "SharedIntegrationRuntimeResourceId",
        format!(
            "Data factory '{}' and the shared integration runtime '{}' of data factory '{}' are in different \
             tenants. Sharing works within one tenant only: create a self-hosted integration runtime in this \
             tenant. Nothing was changed.",
            place.parent.name, shared.name, shared.parent.name
        ),
    )
}

/// The service does not say which of two runtimes is the one that does not exist; any other error as it is.
fn shared_is_missing(shared: &RuntimePlace, error: Error) -> Error {
    if !error.is_code("NotFound") {
        return error;
    }
    let text = format!(
        "The shared integration runtime '{}' does not exist in data factory '{}'. Nothing was changed.",
        shared.name, shared.parent.name
    );
    error.saying(text)
}

fn is_linked_itself(shared: &RuntimePlace) -> Error {
    Error::invalid(
        "SharedIntegrationRuntimeResourceId",
        format!(
            "Integration runtime '{}' of data factory '{}' is itself linked to another one. Give the resource \
             id of the one that has the nodes. Nothing was changed.",
            shared.name, shared.parent.name
        ),
    )
}
