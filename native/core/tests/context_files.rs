//! Contexts in a file of the user's: what is in it, and what another process makes of it.

use std::fs;

use crate::support::{
    Script, TENANT,
    kept::{Process, SECRET, TOKEN, subscriptions, token},
    run, signed_in,
};
use serde_json::{Value, json};
use tempfile::TempDir;

async fn signed_in_process(directory: &TempDir) -> Process {
    let process = Process::new(directory.path(), vec![token(TOKEN), subscriptions()]);
    let said = process.sign_in("app", json!({"Scope": "Process"})).await;
    assert_eq!(said.messages("error"), [""; 0]);
    process
}

fn path(directory: &TempDir) -> String {
    let file = directory.path().join("own.json");
    file.to_str().unwrap().to_owned()
}

/// A rename would replace the device of the whole system.
#[cfg(unix)]
#[tokio::test]
async fn contexts_are_not_saved_over_a_socket_or_device() {
    let directory = TempDir::new().unwrap();
    let process = signed_in_process(&directory).await;
    let file = path(&directory);
    let _socket = std::os::unix::net::UnixListener::bind(&file).unwrap();
    let arguments = json!({"Path": file, "Force": true});
    let said = process.run("context.save", arguments).await;
    let error = said.error();
    assert!(
        error.contains("it is not a regular file. Give the -Path of a file"),
        "{error}"
    );
    assert!(!fs::metadata(&file).unwrap().is_file());
}

#[tokio::test]
async fn a_credential_is_in_the_file_on_wish_only_and_never_in_clear() {
    let directory = TempDir::new().unwrap();
    let process = signed_in_process(&directory).await;
    let file = path(&directory);
    let said = process.run("context.save", json!({"Path": file})).await;
    assert_eq!(said.messages("error"), [""; 0]);
    let text = fs::read_to_string(&file).unwrap();
    assert!(!text.contains("sealed") && !text.contains(SECRET) && !text.contains(TOKEN));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    // The process that saved it still has the account.
    let said = process.run("context.import", json!({"Path": file})).await;
    assert_eq!(said.messages("error"), [""; 0]);
    assert!(
        said.objects[0].contains("PSAzureProfile"),
        "{:?}",
        said.objects
    );
    // Another one has not.
    let other = TempDir::new().unwrap();
    let second = Process::new(other.path(), vec![]);
    let said = second.run("context.import", json!({"Path": file})).await;
    let error = said.error();
    assert!(error.contains("It names the contexts 'app'"), "{error}");
    assert!(
        error.contains(&format!("Connect-AzAccount -Tenant '{TENANT}'")),
        "{error}"
    );
    assert!(second.names().is_empty());

    let arguments = json!({"Path": file, "WithCredential": true, "Force": true});
    let said = process.run("context.save", arguments).await;
    assert_eq!(said.messages("error"), [""; 0]);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("sealed") && !text.contains(SECRET) && !text.contains(TOKEN));
    let third = Process::new(other.path(), vec![token("planted-new-token")]);
    let said = third
        .run("context.import", json!({"Path": file, "Scope": "Process"}))
        .await;
    assert_eq!(said.messages("error"), [""; 0]);
    assert_eq!(third.names(), ["app"]);
    let said = third.run("token.get", json!({})).await;
    assert_eq!(said.messages("error"), [""; 0]);
    assert!(third.script.sent()[0].body.contains(SECRET));
}

#[tokio::test]
async fn a_file_is_replaced_after_a_question() {
    let directory = TempDir::new().unwrap();
    let process = signed_in_process(&directory).await;
    let file = path(&directory);
    fs::write(&file, "mine").unwrap();
    let request = json!({"operation": "context.save", "profile": process.directory,
        "arguments": {"Path": file}});
    let said = crate::support::run_request(&process.library, &request, &[], &[true, false]).await;
    assert_eq!(said.questions().len(), 2);
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    let request = json!({"operation": "context.save", "profile": process.directory,
        "arguments": {"Path": file, "Profile": {"Context": {"Name": "app"}}}});
    crate::support::run_request(&process.library, &request, &[], &[true, true]).await;
    let saved: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    assert_eq!(saved["current"], "app");
}

#[tokio::test]
async fn a_file_of_az_is_read_for_its_contexts_only() {
    let directory = TempDir::new().unwrap();
    let file = path(&directory);
    let of = |id: &str, kind: &str| {
        json!({"Account": {"Id": id, "Type": kind}, "Tenant": {"Id": TENANT},
            "Subscription": {"Id": "33333333-3333-4333-8333-333333333333", "Name": "One"},
            "Environment": {"Name": "AzureCloud"}, "TokenCache": {"CacheData": "planted-cache"}})
    };
    let write = |contexts: Value| {
        let whole =
            json!({"DefaultContextKey": "theirs", "EnvironmentTable": {}, "Contexts": contexts});
        fs::write(&file, whole.to_string()).unwrap();
    };
    write(json!({"theirs": of("somebody@contoso.com", "User")}));
    let process = signed_in_process(&directory).await;
    let said = process.run("context.import", json!({"Path": file})).await;
    let error = said.error();
    assert!(
        error.contains("Az.Accounts wrote the file, and its tokens and secrets are not used here"),
        "{error}"
    );
    assert!(error.contains("'theirs'"), "{error}");
    assert!(!said.everything().contains("planted-cache"));

    write(json!({"theirs": of("app", "ServicePrincipal"), "other": of("x@contoso.com", "User")}));
    let said = process.run("context.import", json!({"Path": file})).await;
    assert_eq!(said.messages("error"), [""; 0]);
    assert!(said.messages("warning")[0].contains("Context 'other' was not imported"));
    assert_eq!(process.names(), ["app", "theirs"]);
}

#[tokio::test]
async fn what_is_no_such_file_is_refused() {
    let directory = TempDir::new().unwrap();
    let file = path(&directory);
    let library = signed_in(&Script::default());
    let said = run(&library, "context.import", json!({"Path": file})).await;
    assert!(said.error().starts_with("No contexts were imported from"));
    for (text, words) in [
        ("{", "the file is not JSON"),
        ("{}", "neither one that Save-AzContext"),
        (
            r#"{"kind": "AzIntegrationRuntime contexts", "version": 9}"#,
            "a newer version of AzIntegrationRuntime wrote it (format 9)",
        ),
        (
            r#"{"kind": "AzIntegrationRuntime contexts", "version": 1}"#,
            "has no contexts",
        ),
    ] {
        fs::write(&file, text).unwrap();
        let said = run(&library, "context.import", json!({"Path": file})).await;
        assert!(said.error().contains(words), "{}", said.error());
    }
}

#[tokio::test]
async fn a_profile_brings_its_context_into_use() {
    let library = signed_in(&Script::default());
    let said = run(
        &library,
        "context.import",
        json!({"AzureContext": {"Context": {"Name": "test"}}}),
    )
    .await;
    assert!(said.objects[0].contains("PSAzureProfile"));
    let said = run(
        &library,
        "context.import",
        json!({"AzureContext": {"Context": {"Name": "gone"}}}),
    )
    .await;
    assert!(said.error().contains("There is no context 'gone'"));
}
