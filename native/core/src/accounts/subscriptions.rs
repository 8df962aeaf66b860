//! The subscriptions and tenants that an account can see.

use std::sync::Arc;

use azir_azure::{
    arm::paging::Pages,
    context::{AzureContext, Subscription},
};
use serde_json::Value;

use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
};

const API_VERSION: &str = "2022-12-01";

/// The subscriptions of `context`'s tenant.
///
/// # Errors
/// What the service or the sign-in answers.
pub async fn list(call: &Call, context: &Arc<AzureContext>) -> Result<Vec<Subscription>> {
    let arm = Arm::in_context(call, Arc::clone(context))?;
    let members = Pages::new(&arm, arm.url(&["subscriptions"], API_VERSION))
        .all()
        .await?;
    let all: Vec<Subscription> = members
        .iter()
        .map(|member| read(member, &context.tenant))
        .collect();
    call.library.state().contexts.complete(context, &all);
    Ok(all)
}

/// The ids of all tenants that the account can see.
///
/// # Errors
/// What the service or the sign-in answers.
pub async fn tenants(call: &Call, context: &Arc<AzureContext>) -> Result<Vec<String>> {
    Ok(tenant_details(call, context)
        .await?
        .iter()
        .filter_map(|member| member["tenantId"].as_str().map(str::to_owned))
        .collect())
}

/// All tenants that the account can see, as the service shows them.
///
/// # Errors
/// What the service or the sign-in answers.
pub async fn tenant_details(call: &Call, context: &Arc<AzureContext>) -> Result<Vec<Value>> {
    let arm = Arm::in_context(call, Arc::clone(context))?;
    let pages = Pages::new(&arm, arm.url(&["tenants"], API_VERSION));
    Ok(pages.all().await?)
}

/// Whether `wanted` is a tenant's id or one of its domains.
#[must_use]
pub fn is_tenant(tenant: &Value, wanted: &str) -> bool {
    let fits = |own: &Value| {
        own.as_str()
            .is_some_and(|own| own.eq_ignore_ascii_case(wanted))
    };
    fits(&tenant["tenantId"])
        || tenant["domains"]
            .as_array()
            .is_some_and(|all| all.iter().any(fits))
}

fn read(member: &Value, tenant: &str) -> Subscription {
    let text = |name: &str| member[name].as_str().map(str::to_owned);
    Subscription {
        id: text("subscriptionId").unwrap_or_default(),
        name: text("displayName").unwrap_or_default(),
        tenant: text("tenantId").unwrap_or_else(|| tenant.to_owned()),
        state: text("state").unwrap_or_default(),
    }
}

/// The subscription with this id or name, in any casing.
///
/// # Errors
/// `InvalidInput` when there is none, or when a name fits several.
pub fn find(
    parameter: &str,
    wanted: &str,
    context: &AzureContext,
    all: &[Subscription],
) -> Result<Subscription> {
    let fits = |own: &str| own.eq_ignore_ascii_case(wanted);
    let mut found: Vec<&Subscription> = all.iter().filter(|s| fits(&s.id)).collect();
    if found.is_empty() {
        found = all
            .iter()
            .filter(|subscription| fits(&subscription.name))
            .collect();
    }
    match found.as_slice() {
        [only] => Ok((*only).clone()),
        [] => Err(Error::invalid(
            parameter,
            format!(
                "Subscription '{wanted}' was not found for account '{}' in tenant '{}'. Get-AzSubscription lists \
                 the subscriptions that the account can use.",
                context.account.id, context.tenant
            ),
        )),
        several => Err(Error::invalid(
            parameter,
            format!(
                "{} subscriptions are named '{wanted}': {}. Give the id of the one you mean.",
                several.len(),
                several
                    .iter()
                    .map(|s| s.id.as_str())
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        )),
    }
}
