//! The emulator's process. It ends with this one, through a pipe to its standard input, and gets no signal of the
//! terminal.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::error::{Error, ErrorKind, Result};

const READY_WITHIN: Duration = Duration::from_secs(20);
const ENDED_WITHIN: Duration = Duration::from_secs(2);

/// A running emulator process, ended and reaped when dropped.
#[derive(Debug)]
pub struct Process(Mutex<Child>);

impl Process {
    /// Returns whether it has not ended yet. This asks the system and waits for nothing.
    #[must_use]
    pub fn is_running(&self) -> bool {
        let mut child = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        matches!(child.try_wait(), Ok(None))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let child = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        // Without its standard input it saves its state, removes its files and ends by itself.
        drop(child.stdin.take());
        let until = Instant::now() + ENDED_WITHIN;
        while Instant::now() < until {
            if matches!(child.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            thread::sleep(Duration::from_millis(5));
        }
        let _ = child.kill();
        let _ = child.wait();
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
    set_apart(&mut command);
    let mut child = command
        .spawn()
        .map_err(|error| failed(program, &cannot_run(program, &error)))?;
    let (output, errors) = (child.stdout.take(), child.stderr.take());
    // From here on it is ended, whatever happens.
    let process = Process(Mutex::new(child));
    let mut line = String::new();
    if let Some(output) = output {
        let mut reader = BufReader::new(output);
        reader
            .read_line(&mut line)
            .map_err(|error| failed(program, &error.to_string()))?;
    }
    if let Ok(ready) = serde_json::from_str(&line) {
        return Ok((process, ready));
    }
    let mut said = String::new();
    if let Some(mut errors) = errors {
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

/// Returns why the system does not run the program, with the next step where the package or its unpacking is the cause.
fn cannot_run(program: &str, error: &std::io::Error) -> String {
    if cfg!(windows) && Path::new(program).exists() {
        return too_long(program, error).unwrap_or_else(|| error.to_string());
    }
    match error.kind() {
        std::io::ErrorKind::NotFound => format!(
            "{error}. The package for Azure Automation has no emulator, and security software may have removed it. \
             Install the module again: Install-PSResource AzIntegrationRuntime -Reinstall"
        ),
        std::io::ErrorKind::PermissionDenied if cfg!(unix) => format!(
            "{error}. The program that unpacked the module did not keep its permission to run: chmod +x '{program}'"
        ),
        _ => error.to_string(),
    }
}

/// Returns the reason for a program whose path is longer than the classic limit of Windows, which files of a library
/// do not have.
fn too_long(program: &str, error: &std::io::Error) -> Option<String> {
    let length = program.encode_utf16().count();
    (length >= 260).then(|| {
        format!(
            "{error}. Its path has {length} characters, and Windows may start no program above 259. Copy the folder \
             of the module into a shorter one of $env:PSModulePath"
        )
    })
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

/// Keeps the signals of the terminal from the process: Ctrl+C is meant for the command in front.
#[cfg(windows)]
fn set_apart(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NEW_PROCESS_GROUP: u32 = 0x0000_0200;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NEW_PROCESS_GROUP | CREATE_NO_WINDOW);
}

/// Keeps the signals of the terminal from the process: Ctrl+C is meant for the command in front.
#[cfg(unix)]
fn set_apart(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(not(any(unix, windows)))]
fn set_apart(_: &mut Command) {}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// A stand-in for the emulator: it is ready, and ends when its standard input closes.
    fn stand_in(rest: &str) -> (Process, Value) {
        let script = format!("echo '{{\"ready\":true}}'; {rest}");
        spawn("sh", &["-c".to_owned(), script]).expect("there is a shell")
    }

    fn id(process: &Process) -> u32 {
        process.0.lock().expect("no test panics with it").id()
    }

    #[test]
    fn it_has_a_process_group_of_its_own() {
        let (process, ready) = stand_in("cat >/dev/null");
        assert_eq!(ready["ready"], true);
        let id = id(&process).to_string();
        let output = Command::new("ps")
            .args(["-o", "pgid=", "-p", &id])
            .output()
            .expect("there is ps");
        assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), id);
    }

    #[test]
    fn its_end_is_noticed() {
        let (process, _) = stand_in("read line");
        assert!(process.is_running());
        drop(process);
        let (process, _) = stand_in("exit 3");
        let until = Instant::now() + Duration::from_secs(5);
        while process.is_running() && Instant::now() < until {
            thread::sleep(Duration::from_millis(5));
        }
        assert!(!process.is_running());
    }

    #[test]
    fn a_long_path_is_named_with_its_length() {
        let error = std::io::Error::other("Path not found");
        let long = format!("C:\\{}\\azir-emulator.exe", "x".repeat(300));
        let text = too_long(&long, &error).expect("it is long");
        assert!(text.starts_with("Path not found. Its path has 321 characters, and Windows may"));
        assert!(too_long("C:\\azir-emulator.exe", &error).is_none());
    }
}
