//! Sign-in, contexts, environments and subscriptions: the few names of Az.Accounts that runtime scripts use.

pub mod autosave;
pub mod chosen;
pub mod connect;
pub mod context_clear;
pub mod context_file;
pub mod context_get;
pub mod context_remove;
pub mod context_rename;
pub mod context_set;
pub mod contexts;
pub mod disconnect;
pub mod discover;
pub mod environment;
pub mod environment_add;
pub mod environment_get;
pub mod environment_remove;
pub mod model;
pub mod store;
pub mod subscription_get;
pub mod subscriptions;
pub mod tenant_get;
pub mod token_get;

use std::sync::Arc;

use azir_azure::{
    auth::{Token, TokenRequest},
    context::AzureContext,
};

use crate::{Call, error::Result};

/// A token of the context's account for `scope` in `tenant`: one in hand, else a new one.
///
/// # Errors
/// `Credential` with the reason and the next step.
pub async fn token(
    call: &Call,
    context: &AzureContext,
    tenant: &str,
    scope: &str,
) -> Result<Token> {
    let (world, progress) = (call.world(), call.progress());
    let stack = world.stack(&context.cloud.route(call.route()))?;
    let request = TokenRequest {
        world: world.as_ref(),
        progress: &progress,
        stack: &stack,
        cloud: &context.cloud,
        tenant,
        scope,
        refused: None,
        claims: None,
    };
    Ok(context.account.token(&request).await?)
}

/// Asks whether the context of this name may be replaced; `-Force` answers.
///
/// # Errors
/// `Cancelled`.
pub async fn ask_to_replace(call: &Call, name: &str) -> Result<bool> {
    let question = format!("Are you sure you want to replace existing context '{name}'?");
    let caption = format!("Overwrite existing context '{name}'");
    call.caller.should_continue_with(&question, &caption).await
}

/// The context given as `-InputObject`, or by its name under `parameter`.
///
/// # Errors
/// `InvalidInput` when there is none of that name.
pub fn given_context(call: &Call, parameter: &str) -> Result<Arc<AzureContext>> {
    let arguments = call.arguments();
    if let Some(name) = arguments.member("InputObject", "Name") {
        return call.library.state().contexts.find("InputObject", &name);
    }
    let name = arguments.required(parameter)?;
    call.library.state().contexts.find(parameter, &name)
}

/// The names of contexts or environments, when that is the kind of name that a completion wants.
#[must_use]
pub fn names(call: &Call) -> Option<Vec<String>> {
    let state = call.library.state();
    match call.arguments().text("Kind")?.as_str() {
        "context" => Some(
            state
                .contexts
                .all()
                .iter()
                .map(|own| own.name.clone())
                .collect(),
        ),
        "environment" => Some(
            state
                .environments
                .all()
                .iter()
                .map(|own| own.name.clone())
                .collect(),
        ),
        _ => None,
    }
}
