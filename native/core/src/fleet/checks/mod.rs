//! The checks: from the records of a survey to findings. They read no clock and send nothing.
//!
//! [`check`] is the entry. Each part has one subject: versions, nodes, links, and what could not be read.

mod access;
mod fix;
mod links;
mod nodes;
mod versions;

use std::{cmp::Reverse, collections::HashMap};

use time::{
    Duration, OffsetDateTime, format_description::well_known::Rfc3339, macros::format_description,
};

use super::{
    finding::{Finding, Rule},
    record::{Asked, Fleet, Node, Parent, Runtime, Unreadable},
    replaced,
};
use crate::{present::visible, runtimes::service::Service};

pub use fix::{grant, quote};

/// The limits that the checks compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckOptions {
    /// An expiry within this time is a finding.
    pub expires_within: Duration,
    /// A node that is offline longer than this is a finding.
    pub offline_longer_than: Duration,
    /// An automatic update within this time is a finding.
    pub update_within: Duration,
}

impl Default for CheckOptions {
    fn default() -> Self {
        Self {
            expires_within: Duration::days(60),
            offline_longer_than: Duration::hours(1),
            update_within: Duration::days(2),
        }
    }
}

/// Checks a fleet: the gravest findings first, then by date and name.
#[must_use]
pub fn check(fleet: &Fleet, options: &CheckOptions, now: OffsetDateTime) -> Vec<Finding> {
    let statuses = fleet
        .unreadable
        .iter()
        .filter(|own| own.what == Asked::Status)
        .map(|own| (own.id.to_ascii_lowercase(), own))
        .collect();
    // The records of a snapshot say how nodes were then, not how they are now.
    let seen = date(Some(&fleet.taken_at)).map_or(now, |taken| taken.min(now));
    let context = Context {
        fleet,
        options,
        now,
        seen,
        index: Index::new(fleet),
        statuses,
        replaced: replaced::owners(fleet),
    };
    let mut findings = Vec::new();
    for runtime in &fleet.runtimes {
        let subject = context.subject(runtime);
        if runtime.has_status && runtime.kind.eq_ignore_ascii_case("SelfHosted") {
            versions::check(&context, &subject, &mut findings);
            nodes::check(&context, &subject, &mut findings);
        } else if runtime.has_status {
            nodes::check_state(&subject, &mut findings);
        }
        links::check(&context, &subject, &mut findings);
    }
    access::check(&context, &mut findings);
    sort(&mut findings);
    findings
}

/// Puts the gravest findings first, then the earliest date, then the names.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by_cached_key(|finding| {
        (
            Reverse(finding.severity),
            // Without a date behind those with one.
            finding.due.is_none(),
            finding.due.clone(),
            finding.parent.to_lowercase(),
            finding
                .runtime
                .as_deref()
                .unwrap_or_default()
                .to_lowercase(),
            finding.node.as_deref().unwrap_or_default().to_lowercase(),
            finding.rule.code,
        )
    });
}

/// What every check reads.
struct Context<'f> {
    fleet: &'f Fleet,
    options: &'f CheckOptions,
    now: OffsetDateTime,
    seen: OffsetDateTime,
    index: Index<'f>,
    /// Statuses that could not be read, by the id of the integration runtime in lower case.
    statuses: HashMap<String, &'f Unreadable>,
    /// The shared integration runtimes of linked ones that were replaced, by the ids of the latter in lower case.
    replaced: HashMap<String, replaced::Owner<'f>>,
}

impl<'f> Context<'f> {
    fn subject(&self, runtime: &'f Runtime) -> Subject<'f> {
        Subject {
            parent: self.index.parent(&runtime.parent_id),
            runtime,
        }
    }
}

/// Parents and integration runtimes by their ids in lower case.
#[derive(Debug)]
pub struct Index<'f> {
    parents: HashMap<String, &'f Parent>,
    names: HashMap<(&'static str, String, String), &'f Parent>,
    runtimes: HashMap<String, &'f Runtime>,
}

impl<'f> Index<'f> {
    /// The index of `fleet`.
    #[must_use]
    pub fn new(fleet: &'f Fleet) -> Self {
        Self {
            parents: fleet
                .parents
                .iter()
                .map(|parent| (parent.id.to_ascii_lowercase(), parent))
                .collect(),
            names: fleet
                .parents
                .iter()
                .map(|parent| {
                    (
                        key(parent.service, &parent.subscription_id, &parent.name),
                        parent,
                    )
                })
                .collect(),
            runtimes: fleet
                .runtimes
                .iter()
                .map(|runtime| (runtime.id.to_ascii_lowercase(), runtime))
                .collect(),
        }
    }

