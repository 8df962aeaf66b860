//! Reads the fields of a request to Entra.

use serde_json::Value;

use super::errors::SignInError;
use crate::wire::Request;

/// The fields of a form.
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads the body.
    pub fn read(request: &Request) -> Self {
        Self(request.form())
    }

    /// A field that is there and not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// A field that must be there.
    pub fn need(&self, name: &str) -> Result<&str, SignInError> {
        self.get(name).ok_or_else(|| SignInError::missing(name))
    }

    /// With `value` in a field that is not there or empty.
    pub fn with_default(mut self, name: &str, value: String) -> Self {
        if self.get(name).is_none() {
            self.0.retain(|(key, _)| key != name);
            self.0.push((name.to_owned(), value));
        }
        self
    }

    /// Whether the client says that it understands claims challenges.
    ///
    /// # Errors
    ///
    /// When `claims` is not an object.
    pub fn is_continuous(&self) -> Result<bool, SignInError> {
        let Some(text) = self.get("claims") else {
            return Ok(false);
        };
        let claims: Value = serde_json::from_str(text)
            .ok()
            .filter(Value::is_object)
            .ok_or_else(|| {
                SignInError::new(
                    "invalid_request",
                    9_002_313,
                    "Invalid request. Request is malformed or invalid: the parameter 'claims' is not a JSON object.",
                )
            })?;
        let asked = &claims["access_token"]["xms_cc"];
        let values = asked["values"].as_array().map_or(&[][..], Vec::as_slice);
        Ok(values
            .iter()
            .chain(asked.get("value"))
            .filter_map(Value::as_str)
            .any(|value| value.eq_ignore_ascii_case("cp1")))
    }
}
