//! What a node asks of its machine, held against what the machine says of itself.

use std::fmt::Debug;

use super::{
    azure::Named,
    facts::{self, HostFacts},
    finding::{Area, Finding, Outcome},
};
use crate::runtimes::service::Service;

/// As the documents count them.
pub const GIGABYTE: u64 = 1_000_000_000;

/// What could be read, or why not.
pub type Reading<T> = std::result::Result<T, String>;

/// Describes the machine that this process runs on.
pub trait Machine: Send + Sync + Debug {
    /// What the machine says of itself.
    fn read(&self) -> MachineReport;
}

/// A Windows machine, as far as nodes care.
#[derive(Clone, Debug)]
pub struct MachineReport {
    /// Its name, by which a runtime's status knows its nodes.
    pub name: Reading<String>,
    /// Its Windows.
    pub windows: Reading<Windows>,
    /// Whether its Windows is one for 64 bits.
    pub is_64_bit: Reading<bool>,
    /// The `Release` of .NET Framework 4.5 or later; nothing where there is none.
    pub dotnet_release: Reading<Option<u32>>,
    /// How many logical processors it has.
    pub processors: Reading<u32>,
    /// Their nominal speed.
    pub megahertz: Reading<u32>,
    /// Its memory in bytes.
    pub memory: Reading<u64>,
    /// The drive of the system, and the bytes that are free on it.
    pub disk: Reading<(String, u64)>,
    /// When it goes to sleep.
    pub power: Reading<PowerPlan>,
    /// Whether this process may administer it.
    pub administrator: Reading<bool>,
    /// The integration runtime's software; nothing where it is not installed.
    pub runtime: Reading<Option<InstalledRuntime>>,
}

/// Which Windows it is.
#[derive(Clone, Debug)]
pub struct Windows {
    /// The build number.
    pub build: u32,
    /// What it is for.
    pub kind: WindowsKind,
    /// Such as `Windows Server 2022 Datacenter`; empty when it is not known.
    pub edition: String,
}

/// What a Windows is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowsKind {
    /// A desktop computer.
    Client,
    /// A server.
    Server,
    /// A server that is a domain controller.
    DomainController,
}

/// What the active power plan does to an idle machine on mains; minutes, 0 for never.
#[derive(Clone, Debug)]
pub struct PowerPlan {
    /// The plan's name; empty when it is not known.
    pub name: String,
    /// When it hibernates; never where hibernation is off.
    pub hibernates_after: u32,
    /// When it sleeps.
    pub sleeps_after: u32,
}

/// The integration runtime's software.
#[derive(Clone, Debug)]
pub struct InstalledRuntime {
    /// Its version, if it is known.
    pub version: Option<String>,
    /// Whether the machine was registered as a node.
    pub registered: bool,
}

/// The findings on this machine. `named` is the runtime that the caller named.
#[must_use]
pub fn check(
    service: Service,
    machine: Option<&dyn Machine>,
    named: Option<&Named>,
) -> Vec<Finding> {
    let Some(machine) = machine else {
        return vec![not_windows()];
    };
    let report = machine.read();
    let facts = facts::host(service);
    let installed = matches!(report.runtime, Ok(Some(_)));
    let mut findings = vec![
        windows(service, facts, &report.windows),
        bits(&report.is_64_bit),
        domain_controller(&report.windows),
        dotnet(facts, &report.dotnet_release),
        processors(facts, &report.processors),
        speed(facts, &report.megahertz),
        memory(facts, &report.memory),
        disk(facts, &report.disk),
        power(&report.power),
        administrator(&report.administrator, installed),
        runtime(service, &report, named),
    ];
    if let Ok(Some(runtime)) = &report.runtime {
        findings.push(version(runtime, named));
    }
    findings
}

/// A check before its result is known.
struct Check {
    name: &'static str,
    required: String,
    why: &'static str,
}

impl Check {
    fn new(name: &'static str, required: impl Into<String>, why: &'static str) -> Self {
        Self {
            name,
            required: required.into(),
            why,
        }
    }

