//! `Get-AzTenant`.

use serde_json::Value;

use super::{model, subscriptions};
use crate::{Call, accounts::chosen, error::Result, output::Record};

/// Lists the tenants that the account can see, or the one with this id or domain; nothing when there is none.
///
/// # Errors
/// What the service or the sign-in answers.
pub async fn run(call: &Call) -> Result<()> {
    let context = chosen::context(call).await?;
    let wanted = call.arguments().filled("TenantId");
    let all = subscriptions::tenant_details(call, &context).await?;
    let records: Vec<Record> = all
        .iter()
        .filter(|tenant| {
            wanted
                .as_deref()
                .is_none_or(|wanted| subscriptions::is_tenant(tenant, wanted))
        })
        .map(|tenant: &Value| model::tenant(tenant))
        .collect();
    if let Some(wanted) = wanted.filter(|_| records.is_empty()) {
        call.caller
            .verbose(format!(
                "Account '{}' sees no tenant '{wanted}'.",
                context.account.id
            ))
            .await?;
    }
    call.caller.objects(&records).await
}
