//! Asks for one address again and again, over kept-alive TLS, and prints the number of answers a second.
//!
//! `azir-load URL CA TOKEN SECONDS [CONNECTIONS]` prints `{"requestsPerSecond":…,"requests":…,"seconds":…}`.

use std::error::Error;
use std::io::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Empty};
use hyper::Request;
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

type Failure = Box<dyn Error + Send + Sync>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [url, ca, token, seconds, rest @ ..] = words.as_slice() else {
        return Err("usage: azir-load URL CA TOKEN SECONDS [CONNECTIONS]".into());
    };
    let url = url::Url::parse(url)?;
    let connections = rest.first().map_or(Ok(4), |count| count.parse::<usize>())?;
    let tls = trusting(ca)?;
    let begin = Instant::now();
    let end = begin + Duration::from_secs_f64(seconds.parse()?);
    let tasks: Vec<_> = (0..connections)
        .map(|_| tokio::spawn(ask(url.clone(), tls.clone(), token.clone(), end)))
        .collect();
    let mut requests = 0_u32;
    for task in tasks {
        requests += task.await??;
    }
    let seconds = begin.elapsed().as_secs_f64();
    let result = serde_json::json!({
        "requestsPerSecond": (f64::from(requests) / seconds).round(),
        "requests": requests,
        "seconds": seconds,
    });
    writeln!(std::io::stdout(), "{result}")?;
    Ok(())
}

/// TLS that trusts the authority in this file alone.
fn trusting(ca: &str) -> Result<TlsConnector, Failure> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(ca)?)?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

/// Asks on one connection until `end`; counts the answers, which must all be good ones.
async fn ask(
    url: url::Url,
    tls: TlsConnector,
    token: String,
    end: Instant,
) -> Result<u32, Failure> {
    let host = url.host_str().ok_or("the URL has no host")?.to_owned();
    let port = url.port_or_known_default().ok_or("the URL has no port")?;
    let stream = TcpStream::connect((host.as_str(), port)).await?;
    stream.set_nodelay(true)?;
    let stream = tls
        .connect(ServerName::try_from(host.clone())?, stream)
        .await?;
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let target = url.query().map_or_else(
        || url.path().to_owned(),
        |query| format!("{}?{query}", url.path()),
    );
    let mut count = 0;
    while Instant::now() < end {
        let request = Request::get(&target)
            .header("host", format!("{host}:{port}"))
            .header("authorization", format!("Bearer {token}"))
            .body(Empty::<Bytes>::new())?;
        let answer = sender.send_request(request).await?;
        let status = answer.status();
        answer.into_body().collect().await?;
        if !status.is_success() {
            return Err(format!("answered with {status}").into());
        }
        count += 1;
    }
    Ok(count)
}
