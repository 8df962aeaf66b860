//! `Set-AzDataFactoryV2`: creates a factory, or changes what was asked of an existing one.
//!
//! Upstream replaces the whole factory; here it is merged. `docs/deviations.md` lists this.

use async_trait::async_trait;
use azir_azure::json::{self, Lookup};
use serde_json::{Map, Value, json};

use crate::{
    Call,
    arm::Arm,
    datafactory::messages,
    error::{Error, ErrorKind, Result},
    request::{Arguments, member_text},
    runtimes::{
        body::{object, set},
        changes, merge,
        place::ParentPlace,
        version::{Version, Versioned},
    },
};

/// Members that the service sets and does not take back.
const READ_ONLY: [&str; 3] = ["provisioningState", "createTime", "version"];

/// Creates or changes a factory.
///
/// # Errors
/// What the service answers, a lost race, or a factory that did not come to be.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let place = ParentPlace::of_factory(&arm)?;
    let (name, group) = (place.name.as_str(), place.resource_group.as_str());
    let what = format!("Data factory '{name}'");
    // Read before ShouldProcess only where the changes are shown to the user.
    let mut known = None;
    if changes::are_wanted(call, true) {
        let existing = read(&arm, &place).await?;
        if changes::are_wanted(call, existing.is_some()) {
            let body = body(arguments, existing.as_ref())?;
            show(call, &what, existing.as_ref(), &body).await?;
        }
        known = Some(existing);
    }
    if !call
        .caller
        .should_process(&messages::factory_creating(name, group), name)
        .await?
    {
        return Ok(());
    }
    let existing = match known {
        Some(existing) => existing,
        None => read(&arm, &place).await?,
    };
    if let Some(resource) = &existing {
        let sure = call
            .caller
            .should_continue(&messages::factory_exists(name, group))
            .await?;
        if !sure {
            return call
                .caller
                .object(super::record(&call.library, Some((group, name)), resource))
                .await;
        }
    }
    let body = body(arguments, existing.as_ref())?;
    let answer = write(&arm, &place, existing.as_ref(), &body).await?;
    let state = answer.at("properties").at("provisioningState").as_str();
    if state.is_some_and(|state| !state.eq_ignore_ascii_case("Succeeded")) {
        return Err(Error::new(
            ErrorKind::Protocol,
            messages::factory_provisioning_failed(name),
        ));
    }
    call.caller
        .object(super::record(&call.library, Some((group, name)), &answer))
        .await
}

/// Writes the factory if it is still the version that was read, or the one that the caller knows.
pub(super) async fn write(
    arm: &Arm<'_>,
    place: &ParentPlace,
    existing: Option<&Value>,
    body: &Value,
) -> Result<Value> {
    let given = arm.call.arguments().version("IfMatch")?;
    let what = format!("Data factory '{}'", place.name);
    let read = existing.and_then(|resource| resource.at("eTag").as_str());
    let Some(etag) = read.filter(|_| given.is_none()) else {
        return arm
            .put(place.url(arm), body, given.as_deref())
            .await
            .map_err(|error| error.or_lost_race(&what));
    };
    let version = Version {
        etag: etag.to_owned(),
        what,
    };
    version.write(arm, &Write { arm, place, body }).await
}

/// One factory on its way.
struct Write<'a> {
    arm: &'a Arm<'a>,
    place: &'a ParentPlace,
    body: &'a Value,
}

#[async_trait]
impl Versioned for Write<'_> {
    type Written = Value;

    async fn put(&self, version: Option<&str>) -> Result<Value> {
        self.arm
            .put(self.place.url(self.arm), self.body, version)
            .await
    }

    async fn etag(&self) -> Result<Option<String>> {
        let now = self.arm.get_if_exists(self.place.url(self.arm)).await?;
        Ok(now.and_then(|now| now.at("eTag").as_str().map(str::to_owned)))
    }
}

