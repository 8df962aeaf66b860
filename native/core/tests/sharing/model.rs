//! A small Azure that keeps data factories, runtimes, links and role assignments. Answers take a while, grants spread,
//! and both pass on the clock of the test runtime, which jumps to the next event.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use async_trait::async_trait;
use azir_azure::{
    auth::{Credential, access_token::AccessToken},
    clock::Clock,
    error::Result,
    http::transport::{Clients, Route},
    secret::Secret,
};
use azir_core::state::Library;
use azure_core::http::{AsyncRawResponse, Body, HttpClient, Request, headers::Headers};
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::support::{SUBSCRIPTION, TENANT, TOKEN, sign_in};

/// The role that Microsoft documents.
pub const CONTRIBUTOR: &str = "b24988ac-6180-42a0-ab88-20f7382dd24c";
/// The id of the shared runtime of every scene.
pub const SHARED: &str = "/subscriptions/33333333-3333-4333-8333-333333333333/resourceGroups/rg/providers/\
                          Microsoft.DataFactory/factories/hub/integrationruntimes/ir-shared";

/// The id of a data factory.
pub fn factory_id(name: &str) -> String {
    format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/{name}"
    )
}

/// The object id of a data factory's identity.
pub fn principal(name: &str) -> String {
    format!("principal-of-{name}")
}

#[derive(Clone)]
pub struct Azure(Arc<Mutex<State>>);

pub struct State {
    started: Instant,
    pub latency: Duration,
    /// How long a grant is without effect.
    pub spreading: Duration,
    pub factories: BTreeMap<String, Value>,
    pub runtimes: BTreeMap<String, Value>,
    /// The nodes of the shared runtime.
    pub nodes: Vec<Value>,
    pub links: Vec<Value>,
    pub assignments: BTreeMap<String, (Value, Instant)>,
    pub services: BTreeMap<String, Vec<Value>>,
    /// Requests that fail: their beginning, status and code.
    pub faults: Vec<(String, u16, &'static str)>,
    pub sent: Vec<String>,
    /// How many requests are under way, and the most that were.
    under_way: usize,
    pub most_under_way: usize,
}

impl std::fmt::Debug for Azure {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Azure")
    }
}

impl Azure {
    /// A hub with the shared runtime and an online node, and data factories of these names.
    pub fn with(factories: &[&str]) -> Self {
        let mut state = State {
            started: Instant::now(),
            latency: Duration::from_millis(50),
            spreading: Duration::ZERO,
            factories: BTreeMap::new(),
            runtimes: BTreeMap::new(),
            nodes: vec![json!({"nodeName": "n1", "status": "Online", "version": "5.46.9029.1"})],
            links: Vec::new(),
            assignments: BTreeMap::new(),
            services: BTreeMap::new(),
            faults: Vec::new(),
            sent: Vec::new(),
            under_way: 0,
            most_under_way: 0,
        };
        for name in factories.iter().chain([&"hub"]) {
            state.factories.insert(
                (*name).to_owned(),
                json!({"id": factory_id(name), "name": name, "location": "westeurope", "properties": {},
                    "identity": {"principalId": principal(name), "tenantId": TENANT}}),
            );
        }
        state
            .runtimes
            .insert("hub/ir-shared".into(), json!({"type": "SelfHosted"}));
        Self(Arc::new(Mutex::new(state)))
    }

    pub fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.0.lock().unwrap())
    }

    /// What was sent since the last call, without reads.
    pub fn written(&self) -> Vec<String> {
        self.change(|state| {
            state
                .sent
                .drain(..)
                .filter(|sent| !sent.starts_with("GET") && !sent.ends_with("getStatus"))
                .collect()
        })
    }

    /// How long it took since the scene was made.
    pub fn passed(&self) -> Duration {
        self.change(|state| state.started.elapsed())
    }

    /// A library that reaches this Azure, signed in.
    pub fn library(&self) -> Arc<Library> {
        let library = Arc::new(Library::new(Arc::new(self.clone()), Box::new(self.clone())));
        let token = AccessToken::new(Secret::new(TOKEN.into()));
        sign_in(&library, Credential::AccessToken(token));
        library
    }

    /// A share that is whole.
    pub fn share(&self, name: &str) {
        self.change(|state| {
            let id =
                format!("{SHARED}/providers/Microsoft.Authorization/roleAssignments/of-{name}");
            state.assign(&id, &principal(name), CONTRIBUTOR, Instant::now());
            state.runtimes.insert(format!("{name}/ir-shared"), linked());
            state.link("ir-shared", name);
        });
    }
}

/// The properties of a runtime that is linked to the shared one.
pub fn linked() -> Value {
    json!({"type": "SelfHosted", "typeProperties": {"linkedInfo":
        {"authorizationType": "RBAC", "resourceId": SHARED}}})
}

