//! `Get-AzDataFactoryV2IntegrationRuntime` and the related cmdlets of the other services.

use futures::{StreamExt, stream};

use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    output::Record,
    runtimes::{
        api::{self, Runtimes},
        azure,
        body::RuntimeBody,
        place::{NODE_ROW, ParentPlace, RuntimePlace},
    },
};

/// How many statuses of a list are asked for at a time.
const AT_ONCE: usize = 8;

/// Gets one runtime, with its status if asked for, or lists those of a factory, workspace or account.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let by_name = !["ResourceId", "InputObject", NODE_ROW]
        .iter()
        .any(|own| arguments.is_bound(own));
    if by_name && arguments.text("Name").is_none_or(|name| name.is_empty()) {
        if arguments.is_bound("IfNoneMatch") {
            return Err(Error::invalid(
                "IfNoneMatch",
                "-IfNoneMatch is about one integration runtime: give its -Name too.",
            ));
        }
        return list(&arm, &api::parent(&arm).await?, &|_| true).await;
    }
    one(&arm, &api::place(&arm).await?).await
}

/// Writes the runtime at `place`, with its status if asked for.
///
/// # Errors
/// What the service answers.
pub async fn one(arm: &Arm<'_>, place: &RuntimePlace) -> Result<()> {
    let call = arm.call;
    let runtimes = api::connect(arm, &place.parent).await?;
    let etag = call.arguments().version("IfNoneMatch")?;
    let unless = etag.as_deref();
    let record = if call.arguments().switch("Status") {
        runtimes
            .get_with_status(&place.name, unless)
            .await?
            .map(|(resource, answer)| runtimes.status_record(&resource, &answer))
    } else {
        runtimes
            .get_unless(&place.name, unless)
            .await?
            .map(|resource| runtimes.record(&resource))
    };
    let Some(record) = record else {
        return call
            .caller
            .verbose(format!(
                "Integration runtime '{}' is still the version given as -IfNoneMatch.",
                place.name
            ))
            .await;
    };
    azure::warn_limited(call, place, &record).await?;
    call.caller.object(record).await
}

/// Writes those runtimes of the parent at `place` whose names are wanted, with their statuses if asked for.
///
/// # Errors
/// What the service answers.
pub async fn list(
    arm: &Arm<'_>,
    place: &ParentPlace,
    wanted: &(dyn Fn(&str) -> bool + Sync),
) -> Result<()> {
    let call = arm.call;
    let runtimes = api::connect(arm, place).await?;
    let mut pages = runtimes.list();
    while let Some(mut members) = pages.next().await? {
        members.retain(|member| wanted(member.name().unwrap_or_default()));
        write(call, runtimes.as_ref(), &members).await?;
    }
    Ok(())
}

/// Writes these runtimes, with their statuses if asked for.
///
/// # Errors
/// What the service answers about the statuses, unless it is about one runtime only.
pub async fn write(call: &Call, runtimes: &dyn Runtimes, members: &[RuntimeBody]) -> Result<()> {
    if call.arguments().switch("Status") {
        return statuses(call, runtimes, members).await;
    }
    let records: Vec<Record> = members
        .iter()
        .map(|member| runtimes.record(member))
        .collect();
    call.caller.objects(&records).await
}

/// Each member with its status, in the list's order; one whose status cannot be read is reported and shown without it.
async fn statuses(call: &Call, runtimes: &dyn Runtimes, members: &[RuntimeBody]) -> Result<()> {
    let asked: Vec<_> = members
        .iter()
        .map(|member| runtimes.status(member.name().unwrap_or_default()))
        .collect();
    let mut answers = stream::iter(asked).buffered(AT_ONCE);
    let mut members = members.iter();
    while let (Some(answer), Some(member)) = (answers.next().await, members.next()) {
        let record = match answer {
            Ok(answer) => {
                let record = runtimes.status_record(member, &answer);
                let own = runtimes.place(member.name().unwrap_or_default());
                azure::warn_limited(call, &own, &record).await?;
                record
            }
            Err(error) if error.fault().is_some() || error.kind == ErrorKind::Protocol => {
                let own = runtimes.place(member.name().unwrap_or_default());
                call.caller.error(&error.about(own.id())).await?;
                runtimes.record(member)
            }
            Err(error) => return Err(error),
        };
        call.caller.object(record).await?;
    }
    Ok(())
}
