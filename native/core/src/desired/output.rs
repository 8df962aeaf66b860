//! The objects that the cmdlets write.

use super::{Position, compare::Difference, effect::Effect, export::ExportedFile, steps::Step};
use crate::{
    output::{Field, Record, Shape},
    runtimes::{
        model::Members,
        place::{ParentPlace, RuntimePlace},
    },
};

static DIFFERENCE: Shape = Shape::named("AzIntegrationRuntime.Difference");
static EXPORTED: Shape = Shape::named("AzIntegrationRuntime.ExportedFile");
static PUBLISHED: Shape = Shape::named("AzIntegrationRuntime.PublishedRuntime");
static EFFECT: Shape = Shape::named("AzIntegrationRuntime.DeploymentEffect");

/// The object for a difference.
#[must_use]
pub fn difference(own: &Difference, target: &ParentPlace) -> Record {
    let mut members: Members = vec![
        ("Name".into(), Field::text(own.runtime.as_deref())),
        (
            "Severity".into(),
            Field::Text(own.severity.name().to_owned()),
        ),
        ("Member".into(), Field::text(own.member.as_deref())),
        ("InFile".into(), Field::text(own.in_file.as_deref())),
        ("Live".into(), Field::text(own.live.as_deref())),
        ("Message".into(), Field::Text(own.message.clone())),
        ("LinkedServices".into(), texts(&own.linked_services)),
        ("Fix".into(), Field::text(own.fix.as_deref())),
    ];
    members.extend(place(own.runtime.as_deref(), own.position.as_ref(), target));
    Record::new(&DIFFERENCE, members)
}

/// The object for an effect; `allowed` says whether `-Allow` names it.
#[must_use]
pub fn effect(own: &Effect, allowed: bool, target: &ParentPlace) -> Record {
    let mut members: Members = vec![
        ("Name".into(), Field::text(own.runtime.as_deref())),
        ("Action".into(), Field::Text(own.action.name().to_owned())),
        (
            "Destructive".into(),
            Field::Flag(own.action.is_destructive()),
        ),
        ("Allowed".into(), Field::Flag(allowed)),
    ];
    members.extend(consequences(own));
    members.extend(place(own.runtime.as_deref(), own.position.as_ref(), target));
    Record::new(&EFFECT, members)
}

/// The object for a file of an export; `written` says whether it was written.
#[must_use]
pub fn exported(own: &ExportedFile, written: bool, target: &ParentPlace) -> Record {
    let position = Position {
        file: own.path.display().to_string(),
        line: None,
        member: String::new(),
    };
    let mut members: Members = vec![
        ("Name".into(), Field::Text(own.runtime.clone())),
        ("Action".into(), Field::Text(own.action.name().to_owned())),
        ("Written".into(), Field::Flag(written)),
        ("Message".into(), Field::Text(own.message.clone())),
        ("Changes".into(), texts(&own.changes)),
    ];
    let places = place(Some(&own.runtime), Some(&position), target);
    members.extend(places.into_iter().filter(|(name, _)| name != "Line"));
    Record::new(&EXPORTED, members)
}

/// The object for a step towards the files.
#[must_use]
pub fn published(step: &Step, target: &ParentPlace) -> Record {
    let own = &step.effect;
    let mut members: Members = vec![
        ("Name".into(), Field::text(own.runtime.as_deref())),
        ("Action".into(), Field::Text(own.action.name().to_owned())),
        (
            "Outcome".into(),
            Field::text(step.outcome.map(|own| own.name().to_owned())),
        ),
    ];
    members.extend(consequences(own));
    members.extend(place(own.runtime.as_deref(), own.position.as_ref(), target));
    Record::new(&PUBLISHED, members)
}

/// What an effect means, and for whom.
fn consequences(own: &Effect) -> Members {
    vec![
        ("Message".into(), Field::Text(own.message.clone())),
        ("Changes".into(), texts(&own.changes)),
        ("LinkedServices".into(), texts(&own.linked_services)),
        ("Links".into(), texts(&own.links)),
        ("OnlineNodes".into(), texts(&own.online_nodes)),
        ("Fix".into(), Field::text(own.fix.as_deref())),
    ]
}

fn texts(all: &[String]) -> Field {
    Field::List(all.iter().cloned().map(Field::Text).collect())
}

/// Where it is: in the files, and in Azure.
fn place(name: Option<&str>, position: Option<&Position>, target: &ParentPlace) -> Members {
    let id = name.map(|name| {
        RuntimePlace {
            parent: target.clone(),
            name: name.to_owned(),
        }
        .id()
    });
    let line = position
        .and_then(|own| own.line)
        .and_then(|own| i64::try_from(own).ok());
    vec![
        (
            "File".into(),
            Field::text(position.map(|own| own.file.clone())),
        ),
        ("Line".into(), line.map_or(Field::Null, Field::Integer)),
        (
            "Service".into(),
            Field::Text(target.service.short_name().to_owned()),
        ),
        ("Parent".into(), Field::Text(target.name.clone())),
        (
            "ResourceGroupName".into(),
            Field::Text(target.resource_group.clone()),
        ),
        ("Id".into(), Field::text(id)),
    ]
}