impl State {
    pub fn assign(&mut self, id: &str, principal: &str, role: &str, from: Instant) {
        let scope = id
            .split("/providers/Microsoft.Authorization")
            .next()
            .unwrap();
        let body = json!({"id": id, "name": id.rsplit('/').next(), "properties": {
            "scope": scope, "principalId": principal, "roleDefinitionId": format!("/x/{role}"),
            "createdOn": "2001-09-09T00:00:00Z"}});
        self.assignments.insert(id.to_owned(), (body, from));
    }

    pub fn link(&mut self, name: &str, factory: &str) {
        let is_it = |own: &Value| own["name"] == name && own["dataFactoryName"] == factory;
        if !self.links.iter().any(is_it) {
            self.links.push(
                json!({"name": name, "dataFactoryName": factory, "subscriptionId": SUBSCRIPTION}),
            );
        }
    }

    fn has_access(&self, factory: &str) -> bool {
        let principals: Vec<String> = [principal(factory), format!("user-of-{factory}")].into();
        self.assignments.values().any(|(body, from)| {
            *from <= Instant::now()
                && principals
                    .iter()
                    .any(|own| body["properties"]["principalId"] == own.as_str())
                && SHARED.starts_with(body["properties"]["scope"].as_str().unwrap())
        })
    }

    fn resource(&self, factory: &str, name: &str) -> Option<Value> {
        let properties = self.runtimes.get(&format!("{factory}/{name}"))?;
        Some(
            json!({"id": format!("{}/integrationruntimes/{name}", factory_id(factory)), "name": name,
            "etag": "etag-1", "properties": properties}),
        )
    }

    fn answer(&mut self, method: &str, path: &str, query: &str, body: &Value) -> (u16, Value) {
        let short = short(path);
        self.sent.push(format!("{method} {short}"));
        let request = format!("{method} {short}");
        if let Some((_, status, code)) = self.faults.iter().find(|own| request.starts_with(&own.0))
        {
            return fails(*status, code);
        }
        if path.contains("Microsoft.Authorization") {
            return self.authorization(method, path, query, body);
        }
        let parts: Vec<&str> = short.split('/').collect();
        match (method, parts.as_slice()) {
            ("GET", ["factories"]) => (
                200,
                json!({"value": self.factories.values().collect::<Vec<_>>()}),
            ),
            ("GET", [factory]) => match self.factories.get(*factory) {
                Some(found) => (200, found.clone()),
                None => fails(404, "ResourceNotFound"),
            },
            ("GET", [factory, "linkedservices"]) => (
                200,
                json!({"value": self.services.get(*factory).cloned().unwrap_or_default()}),
            ),
            ("GET", [_, "credentials", name]) => (
                200,
                json!({"id": "/c", "name": name, "properties":
                {"typeProperties": {"resourceId": "/identities/one"}}}),
            ),
            ("GET", [factory, "integrationRuntimes"]) => {
                let own: Vec<Value> = self
                    .runtimes
                    .keys()
                    .filter_map(|key| {
                        let (owner, name) = key.split_once('/')?;
                        self.resource(owner, name).filter(|_| owner == *factory)
                    })
                    .collect();
                (200, json!({"value": own}))
            }
            (_, [factory, "integrationRuntimes", name]) => {
                self.runtime(method, factory, name, body)
            }
            ("POST", [factory, "integrationRuntimes", name, action]) => {
                self.act(factory, name, action, body)
            }
            _ => panic!("{method} {path}"),
        }
    }

    fn authorization(
        &mut self,
        method: &str,
        path: &str,
        query: &str,
        body: &Value,
    ) -> (u16, Value) {
        match method {
            "GET" => {
                let all: Vec<Value> = self
                    .assignments
                    .values()
                    .map(|(own, _)| own.clone())
                    .filter(|own| {
                        let principal = own["properties"]["principalId"].as_str().unwrap();
                        !query.contains("assignedTo") || query.contains(principal)
                    })
                    .collect();
                (200, json!({"value": all}))
            }
            "PUT" => {
                let from = Instant::now() + self.spreading;
                let properties = &body["properties"];
                let role = properties["roleDefinitionId"]
                    .as_str()
                    .unwrap()
                    .rsplit('/')
                    .next()
                    .unwrap();
                self.assign(
                    path,
                    properties["principalId"].as_str().unwrap(),
                    role,
                    from,
                );
                (201, self.assignments[path].0.clone())
            }
            "DELETE" => match self.assignments.remove(path) {
                Some((body, _)) => (200, body),
                None => (204, Value::Null),
            },
            _ => panic!("{method} {path}"),
        }
    }

