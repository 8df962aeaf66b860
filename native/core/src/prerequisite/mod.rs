//! `Test-AzIntegrationRuntimePrerequisite`: whether this machine can become a node of a self-hosted runtime.
//!
//! What is asked of it is data ([`facts`]); what the machine says of itself and the connections that are tried come
//! from outside ([`host::Machine`], [`connect::Network`]).

pub mod address;
pub mod azure;
pub mod connect;
pub mod facts;
pub mod finding;
pub mod host;
pub mod targets;

use std::{sync::Arc, time::Duration};

use azir_azure::{cloud::Cloud, http::transport};
use futures::{StreamExt, stream};

use crate::{
    Call,
    error::{Error, ErrorKind, Result},
    runtimes::service::Service,
};

use azure::NamedResources;
use connect::Prober;
use finding::{Area, Finding, Outcome, Report};
use targets::{Row, Wanted};

/// How many endpoints are tried at a time.
const AT_ONCE: usize = 16;
/// How many addresses of a status are shown one by one, reached or not.
const SHOWN: usize = 4;
/// How long one endpoint may take, in seconds, without `-TimeoutSeconds`.
const LIMIT: i64 = 10;

/// Checks this machine, and what it reaches.
///
/// # Errors
/// `InvalidInput` for names that do not fit; what Azure answers when it is asked for what was named; `NotMet` at the
/// end when something failed and `-ErrorOnFailure` was given.
pub async fn run(call: &Call) -> Result<()> {
    let arguments = call.arguments();
    let service = service(&arguments.required("For")?)?;
    let wanted = Wanted::read(arguments)?;
    let limit = arguments.integer("TimeoutSeconds").unwrap_or(LIMIT);
    let limit = u64::try_from(limit)
        .ok()
        .filter(|seconds| (1..=300).contains(seconds))
        .ok_or_else(|| {
            Error::invalid("TimeoutSeconds", "-TimeoutSeconds takes 1 to 300 seconds.")
        })?;
    let areas = arguments.texts("Area").unwrap_or_default();
    let has = |area: Area| {
        areas.is_empty()
            || areas
                .iter()
                .any(|own| own.eq_ignore_ascii_case(area.name()))
    };
    let mut report = Report::new(call);
    let resources = match azure::ask(call, service).await {
        Ok(resources) => resources,
        // A machine that does not reach Azure at all is what this check is for.
        Err(error) if matches!(error.kind, ErrorKind::Connection | ErrorKind::Untrusted) => {
            report.add(unreachable(&error)).await?;
            None
        }
        Err(error) => return Err(error),
    };
    if has(Area::Host) {
        let machine = call.library.system.machine.as_deref();
        let named = resources
            .as_ref()
            .and_then(|resources| resources.runtime.as_ref());
        for finding in host::check(service, machine, named) {
            report.add(finding).await?;
        }
    }
    if has(Area::Network) {
        network(
            call,
            &mut report,
            service,
            resources.as_ref(),
            &wanted,
            Duration::from_secs(limit),
        )
        .await?;
    }
    report.end(service)
}

/// The service that `-For` names, in any casing.
fn service(name: &str) -> Result<Service> {
    Service::ALL
        .into_iter()
        .find(|own| own.short_name().eq_ignore_ascii_case(name))
        .ok_or_else(|| {
            Error::invalid(
                "For",
                format!(
                    "'{name}' has no self-hosted integration runtimes. -For takes DataFactory, Synapse or Purview."
                ),
            )
        })
}

fn unreachable(error: &Error) -> Finding {
    Finding {
        area: Area::Network,
        check: "Azure Resource Manager".into(),
        required: "tells of what was named".to_owned(),
        found: error.message().clone(),
        outcome: Outcome::Failed,
        why: "The names of what was set up come from there; the rows that need them are left out"
            .into(),
        fix: Some("Check the network and the proxy of this machine.".to_owned()),
    }
}

async fn network(
    call: &Call,
    report: &mut Report<'_>,
    service: Service,
    resources: Option<&NamedResources>,
    wanted: &Wanted,
    limit: Duration,
) -> Result<()> {
    let (cloud, emulated) = cloud(call);
    let rows = targets::rows(service, &cloud.name, resources, wanted);
    let route = cloud.route(call.route());
    let network = call.library.system.network.clone();
    let network = network.ok_or_else(|| {
        Error::new(
            ErrorKind::Internal,
            "This library has no network to try connections with.",
        )
    })?;
    let prober = Prober {
        verifier: network.verifier(&route)?,
        network,
        proxies: transport::proxies(&route)?.map(Arc::new),
        limit,
    };
    let of_list = |row: &Row| matches!(row, Row::Try(own) if own.of_list);
    let listed = rows.iter().filter(|row| of_list(row)).count();
    let runtime = resources.and_then(|resources| resources.runtime.as_ref());
    let tries: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let prober = &prober;
            async move {
                match row {
                    Row::Settled(finding) => (false, finding),
                    Row::Try(own) if emulated && !address::is_here(&own.target.host) => {
                        (own.of_list, own.kept_back())
                    }
                    Row::Try(own) => {
                        let tried = prober.run(&own.target).await;
                        (own.of_list, own.finding(tried))
                    }
                }
            }
        })
        .collect();
    // In the order of the table, each as soon as it and those before it are done.
    let mut tries = stream::iter(tries).buffered(AT_ONCE);
    let mut alike: Vec<Finding> = Vec::new();
    while let Some((of_list, finding)) = tries.next().await {
        let good = matches!(finding.outcome, Outcome::Passed | Outcome::Skipped);
        if of_list && good && listed > SHOWN {
            alike.push(finding);
        } else {
            report.add(finding).await?;
        }
    }
    if let (Some(runtime), Some(first)) = (runtime, alike.first()) {
        let all = Finding {
            check: format!("Service addresses of '{}'", runtime.runtime).into(),
            found: match first.outcome {
                Outcome::Passed => format!("{} of {listed} reached", alike.len()),
                _ => first.found.clone(),
            },
            ..first.clone()
        };
        report.add(all).await?;
    }
    Ok(())
}

/// The cloud whose domains are meant, and whether it is the emulator's.
fn cloud(call: &Call) -> (Cloud, bool) {
    let state = call.library.state();
    match (&state.emulator, state.contexts.current(call.runspace())) {
        (Some(emulator), _) => (emulator.cloud.clone(), true),
        (None, Some(context)) => (Cloud::clone(&context.cloud), false),
        (None, None) => (Cloud::public(), false),
    }
}
