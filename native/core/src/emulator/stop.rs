//! `Stop-AzIntegrationRuntimeEmulator`.

use crate::{Call, error::Result};

/// Stops the emulator; the contexts from before it was started come back.
///
/// # Errors
/// Only when the caller went away.
pub async fn run(call: &Call) -> Result<()> {
    let running = call.library.state().emulator.is_some();
    if !running {
        return call
            .caller
            .warning("The emulator is not running in this process.")
            .await;
    }
    if call
        .caller
        .should_process("Stopping the emulator.", "AzIntegrationRuntime emulator")
        .await?
    {
        forget(call);
        let current = call.current_context();
        if let Some(context) = current {
            return call
                .caller
                .warning(format!(
                    "The emulator has stopped. All cmdlets of AzIntegrationRuntime in this process go to Azure \
                     again, as account '{}'.",
                    context.account.id
                ))
                .await;
        }
    }
    Ok(())
}

/// Ends the process and puts the set-aside contexts back.
pub fn forget(call: &Call) {
    let ended = {
        let mut state = call.library.state();
        state.contexts = state.set_aside.take().unwrap_or_default();
        state.factory_identities.clear();
        let ended = state.emulator.take();
        state.left_emulator = ended
            .as_ref()
            .map(|emulator| emulator.cloud.resource_manager.clone());
        ended
    };
    // Outside the lock: the process is waited for.
    drop(ended);
}
