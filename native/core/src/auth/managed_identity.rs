//! The identity of the machine or service that the script runs on.
//!
//! Protocols: <https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token>,
//! <https://learn.microsoft.com/azure/app-service/overview-managed-identity>,
//! <https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication>.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use azure_core::http::{Method, Request, Url};
use serde_json::{Value, json};
use tokio::sync::OnceCell;
use url::Host as UrlHost;

use super::{
    Kept, Token, TokenRequest, access_token::claims, environment::Variables, token_endpoint::number,
};
use crate::{
    clock::unix_seconds,
    error::{Error, ErrorKind, Result},
    http::{HttpStack, Reply, transport::Route},
    secret::Secret,
};

const IMDS: &str = "http://169.254.169.254";
const ARC: &str = "http://127.0.0.1:40342/metadata/identity/oauth2/token";
/// Arc's secret is a short text; more is not it.
const LARGEST_KEY: u64 = 4096;

/// Which of the machine's identities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// The machine's own.
    System,
    /// A user-assigned one by its client id.
    Client(String),
    /// A user-assigned one by its resource id.
    Resource(String),
}

impl Selector {
    /// The identity that `-AccountId` or `AZURE_CLIENT_ID` names: by resource id or by client id.
    #[must_use]
    pub fn named(id: Option<&str>) -> Self {
        match id.map(str::trim) {
            None | Some("") => Self::System,
            Some(id) if id.starts_with('/') => Self::Resource(id.to_owned()),
            Some(id) => Self::Client(id.to_owned()),
        }
    }

    fn describe(&self) -> String {
        match self {
            Self::System => "a system-assigned identity".to_owned(),
            Self::Client(id) | Self::Resource(id) => format!("the identity '{id}'"),
        }
    }
}

/// What gives the tokens.
#[derive(Debug)]
enum Source {
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

/// A managed identity; where its tokens come from is found out when the first is wanted.
#[derive(Debug)]
pub struct ManagedIdentity {
    selector: Selector,
    source: OnceCell<Source>,
}

impl ManagedIdentity {
    /// This identity of the machine.
    #[must_use]
    pub fn new(selector: Selector) -> Self {
        Self {
            selector,
            source: OnceCell::new(),
        }
    }

    /// Whether these variables say that there is an identity; a virtual machine has none of them.
    #[must_use]
    pub fn is_told_by(variables: &Variables) -> bool {
        ["IDENTITY_ENDPOINT", "MSI_ENDPOINT"]
            .iter()
            .any(|name| variables.get(name).is_some())
    }

    /// A new token. The identity's service keeps tokens of its own and may give one again.
    ///
    /// # Errors
    /// `Credential` when there is no such identity here, `InvalidInput` for an endpoint that is not local.
    pub async fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let source = self
            .source
            .get_or_try_init(|| Source::find(request))
            .await?;
        source.require(&self.selector)?;
        let resource = request.scope.trim_end_matches(".default");
        let resource = resource.strip_suffix('/').unwrap_or(resource);
        let reply = source.ask(request, &self.selector, resource).await?;
        self.read(request, source, &reply)
    }

    fn read(&self, request: &TokenRequest<'_>, source: &Source, reply: &Reply) -> Result<Token> {
        let mut body: Value = serde_json::from_slice(reply.body()).unwrap_or_default();
        if reply.status != 200 {
            let text = |name: &str| body[name].as_str().map(str::to_owned);
            let reason = text("error_description")
                .or_else(|| text("message"))
                .or_else(|| body["error"]["message"].as_str().map(str::to_owned))
                .or_else(|| text("error"))
                .unwrap_or_else(|| format!("HTTP status {}", reply.status));
            return Err(self.missing(source, &reason));
        }
        let Value::String(token) = body["access_token"].take() else {
            return Err(Error::protocol(format!(
                "{} answered without a token.",
                source.name()
            )));
        };
        let secret = Secret::new(token);
        let now = unix_seconds(request.library.clock.now());
        // Some write a date here; the token itself says it too.
        let expires_on = number(body.get("expires_on"))
            .or_else(|| claims(&secret).and_then(|claims| claims["exp"].as_i64()))
            .or_else(|| number(body.get("expires_in")).map(|seconds| now + seconds))
            .unwrap_or(now + 600);
        Ok(Token { secret, expires_on })
    }

