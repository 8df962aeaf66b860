//! `Get-` and `New-AzPurviewIntegrationRuntimeKey`.

use azir_azure::http::RetrySafety;
use azure_core::http::Method;
use serde_json::{Value, json};

use super::{
    account,
    model::{self, Kind},
    scan::{Action, Scan},
};
use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    output::{Record, Shape},
    runtimes::{key, messages, place::RuntimePlace},
};

static KEYS: Shape = Shape::named("AzIntegrationRuntime.Purview.IntegrationRuntimeKeys");

/// Gets both keys.
///
/// # Errors
/// `InvalidInput` for a managed runtime, which has none; what the service answers.
pub async fn get(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = account::of_runtime(&arm).await?;
    let scan = Scan::connect(&arm, &place.parent).await?;
    let outcome = scan
        .send(
            Method::Post,
            &place.name,
            Action::ListAuthKeys,
            None,
            RetrySafety::Safe,
        )
        .await
        .and_then(|reply| Ok(reply.json()?));
    let refused = match &outcome {
        Ok(keys) => !key::has_any(keys),
        Err(error) => error.is_status(400) || error.is_status(404) || error.is_status(409),
    };
    // What kind it is matters only where there are no keys.
    if refused && let Some(resource) = scan.get_if_exists(&place.name).await? {
        refuse_managed(&place, &resource)?;
    }
    write(call, &outcome?).await
}

/// Makes one key anew; the answer has that key only.
///
/// # Errors
/// `InvalidInput` for a managed runtime, which has none; what the service answers. When no answer came, whether the key is
/// a new one is not known.
pub async fn new(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = account::of_runtime(&arm).await?;
    let key = call.arguments().required("KeyName")?;
    let name = ["AuthKey1", "AuthKey2"]
        .into_iter()
        .zip(["authKey1", "authKey2"])
        .find(|(own, _)| own.eq_ignore_ascii_case(&key))
        .map(|(_, wire)| wire)
        .ok_or_else(|| {
            Error::invalid(
                "KeyName",
                format!("'{key}' is not the name of a key: it is 'AuthKey1' or 'AuthKey2'."),
            )
        })?;
    let scan = Scan::connect(&arm, &place.parent).await?;
    let resource = scan.get(&place.name, Action::Itself).await?;
    refuse_managed(&place, &resource)?;
    if !agreed(call, &place, &key).await? {
        return call.caller.object(Record::null()).await;
    }
    // Doing it twice would invalidate a key that somebody may have seen.
    let answer = scan
        .send(
            Method::Post,
            &place.name,
            Action::RegenerateAuthKey,
            Some(&json!({ "keyName": name })),
            RetrySafety::OnlyUnsent,
        )
        .await?;
    write(call, &answer.json()?).await
}

async fn write(call: &Call, answer: &Value) -> Result<()> {
    key::write_as(call, answer, &KEYS, "Get-AzPurviewIntegrationRuntimeKey").await
}

async fn agreed(call: &Call, place: &RuntimePlace, key: &str) -> Result<bool> {
    let action = messages::regenerate_key(key, &place.name);
    if !call.caller.should_process(&action, &place.name).await? {
        return Ok(false);
    }
    call.caller
        .should_continue(&messages::continue_regenerate_key(key, &place.name))
        .await
}

fn refuse_managed(place: &RuntimePlace, resource: &Value) -> Result<()> {
    if model::kind(resource) != Kind::Managed {
        return Ok(());
    }
    Err(Error::new(
        crate::error::ErrorKind::InvalidInput { parameter: None },
        format!(
            "{} is managed by Azure and has no authentication keys: with a key a machine registers as a node of a \
             self-hosted one. Get-AzPurviewIntegrationRuntime shows which are of type SelfHosted.",
            place.called_first()
        ),
    ))
}
