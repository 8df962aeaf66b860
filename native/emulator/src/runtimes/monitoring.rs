//! Answers `monitoringData`: the load of the nodes.

use serde_json::{Value, json};

use super::links;
use super::place::Place;
use crate::arm::Call;
use crate::wire::{Answer, Reply};
use crate::world::Runtime;

/// The figures of the nodes; a linked runtime answers with the shared one's.
pub fn data(call: &Call<'_>, place: &Place) -> Answer {
    place.enter(call, "integrationRuntimes/monitoringdata/read")?;
    let (parent, runtime) = place.runtime(call)?;
    if runtime.shared.is_some() {
        let (_, runtime) = links::follow(call.world, place, parent, runtime)?;
        return Ok(Reply::ok(&show(runtime)));
    }
    Ok(Reply::ok(&show(runtime)))
}

fn show(runtime: &Runtime) -> Value {
    let mut shown = json!({ "name": runtime.name });
    if runtime.nodes.is_empty() {
        return shown;
    }
    let nodes: Vec<Value> = runtime
        .nodes
        .values()
        .map(|node| {
            json!({
                "nodeName": node.name,
                "availableMemoryInMB": 16_740,
                "cpuUtilization": 13,
                "concurrentJobsLimit": node.concurrent_jobs_limit.unwrap_or(node.max_concurrent_jobs),
                "concurrentJobsRunning": 0,
                "maxConcurrentJobs": node.max_concurrent_jobs,
                "sentBytes": 2.647_638_325_748_219_5,
                "receivedBytes": 6.314_546_890_112_5,
            })
        })
        .collect();
    shown["nodes"] = nodes.into();
    shown
}
