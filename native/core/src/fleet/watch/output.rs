//! Findings, changes and verdicts as objects.

use super::super::{baseline::Change, checks::Index, finding::Finding, verdict::RuntimeVerdict};
use crate::output::{Field, Record, Shape};

static FINDING: Shape = Shape::named("AzIntegrationRuntime.FleetFinding");
static CHANGE: Shape = Shape::named("AzIntegrationRuntime.FleetChange");
static VERDICT: Shape = Shape::named("AzIntegrationRuntime.FleetVerdict");

fn text(text: &str) -> Field {
    Field::Text(text.to_owned())
}

fn date(text: Option<&str>) -> Field {
    text.map_or(Field::Null, |own| Field::Date(own.to_owned()))
}

/// A finding as an object.
pub(super) fn finding(own: &Finding) -> Record {
    let silence = own.silenced.as_ref();
    Record::new(
        &FINDING,
        vec![
            ("Code".into(), text(own.rule.code)),
            ("Severity".into(), text(own.severity.name())),
            ("Service".into(), text(own.service.short_name())),
            (
                "Parent".into(),
                Field::text(Some(own.parent.as_str()).filter(|own| !own.is_empty())),
            ),
            ("Runtime".into(), Field::text(own.runtime.as_deref())),
            ("Node".into(), Field::text(own.node.as_deref())),
            ("Due".into(), date(own.due.as_deref())),
            ("Message".into(), text(&own.message)),
            ("Fix".into(), Field::text(own.fix.as_deref())),
            ("Id".into(), text(&own.id)),
            ("Title".into(), text(own.rule.title)),
            ("Silenced".into(), Field::Flag(silence.is_some())),
            (
                "SilencedUntil".into(),
                Field::text(silence.and_then(|own| own.until.as_deref())),
            ),
            (
                "SilenceReason".into(),
                Field::text(silence.map(|own| own.reason.as_str())),
            ),
        ],
    )
}

/// A change as an object.
pub(super) fn change(own: &Change) -> Record {
    Record::new(
        &CHANGE,
        vec![
            ("Change".into(), text(own.kind.name())),
            ("Service".into(), text(own.service.short_name())),
            ("Parent".into(), text(&own.parent)),
            ("Runtime".into(), Field::text(own.runtime.as_deref())),
            ("Node".into(), Field::text(own.node.as_deref())),
            ("Before".into(), Field::text(own.before.as_deref())),
            ("After".into(), Field::text(own.after.as_deref())),
            ("Message".into(), text(&own.message)),
            ("Id".into(), text(&own.id)),
        ],
    )
}

/// A verdict as an object.
pub(super) fn verdict(index: &Index<'_>, own: &RuntimeVerdict<'_>) -> Record {
    let parent = index.parent(&own.runtime.parent_id);
    Record::new(
        &VERDICT,
        vec![
            ("Verdict".into(), text(own.verdict.name())),
            (
                "Service".into(),
                Field::text(parent.map(|own| own.service.short_name())),
            ),
            (
                "Parent".into(),
                Field::text(parent.map(|own| own.name.as_str())),
            ),
            ("Runtime".into(), text(&own.runtime.name)),
            ("Kind".into(), text(&own.runtime.kind)),
            ("State".into(), Field::text(own.runtime.state.as_deref())),
            (
                "Findings".into(),
                Field::Integer(i64::try_from(own.findings).unwrap_or(i64::MAX)),
            ),
            ("Due".into(), date(own.due)),
            ("Id".into(), text(&own.runtime.id)),
        ],
    )
}
