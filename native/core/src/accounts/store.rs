//! Contexts that last: kept in a file for later processes of the same user, their secrets under the system's protection.
//!
//! The file, `contexts.json`, holds contexts and added environments as they are, and for each account what everybody may
//! read and a sealed part with its secret and its tokens. A process reads it when it first needs a context. After each
//! call it writes what that call changed, and only that, into what the file holds by then: under a lock, so that two
//! processes lose nothing of each other's. What it does not know in the file stays.

use std::{
    collections::HashMap,
    fs::{self, DirBuilder, File, OpenOptions},
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::{
    environment::{Environment, Kind},
    vault::Vault,
};
use crate::{
    Call,
    auth::{Account, CachedToken, Credential, Kept},
    clock::unix_seconds,
    cloud::Cloud,
    error::Result,
    secret::Secret,
    session::{AzureContext, Contexts, Library, Scope, Subscription},
};

/// The variable that names another directory.
pub const DIRECTORY: &str = "AZIR_PROFILE";
/// The file in it.
pub const FILE: &str = "contexts.json";
const LOCK: &str = "contexts.lock";
const FORMAT: i64 = 1;
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
struct Seen {
    contexts: Vec<Arc<AzureContext>>,
    current: Option<String>,
    environments: Vec<Arc<Environment>>,
    autosave: bool,
}

#[derive(Debug)]
struct Loaded {
    directory: PathBuf,
    seen: Seen,
    /// Names of the contexts of this process that the file has, in lower case.
    kept: Vec<String>,
    /// What the file holds of accounts as far as it came from here, by key.
    known: HashMap<String, Known>,
    /// The file is of a newer version: nothing is written.
    foreign: bool,
}

/// Hashes of an account's secrets: enough to see what changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Known {
    credential: u64,
    tokens: HashMap<(String, String), u64>,
}

/// Reads the kept contexts, once in a process, into the state.
///
/// # Errors
/// `Cancelled` only; whatever is wrong with the file is a warning.
pub async fn load(call: &Call) -> Result<()> {
    let store = &call.library.store;
    let mut loaded = store.loaded.lock().await;
    let (Some(vault), Some(directory)) = (call.library.outside.vault.clone(), directory(call))
    else {
        return Ok(());
    };
    if loaded.is_some() {
        return Ok(());
    }
    let mut next = Loaded {
        directory: directory.clone(),
        seen: Seen::of(&call.library),
        kept: Vec::new(),
        known: HashMap::new(),
        foreign: false,
    };
    let now = unix_seconds(call.library.clock.now());
    let mut warnings = Vec::new();
    // Nearly everybody's case needs no thread and no lock.
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
    *loaded = Some(next);
    for warning in warnings {
        call.host.warning(warning).await?;
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
    let first = state.contexts.current().is_none();
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
        state.contexts.make_current(current);
    }
    state.keep = file.autosave;
    loaded.known = file.known;
    let mut warnings = file.warnings;
    if only.is_none()
        && let Some(current) = state.contexts.current()
        && current.cloud.only_authority.is_some()
    {
        warnings.push(format!(
            "The kept context in use is of the emulator at {}, not of Azure.",
            current.cloud.resource_manager
        ));
    }
    drop(state);
    loaded.seen = Seen::of(&call.library);
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
    let (Some(vault), Some(_)) = (call.library.outside.vault.clone(), directory(call)) else {
        return Ok(());
    };
    let now = Seen::of(&call.library);
    let clear = store.forget_all.swap(false, Ordering::Relaxed);
    let tokens = store.tokens_changed.swap(false, Ordering::Relaxed) && !own.kept.is_empty();
    if now.is(&own.seen) && !tokens && !clear {
        return Ok(());
    }
    let mut plan = Plan {
        now: unix_seconds(call.library.clock.now()),
        clear,
        kept: own.kept.clone(),
        ..Plan::default()
    };
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
        call.host.warning(warning).await?;
    }
    Ok(())
}

