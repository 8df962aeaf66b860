//! Role definitions, found by name or by id.

use std::collections::HashMap;

use serde_json::Value;

use super::ROLES_API_VERSION;
use crate::{
    arm::{client::Arm, paging::Pages},
    error::{Error, Result},
};

/// A role's id (a GUID) and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// GUID.
    pub id: String,
    /// Name, such as `Contributor`.
    pub name: String,
}

async fn list(arm: &Arm<'_>, scope: &str, name: Option<&str>) -> Result<Vec<Role>> {
    let mut url = arm.url_below(
        scope,
        &["providers", "Microsoft.Authorization", "roleDefinitions"],
        ROLES_API_VERSION,
    );
    if let Some(name) = name {
        // A quote in a name is doubled, as in OData.
        let filter = format!("roleName eq '{}'", name.replace('\'', "''"));
        url.query_pairs_mut().append_pair("$filter", &filter);
    }
    let members = Pages::new(arm, url).all().await?;
    Ok(members.iter().map(read).collect())
}

fn read(member: &Value) -> Role {
    Role {
        id: member["name"].as_str().unwrap_or_default().to_owned(),
        name: member["properties"]["roleName"]
            .as_str()
            .unwrap_or_default()
            .to_owned(),
    }
}

/// The role named `name` at `scope`.
///
/// # Errors
/// `InvalidInput` when there is none.
pub async fn by_name(arm: &Arm<'_>, scope: &str, name: &str) -> Result<Role> {
    let roles = list(arm, scope, Some(name)).await?;
    roles.into_iter().find(|role| role.name.eq_ignore_ascii_case(name)).ok_or_else(|| {
        Error::invalid(
            "RoleDefinitionName",
            format!(
                "Cannot find role definition with name '{name}'. Check the name, for instance 'Contributor' or \
                 'Data Factory Contributor'."
            ),
        )
    })
}

/// The names of all roles at `scope`, by GUID in lower case.
///
/// # Errors
/// What the service answers.
pub async fn names(arm: &Arm<'_>, scope: &str) -> Result<HashMap<String, String>> {
    let roles = list(arm, scope, None).await?;
    Ok(roles
        .into_iter()
        .map(|role| (role.id.to_lowercase(), role.name))
        .collect())
}
