//! What one cmdlet call asks for: its operation, bound arguments, environment and secrets.
//!
//! An argument that was not bound is absent; one bound to `$null` is null. The two differ.

use std::path::PathBuf;

use serde_json::{Map, Value};

use azir_azure::{arm::client::is_header_value, http::transport::Route, secret::Secret};

use crate::error::{Error, Result};

/// One request as it crossed the boundary.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own of the caller"
)]
pub struct Request {
    /// The operation's name, such as `runtime.get`.
    pub operation: String,
    /// The build of the module that asks.
    pub build: Option<String>,
    /// The cmdlet's name, sent as `CommandName`.
    pub cmdlet: String,
    /// The parameter set, sent as `ParameterSetName`.
    pub parameter_set: String,
    /// The bound arguments.
    pub arguments: Arguments,
    /// The environment variables that matter, as the script sees them.
    pub environment: Arguments,
    /// The directory where this user's contexts are kept; empty when there is none.
    pub profile: String,
    /// The id of the runspace that asks; nothing for a caller that has none.
    pub runspace: Option<String>,
    /// The bound `-DefaultProfile`, if any.
    pub context: Option<Value>,
    /// Whether verbose messages are wanted.
    pub verbose: bool,
    /// Whether debug messages are wanted.
    pub debug: bool,
    /// Whether `-WhatIf` is in force.
    pub what_if: bool,
    /// Whether `ShouldProcess` will ask.
    pub confirm: bool,
}

impl Request {
    /// Reads a request; `secrets` is what its secret references point into.
    ///
    /// # Errors
    /// Text that says what is not understood.
    pub fn parse(json: &[u8], secrets: &[u8]) -> std::result::Result<Self, String> {
        let value: Value =
            serde_json::from_slice(json).map_err(|_| "the request is not JSON".to_owned())?;
        let Value::Object(mut members) = value else {
            return Err("the request is not a JSON object".to_owned());
        };
        let Some(Value::String(operation)) = members.remove("operation") else {
            return Err("the request names no operation".to_owned());
        };
        let text = |members: &mut Map<String, Value>, name: &str| match members.remove(name) {
            Some(Value::String(text)) => text,
            _ => String::new(),
        };
        let flag = |members: &Map<String, Value>, name: &str| {
            members.get(name).and_then(Value::as_bool).unwrap_or(false)
        };
        let verbose = flag(&members, "verbose");
        let debug = flag(&members, "debug");
        Ok(Self {
            operation,
            build: members
                .get("build")
                .and_then(Value::as_str)
                .map(str::to_owned),
            cmdlet: text(&mut members, "cmdlet"),
            parameter_set: text(&mut members, "parameterSet"),
            profile: text(&mut members, "profile"),
            runspace: Some(text(&mut members, "runspace")).filter(|id| !id.is_empty()),
            arguments: Arguments::read(members.remove("arguments"), secrets)?,
            environment: Arguments::read(members.remove("environment"), secrets)?,
            context: members.remove("context").filter(|value| !value.is_null()),
            what_if: flag(&members, "whatIf"),
            confirm: flag(&members, "confirm"),
            verbose,
            debug,
        })
    }

    /// The route that a script's environment asks for.
    #[must_use]
    pub fn route(&self) -> Route {
        let environment = &self.environment;
        let first = |names: &[&str]| names.iter().find_map(|name| environment.filled(name));
        Route {
            only_authority: None,
            extra_authorities: first(&["SSL_CERT_FILE"]).map(PathBuf::from),
            proxy: ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]
                .into_iter()
                .filter_map(|name| environment.secret(name))
                .find(|proxy| !proxy.expose().trim().is_empty()),
            patience: first(&["AZIR_TIMEOUT"]),
            no_proxy: first(&["NO_PROXY", "no_proxy"]),
            ..Route::default()
        }
    }
}

/// Bound arguments by parameter name, with the secrets among them kept apart.
#[derive(Clone, Debug, Default)]
pub struct Arguments {
    values: Map<String, Value>,
    secrets: Vec<Secret>,
}

const SECRET_MARK: &str = "\u{0}secret";

impl Arguments {
    fn read(value: Option<Value>, secrets: &[u8]) -> std::result::Result<Self, String> {
        let mut values = match value {
            None | Some(Value::Null) => Map::new(),
            Some(Value::Object(values)) => values,
            Some(_) => return Err("arguments are not a JSON object".to_owned()),
        };
        let mut taken = Vec::new();
        for value in values.values_mut() {
            take_secrets(value, secrets, &mut taken)?;
        }
        Ok(Self {
            values,
            secrets: taken,
        })
    }