    fn missing(&self, source: &Source, reason: &str) -> Error {
        let first = reason.lines().next().unwrap_or_default();
        Error::new(
            ErrorKind::Credential,
            format!(
                "{} gave no token for {}: {}. Check that the identity is assigned here; a user-assigned one is named \
                 by its client id with Connect-AzAccount -Identity -AccountId.",
                source.name(),
                self.selector.describe(),
                first.trim_end_matches(['.', ' '])
            ),
        )
    }

    pub(super) fn keep(&self) -> Kept {
        let public = match &self.selector {
            Selector::System => json!({}),
            Selector::Client(id) => json!({"clientId": id}),
            Selector::Resource(id) => json!({"resourceId": id}),
        };
        Kept::new("ManagedIdentity", public)
    }

    pub(super) fn from_kept(kept: &Kept) -> Self {
        let id = kept
            .text_if("clientId")
            .or_else(|| kept.text_if("resourceId"));
        Self::new(Selector::named(id.as_deref()))
    }
}

impl Source {
    async fn find(request: &TokenRequest<'_>) -> Result<Self> {
        let emulator = request
            .library
            .state()
            .emulator
            .as_ref()
            .map(|emulator| emulator.identity.clone());
        // While the emulator runs, nothing asks the machine for its own.
        if let Some((endpoint, header)) = emulator {
            let endpoint = address("IDENTITY_ENDPOINT", &endpoint)?;
            return Ok(Self::AppService { endpoint, header });
        }
        Self::detect(&Variables::ask(request.host).await?, request)
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
                let keys = arc_keys(variables, request);
                return Ok(Self::Arc { endpoint, keys });
            }
        }
        if let Some(endpoint) = endpoint("MSI_ENDPOINT")? {
            return Ok(match variables.secret("MSI_SECRET") {
                Some(secret) => Self::MachineLearning { endpoint, secret },
                None => Self::CloudShell { endpoint },
            });
        }
        if request.library.outside.has_arc_agent(variables) {
            return Ok(Self::Arc {
                endpoint: address("IDENTITY_ENDPOINT", ARC)?,
                keys: arc_keys(variables, request),
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

    fn name(&self) -> &'static str {
        match self {
            Self::AppService { .. } => "The managed identity of this service",
            Self::ServiceFabric { .. } => "Service Fabric's managed identity",
            Self::Arc { .. } => "Azure Arc's managed identity",
            Self::MachineLearning { .. } => "Azure Machine Learning's managed identity",
            Self::CloudShell { .. } => "Cloud Shell",
            Self::Imds { .. } => "The managed identity of this virtual machine",
        }
    }

    /// Some have one identity only.
    fn require(&self, selector: &Selector) -> Result<()> {
        let chooses = match self {
            Self::AppService { .. } | Self::Imds { .. } | Self::Arc { .. } => true,
            Self::MachineLearning { .. } => !matches!(selector, Selector::Resource(_)),
            Self::ServiceFabric { .. } | Self::CloudShell { .. } => false,
        };
        if chooses || *selector == Selector::System {
            return Ok(());
        }
        Err(Error::invalid(
            "AccountId",
            format!(
                "{} cannot give tokens for {}: which identity it uses is set where it is set up. Leave -AccountId out.",
                self.name(),
                selector.describe()
            ),
        ))
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

    async fn ask(
        &self,
        request: &TokenRequest<'_>,
        selector: &Selector,
        resource: &str,
    ) -> Result<Reply> {
        let query = self.query(selector, resource);
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
                let told = challenge.header("www-authenticate").unwrap_or_default();
                let key = arc_key(told, keys)?;
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
                    let place = waits
                        .iter()
                        .rposition(|(status, _)| *status == reply.status);
                    let Some(place) = place else {
                        return Ok(reply);
                    };
                    let (_, seconds) = waits.remove(place);
                    request
                        .library
                        .clock
                        .sleep(Duration::from_secs(seconds))
                        .await;
                }
            }
        }
    }
}

