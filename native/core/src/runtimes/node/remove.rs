//! `Remove-AzDataFactoryV2IntegrationRuntimeNode`.

use azir_azure::arm::client::RequestOptions;
use azure_core::http::Method;

use super::nodes;
use crate::{Call, arm::Arm, error::Result};

/// Takes a node out of its runtime after it was confirmed; that there was none is a warning.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let (place, node) = super::place(&arm, "NodeName").await?;
    let words = super::words(call, &place, &node);
    if !call
        .caller
        .should_process(&words.removing(), &place.name)
        .await?
    {
        return Ok(());
    }
    let sure = call
        .caller
        .should_continue(&words.confirm_removal())
        .await?;
    if !sure {
        return Ok(());
    }
    let url = place.action_url(&arm, &["nodes", &node]);
    let reply = arm
        .send(Method::Delete, url, None, RequestOptions::default())
        .await?;
    if reply.status == 204 {
        let text = words.not_found();
        let text = match nodes::hint(&arm, &place, "NodeName", &node).await {
            Some(hint) => format!("{text} {hint}"),
            None => text,
        };
        call.caller.warning(text).await?;
    }
    Ok(())
}
