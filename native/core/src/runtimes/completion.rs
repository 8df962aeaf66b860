//! What could be typed next: names of resource groups, factories, linked services, runtimes, nodes and locations.
//!
//! Nothing here is worth an error. How long to wait is the caller's business: it closes the operation when it has
//! waited long enough. What was found is remembered for a minute.

use azir_azure::json::Lookup;
use std::{
    collections::HashMap,
    time::{Duration, SystemTime},
};

use azir_azure::{arm::paging::Pages, context::Subscription};
use futures::{FutureExt, StreamExt, future::BoxFuture, stream};
use serde_json::Value;

use crate::{
    Call, accounts,
    arm::Arm,
    datafactory::linked_service,
    error::{ErrorKind, Result},
    fleet::finding::{CATALOG, Rule},
    output::{Field, Record},
    purview,
    request::member_text,
    resources::GROUPS_API_VERSION,
    runtimes::{
        body::RuntimeBody,
        find, model,
        place::{ParentPlace, RuntimePlace},
        resource_id::{ParentId, RuntimeId},
        service::Service,
    },
};

/// How long an answer is remembered, unless something is written meanwhile.
const FRESH: Duration = Duration::from_secs(60);
/// How many answers are remembered.
const ANSWERS: usize = 200;
/// How many candidates are shown at most: a longer list does not help.
pub const MOST: usize = 500;

/// How many factories, workspaces or accounts are asked at a time.
const AT_ONCE: usize = 16;

/// A text that could be typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The text.
    pub text: String,
    /// What the list that has it says about it.
    pub tool_tip: Option<String>,
}

impl From<String> for Candidate {
    fn from(text: String) -> Self {
        Self {
            text,
            tool_tip: None,
        }
    }
}

impl Candidate {
    fn into_record(self) -> Record {
        let Some(tool_tip) = self.tool_tip else {
            return Record::bare(Field::Text(self.text));
        };
        Record::bare(Field::Table(vec![
            ("Text".to_owned(), Field::Text(self.text)),
            ("ToolTip".to_owned(), Field::Text(tool_tip)),
        ]))
    }
}

/// What was found lately.
#[derive(Debug, Default)]
pub struct Completions(HashMap<String, (SystemTime, Vec<Candidate>)>);

impl Completions {
    fn get(&self, key: &str, now: SystemTime) -> Option<Vec<Candidate>> {
        let (since, found) = self.0.get(key)?;
        let age = now.duration_since(*since).ok()?;
        (age < FRESH).then(|| found.clone())
    }

