//! `Save-AzContext` and `Import-AzContext`: contexts in a file of the user's.
//!
//! The form of the file is in [`super::store::exchange`].

use std::{path::PathBuf, sync::Arc};

use azir_azure::{
    auth::Account,
    context::{AzureContext, Subscription},
};
use serde_json::Value;

use super::{discover, model, store::exchange};
use crate::{
    Call,
    error::{Error, ErrorKind, Result},
    request::{member_text, member_value},
};

/// Saves the contexts of this process, or the one that was given, to a file.
///
/// # Errors
/// `InvalidInput` for a context that this process does not have; a file that cannot be written.
pub async fn save(call: &Call) -> Result<()> {
    let arguments = call.arguments();
    let path = arguments.required("Path")?;
    let (contexts, current) = if let Some(profile) = arguments.value("Profile") {
        let name = name_in(profile).unwrap_or_default();
        let context = call.library.state().contexts.find("Profile", &name)?;
        let name = context.name.clone();
        (vec![context], Some(name))
    } else {
        let current = call.current_context().map(|own| own.name.clone());
        (call.library.state().contexts.all().to_vec(), current)
    };
    if contexts.is_empty() {
        return Err(Error::new(
            ErrorKind::NotSignedIn,
            "Run Connect-AzAccount to login. This process has no contexts of its own that can be saved.",
        ));
    }
    let action = format!("Save contexts to '{path}'");
    if !call.caller.should_process(&action, &path).await? {
        return Ok(());
    }
    let place = PathBuf::from(&path);
    if place.exists() {
        let question = format!("Overwrite existing file at '{path}'");
        let sure = call
            .caller
            .should_continue_with(&question, "Overwrite file?")
            .await?;
        if !sure {
            return Ok(());
        }
    }
    let with_secrets = arguments.switch("WithCredential");
    let count = contexts.len();
    let notices = exchange::write(call, place, contexts, current, with_secrets)
        .await
        .map_err(|reason| {
            Error::new(
                ErrorKind::System,
                format!(
                    "The contexts could not be saved to '{path}': {}. Give the -Path of a file in a folder where you \
                     may create files.",
                    reason.trim_end_matches('.')
                ),
            )
        })?;
    for notice in notices {
        call.caller.warning(notice).await?;
    }
    call.caller
        .verbose(format!("{count} contexts were saved to '{path}'."))
        .await
}

/// Adds the contexts of a file, or of an object, to this process and brings the file's current one into use.
///
/// # Errors
/// `InvalidInput` for a file that has no contexts, or none that this process can use.
pub async fn import(call: &Call) -> Result<()> {
    let arguments = call.arguments();
    if let Some(profile) = arguments.value("AzureContext") {
        return of_object(call, profile).await;
    }
    let path = arguments.required("Path")?;
    let action = format!("Import contexts from '{path}'");
    if !call.caller.should_process_only(&action, "Context").await? {
        return Ok(());
    }
    let found = exchange::read(call, PathBuf::from(&path))
        .await
        .map_err(|reason| {
            Error::invalid(
                "Path",
                format!(
                    "No contexts were imported from '{path}': {}.",
                    reason.trim_end_matches('.')
                ),
            )
        })?;
    let mut contexts = found.contexts;
    let mut unusable = found.unusable;
    for theirs in found.of_az {
        match known(call, &theirs) {
            Some(account) => contexts.push(AzureContext { account, ..theirs }),
            None => unusable.push(theirs),
        }
    }
    if contexts.is_empty() {
        return Err(none_usable(&path, found.is_of_az, &unusable));
    }
    for environment in found.environments {
        let mut state = call.library.state();
        if state.environments.find(&environment.name).is_none() {
            state.environments.put(environment);
        }
    }
    let current = found
        .current
        .filter(|name| {
            contexts
                .iter()
                .any(|own| own.name.eq_ignore_ascii_case(name))
        })
        .unwrap_or_else(|| contexts[0].name.clone());
    let selected = {
        let mut state = call.library.state();
        for context in contexts {
            state.contexts.put(context);
        }
        state.left_emulator = None;
        state.contexts.make_current(&current, call.runspace())
    };
    for warning in found.warnings {
        call.caller.warning(warning).await?;
    }
    for context in unusable {
        call.caller
            .warning(format!(
                "Context '{}' was not imported: the file has no credential of '{}' that can be used here. {}",
                context.name,
                context.account.id,
                sign_in(&context)
            ))
            .await?;
    }
    match selected {
        Some(context) => call.caller.object(model::profile(&context)).await,
        None => Ok(()),
    }
}

/// Brings the context of a profile into use: one of this process, else the one of Az.Accounts that it is.
async fn of_object(call: &Call, profile: &Value) -> Result<()> {
    if !call
        .caller
        .should_process_only("Import contexts from the profile", "Context")
        .await?
    {
        return Ok(());
    }
    let name = name_in(profile).unwrap_or_default();
    let context = {
        let mut state = call.library.state();
        let theirs = if state.emulator.is_none() {
            discover::read(profile)
        } else {
            None
        };
        match (state.contexts.make_current(&name, call.runspace()), theirs) {
            (Some(own), _) => own,
            (None, Some(theirs)) => state.contexts.select(theirs, call.runspace()),
            (None, None) => state.contexts.find("AzureContext", &name)?,
        }
    };
    call.caller.object(model::profile(&context)).await
}

/// The name of the context that a profile, or a context itself, has.
fn name_in(profile: &Value) -> Option<String> {
    ["DefaultContext", "Context"]
        .into_iter()
        .find_map(|holder| member_value(profile, holder))
        .filter(|inner| inner.is_object())
        .and_then(|inner| member_text(inner, "Name"))
        .or_else(|| member_text(profile, "Name"))
}

/// The account of this process that `context` is of; nothing when it is not signed in here.
pub(super) fn known(call: &Call, context: &AzureContext) -> Option<Arc<Account>> {
    call.library
        .state()
        .contexts
        .all()
        .iter()
        .find(|own| {
            own.account.id.eq_ignore_ascii_case(&context.account.id)
                && own.account.kind == context.account.kind
                && own.cloud.resource_manager == context.cloud.resource_manager
        })
        .map(|own| Arc::clone(&own.account))
}

/// The command that signs in to `context`.
fn sign_in(context: &AzureContext) -> String {
    let subscription = context
        .subscription
        .as_ref()
        .map_or("", |own: &Subscription| own.id.as_str());
    let mut command = format!("Connect-AzAccount -Tenant '{}'", context.tenant);
    if !subscription.is_empty() {
        command = format!("{command} -Subscription '{subscription}'");
    }
    format!("To sign in, run {command}.")
}

fn none_usable(path: &str, is_of_az: bool, contexts: &[AzureContext]) -> Error {
    let Some(first) = contexts.first() else {
        return Error::invalid("Path", format!("The file '{path}' has no contexts."));
    };
    let names: Vec<String> = contexts
        .iter()
        .map(|own| format!("'{}'", own.name))
        .collect();
    let why = if is_of_az {
        "Az.Accounts wrote the file, and its tokens and secrets are not used here"
    } else {
        "The file has no credentials that can be used here; Save-AzContext -WithCredential saves them, for the same \
         user on the same machine"
    };
    Error::invalid(
        "Path",
        format!(
            "No contexts were imported from '{path}'. {why}. It names the contexts {}. {}",
            names.join(", "),
            sign_in(first)
        ),
    )
}
