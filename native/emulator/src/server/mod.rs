//! The process around the services: start, listeners and end.

mod connection;
mod exchange;
mod keeper;

use std::io::Write as _;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::Notify;

use crate::arguments::Arguments;
use crate::certificates::{self, AuthorityKeys};
use crate::clock;
use crate::control::{Faults, Journal};
use crate::facts::principals::{HOME_TENANT, OWNER_CLIENT, OWNER_SECRET, SUBSCRIPTION};
use crate::random;
use crate::seed;
use crate::signing::Signer;
use crate::site::{ArcKeys, Site};
use crate::state::StateFile;
use crate::world::World;
use keeper::{Keeper, Saves};

/// What all connections share.
pub struct Shared {
    pub site: Site,
    pub world: Mutex<World>,
    pub faults: Mutex<Faults>,
    pub journal: Mutex<Journal>,
    pub latency: Duration,
    pub saves: Saves,
    pub stop: Notify,
}

/// A lock whose holder panicked is taken all the same: the world is plain data.
pub fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a new emulator starts from, or one that goes on.
struct Start {
    authority: AuthorityKeys,
    signer: Signer,
    identity_header: String,
    world: World,
    file: Option<StateFile>,
    notice: Option<String>,
}

impl Start {
    fn new(arguments: &Arguments) -> Result<Self, String> {
        let opened = arguments
            .state
            .as_deref()
            .map(StateFile::open)
            .transpose()?;
        let (file, saved, notice) = match opened {
            Some(opened) => (Some(opened.file), opened.saved, opened.notice),
            None => (None, None, None),
        };
        let mut start = match saved {
            Some(saved) => Self {
                authority: saved.authority,
                signer: Signer::restore(&saved.signing_key)?,
                identity_header: saved.identity_header,
                world: saved.world,
                file,
                notice,
            },
            None => Self {
                authority: certificates::new_authority()
                    .map_err(|error| format!("no certificate authority could be made: {error}"))?,
                signer: Signer::generate()?,
                identity_header: random::opaque(),
                world: seed::new_world(),
                file,
                notice,
            },
        };
        if let (Some(name), Some(first)) = (
            &arguments.subscription_name,
            start.world.subscriptions.first_mut(),
        ) {
            first.name.clone_from(name);
        }
        start.world.settings.throttling |= arguments.throttling;
        start.world.changed = true;
        clock::put_ahead(start.world.seconds_ahead);
        Ok(start)
    }
}

/// Runs the emulator until it is asked to end.
///
/// # Errors
///
/// Why it could not start, in words.
pub async fn run(arguments: Arguments) -> Result<(), String> {
    let Start {
        authority,
        signer,
        identity_header,
        world,
        file,
        notice,
    } = Start::new(&arguments)?;
    let subscription_name = world.subscriptions.first().map(|first| first.name.clone());
    let folder = tempfile::Builder::new()
        .prefix("azir-emulator-")
        .tempdir()
        .map_err(|error| {
            format!("no directory for the certificate authority could be made: {error}")
        })?;
    let ca_path = folder.path().join("ca.pem");
    std::fs::write(&ca_path, &authority.certificate)
        .map_err(|error| format!("'{}' cannot be written: {error}", ca_path.display()))?;
    let arc_folder = arguments
        .arc_tokens
        .clone()
        .unwrap_or_else(|| folder.path().join("tokens"));
    std::fs::create_dir_all(&arc_folder)
        .map_err(|error| format!("'{}' cannot be made: {error}", arc_folder.display()))?;
    let certificate = certificates::issue(&authority)
        .map_err(|error| format!("no certificate could be made: {error}"))?;
    let tls = connection::tls(certificate)?;
    let journal = Journal::open(arguments.traffic.as_deref())?;

    let listener = bind(SocketAddr::new(arguments.listen, arguments.port)).await?;
    let identity = bind(SocketAddr::new(arguments.listen, 0)).await?;
    let address = local_address(&listener)?;
    let endpoint = format!("https://{address}");
    let machine = format!("http://{}", local_address(&identity)?);
    let mut ready = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "processId": std::process::id(),
        "port": address.port(),
        "endpoint": endpoint,
        "authority": endpoint,
        "caPath": ca_path,
        "tenantId": HOME_TENANT,
        "subscriptionId": SUBSCRIPTION,
        "subscriptionName": subscription_name,
        "clientId": OWNER_CLIENT,
        "clientSecret": OWNER_SECRET,
        "identityEndpoint": format!("{machine}/msi/token"),
        "identityHeader": identity_header,
        "imdsHost": machine,
        "arcIdentityEndpoint": format!("{machine}/arc/metadata/identity/oauth2/token"),
        "arcImdsEndpoint": format!("{machine}/arc"),
        "arcTokensPath": arc_folder,
        "cloudShellEndpoint": format!("{machine}/cloudshell/token"),
    });
    if let Some(notice) = notice {
        let _ = writeln!(std::io::stderr(), "azir-emulator: {notice}");
        ready["notice"] = notice.into();
    }
    let saves = Saves::new(file.is_some());
    let keeper = Keeper::new(
        file,
        authority,
        signer.saved.clone(),
        identity_header.clone(),
    );
    let shared = Arc::new(Shared {
        site: Site {
            endpoint,
            identity_header,
            signer,
            arc: ArcKeys::new(arc_folder),
        },
        world: Mutex::new(world),
        faults: Mutex::default(),
        journal: Mutex::new(journal),
        latency: arguments.latency,
        saves,
        stop: Notify::new(),
    });
    keeper.save(&shared)?;
    writeln!(std::io::stdout(), "{ready}")
        .map_err(|error| format!("standard output cannot be written: {error}"))?;

    if arguments.parent_stdin {
        watch_stdin(Arc::clone(&shared));
    }
    tokio::select! {
        () = connection::accept_tls(&listener, tls, &shared) => {}
        () = connection::accept_plain(&identity, &shared) => {}
        () = keeper.run(&shared) => {}
        () = shared.stop.notified() => {}
        () = interrupted() => {}
    }
    // Answers that are being written, such as the one to the shutdown itself, get a moment.
    tokio::time::sleep(Duration::from_millis(50)).await;
    keeper.save(&shared)
}

async fn bind(address: SocketAddr) -> Result<TcpListener, String> {
    TcpListener::bind(address)
        .await
        .map_err(|error| format!("{address} cannot be listened on: {error}"))
}

fn local_address(listener: &TcpListener) -> Result<SocketAddr, String> {
    listener
        .local_addr()
        .map_err(|error| format!("the listener has no address: {error}"))
}

/// Ends the emulator when standard input closes. A thread of its own, since a read from there cannot be given up.
fn watch_stdin(shared: Arc<Shared>) {
    std::thread::spawn(move || {
        let _ = std::io::copy(&mut std::io::stdin().lock(), &mut std::io::sink());
        shared.stop.notify_one();
    });
}

/// Waits for Ctrl+C or a request to terminate.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
