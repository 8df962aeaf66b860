//! Data factories.

mod contents;
pub mod get;
pub mod remove;
pub mod set;
pub mod update;

use azir_azure::json::Lookup;
use serde_json::{Map, Value};

use crate::{
    error::{Error, Result},
    output::{Field, Record, Shape},
    request::Arguments,
    runtimes::{resource_id::ParentId, service::Service},
    state::Library,
};

static FACTORY: Shape = Shape::with(
    "Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory",
    &[("Identity", &IDENTITY)],
);
static IDENTITY: Shape =
    Shape::named("Microsoft.Azure.Management.DataFactory.Models.FactoryIdentity");

/// The tags in `-Tag` as they are sent: texts all, a tag without a value is an empty one.
///
/// # Errors
/// `InvalidInput` that names the tag whose value is a table or a list: Azure has texts only.
fn tags(arguments: &Arguments) -> Result<Option<Value>> {
    let Some(Value::Object(given)) = arguments.value("Tag") else {
        return Ok(None);
    };
    let mut tags = Map::new();
    for (name, value) in given {
        let text = match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Object(_) | Value::Array(_) => {
                return Err(Error::invalid(
                    "Tag",
                    format!(
                        "The value of the tag '{name}' in -Tag is no text. A tag is a name and a text, such as \
                         @{{ {name} = 'value' }}. Nothing was changed."
                    ),
                ));
            }
            other => other.to_string(),
        };
        tags.insert(name.clone(), Value::String(text));
    }
    Ok(Some(Value::Object(tags)))
}

/// The object for `resource`; group and name as the caller gave them, or as its id says.
fn record(library: &Library, place: Option<(&str, &str)>, resource: &Value) -> Record {
    let id = resource
        .at("id")
        .as_str()
        .and_then(|id| ParentId::parse(Service::DataFactory, "Id", id).ok());
    let own_name = resource.at("name").as_str().unwrap_or_default();
    let (group, name) = place.unwrap_or_else(|| {
        (
            id.as_ref().map_or("", |id| id.resource_group.as_str()),
            own_name,
        )
    });
    let identity = resource.at("identity");
    if let Some(principal) = identity.at("principalId").as_str() {
        library
            .state()
            .factory_identities
            .insert(principal.to_lowercase());
    }
    let identity = if identity.is_object() {
        Field::Object(vec![
            ("Type".into(), Field::from_text(identity.member("type"))),
            (
                "PrincipalId".into(),
                Field::from_guid(identity.member("principalId")),
            ),
            (
                "TenantId".into(),
                Field::from_guid(identity.member("tenantId")),
            ),
            (
                "UserAssignedIdentities".into(),
                Field::from_dictionary(identity.member("userAssignedIdentities")),
            ),
        ])
    } else {
        Field::Null
    };
    let properties = resource.at("properties");
    Record::new(
        &FACTORY,
        vec![
            ("DataFactoryName".into(), Field::Text(name.to_owned())),
            (
                "DataFactoryId".into(),
                Field::from_text(resource.member("id")),
            ),
            ("ResourceGroupName".into(), Field::Text(group.to_owned())),
            (
                "Location".into(),
                Field::from_text(resource.member("location")),
            ),
            ("Tags".into(), Field::from_table(resource.member("tags"))),
            ("Identity".into(), identity),
            (
                "ProvisioningState".into(),
                Field::from_text(properties.member("provisioningState")),
            ),
            (
                "RepoConfiguration".into(),
                Field::from_json(properties.member("repoConfiguration")),
            ),
            (
                "GlobalParameters".into(),
                Field::from_dictionary(properties.member("globalParameters")),
            ),
            ("ETag".into(), Field::from_text(resource.member("eTag"))),
            (
                "PublicNetworkAccess".into(),
                Field::from_text(properties.member("publicNetworkAccess")),
            ),
            (
                "Encryption".into(),
                Field::from_json(properties.member("encryption")),
            ),
        ],
    )
}
