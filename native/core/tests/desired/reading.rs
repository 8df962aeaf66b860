//! Folders: what is read, and what each kind of bad input says.

use std::time::{Duration, Instant};

use azir_core::desired::{Issue, Kind};

use super::{Folder, fixture, read};

/// The one issue.
fn issue(folder: &Folder) -> Issue {
    let mut issues = read(folder.path()).unwrap().issues;
    assert_eq!(issues.len(), 1, "{issues:?}");
    issues.remove(0)
}

fn message(name: &str, content: impl AsRef<[u8]>) -> String {
    let folder = Folder::new();
    folder.write(&format!("integrationRuntime/{name}"), content);
    issue(&folder)
        .message
        .replace(&folder.path().display().to_string(), "")
        .replace('\\', "/")
}

#[test]
fn a_git_folder_is_read_whatever_its_blanks_and_marks_are() {
    let desired = read(&fixture("factory")).unwrap();
    assert_eq!(desired.kind, Kind::Folder);
    let names: Vec<&str> = desired
        .runtimes
        .iter()
        .map(|own| own.name.as_str())
        .collect();
    assert_eq!(names, ["AzureIR", "SharedIR", "ir-west"]);
    assert_eq!(desired.issues, []);
    assert_eq!(desired.dependants("SHAREDIR"), ["files-hub"]);
    assert_eq!(desired.dependants("ir-west"), ["sql-west"]);
    assert_eq!(desired.dependants("AzureIR"), Vec::<String>::new());
}

#[test]
fn the_folder_of_runtimes_stands_for_its_root() {
    let desired = read(&fixture("factory/integrationRuntime")).unwrap();
    assert_eq!(desired.runtimes.len(), 3);
    assert_eq!(desired.linked_services.len(), 2);
    // A repository without runtimes of its own is one, too.
    let folder = Folder::new();
    folder.write("pipeline/p.json", "{}");
    let desired = read(folder.path()).unwrap();
    assert_eq!((desired.kind, desired.runtimes.len()), (Kind::Folder, 0));
}

#[test]
fn a_folder_of_something_else_names_what_is_near() {
    let folder = Folder::new();
    folder.write("adf/integrationRuntime/ir-a.json", "{}");
    let error = read(folder.path()).unwrap_err().message();
    assert!(
        error.contains("has neither a folder 'integrationRuntime' nor an exported template"),
        "{error}"
    );
    assert!(
        error.ends_with(&format!(
            "Give -Path '{}'.",
            folder.path().join("adf").display()
        )),
        "{error}"
    );
    let missing = folder.path().join("none");
    let error = read(&missing).unwrap_err().message();
    assert_eq!(error, format!("'{}' does not exist.", missing.display()));
}

#[test]
fn each_kind_of_bad_file_has_its_text() {
    for (content, wanted) in [
        ("", "The file '/integrationRuntime/ir-a.json' is empty."),
        (
            "{\n \"name\": \"ir-a\",\n}",
            "is not valid JSON (line 3, column 1).",
        ),
        ("name = ir-a", "is not valid JSON (line 1, column 2)."),
        ("[]", "is not a JSON object."),
        (
            "{\"properties\": {\"type\": \"SelfHosted\"}}",
            "has no member 'name'.",
        ),
        (
            "{\"name\": 5, \"properties\": {}}",
            "is not a name of an integration runtime.",
        ),
        (
            "{\"name\": \"a/b\", \"properties\": {}}",
            "is not a name of an integration runtime.",
        ),
        ("{\"name\": \"ir-a\"}", "has no object 'properties'."),
        (
            "{\"name\": \"ir-a\", \"properties\": []}",
            "has no object 'properties'.",
        ),
        (
            "{\"name\": \"ir-a\", \"properties\": {}}",
            "have no text 'type'.",
        ),
        (
            "{\"name\": \"ir-a\", \"properties\": {\"type\": 1}}",
            "have no text 'type'.",
        ),
    ] {
        let said = message("ir-a.json", content);
        assert!(said.contains(wanted), "{content}: {said}");
    }
    let said = message("ir-a.json", b"{\"name\": \"\xE4\"}");
    assert!(
        said.ends_with("is not text in UTF-8 or UTF-16. Save it as UTF-8."),
        "{said}"
    );
}

