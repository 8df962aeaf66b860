//! Long-running operations on workspaces and accounts, and on the runtimes of a workspace.

use serde_json::{Value, json};

use super::show;
use crate::arm::{Call, operations::paced};
use crate::clock;
use crate::random;
use crate::runtimes::{
    self, Place,
    operations::{PACE, message},
};
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Operation, OperationKind, Parent};

/// Keeps what a put or patch made, which is ready when the operation ends.
pub fn put(call: &mut Call<'_>, place: &Place, mut parent: Parent, status: u16) -> Reply {
    let due_ms = runtimes::operations::due_ms(call);
    parent.ready_at = Some(due_ms);
    parent.etag = random::etag();
    let body = show(call, &parent);
    call.world.parents.insert(place.parent_key.clone(), parent);
    let kind = OperationKind::PutParent(place.parent_key.clone());
    begin(call, place, kind, due_ms, Reply::json(status, &body))
}

/// Begins the deletion.
pub fn delete(call: &mut Call<'_>, place: &Place) -> Answer {
    call.group(&place.subscription, &place.group)?;
    let due_ms = runtimes::operations::due_ms(call);
    let Some(parent) = call.world.parents.get_mut(&place.parent_key) else {
        return Ok(Reply::empty(204));
    };
    let due_ms = *parent.deleted_at.get_or_insert(due_ms);
    let kind = OperationKind::DeleteParent(place.parent_key.clone());
    Ok(begin(call, place, kind, due_ms, Reply::empty(202)))
}

fn begin(
    call: &mut Call<'_>,
    place: &Place,
    kind: OperationKind,
    due_ms: u64,
    reply: Reply,
) -> Reply {
    let token = random::guid();
    call.world.operations.insert(
        token.clone(),
        Operation {
            kind,
            due_ms,
            failure: None,
        },
    );
    call.world.changed = true;
    let begun = reply
        .with(
            "azure-asyncoperation",
            &address(call, place, "operationStatuses", &token),
        )
        .with(
            "location",
            &address(call, place, "operationResults", &token),
        );
    paced(begun, &call.world.settings, PACE)
}

fn address(call: &Call<'_>, place: &Place, what: &str, token: &str) -> String {
    format!(
        "{}{}/{what}/{token}?api-version={}",
        call.request.origin,
        place.parent_path(),
        place.version
    )
}

/// Refuses to change what is still being changed.
///
/// # Errors
///
/// `Conflict`; the services' own words are not recorded.
pub fn check_settled(parent: Option<&Parent>) -> Result<(), Refusal> {
    let Some(parent) = parent else { return Ok(()) };
    if parent.ready_at.is_none() && parent.deleted_at.is_none() {
        return Ok(());
    }
    Err(Refusal::plain(
        409,
        "Conflict",
        format!(
            "The {} '{}' is being changed. Try again when that has ended.",
            parent.service.noun(),
            parent.name
        ),
    ))
}

/// The provisioning state; `making` while it is made or changed.
pub fn state(parent: &Parent, making: &'static str) -> &'static str {
    match (parent.deleted_at, parent.ready_at) {
        (Some(_), _) => "Deleting",
        (None, Some(_)) => making,
        (None, None) => "Succeeded",
    }
}

fn find<'a>(call: &'a Call<'_>, place: &Place, id: &str) -> Result<&'a Operation, Refusal> {
    let within = format!("{}/", place.parent_key);
    let is_here = |kind: &OperationKind| match kind {
        OperationKind::PutParent(key) | OperationKind::DeleteParent(key) => {
            *key == place.parent_key
        }
        OperationKind::PutRuntime(key) | OperationKind::DeleteRuntime(key) => {
            key.starts_with(&within)
        }
        _ => false,
    };
    call.world
        .operations
        .get(id)
        .filter(|operation| is_here(&operation.kind))
        .ok_or_else(|| {
            Refusal::plain(
                404,
                "OperationNotFound",
                format!("The operation '{id}' could not be found."),
            )
        })
}

/// How an operation is doing.
pub fn status(call: &Call<'_>, place: &Place, id: &str) -> Answer {
    place.enter(call, "read")?;
    let operation = find(call, place, id)?;
    let (state, error) = match &operation.failure {
        _ if operation.due_ms > clock::now_ms() => ("InProgress", Value::Null),
        None => ("Succeeded", Value::Null),
        Some(code) => ("Failed", json!({ "code": code, "message": message(code) })),
    };
    let mut body = json!({
        "id": format!("{}/operationStatuses/{id}", place.parent_path()),
        "name": id,
        "status": state,
    });
    if !error.is_null() {
        body["error"] = error;
    }
    let reply = Reply::ok(&body);
    Ok(match state {
        "InProgress" => paced(reply, &call.world.settings, PACE),
        _ => reply,
    })
}

/// Returns the result of an operation.
pub fn result(call: &Call<'_>, place: &Place, id: &str) -> Answer {
    place.enter(call, "read")?;
    let operation = find(call, place, id)?;
    if operation.due_ms > clock::now_ms() {
        let location = format!("{}{}", call.request.origin, call.request.target);
        let running = Reply::empty(202).with("location", &location);
        return Ok(paced(running, &call.world.settings, PACE));
    }
    match (&operation.kind, &operation.failure) {
        (kind, Some(code)) => {
            let name = kind.runtime().and_then(|key| key.rsplit('/').next());
            let place = place.at_runtime(name.unwrap_or_default());
            Err(place.refuse(400, code.clone(), message(code)))
        }
        (OperationKind::PutRuntime(key), None) => {
            let (_, runtime) = call.world.runtime(key).ok_or_else(|| {
                place
                    .at_runtime(key.rsplit('/').next().unwrap_or_default())
                    .not_found()
            })?;
            Ok(Reply::ok(&runtimes::show(place, runtime)))
        }
        (OperationKind::PutParent(_), None) => Ok(Reply::ok(&show(call, place.parent(call)?))),
        _ => Ok(Reply::empty(200)),
    }
}
