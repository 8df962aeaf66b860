//! `Test-AzIntegrationRuntimeFleet`: surveys the fleet or takes a snapshot of it, checks it, and writes findings,
//! changes, reports and the message of a webhook.
//!
//! What can be wrong with the parameters is said before the survey, which can take minutes.

mod hook;
mod load;
mod options;
mod output;

use std::path::PathBuf;

use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use self::options::{Options, Source};
use super::{
    baseline::{self, Change},
    checks,
    finding::{Finding, Severity},
    record::{Fleet, date},
    report::{self, Report, Summary},
    snapshot::Snapshot,
    survey::{self, NullSink},
    verdict::verdicts,
};
use crate::{
    Call,
    accounts::chosen,
    error::{Error, ErrorKind, Result},
    report::{counted, moment, places, write_all},
};

/// The heading of reports.
const TITLE: &str = "Integration runtime fleet";
/// From this age on, a snapshot is called old.
const OLD: time::Duration = time::Duration::days(1);

/// Checks a fleet.
///
/// # Errors
/// `InvalidInput` for a parameter or file that is not valid; those that end a survey; `NotMet` at the end when
/// `-ErrorOnFinding` was given and a finding is that grave.
pub async fn run(call: &Call) -> Result<()> {
    let outcome = check(call).await;
    // Who lets a pipeline stop at a finding wants it to stop where nothing could be checked, too.
    if call.arguments().is_bound("ErrorOnFinding") {
        return outcome.map_err(Error::ending);
    }
    outcome
}

async fn check(call: &Call) -> Result<()> {
    let options = Options::read(call)?;
    for notice in &options.notices {
        call.caller.warning(notice.clone()).await?;
    }
    let fleet = match &options.source {
        Source::Snapshot { path, snapshot } => {
            warn_of_age(call, path, &snapshot.fleet).await?;
            snapshot.fleet.clone()
        }
        Source::Azure { .. } => survey(call, &options).await?,
    };
    if fleet.runtimes.is_empty() && fleet.unreadable.is_empty() {
        let nothing = "No integration runtime matches the selection, so nothing was checked.";
        call.caller.warning(nothing.to_owned()).await?;
    }
    let now = OffsetDateTime::from(call.library.clock.now());
    let (findings, below) = find(&fleet, &options, now);
    let changes = compare(call, &fleet, &options).await?;
    let report = Report {
        title: TITLE,
        made_at: now,
        fleet: &fleet,
        findings: &findings,
        hidden: &below,
        least: options.severity,
        changes: changes.as_deref(),
    };
    write(call, &report, &options).await?;
    write_all(call, &options.reports, |format| {
        report::write(format, &report)
    })
    .await?;
    if let Some(hook) = &options.hook
        && let Err(error) = hook::post(call, hook, &report).await
    {
        call.caller.error(&error).await?;
    }
    sum_up(call, &report, &options).await?;
    end(&report, &options)
}

/// The findings with the rules applied: those that are wanted, and those that are below `-Severity`.
fn find(fleet: &Fleet, options: &Options, now: OffsetDateTime) -> (Vec<Finding>, Vec<Finding>) {
    let mut findings = checks::check(fleet, &options.checks, now);
    findings.retain(|finding| !options.is_skipped(finding.rule.code));
    options.rules.apply(&mut findings, now);
    findings
        .into_iter()
        .partition(|finding| finding.severity >= options.severity)
}

