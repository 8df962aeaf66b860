//! The parameters of a check, read and compared with each other before anything is asked.

use std::path::{Path, PathBuf};

use azir_azure::secret::Secret;
use serde_json::{Map, Value};
use time::Duration;

use super::{
    super::{
        checks::{CheckOptions, quote},
        finding::{CATALOG, Severity},
        record::Fleet,
        rules::Rules,
        scope::Selection,
        snapshot::Snapshot,
    },
    hook::Hook,
};
use crate::{
    Call,
    error::{Error, Result},
    output::ticks,
    report::{self, Format, Kind, Mark},
    request::Arguments,
    wildcard,
};

/// The parameters that select the fleet.
const SELECTION: [&str; 9] = [
    "Subscription",
    "ManagementGroup",
    "ResourceGroupName",
    "Location",
    "Tag",
    "Service",
    "Type",
    "Name",
    "Query",
];

/// The longest time of a limit, in days.
const LONGEST: i64 = 3650;

/// Where the records come from.
pub(super) enum Source {
    /// A file.
    Snapshot { path: PathBuf, snapshot: Snapshot },
    /// A survey, perhaps the rest of one, and whether it reads the monitoring data.
    Azure {
        selection: Selection,
        resume: Option<Fleet>,
        metrics: bool,
    },
}

/// What is checked, and what is written.
pub(super) struct Options {
    pub source: Source,
    /// The selection as a snapshot has it.
    pub selection: Map<String, Value>,
    pub checks: CheckOptions,
    skip: Vec<String>,
    pub severity: Severity,
    pub rules: Rules,
    pub snapshot: Option<PathBuf>,
    pub baseline: Option<(PathBuf, Snapshot)>,
    pub reports: Vec<(PathBuf, Format)>,
    pub hook: Option<Hook>,
    pub error_on: Option<Severity>,
    pub as_verdict: bool,
    pub include_silenced: bool,
    /// Warnings about the files.
    pub notices: Vec<String>,
}

impl Options {
    /// Reads the parameters and the files that they name.
    ///
    /// # Errors
    /// `InvalidInput` that names the parameter.
    pub(super) fn read(call: &Call) -> Result<Self> {
        let arguments = call.arguments();
        let path = |name: &str| arguments.filled(name).map(PathBuf::from);
        let selection: Map<String, Value> = SELECTION
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), arguments.value(name)?.clone())))
            .collect();
        let mut notices = Vec::new();
        let snapshot = path("Snapshot");
        let reports = report::wanted(arguments, Kind::Fleet)?;
        if let Some(own) = &snapshot {
            report::check_writable("Snapshot", own).map_err(Error::ending)?;
            report::check_replaceable("Snapshot", own, Mark::Snapshot).map_err(Error::ending)?;
        }
        Ok(Self {
            source: source(call, &selection, snapshot.as_deref(), &mut notices)?,
            checks: CheckOptions {
                expires_within: limit(
                    arguments,
                    "ExpiresWithin",
                    Duration::DAY,
                    "days",
                    Duration::days(60),
                )?,
                offline_longer_than: limit(
                    arguments,
                    "OfflineLongerThan",
                    Duration::HOUR,
                    "hours",
                    Duration::hours(1),
                )?,
                ..CheckOptions::default()
            },
            skip: skip(arguments)?,
            severity: severity(arguments, "Severity")?.unwrap_or(Severity::Information),
            rules: match path("RulesFile") {
                Some(path) => Rules::read(&path)?,
                None => Rules::default(),
            },
            baseline: baseline(path("Baseline"), snapshot.as_deref(), &mut notices)?,
            hook: Hook::read(arguments)?,
            error_on: severity(arguments, "ErrorOnFinding")?,
            as_verdict: arguments.switch("AsVerdict"),
            include_silenced: arguments.switch("IncludeSilenced"),
            selection,
            snapshot,
            reports,
            notices,
        })
    }

    /// Whether the findings of a code are left out.
    pub(super) fn is_skipped(&self, code: &str) -> bool {
        self.skip.iter().any(|own| wildcard::matches(own, code))
    }

    /// The sentence that says how an interrupted survey is continued.
    pub(super) fn again(&self) -> String {
        let path = self
            .snapshot
            .as_deref()
            .unwrap_or(Path::new(""))
            .display()
            .to_string();
        format!(
            "To continue, run the same command with -Snapshot {} -Resume.",
            quote(&path)
        )
    }
}

