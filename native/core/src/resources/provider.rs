//! `Get-` and `Register-AzResourceProvider`.
//!
//! Service: <https://learn.microsoft.com/rest/api/resources/providers>.

use azir_azure::{
    arm::{client::RequestOptions, paging::Pages},
    json::Lookup,
};
use azure_core::http::{Method, Url};
use serde_json::{Value, json};

use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    output::{Field, Record, Shape},
    runtimes::azure::plain_location,
};

static PROVIDER: Shape = Shape::with(
    "Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceProvider",
    &[("ResourceTypes", &RESOURCE_TYPE)],
);
static RESOURCE_TYPE: Shape = Shape::named(
    "Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceProviderResourceType",
);

/// The API version of resource providers, where none is asked for.
pub const API_VERSION: &str = "2021-04-01";

fn url(arm: &Arm<'_>, rest: &[&str]) -> Result<Url> {
    let version = arm.call.arguments().filled("ApiVersion");
    let scope = ["subscriptions", arm.subscription()?, "providers"];
    Ok(arm.url(
        &[scope.as_slice(), rest].concat(),
        version.as_deref().unwrap_or(API_VERSION),
    ))
}

/// Gets the registered resource providers, all of them, or the resource types of those that are named.
///
/// # Errors
/// What the service answers.
pub async fn get(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let location = arguments
        .filled("Location")
        .map(|text| plain_location(&text));
    let asked = arguments.texts("ProviderNamespace");
    let mut providers = match &asked {
        Some(names) => {
            let mut found = Vec::new();
            for name in names {
                found.push(arm.get_object(url(&arm, &[name])?).await?);
            }
            found
        }
        None => Pages::new(&arm, url(&arm, &[])?).all().await?,
    };
    if let Some(location) = &location {
        // The list of all says which regions there are.
        let known = match &asked {
            Some(_) => Pages::new(&arm, url(&arm, &[])?).all().await?,
            None => providers.clone(),
        };
        if !known.iter().any(|own| has(own, location)) {
            return Err(Error::invalid(
                "Location",
                format!(
                    "No resource provider supports the location '{}'. Get-AzResourceProvider -ListAvailable shows the \
                     locations.",
                    arguments.filled("Location").unwrap_or_default()
                ),
            ));
        }
        providers.retain(|own| has(own, location) || is_everywhere(own));
    }
    if asked.is_none() && !arguments.switch("ListAvailable") {
        providers.retain(|own| {
            own.at("registrationState")
                .as_str()
                .is_some_and(|state| state.eq_ignore_ascii_case("Registered"))
        });
    }
    let records: Vec<Record> = if asked.is_some() {
        providers
            .iter()
            .flat_map(|provider| kinds(provider).map(move |kind| one_kind(provider, kind)))
            .collect()
    } else {
        providers.iter().map(whole).collect()
    };
    call.caller.objects(&records).await
}

/// Registers a resource provider with the subscription. The service goes on with it in the background.
///
/// # Errors
/// What the service answers.
pub async fn register(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?.without_registration();
    let arguments = call.arguments();
    let name = arguments.required("ProviderNamespace")?;
    let action = format!("Registering resource provider '{name}'.");
    if !call.caller.should_process_only(&action, &name).await? {
        return Ok(());
    }
    let body = arguments
        .switch("ConsentToPermissions")
        .then(|| json!({ "thirdPartyProviderConsent": { "consentToAuthorization": true } }));
    let reply = arm
        .send(
            Method::Post,
            url(&arm, &[&name, "register"])?,
            body.as_ref(),
            RequestOptions::default(),
        )
        .await?;
    call.caller.object(whole(&reply.object()?)).await
}

fn kinds(provider: &Value) -> impl Iterator<Item = &Value> {
    provider
        .at("resourceTypes")
        .as_array()
        .into_iter()
        .flatten()
}

fn places(kind: &Value) -> impl Iterator<Item = &str> {
    kind.at("locations")
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
}

/// Whether a resource type of `provider` is in `location`.
fn has(provider: &Value, location: &str) -> bool {
    kinds(provider).any(|kind| places(kind).any(|own| plain_location(own) == location))
}

/// Whether a resource type of `provider` is bound to no region.
fn is_everywhere(provider: &Value) -> bool {
    kinds(provider).any(|kind| places(kind).next().is_none())
}

/// The object for a provider with all its resource types.
fn whole(provider: &Value) -> Record {
    let kinds: Vec<&Value> = kinds(provider).collect();
    record(provider, &kinds, Field::Null)
}

/// The object for one resource type of a provider.
fn one_kind(provider: &Value, kind: &Value) -> Record {
    record(provider, &[kind], zones(kind))
}

fn record(provider: &Value, kinds: &[&Value], zones: Field) -> Record {
    let mut locations: Vec<&str> = Vec::new();
    for place in kinds.iter().flat_map(|kind| places(kind)) {
        if !locations.contains(&place) {
            locations.push(place);
        }
    }
    let text = |name: &str| Field::from_text(provider.member(name));
    Record::new(
        &PROVIDER,
        vec![
            ("ProviderNamespace".into(), text("namespace")),
            ("RegistrationState".into(), text("registrationState")),
            (
                "ResourceTypes".into(),
                Field::List(kinds.iter().map(|kind| resource_type(kind)).collect()),
            ),
            ("ZoneMappings".into(), zones),
            (
                "Locations".into(),
                Field::List(
                    locations
                        .into_iter()
                        .map(|place| Field::Text(place.to_owned()))
                        .collect(),
                ),
            ),
        ],
    )
}

fn resource_type(kind: &Value) -> Field {
    let text = |name: &str| Field::from_text(kind.member(name));
    let list = |name: &str| Field::from_json(kind.member(name));
    Field::Object(vec![
        ("ResourceTypeName".into(), text("resourceType")),
        ("Locations".into(), list("locations")),
        ("ApiVersions".into(), list("apiVersions")),
        ("ZoneMappings".into(), zones(kind)),
        ("DefaultApiVersion".into(), text("defaultApiVersion")),
    ])
}

/// The zones of a resource type by region; null where it has none.
fn zones(kind: &Value) -> Field {
    let Some(mappings) = kind.at("zoneMappings").as_array() else {
        return Field::Null;
    };
    Field::Table(
        mappings
            .iter()
            .filter_map(|own| {
                let place = own.at("location").as_str()?;
                Some((place.to_owned(), Field::from_json(own.member("zones"))))
            })
            .collect(),
    )
}
