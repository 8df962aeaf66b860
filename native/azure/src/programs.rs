//! Programs of the system: run for their output, or to show a page. Injected, so that tests start nothing.

use std::{
    env,
    fmt::Debug,
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use async_trait::async_trait;
use tokio::{
    io::{AsyncRead, AsyncReadExt},
    process::Command,
    time::timeout,
};
use which::which_in_global;
use zeroize::Zeroizing;

/// What a program left behind.
#[derive(Debug)]
pub struct Output {
    /// Whether it ended with code 0.
    pub ok: bool,
    /// Its standard output, which may be a secret.
    pub text: Zeroizing<String>,
    /// Its standard error.
    pub error: String,
}

/// One program to run.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its name, which is looked up in `path`.
    pub name: &'static str,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// Where programs are looked for, as `PATH` has it; nothing for the process's own `PATH`.
    pub path: Option<String>,
    /// Variables beside those of the process.
    pub variables: Vec<(String, String)>,
}

/// Why a program gave no output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRun {
    /// There is no such program.
    Missing,
    /// It did not end in time and was stopped.
    TooLong,
    /// It could not be started or read.
    Failed,
}

/// Runs programs.
#[async_trait]
pub trait Programs: Send + Sync + Debug {
    /// Runs a program to its end.
    ///
    /// # Errors
    /// Why there is no output.
    async fn run(&self, program: Program) -> Result<Output, NotRun>;

    /// Shows the page `address` in the user's browser; whether that could be started.
    async fn open(&self, address: &str) -> bool;
}

/// The system's own programs.
#[derive(Debug, Default)]
pub struct SystemPrograms;

/// The Azure CLI is a Python program: it needs its time.
const LONGEST: Duration = Duration::from_secs(60);

#[async_trait]
impl Programs for SystemPrograms {
    async fn run(&self, program: Program) -> Result<Output, NotRun> {
        let file = find(&program).ok_or(NotRun::Missing)?;
        let mut command = Command::new(file);
        command
            .args(&program.arguments)
            .envs(program.variables.iter().map(|(name, value)| (name, value)));
        if let Some(path) = &program.path {
            command.env("PATH", path);
        }
        // A program that takes too long, or that a cancelled command no longer waits for, is stopped.
        let mut child = quiet(&mut command)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(|_| NotRun::Failed)?;
        let (output, errors) = (child.stdout.take(), child.stderr.take());
        // Both are read while it runs: a full pipe would stop it.
        let ended = async { tokio::join!(child.wait(), read(output), read(errors)) };
        let (status, text, error) = timeout(LONGEST, ended).await.map_err(|_| NotRun::TooLong)?;
        Ok(Output {
            ok: status.map_err(|_| NotRun::Failed)?.success(),
            text,
            error: error.to_string(),
        })
    }

    async fn open(&self, address: &str) -> bool {
        let mut command;
        if cfg!(windows) {
            command = Command::new("rundll32.exe");
            command.args(["url.dll,FileProtocolHandler", address]);
        } else if cfg!(target_os = "macos") {
            command = Command::new("/usr/bin/open");
            command.arg(address);
        } else {
            command = Command::new("xdg-open");
            command.arg(address);
        }
        let Ok(mut child) = quiet(&mut command)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
        else {
            return false;
        };
        // Some of these end at once, some stay as long as the browser. After this time a failure is not expected.
        if let Ok(status) = timeout(Duration::from_secs(3), child.wait()).await {
            return status.is_ok_and(|status| status.success());
        }
        // On Unix a program that nothing waits for stays in the table of processes after its end.
        tokio::spawn(async move { child.wait().await });
        true
    }
}

async fn read(pipe: Option<impl AsyncRead + Unpin>) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new(Vec::new());
    if let Some(mut pipe) = pipe {
        let _ = pipe.read_to_end(&mut bytes).await;
    }
    Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned())
}

/// Finds the program's file, in absolute directories only: every user may be able to write to the current directory.
fn find(program: &Program) -> Option<PathBuf> {
    #[expect(
        clippy::disallowed_methods,
        reason = "without a search path from the caller, the process's own is better than none"
    )]
    let own = env::var_os("PATH").unwrap_or_default();
    let path = program.path.as_ref().map_or(own, Into::into);
    let absolute = env::split_paths(&path).filter(|directory| directory.is_absolute());
    let path = env::join_paths(absolute).ok()?;
    which_in_global(program.name, Some(path))
        .ok()?
        .find(|file| startable(file))
}

/// Whether the system starts this file itself: on Windows, `PATHEXT` also names scripts that need an interpreter.
fn startable(file: &Path) -> bool {
    !cfg!(windows)
        || file.extension().is_some_and(|ending| {
            ["exe", "cmd", "bat"]
                .iter()
                .any(|own| ending.eq_ignore_ascii_case(own))
        })
}

fn quiet(command: &mut Command) -> &mut Command {
    /// No console window flashes up.
    #[cfg(windows)]
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    #[cfg(windows)]
    command.creation_flags(CREATE_NO_WINDOW);
    command.stdin(Stdio::null())
}

#[cfg(all(test, unix))]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt};

    use super::*;

    fn program(path: &str) -> Program {
        Program {
            name: "azir-test-program",
            arguments: vec!["one two".to_owned()],
            path: Some(path.to_owned()),
            variables: vec![("AZIR_TEST".to_owned(), "set".to_owned())],
        }
    }

    #[tokio::test]
    async fn a_program_is_found_in_absolute_directories_and_gives_its_output() {
        let directory = env::temp_dir().join(format!("azir-programs-{}", std::process::id()));
        let earlier = directory.join("earlier");
        fs::create_dir_all(&earlier).unwrap();
        // This one has the name, and the user may not run it.
        fs::write(earlier.join("azir-test-program"), "text").unwrap();
        let file = directory.join("azir-test-program");
        fs::write(
            &file,
            "#!/bin/sh\necho \"$1 $AZIR_TEST\"\necho bad >&2\nexit 3\n",
        )
        .unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        let path = format!(
            "{}:{}:/bin:/usr/bin",
            earlier.display(),
            directory.display()
        );
        let output = SystemPrograms.run(program(&path)).await.unwrap();
        assert_eq!(
            (output.text.as_str(), output.error.as_str()),
            ("one two set\n", "bad\n")
        );
        assert!(!output.ok);
        assert_eq!(
            SystemPrograms.run(program("azir:.")).await.unwrap_err(),
            NotRun::Missing
        );
        fs::remove_dir_all(directory).unwrap();
    }
}
