//! The operations by name: the one place where a name that crosses the boundary finds its work.

use futures::{FutureExt, future::BoxFuture};

use crate::{
    BUILD, Call,
    accounts::{self, store},
    datafactory, desired, emulator,
    error::{Error, ErrorKind, Result},
    fleet, inventory, prerequisite, purview, resources,
    runtimes::{self, place::NODE_ROW},
    sharing, synapse,
};

/// The names of all operations.
pub const NAMES: &[&str] = &[
    "account.connect",
    "account.disconnect",
    "autosave.disable",
    "autosave.enable",
    "completion.get",
    "connection.get",
    "context.clear",
    "context.get",
    "context.import",
    "context.remove",
    "context.rename",
    "context.save",
    "context.set",
    "desired.compare",
    "desired.deployment",
    "desired.export",
    "desired.publish",
    "emulator.get",
    "emulator.node",
    "emulator.start",
    "emulator.stop",
    "environment.add",
    "environment.get",
    "environment.remove",
    "factory.get",
    "factory.remove",
    "factory.set",
    "factory.update",
    "fleet.show",
    "fleet.test",
    "fleet.topology",
    "group.get",
    "group.new",
    "group.remove",
    "group.set",
    "interactive.disable",
    "interactive.enable",
    "inventory.get",
    "inventory.node.get",
    "key.get",
    "key.new",
    "link.new",
    "linkedservice.get",
    "linkedservice.remove",
    "linkedservice.set",
    "metadata.get",
    "metadata.refresh",
    "metric.get",
    "node.get",
    "node.remove",
    "node.update",
    "outbound.get",
    "prerequisite.test",
    "provider.get",
    "provider.register",
    "purview.account.get",
    "purview.completion.get",
    "purview.interactive.disable",
    "purview.interactive.enable",
    "purview.key.get",
    "purview.key.new",
    "purview.runtime.get",
    "purview.runtime.remove",
    "purview.runtime.set",
    "reference.convert",
    "resource.get",
    "rest.invoke",
    "roleassignment.get",
    "roleassignment.new",
    "roleassignment.remove",
    "roledefinition.get",
    "runtime.get",
    "runtime.remove",
    "runtime.set",
    "runtime.start",
    "runtime.stop",
    "runtime.sync",
    "runtime.update",
    "runtime.upgrade",
    "runtime.wait",
    "share.get",
    "share.new",
    "share.remove",
    "share.repair",
    "subscription.get",
    "synapse.completion.get",
    "synapse.key.get",
    "synapse.key.new",
    "synapse.metric.get",
    "synapse.node.get",
    "synapse.node.remove",
    "synapse.node.update",
    "synapse.runtime.get",
    "synapse.runtime.remove",
    "synapse.runtime.set",
    "synapse.runtime.start",
    "synapse.runtime.stop",
    "synapse.runtime.sync",
    "synapse.runtime.update",
    "synapse.runtime.upgrade",
    "synapse.runtime.wait",
    "synapse.workspace.get",
    "tenant.get",
    "token.get",
];

/// Runs a call to its end; what goes wrong becomes an error frame.
///
/// Boxed: the operations are compiled here, and not again in each crate that runs them.
#[must_use]
pub fn run(call: Call) -> BoxFuture<'static, ()> {
    async move {
        call.library.state().contexts.enter(call.runspace());
        let outcome = match check_build(&call) {
            Ok(()) => with_kept_contexts(&call).await,
            Err(error) => Err(error),
        };
        if let Err(error) = outcome
            && error.kind != ErrorKind::Cancelled
        {
            // When this fails, the caller no longer reads.
            let _ = call.caller.error(&error).await;
        }
    }
    .boxed()
}

/// What the names of operations about sign-in and contexts begin with. Others want a context only to call somewhere:
/// theirs may be Az.Accounts', so what is kept is read where they find no other.
const ABOUT_CONTEXTS: [&str; 14] = [
    "account",
    "autosave",
    "context",
    "emulator",
    "environment",
    "group",
    "provider",
    "resource",
    "rest",
    "roleassignment",
    "roledefinition",
    "subscription",
    "tenant",
    "token",
];