/// The factory, or nothing when it is the factory itself that is missing.
async fn read(arm: &Arm<'_>, place: &ParentPlace) -> Result<Option<Value>> {
    match arm.get(place.url(arm)).await {
        Ok(resource) => Ok(Some(resource)),
        // A missing group or subscription is no reason to create anything.
        Err(error)
            if error.is_status(404)
                && !error.is_code("ResourceGroupNotFound")
                && !error.is_code("SubscriptionNotFound") =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Shows what the PUT of `body` would change.
pub(super) async fn show(
    call: &Call,
    what: &str,
    existing: Option<&Value>,
    body: &Value,
) -> Result<()> {
    let old = existing.map(|resource| {
        let mut old = resource.as_object().cloned().unwrap_or_default();
        old.retain(|name, _| body.member(name).is_some());
        json::set(&mut old, "properties", kept_properties(resource).into());
        if old.member("identity").is_some() {
            json::set(&mut old, "identity", kept_identity(resource).into());
        }
        listed_identities(old)
    });
    let new = listed_identities(body.as_object().cloned().unwrap_or_default());
    changes::show(call, what, old.as_ref(), &new, |_| None).await
}

/// The factory with its user-assigned identities as the list of ids that people know.
fn listed_identities(mut factory: Map<String, Value>) -> Map<String, Value> {
    let users = factory
        .get_mut("identity")
        .and_then(|identity| identity.get_mut("userAssignedIdentities"));
    if let Some(users) = users
        && let Some(ids) = users.as_object()
    {
        *users = ids.keys().map(String::as_str).collect();
    }
    factory
}

fn body(arguments: &Arguments, existing: Option<&Value>) -> Result<Value> {
    let nothing = json!({});
    let old = existing.unwrap_or(&nothing);
    let from_object = |member: &str| {
        arguments
            .value("InputObject")
            .and_then(|object| member_text(object, member))
    };
    let location = arguments
        .filled("Location")
        .or_else(|| from_object("Location"))
        .or_else(|| old.at("location").as_str().map(str::to_owned))
        .ok_or_else(|| Error::invalid("Location", "The parameter 'Location' is missing."))?;
    let mut body = Map::new();
    body.insert("location".to_owned(), json!(location));
    let tags = super::tags(arguments)?.or_else(|| {
        arguments
            .value("InputObject")
            .and_then(|object| object.member("Tags"))
            .filter(|t| t.is_object())
            .cloned()
    });
    if let Some(tags) = tags.or_else(|| old.member("tags").filter(|tags| tags.is_object()).cloned())
    {
        body.insert("tags".to_owned(), tags);
    }
    body.insert("identity".to_owned(), identity(arguments, old));
    let mut properties = kept_properties(old);
    apply(arguments, &mut properties)?;
    merge::property(arguments, &mut properties)?;
    // A new factory has properties only where some were asked for.
    if existing.is_some() || !properties.is_empty() {
        body.insert("properties".to_owned(), Value::Object(properties));
    }
    Ok(Value::Object(body))
}

/// The properties of `old` that can be written back.
pub(super) fn kept_properties(old: &Value) -> Map<String, Value> {
    let mut properties = old
        .at("properties")
        .as_object()
        .cloned()
        .unwrap_or_default();
    for name in READ_ONLY {
        json::remove(&mut properties, name);
    }
    properties.retain(|_, value| !value.is_null());
    properties
}

/// The identity of `old` as it can be written back; nothing when it has none.
pub(super) fn kept_identity(old: &Value) -> Option<Map<String, Value>> {
    let mut kept = old.at("identity").as_object()?.clone();
    kept.member("type")?.as_str()?;
    json::remove(&mut kept, "principalId");
    json::remove(&mut kept, "tenantId");
    bare_identities(&mut kept);
    Some(kept)
}

/// The identity to have: what was asked, else what there is, else one of the factory's own.
fn identity(arguments: &Arguments, old: &Value) -> Value {
    let assigned = arguments
        .value("UserAssignedIdentity")
        .and_then(Value::as_object);
    let asked = arguments.filled("IdentityType");
    if assigned.is_none()
        && asked.is_none()
        && let Some(kept) = kept_identity(old)
    {
        return Value::Object(kept);
    }
    let usual = if assigned.is_some() {
        "SystemAssigned,UserAssigned"
    } else {
        "SystemAssigned"
    };
    let kind = asked.unwrap_or_else(|| usual.to_owned());
    let mut identity = Map::new();
    identity.insert("type".to_owned(), json!(kind));
    if let Some(assigned) = assigned {
        identity.insert(
            "userAssignedIdentities".to_owned(),
            Value::Object(assigned.clone()),
        );
        bare_identities(&mut identity);
    }
    Value::Object(identity)
}

/// User-assigned identities are sent by id only: what is in them is the service's.
fn bare_identities(identity: &mut Map<String, Value>) {
    if let Some(Value::Object(mut assigned)) = json::remove(identity, "userAssignedIdentities") {
        assigned.values_mut().for_each(|value| *value = json!({}));
        identity.insert("userAssignedIdentities".to_owned(), assigned.into());
    }
}

fn apply(arguments: &Arguments, properties: &mut Map<String, Value>) -> Result<()> {
    if let Some(access) = arguments.filled("PublicNetworkAccess") {
        json::set(properties, "publicNetworkAccess", json!(access));
    }
    encryption(arguments, properties)?;
    if let Some(parameters) = arguments
        .value("GlobalParameterDefinition")
        .and_then(Value::as_object)
    {
        let definitions: Map<String, Value> = parameters
            .iter()
            .map(|(name, value)| (name.clone(), global_parameter(value)))
            .collect();
        json::set(properties, "globalParameters", Value::Object(definitions));
    }
    repository(arguments, properties)
}

/// Applies the encryption that was asked for to what there is.
///
/// # Errors
/// `InvalidInput` when vault or key stay unknown.
pub(super) fn encryption(arguments: &Arguments, properties: &mut Map<String, Value>) -> Result<()> {
    for (parameter, name) in [
        ("EncryptionVaultBaseUrl", "vaultBaseUrl"),
        ("EncryptionKeyName", "keyName"),
        ("EncryptionKeyVersion", "keyVersion"),
    ] {
        if let Some(text) = arguments.filled(parameter) {
            set(properties, &["encryption", name], json!(text))?;
        }
    }
    if let Some(id) = arguments.filled("EncryptionUserAssignedIdentity") {
        let identity = json!({ "userAssignedIdentity": id });
        set(properties, &["encryption", "identity"], identity)?;
    }
    if let Some(encryption) = properties.member("encryption")
        && (encryption.member("vaultBaseUrl").is_none() || encryption.member("keyName").is_none())
    {
        return Err(Error::invalid(
            "EncryptionVaultBaseUrl",
            "Encryption with a key of yours needs both -EncryptionVaultBaseUrl and -EncryptionKeyName.",
        ));
    }
    Ok(())
}

/// A `GlobalParameterSpecification`, or a table with the same members.
fn global_parameter(value: &Value) -> Value {
    let member = |name: &str| {
        value
            .as_object()
            .and_then(|members| {
                members
                    .iter()
                    .find(|(own, _)| own.eq_ignore_ascii_case(name))
            })
            .map_or(Value::Null, |(_, value)| value.clone())
    };
    json!({ "type": member("Type"), "value": member("Value") })
}

fn repository(arguments: &Arguments, properties: &mut Map<String, Value>) -> Result<()> {
    let git = arguments.filled("HostName");
    let vsts = arguments.filled("ProjectName");
    if git.is_none() && vsts.is_none() {
        if arguments.is_bound("DisablePublish") && properties.member("repoConfiguration").is_some()
        {
            set(
                properties,
                &["repoConfiguration", "disablePublish"],
                json!(arguments.switch("DisablePublish")),
            )?;
        }
        return Ok(());
    }
    let kept = arguments
        .value("InputObject")
        .and_then(|object| object.member("RepoConfiguration"))
        .filter(|repository| repository.is_object())
        .cloned();
    let repository = object(properties, "repoConfiguration")?;
    let text = |parameter: &str, member: &str| {
        arguments
            .filled(parameter)
            .or_else(|| kept.as_ref().and_then(|kept| member_text(kept, member)))
    };
    let kind = if git.is_some() {
        "FactoryGitHubConfiguration"
    } else {
        "FactoryVSTSConfiguration"
    };
    // Another kind of repository shares no settings with the one before.
    if repository
        .member("type")
        .and_then(Value::as_str)
        .is_some_and(|own| !own.eq_ignore_ascii_case(kind))
    {
        repository.clear();
    }
    json::set(repository, "type", json!(kind));
    for (parameter, member) in [
        ("AccountName", "accountName"),
        ("RepositoryName", "repositoryName"),
        ("CollaborationBranch", "collaborationBranch"),
        ("RootFolder", "rootFolder"),
        ("LastCommitId", "lastCommitId"),
        ("HostName", "hostName"),
        ("ProjectName", "projectName"),
        ("TenantId", "tenantId"),
    ] {
        if let Some(value) = text(parameter, member) {
            json::set(repository, member, json!(value));
        }
    }
    if arguments.is_bound("DisablePublish") {
        json::set(
            repository,
            "disablePublish",
            json!(arguments.switch("DisablePublish")),
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(
        clippy::needless_pass_by_value,
        reason = "it reads better where it is called"
    )]
    fn made(arguments: Value, existing: Option<Value>) -> Value {
        let Value::Object(arguments) = arguments else {
            unreachable!()
        };
        body(&Arguments::from_values(arguments), existing.as_ref()).unwrap()
    }

    #[test]
    fn a_new_factory_gets_an_identity_of_its_own() {
        assert_eq!(
            made(json!({"Location": "EastUS"}), None),
            json!({"location": "EastUS", "identity": {"type": "SystemAssigned"}})
        );
    }

    #[test]
    fn what_was_not_asked_stays() {
        let existing = json!({"location": "eastus", "tags": {"a": "b"}, "eTag": "\"1\"",
            "identity": {"type": "UserAssigned", "principalId": "p", "tenantId": "t",
                "userAssignedIdentities": {"/id": {"clientId": "c"}}},
            "properties": {"provisioningState": "Succeeded", "publicNetworkAccess": "Disabled",
                "purviewConfiguration": {"purviewResourceId": "/p"}, "repoConfiguration": null}});
        assert_eq!(
            made(
                json!({"Location": "EastUS", "Tag": {"x": "y"}}),
                Some(existing)
            ),
            json!({"location": "EastUS", "tags": {"x": "y"},
                "identity": {"type": "UserAssigned", "userAssignedIdentities": {"/id": {}}},
                "properties": {"publicNetworkAccess": "Disabled",
                    "purviewConfiguration": {"purviewResourceId": "/p"}}})
        );
    }

    #[test]
    fn another_kind_of_repository_takes_nothing_over() {
        let existing = json!({"location": "l", "identity": {"type": "SystemAssigned"}, "properties":
            {"repoConfiguration": {"type": "FactoryVSTSConfiguration", "projectName": "p", "tenantId": "t"}}});
        let body = made(
            json!({"Location": "l", "HostName": "https://github.com", "AccountName": "a",
                "RepositoryName": "r", "CollaborationBranch": "main", "RootFolder": "/"}),
            Some(existing),
        );
        assert_eq!(
            body["properties"]["repoConfiguration"].get("projectName"),
            None
        );
        assert_eq!(
            body["properties"]["repoConfiguration"].get("tenantId"),
            None
        );
    }

    #[test]
    fn a_repository_is_git_by_its_host_name() {
        let body = made(
            json!({"Location": "l", "HostName": "https://github.com", "AccountName": "a",
                "RepositoryName": "r", "CollaborationBranch": "main", "RootFolder": "/"}),
            None,
        );
        assert_eq!(
            body["properties"]["repoConfiguration"],
            json!({"type": "FactoryGitHubConfiguration", "accountName": "a", "repositoryName": "r",
                "collaborationBranch": "main", "rootFolder": "/", "hostName": "https://github.com"})
        );
    }
}
