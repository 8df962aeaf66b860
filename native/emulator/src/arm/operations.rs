//! Answers the polls of operations below a subscription, and sets the pace of all polls.

use super::Call;
use crate::clock;
use crate::wire::{Answer, Refusal, Reply};
use crate::world::Settings;

/// The pace of Resource Manager itself, as it was recorded.
pub const GROUP_PACE: u64 = 15;

/// `reply` with the pace to ask at: what the settings say, else `usual` seconds, or fewer when operations are shorter.
pub fn paced(reply: Reply, settings: &Settings, usual: u64) -> Reply {
    let seconds = match settings.operation_retry_after_seconds {
        None => settings.operation_seconds.min(usual),
        Some(seconds) => match u64::try_from(seconds) {
            Ok(seconds) => seconds,
            Err(_) => return reply,
        },
    };
    reply.with("retry-after", &seconds.to_string())
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
    let running = Reply::empty(202).with(
        "location",
        &format!("{}{}", call.request.origin, call.request.target),
    );
    Ok(paced(running, &call.world.settings, GROUP_PACE))
}
