//! What could be typed next: names of resource groups, factories, runtimes, nodes and locations.
//!
//! Nothing here is worth an error or a wait: what cannot be had within 900 ms is left out, and
//! what was had is remembered for a minute.

use azir_azure::json::Lookup;
use std::{
    collections::HashMap,
    time::{Duration, SystemTime},
};

use azir_azure::arm::paging::Pages;
use futures::future::{Either, select};
use serde_json::Value;

use crate::{
    Call, accounts,
    arm::Arm,
    error::Result,
    output::{Field, Record},
    purview,
    request::member_text,
    resources::GROUPS_API_VERSION,
    runtimes::{
        find,
        place::{ParentPlace, RuntimePlace},
        resource_id::{ParentId, RuntimeId},
        service::Service,
    },
};

/// How long a completion may take.
const LIMIT: Duration = Duration::from_millis(900);
/// How long an answer is remembered, unless something is written meanwhile.
const FRESH: Duration = Duration::from_secs(60);
/// How many answers are remembered.
const ANSWERS: usize = 200;
/// How many candidates are shown at most: a longer list does not help.
pub const MOST: usize = 500;

/// What was found lately.
#[derive(Debug, Default)]
pub struct Completions(HashMap<String, (SystemTime, Vec<String>)>);

impl Completions {
    fn get(&self, key: &str, now: SystemTime) -> Option<Vec<String>> {
        let (since, found) = self.0.get(key)?;
        let age = now.duration_since(*since).ok()?;
        (age < FRESH).then(|| found.clone())
    }

    fn remember(&mut self, key: String, found: Vec<String>, now: SystemTime) {
        if self.0.len() >= ANSWERS {
            self.0.clear();
        }
        self.0.insert(key, (now, found));
    }

    /// Forgets everything: something was written.
    pub fn forget(&mut self) {
        self.0.clear();
    }
}

/// Answers with the texts that fit what has been typed.
///
/// # Errors
/// `Cancelled` only.
pub async fn run(call: &Call) -> Result<()> {
    let found = {
        let work = Box::pin(candidates(call));
        match select(work, call.library.clock.sleep(LIMIT)).await {
            Either::Left((Ok(found), _)) => found,
            Either::Left((Err(_), _)) | Either::Right(_) => Vec::new(),
        }
    };
    let word = call.arguments().text("Word").unwrap_or_default();
    let word = word.trim_matches(['\'', '"']).to_lowercase();
    let records: Vec<Record> = found
        .into_iter()
        .filter(|text| text.to_lowercase().starts_with(&word))
        .take(MOST)
        .map(|text| Record::bare(Field::Text(text)))
        .collect();
    call.caller.objects(&records).await
}

async fn candidates(call: &Call) -> Result<Vec<String>> {
    if let Some(names) = accounts::names(call) {
        return Ok(names);
    }
    let arm = Arm::connect(call).await?.without_registration();
    let kind = call.arguments().text("Kind").unwrap_or_default();
    let group = call.arguments().filled("ResourceGroupName");
    let key = format!(
        "{}\n{}\n{kind}\n{}\n{}\n{}",
        call.request.operation,
        arm.context.name,
        arm.subscription()?,
        group.as_deref().unwrap_or_default(),
        [
            "AccountName",
            "DataFactoryName",
            "WorkspaceName",
            "IntegrationRuntimeName",
            "Name",
            "ResourceId"
        ]
        .map(|name| call.arguments().text(name).unwrap_or_default())
        .join("\n"),
    );
    let now = call.library.clock.now();
    if let Some(known) = call.library.state().completions.get(&key, now) {
        return Ok(known);
    }
    let found = match kind.as_str() {
        "group" => {
            let segments = ["subscriptions", arm.subscription()?, "resourcegroups"];
            members(&arm, &segments, GROUPS_API_VERSION, "name").await?
        }
        "scope" => scopes(&arm).await?,
        "location" => locations(&arm).await?,
        "factory" | "factoryid" | "workspace" | "workspaceid" | "account" | "accountid" => {
            let member = if kind.ends_with("id") { "id" } else { "name" };
            parents(&arm, group.as_deref(), member).await?
        }
        "runtime" => {
            let place = ParentPlace::of_runtimes(&arm).await?;
            listed(&arm, place.runtimes_url(&arm), "name").await?
        }
        "purviewruntime" => purview::completion::runtimes(&arm).await?,
        "purviewruntimeid" => purview::completion::runtime_ids(&arm, group.as_deref()).await?,
        "runtimeid" => runtime_ids(&arm, group.as_deref()).await?,
        "node" => nodes(&arm).await?,
        _ => Vec::new(),
    };
    call.library
        .state()
        .completions
        .remember(key, found.clone(), now);
    Ok(found)
}

