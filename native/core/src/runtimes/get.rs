//! `Get-AzDataFactoryV2IntegrationRuntime`.

use azir_azure::arm::paging::Pages;
use futures::{StreamExt, stream};
use serde_json::Value;

use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    output::Record,
    runtimes::{
        azure, model,
        place::{ParentPlace, RuntimePlace},
        status,
    },
};

/// How many statuses of a list are asked for at a time.
const AT_ONCE: usize = 8;

/// Gets one runtime, with its status if asked for, or lists those of a factory.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let by_name = !arguments.is_bound("ResourceId") && !arguments.is_bound("InputObject");
    if by_name && arguments.text("Name").is_none_or(|name| name.is_empty()) {
        if arguments.is_bound("IfNoneMatch") {
            return Err(Error::invalid(
                "IfNoneMatch",
                "-IfNoneMatch is about one integration runtime: give its -Name too.",
            ));
        }
        return list(&arm, &ParentPlace::of_runtimes(&arm).await?, &|_| true).await;
    }
    one(&arm, &RuntimePlace::of(&arm).await?).await
}

/// Writes the runtime at `place`, with its status if asked for.
///
/// # Errors
/// What the service answers.
pub async fn one(arm: &Arm<'_>, place: &RuntimePlace) -> Result<()> {
    let call = arm.call;
    let arguments = call.arguments();
    let etag = arguments.version("IfNoneMatch")?;
    let record = if arguments.switch("Status") {
        let (resource, answer) = futures::join!(
            place.get_unless(arm, etag.as_deref()),
            status::ask(arm, place)
        );
        // A missing runtime is reported by the first, in the words that scripts know.
        match resource? {
            Some(resource) => {
                let record = status::record(&place.parent, &resource, &answer?);
                azure::warn_limited(call, place, &record).await?;
                Some(record)
            }
            None => None,
        }
    } else {
        place
            .get_unless(arm, etag.as_deref())
            .await?
            .map(|resource| model::record(&place.parent, &resource))
    };
    match record {
        // Many that come through the pipeline are shown as the list they are.
        Some(record) if call.request.pipeline => call.caller.object(model::in_list(record)).await,
        Some(record) => call.caller.object(record).await,
        None => {
            call.caller
                .verbose(format!(
                    "Integration runtime '{}' is still the version given as -IfNoneMatch.",
                    place.name
                ))
                .await
        }
    }
}

/// Writes those runtimes of the factory or workspace at `place` whose names are wanted, with their statuses if asked for.
///
/// # Errors
/// What the service answers.
pub async fn list(
    arm: &Arm<'_>,
    place: &ParentPlace,
    wanted: &(dyn Fn(&str) -> bool + Sync),
) -> Result<()> {
    let call = arm.call;
    let mut pages = Pages::new(arm, place.runtimes_url(arm));
    while let Some(mut members) = pages.next().await? {
        members.retain(|member| wanted(member["name"].as_str().unwrap_or_default()));
        if call.arguments().switch("Status") {
            statuses(call, arm, place, &members).await?;
            continue;
        }
        let records: Vec<Record> = members
            .iter()
            .map(|member| model::in_list(model::record(place, member)))
            .collect();
        call.caller.objects(&records).await?;
    }
    Ok(())
}

/// Each member with its status, in the list's order; one whose status cannot be had is told and shown without.
async fn statuses(
    call: &Call,
    arm: &Arm<'_>,
    place: &ParentPlace,
    members: &[Value],
) -> Result<()> {
    let places: Vec<RuntimePlace> = members
        .iter()
        .map(|member| RuntimePlace {
            parent: place.clone(),
            name: member["name"].as_str().unwrap_or_default().to_owned(),
        })
        .collect();
    let asked: Vec<_> = places.iter().map(|own| status::ask(arm, own)).collect();
    let mut answers = stream::iter(asked).buffered(AT_ONCE);
    let mut members = members.iter();
    let mut own = places.iter();
    while let (Some(answer), Some(member), Some(own)) =
        (answers.next().await, members.next(), own.next())
    {
        let record = match answer {
            Ok(answer) => {
                let record = status::record(place, member, &answer);
                azure::warn_limited(call, own, &record).await?;
                record
            }
            Err(error) if error.fault().is_some() || error.kind == ErrorKind::Protocol => {
                call.caller.error(&error).await?;
                model::record(place, member)
            }
            Err(error) => return Err(error),
        };
        call.caller.object(model::in_list(record)).await?;
    }
    Ok(())
}
