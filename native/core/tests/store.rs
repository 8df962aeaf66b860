//! Contexts that last: what is kept, what is not, and what happens to a file that is damaged, new, or written by many.

use std::{fs, path::Path, sync::atomic::Ordering};

use crate::support::{
    Answer, SUBSCRIPTION, TENANT, fails,
    kept::{Process, SECRET, TOKEN, TestVault, file, kept, kept_names, subscriptions, token, user},
    ok, run_request, runtime, self_hosted,
};
use serde_json::json;
use tempfile::TempDir;

#[tokio::test]
async fn a_second_process_needs_no_token_while_the_kept_one_is_valid() {
    let directory = kept().await;
    let second = Process::new(directory.path(), vec![ok(self_hosted("ir-a"))]);
    let said = second.run("runtime.get", runtime()).await;
    assert_eq!(said.objects.len(), 1);
    let sent = second.script.sent();
    assert_eq!(sent.len(), 1);
    assert_eq!(
        sent[0].header("authorization"),
        Some(format!("Bearer {TOKEN}").as_str())
    );
    assert!(
        sent[0]
            .path
            .starts_with(&format!("/subscriptions/{SUBSCRIPTION}/"))
    );
    assert!(!said.everything().contains(TOKEN));
    let context = second.library.state().contexts.current(None).unwrap();
    assert_eq!(
        (context.name.as_str(), context.tenant.as_str()),
        ("app", TENANT)
    );
    assert_eq!(context.account.kind, "ServicePrincipal");
}

#[tokio::test]
async fn a_token_that_has_ended_is_replaced_with_the_kept_secret_and_the_new_one_is_kept() {
    let directory = kept().await;
    let answers = || {
        vec![
            fails(401, "ExpiredAuthenticationToken", "Expired."),
            token("planted-second"),
            ok(self_hosted("ir-a")),
        ]
    };
    let second = Process::new(directory.path(), answers());
    second.run("runtime.get", runtime()).await;
    assert!(second.script.sent()[1].body.contains(SECRET));
    let third = Process::new(directory.path(), vec![ok(self_hosted("ir-a"))]);
    third.run("runtime.get", runtime()).await;
    assert_eq!(
        third.script.sent()[0].header("authorization"),
        Some("Bearer planted-second")
    );
}

#[tokio::test]
async fn a_refused_token_does_not_come_back_in_a_later_process() {
    let directory = kept().await;
    let second = Process::new(
        directory.path(),
        vec![
            fails(401, "ExpiredAuthenticationToken", "Revoked."),
            Answer::Reply(
                401,
                vec![],
                json!({"error": "invalid_client", "error_description": "AADSTS7000222: Expired."})
                    .to_string(),
            ),
        ],
    );
    let said = second.run("runtime.get", runtime()).await;
    assert!(said.error().contains("AADSTS7000222"), "{}", said.error());
    let third = Process::new(
        directory.path(),
        vec![token("planted-third"), ok(self_hosted("ir-a"))],
    );
    third.run("runtime.get", runtime()).await;
    assert_eq!(
        third.script.sent()[1].header("authorization"),
        Some("Bearer planted-third")
    );
}

#[tokio::test]
async fn nothing_is_kept_unless_it_is_asked_for() {
    let directory = TempDir::new().unwrap();
    for scope in [json!({}), json!({"Scope": "Process"})] {
        let process = Process::new(directory.path(), vec![token(TOKEN), subscriptions()]);
        process.sign_in("app", scope).await;
    }
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_change_for_the_process_leaves_the_kept_contexts_alone() {
    let directory = kept().await;
    let before = fs::read(directory.path().join("contexts.json")).unwrap();
    let second = Process::new(directory.path(), vec![token("t"), subscriptions()]);
    second.sign_in("app", json!({"Scope": "Process"})).await;
    second
        .run(
            "context.rename",
            json!({"SourceName": "app", "TargetName": "other", "Scope": "Process"}),
        )
        .await;
    assert_eq!(second.names(), ["other"]);
    assert_eq!(
        fs::read(directory.path().join("contexts.json")).unwrap(),
        before
    );
}

#[tokio::test]
async fn no_secret_lies_in_a_file_in_clear_and_only_the_owner_reads_them() {
    let above = TempDir::new().unwrap();
    let directory = above.path().join("new").join("place");
    let first = Process::new(&directory, vec![token(TOKEN), subscriptions()]);
    first.sign_in("app", user()).await;
    let mut seen = 0;
    for entry in fs::read_dir(&directory).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("planted"), "{}", path.display());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{}", path.display());
        }
        seen += 1;
    }
    assert_eq!(seen, 2, "the file and its lock");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&directory).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}

