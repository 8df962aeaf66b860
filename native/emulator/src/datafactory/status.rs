//! What a runtime is doing: `getStatus`.

use serde_json::{Map, Value, json};

use super::body::{self, Kind};
use super::place::Place;
use super::{LATEST_VERSION, lifecycle, links, nodes, settle};
use crate::arm::{Call, locations};
use crate::clock;
use crate::wire::{Answer, Reply};
use crate::world::{Factory, Runtime};

/// The status of the runtime in the path; a linked one answers with the shared one's.
pub fn get(call: &mut Call<'_>, place: &Place) -> Answer {
    place.enter(call, "integrationRuntimes/getstatus/read")?;
    settle(call, place);
    let (factory, runtime) = place.runtime(call)?;
    if let Some(planted) = &runtime.planted_status {
        return Ok(Reply::ok(planted));
    }
    if runtime.shared.is_some() {
        let (factory, runtime) = links::follow(call.world, place, factory, runtime)?;
        return Ok(Reply::ok(&show(factory, runtime)));
    }
    Ok(Reply::ok(&show(factory, runtime)))
}

/// The status of `runtime`.
pub fn show(factory: &Factory, runtime: &Runtime) -> Value {
    let properties = match body::kind(&runtime.properties) {
        Some(Kind::Managed) => managed(factory, runtime),
        Some(Kind::SelfHosted) => self_hosted(factory, runtime),
        None => unknown(factory, runtime),
    };
    json!({ "name": runtime.name, "properties": properties })
}

/// The status of a runtime of a type that nothing is known of.
fn unknown(factory: &Factory, runtime: &Runtime) -> Value {
    json!({
        "type": runtime.properties["type"],
        "dataFactoryName": factory.name,
        "state": "Online",
        "typeProperties": { "createTime": runtime.created },
    })
}

fn managed(factory: &Factory, runtime: &Runtime) -> Value {
    let state = runtime.lifecycle.map_or("Online", lifecycle::name);
    let mut details = Map::new();
    details.insert("createTime".into(), runtime.created.as_str().into());
    details.insert("nodes".into(), lifecycle::machines(runtime).into());
    details.insert("otherErrors".into(), json!([]));
    if let Some(last) = &runtime.last_operation {
        details.insert("lastOperation".into(), last.clone());
    }
    json!({ "type": "Managed", "dataFactoryName": factory.name, "state": state, "typeProperties": details })
}

/// The state that the nodes make up together.
pub fn overall(runtime: &Runtime) -> &'static str {
    let online = runtime
        .nodes
        .values()
        .filter(|node| node.status == "Online")
        .count();
    let limited = runtime.nodes.values().any(|node| node.status == "Limited");
    match (runtime.nodes.len(), online) {
        (0, _) => "NeedRegistration",
        (all, online) if online == all => "Online",
        (_, 0) if !limited => "Offline",
        _ => "Limited",
    }
}

fn self_hosted(factory: &Factory, runtime: &Runtime) -> Value {
    let nodes = nodes::show_all(runtime);
    // The oldest node speaks for all.
    let version = runtime
        .nodes
        .values()
        .map(|node| node.version.as_str())
        .min();
    let mut details = Map::new();
    let mut put = |name: &str, value: Value| details.insert(name.to_owned(), value);
    put("autoUpdate", runtime.auto_update.as_str().into());
    put("taskQueueId", runtime.task_queue.as_str().into());
    put("internalChannelEncryption", "NotSet".into());
    if let Some(version) = version {
        put("version", version.into());
    }
    put("nodes", nodes.into());
    if let Some(delay) = &runtime.update_delay {
        put("updateDelayOffset", delay.as_str().into());
    }
    if version.is_some() {
        put("localTimeZoneOffset", "PT0S".into());
    }
    let region = factory.region();
    put(
        "serviceUrls",
        json!([format!("{}.{region}.datafactory.azure.net", factory.name)]),
    );
    put("serviceRegion", locations::code(&region).into());
    let links: Vec<Value> = runtime
        .links
        .iter()
        .map(|link| {
            json!({
                "name": link.name,
                "subscriptionId": link.subscription,
                "dataFactoryName": link.factory,
                "dataFactoryLocation": link.location,
                "createTime": link.created,
            })
        })
        .collect();
    put("links", links.into());
    put(
        "versionStatus",
        version.map_or("None", nodes::version_status).into(),
    );
    put(
        "capabilities",
        if version.is_some() {
            nodes::capabilities(true)
        } else {
            json!({})
        },
    );
    if version.is_some_and(|version| nodes::version_status(version) == "UpdateAvailable") {
        put("pushedVersion", LATEST_VERSION.into());
        if runtime.auto_update == "On" {
            put("scheduledUpdateDate", clock::midnight_in_days(7, 0).into());
            put(
                "autoUpdateETA",
                clock::midnight_in_days(7, delay_hours(runtime)).into(),
            );
        }
        put("newerVersions", json!([LATEST_VERSION]));
    } else {
        put("newerVersions", json!([]));
    }
    put("latestVersion", LATEST_VERSION.into());
    put("createTime", runtime.created.as_str().into());
    if let Some(enabled) =
        runtime.properties["typeProperties"]["selfContainedInteractiveAuthoringEnabled"].as_bool()
    {
        put("selfContainedInteractiveAuthoringEnabled", enabled.into());
    }
    json!({ "type": "SelfHosted", "dataFactoryName": factory.name, "state": overall(runtime), "typeProperties": details })
}

/// The hours in a delay like `PT3H`; other units are not used by the service.
fn delay_hours(runtime: &Runtime) -> i64 {
    let delay = runtime.update_delay.as_deref().unwrap_or("PT0H");
    delay
        .strip_prefix("PT")
        .and_then(|rest| rest.split('H').next())
        .and_then(|hours| hours.parse().ok())
        .unwrap_or(0)
}
