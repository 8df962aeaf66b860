//! The steps that bring live integration runtimes to what the files say, from the effects of a deployment. What would
//! cut an integration runtime off from its nodes or its link is not a step: it is refused.

use azir_azure::json::Lookup;

use super::{
    Desired, DesiredRuntime, apply,
    effect::{Action, Effect},
    relation,
    values::is_nothing,
};
use crate::{
    names,
    runtimes::{
        body::{Kind, RuntimeBody, Written},
        place::ParentPlace,
    },
};

/// What is done.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// Nothing.
    Nothing,
    /// The integration runtime is written with these properties.
    Write(Written),
    /// The integration runtime is removed; `first` says that it can refer to others, which stay until it is gone.
    Remove {
        /// Whether it goes before the others.
        first: bool,
    },
}

/// How a step ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The integration runtime was written or removed.
    Done,
    /// It is what the file says already.
    Unchanged,
    /// The user did not agree, or only looks.
    NotConfirmed,
    /// The step would destroy something, or the files do not tell enough.
    Refused,
    /// The service refused it.
    Failed,
}

impl Outcome {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "Done",
            Self::Unchanged => "Unchanged",
            Self::NotConfirmed => "NotConfirmed",
            Self::Refused => "Refused",
            Self::Failed => "Failed",
        }
    }
}

/// One integration runtime on its way to what the files say.
#[derive(Clone, Debug)]
pub struct Step {
    /// What happens to it, and which users of it that affects.
    pub effect: Effect,
    /// What is done.
    pub work: Work,
    /// How it ended; nothing while it is to be done.
    pub outcome: Option<Outcome>,
}

impl Step {
    /// A step that is not taken.
    #[must_use]
    pub fn refused(effect: Effect) -> Self {
        Self {
            effect,
            work: Work::Nothing,
            outcome: Some(Outcome::Refused),
        }
    }

    /// The name of the integration runtime; empty where a file does not tell it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.effect.runtime.as_deref().unwrap_or_default()
    }

    /// The name for a sentence.
    #[must_use]
    pub fn name_or_unknown(&self) -> &str {
        self.effect.runtime.as_deref().unwrap_or("(unknown)")
    }

    /// Where it is in the order: those that have nodes, their links, and what refers to either, such as an Azure-SSIS
    /// integration runtime; removals in the reverse order.
    #[must_use]
    pub fn rank(&self) -> u8 {
        match &self.work {
            Work::Write(own) if is_self_hosted(own) => {
                let link = own.at("typeProperties").at("linkedInfo");
                u8::from(!is_nothing(link))
            }
            Work::Write(_) | Work::Nothing => 2,
            Work::Remove { first: true } => 3,
            Work::Remove { first: false } => 4,
        }
    }
}

fn is_self_hosted(properties: &Written) -> bool {
    properties
        .at("type")
        .as_str()
        .is_some_and(|own| own.eq_ignore_ascii_case("SelfHosted"))
}

/// Whether the files have something about `name` that cannot be read or trusted.
#[must_use]
pub fn has_issue(desired: &Desired, name: &str) -> bool {
    desired.issues.iter().any(|own| {
        own.runtime
            .as_deref()
            .is_some_and(|own| own.eq_ignore_ascii_case(name))
    })
}

/// Whether something in the files cannot be read, and may be about any integration runtime.
#[must_use]
pub fn has_unnamed_issue(desired: &Desired) -> bool {
    desired
        .issues
        .iter()
        .any(|own| !own.harmless && own.runtime.is_none())
}

/// A self-hosted integration runtime does not become a link, also where it has no nodes yet.
#[must_use]
pub fn unconverted(effect: Effect, was_shared: bool, target: &ParentPlace) -> Effect {
    if !was_shared || effect.action != Action::Change {
        return effect;
    }
    let name = effect.runtime.clone().unwrap_or_default();
    Effect {
        action: Action::ReplaceShared,
        message: format!(
            "Integration runtime '{name}' of {} is self-hosted, and the file describes a link. It is not converted.",
            target.called()
        ),
        fix: Some(format!(
            "If nothing uses it, remove it, and run the command again: {}",
            super::words::command("Remove", &name, target)
        )),
        ..effect
    }
}