/// Surveys the fleet, and writes the snapshot whatever ends the survey.
async fn survey(call: &Call, options: &Options) -> Result<Fleet> {
    let Source::Azure {
        selection,
        resume,
        metrics,
    } = &options.source
    else {
        return Ok(Fleet::default());
    };
    let began = OffsetDateTime::from(call.library.clock.now());
    let mut saved = Saved {
        fleet: Fleet {
            taken_at: began.format(&Rfc3339).unwrap_or_default(),
            ..Fleet::default()
        },
        path: options.snapshot.clone(),
        selection: options.selection.clone(),
        is_open: true,
    };
    if let Some(path) = &saved.path {
        let notice = format!(
            "The survey was stopped. What was read is in '{}'. {}",
            path.display(),
            options.again()
        );
        call.caller.on_stop(notice).await?;
    }
    let wanted = survey::Options {
        status: true,
        link_access: true,
        resume: resume.clone(),
        ..survey::Options::default()
    };
    if let Some(before) = resume {
        check_tenant(call, before).await?;
    }
    let outcome = survey::run(call, selection, &wanted, &mut saved.fleet, &mut NullSink).await;
    saved.fleet.narrowed = !selection.names.is_empty() || !selection.kinds.is_empty();
    if outcome.is_ok() && *metrics {
        load::read(call, &mut saved.fleet).await?;
    }
    if let Err(error) = outcome {
        if error.kind == ErrorKind::Cancelled {
            // The guard writes what was read.
            return Err(error);
        }
        return Err(match saved.close() {
            Ok(Some(path)) => error.with_hint(format!(
                "What was read until then is in '{}'. {}",
                path.display(),
                options.again()
            )),
            _ => error,
        });
    }
    let written = saved.close();
    call.caller.on_stop("").await?;
    if let Err(error) = written {
        call.caller.error(&error).await?;
    }
    Ok(std::mem::take(&mut saved.fleet))
}

/// An interrupted survey is of one tenant.
///
/// # Errors
/// `InvalidInput` of `-Resume`.
async fn check_tenant(call: &Call, before: &Fleet) -> Result<()> {
    let context = chosen::context(call).await?;
    match &before.tenant_id {
        Some(tenant) if !tenant.eq_ignore_ascii_case(&context.tenant) => Err(Error::invalid(
            "Resume",
            format!(
                "The interrupted survey is of tenant '{tenant}', and the context is in tenant '{}'. Run \
                 Set-AzContext -Tenant '{tenant}', or leave -Resume out to begin anew.",
                context.tenant
            ),
        )
        .ending()),
        _ => Ok(()),
    }
}

/// What a survey has seen so far. It is written also when the operation is stopped: its future is dropped then.
struct Saved {
    fleet: Fleet,
    path: Option<PathBuf>,
    selection: serde_json::Map<String, serde_json::Value>,
    is_open: bool,
}

impl Saved {
    /// Writes the snapshot; answers with its path, and with nothing where none is wanted or nothing was seen.
    fn close(&mut self) -> Result<Option<PathBuf>> {
        self.is_open = false;
        let Some(path) = self.path.clone() else {
            return Ok(None);
        };
        if !self.fleet.complete && self.fleet.parents.is_empty() {
            return Ok(None);
        }
        let snapshot = Snapshot::new(std::mem::take(&mut self.fleet), self.selection.clone());
        let written = snapshot.write(&path);
        self.fleet = snapshot.fleet;
        written.map(|()| Some(path))
    }
}

impl Drop for Saved {
    fn drop(&mut self) {
        if self.is_open {
            // There is nobody left to hear of an error.
            let _ = self.close();
        }
    }
}

async fn warn_of_age(call: &Call, path: &std::path::Path, fleet: &Fleet) -> Result<()> {
    let now = OffsetDateTime::from(call.library.clock.now());
    if !fleet.complete {
        let notice = format!(
            "The snapshot '{}' is of a survey that was interrupted. What it did not read is not checked.",
            path.display()
        );
        call.caller.warning(notice).await?;
    }
    match date(Some(&fleet.taken_at)) {
        Some(taken) if now - taken > OLD => {
            let notice = format!(
                "The snapshot '{}' was taken on {}. Expiry is checked against today, states are those of that day.",
                path.display(),
                moment(taken)
            );
            call.caller.warning(notice).await
        }
        _ => Ok(()),
    }
}

async fn compare(call: &Call, fleet: &Fleet, options: &Options) -> Result<Option<Vec<Change>>> {
    let Some((path, before)) = &options.baseline else {
        return Ok(None);
    };
    let own = match &options.source {
        Source::Snapshot { snapshot, .. } => &snapshot.selection,
        Source::Azure { .. } => &options.selection,
    };
    let alike = *own == before.selection;
    if !alike {
        let notice = format!(
            "The baseline '{}' has another selection of the fleet. What only one of both has is not compared.",
            path.display()
        );
        call.caller.warning(notice).await?;
    }
    Ok(Some(baseline::compare(&before.fleet, fleet, alike)))
}

