//! The other side of the boundary, as an operation sees it: where frames go and answers come from.

use async_trait::async_trait;
use azir_azure::{
    auth::environment::Variables, cloud::Cloud, error::ErrorContext, secret::Secret,
    world::Progress,
};
use serde_json::{Value, json};
use std::sync::{Arc, OnceLock};
use tokio::sync::{Notify, mpsc, oneshot};
use zeroize::Zeroizing;

use crate::{
    error::{Error, Result},
    output::{Record, frame},
    portal,
    present::visible,
    request::Request,
};

/// How many frames may wait unread; more make the operation wait for its reader.
pub const QUEUE: usize = 4;

/// One thing for the reader.
#[derive(Debug)]
pub enum Frame {
    /// A message: an object whose member `frame` says what it is.
    Message(Value),
    /// The bytes of an objects frame.
    Objects(frame::Bytes),
    /// A message that wants an answer.
    Question(Value, oneshot::Sender<Zeroizing<Vec<u8>>>),
}

/// The frames of one operation, as its reader takes them.
#[derive(Debug)]
pub struct Frames {
    reader: mpsc::Receiver<Frame>,
    room: Arc<Notify>,
}

impl Frames {
    /// The next frame; nothing after the last.
    pub async fn recv(&mut self) -> Option<Frame> {
        let frame = self.reader.recv().await;
        self.room.notify_waiters();
        frame
    }

    /// The next frame, if it is there already.
    ///
    /// # Errors
    /// Whether there is none yet, or none any more.
    pub fn try_recv(&mut self) -> std::result::Result<Frame, mpsc::error::TryRecvError> {
        let frame = self.reader.try_recv();
        if frame.is_ok() {
            self.room.notify_waiters();
        }
        frame
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        // Who waits for room learns that there is no reader.
        self.reader.close();
        self.room.notify_waiters();
    }
}

/// Sends frames to the reader of one operation and asks it questions.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own of the caller"
)]
pub struct Caller {
    frames: mpsc::Sender<Frame>,
    room: Arc<Notify>,
    operation: String,
    verbose: bool,
    debug: bool,
    answer_yes: bool,
    force: bool,
    /// The portal of the cloud that the call is for, if that is not the public one.
    portal: OnceLock<&'static str>,
}

impl Caller {
    /// The caller of `request`, and where its frames can be read.
    #[must_use]
    pub fn new(request: &Request) -> (Self, Frames) {
        let (frames, reader) = mpsc::channel(QUEUE);
        let room = Arc::new(Notify::new());
        let reader = Frames {
            reader,
            room: Arc::clone(&room),
        };
        let caller = Self {
            frames,
            room,
            operation: request.operation.clone(),
            verbose: request.verbose,
            debug: request.debug,
            // `-Confirm:$false` silences the questions; upstream's cmdlets ask on.
            answer_yes: request.arguments.is_bound("Confirm")
                && !request.arguments.switch("Confirm"),
            force: request.arguments.switch("Force"),
            portal: OnceLock::new(),
        };
        (caller, reader)
    }

    /// Tells the cloud of the call, whose portal the results name.
    pub fn set_cloud(&self, cloud: &Cloud) {
        if let Some(portal) = portal::of_cloud(cloud) {
            self.portal.get_or_init(|| portal);
        }
    }

    /// Waits for room without a place in a queue: of several requests side by side, one that is not polled just now
    /// would keep its place, and with it the room that the others wait for.
    async fn send(&self, mut frame: Frame) -> Result<()> {
        loop {
            // Before the try: room that comes after it is not missed.
            let room = self.room.notified();
            frame = match self.frames.try_send(frame) {
                Ok(()) => return Ok(()),
                Err(mpsc::error::TrySendError::Closed(_)) => return Err(Error::cancelled()),
                Err(mpsc::error::TrySendError::Full(own)) => own,
            };
            room.await;
        }
    }

    async fn message(&self, value: Value) -> Result<()> {
        self.send(Frame::Message(visible::frame(value))).await
    }

    /// Shows a warning.
    ///
    /// # Errors
    /// `Cancelled` when the reader is gone, as with all that follow.
    pub async fn warning(&self, message: impl Into<String>) -> Result<()> {
        self.message(json!({"frame": "warning", "message": message.into()}))
            .await
    }

