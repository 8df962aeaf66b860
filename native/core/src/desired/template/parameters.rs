//! The values of a template's parameters: from parameter files, from the caller, and from the template's defaults.

use std::path::Path;

use azir_azure::json::{self, Lookup};
use serde_json::{Map, Value};

use super::reason::Reason;
use crate::desired::text::{self, Trouble};

/// Where the value of a parameter comes from.
#[derive(Clone, PartialEq)]
enum Given {
    Value(Value),
    /// A parameter file names a secret of a key vault.
    KeyVault,
    /// The caller's `SecureString`, or a parameter that the template declares as secure.
    Secret,
}

/// The values that the caller gives, by the names of the parameters. Their texts are wiped when dropped.
#[derive(Clone, Default)]
pub struct Parameters(Vec<(String, Given)>);

impl std::fmt::Debug for Parameters {
    /// Names only: a parameter file holds secrets more often than not.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_list()
            .entries(self.0.iter().map(|(name, _)| name))
            .finish()
    }
}

impl Drop for Parameters {
    fn drop(&mut self) {
        for (_, given) in &mut self.0 {
            if let Given::Value(value) = given {
                json::wipe(value);
            }
        }
    }
}

impl Parameters {
    /// Reads a parameter file.
    ///
    /// # Errors
    /// A sentence that names the file and the mistake.
    pub fn read(path: &Path) -> Result<Self, String> {
        let file = path.display().to_string();
        if path
            .extension()
            .is_some_and(|own| own.eq_ignore_ascii_case("bicepparam"))
        {
            return Err(format!(
                "'{file}' is a Bicep parameter file. Make JSON of it first: az bicep build-params --file '{file}'."
            ));
        }
        let words = |trouble: Trouble| trouble.sentence(&file);
        let mut document = text::read(path)
            .and_then(|text| text.parse())
            .map_err(words)?;
        let parameters = Self::of_document(&document).ok_or_else(|| {
            format!(
                "'{file}' is not a parameter file: it has no object 'parameters' with \
                 members such as {{ \"value\": … }}."
            )
        });
        json::wipe(&mut document);
        parameters
    }

    /// The parameters of a parameter file's document; also without the frame around them, as some tools write it.
    fn of_document(document: &Value) -> Option<Self> {
        let members = match document.member("parameters") {
            Some(framed) => framed.as_object()?,
            None => document.as_object().filter(|own| !own.is_empty())?,
        };
        members
            .iter()
            .map(|(name, own)| {
                let given = if own.member("reference").is_some() {
                    Given::KeyVault
                } else {
                    Given::Value(own.member("value")?.clone())
                };
                Some((name.clone(), given))
            })
            .collect::<Option<_>>()
            .map(Self)
    }

    /// The parameters of an object that the caller gives; `secret` tells which values crossed as secrets.
    #[must_use]
    pub fn of_object(members: &Map<String, Value>, secret: &dyn Fn(&Value) -> bool) -> Self {
        let given = |own: &Value| match own {
            own if secret(own) => Given::Secret,
            other => Given::Value(other.clone()),
        };
        Self(
            members
                .iter()
                .map(|(name, own)| (name.clone(), given(own)))
                .collect(),
        )
    }

    /// What the parameters of a nested deployment are, as its template sees them.
    #[must_use]
    pub fn of_deployment(evaluated: Vec<(String, Result<Value, Reason>)>) -> Self {
        Self(
            evaluated
                .into_iter()
                .filter_map(|(name, own)| {
                    Some((
                        name,
                        match own {
                            Ok(value) => Given::Value(value),
                            Err(Reason::Secret(_)) => Given::Secret,
                            Err(Reason::KeyVault(_)) => Given::KeyVault,
                            Err(_) => return None,
                        },
                    ))
                })
                .collect(),
        )
    }

    /// These parameters, and those of `over` in their place.
    #[must_use]
    pub fn with(mut self, mut over: Self) -> Self {
        for (name, given) in std::mem::take(&mut over.0) {
            self.0.retain(|(own, _)| !own.eq_ignore_ascii_case(&name));
            self.0.push((name, given));
        }
        self
    }

    /// The value of a parameter, where the caller gives one.
    ///
    /// # Errors
    /// Why a value that is given is not known here.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Result<&Value, Reason>> {
        let (own, given) = self
            .0
            .iter()
            .find(|(own, _)| own.eq_ignore_ascii_case(name))?;
        Some(match given {
            Given::Value(value) => Ok(value),
            Given::KeyVault => Err(Reason::KeyVault(own.clone())),
            Given::Secret => Err(Reason::Secret(own.clone())),
        })
    }

    /// The names, in the order in which they were given.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_file_has_values_and_references() {
        let own = Parameters::of_document(&json!({"$schema": "x", "parameters": {
            "factoryName": {"value": "adf"},
            "key": {"reference": {"keyVault": {"id": "/kv"}, "secretName": "s"}},
        }}))
        .unwrap();
        assert_eq!(own.get("FACTORYNAME"), Some(Ok(&json!("adf"))));
        assert_eq!(own.get("key"), Some(Err(Reason::KeyVault("key".into()))));
        assert_eq!(own.get("other"), None);
        assert!(!format!("{own:?}").contains("adf"));
    }

    #[test]
    fn what_is_no_parameter_file_is_refused() {
        for own in [
            json!([]),
            json!({}),
            json!({"parameters": []}),
            json!({"parameters": {"a": "bare"}}),
        ] {
            assert!(Parameters::of_document(&own).is_none(), "{own}");
        }
        assert!(Parameters::of_document(&json!({"a": {"value": 1}})).is_some());
    }

    #[test]
    fn the_callers_object_comes_before_the_file() {
        let file = Parameters::of_document(&json!({"a": {"value": 1}, "b": {"value": 2}})).unwrap();
        let object = json!({"A": 5, "c": {"\u{0}secret": 0}});
        let object = object.as_object().unwrap();
        let all = file.with(Parameters::of_object(object, &|own| own.is_object()));
        assert_eq!(all.get("a"), Some(Ok(&json!(5))));
        assert_eq!(all.get("b"), Some(Ok(&json!(2))));
        assert_eq!(all.get("c"), Some(Err(Reason::Secret("c".into()))));
        assert_eq!(all.names().collect::<Vec<_>>(), ["b", "A", "c"]);
    }
}
