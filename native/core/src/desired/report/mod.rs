//! Differences and effects as files, in the forms of the reports of a fleet.
//!
//! A [`Report`] is a list of entries about one data factory or workspace; [`of_differences`] and [`of_effects`] make
//! it. What differs by form is in `forms`, the page in `html`.

mod forms;
mod html;

use time::OffsetDateTime;

pub use self::forms::{DIFFERENCE_COLUMNS, EFFECT_COLUMNS};
use super::{
    Desired, Position,
    compare::{self, Difference},
    effect::{Action, Effect},
};
use crate::{
    report::{Format, Kind, Severity, sarif::Rule},
    runtimes::{
        body::RuntimeBody,
        place::{ParentPlace, RuntimePlace},
    },
};

/// The kinds of differences.
const DIFFERENCES: [(compare::Severity, Rule); 4] = [
    (
        compare::Severity::Destructive,
        rule(
            "Destructive",
            "Deploying the file cuts an integration runtime off",
            Severity::Error,
        ),
    ),
    (
        compare::Severity::NotCompared,
        rule(
            "NotCompared",
            "A file or a value cannot be compared",
            Severity::Warning,
        ),
    ),
    (
        compare::Severity::Difference,
        rule("Difference", "File and service differ", Severity::Warning),
    ),
    (
        compare::Severity::Information,
        rule(
            "Information",
            "Something is to be known",
            Severity::Information,
        ),
    ),
];

/// The kinds of effects.
const EFFECTS: [(Action, Rule); 9] = [
    (
        Action::ReplaceLinked,
        rule(
            "ReplaceLinked",
            "A linked integration runtime loses its link",
            Severity::Error,
        ),
    ),
    (
        Action::ReplaceShared,
        rule(
            "ReplaceShared",
            "A shared integration runtime becomes a link",
            Severity::Error,
        ),
    ),
    (
        Action::CutNodes,
        rule(
            "CutNodes",
            "An integration runtime is cut off from its nodes",
            Severity::Error,
        ),
    ),
    (
        Action::Relink,
        rule(
            "Relink",
            "A linked integration runtime is linked to another one",
            Severity::Error,
        ),
    ),
    (
        Action::ReplaceType,
        rule(
            "ReplaceType",
            "The type of an integration runtime changes",
            Severity::Error,
        ),
    ),
    (
        Action::Remove,
        rule(
            "Remove",
            "An integration runtime is removed",
            Severity::Error,
        ),
    ),
    (
        Action::Unknown,
        rule("Unknown", "It is not known what happens", Severity::Error),
    ),
    (
        Action::Change,
        rule(
            "Change",
            "An integration runtime changes",
            Severity::Information,
        ),
    ),
    (
        Action::Create,
        rule(
            "Create",
            "An integration runtime is created",
            Severity::Information,
        ),
    ),
];

const fn rule(id: &'static str, title: &'static str, severity: Severity) -> Rule {
    Rule {
        id,
        title,
        severity,
    }
}

/// A report about one data factory or workspace.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// Of a comparison or of a deployment.
    pub kind: Kind,
    /// The heading.
    pub title: String,
    /// When it is made.
    pub made_at: OffsetDateTime,
    /// The data factory or workspace.
    pub target: &'a ParentPlace,
    /// The path of the files.
    pub path: &'a str,
    /// The kinds of entries.
    pub rules: Vec<Rule>,
    /// The entries, the gravest first.
    pub entries: Vec<Entry<'a>>,
    /// The integration runtimes without an entry.
    pub unchanged: Vec<&'a str>,
}

/// A difference or an effect.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// What kind it is.
    pub rule: Rule,
    /// How grave it is.
    pub severity: Severity,
    /// The integration runtime.
    pub runtime: Option<&'a str>,
    /// The path of the member.
    pub member: Option<&'a str>,
    /// The value in the file.
    pub in_file: Option<&'a str>,
    /// The live value.
    pub live: Option<&'a str>,
    /// The sentence.
    pub message: &'a str,
    /// The linked services that use the integration runtime.
    pub linked_services: &'a [String],
    /// The integration runtimes that are linked to it.
    pub links: &'a [String],
    /// The nodes that are online.
    pub online_nodes: &'a [String],
    /// The next step.
    pub fix: Option<&'a str>,
    /// Where the files have it.
    pub position: Option<&'a Position>,
    /// Whether the caller allows it.
    pub allowed: bool,
}

/// The report of a comparison.
#[must_use]
pub fn of_differences<'a>(
    differences: &'a [Difference],
    desired: &'a Desired,
    target: &'a ParentPlace,
    live: &'a [RuntimeBody],
    made_at: OffsetDateTime,
) -> Report<'a> {
    let entries: Vec<Entry<'a>> = differences.iter().map(of_difference).collect();
    let names = compare::of_target(desired, target)
        .map(|own| own.name.as_str())
        .filter(|name| compare::live_one(live, name).is_some());
    let unchanged = names.filter(|name| !is_in(&entries, name)).collect();
    Report {
        kind: Kind::Comparison,
        title: format!("Drift of {}", target.called()),
        made_at,
        target,
        path: &desired.path,
        rules: DIFFERENCES.iter().map(|(_, rule)| *rule).collect(),
        entries: ordered(entries),
        unchanged,
    }
}

