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
    }
    Ok(())
}

/// Ends the process and puts the set-aside contexts back.
pub fn forget(call: &Call) {
    let ended = {
        let mut state = call.library.state();
        state.contexts = state.set_aside.take().unwrap_or_default();
        state.factory_identities.clear();
        state.emulator.take()
    };
    // Outside the lock: the process is waited for.
    drop(ended);
}
