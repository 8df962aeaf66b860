//! Role assignments at any scope.

use hyper::Method;
use serde_json::{Map, Value, json};

use super::definitions::{not_found as role_not_found, quoted};
use super::{Call, access, call::group_not_found, paging};
use crate::clock;
use crate::facts::roles;
use crate::wire::{Answer, Refusal, Reply};
use crate::world::directory::PrincipalKind;
use crate::world::{Assignment, Service};

/// Members that a caller may send and that come back as sent.
const KEPT: [&str; 4] = [
    "description",
    "condition",
    "conditionVersion",
    "delegatedManagedIdentityResourceId",
];

/// The assignments that concern `scope`: at it, above it, and, unless `atScope()` is asked for, below it.
pub fn list(call: &Call<'_>, scope: &str) -> Answer {
    check_scope(call, scope)?;
    call.require("Microsoft.Authorization/roleAssignments/read", scope)?;
    let filter = call.request.query("$filter").unwrap_or_default();
    let principal = quoted(filter, "principalId eq ").or_else(|| {
        // assignedTo('…') also finds the assignments of the principal's groups; there are no groups here.
        quoted(&filter.replace("assignedTo(", "assignedTo "), "assignedTo ")
    });
    let only_here = filter.to_ascii_lowercase().contains("atscope()");
    let lower = scope.to_ascii_lowercase();
    let after = paging::after(call.request)?;
    let found = call.world.assignments.iter().filter(|(key, assignment)| {
        let at = assignment.scope.to_ascii_lowercase();
        after.as_ref().is_none_or(|after| *key > after)
            && (access::is_at_or_below(&lower, &at)
                || (!only_here && access::is_at_or_below(&at, &lower)))
            && principal
                .as_ref()
                .is_none_or(|principal| assignment.principal.eq_ignore_ascii_case(principal))
    });
    Ok(paging::page(
        call.request,
        call.world.settings.page_size,
        found,
        |assignment| show(assignment, false),
    ))
}

/// Everything done to one assignment.
pub fn one(call: &mut Call<'_>, scope: &str, name: &str) -> Answer {
    check_scope(call, scope)?;
    let allowed = [Method::GET, Method::PUT, Method::DELETE];
    let verb = call.verb(&allowed, "a role assignment")?;
    let id = format!(
        "{}/providers/Microsoft.Authorization/roleAssignments/{name}",
        scope.trim_end_matches('/')
    );
    call.require(
        &format!("Microsoft.Authorization/roleAssignments/{verb}"),
        &id,
    )?;
    let key = id.to_ascii_lowercase();
    match call.request.method {
        Method::GET => call
            .world
            .assignments
            .get(&key)
            .map(|assignment| Reply::ok(&show(assignment, false)))
            .ok_or_else(|| {
                Refusal::plain(
                    404,
                    "RoleAssignmentNotFound",
                    format!("The role assignment '{name}' is not found."),
                )
            }),
        Method::PUT => put(call, scope, name, key),
        _ => match call.world.assignments.remove(&key) {
            Some(assignment) => {
                call.world.changed = true;
                Ok(Reply::ok(&show(&assignment, false)))
            }
            None => Ok(Reply::empty(204)),
        },
    }
}

fn put(call: &mut Call<'_>, scope: &str, name: &str, key: String) -> Answer {
    if uuid::Uuid::try_parse(name).is_err() {
        return Err(Refusal::plain(
            400,
            "InvalidRoleAssignmentId",
            format!(
                "The role assignment ID '{name}' is not valid. The role assignment ID must be a GUID."
            ),
        ));
    }
    check_scope_exists(call, scope)?;
    let body = call.request.json()?;
    let properties = &body["properties"];
    let text = |name: &str| properties[name].as_str().filter(|text| !text.is_empty());
    let (Some(role), Some(principal)) = (text("roleDefinitionId"), text("principalId")) else {
        return Err(Refusal::plain(
            400,
            "InvalidCreateRoleAssignmentRequest",
            "Parameter 'properties.roleDefinitionId' and 'properties.principalId' are required.",
        ));
    };
    let role = role.rsplit('/').next().unwrap_or(role);
    let role = roles::by_id(role).ok_or_else(|| role_not_found(role))?;
    let kind = check_principal(call, scope, principal, text("principalType"))?;
    let now = clock::now_ms();
    let mut extra = Map::new();
    for member in KEPT {
        if let Some(value) = properties.get(member).filter(|value| !value.is_null()) {
            extra.insert(member.to_owned(), value.clone());
        }
    }
    let same = |assignment: &Assignment| {
        assignment.principal.eq_ignore_ascii_case(principal)
            && assignment.role == role.id
            && assignment.scope.eq_ignore_ascii_case(scope)
    };
    if let Some(existing) = call.world.assignments.get_mut(&key) {
        if !same(existing) {
            return Err(Refusal::plain(
                409,
                "RoleAssignmentUpdateNotPermitted",
                "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.",
            ));
        }
        existing.extra = extra;
        let reply = Reply::ok(&show(existing, false));
        call.world.changed = true;
        return Ok(reply);
    }
    if call.world.assignments.values().any(same) {
        return Err(Refusal::plain(
            409,
            "RoleAssignmentExists",
            "The role assignment already exists.",
        ));
    }
    let assignment = Assignment {
        scope: scope.to_owned(),
        name: name.to_owned(),
        role: role.id.to_owned(),
        principal: principal.to_owned(),
        principal_kind: kind.name().to_owned(),
        extra,
        created: clock::stamp(),
        created_by: call.caller.object_id.clone(),
        effective_ms: now + call.world.settings.role_assignment_delay_seconds * 1000,
    };
    let reply = Reply::json(201, &show(&assignment, true));
    call.world.assignments.insert(key, assignment);
    call.world.changed = true;
    Ok(reply)
}

