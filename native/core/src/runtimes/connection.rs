//! `Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo`.

use azir_azure::json::Lookup;
use azir_azure::secret::Secret;
use serde_json::Value;

use crate::{
    Call,
    arm::Arm,
    error::Result,
    output::{Field, Record, Shape},
    runtimes::place::RuntimePlace,
};

static CONNECTION_INFO: Shape = Shape::named(&["AzIntegrationRuntime.ConnectionInfo"]);

/// Gets what a client needs to encrypt credentials for the nodes and to reach them.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let answer = arm
        .post(place.action_url(&arm, &["getConnectionInfo"]), None)
        .await?;
    // The token opens the node's service, so it crosses as bytes, never in the object's text.
    if let Some(token) = answer.member("serviceToken").and_then(Value::as_str) {
        call.caller
            .secret("ServiceToken", Secret::new(token.to_owned()))
            .await?;
    }
    let text = |name: &str| Field::from_text(answer.member(name));
    let members = vec![
        ("ServiceToken".into(), Field::Null),
        (
            "IdentityCertThumbprint".into(),
            text("identityCertThumbprint"),
        ),
        ("HostServiceUri".into(), text("hostServiceUri")),
        ("Version".into(), text("version")),
        ("PublicKey".into(), text("publicKey")),
        (
            // The service spells it so.
            "IsIdentityCertExpired".into(),
            Field::from_flag(answer.member("isIdentityCertExprired")),
        ),
    ];
    call.caller
        .object(Record::new(&CONNECTION_INFO, members))
        .await
}
