//! `Get-`, `Set-` and `Remove-AzDataFactoryV2LinkedService`.
//!
//! Service: <https://learn.microsoft.com/rest/api/datafactory/linked-services>.

use std::path::Path;

use azir_azure::{
    arm::{client::RequestOptions, paging::Pages},
    files::{self, LARGEST_DOCUMENT},
    json::{self, Lookup},
};
use azure_core::http::{Method, Url};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::messages;
use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    names,
    output::{Field, Record, Shape},
    request::{member_text, member_value},
    runtimes::{
        missing,
        place::{ParentPlace, is_missing},
        resource_id::ParentId,
        service::Service,
    },
};

static LINKED_SERVICE: Shape =
    Shape::named("Microsoft.Azure.Commands.DataFactoryV2.Models.PSLinkedService");

/// The collection in addresses and ids.
const COLLECTION: &str = "linkedservices";

/// The place of a linked service, in the caller's casing.
#[derive(Clone, Debug)]
struct Place {
    factory: ParentPlace,
    name: String,
}

impl Place {
    /// The linked service that a cmdlet is about, by names, id or object.
    fn of(arm: &Arm<'_>) -> Result<Self> {
        const OBJECT: &str = "InputObject";
        let arguments = arm.call.arguments();
        if let Some(id) = arguments.text("ResourceId") {
            return Self::from_id(&id);
        }
        if let Some(object) = arguments.value(OBJECT) {
            let name = member_text(object, "Name").filter(|name| !name.is_empty());
            let name = name.ok_or_else(|| {
                Error::invalid(
                    OBJECT,
                    "The object given as -InputObject has no Name: it is not a linked service.",
                )
            })?;
            names::linked_service(OBJECT, &name)?;
            // The subscription is in the id only.
            let own = member_text(object, "Id").and_then(|id| Self::from_id(&id).ok());
            let factory = match own {
                Some(own) if own.name.eq_ignore_ascii_case(&name) => own.factory,
                _ => ParentPlace::from_object(arm, OBJECT, object, ["DataFactoryName", ""])?,
            };
            return Ok(Self { factory, name });
        }
        let name = arguments.required("Name")?;
        names::linked_service("Name", &name)?;
        let factory = factory(arm)?;
        Ok(Self { factory, name })
    }

    fn from_id(id: &str) -> Result<Self> {
        const PARAMETER: &str = "ResourceId";
        let refused = || {
            Error::invalid(
                PARAMETER,
                format!(
                    "'{id}' is not the resource id of a linked service. Its form is '/subscriptions/<subscription \
                     id>/resourceGroups/<group>/providers/Microsoft.DataFactory/factories/<factory>/{COLLECTION}/\
                     <name>'."
                ),
            )
        };
        let parts: Vec<&str> = id
            .trim()
            .split('/')
            .filter(|part| !part.is_empty())
            .collect();
        let [parent @ .., kind, name] = parts.as_slice() else {
            return Err(refused());
        };
        // An id that is too short is reported in the words of the other cmdlets.
        if parts.len() >= 8 && (parent.len() != 8 || !kind.eq_ignore_ascii_case(COLLECTION)) {
            return Err(refused());
        }
        let parent = ParentId::parse(Service::DataFactory, PARAMETER, &parent.join("/"))?;
        names::linked_service(PARAMETER, name)?;
        Ok(Self {
            factory: ParentPlace::from_id(parent)?,
            name: (*name).to_owned(),
        })
    }

    fn url(&self, arm: &Arm<'_>) -> Url {
        let own = vec![COLLECTION, self.name.as_str()];
        arm.url(
            &[self.factory.segments(), own].concat(),
            Service::DataFactory.api_version(),
        )
    }

    async fn get(&self, arm: &Arm<'_>) -> Result<Value> {
        match arm.get(self.url(arm)).await {
            Err(error) if is_missing(&error) => Err(self.explain(arm, error).await),
            Err(error) => Err(missing::explain_parent(arm, &self.factory, error).await),
            found => found,
        }
    }

