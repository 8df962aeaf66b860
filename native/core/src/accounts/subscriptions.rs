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
    wildcard,
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

/// The subscriptions that `wanted` stands for: the one with this id or name, or those whose names fit the pattern. A
/// name that is a pattern by chance comes first, as long as one subscription only has it.
///
/// # Errors
/// `InvalidInput` when there is none, or when a name fits several.
pub fn fitting(
    parameter: &str,
    wanted: &str,
    context: &AzureContext,
    all: &[Subscription],
) -> Result<Vec<Subscription>> {
    let error = match find(parameter, wanted, context, all) {
        Ok(own) => return Ok(vec![own]),
        Err(error) => error,
    };
    if !wildcard::is_pattern(wanted) {
        return Err(error);
    }
    let found: Vec<Subscription> = all
        .iter()
        .filter(|own| wildcard::matches(wanted, &own.name))
        .cloned()
        .collect();
    if !found.is_empty() {
        return Ok(found);
    }
    Err(Error::invalid(
        parameter,
        format!(
            "No subscription of account '{}' in tenant '{}' has a name that fits '{wanted}'. Get-AzSubscription lists \
             the subscriptions that the account can use; one whose name has brackets or a question mark is given by \
             its id.",
            context.account.id, context.tenant
        ),
    ))
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

#[cfg(test)]
mod tests {
    use super::*;
    use azir_azure::{
        auth::{Account, Credential, access_token::AccessToken},
        cloud::Cloud,
        secret::Secret,
    };

    #[test]
    fn a_name_that_is_a_pattern_by_chance_is_that_name_or_is_given_by_its_id() {
        let own = |id: &str, name: &str| Subscription {
            name: name.into(),
            ..Subscription::of_id(id.into(), "t")
        };
        let all = [
            own("1", "Prod [EU]"),
            own("2", "Prod E"),
            own("3", "Prod U"),
        ];
        let token = Credential::AccessToken(AccessToken::new(Secret::new("t".into())));
        let account = Account::new("somebody".into(), token);
        let context = AzureContext::of(account, Arc::new(Cloud::public()), "t".into());
        let ids = |wanted: &str| -> Vec<String> {
            let found = fitting("Subscription", wanted, &context, &all).unwrap();
            found.into_iter().map(|own| own.id).collect()
        };
        assert_eq!(ids("prod [eu]"), ["1"]);
        assert_eq!(ids("1"), ["1"]);
        assert_eq!(ids("Prod [E-V]"), ["2", "3"]);
        let error = fitting("Subscription", "x*", &context, &all).unwrap_err();
        assert!(
            error.message().contains("is given by its id"),
            "{}",
            error.message()
        );
    }
}
