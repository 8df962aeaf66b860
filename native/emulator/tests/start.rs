//! The process: its ready line, what it refuses, what it keeps, how it ends.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it stands, its helpers too"
)]

use crate::common::{Emulator, HOME_TENANT, OWNER, command, in_network, trusting};
use reqwest::Version;
use serde_json::{Value, json};

#[test]
fn the_ready_line_tells_where_everything_is() {
    let emulator = Emulator::start_with(&["--subscription-name", "Trial"]);
    let ready = &emulator.ready;
    let port = ready["port"].as_u64().unwrap();
    assert_eq!(ready["endpoint"], format!("https://127.0.0.1:{port}"));
    assert_eq!(ready["authority"], ready["endpoint"]);
    assert_eq!(ready["tenantId"], HOME_TENANT);
    assert_eq!(
        ready["subscriptionId"],
        "33333333-3333-4333-8333-333333333333"
    );
    assert_eq!(ready["subscriptionName"], "Trial");
    assert_eq!(ready["clientId"], OWNER.0);
    assert_eq!(ready["clientSecret"], OWNER.1);
    assert!(
        ready["identityEndpoint"]
            .as_str()
            .unwrap()
            .starts_with("http://127.0.0.1:")
    );
    assert!(ready["processId"].as_u64().is_some());
    assert_eq!(
        emulator.get("/subscriptions").expect(200).body["value"][0]["displayName"],
        "Trial"
    );
}

#[test]
fn an_address_beyond_loopback_is_refused() {
    let output = command().args(["--listen", "0.0.0.0"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("listens on loopback only")
    );
}

#[test]
fn the_certificate_names_localhost_and_both_addresses_of_loopback() {
    let emulator = Emulator::start();
    let port = &emulator.ready["port"];
    let client = trusting(&emulator.ready).build().unwrap();
    let answer = client
        .get(format!(
            "https://localhost:{port}/metadata/endpoints?api-version=2022-09-01"
        ))
        .send();
    assert_eq!(answer.unwrap().status(), 200);
}

#[test]
fn both_versions_of_http_are_spoken() {
    let emulator = Emulator::start();
    let url = format!(
        "{}/metadata/endpoints?api-version=2022-09-01",
        emulator.endpoint
    );
    assert_eq!(
        emulator.client.get(&url).send().unwrap().version(),
        Version::HTTP_2
    );
    let old = trusting(&emulator.ready).http1_only().build().unwrap();
    assert_eq!(old.get(&url).send().unwrap().version(), Version::HTTP_11);
}

#[test]
fn it_ends_with_its_parent_and_when_told_and_cleans_up() {
    let emulator = Emulator::start_with(&["--parent-stdin"]);
    let folder = std::path::PathBuf::from(emulator.ready["caPath"].as_str().unwrap());
    assert!(folder.exists());
    assert!(emulator.close().success());
    assert!(!folder.exists());

    let emulator = Emulator::start();
    emulator
        .control("POST", "shutdown", &json!(null))
        .expect(204);
    // Standard input is closed here too, but without --parent-stdin only the order counts.
    assert!(emulator.close().success());
}

#[test]
fn state_trust_and_tokens_outlive_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let words = ["--parent-stdin", "--state", file.to_str().unwrap()];
    let first = Emulator::start_with(&words);
    let id = first.factory("rg", "adf-kept");
    let runtime = first.runtime(&id, "ir-kept");
    let keys = first
        .post(&format!("{runtime}/listAuthKeys"))
        .expect(200)
        .body;
    let authority = std::fs::read(first.ready["caPath"].as_str().unwrap()).unwrap();
    let token = first.token.clone();
    assert!(first.close().success());

    let second = Emulator::start_with(&words);
    assert_eq!(
        std::fs::read(second.ready["caPath"].as_str().unwrap()).unwrap(),
        authority
    );
    let again = second
        .arm_as(
            &token,
            "POST",
            &format!("{runtime}/listAuthKeys"),
            &json!(null),
        )
        .expect(200);
    assert_eq!(again.body, keys);
}

