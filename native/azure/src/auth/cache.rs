//! The tokens of one account, whatever its kind of credential: asked for once, used until they are about to end.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::SystemTime,
};

use super::Token;
use crate::secret::Secret;

/// A token as it is kept: what it is for, and itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CachedToken {
    /// Tenant id, in lower case.
    pub tenant: String,
    /// Scope, in lower case.
    pub scope: String,
    /// What goes behind `Bearer`.
    pub secret: Secret,
    /// Seconds since 1970.
    pub expires_on: i64,
}

/// Tokens by tenant and scope, in any casing.
#[derive(Debug, Default)]
pub struct TokenCache(Mutex<BTreeMap<(String, String), Token>>);

impl TokenCache {
    fn tokens(&self) -> MutexGuard<'_, BTreeMap<(String, String), Token>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The token for `scope` in `tenant`, only while it is good for a while yet.
    #[must_use]
    pub fn get(&self, now: SystemTime, tenant: &str, scope: &str) -> Option<Token> {
        self.tokens()
            .get(&key(tenant, scope))
            .filter(|token| token.is_fresh(now))
            .cloned()
    }

    /// The token for `scope` in `tenant`, however old.
    #[must_use]
    pub fn known(&self, tenant: &str, scope: &str) -> Option<Secret> {
        self.tokens()
            .get(&key(tenant, scope))
            .map(|token| token.secret.clone())
    }

    /// Keeps `token` in place of an earlier one.
    pub fn put(&self, tenant: &str, scope: &str, token: Token) {
        self.tokens().insert(key(tenant, scope), token);
    }

    /// Forgets one token: it was refused.
    pub fn remove(&self, tenant: &str, scope: &str) {
        self.tokens().remove(&key(tenant, scope));
    }

    /// Forgets all tokens.
    pub fn clear(&self) {
        self.tokens().clear();
    }

    /// All tokens, for keeping; those that have ended too.
    #[must_use]
    pub fn export(&self) -> Vec<CachedToken> {
        self.tokens()
            .iter()
            .map(|((tenant, scope), token)| CachedToken {
                tenant: tenant.clone(),
                scope: scope.clone(),
                secret: token.secret.clone(),
                expires_on: token.expires_on,
            })
            .collect()
    }

    /// Takes tokens that were kept; of two for the same purpose the one that ends later stays.
    pub fn import(&self, kept: Vec<CachedToken>) {
        let mut tokens = self.tokens();
        for own in kept {
            let token = Token {
                secret: own.secret,
                expires_on: own.expires_on,
            };
            let place = tokens
                .entry(key(&own.tenant, &own.scope))
                .or_insert_with(|| token.clone());
            if place.expires_on < token.expires_on {
                *place = token;
            }
        }
    }
}

fn key(tenant: &str, scope: &str) -> (String, String) {
    (tenant.to_ascii_lowercase(), scope.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::unix_seconds;

    fn token(text: &str, expires_on: i64) -> Token {
        Token {
            secret: Secret::new(text.to_owned()),
            expires_on,
        }
    }

    #[test]
    fn a_token_is_found_by_tenant_and_scope_until_it_is_about_to_end() {
        let time = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_600_000_000);
        let now = unix_seconds(time);
        let cache = TokenCache::default();
        cache.put("Tenant-A", "https://x/.default", token("a", now + 3600));
        cache.put("tenant-b", "https://x/.default", token("b", now + 200));
        let found = cache.get(time, "tenant-a", "https://X/.default");
        assert_eq!(found.unwrap().secret.expose(), "a");
        assert!(cache.get(time, "tenant-a", "https://y/.default").is_none());
        assert!(cache.get(time, "tenant-b", "https://x/.default").is_none());
        cache.remove("TENANT-A", "https://x/.default");
        assert!(cache.get(time, "tenant-a", "https://x/.default").is_none());
    }

    #[test]
    fn what_is_exported_can_be_imported_and_the_later_token_stays() {
        let cache = TokenCache::default();
        cache.put("t", "s", token("old", 10));
        let other = TokenCache::default();
        other.put("t", "s", token("new", 20));
        other.put("t", "r", token("other", 5));
        cache.import(other.export());
        other.import(vec![CachedToken {
            tenant: "T".into(),
            scope: "S".into(),
            secret: Secret::new("older".into()),
            expires_on: 1,
        }]);
        assert_eq!(cache.export(), other.export());
        assert_eq!(cache.export()[1].secret.expose(), "new");
    }

    #[test]
    fn a_cache_prints_no_token() {
        let cache = TokenCache::default();
        cache.put("t", "s", token("planted", 10));
        assert!(!format!("{cache:?}{:?}", cache.export()).contains("planted"));
    }
}
