//! `Invoke-AzRestMethod`: a request of the user's own, and its answer whatever its status.

use azir_azure::{
    arm::{
        client::{Audience, RequestOptions},
        long_running::{Timer, Watch},
    },
    error::ServiceFault,
    http::{Reply, RetrySafety},
    json::{self, Lookup},
    secret::Secret,
};
use azure_core::http::{Method, Url};

use crate::{
    Call,
    accounts::environment::{EXTENDED, Environment},
    arm::Arm,
    error::{Error, ErrorKind, Result},
    output::{Field, Record, Shape},
    purview::hosts::PURVIEW_SCOPE,
};

static RESPONSE: Shape = Shape::named("Microsoft.Azure.Commands.Profile.Models.PSHttpResponse");

/// Headers that say where a long-running operation is, in the order in which they count.
const POLLED: [&str; 3] = ["azure-asyncoperation", "operation-location", "location"];

/// A service beside Resource Manager: the member of an environment with its address, whether that is the end of a host
/// name, and the member with what its tokens are for.
const SERVICES: [(&str, bool, &str); 4] = [
    (EXTENDED[1], false, EXTENDED[0]),
    (
        "AzureKeyVaultDnsSuffix",
        true,
        "AzureKeyVaultServiceEndpointResourceId",
    ),
    (
        "AzureSynapseAnalyticsEndpointSuffix",
        true,
        "AzureSynapseAnalyticsEndpointResourceId",
    ),
    (
        "AzureOperationalInsightsEndpoint",
        false,
        "AzureOperationalInsightsEndpointResourceId",
    ),
];

/// Sends the request and writes its answer, or the last one of its operation with `-WaitForCompletion`.
///
/// # Errors
/// `InvalidInput` for an address that no token is for; connection and credential errors; an operation that failed.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?.without_registration();
    let arguments = call.arguments();
    let (name, method) = method(arguments.filled("Method").as_deref())?;
    let (arm, url) = target(&arm)?;
    // The query may hold a signature.
    let shown = url.path().to_owned();
    if method != Method::Get && !call.caller.should_process_only(name, &shown).await? {
        return Ok(());
    }
    let options = RequestOptions {
        retry: match method {
            Method::Post | Method::Patch => RetrySafety::OnlyUnsent,
            _ => RetrySafety::Safe,
        },
        ..RequestOptions::default()
    };
    let payload = arguments.secret("Payload");
    let reply = arm
        .exchange(method, &url, payload.as_ref(), options)
        .await?;
    if !arguments.switch("WaitForCompletion") {
        return call.caller.object(record(name, &url, &reply)).await;
    }
    if !goes_on(method, &reply) {
        call.caller.object(record(name, &url, &reply)).await?;
        return call
            .caller
            .warning(
                "The -WaitForCompletion flag was specified, but the request does not appear to be a long-running \
                 operation.",
            )
            .await;
    }
    let (place, last) = wait(&arm, method, &url, reply).await?;
    // As Az has it: the method and the address are those of the last request.
    call.caller.object(record("GET", &place, &last)).await
}

fn method(name: Option<&str>) -> Result<(&'static str, Method)> {
    let name = name.unwrap_or("GET");
    [
        ("GET", Method::Get),
        ("POST", Method::Post),
        ("PUT", Method::Put),
        ("PATCH", Method::Patch),
        ("DELETE", Method::Delete),
    ]
    .into_iter()
    .find(|(own, _)| own.eq_ignore_ascii_case(name))
    .ok_or_else(|| Error::invalid("Method", "Invalid HTTP Method"))
}

/// Where the request goes, and with whose tokens.
fn target<'c>(arm: &Arm<'c>) -> Result<(Arm<'c>, Url)> {
    let arguments = arm.call.arguments();
    if let Some(text) = arguments.filled("Uri") {
        let url = Url::parse(&text).ok().filter(Url::has_host);
        let url = url.ok_or_else(|| {
            Error::invalid("Uri", format!("-Uri '{text}' is not a complete address."))
        })?;
        return Ok((at(arm, &url)?, url));
    }
    if let Some(path) = arguments.filled("Path") {
        return Ok((arm.clone(), at_path(arm, &path)?));
    }
    let subscription = arguments
        .filled("SubscriptionId")
        .map_or_else(|| arm.subscription().map(str::to_owned), Ok)?;
    let mut segments = vec!["subscriptions".to_owned(), subscription];
    if let Some(group) = arguments.filled("ResourceGroupName") {
        segments.extend(["resourceGroups".to_owned(), group]);
    }
    if let Some(provider) = arguments.filled("ResourceProviderName") {
        segments.extend(["providers".to_owned(), provider]);
    }
    let kinds = arguments.texts("ResourceType").unwrap_or_default();
    let names = arguments.texts("Name").unwrap_or_default();
    if names.len() > kinds.len() {
        return Err(Error::invalid(
            "Name",
            format!(
                "-Name has {} names and -ResourceType has {} types. Give a type for each name.",
                names.len(),
                kinds.len()
            ),
        ));
    }
    let mut names = names.into_iter();
    for kind in kinds {
        segments.push(kind);
        segments.extend(names.next());
    }
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let version = arguments.required("ApiVersion")?;
    Ok((arm.clone(), arm.url(&segments, &version)))
}

