//! The outside world as the Azure client sees it during one call: this process's clock and connections, and a caller
//! who is asked for variables and for tokens of Az.Accounts.

use std::{path::PathBuf, sync::Arc};

use async_trait::async_trait;
use azir_azure::{
    auth::{environment::Variables, signer::CertificateStore},
    clock::Clock,
    error::Result,
    http::{HttpStack, transport::Route},
    programs::Programs,
    secret::Secret,
    world::{self, Progress, World},
};

use crate::{
    Call,
    caller::Caller,
    state::{self, Library},
};

impl Call {
    /// The outside world for the Azure client.
    #[must_use]
    pub fn world(&self) -> Arc<dyn World> {
        Arc::new(CallWorld {
            library: Arc::clone(&self.library),
            caller: self.caller.clone(),
        })
    }

    /// Receives the progress of the Azure client.
    #[must_use]
    pub fn progress(&self) -> Arc<dyn Progress> {
        Arc::new(self.caller.clone())
    }

    /// How the network is reached, as the script's environment asks for it.
    #[must_use]
    pub fn route(&self) -> Route {
        self.request.route()
    }
}

#[derive(Debug)]
struct CallWorld {
    library: Arc<Library>,
    caller: Caller,
}

#[async_trait]
impl World for CallWorld {
    fn clock(&self) -> &dyn Clock {
        self.library.clock.as_ref()
    }

    fn application(&self) -> &'static str {
        state::APPLICATION
    }

    fn stack(&self, route: &Route) -> Result<HttpStack> {
        self.library.stack(route)
    }

    fn programs(&self) -> Option<&dyn Programs> {
        self.library.system.programs.as_deref()
    }

    fn certificates(&self) -> Option<&dyn CertificateStore> {
        self.library.system.certificates.as_deref()
    }

    async fn variables(&self) -> Result<Variables> {
        self.caller.variables().await
    }

    async fn brokered_token(&self, resource: &str, tenant: &str) -> Result<Option<Secret>> {
        self.caller.token(resource, tenant).await
    }

    /// While the emulator runs, nothing asks the machine for its own.
    fn identity_endpoint(&self) -> Option<(String, Secret)> {
        let state = self.library.state();
        state.emulator.as_ref().map(|own| own.identity.clone())
    }

    fn arc_keys(&self) -> Option<PathBuf> {
        self.library.system.arc_keys.clone()
    }

    fn has_arc_agent(&self, variables: &Variables) -> bool {
        self.library.system.programs.is_some() && world::has_arc_agent(variables)
    }

    fn tenant_of(&self, place: &str) -> Option<String> {
        self.library.state().tenants.get(place).cloned()
    }

    fn learn_tenant(&self, place: String, tenant: String) {
        self.library.state().tenants.insert(place, tenant);
    }

    fn tokens_changed(&self) {
        self.library.store.tokens_changed();
    }

    /// What completions found may not be true any more.
    fn about_to_change(&self) {
        self.library.state().completions.forget();
    }
}
