//! The rights that a survey needs: the action of each request, and the least role that has it.

use super::{
    checks::grant,
    record::{Asked, Unreadable},
};
use crate::{present::least_role, purview::scan::role_needed, runtimes::service::Service};

/// The name of the role definition of this project for data factories and workspaces, which `deploy/` has.
pub const OWN_ROLE: &str = "Integration Runtime Fleet Reader";
/// The role of a Purview collection. It is not a role of Azure, so no role assignment of Azure gives it.
const OF_COLLECTION: &str = "Data source administrator";
/// The status of an integration runtime in Synapse: an action and no read, so the role Reader does not have it.
const SYNAPSE_STATUS: &str = "Microsoft.Synapse/workspaces/integrationRuntimes/getStatus/action";

/// The action that a request needs, and the least built-in role that has it. Source:
/// <https://learn.microsoft.com/azure/role-based-access-control/permissions/analytics>.
pub(super) fn least(
    asked: Asked,
    service: Option<Service>,
) -> (Option<&'static str>, Option<&'static str>) {
    let action = match (asked, service) {
        (Asked::Parents, Some(Service::DataFactory)) => "Microsoft.DataFactory/factories/read",
        (Asked::Parents, Some(Service::Synapse)) => "Microsoft.Synapse/workspaces/read",
        (Asked::Parents, Some(Service::Purview)) => "Microsoft.Purview/accounts/read",
        (Asked::Parents, None) => return (None, Some(least_role("*/read"))),
        (Asked::Grants, _) => "Microsoft.Authorization/roleAssignments/read",
        (Asked::Runtimes, Some(Service::DataFactory)) => {
            "Microsoft.DataFactory/factories/integrationruntimes/read"
        }
        (Asked::Runtimes, Some(Service::Synapse)) => {
            "Microsoft.Synapse/workspaces/integrationRuntimes/read"
        }
        (Asked::Status, Some(Service::DataFactory)) => {
            "Microsoft.DataFactory/factories/integrationruntimes/getstatus/read"
        }
        (Asked::Status, Some(Service::Synapse)) => SYNAPSE_STATUS,
        (Asked::Runtimes | Asked::Status, Some(Service::Purview)) => {
            return (None, Some(OF_COLLECTION));
        }
        (Asked::Runtimes | Asked::Status, None) => return (None, None),
    };
    (Some(action), Some(least_role(action)))
}

/// The sentences about the right that is missing; empty where the answer was no refusal for lack of rights.
#[must_use]
pub fn sentences(own: &Unreadable, parent: &str) -> String {
    match (&own.action, &own.role) {
        (_, Some(role)) if role == OF_COLLECTION => role_needed("the account of the check", parent),
        (Some(action), Some(role)) => {
            let also = if action.eq_ignore_ascii_case(SYNAPSE_STATUS) && role != OWN_ROLE {
                format!(
                    " The custom role '{OWN_ROLE}' has it too and changes nothing: create it first from \
                     deploy/role-definition.json."
                )
            } else {
                String::new()
            };
            format!(
                "The action '{action}' is missing. The least built-in role that has it is '{role}'.{also}"
            )
        }
        (Some(action), None) => format!("The action '{action}' is missing."),
        (None, _) => String::new(),
    }
}

/// The command that assigns the missing role; nothing where no role of Azure is missing.
#[must_use]
pub fn command(own: &Unreadable) -> Option<String> {
    let role = own.role.as_deref().filter(|role| *role != OF_COLLECTION)?;
    Some(grant(role, &own.id))
}