/// Where contexts are kept for this call; nothing when they are not.
fn directory(call: &Call) -> Option<PathBuf> {
    let named = call.request.environment.filled(DIRECTORY);
    // What an emulator knows is gone with it: it is kept only where somebody asks for a place of its own.
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

impl Seen {
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
            current: state.contexts.current().map(|own| own.name.clone()),
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

/// An account as it is to be kept.
#[derive(Debug)]
struct Mine {
    id: String,
    kind: String,
    kept: Kept,
    tokens: Vec<CachedToken>,
    before: Option<Known>,
}

/// What one call changed.
#[derive(Debug, Default)]
struct Plan {
    now: i64,
    clear: bool,
    /// Contexts by name, and as they were: what another process changed meanwhile stays.
    removed: Vec<(String, Value)>,
    put: Vec<Value>,
    current: Option<Option<String>>,
    autosave: Option<bool>,
    environments_removed: Vec<String>,
    environments_put: Vec<Value>,
    accounts: HashMap<String, Mine>,
    kept: Vec<String>,
    warnings: Vec<String>,
}

#[derive(Debug, Default)]
struct Written {
    kept: Vec<String>,
    known: HashMap<String, Known>,
    warnings: Vec<String>,
    foreign: bool,
}

impl Plan {
    /// What differs between the two states, as far as it is to be kept.
    fn changes(&mut self, call: &Call, before: &Seen, now: &Seen) {
        let enabled = call.request.operation == "autosave.enable" && now.autosave;
        let wide = scope(call) == Scope::CurrentUser;
        if !wide && !enabled {
            // A context that was kept and is another one now is this process's own.
            let own = |name: &String| {
                now.contexts.iter().any(|context| {
                    context.name.to_lowercase() == *name
                        && before.contexts.iter().any(|old| Arc::ptr_eq(old, context))
                })
            };
            self.kept.retain(own);
            return;
        }
        for context in &before.contexts {
            let same = |own: &&Arc<AzureContext>| own.name.eq_ignore_ascii_case(&context.name);
            if now.contexts.iter().find(same).is_none() {
                self.removed
                    .push((context.name.to_lowercase(), context_json(context)));
            }
        }
        let mut refused: Vec<&str> = Vec::new();
        for context in &now.contexts {
            let old = before.contexts.iter().any(|old| Arc::ptr_eq(old, context));
            let name = context.name.to_lowercase();
            if old && !(enabled && !self.kept.contains(&name)) {
                continue;
            }
            if context.account.credential.keep().is_none() {
                if !refused.contains(&context.account.id.as_str()) {
                    refused.push(&context.account.id);
                }
                continue;
            }
            self.put.push(context_json(context));
            if !self.kept.contains(&name) {
                self.kept.push(name);
            }
        }
        for id in refused {
            self.warnings.push(format!(
                "The sign-in of '{id}' cannot be kept: it lasts for this process only."
            ));
        }
        if before.current != now.current || enabled {
            self.current = Some(now.current.clone());
        }
        if wide && before.autosave != now.autosave {
            self.autosave = Some(now.autosave);
        }
        for environment in &before.environments {
            if !now
                .environments
                .iter()
                .any(|own| own.name == environment.name)
            {
                self.environments_removed.push(environment.name.clone());
            }
        }
        for environment in &now.environments {
            let old = before
                .environments
                .iter()
                .any(|own| Arc::ptr_eq(own, environment));
            if environment.kind == Kind::UserDefined && (enabled || !old) {
                self.environments_put.push(environment_json(environment));
            }
        }
    }

    /// The accounts of kept contexts whose secrets are not those that the file has from here.
    fn accounts(&mut self, now: &Seen, known: &HashMap<String, Known>) {
        let current = now.contexts.iter().filter(|own| {
            now.current
                .as_ref()
                .is_some_and(|name| name.eq_ignore_ascii_case(&own.name))
        });
        // The one in use has the last word: whoever signed in last is.
        for context in now.contexts.iter().chain(current) {
            if !self.kept.contains(&context.name.to_lowercase()) {
                continue;
            }
            let Some(kept) = context.account.credential.keep() else {
                continue;
            };
            let tokens = context.account.tokens.export();
            let key = account_key(context);
            let put = self.put.iter().any(|own| own["account"] == *key);
            if !put && known.get(&key) == Some(&Known::of(&kept, &tokens)) {
                self.accounts.remove(&key);
                continue;
            }
            self.accounts.insert(
                key.clone(),
                Mine {
                    id: context.account.id.clone(),
                    kind: context.account.kind.to_string(),
                    kept,
                    tokens,
                    before: known.get(&key).cloned(),
                },
            );
        }
    }

    fn is_empty(&self) -> bool {
        !self.clear
            && self.removed.is_empty()
            && self.put.is_empty()
            && self.current.is_none()
            && self.autosave.is_none()
            && self.environments_removed.is_empty()
            && self.environments_put.is_empty()
            && self.accounts.is_empty()
    }

    /// Puts the changes into the file.
    fn write(self, directory: &Path, vault: &dyn Vault) -> std::result::Result<Written, String> {
        make_directory(directory).map_err(|error| error.to_string())?;
        let _turn = lock(directory).map_err(|error| error.to_string())?;
        let mut written = Written::default();
        let mut file = match look(directory)? {
            Look::Whole(file) => file,
            Look::Missing => blank(),
            Look::Damaged(reason) => {
                written.warnings.push(set_aside(directory, &reason)?);
                blank()
            }
            Look::Newer(warning) => {
                written.foreign = true;
                written.warnings.push(warning);
                return Ok(written);
            }
        };
        let before = file.clone();
        if self.clear {
            file["contexts"] = json!([]);
            file["current"] = Value::Null;
        }
        self.put_contexts(&mut file);
        self.put_environments(&mut file);
        if let Some(autosave) = self.autosave {
            file["autosave"] = json!(autosave);
        }
        for (key, mine) in &self.accounts {
            let used = list(&file, "contexts")
                .iter()
                .any(|own| own["account"] == *key);
            if used {
                let (entry, notice) = mine.sealed(directory, vault, key, &file, self.now)?;
                written.warnings.extend(notice);
                file["accounts"][key] = entry;
                written
                    .known
                    .insert(key.clone(), Known::of(&mine.kept, &mine.tokens));
            }
        }
        forget_unused(&mut file);
        if file != before || !directory.join(FILE).exists() {
            replace(directory, &file).map_err(|error| error.to_string())?;
        }
        written.kept = self.kept;
        written.kept.retain(|name| {
            list(&file, "contexts")
                .iter()
                .any(|own| name_of(own) == *name)
        });
        Ok(written)
    }

    fn put_contexts(&self, file: &mut Value) {
        let Some(contexts) = file["contexts"].as_array_mut() else {
            return;
        };
        contexts.retain(|own| {
            !self
                .removed
                .iter()
                .any(|(name, was)| name_of(own) == *name && *own == *was)
        });
        for context in &self.put {
            match contexts
                .iter_mut()
                .find(|own| name_of(own) == name_of(context))
            {
                Some(own) => *own = context.clone(),
                None => contexts.push(context.clone()),
            }
        }
        let has = |name: &str| {
            contexts
                .iter()
                .any(|own| name_of(own) == name.to_lowercase())
        };
        // A context that this process does not keep cannot be the one in use for others.
        let wished = self.current.clone().flatten().filter(|name| has(name));
        let present = file["current"].as_str().map(str::to_owned);
        let present = present.filter(|name| {
            list(file, "contexts")
                .iter()
                .any(|own| name_of(own) == name.to_lowercase())
        });
        let last = list(file, "contexts")
            .last()
            .and_then(|own| own["name"].as_str())
            .map(str::to_owned);
        file["current"] = json!(wished.or(present).or(last));
    }

    fn put_environments(&self, file: &mut Value) {
        if self.environments_removed.is_empty() && self.environments_put.is_empty() {
            return;
        }
        let mut environments = list(file, "environments").to_vec();
        environments.retain(|own| {
            !self
                .environments_removed
                .iter()
                .chain(
                    self.environments_put
                        .iter()
                        .filter_map(|put| match &put["name"] {
                            Value::String(name) => Some(name),
                            _ => None,
                        }),
                )
                .any(|name| name_of(own) == name.to_lowercase())
        });
        environments.extend(self.environments_put.iter().cloned());
        file["environments"] = Value::Array(environments);
    }
}

impl Mine {
    /// The account's entry: what changed here over what another process may have written meanwhile.
    fn sealed(
        &self,
        directory: &Path,
        vault: &dyn Vault,
        key: &str,
        file: &Value,
        now: i64,
    ) -> std::result::Result<(Value, Option<String>), String> {
        let theirs = unseal(directory, vault, key, &file["accounts"][key]).ok();
        let before = self.before.clone().unwrap_or_default();
        let mut kept = &self.kept;
        let mut tokens: Vec<CachedToken> = Vec::new();
        if let Some((their_credential, their_tokens)) = &theirs {
            if before.credential == hash(&self.kept) {
                kept = their_credential;
            }
            // What they have from here may have been refused since.
            tokens.extend(
                their_tokens
                    .iter()
                    .filter(|own| before.tokens.get(&place(own)) != Some(&hash_token(own)))
                    .cloned(),
            );
        }
        for own in &self.tokens {
            match tokens.iter_mut().find(|other| place(other) == place(own)) {
                Some(other) if other.expires_on >= own.expires_on => {}
                Some(other) => *other = own.clone(),
                None => tokens.push(own.clone()),
            }
        }
        tokens.retain(|own| own.expires_on > now);
        let plain = packed(kept, &tokens);
        let sealed = vault
            .protect(directory, &purpose(key), &plain)
            .map_err(|error| error.message)?;
        let entry = json!({
            "id": self.id,
            "type": self.kind,
            "credential": {"kind": kept.kind, "public": kept.public},
            "protection": sealed.protection,
            "sealed": STANDARD.encode(&sealed.bytes),
        });
        Ok((entry, sealed.notice))
    }
}

impl Known {
    fn of(kept: &Kept, tokens: &[CachedToken]) -> Self {
        Self {
            credential: hash(kept),
            tokens: tokens
                .iter()
                .map(|token| (place(token), hash_token(token)))
                .collect(),
        }
    }
}

fn hash(kept: &Kept) -> u64 {
    hash_of(&(&kept.kind, kept.public.to_string(), &kept.secret))
}

fn hash_token(token: &CachedToken) -> u64 {
    hash_of(&(&token.secret, token.expires_on))
}

fn hash_of(what: &impl std::hash::Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(what)
}

fn place(token: &CachedToken) -> (String, String) {
    (token.tenant.clone(), token.scope.clone())
}

fn purpose(key: &str) -> String {
    format!("AzIntegrationRuntime/{FORMAT}/{key}")
}

/// Who an account is: accounts that differ in nothing of this are one in the file.
fn account_key(context: &AzureContext) -> String {
    let account: &Account = &context.account;
    format!("{} {} {}", account.kind, account.id, context.cloud.name).to_lowercase()
}

fn context_json(context: &AzureContext) -> Value {
    let cloud = &context.cloud;
    let mut environment = json!({
        "name": cloud.name,
        "resourceManager": cloud.resource_manager,
        "authority": cloud.authority,
        "scope": cloud.resource_manager_scope,
    });
    if let Some(authority) = &cloud.only_authority {
        environment["onlyAuthority"] = json!(authority);
    }
    json!({
        "name": context.name,
        "account": account_key(context),
        "tenant": context.tenant,
        "environment": environment,
        "subscription": context.subscription.as_ref().map(|own| json!({
            "id": own.id,
            "name": own.name,
            "tenant": own.tenant,
            "state": own.state,
        })),
    })
}

fn environment_json(environment: &Environment) -> Value {
    json!({
        "name": environment.name,
        "federationServices": environment.federation_services,
        "endpoints": environment.endpoints,
    })
}

/// A member that is a list; an empty one where it is missing.
fn list<'a>(file: &'a Value, member: &str) -> &'a [Value] {
    file[member].as_array().map_or(&[], Vec::as_slice)
}

