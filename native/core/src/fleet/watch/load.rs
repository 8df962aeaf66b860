//! The monitoring data: how many jobs each node runs. One request for each self-hosted integration runtime.

use azir_azure::json::Lookup;
use futures::{StreamExt, stream};
use serde_json::Value;

use super::super::{
    checks,
    record::{Fleet, Runtime},
};
use crate::{
    Call,
    arm::Arm,
    error::{ErrorKind, Result},
    runtimes::{place::RuntimePlace, service::Service},
};

/// How many integration runtimes are asked at a time.
const AT_ONCE: usize = 32;

/// Reads the number of running jobs of each node. What cannot be read is in the verbose stream only: the status is what
/// the checks need.
///
/// # Errors
/// `Cancelled`; no sign-in.
pub(super) async fn read(call: &Call, fleet: &mut Fleet) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let services: Vec<Option<Service>> = {
        let index = checks::Index::new(fleet);
        let service = |own: &Runtime| index.parent(&own.parent_id).map(|parent| parent.service);
        fleet.runtimes.iter().map(service).collect()
    };
    let wanted: Vec<(usize, Service, String)> = fleet
        .runtimes
        .iter()
        .zip(services)
        .enumerate()
        .filter(|(_, (own, _))| own.has_status && !own.nodes.is_empty())
        // Purview has no such data.
        .filter_map(|(at, (own, service))| {
            let service = service.filter(|service| *service != Service::Purview)?;
            Some((at, service, own.id.clone()))
        })
        .collect();
    let arm = &arm;
    let mut answers = stream::iter(wanted.into_iter().map(|(at, service, id)| async move {
        let place = RuntimePlace::from_id(service, "ResourceId", &id)?;
        let answer = arm
            .post(place.action_url(arm, &["monitoringData"]), None)
            .await;
        Ok::<_, crate::error::Error>((at, id, answer))
    }))
    .buffer_unordered(AT_ONCE);
    while let Some(answer) = answers.next().await {
        match answer {
            Ok((at, _, Ok(answer))) => take(&mut fleet.runtimes[at], &answer),
            Ok((_, _, Err(error))) | Err(error) if error.kind == ErrorKind::Cancelled => {
                return Err(error);
            }
            Ok((_, id, Err(error))) => {
                let notice = format!(
                    "The monitoring data of '{id}' could not be read. {}",
                    error.message()
                );
                call.caller.verbose(notice).await?;
            }
            Err(error) => call.caller.verbose(error.message()).await?,
        }
    }
    Ok(())
}

fn take(runtime: &mut Runtime, answer: &Value) {
    let Some(Value::Array(nodes)) = answer.member("nodes") else {
        return;
    };
    for own in nodes {
        let name = own
            .member("nodeName")
            .and_then(Value::as_str)
            .unwrap_or_default();
        if let Some(node) = runtime
            .nodes
            .iter_mut()
            .find(|node| node.name.eq_ignore_ascii_case(name))
        {
            node.concurrent_jobs_running =
                own.member("concurrentJobsRunning").and_then(Value::as_i64);
        }
    }
}
