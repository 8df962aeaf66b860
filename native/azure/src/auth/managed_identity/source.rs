//! What gives the tokens: how it is found, asked and known to be what it should be.

use std::{fmt::Write, path::PathBuf, time::Duration};

use azure_core::http::{Method, Request, Url};
use ring::digest;
use serde_json::Value;
use url::Host as UrlHost;

use super::{IdentitySource, Selector, arc};
use crate::{
    auth::{TokenRequest, environment::Variables},
    error::{Error, ErrorContext, ErrorKind, Result},
    http::{HttpStack, Reply, transport::Route},
    secret::Secret,
};

const IMDS: &str = "http://169.254.169.254";
const ARC: &str = "http://127.0.0.1:40342/metadata/identity/oauth2/token";

/// What gives the tokens.
#[derive(Debug)]
pub(super) enum Source {
    AppService {
        endpoint: Url,
        header: Secret,
    },
    ServiceFabric {
        endpoint: Url,
        header: Secret,
        thumbprint: String,
    },
    Arc {
        endpoint: Url,
        keys: PathBuf,
    },
    MachineLearning {
        endpoint: Url,
        secret: Secret,
    },
    CloudShell {
        endpoint: Url,
    },
    Imds {
        endpoint: Url,
    },
}

impl Source {
    pub(super) async fn find(request: &TokenRequest<'_>) -> Result<Self> {
        if let Some((endpoint, header)) = request.world.identity_endpoint() {
            let endpoint = address("IDENTITY_ENDPOINT", &endpoint)?;
            return Ok(Self::AppService { endpoint, header });
        }
        Self::detect(&request.world.variables().await?, request)
    }

    fn detect(variables: &Variables, request: &TokenRequest<'_>) -> Result<Self> {
        let endpoint = |name: &str| {
            variables
                .get(name)
                .map(|text| address(name, text))
                .transpose()
        };
        let thumbprint = variables.get("IDENTITY_SERVER_THUMBPRINT");
        if let Some(endpoint) = endpoint("IDENTITY_ENDPOINT")? {
            if let Some(header) = variables.secret("IDENTITY_HEADER") {
                return Ok(match thumbprint {
                    Some(thumbprint) => Self::ServiceFabric {
                        endpoint,
                        header,
                        thumbprint: thumbprint.to_owned(),
                    },
                    None => Self::AppService { endpoint, header },
                });
            }
            if variables.get("IMDS_ENDPOINT").is_some() {
                let keys = arc::keys(variables, request);
                return Ok(Self::Arc { endpoint, keys });
            }
        }
        if let Some(endpoint) = endpoint("MSI_ENDPOINT")? {
            return Ok(match variables.secret("MSI_SECRET") {
                Some(secret) => Self::MachineLearning { endpoint, secret },
                None => Self::CloudShell { endpoint },
            });
        }
        if request.world.has_arc_agent(variables) {
            return Ok(Self::Arc {
                endpoint: address("IDENTITY_ENDPOINT", ARC)?,
                keys: arc::keys(variables, request),
            });
        }
        let host = variables.get("AZURE_POD_IDENTITY_AUTHORITY_HOST");
        let mut endpoint = match host {
            Some(host) => address("AZURE_POD_IDENTITY_AUTHORITY_HOST", host)?,
            None => address("AZURE_POD_IDENTITY_AUTHORITY_HOST", IMDS)?,
        };
        endpoint.set_path("/metadata/identity/oauth2/token");
        Ok(Self::Imds { endpoint })
    }

    pub(super) fn kind(&self) -> IdentitySource {
        match self {
            Self::AppService { .. } => IdentitySource::AppService,
            Self::ServiceFabric { .. } => IdentitySource::ServiceFabric,
            Self::Arc { .. } => IdentitySource::Arc,
            Self::MachineLearning { .. } => IdentitySource::MachineLearning,
            Self::CloudShell { .. } => IdentitySource::CloudShell,
            Self::Imds { .. } => IdentitySource::Imds,
        }
    }

