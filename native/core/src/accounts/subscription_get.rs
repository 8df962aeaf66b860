//! `Get-AzSubscription`.

use std::sync::Arc;

use azir_azure::{
    auth::Credential,
    context::{AzureContext, Subscription},
};

use super::{model, subscriptions};
use crate::{Call, accounts::chosen, error::Result, output::Record};

/// Lists the subscriptions of a tenant, or of all tenants that the account can see.
///
/// # Errors
/// `InvalidInput` when a wanted one does not exist; what the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arguments = call.arguments();
    let current = chosen::context(call).await?;
    let wanted = [("SubscriptionId", true), ("SubscriptionName", false)]
        .into_iter()
        .find_map(|(name, by_id)| arguments.filled(name).map(|value| (name, value, by_id)));
    let all = match arguments.filled("TenantId") {
        Some(tenant) => in_tenant(call, &current, tenant).await?,
        None => everywhere(call, &current).await?,
    };
    let records: Vec<Record> = match wanted {
        None => all.iter().map(model::subscription).collect(),
        Some((parameter, value, _)) => {
            let found = subscriptions::find(parameter, &value, &current, &all)?;
            vec![model::subscription(&found)]
        }
    };
    call.caller.objects(&records).await
}

async fn in_tenant(
    call: &Call,
    current: &Arc<AzureContext>,
    tenant: String,
) -> Result<Vec<Subscription>> {
    let context = AzureContext {
        tenant,
        subscription: None,
        ..(**current).clone()
    };
    subscriptions::list(call, &Arc::new(context)).await
}

async fn everywhere(call: &Call, current: &Arc<AzureContext>) -> Result<Vec<Subscription>> {
    let mut all = subscriptions::list(call, current).await?;
    // A token that the caller supplied is for one tenant.
    if matches!(current.account.credential, Credential::AccessToken(_)) {
        return Ok(all);
    }
    for tenant in subscriptions::tenants(call, current).await? {
        if tenant.eq_ignore_ascii_case(&current.tenant) {
            continue;
        }
        match in_tenant(call, current, tenant.clone()).await {
            Ok(more) => {
                let new = |own: &Subscription| all.iter().all(|known| known.id != own.id);
                let more: Vec<Subscription> = more.into_iter().filter(new).collect();
                all.extend(more);
            }
            Err(error) if error.kind == crate::error::ErrorKind::Cancelled => return Err(error),
            Err(error) => {
                call.caller
                    .warning(format!(
                        "Subscriptions of tenant '{tenant}' are left out: {error}"
                    ))
                    .await?;
            }
        }
    }
    Ok(all)
}
