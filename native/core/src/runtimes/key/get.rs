//! `Get-AzDataFactoryV2IntegrationRuntimeKey` and the related cmdlets of the other services.

use crate::{Call, arm::Arm, error::Result, runtimes::api};

/// Gets both keys.
///
/// # Errors
/// What the service answers, for instance for a linked runtime.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = api::place(&arm).await?;
    let runtimes = api::connect(&arm, &place.parent).await?;
    let keys = runtimes.keys(&place.name).await?;
    super::write(call, &keys).await
}
