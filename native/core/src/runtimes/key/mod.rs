//! Authentication keys of self-hosted integration runtimes.

pub mod get;
pub mod new;

use serde_json::Value;

use crate::{
    Call,
    error::{Error, Result},
    output::{Field, Record, Shape},
    runtimes::service::Service,
};

static KEYS: [Shape; 2] = [
    Shape::named("Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeKeys"),
    Shape::named("Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeKeys"),
];

const ON_WIRE: [(&str, &str); 2] = [("authKey1", "AuthKey1"), ("authKey2", "AuthKey2")];

/// Whether there is a key in `answer`.
#[must_use]
pub fn has_any(answer: &Value) -> bool {
    ON_WIRE.iter().any(|(member, _)| answer[member].is_string())
}

/// Writes the keys in `answer`, as secrets.
async fn write(call: &Call, answer: &Value) -> Result<()> {
    let service = Service::of(call);
    write_as(
        call,
        answer,
        service.of_pair(&KEYS),
        &format!("Get-{}Key", service.noun()),
    )
    .await
}

/// Writes the keys in `answer` as an object of `shape`; `cmdlet` shows the keys that are in force.
///
/// # Errors
/// `Protocol` when there is no key; `Cancelled`.
pub async fn write_as(
    call: &Call,
    answer: &Value,
    shape: &'static Shape,
    cmdlet: &str,
) -> Result<()> {
    if !has_any(answer) {
        return Err(Error::protocol(format!(
            "The service's answer has no authentication key. {cmdlet} shows the keys that are in force; if it has none \
             either, the service has changed."
        )));
    }
    let members = ON_WIRE
        .into_iter()
        .map(|(member, property)| (property.into(), Field::from_secret(answer.get(member))))
        .collect();
    call.caller.object(Record::new(shape, members)).await
}