    /// Some have one identity only.
    pub(super) fn require(&self, selector: &Selector) -> Result<()> {
        let chooses = match self {
            Self::AppService { .. } | Self::Imds { .. } | Self::Arc { .. } => true,
            Self::MachineLearning { .. } => !matches!(selector, Selector::Resource(_)),
            Self::ServiceFabric { .. } | Self::CloudShell { .. } => false,
        };
        if chooses || *selector == Selector::System {
            return Ok(());
        }
        Err(ErrorContext::IdentityNotChosen {
            source: self.kind(),
            selector: selector.clone(),
        }
        .into())
    }

    /// The query by which the identity is chosen.
    fn query(&self, selector: &Selector, resource: &str) -> Vec<(&'static str, String)> {
        let version = match self {
            Self::AppService { .. } => "2019-08-01",
            Self::ServiceFabric { .. } => "2019-07-01-preview",
            Self::Arc { .. } => "2020-06-01",
            Self::MachineLearning { .. } => "2017-09-01",
            Self::CloudShell { .. } | Self::Imds { .. } => "2018-02-01",
        };
        let mut query = vec![
            ("api-version", version.to_owned()),
            ("resource", resource.to_owned()),
        ];
        match selector {
            Selector::System => {}
            Selector::Client(id) => {
                let name = match self {
                    Self::MachineLearning { .. } => "clientid",
                    _ => "client_id",
                };
                query.push((name, id.clone()));
            }
            Selector::Resource(id) => {
                let name = match self {
                    Self::Imds { .. } => "msi_res_id",
                    _ => "mi_res_id",
                };
                query.push((name, id.clone()));
            }
        }
        query
    }

