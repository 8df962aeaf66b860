//! A fleet that answers by address, and a survey of it.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use azir_core::{
    Call,
    caller::{Caller, Frame},
    error::Result,
    fleet::{
        record::Fleet,
        scope::Selection,
        survey::{self, NullSink, Options},
    },
    request::Request,
    state::Library,
};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::support::{Answer, SUBSCRIPTION, Script, Sent, fails, ok, signed_in};

/// A second subscription.
pub const OTHER: &str = "44444444-4444-4444-8444-444444444444";

/// Answers that come before the world's own, by a part of method and address.
type Planted = Vec<(String, Vec<Answer>)>;

/// Factories with their integration runtimes, by id.
#[derive(Default)]
pub struct World {
    pub parents: BTreeMap<String, Vec<Value>>,
    /// Role assignments as `(scope, principal, role)`; nothing for one on each factory.
    pub assignments: Option<Vec<(String, String, String)>>,
    planted: Planted,
}

/// The id of a factory.
pub fn factory(subscription: &str, name: &str) -> String {
    format!(
        "/subscriptions/{subscription}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/{name}"
    )
}

/// A list of these members.
pub fn list(members: &[Value]) -> Answer {
    ok(json!({ "value": members }))
}

impl World {
    /// Adds a factory with self-hosted integration runtimes of these names, each with a node.
    pub fn with(mut self, subscription: &str, name: &str, runtimes: &[&str]) -> Self {
        let id = factory(subscription, name);
        let bodies = runtimes
            .iter()
            .map(|own| {
                json!({"id": format!("{id}/integrationruntimes/{own}"), "name": own, "etag": "e",
                    "properties": {"type": "SelfHosted"}})
            })
            .collect();
        self.parents.insert(id, bodies);
        self
    }

    /// Adds a linked integration runtime.
    pub fn link(mut self, guest: &str, name: &str, owner: &str) -> Self {
        let body = json!({"id": format!("{guest}/integrationruntimes/{name}"), "name": name, "properties":
            {"type": "SelfHosted", "typeProperties": {"linkedInfo": {"authorizationType": "Rbac",
                "resourceId": owner}}}});
        self.parents.get_mut(guest).unwrap().push(body);
        self
    }

    /// Lets the last linked integration runtime of `guest` use a credential of it.
    pub fn with_credential(mut self, guest: &str, credential: &str) -> Self {
        let body = self.parents.get_mut(guest).unwrap().last_mut().unwrap();
        body["properties"]["typeProperties"]["linkedInfo"]["credential"] =
            json!({"type": "CredentialReference", "referenceName": credential});
        self
    }

    /// Answers the next requests at an address with this in it, written as `METHOD path`, with these first.
    pub fn plant(mut self, at: &str, answers: Vec<Answer>) -> Self {
        self.planted.push((at.to_lowercase(), answers));
        self
    }

    fn answer(&mut self, sent: &Sent) -> Answer {
        let address = format!("{} {}", sent.method, sent.path).to_lowercase();
        let planted = self
            .planted
            .iter_mut()
            .find(|(at, answers)| address.contains(at.as_str()) && !answers.is_empty());
        if let Some((_, answers)) = planted {
            return answers.remove(0);
        }
        let path = sent.path.to_lowercase();
        if path == "/subscriptions" {
            let one = |id: &str, name: &str| json!({"subscriptionId": id, "displayName": name, "state": "Enabled"});
            return list(&[one(SUBSCRIPTION, "Test"), one(OTHER, "Other")]);
        }
        if path.ends_with("/microsoft.resourcegraph/resources") {
            return self.graph(&sent.json());
        }
        if path.ends_with("/getstatus") {
            return self.status_of(path.trim_end_matches("/getstatus"));
        }
        if let Some(parent) = path.strip_suffix("/integrationruntimes") {
            let found = self
                .parents
                .iter()
                .find(|(id, _)| id.to_lowercase() == parent);
            return found.map_or_else(
                || fails(404, "ResourceNotFound", "There is no such factory."),
                |(_, bodies)| list(bodies),
            );
        }
        fails(404, "NotFound", &format!("Nothing is at {path}."))
    }

