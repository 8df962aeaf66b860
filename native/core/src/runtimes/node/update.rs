//! `Update-AzDataFactoryV2IntegrationRuntimeNode`.

use azure_core::http::Method;
use serde_json::json;

use crate::{
    Call,
    arm::client::{Arm, Manner},
    error::{Error, Result},
    output::Field,
    runtimes::messages,
};

/// Sets how many jobs a node may run at once.
///
/// # Errors
/// `InvalidInput` for less than one; what the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let (place, name) = super::place(&arm, "Name")?;
    let limit = call
        .arguments()
        .integer("ConcurrentJobsLimit")
        .filter(|limit| *limit >= 1)
        .ok_or_else(|| {
            Error::invalid(
                "ConcurrentJobsLimit",
                "-ConcurrentJobsLimit must be a whole number from 1 to the node's MaxConcurrentJobs.",
            )
        })?;
    if !call
        .host
        .should_process_only(&messages::node_updating(&name), &name)
        .await?
    {
        return Ok(());
    }
    let answer = arm
        .send(
            Method::Patch,
            place.action_url(&arm, &["nodes", &name]),
            Some(&json!({ "concurrentJobsLimit": limit })),
            Manner::default(),
        )
        .await?
        .json_or_null()?;
    call.host
        .object(super::self_hosted(&place, &name, &answer, Field::Null))
        .await
}
