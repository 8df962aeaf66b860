//! `Update-AzDataFactoryV2IntegrationRuntimeNode`.

use azir_azure::{arm::client::RequestOptions, http::lacking};
use azure_core::http::Method;
use serde_json::json;

use super::nodes;
use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    output::Field,
    runtimes::place::RuntimePlace,
};

/// Sets how many jobs a node may run at once.
///
/// # Errors
/// `InvalidInput` for less than one; what the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let name = super::named(&arm, "Name")?;
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
    let place = RuntimePlace::of(&arm).await?;
    if !call
        .caller
        .should_process_only(&super::words(call, &place, &name).updating(), &name)
        .await?
    {
        return Ok(());
    }
    let url = place.action_url(&arm, &["nodes", &name]);
    let change = json!({ "concurrentJobsLimit": limit });
    let answer = arm
        .send(
            Method::Patch,
            url.clone(),
            Some(&change),
            RequestOptions::default(),
        )
        .await;
    let answer = match answer {
        Err(error) if error.is_status(404) => {
            return Err(match nodes::hint(&arm, &place, "Name", &name).await {
                Some(hint) => error.with_hint(hint),
                None => error,
            });
        }
        other => other?.json_or_null()?,
    };
    // An answer without a body says nothing of what is there now.
    let answer = if lacking(&answer, &["nodeName"]).is_none() {
        answer
    } else {
        arm.get_object(url).await?
    };
    if lacking(&answer, &["nodeName"]).is_some() {
        return Err(Error::protocol(format!(
            "The service accepted the change but did not answer with node '{name}'. Get-{}Node shows what is there \
             now.",
            place.parent.service.noun()
        )));
    }
    call.caller
        .object(super::self_hosted(&place, &name, &answer, Field::Null))
        .await
}
