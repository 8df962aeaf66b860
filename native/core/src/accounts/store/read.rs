//! Reads what is kept and makes it whole again.

use std::{collections::HashMap, path::Path, sync::Arc};

use azir_azure::{
    auth::{Account, Credential},
    context::AzureContext,
    vault::Vault,
};
use serde_json::Value;

use super::{
    entries::{context, environment},
    file::{FileContent, list, lock, look, set_aside},
    sealed::{SecretHashes, reason, unseal},
};
use crate::accounts::environment::Environment;

/// What is in the file, made whole again.
#[derive(Debug, Default)]
pub(super) struct Opened {
    pub(super) contexts: Vec<AzureContext>,
    pub(super) current: Option<String>,
    pub(super) environments: Vec<Environment>,
    pub(super) autosave: bool,
    pub(super) known: HashMap<String, SecretHashes>,
    pub(super) warnings: Vec<String>,
}

#[derive(Debug)]
pub(super) enum Read {
    /// There is nothing to take over, and perhaps something to say.
    Nothing(Option<String>),
    /// A newer version's file.
    Foreign(String),
    /// What is kept.
    File(Opened),
}

/// Reads what is kept; a damaged file is set aside.
pub(super) fn read(
    directory: &Path,
    vault: &dyn Vault,
    now: i64,
) -> std::result::Result<Read, String> {
    let turn = || lock(directory).map_err(|error| error.to_string());
    let mut seen = {
        // On Windows a file that is being read cannot always be replaced.
        let _turn = if cfg!(windows) { Some(turn()?) } else { None };
        look(directory)?
    };
    if matches!(seen, FileContent::Damaged(_)) {
        // Another process may be setting it aside, or writing a new one.
        let _turn = turn()?;
        seen = look(directory)?;
        if let FileContent::Damaged(reason) = &seen {
            return Ok(Read::Nothing(Some(set_aside(directory, reason)?)));
        }
    }
    Ok(match seen {
        FileContent::Whole(file) => Read::File(Opened::from(&file, directory, vault, now)),
        FileContent::Newer(warning) => Read::Foreign(warning),
        FileContent::Missing | FileContent::Damaged(_) => Read::Nothing(None),
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
            let credential = Credential::from_kept(&kept).map_err(reason)?;
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
            self.known
                .insert(key.to_owned(), SecretHashes::of(&kept, &tokens));
        }
        account.tokens.import(tokens);
        Some(Arc::new(account))
    }
}
