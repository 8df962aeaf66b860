//! A proxy in between that does not let anything through: what is said of it, and that its password is said nowhere.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use crate::support::{Said, Script, TENANT, run_request, runtime, sign_in};
use azir_azure::{
    auth::{Credential, access_token::AccessToken},
    http::transport::NetworkClients,
    secret::Secret,
};
use azir_core::state::Library;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

/// A proxy that answers each connection so; its address, and how many came.
async fn proxy(answer: &'static str) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            counted.fetch_add(1, Ordering::Relaxed);
            let mut asked = [0; 4096];
            let length = stream.read(&mut asked).await.unwrap();
            assert!(asked[..length].starts_with(b"CONNECT "));
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
    });
    (address, count)
}

const WANTS: &str = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic \
                     realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
const FORM: &str = "'http://user:password@proxy:8080' (with %40 for @ and %3A for : in user and password). Only user \
                    name and password are spoken here (Basic), not the Windows sign-in (NTLM, Negotiate); nothing was \
                    sent.";

/// The network itself, and a clock that only counts.
fn library() -> Arc<Library> {
    let script = Script::new(vec![]);
    Arc::new(Library::new(
        Arc::new(script),
        Box::new(NetworkClients::default()),
    ))
}

async fn ask(library: &Arc<Library>, operation: &str, arguments: Value, proxy: &str) -> Said {
    let request = json!({"operation": operation, "arguments": arguments, "environment": {"HTTPS_PROXY": proxy},
        "verbose": true, "debug": true});
    let said = run_request(library, &request, b"planted", &[]).await;
    assert!(!said.everything().contains("planted"), "{:?}", said.frames);
    said
}

#[tokio::test]
async fn a_proxy_that_wants_credentials_is_named_once_and_without_them() {
    let (address, count) = proxy(WANTS).await;
    let library = library();
    let credential = AccessToken::new(Secret::new("planted-token".into()));
    sign_in(&library, Credential::AccessToken(credential));
    for proxy in [format!("http://{address}"), address.clone()] {
        let said = ask(&library, "runtime.get", runtime(), &proxy).await;
        assert_eq!(
            said.error(),
            format!(
                "The proxy http://{address} wants credentials (HTTP status 407). Give them with its address in \
                 $env:HTTPS_PROXY, in the form {FORM}"
            )
        );
    }
    assert_eq!(count.load(Ordering::Relaxed), 2, "it is not asked again");

    let with = format!("http://planted-user:planted%40word@{address}/");
    let said = ask(&library, "runtime.get", runtime(), &with).await;
    assert_eq!(
        said.error(),
        format!(
            "The proxy http://{address} does not accept the user name and password that $env:HTTPS_PROXY has for it \
             (HTTP status 407). Correct them, in the form {FORM}"
        )
    );
}

#[tokio::test]
async fn each_sign_in_says_so_too() {
    let (address, count) = proxy(WANTS).await;
    let password = json!({"secret": {"offset": 0, "length": 7, "encoding": "utf8"}});
    let certificate = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/app.pem");
    for arguments in [
        json!({"ServicePrincipal": true, "Tenant": TENANT, "Credential": {"userName": "app", "password": password}}),
        json!({"ApplicationId": "app", "Tenant": TENANT, "CertificatePath": certificate}),
        json!({"UseDeviceAuthentication": true}),
    ] {
        let said = ask(
            &library(),
            "account.connect",
            arguments,
            &format!("http://planted:planted@{address}"),
        )
        .await;
        assert!(
            said.error().starts_with(&format!(
                "The proxy http://{address} does not accept the user name and password"
            )),
            "{}",
            said.error()
        );
    }
    assert_eq!(count.load(Ordering::Relaxed), 3);
}

#[tokio::test]
async fn a_proxy_that_does_not_connect_is_told_from_a_network_that_does_not() {
    for answer in [
        "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 502 Bad Gateway\r\n\r\n",
        "",
    ] {
        let (address, count) = proxy(answer).await;
        let library = library();
        let credential = AccessToken::new(Secret::new("planted-token".into()));
        sign_in(&library, Credential::AccessToken(credential));
        let proxy = format!("http://planted:planted@{address}");
        let said = ask(&library, "runtime.get", runtime(), &proxy).await;
        assert_eq!(
            said.error(),
            format!(
                "The proxy http://{address} did not connect to https://management.azure.com: it does not allow that \
                 address, or cannot reach it. Ask the administrator of the proxy, or name hosts that need none in \
                 $env:NO_PROXY; nothing was sent."
            )
        );
        assert_eq!(count.load(Ordering::Relaxed), 4, "that may pass");
    }
}
