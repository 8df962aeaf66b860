//! Saves the state in its file before a change is answered, and at the end.

use std::path::PathBuf;
use std::time::Duration;

use super::{Shared, lock};
use crate::certificates::AuthorityKeys;
use crate::state;

/// How long changes may gather before they are written.
const PACE: Duration = Duration::from_millis(100);

/// Writes the world to a file, if there is one.
pub struct Keeper {
    file: Option<PathBuf>,
    authority: AuthorityKeys,
    signing_key: String,
    identity_header: String,
}

impl Keeper {
    /// A keeper of what does not change.
    pub fn new(
        file: Option<PathBuf>,
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
            // A failure here is told at the end, where somebody listens.
            let _ = self.save(shared);
            tokio::time::sleep(PACE).await;
        }
    }

    /// Writes if something changed since the last time.
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
        state::write(file, &bytes).map_err(|error| {
            lock(&shared.world).changed = true;
            format!(
                "the state file '{}' cannot be written: {error}",
                file.display()
            )
        })
    }
}
