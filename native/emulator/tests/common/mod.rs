//! Starts an emulator for a test and talks to it over HTTPS, trusting its authority alone.

#![allow(dead_code, reason = "each test file uses its own part of this")]
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it stands, its helpers too"
)]

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use reqwest::blocking::{Client, Response};
use reqwest::header::HeaderMap;
use reqwest::{Certificate, Method};
use serde_json::{Value, json};

pub const HOME_TENANT: &str = "11111111-1111-4111-8111-111111111111";
pub const OTHER_TENANT: &str = "22222222-2222-4222-8222-222222222222";
pub const SUBSCRIPTION: &str = "/subscriptions/33333333-3333-4333-8333-333333333333";
pub const OTHER_SUBSCRIPTION: &str = "/subscriptions/55555555-5555-4555-8555-555555555555";
pub const OWNER: (&str, &str) = (
    "66666666-6666-4666-8666-666666666666",
    "azir-emulator-owner-secret",
);
pub const READER: (&str, &str) = (
    "77777777-7777-4777-8777-777777777777",
    "azir-emulator-reader-secret",
);
pub const ARM: &str = "https://management.azure.com/.default";
pub const CONTRIBUTOR: &str = "b24988ac-6180-42a0-ab88-20f7382dd24c";

/// A running emulator; it ends with the test.
pub struct Emulator {
    /// Nothing for one that something else has started, and ends.
    child: Option<Child>,
    pub ready: Value,
    pub endpoint: String,
    pub client: Client,
    pub token: String,
}

/// The answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
    pub body: Value,
}

impl Answer {
    pub fn read(response: Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::Null);
        Self {
            status,
            headers,
            text,
            body,
        }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Asserts the status, and shows the answer otherwise.
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    /// Asserts status and error code.
    pub fn refused(self, status: u16, code: &str) -> Self {
        let answer = self.expect(status);
        assert_eq!(answer.body["error"]["code"], code, "{}", answer.text);
        answer
    }

    pub fn message(&self) -> &str {
        self.body["error"]["message"].as_str().unwrap()
    }
}

