//! What one call changed, and how it comes into a file that others write too.

use std::{collections::HashMap, path::Path, sync::Arc};

use azir_azure::{
    auth::{CachedToken, SavedCredential},
    context::AzureContext,
    vault::Vault,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use super::{
    Snapshot,
    entries::{account_key, context_json, environment_json},
    file::{
        FILE, FileContent, blank, list, lock, look, make_directory, name_of, replace, set_aside,
    },
    scope,
    sealed::{SecretHashes, hash, hash_token, packed, place, purpose, reason, unseal},
};
use crate::{
    Call,
    accounts::{contexts::Scope, environment::Kind},
};

/// An account as it is to be kept.
#[derive(Debug)]
struct AccountUpdate {
    id: String,
    kind: String,
    kept: SavedCredential,
    tokens: Vec<CachedToken>,
    before: Option<SecretHashes>,
}

/// What one call changed.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) now: i64,
    pub(super) clear: bool,
    /// Contexts by name, and as they were: what another process changed meanwhile stays.
    removed: Vec<(String, Value)>,
    put: Vec<Value>,
    /// Whether another context was selected.
    selected: bool,
    current: Option<String>,
    autosave: Option<bool>,
    environments_removed: Vec<String>,
    environments_put: Vec<Value>,
    accounts: HashMap<String, AccountUpdate>,
    pub(super) kept: Vec<String>,
    pub(super) warnings: Vec<String>,
}

#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) kept: Vec<String>,
    pub(super) known: HashMap<String, SecretHashes>,
    pub(super) warnings: Vec<String>,
    pub(super) foreign: bool,
}

impl Plan {
    /// What differs between the two states, as far as it is to be kept.
    pub(super) fn changes(&mut self, call: &Call, before: &Snapshot, now: &Snapshot) {
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
            if old && (!enabled || self.kept.contains(&name)) {
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
            self.selected = true;
            self.current.clone_from(&now.current);
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
    pub(super) fn accounts(&mut self, now: &Snapshot, known: &HashMap<String, SecretHashes>) {
        let current = now.contexts.iter().filter(|own| {
            now.current
                .as_ref()
                .is_some_and(|name| name.eq_ignore_ascii_case(&own.name))
        });
        // The context in use counts last: it is that of the last sign-in.
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
            if !put && known.get(&key) == Some(&SecretHashes::of(&kept, &tokens)) {
                self.accounts.remove(&key);
                continue;
            }
            self.accounts.insert(
                key.clone(),
                AccountUpdate {
                    id: context.account.id.clone(),
                    kind: context.account.kind.to_string(),
                    kept,
                    tokens,
                    before: known.get(&key).cloned(),
                },
            );
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        !self.clear
            && self.removed.is_empty()
            && self.put.is_empty()
            && !self.selected
            && self.autosave.is_none()
            && self.environments_removed.is_empty()
            && self.environments_put.is_empty()
            && self.accounts.is_empty()
    }

    /// Puts the changes into the file.
    pub(super) fn write(
        self,
        directory: &Path,
        vault: &dyn Vault,
    ) -> std::result::Result<Written, String> {
        make_directory(directory).map_err(|error| error.to_string())?;
        let _turn = lock(directory).map_err(|error| error.to_string())?;
        let mut written = Written::default();
        let mut file = match look(directory)? {
            FileContent::Whole(file) => file,
            FileContent::Missing => blank(),
            FileContent::Damaged(reason) => {
                written.warnings.push(set_aside(directory, &reason)?);
                blank()
            }
            FileContent::Newer(warning) => {
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
                    .insert(key.clone(), SecretHashes::of(&mine.kept, &mine.tokens));
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
        let wished = self.current.clone().filter(|name| has(name));
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

impl AccountUpdate {
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
            .map_err(reason)?;
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

fn forget_unused(file: &mut Value) {
    let used: Vec<String> = list(file, "contexts")
        .iter()
        .filter_map(|own| own["account"].as_str().map(str::to_owned))
        .collect();
    if let Some(accounts) = file["accounts"].as_object_mut() {
        accounts.retain(|key, _| used.contains(key));
    }
}
