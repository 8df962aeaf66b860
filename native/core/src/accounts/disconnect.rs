//! `Disconnect-AzAccount`: forgets an account, its tokens and its contexts.

use std::sync::Arc;

use azir_azure::context::AzureContext;

use super::{chosen, model};
use crate::{
    Call,
    error::{Error, Result},
};

/// Signs out.
///
/// # Errors
/// `InvalidInput` when no account fits, `NotSignedIn` without a sign-in.
pub async fn run(call: &Call) -> Result<()> {
    let account = wanted_account(call)?;
    let tenant = call.arguments().filled("TenantId");
    if !call.caller.should_process("log out", &account).await? {
        return Ok(());
    }
    let gone: Vec<Arc<AzureContext>> = call.library.state().contexts.remove(|context| {
        context.account.id.eq_ignore_ascii_case(&account)
            && tenant
                .as_deref()
                .is_none_or(|tenant| context.tenant.eq_ignore_ascii_case(tenant))
    });
    let Some(first) = gone.first() else {
        return Err(Error::invalid(
            "Username",
            format!(
                "Account '{account}' is not signed in. Get-AzContext -ListAvailable shows who is."
            ),
        ));
    };
    let mut tenants: Vec<String> = Vec::new();
    for context in &gone {
        if !tenants.contains(&context.tenant) {
            tenants.push(context.tenant.clone());
        }
    }
    call.caller
        .object(model::account(&first.account, &tenants))
        .await
}

fn wanted_account(call: &Call) -> Result<String> {
    let arguments = call.arguments();
    if let Some(id) = arguments
        .filled("Username")
        .or_else(|| arguments.filled("ApplicationId"))
    {
        return Ok(id);
    }
    if let Some(id) = arguments.member("InputObject", "Id") {
        return Ok(id);
    }
    let name = arguments
        .member("AzureContext", "Name")
        .or_else(|| arguments.filled("ContextName"));
    let state = call.library.state();
    let context = match &name {
        Some(name) => state.contexts.find("ContextName", name)?,
        None => state
            .contexts
            .current(call.runspace())
            .ok_or_else(chosen::not_signed_in)?,
    };
    Ok(context.account.id.clone())
}
