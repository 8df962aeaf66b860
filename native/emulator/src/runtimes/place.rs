//! Represents the position of a request in the tree of factories, workspaces and runtimes, and checks the access to it.

use std::borrow::Cow;

use crate::arm::{self, Call};
use crate::wire::{Refusal, Request};
use crate::world::{Parent, Runtime, Service};

/// The parts of a path, in the caller's casing and as keys.
pub struct Place {
    pub service: Service,
    pub subscription: String,
    pub group: String,
    /// The name of the factory or workspace.
    pub parent: String,
    /// What that is kept under.
    pub parent_key: String,
    /// The path up to it, as typed: answers echo it.
    parent_path: String,
    /// The name of the runtime, or nothing.
    pub runtime: String,
    /// The api-version asked with.
    pub version: String,
}

impl Place {
    /// Reads the path of `request`, which has at least a factory or workspace in it.
    pub fn new(service: Service, request: &Request) -> Self {
        let part = |at: usize| request.segments.get(at).cloned().unwrap_or_default();
        let parent_path = request.id_until(8);
        Self {
            service,
            subscription: part(1),
            group: part(3),
            parent: part(7),
            parent_key: parent_path.to_ascii_lowercase(),
            parent_path,
            runtime: part(9),
            version: request.query("api-version").unwrap_or_default().to_owned(),
        }
    }

    /// The runtime `name` of `parent`, asked for in another way than by its path.
    pub fn of(parent: &Parent, name: &str, version: &str) -> Self {
        let parent_path = parent.id();
        Self {
            service: parent.service,
            subscription: parent.subscription.clone(),
            group: parent.group.clone(),
            parent: parent.name.clone(),
            parent_key: parent_path.to_ascii_lowercase(),
            parent_path,
            runtime: name.to_owned(),
            version: version.to_owned(),
        }
    }

    /// The same place with the runtime `name`.
    pub fn at_runtime(&self, name: &str) -> Self {
        Self {
            service: self.service,
            subscription: self.subscription.clone(),
            group: self.group.clone(),
            parent: self.parent.clone(),
            parent_key: self.parent_key.clone(),
            parent_path: self.parent_path.clone(),
            runtime: name.to_owned(),
            version: self.version.clone(),
        }
    }

    /// The path of the factory or workspace, as typed.
    pub fn parent_path(&self) -> &str {
        &self.parent_path
    }

    /// The id of a runtime: as typed, but for the type, which comes in lower case.
    pub fn runtime_id(&self, name: &str) -> String {
        format!("{}/integrationruntimes/{name}", self.parent_path)
    }

    /// What the runtime is found under.
    pub fn runtime_key(&self) -> String {
        format!(
            "{}/integrationruntimes/{}",
            self.parent_key,
            self.runtime.to_ascii_lowercase()
        )
    }

    /// How the provider's errors name the runtime. Synapse has the runtimes from Data Factory, and says so.
    pub fn target(&self) -> String {
        if self.service == Service::DataFactory {
            return self.runtime_id(&self.runtime);
        }
        format!(
            "/subscriptions/{}/resourceGroups/{}/providers/{}/{}/integrationruntimes/{}",
            self.subscription,
            self.group,
            Service::DataFactory.kind(),
            self.parent,
            self.runtime
        )
    }

    /// The caller may do `action` on the runtime (or the factory or workspace, when there is none in the path) in a
    /// subscription that may use the service. `action` is in Data Factory's words.
    ///
    /// # Errors
    ///
    /// The gateway's.
    pub fn enter(&self, call: &Call<'_>, action: &str) -> Result<(), Refusal> {
        let subscription = call.subscription(&self.subscription)?;
        let scope = if self.runtime.is_empty() {
            self.parent_path.clone()
        } else {
            format!("{}/integrationRuntimes/{}", self.parent_path, self.runtime)
        };
        let action = match (self.service, action) {
            // What Data Factory counts as reading is an action there.
            (Service::Synapse, "integrationRuntimes/getstatus/read") => {
                "integrationRuntimes/getStatus/action"
            }
            (Service::Synapse, "integrationRuntimes/monitoringdata/read") => {
                "integrationRuntimes/monitoringData/action"
            }
            (_, action) => action,
        };
        call.require(&format!("{}/{action}", self.service.kind()), &scope)?;
        arm::check_registered(subscription, self.service)
    }

    /// The factory or workspace, which must exist.
    ///
    /// # Errors
    ///
    /// `ResourceGroupNotFound` or `ResourceNotFound`.
    pub fn parent<'a>(&self, call: &'a Call<'_>) -> Result<&'a Parent, Refusal> {
        call.group(&self.subscription, &self.group)?;
        call.world.parents.get(&self.parent_key).ok_or_else(|| {
            Refusal::gateway(
                404,
                "ResourceNotFound",
                format!(
                    "The Resource '{}/{}' under resource group '{}' was not found. For more details please go \
                     to https://aka.ms/ARMResourceNotFoundFix",
                    self.service.kind(),
                    self.parent,
                    self.group
                ),
            )
        })
    }

    /// The runtime in the path with what it belongs to, after [`Place::enter`].
    ///
    /// # Errors
    ///
    /// As [`Place::parent`], or the provider's `NotFound`.
    pub fn runtime<'a>(&self, call: &'a Call<'_>) -> Result<(&'a Parent, &'a Runtime), Refusal> {
        let parent = self.parent(call)?;
        let runtime = parent
            .runtimes
            .get(&self.runtime.to_ascii_lowercase())
            .ok_or_else(|| self.not_found())?;
        Ok((parent, runtime))
    }

    /// The runtime in the path, to change it.
    ///
    /// # Errors
    ///
    /// As [`Place::runtime`].
    pub fn runtime_mut<'a>(&self, call: &'a mut Call<'_>) -> Result<&'a mut Runtime, Refusal> {
        self.parent(call)?;
        call.world.changed = true;
        call.world
            .runtime_mut(&self.runtime_key())
            .ok_or_else(|| self.not_found())
    }

    /// The runtime is not there.
    pub fn not_found(&self) -> Refusal {
        self.not_found_at(self.target())
    }

    /// Something below the runtime is not there.
    pub fn not_found_at(&self, target: impl Into<String>) -> Refusal {
        self.refuse_at(
            404,
            "NotFound",
            "The document could not be retrieved because it does not exist.",
            target,
        )
    }

    /// The provider refuses what was asked of the runtime.
    pub fn bad_request(&self, message: impl Into<String>) -> Refusal {
        self.refuse(400, "BadRequest", message)
    }

    /// The provider refuses with another status or code.
    pub fn refuse(
        &self,
        status: u16,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
    ) -> Refusal {
        self.refuse_at(status, code, message, self.target())
    }

    /// The provider refuses something with another target.
    pub fn refuse_at(
        &self,
        status: u16,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
        target: impl Into<String>,
    ) -> Refusal {
        let refusal = Refusal::provider(status, code, message, target);
        match self.service {
            Service::Synapse => refusal.unwrapped(),
            _ => refusal,
        }
    }
}
