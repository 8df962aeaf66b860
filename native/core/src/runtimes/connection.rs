//! `Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo`.

use azir_azure::json::Lookup;

use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    output::{Field, Record, Shape},
    runtimes::place::RuntimePlace,
};

static CONNECTION_INFO: Shape = Shape::named("AzIntegrationRuntime.ConnectionInfo");

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
    let known = [
        "serviceToken",
        "identityCertThumbprint",
        "hostServiceUri",
        "version",
        "publicKey",
    ];
    if known.iter().all(|name| answer.member(name).is_none()) {
        return Err(Error::protocol(format!(
            "The service's answer has no connection information of integration runtime '{}'. Try again; if the error \
             persists, the service has changed.",
            place.name
        )));
    }
    let text = |name: &str| Field::from_text(answer.member(name));
    let members = vec![
        (
            // It opens the node's service.
            "ServiceToken".into(),
            Field::from_secret(answer.member("serviceToken")),
        ),
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