    /// Says `message` in the verbose stream when that is wanted.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn verbose(&self, message: impl Into<String>) -> Result<()> {
        if !self.verbose {
            return Ok(());
        }
        self.message(json!({"frame": "verbose", "message": message.into()}))
            .await
    }

    /// Whether debug messages are wanted.
    #[must_use]
    pub fn wants_debug(&self) -> bool {
        self.debug
    }

    /// Says `message` in the debug stream when that is wanted.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn debug(&self, message: impl Into<String>) -> Result<()> {
        if !self.debug {
            return Ok(());
        }
        self.message(json!({"frame": "debug", "message": message.into()}))
            .await
    }

    /// Shows `message` in the host, as `Write-Host` does; `tag` tells it from others in the information stream.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn information(&self, message: impl Into<String>, tag: &str) -> Result<()> {
        self.message(json!({"frame": "information", "message": message.into(), "tags": [tag]}))
            .await
    }

    /// Shows how far a wait has come; `percent` is -1 when that is not known.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn progress(&self, activity: &str, status: &str, percent: i32) -> Result<()> {
        self.message(
            json!({"frame": "progress", "id": 1, "activity": activity, "status": status,
            "percent": percent, "completed": false}),
        )
        .await
    }

    /// Takes the progress bar away.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn progress_done(&self, activity: &str) -> Result<()> {
        self.message(
            json!({"frame": "progress", "id": 1, "activity": activity, "status": "",
            "percent": 100, "completed": true}),
        )
        .await
    }

    /// Says what the user is to read when the command is stopped from now on: what goes on in the service then, and how
    /// to wait for it again. An empty text takes it back.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn on_stop(&self, message: impl Into<String>) -> Result<()> {
        self.message(json!({"frame": "onStop", "message": message.into()}))
            .await
    }

    /// Writes an error record.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn error(&self, error: &Error) -> Result<()> {
        self.message(error.to_frame(&self.operation)).await
    }

    /// Writes results, in frames of bearable size.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn objects(&self, records: &[Record]) -> Result<()> {
        let addressed: Vec<Record>;
        let records = match self.portal.get() {
            Some(portal) => {
                let all = records.iter();
                addressed = all.map(|one| portal::with_address(one, portal)).collect();
                &addressed
            }
            None => records,
        };
        for frame in frame::objects(records) {
            self.send(Frame::Objects(frame)).await?;
        }
        Ok(())
    }

    /// Writes one result.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn object(&self, record: Record) -> Result<()> {
        self.objects(&[record]).await
    }

    async fn ask(&self, question: Value) -> Result<Zeroizing<Vec<u8>>> {
        let (answer, wait) = oneshot::channel();
        // What is asked of the host, such as a token for a resource, names nothing that a service wrote.
        let question = visible::frame(question);
        self.send(Frame::Question(question, answer)).await?;
        wait.await.map_err(|_| Error::cancelled())
    }

    /// `ShouldProcess`: false under `-WhatIf` or when the user says no. A `should_continue` may follow
    /// when neither `-Force` nor `-Confirm:$false` was given.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn should_process(&self, action: &str, target: &str) -> Result<bool> {
        self.process(action, target, self.is_silenced()).await
    }

    /// `ShouldProcess` of a cmdlet that asks nothing else.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn should_process_only(&self, action: &str, target: &str) -> Result<bool> {
        self.process(action, target, true).await
    }

    /// `last` states that no question follows: a host may hand the rest to a job.
    async fn process(&self, action: &str, target: &str, last: bool) -> Result<bool> {
        let question =
            json!({"frame": "shouldProcess", "action": action, "target": target, "last": last});
        Ok(self.ask(question).await?.as_slice() == b"true")
    }

    /// `ShouldContinue` with an empty caption; `-Force` and `-Confirm:$false` answer yes.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn should_continue(&self, query: &str) -> Result<bool> {
        self.should_continue_with(query, "").await
    }

    /// `ShouldContinue` with this caption; `-Force` and `-Confirm:$false` answer yes.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn should_continue_with(&self, query: &str, caption: &str) -> Result<bool> {
        if self.is_silenced() {
            return Ok(true);
        }
        let question =
            json!({"frame": "shouldContinue", "query": query, "caption": caption, "last": true});
        Ok(self.ask(question).await?.as_slice() == b"true")
    }

    /// Says that the `should_continue` that could have followed is not needed: a host can hand the rest to a job.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn last_question(&self) -> Result<()> {
        self.message(json!({"frame": "lastQuestion"})).await
    }

    /// Whether `-Force` or `-Confirm:$false` answers what `ShouldContinue` would ask.
    #[must_use]
    pub fn is_silenced(&self) -> bool {
        self.force || self.answer_yes
    }

    /// A token from the caller's own sign-in; nothing when it has none.
    ///
    /// # Errors
    /// `Cancelled`, or `Credential` with the caller's reason.
    pub(crate) async fn token(
        &self,
        resource: &str,
        tenant: &str,
    ) -> azir_azure::error::Result<Option<Secret>> {
        let question = json!({"frame": "token", "resource": resource, "tenant": tenant});
        let answer = self.ask(question).await.map_err(|_| gone())?;
        // No token begins with NUL: what follows is why there is none.
        if let [0, reason @ ..] = answer.as_slice() {
            let reason = String::from_utf8_lossy(reason);
            return Err(ErrorContext::NoBrokeredToken {
                resource: resource.to_owned(),
                tenant: tenant.to_owned(),
                reason: Some(reason.trim().to_owned()),
            }
            .into());
        }
        Ok(Secret::from_utf8(&answer).filter(|token| !token.expose().is_empty()))
    }

    /// The context of the caller's own sign-in as JSON; empty when it has none.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn context(&self) -> Result<Zeroizing<Vec<u8>>> {
        self.ask(json!({"frame": "context"})).await
    }

    /// The script's variables that say who one is.
    ///
    /// # Errors
    /// `Cancelled`.
    pub(crate) async fn variables(&self) -> azir_azure::error::Result<Variables> {
        let answer = self.ask(json!({"frame": "environment"})).await;
        Ok(Variables::read(&answer.map_err(|_| gone())?))
    }
}

/// The only error of a frame: its reader is gone.
fn gone() -> azir_azure::error::Error {
    azir_azure::error::Error::cancelled()
}

#[async_trait]
impl Progress for Caller {
    fn wants_debug(&self) -> bool {
        self.debug
    }

    async fn warning(&self, message: &str) -> azir_azure::error::Result<()> {
        Caller::warning(self, message).await.map_err(|_| gone())
    }

    async fn verbose(&self, message: &str) -> azir_azure::error::Result<()> {
        Caller::verbose(self, message).await.map_err(|_| gone())
    }

    async fn debug(&self, message: &str) -> azir_azure::error::Result<()> {
        Caller::debug(self, message).await.map_err(|_| gone())
    }

    async fn step(&self, activity: &str, status: &str) -> azir_azure::error::Result<()> {
        let shown = self.progress(activity, status, -1).await;
        shown.map_err(|_| gone())
    }

    async fn done(&self, activity: &str) -> azir_azure::error::Result<()> {
        self.progress_done(activity).await.map_err(|_| gone())
    }
}
