//! `Get-AzDataFactoryV2IntegrationRuntimeKey`.

use crate::{Call, arm::Arm, error::Result, runtimes::place::RuntimePlace};

/// Gets both keys.
///
/// # Errors
/// What the service answers, for instance for a linked runtime.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let keys = arm
        .post(place.action_url(&arm, &["listAuthKeys"]), None)
        .await?;
    super::write(call, &keys).await
}
