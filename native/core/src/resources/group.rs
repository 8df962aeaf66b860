//! `New-`, `Get-`, `Set-` and `Remove-AzResourceGroup`.

use azir_azure::arm::{
    client::RequestOptions,
    long_running::{self, Pending, Watch},
    paging::Pages,
};
use azir_azure::json::Lookup;
use azure_core::http::{Method, Url};
use serde_json::{Map, Value, json};

use super::GROUPS_API_VERSION;
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    names,
    output::{Field, Record, Shape},
    runtimes::azure::plain_location,
    wildcard,
};

static GROUP: Shape =
    Shape::named("Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceGroup");

fn url(arm: &Arm<'_>, name: &str) -> Result<Url> {
    Ok(arm.url(
        &["subscriptions", arm.subscription()?, "resourcegroups", name],
        GROUPS_API_VERSION,
    ))
}

/// `New-AzResourceGroup`: creates a group, or changes the tags of one that exists.
///
/// # Errors
/// What the service answers.
pub async fn new(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let name = arguments.required("Name")?;
    names::resource_group("Name", &name)?;
    let location = arguments.required("Location")?;
    if !call
        .caller
        .should_process("Creating the resource group...", &name)
        .await?
    {
        return Ok(());
    }
    let url = url(&arm, &name)?;
    let existing = arm.get_if_exists(url.clone()).await?;
    if existing.is_some() && !arguments.switch("Force") {
        let question =
            "Provided resource group already exists. Are you sure you want to update it?";
        if !call.caller.should_continue(question).await? {
            return Ok(());
        }
    }
    let mut body = Map::new();
    body.insert("location".to_owned(), json!(location));
    let kept = existing.as_ref().and_then(|group| group.member("tags"));
    if let Some(tags) = arguments.value("Tag").map(wire_tags).or(kept.cloned()) {
        body.insert("tags".to_owned(), tags);
    }
    let group = arm.put(url, &Value::Object(body), None).await?;
    call.caller.object(record(&group)).await
}

/// `Set-AzResourceGroup`: gives a group other tags; those that are not named go.
///
/// # Errors
/// What the service answers.
pub async fn set(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let name = match arguments.filled("Id") {
        Some(id) => name_in("Id", &id)?,
        None => arguments.required("Name")?,
    };
    names::resource_group("Name", &name)?;
    let tags = arguments.value("Tag").map_or_else(|| json!({}), wire_tags);
    let group = arm
        .send(
            Method::Patch,
            url(&arm, &name)?,
            Some(&json!({ "tags": tags })),
            RequestOptions::default(),
        )
        .await
        .map_err(|error| or_missing(error, &name))?
        .written()?;
    call.caller.object(record(&group)).await
}