    /// Arguments without secrets, for tests and for calls between operations.
    #[must_use]
    pub fn from_values(values: Map<String, Value>) -> Self {
        Self {
            values,
            secrets: Vec::new(),
        }
    }

    /// Whether the parameter was bound, also when to null.
    #[must_use]
    pub fn is_bound(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// The raw value; nothing when absent or null.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.values.get(name).filter(|value| !value.is_null())
    }

    /// A text; numbers and truth values are taken as their text, as PowerShell would.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        match self.value(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(flag) => Some(flag.to_string()),
            _ => None,
        }
    }

    /// A text that is more than white space.
    #[must_use]
    pub fn filled(&self, name: &str) -> Option<String> {
        self.text(name).filter(|text| !text.trim().is_empty())
    }

    /// A text that must be there.
    ///
    /// # Errors
    /// `InvalidInput` that names the parameter.
    pub fn required(&self, name: &str) -> Result<String> {
        self.text(name)
            .filter(|text| !text.is_empty())
            .ok_or_else(|| Error::invalid(name, format!("The parameter '{name}' is missing.")))
    }

    /// A version of a resource, as an `Etag` has it, for a header that makes a request conditional.
    ///
    /// # Errors
    /// `InvalidInput` for a text that no header can hold.
    pub fn version(&self, name: &str) -> Result<Option<String>> {
        let version = self.filled(name);
        if version.as_deref().is_some_and(|own| !is_header_value(own)) {
            return Err(Error::invalid(
                name,
                format!(
                    "-{name} is not a version: give the Etag of an object as it came. Nothing was changed."
                ),
            ));
        }
        Ok(version)
    }

    /// A switch: bound and not `:$false`.
    #[must_use]
    pub fn switch(&self, name: &str) -> bool {
        self.value(name).and_then(Value::as_bool).unwrap_or(false)
    }

    /// A whole number.
    #[must_use]
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.value(name).and_then(Value::as_i64)
    }

    /// A list of texts; a lone text counts as a list of one.
    #[must_use]
    pub fn texts(&self, name: &str) -> Option<Vec<String>> {
        match self.value(name)? {
            Value::Array(items) => Some(
                items
                    .iter()
                    .filter_map(|item| item.as_str().map(str::to_owned))
                    .collect(),
            ),
            Value::String(text) => Some(vec![text.clone()]),
            _ => None,
        }
    }

    /// A member of an object argument, such as `InputObject`'s `Name`.
    #[must_use]
    pub fn member(&self, name: &str, member: &str) -> Option<String> {
        member_text(self.value(name)?, member)
    }

    /// A secret argument, however it crossed.
    #[must_use]
    pub fn secret(&self, name: &str) -> Option<Secret> {
        self.secret_in(self.value(name)?)
    }

    /// The secret that `value` stands for; a plain text counts as one too.
    #[must_use]
    pub fn secret_in(&self, value: &Value) -> Option<Secret> {
        match value {
            Value::Object(mark) => {
                let index = usize::try_from(mark.get(SECRET_MARK)?.as_u64()?).ok()?;
                self.secrets.get(index).cloned()
            }
            Value::String(text) => Some(Secret::new(text.clone())),
            _ => None,
        }
    }

    /// A copy of `value` in which each secret that crossed apart is a `SecureString` of the wire.
    #[must_use]
    pub fn with_secrets(&self, value: &Value) -> Value {
        match value {
            Value::Object(members) => match self.secret_in(value) {
                Some(secret) => {
                    serde_json::json!({"type": "SecureString", "value": secret.expose()})
                }
                None => Value::Object(
                    members
                        .iter()
                        .map(|(name, value)| (name.clone(), self.with_secrets(value)))
                        .collect(),
                ),
            },
            Value::Array(items) => items.iter().map(|item| self.with_secrets(item)).collect(),
            other => other.clone(),
        }
    }

    /// A `PSCredential`: user name and password.
    #[must_use]
    pub fn credential(&self, name: &str) -> Option<(String, Secret)> {
        let value = self.value(name)?;
        let user = value.get("userName")?.as_str()?.to_owned();
        Some((user, self.secret_in(value.get("password")?)?))
    }
}

