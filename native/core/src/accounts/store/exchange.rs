//! Contexts in a file of the user's, to be read by another process of the same user.
//!
//! The file is JSON like the store's own: contexts, added environments, and the public members of each account.
//! The secrets of accounts are in it only where that was asked for, and then under the system's protection: the same
//! user on the same machine opens them.

use std::{
    collections::HashMap,
    fs, io,
    io::Write,
    path::{Path, PathBuf},
    sync::Arc,
};

use azir_azure::{
    auth::{Account, Credential, SavedCredential},
    context::AzureContext,
    files::{self, LARGEST_DOCUMENT},
    json::without_mark,
    vault::Vault,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::{
    DIRECTORY, blocking,
    entries::{account_key, context, context_json, environment, environment_json},
    file::{list, private},
    sealed::{packed, reason, unseal},
};
use crate::report;
use crate::{
    Call,
    accounts::{
        context_file, discover,
        environment::{Environment, Kind},
    },
};

/// What the file says that it is.
const KIND: &str = "AzIntegrationRuntime contexts";
/// Its version.
const VERSION: i64 = 1;

/// What a file has.
#[derive(Debug, Default)]
pub struct Found {
    /// Contexts that can be used.
    pub contexts: Vec<AzureContext>,
    /// Those whose accounts have no credential here.
    pub unusable: Vec<AzureContext>,
    /// Contexts of a file of Az, which has no credentials of their accounts.
    pub of_az: Vec<AzureContext>,
    /// Whether Az wrote the file.
    pub is_of_az: bool,
    /// The name of the current one.
    pub current: Option<String>,
    /// Environments that were added.
    pub environments: Vec<Environment>,
    /// What has to be said.
    pub warnings: Vec<String>,
}

/// Where the key of a protection lies that needs a file: with the contexts that are kept, not beside the user's file.
fn key_directory(call: &Call, path: &Path) -> PathBuf {
    let named = call.request.environment.filled(DIRECTORY);
    let own = named.unwrap_or_else(|| call.request.profile.trim().to_owned());
    if own.is_empty() {
        return path.parent().map(Path::to_path_buf).unwrap_or_default();
    }
    PathBuf::from(own)
}

/// The purpose of a sealed part of such a file.
fn sealed_key(key: &str) -> String {
    format!("file/{key}")
}

/// Writes the contexts to `path`; answers with what has to be said.
///
/// # Errors
/// Why not, in words.
pub async fn write(
    call: &Call,
    path: PathBuf,
    contexts: Vec<Arc<AzureContext>>,
    current: Option<String>,
    with_secrets: bool,
) -> std::result::Result<Vec<String>, String> {
    let environments = call.library.state().environments.added().to_vec();
    let vault = call.library.system.vault.clone();
    let keys = key_directory(call, &path);
    let work = move || {
        let mut notices = Vec::new();
        let mut accounts = serde_json::Map::new();
        for context in &contexts {
            let key = account_key(context);
            if accounts.contains_key(&key) {
                continue;
            }
            let account = &context.account;
            let kept = account.credential.keep();
            let mut entry = json!({
                "id": account.id,
                "type": account.kind,
                "credential": kept.as_ref().map(|kept| json!({"kind": kept.kind, "public": kept.public})),
            });
            if with_secrets {
                match (&kept, &vault) {
                    (None, _) => notices.push(format!(
                        "The sign-in of '{}' cannot be saved: it lasts for this process only.",
                        account.id
                    )),
                    (Some(kept), Some(vault)) => {
                        notices.extend(seal(&mut entry, &keys, vault.as_ref(), &key, kept)?);
                    }
                    (Some(_), None) => {
                        return Err("this system has no protection for credentials".to_owned());
                    }
                }
            }
            accounts.insert(key, entry);
        }
        let entries: Vec<Value> = contexts.iter().map(|own| context_json(own)).collect();
        let environments: Vec<Value> = environments
            .iter()
            .filter(|own| own.kind == Kind::UserDefined)
            .map(|own| environment_json(own))
            .collect();
        let file = json!({
            "kind": KIND,
            "version": VERSION,
            "current": current,
            "contexts": entries,
            "environments": environments,
            "accounts": accounts,
        });
        replace(&path, &file).map_err(|error| error.to_string())?;
        Ok(notices)
    };
    blocking(work).await
}

/// Puts the secret of an account into its entry, protected; answers with what has to be said about it.
fn seal(
    entry: &mut Value,
    keys: &Path,
    vault: &dyn Vault,
    key: &str,
    kept: &SavedCredential,
) -> std::result::Result<Option<String>, String> {
    super::file::make_directory(keys).map_err(|error| error.to_string())?;
    // Tokens are not saved: they are worth little an hour later.
    let plain = packed(kept, &[]);
    let purpose = super::sealed::purpose(&sealed_key(key));
    let sealed = vault.protect(keys, &purpose, &plain).map_err(reason)?;
    entry["protection"] = json!(sealed.protection);
    entry["sealed"] = json!(STANDARD.encode(&sealed.bytes));
    Ok(sealed.notice)
}

/// The whole new file or the whole old one; for its owner's eyes from the first moment.
fn replace(path: &Path, file: &Value) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.new", std::process::id()));
    let aside = path.with_file_name(name);
    let mut text = serde_json::to_vec_pretty(file)?;
    text.push(b'\n');
    let written = || -> io::Result<()> {
        if report::is_device(path) {
            return Err(io::Error::other(report::NOT_REGULAR));
        }
        let mut own = private().create_new(true).open(&aside)?;
        own.write_all(&text)?;
        own.sync_all()?;
        drop(own);
        fs::rename(&aside, path)
    };
    written().inspect_err(|_| {
        let _ = fs::remove_file(&aside);
    })
}

