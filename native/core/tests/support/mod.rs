//! A scripted outside world: answers in a row, a clock that only counts, and a reader of all frames.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod applications;
pub mod frames;
pub mod kept;
pub mod purview;

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use async_trait::async_trait;
use azir_azure::{
    auth::{Account, Credential, access_token::AccessToken},
    clock::Clock,
    cloud::Cloud,
    context::{AzureContext, Subscription},
    error::Result,
    http::transport::{Clients, Route},
    secret::Secret,
};
use azir_core::{
    Call,
    caller::{Caller, Frame},
    operations,
    request::Request,
    state::Library,
};
use azure_core::{
    Error,
    error::ErrorKind,
    http::{AsyncRawResponse, Body, HttpClient, Request as HttpRequest, headers::Headers},
};
use serde_json::{Value, json};
use zeroize::Zeroizing;

/// The subscription of the signed-in context.
pub const SUBSCRIPTION: &str = "33333333-3333-4333-8333-333333333333";
/// The tenant of the signed-in context.
pub const TENANT: &str = "11111111-1111-4111-8111-111111111111";
/// The planted token: it must be nowhere but in the Authorization header.
pub const TOKEN: &str = "planted-access-token";

/// One scripted answer.
pub enum Answer {
    /// Status, headers, body.
    Reply(u16, Vec<(&'static str, String)>, String),
    /// The connection could not be made.
    Unreachable,
    /// The connection broke after sending.
    Dropped,
    /// Nothing came for too long.
    Silent,
}

/// An answer with a JSON body.
#[expect(
    clippy::needless_pass_by_value,
    reason = "it reads better where it is called"
)]
pub fn ok(body: Value) -> Answer {
    Answer::Reply(200, vec![], body.to_string())
}

/// An answer with this status and service error.
pub fn fails(status: u16, code: &str, message: &str) -> Answer {
    let body = json!({"error": {"code": code, "message": message}});
    Answer::Reply(
        status,
        vec![("x-ms-request-id", "request-1".into())],
        body.to_string(),
    )
}

/// An answer with this status and header, and no body.
pub fn bare(status: u16, header: &'static str, value: &str) -> Answer {
    Answer::Reply(status, vec![(header, value.to_owned())], String::new())
}

/// What was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    pub method: String,
    pub path: String,
    pub query: String,
    pub host: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Sent {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

#[derive(Clone, Debug, Default)]
pub struct Script(Arc<Mutex<Inner>>);

/// Answers a request by what it asks for, whatever the order.
type Responder = Box<dyn FnMut(&Sent) -> Answer + Send>;

#[derive(Default)]
struct Inner {
    route: Option<Responder>,
    answers: VecDeque<Answer>,
    sent: Vec<Sent>,
    slept: Vec<Duration>,
    passed: Duration,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Inner")
    }
}

impl Script {
    pub fn new(answers: Vec<Answer>) -> Self {
        let script = Self::default();
        script.0.lock().unwrap().answers = answers.into();
        script
    }

    /// A script that answers each request by what it asks for.
    pub fn routed(route: impl FnMut(&Sent) -> Answer + Send + 'static) -> Self {
        let script = Self::default();
        script.0.lock().unwrap().route = Some(Box::new(route));
        script
    }

    /// Lets time pass.
    pub fn pass(&self, time: Duration) {
        self.0.lock().unwrap().passed += time;
    }

    pub fn sent(&self) -> Vec<Sent> {
        self.0.lock().unwrap().sent.clone()
    }

    /// `METHOD last-segments` of each request, for the order of things.
    pub fn order(&self) -> Vec<String> {
        self.sent()
            .iter()
            .map(|sent| {
                let last: Vec<&str> = sent.path.rsplit('/').take(1).collect();
                format!("{} {}", sent.method, last.join("/"))
            })
            .collect()
    }

    pub fn slept(&self) -> Vec<Duration> {
        self.0.lock().unwrap().slept.clone()
    }

    pub fn left(&self) -> usize {
        self.0.lock().unwrap().answers.len()
    }
}

