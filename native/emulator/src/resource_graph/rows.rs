//! The rows of the tables: resources and role assignments, as far as a caller may see them.
//!
//! The graph lags behind: settings add rows of resources that are gone, and rows of subscriptions that a caller sees
//! here
//! and may not read.

use serde_json::{Map, Value, json};

use super::bad_request;
use crate::arm::{Call, access, assignments};
use crate::services;
use crate::wire::Refusal;
use crate::world::{Service, Subscription};

type Row = Map<String, Value>;

/// Returns the subscriptions that a query is about, and whether there were more than it may be about.
///
/// # Errors
///
/// Both kinds of scope, or scopes of which none is there.
pub fn scope<'a>(
    call: &'a Call<'_>,
    body: &Value,
) -> Result<(Vec<&'a Subscription>, bool), Refusal> {
    let list = |name: &str| -> Option<Vec<&str>> {
        let named = body[name].as_array()?;
        (!named.is_empty()).then(|| named.iter().filter_map(Value::as_str).collect())
    };
    let known = call
        .world
        .subscriptions
        .iter()
        .filter(|subscription| subscription.tenant == call.caller.tenant);
    let is_named =
        |names: &[&str], id: &str| names.iter().any(|name| name.eq_ignore_ascii_case(id));
    let mut found: Vec<&Subscription> = match (list("subscriptions"), list("managementGroups")) {
        (Some(_), Some(_)) => {
            return Err(bad_request(
                "InvalidScope",
                "Subscriptions and management groups cannot be named together.",
            ));
        }
        (Some(ids), None) => {
            let found: Vec<_> = known
                .filter(|subscription| is_named(&ids, &subscription.id))
                .collect();
            if found.is_empty() {
                return Err(bad_request(
                    "NoValidSubscriptionsInQueryRequest",
                    "There must be at least one subscription that is eligible to contain resources.",
                ));
            }
            return Ok((found, false));
        }
        (None, Some(names)) => {
            let mut members = Vec::new();
            for name in &names {
                members.extend(group(call, name)?);
            }
            known
                .filter(|subscription| members.contains(&subscription.id))
                .collect()
        }
        (None, None) => known.collect(),
    };
    let most = call.world.settings.graph_subscription_limit.max(1);
    let is_over = found.len() > most;
    found.truncate(most);
    Ok((found, is_over))
}

/// Returns the subscriptions of a management group. The root group has the tenant's id, and all of them.
fn group(call: &Call<'_>, name: &str) -> Result<Vec<String>, Refusal> {
    if name.eq_ignore_ascii_case(&call.caller.tenant) {
        let all = call.world.subscriptions.iter();
        return Ok(all.map(|subscription| subscription.id.clone()).collect());
    }
    call.world
        .management_groups
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, members)| members.clone())
        .ok_or_else(|| {
            bad_request(
                "InvalidScope",
                format!("The management group '{name}' is not there, or cannot be read."),
            )
        })
}

/// Returns the rows of `table` in these subscriptions.
pub fn of(call: &Call<'_>, table: &str, scope: &[&Subscription]) -> Vec<Row> {
    if table == "authorizationresources" {
        return role_assignments(call, scope);
    }
    let settings = &call.world.settings;
    let mut rows = Vec::new();
    for subscription in scope {
        let lags = settings
            .graph_shows
            .iter()
            .any(|id| id.eq_ignore_ascii_case(&subscription.id));
        let within = format!("/subscriptions/{}/", subscription.id.to_ascii_lowercase());
        let found = call
            .world
            .parents
            .range(within.clone()..)
            .take_while(|(key, _)| key.starts_with(&within));
        for (key, parent) in found {
            let action = format!("{}/read", parent.service.kind());
            if lags || access::is_allowed(call.world, &call.caller.object_id, &action, key) {
                rows.push(resource(&services::show(call, parent), subscription));
            }
        }
        let stale = settings
            .graph_stale_ids
            .iter()
            .filter(|id| id.to_ascii_lowercase().starts_with(&within));
        rows.extend(stale.filter_map(|id| gone(id, subscription)));
    }
    rows
}

/// A row of a resource as its service shows it.
fn resource(shown: &Value, subscription: &Subscription) -> Row {
    let id = shown["id"].as_str().unwrap_or_default();
    let lower = |value: &Value| value.as_str().unwrap_or_default().to_ascii_lowercase();
    let group = id.split('/').nth(4).unwrap_or_default();
    let location: String = lower(&shown["location"]).split_whitespace().collect();
    let row = json!({
        "id": id,
        "name": shown["name"],
        "type": lower(&shown["type"]),
        "tenantId": subscription.tenant,
        "location": location,
        "resourceGroup": group.to_ascii_lowercase(),
        "subscriptionId": subscription.id,
        "properties": shown["properties"],
        "tags": shown["tags"],
        "identity": shown["identity"],
    });
    row.as_object().cloned().unwrap_or_default()
}

/// A row of a resource that is not there any more.
fn gone(id: &str, subscription: &Subscription) -> Option<Row> {
    let parts: Vec<&str> = id.split('/').skip(1).collect();
    let service = Service::of(parts.get(5)?)?;
    let shown = json!({
        "id": id,
        "name": parts.get(7)?,
        "type": service.kind(),
        "location": "westeurope",
        "properties": { "provisioningState": "Succeeded" },
        "tags": {},
    });
    Some(resource(&shown, subscription))
}

fn role_assignments(call: &Call<'_>, scope: &[&Subscription]) -> Vec<Row> {
    let mut rows = Vec::new();
    for subscription in scope {
        let at = format!("/subscriptions/{}", subscription.id);
        let action = "Microsoft.Authorization/roleAssignments/read";
        if !access::is_allowed(call.world, &call.caller.object_id, action, &at) {
            continue;
        }
        let found = call.world.assignments.values().filter(|assignment| {
            access::is_at_or_below(&assignment.scope.to_ascii_lowercase(), &at)
        });
        for assignment in found {
            let shown = assignments::show(assignment, false);
            let row = json!({
                "id": shown["id"],
                "name": shown["name"],
                "type": "microsoft.authorization/roleassignments",
                "tenantId": subscription.tenant,
                "location": "global",
                "resourceGroup": "",
                "subscriptionId": subscription.id,
                "properties": shown["properties"],
                "tags": null,
                "identity": null,
            });
            rows.extend(row.as_object().cloned());
        }
    }
    rows
}