/// What the call is about, in the caller's words: an id, or the name of the innermost thing.
fn subject(call: &Call) -> Option<String> {
    const NAMES: [&str; 10] = [
        "ResourceId",
        "NodeName",
        "Name",
        "IntegrationRuntimeName",
        "DataFactoryName",
        "WorkspaceName",
        "AccountName",
        "ResourceGroupName",
        "Scope",
        "Id",
    ];
    let arguments = call.arguments();
    let of_object = || {
        ["Id", "DataFactoryId", "ResourceId", "Name"]
            .into_iter()
            .find_map(|member| arguments.member("InputObject", member))
            .or_else(|| arguments.member(NODE_ROW, "NodeName"))
    };
    NAMES
        .into_iter()
        .find_map(|name| arguments.filled(name))
        .or_else(of_object)
}

/// Runs the operation between reading and writing what is kept of contexts.
async fn with_kept_contexts(call: &Call) -> Result<()> {
    let about = call.request.operation.split('.').next().unwrap_or_default();
    if ABOUT_CONTEXTS.contains(&about) || call.request.context.is_some() {
        store::load(call).await?;
    }
    let outcome = match dispatch(call).await {
        Err(error) => {
            let error = runtimes::other_service::with_hint(call, error).await;
            Err(match subject(call) {
                Some(subject) => error.about(subject),
                None => error,
            })
        }
        done => done,
    };
    // Also after an error: a token may have come before it.
    store::flush(call).await?;
    outcome
}

/// The library stays in the process when the module is updated; the two must fit.
fn check_build(call: &Call) -> Result<()> {
    match &call.request.build {
        Some(build) if build != BUILD => Err(Error::new(
                ErrorKind::InvalidState,
                format!(
                    "The native library of AzIntegrationRuntime {BUILD} is loaded in this process, but the module \
                     is {build}. Restart PowerShell. If the error persists, the library is older or newer than the \
                     module beside it. Install the module again: Install-PSResource AzIntegrationRuntime -Reinstall"
                ),
            ).ending()),
        _ => Ok(()),
    }
}