/// Tags as they are sent: texts all, a tag without a value is an empty one.
fn wire_tags(tags: &Value) -> Value {
    let Some(tags) = tags.as_object() else {
        return tags.clone();
    };
    tags.iter()
        .map(|(name, value)| {
            let text = match value {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            (name.clone(), Value::String(text))
        })
        .collect::<Map<String, Value>>()
        .into()
}

/// `Get-AzResourceGroup`: one, or those that fit.
///
/// # Errors
/// What the service answers.
pub async fn get(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let name = match arguments.filled("Id") {
        Some(id) => Some(name_in("Id", &id)?),
        None => arguments.filled("Name"),
    };
    let pattern = name.filter(|name| name != "*");
    if let Some(name) = pattern
        .as_deref()
        .filter(|name| !wildcard::is_pattern(name))
    {
        names::resource_group("Name", name)?;
        let group = arm
            .get(url(&arm, name)?)
            .await
            .map_err(|error| or_missing(error, name))?;
        return call.caller.object(record(&group)).await;
    }
    let location = arguments
        .filled("Location")
        .map(|text| plain_location(&text));
    let tags = arguments.value("Tag").and_then(Value::as_object);
    let list = arm.url(
        &["subscriptions", arm.subscription()?, "resourcegroups"],
        GROUPS_API_VERSION,
    );
    let mut pages = Pages::new(&arm, list);
    while let Some(groups) = pages.next().await? {
        let fits = |group: &&Value| {
            let own = group.at("name").as_str().unwrap_or_default();
            pattern
                .as_deref()
                .is_none_or(|pattern| wildcard::matches(pattern, own))
                && location.as_deref().is_none_or(|location| {
                    plain_location(group.at("location").as_str().unwrap_or_default()) == location
                })
                && tags.is_none_or(|tags| {
                    tags.iter().all(|(name, value)| {
                        let wanted = value.as_str().unwrap_or_default();
                        group
                            .at("tags")
                            .at(name)
                            .as_str()
                            .is_some_and(|own| wanted.is_empty() || own == wanted)
                    })
                })
        };
        let records: Vec<Record> = groups.iter().filter(fits).map(record).collect();
        call.caller.objects(&records).await?;
    }
    Ok(())
}

/// `Remove-AzResourceGroup`: removes a group with all that is in it, and waits.
///
/// # Errors
/// What the service answers.
pub async fn remove(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let name = match arguments.filled("Name") {
        Some(name) => name,
        None => name_in("Id", &arguments.required("Id")?)?,
    };
    names::resource_group("Name", &name)?;
    let agreed = call
        .caller
        .should_process("Removing resource group ...", &name)
        .await?
        && (arguments.switch("Force")
            || call
                .caller
                .should_continue(&format!(
                    "Are you sure you want to remove resource group '{name}'"
                ))
                .await?);
    if agreed {
        let mut url = url(&arm, &name)?;
        if let Some(kinds) = arguments.filled("ForceDeletionType") {
            url.query_pairs_mut()
                .append_pair("forceDeletionTypes", &kinds);
        }
        let reply = arm
            .send(Method::Delete, url, None, RequestOptions::default())
            .await
            .map_err(|error| or_missing(error, &name))?;
        if let Some(pending) = Pending::of(&arm, &reply)? {
            let activity = format!("Removing resource group '{name}'");
            let notice = format!(
                "Only the wait was stopped. The removal of resource group '{name}' goes on in Azure. To see it: \
                 Get-AzResourceGroup -Name '{name}'"
            );
            call.caller.on_stop(notice).await?;
            let end = long_running::wait(&arm, pending, &Watch::patient(&activity)).await;
            call.caller.on_stop("").await?;
            end.map_err(|error| {
                let given_up = error.is_wait_given_up();
                let error = Error::from(error);
                if !given_up {
                    return error;
                }
                error.with_hint(format!(
                    "See whether the group is there yet with Get-AzResourceGroup -Name '{name}'."
                ))
            })?;
        }
    }
    // Written after the guard whatever its answer, as upstream does.
    call.caller.object(Record::bare(Field::Flag(true))).await
}

/// Az's own words and exception class for a group that does not exist; any other error as it is.
fn or_missing(error: Error, name: &str) -> Error {
    if !error.is_status(404) || error.is_code("SubscriptionNotFound") {
        return error;
    }
    Error::new(
        ErrorKind::InvalidInput { parameter: None },
        "Provided resource group does not exist.",
    )
    .thrown_as("System.ArgumentException")
    .about(name)
}

fn name_in(parameter: &str, id: &str) -> Result<String> {
    let parts: Vec<&str> = id.split('/').filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [s, _, g, name]
            if s.eq_ignore_ascii_case("subscriptions")
                && g.eq_ignore_ascii_case("resourceGroups") =>
        {
            Ok((*name).to_owned())
        }
        _ => Err(Error::invalid(
            parameter,
            format!(
                "'{id}' is not the resource id of a resource group. Its form is \
                 '/subscriptions/<subscription id>/resourceGroups/<group>'."
            ),
        )),
    }
}

fn record(group: &Value) -> Record {
    let tags = group.member("tags").filter(|tags| tags.is_object());
    Record::new(
        &GROUP,
        vec![
            (
                "ResourceGroupName".into(),
                Field::from_text(group.member("name")),
            ),
            (
                "Location".into(),
                Field::from_text(group.member("location")),
            ),
            (
                "ProvisioningState".into(),
                Field::from_text(group.at("properties").member("provisioningState")),
            ),
            ("Tags".into(), Field::from_table(tags)),
            ("TagsTable".into(), Field::text(tags.map(tags_table))),
            ("ResourceId".into(), Field::from_text(group.member("id"))),
            (
                "ManagedBy".into(),
                Field::from_text(group.member("managedBy")),
            ),
        ],
    )
}

/// Tags as the table of text that Az shows.
pub(crate) fn tags_table(tags: &Value) -> String {
    let rows: Vec<(&str, &str)> = tags
        .as_object()
        .map(|tags| {
            tags.iter()
                .map(|(n, v)| (n.as_str(), v.as_str().unwrap_or("")))
                .collect()
        })
        .unwrap_or_default();
    let width = rows
        .iter()
        .map(|(name, _)| name.chars().count())
        .max()
        .unwrap_or(0)
        .max(4);
    let line = |name: &str, value: &str| format!("{name:<width$}  {value}\n");
    let mut text = String::from("\n");
    text.push_str(&line("Name", "Value"));
    text.push_str(&line(&"=".repeat(width), "====="));
    for (name, value) in rows {
        text.push_str(&line(name, value));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_sent_as_texts() {
        assert_eq!(
            wire_tags(&json!({"a": null, "b": 5, "c": true, "d": "x"})),
            json!({"a": "", "b": "5", "c": "true", "d": "x"})
        );
    }

    #[test]
    fn an_id_of_something_else_is_refused() {
        assert_eq!(
            name_in("Id", "/subscriptions/s/resourcegroups/rg").unwrap(),
            "rg"
        );
        assert!(name_in("Id", "/subscriptions/s").is_err());
    }
}
