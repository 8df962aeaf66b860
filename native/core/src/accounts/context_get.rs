//! `Get-AzContext`.

use super::model;
use crate::{Call, error::Result, output::Record};

/// Writes the context in use, the named one, or all; nothing when nobody signed in.
///
/// # Errors
/// `InvalidInput` for a name that no context has.
pub async fn run(call: &Call) -> Result<()> {
    let arguments = call.arguments();
    let records: Vec<Record> = {
        let state = call.library.state();
        if arguments.switch("ListAvailable") {
            state
                .contexts
                .all()
                .iter()
                .map(|context| model::context(context))
                .collect()
        } else if let Some(name) = arguments.filled("Name") {
            let context = state.contexts.find("Name", &name)?;
            vec![model::context(&context)]
        } else {
            state
                .contexts
                .current()
                .iter()
                .map(|context| model::context(context))
                .collect()
        }
    };
    call.host.objects(&records).await
}
