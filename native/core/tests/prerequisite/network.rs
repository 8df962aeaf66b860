//! Endpoints that are open, closed, silent, dropped, public, unknown, behind a proxy; certificates that are good and
//! not.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::prerequisite::world::{
    Authority, Found, MadeUp, Place, check_network, closed, finding, findings, listener, proxy,
};

/// Names of the table that these tests do not mean are unknown in their network.
async fn one(network: MadeUp, name: &str, more: Value, environment: Value) -> Found {
    let said = check_network(&Arc::new(network), more, environment).await;
    finding(&said, name)
}

const SECURE: &str = "https://store.example";

#[tokio::test]
async fn an_open_endpoint_passes_with_what_was_seen_on_the_way() {
    let authority = Authority::new();
    let server = authority.serve("store.example").await;
    let network = MadeUp::default().leads("store.example", "203.0.113.7", 443, server);
    let found = one(
        network,
        "store.example:443",
        json!({"Source": [SECURE]}),
        authority.trusted(),
    )
    .await;
    assert_eq!(
        (found.area.as_str(), found.result.as_str()),
        ("Network", "Passed")
    );
    assert_eq!(found.required, "TLS");
    let seen = "resolves to 203.0.113.7; connected; TLS 1.3; certificate issued by 'Authority of the test', valid \
                until ";
    assert!(found.found.starts_with(seen), "{}", found.found);
    assert_eq!(found.fix, None);
    assert!(found.why.starts_with("Named with -Source"));
}

#[tokio::test]
async fn a_source_with_a_port_has_to_accept_a_connection_and_nothing_more() {
    let silent = listener(|mut stream| async move {
        let mut rest = Vec::new();
        stream.read_to_end(&mut rest).await.unwrap();
        assert!(rest.is_empty(), "nothing is sent");
    })
    .await;
    let network = MadeUp::default().leads("sql.example", "10.0.0.4", 1433, silent);
    let found = one(
        network,
        "sql.example:1433",
        json!({"Source": ["sql.example:1433"]}),
        json!({}),
    )
    .await;
    assert_eq!(found.result, "Passed");
    assert_eq!(found.required, "connection");
    assert_eq!(found.found, "resolves to 10.0.0.4; connected");
}

#[tokio::test]
async fn a_closed_port_fails() {
    let network = MadeUp::default().leads("store.example", "10.0.0.4", 443, closed().await);
    let found = one(
        network,
        "store.example:443",
        json!({"Source": [SECURE]}),
        json!({}),
    )
    .await;
    assert_eq!(found.result, "Failed");
    assert!(
        found
            .found
            .starts_with("resolves to 10.0.0.4; not connected: ")
    );
    assert!(!found.found.contains("os error"));
    assert!(found.fix.unwrap().contains("firewall"));
}

#[tokio::test]
async fn the_first_address_that_answers_serves() {
    let authority = Authority::new();
    let server = authority.serve("store.example").await;
    let network = MadeUp::default()
        .name(
            "store.example",
            &["2001:db8::1", "203.0.113.1", "203.0.113.7", "203.0.113.8"],
        )
        .place("[2001:db8::1]:443", Place::Drops)
        .place("203.0.113.7:443", Place::Leads(server));
    let found = one(
        network,
        "store.example:443",
        json!({"Source": [SECURE]}),
        authority.trusted(),
    )
    .await;
    assert_eq!(found.result, "Passed");
    assert!(found.found.starts_with(
        "resolves to 2001:db8::1, 203.0.113.1, 203.0.113.7 and others; connected; TLS 1.3"
    ));
}