/// Reads the file at `path`.
///
/// # Errors
/// Why it cannot be used, in words.
pub async fn read(call: &Call, path: PathBuf) -> std::result::Result<Found, String> {
    let vault = call.library.system.vault.clone();
    let keys = key_directory(call, &path);
    let work = move || {
        let bytes = files::read(&path, LARGEST_DOCUMENT).map_err(|error| error.to_string())?;
        let bytes = Zeroizing::new(bytes);
        let file: Value = serde_json::from_slice(without_mark(&bytes))
            .map_err(|_| "the file is not JSON".to_owned())?;
        if file["kind"] != KIND {
            return of_az(&file).ok_or_else(|| {
                "the file is neither one that Save-AzContext of this module wrote nor one of Az.Accounts".to_owned()
            });
        }
        match file["version"].as_i64() {
            Some(VERSION) => {}
            Some(version) if version > VERSION => {
                return Err(format!(
                    "a newer version of AzIntegrationRuntime wrote it (format {version}). Update the module"
                ));
            }
            _ => return Err("the file has no version".to_owned()),
        }
        Ok(opened(&file, &keys, vault.as_deref()))
    };
    let mut found = blocking(work).await?;
    // An account without a credential in the file may be signed in here.
    for context in std::mem::take(&mut found.unusable) {
        match context_file::known(call, &context) {
            Some(account) => found.contexts.push(AzureContext { account, ..context }),
            None => found.unusable.push(context),
        }
    }
    Ok(found)
}

fn opened(file: &Value, keys: &Path, vault: Option<&dyn Vault>) -> Found {
    let mut found = Found {
        current: file["current"].as_str().map(str::to_owned),
        environments: list(file, "environments")
            .iter()
            .filter_map(environment)
            .collect(),
        ..Found::default()
    };
    let mut accounts: HashMap<String, (Arc<Account>, bool)> = HashMap::new();
    for entry in list(file, "contexts") {
        let key = entry["account"].as_str().unwrap_or_default().to_owned();
        let (account, usable) = accounts
            .entry(key)
            .or_insert_with_key(|key| {
                let saved = &file["accounts"][key];
                match credential(saved, keys, vault, key) {
                    Ok(credential) => (account(saved, key, Some(credential)), true),
                    Err(warning) => {
                        found.warnings.extend(warning);
                        (account(saved, key, None), false)
                    }
                }
            })
            .clone();
        if let Some(context) = context(entry, account) {
            if usable {
                found.contexts.push(context);
            } else {
                found.unusable.push(context);
            }
        }
    }
    found
}

/// The account of an entry. Without a credential it only says who it is.
fn account(saved: &Value, key: &str, credential: Option<Credential>) -> Arc<Account> {
    let id = saved["id"].as_str().unwrap_or(key).to_owned();
    let credential = credential.unwrap_or_else(|| {
        Credential::Broker(azir_azure::auth::broker::Broker {
            kind: saved["type"].as_str().unwrap_or("User").to_owned(),
        })
    });
    let mut account = Account::new(id, credential);
    if let Some(kind) = saved["type"].as_str()
        && kind != account.kind
    {
        account.kind = kind.to_owned().into();
    }
    Arc::new(account)
}

/// The credential in an account's entry; else what has to be said about it, if anything.
fn credential(
    saved: &Value,
    keys: &Path,
    vault: Option<&dyn Vault>,
    key: &str,
) -> std::result::Result<Credential, Option<String>> {
    let id = saved["id"].as_str().unwrap_or(key);
    let failed = |reason: String| {
        Some(format!(
            "The saved credential of '{id}' cannot be used: {}.",
            reason.trim_end_matches('.')
        ))
    };
    if saved["sealed"].is_string() {
        let vault = vault.ok_or_else(|| {
            failed("this system has no protection for credentials that opens it".to_owned())
        })?;
        let (kept, _) = unseal(keys, vault, &sealed_key(key), saved).map_err(failed)?;
        return Credential::from_kept(&kept).map_err(|error| failed(reason(error)));
    }
    let Some(kind) = saved["credential"]["kind"].as_str() else {
        return Err(None);
    };
    let kept = SavedCredential {
        kind: kind.to_owned(),
        public: saved["credential"]["public"].clone(),
        secret: None,
    };
    let credential = Credential::from_kept(&kept).map_err(|_| None)?;
    // One that has a secret otherwise is not whole without it.
    match credential.keep() {
        Some(own) if own.secret.is_none() => Ok(credential),
        _ => Err(None),
    }
}

/// The contexts that a file of Az names. Its tokens and secrets are not read.
fn of_az(file: &Value) -> Option<Found> {
    let contexts = file["Contexts"].as_object()?;
    let mut found = Found {
        is_of_az: true,
        current: file["DefaultContextKey"].as_str().map(str::to_owned),
        ..Found::default()
    };
    for (name, entry) in contexts {
        if let Some(mut context) = discover::read(entry) {
            context.name.clone_from(name);
            found.of_az.push(context);
        }
    }
    Some(found)
}
