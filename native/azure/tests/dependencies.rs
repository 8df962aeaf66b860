//! The Azure client stands on its own: nothing of the product may come into it, by a dependency or by a word.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The packages of `Cargo.lock` with what each depends on.
fn packages() -> BTreeMap<String, Vec<String>> {
    let lock = fs::read_to_string(workspace().join("Cargo.lock")).unwrap();
    let mut packages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for block in lock.split("[[package]]").skip(1) {
        let name = block
            .lines()
            .find_map(|line| line.strip_prefix("name = \""))
            .unwrap();
        let name = name.trim_end_matches('"').to_owned();
        let list = block.split("dependencies = [").nth(1).unwrap_or_default();
        let list = list.split(']').next().unwrap_or_default();
        let depends = list
            .lines()
            .map(|line| line.trim().trim_matches([',', '"']))
            .filter_map(|line| line.split(' ').next())
            .filter(|own| !own.is_empty())
            .map(str::to_owned);
        packages.entry(name).or_default().extend(depends);
    }
    packages
}

#[test]
fn the_azure_client_depends_on_no_other_crate_of_the_workspace() {
    let packages = packages();
    let mut reached = BTreeSet::new();
    let mut next = vec!["azir-azure".to_owned()];
    while let Some(name) = next.pop() {
        if reached.insert(name.clone()) {
            next.extend(packages[&name].iter().cloned());
        }
    }
    assert!(reached.contains("azure_core"), "the lock file was not read");
    let own: Vec<&String> = reached
        .iter()
        .filter(|name| name.starts_with("azir-"))
        .collect();
    assert_eq!(own, ["azir-azure"]);
}

#[test]
fn the_azure_client_names_nothing_of_the_product() {
    let words = [
        "PowerShell",
        "cmdlet",
        "-AzAccount",
        "Get-Az",
        "Set-Az",
        "$env:",
        "AzIntegrationRuntime",
        "integration runtime",
        "data factory",
        "Synapse",
        "Purview",
        "emulator",
        "azir_core",
    ];
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut found = Vec::new();
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap().to_lowercase();
            read += 1;
            for word in words {
                if text.contains(&word.to_lowercase()) {
                    found.push(format!("{}: {word}", path.display()));
                }
            }
        }
    }
    assert!(read > 20, "the sources were not read");
    assert_eq!(found, Vec::<String>::new());
}