async fn dispatch(call: &Call) -> Result<()> {
    let operation = call.request.operation.as_str();
    // Both services have the same operations on runtimes; the prefix says which one is meant.
    let operation = match operation.strip_prefix("synapse.") {
        Some(rest) if NAMES.contains(&operation) => rest,
        _ => operation,
    };
    match operation {
        "account.connect" => accounts::connect::run(call).await,
        "account.disconnect" => accounts::disconnect::run(call).await,
        "autosave.disable" => accounts::autosave::disable(call).await,
        "autosave.enable" => accounts::autosave::enable(call).await,
        "completion.get" | "purview.completion.get" => runtimes::completion::run(call).await,
        "connection.get" => runtimes::connection::run(call).await,
        "context.clear" => accounts::context_clear::run(call).await,
        "context.get" => accounts::context_get::run(call).await,
        "context.import" => accounts::context_file::import(call).await,
        "context.remove" => accounts::context_remove::run(call).await,
        "context.rename" => accounts::context_rename::run(call).await,
        "context.save" => accounts::context_file::save(call).await,
        "context.set" => accounts::context_set::run(call).await,
        "desired.compare" => desired::operation::compare(call).await,
        "desired.deployment" => desired::operation::deployment(call).await,
        "desired.export" => desired::operation::export(call).await,
        "desired.publish" => Box::pin(desired::operation::publish(call)).await,
        "emulator.get" => emulator::get::run(call).await,
        "emulator.node" => emulator::node::run(call).await,
        "emulator.start" => emulator::start::run(call).await,
        "emulator.stop" => emulator::stop::run(call).await,
        "environment.add" => accounts::environment_add::run(call).await,
        "environment.get" => accounts::environment_get::run(call).await,
        "environment.remove" => accounts::environment_remove::run(call).await,
        "factory.get" => datafactory::factory::get::run(call).await,
        "factory.remove" => datafactory::factory::remove::run(call).await,
        "factory.set" => datafactory::factory::set::run(call).await,
        "factory.update" => datafactory::factory::update::run(call).await,
        "fleet.show" => fleet::draw::show(call).await,
        "fleet.test" => fleet::watch::run(call).await,
        "fleet.topology" => fleet::draw::export(call).await,
        "group.get" => resources::group::get(call).await,
        "group.new" => resources::group::new(call).await,
        "group.remove" => resources::group::remove(call).await,
        "group.set" => resources::group::set(call).await,
        "interactive.disable" | "purview.interactive.disable" => {
            runtimes::interactive::disable(call).await
        }
        "interactive.enable" | "purview.interactive.enable" => {
            runtimes::interactive::enable(call).await
        }
        "inventory.get" => inventory::run(call).await,
        "inventory.node.get" => fleet::nodes::run(call).await,
        "key.get" | "purview.key.get" => runtimes::key::get::run(call).await,
        "key.new" | "purview.key.new" => runtimes::key::new::run(call).await,
        "link.new" => runtimes::link_new::run(call).await,
        "linkedservice.get" => datafactory::linked_service::get(call).await,
        "linkedservice.remove" => datafactory::linked_service::remove(call).await,
        "linkedservice.set" => datafactory::linked_service::set(call).await,
        "metadata.get" => runtimes::metadata::get(call).await,
        "metadata.refresh" => runtimes::metadata::refresh(call).await,
        "metric.get" => runtimes::metric::run(call).await,
        "node.get" => runtimes::node::get::run(call).await,
        "node.remove" => runtimes::node::remove::run(call).await,
        "node.update" => runtimes::node::update::run(call).await,
        "outbound.get" => runtimes::outbound::run(call).await,
        "prerequisite.test" => prerequisite::run(call).await,
        "provider.get" => resources::provider::get(call).await,
        "provider.register" => resources::provider::register(call).await,
        "purview.account.get" => purview::account::get(call).await,
        "purview.runtime.remove" => purview::remove::run(call).await,
        "purview.runtime.set" => purview::set::run(call).await,
        "reference.convert" => runtimes::reference::run(call).await,
        "resource.get" => resources::resource::run(call).await,
        "rest.invoke" => resources::rest::run(call).await,
        "roleassignment.get" => resources::role_assignment::get(call).await,
        "roleassignment.new" => resources::role_assignment::new(call).await,
        "roleassignment.remove" => resources::role_assignment::remove(call).await,
        "roledefinition.get" => resources::role_definition::get(call).await,
        "runtime.get" | "purview.runtime.get" => runtimes::get::run(call).await,
        "runtime.remove" => runtimes::remove::run(call).await,
        "runtime.set" => runtimes::set::run(call).await,
        "runtime.start" => runtimes::start::run(call).await,
        "runtime.stop" => runtimes::stop::run(call).await,
        "runtime.sync" => runtimes::sync::run(call).await,
        "runtime.update" => runtimes::update::run(call).await,
        "runtime.upgrade" => runtimes::upgrade::run(call).await,
        "runtime.wait" => runtimes::wait::run(call).await,
        "share.get" => sharing::get::run(call).await,
        "share.new" => sharing::new::run(call).await,
        "share.remove" => sharing::remove::run(call).await,
        "share.repair" => sharing::repair::run(call).await,
        "subscription.get" => accounts::subscription_get::run(call).await,
        "tenant.get" => accounts::tenant_get::run(call).await,
        "token.get" => accounts::token_get::run(call).await,
        "workspace.get" => synapse::workspace_get::run(call).await,
        other => Err(Error::new(
            ErrorKind::Internal,
            format!("There is no operation '{other}' in this build."),
        )),
    }
}