    fn finding(self, outcome: Outcome, found: impl Into<String>, fix: Option<&str>) -> Finding {
        Finding {
            area: Area::Host,
            check: self.name.into(),
            required: self.required,
            found: found.into(),
            outcome,
            why: self.why.into(),
            fix: fix.map(str::to_owned),
        }
    }

    fn passed(self, found: impl Into<String>) -> Finding {
        self.finding(Outcome::Passed, found, None)
    }

    fn failed(self, found: impl Into<String>, fix: &str) -> Finding {
        self.finding(Outcome::Failed, found, Some(fix))
    }

    fn warning(self, found: impl Into<String>, fix: &str) -> Finding {
        self.finding(Outcome::Warning, found, Some(fix))
    }

    /// For what could not be read.
    fn unknown(self, reason: &str) -> Finding {
        self.finding(
            Outcome::Skipped,
            format!("not known: {reason}"),
            Some("Look at the machine itself."),
        )
    }
}

fn not_windows() -> Finding {
    let system = match std::env::consts::OS {
        "linux" => "Linux",
        "macos" => "macOS",
        "windows" => "Windows, which this build cannot ask",
        other => other,
    };
    Check::new(
        "Operating system",
        "Windows",
        "Nodes of a self-hosted integration runtime are Windows programs",
    )
    .failed(
        system,
        "Run this on the Windows machine that is to become the node; -Area Network leaves this part out.",
    )
}

fn windows(service: Service, facts: HostFacts, windows: &Reading<Windows>) -> Finding {
    let check = Check::new(
        "Windows version",
        facts.windows().collect::<Vec<_>>().join(", "),
        "Other versions are not supported",
    );
    let windows = match windows {
        Ok(windows) => windows,
        Err(reason) => return check.unknown(reason),
    };
    let server = windows.kind != WindowsKind::Client;
    let known = facts::windows(server, windows.build);
    let name = match (known, windows.edition.as_str()) {
        // The edition of Windows 11 calls itself Windows 10.
        (Some(known), _) => known.name(),
        (None, "") if server => "Windows Server",
        (None, "") => "Windows",
        (None, edition) => edition,
    };
    let found = format!("{name}, build {}", windows.build);
    if known.is_some_and(|known| facts.windows().any(|own| own == known.name())) {
        return check.passed(found);
    }
    let oldest = facts.windows().filter_map(facts::first_build).min();
    if oldest.is_some_and(|oldest| u64::from(windows.build) < oldest) {
        return check.failed(found, "Use a machine with one of these versions.");
    }
    let date = facts::document_date(service);
    check.warning(
        format!("{found}, which the document of {date} does not list"),
        "See whether today's version of the document lists it, or use a machine with one of these versions.",
    )
}

fn bits(bits: &Reading<bool>) -> Finding {
    let check = Check::new(
        "64-bit Windows",
        "64 bits",
        "The software is made for 64 bits only",
    );
    match bits {
        Ok(true) => check.passed("64 bits"),
        Ok(false) => check.failed("32 bits", "Use a machine with a 64-bit Windows."),
        Err(reason) => check.unknown(reason),
    }
}

fn domain_controller(windows: &Reading<Windows>) -> Finding {
    let check = Check::new(
        "Domain controller",
        "no",
        "The software must not be installed on a domain controller",
    );
    match windows {
        Ok(windows) if windows.kind == WindowsKind::DomainController => {
            check.failed("yes", "Use another machine of the domain.")
        }
        Ok(_) => check.passed("no"),
        Err(reason) => check.unknown(reason),
    }
}

