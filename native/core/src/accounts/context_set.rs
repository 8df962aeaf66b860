//! `Set-AzContext`, also known as `Select-AzSubscription`, and `Select-AzContext`.

use std::{collections::BTreeMap, sync::Arc};

use azir_azure::context::{AzureContext, Subscription};
use serde_json::Value;
use uuid::Uuid;

use super::{model, subscriptions};
use crate::{Call, accounts::chosen, error::Result};

/// Selects another context, subscription or tenant.
///
/// # Errors
/// `InvalidInput` for what does not exist, `NotSignedIn` without a sign-in.
pub async fn run(call: &Call) -> Result<()> {
    let arguments = call.arguments();
    // `-Name` selects in Select-AzContext; in Set-AzContext it is the name to give.
    if call.request.parameter_set.starts_with("SelectBy") {
        return select(call).await;
    }
    let mut next = if let Some(name) = arguments.member("Context", "Name") {
        let context = call.library.state().contexts.find("Context", &name)?;
        (*context).clone()
    } else {
        let current = chosen::context(call).await?;
        moved(call, &current).await?
    };
    let target = next
        .subscription
        .as_ref()
        .map_or(next.tenant.as_str(), Subscription::label);
    if !call.caller.should_process("Set-AzContext", target).await? {
        return Ok(());
    }
    if let Some(name) = arguments.filled("Name") {
        let taken = !name.eq_ignore_ascii_case(&next.name)
            && call.library.state().contexts.named(&name).is_some();
        if taken && !super::ask_to_replace(call, &name).await? {
            return Ok(());
        }
        next.name = name;
    }
    if let Some(Value::Object(given)) = arguments.value("ExtendedProperty") {
        for (name, value) in given {
            let value = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            next.properties.insert(name.clone(), value);
        }
    }
    let selected = call.library.state().contexts.select(next, call.runspace());
    call.caller.object(model::context(&selected)).await
}

/// `Select-AzContext`: brings a context into use as it is.
async fn select(call: &Call) -> Result<()> {
    let wanted = super::given_context(call, "Name")?;
    if !call
        .caller
        .should_process_only("Change the current context", "Context")
        .await?
    {
        return Ok(());
    }
    let selected = call
        .library
        .state()
        .contexts
        .make_current(&wanted.name, call.runspace());
    match selected {
        Some(context) => call.caller.object(model::context(&context)).await,
        None => Ok(()),
    }
}

/// The current context moved to the subscription or tenant that was asked for.
async fn moved(call: &Call, current: &Arc<AzureContext>) -> Result<AzureContext> {
    let arguments = call.arguments();
    let subscription = arguments
        .member("SubscriptionObject", "Id")
        .or_else(|| arguments.filled("Subscription"));
    let asked = arguments
        .member("TenantObject", "Id")
        .or_else(|| arguments.member("SubscriptionObject", "TenantId"))
        .or_else(|| arguments.filled("Tenant"));
    let names_tenant = asked.is_some();
    let tenant = asked.unwrap_or_else(|| current.tenant.clone());
    let tenant = tenant_id(call, current, tenant).await?;
    let mut next = AzureContext {
        tenant,
        subscription: None,
        // They are of the subscription that is left.
        properties: BTreeMap::new(),
        ..(**current).clone()
    };
    let all = subscriptions::list(call, &Arc::new(next.clone())).await?;
    next.subscription = match &subscription {
        Some(wanted) => match subscriptions::find("Subscription", wanted, &next, &all) {
            Ok(found) => Some(found),
            // A context of another tenant may have it, unless this tenant was asked for.
            Err(error) => {
                let known = if names_tenant {
                    None
                } else {
                    known_context(call, current, wanted)
                };
                return known.ok_or(error);
            }
        },
        None => all.first().cloned(),
    };
    next.name = next.usual_name();
    Ok(next)
}

/// The context with the subscription `wanted`, as `Get-AzContext -ListAvailable` shows it: one of the same account
/// first.
fn known_context(call: &Call, current: &AzureContext, wanted: &str) -> Option<AzureContext> {
    let state = call.library.state();
    let has_it = |context: &&Arc<AzureContext>| {
        context.cloud.name == current.cloud.name
            && context.subscription.as_ref().is_some_and(|own| {
                own.id.eq_ignore_ascii_case(wanted) || own.name.eq_ignore_ascii_case(wanted)
            })
    };
    let all = || state.contexts.all().iter().filter(has_it);
    all()
        .find(|context| context.account.id.eq_ignore_ascii_case(&current.account.id))
        .or_else(|| all().next())
        .map(|context| (**context).clone())
}

/// A tenant's id, also where one of its domains was given. A domain that the account does not see stays what it is: the
/// sign-in service knows it, or says so.
async fn tenant_id(call: &Call, current: &Arc<AzureContext>, tenant: String) -> Result<String> {
    if Uuid::try_parse(&tenant).is_ok() || tenant.eq_ignore_ascii_case(&current.tenant) {
        return Ok(tenant);
    }
    let id = subscriptions::tenant_details(call, current)
        .await?
        .iter()
        .find(|own| subscriptions::is_tenant(own, &tenant))
        .and_then(|own| own["tenantId"].as_str().map(str::to_owned));
    Ok(id.unwrap_or(tenant))
}
