//! `Remove-AzContext`.

use super::model;
use crate::{Call, error::Result, output::Record};

/// Forgets one context. An account without contexts is forgotten with it, tokens and all.
///
/// # Errors
/// `InvalidInput` for a name that no context has.
pub async fn run(call: &Call) -> Result<()> {
    let arguments = call.arguments();
    let context = super::given_context(call, "Name")?;
    let name = context.name.as_str();
    let action = format!("Remove context '{name}'");
    if !call.caller.should_process(&action, "Context").await? {
        return Ok(());
    }
    let is_current = call
        .library
        .state()
        .contexts
        .is_current(name, call.runspace());
    if is_current {
        let question = format!(
            "'{name}' is the default context used for communicating with Azure.  Are you sure you want to remove \
             the default context?"
        );
        if !call.caller.should_continue(&question).await? {
            return Ok(());
        }
    }
    let gone = call
        .library
        .state()
        .contexts
        .remove(|own| own.name.eq_ignore_ascii_case(name));
    if !arguments.switch("PassThru") {
        return Ok(());
    }
    let records: Vec<Record> = gone.iter().map(|own| model::context(own)).collect();
    call.caller.objects(&records).await
}