/// The principal's kind, if the directory knows it already.
fn check_principal(
    call: &Call<'_>,
    scope: &str,
    id: &str,
    kind: Option<&str>,
) -> Result<PrincipalKind, Refusal> {
    let tenant = scope_subscription(scope)
        .and_then(|id| call.world.subscription(id))
        .map_or(&call.caller.tenant, |found| &found.tenant);
    let missing = || {
        Refusal::plain(
            400,
            "PrincipalNotFound",
            format!(
                "Principal {} does not exist in the directory {tenant}. Check that you have the correct principal \
                 ID. If you are creating \
                 this principal and then immediately assigning a role, this error might be related to a replication \
                 delay. In this case, \
                 set the role assignment principalType property to a value, such as ServicePrincipal, User, or \
                 Group.  See \
                 https://aka.ms/docs-principaltype",
                id.replace('-', "")
            ),
        )
    };
    let principal = call
        .world
        .directory
        .principals
        .get(&id.to_ascii_lowercase())
        .ok_or_else(missing)?;
    if principal.tenant != *tenant {
        return Err(missing());
    }
    let known_from = principal.created_ms + call.world.settings.identity_propagation_seconds * 1000;
    match kind {
        Some(kind) if !kind.eq_ignore_ascii_case(principal.kind.name()) => Err(Refusal::plain(
            400,
            "UnmatchedPrincipalType",
            format!(
                "The PrincipalId '{}' has type '{}' , which is different from specified PrinciaplType '{kind}'.",
                id.replace('-', ""),
                principal.kind.name()
            ),
        )),
        // Who says what the principal is need not wait until the directory has spread the news.
        None if principal.created_ms > 0 && known_from > clock::now_ms() => Err(missing()),
        _ => Ok(principal.kind),
    }
}

fn scope_subscription(scope: &str) -> Option<&str> {
    let mut parts = scope.split('/').skip(1);
    parts
        .next()
        .filter(|kind| kind.eq_ignore_ascii_case("subscriptions"))?;
    parts.next()
}

/// Refuses subscriptions that are not there or another tenant's.
fn check_scope(call: &Call<'_>, scope: &str) -> Result<(), Refusal> {
    scope_subscription(scope).map_or(Ok(()), |id| call.subscription(id).map(|_| ()))
}

/// Refuses to give a role at something that does not exist.
fn check_scope_exists(call: &Call<'_>, scope: &str) -> Result<(), Refusal> {
    let parts: Vec<&str> = scope.split('/').skip(1).collect();
    let (Some(subscription), Some(group)) = (parts.get(1), parts.get(3)) else {
        return Ok(());
    };
    call.group(subscription, group)
        .map_err(|_| group_not_found(group))?;
    if parts.len() < 8 {
        return Ok(());
    }
    // Resources of other providers are not kept here, and scripts give roles on them: they count as there.
    if parts
        .get(5)
        .is_none_or(|namespace| Service::of(namespace).is_none())
    {
        return Ok(());
    }
    let key = scope.to_ascii_lowercase();
    let found = match parts.len() {
        8 => call.world.parents.contains_key(&key),
        _ => call.world.runtime(&key).is_some(),
    };
    if found {
        return Ok(());
    }
    Err(Refusal::gateway(
        404,
        "ResourceNotFound",
        format!(
            "The Resource '{}' under resource group '{group}' was not found. For more details please go to \
             https://aka.ms/ARMResourceNotFoundFix",
            parts[5..].join("/")
        ),
    ))
}

/// The assignment as a resource. The answer to its creation does not name its creator.
pub fn show(assignment: &Assignment, fresh: bool) -> Value {
    let subscription = scope_subscription(&assignment.scope)
        .map(|id| format!("/subscriptions/{id}"))
        .unwrap_or_default();
    let role = format!(
        "{subscription}/providers/Microsoft.Authorization/roleDefinitions/{}",
        assignment.role
    );
    let created_by = if fresh {
        Value::Null
    } else {
        assignment.created_by.clone().into()
    };
    let mut properties = json!({
        "roleDefinitionId": role,
        "principalId": assignment.principal,
        "principalType": assignment.principal_kind,
        "scope": assignment.scope,
        "createdOn": assignment.created,
        "updatedOn": assignment.created,
        "createdBy": created_by,
        "updatedBy": assignment.created_by,
    });
    for (name, value) in &assignment.extra {
        properties[name] = value.clone();
    }
    json!({
        "properties": properties,
        "id": assignment.id(),
        "type": "Microsoft.Authorization/roleAssignments",
        "name": assignment.name,
    })
}
