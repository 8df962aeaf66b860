//! The table of running operations: handles, their frames and their end.

use std::{
    panic::{self, AssertUnwindSafe},
    sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use azir_azure::secret::Secret;
use azir_core::{
    Call,
    caller::{Caller, Frame, Frames},
    error::{Error, ErrorKind},
    operations,
    output::{Field, Record, Shape, frame},
    request::Request,
    state::{Library, System},
};
use futures::FutureExt;
use once_cell::sync::OnceCell;
use tokio::{
    runtime::{Builder, Runtime},
    sync::{mpsc, oneshot},
    task::JoinHandle,
};
use zeroize::{Zeroize, Zeroizing};

use crate::{
    boundary::Status,
    exports::{AZIR_FINISHED, AZIR_MESSAGE, AZIR_NONE, AZIR_OBJECTS},
    pin,
    table::Table,
};

static RUNTIME: OnceCell<Runtime> = OnceCell::new();
static LIBRARY: OnceCell<Arc<Library>> = OnceCell::new();
static TABLE: LazyLock<Table<Operation>> = LazyLock::new(Table::default);

/// How long a stopped operation may take to end. It ends at once, unless it is at work on a file.
const LAST_WORDS: Duration = Duration::from_secs(5);

type Answer = oneshot::Sender<Zeroizing<Vec<u8>>>;

/// One running operation.
#[derive(Debug)]
pub struct Operation {
    reader: Mutex<Reader>,
    task: JoinHandle<()>,
    runtime: &'static Runtime,
}

#[derive(Debug)]
struct Reader {
    frames: Frames,
    /// Reported by `next` and not read yet.
    ready: Option<Ready>,
    /// The question that was read and not answered yet.
    open: Option<Answer>,
    finished: bool,
}

#[derive(Debug)]
struct Ready {
    kind: i32,
    bytes: frame::Bytes,
    answer: Option<Answer>,
}

impl From<Frame> for Ready {
    fn from(frame: Frame) -> Self {
        let of = |kind, bytes, answer| Self {
            kind,
            bytes,
            answer,
        };
        match frame {
            Frame::Message(value) => of(AZIR_MESSAGE, frame::message(&value), None),
            Frame::Objects(bytes) => of(AZIR_OBJECTS, bytes, None),
            Frame::Question(value, answer) => {
                of(AZIR_MESSAGE, frame::message(&value), Some(answer))
            }
        }
    }
}

/// The runtime, made with the first operation; the system may have no threads left for it.
fn runtime() -> Result<&'static Runtime, Status> {
    RUNTIME.get_or_try_init(|| {
        silence_panics();
        pin::pin();
        // Two threads: the work waits for the network nearly all the time.
        Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("azir")
            .enable_all()
            .build()
            .map_err(|_| Status::Panic)
    })
}

/// Sets what all operations of this process work with, in place of the system itself; for tests, before the first one.
///
/// # Errors
/// The library, when the process has one already.
pub fn use_library(library: Arc<Library>) -> Result<(), Arc<Library>> {
    LIBRARY.set(library)
}

fn library() -> Arc<Library> {
    let library = LIBRARY.get_or_init(|| {
        Arc::new(Library::default().with(System {
            certificates: azir_platform::certificates(),
            vault: Some(azir_platform::vault()),
            machine: azir_platform::machine(),
            ..System::real()
        }))
    });
    Arc::clone(library)
}

/// The number of handles that are not closed yet.
#[must_use]
pub fn open_handles() -> usize {
    TABLE.count(None)
}

