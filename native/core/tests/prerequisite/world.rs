//! A made-up network with listeners on loopback behind it, and findings read back.

use std::{
    collections::HashMap,
    io,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    sync::{Arc, Mutex},
};

use async_trait::async_trait;
use azir_azure::http::{tls, transport::Route};
use azir_core::{
    error::Result,
    prerequisite::{
        connect::Network,
        host::{Machine, MachineReport},
    },
    state::{Library, System},
};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::{
    ServerConfig,
    client::danger::ServerCertVerifier,
    crypto::ring,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};
use serde_json::{Value, json};
use time::{Duration, OffsetDateTime};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::TlsAcceptor;

use crate::support::{Said, Script, run_request, signed_in};

/// What an address of the made-up network does.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// Leads to a listener.
    Leads(SocketAddr),
    /// Drops what comes.
    Drops,
}

/// Names and addresses that exist nowhere else.
#[derive(Debug, Default)]
pub struct MadeUp {
    names: HashMap<String, Vec<IpAddr>>,
    places: HashMap<SocketAddr, Place>,
    asked: Mutex<Vec<String>>,
}

impl MadeUp {
    pub fn name(mut self, name: &str, addresses: &[&str]) -> Self {
        let addresses = addresses.iter().map(|own| own.parse().unwrap()).collect();
        self.names.insert(name.to_owned(), addresses);
        self
    }

    pub fn place(mut self, address: &str, place: Place) -> Self {
        self.places.insert(address.parse().unwrap(), place);
        self
    }

    /// A name with one address that leads to `listener` at `port`.
    pub fn leads(self, name: &str, address: &str, port: u16, listener: SocketAddr) -> Self {
        self.name(name, &[address])
            .place(&format!("{address}:{port}"), Place::Leads(listener))
    }

    /// What was resolved and connected.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

#[async_trait]
impl Network for MadeUp {
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        self.asked.lock().unwrap().push(host.to_owned());
        self.names
            .get(host)
            .cloned()
            .ok_or_else(|| io::Error::other("Name or service not known"))
    }

    async fn connect(&self, address: SocketAddr) -> io::Result<TcpStream> {
        self.asked.lock().unwrap().push(address.to_string());
        let to = match self.places.get(&address) {
            Some(Place::Leads(to)) => *to,
            Some(Place::Drops) => std::future::pending().await,
            None if address.ip().is_loopback() => address,
            None => return Err(io::ErrorKind::ConnectionRefused.into()),
        };
        // At once, so that a clock that stands still does not run on meanwhile.
        let stream = std::net::TcpStream::connect(to)?;
        stream.set_nonblocking(true)?;
        TcpStream::from_std(stream)
    }

    fn verifier(&self, route: &Route) -> Result<Arc<dyn ServerCertVerifier>> {
        // The test's authority and no other: what the system trusts, and how, is not what is tested.
        match &route.extra_authorities {
            Some(file) => Ok(tls::verifier(&Route::trusting_only(file.clone()))?),
            None => Ok(tls::verifier(route)?),
        }
    }
}

/// A machine that says this.
#[derive(Debug)]
pub struct Says(pub MachineReport);

impl Machine for Says {
    fn read(&self) -> MachineReport {
        self.0.clone()
    }
}

/// A library with this network and machine, signed in on `script`.
pub fn library(
    script: &Script,
    network: &Arc<MadeUp>,
    machine: Option<MachineReport>,
) -> Arc<Library> {
    let library = Arc::into_inner(signed_in(script)).unwrap();
    Arc::new(library.with(System {
        network: Some(Arc::clone(network) as Arc<dyn Network>),
        machine: machine.map(|own| Arc::new(Says(own)) as Arc<dyn Machine>),
        ..System::default()
    }))
}

/// A finding as it was written.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_field_names,
    reason = "the members have the names that users see"
)]
pub struct Found {
    pub area: String,
    pub check: String,
    pub required: String,
    pub found: String,
    pub result: String,
    pub why: String,
    pub fix: Option<String>,
}

