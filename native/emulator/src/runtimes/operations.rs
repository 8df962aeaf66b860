//! Long-running operations of a runtime: 202 with two addresses, a status to poll, and a result.

use serde_json::{Value, json};

use super::place::Place;
use super::{catalog, documents, status};
use crate::arm::{Call, operations::paced};
use crate::clock;
use crate::random;
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Operation, OperationKind, Service};

/// The most seconds between two questions. The provider was recorded naming none, and clients then wait 15 to 30.
pub const PACE: u64 = 1;

/// The pace that the answer to a start or stop names where operations take as long as Azure's.
const REAL_PACE: u64 = 15;

/// When an operation that begins now ends, in milliseconds.
pub fn due_ms(call: &Call<'_>) -> u64 {
    clock::now_ms() + call.world.settings.operation_seconds * 1000
}

/// The error code that an operation of this kind is to end with, if it is to fail.
pub fn failure(call: &Call<'_>, kind: &OperationKind) -> Option<String> {
    let settings = &call.world.settings;
    match kind {
        OperationKind::StartRuntime(_) => settings.start_failure.clone(),
        _ => settings.operation_failure.clone(),
    }
}

/// Writes the operation down, and says where its status and its result will be.
pub fn begin(
    call: &mut Call<'_>,
    place: &Place,
    kind: OperationKind,
    due_ms: u64,
    failure: Option<String>,
) -> Reply {
    let token = random::hex32();
    let action = kind.action();
    let is_lifecycle = matches!(
        kind,
        OperationKind::StartRuntime(_) | OperationKind::StopRuntime(_)
    );
    let seconds = if is_lifecycle && call.world.settings.operation_seconds >= REAL_PACE {
        REAL_PACE
    } else {
        PACE
    };
    call.world.operations.insert(
        token.clone(),
        Operation {
            kind,
            due_ms,
            failure,
        },
    );
    call.world.changed = true;
    let version = call.request.query("api-version").unwrap_or_default();
    let at = |what: &str| {
        format!(
            "{}{}/{action}/{what}/{token}?api-version={version}",
            call.request.origin,
            place.runtime_id(&place.runtime)
        )
    };
    let begun = Reply::empty(202)
        .with("azure-asyncoperation", &at("operationstatuses"))
        .with("location", &at("operationresults"));
    paced(begun, &call.world.settings, seconds)
}

fn find<'a>(
    call: &'a Call<'_>,
    place: &Place,
    action: &str,
    id: &str,
) -> Result<&'a Operation, Refusal> {
    let key = place.runtime_key();
    call.world
        .operations
        .get(id)
        .filter(|operation| {
            operation.kind.runtime() == Some(&key)
                && operation.kind.action().eq_ignore_ascii_case(action)
        })
        .ok_or_else(|| place.not_found())
}

/// How an operation is doing.
pub fn status(call: &mut Call<'_>, place: &Place, action: &str, id: &str) -> Answer {
    place.enter(call, "integrationRuntimes/read")?;
    super::settle(call, place);
    place.runtime(call)?;
    let operation = find(call, place, action, id)?;
    let state = state(operation);
    let (properties, error) = match state {
        State::InProgress => (Value::Null, Value::Null),
        State::Failed(code) => (Value::Null, error(place, &operation.kind, code)),
        State::Succeeded => (outcome(call, place, &operation.kind)?, Value::Null),
    };
    let reply = Reply::ok(&json!({
        "status": state.name(), "name": id, "properties": properties, "error": error,
    }));
    Ok(match state {
        State::InProgress => paced(reply, &call.world.settings, PACE),
        _ => reply,
    })
}

