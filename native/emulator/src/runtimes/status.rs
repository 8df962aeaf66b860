//! Answers `getStatus`.

use serde_json::{Map, Value, json};

use super::body::{self, Kind};
use super::place::Place;
use super::{LATEST_VERSION, lifecycle, links, nodes, settle};
use crate::arm::Call;
use crate::clock;
use crate::facts::locations::{self, REGIONS};
use crate::wire::{Answer, Reply};
use crate::world::{Parent, Runtime, Service};

/// The status of the runtime in the path; a linked one answers with the shared one's.
pub fn get(call: &mut Call<'_>, place: &Place) -> Answer {
    place.enter(call, "integrationRuntimes/getstatus/read")?;
    settle(call, place);
    let (parent, runtime) = place.runtime(call)?;
    if let Some(planted) = &runtime.planted_status {
        return Ok(Reply::ok(planted));
    }
    if runtime.shared.is_some() {
        let (parent, runtime) = links::follow(call.world, place, parent, runtime)?;
        return Ok(Reply::ok(&show(place, parent, runtime)));
    }
    Ok(Reply::ok(&show(place, parent, runtime)))
}

/// The status of `runtime`.
pub fn show(place: &Place, parent: &Parent, runtime: &Runtime) -> Value {
    let properties = match body::kind(&runtime.properties) {
        Some(Kind::Managed) => managed(parent, runtime),
        Some(Kind::SelfHosted) => self_hosted(place, parent, runtime),
        None => unknown(parent, runtime),
    };
    json!({ "name": runtime.name, "properties": properties })
}

/// The status of a runtime of a type that nothing is known of.
fn unknown(parent: &Parent, runtime: &Runtime) -> Value {
    json!({
        "type": runtime.properties["type"],
        "dataFactoryName": parent.name,
        "state": "Online",
        "typeProperties": { "createTime": runtime.created },
    })
}

fn managed(parent: &Parent, runtime: &Runtime) -> Value {
    let state = match runtime.lifecycle {
        Some(lifecycle) => lifecycle::name(lifecycle),
        None if runtime.limited => "Limited",
        None => "Online",
    };
    let mut details = Map::new();
    details.insert("createTime".into(), runtime.created.as_str().into());
    details.insert("nodes".into(), lifecycle::machines(runtime).into());
    details.insert("otherErrors".into(), json!([]));
    if let Some(last) = &runtime.last_operation {
        details.insert("lastOperation".into(), last.clone());
    }
    json!({ "type": "Managed", "dataFactoryName": parent.name, "state": state, "typeProperties": details })
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

fn self_hosted(place: &Place, parent: &Parent, runtime: &Runtime) -> Value {
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
    let region = parent.region();
    put("serviceUrls", service_urls(parent));
    if place.service == Service::Synapse {
        put("nodeCommunicationChannelEncryptionMode", "None".into());
    }
    // The newest stable version of Synapse does not have these, and Purview has them nowhere.
    let is_preview = place.version.ends_with("-preview");
    let is_full = match place.service {
        Service::DataFactory => true,
        Service::Synapse => is_preview,
        Service::Purview => false,
    };
    if is_full {
        put("serviceRegion", locations::code(&region).into());
    }
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
    if place.service != Service::Purview {
        put("links", links.into());
    }
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
        if is_full {
            put("newerVersions", json!([LATEST_VERSION]));
        }
    } else if is_full {
        put("newerVersions", json!([]));
    }
    if is_full && place.service == Service::Synapse {
        // Windows, and the framework the runtime is made for.
        put("osType", 0.into());
        put("targetFramework", 0.into());
    }
    put("latestVersion", LATEST_VERSION.into());
    put("createTime", runtime.created.as_str().into());
    if let Some(enabled) = (place.service == Service::DataFactory)
        .then(|| {
            runtime.properties["typeProperties"]["selfContainedInteractiveAuthoringEnabled"]
                .as_bool()
        })
        .flatten()
    {
        put("selfContainedInteractiveAuthoringEnabled", enabled.into());
    }
    json!({ "type": "SelfHosted", "dataFactoryName": parent.name, "state": overall(runtime),
        "typeProperties": details })
}

/// The hosts that nodes talk to. Those of all regions where a factory names its own; Synapse has one without a name
/// before them.
fn service_urls(parent: &Parent) -> Value {
    if parent.service == Service::DataFactory {
        let region = parent.region();
        return json!([format!("{}.{region}.datafactory.azure.net", parent.name)]);
    }
    let regions = REGIONS
        .iter()
        .map(|(.., code)| format!("{code}.frontend.clouddatahub.net").into());
    let others = ["*.servicebus.windows.net", "*.core.windows.net"].map(Value::from);
    let nameless = (parent.service == Service::Synapse).then_some(Value::Null);
    nameless.into_iter().chain(regions).chain(others).collect()
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
