//! What lives once per process, for all runspaces: contexts, tokens, clients, the emulator target.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{
    Call,
    accounts::{environment::Environments, store::Store, vault::Vault},
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
    prerequisite::{
        connect::{Network, SystemNetwork},
        host::Machine,
    },
    purview::scan::Accounts,
    runtimes::completion::Completions,
};

/// A subscription as a context knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// GUID.
    pub id: String,
    /// Display name; empty where only the id is known.
    pub name: String,
    /// Its home tenant.
    pub tenant: String,
    /// Such as `Enabled`; empty where only the id is known.
    pub state: String,
}

impl Subscription {
    /// A subscription of which nothing but the id was told.
    #[must_use]
    pub fn of_id(id: String, tenant: &str) -> Self {
        Self {
            id,
            name: String::new(),
            tenant: tenant.to_owned(),
            state: String::new(),
        }
    }

    /// Its name, or its id where the name is not known.
    #[must_use]
    pub fn label(&self) -> &str {
        if self.name.is_empty() {
            &self.id
        } else {
            &self.name
        }
    }
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
    /// What scripts noted down with it.
    pub properties: BTreeMap<String, String>,
}

impl AzureContext {
    /// A context of this account, without name and subscription yet.
    #[must_use]
    pub fn of(account: Account, cloud: Arc<Cloud>, tenant: String) -> Self {
        Self {
            name: String::new(),
            account: Arc::new(account),
            cloud,
            tenant,
            subscription: None,
            properties: BTreeMap::new(),
        }
    }

    /// The name that Az gives a context: subscription, tenant and account.
    #[must_use]
    pub fn usual_name(&self) -> String {
        match &self.subscription {
            Some(subscription) if subscription.name.is_empty() => {
                format!(
                    "{} - {} - {}",
                    subscription.id, self.tenant, self.account.id
                )
            }
            Some(subscription) => format!(
                "{} ({}) - {} - {}",
                subscription.name, subscription.id, self.tenant, self.account.id
            ),
            None => format!("{} - {}", self.tenant, self.account.id),
        }
    }
}

/// How far a change of contexts reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// This process.
    Process,
    /// Later processes of the same user too.
    CurrentUser,
}

impl Scope {
    /// The scope that a cmdlet was given with `-Scope`, else the one in force.
    #[must_use]
    pub fn of(call: &Call) -> Self {
        match call.arguments().filled("Scope").as_deref() {
            Some(name) if name.eq_ignore_ascii_case("Process") => Self::Process,
            Some(_) => Self::CurrentUser,
            None if call.library.state().keep => Self::CurrentUser,
            None => Self::Process,
        }
    }

    /// Its name, as `-Scope` takes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Process => "Process",
            Self::CurrentUser => "CurrentUser",
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

    /// Whether the context of this name is the one in use.
    #[must_use]
    pub fn is_current(&self, name: &str) -> bool {
        self.current
            .as_deref()
            .is_some_and(|current| current.eq_ignore_ascii_case(name))
    }

    /// Brings the context of this name into use; nothing when there is none.
    pub fn make_current(&mut self, name: &str) -> Option<Arc<AzureContext>> {
        let context = self.named(name)?;
        self.current = Some(context.name.clone());
        Some(context)
    }

    /// Gives the context `from` the name `to`, in place of one that had it; it stays where it
    /// stands, and in use if it was.
    pub fn rename(&mut self, from: &str, to: &str) -> Option<Arc<AzureContext>> {
        let was_current = self.is_current(from);
        let context = Arc::new(AzureContext {
            name: to.to_owned(),
            ..(*self.named(from)?).clone()
        });
        self.all.retain(|own| {
            own.name.eq_ignore_ascii_case(from) || !own.name.eq_ignore_ascii_case(to)
        });
        for own in &mut self.all {
            if own.name.eq_ignore_ascii_case(from) {
                *own = Arc::clone(&context);
            }
        }
        if was_current {
            self.current = Some(context.name.clone());
        }
        Some(context)
    }

    /// Gives contexts of the same account and cloud whose subscription is known by its id only what `listed` says of it. Their own
    /// names stay: somebody may have them by now.
    pub fn complete(&mut self, of: &AzureContext, listed: &[Subscription]) {
        for own in &mut self.all {
            let found = own
                .subscription
                .as_ref()
                .filter(|known| {
                    known.name.is_empty()
                        && own.account.id.eq_ignore_ascii_case(&of.account.id)
                        && own.cloud.name == of.cloud.name
                })
                .and_then(|known| {
                    listed
                        .iter()
                        .find(|full| full.id.eq_ignore_ascii_case(&known.id))
                });
            if let Some(full) = found {
                *own = Arc::new(AzureContext {
                    subscription: Some(full.clone()),
                    ..(**own).clone()
                });
            }
        }
    }

