//! Versions: what expires, what differs, what is not updated.

use std::cmp::Ordering;

use super::{Context, Subject, Told, date, day, fix, minute, span};
use crate::{
    fleet::{
        expiry::{self, Expiry},
        finding::{
            BEHIND_PUSHED, EXPIRES_BEFORE_UPDATE, Finding, UPDATE_DUE, UPDATE_FAILED,
            VERSION_EXPIRED, VERSION_EXPIRES, VERSIONS_DIFFER,
        },
        record::{Node, Runtime},
    },
    runtimes::service::Service,
};

/// Where the newest version is.
const DOWNLOAD: &str = "https://go.microsoft.com/fwlink/?linkid=839822";

pub(super) fn check(context: &Context<'_>, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for node in &subject.runtime.nodes {
        if let Some(expiry) = expiry_of(node) {
            findings.extend(expires(context, subject, node, &expiry));
            findings.extend(before_update(context, subject, node, &expiry));
        }
        findings.extend(failed(subject, node));
    }
    findings.extend(differ(subject));
    findings.extend(behind(subject));
    findings.extend(due(context, subject));
}

/// When the version of a node expires. The first year is the service's word for "no date".
pub(crate) fn expiry_of(node: &Node) -> Option<Expiry> {
    let own = expiry::expiry(node)?;
    if own.at.year() > 1 {
        return Some(own);
    }
    Some(Expiry {
        at: expiry::by_version(node.version.as_deref()?)?,
        estimated: true,
    })
}

/// When the next automatic update comes; nothing where none is expected.
pub(crate) fn next_update(runtime: &Runtime) -> Option<time::OffsetDateTime> {
    let on = runtime
        .auto_update
        .as_deref()
        .is_some_and(|own| own.eq_ignore_ascii_case("On"));
    if !on {
        return None;
    }
    date(runtime.auto_update_eta.as_deref())
        .or_else(|| date(runtime.scheduled_update_date.as_deref()))
}

fn is(text: Option<&str>, word: &str) -> bool {
    text.is_some_and(|own| own.eq_ignore_ascii_case(word))
}

fn estimated(expiry: &Expiry) -> &'static str {
    if expiry.estimated {
        " The service sent no date: this one is estimated from the version."
    } else {
        ""
    }
}

/// "version 5.46.1", or "a version" where it is not known.
fn version(node: &Node) -> String {
    match &node.version {
        Some(version) => format!("version {version}"),
        None => "a version".to_owned(),
    }
}

/// The command that updates, and the sentence for a machine that no command reaches.
fn update(subject: &Subject<'_>, node: &Node) -> (String, Option<String>) {
    let machine = node.machine_name.as_deref().unwrap_or(&node.name);
    let on_machine = || format!(" Install the newest version on machine '{machine}': {DOWNLOAD}");
    if is(node.status.as_deref(), "Offline") {
        // The service reaches no node that is offline.
        return (
            on_machine(),
            Some(fix::prerequisites(subject.service(), &subject.runtime.id)),
        );
    }
    match fix::upgrade(subject.service(), &subject.runtime.id) {
        Some(command) => (String::new(), Some(command)),
        None => (on_machine(), Some(fix::status(&subject.runtime.id))),
    }
}

fn expires(
    context: &Context<'_>,
    subject: &Subject<'_>,
    node: &Node,
    expiry: &Expiry,
) -> Option<Finding> {
    let left = expiry.at - context.now;
    if left > context.options.expires_within {
        return None;
    }
    let who = subject.called_node(node);
    let (hint, command) = update(subject, node);
    let (rule, lead) = if left.is_negative() || left.is_zero() {
        (
            &VERSION_EXPIRED,
            format!(
                "{who} has {}, which expired on {}. An expired node goes offline.",
                version(node),
                day(expiry.at)
            ),
        )
    } else {
        (
            &VERSION_EXPIRES,
            format!(
                "{who} has {}, which expires on {}, in {}. The node then goes offline.",
                version(node),
                day(expiry.at),
                span(left)
            ),
        )
    };
    let message = format!("{lead}{}{hint}", estimated(expiry));
    Some(subject.finding(
        rule,
        Some(node),
        Told::new(message, command).due(Some(expiry.at)),
    ))
}

fn before_update(
    context: &Context<'_>,
    subject: &Subject<'_>,
    node: &Node,
    expiry: &Expiry,
) -> Option<Finding> {
    let update_at = next_update(subject.runtime)?;
    if expiry.at <= context.now || expiry.at >= update_at {
        return None;
    }
    let (hint, command) = update(subject, node);
    let message = format!(
        "{} has {}, which expires on {}. The next automatic update is expected later, on {}.{}{hint}",
        subject.called_node(node),
        version(node),
        day(expiry.at),
        day(update_at),
        estimated(expiry)
    );
    Some(subject.finding(
        &EXPIRES_BEFORE_UPDATE,
        Some(node),
        Told::new(message, command).due(Some(expiry.at)),
    ))
}