#[tokio::test]
async fn a_damaged_file_is_set_aside_and_said_so() {
    let whole = fs::read_to_string(kept().await.path().join("contexts.json")).unwrap();
    let cut = &whole[..whole.len() / 2];
    let without = whole.replace("\"tenant\"", "\"tennant\"");
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("contexts.json");
    for (number, (damaged, why)) in [
        ("", "it is not JSON"),
        (cut, "it is not JSON"),
        ("[]", "it has no version"),
        ("{\"version\": \"1\"}", "it has no version"),
        ("{\"version\": 1}", "parts of it are missing"),
        (without.as_str(), "parts of it are missing"),
    ]
    .into_iter()
    .enumerate()
    {
        fs::write(&path, damaged).unwrap();
        let process = Process::new(directory.path(), vec![]);
        let said = process.run("runtime.get", runtime()).await;
        let aside = format!("{}.damaged-{}", path.display(), number + 1);
        assert_eq!(
            said.messages("warning"),
            [format!(
                "The kept contexts in '{}' are damaged ({why}). The file is now '{aside}'; run Connect-AzAccount to \
                 sign in again.",
                path.display()
            )]
        );
        assert!(said.error().starts_with("Run Connect-AzAccount to login."));
        assert_eq!(fs::read_to_string(aside).unwrap(), damaged);
        assert!(!path.exists());
    }
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_left_alone() {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("contexts.json");
    fs::write(&path, "{\"version\": 2, \"something\": true}").unwrap();
    let process = Process::new(directory.path(), vec![token(TOKEN), subscriptions()]);
    let said = process.sign_in("app", user()).await;
    assert_eq!(said.objects.len(), 1);
    assert!(
        said.messages("warning")[0]
            .contains("by a newer version of AzIntegrationRuntime (format 2)")
    );
    assert_eq!(said.messages("warning").len(), 1);
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        "{\"version\": 2, \"something\": true}"
    );
}

#[tokio::test]
async fn what_a_file_has_beside_stays_in_it() {
    let directory = kept().await;
    let path = directory.path().join("contexts.json");
    let mut content = file(directory.path());
    content["note"] = json!("mine");
    content["contexts"][0]["colour"] = json!("blue");
    fs::write(&path, content.to_string()).unwrap();
    let second = Process::new(directory.path(), vec![token("t"), subscriptions()]);
    second.sign_in("other", user()).await;
    let content = file(directory.path());
    assert_eq!(content["note"], "mine");
    assert_eq!(content["contexts"][0]["colour"], "blue");
    assert_eq!(kept_names(directory.path()), ["app", "other"]);
    assert_eq!(content["current"], "other");
}

#[tokio::test]
async fn secrets_that_cannot_be_opened_are_told_and_stay() {
    let directory = kept().await;
    let before = file(directory.path());
    let second = Process::new(directory.path(), vec![token("t"), subscriptions()]);
    second.vault.closed.store(true, Ordering::Relaxed);
    let said = second.run("runtime.get", runtime()).await;
    assert_eq!(
        said.messages("warning"),
        [
            "The kept sign-in of 'app' cannot be used, for its secrets cannot be opened: the keyring is locked. Run \
          Connect-AzAccount to sign in again."
        ]
    );
    assert!(said.error().starts_with("Run Connect-AzAccount to login."));
    assert_eq!(file(directory.path()), before);
    // A new sign-in that cannot be protected lasts for the process.
    let said = second.sign_in("other", user()).await;
    assert_eq!(said.objects.len(), 1);
    assert_eq!(
        said.messages("warning"),
        [format!(
            "Contexts cannot be kept in '{}': the keyring is locked. What changed lasts for this process only.",
            directory.path().display()
        )]
    );
    assert_eq!(file(directory.path()), before);
    assert_eq!(second.names(), ["other"]);
}

