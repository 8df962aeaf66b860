//! Authentication keys of self-hosted integration runtimes.

pub mod get;
pub mod new;

use serde_json::Value;

use crate::{
    Call,
    error::{Error, Result},
    output::{Field, Record, Shape},
    secret::Secret,
};

static KEYS: Shape = Shape::named(&[
    "Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeKeys",
    "AzIntegrationRuntime.Keys",
]);

/// Writes the keys in `answer`; they cross as bytes, never in the object's text.
async fn write(call: &Call, answer: &Value) -> Result<()> {
    const KEYS_ON_WIRE: [(&str, &str); 2] = [("authKey1", "AuthKey1"), ("authKey2", "AuthKey2")];
    if !KEYS_ON_WIRE
        .iter()
        .any(|(member, _)| answer[member].is_string())
    {
        return Err(Error::protocol(
            "The service's answer has no authentication key. Get-AzDataFactoryV2IntegrationRuntimeKey shows the keys \
             that are in force; if it has none either, the service has changed.",
        ));
    }
    for (member, property) in KEYS_ON_WIRE {
        if let Some(key) = answer.get(member).and_then(Value::as_str) {
            call.host
                .secret(property, Secret::new(key.to_owned()))
                .await?;
        }
    }
    let members = vec![
        ("AuthKey1".into(), Field::Null),
        ("AuthKey2".into(), Field::Null),
    ];
    call.host.object(Record::new(&KEYS, members)).await
}
