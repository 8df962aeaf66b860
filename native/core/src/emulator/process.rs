//! The emulator's process: started with a pipe as its standard input, so that it ends when we do.

use std::{
    io::{BufRead, BufReader, Read},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::error::{Error, ErrorKind, Result};

const READY_WITHIN: Duration = Duration::from_secs(20);
const ENDED_WITHIN: Duration = Duration::from_secs(2);

/// A running emulator process, ended and reaped when dropped.
#[derive(Debug)]
pub struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // Without its standard input it saves what it has, tidies up and ends by itself.
        drop(self.0.stdin.take());
        let until = Instant::now() + ENDED_WITHIN;
        while Instant::now() < until {
            if matches!(self.0.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            thread::sleep(Duration::from_millis(5));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts `program` and answers with the line it prints when it is ready.
///
/// # Errors
/// `Internal` with what the program said.
pub async fn start(program: String, arguments: Vec<String>) -> Result<(Process, Value)> {
    let name = program.clone();
    // On the runtime's blocking threads: the ready line is read with the standard library.
    let started = tokio::task::spawn_blocking(move || spawn(&program, &arguments));
    match tokio::time::timeout(READY_WITHIN, started).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_)) => Err(failed(&name, "its output could not be read")),
        Err(_) => Err(failed(&name, "it was not ready after 20 seconds")),
    }
}

fn spawn(program: &str, arguments: &[String]) -> Result<(Process, Value)> {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    hide_window(&mut command);
    let child = command
        .spawn()
        .map_err(|error| failed(program, &error.to_string()))?;
    let mut process = Process(child);
    let mut line = String::new();
    if let Some(output) = process.0.stdout.take() {
        let mut reader = BufReader::new(output);
        reader
            .read_line(&mut line)
            .map_err(|error| failed(program, &error.to_string()))?;
    }
    if let Ok(ready) = serde_json::from_str(&line) {
        return Ok((process, ready));
    }
    let mut said = String::new();
    if let Some(mut errors) = process.0.stderr.take() {
        // It has ended, or it is about to: its words are short.
        let _ = errors.by_ref().take(4096).read_to_string(&mut said);
    }
    Err(failed(
        program,
        if said.trim().is_empty() {
            "it ended at once"
        } else {
            said.trim()
        },
    ))
}

fn failed(program: &str, reason: &str) -> Error {
    Error::new(
        ErrorKind::System,
        format!(
            "The emulator '{program}' could not be started: {}.",
            reason.trim_end_matches('.')
        ),
    )
}

#[cfg(windows)]
fn hide_window(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn hide_window(_: &mut Command) {}
