//! `Enable-` and `Disable-AzContextAutosave`.

use super::{model, store};
use crate::{Call, accounts::contexts::Scope, error::Result};

/// `Enable-AzContextAutosave`: contexts are kept for later processes of the same user.
///
/// # Errors
/// `Cancelled` only.
pub async fn enable(call: &Call) -> Result<()> {
    change(
        call,
        true,
        "Autosave the context in the current session",
        "Always autosave the context for the current user",
    )
    .await
}

/// `Disable-AzContextAutosave`: contexts end with the process.
///
/// # Errors
/// `Cancelled` only.
pub async fn disable(call: &Call) -> Result<()> {
    change(
        call,
        false,
        "Do not autosave the context in the current session",
        "Never autosave the context for the current user",
    )
    .await
}

async fn change(call: &Call, keep: bool, here: &str, always: &str) -> Result<()> {
    // Without -Scope it is about the user, whatever is in force.
    let process = call
        .arguments()
        .filled("Scope")
        .is_some_and(|scope| scope.eq_ignore_ascii_case(Scope::Process.name()));
    let (action, target) = if process {
        (here, "Current session")
    } else {
        (always, "Current user")
    };
    if !call.caller.should_process_only(action, target).await? {
        return Ok(());
    }
    call.library.state().keep = keep;
    if !keep && !process {
        call.library.store.forget_all();
    }
    let mode = if keep {
        Scope::CurrentUser
    } else {
        Scope::Process
    };
    let place = if keep { store::place(call) } else { None };
    call.caller
        .object(model::autosave(mode, place.as_deref()))
        .await
}
