//! Resource groups. The deletion of a group takes its resources with it.

use std::ops::Bound;

use hyper::Method;
use serde_json::{Map, Value, json};

use super::call::{group_key, group_not_found};
use super::{Call, operations, paging};
use crate::clock;
use crate::facts::locations;
use crate::random;
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Group, Operation, OperationKind};

/// The groups of a subscription.
pub fn list(call: &Call<'_>, subscription: &str) -> Answer {
    call.subscription(subscription)?;
    call.require(
        "Microsoft.Resources/subscriptions/resourceGroups/read",
        &format!("/subscriptions/{subscription}"),
    )?;
    let within = group_key(subscription, "");
    let start =
        paging::after(call.request)?.map_or(Bound::Included(within.clone()), Bound::Excluded);
    let tag = call.request.query("$filter").map(tag_filter);
    let groups = call
        .world
        .groups
        .range((start, Bound::Unbounded))
        .take_while(|(key, _)| key.starts_with(&within))
        .filter(|(_, group)| {
            tag.as_ref()
                .is_none_or(|(name, value)| has_tag(group, name.as_deref(), value.as_deref()))
        });
    let size = call
        .request
        .query("$top")
        .and_then(|top| top.parse().ok())
        .unwrap_or(call.world.settings.page_size);
    Ok(paging::page(call.request, size, groups, show))
}

/// Reads `tagName eq 'a' and tagValue eq 'b'`.
fn tag_filter(filter: &str) -> (Option<String>, Option<String>) {
    let part = |name: &str| {
        let at = filter.to_ascii_lowercase().find(&format!("{name} eq '"))?;
        let rest = &filter[at + name.len() + 5..];
        rest.split_once('\'').map(|(value, _)| value.to_owned())
    };
    (part("tagname"), part("tagvalue"))
}

fn has_tag(group: &Group, name: Option<&str>, value: Option<&str>) -> bool {
    let Some(name) = name else { return true };
    group.tags.iter().flatten().any(|(tag, is)| {
        tag.eq_ignore_ascii_case(name) && value.is_none_or(|value| is.as_str() == Some(value))
    })
}

/// Everything done to one group.
pub fn one(call: &mut Call<'_>, subscription: &str, name: &str) -> Answer {
    let subscription = call.subscription(subscription)?.id.clone();
    let scope = format!("/subscriptions/{subscription}/resourcegroups/{name}");
    let allowed = [
        Method::GET,
        Method::HEAD,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
    ];
    let verb = call.verb(&allowed, "a resource group")?;
    call.require(
        &format!("Microsoft.Resources/subscriptions/resourceGroups/{verb}"),
        &scope,
    )?;
    match call.request.method {
        Method::HEAD => Ok(Reply::empty(if call.group(&subscription, name).is_ok() {
            204
        } else {
            404
        })),
        Method::GET => Ok(Reply::ok(&show(call.group(&subscription, name)?))),
        Method::PUT => put(call, subscription, name),
        Method::PATCH => patch(call, &subscription, name),
        _ => delete(call, &subscription, name),
    }
}

fn put(call: &mut Call<'_>, subscription: String, name: &str) -> Answer {
    check_name(name)?;
    let body = call.request.json()?;
    let Some(location) = body["location"]
        .as_str()
        .filter(|location| !location.is_empty())
    else {
        return Err(Refusal::gateway(
            400,
            "LocationRequired",
            "The location property is required for this definition.",
        ));
    };
    if !locations::is_known(location) {
        return Err(Refusal::gateway(
            400,
            "LocationNotAvailableForResourceGroup",
            format!(
                "The provided location '{location}' is not available for resource group. List of available regions \
                 is '{}'.",
                locations::names()
            ),
        ));
    }
    let location = locations::normalize(location);
    let key = group_key(&subscription, name);
    let mut name = name.to_owned();
    let existing = call.world.groups.get(&key);
    if let Some(existing) = existing {
        call.standing_group(&subscription, &name)?;
        if existing.location != location {
            return Err(Refusal::gateway(
                409,
                "InvalidResourceGroupLocation",
                format!(
                    "Invalid resource group location '{location}'. The Resource group already exists in location '{}'.",
                    existing.location
                ),
            ));
        }
        name.clone_from(&existing.name);
    }
    let status = if existing.is_some() { 200 } else { 201 };
    let group = Group {
        subscription,
        name,
        location,
        tags: body["tags"].as_object().cloned(),
        managed_by: body["managedBy"].as_str().map(str::to_owned),
        deleted_at: None,
    };
    let reply = Reply::json(status, &show(&group));
    call.world.groups.insert(key, group);
    call.world.changed = true;
    Ok(reply)
}

fn patch(call: &mut Call<'_>, subscription: &str, name: &str) -> Answer {
    call.standing_group(subscription, name)?;
    let body = call.request.json()?;
    let group = call
        .world
        .groups
        .get_mut(&group_key(subscription, name))
        .ok_or_else(|| group_not_found(name))?;
    if let Some(tags) = body.get("tags") {
        group.tags = tags.as_object().cloned();
    }
    if let Some(managed_by) = body.get("managedBy") {
        group.managed_by = managed_by.as_str().map(str::to_owned);
    }
    call.world.changed = true;
    Ok(Reply::ok(&show(group)))
}

fn delete(call: &mut Call<'_>, subscription: &str, name: &str) -> Answer {
    let due_ms = clock::now_ms() + call.world.settings.operation_seconds * 1000;
    let group = call
        .world
        .groups
        .get_mut(&group_key(subscription, name))
        .ok_or_else(|| group_not_found(name))?;
    group.deleted_at.get_or_insert(due_ms);
    let token = random::hex32();
    call.world.operations.insert(
        token.clone(),
        Operation {
            kind: OperationKind::DeleteGroup,
            due_ms,
            failure: None,
        },
    );
    call.world.changed = true;
    let version = call.request.query("api-version").unwrap_or_default();
    let location = format!(
        "{}/subscriptions/{subscription}/operationresults/{token}?api-version={version}",
        call.request.origin
    );
    let begun = Reply::empty(202).with("location", &location);
    Ok(operations::paced(
        begun,
        &call.world.settings,
        operations::GROUP_PACE,
    ))
}

fn check_name(name: &str) -> Result<(), Refusal> {
    let allowed = |letter: char| letter.is_alphanumeric() || "-_.()".contains(letter);
    if name.chars().count() > 90 || name.ends_with('.') || !name.chars().all(allowed) {
        return Err(Refusal::gateway(
            400,
            "InvalidResourceGroup",
            format!(
                "The provided resource group name '{name}' is not valid: it can have up to 90 letters, digits, '-', \
                 '_', '.', '(' and ')', \
                 and must not end with '.'."
            ),
        ));
    }
    Ok(())
}

fn show(group: &Group) -> Value {
    let mut shown = Map::new();
    shown.insert(
        "id".into(),
        format!(
            "/subscriptions/{}/resourceGroups/{}",
            group.subscription, group.name
        )
        .into(),
    );
    shown.insert("name".into(), group.name.clone().into());
    shown.insert("type".into(), "Microsoft.Resources/resourceGroups".into());
    shown.insert("location".into(), group.location.clone().into());
    if let Some(managed_by) = &group.managed_by {
        shown.insert("managedBy".into(), managed_by.clone().into());
    }
    if let Some(tags) = &group.tags {
        shown.insert("tags".into(), tags.clone().into());
    }
    let state = if group.deleted_at.is_some() {
        "Deleting"
    } else {
        "Succeeded"
    };
    shown.insert("properties".into(), json!({ "provisioningState": state }));
    shown.into()
}