    /// `error` with the names of linked services that are near.
    async fn explain(&self, arm: &Arm<'_>, error: Error) -> Error {
        let page = Pages::new(arm, list_url(arm, &self.factory)).next().await;
        let names: Vec<String> = page
            .ok()
            .flatten()
            .iter()
            .flatten()
            .filter_map(|own| own.at("name").as_str().map(str::to_owned))
            .collect();
        error.with_hint(format!(
            "There is no linked service '{}' in {}.{}",
            self.name,
            self.factory.called(),
            missing::suggestion(&missing::near(&self.name, &names))
        ))
    }
}

/// The factory whose linked services a cmdlet is about.
fn factory(arm: &Arm<'_>) -> Result<ParentPlace> {
    const OBJECT: &str = "DataFactory";
    match arm.call.arguments().value(OBJECT) {
        Some(object) => {
            ParentPlace::from_object(arm, OBJECT, object, ["DataFactoryName", "DataFactoryId"])
        }
        None => ParentPlace::from_names(arm, "DataFactoryName"),
    }
}

/// The address of a factory's list of linked services.
#[must_use]
pub fn list_url(arm: &Arm<'_>, factory: &ParentPlace) -> Url {
    arm.url(
        &[factory.segments(), vec![COLLECTION]].concat(),
        Service::DataFactory.api_version(),
    )
}

/// Gets one linked service, or lists those of a factory.
///
/// # Errors
/// What the service answers.
pub async fn get(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    if arguments.is_bound("ResourceId") || arguments.filled("Name").is_some() {
        let place = Place::of(&arm)?;
        let resource = place.get(&arm).await?;
        return call.caller.object(record(&place.factory, &resource)).await;
    }
    let factory = factory(&arm)?;
    let mut pages = Pages::new(&arm, list_url(&arm, &factory));
    loop {
        let page = match pages.next().await.map_err(Error::from) {
            Err(error) => return Err(missing::explain_parent(&arm, &factory, error).await),
            Ok(None) => return Ok(()),
            Ok(Some(page)) => page,
        };
        let records: Vec<Record> = page.iter().map(|own| record(&factory, own)).collect();
        call.caller.objects(&records).await?;
    }
}

/// Creates a linked service from its definition, or replaces it.
///
/// # Errors
/// `InvalidInput` for a file that is no definition; what the service answers.
pub async fn set(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = Place::of(&arm)?;
    let name = place.name.as_str();
    let (mut body, other) = definition(&call.arguments().required("DefinitionFile")?)?;
    if let Some(other) = other.filter(|other| !other.eq_ignore_ascii_case(name)) {
        call.caller
            .warning(messages::linked_service_named_otherwise(name, &other))
            .await?;
    }
    let outcome = write(&arm, &place, &body).await;
    // There may be secrets in it.
    json::wipe(&mut body);
    let record = outcome?.map_or_else(Record::null, |resource| {
        self::record(&place.factory, &resource)
    });
    call.caller.object(record).await
}

/// Writes the linked service after the questions; nothing when one was answered with no.
async fn write(arm: &Arm<'_>, place: &Place, body: &Value) -> Result<Option<Value>> {
    let caller = &arm.call.caller;
    let (name, factory) = (place.name.as_str(), place.factory.name.as_str());
    if !caller
        .should_process(&messages::linked_service_creating(name, factory), name)
        .await?
    {
        return Ok(None);
    }
    if !caller.is_silenced() {
        let exists = match arm.get(place.url(arm)).await {
            Ok(_) => true,
            Err(error) if is_missing(&error) => false,
            Err(error) => return Err(missing::explain_parent(arm, &place.factory, error).await),
        };
        let question = messages::linked_service_exists(name, factory);
        if exists && !caller.should_continue(&question).await? {
            return Ok(None);
        }
    }
    match arm.put(place.url(arm), body, None).await {
        Ok(resource) => Ok(Some(resource)),
        Err(error) => Err(missing::explain_parent(arm, &place.factory, error).await),
    }
}