/// Returns the result of an operation.
pub fn result(call: &mut Call<'_>, place: &Place, action: &str, id: &str) -> Answer {
    place.enter(call, "integrationRuntimes/read")?;
    super::settle(call, place);
    place.runtime(call)?;
    let operation = find(call, place, action, id)?;
    match state(operation) {
        State::InProgress => {
            let running = Reply::empty(202).with(
                "location",
                &format!("{}{}", call.request.origin, call.request.target),
            );
            Ok(paced(running, &call.world.settings, PACE))
        }
        State::Failed(code) => Err(place.refuse(400, code.to_owned(), message(code))),
        State::Succeeded => Ok(match &operation.kind {
            // The specification's example has the status itself for the result.
            OperationKind::RefreshMetadata(_) => Reply::ok(&json!({
                "status": "Succeeded", "name": id, "properties": null, "error": null,
            })),
            kind => match outcome(call, place, kind)? {
                Value::Null => Reply::empty(200),
                outcome => Reply::ok(&outcome),
            },
        }),
    }
}

enum State<'a> {
    InProgress,
    Succeeded,
    Failed(&'a str),
}

impl State<'_> {
    fn name(&self) -> &'static str {
        match self {
            Self::InProgress => "InProgress",
            Self::Succeeded => "Succeeded",
            Self::Failed(_) => "Failed",
        }
    }
}

fn state(operation: &Operation) -> State<'_> {
    match &operation.failure {
        _ if operation.due_ms > clock::now_ms() => State::InProgress,
        Some(code) => State::Failed(code),
        None => State::Succeeded,
    }
}

/// What an operation that succeeded has to show; null for one that has nothing.
fn outcome(call: &Call<'_>, place: &Place, kind: &OperationKind) -> Result<Value, Refusal> {
    let (parent, runtime) = place.runtime(call)?;
    Ok(match kind {
        OperationKind::StartRuntime(_) if place.service == Service::DataFactory => {
            started(status::show(place, parent, runtime))
        }
        OperationKind::StartRuntime(_) => status::show(place, parent, runtime),
        // A workspace's answer has nothing in it.
        OperationKind::EnableInteractive(_) | OperationKind::DisableInteractive(_)
            if place.service == Service::DataFactory =>
        {
            documents::show(place, runtime)
        }
        _ => Value::Null,
    })
}

/// The result of a start as it was recorded: the status without machines, and two members that are null.
fn started(mut shown: Value) -> Value {
    let properties = &mut shown["properties"];
    properties["typeProperties"]["nodes"] = json!([]);
    properties["dataFactoryLocation"] = Value::Null;
    properties["resourceUri"] = Value::Null;
    shown
}

/// The error of a status. In the specifications that of a refresh is text, and so is any of Synapse; Data Factory's
/// others
/// are not in it.
fn error(place: &Place, kind: &OperationKind, code: &str) -> Value {
    if place.service == Service::Synapse || matches!(kind, OperationKind::RefreshMetadata(_)) {
        return format!("{code}: {}", message(code)).into();
    }
    json!({ "code": code, "message": message(code) })
}

/// What a failure says. The codes are those of the documentation on Azure-SSIS, the words are not the service's.
pub fn message(code: &str) -> String {
    let known = match code {
        "AzureSqlConnectionFailure" => "The catalog database server could not be reached.",
        "CatalogCapacityLimitError" => "The catalog database has reached its size limit.",
        "CatalogDbBelongsToAnotherIR" => {
            "The catalog database is used by another integration runtime."
        }
        "CatalogDbCreationFailure" => "The catalog database could not be created.",
        "InvalidCatalogDb" => "The catalog database is not one of SSIS.",
        "CustomSetupScriptFailure" => "The custom setup script failed.",
        "InvalidVnetConfiguration" => "The virtual network is not set up as it must be.",
        "InternalServerError" => "An internal error has occurred. Please try again.",
        _ => "The operation failed as it was asked to.",
    };
    known.to_owned()
}

/// Ends what is due in `runtime`; whether anything was.
pub fn finish(runtime: &mut crate::world::Runtime, now: u64) -> bool {
    let lifecycle = super::lifecycle::finish(runtime, now);
    let interactive = super::interactive::finish(runtime, now);
    let refresh = catalog::finish(runtime, now);
    lifecycle || interactive || refresh
}
