//! `Get-AzIntegrationRuntimeEmulator`.

use crate::{Call, error::Result};

/// Writes the emulator that runs in this process; nothing when none runs.
///
/// # Errors
/// `Cancelled` only.
pub async fn run(call: &Call) -> Result<()> {
    let running = call
        .library
        .state()
        .emulator
        .as_ref()
        .filter(|emulator| emulator.process.is_running())
        .map(|emulator| emulator.record.clone());
    match running {
        Some(record) => call.caller.object(record).await,
        None => Ok(()),
    }
}
