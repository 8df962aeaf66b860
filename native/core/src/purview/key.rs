//! What is peculiar to the authentication keys of Purview's runtimes.

use crate::{
    error::{Error, ErrorKind, Result},
    runtimes::{
        body::{Kind, RuntimeBody},
        place::RuntimePlace,
    },
};

/// The name that the service has for a key, whose casing it compares.
///
/// # Errors
/// `InvalidInput` that names both keys.
pub fn name(key: &str) -> Result<&'static str> {
    ["authKey1", "authKey2"]
        .into_iter()
        .find(|own| own.eq_ignore_ascii_case(key))
        .ok_or_else(|| {
            Error::invalid(
                "KeyName",
                format!("'{key}' is not the name of a key: it is 'AuthKey1' or 'AuthKey2'."),
            )
        })
}

/// A managed runtime has no keys, which the service does not say.
///
/// # Errors
/// `InvalidInput` with the reason.
pub fn refuse_managed(place: &RuntimePlace, resource: &RuntimeBody) -> Result<()> {
    if resource.kind() != Kind::Managed {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::InvalidInput { parameter: None },
        format!(
            "{} is managed by Azure and has no authentication keys: with a key a machine registers as a node of a \
             self-hosted one. Get-AzPurviewIntegrationRuntime shows which are of type SelfHosted.",
            place.called_first()
        ),
    ))
}
