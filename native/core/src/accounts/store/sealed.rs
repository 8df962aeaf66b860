//! The sealed part of an account's entry: its secret and its tokens.

use std::{
    collections::HashMap,
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash},
    path::Path,
};

use azir_azure::{
    auth::{CachedToken, SavedCredential},
    secret::Secret,
    vault::Vault,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;
use zeroize::Zeroizing;

use super::file::FORMAT;

/// Why the system's protection or a credential cannot be used, in words.
pub(super) fn reason(error: azir_azure::error::Error) -> String {
    crate::error::Error::from(error).message()
}

/// Hashes of an account's secrets: enough to see what changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SecretHashes {
    pub(super) credential: u64,
    pub(super) tokens: HashMap<(String, String), u64>,
}

impl SecretHashes {
    pub(super) fn of(kept: &SavedCredential, tokens: &[CachedToken]) -> Self {
        Self {
            credential: hash(kept),
            tokens: tokens
                .iter()
                .map(|token| (place(token), hash_token(token)))
                .collect(),
        }
    }
}

pub(super) fn hash(kept: &SavedCredential) -> u64 {
    hash_of(&(&kept.kind, kept.public.to_string(), &kept.secret))
}

pub(super) fn hash_token(token: &CachedToken) -> u64 {
    hash_of(&(&token.secret, token.expires_on))
}

pub(super) fn hash_of(what: &impl Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(what)
}

pub(super) fn place(token: &CachedToken) -> (String, String) {
    (token.tenant.clone(), token.scope.clone())
}

pub(super) fn purpose(key: &str) -> String {
    format!("AzIntegrationRuntime/{FORMAT}/{key}")
}

/// The secret and the tokens as one run of bytes: each text behind its length. Not JSON, whose writers leave copies.
pub(super) fn packed(kept: &SavedCredential, tokens: &[CachedToken]) -> Zeroizing<Vec<u8>> {
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

pub(super) fn unpacked(mut bytes: &[u8]) -> Option<(Option<Secret>, Vec<CachedToken>)> {
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
pub(super) fn unseal(
    directory: &Path,
    vault: &dyn Vault,
    key: &str,
    entry: &Value,
) -> std::result::Result<(SavedCredential, Vec<CachedToken>), String> {
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
        .map_err(reason)?;
    let (secret, tokens) =
        unpacked(&plain).ok_or_else(|| "another version wrote them".to_owned())?;
    let kept = SavedCredential {
        kind: text(&entry["credential"]["kind"]),
        public: entry["credential"]["public"].clone(),
        secret,
    };
    Ok((kept, tokens))
}