#[tokio::test(start_paused = true)]
async fn one_that_accepts_and_never_speaks_is_given_up_in_time() {
    let silent = listener(|stream| async move {
        let _kept = stream;
        std::future::pending::<()>().await;
    })
    .await;
    let network = MadeUp::default().leads("store.example", "10.0.0.4", 443, silent);
    let found = one(
        network,
        "store.example:443",
        json!({"Source": [SECURE], "TimeoutSeconds": 7}),
        json!({}),
    )
    .await;
    assert_eq!(found.result, "Failed");
    assert_eq!(
        found.found,
        "resolves to 10.0.0.4; connected; nothing was answered within 7 seconds"
    );
}

#[tokio::test(start_paused = true)]
async fn one_that_drops_what_comes_is_given_up_in_time() {
    let network = MadeUp::default()
        .name("store.example", &["10.0.0.4"])
        .place("10.0.0.4:443", Place::Drops);
    let found = one(
        network,
        "store.example:443",
        json!({"Source": [SECURE]}),
        json!({}),
    )
    .await;
    assert_eq!(found.result, "Failed");
    assert_eq!(
        found.found,
        "resolves to 10.0.0.4; no connection within 10 seconds"
    );
    assert!(found.fix.unwrap().contains("-TimeoutSeconds"));
}

#[tokio::test]
async fn a_name_that_does_not_resolve_fails() {
    let found = one(
        MadeUp::default(),
        "store.example:443",
        json!({"Source": [SECURE]}),
        json!({}),
    )
    .await;
    assert_eq!(found.result, "Failed");
    assert_eq!(
        found.found,
        "the name is not known here: Name or service not known"
    );
    assert!(found.fix.unwrap().contains("nslookup"));
    let nothing = MadeUp::default().name("store.example", &[]);
    let found = one(
        nothing,
        "store.example:443",
        json!({"Source": [SECURE]}),
        json!({}),
    )
    .await;
    assert_eq!(found.found, "the name has no address");
}

#[tokio::test]
async fn a_certificate_has_to_be_trusted_in_time_and_for_this_name() {
    let authority = Authority::new();
    let other = Authority::named("Inspection\u{1b}[31m of all");
    let servers = [
        (
            other.serve("store.example").await,
            "its issuer is not trusted here",
            "exempt this name from it",
        ),
        (
            authority.serve("other.example").await,
            "it is for other names",
            "DNS leads to the right address",
        ),
        (
            authority.serve_for("store.example", -5).await,
            "it has expired",
            "clock is right",
        ),
    ];
    for (server, reason, fix) in servers {
        let network = MadeUp::default().leads("store.example", "10.0.0.4", 443, server);
        let found = one(
            network,
            "store.example:443",
            json!({"Source": [SECURE]}),
            authority.trusted(),
        )
        .await;
        assert_eq!(found.result, "Failed");
        let seen = format!(
            "resolves to 10.0.0.4; connected; the certificate is not trusted: {reason}; certificate issued by '"
        );
        assert!(found.found.starts_with(&seen), "{}", found.found);
        assert!(found.fix.as_ref().unwrap().contains(fix), "{reason}");
        // What somebody else wrote into a certificate controls no console.
        let issuer = if reason.contains("issuer") {
            "Inspection[31m of all"
        } else {
            "Authority of the test"
        };
        assert!(found.found.contains(&format!("by '{issuer}', valid until")));
    }
}

#[tokio::test]
async fn what_does_not_speak_tls_fails() {
    let plain = listener(|mut stream| async move {
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        let _ = stream.read_to_end(&mut Vec::new()).await;
    })
    .await;
    let closing = listener(|mut stream| async move {
        // All of the greeting is read, so that the end is no reset.
        let _ = stream.read(&mut [0; 4096]).await;
        let _ = stream.shutdown().await;
    })
    .await;
    for (server, reason) in [
        (plain, "what answered does not speak TLS"),
        (
            closing,
            "the connection was closed during the TLS handshake",
        ),
    ] {
        let network = MadeUp::default().leads("store.example", "10.0.0.4", 443, server);
        let found = one(
            network,
            "store.example:443",
            json!({"Source": [SECURE]}),
            json!({}),
        )
        .await;
        assert_eq!(found.result, "Failed");
        assert_eq!(
            found.found,
            format!("resolves to 10.0.0.4; connected; {reason}")
        );
    }
}

