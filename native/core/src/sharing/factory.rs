//! The data factories that shall use a shared runtime: which are meant by `-With`, and what identity each has.

use azir_azure::{arm::paging::Pages, json::Lookup};
use serde_json::Value;

use super::{owner, work::Work};
use crate::{
    arm::Arm,
    error::{Error, Result},
    names,
    request::member_text,
    runtimes::{
        credential, find, linked, owner as service_of, place::ParentPlace, resource_id::ParentId,
        service::Service,
    },
};

/// A value of `-With`: how it was given, and the data factory that it names.
pub struct Given {
    /// As it was given.
    pub text: String,
    /// Its place, or why it has none.
    pub place: Result<ParentPlace>,
}

/// The data factories of `-With`, each once.
///
/// # Errors
/// What the service answers for the list in which names are looked up; what is wrong with one value is in that one.
pub async fn given(arm: &Arm<'_>) -> Result<Vec<Given>> {
    let values = match arm.call.arguments().value("With") {
        Some(Value::Array(values)) => values.clone(),
        Some(value) => vec![value.clone()],
        None => Vec::new(),
    };
    let mut known: Option<Vec<ParentId>> = None;
    let mut all: Vec<Given> = Vec::new();
    for value in &values {
        let (text, place) = match value {
            Value::String(text) if text.contains('/') => (text.clone(), of_id(text)),
            Value::String(text) => (text.clone(), by_name(arm, text, &mut known).await?),
            object => of_object(arm, object),
        };
        let is_same = |other: &Given| match (&other.place, &place) {
            (Ok(other), Ok(own)) => is_same(other, own),
            _ => false,
        };
        if !all.iter().any(is_same) {
            all.push(Given { text, place });
        }
    }
    Ok(all)
}

/// The data factory with this id.
pub fn of_text(id: &str) -> Given {
    Given {
        text: id.to_owned(),
        place: of_id(id),
    }
}

/// Whether both are the same data factory.
pub fn is_same(one: &ParentPlace, other: &ParentPlace) -> bool {
    one.subscription.eq_ignore_ascii_case(&other.subscription)
        && one
            .resource_group
            .eq_ignore_ascii_case(&other.resource_group)
        && one.name.eq_ignore_ascii_case(&other.name)
}

fn of_id(id: &str) -> Result<ParentPlace> {
    if let Some(service) = service_of::of_id(id) {
        owner::refuse_service("With", service)?;
    }
    ParentPlace::from_id(ParentId::parse(Service::DataFactory, "With", id)?)
}

/// Names of data factories are unique in Azure, so that the name says enough.
async fn by_name(
    arm: &Arm<'_>,
    name: &str,
    known: &mut Option<Vec<ParentId>>,
) -> Result<Result<ParentPlace>> {
    if let Err(error) = names::factory("With", name) {
        return Ok(Err(error));
    }
    let ids = if let Some(ids) = known {
        ids
    } else {
        let url = find::list_url(arm, Service::DataFactory, None)?;
        let listed = Pages::new(arm, url).all().await?;
        known.insert(
            listed
                .iter()
                .filter_map(|resource| find::id_of(Service::DataFactory, resource))
                .collect(),
        )
    };
    let found = ids.iter().find(|id| id.name.eq_ignore_ascii_case(name));
    Ok(match found {
        Some(id) => ParentPlace::from_id(id.clone()),
        None => Err(find::not_found(arm, Service::DataFactory, name)
            .with_hint("A data factory of another subscription is given by its resource id.")),
    })
}

/// An object of ours or of Az: by its id, else by the names in it.
fn of_object(arm: &Arm<'_>, object: &Value) -> (String, Result<ParentPlace>) {
    let ids = ["DataFactoryId", "Id", "ResourceId"];
    if let Some(id) = ids.iter().find_map(|member| member_text(object, member)) {
        let place = of_id(&id);
        return (id, place);
    }
    let place = match service_of::of_object(object) {
        Some(service) => owner::refuse_service("With", service),
        None => Ok(()),
    }
    .and_then(|()| {
        ParentPlace::from_object(arm, "With", object, ["DataFactoryName", "DataFactoryId"])
    });
    let text = member_text(object, "DataFactoryName").unwrap_or_else(|| "(object)".to_owned());
    (text, place)
}

/// The object id of the identity that needs the role: the data factory's own, or that of `-CredentialName`.
///
/// # Errors
/// `InvalidInput` with the command that gives the data factory an identity.
pub async fn principal(
    work: &Work<'_>,
    place: &ParentPlace,
    factory: &Value,
    credential: Option<&str>,
) -> Result<String> {
    let text = |value: &Value| {
        value
            .as_str()
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    };
    let identity = factory.at("identity");
    let Some(name) = credential else {
        return text(identity.at("principalId"))
            .ok_or_else(|| linked::no_identity("With", place, factory));
    };
    let users = identity.at("userAssignedIdentities");
    let arm = work.arm;
    let wanted = match credential::identity(arm, place, name).await {
        Ok(found) => found,
        Err(error) if error.is_code("NotFound") => {
            return Err(Error::invalid(
                "CredentialName",
                format!(
                    "{} has no credential '{name}'. Credentials of a data factory are made in Data Factory \
                     Studio, Manage, Credentials. Nothing was changed there.",
                    first_upper(&place.called())
                ),
            ));
        }
        Err(error) => {
            owner::not_seen(
                arm,
                &format!("Credential '{name}' of {}", place.called()),
                &error,
            )
            .await?;
            None
        }
    };
    let users = users.as_object().into_iter().flatten();
    let mut fitting = users.filter(|(id, _)| {
        wanted
            .as_ref()
            .is_none_or(|wanted| wanted.eq_ignore_ascii_case(id))
    });
    let found = fitting
        .next()
        .and_then(|(_, user)| text(user.at("principalId")));
    match (found, fitting.next()) {
        (Some(principal), None) => Ok(principal),
        _ => Err(Error::invalid(
            "CredentialName",
            format!(
                "The identity of credential '{name}' is not known: it is none, or not the only one, of the \
                 user-assigned managed identities of {}. Add it there (Update-AzDataFactoryV2 \
                 -UserAssignedIdentity, or Managed identities in the Azure portal), or give another credential. \
                 Nothing was changed there.",
                place.called(),
            ),
        )),
    }
}

fn first_upper(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The object id of the user-assigned identity of a data factory with this resource id.
pub fn user_principal(factory: &Value, id: &str) -> Option<String> {
    let users = factory.at_path(&["identity", "userAssignedIdentities"]);
    let (_, own) = users
        .as_object()?
        .iter()
        .find(|(own, _)| own.eq_ignore_ascii_case(id))?;
    own.at("principalId").as_str().map(str::to_owned)
}

/// The object ids of all identities of a data factory.
pub fn principals(factory: &Value) -> Vec<String> {
    let identity = factory.at("identity");
    let users = identity.at("userAssignedIdentities").as_object();
    std::iter::once(identity)
        .chain(users.into_iter().flat_map(|users| users.values()))
        .filter_map(|own| own.at("principalId").as_str())
        .filter(|id| !id.is_empty())
        .map(str::to_owned)
        .collect()
}
