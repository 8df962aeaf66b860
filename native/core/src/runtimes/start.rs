//! `Start-AzDataFactoryV2IntegrationRuntime`: starts the machines of an Azure-SSIS runtime.

use azir_azure::json::Lookup;
use azir_azure::{arm::client::RequestOptions, http::RetrySafety};
use azure_core::http::Method;

use super::{body::RuntimeBody, cores, operation, operation::Kind, status};
use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    runtimes::{messages, place::RuntimePlace, service::Service},
};

/// Reads the runtime, asks, starts it and waits, unless `-NoWait` is given.
///
/// # Errors
/// What the service answers; a self-hosted runtime is refused before anything is asked.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let resource = place.get(&arm).await?;
    refuse_self_hosted(&place, &resource, "started")?;
    cores::describe(call, &place, &resource).await?;
    let action = messages::runtime_starting(&place);
    if !call.caller.should_process(&action, &place.name).await?
        || !call
            .caller
            .should_continue(&messages::runtime_exists(&place))
            .await?
    {
        return Ok(());
    }
    let reply = arm
        .send(
            Method::Post,
            place.action_url(&arm, &["start"]),
            None,
            once(),
        )
        .await?;
    let Some(answer) = operation::finish(&arm, &place, Kind::Start, &reply).await? else {
        return Ok(());
    };
    // Synapse's operation need not end with the status of the runtime.
    let service = place.parent.service;
    let answer = if service == Service::Synapse && !answer.at("properties").is_object() {
        status::ask(&arm, &place).await?
    } else {
        RuntimeBody::new(service, answer)
    };
    if answer.document().is_object() {
        call.caller
            .object(status::record(&place.parent, &resource, &answer))
            .await?;
    }
    Ok(())
}

/// Started twice, the second time is an error: so it is not sent again when it may have arrived.
pub(super) fn once() -> RequestOptions<'static> {
    RequestOptions {
        retry: RetrySafety::OnlyUnsent,
        ..RequestOptions::default()
    }
}

/// The nodes of a self-hosted runtime are started and stopped where they are.
pub(super) fn refuse_self_hosted(
    place: &RuntimePlace,
    resource: &RuntimeBody,
    done: &str,
) -> Result<()> {
    if !resource.kind().is_self_hosted() {
        return Ok(());
    }
    Err(Error::invalid(
        "Name",
        format!(
            "{} is self-hosted. Only an Azure-SSIS integration runtime \
             can be {done}; the service of a self-hosted one is started and stopped on its nodes.",
            place.called_first()
        ),
    ))
}
