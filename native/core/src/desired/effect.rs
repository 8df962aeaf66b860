//! What a deployment does to each live integration runtime, and which users of it that affects.
//!
//! The plan is made in two steps, so that only those statuses are asked for that decide: [`plan`] looks at the
//! documents, [`decide`] at the nodes and links.

use azir_azure::json::Lookup;
use serde_json::Value;

use super::{
    Desired, DesiredRuntime, Given, Position,
    compare::{live_one, of_target},
    relation::{self, Relation},
    unread::Unread,
    values::{self, Changed},
};
use crate::{
    fleet::checks::quote,
    runtimes::{
        body::{Kind, RuntimeBody},
        model,
        place::ParentPlace,
    },
};

/// What happens to an integration runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It does not exist, and is created.
    Create,
    /// Members of it change.
    Change,
    /// Nothing changes.
    NoChange,
    /// It is linked to another shared integration runtime.
    Relink,
    /// A linked one becomes a self-hosted one without nodes.
    ReplaceLinked,
    /// A self-hosted one that others are linked to becomes a link.
    ReplaceShared,
    /// A self-hosted one with nodes becomes a link: its nodes are cut off.
    CutNodes,
    /// Its type changes: the service refuses that, or it is made anew.
    ReplaceType,
    /// It is removed.
    Remove,
    /// What happens is not known, since the files cannot be evaluated.
    Unknown,
}

impl Action {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Create => "Create",
            Self::Change => "Change",
            Self::NoChange => "NoChange",
            Self::Relink => "Relink",
            Self::ReplaceLinked => "ReplaceLinked",
            Self::ReplaceShared => "ReplaceShared",
            Self::CutNodes => "CutNodes",
            Self::ReplaceType => "ReplaceType",
            Self::Remove => "Remove",
            Self::Unknown => "Unknown",
        }
    }

    /// Whether a deployment must not do it without being allowed to. What is not known counts as such.
    #[must_use]
    pub fn is_destructive(self) -> bool {
        !matches!(self, Self::Create | Self::Change | Self::NoChange)
    }
}

/// How the deployment treats what is not in the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlisted {
    /// It stays.
    Keep,
    /// A script removes integration runtimes that are not in the template.
    Delete,
    /// The mode `Complete` removes resources of the group that are not in the template, and with a factory its
    /// integration runtimes. It leaves integration runtimes of a factory that is in the template.
    Complete,
}

/// What a deployment does to one integration runtime.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The name; nothing where a file does not tell it.
    pub runtime: Option<String>,
    /// What happens.
    pub action: Action,
    /// The sentence.
    pub message: String,
    /// The members that change, for instance `properties.description: 'a' -> 'b'`.
    pub changes: Vec<String>,
    /// The linked services that use it.
    pub linked_services: Vec<String>,
    /// The integration runtimes of other factories that are linked to it, for instance `adf-b/ir-b`.
    pub links: Vec<String>,
    /// The nodes that are online.
    pub online_nodes: Vec<String>,
    /// The next step.
    pub fix: Option<String>,
    /// Where the file has it.
    pub position: Option<Position>,
}

/// The nodes and links of a live integration runtime.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Connected {
    /// The integration runtimes that are linked to it.
    pub links: Vec<String>,
    /// The names of its nodes.
    pub nodes: Vec<String>,
    /// The names of its nodes that are online.
    pub online: Vec<String>,
}

impl Connected {
    /// The nodes and links that a status lists.
    #[must_use]
    pub fn of_status(status: &RuntimeBody) -> Self {
        let name = |own: &Value| {
            own.at("nodeName")
                .as_str()
                .unwrap_or("(no name)")
                .to_owned()
        };
        let links = status.links();
        Self {
            links: links
                .iter()
                .map(|own| {
                    let part = |own: &Option<String>| own.clone().unwrap_or_else(|| "?".to_owned());
                    format!("{}/{}", part(&own.factory), part(&own.name))
                })
                .collect(),
            nodes: status.nodes().iter().map(name).collect(),
            online: status
                .nodes()
                .iter()
                .filter(|own| {
                    own.at("status")
                        .as_str()
                        .is_some_and(|own| own.eq_ignore_ascii_case("Online"))
                })
                .map(name)
                .collect(),
        }
    }
}

