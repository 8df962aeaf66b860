//! Where in the tree of factories and runtimes a request points, and whether its caller may go there.

use crate::arm::{self, Call};
use crate::wire::{Refusal, Request};
use crate::world::{Factory, Runtime};

/// The parts of a path, in the caller's casing and as keys.
pub struct Place {
    pub subscription: String,
    pub group: String,
    pub factory: String,
    /// What the factory is kept under.
    pub factory_key: String,
    /// The path up to the factory, as typed: answers echo it.
    factory_path: String,
    /// The name of the runtime, or nothing.
    pub runtime: String,
}

impl Place {
    /// Reads the path of `request`, which has at least a factory in it.
    pub fn new(request: &Request) -> Self {
        let part = |at: usize| request.segments.get(at).cloned().unwrap_or_default();
        let factory_path = request.id_until(8);
        Self {
            subscription: part(1),
            group: part(3),
            factory: part(7),
            factory_key: factory_path.to_ascii_lowercase(),
            factory_path,
            runtime: part(9),
        }
    }

    /// The factory's path as typed.
    pub fn factory_path(&self) -> &str {
        &self.factory_path
    }

    /// The id of a runtime: as typed, but for the type, which comes in lower case.
    pub fn runtime_id(&self, name: &str) -> String {
        format!("{}/integrationruntimes/{name}", self.factory_path)
    }

    /// What the runtime is found under.
    pub fn runtime_key(&self) -> String {
        format!(
            "{}/integrationruntimes/{}",
            self.factory_key,
            self.runtime.to_ascii_lowercase()
        )
    }

    /// How the provider's errors name the runtime.
    pub fn target(&self) -> String {
        self.runtime_id(&self.runtime)
    }

    /// The caller may do `action` on the runtime (or the factory, when there is none in the path) in a subscription
    /// that may use Data Factory.
    ///
    /// # Errors
    ///
    /// The gateway's.
    pub fn enter(&self, call: &Call<'_>, action: &str) -> Result<(), Refusal> {
        let subscription = call.subscription(&self.subscription)?;
        let scope = if self.runtime.is_empty() {
            self.factory_path.clone()
        } else {
            format!("{}/integrationRuntimes/{}", self.factory_path, self.runtime)
        };
        call.require(&format!("Microsoft.DataFactory/factories/{action}"), &scope)?;
        arm::check_registered(subscription)
    }

    /// The factory, which must exist.
    ///
    /// # Errors
    ///
    /// `ResourceGroupNotFound` or `ResourceNotFound`.
    pub fn factory<'a>(&self, call: &'a Call<'_>) -> Result<&'a Factory, Refusal> {
        call.group(&self.subscription, &self.group)?;
        call.world.factories.get(&self.factory_key).ok_or_else(|| {
            Refusal::gateway(
                404,
                "ResourceNotFound",
                format!(
                    "The Resource 'Microsoft.DataFactory/factories/{}' under resource group '{}' was not found. For more details please go \
                     to https://aka.ms/ARMResourceNotFoundFix",
                    self.factory, self.group
                ),
            )
        })
    }

    /// The runtime in the path with its factory, after [`Place::enter`].
    ///
    /// # Errors
    ///
    /// As [`Place::factory`], or the provider's `NotFound`.
    pub fn runtime<'a>(&self, call: &'a Call<'_>) -> Result<(&'a Factory, &'a Runtime), Refusal> {
        let factory = self.factory(call)?;
        let runtime = factory
            .runtimes
            .get(&self.runtime.to_ascii_lowercase())
            .ok_or_else(|| self.not_found())?;
        Ok((factory, runtime))
    }

    /// The runtime in the path, to change it.
    ///
    /// # Errors
    ///
    /// As [`Place::runtime`].
    pub fn runtime_mut<'a>(&self, call: &'a mut Call<'_>) -> Result<&'a mut Runtime, Refusal> {
        self.factory(call)?;
        call.world.changed = true;
        call.world
            .runtime_mut(&self.runtime_key())
            .ok_or_else(|| self.not_found())
    }

    /// The runtime is not there.
    pub fn not_found(&self) -> Refusal {
        Refusal::provider(
            404,
            "NotFound",
            "The document could not be retrieved because it does not exist.",
            self.target(),
        )
    }

    /// The provider refuses what was asked of the runtime.
    pub fn bad_request(&self, message: impl Into<String>) -> Refusal {
        Refusal::provider(400, "BadRequest", message, self.target())
    }
}
