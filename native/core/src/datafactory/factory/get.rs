//! `Get-AzDataFactoryV2`.

use azir_azure::arm::paging::Pages;
use azir_azure::json::Lookup;

use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    names,
    output::Record,
    runtimes::{find, missing, place::ParentPlace, service::Service},
};

/// Gets one factory, or lists those of a resource group or of the subscription.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    if arguments.filled("Name").is_some() {
        let place = ParentPlace::of_factory(&arm)?;
        let etag = arguments.version("IfNoneMatch")?;
        let resource = match arm.get_unless(place.url(&arm), etag.as_deref()).await {
            Err(error) => return Err(missing::explain_parent(&arm, &place, error).await),
            Ok(resource) => resource,
        };
        let Some(resource) = resource else {
            return call
                .caller
                .verbose(format!(
                    "Data factory '{}' is still the version given as -IfNoneMatch.",
                    place.name
                ))
                .await;
        };
        let own = Some((place.resource_group.as_str(), place.name.as_str()));
        let record = super::record(&call.library, own, &resource);
        return call.caller.object(record).await;
    }
    if arguments.is_bound("IfNoneMatch") {
        return Err(Error::invalid(
            "IfNoneMatch",
            "-IfNoneMatch is about one data factory: give its -Name too.",
        ));
    }
    let group = arguments.filled("ResourceGroupName");
    if let Some(group) = &group {
        names::resource_group("ResourceGroupName", group)?;
    }
    let first = find::list_url(&arm, Service::DataFactory, group.as_deref())?;
    let mut pages = Pages::new(&arm, first);
    while let Some(members) = pages.next().await? {
        let records: Vec<Record> = members
            .iter()
            .map(|resource| {
                let name = resource.at("name").as_str().unwrap_or_default();
                let own = group.as_deref().map(|group| (group, name));
                super::record(&call.library, own, resource)
            })
            .collect();
        call.caller.objects(&records).await?;
    }
    Ok(())
}
