//! Changes Purview accounts: their data source administrators and the API versions that they know.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::{Complaint, read};
use crate::facts::purview;
use crate::wire::{Reply, Request};
use crate::world::{Service, World};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Change {
    account_id: String,
    /// The object id of a principal, or the id of an application.
    principal_id: Option<String>,
    /// Whether it has the role; null for the default.
    #[serde(default, deserialize_with = "given")]
    data_source_administrator: Option<Value>,
    /// The versions that the account knows; null for all.
    #[serde(default, deserialize_with = "given")]
    scan_versions: Option<Value>,
}

/// Tells a member that is null from one that is not there.
fn given<'de, D: Deserializer<'de>>(source: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(source).map(Some)
}

/// What a member says: nothing where it is null.
fn meant<T: DeserializeOwned>(name: &str, value: Value) -> Result<Option<T>, Complaint> {
    serde_json::from_value(value)
        .map_err(|error| Complaint(400, format!("'{name}' is not what it must be: {error}")))
}

/// Changes what is named.
pub fn change(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let change: Change = read(request)?;
    let key = change.account_id.trim_end_matches('/').to_ascii_lowercase();
    let principals = match (&change.principal_id, &change.data_source_administrator) {
        (Some(id), Some(_)) => object_ids(world, id)?,
        (None, None) => Vec::new(),
        _ => {
            return Err(Complaint(
                400,
                "'principalId' and 'dataSourceAdministrator' go together".to_owned(),
            ));
        }
    };
    let account = world
        .parents
        .get_mut(&key)
        .filter(|parent| parent.service == Service::Purview)
        .ok_or_else(|| {
            Complaint(
                404,
                format!("there is no Purview account '{}'", change.account_id),
            )
        })?;
    if let Some(versions) = change.scan_versions {
        let versions: Option<Vec<String>> = meant("scanVersions", versions)?;
        let unknown = versions
            .iter()
            .flatten()
            .find(|version| !purview::is_scan_version(version));
        if let Some(version) = unknown {
            return Err(Complaint(
                400,
                format!("the version '{version}' of scanning is not known here"),
            ));
        }
        account.scan_versions = versions;
    }
    let role = change.data_source_administrator.unwrap_or_default();
    let role: Option<bool> = meant("dataSourceAdministrator", role)?;
    for principal in principals {
        match role {
            Some(has) => account.administrators.insert(principal, has),
            None => account.administrators.remove(&principal),
        };
    }
    world.changed = true;
    Ok(Reply::empty(204))
}

/// The object ids that `id` stands for: its own, or those of an application in all tenants.
fn object_ids(world: &World, id: &str) -> Result<Vec<String>, Complaint> {
    let directory = &world.directory;
    if directory.principals.contains_key(id) {
        return Ok(vec![id.to_owned()]);
    }
    let application = directory
        .applications
        .iter()
        .find(|application| application.client_id.eq_ignore_ascii_case(id));
    application
        .map(|application| {
            application
                .service_principals
                .iter()
                .map(|(_, id)| id.clone())
                .collect()
        })
        .filter(|found: &Vec<String>| !found.is_empty())
        .ok_or_else(|| Complaint(404, format!("there is no principal '{id}'")))
}
