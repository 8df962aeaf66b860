//! Sign-in, contexts, environments and subscriptions: the few names of Az.Accounts that runtime scripts use.

pub mod autosave;
pub mod connect;
pub mod context_clear;
pub mod context_get;
pub mod context_remove;
pub mod context_rename;
pub mod context_set;
pub mod disconnect;
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
pub mod vault;

use std::sync::Arc;

use crate::{Call, error::Result, session::AzureContext};

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
