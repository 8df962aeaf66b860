//! Saves the state in its file: before a change is answered, and at the end.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Notify, watch};

use super::{Shared, lock};
use crate::certificates::AuthorityKeys;
use crate::state::{self, StateFile};

/// The longest pause between two saves, in which changes gather.
const PACE: Duration = Duration::from_millis(100);

/// Writes the world to a file, if there is one.
pub struct Keeper {
    file: Option<StateFile>,
    authority: AuthorityKeys,
    signing_key: String,
    identity_header: String,
}

/// The saves that requests wait for. One save serves all that asked before it began.
pub struct Saves {
    /// Whether there is a file at all.
    are_kept: bool,
    asked: Mutex<u64>,
    wake: Notify,
    done: watch::Sender<Done>,
}

#[derive(Clone, Default)]
struct Done {
    /// The last request that it was for.
    number: u64,
    error: Option<String>,
}

impl Saves {
    /// Creates the waiting line; without a file no request waits.
    pub fn new(are_kept: bool) -> Self {
        Self {
            are_kept,
            asked: Mutex::default(),
            wake: Notify::new(),
            done: watch::Sender::default(),
        }
    }

    fn asked(&self) -> std::sync::MutexGuard<'_, u64> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until everything that was changed so far is in the file.
    ///
    /// # Errors
    ///
    /// Why it is not, in words.
    pub async fn wait(&self) -> Result<(), String> {
        if !self.are_kept {
            return Ok(());
        }
        let number = {
            let mut asked = self.asked();
            *asked += 1;
            *asked
        };
        self.wake.notify_one();
        let mut done = self.done.subscribe();
        match done.wait_for(|done| done.number >= number).await {
            Ok(done) => done.error.clone().map_or(Ok(()), Err),
            // The emulator is ending, and saves once more.
            Err(_) => Ok(()),
        }
    }
}

impl Keeper {
    /// A keeper of what does not change.
    pub fn new(
        file: Option<StateFile>,
        authority: AuthorityKeys,
        signing_key: String,
        identity_header: String,
    ) -> Self {
        Self {
            file,
            authority,
            signing_key,
            identity_header,
        }
    }

    /// Writes whenever something changed, for ever.
    pub async fn run(&self, shared: &Shared) {
        if self.file.is_none() {
            std::future::pending::<()>().await;
        }
        loop {
            let number = *shared.saves.asked();
            let begin = Instant::now();
            let error = self.save(shared).err();
            shared.saves.done.send_replace(Done { number, error });
            // A large state takes long to write: half of the time is left for requests.
            tokio::time::sleep(begin.elapsed().min(PACE)).await;
            // Sign-ins change the state too, and wait for nothing.
            tokio::select! {
                () = shared.saves.wake.notified() => {}
                () = tokio::time::sleep(PACE) => {}
            }
        }
    }

    /// Writes if something changed since the last time.
    ///
    /// # Errors
    ///
    /// The file system's, with the name of the file.
    pub fn save(&self, shared: &Shared) -> Result<(), String> {
        let Some(file) = &self.file else {
            return Ok(());
        };
        let bytes = {
            let mut world = lock(&shared.world);
            if !std::mem::take(&mut world.changed) {
                return Ok(());
            }
            state::serialize(
                &self.authority,
                &self.signing_key,
                &self.identity_header,
                &world,
            )
        };
        file.write(&bytes)
            .inspect_err(|_| lock(&shared.world).changed = true)
    }
}
