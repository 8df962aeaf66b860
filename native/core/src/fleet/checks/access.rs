//! What could not be read: with the action that is missing and the least role that has it.

use super::{Context, fix, last_segment, links, service_of, shown};
use crate::fleet::{
    finding::{Finding, NOT_READABLE},
    record::{Asked, Unreadable},
    rights,
};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for unreadable in &context.fleet.unreadable {
        if !links::is_about_owner(context, unreadable) {
            findings.push(not_readable(context, unreadable));
        }
    }
}

fn not_readable(context: &Context<'_>, unreadable: &Unreadable) -> Finding {
    let Unreadable {
        what,
        id,
        status,
        code,
        message,
        ..
    } = unreadable;
    let runtime = context.index.runtime(id);
    let parent = match runtime {
        Some(runtime) => context.index.parent(&runtime.parent_id),
        None => context.index.parent(id),
    };
    let service = parent.map_or_else(|| service_of(id), |parent| parent.service);
    let name = last_segment(id);
    let parent_name = match (parent, what) {
        (Some(parent), _) => &parent.name,
        (None, Asked::Runtimes) => name,
        (None, Asked::Status) => owner_segment(id),
        _ => "",
    };
    let subject = match what {
        Asked::Parents => {
            format!(
                "The data factories, workspaces and accounts of subscription '{name}' could not be read."
            )
        }
        Asked::Runtimes => format!(
            "The integration runtimes of {} '{name}' could not be listed.",
            service.parent()
        ),
        Asked::Status => format!(
            "The status of integration runtime '{name}' of {} '{}' could not be read.",
            service.parent(),
            parent_name
        ),
        Asked::Grants => format!("The role assignments of '{id}' could not be read."),
    };
    let answer = match (status, code) {
        (Some(status), Some(code)) => format!(" The service answered {status} ({code})."),
        (Some(status), None) => format!(" The service answered {status}."),
        (None, _) => String::new(),
    };
    let right = match rights::sentences(unreadable, parent_name) {
        own if own.is_empty() => own,
        own => format!(" {own}"),
    };
    // A refusal for lack of rights says no more than the action.
    let words = if right.is_empty() && !message.trim().is_empty() {
        format!(" {}", message.trim())
    } else {
        String::new()
    };
    let command = rights::command(unreadable).unwrap_or_else(|| match what {
        Asked::Parents => format!("Get-AzSubscription -SubscriptionId {}", fix::quote(name)),
        Asked::Status => fix::status(id),
        Asked::Runtimes | Asked::Grants => fix::list(id),
    });
    Finding {
        rule: &NOT_READABLE,
        severity: NOT_READABLE.severity,
        service,
        parent: shown(parent_name),
        runtime: (*what == Asked::Status).then(|| shown(name)),
        node: None,
        due: None,
        message: shown(&format!("{subject}{answer}{right}{words}")),
        fix: Some(command),
        id: id.clone(),
        silenced: None,
    }
}

/// The name of the parent in the id of an integration runtime.
fn owner_segment(id: &str) -> &str {
    id.trim_end_matches('/')
        .rsplit('/')
        .nth(2)
        .unwrap_or_default()
}