    fn graph(&self, body: &Value) -> Answer {
        let query = body["query"].as_str().unwrap_or_default();
        if query.starts_with("authorizationresources") {
            let row = |scope: &str, principal: &str, role: &str| {
                let role = format!("/roles/{role}");
                json!({"id": "x", "scope": scope, "principalId": principal, "role": role})
            };
            let rows: Vec<Value> = match &self.assignments {
                None => self.parents.keys().map(|id| row(id, "p", "r")).collect(),
                Some(all) => all
                    .iter()
                    .filter(|own| !query.contains("principalId") || query.contains(&own.1))
                    .map(|(scope, principal, role)| row(scope, principal, role))
                    .collect(),
            };
            return ok(json!({"resultTruncated": "false", "data": rows}));
        }
        let wanted = body["subscriptions"].as_array();
        let rows: Vec<Value> = self
            .parents
            .keys()
            .filter(|id| {
                wanted.is_none_or(|all| all.iter().any(|own| id.contains(own.as_str().unwrap())))
            })
            .map(|id| row(id))
            .collect();
        ok(
            json!({"totalRecords": rows.len(), "count": rows.len(), "resultTruncated": "false", "data": rows}),
        )
    }

    fn status_of(&self, id: &str) -> Answer {
        let name = id.rsplit('/').next().unwrap();
        let links: Vec<Value> = self
            .parents
            .values()
            .flatten()
            .filter(|body| {
                body["properties"]["typeProperties"]["linkedInfo"]["resourceId"]
                    .as_str()
                    .is_some_and(|owner| owner.eq_ignore_ascii_case(id))
            })
            .map(|body| json!({"name": body["name"], "dataFactoryName": "guest"}))
            .collect();
        ok(
            json!({"name": name, "properties": {"type": "SelfHosted", "dataFactoryName": "owner",
            "state": "Online", "typeProperties": {"version": "5.50.1.1", "autoUpdate": "On", "links": links,
                "nodes": [{"nodeName": format!("node-{name}"), "status": "Online", "version": "5.50.1.1"}]}}}),
        )
    }

    /// A script that answers for it.
    pub fn script(self) -> Script {
        let world = Arc::new(Mutex::new(self));
        Script::routed(move |sent| world.lock().unwrap().answer(sent))
    }
}

/// A row of Resource Graph.
pub fn row(id: &str) -> Value {
    json!({"id": id, "name": id.rsplit('/').next(), "type": "microsoft.datafactory/factories",
        "location": "westeurope", "resourceGroup": "rg", "tags": {"Env": "prod"},
        "identity": {"principalId": format!("identity-of-{}", id.rsplit('/').next().unwrap()),
            "userAssignedIdentities": {"/identities/One": {"principalId": "user-identity", "clientId": "c"}}}})
}

/// What a survey gave.
pub struct Surveyed {
    pub outcome: Result<()>,
    pub fleet: Fleet,
    pub frames: Vec<Value>,
}

/// Surveys the fleet with these arguments.
pub async fn survey(script: &Script, arguments: Value, options: &Options) -> Surveyed {
    survey_in(&signed_in(script), arguments, options).await
}

/// Surveys the fleet with these arguments in this library.
pub async fn survey_in(library: &Arc<Library>, arguments: Value, options: &Options) -> Surveyed {
    let text = json!({"operation": "fleet.test", "arguments": arguments, "verbose": true});
    let request = Request::parse(text.to_string().as_bytes(), &[]).unwrap();
    let (caller, mut reader) = Caller::new(&request);
    let call = Call {
        request,
        caller,
        library: Arc::clone(library),
    };
    let mut fleet = Fleet::default();
    let work = async {
        let selection = Selection::from_call(&call)?;
        survey::run(&call, &selection, options, &mut fleet, &mut NullSink).await
    };
    let mut frames = Vec::new();
    let mut work = Box::pin(work);
    let outcome = loop {
        tokio::select! {
            biased;
            Some(frame) = reader.recv() => take(frame, &mut frames),
            outcome = &mut work => break outcome,
        }
    };
    drop(work);
    while let Ok(frame) = reader.try_recv() {
        take(frame, &mut frames);
    }
    Surveyed {
        outcome,
        fleet,
        frames,
    }
}

fn take(frame: Frame, frames: &mut Vec<Value>) {
    match frame {
        Frame::Message(value) => frames.push(value),
        Frame::Objects(_) => {}
        Frame::Question(_, answer) => {
            let _ = answer.send(Zeroizing::new(b"true".to_vec()));
        }
    }
}

impl Surveyed {
    pub fn messages(&self, frame: &str) -> Vec<String> {
        self.frames
            .iter()
            .filter(|own| own["frame"] == frame)
            .map(|own| own["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }
}

/// How many requests were sent at an address with this in it.
pub fn count(script: &Script, part: &str) -> usize {
    let part = part.to_lowercase();
    script
        .sent()
        .iter()
        .filter(|sent| sent.path.to_lowercase().contains(&part))
        .count()
}