/// The `name` of an entry in lower case: names are found in any casing.
fn name_of(entry: &Value) -> String {
    entry["name"].as_str().unwrap_or_default().to_lowercase()
}

fn forget_unused(file: &mut Value) {
    let used: Vec<String> = list(file, "contexts")
        .iter()
        .filter_map(|own| own["account"].as_str().map(str::to_owned))
        .collect();
    if let Some(accounts) = file["accounts"].as_object_mut() {
        accounts.retain(|key, _| used.contains(key));
    }
}

// ---- secrets ----

/// The secret and the tokens as one run of bytes: each text behind its length. Not JSON, whose writers leave copies.
fn packed(kept: &Kept, tokens: &[CachedToken]) -> Zeroizing<Vec<u8>> {
    let ends: Vec<String> = tokens
        .iter()
        .map(|token| token.expires_on.to_string())
        .collect();
    let mut parts: Vec<&str> = vec![
        if kept.secret.is_some() { "1" } else { "0" },
        kept.secret.as_ref().map_or("", Secret::expose),
    ];
    for (token, end) in tokens.iter().zip(&ends) {
        parts.extend([&token.tenant, &token.scope, end, token.secret.expose()]);
    }
    let size = parts.iter().map(|part| part.len() + 4).sum();
    let mut bytes = Zeroizing::new(Vec::with_capacity(size));
    for part in parts {
        bytes.extend_from_slice(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_le_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    bytes
}

fn unpacked(mut bytes: &[u8]) -> Option<(Option<Secret>, Vec<CachedToken>)> {
    let mut parts = Vec::new();
    while let Some((length, rest)) = bytes.split_first_chunk::<4>() {
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (part, rest) = rest.split_at_checked(length)?;
        parts.push(std::str::from_utf8(part).ok()?);
        bytes = rest;
    }
    let (head, rest) = parts.split_first_chunk::<2>()?;
    let secret = (head[0] == "1").then(|| Secret::new(head[1].to_owned()));
    let (tokens, left) = rest.as_chunks::<4>();
    if !left.is_empty() || !bytes.is_empty() {
        return None;
    }
    let token = |[tenant, scope, end, secret]: &[&str; 4]| {
        Some(CachedToken {
            tenant: (*tenant).to_owned(),
            scope: (*scope).to_owned(),
            secret: Secret::new((*secret).to_owned()),
            expires_on: end.parse().ok()?,
        })
    };
    Some((secret, tokens.iter().map(token).collect::<Option<_>>()?))
}

/// The credential and tokens in an account's entry.
fn unseal(
    directory: &Path,
    vault: &dyn Vault,
    key: &str,
    entry: &Value,
) -> std::result::Result<(Kept, Vec<CachedToken>), String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    if !entry.is_object() {
        return Err("the file does not have them".to_owned());
    }
    let sealed = STANDARD
        .decode(text(&entry["sealed"]))
        .map_err(|_| "the file does not have them whole".to_owned())?;
    let plain = vault
        .unprotect(
            directory,
            &purpose(key),
            &text(&entry["protection"]),
            &sealed,
        )
        .map_err(|error| error.message)?;
    let (secret, tokens) =
        unpacked(&plain).ok_or_else(|| "another version wrote them".to_owned())?;
    let kept = Kept {
        kind: text(&entry["credential"]["kind"]),
        public: entry["credential"]["public"].clone(),
        secret,
    };
    Ok((kept, tokens))
}

// ---- reading ----

/// What is in the file, made whole again.
#[derive(Debug, Default)]
struct Opened {
    contexts: Vec<AzureContext>,
    current: Option<String>,
    environments: Vec<Environment>,
    autosave: bool,
    known: HashMap<String, Known>,
    warnings: Vec<String>,
}

#[derive(Debug)]
enum Read {
    /// There is nothing to take over, and perhaps something to say.
    Nothing(Option<String>),
    /// A newer version's file.
    Foreign(String),
    /// What is kept.
    File(Opened),
}

/// Reads what is kept; a damaged file is set aside.
fn read(directory: &Path, vault: &dyn Vault, now: i64) -> std::result::Result<Read, String> {
    let mut seen = look(directory)?;
    if matches!(seen, Look::Damaged(_)) {
        // Another process may be setting it aside, or writing a new one.
        let _turn = lock(directory).map_err(|error| error.to_string())?;
        seen = look(directory)?;
        if let Look::Damaged(reason) = &seen {
            return Ok(Read::Nothing(Some(set_aside(directory, reason)?)));
        }
    }
    Ok(match seen {
        Look::Whole(file) => Read::File(Opened::from(&file, directory, vault, now)),
        Look::Newer(warning) => Read::Foreign(warning),
        Look::Missing | Look::Damaged(_) => Read::Nothing(None),
    })
}

impl Opened {
    fn from(file: &Value, directory: &Path, vault: &dyn Vault, now: i64) -> Self {
        let mut opened = Self {
            current: file["current"].as_str().map(str::to_owned),
            autosave: file["autosave"].as_bool().unwrap_or(false),
            environments: list(file, "environments")
                .iter()
                .filter_map(environment)
                .collect(),
            ..Self::default()
        };
        let mut accounts: HashMap<String, Option<Arc<Account>>> = HashMap::new();
        for entry in list(file, "contexts") {
            let key = entry["account"].as_str().unwrap_or_default().to_owned();
            let account = accounts
                .entry(key)
                .or_insert_with_key(|key| opened.account(file, directory, vault, key, now))
                .clone();
            if let Some(account) = account
                && let Some(context) = context(entry, account)
            {
                opened.contexts.push(context);
            }
        }
        opened
    }

    fn account(
        &mut self,
        file: &Value,
        directory: &Path,
        vault: &dyn Vault,
        key: &str,
        now: i64,
    ) -> Option<Arc<Account>> {
        let entry = &file["accounts"][key];
        let id = entry["id"].as_str().unwrap_or(key).to_owned();
        let made = unseal(directory, vault, key, entry).and_then(|(kept, tokens)| {
            let credential = Credential::from_kept(&kept).map_err(|error| error.message)?;
            Ok((credential, tokens))
        });
        let (credential, mut tokens) = match made {
            Ok(made) => made,
            Err(reason) => {
                self.warnings.push(format!(
                    "The kept sign-in of '{id}' cannot be used, for its secrets cannot be opened: {}. Run \
                     Connect-AzAccount to sign in again.",
                    reason.trim_end_matches('.')
                ));
                return None;
            }
        };
        tokens.retain(|token| token.expires_on > now);
        let mut account = Account::new(id, credential);
        if let Some(kind) = entry["type"].as_str()
            && kind != account.kind
        {
            account.kind = kind.to_owned().into();
        }
        if let Some(kept) = account.credential.keep() {
            self.known.insert(key.to_owned(), Known::of(&kept, &tokens));
        }
        account.tokens.import(tokens);
        Some(Arc::new(account))
    }
}

fn context(entry: &Value, account: Arc<Account>) -> Option<AzureContext> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let place = &entry["environment"];
    let name = text(&place["name"])?;
    let only_authority = text(&place["onlyAuthority"]).map(PathBuf::from);
    // The addresses of a cloud that this version knows are this version's.
    let cloud = match Cloud::named(&name) {
        Some(cloud) if only_authority.is_none() => cloud,
        _ => Cloud {
            name,
            resource_manager: text(&place["resourceManager"])?,
            authority: text(&place["authority"])?,
            resource_manager_scope: text(&place["scope"])?,
            only_authority,
        },
    };
    let own = &entry["subscription"];
    let subscription = text(&own["id"]).map(|id| Subscription {
        id,
        name: text(&own["name"]).unwrap_or_default(),
        tenant: text(&own["tenant"]).unwrap_or_default(),
        state: text(&own["state"]).unwrap_or_default(),
    });
    Some(AzureContext {
        name: text(&entry["name"])?,
        account,
        cloud: Arc::new(cloud),
        tenant: text(&entry["tenant"])?,
        subscription,
    })
}

