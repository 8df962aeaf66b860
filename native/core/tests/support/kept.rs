//! Processes that keep contexts in a directory, each a library of its own, and a vault that turns bytes around.

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use azir_azure::{
    error::{Error, ErrorKind, Result},
    vault::{Sealed, Vault},
};
use azir_core::state::{Library, System};
use serde_json::{Value, json};
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::{Answer, SUBSCRIPTION, Said, Script, TENANT, ok, run_request};

pub const SECRET: &str = "planted-client-secret";

pub const TOKEN: &str = "planted-kept-token";

/// Stands in for a system's protection: turns bits around, and refuses on wish.
#[derive(Debug, Default)]
pub struct TestVault {
    pub closed: AtomicBool,
    pub notice: bool,
}

impl TestVault {
    pub fn check(&self) -> Result<()> {
        if self.closed.load(Ordering::Relaxed) {
            return Err(Error::reason(
                ErrorKind::Credential,
                "the keyring is locked",
            ));
        }
        Ok(())
    }
}

pub fn turned(purpose: &str, bytes: &[u8]) -> Vec<u8> {
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
pub struct Process {
    pub library: Arc<Library>,
    pub script: Script,
    pub vault: Arc<TestVault>,
    pub directory: String,
}

impl Process {
    pub fn new(directory: &Path, answers: Vec<Answer>) -> Self {
        Self::with(directory, answers, TestVault::default())
    }

    pub fn with(directory: &Path, answers: Vec<Answer>, vault: TestVault) -> Self {
        let script = Script::new(answers);
        let vault = Arc::new(vault);
        let own: Arc<dyn Vault> = Arc::clone(&vault) as _;
        let library =
            Library::new(Arc::new(script.clone()), Box::new(script.clone())).with(System {
                vault: Some(own),
                ..System::default()
            });
        Self {
            library: Arc::new(library),
            script,
            vault,
            directory: directory.to_str().unwrap().to_owned(),
        }
    }

    pub async fn run(&self, operation: &str, arguments: Value) -> Said {
        let request =
            json!({"operation": operation, "profile": self.directory, "arguments": arguments});
        run_request(&self.library, &request, SECRET.as_bytes(), &[]).await
    }

    /// Signs in as the application `id`; the script has a token and the list of subscriptions.
    pub async fn sign_in(&self, id: &str, more: Value) -> Said {
        let mut arguments = json!({"ServicePrincipal": true, "Tenant": TENANT, "ContextName": id,
            "SkipContextPopulation": true, "Credential": {"userName": id, "password":
                {"secret": {"offset": 0, "length": SECRET.len(), "encoding": "utf8"}}}});
        for (name, value) in more.as_object().unwrap() {
            arguments[name] = value.clone();
        }
        self.run("account.connect", arguments).await
    }

    pub fn names(&self) -> Vec<String> {
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

pub fn token(text: &str) -> Answer {
    ok(json!({"token_type": "Bearer", "expires_in": 3600, "access_token": text}))
}

pub fn subscriptions() -> Answer {
    ok(json!({"value": [
        {"subscriptionId": SUBSCRIPTION, "displayName": "One", "state": "Enabled", "tenantId": TENANT}]}))
}

pub fn file(directory: &Path) -> Value {
    serde_json::from_slice(&fs::read(directory.join("contexts.json")).unwrap()).unwrap()
}

pub fn kept_names(directory: &Path) -> Vec<String> {
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

pub fn user() -> Value {
    json!({"Scope": "CurrentUser"})
}

/// A directory in which the application `app` has signed in to stay.
pub async fn kept() -> TempDir {
    let directory = TempDir::new().unwrap();
    let first = Process::new(directory.path(), vec![token(TOKEN), subscriptions()]);
    let said = first.sign_in("app", user()).await;
    assert_eq!(said.messages("warning"), [""; 0]);
    directory
}
