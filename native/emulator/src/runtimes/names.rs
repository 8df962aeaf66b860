//! The rules for names of resources.

/// Three to 63 letters and digits with single dashes between them: factories and runtimes.
pub fn is_resource_name(name: &str) -> bool {
    (3..=63).contains(&name.len())
        && name
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Up to 150 letters, digits, dashes and underscores, a letter or digit first: nodes.
pub fn is_node_name(name: &str) -> bool {
    (1..=150).contains(&name.len())
        && name.starts_with(|letter: char| letter.is_ascii_alphanumeric())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_stand_alone_and_inside() {
        for good in ["abc", "a-b", "ir-west-2"] {
            assert!(is_resource_name(good), "{good}");
        }
        for bad in ["ab", "-abc", "abc-", "a--b", "a_b", "a b", &"a".repeat(64)] {
            assert!(!is_resource_name(bad), "{bad}");
        }
        assert!(is_node_name("Node_1"));
        assert!(!is_node_name("_node"));
    }
}
