//! `Start-AzIntegrationRuntimeEmulator`.

use std::{path::PathBuf, sync::Arc};

use azir_azure::{cloud::Cloud, context::Subscription, secret::Secret};
use serde_json::Value;

use super::{Emulator, process};
use crate::{
    Call,
    accounts::connect,
    error::{Error, ErrorKind, Result},
    output::{Field, Record, Shape},
};

static EMULATOR: Shape = Shape::named("AzIntegrationRuntime.Emulator");

/// Starts the emulator, sends all calls there, and signs in.
///
/// # Errors
/// When one runs already, or it cannot be started.
pub async fn run(call: &Call) -> Result<()> {
    let running = call.library.state().emulator.as_ref().map(|emulator| {
        (
            emulator.cloud.resource_manager.clone(),
            emulator.process.is_running(),
        )
    });
    if let Some((endpoint, true)) = running {
        return Err(Error::new(
            ErrorKind::InvalidState,
            format!(
                "The emulator runs already at {endpoint}. Stop it first with \
                 Stop-AzIntegrationRuntimeEmulator."
            ),
        ));
    }
    if !call
        .caller
        .should_process("Starting the emulator.", "AzIntegrationRuntime emulator")
        .await?
    {
        return Ok(());
    }
    // One that has ended makes room.
    if let Some((endpoint, false)) = running {
        super::stop::forget(call);
        call.caller
            .verbose(format!("The emulator at {endpoint} had ended."))
            .await?;
    }
    let program = call.arguments().required("ProgramPath")?;
    let (process, ready) = process::start(program, command_line(call)).await?;
    let text = |name: &str| {
        ready[name].as_str().map(str::to_owned).ok_or_else(|| {
            Error::protocol(format!(
                "The emulator's first line has no '{name}': it is of another version."
            ))
        })
    };
    let endpoint = text("endpoint")?;
    let cloud = Cloud::single("AzureEmulator", &endpoint, PathBuf::from(text("caPath")?));
    let emulator = Emulator {
        cloud: cloud.clone(),
        client_id: text("clientId")?,
        client_secret: Secret::new(text("clientSecret")?),
        tenant: text("tenantId")?,
        subscription: Subscription {
            id: text("subscriptionId")?,
            name: text("subscriptionName")?,
            tenant: text("tenantId")?,
            state: "Enabled".to_owned(),
        },
        identity: (
            text("identityEndpoint")?,
            Secret::new(text("identityHeader")?),
        ),
        record: record(&ready),
        process,
    };
    {
        let mut state = call.library.state();
        // What the user signed in to comes back when the emulator stops.
        state.set_aside = Some(state.contexts.set_aside());
        state.left_emulator = None;
        state.emulator = Some(emulator);
    }
    if let Err(error) = connect::establish(call, Arc::new(cloud)).await {
        super::stop::forget(call);
        return Err(error);
    }
    if let Some(notice) = ready["notice"].as_str() {
        call.caller.warning(notice.to_owned()).await?;
    }
    call.caller
        .warning(format!(
            "All cmdlets of AzIntegrationRuntime in this process now go to the emulator at {endpoint} and not to \
             Azure, until Stop-AzIntegrationRuntimeEmulator."
        ))
        .await?;
    call.caller.object(record(&ready)).await
}

fn command_line(call: &Call) -> Vec<String> {
    let mut line = vec!["--parent-stdin".to_owned()];
    for (parameter, option) in [
        ("Port", "--port"),
        ("StatePath", "--state"),
        ("TrafficPath", "--traffic"),
        ("SubscriptionName", "--subscription-name"),
        ("LatencyMilliseconds", "--latency-ms"),
    ] {
        if let Some(value) = call.arguments().text(parameter) {
            line.extend([option.to_owned(), value]);
        }
    }
    line
}

fn record(ready: &Value) -> Record {
    let text = |name: &str| Field::from_text(ready.get(name));
    Record::new(
        &EMULATOR,
        vec![
            ("Endpoint".into(), text("endpoint")),
            ("SubscriptionName".into(), text("subscriptionName")),
            ("SubscriptionId".into(), text("subscriptionId")),
            ("TenantId".into(), text("tenantId")),
            ("ClientId".into(), text("clientId")),
            ("CertificateAuthorityPath".into(), text("caPath")),
            (
                "ProcessId".into(),
                Field::from_integer(ready.get("processId")),
            ),
            ("Version".into(), text("version")),
        ],
    )
}
