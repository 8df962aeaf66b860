//! `Get-AzDataFactoryV2`.

use crate::{
    Call,
    arm::{client::Arm, paging::Pages},
    datafactory::{API_VERSION, NAMESPACE, place::FactoryPlace},
    error::Result,
    names,
    output::Record,
};

/// Gets one factory, or lists those of a resource group or of the subscription.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call)?;
    let arguments = call.arguments();
    if arguments.filled("Name").is_some() {
        let place = FactoryPlace::of_factory(&arm)?;
        let resource = arm.get(place.url(&arm)).await?;
        let own = Some((place.resource_group.as_str(), place.factory.as_str()));
        return call
            .host
            .object(super::record(&call.library, own, &resource))
            .await;
    }
    let group = arguments.filled("ResourceGroupName");
    if let Some(group) = &group {
        names::resource_group("ResourceGroupName", group)?;
    }
    let subscription = arm.subscription()?;
    let mut segments = vec!["subscriptions", subscription];
    if let Some(group) = &group {
        segments.extend(["resourceGroups", group]);
    }
    segments.extend(["providers", NAMESPACE, "factories"]);
    let mut pages = Pages::new(&arm, arm.url(&segments, API_VERSION));
    while let Some(members) = pages.next().await? {
        let records: Vec<Record> = members
            .iter()
            .map(|resource| {
                let name = resource["name"].as_str().unwrap_or_default();
                let own = group.as_deref().map(|group| (group, name));
                super::record(&call.library, own, resource)
            })
            .collect();
        call.host.objects(&records).await?;
    }
    Ok(())
}
