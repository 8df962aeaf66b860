//! What lives once per process, for all runspaces: contexts, tokens, clients, the emulator target.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{
    auth::{Account, environment::Variables, signer::CertificateStore},
    clock::{Clock, SystemClock},
    cloud::Cloud,
    emulator::Emulator,
    error::{Error, Result},
    http::{
        HttpStack,
        transport::{Clients, NetworkClients, Route},
    },
    outside::{Programs, SystemPrograms},
    runtimes::completion::Completions,
};

/// A subscription as a context knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// GUID.
    pub id: String,
    /// Display name.
    pub name: String,
    /// Its home tenant.
    pub tenant: String,
    /// Such as `Enabled`.
    pub state: String,
}

/// Who is signed in, to which cloud, for which tenant and subscription.
#[derive(Clone, Debug)]
pub struct AzureContext {
    /// The name it is found by.
    pub name: String,
    /// Who.
    pub account: Arc<Account>,
    /// Where.
    pub cloud: Arc<Cloud>,
    /// Tenant id.
    pub tenant: String,
    /// The subscription that calls go to, if one was chosen.
    pub subscription: Option<Subscription>,
}

impl AzureContext {
    /// The name that Az gives a context: subscription, tenant and account.
    #[must_use]
    pub fn usual_name(&self) -> String {
        match &self.subscription {
            Some(subscription) => format!(
                "{} ({}) - {} - {}",
                subscription.name, subscription.id, self.tenant, self.account.id
            ),
            None => format!("{} - {}", self.tenant, self.account.id),
        }
    }
}

/// The contexts in the order they were made, and which one is in use.
#[derive(Debug, Default)]
pub struct Contexts {
    all: Vec<Arc<AzureContext>>,
    current: Option<String>,
}

impl Contexts {
    /// The context in use.
    #[must_use]
    pub fn current(&self) -> Option<Arc<AzureContext>> {
        self.named(self.current.as_deref()?)
    }

    /// A context by name, in any casing.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<Arc<AzureContext>> {
        self.all
            .iter()
            .find(|context| context.name.eq_ignore_ascii_case(name))
            .cloned()
    }

    /// The context that a user named under `parameter`.
    ///
    /// # Errors
    /// `InvalidInput` when there is none of that name.
    pub fn find(&self, parameter: &str, name: &str) -> Result<Arc<AzureContext>> {
        self.named(name).ok_or_else(|| {
            Error::invalid(
                parameter,
                format!(
                    "There is no context '{name}'. Get-AzContext -ListAvailable shows the contexts."
                ),
            )
        })
    }

    /// All contexts.
    #[must_use]
    pub fn all(&self) -> &[Arc<AzureContext>] {
        &self.all
    }

    /// Puts `context` in, in place of one with its name.
    pub fn put(&mut self, context: AzureContext) -> Arc<AzureContext> {
        let context = Arc::new(context);
        match self
            .all
            .iter_mut()
            .find(|own| own.name.eq_ignore_ascii_case(&context.name))
        {
            Some(own) => *own = Arc::clone(&context),
            None => self.all.push(Arc::clone(&context)),
        }
        context
    }

    /// Puts `context` in and makes it the one in use.
    pub fn select(&mut self, context: AzureContext) -> Arc<AzureContext> {
        let context = self.put(context);
        self.current = Some(context.name.clone());
        context
    }

    /// Takes out the contexts that `unwanted` names; the last one left comes into use if the
    /// current one went.
    pub fn remove(&mut self, unwanted: impl Fn(&AzureContext) -> bool) -> Vec<Arc<AzureContext>> {
        let (gone, left) = self.all.drain(..).partition(|context| unwanted(context));
        self.all = left;
        if self.current().is_none() {
            self.current = self.all.last().map(|context| context.name.clone());
        }
        gone
    }
}

/// What changes while the process lives.
#[derive(Debug, Default)]
pub struct State {
    /// The contexts.
    pub contexts: Contexts,
    /// The contexts from before the emulator was started, put back when it stops.
    pub set_aside: Option<Contexts>,
    /// The context that was found where nobody had signed in: by the environment, an identity or the Azure CLI.
    pub ambient: Option<Arc<AzureContext>>,
    /// Tenants of subscriptions that turned out to be others than their contexts'.
    pub tenants: HashMap<String, String>,
    /// The emulator that all calls go to while it runs.
    pub emulator: Option<Emulator>,
    /// Identities of factories seen in this process: role assignments to them say what they are.
    pub factory_identities: HashSet<String>,
    /// What completions found lately.
    pub completions: Completions,
    stacks: HashMap<Route, HttpStack>,
}

/// What the system gives beside time and network; a part that is missing is told when it is wanted.
#[derive(Debug, Default)]
pub struct Outside {
    /// The system's certificate store, where it has one.
    pub certificates: Option<Arc<dyn CertificateStore>>,
    /// What runs programs and shows pages.
    pub programs: Option<Arc<dyn Programs>>,
    /// Where Azure Arc's agent puts its secrets, if not where it usually does.
    pub arc_keys: Option<PathBuf>,
}

impl Outside {
    /// The system itself, as far as this crate can reach it.
    #[must_use]
    pub fn system() -> Self {
        Self {
            certificates: None,
            programs: Some(Arc::new(SystemPrograms)),
            arc_keys: None,
        }
    }

    /// Whether Azure Arc's agent is installed here.
    #[must_use]
    pub fn has_arc_agent(&self, variables: &Variables) -> bool {
        if self.programs.is_none() {
            return false;
        }
        if cfg!(windows) {
            let programs = variables.get("ProgramFiles").unwrap_or(r"C:\Program Files");
            Path::new(programs)
                .join(r"AzureConnectedMachineAgent\himds.exe")
                .is_file()
        } else {
            Path::new("/opt/azcmagent/bin/himds").is_file()
        }
    }
}

/// The library's whole state and its outside world.
#[derive(Debug)]
pub struct Library {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// The rest of the system.
    pub outside: Outside,
    clients: Box<dyn Clients>,
    state: Mutex<State>,
}

impl Default for Library {
    fn default() -> Self {
        Self::new(Arc::new(SystemClock), Box::new(NetworkClients::default()))
            .with(Outside::system())
    }
}

impl Library {
    /// A library with this outside world.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, clients: Box<dyn Clients>) -> Self {
        Self {
            clock,
            outside: Outside::default(),
            clients,
            state: Mutex::default(),
        }
    }

    /// The same with this for the rest of the system.
    #[must_use]
    pub fn with(self, outside: Outside) -> Self {
        Self { outside, ..self }
    }

    /// The state; held only for a moment, never across an await.
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Called when an account got a token or lost one: what keeps tokens for later processes looks here.
    pub fn tokens_changed(&self) {}

    /// The pipeline for `route`, with its connections and throttling memory.
    ///
    /// # Errors
    /// As [`Clients::client`].
    pub fn stack(&self, route: &Route) -> Result<HttpStack> {
        if let Some(stack) = self.state().stacks.get(route) {
            return Ok(stack.clone());
        }
        let stack = HttpStack::new(self.clients.client(route)?, Arc::clone(&self.clock));
        self.state().stacks.insert(route.clone(), stack.clone());
        Ok(stack)
    }
}
