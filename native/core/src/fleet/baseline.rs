//! What has changed since an earlier survey.
//!
//! What one of both surveys did not read is no change: a factory whose list was refused has lost nothing.

use std::collections::{HashMap, HashSet};

use super::{
    checks::Index,
    record::{Fleet, Link, Node, Parent, Runtime},
};
use crate::{present::visible, runtimes::service::Service};

/// The kind of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It was not there before.
    New,
    /// It is not there any more.
    Gone,
    /// An integration runtime is of another kind, or linked to another one.
    Kind,
    /// The state of an integration runtime, or the status of a node.
    State,
    /// The version of a node, or automatic updates.
    Version,
    /// A link to a shared integration runtime.
    Links,
}

impl ChangeKind {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "New",
            Self::Gone => "Gone",
            Self::Kind => "Kind",
            Self::State => "State",
            Self::Version => "Version",
            Self::Links => "Links",
        }
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The kind.
    pub kind: ChangeKind,
    /// The service.
    pub service: Service,
    /// The name of the factory, workspace or account.
    pub parent: String,
    /// The name of the integration runtime; nothing for a change of its parent.
    pub runtime: Option<String>,
    /// The name of the node; nothing for a change of the integration runtime.
    pub node: Option<String>,
    /// How it was; nothing for what is new.
    pub before: Option<String>,
    /// How it is; nothing for what is gone.
    pub after: Option<String>,
    /// The change in words, with the names.
    pub message: String,
    /// The resource id.
    pub id: String,
}

/// Compares two surveys. `alike` says whether both had the same selection: else what is in one of both only is no
/// change.
#[must_use]
pub fn compare(before: &Fleet, after: &Fleet, alike: bool) -> Vec<Change> {
    let comparison = Comparison {
        before: Index::new(before),
        after: Index::new(after),
        whole: alike && before.is_whole() && after.is_whole(),
        narrowed: !alike || before.narrowed || after.narrowed,
        refused: after
            .unreadable
            .iter()
            .map(|own| own.id.to_ascii_lowercase())
            .collect(),
    };
    let mut changes = Vec::new();
    comparison.parents(before, after, &mut changes);
    for runtime in &after.runtimes {
        comparison.runtime(runtime, &mut changes);
    }
    for runtime in &before.runtimes {
        comparison.gone(runtime, &mut changes);
    }
    changes
}

struct Comparison<'f> {
    before: Index<'f>,
    after: Index<'f>,
    /// Whether a parent that one survey lacks is new or gone.
    whole: bool,
    /// Whether an integration runtime that one survey lacks may exist all the same.
    narrowed: bool,
    /// The ids in lower case of what the later survey could not read.
    refused: HashSet<String>,
}

impl Comparison<'_> {
    fn parents(&self, before: &Fleet, after: &Fleet, changes: &mut Vec<Change>) {
        if !self.whole {
            return;
        }
        for parent in &after.parents {
            if self.before.parent(&parent.id).is_none() {
                changes.push(of_parent(ChangeKind::New, parent));
            }
        }
        for parent in &before.parents {
            let subscription = format!(
                "/subscriptions/{}",
                parent.subscription_id.to_ascii_lowercase()
            );
            if self.after.parent(&parent.id).is_none() && !self.refused.contains(&subscription) {
                changes.push(of_parent(ChangeKind::Gone, parent));
            }
        }
    }

    fn runtime(&self, now: &Runtime, changes: &mut Vec<Change>) {
        let Some(parent) = self.after.parent(&now.parent_id) else {
            return;
        };
        let Some(was) = self.before.runtime(&now.id) else {
            // That of a new parent is new as well; that of one which was not listed is not known to be.
            let known = match self.before.parent(&now.parent_id) {
                Some(before) => before.listed && !self.narrowed,
                None => self.whole,
            };
            if known {
                changes.push(of_runtime(
                    ChangeKind::New,
                    parent,
                    now,
                    None,
                    Some(&describe(now)),
                ));
            }
            return;
        };
        if !was.kind.eq_ignore_ascii_case(&now.kind)
            || !is_same(was.linked_to.as_ref(), now.linked_to.as_ref())
        {
            let (before, after) = (Some(describe(was)), Some(describe(now)));
            changes.push(of_runtime(
                ChangeKind::Kind,
                parent,
                now,
                before.as_deref(),
                after.as_deref(),
            ));
            return;
        }
        if !was.has_status || !now.has_status {
            return;
        }
        if !is_same(was.state.as_ref(), now.state.as_ref()) {
            changes.push(of_runtime(
                ChangeKind::State,
                parent,
                now,
                was.state.as_deref(),
                now.state.as_deref(),
            ));
        }
        if !is_same(was.auto_update.as_ref(), now.auto_update.as_ref()) {
            let say = |own: &Runtime| {
                own.auto_update
                    .as_ref()
                    .map(|own| format!("automatic updates {own}"))
            };
            changes.push(of_runtime(
                ChangeKind::Version,
                parent,
                now,
                say(was).as_deref(),
                say(now).as_deref(),
            ));
        }
        nodes(parent, was, now, changes);
        links(parent, was, now, changes);
    }

    fn gone(&self, was: &Runtime, changes: &mut Vec<Change>) {
        if self.narrowed || self.after.runtime(&was.id).is_some() {
            return;
        }
        let Some(before) = self.before.parent(&was.parent_id) else {
            return;
        };
        let subscription = format!(
            "/subscriptions/{}",
            before.subscription_id.to_ascii_lowercase()
        );
        let known = match self.after.parent(&was.parent_id) {
            Some(parent) => parent.listed,
            None => self.whole && !self.refused.contains(&subscription),
        };
        if known {
            changes.push(of_runtime(
                ChangeKind::Gone,
                before,
                was,
                Some(&describe(was)),
                None,
            ));
        }
    }
}

