//! The differences between the users' files and the live integration runtimes.

use super::{
    Desired, DesiredRuntime, Issue, Position,
    relation::{self, Relation},
    values::{self, Changed},
    words::{self, command, link_for_file, quoted, text},
};
use crate::runtimes::{
    body::RuntimeBody,
    model,
    place::{ParentPlace, RuntimePlace},
    service::Service,
};

/// How grave a difference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing differs; something is to be known.
    Information,
    /// The file and the service differ.
    Difference,
    /// The file cannot be read or evaluated, so it is not known whether they differ.
    NotCompared,
    /// Deploying the file would cut an integration runtime off from its nodes or its link.
    Destructive,
}

impl Severity {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Information => "Information",
            Self::Difference => "Difference",
            Self::NotCompared => "NotCompared",
            Self::Destructive => "Destructive",
        }
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The name of the integration runtime; nothing where a file does not tell it.
    pub runtime: Option<String>,
    /// The path of the member; nothing where it is about the whole integration runtime.
    pub member: Option<String>,
    /// The value in the file; nothing where the file has none.
    pub in_file: Option<String>,
    /// The value in the service; nothing where it has none.
    pub live: Option<String>,
    /// How grave it is.
    pub severity: Severity,
    /// The sentence.
    pub message: String,
    /// The linked services that use the integration runtime.
    pub linked_services: Vec<String>,
    /// The next step.
    pub fix: Option<String>,
    /// Where the file has it; nothing for what only the service has.
    pub position: Option<Position>,
}

impl Difference {
    /// Whether it is more than information.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.severity != Severity::Information
    }

    /// Whether a destructive difference may be behind what cannot be compared: the member decides over nodes and
    /// links, or it is about all members.
    #[must_use]
    pub fn may_hide_destruction(&self) -> bool {
        let decides = |path: &String| {
            [
                "properties",
                relation::TYPE,
                "properties.typeProperties",
                relation::LINK,
            ]
            .iter()
            .any(|own| own.eq_ignore_ascii_case(path))
                || path
                    .to_ascii_lowercase()
                    .starts_with(&relation::LINK.to_ascii_lowercase())
        };
        self.severity == Severity::NotCompared && self.member.as_ref().is_none_or(decides)
    }
}

/// Compares the files with the integration runtimes of `target`, in the order of the files; what only the service has
/// is behind.
#[must_use]
pub fn compare(desired: &Desired, target: &ParentPlace, live: &[RuntimeBody]) -> Vec<Difference> {
    let mut found: Vec<Difference> = desired.issues.iter().map(of_issue).collect();
    let mut secrets: Vec<String> = Vec::new();
    let own: Vec<&DesiredRuntime> = of_target(desired, target).collect();
    for runtime in &own {
        let body = live_one(live, &runtime.name);
        let differences = match body {
            None => vec![only_in_file(runtime, target)],
            Some(body) => members(runtime, body, target, &mut secrets),
        };
        let linked_services = desired.dependants(&runtime.name);
        found.extend(differences.into_iter().map(|own| Difference {
            linked_services: linked_services.clone(),
            ..own
        }));
    }
    for body in live {
        let name = body.name().unwrap_or_default();
        let in_files = own.iter().any(|own| own.name.eq_ignore_ascii_case(name));
        let is_issue = desired.issues.iter().any(|own| {
            own.runtime
                .as_deref()
                .is_some_and(|own| own.eq_ignore_ascii_case(name))
        });
        // The one that is always there has a file only where it was edited.
        if !in_files && !is_issue && !model::is_default(name) {
            found.push(Difference {
                linked_services: desired.dependants(name),
                ..only_live(body, desired, target)
            });
        }
    }
    if !secrets.is_empty() {
        found.push(not_compared_secrets(&secrets));
    }
    found
}