/// Starts the operation that `request` asks for and answers with its handle.
///
/// # Errors
/// `Request` when it is not understood.
pub fn start(request: &[u8], secrets: &[u8]) -> Result<i64, Status> {
    let request = Request::parse(request, secrets).map_err(|_| Status::Request)?;
    let test = request
        .operation
        .strip_prefix("selftest.")
        .map(str::to_owned);
    if test.is_none() && !operations::NAMES.contains(&request.operation.as_str()) {
        return Err(Status::Request);
    }
    let (caller, frames) = Caller::new(&request);
    let call = Call {
        request,
        caller: caller.clone(),
        library: library(),
    };
    let runtime = runtime()?;
    let handle = TABLE.reserve();
    let task = runtime.spawn(async move {
        let work = async {
            match test {
                Some(test) => run_test(&test, &call, handle).await,
                None => operations::run(call).await,
            }
        };
        // What a panic leaves behind belonged to this call only.
        if AssertUnwindSafe(work).catch_unwind().await.is_err() {
            let _ = caller
                .error(&Error::new(ErrorKind::Internal, PANICKED))
                .await;
        }
    });
    let reader = Reader {
        frames,
        ready: None,
        open: None,
        finished: false,
    };
    let operation = Operation {
        reader: Mutex::new(reader),
        task,
        runtime,
    };
    TABLE.put(handle, operation);
    Ok(handle)
}

/// The operation behind a handle.
///
/// # Errors
/// `Handle` when it is unknown or closed.
pub fn get(handle: i64) -> Result<Arc<Operation>, Status> {
    TABLE.get(handle).ok_or(Status::Handle)
}

/// Ends an operation and forgets its handle.
///
/// # Errors
/// `Handle` when it is unknown or closed already.
pub fn close(handle: i64) -> Result<(), Status> {
    // Out of the table first: no other call finds it while it ends.
    let operation = TABLE.remove(handle).ok_or(Status::Handle)?;
    operation.task.abort();
    // A stopped operation may still write a file, such as a snapshot: the process may end when this returns.
    let given_up = Instant::now() + LAST_WORDS;
    while !operation.task.is_finished() && Instant::now() < given_up {
        thread::sleep(Duration::from_millis(1));
    }
    Ok(())
}

impl Operation {
    fn reader(&self) -> MutexGuard<'_, Reader> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a frame: its kind and length.
    pub fn next(&self, timeout: Duration) -> (i32, i64) {
        let mut reader = self.reader();
        if reader.ready.is_none() && !reader.finished {
            let frame = match reader.frames.try_recv() {
                Ok(frame) => Ok(Some(frame)),
                Err(mpsc::error::TryRecvError::Disconnected) => Ok(None),
                Err(mpsc::error::TryRecvError::Empty) => self
                    .runtime
                    .block_on(async { tokio::time::timeout(timeout, reader.frames.recv()).await }),
            };
            match frame {
                Ok(Some(frame)) => reader.ready = Some(Ready::from(frame)),
                Ok(None) => reader.finished = true,
                Err(_) => return (AZIR_NONE, 0),
            }
        }
        match &reader.ready {
            Some(ready) => (
                ready.kind,
                i64::try_from(ready.bytes.len()).unwrap_or(i64::MAX),
            ),
            None => (AZIR_FINISHED, 0),
        }
    }

    /// Hands the unread frame to `copy`, and keeps it when that fails.
    ///
    /// # Errors
    /// `Nothing` when there is none; what `copy` answers.
    pub fn read(&self, copy: impl FnOnce(&[u8]) -> Result<i64, Status>) -> Result<i64, Status> {
        let mut reader = self.reader();
        let ready = reader.ready.take().ok_or(Status::Nothing)?;
        match copy(&ready.bytes) {
            Ok(length) => {
                reader.open = ready.answer;
                Ok(length)
            }
            Err(status) => {
                reader.ready = Some(ready);
                Err(status)
            }
        }
    }

    /// Answers the question that was read last.
    ///
    /// # Errors
    /// `Nothing` when none is open.
    pub fn answer(&self, mut answer: Vec<u8>) -> Result<(), Status> {
        let Some(open) = self.reader().open.take() else {
            answer.zeroize();
            return Err(Status::Nothing);
        };
        // An operation that has ended meanwhile needs no answer.
        let _ = open.send(Zeroizing::new(answer));
        Ok(())
    }
}

/// What a user reads when an operation panicked.
const PANICKED: &str = "A mistake in AzIntegrationRuntime stopped this command; PowerShell itself is not affected. \
    What was asked may have been done in part: look before trying again. Please report it with the command and the \
    output of $PSVersionTable.";

