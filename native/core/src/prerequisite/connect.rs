//! One endpoint, tried: resolved, connected, and asked for its certificate; directly or through the proxy.
//!
//! Nothing is sent but the TLS handshake, and to a proxy the request for the connection.

use std::{
    fmt::Debug,
    future::Future,
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use azir_azure::http::{failure::certificate_fault, tls, transport::Route};
use futures::future::select_ok;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, SignatureScheme,
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    crypto::ring,
    pki_types::{CertificateDer, ServerName, UnixTime},
};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::TcpStream,
    time::{Instant, timeout_at},
};
use tokio_rustls::{TlsConnector, client::TlsStream};
use x509_parser::prelude::{FromDer, X509Certificate};

use super::address::{self, Kind};
use crate::error::Result;

/// How many of a name's addresses are tried at once.
const ADDRESSES: usize = 8;
/// How long a proxy's answer may be before it is none.
const LONGEST_ANSWER: usize = 16 * 1024;

/// Names and connections of the system; injected, so that tests reach nothing but themselves.
#[async_trait]
pub trait Network: Send + Sync + Debug {
    /// The addresses of `host`.
    ///
    /// # Errors
    /// The system's, when the name is not known.
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>>;

    /// A connection to `address`.
    ///
    /// # Errors
    /// The system's.
    async fn connect(&self, address: SocketAddr) -> io::Result<TcpStream>;

    /// What decides whether a certificate is trusted.
    ///
    /// # Errors
    /// As [`tls::verifier`].
    fn verifier(&self, route: &Route) -> Result<Arc<dyn ServerCertVerifier>> {
        Ok(tls::verifier(route)?)
    }
}

/// The system's own network.
#[derive(Debug, Default)]
pub struct SystemNetwork;

#[async_trait]
impl Network for SystemNetwork {
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        let found = tokio::net::lookup_host((host, 0)).await?;
        Ok(found.map(|address| address.ip()).collect())
    }

    async fn connect(&self, address: SocketAddr) -> io::Result<TcpStream> {
        TcpStream::connect(address).await
    }
}

/// An endpoint to be tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Whether it has to speak TLS with a certificate that is trusted.
    pub tls: bool,
    /// Whether its address has to be a private one.
    pub private: bool,
}

impl Target {
    /// `host:port`, an IPv6 address in brackets.
    #[must_use]
    pub fn name(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.port)
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }
}

/// The outcome of an attempt: the steps on the way, and what failed in the end.
#[derive(Debug)]
pub struct Tried {
    /// Each step that was taken, in words.
    pub steps: Vec<String>,
    /// Why it did not get to its end.
    pub trouble: Option<Trouble>,
}

/// Why an endpoint was not reached, or not as it has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The name has no address.
    NoAddress,
    /// An address that is not private, where that is asked for.
    NotPrivate,
    /// A proxy resolves the name, so its address is not known here.
    AddressNotSeen,
    /// The connection was refused or could not be made.
    NoConnection,
    /// No answer within the time limit.
    TooLong,
    /// It speaks, but not TLS, or breaks off.
    NoTls,
    /// Its certificate is not trusted.
    Untrusted,
    /// Its certificate is for other names.
    WrongName,
    /// Its certificate is not in force, or not any more.
    WrongTime,
    /// The proxy could not be reached.
    NoProxy,
    /// The proxy wants credentials.
    ProxySignIn,
    /// The proxy does not make this connection.
    ProxyRefused,
}

impl Trouble {
    /// What to do about it.
    #[must_use]
    pub fn fix(self) -> &'static str {
        match self {
            Self::NoAddress => {
                "Check the name and this machine's DNS servers: Resolve-DnsName or nslookup with the name must give an \
                 address."
            }
            Self::NotPrivate => {
                "Check the private endpoint, its private DNS zone, and that this machine's DNS asks that zone: \
                 nslookup with the name must give the private address."
            }
            Self::AddressNotSeen => {
                "What has a private endpoint is reached without the proxy: add the name to the proxy's exceptions \
                 ($env:NO_PROXY), and try again."
            }
            Self::NoConnection => {
                "Let this machine's outgoing connections to this name and port through the corporate firewall and \
                 Windows' own."
            }
            Self::TooLong => {
                "Something on the way drops the connection, most often a firewall: let this name and port through. \
                 Where the line is slow, -TimeoutSeconds gives it longer."
            }
            Self::NoTls => {
                "Something on the way, or another program at this port, answers in its place: let this name through \
                 unchanged."
            }
            Self::Untrusted => {
                "If something on the way opens TLS, exempt this name from it. Otherwise see that the certificate's \
                 issuer is trusted by this machine."
            }
            Self::WrongName => {
                "Another machine answers in its place, or it has another name: check the name, and that this machine's \
                 DNS leads to the right address."
            }
            Self::WrongTime => {
                "See that this machine's clock is right. If it is, the certificate of that machine has to be \
                 renewed."
            }
            Self::NoProxy => "Check the proxy's address and that this machine reaches it.",
            Self::ProxySignIn => {
                "Give user name and password with the proxy's address in $env:HTTPS_PROXY, or let this name pass \
                 without them. The runtime has a proxy setting of its own."
            }
            Self::ProxyRefused => "Let the proxy connect to this name and port.",
        }
    }
}

