//! The one HTTP client: who is trusted, and through which proxy.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use azure_core::http::{HttpClient, Url};
use hyper_util::client::proxy::matcher::Matcher;

use super::{redaction, resolver::Resolver, tls};
use crate::{
    error::{Error, ErrorContext, Result},
    secret::Secret,
};

/// Who is trusted and how the network is reached; equal settings share one client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Route {
    /// Trust this certificate authority and no other. Names below `.localhost` are this computer then.
    pub only_authority: Option<PathBuf>,
    /// Trust the system and these too.
    pub extra_authorities: Option<PathBuf>,
    /// Proxy for https; its address may hold a password.
    pub proxy: Option<Secret>,
    /// Names that are reached without the proxy.
    pub no_proxy: Option<String>,
    /// Straight to this machine or its link, never by a proxy, and without waiting long for a connection.
    pub direct: bool,
    /// How many seconds a server may stay silent, as the caller wrote it.
    pub patience: Option<String>,
    /// Trust the certificate with this SHA-1 thumbprint and no other.
    pub pinned: Option<String>,
}

impl Route {
    /// The proxy of this route in words.
    #[must_use]
    pub fn proxy_in_words(&self) -> Option<NamedProxy> {
        if self.direct {
            return None;
        }
        let Some(proxy) = &self.proxy else {
            return Some(NamedProxy::default());
        };
        let text = proxy.expose().trim();
        let url = Url::parse(text)
            .ok()
            .filter(Url::has_host)
            .or_else(|| Url::parse(&format!("http://{text}")).ok());
        Some(NamedProxy {
            address: url.as_ref().map(|url| {
                let address = redaction::address(url);
                address.trim_end_matches('/').to_owned()
            }),
            has_credentials: url.is_some_and(|url| !url.username().is_empty()),
            from_environment: true,
        })
    }

    /// The route to what is on this machine or its link.
    #[must_use]
    pub fn direct() -> Self {
        Self {
            direct: true,
            ..Self::default()
        }
    }

    /// The route to a server that is known by its certificate's thumbprint.
    #[must_use]
    pub fn pinned(thumbprint: &str) -> Self {
        Self {
            pinned: Some(thumbprint.to_ascii_uppercase()),
            ..Self::direct()
        }
    }

    /// The route to a server that is known by its own certificate authority, never by a proxy.
    #[must_use]
    pub fn trusting_only(authority: PathBuf) -> Self {
        Self {
            only_authority: Some(authority),
            ..Self::default()
        }
    }
}

/// A proxy as a message may name it: without what is secret of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedProxy {
    /// Its address; nothing when the system knows it.
    pub address: Option<String>,
    /// Whether user name and password were given with it.
    pub has_credentials: bool,
    /// Whether the environment names it; else it is the system's.
    pub from_environment: bool,
}

/// Makes clients and keeps one for each route, so that connections are reused.
pub trait Clients: Send + Sync + std::fmt::Debug {
    /// The client for `route`.
    ///
    /// # Errors
    /// `InvalidInput` when a certificate file or proxy cannot be used.
    fn client(&self, route: &Route) -> Result<Arc<dyn HttpClient>>;
}

/// Clients that use the network.
#[derive(Debug, Default)]
pub struct NetworkClients {
    made: Mutex<HashMap<Route, Arc<dyn HttpClient>>>,
}

impl Clients for NetworkClients {
    fn client(&self, route: &Route) -> Result<Arc<dyn HttpClient>> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = made.get(route) {
            return Ok(Arc::clone(client));
        }
        let client: Arc<dyn HttpClient> = Arc::new(build(route)?);
        made.insert(route.clone(), Arc::clone(&client));
        Ok(client)
    }
}

fn build(route: &Route) -> Result<reqwest::Client> {
    let refuse = |error: &dyn std::fmt::Display| {
        Error::from(ErrorContext::NoHttpClient {
            reason: error.to_string(),
        })
    };
    let mut tls = tls::config(route)?;
    // A call's requests follow one another: HTTP/2 would cost each a third more and gain nothing.
    tls.alpn_protocols = vec![b"http/1.1".to_vec()];
    let mut builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(Duration::from_secs(if route.direct { 2 } else { 20 }))
        .tcp_nodelay(true);
    if route.only_authority.is_some() {
        builder = builder.dns_resolver(Resolver);
    }
    if let Some(proxy) = &route.proxy {
        let proxy = reqwest::Proxy::all(proxy.expose())
            .map_err(|_| unusable_proxy())?
            .no_proxy(reqwest::NoProxy::from_string(&spared(route)));
        builder = builder.proxy(proxy);
    } else if is_direct(route) {
        builder = builder.no_proxy();
    }
    builder.build().map_err(|error| refuse(&error))
}

/// The proxies of `route`, for connections that no client of this library makes; nothing where all is reached directly.
///
/// # Errors
/// `InvalidInput` for an address that is none.
pub fn proxies(route: &Route) -> Result<Option<Matcher>> {
    if let Some(proxy) = &route.proxy {
        reqwest::Proxy::all(proxy.expose()).map_err(|_| unusable_proxy())?;
        let matcher = Matcher::builder()
            .all(proxy.expose())
            .no(spared(route))
            .build();
        return Ok(Some(matcher));
    }
    let none = is_direct(route);
    Ok((!none).then(Matcher::from_system))
}

/// Whether nothing on `route` goes by a proxy that the environment does not name.
fn is_direct(route: &Route) -> bool {
    // On other systems the proxy comes from the environment, which the caller has read already.
    route.direct || route.only_authority.is_some() || !cfg!(any(windows, target_os = "macos"))
}

/// The names that are reached without the proxy. Loopback is never proxied.
fn spared(route: &Route) -> String {
    format!(
        "localhost,127.0.0.0/8,::1,{}",
        route.no_proxy.as_deref().unwrap_or("")
    )
}

fn unusable_proxy() -> Error {
    ErrorContext::UnusableProxy.into()
}
