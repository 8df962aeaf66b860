//! `New-AzDataFactoryV2IntegrationRuntimeKey` and the related cmdlets of the other services.

use crate::{
    Call,
    arm::Arm,
    error::Result,
    output::Record,
    purview,
    runtimes::{
        api::{self, Runtimes},
        messages,
        place::RuntimePlace,
        service::Service,
    },
};

/// Makes one key anew; the answer has that key only.
///
/// # Errors
/// What the service answers. Without an answer, whether the key is a new one is not known.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = api::place(&arm).await?;
    let key = call.arguments().required("KeyName")?;
    let wire = match place.parent.service {
        Service::Purview => purview::key::name(&key)?.to_owned(),
        Service::DataFactory | Service::Synapse => key.clone(),
    };
    let runtimes = api::connect(&arm, &place.parent).await?;
    if place.parent.service == Service::Purview {
        purview::key::refuse_managed(&place, &runtimes.get(&place.name).await?)?;
    }
    if !agreed(call, runtimes.as_ref(), &place, &key).await? {
        return call.caller.object(Record::null()).await;
    }
    let answer = runtimes.new_key(&place.name, &wire).await?;
    super::write(call, &answer).await
}

async fn agreed(
    call: &Call,
    runtimes: &dyn Runtimes,
    place: &RuntimePlace,
    key: &str,
) -> Result<bool> {
    let action = messages::regenerate_key(key, &place.name);
    if !call.caller.should_process(&action, &place.name).await? {
        return Ok(false);
    }
    // A runtime of Purview has been read already.
    let exists = place.parent.service == Service::Purview
        || (!call.caller.is_silenced() && runtimes.get_if_exists(&place.name).await?.is_some());
    if !exists {
        return Ok(true);
    }
    call.caller
        .should_continue(&messages::continue_regenerate_key(key, &place.name))
        .await
}