#[async_trait]
impl HttpClient for Script {
    async fn execute_request(&self, request: &HttpRequest) -> azure_core::Result<AsyncRawResponse> {
        let url = request.url();
        let body = match request.body() {
            Body::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Body::SeekableStream(_) => String::new(),
        };
        let sent = Sent {
            method: request.method().to_string(),
            path: url.path().to_owned(),
            query: url.query().unwrap_or_default().to_owned(),
            host: url.host_str().unwrap_or_default().to_owned(),
            headers: request
                .headers()
                .iter()
                .map(|(name, value)| (name.as_str().to_owned(), value.as_str().to_owned()))
                .collect(),
            body,
        };
        let mut inner = self.0.lock().unwrap();
        inner.sent.push(sent.clone());
        let answer = match &mut inner.route {
            Some(route) => Some(route(&sent)),
            None => inner.answers.pop_front(),
        };
        match answer {
            Some(Answer::Reply(status, own, body)) => {
                let mut headers = Headers::new();
                for (name, value) in own {
                    headers.insert(name, value);
                }
                Ok(AsyncRawResponse::from_bytes(
                    status.into(),
                    headers,
                    body.into_bytes(),
                ))
            }
            Some(Answer::Unreachable) => Err(Error::with_message(
                ErrorKind::Connection,
                "connection refused",
            )),
            Some(Answer::Silent) => Err(Error::with_error(
                ErrorKind::Io,
                std::io::Error::from(std::io::ErrorKind::TimedOut),
                "no answer",
            )),
            Some(Answer::Dropped) => Err(Error::with_message(ErrorKind::Io, "connection reset")),
            None => Err(Error::with_message(
                ErrorKind::Other,
                "the script has no more answers",
            )),
        }
    }
}

impl Clients for Script {
    fn client(&self, _: &Route) -> Result<Arc<dyn HttpClient>> {
        Ok(Arc::new(self.clone()))
    }
}

#[async_trait]
impl Clock for Script {
    fn now(&self) -> SystemTime {
        let passed = self.0.lock().unwrap().passed;
        // 9 September 2001, 01:46:40.
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000) + passed
    }

    async fn sleep(&self, duration: Duration) {
        let mut inner = self.0.lock().unwrap();
        inner.slept.push(duration);
        inner.passed += duration;
    }
}

/// A library on this script, with nobody signed in.
pub fn library(script: &Script) -> Arc<Library> {
    Arc::new(Library::new(
        Arc::new(script.clone()),
        Box::new(script.clone()),
    ))
}

/// A library on this script, signed in with a token.
pub fn signed_in(script: &Script) -> Arc<Library> {
    let library = library(script);
    let credential = Credential::AccessToken(AccessToken::new(Secret::new(TOKEN.into())));
    sign_in(&library, credential);
    library
}

/// Signs in with this credential.
pub fn sign_in(library: &Library, credential: Credential) {
    let account = Account::new("somebody".into(), credential);
    let context = AzureContext {
        name: "test".into(),
        subscription: Some(Subscription {
            id: SUBSCRIPTION.into(),
            name: "Test".into(),
            tenant: TENANT.into(),
            state: "Enabled".into(),
        }),
        ..AzureContext::of(account, Arc::new(Cloud::public()), TENANT.into())
    };
    library.state().contexts.sign_in(context, None);
}

/// All that a call said.
#[derive(Debug, Default)]
pub struct Said {
    pub frames: Vec<Value>,
    /// Each objects frame as text, without the secrets in it.
    pub objects: Vec<String>,
    /// The results of all objects frames.
    pub results: Vec<frames::Item>,
    /// The secrets in the results, each with its member's name.
    pub secrets: Vec<(String, String)>,
}

impl Said {
    fn add_objects(&mut self, bytes: &[u8]) {
        let results = frames::objects(bytes).unwrap().results;
        let lines: Vec<String> = results.iter().map(ToString::to_string).collect();
        self.objects.push(lines.join("\n"));
        for result in &results {
            result.secrets("", &mut self.secrets);
        }
        self.results.extend(results);
    }

