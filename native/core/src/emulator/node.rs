//! `Register-AzIntegrationRuntimeEmulatorNode`: what the installer on a machine does with a key.

use azir_azure::{
    arm::service_error,
    http::{RetrySafety, transport::Route},
};
use azure_core::http::{Method, Request, Url};
use serde_json::{Value, json};

use crate::{
    Call,
    error::{Error, ErrorKind, Result},
    output::{Field, Record, Shape},
};

static NODE: Shape = Shape::named("AzIntegrationRuntime.EmulatorNode");

/// Registers a node with the runtime that the key is for.
///
/// # Errors
/// When no emulator runs, or the key is not valid any more.
pub async fn run(call: &Call) -> Result<()> {
    super::check(call)?;
    let cloud = call
        .library
        .state()
        .emulator
        .as_ref()
        .map(|emulator| emulator.cloud.clone());
    let cloud = cloud.ok_or_else(|| {
        Error::new(
            ErrorKind::InvalidState,
            "The emulator is not running in this process. Start it with Start-AzIntegrationRuntimeEmulator; a \
             real node is registered by the installer on its machine.",
        )
    })?;
    let arguments = call.arguments();
    let key = arguments
        .secret("AuthKey")
        .ok_or_else(|| Error::invalid("AuthKey", "The parameter 'AuthKey' is missing."))?;
    let name = arguments.filled("NodeName");
    let target = name.as_deref().unwrap_or("new node");
    if !call
        .caller
        .should_process("Registering a node with the emulator.", target)
        .await?
    {
        return Ok(());
    }
    let mut body = json!({ "authKey": key.expose() });
    if let Some(name) = name {
        body["nodeName"] = json!(name);
    }
    if let Some(version) = arguments.filled("Version") {
        body["version"] = json!(version);
    }
    let url = Url::parse(&format!("{}/emulator/nodes", cloud.resource_manager))
        .map_err(|_| Error::protocol("The emulator's address is not a valid address."))?;
    let mut request = Request::new(url.clone(), Method::Post);
    request.insert_header("content-type", "application/json");
    request.set_body(body.to_string());
    let stack = call.library.stack(&cloud.route(Route::default()))?;
    let reply = stack
        .send(&call.progress(), request, RetrySafety::OnlyUnsent)
        .await?;
    if reply.status >= 400 {
        let now = call.library.clock.now();
        return Err(service_error::from_reply(Method::Post, &url, &reply, now).into());
    }
    call.caller.object(record(&reply.json()?)).await
}

fn record(node: &Value) -> Record {
    let text = |name: &str| Field::from_text(node.get(name));
    Record::new(
        &NODE,
        vec![
            ("NodeName".into(), text("nodeName")),
            ("MachineName".into(), text("machineName")),
            ("Status".into(), text("status")),
            ("Version".into(), text("version")),
        ],
    )
}
