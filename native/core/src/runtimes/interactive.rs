//! `Enable-` and `Disable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring`.
//!
//! Service: <https://learn.microsoft.com/azure/data-factory/managed-virtual-network-private-endpoint#interactive-authoring>.

use azure_core::http::Method;
use serde_json::{Value, json};

use super::{model, operation, operation::Kind, start::once};
use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    runtimes::place::RuntimePlace,
};

/// Lets authors test connections and preview data through the runtime for some minutes.
///
/// # Errors
/// What the service answers.
pub async fn enable(call: &Call) -> Result<()> {
    let mut body = json!({});
    if let Some(minutes) = call.arguments().integer("AutoTerminationMinutes") {
        if minutes < 1 {
            return Err(Error::invalid(
                "AutoTerminationMinutes",
                "-AutoTerminationMinutes is the number of minutes after which interactive authoring ends: 1 or more.",
            ));
        }
        body["autoTerminationMinutes"] = json!(minutes);
    }
    switch(call, Kind::EnableInteractiveAuthoring, Some(&body)).await
}

/// Ends it.
///
/// # Errors
/// What the service answers.
pub async fn disable(call: &Call) -> Result<()> {
    switch(call, Kind::DisableInteractiveAuthoring, None).await
}

async fn switch(call: &Call, kind: Kind, body: Option<&Value>) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let (doing, action) = if kind == Kind::EnableInteractiveAuthoring {
        ("Enabling", "enableInteractiveQuery")
    } else {
        ("Disabling", "disableInteractiveQuery")
    };
    let text = format!("{doing} interactive authoring of {}.", place.called());
    if !call.caller.should_process_only(&text, &place.name).await? {
        return Ok(());
    }
    let reply = arm
        .send(
            Method::Post,
            place.action_url(&arm, &[action]),
            body,
            once(),
        )
        .await?;
    if operation::finish(&arm, &place, kind, &reply)
        .await?
        .is_some()
    {
        // What the operation answers is not the runtime in all recordings: it is read anew.
        let resource = place.get(&arm).await?;
        call.caller
            .object(model::record(&place.parent, &resource))
            .await?;
    }
    Ok(())
}
