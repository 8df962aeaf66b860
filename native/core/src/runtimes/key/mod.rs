//! Authentication keys of self-hosted integration runtimes.

pub mod get;
pub mod new;

use azir_azure::json::Lookup;
use serde_json::Value;

use crate::{
    Call,
    error::{Error, Result},
    output::{Field, Record, Shape},
    runtimes::service::Service,
};

static KEYS: [Shape; 3] = [
    Shape::named("Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeKeys"),
    Shape::named("Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeKeys"),
    Shape::named("AzIntegrationRuntime.Purview.IntegrationRuntimeKeys"),
];

const ON_WIRE: [(&str, &str); 2] = [("authKey1", "AuthKey1"), ("authKey2", "AuthKey2")];

/// Whether there is a key in `answer`.
#[must_use]
pub fn has_any(answer: &Value) -> bool {
    ON_WIRE
        .iter()
        .any(|(member, _)| answer.at(member).is_string())
}

/// Writes the keys in `answer`, as secrets.
///
/// # Errors
/// `Protocol` when there is no key; `Cancelled`.
async fn write(call: &Call, answer: &Value) -> Result<()> {
    let service = Service::of(call);
    let shape = match service {
        Service::DataFactory => &KEYS[0],
        Service::Synapse => &KEYS[1],
        Service::Purview => &KEYS[2],
    };
    if !has_any(answer) {
        return Err(Error::protocol(format!(
            "The service's answer has no authentication key. Get-{}Key shows the keys that are in force; if it has \
             none either, the service has changed.",
            service.noun()
        )));
    }
    let members = ON_WIRE
        .into_iter()
        .map(|(member, property)| (property.into(), Field::from_secret(answer.member(member))))
        .collect();
    call.caller.object(Record::new(shape, members)).await
}