/// The effects as far as the documents tell, in the order of the files; removals are behind.
#[must_use]
pub fn plan(
    desired: &Desired,
    target: &ParentPlace,
    live: &[RuntimeBody],
    unlisted: Unlisted,
) -> Vec<Effect> {
    let deploys_target = desired.parents.iter().any(|own| {
        own.may_be(
            target.service,
            &target.subscription,
            &target.resource_group,
            &target.name,
        )
    });
    let with_parent = unlisted == Unlisted::Complete && !deploys_target;
    let mut effects: Vec<Effect> = desired
        .issues
        .iter()
        .filter(|own| !own.harmless)
        .map(|own| Effect {
            runtime: own.runtime.clone(),
            message: own.message.clone(),
            fix: own.fix.clone(),
            position: Some(own.position.clone()),
            ..empty(Action::Unknown)
        })
        .collect();
    let own: Vec<&DesiredRuntime> = of_target(desired, target).collect();
    if !with_parent {
        effects.extend(
            own.iter()
                .map(|own| one(own, live_one(live, &own.name), target, &desired.given)),
        );
    }
    for body in live {
        let name = body.name().unwrap_or_default();
        let listed = own.iter().any(|own| own.name.eq_ignore_ascii_case(name));
        let goes = with_parent || (unlisted == Unlisted::Delete && !listed);
        if goes && !model::is_default(name) {
            effects.push(removal(name, desired, target, with_parent));
        }
    }
    for effect in &mut effects {
        effect.linked_services = effect
            .runtime
            .as_deref()
            .map(|name| desired.dependants(name))
            .unwrap_or_default();
    }
    effects
}

fn empty(action: Action) -> Effect {
    Effect {
        runtime: None,
        action,
        message: String::new(),
        changes: Vec::new(),
        linked_services: Vec::new(),
        links: Vec::new(),
        online_nodes: Vec::new(),
        fix: None,
        position: None,
    }
}

fn removal(name: &str, desired: &Desired, target: &ParentPlace, with_parent: bool) -> Effect {
    let place = target.called();
    let (message, fix) = if with_parent {
        (
            format!(
                "Integration runtime '{name}' is removed with {place}: '{}' does not deploy the {} itself, and the \
                 mode Complete removes from the resource group what a template does not have.",
                desired.path,
                target.service.parent()
            ),
            "Deploy with -Mode Incremental.",
        )
    } else {
        (
            format!(
                "Integration runtime '{name}' of {place} is removed: it is not in '{}'.",
                desired.path
            ),
            "Add it to the files, or run the script without the deletion.",
        )
    };
    Effect {
        runtime: Some(name.to_owned()),
        message,
        fix: Some(fix.to_owned()),
        ..empty(Action::Remove)
    }
}

/// The effect on one integration runtime of the files.
fn one(
    file: &DesiredRuntime,
    live: Option<&RuntimeBody>,
    target: &ParentPlace,
    source: &Given,
) -> Effect {
    let name = &file.name;
    let base = Effect {
        runtime: Some(name.clone()),
        position: Some(file.position.clone()),
        ..empty(Action::NoChange)
    };
    let place = target.called();
    let Some(live) = live else {
        return Effect {
            action: Action::Create,
            message: format!(
                "Integration runtime '{name}' ({}) is created in {place}.",
                relation::kind_in_words(file.document.properties())
            ),
            ..base
        };
    };
    let shared = relation::linked_to(live.properties()).unwrap_or_default();
    match relation::relation(file, live) {
        Relation::NotKnown(unknown) => Effect {
            action: Action::Unknown,
            message: relation::not_evaluated(name, &unknown.path, &unknown.reason),
            fix: unknown.reason.fix(),
            ..base
        },
        Relation::OtherType => Effect {
            action: Action::ReplaceType,
            message: format!(
                "Integration runtime '{name}' of {place} has the type '{}', and the deployment asks for '{}'. The \
                 service refuses another type.",
                relation::kind(live.properties()),
                relation::kind(file.document.properties())
            ),
            fix: Some("Choose another name in the file, or remove the integration runtime first.".to_owned()),
            ..base
        },
        Relation::LinkLost => Effect {
            action: Action::ReplaceLinked,
            message: format!(
                "Integration runtime '{name}' of {place} is linked to '{shared}', and the deployment makes it a \
                 self-hosted one. It loses the link, and has no nodes then."
            ),
            fix: Some(format!(
                "Take '{name}' out of the deployment, or add its 'linkedInfo' to the file. This command shows the text \
                 to add{}: Compare-AzIntegrationRuntime {} -ResourceId {}",
                if source.has_object { ", with the same -TemplateParameterObject" } else { "" },
                source.arguments,
                quote(&target.id())
            )),
            ..base
        },
        Relation::LinkGained => Effect {
            // The status tells whether somebody uses it.
            action: Action::ReplaceShared,
            fix: Some(format!(
                "Take '{name}' out of the deployment to this environment: it is the integration runtime that has the \
                 nodes."
            )),
            ..base
        },
        Relation::Relinked => Effect {
            action: Action::Relink,
            message: format!(
                "Integration runtime '{name}' of {place} is linked to '{shared}', and the deployment links it to '{}'. \
                 Its jobs move to the nodes of that one.",
                relation::linked_to(file.document.properties()).unwrap_or_default()
            ),
            fix: Some(
                "Give the parameter file of this environment, or allow it with -Allow if it is intended.".to_owned(),
            ),
            ..base
        },
        Relation::Same => {
            let is_unknown =
                |path: &str| file.unknown.iter().any(|own| own.path.eq_ignore_ascii_case(path));
            let comparison = values::compare(file.document.properties(), live.properties(), &is_unknown);
            change(file, &comparison.changed, target, base)
        }
    }
}