    fn remember(&mut self, key: String, found: Vec<Candidate>, now: SystemTime) {
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
    let found = candidates(call).await.unwrap_or_default();
    let word = call.arguments().text("Word").unwrap_or_default();
    let word = word.trim_matches(['\'', '"']).to_lowercase();
    let records: Vec<Record> = found
        .into_iter()
        .filter(|own| own.text.to_lowercase().starts_with(&word))
        // A name with control characters is not a name, and would reach the terminal as it is.
        .filter(|own| !own.text.contains(char::is_control))
        .take(MOST)
        .map(Candidate::into_record)
        .collect();
    call.caller.objects(&records).await
}

async fn candidates(call: &Call) -> Result<Vec<Candidate>> {
    if let Some(names) = accounts::names(call) {
        return Ok(names.into_iter().map(Candidate::from).collect());
    }
    if call.arguments().text("Kind").as_deref() == Some("finding") {
        return Ok(CATALOG.iter().map(|rule| finding(rule)).collect());
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
        "subscription" => subscriptions(&arm, |own| (&own.name, &own.id)).await?,
        "subscriptionid" => subscriptions(&arm, |own| (&own.id, &own.name)).await?,
        "location" => locations(&arm).await?,
        "factory" | "factoryid" | "workspace" | "workspaceid" | "account" | "accountid" => {
            let member = if kind.ends_with("id") { "id" } else { "name" };
            parents(&arm, group.as_deref(), member).await?
        }
        "runtime" => {
            let place = ParentPlace::of_runtimes(&arm).await?;
            listed(&arm, place.runtimes_url(&arm), "name").await?
        }
        "linkedservice" => {
            let factory = ParentPlace::of_runtimes(&arm).await?;
            listed(&arm, linked_service::list_url(&arm, &factory), "name").await?
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

/// The code of a kind of findings, with what it means.
fn finding(rule: &Rule) -> Candidate {
    Candidate {
        text: rule.code.to_owned(),
        tool_tip: joined([Some(format!("{}: {}", rule.severity.name(), rule.title))]),
    }
}

async fn members(
    arm: &Arm<'_>,
    segments: &[&str],
    api_version: &str,
    member: &str,
) -> Result<Vec<Candidate>> {
    listed(arm, arm.url(segments, api_version), member).await
}

async fn listed(arm: &Arm<'_>, url: azure_core::http::Url, member: &str) -> Result<Vec<Candidate>> {
    let service = Service::of(arm.call);
    let mut found = Vec::new();
    let mut pages = Pages::new(arm, url);
    while let Some(page) = pages.next().await? {
        found.extend(page.iter().filter_map(|one| {
            Some(Candidate {
                text: member_text(one, member)?,
                tool_tip: described(service, one),
            })
        }));
        if found.len() >= MOST {
            break;
        }
    }
    found.sort_unstable_by_key(|own| own.text.to_lowercase());
    Ok(found)
}

/// What a list says of one of its members: kind, state, location and resource group, as far as it has them.
fn described(service: Service, resource: &Value) -> Option<String> {
    let kind = resource.at("type").as_str().unwrap_or_default();
    if kind.to_lowercase().ends_with("/integrationruntimes") {
        return of_runtime(&RuntimeBody::new(service, resource.clone()));
    }
    let group = ParentId::parse(
        service,
        "Id",
        resource.at("id").as_str().unwrap_or_default(),
    );
    joined([
        member_text(resource.at("properties"), "type"),
        member_text(resource, "location"),
        group
            .ok()
            .map(|id| format!("resource group {}", id.resource_group)),
    ])
}

/// What a list says of a runtime.
pub fn of_runtime(runtime: &RuntimeBody) -> Option<String> {
    let kind = match model::kind_name(runtime) {
        Field::Text(kind) => Some(kind),
        _ => None,
    };
    let location = runtime.details().at("computeProperties").at("location");
    let location = location
        .as_str()
        .filter(|location| !location.eq_ignore_ascii_case("AutoResolve"));
    joined([kind, runtime.state(), location.map(str::to_owned)])
}

/// The parts that there are, with commas between them.
fn joined<const N: usize>(parts: [Option<String>; N]) -> Option<String> {
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

async fn parents(arm: &Arm<'_>, group: Option<&str>, member: &str) -> Result<Vec<Candidate>> {
    let url = find::list_url(arm, Service::of(arm.call), group)?;
    listed(arm, url, member).await
}

/// The ids of all runtimes of the group's, else the subscription's, factories.
async fn runtime_ids(arm: &Arm<'_>, group: Option<&str>) -> Result<Vec<Candidate>> {
    let service = Service::of(arm.call);
    let ids = parents(arm, group, "id").await?;
    let reads: Vec<BoxFuture<'_, Result<Vec<Candidate>>>> = ids
        .iter()
        .filter_map(|id| ParentId::parse(service, "ResourceId", &id.text).ok())
        .map(|id| {
            let place = ParentPlace {
                service,
                subscription: id.subscription,
                resource_group: id.resource_group,
                name: id.name,
            };
            listed(arm, place.runtimes_url(arm), "id").boxed()
        })
        .collect();
    gathered(reads).await
}

/// What all reads find, some of them at a time, in their order. One that fails does not keep the others.
pub async fn gathered(reads: Vec<BoxFuture<'_, Result<Vec<Candidate>>>>) -> Result<Vec<Candidate>> {
    let mut answers = stream::iter(reads).buffered(AT_ONCE);
    let mut found = Vec::new();
    while let Some(answer) = answers.next().await {
        match answer {
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            answer => found.extend(answer.unwrap_or_default()),
        }
        if found.len() >= MOST {
            break;
        }
    }
    Ok(found)
}

/// The names of a self-hosted runtime's nodes, or the ids of a managed one's.
async fn nodes(arm: &Arm<'_>) -> Result<Vec<Candidate>> {
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
        .filter_map(|node| {
            Some(Candidate {
                text: member_text(node, "nodeName").or_else(|| member_text(node, "nodeId"))?,
                tool_tip: joined([member_text(node, "status"), member_text(node, "version")]),
            })
        })
        .collect())
}

/// What roles are given on most: the subscription, its groups and its factories.
async fn scopes(arm: &Arm<'_>) -> Result<Vec<Candidate>> {
    let subscription = arm.subscription()?;
    let segments = ["subscriptions", subscription, "resourcegroups"];
    let mut found = vec![Candidate::from(format!("/subscriptions/{subscription}"))];
    found.extend(members(arm, &segments, GROUPS_API_VERSION, "id").await?);
    found.extend(parents(arm, None, "id").await?);
    Ok(found)
}

/// The subscriptions that the account can see: one of id and name as the text, the other as the tooltip.
async fn subscriptions(
    arm: &Arm<'_>,
    texts: fn(&Subscription) -> (&String, &String),
) -> Result<Vec<Candidate>> {
    let mut found: Vec<Candidate> = accounts::subscriptions::list(arm.call, &arm.context)
        .await?
        .iter()
        .map(|own| {
            let (text, tool_tip) = texts(own);
            Candidate {
                text: text.clone(),
                tool_tip: joined([Some(tool_tip.clone())]),
            }
        })
        .filter(|own| !own.text.is_empty())
        .collect();
    found.sort_unstable_by_key(|own| own.text.to_lowercase());
    Ok(found)
}

/// Where data factories can be.
async fn locations(arm: &Arm<'_>) -> Result<Vec<Candidate>> {
    let url = arm.url(
        &[
            "subscriptions",
            arm.subscription()?,
            "providers",
            Service::DataFactory.namespace(),
        ],
        GROUPS_API_VERSION,
    );
    let provider = arm.get_object(url).await?;
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
    Ok(found.into_iter().map(Candidate::from).collect())
}
