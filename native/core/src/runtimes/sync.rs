//! `Sync-AzDataFactoryV2IntegrationRuntimeCredential`.

use crate::{
    Call,
    arm::Arm,
    error::Result,
    runtimes::{messages, place::RuntimePlace},
};

/// Brings the credentials of all nodes to those of the node that gives out the work.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let action = messages::syncing(&place.name);
    if !call.caller.should_process(&action, &place.name).await? {
        return Ok(());
    }
    let sure = call
        .caller
        .should_continue(&messages::sync_confirm(&place.name))
        .await?;
    if sure {
        arm.post(place.action_url(&arm, &["syncCredentials"]), None)
            .await?;
    }
    Ok(())
}