/// Members that change, or may change.
fn change(
    file: &DesiredRuntime,
    differing: &[Changed],
    target: &ParentPlace,
    base: Effect,
) -> Effect {
    let name = &file.name;
    let mut changes: Vec<String> = differing
        .iter()
        .map(|own| own.between(&own.live, &own.file))
        .collect();
    changes.extend(
        file.unknown
            .iter()
            .map(|own| format!("{}: not evaluated, since {}", own.path, own.reason)),
    );
    let place = target.called();
    if changes.is_empty() {
        return Effect {
            message: format!("Integration runtime '{name}' of {place} stays as it is."),
            ..base
        };
    }
    Effect {
        action: Action::Change,
        message: format!(
            "Integration runtime '{name}' of {place} changes: {}.",
            changes.join("; ")
        ),
        changes,
        ..base
    }
}

/// Whether the status of the live integration runtime decides what an effect is, or what it affects.
#[must_use]
pub fn needs_status(effect: &Effect, live: &[RuntimeBody]) -> bool {
    effect.action.is_destructive()
        && effect
            .runtime
            .as_deref()
            .and_then(|name| live_one(live, name))
            .is_some_and(|own| own.kind() != Kind::Managed)
}

/// Decides with the nodes and links of the live integration runtime; nothing where its status cannot be read.
pub fn decide(effect: &mut Effect, connected: Option<&Connected>, target: &ParentPlace) {
    let name = effect.runtime.clone().unwrap_or_default();
    let place = target.called();
    let Some(connected) = connected else {
        let unread = "Its nodes and links could not be read";
        effect.message = match effect.action {
            Action::ReplaceShared => format!(
                "Integration runtime '{name}' of {place} is self-hosted, and the deployment makes it a link. {unread}; \
                 whoever uses it is cut off."
            ),
            _ => format!("{} {unread}.", effect.message),
        };
        return;
    };
    effect.links.clone_from(&connected.links);
    effect.online_nodes.clone_from(&connected.online);
    if effect.action != Action::ReplaceShared {
        return;
    }
    let nodes = connected.nodes.len();
    if connected.links.is_empty() && nodes == 0 {
        effect.action = Action::Change;
        effect.fix = None;
        effect.changes = vec![format!("{}: (none) -> a link", relation::LINK)];
        effect.message = format!(
            "Integration runtime '{name}' of {place} is self-hosted without nodes and links, and becomes a linked one."
        );
    } else if connected.links.is_empty() {
        effect.action = Action::CutNodes;
        effect.message = format!(
            "Integration runtime '{name}' of {place} is self-hosted, and the deployment makes it a link. Its {} cut \
             off.",
            count(nodes, "node is", "nodes are")
        );
    } else {
        effect.message = format!(
            "Integration runtime '{name}' of {place} is shared, and the deployment makes it a link. Its {} cut off, \
             and {} loses its nodes.",
            count(nodes, "node is", "nodes are"),
            connected.links.join(", ")
        );
    }
}

/// The finding that it is not known what an effect affects: an unknown user is never taken for no user.
#[must_use]
pub fn not_known(effect: &Effect, unread: &[&Unread], target: &ParentPlace) -> Effect {
    let sentences: Vec<String> = unread.iter().map(|own| own.sentence()).collect();
    Effect {
        runtime: effect.runtime.clone(),
        message: format!(
            "It is not known what the deployment affects at integration runtime '{}' of {}. {}",
            effect.runtime.as_deref().unwrap_or_default(),
            target.called(),
            sentences.join(" ")
        ),
        linked_services: effect.linked_services.clone(),
        fix: unread.first().map(|own| own.fix()),
        position: effect.position.clone(),
        ..empty(Action::Unknown)
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