/// Writes the objects.
async fn write(call: &Call, report: &Report<'_>, options: &Options) -> Result<()> {
    if options.as_verdict {
        let all = verdicts(report.fleet, report.all_findings());
        let index = checks::Index::new(report.fleet);
        let records: Vec<_> = all.iter().map(|own| output::verdict(&index, own)).collect();
        return call.caller.objects(&records).await;
    }
    let wanted = |own: &&Finding| options.include_silenced || own.silenced.is_none();
    let records: Vec<_> = report
        .findings
        .iter()
        .filter(wanted)
        .map(output::finding)
        .collect();
    call.caller.objects(&records).await?;
    let records: Vec<_> = report
        .changes
        .unwrap_or_default()
        .iter()
        .map(output::change)
        .collect();
    call.caller.objects(&records).await
}

async fn sum_up(call: &Call, report: &Report<'_>, options: &Options) -> Result<()> {
    let summary = Summary::of(report);
    let mut text = summary.sentence();
    if summary.silenced > 0 {
        text = format!("{text} A rules file silences {} more.", summary.silenced);
    }
    if let Some(omission) = report.omission() {
        text = format!("{text} {omission}");
    }
    if let Some(changes) = report.changes {
        let changes = counted(changes.len(), "change", "changes");
        text = format!("{text} Since the baseline: {changes}.");
    }
    call.caller.information(text, "FleetSummary").await?;
    // The survey has said it; a snapshot says it here.
    if let (Some(notice), Source::Snapshot { .. }) =
        (report.fleet.missing_notice(), &options.source)
    {
        call.caller.warning(notice).await?;
    }
    if summary.unreadable > 0 {
        let count = counted(summary.unreadable, "resource", "resources");
        let mut notice = format!(
            "{count} could not be read. The findings AZIR401, AZIR302 and AZIR303 have the reasons."
        );
        if options.snapshot.is_some() && report.fleet.left_to_read() > 0 {
            notice.push_str(" Some reasons may pass. ");
            notice.push_str(&options.again());
        }
        call.caller.warning(notice).await?;
    }
    Ok(())
}

/// Fails where a finding is as grave as `-ErrorOnFinding` says. One that `-Severity` does not show counts too.
fn end(report: &Report<'_>, options: &Options) -> Result<()> {
    let Some(limit) = options.error_on else {
        return Ok(());
    };
    let is_grave = |own: &&Finding| own.silenced.is_none() && own.severity >= limit;
    let hidden = report.hidden.iter().filter(is_grave).count();
    let grave: Vec<&Finding> = report.all_findings().filter(is_grave).collect();
    let Some(first) = grave.first() else {
        return Ok(());
    };
    let mut ends = Vec::new();
    if hidden > 0 {
        let findings = counted(hidden, "of these findings", "of these findings");
        let severity = options.severity.name();
        ends.push(format!(" -Severity {severity} does not show {findings}."));
    }
    ends.push(places(&options.reports));
    let fleet = report.fleet.runtimes.len();
    Err(Error::new(
        ErrorKind::NotMet,
        format!(
            "The check of {} found {}: {}. The first: {}{}",
            counted(fleet, "integration runtime", "integration runtimes"),
            severities(&grave, limit),
            codes(&grave),
            first.message,
            ends.concat()
        ),
    )
    .about(first.id.clone())
    .with_id("FleetFinding")
    .ending())
}

/// "2 errors and 1 warning".
fn severities(grave: &[&Finding], limit: Severity) -> String {
    let count = |severity: Severity| grave.iter().filter(|own| own.severity == severity).count();
    let errors = counted(count(Severity::Error), "error", "errors");
    if limit > Severity::Warning {
        return errors;
    }
    let warnings = counted(count(Severity::Warning), "warning", "warnings");
    format!("{errors} and {warnings}")
}

/// "AZIR101 (2), AZIR102 (1)".
fn codes(grave: &[&Finding]) -> String {
    let mut codes: Vec<(&str, usize)> = Vec::new();
    for own in grave {
        match codes.iter_mut().find(|(code, _)| *code == own.rule.code) {
            Some((_, count)) => *count += 1,
            None => codes.push((own.rule.code, 1)),
        }
    }
    let codes: Vec<String> = codes
        .iter()
        .map(|(code, count)| format!("{code} ({count})"))
        .collect();
    codes.join(", ")
}