#[test]
fn what_runs_and_what_was_planted_outlive_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let words = ["--parent-stdin", "--state", file.to_str().unwrap()];
    let first = Emulator::start_with(&words);
    let factory = first.factory("rg", "adf-kept");
    let packages = first.packages(&factory, "ir-packages");
    let managed = format!("{factory}/integrationRuntimes/ir-managed");
    first.put(&managed, &in_network()).expect(200);
    first.advance(600);
    first.set(&json!({ "operationSeconds": 600 }));
    first.post(&format!("{packages}/start")).expect(202);
    let enable = format!("{managed}/enableInteractiveQuery");
    first.arm("POST", &enable, &json!({})).expect(202);
    let odd = json!({ "runtimeId": format!("{factory}/integrationRuntimes/ir-odd"),
        "properties": { "type": "Airflow" } });
    first.control("PUT", "runtimes", &odd).expect(200);
    assert!(first.close().success());

    let second = Emulator::start_with(&words);
    assert_eq!(second.status(&packages)["state"], "Starting");
    second.advance(600);
    assert_eq!(second.status(&packages)["state"], "Started");
    let shown = second.get(&managed).expect(200).body;
    assert_eq!(
        shown["properties"]["typeProperties"]["interactiveQuery"]["status"],
        "Enabled"
    );
    let odd = packages.replace("ir-packages", "ir-odd");
    assert_eq!(second.get(&odd).body["properties"]["type"], "Airflow");
}

#[test]
fn a_state_file_of_an_earlier_version_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let words = ["--parent-stdin", "--state", file.to_str().unwrap()];
    let first = Emulator::start_with(&words);
    let packages = first.packages(&first.factory("rg", "adf-kept"), "ir-packages");
    first.post(&format!("{packages}/start")).expect(202);
    assert!(first.close().success());

    let mut saved: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    let world = &mut saved["world"];
    // There were factories only.
    let parents = world.as_object_mut().unwrap().shift_remove("parents");
    let mut factories = parents.unwrap();
    let known = factories.as_object_mut().unwrap();
    known.retain(|id, _| id.contains("/factories/"));
    world["factories"] = factories;
    let mut forget = |at: &str, names: &[&str]| {
        let members = world.pointer_mut(at).unwrap();
        let members = members.as_object_mut().unwrap();
        // A factory, a runtime or an operation: the one in a map.
        let members = if members.len() == 1 {
            members
                .values_mut()
                .next()
                .unwrap()
                .as_object_mut()
                .unwrap()
        } else {
            members
        };
        for name in names {
            assert!(members.shift_remove(*name).is_some(), "{at} has no {name}");
        }
    };
    let factory = packages.to_ascii_lowercase();
    let factory = factory.split("/integrationruntimes/").next().unwrap();
    let runtimes = format!("/factories/{}/runtimes", factory.replace('/', "~1"));
    let of_all = [
        "service",
        "linked_services",
        "credentials",
        "made",
        "ready_at",
        "deleted_at",
        "pending",
        "administrators",
        "scan_versions",
    ];
    forget("/factories", &of_all);
    forget("/subscriptions/0", &["synapse", "purview"]);
    forget("", &["seconds_ahead", "has_planted"]);
    forget(
        "/directory",
        &["authorization_codes", "revocations", "identities"],
    );
    forget("/directory/applications/0", &["certificates", "federated"]);
    forget("/operations", &["failure"]);
    forget(
        "/settings",
        &[
            "operationRetryAfterSeconds",
            "startFailure",
            "operationFailure",
            "browser",
            "guest",
            "rememberAssertions",
            "identityDates",
        ],
    );
    forget(
        &runtimes,
        &[
            "failing",
            "machines",
            "limited",
            "interactive",
            "catalog",
            "refreshes_at",
            "snapshot",
            "planted",
            "planted_document",
            "planted_status",
        ],
    );
    std::fs::write(&file, saved.to_string()).unwrap();

    let second = Emulator::start_with(&words);
    assert_eq!(second.status(&packages)["state"], "Started");
    let identities = second.control("GET", "identities", &json!(null)).body;
    assert_eq!(identities.as_array().unwrap().len(), 1);
}

