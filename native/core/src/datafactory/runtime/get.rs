//! `Get-AzDataFactoryV2IntegrationRuntime`.

use crate::{
    Call,
    arm::{client::Arm, paging::Pages},
    datafactory::{
        place::{FactoryPlace, RuntimePlace},
        runtime::{model, status},
    },
    error::Result,
    output::Record,
};

/// Gets one runtime, with its status if asked for, or lists those of a factory.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call)?;
    let arguments = call.arguments();
    let by_name = !arguments.is_bound("ResourceId") && !arguments.is_bound("InputObject");
    if by_name && arguments.text("Name").is_none_or(|name| name.is_empty()) {
        return list(call, &arm).await;
    }
    let place = RuntimePlace::of(&arm)?;
    if !arguments.switch("Status") {
        let resource = arm.get(place.url(&arm)).await?;
        return call
            .host
            .object(model::record(&place.parent, &resource))
            .await;
    }
    let (resource, answer) = futures::join!(
        arm.get(place.url(&arm)),
        arm.post(place.action_url(&arm, &["getStatus"]), None)
    );
    // A missing runtime is reported by the first, in the words that scripts know.
    let resource = resource?;
    call.host
        .object(status::record(&place.parent, &resource, &answer?))
        .await
}

async fn list(call: &Call, arm: &Arm<'_>) -> Result<()> {
    let place = FactoryPlace::of_runtimes(arm)?;
    if call.arguments().switch("Status") {
        call.host
            .verbose("-Status is used with -Name only: a list has no status.")
            .await?;
    }
    let mut pages = Pages::new(arm, place.runtimes_url(arm));
    while let Some(members) = pages.next().await? {
        let records: Vec<Record> = members
            .iter()
            .map(|member| model::record(&place, member))
            .collect();
        call.host.objects(&records).await?;
    }
    Ok(())
}
