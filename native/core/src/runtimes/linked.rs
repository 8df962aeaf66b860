//! Linked runtimes: what would fail in the service is refused before anything is written, with the next step.
//!
//! Rules: <https://learn.microsoft.com/azure/data-factory/create-shared-self-hosted-integration-runtime-powershell>.

use azir_azure::arm::paging::Pages;
use azir_azure::json::Lookup;
use azure_core::http::Url;
use serde_json::{Map, Value, json};

use super::{
    body::{self, Kind, RuntimeBody},
    place,
};
use crate::{
    arm::Arm,
    error::{Error, ErrorKind, Result},
    resources::{ROLES_API_VERSION, role_assignment},
    runtimes::{
        messages,
        place::{ParentPlace, RuntimePlace},
    },
};

/// Describes the link in `properties`, in place of any earlier one.
///
/// # Errors
/// As [`body::object`].
pub fn set_resource_id(properties: &mut Map<String, Value>, shared: &str) -> Result<()> {
    body::set(
        properties,
        &["typeProperties", "linkedInfo"],
        json!({"authorizationType": "RBAC", "resourceId": shared}),
    )
}

/// A runtime does not become another kind as a side effect: its nodes or its link would be lost.
///
/// # Errors
/// `InvalidInput` with the reason.
pub fn refuse_conversion(
    place: &RuntimePlace,
    existing: &RuntimeBody,
    properties: &Map<String, Value>,
) -> Result<()> {
    let (old, new) = (existing.kind(), Kind::of_properties(properties));
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

/// Checks all that a link needs: the shared runtime, the identity, the tenant and the grant. What cannot be read is not
/// checked: the service decides then.
///
/// # Errors
/// `InvalidInput` with the next step for what the service would refuse.
pub async fn check(arm: &Arm<'_>, place: &RuntimePlace, shared_id: &str) -> Result<()> {
    let shared = RuntimePlace::from_id(
        place.parent.service,
        "SharedIntegrationRuntimeResourceId",
        shared_id,
    )?;
    let (factory, resource, other) = futures::join!(
        arm.get_object(place.parent.url(arm)),
        arm.get_object(shared.url(arm)),
        arm.get_object(shared.parent.url(arm)),
    );
    let factory = match factory {
        Ok(factory) => Some(factory),
        Err(error) => {
            let what =
                "The data factory could not be read, so its managed identity was not checked";
            not_checked(arm, what, error).await?;
            None
        }
    };
    // With a credential it is that identity, not the factory's own, that the grant is for.
    let by_credential = arm.call.arguments().filled("CredentialName").is_some();
    let identity = factory.as_ref().and_then(principal);
    if let Some(factory) = factory
        .as_ref()
        .filter(|_| identity.is_none() && !by_credential)
    {
        return Err(no_identity(
            "SharedIntegrationRuntimeResourceId",
            &place.parent,
            factory,
        ));
    }
    match resource {
        Ok(resource) => refuse_unshareable(&shared, resource)?,
        Err(error) if error.is_code("InvalidAuthenticationTokenTenant") => {
            return Err(other_tenant(place, &shared));
        }
        Err(error) if error.is_status(404) => return Err(shared_is_missing(&shared, error)),
        Err(error) => {
            // Who may link need not be allowed to read the other factory.
            let what =
                "The shared integration runtime could not be read, so its grant was not checked";
            return not_checked(arm, what, error).await;
        }
    }
    match (&factory, other) {
        (Some(factory), Ok(other)) => refuse_other_tenant(place, &shared, factory, &other)?,
        (None, Ok(_)) => {}
        (_, Err(error)) => {
            let what = "The data factory of the shared integration runtime could not be read, so the tenants were not \
                        compared";
            not_checked(arm, what, error).await?;
        }
    }
    match identity {
        _ if by_credential => {
            arm.call
                .caller
                .verbose(
                    "The link uses a credential; whether its identity has a role on the shared runtime was not \
                     checked.",
                )
                .await
        }
        Some(identity) => warn_of_grant(arm, place, &shared, shared_id, &identity).await,
        None => Ok(()),
    }
}

/// Says that something could not be checked; what the caller broke off ends here.
async fn not_checked(arm: &Arm<'_>, what: &str, error: Error) -> Result<()> {
    if error.kind == ErrorKind::Cancelled {
        return Err(error);
    }
    arm.call.caller.verbose(format!("{what}: {error}")).await
}

fn refuse_unshareable(shared: &RuntimePlace, resource: Value) -> Result<()> {
    match RuntimeBody::new(shared.parent.service, resource).kind() {
        Kind::SelfHosted => Ok(()),
        Kind::Linked => Err(is_linked_itself(shared)),
        Kind::Managed | Kind::Unknown => Err(Error::invalid(
            "SharedIntegrationRuntimeResourceId",
            messages::INVALID_SHARING,
        )),
    }
}

/// The id of the factory's own identity.
fn principal(factory: &Value) -> Option<String> {
    factory
        .at("identity")
        .at("principalId")
        .as_str()
        .filter(|id| !id.is_empty())
        .map(str::to_owned)
}

fn refuse_other_tenant(
    place: &RuntimePlace,
    shared: &RuntimePlace,
    factory: &Value,
    other: &Value,
) -> Result<()> {
    let tenant = |factory: &Value| {
        factory
            .at("identity")
            .at("tenantId")
            .as_str()
            .map(str::to_lowercase)
    };
    match (tenant(factory), tenant(other)) {
        (Some(own), Some(others)) if own != others => Err(other_tenant(place, shared)),
        _ => Ok(()),
    }
}

/// Warns where no role of the factory's identity on the shared runtime is seen. A role may be given by ways that are
/// not seen here, so the link is tried all the same.
async fn warn_of_grant(
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
        Err(error) => {
            let what = "Role assignments could not be read, so the grant was not checked";
            return not_checked(arm, what, error.into()).await;
        }
    };
    if assignments.iter().any(role_assignment::may_use_runtime) {
        return Ok(());
    }
    arm.call
        .caller
        .warning(format!(
            "No role of data factory '{}' on the shared integration runtime '{}' of data factory '{}' was found, so \
             the service may refuse the link. Grant one to its managed identity with: New-AzRoleAssignment -ObjectId \
             {identity} -RoleDefinitionName 'Contributor' -Scope '{shared_id}'.",
            place.parent.name, shared.name, shared.parent.name
        ))
        .await
}

