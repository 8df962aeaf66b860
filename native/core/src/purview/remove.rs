//! `Remove-AzPurviewIntegrationRuntime`.

use super::{account, scan::Scan};
use crate::{
    Call,
    arm::Arm,
    error::Result,
    runtimes::{api::Runtimes, messages},
};

/// Removes a runtime after it was confirmed; that there was none is a warning.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = account::of_runtime(&arm).await?;
    let action = messages::runtime_removing(&place);
    if !call.caller.should_process(&action, &place.name).await? {
        return Ok(());
    }
    let scan = Scan::connect(&arm, &place.parent).await?;
    // The deletion of nothing is answered like that of something.
    if scan.get_if_exists(&place.name).await?.is_none() {
        return call
            .caller
            .warning(messages::runtime_not_found(&place))
            .await;
    }
    let query = format!(
        "Ongoing scans that rely on integration runtime '{}' will fail once it is removed.\n{}",
        place.name,
        messages::runtime_confirm_removal(&place)
    );
    if !call.caller.should_continue(&query).await? {
        return Ok(());
    }
    scan.delete(&place.name).await.map(drop)
}
