//! One share as an object: the shared runtime, the data factory that uses it, and what became of it.

use crate::{
    error::Error,
    output::{Field, Record, Shape},
    present::visible,
    runtimes::place::RuntimePlace,
};

static SHARE: Shape = Shape::named("AzIntegrationRuntime.Share");

/// What became of a share, or how it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was made, or it is complete.
    Shared,
    /// It was complete before.
    AlreadyShared,
    /// What was missing was restored.
    Repaired,
    /// Something is missing.
    Broken,
    /// It was removed.
    Removed,
    /// Part of it was removed.
    PartlyRemoved,
    /// It was not made, repaired or removed.
    Failed,
    /// It was not made, and what was made on the way was undone.
    RolledBack,
}

impl Outcome {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Shared => "Shared",
            Self::AlreadyShared => "AlreadyShared",
            Self::Repaired => "Repaired",
            Self::Broken => "Broken",
            Self::Removed => "Removed",
            Self::PartlyRemoved => "PartlyRemoved",
            Self::Failed => "Failed",
            Self::RolledBack => "RolledBack",
        }
    }
}

/// The role of the data factory on the shared runtime.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grant {
    /// It was given by this call.
    Created,
    /// It is given on the shared runtime itself.
    Present,
    /// It is given on the data factory, the resource group or above.
    Inherited,
    /// There is none.
    Missing,
    /// It was taken away by this call.
    Removed,
    /// It could not be read.
    #[default]
    Unknown,
}

impl Grant {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Created => "Created",
            Self::Present => "Present",
            Self::Inherited => "Inherited",
            Self::Missing => "Missing",
            Self::Removed => "Removed",
            Self::Unknown => "Unknown",
        }
    }
}

/// What is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The data factory has no role on the shared runtime.
    GrantMissing,
    /// The shared runtime does not list the link.
    LinkMissing,
    /// The shared runtime lists a link, and there is no linked runtime.
    LinkedRuntimeMissing,
    /// In place of the linked runtime there is a self-hosted one.
    LinkedRuntimeReplaced,
    /// The shared runtime lists a link, and the linked runtime refers to another one.
    LinkedElsewhere,
    /// The shared runtime lists a link of a data factory that is gone.
    FactoryMissing,
    /// The linked runtime refers to a runtime that is gone.
    OwnerMissing,
    /// The data factory has a role of its own on the shared runtime, and nothing is linked.
    NotLinked,
}

impl Problem {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::GrantMissing => "GrantMissing",
            Self::LinkMissing => "LinkMissing",
            Self::LinkedRuntimeMissing => "LinkedRuntimeMissing",
            Self::LinkedRuntimeReplaced => "LinkedRuntimeReplaced",
            Self::LinkedElsewhere => "LinkedElsewhere",
            Self::FactoryMissing => "FactoryMissing",
            Self::OwnerMissing => "OwnerMissing",
            Self::NotLinked => "NotLinked",
        }
    }

    /// Whether `Repair-AzIntegrationRuntimeShare` restores it.
    #[must_use]
    pub fn is_repairable(self) -> bool {
        matches!(
            self,
            Self::GrantMissing
                | Self::LinkMissing
                | Self::LinkedRuntimeMissing
                | Self::LinkedRuntimeReplaced
        )
    }
}

/// The data factory that uses a shared runtime, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct User {
    /// Its name.
    pub name: String,
    /// The id of its subscription.
    pub subscription: Option<String>,
    /// Its resource group.
    pub resource_group: Option<String>,
}

impl User {
    /// Its resource id, where the group is known.
    #[must_use]
    pub fn id(&self) -> Option<String> {
        Some(format!(
            "/subscriptions/{}/resourceGroups/{}/providers/Microsoft.DataFactory/factories/{}",
            self.subscription.as_ref()?,
            self.resource_group.as_ref()?,
            self.name
        ))
    }
}

