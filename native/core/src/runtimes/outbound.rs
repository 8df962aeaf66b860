//! `Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint`.

use azir_azure::arm::client::RequestOptions;
use azir_azure::json::Lookup;
use azure_core::http::Method;
use serde_json::Value;

use crate::{
    Call,
    arm::Arm,
    error::Result,
    output::{Field, Record, Shape},
    runtimes::place::RuntimePlace,
};

static CATEGORY: Shape = Shape::named(
    "Microsoft.Azure.Commands.DataFactoryV2.Models.\
     PSIntegrationRuntimeOutboundNetworkDependenciesCategoryEndpoint",
);

/// Gets the hosts that an Azure-SSIS runtime must reach, by what they are for.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let categories: Vec<Record> = ask(&arm, &place).await?.iter().map(category).collect();
    call.caller.objects(&categories).await
}

/// Asks for the categories of the runtime at `place`.
///
/// # Errors
/// What the service answers.
pub async fn ask(arm: &Arm<'_>, place: &RuntimePlace) -> Result<Vec<Value>> {
    let url = place.action_url(arm, &["outboundNetworkDependenciesEndpoints"]);
    // Nothing at all is no list, as upstream has it.
    let mut answer = arm
        .send(Method::Get, url, None, RequestOptions::default())
        .await?
        .json_or_null()?;
    match answer.get_mut("value").map(Value::take) {
        Some(Value::Array(categories)) => Ok(categories),
        _ => Ok(Vec::new()),
    }
}

fn category(category: &Value) -> Record {
    let endpoints = pascal(category.at("endpoints"));
    Record::new(
        &CATEGORY,
        vec![
            (
                "Category".into(),
                Field::from_text(category.member("category")),
            ),
            ("EndPoint".into(), Field::Text(endpoints.to_string())),
        ],
    )
}

/// `value` with the .NET casing of its members' names: `DomainName`, `EndpointDetails`, `Port`.
fn pascal(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(pascal).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| {
                let mut letters = name.chars();
                let first = letters.next().map(|first| first.to_ascii_uppercase());
                let name: String = first.into_iter().chain(letters).collect();
                (name, pascal(value))
            })
            .collect(),
        other => other.clone(),
    }
}
