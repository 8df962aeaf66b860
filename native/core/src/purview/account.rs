//! Purview accounts: which one is meant, and `Get-AzPurviewAccount`.
//!
//! Resource: <https://learn.microsoft.com/rest/api/purview/accounts/get>.

use azir_azure::arm::paging::Pages;
use azir_azure::json::Lookup;
use serde_json::Value;

use crate::{
    Call,
    arm::Arm,
    error::{ErrorKind, Result},
    names,
    output::{Field, Record, Shape},
    request::{Arguments, member_text},
    runtimes::{
        find,
        place::{NODE_ROW, ParentPlace, RuntimePlace},
        resource_id::{ParentId, RuntimeId},
        service::Service,
    },
    wildcard,
};

static ACCOUNT: Shape = Shape::named("AzIntegrationRuntime.Purview.Account");

/// The account that a runtime cmdlet is about: by name, which is looked for in the subscription where no resource group
/// is given, or as an object.
///
/// # Errors
/// `InvalidInput` that names the parameter and the rule; `NotFound` when the subscription has no such account; what the
/// service answers.
pub async fn of_runtimes(arm: &Arm<'_>) -> Result<ParentPlace> {
    let arguments = arm.call.arguments();
    if let Some(object) = arguments.value("AccountObject") {
        refuse_foreign(object, "Id", |id| {
            ParentId::parse(Service::Purview, "AccountObject", id).map(drop)
        })?;
        return ParentPlace::of_runtimes(arm).await;
    }
    if arguments.filled("ResourceGroupName").is_some() {
        return ParentPlace::of_runtimes(arm).await;
    }
    let name = arguments.required("AccountName")?;
    names::account("AccountName", &name)?;
    find::by_name(arm, Service::Purview, &name)
        .await
        .map_err(|error| match error.kind {
            ErrorKind::NotFound => error.with_hint(
                "Who has a role in Purview but none in Azure gives -ResourceGroupName too.",
            ),
            _ => error,
        })
}

/// The runtime that a cmdlet is about, by names, account object, id or object.
///
/// # Errors
/// As [`of_runtimes`].
pub async fn of_runtime(arm: &Arm<'_>) -> Result<RuntimePlace> {
    let arguments = arm.call.arguments();
    if let Some(object) = arguments.value("InputObject") {
        refuse_foreign(object, "Id", |id| {
            RuntimeId::parse(Service::Purview, "InputObject", id).map(drop)
        })?;
        return RuntimePlace::of(arm).await;
    }
    if arguments.is_bound("ResourceId") || arguments.is_bound(NODE_ROW) {
        return RuntimePlace::of(arm).await;
    }
    let name = arguments.required("Name")?;
    names::runtime("Name", &name)?;
    Ok(RuntimePlace {
        parent: of_runtimes(arm).await?,
        name,
    })
}

/// An object whose id is something else's must not be taken for what its names say.
fn refuse_foreign(object: &Value, member: &str, parse: impl Fn(&str) -> Result<()>) -> Result<()> {
    match member_text(object, member) {
        Some(id) if !id.trim().is_empty() => parse(&id),
        _ => Ok(()),
    }
}

/// `Get-AzPurviewAccount`: gets one account, or lists those of a resource group or of the subscription.
///
/// # Errors
/// What the service answers; `NotFound` when no account has the name.
pub async fn get(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let name = arguments.filled("Name");
    let group = arguments.filled("ResourceGroupName");
    let pattern = name.as_deref().is_some_and(wildcard::is_pattern);
    let one = match arguments.text("ResourceId") {
        Some(id) => Some(ParentPlace::from_id(ParentId::parse(
            Service::Purview,
            "ResourceId",
            &id,
        )?)?),
        None => named(&arm, arguments, name.as_deref().filter(|_| !pattern))?,
    };
    if let Some(place) = one {
        let record = record(&arm.get(place.url(&arm)).await?);
        return call.caller.object(record).await;
    }
    if let Some(group) = &group {
        names::resource_group("ResourceGroupName", group)?;
    }
    if let Some(name) = name.as_deref().filter(|_| !pattern) {
        names::account("Name", name)?;
    }
    list(&arm, group.as_deref(), name.as_deref(), pattern).await
}

/// The account that group and name stand for; nothing when one of them is missing.
fn named(arm: &Arm<'_>, arguments: &Arguments, name: Option<&str>) -> Result<Option<ParentPlace>> {
    let (Some(name), Some(group)) = (name, arguments.filled("ResourceGroupName")) else {
        return Ok(None);
    };
    names::resource_group("ResourceGroupName", &group)?;
    names::account("Name", name)?;
    Ok(Some(ParentPlace {
        service: Service::Purview,
        subscription: arm.subscription()?.to_owned(),
        resource_group: group,
        name: name.to_owned(),
    }))
}

async fn list(arm: &Arm<'_>, group: Option<&str>, name: Option<&str>, pattern: bool) -> Result<()> {
    let host = &arm.call.caller;
    let mut written = 0;
    let mut pages = Pages::new(arm, find::list_url(arm, Service::Purview, group)?);
    while let Some(members) = pages.next().await? {
        let wanted = |resource: &&Value| {
            let own = resource.at("name").as_str().unwrap_or_default();
            name.is_none_or(|name| wildcard::matches(name, own))
        };
        let records: Vec<Record> = members.iter().filter(wanted).map(record).collect();
        written += records.len();
        host.objects(&records).await?;
    }
    match name {
        Some(name) if written == 0 && !pattern => Err(find::not_found(arm, Service::Purview, name)),
        _ => Ok(()),
    }
}