/// One share.
#[derive(Clone, Debug)]
pub struct Share {
    /// The shared runtime.
    pub shared: RuntimePlace,
    /// The data factory that uses it.
    pub user: User,
    /// The name of the linked runtime.
    pub linked: Option<String>,
    /// What became of it, or how it is.
    pub outcome: Outcome,
    /// The state of the shared runtime, as the linked one shows it.
    pub state: Option<String>,
    /// The role.
    pub grant: Grant,
    /// The object id of the identity that has the role, or needs it.
    pub principal: Option<String>,
    /// What is broken.
    pub problems: Vec<Problem>,
    /// Why it is not as asked.
    pub error: Option<String>,
    /// The next step.
    pub fix: Option<String>,
    /// When the link was created.
    pub created: Option<String>,
}

impl Share {
    /// A share of which nothing more is known.
    #[must_use]
    pub fn new(shared: RuntimePlace, user: User, outcome: Outcome) -> Self {
        Self {
            shared,
            user,
            linked: None,
            outcome,
            state: None,
            grant: Grant::Unknown,
            principal: None,
            problems: Vec::new(),
            error: None,
            fix: None,
            created: None,
        }
    }

    /// The same, which did not come to be because of `error`.
    #[must_use]
    pub fn failed(mut self, error: &Error) -> Self {
        self.outcome = Outcome::Failed;
        self.error = Some(in_short(error));
        self
    }

    /// The resource id of the linked runtime, where its data factory is known.
    #[must_use]
    pub fn linked_id(&self) -> Option<String> {
        let (factory, name) = self.user.id().zip(self.linked.as_ref())?;
        Some(format!("{factory}/integrationruntimes/{name}"))
    }

    /// The object for it.
    #[must_use]
    pub fn record(&self) -> Record {
        let text = |text: &Option<String>| Field::text(text.clone());
        let problems = self
            .problems
            .iter()
            .map(|problem| Field::Text(problem.name().to_owned()))
            .collect();
        Record::new(
            &SHARE,
            vec![
                (
                    "SharedDataFactoryName".into(),
                    Field::Text(self.shared.parent.name.clone()),
                ),
                (
                    "SharedIntegrationRuntimeName".into(),
                    Field::Text(self.shared.name.clone()),
                ),
                (
                    "DataFactoryName".into(),
                    Field::Text(self.user.name.clone()),
                ),
                ("LinkedIntegrationRuntimeName".into(), text(&self.linked)),
                (
                    "Outcome".into(),
                    Field::Text(self.outcome.name().to_owned()),
                ),
                ("State".into(), text(&self.state)),
                ("Grant".into(), Field::Text(self.grant.name().to_owned())),
                ("Problem".into(), Field::List(problems)),
                ("Error".into(), text(&self.error)),
                ("Fix".into(), text(&self.fix)),
                (
                    "SharedIntegrationRuntimeId".into(),
                    Field::Text(self.shared.id()),
                ),
                (
                    "LinkedIntegrationRuntimeId".into(),
                    Field::text(self.linked_id()),
                ),
                ("DataFactoryId".into(), Field::text(self.user.id())),
                ("ResourceGroupName".into(), text(&self.user.resource_group)),
                ("SubscriptionId".into(), text(&self.user.subscription)),
                ("PrincipalId".into(), text(&self.principal)),
                (
                    "CreateTime".into(),
                    self.created.as_ref().map_or(Field::Null, |date| {
                        Field::from_date(Some(&date.as_str().into()))
                    }),
                ),
            ],
        )
    }
}

/// The text of `error` in one line: the service's code and words, or the sentence of this library.
#[must_use]
pub fn in_short(error: &Error) -> String {
    let Some(fault) = error.fault() else {
        return error.message();
    };
    let code = fault
        .code
        .clone()
        .unwrap_or_else(|| format!("HTTP status {}", fault.status));
    match &fault.message {
        Some(message) if !message.is_empty() => {
            format!("{code}: {}", visible::cut(message, visible::WORDS))
        }
        _ => code,
    }
}
