//! `Get-` and `Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata`: the catalog of an Azure-SSIS runtime.

use azir_azure::json::Lookup;
use std::borrow::Cow;

use azir_azure::arm::client::RequestOptions;
use azure_core::http::Method;
use serde_json::{Value, json};

use super::{operation, operation::Kind};
use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    output::{Field, Record, Shape},
    runtimes::place::RuntimePlace,
};

static OBJECT: Shape = Shape::named("AzIntegrationRuntime.ObjectMetadata");
static STATUS: Shape = Shape::named("AzIntegrationRuntime.ObjectMetadataStatus");

/// Lists folders, projects, packages and environments as they were at the last refresh.
///
/// # Errors
/// What the service answers.
pub async fn get(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let body = call
        .arguments()
        .filled("MetadataPath")
        .map(|path| json!({ "metadataPath": path }));
    let url = place.action_url(&arm, &["getObjectMetadata"]);
    let answer = arm.post(url, body.as_ref()).await?;
    let Some(objects) = answer.at("value").as_array() else {
        return Err(Error::protocol(
            "The service's list of object metadata has no 'value'.",
        ));
    };
    let records: Vec<Record> = objects
        .iter()
        .map(|object| Record::new(&OBJECT, members(object, true)))
        .collect();
    call.caller.objects(&records).await?;
    if answer
        .at("nextLink")
        .as_str()
        .is_some_and(|link| !link.is_empty())
    {
        call.caller
            .warning("The service has more object metadata than it gives at once. Ask for a part of it with \
                      -MetadataPath.")
            .await?;
    }
    Ok(())
}

/// Lets the service read the catalog anew.
///
/// # Errors
/// What the service answers.
pub async fn refresh(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let text = format!("Refreshing the object metadata of {}.", place.called());
    if !call.caller.should_process_only(&text, &place.name).await? {
        return Ok(());
    }
    let url = place.action_url(&arm, &["refreshObjectMetadata"]);
    let reply = arm
        .send(Method::Post, url, None, RequestOptions::default())
        .await?;
    if let Some(answer) =
        operation::finish(&arm, &place, Kind::RefreshObjectMetadata, &reply).await?
        && answer.is_object()
    {
        call.caller
            .object(Record::new(&STATUS, members(&answer, false)))
            .await?;
    }
    Ok(())
}

/// All members under their PowerShell names: those that every kind has first, with `all` also where the answer lacks
/// them, so that a script finds them in any object.
fn members(object: &Value, all: bool) -> Vec<(Cow<'static, str>, Field)> {
    const FIRST: [&str; 4] = ["type", "id", "name", "description"];
    let Some(own) = object.as_object() else {
        return vec![("Value".into(), Field::from_json(Some(object)))];
    };
    let rest = own.keys().map(String::as_str);
    FIRST
        .into_iter()
        .filter(|name| all || own.contains_key(*name))
        .chain(rest.filter(|name| !FIRST.contains(name)))
        .map(|name| {
            let mut letters = name.chars();
            let pascal = letters
                .next()
                .map(|first| first.to_uppercase().chain(letters).collect::<String>())
                .unwrap_or_default();
            (Cow::Owned(pascal), Field::from_json(own.get(name)))
        })
        .collect()
}
