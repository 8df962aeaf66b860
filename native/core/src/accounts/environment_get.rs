//! `Get-AzEnvironment`.

use std::sync::Arc;

use super::{environment::Environment, model};
use crate::{Call, error::Result, output::Record};

/// Writes the environments, or the one of a name; nothing when there is none of it.
///
/// # Errors
/// `Cancelled` only.
pub async fn run(call: &Call) -> Result<()> {
    let mut all = {
        let state = call.library.state();
        let mut all = state.environments.all();
        if let Some(emulator) = &state.emulator {
            all.push(Arc::new(Environment::of_cloud(&emulator.cloud)));
        }
        all
    };
    if let Some(name) = call.arguments().filled("Name") {
        all.retain(|own| own.name.eq_ignore_ascii_case(&name));
    }
    let records: Vec<Record> = all.iter().map(|own| model::environment(own)).collect();
    call.caller.objects(&records).await
}
