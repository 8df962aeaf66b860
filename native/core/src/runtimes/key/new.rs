//! `New-AzDataFactoryV2IntegrationRuntimeKey`.

use azir_azure::{arm::client::RequestOptions, http::RetrySafety};
use azure_core::http::Method;
use serde_json::json;

use crate::{
    Call,
    arm::Arm,
    error::Result,
    output::Record,
    runtimes::{messages, place::RuntimePlace},
};

/// Makes one key anew; the answer has that key only.
///
/// # Errors
/// What the service answers. When no answer came, whether the key is a new one is not known.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let key = call.arguments().required("KeyName")?;
    if !agreed(call, &arm, &place, &key).await? {
        return call.caller.object(Record::null()).await;
    }
    // Doing it twice would invalidate a key that somebody may have seen.
    let options = RequestOptions {
        retry: RetrySafety::OnlyUnsent,
        ..RequestOptions::default()
    };
    let url = place.action_url(&arm, &["regenerateAuthKey"]);
    let answer = arm
        .send(Method::Post, url, Some(&json!({ "keyName": key })), options)
        .await?;
    super::write(call, &answer.json()?).await
}

async fn agreed(call: &Call, arm: &Arm<'_>, place: &RuntimePlace, key: &str) -> Result<bool> {
    if !call
        .caller
        .should_process(&messages::regenerate_key(key, &place.name), &place.name)
        .await?
    {
        return Ok(false);
    }
    if call.caller.is_silenced() || place.get_if_exists(arm).await?.is_none() {
        return Ok(true);
    }
    call.caller
        .should_continue(&messages::continue_regenerate_key(key, &place.name))
        .await
}