/// Nothing answers at the address that virtual machines have: this is none.
fn no_imds(error: Error) -> Error {
    if !matches!(error.kind, ErrorKind::Connection | ErrorKind::Protocol) {
        return error;
    }
    Error::new(
        ErrorKind::Credential,
        "This computer has no managed identity: it is no virtual machine of Azure with one, and no variable such as \
         $env:IDENTITY_ENDPOINT names another place that gives tokens. Sign in in another way.",
    )
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
        Error::invalid(
            "Identity",
            format!(
                "The address in $env:{variable} is refused: the managed identity's secret and tokens go over https, or to \
                 this computer (loopback or link-local) only. Clear the variable or correct it."
            ),
        )
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
        Some(thumbprint) => request.library.stack(&Route::pinned(thumbprint))?,
        None if endpoint.scheme() == "http" => request.library.stack(&Route::direct())?,
        // Another over https: as the sign-in service is reached.
        None => request.stack.clone(),
    };
    stack.ask(request.host, message).await
}

fn arc_keys(variables: &Variables, request: &TokenRequest<'_>) -> PathBuf {
    if let Some(own) = &request.library.outside.arc_keys {
        return own.clone();
    }
    if cfg!(windows) {
        let data = variables.get("ProgramData").unwrap_or(r"C:\ProgramData");
        Path::new(data).join(r"AzureConnectedMachineAgent\Tokens")
    } else {
        PathBuf::from("/var/opt/azcmagent/tokens")
    }
}

/// Reads the file that Arc's challenge names, which proves that this process may use the identity. Only a small
/// `.key` file directly in the agent's directory is read: anything may answer on a port.
fn arc_key(challenge: &str, keys: &Path) -> Result<Secret> {
    let refuse = |reason: &str| {
        Error::new(
            ErrorKind::Credential,
            format!(
                "Azure Arc's challenge is refused: {reason}. Check the Azure Connected Machine agent (azcmagent check)."
            ),
        )
    };
    let (scheme, rest) = challenge.split_once(' ').unwrap_or_default();
    let path = rest
        .trim()
        .strip_prefix("realm=")
        .filter(|_| scheme.eq_ignore_ascii_case("basic"))
        .map(|path| PathBuf::from(path.trim_matches('"')))
        .ok_or_else(|| refuse("it names no file"))?;
    if path.parent() != Some(keys) || path.extension().is_none_or(|end| end != "key") {
        return Err(refuse(&format!(
            "it names a file that is not a .key file in '{}'",
            keys.display()
        )));
    }
    let unreadable = |error: std::io::Error| {
        refuse(&format!(
            "its file could not be read ({error}); the user must be an administrator or in the group 'himds'"
        ))
    };
    let about = fs::symlink_metadata(&path).map_err(unreadable)?;
    if !about.is_file() || about.len() > LARGEST_KEY {
        return Err(refuse("its file is not a small ordinary file"));
    }
    let bytes = zeroize::Zeroizing::new(fs::read(&path).map_err(unreadable)?);
    Secret::from_utf8(bytes.trim_ascii()).ok_or_else(|| refuse("its file is no text"))
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
                error
                    .message
                    .starts_with("The address in $env:IDENTITY_ENDPOINT is refused"),
                "{bad}"
            );
        }
    }

    #[test]
    fn arcs_file_lies_in_its_directory_and_is_small() {
        let keys = std::env::temp_dir().join(format!("azir-arc-{}", std::process::id()));
        fs::create_dir_all(keys.join("inner")).unwrap();
        let write = |name: &str, text: &str| {
            fs::write(keys.join(name), text).unwrap();
            format!("Basic realm={}", keys.join(name).display())
        };
        let good = write("good.key", "planted\n");
        assert_eq!(arc_key(&good, &keys).unwrap().expose(), "planted");
        for bad in [
            write("large.key", &"x".repeat(5000)),
            write("other.txt", "x"),
            write("inner/deeper.key", "x"),
            format!("Basic realm={}/inner/../good.key", keys.display()),
            format!("Basic realm={}/none.key", keys.display()),
            "Basic".to_owned(),
            format!("Bearer realm={}/good.key", keys.display()),
        ] {
            let error = arc_key(&bad, &keys).unwrap_err();
            assert!(
                error
                    .message
                    .starts_with("Azure Arc's challenge is refused"),
                "{bad}"
            );
        }
        fs::remove_dir_all(keys).unwrap();
    }
}