#[tokio::test]
async fn a_public_address_fails_where_a_private_one_is_wanted_and_is_not_connected() {
    let network = Arc::new(MadeUp::default().name("store.example", &["10.0.0.4", "203.0.113.7"]));
    let more = json!({"Source": [SECURE], "PrivateEndpoint": true});
    let said = check_network(&network, more, json!({})).await;
    let found = finding(&said, "store.example:443");
    assert_eq!(found.result, "Failed");
    assert_eq!(found.required, "TLS, private address");
    assert_eq!(
        found.found,
        "resolves to 10.0.0.4, 203.0.113.7; 203.0.113.7 is a public address, not a private address; not connected"
    );
    assert!(found.fix.unwrap().contains("private DNS zone"));
    assert!(!network.asked().iter().any(|own| own.ends_with(":443")));
}

#[tokio::test]
async fn a_private_address_passes_where_one_is_wanted() {
    let authority = Authority::new();
    let server = authority.serve("store.example").await;
    for address in ["10.0.0.4", "fd00::4"] {
        let place = if address.contains(':') {
            format!("[{address}]:443")
        } else {
            format!("{address}:443")
        };
        let network = MadeUp::default()
            .name("store.example", &[address])
            .place(&place, Place::Leads(server));
        let more = json!({"Source": [SECURE], "PrivateEndpoint": true});
        let found = one(network, "store.example:443", more, authority.trusted()).await;
        assert_eq!(found.result, "Passed", "{}", found.found);
    }
}

#[tokio::test]
async fn this_machine_is_no_private_endpoint() {
    let found = one(
        MadeUp::default(),
        "store.localhost:443",
        json!({"Source": ["https://store.localhost"], "PrivateEndpoint": true}),
        json!({}),
    )
    .await;
    assert_eq!(found.result, "Failed");
    assert_eq!(
        found.found,
        "resolves to 127.0.0.1; 127.0.0.1 is this machine itself, not a private address; not connected"
    );
}

#[tokio::test]
async fn the_proxy_makes_the_connection_and_resolves_the_name() {
    let authority = Authority::new();
    let server = authority.serve("store.example").await;
    let (address, asked) = proxy("HTTP/1.1 200 Connection established\r\n\r\n", Some(server)).await;
    let mut environment = authority.trusted();
    environment["HTTPS_PROXY"] = json!(format!("http://user:p%40ss@{address}"));
    let network = Arc::new(MadeUp::default());
    let said = check_network(&network, json!({"Source": [SECURE]}), environment).await;
    let found = finding(&said, "store.example:443");
    assert_eq!(found.result, "Passed", "{}", found.found);
    let seen = format!(
        "through the proxy {address}, which resolves the name itself; connected; TLS 1.3; certificate issued by "
    );
    assert!(found.found.starts_with(&seen), "{}", found.found);
    assert!(!network.asked().contains(&"store.example".to_owned()));
    let asked = asked.lock().unwrap().clone();
    let request = asked
        .iter()
        .find(|own| own.contains("store.example"))
        .unwrap();
    assert!(
        request.starts_with("CONNECT store.example:443 HTTP/1.1\r\nHost: store.example:443\r\n")
    );
    assert!(request.contains("Proxy-Authorization: Basic dXNlcjpwQHNz\r\n"));
    assert!(!said.everything().contains("p%40ss") && !said.everything().contains("dXNlcjpwQHNz"));
}

