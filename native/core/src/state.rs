//! What lives once per process, for all runspaces: contexts, tokens, clients, the emulator target.

use std::{
    collections::{HashMap, HashSet},
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use azir_azure::{
    auth::signer::CertificateStore,
    clock::{Clock, SystemClock},
    context::AzureContext,
    http::{
        HttpStack,
        stacks::Stacks,
        transport::{Clients, NetworkClients, Route},
    },
    programs::{Programs, SystemPrograms},
    vault::Vault,
};

use crate::{
    accounts::{contexts::Contexts, environment::Environments, store::Store},
    emulator::Emulator,
    prerequisite::{
        connect::{Network, SystemNetwork},
        host::Machine,
    },
    purview::scan::Accounts,
    runtimes::completion::Completions,
};

/// The name of this program for services and sign-in pages.
pub const APPLICATION: &str = "AzIntegrationRuntime";

/// What changes while the process lives.
#[derive(Debug, Default)]
pub struct State {
    /// The contexts.
    pub contexts: Contexts,
    /// Names of contexts whose account's other subscriptions were not listed at the sign-in.
    pub unlisted: Vec<String>,
    /// Whether contexts are kept for later processes of the same user.
    pub keep: bool,
    /// The clouds by name, those that were added among them.
    pub environments: Environments,
    /// The contexts from before the emulator was started, put back when it stops.
    pub set_aside: Option<Contexts>,
    /// The context that was discovered without a sign-in: by the environment, an identity or the Azure CLI.
    pub ambient: Option<Arc<AzureContext>>,
    /// Tenants of subscriptions, and of hosts of other services, that turned out to be others than their contexts'.
    pub tenants: HashMap<String, String>,
    /// The emulator that all calls go to while it runs.
    pub emulator: Option<Emulator>,
    /// The endpoint of the emulator that this process used last, once it was stopped.
    pub left_emulator: Option<String>,
    /// Identities of factories seen in this process: role assignments to them say what they are.
    pub factory_identities: HashSet<String>,
    /// What is known of Purview accounts: their endpoints and API versions.
    pub purview: Accounts,
    /// What completions found lately.
    pub completions: Completions,
}

/// What the system gives beside time and network; a missing part becomes an error when it is needed.
#[derive(Debug, Default)]
pub struct System {
    /// The system's certificate store, where it has one.
    pub certificates: Option<Arc<dyn CertificateStore>>,
    /// What runs programs and shows pages.
    pub programs: Option<Arc<dyn Programs>>,
    /// Where Azure Arc's agent puts its secrets, if not where it usually does.
    pub arc_keys: Option<PathBuf>,
    /// What protects kept secrets; without it nothing is kept.
    pub vault: Option<Arc<dyn Vault>>,
    /// What tells about this machine, where it is one that can run nodes.
    pub machine: Option<Arc<dyn Machine>>,
    /// Names and connections, where they are only tried.
    pub network: Option<Arc<dyn Network>>,
}

impl System {
    /// The system itself, as far as this crate can reach it.
    #[must_use]
    pub fn real() -> Self {
        Self {
            certificates: None,
            programs: Some(Arc::new(SystemPrograms)),
            arc_keys: None,
            vault: None,
            machine: None,
            network: Some(Arc::new(SystemNetwork)),
        }
    }
}

/// The library's whole state and its outside world.
#[derive(Debug)]
pub struct Library {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// The rest of the system.
    pub system: System,
    /// What is kept of contexts for later processes.
    pub store: Store,
    stacks: Stacks,
    state: Mutex<State>,
}

impl Default for Library {
    fn default() -> Self {
        Self::new(Arc::new(SystemClock), Box::new(NetworkClients::default())).with(System::real())
    }
}

impl Library {
    /// A library with this outside world.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, clients: Box<dyn Clients>) -> Self {
        Self {
            stacks: Stacks::new(clients, Arc::clone(&clock), APPLICATION),
            clock,
            system: System::default(),
            store: Store::default(),
            state: Mutex::default(),
        }
    }

    /// The same with this for the rest of the system.
    #[must_use]
    pub fn with(self, system: System) -> Self {
        Self { system, ..self }
    }

    /// The state; held only for a moment, never across an await.
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The pipeline for `route`, with its connections and throttling memory.
    ///
    /// # Errors
    /// As [`Clients::client`].
    pub fn stack(&self, route: &Route) -> azir_azure::error::Result<HttpStack> {
        self.stacks.stack(route)
    }
}
