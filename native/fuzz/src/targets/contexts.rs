//! The file of kept contexts: whatever is in it, a process reads it or sets it aside, and goes on.

use std::{fs, sync::Arc};

use azir_core::{
    Call,
    caller::{Caller, Frame},
    operations,
    request::Request,
    state::Library,
};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::{
    bytes::Bytes,
    json,
    service::{PRINCIPAL, SUBSCRIPTION, TENANT},
    world::World,
};

const OPERATIONS: [&str; 8] = [
    "context.get",
    "token.get",
    "context.set",
    "context.rename",
    "context.remove",
    "environment.get",
    "autosave.enable",
    "account.disconnect",
];

/// What a process before this one may have left, with its secrets as they are.
fn good() -> Value {
    json!({"version": 1, "autosave": true, "current": "c",
        "contexts": [{"name": "c", "account": "a@b.c", "tenant": TENANT, "environment": {"name": "AzureCloud"},
            "subscription": {"id": SUBSCRIPTION, "name": "Test", "tenant": TENANT, "state": "Enabled"}}],
        "environments": [{"name": "own", "resourceManagerUrl": "https://management.x/",
            "activeDirectoryAuthority": "https://login.x/"}],
        "accounts": {"a@b.c": {"type": "ServicePrincipal", "tenants": [TENANT], "clientId": PRINCIPAL,
            "sealed": {"protection": "test", "bytes": "eyJzZWNyZXQiOiJzIn0="},
            "secret": {"protection": "test", "bytes": "c2VjcmV0"}}}})
}

/// Makes a file of `input` and lets an operation read it and write its own changes.
///
/// # Panics
/// For a finding.
pub fn run(input: &[u8]) {
    let mut bytes = Bytes::new(input);
    let Ok(folder) = tempfile::tempdir() else {
        return;
    };
    let file = folder.path().join("contexts.json");
    let content = if bytes.chance(50) {
        let length = bytes.below(400);
        bytes.take(length).to_vec()
    } else {
        let mut value = good();
        json::mutate(&mut value, &mut bytes);
        let mut text = value.to_string().into_bytes();
        if bytes.chance(30) {
            text.truncate(bytes.below(text.len().max(1)));
        }
        text
    };
    if fs::write(&file, &content).is_err() {
        return;
    }
    let operation = OPERATIONS[bytes.below(OPERATIONS.len())];
    let request = json!({"operation": operation, "profile": folder.path(),
        "arguments": {"Name": "c", "SourceName": "c", "TargetName": "d", "NewName": "d", "Subscription": SUBSCRIPTION},
        "verbose": true});
    let world = World::new(bytes.rest());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .expect("a runtime without input and output needs nothing");
    // A second process finds what the first one left.
    for _ in 0..2 {
        runtime.block_on(call(&request, Arc::new(world.library())));
    }
}

async fn call(request: &Value, library: Arc<Library>) {
    let Ok(request) = Request::parse(request.to_string().as_bytes(), &[]) else {
        return;
    };
    let (caller, mut frames) = Caller::new(&request);
    let call = Call {
        request,
        caller,
        library,
    };
    let work = tokio::spawn(operations::run(call));
    while let Some(frame) = frames.recv().await {
        if let Frame::Question(value, answer) = frame {
            let bytes = match value["frame"].as_str() {
                Some("context" | "token") => Vec::new(),
                Some("environment") => b"{}".to_vec(),
                _ => b"true".to_vec(),
            };
            let _ = answer.send(Zeroizing::new(bytes));
        }
    }
    let _ = work.await;
}
