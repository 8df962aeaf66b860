//! Contexts that last: what is kept, what is not, and what happens to a file that is damaged, new, or written by many.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod support;

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

use azir_core::{
    accounts::vault::{Sealed, Vault},
    error::{Error, ErrorKind, Result},
    session::{Library, Outside},
};
use serde_json::{Value, json};
use support::{
    Answer, SUBSCRIPTION, Said, Script, TENANT, fails, ok, run_request, runtime, self_hosted,
};
use tempfile::TempDir;
use zeroize::Zeroizing;

const SECRET: &str = "planted-client-secret";
const TOKEN: &str = "planted-kept-token";

/// Stands in for a system's protection: turns bits around, and refuses on wish.
#[derive(Debug, Default)]
struct TestVault {
    closed: AtomicBool,
    notice: bool,
}

impl TestVault {
    fn check(&self) -> Result<()> {
        if self.closed.load(Ordering::Relaxed) {
            return Err(Error::new(ErrorKind::Credential, "the keyring is locked"));
        }
        Ok(())
    }
}

fn turned(purpose: &str, bytes: &[u8]) -> Vec<u8> {
    let key = purpose.bytes().fold(0x5Au8, u8::wrapping_add) | 0x80;
    bytes.iter().map(|byte| byte ^ key).collect()
}

impl Vault for TestVault {
    fn protect(&self, _: &Path, purpose: &str, plain: &[u8]) -> Result<Sealed> {
        self.check()?;
        Ok(Sealed {
            protection: "test".into(),
            bytes: turned(purpose, plain),
            notice: self.notice.then(|| "Only a file protects them.".into()),
        })
    }

    fn unprotect(
        &self,
        _: &Path,
        purpose: &str,
        protection: &str,
        bytes: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>> {
        self.check()?;
        assert_eq!(protection, "test");
        Ok(Zeroizing::new(turned(purpose, bytes)))
    }
}

/// One process: a library with its own script, on a directory that it may share.
struct Process {
    library: Arc<Library>,
    script: Script,
    vault: Arc<TestVault>,
    directory: String,
}

impl Process {
    fn new(directory: &Path, answers: Vec<Answer>) -> Self {
        Self::with(directory, answers, TestVault::default())
    }

    fn with(directory: &Path, answers: Vec<Answer>, vault: TestVault) -> Self {
        let script = Script::new(answers);
        let vault = Arc::new(vault);
        let own: Arc<dyn Vault> = Arc::clone(&vault) as _;
        let library =
            Library::new(Arc::new(script.clone()), Box::new(script.clone())).with(Outside {
                vault: Some(own),
                ..Outside::default()
            });
        Self {
            library: Arc::new(library),
            script,
            vault,
            directory: directory.to_str().unwrap().to_owned(),
        }
    }

    async fn run(&self, operation: &str, arguments: Value) -> Said {
        let request =
            json!({"operation": operation, "profile": self.directory, "arguments": arguments});
        run_request(&self.library, &request, SECRET.as_bytes(), &[]).await
    }

    /// Signs in as the application `id`; the script has a token and the list of subscriptions.
    async fn sign_in(&self, id: &str, more: Value) -> Said {
        let mut arguments = json!({"ServicePrincipal": true, "Tenant": TENANT, "ContextName": id,
            "SkipContextPopulation": true, "Credential": {"userName": id, "password":
                {"secret": {"offset": 0, "length": SECRET.len(), "encoding": "utf8"}}}});
        for (name, value) in more.as_object().unwrap() {
            arguments[name] = value.clone();
        }
        self.run("account.connect", arguments).await
    }

    fn names(&self) -> Vec<String> {
        let state = self.library.state();
        let mut names: Vec<String> = state
            .contexts
            .all()
            .iter()
            .map(|own| own.name.clone())
            .collect();
        names.sort();
        names
    }
}

fn token(text: &str) -> Answer {
    ok(json!({"token_type": "Bearer", "expires_in": 3600, "access_token": text}))
}

fn subscriptions() -> Answer {
    ok(json!({"value": [
        {"subscriptionId": SUBSCRIPTION, "displayName": "One", "state": "Enabled", "tenantId": TENANT}]}))
}

fn file(directory: &Path) -> Value {
    serde_json::from_slice(&fs::read(directory.join("contexts.json")).unwrap()).unwrap()
}

fn kept_names(directory: &Path) -> Vec<String> {
    let file = file(directory);
    let mut names: Vec<String> = file["contexts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| own["name"].as_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

fn user() -> Value {
    json!({"Scope": "CurrentUser"})
}

/// A directory in which the application `app` has signed in to stay.
async fn kept() -> TempDir {
    let directory = TempDir::new().unwrap();
    let first = Process::new(directory.path(), vec![token(TOKEN), subscriptions()]);
    let said = first.sign_in("app", user()).await;
    assert_eq!(said.messages("warning"), [""; 0]);
    directory
}

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
    let context = second.library.state().contexts.current().unwrap();
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
            // On Windows a file that somebody reads all the time cannot be replaced; there the library reads under its lock.
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
                    "processes_and_threads_that_write_at_once_lose_nothing",
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
