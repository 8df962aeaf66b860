//! The product against the emulator: surveys and checks of whole fleets, over real connections.

mod faults;
mod planted;
mod watch;

use std::sync::Arc;

use azir_core::{
    Call,
    caller::{Caller, Frame},
    operations,
    request::Request,
    state::Library,
};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};
use zeroize::Zeroizing;

use crate::common::{Emulator, program};

/// The product, signed in to an emulator of its own.
pub struct Product {
    /// Its requests are answered here.
    pub emulator: Emulator,
    library: Arc<Library>,
    runtime: Runtime,
    folder: tempfile::TempDir,
}

/// What a check said.
pub struct Checked {
    /// The report.
    pub report: Value,
    /// All messages.
    pub frames: Vec<Value>,
}

impl Product {
    pub fn start() -> Self {
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        let library = Arc::new(Library::default());
        let start = json!({ "ProgramPath": program() });
        let frames = run(&runtime, &library, "emulator.start", &start);
        let cloud = library
            .state()
            .emulator
            .as_ref()
            .unwrap_or_else(|| panic!("{frames:?}"))
            .cloud
            .clone();
        let authority = cloud.only_authority.clone().unwrap();
        Self {
            emulator: Emulator::attached(&cloud.resource_manager, &authority),
            library,
            runtime,
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// Makes a fleet, and tells what was made.
    pub fn seed(&self, fleet: &Value) -> Value {
        self.emulator
            .control("POST", "seed", &json!({ "fleet": fleet }))
            .expect(200)
            .body
    }

    /// Makes a fleet, and gives the parameter that selects it.
    pub fn seeded(&self, fleet: &Value) -> Value {
        json!({ "Subscription": self.seed(fleet)["subscriptionIds"] })
    }

    /// The path of a file of this test.
    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// Checks the fleet.
    pub fn check(&self, more: &Value) -> Checked {
        let path = self.path("report.json");
        let mut arguments = more.clone();
        arguments["ReportPath"] = json!([path]);
        let frames = run(&self.runtime, &self.library, "fleet.test", &arguments);
        let text = std::fs::read(&path).unwrap_or_else(|_| panic!("{frames:?}"));
        Checked {
            report: serde_json::from_slice(&text).unwrap(),
            frames,
        }
    }

    /// The requests whose addresses have this in them, since the journal was cleared.
    pub fn requests(&self, part: &str) -> Vec<Value> {
        let all = self.emulator.control("GET", "requests", &Value::Null).body;
        let of = |own: &&Value| own["url"].as_str().is_some_and(|url| url.contains(part));
        let list = all.as_array().or_else(|| all["requests"].as_array());
        list.unwrap().iter().filter(of).cloned().collect()
    }

    /// Forgets the requests.
    pub fn clear(&self) {
        self.emulator.control("DELETE", "requests", &Value::Null);
    }
}

impl Checked {
    /// Each finding as `code id`, in lower case, sorted.
    pub fn findings(&self) -> Vec<String> {
        self.sorted("findings", "code")
    }

    /// Each change as `kind id`, in lower case, sorted.
    pub fn changes(&self) -> Vec<String> {
        self.sorted("changes", "kind")
    }

    fn sorted(&self, list: &str, kind: &str) -> Vec<String> {
        let mut all: Vec<String> = self.report[list]
            .as_array()
            .unwrap_or_else(|| panic!("{:?}", self.frames))
            .iter()
            .map(|own| {
                let text = |name: &str| own[name].as_str().unwrap();
                format!("{} {}", text(kind), text("id")).to_ascii_lowercase()
            })
            .collect();
        all.sort_unstable();
        all
    }

    /// The messages of one kind.
    pub fn messages(&self, frame: &str) -> Vec<&str> {
        self.frames
            .iter()
            .filter(|own| own["frame"] == frame)
            .filter_map(|own| own["message"].as_str())
            .collect()
    }
}

/// Runs an operation, says yes to everything, and gives its messages.
fn run(
    runtime: &Runtime,
    library: &Arc<Library>,
    operation: &str,
    arguments: &Value,
) -> Vec<Value> {
    let request = json!({ "operation": operation, "cmdlet": "Test-Cmdlet", "verbose": true,
        "arguments": arguments });
    let request = Request::parse(request.to_string().as_bytes(), &[]).unwrap();
    let (caller, mut frames) = Caller::new(&request);
    let call = Call {
        request,
        caller,
        library: Arc::clone(library),
    };
    runtime.block_on(async move {
        let work = tokio::spawn(operations::run(call));
        let mut said = Vec::new();
        while let Some(frame) = frames.recv().await {
            match frame {
                Frame::Message(value) => said.push(value),
                Frame::Objects(_) => {}
                Frame::Question(value, answer) => {
                    let yes: &[u8] = match value["frame"].as_str() {
                        Some("environment") => b"{}",
                        Some("context" | "token") => b"",
                        _ => b"true",
                    };
                    let _ = answer.send(Zeroizing::new(yes.to_vec()));
                }
            }
        }
        work.await.unwrap();
        said
    })
}