/// How endpoints are tried in one run.
#[derive(Clone, Debug)]
pub struct Prober {
    /// Names and connections.
    pub network: Arc<dyn Network>,
    /// Who is trusted.
    pub verifier: Arc<dyn ServerCertVerifier>,
    /// The proxy for each name; nothing where all is reached directly.
    pub proxies: Option<Arc<Matcher>>,
    /// How long one endpoint may take.
    pub limit: Duration,
}

type Step<T> = std::result::Result<T, Trouble>;

impl Prober {
    /// Tries one endpoint.
    pub async fn run(&self, target: &Target) -> Tried {
        let mut steps = Vec::new();
        let until = Instant::now() + self.limit;
        let trouble = self.attempt(target, until, &mut steps).await.err();
        Tried { steps, trouble }
    }

    async fn attempt(&self, target: &Target, until: Instant, steps: &mut Vec<String>) -> Step<()> {
        let stream = match self.proxy(target) {
            Some(proxy) => {
                let stream = self.through(target, &proxy, until, steps).await?;
                self.finish(target, stream, until, steps).await?;
                // Said only now: that the proxy's way works is worth knowing too.
                return if target.private {
                    Err(Trouble::AddressNotSeen)
                } else {
                    Ok(())
                };
            }
            None => self.directly(target, until, steps).await?,
        };
        self.finish(target, stream, until, steps).await
    }

    /// The proxy that serves this target; what is on this machine, and what is no https, never goes by one.
    fn proxy(&self, target: &Target) -> Option<Intercept> {
        if !target.tls || address::is_here(&target.host) {
            return None;
        }
        let url = format!("https://{}/", target.name());
        self.proxies.as_ref()?.intercept(&url.parse().ok()?)
    }

    async fn directly(
        &self,
        target: &Target,
        until: Instant,
        steps: &mut Vec<String>,
    ) -> Step<Connection> {
        let addresses = self.addresses(&target.host, until, steps).await?;
        if target.private
            && let Some(other) = addresses
                .iter()
                .find(|own| address::kind(**own) != Kind::Private)
        {
            steps.push(format!(
                "{other} is {}, not a private address; not connected",
                address::kind(*other).called()
            ));
            return Err(Trouble::NotPrivate);
        }
        self.connect(&addresses, target.port, until, steps).await
    }

    async fn addresses(
        &self,
        host: &str,
        until: Instant,
        steps: &mut Vec<String>,
    ) -> Step<Vec<IpAddr>> {
        if let Ok(address) = host.parse() {
            return Ok(vec![address]);
        }
        if address::is_here(host) {
            // RFC 6761: such names never leave the machine.
            steps.push(format!("resolves to {}", Ipv4Addr::LOCALHOST));
            return Ok(vec![Ipv4Addr::LOCALHOST.into()]);
        }
        let found = match limited(until, self.network.resolve(host)).await {
            Err(()) => {
                steps.push("the name was not resolved in time".to_owned());
                return Err(Trouble::TooLong);
            }
            Ok(Err(error)) => {
                steps.push(format!("the name is not known here: {}", reason(&error)));
                return Err(Trouble::NoAddress);
            }
            Ok(Ok(found)) => found,
        };
        if found.is_empty() {
            steps.push("the name has no address".to_owned());
            return Err(Trouble::NoAddress);
        }
        let shown: Vec<String> = found.iter().take(3).map(ToString::to_string).collect();
        let more = if found.len() > 3 { " and others" } else { "" };
        steps.push(format!("resolves to {}{more}", shown.join(", ")));
        Ok(found)
    }

    /// A connection to the first of these addresses that answers.
    async fn connect(
        &self,
        addresses: &[IpAddr],
        port: u16,
        until: Instant,
        steps: &mut Vec<String>,
    ) -> Step<Connection> {
        let tries = addresses
            .iter()
            .take(ADDRESSES)
            .map(|own| self.network.connect(SocketAddr::new(*own, port)));
        match limited(until, select_ok(tries)).await {
            Ok(Ok((stream, _))) => {
                steps.push("connected".to_owned());
                Ok(Box::new(stream))
            }
            Ok(Err(error)) => {
                steps.push(format!("not connected: {}", reason(&error)));
                Err(Trouble::NoConnection)
            }
            Err(()) => {
                steps.push(format!(
                    "no connection within {} seconds",
                    self.limit.as_secs()
                ));
                Err(Trouble::TooLong)
            }
        }
    }

