//! Several processes that keep contexts in one place: nothing of each other's is lost.
#![allow(clippy::disallowed_methods, reason = "a test asks its own process")]

use std::{
    env, fs,
    path::Path,
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use crate::support::kept::{Process, TOKEN, file, kept, kept_names, subscriptions, token, user};
use crate::support::run_request;
use serde_json::{Value, json};
use tempfile::TempDir;

#[tokio::test]
async fn two_processes_keep_what_the_other_one_wrote() {
    let directory = kept().await;
    let answers = || vec![token("t"), subscriptions()];
    let one = Process::new(directory.path(), answers());
    let two = Process::new(directory.path(), answers());
    // Both have read the file before either writes.
    one.run("context.get", json!({})).await;
    two.run("context.get", json!({})).await;
    one.sign_in("one", user()).await;
    two.sign_in("two", user()).await;
    assert_eq!(kept_names(directory.path()), ["app", "one", "two"]);
    one.run(
        "context.remove",
        json!({"Name": "app", "Force": true, "Scope": "CurrentUser"}),
    )
    .await;
    assert_eq!(kept_names(directory.path()), ["one", "two"]);
    assert_eq!(
        file(directory.path())["accounts"]
            .as_object()
            .unwrap()
            .len(),
        2
    );
    let three = Process::new(directory.path(), vec![]);
    three.run("context.get", json!({})).await;
    assert_eq!(three.names(), ["one", "two"]);
}

#[tokio::test]
async fn two_processes_that_get_tokens_of_one_account_keep_both() {
    let directory = kept().await;
    let one = Process::new(directory.path(), vec![token("planted-vault")]);
    let two = Process::new(directory.path(), vec![token("planted-graph")]);
    for (process, resource) in [
        (&one, "https://vault.azure.net"),
        (&two, "https://graph.microsoft.com"),
    ] {
        process.run("context.get", json!({})).await;
        assert_eq!(process.names(), ["app"]);
        let _ = resource;
    }
    one.run(
        "token.get",
        json!({"ResourceUrl": "https://vault.azure.net"}),
    )
    .await;
    two.run(
        "token.get",
        json!({"ResourceUrl": "https://graph.microsoft.com"}),
    )
    .await;
    assert_eq!((one.script.sent().len(), two.script.sent().len()), (1, 1));
    let three = Process::new(directory.path(), vec![]);
    for (resource, expected) in [
        ("https://vault.azure.net", "planted-vault"),
        ("https://graph.microsoft.com", "planted-graph"),
        ("https://management.azure.com", TOKEN),
    ] {
        let said = three
            .run("token.get", json!({"ResourceUrl": resource}))
            .await;
        assert_eq!(said.secrets[0].1, expected);
    }
    assert_eq!(three.script.sent().len(), 0);
}

/// Signs in and out under names of its own, again and again, beside others that do the same.
fn write_much(directory: &Path, name: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let answers = (0..8).flat_map(|_| [token("t"), subscriptions()]).collect();
        let process = Process::new(directory, answers);
        for number in 0..8 {
            let said = process.sign_in(&format!("{name}-{number}"), user()).await;
            assert_eq!(said.messages("warning"), [""; 0]);
            if number % 2 == 1 {
                let gone = format!("{name}-{}", number - 1);
                process
                    .run(
                        "context.remove",
                        json!({"Name": gone, "Force": true, "Scope": "CurrentUser"}),
                    )
                    .await;
            }
        }
    });
}

const ROLE: &str = "AZIR_TEST_WRITER";

