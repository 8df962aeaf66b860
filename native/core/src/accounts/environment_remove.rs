//! `Remove-AzEnvironment`.

use super::{environment::Environment, model};
use crate::{
    Call,
    error::{Error, Result},
};

/// Takes an added environment out. Contexts in it stay usable.
///
/// # Errors
/// Upstream's words for a built-in one and for one that is not there.
pub async fn run(call: &Call) -> Result<()> {
    let name = call.arguments().required("Name")?;
    if !call
        .caller
        .should_process_only("removing environment", &name)
        .await?
    {
        return Ok(());
    }
    if Environment::built_in(&name).is_some() {
        return Err(Error::invalid(
            "Name",
            "Removing public environment is not supported.",
        ));
    }
    let gone = call.library.state().environments.remove(&name);
    match gone {
        Some(environment) => call.caller.object(model::environment(&environment)).await,
        None => Err(Error::invalid(
            "Name",
            format!("The environment name '{name}' is not found."),
        )),
    }
}
