//! Authentication keys of self-hosted integration runtimes.

pub mod get;
pub mod new;

use azir_azure::json::Lookup;
use azir_azure::secret::Secret;
use serde_json::Value;

use crate::{
    Call,
    error::{Error, Result},
    output::{Field, Record, Shape},
    runtimes::service::Service,
};

static KEYS: [Shape; 3] = [
    Shape::named(&[
        "Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeKeys",
        "AzIntegrationRuntime.Keys",
    ]),
    Shape::named(&[
        "Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeKeys",
        "AzIntegrationRuntime.Keys",
    ]),
    Shape::named(&[
        "AzIntegrationRuntime.Purview.IntegrationRuntimeKeys",
        "AzIntegrationRuntime.Keys",
    ]),
];

const ON_WIRE: [(&str, &str); 2] = [("authKey1", "AuthKey1"), ("authKey2", "AuthKey2")];

/// Whether there is a key in `answer`.
#[must_use]
pub fn has_any(answer: &Value) -> bool {
    ON_WIRE
        .iter()
        .any(|(member, _)| answer.at(member).is_string())
}

/// Writes the keys in `answer`; they cross as bytes, never in the object's text.
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
            "The service's answer has no authentication key. Get-{}Key shows the keys that are in force; if it has none \
             either, the service has changed.",
            service.noun()
        )));
    }
    for (member, property) in ON_WIRE {
        if let Some(key) = answer.member(member).and_then(Value::as_str) {
            call.caller
                .secret(property, Secret::new(key.to_owned()))
                .await?;
        }
    }
    let members = vec![
        ("AuthKey1".into(), Field::Null),
        ("AuthKey2".into(), Field::Null),
    ];
    call.caller.object(Record::new(shape, members)).await
}
