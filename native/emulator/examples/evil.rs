//! An HTTPS server that answers as no service should: a fixture of the tests, not shipped.
//!
//! `azir-evil CA` writes its authority to the file CA, prints `{"endpoint":"https://127.0.0.1:…"}` and serves until its
//! standard input ends. Signing in and the list of subscriptions work. What a data factory's address answers is in the
//! factory's name (`.../factories/dribble/...`), and what a token request answers in the tenant's.
#![allow(clippy::unwrap_used, reason = "a fixture may stop where it stands")]

#[path = "../src/certificates.rs"]
#[allow(dead_code, reason = "the fixture keeps no authority")]
mod certificates;

mod facts {
    pub mod purview {
        pub const DOMAIN: &str = "purview.localhost";
    }
}

use std::io::{Read as _, Write as _};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use rustls::ServerConfig;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

const TENANT: &str = "11111111-1111-4111-8111-111111111111";
const SUBSCRIPTION: &str = "33333333-3333-4333-8333-333333333333";
/// Text that would clear a terminal and set its title.
const CONTROL: &str = "\u{1b}[2J\u{1b}]0;owned\u{7}";

type Stream = TlsStream<TcpStream>;
type Sent = std::io::Result<()>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("usage: azir-evil CA")?;
    let authority = certificates::new_authority()?;
    let own = certificates::issue(&authority)?;
    std::fs::write(&file, &authority.certificate)?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut tls = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(own.chain, own.key)?;
    tls.alpn_protocols = vec![b"http/1.1".to_vec()];
    let tls = TlsAcceptor::from(Arc::new(tls));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let endpoint = format!("https://{}", listener.local_addr()?);
    LazyLock::force(&BOMB);
    LazyLock::force(&PAGE);
    writeln!(std::io::stdout(), "{}", json!({ "endpoint": endpoint }))?;
    let (ended, end) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        let _ = ended.send(());
    });
    tokio::select! {
        outcome = serve(listener, tls, endpoint) => outcome?,
        _ = end => {}
    }
    Ok(())
}

async fn serve(listener: TcpListener, tls: TlsAcceptor, endpoint: String) -> Sent {
    loop {
        let (stream, _) = listener.accept().await?;
        let (tls, endpoint) = (tls.clone(), endpoint.clone());
        tokio::spawn(async move {
            if let Ok(mut stream) = tls.accept(stream).await
                && let Some((method, path)) = request(&mut stream).await
            {
                // One answer a connection; who goes away in its middle is expected to.
                let _ = answer(&mut stream, &endpoint, &method, &path).await;
                let _ = stream.shutdown().await;
            }
        });
    }
}

/// Method and address of a request, whose body is read and left.
async fn request(stream: &mut Stream) -> Option<(String, String)> {
    let mut bytes = Vec::new();
    let end = loop {
        let mut piece = [0; 4096];
        let count = stream
            .read(&mut piece)
            .await
            .ok()
            .filter(|count| *count > 0)?;
        bytes.extend_from_slice(&piece[..count]);
        if let Some(end) = bytes.windows(4).position(|own| own == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let length = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.trim().parse().ok())
        .unwrap_or(0_usize);
    while bytes.len() < end + length {
        let mut piece = [0; 4096];
        let count = stream
            .read(&mut piece)
            .await
            .ok()
            .filter(|count| *count > 0)?;
        bytes.extend_from_slice(&piece[..count]);
    }
    let mut words = head.split(' ');
    Some((words.next()?.to_owned(), words.next()?.to_owned()))
}

async fn answer(stream: &mut Stream, endpoint: &str, method: &str, path: &str) -> Sent {
    let path = path.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    match parts.as_slice() {
        ["subscriptions"] => good(stream, &json!({"value": [subscription()]})).await,
        ["subscriptions", _] => good(stream, &subscription()).await,
        ["tenants"] => good(stream, &json!({"value": [{"tenantId": TENANT}]})).await,
        [tenant, "oauth2", ..] => token(stream, tenant).await,
        ["operation", mode] => operation(stream, mode).await,
        ["subscriptions", _, _, _, _, _, _, mode, rest @ ..] => {
            let name = rest.get(1).copied().unwrap_or(mode);
            misbehave(stream, endpoint, mode, name, method, rest).await
        }
        _ => reply(stream, 404, &[], b"{}").await,
    }
}

fn subscription() -> Value {
    json!({"id": format!("/subscriptions/{SUBSCRIPTION}"), "subscriptionId": SUBSCRIPTION, "displayName": "Evil",
        "state": "Enabled", "tenantId": TENANT})
}

fn runtime(mode: &str, name: &str, properties: &Value) -> Value {
    json!({"id": format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/\
        {mode}/integrationruntimes/{name}"), "name": name, "etag": "e",
        "type": "Microsoft.DataFactory/factories/integrationruntimes", "properties": properties})
}

async fn good(stream: &mut Stream, body: &Value) -> Sent {
    reply(stream, 200, &[], body.to_string().as_bytes()).await
}

async fn reply(stream: &mut Stream, status: u16, headers: &[(&str, &str)], body: &[u8]) -> Sent {
    let mut head = format!("HTTP/1.1 {status} x\r\nConnection: close\r\n");
    for (name, value) in headers {
        head = head + name + ": " + value + "\r\n";
    }
    head = head + "Content-Length: " + &body.len().to_string() + "\r\n\r\n";
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body).await?;
    stream.flush().await
}