/// The address of `path` at Resource Manager. A path that leads to another host is refused.
fn at_path(arm: &Arm<'_>, path: &str) -> Result<Url> {
    let base = &arm.context.cloud.resource_manager;
    let url = if path.starts_with('/') {
        Url::parse(&format!("{}{path}", base.trim_end_matches('/'))).ok()
    } else {
        None
    };
    url.filter(|url| arm.is_home(url)).ok_or_else(|| {
        Error::invalid(
            "Path",
            format!(
                "-Path '{path}' is not a path at Azure Resource Manager. A path begins with '/', such as \
                 '/subscriptions/<subscription id>/resourceGroups?api-version=2021-04-01'. For a complete address, \
                 use -Uri."
            ),
        )
    })
}

/// The client for the service at `url`.
fn at<'c>(arm: &Arm<'c>, url: &Url) -> Result<Arm<'c>> {
    let cloud = &arm.context.cloud;
    let given = arm.call.arguments().filled("ResourceId");
    if arm.is_home(url) && given.is_none() {
        return Ok(arm.clone());
    }
    let host = url.host_str().unwrap_or_default().to_ascii_lowercase();
    if cloud.only_authority.is_some() && !arm.is_home(url) {
        return Err(Error::new(
            ErrorKind::InvalidState,
            format!(
                "The request to '{host}' was not sent: the context in use is of the emulator, and nothing goes \
                 anywhere else. To send requests to Azure, run Stop-AzIntegrationRuntimeEmulator first."
            ),
        ));
    }
    let scope = match given {
        Some(resource) if cloud.is_resource_manager(&resource) && !arm.is_home(url) => {
            return Err(Error::invalid(
                "ResourceId",
                "The resource ID of Azure Resource Manager cannot be used for other endpoint. Please make sure to \
                 input the correct resource ID that matches the request URI.",
            ));
        }
        Some(resource) => scope_of(&resource),
        None => known_scope(arm, &host).ok_or_else(|| {
            Error::invalid(
                "ResourceId",
                format!(
                    "Cannot find resource id(audience) for authentication. The host '{host}' is of no service that is \
                     known here. Give the audience of its access tokens with -ResourceId."
                ),
            )
        })?,
    };
    let audience = Audience {
        scope,
        tenant: None,
        whose: format!("The service at '{host}'"),
    };
    Ok(arm.at(url.clone(), audience))
}

fn scope_of(resource: &str) -> String {
    if resource.ends_with("/.default") {
        return resource.to_owned();
    }
    format!("{resource}/.default")
}

/// What a token for the service at `host` is asked for, by the endpoints of the cloud.
fn known_scope(arm: &Arm<'_>, host: &str) -> Option<String> {
    let cloud = &arm.context.cloud;
    let own = arm.call.library.state().environments.find(&cloud.name);
    let environment = own.map_or_else(|| Environment::of_cloud(cloud), |own| (*own).clone());
    if host.ends_with(".purview.azure.com") {
        return Some(PURVIEW_SCOPE.to_owned());
    }
    SERVICES.iter().find_map(|(address, is_suffix, audience)| {
        let address = environment.endpoint(address)?.to_ascii_lowercase();
        let fits = if *is_suffix {
            host.ends_with(&format!(".{}", address.trim_start_matches('.')))
        } else {
            Url::parse(&address).ok()?.host_str() == Some(host)
        };
        fits.then(|| environment.endpoint(audience).map(scope_of))?
    })
}

/// Whether `reply` says that its operation is not over.
fn goes_on(method: Method, reply: &Reply) -> bool {
    match reply.status {
        202 => true,
        201 => POLLED.iter().any(|name| reply.header(name).is_some()) || runs(reply),
        200 => reply.header(POLLED[0]).is_some() || (method == Method::Put && runs(reply)),
        _ => false,
    }
}

/// What a body calls the state of its resource or operation.
fn state(reply: &Reply) -> Option<String> {
    let body = reply.json().ok()?;
    let own = body.at_path(&["properties", "provisioningState"]);
    own.as_str()
        .or_else(|| body.at("status").as_str())
        .map(str::to_owned)
}

fn runs(reply: &Reply) -> bool {
    const OVER: [&str; 4] = ["Succeeded", "Failed", "Canceled", "Cancelled"];
    state(reply).is_some_and(|state| !OVER.iter().any(|own| own.eq_ignore_ascii_case(&state)))
}