    /// The parent with this id.
    #[must_use]
    pub fn parent(&self, id: &str) -> Option<&'f Parent> {
        self.parents.get(&id.to_ascii_lowercase()).copied()
    }

    /// The parent with this name in a subscription. Names of factories and workspaces are unique in Azure.
    #[must_use]
    pub fn by_name(&self, service: Service, subscription: &str, name: &str) -> Option<&'f Parent> {
        self.names.get(&key(service, subscription, name)).copied()
    }

    /// The integration runtime with this id.
    #[must_use]
    pub fn runtime(&self, id: &str) -> Option<&'f Runtime> {
        self.runtimes.get(&id.to_ascii_lowercase()).copied()
    }
}

fn key(service: Service, subscription: &str, name: &str) -> (&'static str, String, String) {
    (
        service.short_name(),
        subscription.to_ascii_lowercase(),
        name.to_lowercase(),
    )
}

/// The integration runtime that a finding is about.
struct Subject<'f> {
    parent: Option<&'f Parent>,
    runtime: &'f Runtime,
}

impl Subject<'_> {
    fn service(&self) -> Service {
        self.parent
            .map_or_else(|| service_of(&self.runtime.id), |parent| parent.service)
    }

    fn parent_name(&self) -> &str {
        self.parent.map_or_else(
            || last_segment(&self.runtime.parent_id),
            |parent| &parent.name,
        )
    }

    /// "integration runtime 'ir' of data factory 'adf'".
    fn called(&self) -> String {
        format!(
            "integration runtime '{}' of {} '{}'",
            self.runtime.name,
            self.service().parent(),
            self.parent_name()
        )
    }

    /// "Node 'N1' of integration runtime 'ir' of data factory 'adf'".
    fn called_node(&self, node: &Node) -> String {
        format!("Node '{}' of {}", node.name, self.called())
    }

    fn finding(&self, rule: &'static Rule, node: Option<&Node>, told: Told) -> Finding {
        Finding {
            rule,
            severity: rule.severity,
            service: self.service(),
            parent: shown(self.parent_name()),
            runtime: Some(shown(&self.runtime.name)),
            node: node.map(|node| shown(&node.name)),
            due: told.due.map(stamp),
            message: shown(&told.message),
            fix: told.fix,
            id: self.runtime.id.clone(),
            silenced: None,
        }
    }
}

/// The words of a finding.
struct Told {
    message: String,
    due: Option<OffsetDateTime>,
    fix: Option<String>,
}

impl Told {
    fn new(message: String, fix: Option<String>) -> Self {
        Self {
            message,
            due: None,
            fix,
        }
    }

    fn due(self, due: Option<OffsetDateTime>) -> Self {
        Self { due, ..self }
    }
}

/// A name or text of a service, as a terminal may show it.
fn shown(text: &str) -> String {
    visible::visible(visible::cut(text, visible::WORDS).as_ref()).into_owned()
}

/// The service that a resource id belongs to.
fn service_of(id: &str) -> Service {
    let id = id.to_ascii_lowercase();
    Service::ALL
        .into_iter()
        .find(|service| id.contains(&format!("/{}/", service.namespace().to_ascii_lowercase())))
        .unwrap_or_default()
}

fn last_segment(id: &str) -> &str {
    id.trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or_default()
}

/// The day of a date, as messages show it.
fn day(date: OffsetDateTime) -> String {
    let format = format_description!("[year]-[month]-[day]");
    date.to_offset(time::UtcOffset::UTC)
        .format(format)
        .unwrap_or_default()
}

/// The day and minute of a date, as messages show it.
fn minute(date: OffsetDateTime) -> String {
    let format = format_description!("[year]-[month]-[day] [hour]:[minute] UTC");
    date.to_offset(time::UtcOffset::UTC)
        .format(format)
        .unwrap_or_default()
}

/// A date as the records have it.
fn stamp(date: OffsetDateTime) -> String {
    date.to_offset(time::UtcOffset::UTC)
        .format(&Rfc3339)
        .unwrap_or_default()
}

/// "3 days", "5 hours": a duration in its largest unit.
fn span(duration: Duration) -> String {
    let (number, unit) = if duration.whole_days() >= 1 {
        (duration.whole_days(), "day")
    } else if duration.whole_hours() >= 1 {
        (duration.whole_hours(), "hour")
    } else {
        (duration.whole_minutes(), "minute")
    };
    format!("{number} {unit}{}", if number == 1 { "" } else { "s" })
}

/// A date of a record that stands for a time; the service's placeholder for "never" does not.
fn date(text: Option<&str>) -> Option<OffsetDateTime> {
    super::record::date(text).filter(|date| date.year() > 1)
}