#[test]
fn a_bad_file_keeps_its_name_and_the_others_are_read() {
    let folder = Folder::new();
    folder.write("integrationRuntime/ir-a.json", "{");
    folder.write(
        "integrationRuntime/ir-b.json",
        r#"{"name": "ir-b", "properties": {"type": "SelfHosted"}}"#,
    );
    let desired = read(folder.path()).unwrap();
    assert_eq!(desired.runtimes[0].name, "ir-b");
    assert_eq!(desired.issues[0].runtime.as_deref(), Some("ir-a"));
    assert!(!desired.issues[0].harmless);
}

#[test]
fn a_name_other_than_the_files_is_said_and_counts() {
    let folder = Folder::new();
    folder.write(
        "integrationRuntime/ir-a.json",
        r#"{"name": "ir-b", "properties": {"type": "SelfHosted"}}"#,
    );
    let own = issue(&folder);
    assert!(own.harmless);
    assert!(
        own.message.contains("expects the file name 'ir-b.json'"),
        "{}",
        own.message
    );
    assert_eq!(own.fix.as_deref(), Some("Rename the file to 'ir-b.json'."));
}

#[test]
fn two_files_with_one_name_are_both_left_out() {
    let folder = Folder::new();
    for (file, name) in [("ir-a", "ir-a"), ("copy", "IR-A")] {
        folder.write(
            &format!("integrationRuntime/{file}.json"),
            format!(r#"{{"name": "{name}", "properties": {{"type": "SelfHosted"}}}}"#),
        );
    }
    let desired = read(folder.path()).unwrap();
    assert_eq!(desired.runtimes.len(), 0);
    let grave: Vec<&Issue> = desired.issues.iter().filter(|own| !own.harmless).collect();
    assert_eq!(grave.len(), 1, "{grave:?}");
    assert!(
        grave[0]
            .message
            .contains("have the same integration runtime 'IR-A'"),
        "{}",
        grave[0].message
    );
    assert!(
        grave[0].message.contains("copy.json' and '"),
        "{}",
        grave[0].message
    );
}

#[test]
fn other_files_in_the_folder_are_not_definitions() {
    let folder = Folder::new();
    folder.write("integrationRuntime/README.md", "text");
    folder.write("integrationRuntime/ir-a.fleet.json", "{}");
    folder.write("linkedService/broken.json", "{");
    let desired = read(folder.path()).unwrap();
    assert_eq!(desired.runtimes.len(), 0);
    // Only the list of dependants lacks the linked service.
    assert!(
        desired.issues.iter().all(|own| own.harmless),
        "{:?}",
        desired.issues
    );
    assert_eq!(desired.issues.len(), 1);
}

#[test]
fn parameters_do_not_belong_to_a_folder() {
    let error =
        super::read_with(&fixture("factory"), Some(super::Parameters::default())).unwrap_err();
    assert!(
        error.message().contains("parameters belong to a template"),
        "{}",
        error.message()
    );
}

#[test]
fn ten_thousand_files_are_read() {
    let folder = Folder::new();
    for index in 0..10_000 {
        let kind = if index % 50 == 0 {
            "integrationRuntime"
        } else {
            "linkedService"
        };
        folder.write(
            &format!("{kind}/own-{index}.json"),
            format!(
                r#"{{"name": "own-{index}", "properties": {{"type": "SelfHosted",
                    "connectVia": {{"referenceName": "own-{}"}}}}}}"#,
                index / 50 * 50
            ),
        );
    }
    let begun = Instant::now();
    let desired = read(folder.path()).unwrap();
    let took = begun.elapsed();
    assert_eq!(desired.runtimes.len(), 200);
    assert_eq!(desired.linked_services.len(), 9_800);
    assert_eq!(desired.issues, []);
    assert!(took < Duration::from_secs(300), "{took:?}");
}
