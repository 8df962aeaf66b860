//! `Remove-AzDataFactoryV2`.

use azir_azure::arm::client::RequestOptions;
use azure_core::http::Method;

use super::contents;
use crate::{Call, arm::Arm, datafactory::messages, error::Result, runtimes::place::ParentPlace};

/// Removes a factory after it was confirmed; that there was none is a warning.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = ParentPlace::of_factory(&arm)?;
    let (name, group) = (&place.name, &place.resource_group);
    contents::show(&arm, &place).await?;
    if !call
        .caller
        .should_process(&messages::factory_removing(name, group), name)
        .await?
    {
        return Ok(());
    }
    let sure = call.caller.is_silenced()
        || call
            .caller
            .should_continue(&messages::factory_confirm_removal(name, group))
            .await?;
    if !sure {
        return Ok(());
    }
    let reply = arm
        .send(
            Method::Delete,
            place.url(&arm),
            None,
            RequestOptions::default(),
        )
        .await?;
    if reply.status == 204 {
        call.caller
            .warning(messages::factory_not_found(name, group))
            .await?;
    }
    Ok(())
}
