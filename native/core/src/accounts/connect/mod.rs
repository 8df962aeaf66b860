//! `Connect-AzAccount`: signs in and chooses a subscription.

mod subscription;
mod who;

pub use subscription::CONTEXTS;
pub(crate) use who::has_screen;
pub use who::service_principal;

use std::sync::Arc;

use azir_azure::{cloud::Cloud, context::AzureContext};

use super::{model, subscriptions, token, token_get};
use crate::{Call, emulator, error::Result};

/// Signs in.
///
/// # Errors
/// `Credential` with the reason; `InvalidInput` for what this version cannot do.
pub async fn run(call: &Call) -> Result<()> {
    let cloud = Arc::new(chosen_cloud(call)?);
    if !call
        .caller
        .should_process("log in", &format!("'{}' environment", cloud.name))
        .await?
        || !may_replace(call).await?
    {
        return Ok(());
    }
    let context = establish(call, cloud).await?;
    // A sign-in ends the state after a stopped emulator, in which no credential is looked for.
    call.library.state().left_emulator = None;
    call.caller.object(model::profile(&context)).await
}

/// Whether a context that has the wanted name already may be replaced; `-Force` says so without a question.
async fn may_replace(call: &Call) -> Result<bool> {
    let Some(name) = call.arguments().filled("ContextName") else {
        return Ok(true);
    };
    if call.library.state().contexts.named(&name).is_none() {
        return Ok(true);
    }
    super::ask_to_replace(call, &name).await
}

/// Signs in to `cloud` and selects a context there; to the emulator as its own account when no other is given.
///
/// # Errors
/// As [`run`].
pub async fn establish(call: &Call, cloud: Arc<Cloud>) -> Result<Arc<AzureContext>> {
    let also = match call.arguments().filled("AuthScope") {
        Some(name) => Some(token_get::scope_of_name(call, &cloud, &name)?),
        None => None,
    };
    let mut context = Arc::new(who::sign_in(call, cloud, also.as_deref()).await?);
    if let Some(scope) = also {
        // A person has it by now.
        token(call, &context, &context.tenant, &scope).await?;
    }
    if let Some(known) = subscription::known(call, &context) {
        // Nothing else would show that the sign-in serves.
        let scope = &context.cloud.resource_manager_scope;
        token(call, &context, &context.tenant, scope).await?;
        return Ok(subscription::select(call, &context, known));
    }
    let mut all = match subscriptions::list(call, &context).await {
        Ok(all) => all,
        // A token for something else than Resource Manager lists nothing; say why and keep it.
        Err(error) if call.arguments().switch("SkipValidation") && error.fault().is_some() => {
            call.caller
                .verbose(format!("Subscriptions could not be listed: {error}"))
                .await?;
            Vec::new()
        }
        Err(error) => return Err(error),
    };
    if let Some((other, theirs)) = subscription::elsewhere(call, &context, &all).await? {
        context = other;
        all = theirs;
    }
    subscription::choose(call, &context, &all).await
}

fn chosen_cloud(call: &Call) -> Result<Cloud> {
    emulator::check(call)?;
    let emulator = call
        .library
        .state()
        .emulator
        .as_ref()
        .map(|emulator| emulator.cloud.clone());
    if let Some(cloud) = emulator {
        return Ok(cloud);
    }
    let name = call
        .arguments()
        .filled("Environment")
        .unwrap_or_else(|| "AzureCloud".to_owned());
    call.library.state().environments.cloud(&name)
}