    /// A connection that the proxy makes.
    async fn through(
        &self,
        target: &Target,
        proxy: &Intercept,
        until: Instant,
        steps: &mut Vec<String>,
    ) -> Step<Connection> {
        let uri = proxy.uri();
        let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
        let secure = uri.scheme_str() == Some("https");
        let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
        steps.push(format!(
            "through the proxy {host}:{port}, which resolves the name itself"
        ));
        if !matches!(uri.scheme_str(), Some("http" | "https")) {
            steps.push("a proxy of a kind that this check does not speak".to_owned());
            return Err(Trouble::NoProxy);
        }
        let mut own = Vec::new();
        let stream = match self.addresses(host, until, &mut own).await {
            Ok(addresses) => self.connect(&addresses, port, until, &mut own).await,
            Err(trouble) => Err(trouble),
        };
        let mut stream = stream.map_err(|_| {
            steps.push(format!("the proxy: {}", own.join(", ")));
            Trouble::NoProxy
        })?;
        if secure {
            let handshake = self.handshake(host, stream);
            let Ok(Ok((secured, _))) = limited(until, handshake).await else {
                steps.push("the proxy: no TLS that is trusted".to_owned());
                return Err(Trouble::NoProxy);
            };
            stream = Box::new(secured);
        }
        let name = target.name();
        let mut request = format!("CONNECT {name} HTTP/1.1\r\nHost: {name}\r\n").into_bytes();
        if let Some(sign_in) = proxy.basic_auth() {
            request.extend_from_slice(b"Proxy-Authorization: ");
            request.extend_from_slice(sign_in.as_bytes());
            request.extend_from_slice(b"\r\n");
        }
        request.extend_from_slice(b"\r\n");
        let answer = limited(until, ask(&mut stream, &request)).await;
        zeroize::Zeroize::zeroize(&mut request);
        let status = match answer {
            Ok(Ok(status)) => status,
            Ok(Err(error)) => {
                steps.push(format!("the proxy did not answer: {}", reason(&error)));
                return Err(Trouble::NoProxy);
            }
            Err(()) => {
                steps.push(format!(
                    "no answer of the proxy within {} seconds",
                    self.limit.as_secs()
                ));
                return Err(Trouble::TooLong);
            }
        };
        match status {
            200..=299 => {
                steps.push("connected".to_owned());
                Ok(stream)
            }
            407 => {
                steps.push("the proxy wants credentials (HTTP status 407)".to_owned());
                Err(Trouble::ProxySignIn)
            }
            status => {
                steps.push(format!(
                    "the proxy refused the connection (HTTP status {status})"
                ));
                Err(Trouble::ProxyRefused)
            }
        }
    }

    /// The TLS handshake, where there is to be one.
    async fn finish(
        &self,
        target: &Target,
        stream: Connection,
        until: Instant,
        steps: &mut Vec<String>,
    ) -> Step<()> {
        if !target.tls {
            return Ok(());
        }
        let (trouble, step) = match limited(until, self.handshake(&target.host, stream)).await {
            Ok(Ok((stream, seen))) => {
                let version = match stream.get_ref().1.protocol_version() {
                    Some(rustls::ProtocolVersion::TLSv1_3) => "TLS 1.3",
                    _ => "TLS 1.2",
                };
                steps.push(version.to_owned());
                steps.extend(seen.issued());
                return Ok(());
            }
            Ok(Err(refused)) => {
                let step = refused.certificate.unwrap_or(Trouble::NoTls);
                steps.push(refused.text);
                steps.extend(refused.seen.issued());
                return Err(step);
            }
            Err(()) => (
                Trouble::TooLong,
                format!(
                    "nothing was answered within {} seconds",
                    self.limit.as_secs()
                ),
            ),
        };
        steps.push(step);
        Err(trouble)
    }