/// The last part of a resource id.
fn last_part(id: Option<&Value>) -> Field {
    let name = id
        .and_then(Value::as_str)
        .and_then(|id| id.trim_end_matches('/').rsplit('/').next())
        .filter(|name| !name.is_empty());
    Field::text(name)
}

fn object(value: Option<&Value>, members: &[(&'static str, &str)]) -> Field {
    match value {
        Some(own) if own.is_object() => Field::Object(
            members
                .iter()
                .map(|(name, member)| ((*name).into(), Field::from_text(own.member(member))))
                .collect(),
        ),
        other => Field::from_json(other),
    }
}

/// The object for an account.
#[must_use]
pub fn record(resource: &Value) -> Record {
    let properties = resource.at("properties");
    let managed = properties.member("managedResources");
    let part = |name: &str| managed.and_then(|own| own.member(name));
    let text = |name: &str| Field::from_text(properties.member(name));
    let group = find::id_of(Service::Purview, resource).map(|id| id.resource_group);
    let managed_group = match properties.member("managedResourceGroupName") {
        Some(name) if !name.is_null() => Field::from_text(Some(name)),
        _ => last_part(part("resourceGroup")),
    };
    let identity = resource.member("identity");
    let mut who = object(identity, &[("Type", "type")]);
    if let (Field::Object(members), Some(own)) = (&mut who, identity) {
        let guid = |name: &str| Field::from_guid(own.member(name));
        members.push(("PrincipalId".into(), guid("principalId")));
        members.push(("TenantId".into(), guid("tenantId")));
        let others = Field::from_dictionary(own.member("userAssignedIdentities"));
        members.push(("UserAssignedIdentities".into(), others));
    }
    let endpoints = [
        ("Catalog", "catalog"),
        ("Guardian", "guardian"),
        ("Scan", "scan"),
    ];
    let resources = [
        ("ResourceGroup", "resourceGroup"),
        ("StorageAccount", "storageAccount"),
        ("EventHubNamespace", "eventHubNamespace"),
    ];
    Record::new(
        &ACCOUNT,
        vec![
            ("Name".into(), Field::from_text(resource.member("name"))),
            ("ResourceGroupName".into(), Field::text(group)),
            (
                "Location".into(),
                Field::from_text(resource.member("location")),
            ),
            ("Id".into(), Field::from_text(resource.member("id"))),
            ("Type".into(), Field::from_text(resource.member("type"))),
            (
                "ManagedStorageAccount".into(),
                last_part(part("storageAccount")),
            ),
            (
                "ManagedEventHubNamespace".into(),
                last_part(part("eventHubNamespace")),
            ),
            ("ManagedResourceGroupName".into(), managed_group),
            ("ManagedResources".into(), object(managed, &resources)),
            (
                "Endpoints".into(),
                object(properties.member("endpoints"), &endpoints),
            ),
            ("Identity".into(), who),
            (
                "Sku".into(),
                object(
                    resource.member("sku"),
                    &[("Name", "name"), ("Capacity", "capacity")],
                ),
            ),
            ("FriendlyName".into(), text("friendlyName")),
            ("ProvisioningState".into(), text("provisioningState")),
            ("PublicNetworkAccess".into(), text("publicNetworkAccess")),
            (
                "ManagedResourcesPublicNetworkAccess".into(),
                text("managedResourcesPublicNetworkAccess"),
            ),
            ("ManagedEventHubState".into(), text("managedEventHubState")),
            (
                "PrivateEndpointConnections".into(),
                Field::from_json(properties.member("privateEndpointConnections")),
            ),
            (
                "CreatedAt".into(),
                Field::from_date(properties.member("createdAt")),
            ),
            ("CreatedBy".into(), text("createdBy")),
            ("Tags".into(), Field::from_table(resource.member("tags"))),
        ],
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ID: &str = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Purview/accounts/pv-a";

    #[test]
    fn what_purview_manages_has_properties_of_its_own() {
        let inner = "/subscriptions/s/resourceGroups/managed-rg-pv-a";
        let record = record(&json!({"id": ID, "name": "pv-a", "properties": {
            "managedResources": {
                "resourceGroup": inner,
                "storageAccount": format!("{inner}/providers/Microsoft.Storage/storageAccounts/scanwest"),
                "eventHubNamespace": format!("{inner}/providers/Microsoft.EventHub/namespaces/Atlas-1")}}}));
        let text = |name: &str| match record.member(name) {
            Some(Field::Text(text)) => text.clone(),
            other => panic!("{name}: {other:?}"),
        };
        assert_eq!(text("ManagedStorageAccount"), "scanwest");
        assert_eq!(text("ManagedEventHubNamespace"), "Atlas-1");
        assert_eq!(text("ManagedResourceGroupName"), "managed-rg-pv-a");
        assert_eq!(text("ResourceGroupName"), "rg");
    }

    #[test]
    fn an_account_without_what_it_may_have_is_still_an_object() {
        let record = record(&json!({"id": ID, "name": "pv-a", "identity": 5,
            "properties": {"managedResources": null, "endpoints": "x"}}));
        assert_eq!(record.member("ManagedStorageAccount"), Some(&Field::Null));
        assert_eq!(
            record.member("ManagedResourceGroupName"),
            Some(&Field::Null)
        );
        assert_eq!(record.member("Endpoints"), Some(&Field::Text("x".into())));
        assert_eq!(record.member("Identity"), Some(&Field::Integer(5)));
    }
}