/// What a definition file has to send: its properties; and the name in it.
fn definition(path: &str) -> Result<(Value, Option<String>)> {
    const PARAMETER: &str = "DefinitionFile";
    let bytes = files::read(Path::new(path), LARGEST_DOCUMENT).map_err(|error| {
        Error::invalid(
            PARAMETER,
            format!("The definition file '{path}' cannot be read: {error}. Nothing was changed."),
        )
    })?;
    let bytes = Zeroizing::new(bytes);
    let mut file: Value = serde_json::from_slice(json::without_mark(&bytes)).map_err(|error| {
        // The parser's own words may quote what it read.
        Error::invalid(
            PARAMETER,
            format!(
                "The definition file '{path}' is not valid JSON (line {}, column {}). Nothing was changed.",
                error.line(),
                error.column()
            ),
        )
    })?;
    let properties = match member_value(&file, "properties") {
        Some(properties) if properties.is_object() => Some(properties.clone()),
        _ => None,
    };
    let name = member_text(&file, "name").filter(|name| !name.is_empty());
    json::wipe(&mut file);
    let properties = properties.ok_or_else(|| {
        Error::invalid(
            PARAMETER,
            format!(
                "The definition file '{path}' has no object 'properties' with the definition of a linked service, \
                 such as {{ \"properties\": {{ \"type\": \"AzureBlobStorage\", \"typeProperties\": {{ … }} }} }}. \
                 Nothing was changed."
            ),
        )
    })?;
    Ok((json!({ "properties": properties }), name))
}

/// Removes a linked service after it was confirmed; that there was none is a warning.
///
/// # Errors
/// What the service answers.
pub async fn remove(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = Place::of(&arm)?;
    let (name, factory) = (place.name.as_str(), place.factory.name.as_str());
    let agreed = call
        .caller
        .should_process(&messages::linked_service_removing(name, factory), name)
        .await?
        && call
            .caller
            .should_continue(&messages::linked_service_confirm_removal(name, factory))
            .await?;
    if !agreed {
        return Ok(());
    }
    let options = RequestOptions::default();
    let reply = match arm
        .send(Method::Delete, place.url(&arm), None, options)
        .await
    {
        Err(error) => return Err(missing::explain_parent(&arm, &place.factory, error).await),
        Ok(reply) => reply,
    };
    if reply.status == 204 {
        call.caller
            .warning(messages::linked_service_not_found(name, factory))
            .await?;
    }
    Ok(())
}

/// The object for `resource`; group and factory as the caller gave them.
fn record(factory: &ParentPlace, resource: &Value) -> Record {
    let text = |name: &str| Field::from_text(resource.member(name));
    Record::new(
        &LINKED_SERVICE,
        vec![
            ("Name".into(), text("name")),
            (
                "Properties".into(),
                Field::from_json(resource.member("properties")),
            ),
            (
                "ResourceGroupName".into(),
                Field::Text(factory.resource_group.clone()),
            ),
            ("DataFactoryName".into(), Field::Text(factory.name.clone())),
            ("Id".into(), text("id")),
            ("ETag".into(), text("etag")),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_names_factory_and_linked_service() {
        let factory =
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.DataFactory/factories/adf";
        let place = Place::from_id(&format!("{factory}/linkedServices/Lake One")).unwrap();
        assert_eq!(
            (place.factory.name.as_str(), place.name.as_str()),
            ("adf", "Lake One")
        );
        for other in [
            factory.to_owned(),
            format!("{factory}/integrationRuntimes/ir"),
            format!("{factory}/linkedservices/a/b/c"),
            format!("{factory}/linkedservices/a.b"),
            "/subscriptions/s".to_owned(),
        ] {
            assert!(Place::from_id(&other).is_err(), "{other}");
        }
    }
}
