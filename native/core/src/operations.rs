//! The operations by name: the one place where a name that crosses the boundary finds its work.

use crate::{
    BUILD, Call, accounts, datafactory, emulator,
    error::{Error, ErrorKind, Result},
    resources, runtimes,
};

/// The names of all operations.
pub const NAMES: &[&str] = &[
    "account.connect",
    "account.disconnect",
    "completion.get",
    "connection.get",
    "context.get",
    "context.set",
    "emulator.node",
    "emulator.start",
    "emulator.stop",
    "factory.get",
    "factory.remove",
    "factory.set",
    "factory.update",
    "group.get",
    "group.new",
    "group.remove",
    "interactive.disable",
    "interactive.enable",
    "key.get",
    "key.new",
    "link.new",
    "metadata.get",
    "metadata.refresh",
    "metric.get",
    "node.get",
    "node.remove",
    "node.update",
    "outbound.get",
    "roleassignment.get",
    "roleassignment.new",
    "roleassignment.remove",
    "runtime.get",
    "runtime.remove",
    "runtime.set",
    "runtime.start",
    "runtime.stop",
    "runtime.sync",
    "runtime.update",
    "runtime.upgrade",
    "runtime.wait",
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
];

/// Runs a call to its end; what goes wrong becomes an error frame.
pub async fn run(call: Call) {
    let outcome = match check_build(&call) {
        Ok(()) => dispatch(&call).await,
        Err(error) => Err(error),
    };
    if let Err(error) = outcome
        && error.kind != ErrorKind::Cancelled
    {
        // Nobody is left to tell when this fails.
        let _ = call.host.error(&error).await;
    }
}

/// The library stays in the process when the module is updated; the two must fit.
fn check_build(call: &Call) -> Result<()> {
    match &call.request.build {
        Some(build) if build != BUILD => Err(Error {
            terminating: true,
            ..Error::new(
                ErrorKind::Internal,
                format!(
                    "The native library of AzIntegrationRuntime {BUILD} is loaded in this process, but the module \
                     is {build}. Restart PowerShell."
                ),
            )
        }),
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
        "completion.get" => runtimes::completion::run(call).await,
        "connection.get" => runtimes::connection::run(call).await,
        "context.get" => accounts::context_get::run(call).await,
        "context.set" => accounts::context_set::run(call).await,
        "emulator.node" => emulator::node::run(call).await,
        "emulator.start" => emulator::start::run(call).await,
        "emulator.stop" => emulator::stop::run(call).await,
        "factory.get" => datafactory::factory::get::run(call).await,
        "factory.remove" => datafactory::factory::remove::run(call).await,
        "factory.set" => datafactory::factory::set::run(call).await,
        "factory.update" => datafactory::factory::update::run(call).await,
        "group.get" => resources::group::get(call).await,
        "group.new" => resources::group::new(call).await,
        "group.remove" => resources::group::remove(call).await,
        "interactive.disable" => runtimes::interactive::disable(call).await,
        "interactive.enable" => runtimes::interactive::enable(call).await,
        "key.get" => runtimes::key::get::run(call).await,
        "key.new" => runtimes::key::new::run(call).await,
        "link.new" => runtimes::link_new::run(call).await,
        "metadata.get" => runtimes::metadata::get(call).await,
        "metadata.refresh" => runtimes::metadata::refresh(call).await,
        "metric.get" => runtimes::metric::run(call).await,
        "node.get" => runtimes::node::get::run(call).await,
        "node.remove" => runtimes::node::remove::run(call).await,
        "node.update" => runtimes::node::update::run(call).await,
        "outbound.get" => runtimes::outbound::run(call).await,
        "roleassignment.get" => resources::role_assignment::get(call).await,
        "roleassignment.new" => resources::role_assignment::new(call).await,
        "roleassignment.remove" => resources::role_assignment::remove(call).await,
        "runtime.get" => runtimes::get::run(call).await,
        "runtime.remove" => runtimes::remove::run(call).await,
        "runtime.set" => runtimes::set::run(call).await,
        "runtime.start" => runtimes::start::run(call).await,
        "runtime.stop" => runtimes::stop::run(call).await,
        "runtime.sync" => runtimes::sync::run(call).await,
        "runtime.update" => runtimes::update::run(call).await,
        "runtime.upgrade" => runtimes::upgrade::run(call).await,
        "runtime.wait" => runtimes::wait::run(call).await,
        "subscription.get" => accounts::subscription_get::run(call).await,
        other => Err(Error::new(
            ErrorKind::Internal,
            format!("There is no operation '{other}' in this build."),
        )),
    }
}