#[test]
fn processes_and_threads_that_write_at_once_lose_nothing() {
    if let Ok(role) = env::var(ROLE) {
        // This is one of the processes that the test below started.
        let (name, directory) = role.split_once('|').unwrap();
        write_much(Path::new(directory), name);
        return;
    }
    let directory = TempDir::new().unwrap();
    let done = Arc::new(AtomicBool::new(false));
    let reader = thread::spawn({
        let (done, path) = (Arc::clone(&done), directory.path().join("contexts.json"));
        move || {
            let mut seen = 0;
            // On Windows a file that somebody reads all the time cannot be replaced; there the library reads under its
            // lock.
            while cfg!(unix) && !done.load(Ordering::Relaxed) {
                if let Ok(bytes) = fs::read(&path) {
                    // Never half a file.
                    serde_json::from_slice::<Value>(&bytes).unwrap();
                    seen += 1;
                }
            }
            seen
        }
    });
    let mut processes: Vec<_> = ["p", "q"]
        .iter()
        .map(|name| {
            Command::new(env::current_exe().unwrap())
                .args([
                    "--exact",
                    "store_processes::processes_and_threads_that_write_at_once_lose_nothing",
                ])
                .stdout(std::process::Stdio::null())
                .env(ROLE, format!("{name}|{}", directory.path().display()))
                .spawn()
                .unwrap()
        })
        .collect();
    let threads: Vec<_> = ["s", "t"]
        .into_iter()
        .map(|name| {
            let directory = directory.path().to_owned();
            thread::spawn(move || write_much(&directory, name))
        })
        .collect();
    for own in threads {
        own.join().unwrap();
    }
    for process in &mut processes {
        assert!(process.wait().unwrap().success());
    }
    done.store(true, Ordering::Relaxed);
    let seen = reader.join().unwrap();
    assert_eq!(seen > 0, cfg!(unix));
    let expected: Vec<String> = ["p", "q", "s", "t"]
        .iter()
        .flat_map(|name| [1, 3, 5, 7].map(|number| format!("{name}-{number}")))
        .collect();
    assert_eq!(kept_names(directory.path()), expected);
    assert_eq!(
        file(directory.path())["accounts"]
            .as_object()
            .unwrap()
            .len(),
        expected.len()
    );
}

#[tokio::test]
async fn a_left_over_of_a_process_that_was_ended_is_no_obstacle() {
    let directory = kept().await;
    fs::write(directory.path().join("contexts.json.new"), "half a fi").unwrap();
    let second = Process::new(directory.path(), vec![token("t"), subscriptions()]);
    second.sign_in("other", user()).await;
    assert_eq!(kept_names(directory.path()), ["app", "other"]);
    assert!(!directory.path().join("contexts.json.new").exists());
}

#[tokio::test]
async fn clearing_takes_what_other_processes_kept_too_but_only_when_it_is_agreed_to() {
    let directory = kept().await;
    let one = Process::new(directory.path(), vec![]);
    one.run("context.get", json!({})).await;
    let two = Process::new(directory.path(), vec![token("t"), subscriptions()]);
    two.sign_in("two", user()).await;
    let request =
        json!({"operation": "context.clear", "profile": one.directory, "arguments": user()});
    let said = run_request(&one.library, &request, &[], &[true, false]).await;
    assert_eq!(
        said.questions(),
        [
            "Remove all accounts and subscriptions for all sessions started by the current user",
            "Remove all accounts and subscriptions in all sessions for the current user?"
        ]
    );
    assert_eq!(kept_names(directory.path()), ["app", "two"]);
    one.run(
        "context.clear",
        json!({"Scope": "CurrentUser", "Force": true}),
    )
    .await;
    assert_eq!(kept_names(directory.path()), [""; 0]);
    assert_eq!(file(directory.path())["current"], Value::Null);
}

#[tokio::test]
async fn a_process_in_which_nobody_is_signed_in_sees_what_others_keep_meanwhile() {
    let directory = TempDir::new().unwrap();
    let one = Process::new(directory.path(), vec![]);
    one.run("context.get", json!({})).await;
    assert_eq!(one.names(), [""; 0]);
    let two = Process::new(directory.path(), vec![token("t"), subscriptions()]);
    two.sign_in("two", user()).await;
    one.run("context.get", json!({})).await;
    assert_eq!(one.names(), ["two"]);
    // Whoever has contexts keeps to them.
    let three = Process::new(directory.path(), vec![token("t"), subscriptions()]);
    three.sign_in("three", user()).await;
    one.run("context.get", json!({})).await;
    assert_eq!(one.names(), ["two"]);
    // So does whoever left on purpose.
    one.run("context.clear", json!({"Scope": "Process"})).await;
    let four = Process::new(directory.path(), vec![token("t"), subscriptions()]);
    four.sign_in("four", user()).await;
    one.run("context.get", json!({})).await;
    assert_eq!(one.names(), [""; 0]);
}