fn environment(entry: &Value) -> Option<Environment> {
    let mut environment = Environment::new(entry["name"].as_str()?, Kind::UserDefined);
    environment.federation_services = entry["federationServices"].as_bool().unwrap_or(false);
    for (member, value) in entry["endpoints"].as_object()? {
        environment
            .endpoints
            .insert(member.clone(), value.as_str()?.to_owned());
    }
    Some(environment)
}

// ---- the file ----

/// What the file looks like.
#[derive(Debug)]
enum Look {
    Missing,
    Damaged(String),
    /// With the warning that says so.
    Newer(String),
    Whole(Value),
}

fn blank() -> Value {
    json!({"version": FORMAT, "autosave": false, "current": null, "contexts": [], "accounts": {}})
}

fn look(directory: &Path) -> std::result::Result<Look, String> {
    let path = directory.join(FILE);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Look::Missing),
        Err(error) => return Err(format!("'{}': {error}", path.display())),
    };
    let damaged = |what: &str| Ok(Look::Damaged(what.to_owned()));
    let Ok(file) = serde_json::from_slice::<Value>(&bytes) else {
        return damaged("it is not JSON");
    };
    match file["version"].as_i64() {
        Some(version) if version > FORMAT => {
            return Ok(Look::Newer(format!(
                "The contexts in '{}' were kept by a newer version of AzIntegrationRuntime (format {version}): this \
                 one does not read or change them, and contexts of this process are not kept. Update the module.",
                path.display()
            )));
        }
        Some(FORMAT) => {}
        _ => return damaged("it has no version"),
    }
    let context = |own: &Value| {
        ["name", "account", "tenant"]
            .iter()
            .all(|member| own[member].is_string())
            && own["environment"]["name"].is_string()
    };
    match (file["contexts"].as_array(), &file["accounts"]) {
        (Some(contexts), Value::Object(_)) if contexts.iter().all(context) => Ok(Look::Whole(file)),
        _ => damaged("parts of it are missing"),
    }
}

