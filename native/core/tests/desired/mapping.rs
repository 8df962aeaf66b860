//! Mapping files: what a name is in each environment.

use azir_azure::json::Lookup;
use azir_core::desired::mapping::Mapping;

use super::{Folder, HUB, fixture, read};

#[test]
fn an_environment_renames_relinks_and_leaves_out() {
    let mapping = Mapping::read(&fixture("mapping.json"), Some("PROD")).unwrap();
    let mut desired = read(&fixture("factory")).unwrap();
    mapping.apply(&mut desired);
    let names: Vec<&str> = desired
        .runtimes
        .iter()
        .map(|own| own.name.as_str())
        .collect();
    assert_eq!(names, ["ir-hub", "ir-west"]);
    assert!(desired.runtimes[0].document.linked_info().is_none());
    assert_eq!(desired.dependants("ir-hub"), ["files-hub"]);
    assert_eq!(desired.issues, []);

    let mut desired = read(&fixture("factory")).unwrap();
    Mapping::read(&fixture("mapping.json"), Some("dev"))
        .unwrap()
        .apply(&mut desired);
    let shared = desired.runtime("SharedIR").unwrap();
    assert_eq!(
        shared.document.details().at("linkedInfo").at("resourceId"),
        HUB
    );
}

#[test]
fn a_name_that_no_file_has_is_said() {
    let folder = Folder::new();
    let path = folder.write("m.json", r#"{"only": {"ir-none": {"skip": true}}}"#);
    let mut desired = read(&fixture("factory")).unwrap();
    Mapping::read(&path, None).unwrap().apply(&mut desired);
    assert_eq!(desired.issues.len(), 1);
    assert!(desired.issues[0].harmless);
    assert!(
        desired.issues[0]
            .message
            .contains("names 'ir-none' in the environment 'only'")
    );
}

#[test]
fn each_mistake_in_the_file_has_its_text() {
    let folder = Folder::new();
    for (content, environment, wanted) in [
        (
            "[]",
            None,
            "is not an object with an object for each environment",
        ),
        (
            "{}",
            None,
            "is not an object with an object for each environment",
        ),
        (
            r#"{"a": {}, "b": {}}"#,
            None,
            "has the environments 'a', 'b'. Choose one with -Environment.",
        ),
        (
            r#"{"a": {}}"#,
            Some("c"),
            "has no environment 'c'. It has 'a'.",
        ),
        (r#"{"a": {"ir": 5}}"#, None, "is not an object"),
        (
            r#"{"a": {"ir": {"name": "x y"}}}"#,
            None,
            "has a 'name' that is not valid",
        ),
        (
            r#"{"a": {"ir": {"linkedTo": "ir-hub"}}}"#,
            None,
            "neither null nor the resource id",
        ),
        (
            r#"{"a": {"ir": {"skip": "yes"}}}"#,
            None,
            "has a 'skip' that is not true or false",
        ),
        (
            r#"{"a": {"ir": {"linkTo": null}}}"#,
            None,
            "has the member 'linkTo'; it can have",
        ),
        (
            r#"{"a": {"ir-a": {"name": "ir-x"}, "ir-b": {"name": "IR-x"}}}"#,
            None,
            "has 'ir-a' and 'ir-b' for one integration runtime 'IR-x' of the environment 'a'",
        ),
        (
            r#"{"a": {"ir-a": {"name": "ir-b"}, "ir-b": {"linkedTo": null}}}"#,
            None,
            "has 'ir-a' and 'ir-b' for one integration runtime 'ir-b'",
        ),
        ("{", None, "is not valid JSON (line 1, column 1)."),
    ] {
        let error = Mapping::read(&folder.write("m.json", content), environment).unwrap_err();
        assert!(error.contains(wanted), "{content}: {error}");
    }
}
