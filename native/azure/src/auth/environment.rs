//! Environment variables that say who signs in and where. They are handed in: the process's own are never read here.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::secret::Secret;

/// Variables of the environment. Any of them may be a secret, so all are wiped.
#[derive(Clone, Debug, Default)]
pub struct Variables(BTreeMap<String, Secret>);

impl Variables {
    /// Reads a JSON object of texts; anything else holds no variable.
    #[must_use]
    pub fn read(json: &[u8]) -> Self {
        let Ok(Value::Object(members)) = serde_json::from_slice(json) else {
            return Self::default();
        };
        let texts = members.into_iter().filter_map(|(name, value)| match value {
            Value::String(text) => Some((name.to_ascii_uppercase(), Secret::new(text))),
            _ => None,
        });
        Self(texts.collect())
    }

    /// A variable that is more than white space; names are found in any casing, as on Windows.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        let value = self.0.get(&name.to_ascii_uppercase())?.expose();
        Some(value.trim()).filter(|value| !value.is_empty())
    }

    /// The same as a secret.
    #[must_use]
    pub fn secret(&self, name: &str) -> Option<Secret> {
        self.get(name).map(|value| Secret::new(value.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_found_when_they_say_something_and_are_not_printed() {
        let own = Variables::read(br#"{"AZURE_CLIENT_ID":" app ","MSI_SECRET":"planted","A":" "}"#);
        assert_eq!(own.get("azure_client_id"), Some("app"));
        assert_eq!(own.get("A"), None);
        assert_eq!(own.get("B"), None);
        assert!(!format!("{own:?}").contains("planted"));
        assert!(Variables::read(b"").get("A").is_none());
    }
}