fn dotnet(facts: HostFacts, release: &Reading<Option<u32>>) -> Finding {
    let wanted = facts.dotnet();
    let check = Check::new(
        ".NET Framework",
        format!("{wanted} or later"),
        "The software runs on .NET Framework",
    );
    let fix = format!("Install .NET Framework {wanted} or later.");
    match release {
        Ok(Some(release)) => {
            let version = facts::dotnet_version(*release).unwrap_or("older than 4.5");
            let found = format!("{version} (release {release})");
            if facts::dotnet_release(wanted).is_some_and(|least| u64::from(*release) >= least) {
                check.passed(found)
            } else {
                check.failed(found, &fix)
            }
        }
        Ok(None) => check.failed("none of version 4.5 or later", &fix),
        Err(reason) => check.unknown(reason),
    }
}

fn processors(facts: HostFacts, processors: &Reading<u32>) -> Finding {
    let check = Check::new(
        "Processors",
        format!("{} (recommended)", facts.processors()),
        "Recommended: with fewer, runs are slow and get in each other's way",
    );
    match processors {
        Ok(count) => {
            let found = format!("{count} logical processors");
            if u64::from(*count) >= facts.processors() {
                check.passed(found)
            } else {
                check.warning(found, "Give the machine more processors.")
            }
        }
        Err(reason) => check.unknown(reason),
    }
}

fn speed(facts: HostFacts, megahertz: &Reading<u32>) -> Finding {
    let check = Check::new(
        "Processor speed",
        format!("{} (recommended)", gigahertz(facts.megahertz())),
        "Recommended: with less, runs are slow",
    );
    match megahertz {
        Ok(own) => {
            let own = u64::from(*own);
            // A processor that is sold with 2 GHz says 1995 MHz or so of itself.
            if tenths(own, 1000) >= tenths(facts.megahertz(), 1000) {
                check.passed(gigahertz(own))
            } else {
                check.warning(gigahertz(own), "Use a machine with faster processors.")
            }
        }
        Err(reason) => check.unknown(reason),
    }
}

fn memory(facts: HostFacts, memory: &Reading<u64>) -> Finding {
    let check = Check::new(
        "Memory",
        format!("{} (recommended)", gigabytes(facts.memory())),
        "Recommended: runs that have too little memory fail",
    );
    match memory {
        Ok(own) if tenths(*own, GIGABYTE) >= tenths(facts.memory(), GIGABYTE) => {
            check.passed(gigabytes(*own))
        }
        Ok(own) => check.warning(gigabytes(*own), "Give the machine more memory."),
        Err(reason) => check.unknown(reason),
    }
}

fn disk(facts: HostFacts, disk: &Reading<(String, u64)>) -> Finding {
    let check = Check::new(
        "Free disk space",
        format!("{} (recommended)", gigabytes(facts.disk())),
        "Recommended: the software, its logs and what runs put aside for a while are there",
    );
    match disk {
        Ok((drive, free)) => {
            let found = format!("{} on {drive}", gigabytes(*free));
            if *free >= facts.disk() {
                check.passed(found)
            } else {
                check.warning(found, "Free some space, or give the machine a larger disk.")
            }
        }
        Err(reason) => check.unknown(reason),
    }
}

fn power(power: &Reading<PowerPlan>) -> Finding {
    let check = Check::new(
        "Power plan",
        "stays awake",
        "A node that hibernates or sleeps answers no requests, and goes offline",
    );
    let plan = match power {
        Ok(plan) => plan,
        Err(reason) => return check.unknown(reason),
    };
    let called = if plan.name.is_empty() {
        "the active plan".to_owned()
    } else {
        format!("'{}'", plan.name)
    };
    match (plan.hibernates_after, plan.sleeps_after) {
        (0, 0) => check.passed(format!("{called}: never")),
        (0, minutes) => check.warning(
            format!("{called}: sleeps after {minutes} minutes"),
            "As an administrator: powercfg /change standby-timeout-ac 0",
        ),
        (minutes, _) => check.failed(
            format!("{called}: hibernates after {minutes} minutes"),
            "As an administrator: powercfg /change hibernate-timeout-ac 0, or powercfg /hibernate off",
        ),
    }
}

