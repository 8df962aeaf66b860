//! What the parts of one call have in common: Resource Manager, and how many requests are sent side by side.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use tokio::sync::Semaphore;

use crate::{Call, arm::Arm, error::Result};

/// How many requests are sent side by side. Who waits for a grant holds no place.
const AT_ONCE: usize = 32;

/// Resource Manager for a call on shares.
///
/// # Errors
/// As [`Arm::connect`].
pub async fn connect(call: &Call) -> Result<Arm<'_>> {
    let limit = Arc::new(Semaphore::new(AT_ONCE));
    Ok(Arm::connect(call).await?.within(limit))
}

/// One call on shares.
pub struct Work<'a> {
    /// Resource Manager.
    pub arm: &'a Arm<'a>,
    /// What the bar of progress is about.
    activity: String,
    done: AtomicUsize,
    waiting: AtomicUsize,
    all: usize,
}

impl<'a> Work<'a> {
    /// The work of a call on `all` data factories.
    pub fn new(arm: &'a Arm<'a>, activity: impl Into<String>, all: usize) -> Self {
        Self {
            arm,
            activity: activity.into(),
            done: AtomicUsize::new(0),
            waiting: AtomicUsize::new(0),
            all,
        }
    }

    /// The same for another number of data factories.
    pub fn of(self, all: usize) -> Self {
        Self { all, ..self }
    }

    /// Says that a data factory waits for its grant, or waits no longer.
    pub async fn waits(&self, is_waiting: bool) -> Result<()> {
        if is_waiting {
            self.waiting.fetch_add(1, Ordering::Relaxed);
        } else {
            self.waiting.fetch_sub(1, Ordering::Relaxed);
        }
        self.show().await
    }

    /// Says that a data factory is finished.
    pub async fn finished(&self) -> Result<()> {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.show().await
    }

    async fn show(&self) -> Result<()> {
        let done = self.done.load(Ordering::Relaxed);
        let waiting = self.waiting.load(Ordering::Relaxed);
        let mut status = format!("{done} of {} data factories", self.all);
        if waiting > 0 {
            status = format!("{status}; {waiting} wait until the grant works");
        }
        let percent = i32::try_from(done * 100 / self.all.max(1)).unwrap_or(-1);
        let caller = &self.arm.call.caller;
        caller.progress(&self.activity, &status, percent).await
    }

    /// Takes the bar of progress away.
    pub async fn end(&self) -> Result<()> {
        self.arm.call.caller.progress_done(&self.activity).await
    }
}
