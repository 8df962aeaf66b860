//! Built-in roles under their real ids: those that integration runtimes, factories and their scripts use.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Value, json};

/// Everything, giving roles included.
pub const OWNER: &str = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
/// Everything but giving roles.
pub const CONTRIBUTOR: &str = "b24988ac-6180-42a0-ab88-20f7382dd24c";
/// Looking.
pub const READER: &str = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

/// A built-in role, as `roles.json` has it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Role {
    pub id: &'static str,
    pub name: &'static str,
    description: &'static str,
    actions: Vec<&'static str>,
    not_actions: Vec<&'static str>,
    data_actions: Vec<&'static str>,
}

/// All of them, in the order of Azure's list: first those that the emulator gives to its own principals and those that
/// manage factories and access to them, then those that scripts around data factories give. Ids and names are those of
/// every tenant; the lists of actions name what matters to a role's purpose.
static ALL: LazyLock<Vec<Role>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("roles.json")).expect("roles.json is part of the program")
});

/// Returns all roles that the emulator knows.
pub fn all() -> impl Iterator<Item = &'static Role> {
    ALL.iter()
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
        any(&self.actions) && !any(&self.not_actions)
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
    use std::collections::HashSet;

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
    fn every_role_allows_something_and_has_an_id_and_a_name_of_its_own() {
        let count = all().count();
        assert!(count > 50);
        for unique in [|role: &Role| role.id, |role: &Role| role.name] {
            let all: HashSet<&str> = all().map(unique).collect();
            assert_eq!(all.len(), count);
        }
        for role in all() {
            assert!(
                !role.actions.is_empty() || !role.data_actions.is_empty(),
                "{}",
                role.name
            );
            assert!(!role.description.is_empty() && by_id(role.id).is_some());
        }
    }

    #[test]
    fn a_star_stands_for_any_number_of_segments() {
        assert!(matches_pattern("a/*/read", "A/b/c/read"));
        assert!(!matches_pattern("a/*/read", "a/read"));
        assert!(matches_pattern("*", "anything"));
        assert!(!matches_pattern("a/b", "a/b/c"));
    }
}