impl Emulator {
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    pub fn start_with(words: &[&str]) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut child = command()
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let ready: Value = serde_json::from_str(&line).unwrap();
        let endpoint = ready["endpoint"].as_str().unwrap().to_owned();
        let client = trusting(&ready).build().unwrap();
        Self::new(Some(child), ready, endpoint, client)
    }

    /// One that runs at this address already, with the authority in this file.
    pub fn attached(endpoint: &str, authority: &Path) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let ready = json!({ "caPath": authority });
        let client = trusting(&ready).build().unwrap();
        Self::new(None, ready, endpoint.to_owned(), client)
    }

    fn new(child: Option<Child>, ready: Value, endpoint: String, client: Client) -> Self {
        let mut emulator = Self {
            child,
            ready,
            endpoint,
            client,
            token: String::new(),
        };
        emulator.token = emulator.token_of(HOME_TENANT, OWNER);
        emulator
    }

    /// Posts a form to an Entra address below `tenant`.
    pub fn form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        Answer::read(
            self.client
                .post(format!("{}{path}", self.endpoint))
                .form(fields)
                .send()
                .unwrap(),
        )
    }

    pub fn sign_in(&self, tenant: &str, (id, secret): (&str, &str), scope: &str) -> Answer {
        let fields = [
            ("grant_type", "client_credentials"),
            ("client_id", id),
            ("client_secret", secret),
            ("scope", scope),
        ];
        self.form(&format!("/{tenant}/oauth2/v2.0/token"), &fields)
    }

    pub fn token_of(&self, tenant: &str, who: (&str, &str)) -> String {
        self.sign_in(tenant, who, ARM).expect(200).body["access_token"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// A request with these headers and no others, `body` null for none.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &Value) -> Answer {
        Answer::read(self.try_send(method, path, headers, body).unwrap())
    }

    pub fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> reqwest::Result<Response> {
        let url = if path.starts_with("https://") {
            path.to_owned()
        } else {
            format!("{}{path}", self.endpoint)
        };
        let mut request = self
            .client
            .request(Method::from_bytes(method.as_bytes()).unwrap(), url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !body.is_null() {
            request = request.json(body);
        }
        request.send()
    }

    /// A request to Resource Manager by the owner, with the api-version that `path` calls for.
    pub fn arm(&self, method: &str, path: &str, body: &Value) -> Answer {
        self.arm_as(&self.token, method, path, body)
    }

    pub fn arm_as(&self, token: &str, method: &str, path: &str, body: &Value) -> Answer {
        self.send(
            method,
            &versioned(path),
            &[("authorization", &format!("Bearer {token}"))],
            body,
        )
    }

    pub fn arm_with(&self, header: (&str, &str), method: &str, path: &str, body: &Value) -> Answer {
        let token = format!("Bearer {}", self.token);
        self.send(
            method,
            &versioned(path),
            &[("authorization", &token), header],
            body,
        )
    }

    pub fn get(&self, path: &str) -> Answer {
        self.arm("GET", path, &Value::Null)
    }

    pub fn post(&self, path: &str) -> Answer {
        self.arm("POST", path, &Value::Null)
    }

    pub fn delete(&self, path: &str) -> Answer {
        self.arm("DELETE", path, &Value::Null)
    }

    pub fn put(&self, path: &str, body: &Value) -> Answer {
        self.arm("PUT", path, body)
    }

    pub fn control(&self, method: &str, name: &str, body: &Value) -> Answer {
        self.send(method, &format!("/emulator/{name}"), &[], body)
    }

    pub fn set(&self, settings: &Value) {
        self.control("POST", "settings", settings).expect(200);
    }

    /// A group and a factory with an identity in it; tells the factory's id.
    pub fn factory(&self, group: &str, name: &str) -> String {
        let group = format!("{SUBSCRIPTION}/resourceGroups/{group}");
        self.put(&group, &json!({ "location": "westeurope" }));
        let id = format!("{group}/providers/Microsoft.DataFactory/factories/{name}");
        self.put(
            &id,
            &json!({ "location": "West Europe", "identity": { "type": "SystemAssigned" } }),
        )
        .expect(200);
        id
    }

    /// A self-hosted runtime; tells its id.
    pub fn runtime(&self, factory: &str, name: &str) -> String {
        let id = format!("{factory}/integrationRuntimes/{name}");
        self.put(&id, &json!({ "properties": { "type": "SelfHosted" } }))
            .expect(200);
        id
    }

    /// A group and a workspace in it; tells the workspace's id.
    pub fn workspace(&self, group: &str, name: &str) -> String {
        let group = format!("{SUBSCRIPTION}/resourceGroups/{group}");
        self.put(&group, &json!({ "location": "westeurope" }));
        let id = format!("{group}/providers/Microsoft.Synapse/workspaces/{name}");
        self.put(&id, &json!({ "location": "westeurope" }))
            .expect(201);
        id
    }

    /// Puts a runtime into a workspace and waits for it; tells its id.
    pub fn put_there(&self, workspace: &str, name: &str, document: &Value) -> String {
        let id = format!("{workspace}/integrationRuntimes/{name}");
        let begun = self.put(&id, document).expect(202);
        self.get(begun.header("location")).expect(200);
        id
    }

    /// Lets the identity of `factory` do what `role` allows at `scope`; tells the assignment's id.
    pub fn grant(&self, factory: &str, role: &str, scope: &str) -> String {
        let principal = self.get(factory).body["identity"]["principalId"].clone();
        let role =
            format!("{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/{role}");
        let id = format!(
            "{scope}/providers/Microsoft.Authorization/roleAssignments/{}",
            uuid::Uuid::new_v4()
        );
        self.put(
            &id,
            &json!({ "properties": { "roleDefinitionId": role, "principalId": principal } }),
        )
        .expect(201);
        id
    }

    /// An Azure-SSIS runtime; tells its id.
    pub fn packages(&self, factory: &str, name: &str) -> String {
        let id = format!("{factory}/integrationRuntimes/{name}");
        self.put(&id, &dedicated()).expect(200);
        id
    }

    /// Puts the emulator's clock forward.
    pub fn advance(&self, seconds: u64) {
        self.control("POST", "clock", &json!({ "advanceSeconds": seconds }))
            .expect(200);
    }

    /// What `getStatus` says of a runtime, below `properties`.
    pub fn status(&self, runtime: &str) -> Value {
        let mut body = self.post(&format!("{runtime}/getStatus")).expect(200).body;
        body["properties"].take()
    }

    /// Closes standard input and waits for the end.
    pub fn close(mut self) -> std::process::ExitStatus {
        let child = self.child.as_mut().unwrap();
        drop(child.stdin.take());
        child.wait().unwrap()
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// The program.
pub fn command() -> Command {
    Command::new(program())
}

/// The path of the program.
pub fn program() -> PathBuf {
    // A shell in front of the compiler, as in a cross build, drops a variable with a hyphen in its name.
    option_env!("CARGO_BIN_EXE_azir-emulator").map_or_else(beside_this_test, PathBuf::from)
}

/// Cargo puts the program one folder above its tests.
fn beside_this_test() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(Path::parent).unwrap();
    folder
        .join("azir-emulator")
        .with_extension(std::env::consts::EXE_EXTENSION)
}

/// A client that trusts the authority of the ready line.
pub fn trusting(ready: &Value) -> reqwest::blocking::ClientBuilder {
    let authority = std::fs::read(ready["caPath"].as_str().unwrap()).unwrap();
    Client::builder()
        .tls_certs_only([Certificate::from_pem(&authority).unwrap()])
        .no_proxy()
}

/// The names in a list.
pub fn names(listed: &Value) -> Vec<&str> {
    let value = listed["value"].as_array().unwrap();
    value
        .iter()
        .map(|each| each["name"].as_str().unwrap())
        .collect()
}

/// A document that links to `shared` by role.
pub fn linked_to(shared: &str) -> Value {
    json!({ "properties": { "type": "SelfHosted", "typeProperties": {
        "linkedInfo": { "authorizationType": "RBAC", "resourceId": shared } } } })
}

/// A document of an Azure-SSIS runtime with two machines and a catalog.
pub fn dedicated() -> Value {
    json!({ "properties": { "type": "Managed", "typeProperties": {
        "computeProperties": { "location": "West Europe", "nodeSize": "Standard_D8_v3", "numberOfNodes": 2 },
        "ssisProperties": { "edition": "Standard", "catalogInfo": {
            "catalogServerEndpoint": "sql.example", "catalogAdminUserName": "admin",
            "catalogAdminPassword": { "type": "SecureString", "value": "first" } } } } } })
}

/// A document of a runtime in the factory's managed virtual network.
pub fn in_network() -> Value {
    json!({ "properties": { "type": "Managed",
        "managedVirtualNetwork": { "type": "ManagedVirtualNetworkReference", "referenceName": "default" },
        "typeProperties": { "computeProperties": { "location": "AutoResolve" } } } })
}

/// Asserts that the token endpoint refused with this error and this AADSTS number.
pub fn refused(answer: &Answer, status: u16, error: &str, number: u64) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.body["error"], error, "{}", answer.text);
    assert_eq!(
        answer.body["error_codes"],
        json!([number]),
        "{}",
        answer.text
    );
    let description = answer.body["error_description"].as_str().unwrap();
    assert!(
        description.starts_with(&format!("AADSTS{number}: ")),
        "{description}"
    );
}

fn versioned(path: &str) -> String {
    if path.contains("api-version=") {
        return path.to_owned();
    }
    let lower = path.to_ascii_lowercase();
    let version = if lower.contains("/microsoft.authorization/") {
        "2022-04-01"
    } else if lower.contains("/providers/microsoft.datafactory/") && !lower.ends_with("/register") {
        "2018-06-01"
    } else if lower.contains("/providers/microsoft.synapse/") && !lower.ends_with("/register") {
        "2021-06-01"
    } else if lower.contains("/providers/microsoft.purview/") && !lower.ends_with("/register") {
        "2021-12-01"
    } else if lower.contains("/resourcegroups") || lower.contains("/providers/") {
        "2024-03-01"
    } else {
        "2022-12-01"
    };
    let joint = if path.contains('?') { '&' } else { '?' };
    format!("{path}{joint}api-version={version}")
}