    async fn handshake(
        &self,
        host: &str,
        stream: Connection,
    ) -> std::result::Result<(TlsStream<Connection>, Arc<RecordingVerifier>), Refused> {
        let seen = Arc::new(RecordingVerifier {
            verifier: Arc::clone(&self.verifier),
            certificate: Mutex::default(),
        });
        let refused = |text: String| Refused {
            certificate: None,
            text,
            seen: Arc::clone(&seen),
        };
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| refused(error.to_string()))?
            .dangerous()
            .with_custom_certificate_verifier(Arc::clone(&seen) as Arc<dyn ServerCertVerifier>)
            .with_no_client_auth();
        let name = ServerName::try_from(host.to_owned())
            .map_err(|_| refused("the name cannot stand in a certificate".to_owned()))?;
        match TlsConnector::from(Arc::new(config))
            .connect(name, stream)
            .await
        {
            Ok(stream) => Ok((stream, seen)),
            Err(error) => {
                let tls = error
                    .get_ref()
                    .and_then(|inner| inner.downcast_ref::<rustls::Error>());
                let mut refused = refused(broken(&error, tls));
                if let Some(rustls::Error::InvalidCertificate(reason)) = tls {
                    let words = certificate_fault(reason);
                    refused.certificate = Some(trouble_with(reason));
                    refused.text = format!("the certificate is not trusted: {words}");
                }
                Err(refused)
            }
        }
    }
}

/// What a connection is made of.
trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}

/// A connection, direct, through a proxy or through TLS to one: of one type, so that TLS is compiled for one.
type Connection = Box<dyn Stream>;

/// A handshake that failed.
struct Refused {
    /// What is wrong with the certificate, if that is what failed.
    certificate: Option<Trouble>,
    text: String,
    seen: Arc<RecordingVerifier>,
}

/// Checks certificates as the verifier within does, and remembers what was shown: also who issued one that is refused.
#[derive(Debug)]
struct RecordingVerifier {
    verifier: Arc<dyn ServerCertVerifier>,
    certificate: Mutex<Option<String>>,
}

impl RecordingVerifier {
    /// Who issued the certificate that was shown.
    fn issued(&self) -> Option<String> {
        self.certificate
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl ServerCertVerifier for RecordingVerifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> std::result::Result<ServerCertVerified, rustls::Error> {
        *self
            .certificate
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = describe(certificate);
        self.verifier
            .verify_server_cert(certificate, chain, name, ocsp, now)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        self.verifier
            .verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        self.verifier
            .verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.verifier.supported_verify_schemes()
    }
}

async fn limited<T>(until: Instant, work: impl Future<Output = T>) -> std::result::Result<T, ()> {
    timeout_at(until, work).await.map_err(|_| ())
}

/// Sends `request` and reads the head of the answer: its status.
///
/// hyper-util's tunnel does the same, but keeps the status to itself, which the report names.
async fn ask(stream: &mut Connection, request: &[u8]) -> io::Result<u16> {
    stream.write_all(request).await?;
    stream.flush().await?;
    let mut head = Vec::new();
    // Byte by byte: what follows the head belongs to the other side of the proxy.
    while !head.ends_with(b"\r\n\r\n") {
        if head.len() > LONGEST_ANSWER {
            return Err(io::Error::other("its answer is no HTTP"));
        }
        head.push(stream.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head);
    let mut words = head.split_ascii_whitespace();
    words
        .next()
        .filter(|version| version.starts_with("HTTP/"))
        .and_then(|_| words.next())
        .and_then(|status| status.parse().ok())
        .ok_or_else(|| io::Error::other("its answer is no HTTP"))
}

/// The issuer of this certificate and the end of its validity. Its text comes from the network.
fn describe(certificate: &CertificateDer<'_>) -> Option<String> {
    let (_, certificate) = X509Certificate::from_der(certificate).ok()?;
    let issuer = certificate
        .issuer()
        .iter_common_name()
        .chain(certificate.issuer().iter_organization())
        .find_map(|name| name.as_str().ok())
        .unwrap_or("an unnamed issuer");
    let issuer: String = issuer
        .chars()
        .filter(|own| !own.is_control())
        .take(80)
        .collect();
    let until = certificate.validity().not_after.to_datetime().date();
    Some(format!(
        "certificate issued by '{issuer}', valid until {until}"
    ))
}

fn trouble_with(reason: &CertificateError) -> Trouble {
    match reason {
        CertificateError::Expired
        | CertificateError::ExpiredContext { .. }
        | CertificateError::NotValidYet
        | CertificateError::NotValidYetContext { .. } => Trouble::WrongTime,
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            Trouble::WrongName
        }
        _ => Trouble::Untrusted,
    }
}

fn broken(error: &io::Error, tls: Option<&rustls::Error>) -> String {
    match (tls, error.kind()) {
        (Some(rustls::Error::AlertReceived(alert)), _) => {
            format!("TLS was refused ({alert:?})")
        }
        (Some(_), _) => "what answered does not speak TLS".to_owned(),
        (None, io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset) => {
            "the connection was closed during the TLS handshake".to_owned()
        }
        (None, _) => format!("TLS broke off: {}", reason(error)),
    }
}

/// The system's reason without its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    text.trim_end_matches(['.', ' ', '\r', '\n']).to_owned()
}