/// The integration runtimes of the files that are those of `target`.
pub fn of_target<'d>(
    desired: &'d Desired,
    target: &'d ParentPlace,
) -> impl Iterator<Item = &'d DesiredRuntime> {
    desired.runtimes.iter().filter(|own| {
        own.parent.as_ref().is_none_or(|own| {
            own.may_be(
                target.service,
                &target.subscription,
                &target.resource_group,
                &target.name,
            )
        })
    })
}

/// The live integration runtime with this name.
#[must_use]
pub fn live_one<'l>(live: &'l [RuntimeBody], name: &str) -> Option<&'l RuntimeBody> {
    live.iter()
        .find(|own| own.name().is_some_and(|own| own.eq_ignore_ascii_case(name)))
}

/// Compares the members of one integration runtime; paths of secrets are added to `secrets`.
fn members(
    file: &DesiredRuntime,
    live: &RuntimeBody,
    target: &ParentPlace,
    secrets: &mut Vec<String>,
) -> Vec<Difference> {
    let name = &file.name;
    let base = Difference {
        runtime: Some(name.clone()),
        member: None,
        in_file: None,
        live: None,
        severity: Severity::Difference,
        message: String::new(),
        linked_services: Vec::new(),
        fix: None,
        position: Some(file.position.clone()),
    };
    let position = |path: &str| {
        Some(Position {
            line: file.lines.of(path).or(file.position.line),
            ..file.position.clone()
        })
    };
    if relation::relation(file, live) == Relation::OtherType {
        let (own, other) = (
            relation::kind(file.document.properties()),
            relation::kind(live.properties()),
        );
        return vec![Difference {
            member: Some(relation::TYPE.to_owned()),
            in_file: Some(own.to_owned()),
            live: Some(other.to_owned()),
            severity: Severity::Destructive,
            message: format!(
                "Integration runtime '{name}' has the type '{own}' in the file and is '{other}' in {}. \
                 The service does \
                 not change the type: it has to be removed and created anew.",
                target.called()
            ),
            fix: Some(format!(
                "Write the type '{other}' into the file, or choose another name."
            )),
            position: position(relation::TYPE),
            ..base
        }];
    }
    let is_unknown = |path: &str| {
        file.unknown
            .iter()
            .any(|own| own.path.eq_ignore_ascii_case(path))
    };
    let comparison = values::compare(file.document.properties(), live.properties(), &is_unknown);
    secrets.extend(
        comparison
            .secrets
            .iter()
            .map(|path| format!("{name}: {path}")),
    );
    let unknown = file.unknown.iter().map(|own| Difference {
        member: Some(own.path.clone()),
        severity: Severity::NotCompared,
        message: relation::not_evaluated(name, &own.path, &own.reason),
        fix: own.reason.fix(),
        position: position(&own.path),
        ..base.clone()
    });
    let changed = comparison.changed.iter().map(|own| Difference {
        member: Some(own.path.clone()),
        in_file: own.file.as_ref().map(text),
        live: own.live.as_ref().map(text),
        position: position(&own.path),
        ..changed(own, file, live, target, base.clone())
    });
    unknown.chain(changed).collect()
}