#[tokio::test]
async fn whether_an_address_behind_a_proxy_is_private_is_not_seen() {
    let authority = Authority::new();
    let server = authority.serve("store.example").await;
    let (address, _) = proxy("HTTP/1.1 200 OK\r\n\r\n", Some(server)).await;
    let mut environment = authority.trusted();
    environment["HTTPS_PROXY"] = json!(format!("http://{address}"));
    let more = json!({"Source": [SECURE], "PrivateEndpoint": true});
    let found = one(MadeUp::default(), "store.example:443", more, environment).await;
    assert_eq!(found.result, "Warning");
    assert!(
        found
            .found
            .ends_with("; whether the address is private is not seen from here")
    );
    assert!(found.fix.unwrap().contains("NO_PROXY"));
}

#[tokio::test]
async fn what_a_proxy_says_no_to_fails_with_its_reason() {
    for (head, reason, fix) in [
        (
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: NTLM\r\n\r\n",
            "the proxy wants credentials (HTTP status 407)",
            "$env:HTTPS_PROXY",
        ),
        (
            "HTTP/1.1 403 Forbidden\r\n\r\n",
            "the proxy refused the connection (HTTP status 403)",
            "Let the proxy connect",
        ),
        (
            "SSH-2.0-other\r\n\r\n",
            "the proxy did not answer: its answer is no HTTP",
            "proxy's address",
        ),
    ] {
        let (address, _) = proxy(head, None).await;
        let environment = json!({"HTTPS_PROXY": format!("http://{address}")});
        let found = one(
            MadeUp::default(),
            "store.example:443",
            json!({"Source": [SECURE]}),
            environment,
        )
        .await;
        assert_eq!(found.result, "Failed");
        assert_eq!(
            found.found,
            format!("through the proxy {address}, which resolves the name itself; {reason}")
        );
        assert!(found.fix.unwrap().contains(fix));
    }
}

#[tokio::test]
async fn a_proxy_that_is_not_there_is_told_from_an_endpoint_that_is_not() {
    let environment = json!({"HTTPS_PROXY": format!("http://{}", closed().await)});
    let found = one(
        MadeUp::default(),
        "store.example:443",
        json!({"Source": [SECURE]}),
        environment,
    )
    .await;
    assert!(
        found.found.contains("; the proxy: not connected: "),
        "{}",
        found.found
    );
    assert!(found.fix.unwrap().starts_with("Check the proxy's address"));
}

#[tokio::test]
async fn exceptions_loopback_and_what_is_no_https_go_by_no_proxy() {
    let authority = Authority::new();
    let server = authority.serve("store.example").await;
    let open = listener(|_| async {}).await;
    let network = MadeUp::default()
        .leads("store.example", "10.0.0.4", 443, server)
        .leads("sql.other", "10.0.0.5", 1433, open);
    let (address, asked) = proxy("HTTP/1.1 403 Forbidden\r\n\r\n", None).await;
    let mut environment = authority.trusted();
    environment["HTTPS_PROXY"] = json!(format!("http://{address}"));
    environment["NO_PROXY"] = json!(".example");
    let own = format!("localhost:{}", authority.serve("localhost").await.port());
    let more = json!({"Source": [SECURE, "sql.other:1433", format!("https://{own}")]});
    let said = check_network(&Arc::new(network), more, environment).await;
    for check in ["store.example:443", "sql.other:1433", own.as_str()] {
        assert_eq!(finding(&said, check).result, "Passed", "{check}");
    }
    // The rows of the table went there.
    assert!(asked.lock().unwrap().iter().all(|own| {
        own.starts_with("CONNECT download.microsoft.com:443 ")
            || own.starts_with("CONNECT login.microsoftonline.com:443 ")
    }));
    assert_eq!(
        finding(&said, "download.microsoft.com:443").result,
        "Warning"
    );
}