async fn raw(stream: &mut Stream, text: &str) -> Sent {
    stream.write_all(text.as_bytes()).await?;
    stream.flush().await
}

/// The same text again and again.
async fn forever(stream: &mut Stream, text: &str, pause: Duration) -> Sent {
    loop {
        raw(stream, text).await?;
        tokio::time::sleep(pause).await;
    }
}

async fn token(stream: &mut Stream, tenant: &str) -> Sent {
    match tenant {
        "lifetime.test" => {
            let body = json!({"token_type": "Bearer", "access_token": "t", "expires_in": i64::MAX});
            good(stream, &body).await
        }
        "control.test" => {
            let body = json!({"error": "invalid_client", "error_description": format!("AADSTS1: {CONTROL}No.")});
            reply(stream, 401, &[], body.to_string().as_bytes()).await
        }
        _ => forever(stream, "", Duration::from_secs(60)).await,
    }
}

async fn operation(stream: &mut Stream, mode: &str) -> Sent {
    match mode {
        "nonsense" => {
            let body = json!({"value": []}).to_string();
            reply(stream, 200, &[("Retry-After", "0")], body.as_bytes()).await
        }
        _ => reply(stream, 202, &[("Retry-After", "0")], b"").await,
    }
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm for each misbehaviour, and nothing else"
)]
async fn misbehave(
    stream: &mut Stream,
    endpoint: &str,
    mode: &str,
    name: &str,
    method: &str,
    rest: &[&str],
) -> Sent {
    let self_hosted = runtime(mode, name, &json!({"type": "SelfHosted"}));
    let error = |code: &str, message: &str| {
        json!({"error": {"code": code, "message": message}}).to_string()
    };
    match mode {
        "dribble" => {
            raw(stream, "HTTP/1.1 200 x\r\nContent-Length: 100000\r\n\r\n{").await?;
            forever(stream, " ", Duration::from_millis(200)).await
        }
        "head" => {
            raw(stream, "HTTP/1.1 200 x\r\n").await?;
            forever(stream, "x: y\r\n", Duration::from_millis(200)).await
        }
        "silence" => forever(stream, "", Duration::from_secs(60)).await,
        "html" | "html-error" => {
            let status = if mode == "html" { 200 } else { 502 };
            let kind = [("Content-Type", "text/html")];
            reply(stream, status, &kind, PAGE.as_bytes()).await
        }
        "bomb" => reply(stream, 200, &[("Content-Encoding", "gzip")], &BOMB).await,
        "switch" => {
            raw(
                stream,
                "HTTP/1.1 101 x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
            )
            .await
        }
        "cut" => {
            raw(
                stream,
                "HTTP/1.1 200 x\r\nContent-Length: 1000\r\n\r\n{\"value\":[",
            )
            .await
        }
        "cut-list" => reply(stream, 200, &[], b"{\"value\":[{\"name\":\"ir").await,
        "mark" => {
            reply(
                stream,
                200,
                &[],
                format!("\u{feff}{self_hosted}").as_bytes(),
            )
            .await
        }
        "lengths" => {
            let body = self_hosted.to_string();
            let chunk = format!("{:x}\r\n{body}\r\n0\r\n\r\n", body.len());
            let head = format!(
                "HTTP/1.1 200 x\r\nContent-Length: {}\r\nTransfer-Encoding: chunked\r\n\r\n",
                chunk.len()
            );
            raw(stream, &(head + &chunk)).await
        }
        "short" => {
            let head = "HTTP/1.1 200 x\r\nConnection: close\r\nContent-Length: 10\r\n\r\n";
            raw(stream, &format!("{head}{self_hosted}")).await
        }
        "nested" => reply(stream, 200, &[], "[".repeat(1_000_000).as_bytes()).await,
        "numbers" => {
            let body = self_hosted
                .to_string()
                .replace("\"SelfHosted\"", "\"SelfHosted\",\"x\":1e999");
            reply(stream, 200, &[], body.as_bytes()).await
        }
        "control" => {
            let body = error("Odd", &format!("{CONTROL}No."));
            reply(stream, 400, &[], body.as_bytes()).await
        }
        "described" => {
            let properties = json!({"type": "SelfHosted", "description": format!("{CONTROL}d")});
            good(stream, &runtime(mode, name, &properties)).await
        }
        "long" => {
            let body = error(&"C".repeat(300_000), &"m".repeat(300_000));
            reply(stream, 400, &[], body.as_bytes()).await
        }
        "later" => {
            let body = error("TooManyRequests", "Later.");
            reply(
                stream,
                429,
                &[("Retry-After", "1000000000")],
                body.as_bytes(),
            )
            .await
        }
        "pages" => {
            let count = page();
            let next = format!(
                "{endpoint}/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/\
                 pages/integrationRuntimes?page={count}"
            );
            good(stream, &json!({"value": [], "nextLink": next})).await
        }
        "list" => good(stream, &json!({"value": [self_hosted]})).await,
        "array" => good(stream, &json!([self_hosted])).await,
        "nothing" => good(stream, &json!({})).await,
        "nonsense" | "pause" => {
            if method == "GET" {
                let properties = json!({"type": "Managed", "state": "Initial", "typeProperties":
                    {"computeProperties": {"numberOfNodes": 1}, "ssisProperties": {}}});
                return good(stream, &runtime(mode, name, &properties)).await;
            }
            let address = format!("{endpoint}/operation/{mode}");
            let pause = if mode == "pause" { "1000000000" } else { "0" };
            let headers = [
                ("Azure-AsyncOperation", address.as_str()),
                ("Retry-After", pause),
            ];
            reply(stream, 202, &headers, b"").await
        }
        _ => match mode.strip_prefix("redirect-").map(str::parse) {
            Some(Ok(status)) => {
                let other = format!("https://evil.example/{}", rest.join("/"));
                reply(stream, status, &[("Location", &other)], b"").await
            }
            _ => good(stream, &self_hosted).await,
        },
    }
}

/// A body of some kilobytes that unpacks to 36 MiB of blanks, made before a request needs it.
static BOMB: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let blanks = vec![b' '; 1 << 20];
    for _ in 0..36 {
        // Writing to a list of bytes does not fail.
        encoder.write_all(&blanks).unwrap();
    }
    encoder.finish().unwrap()
});

/// A page of 50 MiB, made before a request needs it, since the client waits for two seconds only.
static PAGE: LazyLock<String> =
    LazyLock::new(|| format!("<html>{}", "<p>Sign in</p>".repeat((50 << 20) / 14)));

/// A number that no page's address has yet.
fn page() -> u32 {
    use std::sync::atomic::{AtomicU32, Ordering};
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}
