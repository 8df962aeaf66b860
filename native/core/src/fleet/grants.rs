//! The role assignments on integration runtimes and their parents.

use azir_azure::{
    graph::{Rows, Scope},
    json::Lookup,
};
use serde_json::Value;

use super::{
    discover::Discovery,
    reader,
    record::{Asked, Grant},
};
use crate::{
    arm::Arm,
    error::{Error, ErrorKind, Result},
};

/// The role assignments on integration runtimes and their parents.
const GRANTS: &str = "authorizationresources\n| where type =~ 'microsoft.authorization/roleassignments'\n| where \
                      tostring(properties.scope) contains '/integrationruntimes/' or tostring(properties.scope) \
                      contains '/microsoft.datafactory/factories/'";
/// What is read of a role assignment.
const COLUMNS: &str = "\n| project id, scope = tostring(properties.scope), principalId = \
                       tostring(properties.principalId), role = tostring(properties.roleDefinitionId)\n| order by id \
                       asc";

/// Reads the role assignments of the scope.
///
/// # Errors
/// `Cancelled`, and those of the sign-in.
pub(super) async fn read(arm: &Arm<'_>, scope: &Scope, found: &mut Discovery) -> Result<()> {
    let mut grants = Vec::new();
    for scope in scope.clone().in_groups() {
        match Rows::new(arm, format!("{GRANTS}{COLUMNS}"), scope)
            .all()
            .await
            .map_err(Error::from)
        {
            Ok(rows) => grants.extend(rows.iter().filter_map(grant)),
            Err(error) if matches!(error.kind, ErrorKind::Cancelled | ErrorKind::Credential) => {
                return Err(error);
            }
            Err(error) => {
                let id = "/providers/Microsoft.ResourceGraph/resources";
                let own = reader::unreadable(Asked::Grants, None, id, &error);
                found.troubles.push((own, error));
                return Ok(());
            }
        }
    }
    found.grants = Some(grants);
    Ok(())
}

/// The query of the role assignments of these principals, which are literals with commas between them.
pub(super) fn of_principals(principals: &str) -> String {
    format!(
        "authorizationresources\n| where type =~ 'microsoft.authorization/roleassignments'\n| where \
         tostring(properties.principalId) in~ ({principals}){COLUMNS}"
    )
}

/// The role assignment that a row shows.
pub(super) fn grant(row: &Value) -> Option<Grant> {
    let text = |name: &str| row.at(name).as_str().map(str::to_owned);
    let role = text("role")?;
    Some(Grant {
        scope: text("scope")?,
        principal_id: text("principalId")?,
        role_id: role.rsplit('/').next().unwrap_or(&role).to_owned(),
    })
}
