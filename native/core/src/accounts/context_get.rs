//! `Get-AzContext`.

use std::sync::Arc;

use super::{model, subscriptions};
use crate::{
    Call,
    arm::client::chosen_context,
    error::{ErrorKind, Result},
    output::Record,
    session::AzureContext,
};

/// Writes the context in use, the named one, or all; nothing when nobody signed in.
///
/// # Errors
/// `InvalidInput` for a name that no context has.
pub async fn run(call: &Call) -> Result<()> {
    let arguments = call.arguments();
    let contexts: Vec<Arc<AzureContext>> = if arguments.switch("ListAvailable") {
        if arguments.switch("RefreshContextFromTokenCache") {
            refresh(call).await?;
        }
        call.library.state().contexts.all().to_vec()
    } else if let Some(name) = arguments.filled("Name") {
        vec![call.library.state().contexts.find("Name", &name)?]
    } else if call.request.context.is_some() {
        vec![chosen_context(call).await?]
    } else {
        // Not chosen_context: to ask who is signed in signs nobody in.
        call.library
            .state()
            .contexts
            .current()
            .into_iter()
            .collect()
    };
    let records: Vec<Record> = contexts.iter().map(|own| model::context(own)).collect();
    call.host.objects(&records).await
}

/// Makes contexts for subscriptions that are new since the sign-in.
async fn refresh(call: &Call) -> Result<()> {
    let known = call.library.state().contexts.all().to_vec();
    let mut asked: Vec<(String, String, String)> = Vec::new();
    for context in known {
        let who = (
            context.account.id.to_lowercase(),
            context.cloud.name.clone(),
            context.tenant.to_lowercase(),
        );
        if asked.contains(&who) {
            continue;
        }
        asked.push(who);
        match subscriptions::list(call, &context).await {
            Ok(all) => {
                let mut state = call.library.state();
                for subscription in all {
                    let has = state.contexts.all().iter().any(|own| {
                        own.account.id.eq_ignore_ascii_case(&context.account.id)
                            && own.cloud.name == context.cloud.name
                            && own
                                .subscription
                                .as_ref()
                                .is_some_and(|own| own.id == subscription.id)
                    });
                    if !has {
                        let mut new = AzureContext {
                            subscription: Some(subscription),
                            ..(*context).clone()
                        };
                        new.name = new.usual_name();
                        state.contexts.put(new);
                    }
                }
            }
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            Err(error) => {
                call.host
                    .warning(format!(
                        "The subscriptions of account '{}' in tenant '{}' could not be listed: {error}",
                        context.account.id, context.tenant
                    ))
                    .await?;
            }
        }
    }
    Ok(())
}