#[tokio::test]
async fn findings_come_in_the_order_of_the_table_then_of_the_caller() {
    let network = Arc::new(MadeUp::default());
    let more = json!({"Source": ["b.example:1", "a.example:2"], "HostName": ["c.example"],
        "KeyVaultName": ["kv-one", "kv-two"]});
    let said = check_network(&network, more, json!({})).await;
    let checks: Vec<String> = findings(&said).into_iter().map(|own| own.check).collect();
    assert_eq!(
        checks,
        [
            "*.servicebus.windows.net:443",
            "<eventhub>.servicebus.windows.net:443",
            "*.frontend.clouddatahub.net:443",
            "<storage>.blob.core.windows.net:443",
            "<storage>.queue.core.windows.net:443",
            "download.microsoft.com:443",
            "*.core.windows.net:443",
            "*.database.windows.net:1433",
            "*.azuredatalakestore.net:443",
            "login.microsoftonline.com:443",
            "kv-one.vault.azure.net:443",
            "kv-two.vault.azure.net:443",
            "c.example:443",
            "b.example:1",
            "a.example:2",
        ]
    );
}

#[tokio::test]
async fn a_wildcard_is_not_guessed_at() {
    let authority = Authority::new();
    let server = authority.serve("contoso.servicebus.windows.net").await;
    let network = Arc::new(MadeUp::default().leads(
        "contoso.servicebus.windows.net",
        "203.0.113.7",
        443,
        server,
    ));
    let said = check_network(&network, json!({}), json!({})).await;
    let whole = finding(&said, "*.servicebus.windows.net:443");
    assert_eq!(whole.result, "Skipped");
    assert_eq!(whole.found, "not tried: '*' stands for any name");
    assert_eq!(
        whole.fix.unwrap(),
        "Let all of '*.servicebus.windows.net' through at port 443. To try one name: -HostName \
         'name.servicebus.windows.net'."
    );
    let stores = finding(&said, "*.database.windows.net:1433");
    assert_eq!(
        stores.fix.unwrap(),
        "Name those: -Source 'name.database.windows.net:1433'."
    );
    assert!(!network.asked().iter().any(|own| own.contains("servicebus")));

    let more = json!({"HostName": ["contoso.servicebus.windows.net"]});
    let said = check_network(&network, more, authority.trusted()).await;
    let name = finding(&said, "contoso.servicebus.windows.net:443");
    assert_eq!(name.result, "Passed");
    assert_eq!(name.required, "TLS");
    assert_eq!(name.why, whole.why);
    let whole = finding(&said, "*.servicebus.windows.net:443");
    assert_eq!(whole.result, "Skipped");
    assert!(whole.found.ends_with("see the names below"));
}

#[tokio::test]
async fn what_is_optional_warns_and_what_is_named_fails() {
    let said = check_network(
        &Arc::new(MadeUp::default()),
        json!({"KeyVaultName": "kv-data"}),
        json!({}),
    )
    .await;
    let updates = finding(&said, "download.microsoft.com:443");
    assert_eq!(updates.result, "Warning");
    assert_eq!(updates.required, "TLS, optional");
    let vault = finding(&said, "kv-data.vault.azure.net:443");
    assert_eq!(vault.result, "Failed");
    assert_eq!(vault.required, "TLS");
}

#[tokio::test]
async fn a_failure_ends_the_command_where_that_is_wanted() {
    let network = Arc::new(MadeUp::default());
    let more = json!({"Source": ["a.example:2", "b.example:3"], "ErrorOnFailure": true});
    let said = check_network(&network, more, json!({})).await;
    assert_eq!(
        said.error(),
        "2 of 13 prerequisites for a self-hosted integration runtime of Purview are not met: a.example:2, b.example:3. \
         The findings say why, and what to do."
    );
    let error = said
        .frames
        .iter()
        .find(|own| own["frame"] == "error")
        .unwrap();
    assert_eq!(error["terminating"], true);
    assert_eq!(error["id"], "PrerequisiteNotMet");
    assert_eq!(findings(&said).len(), 13);
    // Warnings are no failures.
    let said = check_network(&network, json!({"ErrorOnFailure": true}), json!({})).await;
    assert!(said.messages("error").is_empty());
    assert!(findings(&said).iter().any(|own| own.result == "Warning"));
}
