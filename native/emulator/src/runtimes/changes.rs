//! How Synapse creates, changes and deletes a runtime: 202 with a record of the change, and the runtime when the
//! operation has ended.

use serde_json::{Value, json};

use super::operations::{PACE, due_ms, failure};
use super::place::Place;
use crate::arm::{Call, operations::paced};
use crate::clock;
use crate::random;
use crate::wire::Reply;
use crate::world::{Change, Operation, OperationKind, Runtime};

/// When a deletion was begun, as it was recorded: never, and in no zone.
const NEVER: &str = "0001-01-01T00:00:00";

/// Begins to put `runtime` in the place, or to delete what is there when there is none; `state` is the record's.
pub fn begin(
    call: &mut Call<'_>,
    place: &Place,
    runtime: Option<Runtime>,
    state: &'static str,
) -> Reply {
    let key = place.runtime_key();
    let kind = if runtime.is_some() {
        OperationKind::PutRuntime(key)
    } else {
        OperationKind::DeleteRuntime(key)
    };
    let due_ms = due_ms(call);
    let failure = failure(call, &kind);
    let token = random::guid();
    let stamp = if runtime.is_some() {
        clock::stamp()
    } else {
        NEVER.to_owned()
    };
    let record = record(call, place, &token, state, &stamp);
    if failure.is_none()
        && let Some(parent) = call.world.parents.get_mut(&place.parent_key)
    {
        let change = Change { due_ms, runtime };
        parent
            .pending
            .insert(place.runtime.to_ascii_lowercase(), change);
        // What is due at once happens at once.
        call.world.settle();
    }
    call.world.operations.insert(
        token.clone(),
        Operation {
            kind,
            due_ms,
            failure,
        },
    );
    call.world.changed = true;
    let location = format!(
        "{}{}/operationResults/{token}?api-version={}",
        call.request.origin,
        place.parent_path(),
        place.version
    );
    let begun = Reply::json(202, &record).with("location", &location);
    paced(begun, &call.world.settings, PACE)
}

/// The record of a change, in the casing of the path and not in that of the runtime's own id.
fn record(call: &Call<'_>, place: &Place, token: &str, state: &str, stamp: &str) -> Value {
    json!({
        "id": format!("{}/integrationRuntimes/{}", place.parent_path(), place.runtime),
        "recordId": call.world.operations.len() + 1,
        "state": state,
        "created": stamp,
        "changed": stamp,
        "type": "IntegrationRuntime",
        "name": place.runtime,
        "operationId": token,
        "artifactId": random::guid(),
    })
}
