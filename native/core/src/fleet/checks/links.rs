//! Links: owners that are gone or refuse, links that lead nowhere, and their limit.

use super::{Context, Subject, Told, fix, last_segment};
use crate::fleet::{
    finding::{Finding, LINK_DANGLES, LINK_UNLISTED, MANY_LINKS, OWNER_MISSING, OWNER_REFUSES},
    record::{Asked, Link, Unreadable},
};

/// How many links one shared integration runtime may have, and from which number on that is near.
/// <https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits>
const MOST: usize = 100;
const MANY: usize = 90;

pub(super) fn check(context: &Context<'_>, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    findings.extend(owner(context, subject));
    findings.extend(many(subject));
    if context.fleet.narrowed {
        // The linked integration runtimes were perhaps not asked for.
        return;
    }
    for link in &subject.runtime.links {
        findings.extend(dangles(context, subject, link));
    }
}

/// What a refused status says about the owner of a linked integration runtime.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Missing,
    Refuses,
}

/// Whether something that could not be read is the status of a linked integration runtime whose owner is the reason.
pub(super) fn is_about_owner(context: &Context<'_>, unreadable: &Unreadable) -> bool {
    unreadable.what == Asked::Status
        && context
            .index
            .runtime(&unreadable.id)
            .is_some_and(|runtime| runtime.linked_to.is_some())
        && verdict(unreadable).is_some()
}

fn verdict(unreadable: &Unreadable) -> Option<Owner> {
    let code = unreadable.code.as_deref().unwrap_or_default();
    // The caller's own rights are not the owner's.
    if code.eq_ignore_ascii_case("AuthorizationFailed") {
        return None;
    }
    match unreadable.status? {
        404 => Some(Owner::Missing),
        401 | 403 => Some(Owner::Refuses),
        _ if code.eq_ignore_ascii_case("UnauthorizedIntegrationRuntimeAccess") => {
            Some(Owner::Refuses)
        }
        _ => None,
    }
}

fn owner(context: &Context<'_>, subject: &Subject<'_>) -> Option<Finding> {
    let runtime = subject.runtime;
    let owner = runtime.linked_to.as_deref()?;
    let refused = context
        .statuses
        .get(&runtime.id.to_ascii_lowercase())
        .and_then(|own| verdict(own));
    let denied = runtime
        .state
        .as_deref()
        .is_some_and(|state| state.eq_ignore_ascii_case("AccessDenied"));
    let found = match refused {
        None if denied => Owner::Refuses,
        None => return unlisted(context, subject, owner),
        Some(other) => other,
    };
    let name = last_segment(owner);
    let who = subject.called();
    Some(match found {
        Owner::Missing => {
            let message = format!(
                "Linked {who} refers to '{name}', which does not exist. Everything on it fails. Link it to another \
                 one, or remove it. Its owner was '{owner}'."
            );
            let command = fix::status(&runtime.id);
            subject.finding(&OWNER_MISSING, None, Told::new(message, Some(command)))
        }
        Owner::Refuses => {
            let identity = match &runtime.link_credential {
                Some(credential) => format!("the identity of credential '{credential}'"),
                None => "the managed identity".to_owned(),
            };
            let message = format!(
                "Linked {who} may not use '{name}'. Grant {identity} of {} '{}' the role 'Contributor' on the shared \
                 integration runtime.",
                subject.service().parent(),
                subject.parent_name()
            );
            let command = match subject
                .parent
                .and_then(|parent| runtime.link_principal(parent))
            {
                Some(principal) => format!(
                    "New-AzRoleAssignment -ObjectId {} -RoleDefinitionName 'Contributor' -Scope {}",
                    fix::quote(principal),
                    fix::quote(owner)
                ),
                None => fix::grant("Contributor", owner),
            };
            subject.finding(&OWNER_REFUSES, None, Told::new(message, Some(command)))
        }
    })
}

/// A linked integration runtime that the shared one, which is in view, does not list.
fn unlisted(context: &Context<'_>, subject: &Subject<'_>, owner: &str) -> Option<Finding> {
    let owner = context
        .index
        .runtime(owner)
        .filter(|owner| owner.has_status)?;
    let parent = subject.parent?;
    let is_here = |link: &Link| {
        let is = |text: &Option<String>, own: &str| {
            text.as_deref()
                .is_none_or(|text| text.eq_ignore_ascii_case(own))
        };
        is(&link.name, &subject.runtime.name)
            && is(&link.data_factory_name, &parent.name)
            && is(&link.subscription_id, &parent.subscription_id)
    };
    if owner.links.iter().any(is_here) {
        return None;
    }
    let message = format!(
        "Linked {} refers to '{}', which does not list it. Activities on it may fail. Run the command: its status says \
         whether the shared integration runtime accepts it.",
        subject.called(),
        owner.name
    );
    let command = fix::status(&subject.runtime.id);
    Some(subject.finding(&LINK_UNLISTED, None, Told::new(message, Some(command))))
}

fn many(subject: &Subject<'_>) -> Option<Finding> {
    let links = subject.runtime.links.len();
    if links < MANY {
        return None;
    }
    let message = format!(
        "{links} integration runtimes are linked to {}. The limit is {MOST}. Share another integration runtime for \
         further links.",
        subject.called()
    );
    let command = fix::status(&subject.runtime.id);
    Some(subject.finding(&MANY_LINKS, None, Told::new(message, Some(command))))
}

/// A link whose factory was listed, and has no such linked integration runtime.
fn dangles(context: &Context<'_>, subject: &Subject<'_>, link: &Link) -> Option<Finding> {
    let (factory, subscription, name) = (
        link.data_factory_name.as_deref()?,
        link.subscription_id.as_deref()?,
        link.name.as_deref()?,
    );
    let parent = context
        .index
        .by_name(subject.service(), subscription, factory)
        .filter(|parent| parent.listed)?;
    let id = format!("{}/integrationRuntimes/{name}", parent.id);
    let leads_here = |target: &str| {
        target
            .trim_end_matches('/')
            .eq_ignore_ascii_case(&subject.runtime.id)
    };
    match context.index.runtime(&id) {
        // A link by key names no owner.
        Some(runtime) if runtime.linked_to.as_deref().is_none_or(leads_here) => return None,
        _ => {}
    }
    let message = format!(
        "{} '{factory}' has no integration runtime '{name}' that is linked to {}, though the latter lists it.",
        super::nodes::first_upper(subject.service().parent()),
        subject.called()
    );
    let command = fix::list(&parent.id);
    Some(subject.finding(&LINK_DANGLES, None, Told::new(message, Some(command))))
}
