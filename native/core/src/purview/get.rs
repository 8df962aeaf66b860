//! `Get-AzPurviewIntegrationRuntime`.

use futures::{StreamExt, stream};
use serde_json::Value;

use super::{
    account, model,
    scan::{Action, Scan},
};
use crate::{
    Call,
    arm::Arm,
    error::{ErrorKind, Result},
    output::Record,
    runtimes::{
        azure,
        place::{ParentPlace, RuntimePlace},
    },
};

/// How many statuses of a list are asked for at a time.
const AT_ONCE: usize = 8;

/// Gets one runtime, with its status if asked for, or lists those of an account.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let by_name = !arguments.is_bound("ResourceId") && !arguments.is_bound("InputObject");
    if by_name && arguments.text("Name").is_none_or(|name| name.is_empty()) {
        return list(&arm, &account::of_runtimes(&arm).await?, &|_| true).await;
    }
    one(&arm, &account::of_runtime(&arm).await?).await
}

/// Writes the runtime at `place`, with its status if asked for.
///
/// # Errors
/// What the service answers.
pub async fn one(arm: &Arm<'_>, place: &RuntimePlace) -> Result<()> {
    let call = arm.call;
    let scan = Scan::connect(arm, &place.parent).await?;
    let record = record(&scan, &place.name, call.arguments().switch("Status")).await?;
    azure::warn_limited(call, place, &record).await?;
    // Many that come through the pipeline are shown as the list they are.
    let record = if call.request.pipeline {
        model::in_list(record)
    } else {
        record
    };
    call.caller.object(record).await
}

/// One runtime, with its status where that is wanted.
///
/// # Errors
/// What the service answers.
pub async fn record(scan: &Scan<'_>, name: &str, with_status: bool) -> Result<Record> {
    // First the runtime: a missing one is reported as such, and the status is asked for in the version that is known then.
    let resource = scan.get(name, Action::Itself).await?;
    if !with_status {
        return Ok(model::record(scan.account(), &resource));
    }
    let answer = scan.get(name, Action::Status).await?;
    Ok(model::status_record(scan.account(), &resource, &answer))
}

/// Writes those runtimes of the account at `place` whose names are wanted, with their statuses if asked for.
///
/// # Errors
/// What the service answers.
pub async fn list(
    arm: &Arm<'_>,
    place: &ParentPlace,
    wanted: &(dyn Fn(&str) -> bool + Sync),
) -> Result<()> {
    let call = arm.call;
    let scan = &Scan::connect(arm, place).await?;
    let mut pages = scan.runtimes();
    while let Some(mut members) = pages.next().await? {
        members.retain(|member| wanted(member["name"].as_str().unwrap_or_default()));
        if call.arguments().switch("Status") {
            statuses(call, scan, &members).await?;
            continue;
        }
        let records: Vec<Record> = members
            .iter()
            .map(|member| model::in_list(model::record(scan.account(), member)))
            .collect();
        call.caller.objects(&records).await?;
    }
    Ok(())
}

/// Each member with its status, in the list's order; one whose status cannot be had is told and shown without.
async fn statuses(call: &Call, scan: &Scan<'_>, members: &[Value]) -> Result<()> {
    let name = |member: &Value| member["name"].as_str().unwrap_or_default().to_owned();
    let names: Vec<String> = members.iter().map(name).collect();
    let asked: Vec<_> = names
        .iter()
        .map(|name| scan.get(name, Action::Status))
        .collect();
    let mut answers = stream::iter(asked).buffered(AT_ONCE);
    let mut members = members.iter();
    while let (Some(answer), Some(member)) = (answers.next().await, members.next()) {
        let record = match answer {
            Ok(answer) => {
                let record = model::status_record(scan.account(), member, &answer);
                let own = RuntimePlace {
                    parent: scan.account().clone(),
                    name: name(member),
                };
                azure::warn_limited(call, &own, &record).await?;
                record
            }
            Err(error) if error.fault().is_some() || error.kind == ErrorKind::Protocol => {
                call.caller.error(&error).await?;
                model::record(scan.account(), member)
            }
            Err(error) => return Err(error),
        };
        call.caller.object(model::in_list(record)).await?;
    }
    Ok(())
}