async fn members(
    arm: &Arm<'_>,
    segments: &[&str],
    api_version: &str,
    member: &str,
) -> Result<Vec<String>> {
    listed(arm, arm.url(segments, api_version), member).await
}

async fn listed(arm: &Arm<'_>, url: azure_core::http::Url, member: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut pages = Pages::new(arm, url);
    while let Some(page) = pages.next().await? {
        found.extend(page.iter().filter_map(|one| member_text(one, member)));
        if found.len() >= MOST {
            break;
        }
    }
    found.sort_unstable_by_key(|text| text.to_lowercase());
    Ok(found)
}

async fn parents(arm: &Arm<'_>, group: Option<&str>, member: &str) -> Result<Vec<String>> {
    let url = find::list_url(arm, Service::of(arm.call), group)?;
    listed(arm, url, member).await
}

/// The ids of all runtimes of the group's, else the subscription's, factories.
async fn runtime_ids(arm: &Arm<'_>, group: Option<&str>) -> Result<Vec<String>> {
    let service = Service::of(arm.call);
    let mut found = Vec::new();
    for id in parents(arm, group, "id").await? {
        let Ok(id) = ParentId::parse(service, "ResourceId", &id) else {
            continue;
        };
        let place = ParentPlace {
            service,
            subscription: id.subscription,
            resource_group: id.resource_group,
            name: id.name,
        };
        found.extend(listed(arm, place.runtimes_url(arm), "id").await?);
        if found.len() >= MOST {
            break;
        }
    }
    Ok(found)
}

/// The names of a self-hosted runtime's nodes, or the ids of a managed one's.
async fn nodes(arm: &Arm<'_>) -> Result<Vec<String>> {
    let arguments = arm.call.arguments();
    let place = match arguments.filled("ResourceId") {
        Some(id) => {
            RuntimeId::parse(Service::of(arm.call), "ResourceId", &id)?;
            RuntimePlace::from_id(Service::of(arm.call), "ResourceId", &id)?
        }
        None => RuntimePlace {
            parent: ParentPlace::of_runtimes(arm).await?,
            name: arguments.required("IntegrationRuntimeName")?,
        },
    };
    let status = arm
        .post(place.action_url(arm, &["getStatus"]), None)
        .await?;
    let nodes = status
        .at("properties")
        .at("typeProperties")
        .at("nodes")
        .as_array()
        .cloned()
        .unwrap_or_default();
    Ok(nodes
        .iter()
        .filter_map(|node| member_text(node, "nodeName").or_else(|| member_text(node, "nodeId")))
        .collect())
}

/// What roles are given on most: the subscription, its groups and its factories.
async fn scopes(arm: &Arm<'_>) -> Result<Vec<String>> {
    let subscription = arm.subscription()?;
    let segments = ["subscriptions", subscription, "resourcegroups"];
    let mut found = vec![format!("/subscriptions/{subscription}")];
    found.extend(members(arm, &segments, GROUPS_API_VERSION, "id").await?);
    found.extend(parents(arm, None, "id").await?);
    Ok(found)
}

/// Where data factories can be.
async fn locations(arm: &Arm<'_>) -> Result<Vec<String>> {
    let url = arm.url(
        &[
            "subscriptions",
            arm.subscription()?,
            "providers",
            Service::DataFactory.namespace(),
        ],
        GROUPS_API_VERSION,
    );
    let provider = arm.get(url).await?;
    let factories = provider
        .at("resourceTypes")
        .as_array()
        .and_then(|kinds| {
            kinds.iter().find(|kind| {
                kind.at("resourceType")
                    .as_str()
                    .is_some_and(|own| own.eq_ignore_ascii_case("factories"))
            })
        })
        .cloned()
        .unwrap_or_default();
    let mut found: Vec<String> = factories
        .at("locations")
        .as_array()
        .map(|places| {
            places
                .iter()
                .filter_map(Value::as_str)
                .map(|place| place.replace(' ', "").to_lowercase())
                .collect()
        })
        .unwrap_or_default();
    found.sort_unstable();
    found.dedup();
    Ok(found)
}
