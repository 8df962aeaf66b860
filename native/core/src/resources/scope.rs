//! The scope of a role assignment, however it was given.

use crate::{
    arm::Arm,
    error::{Error, Result},
    names,
};

/// The scope that the bound parameters name: a scope, a resource, a group, or the subscription.
///
/// # Errors
/// `InvalidInput` for what cannot be a scope.
pub fn chosen(arm: &Arm<'_>) -> Result<String> {
    let arguments = arm.call.arguments();
    if let Some(scope) = arguments.filled("Scope") {
        return checked(&scope, arguments.switch("SkipClientSideScopeValidation"));
    }
    let subscription = format!("/subscriptions/{}", arm.subscription()?);
    let Some(group) = arguments.filled("ResourceGroupName") else {
        return Ok(subscription);
    };
    names::resource_group("ResourceGroupName", &group)?;
    let group = format!("{subscription}/resourceGroups/{group}");
    let Some(name) = arguments.filled("ResourceName") else {
        return Ok(group);
    };
    let kind = arguments.required("ResourceType")?;
    let Some((provider, kind)) = kind.split_once('/') else {
        return Err(Error::invalid(
            "ResourceType",
            format!("'{kind}' is not a resource type such as 'Microsoft.DataFactory/factories'."),
        ));
    };
    let parent = arguments
        .filled("ParentResource")
        .map(|parent| format!("{}/", parent.trim_matches('/')))
        .unwrap_or_default();
    Ok(format!(
        "{group}/providers/{provider}/{parent}{kind}/{name}"
    ))
}

fn checked(scope: &str, unchecked: bool) -> Result<String> {
    let trimmed = scope.trim_end_matches('/');
    let known = trimmed.is_empty()
        || trimmed.to_ascii_lowercase().starts_with("/subscriptions/")
        || trimmed.to_ascii_lowercase().starts_with("/providers/");
    if unchecked || (scope.starts_with('/') && known && !trimmed.contains("//")) {
        return Ok(trimmed.to_owned());
    }
    Err(Error::invalid(
        "Scope",
        format!(
            "'{scope}' is not a scope. A scope is a resource id such as '/subscriptions/<subscription \
             id>/resourceGroups/<group>'."
        ),
    ))
}

/// Whether an assignment at `outer` holds at `inner` too.
#[must_use]
pub fn covers(outer: &str, inner: &str) -> bool {
    let outer = outer.trim_end_matches('/').to_ascii_lowercase();
    let inner = inner.trim_end_matches('/').to_ascii_lowercase();
    inner == outer
        || inner
            .strip_prefix(&outer)
            .is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_covers_itself_and_what_is_below() {
        assert!(covers(
            "/subscriptions/S",
            "/subscriptions/s/resourceGroups/g"
        ));
        assert!(covers("/", "/subscriptions/s"));
        assert!(!covers("/subscriptions/s", "/subscriptions/s2"));
        assert!(!covers(
            "/subscriptions/s/resourceGroups/g",
            "/subscriptions/s"
        ));
    }

    #[test]
    fn what_cannot_be_a_scope_is_refused() {
        assert_eq!(
            checked("/subscriptions/s/", false).unwrap(),
            "/subscriptions/s"
        );
        assert_eq!(checked("/", false).unwrap(), "");
        for bad in ["subscriptions/s", "rg", "/x//y", "/something"] {
            assert!(checked(bad, false).is_err(), "{bad}");
        }
        assert!(checked("/something", true).is_ok());
    }
}