    pub fn messages(&self, frame: &str) -> Vec<String> {
        self.frames
            .iter()
            .filter(|own| own["frame"] == frame)
            .map(|own| own["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// The one error's message.
    pub fn error(&self) -> String {
        let errors = self.messages("error");
        assert_eq!(errors.len(), 1, "{:?}", self.frames);
        errors[0].clone()
    }

    pub fn questions(&self) -> Vec<String> {
        self.frames
            .iter()
            .filter_map(|own| match own["frame"].as_str() {
                Some("shouldProcess") => own["action"].as_str(),
                Some("shouldContinue") => own["query"].as_str(),
                _ => None,
            })
            .map(str::to_owned)
            .collect()
    }

    /// Everything that could be seen, but for the secrets that were asked for.
    pub fn everything(&self) -> String {
        format!("{:?}{:?}", self.frames, self.objects)
    }
}

/// Runs an operation and answers its questions: the first with the first answer and so on.
pub async fn run_answering(
    library: &Arc<Library>,
    operation: &str,
    arguments: Value,
    answers: &[bool],
) -> Said {
    let request = json!({"operation": operation, "cmdlet": "Test-Cmdlet", "parameterSet": "Test",
        "arguments": arguments, "verbose": true, "debug": true});
    run_request(library, &request, &[], answers).await
}

/// As [`run_answering`], with the whole request and its secrets.
pub async fn run_request(
    library: &Arc<Library>,
    request: &Value,
    secrets: &[u8],
    answers: &[bool],
) -> Said {
    run_hosted(library, request, secrets, answers, &Hosted::default()).await
}

/// What the host of a call answers when it is asked who one is.
#[derive(Clone, Debug, Default)]
pub struct Hosted {
    /// The context of another module; nothing for none.
    pub context: Option<Value>,
    /// Its tokens in a row; the last one is given again.
    pub tokens: Vec<Vec<u8>>,
    /// Variables of the environment.
    pub environment: Value,
}

/// As [`run_request`], with what the host answers.
pub async fn run_hosted(
    library: &Arc<Library>,
    request: &Value,
    secrets: &[u8],
    answers: &[bool],
    hosted: &Hosted,
) -> Said {
    let mut tokens = hosted.tokens.clone();
    let request = Request::parse(request.to_string().as_bytes(), secrets).unwrap();
    let (caller, mut frames) = Caller::new(&request);
    let call = Call {
        request,
        caller,
        library: Arc::clone(library),
    };
    let work = tokio::spawn(operations::run(call));
    let mut said = Said::default();
    let mut answers = answers.iter();
    while let Some(frame) = frames.recv().await {
        match frame {
            Frame::Message(value) => {
                said.frames.push(value);
            }
            Frame::Objects(bytes) => said.add_objects(&bytes),
            Frame::Question(value, answer) => {
                let bytes = match value["frame"].as_str() {
                    Some("context") => hosted
                        .context
                        .as_ref()
                        .map_or_else(Vec::new, |context| context.to_string().into_bytes()),
                    Some("environment") => hosted.environment.to_string().into_bytes(),
                    Some("token") if tokens.len() > 1 => tokens.remove(0),
                    Some("token") => tokens.first().cloned().unwrap_or_default(),
                    _ => {
                        let yes = answers.next().copied().unwrap_or(true);
                        yes.to_string().into_bytes()
                    }
                };
                said.frames.push(value);
                // Who asked may have given up meanwhile: a completion waits for a while only.
                let _ = answer.send(Zeroizing::new(bytes));
            }
        }
    }
    work.await.unwrap();
    said
}

/// As [`run`], with what the host answers.
pub async fn run_with(
    library: &Arc<Library>,
    operation: &str,
    arguments: Value,
    hosted: &Hosted,
) -> Said {
    let request =
        json!({"operation": operation, "arguments": arguments, "verbose": true, "debug": true});
    run_hosted(library, &request, &[], &[], hosted).await
}

/// Runs an operation and answers yes to everything.
pub async fn run(library: &Arc<Library>, operation: &str, arguments: Value) -> Said {
    run_answering(library, operation, arguments, &[]).await
}

/// Names of a runtime as arguments.
pub fn runtime() -> Value {
    json!({"ResourceGroupName": "rg", "DataFactoryName": "adf-a", "Name": "ir-a"})
}

/// Those names and more.
#[expect(
    clippy::needless_pass_by_value,
    reason = "it reads better where it is called"
)]
pub fn runtime_with(more: Value) -> Value {
    let mut arguments = runtime();
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    arguments
}

/// A self-hosted runtime as the service shows it.
pub fn self_hosted(name: &str) -> Value {
    json!({"id": format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/\
                          adf-a/integrationruntimes/{name}"),
        "name": name, "etag": "etag-1", "type": "Microsoft.DataFactory/factories/integrationruntimes",
        "properties": {"type": "SelfHosted"}})
}
