//! Built-in roles under their real ids: those that integration runtimes, factories and their scripts use.

mod given;

use serde_json::{Value, json};

/// Everything, giving roles included.
pub const OWNER: &str = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
/// Everything but giving roles.
pub const CONTRIBUTOR: &str = "b24988ac-6180-42a0-ab88-20f7382dd24c";
/// Looking.
pub const READER: &str = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

/// A built-in role.
pub struct Role {
    pub id: &'static str,
    pub name: &'static str,
    description: &'static str,
    actions: &'static [&'static str],
    not_actions: &'static [&'static str],
    data_actions: &'static [&'static str],
}

/// Those that the emulator gives to its own principals, and those that manage factories and access to them.
static MANAGING: [Role; 5] = [
    Role {
        id: OWNER,
        name: "Owner",
        description: "Grants full access to manage all resources, including the ability to assign roles in Azure RBAC.",
        actions: &["*"],
        not_actions: &[],
        data_actions: &[],
    },
    Role {
        id: CONTRIBUTOR,
        name: "Contributor",
        description: "Grants full access to manage all resources, but does not allow you to assign roles in Azure \
            RBAC, manage assignments in Azure Blueprints, or share image galleries.",
        actions: &["*"],
        not_actions: &[
            "Microsoft.Authorization/*/Delete",
            "Microsoft.Authorization/*/Write",
            "Microsoft.Authorization/elevateAccess/Action",
            "Microsoft.Blueprint/blueprintAssignments/write",
            "Microsoft.Blueprint/blueprintAssignments/delete",
            "Microsoft.Compute/galleries/share/action",
            "Microsoft.Purview/consents/write",
            "Microsoft.Purview/consents/delete",
        ],
        data_actions: &[],
    },
    Role {
        id: READER,
        name: "Reader",
        description: "View all resources, but does not allow you to make any changes.",
        actions: &["*/read"],
        not_actions: &[],
        data_actions: &[],
    },
    Role {
        id: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
        name: "User Access Administrator",
        description: "Lets you manage user access to Azure resources.",
        actions: &["*/read", "Microsoft.Authorization/*", "Microsoft.Support/*"],
        not_actions: &[],
        data_actions: &[],
    },
    Role {
        id: "673868aa-7521-48a0-acc6-0f60742d39f5",
        name: "Data Factory Contributor",
        description: "Create and manage data factories, as well as child resources within them.",
        actions: &[
            "Microsoft.Authorization/*/read",
            "Microsoft.DataFactory/dataFactories/*",
            "Microsoft.DataFactory/factories/*",
            "Microsoft.Insights/alertRules/*",
            "Microsoft.ResourceHealth/availabilityStatuses/read",
            "Microsoft.Resources/deployments/*",
            "Microsoft.Resources/subscriptions/resourceGroups/read",
            "Microsoft.Support/*",
            "Microsoft.EventGrid/eventSubscriptions/write",
        ],
        not_actions: &[],
        data_actions: &[],
    },
];

/// Returns all roles that the emulator knows.
pub fn all() -> impl Iterator<Item = &'static Role> {
    MANAGING.iter().chain(&given::GIVEN_BY_SCRIPTS)
}

/// Returns the role with this GUID.
pub fn by_id(id: &str) -> Option<&'static Role> {
    all().find(|role| role.id.eq_ignore_ascii_case(id))
}

impl Role {
    /// Whether it allows `action`.
    pub fn allows(&self, action: &str) -> bool {
        let any = |patterns: &[&str]| {
            patterns
                .iter()
                .any(|pattern| matches_pattern(pattern, action))
        };
        any(self.actions) && !any(self.not_actions)
    }

    /// Its id below `subscription`.
    pub fn full_id(&self, subscription: &str) -> String {
        format!(
            "{subscription}/providers/Microsoft.Authorization/roleDefinitions/{}",
            self.id
        )
    }

    /// The definition as a resource.
    pub fn to_json(&self, subscription: &str) -> Value {
        json!({
            "properties": {
                "roleName": self.name,
                "type": "BuiltInRole",
                "description": self.description,
                "assignableScopes": ["/"],
                "permissions": [{
                    "actions": self.actions, "notActions": self.not_actions,
                    "dataActions": self.data_actions, "notDataActions": [],
                }],
                "createdOn": "2015-02-02T21:55:09.8806423Z",
                "updatedOn": "2025-01-24T15:10:27.6570418Z",
                "createdBy": null,
                "updatedBy": null,
            },
            "id": self.full_id(subscription),
            "type": "Microsoft.Authorization/roleDefinitions",
            "name": self.id,
        })
    }
}

/// Whether `text` is what `pattern` says; a star stands for anything, casing for nothing.
fn matches_pattern(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.to_ascii_lowercase(), text.to_ascii_lowercase());
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let mut last = None;
    for part in parts {
        if let Some(part) = last.replace(part) {
            let Some(at) = rest.find(part) else {
                return false;
            };
            rest = &rest[at + part.len()..];
        }
    }
    last.map_or(rest.is_empty(), |last| rest.ends_with(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contributor_gives_no_roles_and_a_reader_writes_nothing() {
        let contributor = by_id(CONTRIBUTOR).unwrap();
        assert!(contributor.allows("Microsoft.DataFactory/factories/write"));
        assert!(!contributor.allows("Microsoft.Authorization/roleAssignments/write"));
        assert!(contributor.allows("Microsoft.Authorization/roleAssignments/read"));
        let reader = by_id(READER).unwrap();
        assert!(
            reader.allows("Microsoft.DataFactory/factories/integrationruntimes/getstatus/read")
        );
        assert!(!reader.allows("Microsoft.DataFactory/factories/integrationRuntimes/write"));
    }

    #[test]
    fn a_star_stands_for_any_number_of_segments() {
        assert!(matches_pattern("a/*/read", "A/b/c/read"));
        assert!(!matches_pattern("a/*/read", "a/read"));
        assert!(matches_pattern("*", "anything"));
        assert!(!matches_pattern("a/b", "a/b/c"));
    }
}
