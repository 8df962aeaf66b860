//! Sockets: TLS with HTTP/1.1 and HTTP/2, and plain HTTP for the managed identities.

use std::sync::Arc;
use std::time::Duration;

use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use rustls::ServerConfig;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use super::{Shared, exchange};
use crate::certificates::ServerCertificate;

/// How a connection is protected.
///
/// # Errors
///
/// When certificate and key do not fit, in words.
pub fn tls(certificate: ServerCertificate) -> Result<TlsAcceptor, String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| format!("TLS cannot be set up: {error}"))?
        .with_no_client_auth()
        .with_single_cert(certificate.chain, certificate.key)
        .map_err(|error| format!("the certificate cannot be used: {error}"))?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// Serves HTTPS for ever.
pub async fn accept_tls(listener: &TcpListener, tls: TlsAcceptor, shared: &Arc<Shared>) {
    loop {
        let Some(stream) = next(listener).await else {
            continue;
        };
        let (tls, shared) = (tls.clone(), Arc::clone(shared));
        tokio::spawn(async move {
            // A client that does not trust the authority ends the handshake; that is no fault of the emulator.
            if let Ok(stream) = tls.accept(stream).await {
                serve(stream, shared, exchange::Port::Tls).await;
            }
        });
    }
}

/// Serves the managed identity for ever.
pub async fn accept_plain(listener: &TcpListener, shared: &Arc<Shared>) {
    loop {
        let Some(stream) = next(listener).await else {
            continue;
        };
        tokio::spawn(serve(stream, Arc::clone(shared), exchange::Port::Identity));
    }
}

async fn next(listener: &TcpListener) -> Option<TcpStream> {
    if let Ok((stream, _)) = listener.accept().await {
        // Small answers must not wait for the other side's acknowledgement.
        let _ = stream.set_nodelay(true);
        Some(stream)
    } else {
        // Out of file handles, most likely: let some close.
        tokio::time::sleep(Duration::from_millis(10)).await;
        None
    }
}

async fn serve(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    shared: Arc<Shared>,
    port: exchange::Port,
) {
    let service = service_fn(move |request| exchange::answer(Arc::clone(&shared), request, port));
    // A connection ends when either side closes it, and also when a fault drops it.
    let _ = auto::Builder::new(TokioExecutor::new())
        .serve_connection(TokioIo::new(stream), service)
        .await;
}
