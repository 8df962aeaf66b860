//! The next step of an entry: what is prose in it, and what is a command.

/// Returns the prose and the command of a next step; either can be empty. A command stands alone, or at the end behind
/// a colon. So does a text to add to a file.
#[must_use]
pub fn parts(fix: &str) -> (&str, &str) {
    if is_cmdlet(fix) && !fix.ends_with('.') {
        return ("", fix);
    }
    let behind = fix.match_indices(": ").map(|(at, colon)| at + colon.len());
    let shape = fix.find("{ \"");
    let begins = |at: &usize| {
        let rest = &fix[*at..];
        let parameter = rest.strip_prefix('-');
        is_cmdlet(rest)
            || rest.starts_with("az ")
            || rest.starts_with('"')
            || parameter.is_some_and(|own| own.starts_with(|own: char| own.is_ascii_uppercase()))
    };
    match behind.into_iter().find(begins).or(shape) {
        Some(at) => (fix[..at].trim_end(), fix[at..].trim_end_matches('.')),
        None => (fix, ""),
    }
}

/// Whether a text begins with the name of a cmdlet of Az, such as `Get-AzIntegrationRuntime`.
fn is_cmdlet(text: &str) -> bool {
    let word = text.split(' ').next().unwrap_or_default();
    word.split_once('-').is_some_and(|(verb, noun)| {
        let is_word =
            |own: &str| !own.is_empty() && own.chars().all(|own| own.is_ascii_alphanumeric());
        is_word(verb) && noun.starts_with("Az") && is_word(noun)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_commands_and_texts_to_add_are_code() {
        for (fix, wanted) in [
            (
                "Get-AzIntegrationRuntime -Name 'a'",
                ("", "Get-AzIntegrationRuntime -Name 'a'"),
            ),
            ("Keep one of the files.", ("Keep one of the files.", "")),
            (
                "Take 'a' out. Compare-AzIntegrationRuntime shows it.",
                ("Take 'a' out. Compare-AzIntegrationRuntime shows it.", ""),
            ),
            (
                "Remove it: Remove-AzSynapseIntegrationRuntime -Name 'a: b'",
                (
                    "Remove it:",
                    "Remove-AzSynapseIntegrationRuntime -Name 'a: b'",
                ),
            ),
            (
                "Give the value: -TemplateParameterObject @{ a = '<value>' }.",
                (
                    "Give the value:",
                    "-TemplateParameterObject @{ a = '<value>' }",
                ),
            ),
            (
                "Add to the file: \"a\": { \"b\": 1 }.",
                ("Add to the file:", "\"a\": { \"b\": 1 }"),
            ),
            (
                "A file has the shape { \"name\": 1 }.",
                ("A file has the shape", "{ \"name\": 1 }"),
            ),
            (
                "Two rules: one - and two.",
                ("Two rules: one - and two.", ""),
            ),
        ] {
            assert_eq!(parts(fix), wanted, "{fix}");
        }
    }
}
