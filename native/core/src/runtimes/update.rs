//! `Update-AzDataFactoryV2IntegrationRuntime`: when a self-hosted runtime updates its nodes.

use azure_core::http::Method;
use serde_json::{Map, Value, json};

use super::model::{self, Kind};
use crate::{
    Call,
    arm::client::{Arm, Manner},
    error::{Error, ErrorKind, Result},
    output::Field,
    request::Arguments,
    runtimes::{messages, place::RuntimePlace},
};

/// Changes the update settings that were asked for.
///
/// # Errors
/// `InvalidInput` when nothing was asked or the runtime is not self-hosted; what the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm)?;
    let offset = offset(call.arguments())?;
    let switch = call.arguments().text("AutoUpdate");
    if switch.is_none() && offset.is_none() {
        return Err(refused(messages::NO_VALID_PARAMETERS));
    }
    let resource = arm.get(place.url(&arm)).await?;
    call.host.verbose("Got integration runtime").await?;
    if !matches!(model::kind(&resource), Kind::SelfHosted | Kind::Linked) {
        return Err(refused(messages::NOT_SELF_HOSTED));
    }
    let action = messages::runtime_updating(&place);
    if !call.host.should_process_only(&action, &place.name).await? {
        return Ok(());
    }
    let mut body = Map::new();
    if let Some(switch) = switch.filter(|switch| !switch.is_empty()) {
        body.insert("autoUpdate".to_owned(), json!(switch));
    }
    call.host.verbose("Handled AutoUpdate").await?;
    if let Some(offset) = offset {
        body.insert("updateDelayOffset".to_owned(), json!(offset));
        call.host.verbose(offset).await?;
    }
    call.host.verbose("Handled AutoUpdateDelayOffset").await?;
    let answer = arm
        .send(
            Method::Patch,
            place.url(&arm),
            Some(&Value::Object(body)),
            Manner::default(),
        )
        .await?
        .json_or_null()?;
    let mut updated = if answer.is_object() { answer } else { resource };
    let kind = model::kind_name(&updated);
    // Upstream shows a linked runtime as an ordinary one here.
    if let Some(details) = updated
        .pointer_mut("/properties/typeProperties")
        .and_then(Value::as_object_mut)
    {
        details.remove("linkedInfo");
    }
    let mut record = model::record(&place.parent, &updated);
    record.set_member("Kind", kind);
    if call.request.pipeline {
        return call.host.object(model::in_list(record)).await;
    }
    call.host.object(record).await
}

/// The delay as the service wants it: a JSON text within the text.
fn offset(arguments: &Arguments) -> Result<Option<String>> {
    let Some(given) = arguments.text("AutoUpdateDelayOffset") else {
        return Ok(None);
    };
    match Field::from_span(Some(&json!(given))) {
        Field::Span(span) => Ok(Some(format!("\"{span}\""))),
        _ => Err(Error::invalid(
            "AutoUpdateDelayOffset",
            format!("'{given}' is not a duration such as 'PT3H'."),
        )),
    }
}

fn refused(message: &str) -> Error {
    Error::new(ErrorKind::InvalidInput { parameter: None }, message)
}
