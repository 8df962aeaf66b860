//! The page about the boundary names every operation, and no other.
use std::{collections::BTreeSet, fs, path::Path};

use azir_core::{fleet::finding::CATALOG, operations::NAMES};

/// The operations that the page's table names. `.set` behind `runtime.get` stands for `runtime.set`, and `synapse.…`
/// for all operations with that beginning.
fn documented(page: &str) -> BTreeSet<String> {
    let table = page.split_once("## Operations").unwrap().1;
    let mut names = BTreeSet::new();
    for line in table.lines().filter(|line| line.starts_with("| `")) {
        let cell = line.split('|').nth(1).unwrap();
        let mut group = "";
        for name in cell.split('`').skip(1).step_by(2) {
            if let Some(rest) = name.strip_prefix('.') {
                names.insert(format!("{group}.{rest}"));
            } else {
                group = name.rsplit_once('.').unwrap().0;
                names.insert(name.to_owned());
            }
        }
    }
    names
}

#[test]
fn every_operation_is_on_the_page_and_no_other() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/boundary.md");
    let documented = documented(&fs::read_to_string(page).unwrap());
    let groups: Vec<&str> = documented
        .iter()
        .filter_map(|name| name.strip_suffix('…'))
        .collect();
    for name in NAMES {
        assert!(
            documented.contains(*name) || groups.iter().any(|group| name.starts_with(group)),
            "docs/boundary.md does not name the operation {name}: add it to the table of operations"
        );
    }
    for name in &documented {
        let known = match name.strip_suffix('…') {
            // These are the boundary's own.
            Some("selftest.") => true,
            Some(group) => NAMES.iter().any(|own| own.starts_with(group)),
            None => NAMES.contains(&name.as_str()),
        };
        assert!(
            known,
            "docs/boundary.md names {name}, which is no operation"
        );
    }
}

#[test]
fn every_finding_is_on_its_page_with_title_and_severity() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/findings.md");
    let page = fs::read_to_string(page).unwrap();
    let sections: Vec<&str> = page.split("\n### ").skip(1).collect();
    assert_eq!(sections.len(), CATALOG.len());
    for (section, rule) in sections.iter().zip(CATALOG) {
        let (heading, text) = section.split_once('\n').unwrap();
        assert_eq!(heading, format!("{} {}", rule.code, rule.title));
        let severity = format!("Severity: {}.", rule.severity.name());
        assert!(text.trim_start().starts_with(&severity), "{heading}");
        assert!(text.contains("**Cure**: "), "{heading}");
    }
}
