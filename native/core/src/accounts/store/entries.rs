//! Contexts and environments as entries of the file, and made of them again.

use std::{path::PathBuf, sync::Arc};

use azir_azure::{
    auth::Account,
    cloud::Cloud,
    context::{AzureContext, Subscription},
};
use serde_json::{Value, json};

use crate::accounts::environment::{Environment, Kind};

/// Who an account is: accounts that differ in nothing of this are one in the file.
pub(super) fn account_key(context: &AzureContext) -> String {
    let account: &Account = &context.account;
    format!("{} {} {}", account.kind, account.id, context.cloud.name).to_lowercase()
}

pub(super) fn context_json(context: &AzureContext) -> Value {
    let cloud = &context.cloud;
    let mut environment = json!({
        "name": cloud.name,
        "resourceManager": cloud.resource_manager,
        "authority": cloud.authority,
        "scope": cloud.resource_manager_scope,
    });
    if let Some(authority) = &cloud.only_authority {
        environment["onlyAuthority"] = json!(authority);
    }
    json!({
        "name": context.name,
        "account": account_key(context),
        "tenant": context.tenant,
        "properties": context.properties,
        "environment": environment,
        "subscription": context.subscription.as_ref().map(|own| json!({
            "id": own.id,
            "name": own.name,
            "tenant": own.tenant,
            "state": own.state,
        })),
    })
}

pub(super) fn environment_json(environment: &Environment) -> Value {
    json!({
        "name": environment.name,
        "federationServices": environment.federation_services,
        "endpoints": environment.endpoints,
    })
}

pub(super) fn context(entry: &Value, account: Arc<Account>) -> Option<AzureContext> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let place = &entry["environment"];
    let name = text(&place["name"])?;
    let only_authority = text(&place["onlyAuthority"]).map(PathBuf::from);
    // The addresses of a cloud that this version knows are this version's.
    let cloud = match Cloud::named(&name) {
        Some(cloud) if only_authority.is_none() => cloud,
        _ => Cloud {
            name,
            resource_manager: text(&place["resourceManager"])?,
            authority: text(&place["authority"])?,
            resource_manager_scope: text(&place["scope"])?,
            only_authority,
        },
    };
    let own = &entry["subscription"];
    let subscription = text(&own["id"]).map(|id| Subscription {
        id,
        name: text(&own["name"]).unwrap_or_default(),
        tenant: text(&own["tenant"]).unwrap_or_default(),
        state: text(&own["state"]).unwrap_or_default(),
    });
    let properties = entry["properties"].as_object().into_iter().flatten();
    Some(AzureContext {
        name: text(&entry["name"])?,
        account,
        cloud: Arc::new(cloud),
        tenant: text(&entry["tenant"])?,
        subscription,
        properties: properties
            .filter_map(|(name, value)| Some((name.clone(), text(value)?)))
            .collect(),
    })
}

pub(super) fn environment(entry: &Value) -> Option<Environment> {
    let mut environment = Environment::new(entry["name"].as_str()?, Kind::UserDefined);
    environment.federation_services = entry["federationServices"].as_bool().unwrap_or(false);
    for (member, value) in entry["endpoints"].as_object()? {
        environment
            .endpoints
            .insert(member.clone(), value.as_str()?.to_owned());
    }
    Some(environment)
}