    fn runtime(&mut self, method: &str, factory: &str, name: &str, body: &Value) -> (u16, Value) {
        let key = format!("{factory}/{name}");
        match method {
            "GET" => self
                .resource(factory, name)
                .map_or_else(|| fails(404, "NotFound"), |own| (200, own)),
            "PUT" => {
                let properties = body["properties"].clone();
                if properties["typeProperties"]["linkedInfo"].is_object() {
                    if !self.has_access(factory) {
                        return fails(401, "UnauthorizedIntegrationRuntimeAccess");
                    }
                    // What is written without change does not enter its link again.
                    if self.runtimes.get(&key) != Some(&properties) {
                        self.link(name, factory);
                    }
                }
                self.runtimes.insert(key, properties);
                (200, self.resource(factory, name).unwrap())
            }
            "DELETE" => {
                let uses = |own: &Value| own["properties"]["connectVia"]["referenceName"] == name;
                if self
                    .services
                    .get(factory)
                    .is_some_and(|own| own.iter().any(uses))
                {
                    return fails(400, "BadRequest");
                }
                self.links
                    .retain(|own| !(own["name"] == name && own["dataFactoryName"] == factory));
                let status = if self.runtimes.remove(&key).is_some() {
                    200
                } else {
                    204
                };
                (status, Value::Null)
            }
            _ => panic!("{method} {key}"),
        }
    }

    fn act(&mut self, factory: &str, name: &str, action: &str, body: &Value) -> (u16, Value) {
        let Some(own) = self.runtimes.get(&format!("{factory}/{name}")).cloned() else {
            return fails(404, "NotFound");
        };
        let is_shared = factory == "hub";
        let is_linked = own["typeProperties"]["linkedInfo"].is_object();
        match action {
            "removeLinks" => {
                self.links
                    .retain(|own| own["dataFactoryName"] != body["factoryName"]);
                (200, Value::Null)
            }
            "linkedIntegrationRuntime" => {
                self.link(
                    body["name"].as_str().unwrap(),
                    body["dataFactoryName"].as_str().unwrap(),
                );
                (200, Value::Null)
            }
            "getStatus" if is_shared || is_linked => {
                let listed = self
                    .links
                    .iter()
                    .any(|own| own["name"] == name && own["dataFactoryName"] == factory);
                if is_linked && !(listed && self.has_access(factory)) {
                    return fails(401, "UnauthorizedIntegrationRuntimeAccess");
                }
                (
                    200,
                    json!({"name": "ir-shared", "properties": {"type": "SelfHosted", "state": "Online",
                    "dataFactoryName": "hub", "typeProperties": {"nodes": self.nodes, "links": self.links}}}),
                )
            }
            "getStatus" => {
                let nodes = own["nodes"].as_array().cloned().unwrap_or_default();
                (
                    200,
                    json!({"name": name, "properties": {"type": "SelfHosted", "state": "NeedRegistration",
                    "typeProperties": {"nodes": nodes, "links": []}}}),
                )
            }
            _ => panic!("{action}"),
        }
    }
}

fn fails(status: u16, code: &str) -> (u16, Value) {
    (
        status,
        json!({"error": {"code": code, "message": "Refused."}}),
    )
}

/// The path without what all have: `adf-dev/integrationRuntimes/ir`.
fn short(path: &str) -> String {
    let Some((_, rest)) = path.split_once("/providers/Microsoft.DataFactory/") else {
        return path.to_owned();
    };
    let rest = rest.strip_prefix("factories/").unwrap_or(rest);
    match rest.split_once("/providers/Microsoft.Authorization/roleAssignments") {
        Some((_, "")) => "roles".to_owned(),
        Some(_) => "role".to_owned(),
        None => rest.to_owned(),
    }
}

#[async_trait]
impl HttpClient for Azure {
    async fn execute_request(&self, request: &Request) -> azure_core::Result<AsyncRawResponse> {
        let latency = self.change(|state| {
            state.under_way += 1;
            state.most_under_way = state.most_under_way.max(state.under_way);
            state.latency
        });
        tokio::time::sleep(latency).await;
        let url = request.url();
        let body = match request.body() {
            Body::Bytes(bytes) => serde_json::from_slice(bytes).unwrap_or_default(),
            Body::SeekableStream(_) => Value::Null,
        };
        let (status, answer) = self.change(|state| {
            state.under_way -= 1;
            state.answer(
                request.method().as_ref(),
                url.path(),
                url.query().unwrap_or_default(),
                &body,
            )
        });
        let text = if answer.is_null() {
            String::new()
        } else {
            answer.to_string()
        };
        Ok(AsyncRawResponse::from_bytes(
            status.into(),
            Headers::new(),
            text.into_bytes(),
        ))
    }
}

impl Clients for Azure {
    fn client(&self, _: &Route) -> Result<Arc<dyn HttpClient>> {
        Ok(Arc::new(self.clone()))
    }
}

#[async_trait]
impl Clock for Azure {
    fn now(&self) -> SystemTime {
        // 9 September 2001, 01:46:40.
        let passed = self.change(|state| state.started.elapsed());
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000) + passed
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}