/// Polls until the operation is over; returns the last reply and its address.
async fn wait(arm: &Arm<'_>, method: Method, url: &Url, first: Reply) -> Result<(Url, Reply)> {
    let activity = format!("{method} {}", url.path());
    let watch = Watch::patient(&activity);
    let mut timer = Timer::new(arm, &watch);
    let arguments = arm.call.arguments();
    let from = arguments.filled("PollFrom");
    let last = arguments.filled("FinalResultFrom");
    let mut place = polled(arm, url, &first, from.as_deref())?;
    let mut pause = first.retry_after(arm.call.library.clock.now());
    let done = loop {
        timer.pause(pause).await?;
        let reply = get(arm, &place).await?;
        pause = reply.retry_after(arm.call.library.clock.now());
        match reply.status {
            201 | 202 => {
                if POLLED.iter().any(|name| reply.header(name).is_some()) {
                    place = polled(arm, url, &reply, from.as_deref()).unwrap_or(place);
                }
            }
            200 if runs(&reply) => {
                state(&reply)
                    .unwrap_or_default()
                    .clone_into(&mut timer.state);
            }
            _ => break reply,
        }
    };
    timer.done().await?;
    if state(&done).is_some_and(|state| state.eq_ignore_ascii_case("Failed")) {
        return Err(failed(arm, &done));
    }
    if done.status >= 400 || method == Method::Delete {
        return Ok((place, done));
    }
    match final_place(arm, method, url, &first, last.as_deref())? {
        Some(end) if end != place => {
            let reply = get(arm, &end).await?;
            Ok((end, reply))
        }
        _ => Ok((place, done)),
    }
}

async fn get(arm: &Arm<'_>, url: &Url) -> Result<Reply> {
    let options = RequestOptions::default();
    Ok(arm.exchange(Method::Get, url, None, options).await?)
}

/// Where to ask how the operation that `reply` is about goes on.
fn polled(arm: &Arm<'_>, own: &Url, reply: &Reply, from: Option<&str>) -> Result<Url> {
    if let Some(name) = from {
        return named(arm, own, reply, name);
    }
    let found = POLLED.iter().find_map(|name| reply.header(name));
    found.map_or_else(|| Ok(own.clone()), |text| home(arm, own, text))
}

/// Where the result will be; nothing where the last answer of the operation is the result.
fn final_place(
    arm: &Arm<'_>,
    method: Method,
    own: &Url,
    first: &Reply,
    from: Option<&str>,
) -> Result<Option<Url>> {
    if let Some(name) = from.filter(|name| !name.eq_ignore_ascii_case("FinalStateVia")) {
        return named(arm, own, first, name).map(Some);
    }
    if matches!(method, Method::Put | Method::Patch) {
        return Ok(Some(own.clone()));
    }
    first
        .header("location")
        .map(|text| home(arm, own, text))
        .transpose()
}

/// The address in the header that the user names, by its name or by the words of Az.
fn named(arm: &Arm<'_>, own: &Url, reply: &Reply, name: &str) -> Result<Url> {
    let header = match name.to_ascii_lowercase().as_str() {
        "originaluri" => return Ok(own.clone()),
        "azureasynclocation" => POLLED[0],
        _ => name,
    };
    let text = reply.header_named(header).ok_or_else(|| {
        Error::new(
            ErrorKind::InvalidState,
            format!("Polling header `{name}` is not present in the response."),
        )
    })?;
    home(arm, own, text)
}

/// The address in `text`. The token goes to no other host than that of the request.
fn home(arm: &Arm<'_>, own: &Url, text: &str) -> Result<Url> {
    let url = own.join(text).ok().filter(|url| arm.is_home(url));
    url.ok_or_else(|| {
        Error::protocol(
            "The service names an address at another host for its operation. The access token is not sent there.",
        )
    })
}

/// The error of an operation that failed, in the service's words.
fn failed(arm: &Arm<'_>, reply: &Reply) -> Error {
    let body = reply.json().unwrap_or_default();
    let error = body.at("error");
    let text = |name: &str| error.at(name).as_str().map(str::to_owned);
    Error::service(ServiceFault {
        exchange: None,
        status: reply.status,
        code: text("code").or_else(|| Some("Failed".to_owned())),
        request_id: reply.header("x-ms-request-id").map(str::to_owned),
        target: text("target"),
        message: Some(
            text("message").unwrap_or_else(|| "Azure Service operation failed.".to_owned()),
        ),
        at: arm.call.library.clock.now(),
    })
}

/// The object for an answer.
fn record(method: &str, url: &Url, reply: &Reply) -> Record {
    let headers = reply
        .headers()
        .map(|(name, value)| (name.to_owned(), Field::Text(value.to_owned())))
        .collect();
    // Keys and passwords are answered too.
    let content = String::from_utf8_lossy(json::without_mark(reply.body())).into_owned();
    Record::new(
        &RESPONSE,
        vec![
            ("StatusCode".into(), Field::Integer(i64::from(reply.status))),
            ("Content".into(), Field::Secret(Secret::new(content))),
            ("Headers".into(), Field::Table(headers)),
            ("Method".into(), Field::Text(method.to_owned())),
            ("RequestUri".into(), Field::Text(url.as_str().to_owned())),
            ("Version".into(), Field::Null),
        ],
    )
}
