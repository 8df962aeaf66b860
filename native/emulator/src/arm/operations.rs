//! Polling of operations that hang below a subscription.

use super::Call;
use crate::clock;
use crate::wire::{Answer, Refusal, Reply};

/// The pace that the service asks for: its own, or shorter when operations are set to be.
pub fn retry_after(operation_seconds: u64) -> String {
    operation_seconds.min(15).to_string()
}

/// The state of a group's deletion: 202 while it runs, then 200.
pub fn result(call: &Call<'_>, subscription: &str, token: &str) -> Answer {
    call.subscription(subscription)?;
    let operation = call.world.operations.get(token).ok_or_else(|| {
        Refusal::gateway(
            404,
            "OperationNotFound",
            format!("The operation '{token}' could not be found."),
        )
    })?;
    if operation.due_ms <= clock::now_ms() {
        return Ok(Reply::empty(200));
    }
    Ok(Reply::empty(202)
        .with(
            "location",
            &format!("{}{}", call.request.origin, call.request.target),
        )
        .with(
            "retry-after",
            &retry_after(call.world.settings.operation_seconds),
        ))
}
