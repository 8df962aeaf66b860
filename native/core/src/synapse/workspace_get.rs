//! `Get-AzSynapseWorkspace`: one workspace, or those that fit.

use azir_azure::json::Lookup;
use std::borrow::Cow;

use azir_azure::arm::paging::Pages;
use serde_json::Value;

use crate::{
    Call,
    arm::Arm,
    error::Result,
    names,
    output::{Field, Record, Shape},
    runtimes::{find, place::ParentPlace, resource_id::ParentId, service::Service},
    wildcard::{is_pattern, matches},
};

static WORKSPACE: Shape = Shape::with(
    "Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace",
    &[
        ("Identity", &IDENTITY),
        ("DefaultDataLakeStorage", &STORAGE),
    ],
);
static IDENTITY: Shape = Shape::named("Microsoft.Azure.Commands.Synapse.Models.PSManagedIdentity");
static STORAGE: Shape =
    Shape::named("Microsoft.Azure.Commands.Synapse.Models.PSDataLakeStorageAccountDetails");

/// Gets one workspace, or lists those of a resource group or of the subscription; names may have wildcards.
///
/// # Errors
/// What the service answers; upstream's words when no group has a workspace of the name.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    if let Some(id) = arguments.text("ResourceId") {
        let place = ParentPlace::from_id(ParentId::parse(Service::Synapse, "ResourceId", &id)?)?;
        return one(&arm, &place).await;
    }
    let group = arguments.filled("ResourceGroupName");
    let name = arguments.filled("Name");
    let pattern = |text: &Option<String>| text.as_deref().is_some_and(is_pattern);
    if !pattern(&group)
        && !pattern(&name)
        && let Some(name) = &name
    {
        return named(&arm, group, name).await;
    }
    list(&arm, group.as_deref(), name.as_deref()).await
}

async fn named(arm: &Arm<'_>, group: Option<String>, name: &str) -> Result<()> {
    names::workspace("Name", name)?;
    let service = Service::Synapse;
    let place = match group {
        Some(resource_group) => {
            names::resource_group("ResourceGroupName", &resource_group)?;
            ParentPlace {
                service,
                subscription: arm.subscription()?.to_owned(),
                resource_group,
                name: name.to_owned(),
            }
        }
        None => find::by_name(arm, service, name).await?,
    };
    one(arm, &place).await
}

async fn one(arm: &Arm<'_>, place: &ParentPlace) -> Result<()> {
    let resource = arm.get(place.url(arm)).await?;
    let record = Record::new(&WORKSPACE, members(Some(&place.resource_group), &resource));
    arm.call.caller.object(record).await
}

async fn list(arm: &Arm<'_>, group: Option<&str>, name: Option<&str>) -> Result<()> {
    let own_group = group.filter(|group| !is_pattern(group));
    if let Some(group) = own_group {
        names::resource_group("ResourceGroupName", group)?;
    }
    let mut pages = Pages::new(arm, find::list_url(arm, Service::Synapse, own_group)?);
    while let Some(found) = pages.next().await? {
        let records: Vec<Record> = found
            .iter()
            .filter(|resource| {
                let fits = |pattern: Option<&str>, text: &str| {
                    pattern.is_none_or(|pattern| matches(pattern, text))
                };
                fits(name, resource.at("name").as_str().unwrap_or_default())
                    && fits(group, &group_of(resource).unwrap_or_default())
            })
            .map(|resource| Record::new(&WORKSPACE, members(own_group, resource)))
            .collect();
        arm.call.caller.objects(&records).await?;
    }
    Ok(())
}

fn group_of(resource: &Value) -> Option<String> {
    Some(find::id_of(Service::Synapse, resource)?.resource_group)
}

/// The properties of Az's class in its order, then the group.
fn members(group: Option<&str>, resource: &Value) -> Vec<(Cow<'static, str>, Field)> {
    let properties = resource.at("properties");
    let text = |name: &str| Field::from_text(properties.member(name));
    let json = |name: &str| Field::from_json(properties.member(name));
    let group = group.map(str::to_owned).or_else(|| group_of(resource));
    vec![
        (
            "DefaultDataLakeStorage".into(),
            storage(properties.at("defaultDataLakeStorage")),
        ),
        (
            "ManagedResourceGroupName".into(),
            text("managedResourceGroupName"),
        ),
        ("ProvisioningState".into(), text("provisioningState")),
        (
            "SqlAdministratorLogin".into(),
            text("sqlAdministratorLogin"),
        ),
        (
            "VirtualNetworkProfile".into(),
            json("virtualNetworkProfile"),
        ),
        ("Identity".into(), identity(resource.at("identity"))),
        (
            "ConnectivityEndpoints".into(),
            Field::from_table(properties.member("connectivityEndpoints")),
        ),
        (
            "ManagedVirtualNetwork".into(),
            text("managedVirtualNetwork"),
        ),
        (
            "PrivateEndpointConnections".into(),
            json("privateEndpointConnections"),
        ),
        ("WorkspaceUID".into(), text("workspaceUID")),
        (
            "ExtraProperties".into(),
            Field::from_dictionary(properties.member("extraProperties")),
        ),
        (
            "ManagedVirtualNetworkSettings".into(),
            json("managedVirtualNetworkSettings"),
        ),
        ("Encryption".into(), json("encryption")),
        (
            "WorkspaceRepositoryConfiguration".into(),
            json("workspaceRepositoryConfiguration"),
        ),
        (
            "CspWorkspaceAdminProperties".into(),
            json("cspWorkspaceAdminProperties"),
        ),
        ("PublicNetworkAccess".into(), text("publicNetworkAccess")),
        ("PurviewConfiguration".into(), json("purviewConfiguration")),
        ("Tags".into(), Field::from_table(resource.member("tags"))),
        (
            "Location".into(),
            Field::from_text(resource.member("location")),
        ),
        ("Id".into(), Field::from_text(resource.member("id"))),
        ("Name".into(), Field::from_text(resource.member("name"))),
        ("Type".into(), Field::from_text(resource.member("type"))),
        ("ResourceGroupName".into(), Field::text(group)),
    ]
}

fn storage(account: &Value) -> Field {
    if !account.is_object() {
        return Field::from_json(Some(account));
    }
    Field::Object(vec![
        (
            "DefaultDataLakeStorageAccountUrl".into(),
            Field::from_text(account.member("accountUrl")),
        ),
        (
            "DefaultDataLakeStorageFilesystem".into(),
            Field::from_text(account.member("filesystem")),
        ),
    ])
}

fn identity(identity: &Value) -> Field {
    if !identity.is_object() {
        return Field::from_json(Some(identity));
    }
    let text = |name: &str| Field::from_text(identity.member(name));
    Field::Object(vec![
        ("IdentityType".into(), text("type")),
        ("PrincipalId".into(), text("principalId")),
        (
            "TenantId".into(),
            Field::from_guid(identity.get("tenantId")),
        ),
        (
            "UserAssignedIdentities".into(),
            Field::from_dictionary(identity.member("userAssignedIdentities")),
        ),
    ])
}