fn nodes(parent: &Parent, was: &Runtime, now: &Runtime, changes: &mut Vec<Change>) {
    let by_name = |nodes: &'_ [Node]| -> HashMap<String, usize> {
        nodes
            .iter()
            .enumerate()
            .map(|(at, node)| (node.name.to_lowercase(), at))
            .collect()
    };
    let (old, new) = (by_name(&was.nodes), by_name(&now.nodes));
    for node in &now.nodes {
        let Some(before) = old.get(&node.name.to_lowercase()).map(|at| &was.nodes[*at]) else {
            changes.push(of_node(
                ChangeKind::New,
                parent,
                now,
                node,
                None,
                node.version.as_deref(),
            ));
            continue;
        };
        for (kind, before, after) in [
            (ChangeKind::State, &before.status, &node.status),
            (ChangeKind::Version, &before.version, &node.version),
        ] {
            if !is_same(before.as_ref(), after.as_ref()) {
                changes.push(of_node(
                    kind,
                    parent,
                    now,
                    node,
                    before.as_deref(),
                    after.as_deref(),
                ));
            }
        }
    }
    for node in &was.nodes {
        if !new.contains_key(&node.name.to_lowercase()) {
            changes.push(of_node(
                ChangeKind::Gone,
                parent,
                now,
                node,
                node.version.as_deref(),
                None,
            ));
        }
    }
}

fn links(parent: &Parent, was: &Runtime, now: &Runtime, changes: &mut Vec<Change>) {
    let called = |link: &Link| {
        format!(
            "{}/{}",
            link.data_factory_name.as_deref().unwrap_or("?"),
            link.name.as_deref().unwrap_or("?")
        )
    };
    let key = |link: &Link| {
        let subscription = link.subscription_id.as_deref().unwrap_or_default();
        format!("{subscription}/{}", called(link)).to_lowercase()
    };
    let (old, new): (HashSet<String>, HashSet<String>) = (
        was.links.iter().map(key).collect(),
        now.links.iter().map(key).collect(),
    );
    for link in now.links.iter().filter(|link| !old.contains(&key(link))) {
        changes.push(of_runtime(
            ChangeKind::Links,
            parent,
            now,
            None,
            Some(&called(link)),
        ));
    }
    for link in was.links.iter().filter(|link| !new.contains(&key(link))) {
        changes.push(of_runtime(
            ChangeKind::Links,
            parent,
            now,
            Some(&called(link)),
            None,
        ));
    }
}

fn is_same(one: Option<&String>, other: Option<&String>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
        (None, None) => true,
        _ => false,
    }
}

/// The kind, and the owner of a linked one.
fn describe(runtime: &Runtime) -> String {
    match &runtime.linked_to {
        Some(owner) => format!("{} to '{owner}'", runtime.kind),
        None => runtime.kind.clone(),
    }
}

fn of_parent(kind: ChangeKind, parent: &Parent) -> Change {
    let who = format!("{} '{}'", parent.service.parent(), parent.name);
    let message = match kind {
        ChangeKind::Gone => format!("The {who} is gone."),
        _ => format!("The {who} is new."),
    };
    change(kind, parent, &parent.id, &message)
}

fn of_runtime(
    kind: ChangeKind,
    parent: &Parent,
    runtime: &Runtime,
    before: Option<&str>,
    after: Option<&str>,
) -> Change {
    let who = format!(
        "integration runtime '{}' of {} '{}'",
        runtime.name,
        parent.service.parent(),
        parent.name
    );
    let (was, is) = (or_nothing(before), or_nothing(after));
    let message = match (kind, before, after) {
        (ChangeKind::New, ..) => format!("The {who} is new."),
        (ChangeKind::Gone, ..) => format!("The {who} is gone."),
        (ChangeKind::Links, None, Some(link)) => format!("'{link}' is linked to {who} now."),
        (ChangeKind::Links, ..) => format!("'{was}' is no longer linked to {who}."),
        _ => format!("The {who} was {was} and is {is}."),
    };
    Change {
        runtime: Some(shown(&runtime.name)),
        before: before.map(shown),
        after: after.map(shown),
        ..change(kind, parent, &runtime.id, &message)
    }
}

fn of_node(
    kind: ChangeKind,
    parent: &Parent,
    runtime: &Runtime,
    node: &Node,
    before: Option<&str>,
    after: Option<&str>,
) -> Change {
    let who = format!(
        "node '{}' of integration runtime '{}' of {} '{}'",
        node.name,
        runtime.name,
        parent.service.parent(),
        parent.name
    );
    let (was, is) = (or_nothing(before), or_nothing(after));
    let message = match kind {
        ChangeKind::New => format!("The {who} is new."),
        ChangeKind::Gone => format!("The {who} is gone."),
        ChangeKind::Version => format!("The {who} had version {was} and has version {is}."),
        _ => format!("The {who} was {was} and is {is}."),
    };
    Change {
        runtime: Some(shown(&runtime.name)),
        node: Some(shown(&node.name)),
        before: before.map(shown),
        after: after.map(shown),
        ..change(kind, parent, &runtime.id, &message)
    }
}

fn change(kind: ChangeKind, parent: &Parent, id: &str, message: &str) -> Change {
    Change {
        kind,
        service: parent.service,
        parent: shown(&parent.name),
        runtime: None,
        node: None,
        before: None,
        after: None,
        message: shown(message),
        id: id.to_owned(),
    }
}

fn or_nothing(text: Option<&str>) -> &str {
    text.unwrap_or("unknown")
}

/// A name or text of a service, as a terminal may show it.
fn shown(text: &str) -> String {
    visible::visible(text).into_owned()
}
