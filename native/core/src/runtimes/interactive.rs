//! `Enable-` and `Disable-…InteractiveAuthoring`, in all services.
//!
//! Service:
//! <https://learn.microsoft.com/azure/data-factory/managed-virtual-network-private-endpoint#interactive-authoring>.

use super::{
    api::{self, Authoring},
    body::Kind,
    service::Service,
};
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
};

/// Lets authors test connections and preview data through the runtime for some minutes.
///
/// # Errors
/// What the service answers.
pub async fn enable(call: &Call) -> Result<()> {
    let minutes = call.arguments().integer("AutoTerminationMinutes");
    if minutes.is_some_and(|minutes| minutes < 1) {
        return Err(Error::invalid(
            "AutoTerminationMinutes",
            "-AutoTerminationMinutes is the number of minutes after which interactive authoring ends: 1 or more.",
        ));
    }
    switch(call, Authoring::On(minutes)).await
}

/// Ends it.
///
/// # Errors
/// What the service answers.
pub async fn disable(call: &Call) -> Result<()> {
    switch(call, Authoring::Off).await
}

async fn switch(call: &Call, authoring: Authoring) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = api::place(&arm).await?;
    let runtimes = api::connect(&arm, &place.parent).await?;
    let purview = place.parent.service == Service::Purview;
    // Purview answers such a request for a self-hosted runtime with success, without any effect.
    if purview && runtimes.get(&place.name).await?.kind() == Kind::SelfHosted {
        return Err(Error::new(
            ErrorKind::InvalidInput { parameter: None },
            format!(
                "{} is self-hosted. Interactive authoring is switched for managed integration runtimes only.",
                place.called_first()
            ),
        ));
    }
    let doing = match authoring {
        Authoring::On(_) => "Enabling",
        Authoring::Off => "Disabling",
    };
    let text = format!("{doing} interactive authoring of {}.", place.called());
    if !call.caller.should_process_only(&text, &place.name).await? {
        return Ok(());
    }
    if !runtimes.set_authoring(&place.name, authoring).await? {
        return Ok(());
    }
    // What the operation answers is not the runtime in all recordings: it is read anew. In Purview, what is in force
    // now is part of the status.
    let record = if purview {
        runtimes
            .get_with_status(&place.name, None)
            .await?
            .map(|(resource, answer)| runtimes.status_record(&resource, &answer))
    } else {
        Some(runtimes.record(&runtimes.get(&place.name).await?))
    };
    match record {
        Some(record) => call.caller.object(record).await,
        None => Ok(()),
    }
}