/// The findings that a call wrote, in order.
pub fn findings(said: &Said) -> Vec<Found> {
    said.objects
        .iter()
        .map(|text| {
            let member = |name: &str| {
                let (_, rest) = text.split_once(&format!("<S N=\"{name}\">"))?;
                let (value, _) = rest.split_once("</S>")?;
                let value = value.replace("&lt;", "<").replace("&gt;", ">");
                Some(value.replace("&amp;", "&"))
            };
            let must = |name: &str| member(name).unwrap_or_else(|| panic!("no {name} in {text}"));
            Found {
                area: must("Area"),
                check: must("Check"),
                required: must("Required"),
                found: must("Found"),
                result: must("Result"),
                why: must("Why"),
                fix: member("Fix"),
            }
        })
        .collect()
}

/// The finding with this check.
pub fn finding(said: &Said, check: &str) -> Found {
    let all = findings(said);
    all.iter()
        .find(|own| own.check == check)
        .unwrap_or_else(|| panic!("no {check} in {all:#?}"))
        .clone()
}

/// Runs the check with these arguments and variables.
pub async fn check(library: &Arc<Library>, arguments: Value, environment: Value) -> Said {
    let request = json!({"operation": "prerequisite.test", "arguments": arguments, "environment": environment,
        "verbose": true, "debug": true});
    run_request(library, &request, &[], &[]).await
}

/// Checks the network for Purview and nothing else, with these arguments besides.
pub async fn check_network(network: &Arc<MadeUp>, more: Value, environment: Value) -> Said {
    let script = Script::default();
    let mut arguments = json!({"For": "Purview", "Area": ["Network"]});
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    check(&library(&script, network, None), arguments, environment).await
}

/// An authority of the tests' own, its certificate in a file.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    _folder: tempfile::TempDir,
    pub file: PathBuf,
}

impl Authority {
    pub fn new() -> Self {
        Self::named("Authority of the test")
    }

    pub fn named(name: &str) -> Self {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let certificate = params.self_signed(&key).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("authority.pem");
        std::fs::write(&file, certificate.pem()).unwrap();
        Self {
            issuer: Issuer::new(params, key),
            _folder: folder,
            file,
        }
    }

    /// The variables with which this authority is trusted.
    pub fn trusted(&self) -> Value {
        json!({"SSL_CERT_FILE": self.file.to_str().unwrap()})
    }

    /// A server with a certificate for `name` that expires in `days`.
    pub fn config(&self, name: &str, days: i64) -> Arc<ServerConfig> {
        let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        let until = OffsetDateTime::now_utc() + Duration::days(days);
        params.not_before = until - Duration::days(300);
        params.not_after = until;
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        Arc::new(config)
    }

    /// A listener that speaks TLS as `name`.
    pub async fn serve(&self, name: &str) -> SocketAddr {
        self.serve_for(name, 100).await
    }

    /// The same with a certificate that expires in `days`.
    pub async fn serve_for(&self, name: &str, days: i64) -> SocketAddr {
        let acceptor = TlsAcceptor::from(self.config(name, days));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let acceptor = acceptor.clone();
                tokio::spawn(async move {
                    if let Ok(mut stream) = acceptor.accept(stream).await {
                        let mut rest = Vec::new();
                        let _ = stream.read_to_end(&mut rest).await;
                        assert!(rest.is_empty(), "nothing is sent after the handshake");
                    }
                });
            }
        });
        address
    }
}

/// A listener that accepts and does this with each connection.
pub async fn listener<F, W>(work: F) -> SocketAddr
where
    F: Fn(TcpStream) -> W + Send + 'static,
    W: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(work(stream));
        }
    });
    address
}

/// A port that nothing listens at.
pub async fn closed() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    listener.local_addr().unwrap()
}

/// A proxy that answers with `head` and, when that is a yes, leads to `to`. What it was asked is noted.
pub async fn proxy(
    head: &'static str,
    to: Option<SocketAddr>,
) -> (SocketAddr, Arc<Mutex<Vec<String>>>) {
    let asked: Arc<Mutex<Vec<String>>> = Arc::default();
    let notes = Arc::clone(&asked);
    let address = listener(move |mut stream| {
        let notes = Arc::clone(&notes);
        async move {
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                request.push(stream.read_u8().await.unwrap());
            }
            notes
                .lock()
                .unwrap()
                .push(String::from_utf8(request).unwrap());
            stream.write_all(head.as_bytes()).await.unwrap();
            if let Some(to) = to {
                let mut other = TcpStream::connect(to).await.unwrap();
                let _ = tokio::io::copy_bidirectional(&mut stream, &mut other).await;
            }
        }
    })
    .await;
    (address, asked)
}