fn source(
    call: &Call,
    selection: &Map<String, Value>,
    snapshot: Option<&Path>,
    notices: &mut Vec<String>,
) -> Result<Source> {
    let arguments = call.arguments();
    if let Some(path) = arguments.filled("FromSnapshot").map(PathBuf::from) {
        let others = ["Snapshot", "Resume", "Metric"];
        let bound = |name: &str| arguments.is_bound(name);
        if let Some(name) = SELECTION.into_iter().chain(others).find(|name| bound(name)) {
            return Err(Error::invalid(
                name,
                format!(
                    "-{name} cannot be used with -FromSnapshot, which checks a file as it is. Leave one of them out."
                ),
            )
            .ending());
        }
        let snapshot = Snapshot::read("FromSnapshot", &path)?;
        return Ok(Source::Snapshot { path, snapshot });
    }
    let resume = if arguments.switch("Resume") {
        let Some(path) = snapshot else {
            return Err(Error::invalid(
                "Resume",
                "-Resume continues the survey of a snapshot. Name its file with -Snapshot.",
            )
            .ending());
        };
        resume(path, selection, notices)?
    } else {
        None
    };
    Ok(Source::Azure {
        selection: Selection::from_call(call).map_err(Error::ending)?,
        resume,
        metrics: arguments.switch("Metric"),
    })
}

/// The survey in a file that is to be continued; nothing where there is no file yet, or nothing is left to read. A
/// survey that came to its end has something left where the network or a service failed in between.
fn resume(
    path: &Path,
    selection: &Map<String, Value>,
    notices: &mut Vec<String>,
) -> Result<Option<Fleet>> {
    if !path.exists() {
        return Ok(None);
    }
    let snapshot = Snapshot::read("Snapshot", path)?;
    if snapshot.fleet.complete && snapshot.fleet.left_to_read() == 0 {
        notices.push(format!(
            "The survey in '{}' is complete, so there is nothing to continue. Everything is read again.",
            path.display()
        ));
        return Ok(None);
    }
    if snapshot.selection != *selection {
        return Err(Error::invalid(
            "Resume",
            format!(
                "The interrupted survey in '{}' has another selection of the fleet. Use the same -Subscription, -Name \
                 and related parameters, or leave -Resume out to begin anew.",
                path.display()
            ),
        )
        .ending());
    }
    Ok(Some(snapshot.fleet))
}

/// The first run of a schedule has no baseline yet, where the file is the one that it writes.
fn baseline(
    path: Option<PathBuf>,
    snapshot: Option<&Path>,
    notices: &mut Vec<String>,
) -> Result<Option<(PathBuf, Snapshot)>> {
    let Some(path) = path else {
        return Ok(None);
    };
    if snapshot == Some(path.as_path()) && !path.exists() {
        notices.push(format!(
            "The baseline '{}' does not exist yet. This run writes it; the next one compares with it.",
            path.display()
        ));
        return Ok(None);
    }
    let snapshot = Snapshot::read("Baseline", &path)?;
    Ok(Some((path, snapshot)))
}

fn skip(arguments: &Arguments) -> Result<Vec<String>> {
    let codes = arguments.texts("Skip").unwrap_or_default();
    let known = |own: &str| CATALOG.iter().any(|rule| wildcard::matches(own, rule.code));
    if let Some(code) = codes.iter().find(|own| !known(own)) {
        return Err(Error::invalid(
            "Skip",
            format!(
                "'{code}' is not the code of a finding. Codes are {} to {}, for instance -Skip AZIR203, AZIR3*.",
                CATALOG[0].code,
                CATALOG[CATALOG.len() - 1].code
            ),
        )
        .ending());
    }
    Ok(codes)
}

fn severity(arguments: &Arguments, name: &str) -> Result<Option<Severity>> {
    let Some(text) = arguments.filled(name) else {
        return Ok(None);
    };
    Severity::parse(&text).map(Some).ok_or_else(|| {
        Error::invalid(
            name,
            format!("'{text}' is not a severity. -{name} takes Information, Warning or Error."),
        )
        .ending()
    })
}

/// A number of `unit`, or a `TimeSpan` as the boundary has it.
fn limit(
    arguments: &Arguments,
    name: &str,
    unit: Duration,
    units: &str,
    default: Duration,
) -> Result<Duration> {
    let Some(text) = arguments.text(name) else {
        return Ok(default);
    };
    let longest = Duration::days(LONGEST);
    let number = text
        .trim()
        .parse::<f64>()
        .ok()
        // A duration is made of numbers only.
        .filter(|number| !number.is_nan())
        .map(|number| unit * number.clamp(-1.0, 1e6));
    number
        .or_else(|| ticks::of_span(text.trim()).map(|ticks| Duration::microseconds(ticks / 10)))
        .filter(|own| !own.is_negative() && *own <= longest)
        .ok_or_else(|| {
            Error::invalid(
                name,
                format!(
                    "'{text}' is not a time for -{name}. Give {units} as a number, or a TimeSpan such as (New-TimeSpan \
                     -Hours 36), up to ten years."
                ),
            )
            .ending()
        })
}

/// The secret address of `-Webhook`.
pub(super) fn webhook(arguments: &Arguments) -> Option<Secret> {
    arguments
        .secret("Webhook")
        .filter(|own| !own.expose().trim().is_empty())
}
