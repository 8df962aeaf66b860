//! Contexts that last: kept in a file for later processes of the same user, their secrets under the system's
//! protection.
//!
//! The file, `contexts.json`, holds contexts and added environments as they are, and for each account its
//! public members and a sealed part with its secret and its tokens. A process reads it when it first needs a context.
//! After each call it writes what that call changed, and only that, into the present file: under a lock, so that two
//! processes lose nothing of each other's. Members that it does not know stay in the file.

mod entries;
pub mod exchange;
mod file;
mod plan;
mod read;
mod sealed;

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, SystemTime},
};

use azir_azure::{clock::unix_seconds, context::AzureContext};

use self::{
    file::FILE,
    plan::Plan,
    read::{Opened, Read, read},
    sealed::SecretHashes,
};
use super::environment::Environment;
use crate::{
    Call,
    accounts::contexts::{Contexts, Scope},
    error::Result,
    state::Library,
};

/// The variable that names another directory.
pub const DIRECTORY: &str = "AZIR_PROFILE";
/// A system that asks a person to unlock something gets this long.
const PATIENCE: Duration = Duration::from_secs(120);

/// What this process knows of the file.
#[derive(Debug, Default)]
pub struct Store {
    tokens_changed: AtomicBool,
    forget_all: AtomicBool,
    loaded: tokio::sync::Mutex<Option<Loaded>>,
}

impl Store {
    /// An account got or lost a token: it is written at the end of the call.
    pub fn tokens_changed(&self) {
        self.tokens_changed.store(true, Ordering::Relaxed);
    }

    /// Everything that is kept is to go at the end of the call, also what other processes kept.
    pub fn forget_all(&self) {
        self.forget_all.store(true, Ordering::Relaxed);
    }
}

/// The state as it was when the file was last compared with it.
#[derive(Clone, Debug, Default)]
struct Snapshot {
    contexts: Vec<Arc<AzureContext>>,
    current: Option<String>,
    environments: Vec<Arc<Environment>>,
    autosave: bool,
}

#[derive(Debug)]
struct Loaded {
    directory: PathBuf,
    seen: Snapshot,
    /// Names of the contexts of this process that the file has, in lower case.
    kept: Vec<String>,
    /// What the file holds of accounts as far as this process wrote it, by key.
    known: HashMap<String, SecretHashes>,
    /// The file is of a newer version: nothing is written.
    foreign: bool,
    /// When the file was written that was read, and its size.
    stamp: Option<(SystemTime, u64)>,
    /// Whether this process has signed in; from then on the file is not read again.
    settled: bool,
}

impl Loaded {
    /// Whether another process saved contexts meanwhile, and this process has none: a process with contexts keeps its
    /// own.
    fn is_old(&self, call: &Call) -> bool {
        !self.settled
            && call.library.state().contexts.all().is_empty()
            && self.stamp != stamp(&self.directory)
    }
}

fn stamp(directory: &Path) -> Option<(SystemTime, u64)> {
    let about = std::fs::metadata(directory.join(FILE)).ok()?;
    Some((about.modified().ok()?, about.len()))
}

/// Reads the kept contexts into the state: once in a process for each place, and again where there is no sign-in and
/// the file has changed.
///
/// # Errors
/// `Cancelled` only; whatever is wrong with the file is a warning.
pub async fn load(call: &Call) -> Result<()> {
    let store = &call.library.store;
    let mut loaded = store.loaded.lock().await;
    let (Some(vault), Some(directory)) = (call.library.system.vault.clone(), directory(call))
    else {
        return Ok(());
    };
    // Another place that is named afterwards counts from then on.
    if loaded
        .as_ref()
        .is_some_and(|own| own.directory == directory && !own.is_old(call))
    {
        return Ok(());
    }
    let mut next = Loaded {
        directory: directory.clone(),
        seen: Snapshot::of(&call.library),
        kept: Vec::new(),
        known: HashMap::new(),
        foreign: false,
        stamp: stamp(&directory),
        settled: false,
    };
    let now = unix_seconds(call.library.clock.now());
    let mut warnings = Vec::new();
    // The usual case needs no thread and no lock.
    if directory.join(FILE).exists() {
        let work = move || read(&directory, vault.as_ref(), now);
        match blocking(work).await {
            Ok(Read::File(file)) => warnings = take_over(call, file, &mut next),
            Ok(Read::Foreign(warning)) => {
                next.foreign = true;
                warnings.push(warning);
            }
            Ok(Read::Nothing(warning)) => warnings.extend(warning),
            Err(reason) => {
                next.foreign = true;
                warnings.push(format!(
                    "Kept contexts cannot be read: {reason}. Contexts of this process are not kept."
                ));
            }
        }
    }
    if next.stamp.is_some() {
        // A damaged one is aside by now.
        next.stamp = stamp(&next.directory);
    }
    *loaded = Some(next);
    for warning in warnings {
        call.caller.warning(warning).await?;
    }
    Ok(())
}