    pub(super) async fn ask(
        &self,
        request: &TokenRequest<'_>,
        selector: &Selector,
        resource: &str,
        refused: Option<&Secret>,
    ) -> Result<Reply> {
        let mut query = self.query(selector, resource);
        if let Some(refused) = refused
            && matches!(self, Self::AppService { .. } | Self::ServiceFabric { .. })
        {
            // These two bypass the token in their cache when the request names it.
            let digest = digest::digest(&digest::SHA256, refused.expose().as_bytes());
            query.push(("token_sha256_to_refresh", hex(digest.as_ref())));
            query.push(("xms_cc", "cp1".to_owned()));
        }
        let get = |endpoint: &Url, headers: &[(&'static str, &str)]| {
            let mut url = endpoint.clone();
            url.query_pairs_mut().extend_pairs(&query);
            let mut message = Request::new(url, Method::Get);
            for (name, value) in headers {
                message.insert_header(*name, (*value).to_owned());
            }
            message
        };
        match self {
            Self::AppService { endpoint, header } => {
                let message = get(endpoint, &[("x-identity-header", header.expose())]);
                send(request, endpoint, None, message).await
            }
            Self::ServiceFabric {
                endpoint,
                header,
                thumbprint,
            } => {
                let message = get(endpoint, &[("secret", header.expose())]);
                send(request, endpoint, Some(thumbprint), message).await
            }
            Self::MachineLearning { endpoint, secret } => {
                let message = get(endpoint, &[("secret", secret.expose())]);
                send(request, endpoint, None, message).await
            }
            Self::CloudShell { endpoint } => {
                let mut message = Request::new(endpoint.clone(), Method::Post);
                message.insert_header("metadata", "true");
                message.insert_header("content-type", "application/x-www-form-urlencoded");
                let form = url::form_urlencoded::Serializer::new(String::new())
                    .append_pair("resource", resource)
                    .finish();
                message.set_body(form);
                send(request, endpoint, None, message).await
            }
            Self::Arc { endpoint, keys } => {
                let metadata = ("metadata", "true");
                let challenge = send(request, endpoint, None, get(endpoint, &[metadata])).await?;
                if challenge.status != 401 {
                    return Ok(challenge);
                }
                let header = challenge.header("www-authenticate").unwrap_or_default();
                let key = arc::key(header, keys)?;
                let basic = Secret::new(format!("Basic {}", key.expose()));
                let message = get(endpoint, &[metadata, ("authorization", basic.expose())]);
                send(request, endpoint, None, message).await
            }
            Self::Imds { endpoint } => {
                // While a machine or an identity is being set up its service answers so: how long is documented.
                let mut waits = [
                    (410, 40),
                    (410, 16),
                    (410, 8),
                    (410, 4),
                    (404, 4),
                    (404, 2),
                    (404, 1),
                ]
                .to_vec();
                loop {
                    let message = get(endpoint, &[("metadata", "true")]);
                    let reply = send(request, endpoint, None, message)
                        .await
                        .map_err(no_imds)?;
                    if is_default(endpoint) && !is_genuine(&reply) {
                        return Err(another_service(&reply));
                    }
                    let place = waits
                        .iter()
                        .rposition(|(status, _)| *status == reply.status);
                    let Some(place) = place else {
                        return Ok(reply);
                    };
                    let (_, seconds) = waits.remove(place);
                    request
                        .world
                        .clock()
                        .sleep(Duration::from_secs(seconds))
                        .await;
                }
            }
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn is_default(endpoint: &Url) -> bool {
    Url::parse(IMDS).is_ok_and(|own| own.origin() == endpoint.origin())
}

/// Whether an answer is one of Azure's instance metadata service. Other clouds and networks have services of their own
/// at its address, which answer with pages, texts or JSON of another form.
fn is_genuine(reply: &Reply) -> bool {
    let body = reply.body().trim_ascii();
    if body.is_empty() {
        // While the service starts.
        return matches!(reply.status, 404 | 410 | 429 | 500..);
    }
    let Ok(body) = serde_json::from_slice::<Value>(body) else {
        return false;
    };
    if reply.status == 200 {
        let bearer = body["token_type"]
            .as_str()
            .is_some_and(|kind| kind.eq_ignore_ascii_case("Bearer"));
        return body["access_token"].is_string() && bearer;
    }
    body["error"].is_string()
}

fn another_service(reply: &Reply) -> Error {
    let name = |text: &str| {
        text.chars()
            .filter(|own| !own.is_control())
            .take(40)
            .collect()
    };
    ErrorContext::ForeignMetadataService {
        status: reply.status,
        server: reply.header("server").map(name),
    }
    .into()
}

/// Nothing answers at the address that virtual machines have: this is none.
fn no_imds(error: Error) -> Error {
    if !matches!(error.kind, ErrorKind::Connection | ErrorKind::Protocol) {
        return error;
    }
    Error::from(ErrorContext::NoIdentity).caused_by(error)
}

/// An endpoint that is on this machine or its link, or one over https that is: secrets go there.
fn address(variable: &str, text: &str) -> Result<Url> {
    let local = Url::parse(text).ok().filter(|url| {
        let near = match url.host() {
            Some(UrlHost::Ipv4(address)) => address.is_loopback() || address.is_link_local(),
            Some(UrlHost::Ipv6(address)) => {
                address.is_loopback() || address.is_unicast_link_local()
            }
            Some(UrlHost::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
            None => false,
        };
        url.scheme() == "https" || (url.scheme() == "http" && near)
    });
    local.ok_or_else(|| {
        ErrorContext::IdentityAddress {
            variable: variable.to_owned(),
        }
        .into()
    })
}

async fn send(
    request: &TokenRequest<'_>,
    endpoint: &Url,
    thumbprint: Option<&str>,
    message: Request,
) -> Result<Reply> {
    // Never through a proxy: it would see the secret, and loopback and link-local mean another machine there.
    let stack: HttpStack = match thumbprint {
        Some(thumbprint) => request.world.stack(&Route::pinned(thumbprint))?,
        None if endpoint.scheme() == "http" => request.world.stack(&Route::direct())?,
        // Another over https: as the sign-in service is reached.
        None => request.stack.clone(),
    };
    stack.ask(request.progress, message).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_is_https_loopback_or_link_local() {
        for good in [
            "http://127.0.0.1:8081/msi/token",
            "http://localhost:1/",
            "http://169.254.1.2/x",
            "http://[::1]:1/",
            "https://10.0.0.1/token",
        ] {
            assert!(address("X", good).is_ok(), "{good}");
        }
        for bad in [
            "http://10.0.0.1/",
            "http://example.com/",
            "http://127.0.0.1.example.com/",
            "ftp://127.0.0.1/",
            "127.0.0.1",
        ] {
            let error = address("IDENTITY_ENDPOINT", bad).unwrap_err();
            assert!(
                matches!(*error.context, ErrorContext::IdentityAddress { .. }),
                "{bad}"
            );
        }
    }
}
