//! `Clear-AzContext`.

use super::store;
use crate::{
    Call,
    accounts::contexts::Scope,
    error::Result,
    output::{Field, Record},
};

/// Removes all accounts and contexts.
///
/// # Errors
/// `Cancelled` only.
pub async fn run(call: &Call) -> Result<()> {
    let agreed = match Scope::of(call) {
        // Upstream hands these two over in this order.
        Scope::Process => {
            call.caller
                .should_process_only(
                    "Current process context",
                    "Remove all accounts and subscriptions for the current process.",
                )
                .await?
        }
        Scope::CurrentUser => {
            call.caller
                .should_process(
                    "Remove all accounts and subscriptions for all sessions started by the current user",
                    "All contexts for the current user",
                )
                .await?
                // Upstream asks only where there is something that other sessions would miss.
                && (!store::place(call).is_some_and(|place| place.exists())
                    || call
                        .caller
                        .should_continue(
                            "Remove all accounts and subscriptions in all sessions for the current user?",
                        )
                        .await?)
        }
    };
    if !agreed {
        return Ok(());
    }
    if Scope::of(call) == Scope::CurrentUser {
        call.library.store.forget_all();
    }
    // Accounts go with their last context; what that wipes is done outside the lock.
    let gone = call.library.state().contexts.clear();
    drop(gone);
    if call.arguments().switch("PassThru") {
        return call.caller.object(Record::bare(Field::Flag(true))).await;
    }
    Ok(())
}
