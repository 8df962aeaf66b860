//! `Enable-` and `Disable-AzPurviewIntegrationRuntimeInteractiveAuthoring`.

use azir_azure::{
    arm::long_running::{self, Pending, Watch},
    http::{Reply, RetrySafety},
};
use azure_core::http::Method;
use serde_json::{Value, json};

use super::{
    account, get,
    model::{self, Kind},
    scan::{Action, Scan},
};
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    runtimes::place::RuntimePlace,
};

/// Lets people test connections through the runtime for some minutes.
///
/// # Errors
/// `InvalidInput` for a self-hosted runtime; what the service answers.
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
    switch(
        call,
        "Enabling",
        Action::EnableInteractiveQuery,
        Some(&body),
    )
    .await
}

/// Ends it.
///
/// # Errors
/// As [`enable`].
pub async fn disable(call: &Call) -> Result<()> {
    switch(call, "Disabling", Action::DisableInteractiveQuery, None).await
}

async fn switch(call: &Call, doing: &str, action: Action, body: Option<&Value>) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = account::of_runtime(&arm).await?;
    let scan = Scan::connect(&arm, &place.parent).await?;
    let resource = scan.get(&place.name, Action::Itself).await?;
    if model::kind(&resource) == Kind::SelfHosted {
        return Err(Error::new(
            ErrorKind::InvalidInput { parameter: None },
            format!(
                "{} is self-hosted. Interactive authoring is switched for managed integration runtimes only.",
                place.called_first()
            ),
        ));
    }
    let text = format!("{doing} interactive authoring of {}.", place.called());
    if !call.caller.should_process_only(&text, &place.name).await? {
        return Ok(());
    }
    let reply = scan
        .send(Method::Post, &place.name, action, body, RetrySafety::Safe)
        .await?;
    wait(&scan, &place, doing, &reply).await?;
    // What is in force now is part of the status.
    let record = get::record(&scan, &place.name, true).await?;
    call.caller.object(record).await
}

/// Waits where the service says for what: the older version does not, and the example of the newer one names an address
/// that has nothing to read.
async fn wait(scan: &Scan<'_>, place: &RuntimePlace, doing: &str, reply: &Reply) -> Result<()> {
    let Some(pending) = Pending::at_operation_location(&scan.arm, reply)? else {
        return Ok(());
    };
    let activity = format!("{doing} interactive authoring of {}", place.called());
    match long_running::wait(&scan.arm, pending, &Watch::patient(&activity)).await {
        Err(error) if error.is_status(404) || error.is_status(405) => {
            scan.arm
                .call
                .caller
                .verbose("The service tells nothing of how the operation goes on.")
                .await
        }
        outcome => Ok(outcome.map(drop)?),
    }
}