#[tokio::test]
async fn what_the_vault_has_to_say_is_said() {
    let directory = TempDir::new().unwrap();
    let vault = TestVault {
        notice: true,
        ..TestVault::default()
    };
    let process = Process::with(directory.path(), vec![token(TOKEN), subscriptions()], vault);
    let said = process.sign_in("app", user()).await;
    assert_eq!(said.messages("warning"), ["Only a file protects them."]);
}

#[tokio::test]
async fn autosave_keeps_what_is_there_and_what_comes_until_it_is_off() {
    let directory = TempDir::new().unwrap();
    let answers = || vec![token(TOKEN), subscriptions(), token(TOKEN), subscriptions()];
    let first = Process::new(directory.path(), answers());
    first.sign_in("early", json!({})).await;
    first.run("autosave.enable", json!({})).await;
    assert_eq!(kept_names(directory.path()), ["early"]);
    let second = Process::new(directory.path(), answers());
    second.sign_in("late", json!({})).await;
    assert_eq!(kept_names(directory.path()), ["early", "late"]);
    second.sign_in("private", json!({"Scope": "Process"})).await;
    assert_eq!(kept_names(directory.path()), ["early", "late"]);
    second.run("autosave.disable", json!({})).await;
    assert_eq!(kept_names(directory.path()), [""; 0]);
    assert_eq!(file(directory.path())["accounts"], json!({}));
    assert_eq!(second.names(), ["early", "late", "private"]);
    let third = Process::new(directory.path(), answers());
    third.sign_in("third", json!({})).await;
    assert_eq!(third.names(), ["third"]);
    assert_eq!(kept_names(directory.path()), [""; 0]);
}

#[tokio::test]
async fn signing_out_forgets_the_kept_account() {
    let directory = kept().await;
    let second = Process::new(directory.path(), vec![]);
    second
        .run("account.disconnect", json!({"Scope": "CurrentUser"}))
        .await;
    assert_eq!(kept_names(directory.path()), [""; 0]);
    assert_eq!(file(directory.path())["accounts"], json!({}));
}

#[tokio::test]
async fn the_directory_can_be_named_by_a_variable() {
    let directory = kept().await;
    let process = Process::new(Path::new(""), vec![]);
    let request = json!({"operation": "context.get", "profile": "", "arguments": {},
        "environment": {"AZIR_PROFILE": directory.path()}});
    let said = run_request(&process.library, &request, &[], &[]).await;
    assert_eq!(said.objects.len(), 1);
    assert_eq!(process.names(), ["app"]);
}

#[tokio::test]
async fn added_environments_are_kept_with_the_contexts() {
    let directory = TempDir::new().unwrap();
    let first = Process::new(directory.path(), vec![]);
    first
        .run(
            "environment.add",
            json!({"Name": "Stack", "ResourceManagerEndpoint": "https://management.local.azurestack.external",
                "ActiveDirectoryEndpoint": "https://login.local.azurestack.external", "Scope": "CurrentUser"}),
        )
        .await;
    let second = Process::new(directory.path(), vec![]);
    second.run("environment.get", json!({})).await;
    let find = |process: &Process| process.library.state().environments.find("stack");
    assert_eq!(
        find(&second).unwrap().endpoints,
        find(&first).unwrap().endpoints
    );
    second
        .run(
            "environment.remove",
            json!({"Name": "Stack", "Scope": "CurrentUser"}),
        )
        .await;
    assert_eq!(file(directory.path())["environments"], json!([]));
}