/// The factory has no identity of its own. What it has stays: the advice adds to it.
#[must_use]
pub fn no_identity(parameter: &str, place: &ParentPlace, factory: &Value) -> Error {
    let location = factory.at("location").as_str().unwrap_or("<location>");
    let identity = factory.at("identity");
    let users: Vec<&str> = identity
        .at("userAssignedIdentities")
        .as_object()
        .into_iter()
        .flat_map(|users| users.keys().map(String::as_str))
        .collect();
    let set = format!(
        "Set-AzDataFactoryV2 -ResourceGroupName '{}' -Name '{}' -Location '{location}'",
        place.resource_group, place.name
    );
    let message = if users.is_empty() {
        format!(
            "Data factory '{}' has no managed identity, so nothing can be shared with it. Give it one with: {set} \
             -IdentityType SystemAssigned -Force. Nothing was changed.",
            place.name
        )
    } else {
        let table: Vec<String> = users.iter().map(|id| format!("'{id}' = @{{}}")).collect();
        format!(
            "Data factory '{}' has user-assigned managed identities only. Give -CredentialName with a credential of \
             the data factory that uses one of them, or give the data factory an identity of its own beside them \
             with: {set} -IdentityType 'SystemAssigned,UserAssigned' -UserAssignedIdentity @{{ {} }} -Force. Nothing \
             was changed.",
            place.name,
            table.join("; ")
        )
    };
    Error::invalid(parameter, message)
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
    if !place::is_missing(&error) {
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
