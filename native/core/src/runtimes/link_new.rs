//! `New-AzDataFactoryV2IntegrationRuntimeLink`: writes a link down on the shared runtime's side.

use azir_azure::{arm::client::RequestOptions, http::RetrySafety};
use azure_core::http::Method;
use serde_json::{Map, Value, json};

use super::{
    body::{Kind, RuntimeBody},
    status,
};
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    names,
    request::Arguments,
    runtimes::{messages, place::RuntimePlace, resource_id::ParentId, service::Service},
};

/// Who links.
struct Linked {
    name: String,
    factory: String,
    subscription: Option<String>,
    location: Option<String>,
}

/// Creates the link and shows the shared runtime with it.
///
/// # Errors
/// `InvalidInput` for a runtime that cannot be shared; what the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let linked = linked(call.arguments())?;
    let shared = place.get(&arm).await?;
    refuse_unshareable(&place, shared.kind())?;
    let factory = &place.parent.name;
    let action = messages::link_creating(&place.name, factory, &linked.factory);
    if !call
        .caller
        .should_process_only(&action, &place.name)
        .await?
    {
        return Ok(());
    }
    let subscription = linked
        .subscription
        .unwrap_or_else(|| place.parent.subscription.clone());
    let mut body = Map::new();
    body.insert("name".to_owned(), json!(linked.name));
    body.insert("subscriptionId".to_owned(), json!(subscription));
    body.insert("dataFactoryName".to_owned(), json!(linked.factory));
    if let Some(location) = linked.location {
        body.insert("dataFactoryLocation".to_owned(), json!(location));
    }
    // Whether the service takes the same link twice is not documented.
    let options = RequestOptions {
        retry: RetrySafety::OnlyUnsent,
        ..RequestOptions::default()
    };
    let answer = arm
        .send(
            Method::Post,
            place.action_url(&arm, &["linkedIntegrationRuntime"]),
            Some(&Value::Object(body)),
            options,
        )
        .await?
        .json_or_null()?;
    let answer = RuntimeBody::new(place.parent.service, answer);
    let record = status::record(&place.parent, &shared, &answer);
    call.caller.object(record).await
}

/// Reads who links; a factory's id also says its subscription.
fn linked(arguments: &Arguments) -> Result<Linked> {
    let name = arguments.required("LinkedIntegrationRuntimeName")?;
    names::runtime("LinkedIntegrationRuntimeName", &name)?;
    let given = arguments.required("LinkedDataFactoryName")?;
    let asked = arguments.filled("LinkedSubscriptionId");
    let (factory, subscription) = if given.contains('/') {
        let id = ParentId::parse(Service::DataFactory, "LinkedDataFactoryName", &given)?;
        if let Some(asked) = asked.filter(|asked| !asked.eq_ignore_ascii_case(&id.subscription)) {
            return Err(Error::invalid(
                "LinkedSubscriptionId",
                format!(
                    "-LinkedSubscriptionId is '{asked}', but the data factory in -LinkedDataFactoryName is in \
                     subscription '{}'. Leave -LinkedSubscriptionId out.",
                    id.subscription
                ),
            ));
        }
        (id.name, Some(id.subscription))
    } else {
        (given, asked)
    };
    names::factory("LinkedDataFactoryName", &factory)?;
    Ok(Linked {
        name,
        factory,
        subscription,
        location: arguments.filled("LinkedDataFactoryLocation"),
    })
}

fn refuse_unshareable(place: &RuntimePlace, kind: Kind) -> Result<()> {
    let message = match kind {
        Kind::SelfHosted => return Ok(()),
        Kind::Linked => format!(
            "Integration runtime '{}' in data factory '{}' is itself linked to another one. Name the one that has \
             the nodes. Nothing was changed.",
            place.name, place.parent.name
        ),
        Kind::Managed | Kind::Unknown => messages::INVALID_SHARING.to_owned(),
    };
    Err(
        Error::new(ErrorKind::InvalidInput { parameter: None }, message)
            .with_id("RuntimeNotShareable"),
    )
}
