//! `Rename-AzContext`.

use super::model;
use crate::{Call, error::Result};

/// Gives a context another name.
///
/// # Errors
/// `InvalidInput` for a name that no context has.
pub async fn run(call: &Call) -> Result<()> {
    let arguments = call.arguments();
    let source = super::given_context(call, "SourceName")?;
    let target = arguments.required("TargetName")?;
    if source.name == target {
        return Ok(());
    }
    let action = format!("Rename context '{}' to '{target}'", source.name);
    if !call.caller.should_process(&action, "Context").await? {
        return Ok(());
    }
    let taken = !source.name.eq_ignore_ascii_case(&target)
        && call.library.state().contexts.named(&target).is_some();
    if taken {
        let question = format!(
            "Overwrite context '{target}' with context '{}'",
            source.name
        );
        if !call.caller.should_continue(&question).await? {
            return Ok(());
        }
    }
    let renamed = call.library.state().contexts.rename(&source.name, &target);
    match renamed {
        Some(context) if arguments.switch("PassThru") => {
            call.caller.object(model::context(&context)).await
        }
        _ => Ok(()),
    }
}
