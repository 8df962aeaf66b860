//! Programs of the system: run for their output, or to show a page. Injected, so that tests start nothing.

use std::{
    fmt::Debug,
    io::Read,
    path::PathBuf,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use async_trait::async_trait;
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
        tokio::task::spawn_blocking(move || run(&program))
            .await
            .unwrap_or(Err(NotRun::Failed))
    }

    async fn open(&self, address: &str) -> bool {
        let address = address.to_owned();
        tokio::task::spawn_blocking(move || open(&address))
            .await
            .unwrap_or(false)
    }
}

fn run(program: &Program) -> Result<Output, NotRun> {
    let file = find(program).ok_or(NotRun::Missing)?;
    let mut command = Command::new(file);
    command
        .args(&program.arguments)
        .envs(program.variables.iter().map(|(name, value)| (name, value)));
    if let Some(path) = &program.path {
        command.env("PATH", path);
    }
    let mut child = quiet(&mut command)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|_| NotRun::Failed)?;
    let (output, errors) = (child.stdout.take(), child.stderr.take());
    // Both are read while it runs: a full pipe would stop it.
    let errors = thread::spawn(move || read(errors));
    let output = thread::spawn(move || read(output));
    let until = Instant::now() + LONGEST;
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if Instant::now() < until => thread::sleep(Duration::from_millis(10)),
            Ok(None) | Err(_) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(NotRun::TooLong);
            }
        }
    };
    let text = output.join().map_err(|_| NotRun::Failed)?;
    let error = errors.join().map_err(|_| NotRun::Failed)?;
    Ok(Output {
        ok: status.success(),
        text,
        error: error.to_string(),
    })
}

fn read(pipe: Option<impl Read>) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new(Vec::new());
    if let Some(mut pipe) = pipe {
        let _ = pipe.read_to_end(&mut bytes);
    }
    Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned())
}

/// The program's file, from absolute directories only: the current directory may be anybody's.
fn find(program: &Program) -> Option<PathBuf> {
    let own = std::env::var_os("PATH").unwrap_or_default();
    let path = program.path.as_ref().map_or(own, Into::into);
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd", ".bat"]
    } else {
        &[""]
    };
    std::env::split_paths(&path)
        .filter(|directory| directory.is_absolute())
        .flat_map(|directory| {
            endings
                .iter()
                .map(move |ending| directory.join(format!("{}{ending}", program.name)))
        })
        .find(|file| file.is_file())
}

fn open(address: &str) -> bool {
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
    // Some of these end at once, some stay as long as the browser: one that has not failed by now will not.
    let until = Instant::now() + Duration::from_secs(3);
    while Instant::now() < until {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(Duration::from_millis(20)),
            Err(_) => return false,
        }
    }
    // Reaped when it ends, whenever that is.
    thread::spawn(move || child.wait());
    true
}

fn quiet(command: &mut Command) -> &mut Command {
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        /// No console window flashes up.
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(CREATE_NO_WINDOW);
    }
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

    #[test]
    fn a_program_is_found_in_absolute_directories_and_gives_its_output() {
        let directory = std::env::temp_dir().join(format!("azir-programs-{}", std::process::id()));
        fs::create_dir_all(&directory).unwrap();
        let file = directory.join("azir-test-program");
        fs::write(
            &file,
            "#!/bin/sh\necho \"$1 $AZIR_TEST\"\necho bad >&2\nexit 3\n",
        )
        .unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        let path = format!("{}:/bin:/usr/bin", directory.display());
        let output = run(&program(&path)).unwrap();
        assert_eq!(
            (output.text.as_str(), output.error.as_str()),
            ("one two set\n", "bad\n")
        );
        assert!(!output.ok);
        assert_eq!(run(&program("azir:.")).unwrap_err(), NotRun::Missing);
        fs::remove_dir_all(directory).unwrap();
    }
}
