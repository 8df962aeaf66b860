//! `Compare-AzIntegrationRuntime`.

use super::input::{destination, of_this_target, read, target, tell_of_repository};
use crate::{
    Call,
    arm::Arm,
    desired::{
        compare::{self, Difference, Severity},
        live, output, report,
    },
    error::{Error, ErrorKind, Result},
    output::Record,
    report::{Kind, places, wanted, write_all},
    runtimes::place::ParentPlace,
};

/// Writes the differences between the users' files and the live integration runtimes.
///
/// # Errors
/// `InvalidInput` for files that cannot be read; what the service answers; `NotMet` at the end where a difference is as
/// grave as `-ErrorOnDifference` says.
pub async fn compare(call: &Call) -> Result<()> {
    let outcome = differences(call).await;
    // Who lets a pipeline stop at a difference wants it to stop where nothing could be compared, too.
    if call.arguments().is_bound("ErrorOnDifference") {
        return outcome.map_err(Error::ending);
    }
    outcome
}

async fn differences(call: &Call) -> Result<()> {
    let reports = wanted(call.arguments(), Kind::Comparison)?;
    let arm = Arm::connect(call).await?;
    let target = target(&arm).await?;
    let desired = read(call, "Path", destination(&target))?;
    of_this_target(&desired, &target)?;
    let found = live::read(&arm, &target, false).await?;
    tell_of_repository(call, &found, &target).await?;
    let differences = compare::compare(&desired, &target, &found.runtimes);
    let records: Vec<Record> = differences
        .iter()
        .map(|own| output::difference(own, &target))
        .collect();
    call.caller.objects(&records).await?;
    let made_at = call.library.clock.now().into();
    let report = report::of_differences(&differences, &desired, &target, &found.runtimes, made_at);
    write_all(call, &reports, |format| report.write(format)).await?;
    judge(call, &differences, &target, &places(&reports))
}

/// Ends with an error where a difference is as grave as the caller says.
fn judge(
    call: &Call,
    differences: &[Difference],
    target: &ParentPlace,
    places: &str,
) -> Result<()> {
    let Some(threshold) = call.arguments().filled("ErrorOnDifference") else {
        return Ok(());
    };
    let any = threshold.eq_ignore_ascii_case("Any");
    let grave: Vec<&Difference> = differences
        .iter()
        .filter(|own| {
            own.severity == Severity::Destructive
                || own.may_hide_destruction()
                || (any && own.counts())
        })
        .collect();
    if grave.is_empty() {
        return Ok(());
    }
    let mut names: Vec<&str> = grave
        .iter()
        .filter_map(|own| own.runtime.as_deref())
        .collect();
    names.dedup();
    let about = if names.is_empty() {
        String::new()
    } else {
        format!(" They are about: {}.", names.join(", "))
    };
    let destructive = grave
        .iter()
        .filter(|own| own.severity == Severity::Destructive)
        .count();
    Err(Error::new(
        ErrorKind::NotMet,
        format!(
            "{} of {} differences between the files and {} count, {destructive} of them destructive.{about} The \
             objects say what differs, and what to do.{places}",
            grave.len(),
            differences.len(),
            target.called()
        ),
    )
    .with_id("DifferenceFound")
    .about(target.name.clone())
    .ending())
}