/// The report of a guard; `allowed` says whether the caller allows an effect.
#[must_use]
pub fn of_effects<'a>(
    effects: &'a [Effect],
    allowed: &dyn Fn(&Effect) -> bool,
    desired: &'a Desired,
    target: &'a ParentPlace,
    made_at: OffsetDateTime,
) -> Report<'a> {
    let entries: Vec<Entry<'a>> = effects
        .iter()
        .filter_map(|own| of_effect(own, allowed(own)))
        .collect();
    let names = effects
        .iter()
        .filter(|own| own.action == Action::NoChange)
        .filter_map(|own| own.runtime.as_deref());
    let unchanged = names.filter(|name| !is_in(&entries, name)).collect();
    Report {
        kind: Kind::Deployment,
        title: format!("Deployment to {}", target.called()),
        made_at,
        target,
        path: &desired.path,
        rules: EFFECTS.iter().map(|(_, rule)| *rule).collect(),
        entries: ordered(entries),
        unchanged,
    }
}

fn of_difference(own: &Difference) -> Entry<'_> {
    let found = DIFFERENCES.iter().find(|(kind, _)| *kind == own.severity);
    let rule = found.map_or(DIFFERENCES[0].1, |(_, rule)| *rule);
    Entry {
        rule,
        severity: if own.may_hide_destruction() {
            Severity::Error
        } else {
            rule.severity
        },
        runtime: own.runtime.as_deref(),
        member: own.member.as_deref(),
        in_file: own.in_file.as_deref(),
        live: own.live.as_deref(),
        message: &own.message,
        linked_services: &own.linked_services,
        links: &[],
        online_nodes: &[],
        fix: own.fix.as_deref(),
        position: own.position.as_ref(),
        allowed: false,
    }
}

/// The entry of an effect; nothing where nothing happens.
fn of_effect(own: &Effect, allowed: bool) -> Option<Entry<'_>> {
    let (_, rule) = EFFECTS.iter().find(|(kind, _)| *kind == own.action)?;
    Some(Entry {
        rule: *rule,
        severity: rule.severity,
        runtime: own.runtime.as_deref(),
        member: None,
        in_file: None,
        live: None,
        message: &own.message,
        linked_services: &own.linked_services,
        links: &own.links,
        online_nodes: &own.online_nodes,
        fix: own.fix.as_deref(),
        position: own.position.as_ref(),
        allowed,
    })
}

fn is_in(entries: &[Entry<'_>], name: &str) -> bool {
    entries
        .iter()
        .filter_map(|own| own.runtime)
        .any(|own| own.eq_ignore_ascii_case(name))
}

/// Those that count first, the gravest first; else in the order in which they came.
fn ordered(mut entries: Vec<Entry<'_>>) -> Vec<Entry<'_>> {
    entries.sort_by_key(|own| (own.allowed, std::cmp::Reverse(own.severity)));
    entries
}

impl Report<'_> {
    /// Returns the report in this form.
    #[must_use]
    pub fn write(&self, format: Format) -> String {
        let text = match format {
            Format::Html => html::page(self),
            Format::Json => forms::json(self),
            Format::Csv => forms::csv(self),
            Format::Markdown => forms::markdown(self),
            Format::Junit => forms::junit(self),
            Format::Sarif => forms::sarif(self),
        };
        format.mark(self.kind).on(text)
    }

    /// How many entries of this severity count.
    fn count(&self, severity: Severity) -> usize {
        self.entries
            .iter()
            .filter(|own| !own.allowed && own.severity == severity)
            .count()
    }

    fn allowed(&self) -> usize {
        self.entries.iter().filter(|own| own.allowed).count()
    }

    /// The summary in one sentence.
    fn sentence(&self) -> String {
        use crate::report::counted;
        let (errors, warnings) = (self.count(Severity::Error), self.count(Severity::Warning));
        let unchanged = counted(
            self.unchanged.len(),
            "integration runtime is",
            "integration runtimes are",
        );
        format!(
            "{} and {} in '{}' for {}; {unchanged} unchanged.",
            counted(errors, "error", "errors"),
            counted(warnings, "warning", "warnings"),
            self.path,
            self.target.called()
        )
    }

    /// The id of what an entry is about.
    fn id(&self, entry: &Entry<'_>) -> String {
        match entry.runtime {
            Some(name) => RuntimePlace {
                parent: self.target.clone(),
                name: name.to_owned(),
            }
            .id(),
            None => self.target.id(),
        }
    }

    /// What an entry is about, in names.
    fn subject(&self, entry: &Entry<'_>) -> String {
        let mut names = vec![self.target.name.as_str()];
        names.extend(entry.runtime);
        names.extend(entry.member);
        names.join(" / ")
    }
}