    /// Takes out all contexts.
    pub fn clear(&mut self) -> Vec<Arc<AzureContext>> {
        self.current = None;
        std::mem::take(&mut self.all)
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
    /// Names of contexts whose account's other subscriptions were not listed at the sign-in.
    pub unlisted: Vec<String>,
    /// Whether contexts are kept for later processes of the same user.
    pub keep: bool,
    /// The clouds by name, those that were added among them.
    pub environments: Environments,
    /// The contexts from before the emulator was started, put back when it stops.
    pub set_aside: Option<Contexts>,
    /// The context that was found where nobody had signed in: by the environment, an identity or the Azure CLI.
    pub ambient: Option<Arc<AzureContext>>,
    /// Tenants of subscriptions, and of hosts of other services, that turned out to be others than their contexts'.
    pub tenants: HashMap<String, String>,
    /// The emulator that all calls go to while it runs.
    pub emulator: Option<Emulator>,
    /// Identities of factories seen in this process: role assignments to them say what they are.
    pub factory_identities: HashSet<String>,
    /// What is known of Purview accounts: their endpoints and API versions.
    pub purview: Accounts,
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
    /// What protects kept secrets; without it nothing is kept.
    pub vault: Option<Arc<dyn Vault>>,
    /// What tells about this machine, where it is one that can run nodes.
    pub machine: Option<Arc<dyn Machine>>,
    /// Names and connections, where they are only tried.
    pub network: Option<Arc<dyn Network>>,
}

impl Outside {
    /// The system itself, as far as this crate can reach it.
    #[must_use]
    pub fn system() -> Self {
        Self {
            certificates: None,
            programs: Some(Arc::new(SystemPrograms)),
            arc_keys: None,
            vault: None,
            machine: None,
            network: Some(Arc::new(SystemNetwork)),
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
    /// What is kept of contexts for later processes.
    pub store: Store,
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
            store: Store::default(),
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

    /// Called when an account got a token or lost one.
    pub fn tokens_changed(&self) {
        self.store.tokens_changed();
    }

    /// The pipeline for `route`, with its connections and throttling memory.
    ///
    /// # Errors
    /// As [`Clients::client`].
    pub fn stack(&self, route: &Route) -> Result<HttpStack> {
        if let Some(stack) = self.state().stacks.get(route) {
            return Ok(stack.clone());
        }
        let stack = HttpStack::new(self.clients.client(route)?, Arc::clone(&self.clock))
            .through(route.proxy_in_words());
        self.state().stacks.insert(route.clone(), stack.clone());
        Ok(stack)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        auth::{Credential, access_token::AccessToken},
        secret::Secret,
    };

    fn contexts(names: &[&str]) -> Contexts {
        let mut contexts = Contexts::default();
        for name in names {
            contexts.select(AzureContext {
                name: (*name).to_owned(),
                ..AzureContext::of(
                    Account::new(
                        "somebody".into(),
                        Credential::AccessToken(AccessToken::new(Secret::new("t".into()))),
                    ),
                    Arc::new(Cloud::public()),
                    "t".into(),
                )
            });
        }
        contexts
    }

    fn names(contexts: &Contexts) -> Vec<&str> {
        contexts.all().iter().map(|own| own.name.as_str()).collect()
    }

    #[test]
    fn a_renamed_context_stays_in_its_place_and_in_use() {
        let mut contexts = contexts(&["a", "b", "c"]);
        contexts.make_current("B");
        contexts.rename("B", "work");
        assert_eq!(names(&contexts), ["a", "work", "c"]);
        assert_eq!(contexts.current().unwrap().name, "work");
        assert!(contexts.rename("b", "x").is_none());
    }

    #[test]
    fn a_renamed_context_takes_the_place_of_one_that_had_the_name() {
        let mut contexts = contexts(&["a", "b", "c"]);
        contexts.rename("a", "C");
        assert_eq!(names(&contexts), ["C", "b"]);
        assert_eq!(contexts.current().unwrap().name, "C");
    }

    #[test]
    fn a_change_of_casing_is_a_new_name() {
        let mut contexts = contexts(&["a", "b"]);
        contexts.rename("b", "B");
        assert_eq!(names(&contexts), ["a", "B"]);
    }

    #[test]
    fn nothing_is_left_after_clearing() {
        let mut contexts = contexts(&["a", "b"]);
        assert_eq!(contexts.clear().len(), 2);
        assert!(contexts.current().is_none());
    }
}
