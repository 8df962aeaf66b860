//! Many runtimes at once.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::json;

use super::{Complaint, read};
use crate::runtimes;
use crate::wire::{Reply, Request};
use crate::world::{Group, Identity, Parent, Service, World};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Seed {
    subscription_id: String,
    resource_group_name: String,
    factory_name: String,
    count: usize,
    #[serde(default = "default_prefix")]
    prefix: String,
}

fn default_prefix() -> String {
    "ir-".to_owned()
}

/// The most that one request makes.
const MOST: usize = 1_000_000;

/// Makes self-hosted runtimes, and the group and factory for them when they are missing.
pub fn grow(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let seed: Seed = read(request)?;
    if seed.count > MOST {
        return Err(Complaint(
            400,
            format!("at most {MOST} runtimes are made at once"),
        ));
    }
    let subscription = world
        .subscription(&seed.subscription_id)
        .cloned()
        .ok_or_else(|| {
            Complaint(
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
    let factory_id = format!(
        "{group_id}/providers/Microsoft.DataFactory/factories/{}",
        seed.factory_name
    );
    let key = factory_id.to_ascii_lowercase();
    if !world.parents.contains_key(&key) {
        let principal = world.new_principal(&subscription.id, &seed.factory_name);
        let mut factory = Parent::new(
            Service::DataFactory,
            &subscription.id,
            &seed.resource_group_name,
            &seed.factory_name,
            "westeurope",
        );
        factory.identity = Some(Identity {
            kind: "SystemAssigned".to_owned(),
            tenant: subscription.tenant.clone(),
            system: Some(principal),
            users: BTreeMap::new(),
        });
        world.parents.insert(key.clone(), factory);
    }
    let Some(factory) = world.parents.get_mut(&key) else {
        return Err(Complaint(
            404,
            format!("there is no data factory '{factory_id}'"),
        ));
    };
    let width = seed.count.to_string().len();
    for number in 1..=seed.count {
        let name = format!("{}{number:0width$}", seed.prefix);
        let mut runtime = runtimes::new(factory, &name);
        runtime.properties = json!({ "type": "SelfHosted", "description": format!("Number {number} of {}.", seed.count) });
        factory.runtimes.insert(name.to_ascii_lowercase(), runtime);
    }
    world.changed = true;
    Ok(Reply::ok(
        &json!({ "count": seed.count, "factoryId": factory_id }),
    ))
}