fn refused(path: &std::path::Path) -> String {
    let output = command().arg("--state").arg(path).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_state_file_has_one_emulator_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let words = ["--parent-stdin", "--state", file.to_str().unwrap()];
    let first = Emulator::start_with(&words);
    let said = refused(&file);
    assert!(said.contains("is in use by another emulator"), "{said}");
    #[cfg(unix)]
    {
        let other = folder.path().join("other.json");
        std::os::unix::fs::symlink(&file, &other).unwrap();
        assert!(refused(&other).contains("is in use by another emulator"));
    }
    // However it ends, the file is free again.
    drop(first);
    let second = Emulator::start_with(&words);
    assert!(second.close().success());
}

#[test]
fn a_state_file_is_a_regular_file_of_some_size() {
    let folder = tempfile::tempdir().unwrap();
    let said = refused(folder.path());
    assert!(said.contains("is not a regular file"), "{said}");
    #[cfg(unix)]
    for device in ["/dev/zero", "/dev/full", "/dev/null"] {
        let said = refused(std::path::Path::new(device));
        assert!(said.contains("is not a regular file"), "{said}");
    }
    let large = folder.path().join("large.json");
    let file = std::fs::File::create(&large).unwrap();
    file.set_len(10 * 1024 * 1024 * 1024).unwrap();
    let said = refused(&large);
    assert!(said.contains("has more than 1024 MiB"), "{said}");
    let nowhere = folder.path().join("missing").join("state.json");
    assert!(refused(&nowhere).contains("the folder of the state file"));
}

#[test]
fn a_damaged_state_file_is_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let words = ["--parent-stdin", "--state", file.to_str().unwrap()];
    let first = Emulator::start_with(&words);
    assert_eq!(first.ready["notice"], Value::Null);
    first.factory("rg", "adf-lost");
    assert!(first.close().success());
    let whole = std::fs::read(&file).unwrap();
    let half = &whole[..whole.len() / 2];
    std::fs::write(&file, half).unwrap();

    let second = Emulator::start_with(&words);
    let notice = second.ready["notice"].as_str().unwrap();
    assert!(notice.contains("is damaged"), "{notice}");
    let aside = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.to_str().unwrap().contains("state.json.damaged-"))
        .unwrap();
    assert!(notice.contains(aside.to_str().unwrap()), "{notice}");
    assert_eq!(std::fs::read(aside).unwrap(), half);
    let groups = second.get(&format!("{}/resourceGroups", crate::common::SUBSCRIPTION));
    assert_eq!(
        crate::common::names(&groups.expect(200).body),
        ["rg-emulator"]
    );
}

#[test]
fn a_change_is_saved_before_it_is_answered_or_the_answer_says_why_not() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("inner");
    std::fs::create_dir(&inner).unwrap();
    let file = inner.join("state.json");
    let emulator = Emulator::start_with(&["--parent-stdin", "--state", file.to_str().unwrap()]);
    let group = format!("{}/resourceGroups/rg-one", crate::common::SUBSCRIPTION);
    let body = json!({ "location": "westeurope" });
    emulator.put(&group, &body).expect(201);
    assert!(std::fs::read_to_string(&file).unwrap().contains("rg-one"));

    // A disk that is full and a folder that is gone fail in the same place.
    std::fs::remove_dir_all(&inner).unwrap();
    let group = group.replace("rg-one", "rg-two");
    let told = emulator.put(&group, &body).refused(507, "StateNotSaved");
    assert!(
        told.message().contains("state.json' cannot be written"),
        "{}",
        told.text
    );
    let settings = json!({ "pageSize": 7 });
    let told = emulator.control("POST", "settings", &settings).expect(507);
    assert_eq!(told.body["error"]["code"], "StateNotSaved");
    emulator.get(&group).expect(200);
    emulator.token_of(HOME_TENANT, OWNER);

    std::fs::create_dir(&inner).unwrap();
    let group = group.replace("rg-two", "rg-three");
    emulator.put(&group, &body).expect(201);
    let saved = std::fs::read_to_string(&file).unwrap();
    assert!(saved.contains("rg-two") && saved.contains("rg-three"));
}

#[test]
fn a_state_file_of_something_else_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.txt");
    std::fs::write(&file, "my notes").unwrap();
    let output = command()
        .args(["--state", file.to_str().unwrap()])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("notes.txt' is not one of this emulator's")
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "my notes");
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 1, "nothing stays beside it");
}
