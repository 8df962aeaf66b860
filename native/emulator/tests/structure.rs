//! Holds the layers of the crate: no circle of imports between its modules, and facts at the ground.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it stands, its helpers too"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use regex_lite::Regex;

type Imports = BTreeMap<String, BTreeSet<String>>;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Returns the top-level modules that `text` names after `crate::`, comments left out.
fn named(text: &str) -> BTreeSet<String> {
    let code: Vec<&str> = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect();
    let code = code.join("\n");
    let single = Regex::new(r"\bcrate::([a-z_]+)").unwrap();
    let group = Regex::new(r"\bcrate::\{([^;]*)\};").unwrap();
    let mut modules: BTreeSet<String> = single
        .captures_iter(&code)
        .map(|found| found[1].to_owned())
        .collect();
    for list in group.captures_iter(&code) {
        let mut depth = 0;
        let mut name = String::new();
        // A comma outside of inner braces ends a member, whose first segment is the module.
        for letter in list[1].chars().chain([',']) {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    let first = name.split([':', ' ']).next().unwrap_or_default();
                    if !first.is_empty() {
                        modules.insert(first.to_owned());
                    }
                    name.clear();
                }
                letter if depth == 0 && (!letter.is_whitespace() || !name.is_empty()) => {
                    name.push(letter);
                }
                _ => {}
            }
        }
    }
    modules
}

fn imports() -> Imports {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut imports = Imports::new();
    for file in files {
        let first = file.strip_prefix(&root).unwrap().iter().next().unwrap();
        let module = first.to_str().unwrap().trim_end_matches(".rs").to_owned();
        let mut used = named(&std::fs::read_to_string(&file).unwrap());
        used.remove(&module);
        imports.entry(module).or_default().extend(used);
    }
    imports
}

/// Returns a circle of imports, if there is one.
fn circle(imports: &Imports) -> Option<Vec<String>> {
    fn walk(
        imports: &Imports,
        module: &str,
        path: &mut Vec<String>,
        done: &mut BTreeSet<String>,
    ) -> Option<Vec<String>> {
        if let Some(at) = path.iter().position(|known| known == module) {
            return Some(path[at..].to_vec());
        }
        if !done.insert(module.to_owned()) {
            return None;
        }
        path.push(module.to_owned());
        let below = imports.get(module).into_iter().flatten();
        let found = below
            .into_iter()
            .find_map(|other| walk(imports, other, path, done));
        path.pop();
        found
    }
    let mut done = BTreeSet::new();
    imports
        .keys()
        .find_map(|module| walk(imports, module, &mut Vec::new(), &mut done))
}

#[test]
fn no_module_imports_one_that_imports_it() {
    let imports = imports();
    assert!(imports.len() > 10, "{imports:?}");
    assert_eq!(circle(&imports), None);
}

#[test]
fn facts_stand_on_nothing_and_the_services_know_no_router_and_no_seed() {
    let imports = imports();
    assert_eq!(imports["facts"], BTreeSet::new());
    for service in [
        "arm",
        "directory",
        "purview",
        "runtimes",
        "services",
        "world",
    ] {
        for above in ["router", "seed", "server", "control"] {
            assert!(
                !imports[service].contains(above),
                "{service} imports {above}"
            );
        }
    }
}

#[test]
fn a_circle_is_found_and_groups_are_read() {
    let text =
        "use crate::{one::{A, B}, two, three::C};\n// crate::four\nlet x = crate::five::six();";
    let names: Vec<String> = named(text).into_iter().collect();
    assert_eq!(names, ["five", "one", "three", "two"]);
    let graph: Imports = [("a", "b"), ("b", "c"), ("c", "b")]
        .into_iter()
        .map(|(from, to)| (from.to_owned(), BTreeSet::from([to.to_owned()])))
        .collect();
    assert_eq!(circle(&graph), Some(vec!["b".to_owned(), "c".to_owned()]));
}