/// Gives a damaged file another name; answers with the warning that says so.
fn set_aside(directory: &Path, reason: &str) -> std::result::Result<String, String> {
    let path = directory.join(FILE);
    let aside = (1..)
        .map(|number| directory.join(format!("{FILE}.damaged-{number}")))
        .find(|aside| !aside.exists())
        .unwrap_or_default();
    fs::rename(&path, &aside).map_err(|error| format!("'{}': {error}", path.display()))?;
    Ok(format!(
        "The kept contexts in '{}' are damaged ({reason}). The file is now '{}'; run Connect-AzAccount to sign in again.",
        path.display(),
        aside.display()
    ))
}

fn make_directory(directory: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory)
}

/// For its owner's eyes from the first moment.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.write(true);
    options
}

/// One process at a time, until the answer is dropped.
fn lock(directory: &Path) -> io::Result<File> {
    let file = private()
        .create(true)
        .truncate(false)
        .open(directory.join(LOCK))?;
    match file.lock() {
        // Some network drives have no locks; then the last one wins.
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(error),
        _ => Ok(file),
    }
}

/// The whole new file or the whole old one, whatever happens.
fn replace(directory: &Path, file: &Value) -> io::Result<()> {
    let aside = directory.join(format!("{FILE}.new"));
    let mut text = serde_json::to_vec_pretty(file)?;
    text.push(b'\n');
    // One that a process left behind when it was ended may have any rights.
    match fs::remove_file(&aside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut own = private().create_new(true).open(&aside)?;
    own.write_all(&text)?;
    own.sync_all()?;
    drop(own);
    fs::rename(&aside, directory.join(FILE))?;
    #[cfg(unix)]
    File::open(directory)?.sync_all()?;
    Ok(())
}
