//! The published naming rules, checked before any request.
//!
//! See <https://learn.microsoft.com/azure/data-factory/naming-rules>.

use crate::error::{Error, Result};

/// Checks a data factory's name.
///
/// # Errors
/// `InvalidInput` with the rule.
pub fn factory(parameter: &str, name: &str) -> Result<()> {
    dashed(parameter, name, "data factory")
}

/// Checks a Synapse workspace's name.
///
/// See <https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftsynapse>.
///
/// # Errors
/// `InvalidInput` with the rule.
pub fn workspace(parameter: &str, name: &str) -> Result<()> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if (1..=50).contains(&name.len()) && name.bytes().all(allowed) {
        return Ok(());
    }
    Err(Error::invalid(
        parameter,
        format!(
            "'{name}' is not a valid Synapse workspace name. A name has 1 to 50 characters: letters, digits and \
             dashes."
        ),
    ))
}

/// Checks a Purview account's name.
///
/// # Errors
/// `InvalidInput` with the rule.
pub fn account(parameter: &str, name: &str) -> Result<()> {
    dashed(parameter, name, "Purview account")
}

/// Checks an integration runtime's name.
///
/// # Errors
/// `InvalidInput` with the rule.
pub fn runtime(parameter: &str, name: &str) -> Result<()> {
    dashed(parameter, name, "integration runtime")
}

fn dashed(parameter: &str, name: &str, what: &str) -> Result<()> {
    let letters = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let edges = name.starts_with('-') || name.ends_with('-') || name.contains("--");
    if (3..=63).contains(&name.chars().count()) && letters && !edges {
        return Ok(());
    }
    Err(Error::invalid(
        parameter,
        format!(
            "'{name}' is not a valid {what} name. A name has 3 to 63 characters: letters, digits and \
             single dashes, each dash between letters or digits."
        ),
    ))
}

/// Checks a linked service's name.
///
/// # Errors
/// `InvalidInput` with the rule.
pub fn linked_service(parameter: &str, name: &str) -> Result<()> {
    const FORBIDDEN: &str = ".+?/<>*%&:\\";
    let length = name.chars().count();
    if (1..=260).contains(&length) && !name.contains(|letter| FORBIDDEN.contains(letter)) {
        return Ok(());
    }
    Err(Error::invalid(
        parameter,
        format!(
            "'{name}' is not a valid linked service name. A name has 1 to 260 characters, and none of \
             '{FORBIDDEN}'."
        ),
    ))
}

/// Checks the name of a node: a self-hosted runtime's own, or the id of a managed one's.
///
/// # Errors
/// `InvalidInput` with the rule.
pub fn node(parameter: &str, name: &str) -> Result<()> {
    let letters = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let first = name.starts_with(|letter: char| letter.is_ascii_alphanumeric());
    if letters && first && name.len() <= 150 {
        return Ok(());
    }
    Err(Error::invalid(
        parameter,
        format!(
            "'{name}' is not a valid node name. A name has 1 to 150 characters: letters, digits, '-' and '_', a \
             letter or digit first."
        ),
    ))
}

/// Checks a resource group's name.
///
/// # Errors
/// `InvalidInput` with the rule.
pub fn resource_group(parameter: &str, name: &str) -> Result<()> {
    let allowed = |character: char| {
        character.is_alphanumeric() || matches!(character, '-' | '_' | '.' | '(' | ')')
    };
    let length = name.chars().count();
    if (1..=90).contains(&length) && name.chars().all(allowed) && !name.ends_with('.') {
        return Ok(());
    }
    Err(Error::invalid(
        parameter,
        format!(
            "'{name}' is not a valid resource group name. A name has 1 to 90 characters: letters, digits, \
             '-', '_', '.', '(' and ')', and does not end with a full stop."
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runtime_names_follow_the_rule() {
        for good in ["abc", "a-b", "A1-b2-C3", &"x".repeat(63)] {
            assert!(runtime("Name", good).is_ok(), "{good}");
        }
        for bad in [
            "ab",
            "-abc",
            "abc-",
            "a--b",
            "a_b",
            "a b",
            "ir/x",
            "äbc",
            &"x".repeat(64),
        ] {
            assert!(runtime("Name", bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_rule_is_in_the_message() {
        let error = factory("DataFactoryName", "a_b").unwrap_err();
        assert_eq!(
            error.message(),
            "'a_b' is not a valid data factory name. A name has 3 to 63 characters: letters, digits and \
             single dashes, each dash between letters or digits."
        );
    }

    #[test]
    fn node_names_follow_the_rule() {
        for good in ["N", "Node_1", "tvmps_63c0_d", "4-a--b_", &"x".repeat(150)] {
            assert!(node("Name", good).is_ok(), "{good}");
        }
        for bad in ["", "_a", "-a", "a b", "a/b", "a.b", "ä", &"x".repeat(151)] {
            assert!(node("Name", bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn group_names_follow_the_rule() {
        assert!(resource_group("ResourceGroupName", "rg_1.(test)-ä").is_ok());
        for bad in ["", "rg.", "a/b", "a b", &"x".repeat(91)] {
            assert!(resource_group("ResourceGroupName", bad).is_err(), "{bad}");
        }
    }
}
