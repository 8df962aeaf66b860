//! Answers for role definitions. The roles themselves are in [`crate::facts::roles`].

use serde_json::json;

use super::Call;
use crate::facts::roles;
use crate::wire::{Answer, Refusal, Reply};

/// The roles, all or the one that `$filter` names.
pub fn list(call: &Call<'_>, scope: &str) -> Answer {
    let subscription = subscription_of(call, scope)?;
    let name = match call.request.query("$filter") {
        None => None,
        Some(filter) => quoted(filter, "roleName eq ")
            .or_else(|| quoted(filter, "type eq ").map(|_| String::new())),
    };
    let value: Vec<_> = roles::all()
        .filter(|role| {
            name.as_ref()
                .is_none_or(|name| name.is_empty() || role.name.eq_ignore_ascii_case(name))
        })
        .map(|role| role.to_json(&subscription))
        .collect();
    Ok(Reply::ok(&json!({ "value": value })))
}

/// One role.
pub fn get(call: &Call<'_>, scope: &str, id: &str) -> Answer {
    let subscription = subscription_of(call, scope)?;
    roles::by_id(id)
        .map(|role| Reply::ok(&role.to_json(&subscription)))
        .ok_or_else(|| not_found(id))
}

/// No such role.
pub fn not_found(id: &str) -> Refusal {
    Refusal::plain(
        404,
        "RoleDefinitionDoesNotExist",
        format!(
            "The specified role definition with ID '{}' does not exist.",
            id.replace('-', "")
        ),
    )
}

/// The subscription part of `scope`, after the caller was found to be allowed to look there. Empty at the root.
fn subscription_of(call: &Call<'_>, scope: &str) -> Result<String, Refusal> {
    let mut parts = scope.split('/').skip(1);
    match (parts.next(), parts.next()) {
        (Some(kind), Some(id)) if kind.eq_ignore_ascii_case("subscriptions") => {
            call.subscription(id)?;
            call.require("Microsoft.Authorization/roleDefinitions/read", scope)?;
            Ok(format!("/subscriptions/{id}"))
        }
        // Every principal can read the built-in roles at the root.
        _ => Ok(String::new()),
    }
}

/// The quoted value that follows `name` in a `$filter`; two quotes inside stand for one.
pub fn quoted(filter: &str, name: &str) -> Option<String> {
    let at = filter
        .to_ascii_lowercase()
        .find(&name.to_ascii_lowercase())?;
    let mut rest = filter[at + name.len()..]
        .trim_start()
        .strip_prefix('\'')?
        .chars()
        .peekable();
    let mut value = String::new();
    while let Some(letter) = rest.next() {
        if letter == '\'' && rest.next_if_eq(&'\'').is_none() {
            return Some(value);
        }
        value.push(letter);
    }
    None
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_doubled_quote_is_one() {
        assert_eq!(
            super::quoted("roleName eq 'It''s'", "roleName eq ").as_deref(),
            Some("It's")
        );
        assert_eq!(super::quoted("atScope()", "roleName eq "), None);
    }
}
