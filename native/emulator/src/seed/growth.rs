//! Makes many runtimes at once in one factory, workspace or account.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::facts::principals::{USER_NAME, USER_OBJECT};
use crate::runtimes;
use crate::services;
use crate::world::{Group, Identity, Parent, Service, World};

/// A number of runtimes, and the resource that they belong to.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Growth {
    subscription_id: String,
    resource_group_name: String,
    factory_name: Option<String>,
    workspace_name: Option<String>,
    account_name: Option<String>,
    count: usize,
    #[serde(default = "default_prefix")]
    prefix: String,
}

impl Growth {
    /// The service, and what the runtimes belong to there.
    fn parent(&self) -> Result<(Service, &str), (u16, String)> {
        let names = [&self.factory_name, &self.workspace_name, &self.account_name];
        let mut given = Service::ALL
            .into_iter()
            .zip(names)
            .filter_map(|(service, name)| Some((service, name.as_deref()?)));
        match (given.next(), given.next()) {
            (Some(found), None) => Ok(found),
            _ => Err((
                400,
                "one of 'factoryName', 'workspaceName' and 'accountName' is needed".to_owned(),
            )),
        }
    }
}

fn default_prefix() -> String {
    "ir-".to_owned()
}

/// The most that one request makes.
const MOST: usize = 1_000_000;

/// Makes self-hosted runtimes, and the group and the factory, workspace or account for them when they are missing.
///
/// # Errors
///
/// The status and the words of the refusal.
pub fn grow(world: &mut World, seed: &Growth) -> Result<Value, (u16, String)> {
    if seed.count > MOST {
        return Err((400, format!("at most {MOST} runtimes are made at once")));
    }
    let (service, name) = seed.parent()?;
    let subscription = world
        .subscription(&seed.subscription_id)
        .cloned()
        .ok_or_else(|| {
            (
                404,
                format!("there is no subscription '{}'", seed.subscription_id),
            )
        })?;
    let group_id = format!(
        "/subscriptions/{}/resourceGroups/{}",
        subscription.id, seed.resource_group_name
    );
    world
        .groups
        .entry(group_id.to_ascii_lowercase())
        .or_insert_with(|| Group {
            subscription: subscription.id.clone(),
            name: seed.resource_group_name.clone(),
            location: "westeurope".to_owned(),
            tags: None,
            managed_by: None,
            deleted_at: None,
        });
    let id = format!("{group_id}/providers/{}/{name}", service.kind());
    let key = id.to_ascii_lowercase();
    if !world.parents.contains_key(&key) {
        let group = &seed.resource_group_name;
        let mut parent = Parent::new(service, &subscription.id, group, name, "westeurope");
        parent.identity = Some(Identity {
            kind: "SystemAssigned".to_owned(),
            tenant: subscription.tenant.clone(),
            system: Some(world.new_principal(&subscription.id, name)),
            users: BTreeMap::new(),
        });
        services::furnish(&mut parent, (USER_NAME, USER_OBJECT));
        world.parents.insert(key.clone(), parent);
    }
    let Some(parent) = world.parents.get_mut(&key) else {
        return Err((404, format!("there is no '{id}'")));
    };
    let width = seed.count.to_string().len();
    for number in 1..=seed.count {
        let name = format!("{}{number:0width$}", seed.prefix);
        let mut runtime = runtimes::new(parent, &name);
        runtime.properties = json!({ "type": "SelfHosted", "description": format!("Number {number} of {}.",
            seed.count) });
        parent.runtimes.insert(name.to_ascii_lowercase(), runtime);
    }
    world.changed = true;
    let member = match service {
        Service::DataFactory => "factoryId",
        Service::Synapse => "workspaceId",
        Service::Purview => "accountId",
    };
    Ok(json!({ "count": seed.count, (member): id }))
}