/// A member in any casing of its name, as PowerShell finds members; nothing when it is null.
#[must_use]
pub fn member_value<'v>(value: &'v Value, member: &str) -> Option<&'v Value> {
    let members = value.as_object()?;
    members
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(member))
        .map(|(_, value)| value)
        .filter(|value| !value.is_null())
}

/// A member's text.
#[must_use]
pub fn member_text(value: &Value, member: &str) -> Option<String> {
    match member_value(value, member)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn take_secrets(
    value: &mut Value,
    bytes: &[u8],
    taken: &mut Vec<Secret>,
) -> std::result::Result<(), String> {
    match value {
        Value::Object(members) => {
            if members.contains_key(SECRET_MARK) {
                return Err("a member name is reserved".to_owned());
            }
            // A member of this name may also be the caller's own, within -Property.
            if let Some(Value::Object(reference)) = members.get("secret")
                && members.len() == 1
                && reference.len() == 3
                && ["offset", "length", "encoding"]
                    .iter()
                    .all(|name| reference.contains_key(*name))
            {
                let secret = read_secret(reference, bytes)?;
                taken.push(secret);
                let index = taken.len() - 1;
                members.clear();
                members.insert(SECRET_MARK.to_owned(), Value::from(index));
                return Ok(());
            }
            members
                .values_mut()
                .try_for_each(|member| take_secrets(member, bytes, taken))
        }
        Value::Array(items) => items
            .iter_mut()
            .try_for_each(|item| take_secrets(item, bytes, taken)),
        _ => Ok(()),
    }
}

fn read_secret(
    reference: &Map<String, Value>,
    bytes: &[u8],
) -> std::result::Result<Secret, String> {
    let number = |name: &str| {
        reference
            .get(name)
            .and_then(Value::as_u64)
            .and_then(|number| usize::try_from(number).ok())
            .ok_or_else(|| format!("a secret has no {name}"))
    };
    let start = number("offset")?;
    let end = start
        .checked_add(number("length")?)
        .ok_or("a secret is too long")?;
    let slice = bytes
        .get(start..end)
        .ok_or("a secret lies outside the secrets")?;
    let secret = match reference.get("encoding").and_then(Value::as_str) {
        Some("utf8") => Secret::from_utf8(slice),
        Some("utf16le") => Secret::from_utf16le(slice),
        _ => return Err("a secret has an unknown encoding".to_owned()),
    };
    secret.ok_or_else(|| "a secret is not text in its encoding".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(json: &str, secrets: &[u8]) -> std::result::Result<Request, String> {
        Request::parse(json.as_bytes(), secrets)
    }

    #[test]
    fn absent_and_null_differ() {
        let request = parse(r#"{"operation":"x","arguments":{"A":null}}"#, &[]).unwrap();
        assert!(request.arguments.is_bound("A"));
        assert!(request.arguments.value("A").is_none());
        assert!(!request.arguments.is_bound("B"));
    }

    #[test]
    fn secrets_are_found_at_any_depth_and_are_not_printed() {
        let json = r#"{"operation":"x","arguments":{"C":{"userName":"sa","password":
            {"secret":{"offset":2,"length":4,"encoding":"utf8"}}}}}"#;
        let request = parse(json, b"..pass..").unwrap();
        let (user, password) = request.arguments.credential("C").unwrap();
        assert_eq!((user.as_str(), password.expose()), ("sa", "pass"));
        assert!(!format!("{request:?}").contains("pass."));
    }

    #[test]
    fn a_secret_outside_its_bytes_is_refused() {
        let json = r#"{"operation":"x","arguments":{"K":{"secret":{"offset":1,"length":4,"encoding":"utf8"}}}}"#;
        assert_eq!(
            parse(json, b"abcd").unwrap_err(),
            "a secret lies outside the secrets"
        );
    }

    #[test]
    fn a_member_that_is_called_secret_is_no_reference() {
        let json = r#"{"operation":"x","arguments":{"P":{"secret":{"offset":1}}}}"#;
        let request = parse(json, &[]).unwrap();
        let value = request.arguments.value("P").unwrap();
        assert_eq!(value["secret"]["offset"], 1);
    }

    #[test]
    fn what_is_not_a_request_is_refused() {
        assert_eq!(
            parse("[]", &[]).unwrap_err(),
            "the request is not a JSON object"
        );
        assert_eq!(
            parse("{}", &[]).unwrap_err(),
            "the request names no operation"
        );
        assert_eq!(parse("{", &[]).unwrap_err(), "the request is not JSON");
    }
}