fn administrator(administrator: &Reading<bool>, installed: bool) -> Finding {
    let check = Check::new(
        "Administrator",
        "yes",
        "Only an administrator can install and configure the software",
    );
    match administrator {
        Ok(true) => check.passed("yes"),
        Ok(false) if installed => check.warning(
            "no, or this PowerShell was not started as administrator",
            "Only needed to configure the runtime that is installed here: start PowerShell as administrator then.",
        ),
        Ok(false) => check.failed(
            "no, or this PowerShell was not started as administrator",
            "Start PowerShell as administrator.",
        ),
        Err(reason) => check.unknown(reason),
    }
}

fn runtime(service: Service, report: &MachineReport, named: Option<&Named>) -> Finding {
    let why = if facts::is_alone(service) {
        "A machine runs one integration runtime, and one of Purview cannot share it with Data Factory or Synapse"
    } else {
        "A machine runs one integration runtime, and cannot share it with one of Purview"
    };
    let required = match named {
        Some(named) => format!("none, or that of '{}'", named.runtime),
        None => "none".to_owned(),
    };
    let check = Check::new("Installed runtime", required, why);
    let runtime = match &report.runtime {
        Ok(Some(runtime)) => runtime,
        Ok(None) => return check.passed("none"),
        Err(reason) => return check.unknown(reason),
    };
    let version = match &runtime.version {
        Some(version) => format!("version {version}"),
        None => "one of unknown version".to_owned(),
    };
    if !runtime.registered {
        return check.passed(format!("{version}, not registered as a node yet"));
    }
    let (Some(named), Ok(machine)) = (named, &report.name) else {
        return check.warning(
            format!("{version}, registered as a node; for which service the machine does not tell"),
            "Name the runtime that it should belong to (with its factory, workspace or account, and \
             -IntegrationRuntimeName), or see what Microsoft Integration Runtime Configuration Manager says.",
        );
    };
    if named.has_machine(machine) {
        return check.passed(format!("{version}, a node of '{}'", named.runtime));
    }
    check.failed(
        format!(
            "{version}, registered with another runtime than '{}'",
            named.runtime
        ),
        "Use another machine; or, if its present runtime is not needed any more, uninstall it and register anew.",
    )
}

fn version(runtime: &InstalledRuntime, named: Option<&Named>) -> Finding {
    let latest = named.and_then(|named| named.latest.as_deref());
    let check = Check::new(
        "Runtime version",
        latest.map_or_else(
            || "the latest".to_owned(),
            |latest| format!("{latest} or later"),
        ),
        "Versions are supported for a year; later ones have fixes that runs may need",
    );
    match (&runtime.version, latest) {
        (None, _) => check.unknown("the machine does not tell which version is installed"),
        (Some(version), None) => check.finding(
            Outcome::Skipped,
            format!("{version}; which one is the latest is not known here"),
            Some(
                "Name a self-hosted runtime with -IntegrationRuntimeName: its status tells the latest version.",
            ),
        ),
        (Some(version), Some(latest)) => match (numbers(version), numbers(latest)) {
            (Some(own), Some(newest)) if own >= newest => check.passed(version.as_str()),
            (Some(_), Some(_)) => check.warning(
                version.as_str(),
                "Let it update itself (auto-update), or install the latest version.",
            ),
            _ => check.unknown("the versions cannot be compared"),
        },
    }
}

fn numbers(version: &str) -> Option<Vec<u64>> {
    version.split('.').map(|part| part.parse().ok()).collect()
}

/// How many tenths of `unit` there are in `amount`, rounded.
fn tenths(amount: u64, unit: u64) -> u64 {
    (amount.saturating_mul(10) + unit / 2) / unit
}

fn in_units(amount: u64, unit: u64, name: &str) -> String {
    let tenths = tenths(amount, unit);
    match tenths % 10 {
        0 => format!("{} {name}", tenths / 10),
        part => format!("{}.{part} {name}", tenths / 10),
    }
}

fn gigabytes(bytes: u64) -> String {
    in_units(bytes, GIGABYTE, "GB")
}

fn gigahertz(megahertz: u64) -> String {
    in_units(megahertz, 1000, "GHz")
}
