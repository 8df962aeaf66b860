//! `Stop-AzDataFactoryV2IntegrationRuntime`: stops the machines of an Azure-SSIS runtime.

use azure_core::http::Method;

use super::{
    operation,
    operation::Kind,
    start::{once, refuse_self_hosted},
};
use crate::{
    Call,
    arm::Arm,
    error::Result,
    runtimes::{messages, place::RuntimePlace},
};

/// Asks when the runtime exists, stops it and waits, unless `-NoWait` is given.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let action = messages::runtime_stopping(&place);
    if !call.caller.should_process(&action, &place.name).await? {
        return Ok(());
    }
    if !call.caller.is_silenced() {
        if let Some(resource) = place.get_if_exists(&arm).await? {
            refuse_self_hosted(&place, &resource, "stopped")?;
            let query = messages::runtime_exists(&place);
            if !call.caller.should_continue(&query).await? {
                return Ok(());
            }
        } else {
            call.caller.last_question().await?;
        }
    }
    let reply = arm
        .send(
            Method::Post,
            place.action_url(&arm, &["stop"]),
            None,
            once(),
        )
        .await?;
    operation::finish(&arm, &place, Kind::Stop, &reply)
        .await
        .map(|_| ())
}