/// Puts what was read into the state; answers with what has to be said.
fn take_over(call: &Call, file: Opened, loaded: &mut Loaded) -> Vec<String> {
    let mut state = call.library.state();
    let only = state
        .emulator
        .as_ref()
        .map(|emulator| emulator.cloud.resource_manager.clone());
    for environment in file.environments {
        if state.environments.find(&environment.name).is_none() {
            state.environments.put(environment);
        }
    }
    // What was said in this process wins.
    let first = state.contexts.current(None).is_none();
    for context in file.contexts {
        // While the emulator runs nothing goes anywhere else.
        if only
            .as_ref()
            .is_some_and(|only| *only != context.cloud.resource_manager)
            || state.contexts.named(&context.name).is_some()
        {
            continue;
        }
        loaded.kept.push(context.name.to_lowercase());
        state.contexts.put(context);
    }
    if first && let Some(current) = &file.current {
        state.contexts.make_current(current, None);
    }
    state.keep = file.autosave;
    loaded.known = file.known;
    let mut warnings = file.warnings;
    if only.is_none()
        && let Some(current) = state.contexts.current(None)
        && current.cloud.only_authority.is_some()
    {
        warnings.push(format!(
            "The kept context in use is of the emulator at {}, not of Azure.",
            current.cloud.resource_manager
        ));
    }
    drop(state);
    loaded.seen = Snapshot::of(&call.library);
    warnings
}

/// Writes what the call changed, if it is to be kept.
///
/// # Errors
/// `Cancelled` only; what cannot be written is a warning.
pub async fn flush(call: &Call) -> Result<()> {
    let store = &call.library.store;
    let mut loaded = store.loaded.lock().await;
    let Some(own) = loaded.as_mut() else {
        return Ok(());
    };
    let (Some(vault), Some(_)) = (call.library.system.vault.clone(), directory(call)) else {
        return Ok(());
    };
    let now = Snapshot::of(&call.library);
    own.settled |= !now.contexts.is_empty();
    let clear = store.forget_all.swap(false, Ordering::Relaxed);
    let tokens = store.tokens_changed.swap(false, Ordering::Relaxed) && !own.kept.is_empty();
    if now.is(&own.seen) && !tokens && !clear {
        return Ok(());
    }
    let mut plan = Plan::default();
    plan.now = unix_seconds(call.library.clock.now());
    plan.clear = clear;
    plan.kept.clone_from(&own.kept);
    plan.changes(call, &own.seen, &now);
    plan.accounts(&now, &own.known);
    own.seen = now;
    own.kept.clone_from(&plan.kept);
    let mut warnings = std::mem::take(&mut plan.warnings);
    if !own.foreign && !plan.is_empty() {
        let directory = own.directory.clone();
        match blocking(move || plan.write(&directory, vault.as_ref())).await {
            Ok(written) => {
                own.foreign = written.foreign;
                own.kept = written.kept;
                own.known.extend(written.known);
                warnings.extend(written.warnings);
            }
            Err(reason) => warnings.push(format!(
                "Contexts cannot be kept in '{}': {reason}. What changed lasts for this process only.",
                own.directory.display()
            )),
        }
    }
    for warning in warnings {
        call.caller.warning(warning).await?;
    }
    Ok(())
}

/// The file in which contexts are kept for this call; nothing when they are not.
#[must_use]
pub fn place(call: &Call) -> Option<PathBuf> {
    Some(directory(call)?.join(FILE))
}

/// The directory of that.
fn directory(call: &Call) -> Option<PathBuf> {
    let named = call.request.environment.filled(DIRECTORY);
    // What an emulator knows is gone with it: it is kept only in a place that the user names.
    if named.is_none() && call.library.state().emulator.is_some() {
        return None;
    }
    named
        .or_else(|| {
            let profile = call.request.profile.trim();
            (!profile.is_empty()).then(|| profile.to_owned())
        })
        .map(PathBuf::from)
}

/// How far the changes of this call reach.
fn scope(call: &Call) -> Scope {
    match call.request.operation.as_str() {
        // Without -Scope these are about the user, whatever is in force.
        "autosave.enable" | "autosave.disable" if !call.arguments().is_bound("Scope") => {
            Scope::CurrentUser
        }
        // Its contexts are gone.
        "emulator.stop" => Scope::CurrentUser,
        _ => Scope::of(call),
    }
}

/// Runs what may block: a lock, a disk, a person who unlocks a keyring.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> std::result::Result<T, String> + Send + 'static,
) -> std::result::Result<T, String> {
    match tokio::time::timeout(PATIENCE, tokio::task::spawn_blocking(work)).await {
        Ok(Ok(done)) => done,
        Ok(Err(_)) => Err("an internal error".to_owned()),
        Err(_) => Err(format!(
            "the system's protection did not answer for {} seconds",
            PATIENCE.as_secs()
        )),
    }
}

impl Snapshot {
    fn of(library: &Library) -> Self {
        let state = library.state();
        // While the emulator runs, the others are only set aside.
        let aside = state.set_aside.as_ref().map(Contexts::all);
        Self {
            contexts: state
                .contexts
                .all()
                .iter()
                .chain(aside.unwrap_or_default())
                .cloned()
                .collect(),
            current: state.contexts.current(None).map(|own| own.name.clone()),
            environments: state.environments.added().to_vec(),
            autosave: state.keep,
        }
    }

    /// Whether nothing changed: what is changed is always a new object.
    fn is(&self, other: &Self) -> bool {
        let same = |(one, two): (&Arc<AzureContext>, &Arc<AzureContext>)| Arc::ptr_eq(one, two);
        let equal = |(one, two): (&Arc<Environment>, &Arc<Environment>)| Arc::ptr_eq(one, two);
        self.contexts.len() == other.contexts.len()
            && self.environments.len() == other.environments.len()
            && self.current == other.current
            && self.autosave == other.autosave
            && self.contexts.iter().zip(&other.contexts).all(same)
            && self.environments.iter().zip(&other.environments).all(equal)
    }
}
