//! Authentication keys of self-hosted integration runtimes.

pub mod get;
pub mod new;

use serde_json::Value;

use crate::{
    Call,
    error::Result,
    output::{Field, Record, Shape},
    secret::Secret,
};

static KEYS: Shape = Shape::named(&[
    "Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeKeys",
    "AzIntegrationRuntime.Keys",
]);

/// Writes the keys in `answer`; they cross as bytes, never in the object's text.
async fn write(call: &Call, answer: &Value) -> Result<()> {
    for (member, property) in [("authKey1", "AuthKey1"), ("authKey2", "AuthKey2")] {
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