fn failed(subject: &Subject<'_>, node: &Node) -> Option<Finding> {
    if !is(node.last_update_result.as_deref(), "Fail") {
        return None;
    }
    let ended = date(node.last_end_update_time.as_deref())
        .or_else(|| date(node.last_start_update_time.as_deref()));
    let when = ended.map_or_else(String::new, |ended| format!(" on {}", minute(ended)));
    let (hint, command) = update(subject, node);
    let message = format!(
        "The last update of node '{}' of {} failed{when}. The node still has {}.{hint}",
        node.name,
        subject.called(),
        version(node)
    );
    Some(subject.finding(
        &UPDATE_FAILED,
        Some(node),
        Told::new(message, command).due(ended),
    ))
}

fn differ(subject: &Subject<'_>) -> Option<Finding> {
    let nodes = &subject.runtime.nodes;
    // Nodes are updated one after another.
    if nodes
        .iter()
        .any(|node| is(node.status.as_deref(), "Upgrading"))
    {
        return None;
    }
    let mut versions: Vec<&str> = nodes
        .iter()
        .filter_map(|node| node.version.as_deref())
        .collect();
    versions.sort_by(|one, other| compare(one, other));
    versions.dedup();
    if versions.len() < 2 {
        return None;
    }
    let each: Vec<String> = nodes
        .iter()
        .filter_map(|node| Some(format!("'{}' has {}", node.name, node.version.as_deref()?)))
        .collect();
    let who = subject.called();
    let message = format!(
        "The nodes of {who} have different versions: {}. Nodes of one integration runtime need the same version.",
        each.join(", ")
    );
    let command = fix::upgrade(subject.service(), &subject.runtime.id)
        .unwrap_or_else(|| fix::status(&subject.runtime.id));
    Some(subject.finding(&VERSIONS_DIFFER, None, Told::new(message, Some(command))))
}

fn behind(subject: &Subject<'_>) -> Option<Finding> {
    let runtime = subject.runtime;
    let pushed = runtime.pushed_version.as_deref()?;
    if !is(runtime.auto_update.as_deref(), "Off") {
        return None;
    }
    let own = oldest(runtime)?;
    if compare(own, pushed) != Ordering::Less {
        return None;
    }
    let who = subject.called();
    let message = format!(
        "Automatic updates are off for {who}. It has version {own}; automatic updates bring version {pushed}."
    );
    let service = subject.service();
    let command =
        fix::auto_update(service, &runtime.id).unwrap_or_else(|| fix::status(&runtime.id));
    let message = match service {
        Service::Purview => {
            format!("{message} Install the newest version on each machine: {DOWNLOAD}")
        }
        Service::DataFactory | Service::Synapse => message,
    };
    Some(subject.finding(&BEHIND_PUSHED, None, Told::new(message, Some(command))))
}

fn due(context: &Context<'_>, subject: &Subject<'_>) -> Option<Finding> {
    let at = next_update(subject.runtime)?;
    let left = at - context.now;
    if left.is_negative() || left > context.options.update_within {
        return None;
    }
    let to = subject
        .runtime
        .pushed_version
        .as_deref()
        .map_or_else(String::new, |version| format!(" to version {version}"));
    let effect = if subject.runtime.nodes.len() == 1 {
        "With one node, nothing runs on it during the update."
    } else {
        "The nodes are updated one after another."
    };
    let message = format!(
        "The automatic update of {}{to} is due on {}. {effect}",
        subject.called(),
        minute(at)
    );
    let command = fix::status(&subject.runtime.id);
    Some(subject.finding(
        &UPDATE_DUE,
        None,
        Told::new(message, Some(command)).due(Some(at)),
    ))
}

/// The oldest version among the nodes, else the one of the integration runtime.
fn oldest(runtime: &Runtime) -> Option<&str> {
    runtime
        .nodes
        .iter()
        .filter_map(|node| node.version.as_deref())
        .min_by(|one, other| compare(one, other))
        .or(runtime.version.as_deref())
}

/// Compares versions by their numbers; a part that is no number counts as its text.
pub(crate) fn compare(one: &str, other: &str) -> Ordering {
    let mut left = one.split('.');
    let mut right = other.split('.');
    loop {
        let (left, right) = match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(left), Some(right)) => (left, right),
        };
        let order = match (left.parse::<u64>(), right.parse::<u64>()) {
            (Ok(left), Ok(right)) => left.cmp(&right),
            _ => left.cmp(right),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}
