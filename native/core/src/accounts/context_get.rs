//! `Get-AzContext`.

use std::sync::Arc;

use azir_azure::context::AzureContext;

use super::{connect::CONTEXTS, model, subscriptions};
use crate::{
    Call,
    accounts::chosen,
    error::{ErrorKind, Result},
    output::Record,
};

/// Writes the context in use, the named one, or all; nothing without a sign-in.
///
/// # Errors
/// `InvalidInput` for a name that no context has.
pub async fn run(call: &Call) -> Result<()> {
    let arguments = call.arguments();
    let contexts: Vec<Arc<AzureContext>> = if arguments.switch("ListAvailable") {
        let known = call.library.state().contexts.all().to_vec();
        if arguments.switch("RefreshContextFromTokenCache") {
            call.library.state().unlisted.clear();
            refresh(call, known, usize::MAX).await?;
        } else {
            list_the_rest(call, known).await?;
        }
        call.library.state().contexts.all().to_vec()
    } else if let Some(name) = arguments.filled("Name") {
        vec![call.library.state().contexts.find("Name", &name)?]
    } else if call.request.context.is_some() {
        vec![chosen::context(call).await?]
    } else {
        // Not the chosen one: a question for the sign-in starts no sign-in.
        call.current_context().into_iter().collect()
    };
    let records: Vec<Record> = contexts.iter().map(|own| model::context(own)).collect();
    call.caller.objects(&records).await
}

/// Makes the contexts that a sign-in left out because its subscription was named.
async fn list_the_rest(call: &Call, known: Vec<Arc<AzureContext>>) -> Result<()> {
    let names = std::mem::take(&mut call.library.state().unlisted);
    let wanted = known
        .into_iter()
        .filter(|own| names.contains(&own.name))
        .collect();
    refresh(call, wanted, CONTEXTS).await
}

/// Makes contexts for subscriptions of the accounts of `known` that have none yet, for `most` of each account.
async fn refresh(call: &Call, known: Vec<Arc<AzureContext>>, most: usize) -> Result<()> {
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
                for subscription in all.into_iter().take(most) {
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
                call.library.state().unlisted.push(context.name.clone());
                call.caller
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
