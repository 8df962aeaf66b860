//! A finding: one thing that was checked, the outcome, and what to do.

use std::borrow::Cow;

use crate::{
    Call,
    error::{Error, ErrorKind, Result},
    output::{Field, Record, Shape},
    runtimes::service::Service,
};

static FINDING: Shape = Shape::named("AzIntegrationRuntime.PrerequisiteFinding");

/// A service's name for people.
#[must_use]
pub fn called(service: Service) -> &'static str {
    match service {
        Service::DataFactory => "Data Factory",
        other => other.short_name(),
    }
}

/// The outcome of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As it has to be.
    Passed,
    /// Not as it has to be: a node will not work here.
    Failed,
    /// Not as recommended, or not as some nodes need it.
    Warning,
    /// Not checked; what was found says why.
    Skipped,
}

impl Outcome {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Passed => "Passed",
            Self::Failed => "Failed",
            Self::Warning => "Warning",
            Self::Skipped => "Skipped",
        }
    }
}

/// The two parts of the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// This machine.
    Host,
    /// What it reaches.
    Network,
}

impl Area {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Host => "Host",
            Self::Network => "Network",
        }
    }
}

/// One thing that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The part it belongs to.
    pub area: Area,
    /// What was checked.
    pub check: Cow<'static, str>,
    /// How it has to be.
    pub required: String,
    /// How it is.
    pub found: String,
    /// The outcome.
    pub outcome: Outcome,
    /// Why it matters.
    pub why: Cow<'static, str>,
    /// What to do; nothing where it is as it has to be.
    pub fix: Option<String>,
}

impl Finding {
    fn record(&self) -> Record {
        let text = |text: &str| Field::Text(text.to_owned());
        Record::new(
            &FINDING,
            vec![
                ("Area".into(), text(self.area.name())),
                ("Check".into(), text(&self.check)),
                ("Required".into(), text(&self.required)),
                ("Found".into(), text(&self.found)),
                ("Result".into(), text(self.outcome.name())),
                ("Why".into(), text(&self.why)),
                ("Fix".into(), Field::text(self.fix.as_deref())),
            ],
        )
    }
}

/// Writes findings as they come, and remembers which failed.
#[derive(Debug)]
pub struct Report<'c> {
    call: &'c Call,
    failed: Vec<String>,
    all: usize,
}

impl<'c> Report<'c> {
    /// A report of `call` with nothing in it yet.
    #[must_use]
    pub fn new(call: &'c Call) -> Self {
        Self {
            call,
            failed: Vec::new(),
            all: 0,
        }
    }

    /// Writes `finding`.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn add(&mut self, finding: Finding) -> Result<()> {
        self.all += 1;
        if finding.outcome == Outcome::Failed {
            self.failed.push(finding.check.to_string());
        }
        self.call.caller.object(finding.record()).await
    }

    /// Ends the report.
    ///
    /// # Errors
    /// `NotMet`, which ends the command, when something failed and `-ErrorOnFailure` was given.
    pub fn end(self, service: Service) -> Result<()> {
        if self.failed.is_empty() || !self.call.arguments().switch("ErrorOnFailure") {
            return Ok(());
        }
        let what = called(service);
        Err(Error::new(
                ErrorKind::NotMet,
                format!(
                    "{} of {} prerequisites for a self-hosted integration runtime of {what} are not met: {}. The \
                     findings say why, and what to do.",
                    self.failed.len(),
                    self.all,
                    self.failed.join(", ")
                ),
            ).with_id("PrerequisiteNotMet").ending())
    }
}