/// What a changed member means.
fn changed(
    own: &Changed,
    file: &DesiredRuntime,
    live: &RuntimeBody,
    target: &ParentPlace,
    base: Difference,
) -> Difference {
    let name = &file.name;
    let place = target.called();
    let destructive = |message: String, fix: Option<String>| Difference {
        severity: Severity::Destructive,
        message,
        fix,
        ..base.clone()
    };
    if own.path.eq_ignore_ascii_case(relation::LINK) {
        return match (&own.file, relation::linked_to(live.properties())) {
            (None, Some(shared)) => destructive(
                format!(
                    "Integration runtime '{name}' of {place} is linked to '{shared}', and the file describes a \
                     self-hosted one. Deploying the file replaces the link with a self-hosted integration runtime \
                     without nodes."
                ),
                Some(link_for_file(&shared)),
            ),
            _ => destructive(
                format!(
                    "Integration runtime '{name}' of {place} is self-hosted, and the file describes a link. Deploying \
                     the file cuts it off from its nodes, and those that are linked to it from theirs."
                ),
                Some(format!(
                    "Remove 'linkedInfo' of '{name}' from the file, or map it in a mapping file: {{ \"<environment>\": \
                     {{ \"{name}\": {{ \"linkedTo\": null }} }} }}."
                )),
            ),
        };
    }
    if own
        .path
        .eq_ignore_ascii_case(&format!("{}.resourceId", relation::LINK))
    {
        return destructive(
            format!(
                "Integration runtime '{name}' of {place} is linked to another shared integration runtime than in the \
                 file. Deploying the file moves its jobs to the nodes of that one."
            ),
            relation::linked_to(live.properties()).map(|shared| {
                format!(
                    "Give the parameter file of this environment, or map it in a mapping file: \
                     {{ \"<environment>\": {{ \
                     \"{name}\": {{ \"linkedTo\": \"{shared}\" }} }} }}."
                )
            }),
        );
    }
    Difference {
        message: words::sentence(own, name, target),
        fix: Some(words::fix(own, name, target)),
        ..base
    }
}

fn only_in_file(file: &DesiredRuntime, target: &ParentPlace) -> Difference {
    let name = &file.name;
    let kind = relation::kind_in_words(file.document.properties());
    let shared = relation::linked_to(file.document.properties());
    let fix = match (kind.as_str(), shared) {
        ("Linked", Some(shared)) if target.service == Service::DataFactory && shared != "(key)" => {
            Some(format!(
                "{} -Type SelfHosted -SharedIntegrationRuntimeResourceId {}",
                command("Set", name, target),
                quoted(&shared)
            ))
        }
        (kind, None) if kind.eq_ignore_ascii_case("SelfHosted") => {
            Some(format!("{} -Type SelfHosted", command("Set", name, target)))
        }
        _ => None,
    };
    Difference {
        runtime: Some(name.clone()),
        member: None,
        in_file: Some(kind),
        live: None,
        severity: Severity::Difference,
        message: format!(
            "Integration runtime '{name}' is in the file, and does not exist in {}.",
            target.called()
        ),
        linked_services: Vec::new(),
        fix,
        position: Some(file.position.clone()),
    }
}

fn only_live(live: &RuntimeBody, desired: &Desired, target: &ParentPlace) -> Difference {
    let name = live.name().unwrap_or_default();
    let place = RuntimePlace {
        parent: target.clone(),
        name: name.to_owned(),
    };
    Difference {
        runtime: Some(name.to_owned()),
        member: None,
        in_file: None,
        live: Some(relation::kind_in_words(live.properties())),
        severity: Severity::Difference,
        message: format!("{} is not in '{}'.", place.called_first(), desired.path),
        linked_services: Vec::new(),
        fix: Some(format!(
            "Add it to the files, or remove it where nothing uses it. Its definition: {}",
            command("Get", name, target)
        )),
        position: None,
    }
}

fn not_compared_secrets(paths: &[String]) -> Difference {
    Difference {
        runtime: None,
        member: None,
        in_file: None,
        live: None,
        severity: Severity::Information,
        message: format!(
            "Secrets are not compared, since the service does not return them: {}.",
            paths.join(", ")
        ),
        linked_services: Vec::new(),
        fix: None,
        position: None,
    }
}

fn of_issue(issue: &Issue) -> Difference {
    Difference {
        runtime: issue.runtime.clone(),
        member: None,
        in_file: None,
        live: None,
        severity: if issue.harmless {
            Severity::Information
        } else {
            Severity::NotCompared
        },
        message: issue.message.clone(),
        linked_services: Vec::new(),
        fix: issue.fix.clone(),
        position: Some(issue.position.clone()),
    }
}
