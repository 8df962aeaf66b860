//! Azure on loopback: enough of Resource Manager, Data Factory, Synapse, Purview and Entra for integration runtimes.
//!
//! One process holds one state. It writes to no disk unless it is asked to, and listens on loopback only.
//!
//! The modules stand in layers, and none imports a module above it: [`server`] reads requests and writes answers;
//! [`router`] leads a request to its service, and [`control`] changes the emulator itself; [`seed`] fills a state;
//! [`directory`], [`arm`], [`services`], [`runtimes`], [`purview`] and
//! [`resource_graph`] are the services, free of sockets; they work on
//! the [`world`], which is plain data, and share the [`facts`].

mod arguments;
mod arm;
mod certificates;
mod clock;
mod control;
mod directory;
mod facts;
mod purview;
mod random;
mod resource_graph;
mod router;
mod runtimes;
mod seed;
mod server;
mod services;
mod signing;
mod site;
mod state;
mod wire;
mod world;

use std::io::Write as _;
use std::process::ExitCode;

use arguments::Command;

fn main() -> ExitCode {
    let words = std::env::args_os().skip(1).collect();
    let outcome = match arguments::parse(words) {
        Ok(Command::Help) => print(arguments::HELP),
        Ok(Command::Version) => print(concat!("azir-emulator ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Command::Run(arguments)) => run(arguments),
        Err(complaint) => Err(complaint),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(complaint) => {
            let _ = writeln!(std::io::stderr(), "azir-emulator: {complaint}");
            ExitCode::from(2)
        }
    }
}

fn print(text: &str) -> Result<(), String> {
    std::io::stdout()
        .write_all(text.as_bytes())
        .map_err(|error| format!("standard output cannot be written: {error}"))
}

/// One thread is plenty: requests take microseconds, and nothing in them waits.
fn run(arguments: arguments::Arguments) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("no runtime could be started: {error}"))?;
    let outcome = runtime.block_on(server::run(arguments));
    runtime.shutdown_background();
    outcome
}
