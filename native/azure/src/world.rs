//! What the client needs of the world outside: time, connections, programs, certificates, variables, and a receiver
//! of progress. All of it is injected, so that tests sleep, connect and start nothing.

use std::{
    fmt::Debug,
    path::{Path, PathBuf},
    sync::Arc,
};

use async_trait::async_trait;

use crate::{
    auth::{environment::Variables, signer::CertificateStore},
    clock::{Clock, SystemClock},
    error::Result,
    http::{
        HttpStack,
        stacks::Stacks,
        transport::{NetworkClients, Route},
    },
    programs::{Programs, SystemPrograms},
    secret::Secret,
};

/// Receives warnings, messages and progress. An error means that the receiver is gone, and ends the work.
#[async_trait]
pub trait Progress: Send + Sync + Debug {
    /// Whether debug messages are wanted; without it none are made.
    fn wants_debug(&self) -> bool {
        false
    }

    /// Shows a warning, whatever else is shown.
    ///
    /// # Errors
    /// `Cancelled` when the receiver is gone, as with all that follow.
    async fn warning(&self, message: &str) -> Result<()>;

    /// Tells a detail.
    ///
    /// # Errors
    /// `Cancelled`.
    async fn verbose(&self, message: &str) -> Result<()>;

    /// Tells what helps to find a fault: requests and answers without their secrets.
    ///
    /// # Errors
    /// `Cancelled`.
    async fn debug(&self, message: &str) -> Result<()>;

    /// Shows how far `activity` has come.
    ///
    /// # Errors
    /// `Cancelled`.
    async fn step(&self, activity: &str, status: &str) -> Result<()>;

    /// Says that `activity` is over.
    ///
    /// # Errors
    /// `Cancelled`.
    async fn done(&self, activity: &str) -> Result<()>;
}

/// Discards all messages.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

#[async_trait]
impl Progress for Silent {
    async fn warning(&self, _: &str) -> Result<()> {
        Ok(())
    }

    async fn verbose(&self, _: &str) -> Result<()> {
        Ok(())
    }

    async fn debug(&self, _: &str) -> Result<()> {
        Ok(())
    }

    async fn step(&self, _: &str, _: &str) -> Result<()> {
        Ok(())
    }

    async fn done(&self, _: &str) -> Result<()> {
        Ok(())
    }
}

/// The world outside, as one piece of work sees it.
#[async_trait]
pub trait World: Send + Sync + Debug {
    /// Time.
    fn clock(&self) -> &dyn Clock;

    /// The name of the program that uses this client, for services' logs and the sign-in page.
    fn application(&self) -> &'static str {
        "azir-azure"
    }

    /// The pipeline for `route`, with its connections and its memory of throttling.
    ///
    /// # Errors
    /// `InvalidInput` when a certificate file or proxy cannot be used.
    fn stack(&self, route: &Route) -> Result<HttpStack>;

    /// What runs programs and shows pages, where that is allowed.
    fn programs(&self) -> Option<&dyn Programs> {
        None
    }

    /// The system's certificate store, where it has one.
    fn certificates(&self) -> Option<&dyn CertificateStore> {
        None
    }

    /// The environment variables that matter.
    ///
    /// # Errors
    /// `Cancelled`.
    async fn variables(&self) -> Result<Variables>;

    /// A token of the sign-in that surrounds this client, such as a host program's; nothing when it gives none.
    ///
    /// # Errors
    /// `Credential` with the reason, or `Cancelled`.
    async fn brokered_token(&self, _resource: &str, _tenant: &str) -> Result<Option<Secret>> {
        Ok(None)
    }

    /// The endpoint and header that stand for the machine's own managed identity, in place of what is found on it.
    fn identity_endpoint(&self) -> Option<(String, Secret)> {
        None
    }

    /// Where Azure Arc's agent puts its secrets, if not where it usually does.
    fn arc_keys(&self) -> Option<PathBuf> {
        None
    }

    /// Whether Azure Arc's agent is installed on this machine.
    fn has_arc_agent(&self, variables: &Variables) -> bool {
        has_arc_agent(variables)
    }

    /// The tenant of a subscription or host, where a service named another one than the context's.
    fn tenant_of(&self, _place: &str) -> Option<String> {
        None
    }

    /// Keeps the tenant of a subscription or host for [`World::tenant_of`].
    fn learn_tenant(&self, _place: String, _tenant: String) {}

    /// An account got a token or lost one.
    fn tokens_changed(&self) {}

    /// A request that changes something is about to be sent.
    fn about_to_change(&self) {}
}

/// The system itself: its clock, its network, its programs, and variables that the caller hands over.
#[derive(Debug)]
pub struct SystemWorld {
    clock: Arc<dyn Clock>,
    stacks: Stacks,
    programs: SystemPrograms,
    variables: Variables,
}

impl SystemWorld {
    /// The system with these variables; the process's own environment is not read.
    #[must_use]
    pub fn new(variables: Variables) -> Self {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        Self {
            stacks: Stacks::new(
                Box::new(NetworkClients::default()),
                Arc::clone(&clock),
                "azir-azure",
            ),
            clock,
            programs: SystemPrograms,
            variables,
        }
    }
}

#[async_trait]
impl World for SystemWorld {
    fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    fn stack(&self, route: &Route) -> Result<HttpStack> {
        self.stacks.stack(route)
    }

    fn programs(&self) -> Option<&dyn Programs> {
        Some(&self.programs)
    }

    async fn variables(&self) -> Result<Variables> {
        Ok(self.variables.clone())
    }
}

/// Whether Azure Arc's agent is installed where it usually is.
#[must_use]
pub fn has_arc_agent(variables: &Variables) -> bool {
    if cfg!(windows) {
        let programs = variables.get("ProgramFiles").unwrap_or(r"C:\Program Files");
        Path::new(programs)
            .join(r"AzureConnectedMachineAgent\himds.exe")
            .is_file()
    } else {
        Path::new("/opt/azcmagent/bin/himds").is_file()
    }
}
