//! Shows and changes the settings while the emulator runs.

use serde_json::{Value, json};

use super::{Complaint, read};
use crate::wire::{Reply, Request};
use crate::world::{Registration, Service, Settings, World};

/// Changes the settings that are named and answers with all.
pub fn change(world: &mut World, request: &Request) -> Result<Reply, Complaint> {
    let mut asked: serde_json::Map<String, Value> = read(request)?;
    let registered = asked.shift_remove("providerRegistered");
    if asked.contains_key("throttling") {
        // Throttling begins with full buckets.
        world.buckets.clear();
    }
    let mut merged = json!(world.settings);
    for (name, value) in asked {
        merged[name] = value;
    }
    let settings: Settings = serde_json::from_value(merged)
        .map_err(|error| Complaint(400, format!("the settings are not understood: {error}")))?;
    if settings.page_size == 0 {
        return Err(Complaint(
            400,
            "the page size must be at least 1".to_owned(),
        ));
    }
    if let Some(registered) = registered {
        let state = match registered.as_bool() {
            Some(true) => Registration::Registered,
            Some(false) => Registration::NotRegistered,
            None => {
                return Err(Complaint(
                    400,
                    "'providerRegistered' must be true or false".to_owned(),
                ));
            }
        };
        for subscription in &mut world.subscriptions {
            for service in Service::ALL {
                *subscription.registration_mut(service) = state;
            }
        }
    }
    world.settings = settings;
    world.changed = true;
    Ok(show(world))
}

/// The settings.
pub fn show(world: &World) -> Reply {
    let mut shown = json!(world.settings);
    let registered = world.subscriptions.iter().all(|subscription| {
        subscription.registration(Service::DataFactory) != Registration::NotRegistered
    });
    shown["providerRegistered"] = registered.into();
    Reply::ok(&shown)
}