/// The host is the user's shell: a panic's message must not appear in it, nor a secret within the message.
fn silence_panics() {
    panic::set_hook(Box::new(|_| {}));
}

static TESTED: Shape = Shape::with(
    "AzIntegrationRuntime.SelfTest",
    &[("Parts", &PART), ("PartsByName", &PART), ("Part", &PART)],
);
static PART: Shape = Shape::named("AzIntegrationRuntime.SelfTestPart");

/// Results with every tag and both kinds of layouts, for the tests of a reader.
fn tested_values() -> Vec<Record> {
    let text = |text: &str| Field::Text(text.to_owned());
    let part = |name: &str| Field::Object(vec![("Name".into(), text(name))]);
    let longer = Field::Object(vec![
        ("Name".into(), text("second")),
        ("More".into(), Field::Integer(2)),
    ]);
    let date = "2026-02-28T23:59:59.1234567+02:00";
    let members = vec![
        ("Null".into(), Field::Null),
        ("False".into(), Field::Flag(false)),
        ("True".into(), Field::Flag(true)),
        ("Int32".into(), Field::Integer(i64::from(i32::MIN))),
        ("Int64".into(), Field::Integer(i64::MAX)),
        ("Double".into(), Field::Real(-0.5)),
        ("Text".into(), text("ä😀\0\n")),
        ("Date".into(), Field::Date(date.to_owned())),
        ("DateOffset".into(), Field::DateOffset(date.to_owned())),
        ("Span".into(), Field::Span("-P1DT2H3M4.5S".to_owned())),
        (
            "Guid".into(),
            Field::Guid("00112233-4455-6677-8899-aabbccddeeff".to_owned()),
        ),
        ("List".into(), Field::List(vec![Field::Null, text("b")])),
        (
            "Table".into(),
            Field::Table(vec![
                ("z".to_owned(), Field::Integer(1)),
                ("a".to_owned(), Field::List(Vec::new())),
            ]),
        ),
        (
            "Bag".into(),
            Field::Object(vec![("Inner".into(), Field::Object(Vec::new()))]),
        ),
        ("Part".into(), part("first")),
        ("Parts".into(), Field::List(vec![part("first"), longer])),
        (
            "PartsByName".into(),
            Field::Table(vec![("own".to_owned(), part("third"))]),
        ),
        (
            "SecretText".into(),
            Field::Secret(Secret::new("s3cr€t".to_owned())),
        ),
        (
            "Secret".into(),
            Field::SecureString(Secret::new("s3cr€t".to_owned())),
        ),
    ];
    vec![
        Record::new(&TESTED, members),
        Record::new(&TESTED, vec![("Text".into(), text("listed"))]),
        Record::null(),
        Record::bare(text("bare")),
        Record::bare(Field::Object(vec![("Name".into(), text("bag"))])),
    ]
}

/// The `selftest.` operations: they touch nothing, and show that the boundary of this build holds.
async fn run_test(name: &str, call: &Call, handle: i64) {
    match name {
        "panic" => panic!("wanted by a test"),
        "wait" => call.library.clock.sleep(Duration::from_secs(3600)).await,
        "secret" => {
            if let Some(secret) = call.arguments().secret("Secret") {
                let members = vec![
                    ("Text".into(), Field::Secret(secret.clone())),
                    ("Secure".into(), Field::SecureString(secret)),
                ];
                let _ = call.caller.object(Record::new(&TESTED, members)).await;
            }
        }
        "values" => {
            let _ = call.caller.objects(&tested_values()).await;
        }
        "handles" => {
            let others = i64::try_from(TABLE.count(Some(handle))).unwrap_or(i64::MAX);
            let record = Record::bare(Field::Integer(others));
            let _ = call.caller.object(record).await;
        }
        "ask" => {
            let answer = call.caller.should_continue("Sure?").await.unwrap_or(false);
            let _ = call.caller.warning(format!("answer: {answer}")).await;
        }
        "flood" => {
            for number in 0..100 {
                if call.caller.warning(number.to_string()).await.is_err() {
                    return;
                }
            }
        }
        _ => {}
    }
}
