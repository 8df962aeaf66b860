//! The managed identities of factories, workspaces and accounts.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::arm::Call;
use crate::random;
use crate::world::{Identity, UserIdentity};

/// The identities after a write: those asked for and there before stay, others come and go in the directory.
pub fn renew(
    call: &mut Call<'_>,
    subscription: &str,
    name: &str,
    before: Option<&Identity>,
    asked: &Value,
) -> Option<Identity> {
    let tenant = call
        .world
        .subscription(subscription)
        .map(|found| found.tenant.clone())
        .unwrap_or_default();
    let kind = asked["type"].as_str().unwrap_or("None");
    let wants = |word: &str| {
        kind.split(',')
            .any(|part| part.trim().eq_ignore_ascii_case(word))
    };
    let mut identity = Identity {
        kind: kind.to_owned(),
        tenant,
        system: None,
        users: BTreeMap::new(),
    };
    if wants("SystemAssigned") {
        identity.system = before
            .and_then(|before| before.system.clone())
            .or_else(|| Some(call.world.new_principal(subscription, name)));
    }
    if wants("UserAssigned") {
        for id in asked["userAssignedIdentities"]
            .as_object()
            .into_iter()
            .flat_map(Map::keys)
        {
            let user = before
                .and_then(|before| before.users.get(id).cloned())
                .unwrap_or_else(|| UserIdentity {
                    principal_id: call.world.new_principal(subscription, name),
                    client_id: random::guid(),
                });
            identity.users.insert(id.clone(), user);
        }
    }
    for gone in before.into_iter().flat_map(Identity::principals) {
        if !identity.principals().any(|principal| principal == gone) {
            call.world.directory.principals.remove(gone);
        }
    }
    let any = identity.principals().next().is_some();
    any.then_some(identity)
}

/// The identities as a member of the resource.
pub fn show(identity: &Identity) -> Value {
    let mut shown = json!({ "type": identity.kind });
    if let Some(system) = &identity.system {
        shown["principalId"] = system.as_str().into();
        shown["tenantId"] = identity.tenant.as_str().into();
    }
    if !identity.users.is_empty() {
        let users: Map<String, Value> = identity
            .users
            .iter()
            .map(|(id, user)| {
                (
                    id.clone(),
                    json!({ "principalId": user.principal_id, "clientId": user.client_id }),
                )
            })
            .collect();
        shown["userAssignedIdentities"] = users.into();
    }
    shown
}
