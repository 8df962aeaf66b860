//! `Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade`.

use crate::{
    Call,
    arm::Arm,
    error::Result,
    runtimes::{messages, place::RuntimePlace},
};

/// Brings the nodes to the newest version now.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let action = messages::upgrading(&place.name);
    if call
        .caller
        .should_process_only(&action, &place.name)
        .await?
    {
        arm.post(place.action_url(&arm, &["upgrade"]), None).await?;
    }
    Ok(())
}