/// The step that writes what the file says, or why it is refused.
#[must_use]
pub fn write(effect: Effect, file: &DesiredRuntime, live: Option<&RuntimeBody>) -> Step {
    if let Some(unknown) = file.unknown.first() {
        return Step::refused(Effect {
            action: Action::Unknown,
            message: relation::not_evaluated(&file.name, &unknown.path, &unknown.reason),
            fix: unknown.reason.fix(),
            ..effect
        });
    }
    if effect.action == Action::NoChange {
        return Step {
            effect,
            work: Work::Nothing,
            outcome: Some(Outcome::Unchanged),
        };
    }
    if live.is_none()
        && let Err(error) = names::runtime("Path", &file.name)
    {
        return Step::refused(Effect {
            message: error.message(),
            ..effect
        });
    }
    match apply::properties(file, live) {
        Ok(properties) => Step {
            effect,
            work: Work::Write(properties),
            outcome: None,
        },
        Err(secrets) => Step::refused(Effect {
            message: format!(
                "The file of integration runtime '{}' has no secret for {}, and there is no live one that has it.",
                file.name,
                secrets.join(", ")
            ),
            fix: Some(
                "Create it once with the cmdlet that takes the secret, such as Set-AzDataFactoryV2IntegrationRuntime \
                 -CatalogAdminCredential. Its other members then follow the file."
                    .to_owned(),
            ),
            ..effect
        }),
    }
}

/// The step that removes what the files do not have, or why it is refused.
#[must_use]
pub fn removal(
    effect: Effect,
    live: Option<&RuntimeBody>,
    removable: bool,
    unsure: bool,
    target: &ParentPlace,
) -> Step {
    let name = effect.runtime.clone().unwrap_or_default();
    if unsure {
        return Step::refused(Effect {
            message: format!(
                "Integration runtime '{name}' of {} is not removed: something in the files cannot be read, and may be \
                 about it.",
                target.called()
            ),
            fix: Some("Repair what the other objects name, and run the command again.".to_owned()),
            ..effect
        });
    }
    if removable {
        return Step {
            effect,
            work: Work::Remove {
                first: live.is_some_and(|own| own.kind() == Kind::Managed),
            },
            outcome: None,
        };
    }
    let (why, fix) = if effect.links.is_empty() {
        (
            "its links could not be read, so it is not known whether others use it".to_owned(),
            "Remove it by itself if nothing uses it",
        )
    } else {
        (
            format!("it is shared with {}", effect.links.join(", ")),
            "Add it to the files, or take away the shares first: Get-AzIntegrationRuntimeShare. Then remove it",
        )
    };
    Step::refused(Effect {
        message: format!(
            "Integration runtime '{name}' of {} is not removed: {why}.",
            target.called()
        ),
        fix: Some(format!(
            "{fix}: {}",
            super::words::command("Remove", &name, target)
        )),
        ..effect
    })
}

/// A removal as the question names it.
#[must_use]
pub fn in_question(step: &Step) -> String {
    let effect = &step.effect;
    let mut facts = Vec::new();
    if !effect.online_nodes.is_empty() {
        facts.push(format!("nodes online: {}", effect.online_nodes.join(", ")));
    }
    if !effect.linked_services.is_empty() {
        facts.push(format!(
            "linked services: {}",
            effect.linked_services.join(", ")
        ));
    }
    if facts.is_empty() {
        return format!("  {}", step.name());
    }
    format!("  {} ({})", step.name(), facts.join("; "))
}

/// The shared integration runtime of a link by the identity of the data factory.
#[must_use]
pub fn shared_without_credential(properties: &Written) -> Option<String> {
    let link = properties.at_path(&["typeProperties", "linkedInfo"]);
    let by_credential = link.at("credential").is_object();
    link.at("resourceId")
        .as_str()
        .filter(|_| !by_credential)
        .map(str::to_owned)
}
