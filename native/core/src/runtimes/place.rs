//! Where a factory, workspace or runtime is, from names, a resource id or an object, whichever was bound.

use azir_azure::{arm::client::RequestOptions, error::ServiceFault};
use azure_core::http::{Method, Url};
use serde_json::Value;

use super::{
    api::ArmRuntimes, azure, body::RuntimeBody, find, messages, missing, model, owner,
    service::Service,
};
use crate::{
    arm::Arm,
    error::{Error, Result},
    names,
    request::{Arguments, member_text},
    runtimes::resource_id::{ParentId, RuntimeId},
};

/// The place of a data factory or workspace, in the caller's casing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParentPlace {
    /// Which of the two it is.
    pub service: Service,
    /// Subscription id.
    pub subscription: String,
    /// Resource group.
    pub resource_group: String,
    /// Data factory or workspace.
    pub name: String,
}

/// An integration runtime's place, in the caller's casing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuntimePlace {
    /// What holds it.
    pub parent: ParentPlace,
    /// Its name.
    pub name: String,
}

/// The parameter for a row of `Get-AzIntegrationRuntimeNode`.
pub const NODE_ROW: &str = "RuntimeNode";

impl ParentPlace {
    /// The factory that a factory cmdlet is about.
    ///
    /// # Errors
    /// `InvalidInput` that names the parameter and the rule.
    pub fn of_factory(arm: &Arm<'_>) -> Result<Self> {
        let arguments = arm.call.arguments();
        if let Some(id) = arguments.text("ResourceId") {
            return Self::from_id(ParentId::parse(Service::DataFactory, "ResourceId", &id)?);
        }
        if let Some(object) = arguments.value("InputObject") {
            return Self::from_object(
                arm,
                "InputObject",
                object,
                ["DataFactoryName", "DataFactoryId"],
            );
        }
        Self::from_names(arm, "Name")
    }

    /// The factory or workspace whose runtimes a runtime cmdlet is about, given by names or as an object.
    ///
    /// # Errors
    /// As [`ParentPlace::of_factory`]; where no group is given, as [`find::by_name`].
    pub async fn of_runtimes(arm: &Arm<'_>) -> Result<Self> {
        let arguments = arm.call.arguments();
        for parameter in ["WorkspaceObject", "AccountObject"] {
            if let Some(object) = arguments.value(parameter) {
                return Self::from_object(arm, parameter, object, ["Name", "Id"]);
            }
        }
        let service = Service::of(arm.call);
        let parameter = service.parent_name();
        if service == Service::DataFactory || arguments.filled("ResourceGroupName").is_some() {
            return Self::from_names(arm, parameter);
        }
        let name = arguments.required(parameter)?;
        named_well(service, parameter, &name)?;
        find::by_name(arm, service, &name).await
    }

    /// The parent in `-ResourceGroupName` whose name is given under `parameter`.
    ///
    /// # Errors
    /// As [`ParentPlace::of_factory`].
    pub(crate) fn from_names(arm: &Arm<'_>, parameter: &str) -> Result<Self> {
        let arguments = arm.call.arguments();
        let place = Self {
            service: Service::of(arm.call),
            subscription: String::new(),
            resource_group: arguments.required("ResourceGroupName")?,
            name: arguments.required(parameter)?,
        };
        // The rules come before any request.
        let checked = place.checked("ResourceGroupName", parameter)?;
        Ok(Self {
            subscription: subscription_or(arm, None)?,
            ..checked
        })
    }

    /// The parent with this id.
    ///
    /// # Errors
    /// `InvalidInput` with the rule that a name in it breaks.
    pub fn from_id(id: ParentId) -> Result<Self> {
        let place = Self {
            service: id.service,
            subscription: id.subscription,
            resource_group: id.resource_group,
            name: id.name,
        };
        place.checked("ResourceId", "ResourceId")
    }

    /// The parent that `object`, bound to `parameter`, stands for; its name and id are in `members`.
    ///
    /// # Errors
    /// As [`ParentPlace::of_factory`].
    pub(crate) fn from_object(
        arm: &Arm<'_>,
        parameter: &str,
        object: &Value,
        members: [&str; 2],
    ) -> Result<Self> {
        let service = Service::of(arm.call);
        refuse_others(service, parameter, object)?;
        let what = owner::parent(service);
        let name = needed_member(parameter, object, members[0], what)?;
        let id = member_text(object, members[1])
            .and_then(|id| ParentId::parse(service, parameter, &id).ok())
            .filter(|id| id.name.eq_ignore_ascii_case(&name));
        // Not every object of a workspace has its group beside its id.
        let resource_group = match (&id, member_text(object, "ResourceGroupName")) {
            (_, Some(group)) if !group.is_empty() => group,
            (Some(id), _) => id.resource_group.clone(),
            (None, _) => needed_member(parameter, object, "ResourceGroupName", what)?,
        };
        let place = Self {
            service,
            subscription: subscription_or(arm, id.map(|id| id.subscription))?,
            resource_group,
            name,
        };
        place.checked(parameter, parameter)
    }

    /// The same, if group and name keep to the rules; `group` and `name` are their parameters.
    pub(crate) fn checked(self, group: &str, name: &str) -> Result<Self> {
        names::resource_group(group, &self.resource_group)?;
        named_well(self.service, name, &self.name)?;
        Ok(self)
    }

    /// The segments of its resource id.
    #[must_use]
    pub fn segments(&self) -> Vec<&str> {
        vec![
            "subscriptions",
            &self.subscription,
            "resourceGroups",
            &self.resource_group,
            "providers",
            self.service.namespace(),
            self.service.collection(),
            &self.name,
        ]
    }

    /// Its resource id.
    #[must_use]
    pub fn id(&self) -> String {
        format!("/{}", self.segments().join("/"))
    }

    /// Its own address.
    #[must_use]
    pub fn url(&self, arm: &Arm<'_>) -> Url {
        arm.url(&self.segments(), self.service.api_version())
    }

    /// The address of its list of runtimes.
    #[must_use]
    pub fn runtimes_url(&self, arm: &Arm<'_>) -> Url {
        arm.url(
            &[self.segments(), vec!["integrationRuntimes"]].concat(),
            self.service.api_version(),
        )
    }

    /// Such as `data factory 'adf'`.
    #[must_use]
    pub fn called(&self) -> String {
        format!("{} '{}'", self.service.parent(), self.name)
    }

    /// The same at the start of a sentence.
    #[must_use]
    pub fn called_first(&self) -> String {
        let called = self.called();
        let (first, rest) = called.split_at(1);
        format!("{}{rest}", first.to_ascii_uppercase())
    }
}

impl RuntimePlace {
    /// The runtime that a cmdlet is about, by names, id or object.
    ///
    /// # Errors
    /// `InvalidInput` that names the parameter and the rule.
    pub async fn of(arm: &Arm<'_>) -> Result<Self> {
        let arguments = arm.call.arguments();
        if let Some(id) = arguments.text("ResourceId") {
            return Self::from_id(Service::of(arm.call), "ResourceId", &id);
        }
        if let Some(object) = arguments.value("InputObject") {
            return Self::from_object(arm, object);
        }
        if let Some(row) = arguments.value(NODE_ROW) {
            return Self::of_node(Service::of(arm.call), row);
        }
        let name = arguments.required(name_parameter(arguments))?;
        names::runtime(name_parameter(arguments), &name)?;
        let parent = ParentPlace::of_runtimes(arm).await?;
        Ok(Self { parent, name })
    }

    /// The runtime with this id.
    ///
    /// # Errors
    /// As [`RuntimeId::parse`].
    pub fn from_id(service: Service, parameter: &str, id: &str) -> Result<Self> {
        let id = RuntimeId::parse(service, parameter, id)?;
        let parent = ParentPlace {
            service,
            subscription: id.subscription,
            resource_group: id.resource_group,
            name: id.parent,
        };
        names::runtime(parameter, &id.name)?;
        Ok(Self {
            parent: parent.checked(parameter, parameter)?,
            name: id.name,
        })
    }

    /// The runtime of the node that a row of the fleet stands for. Its id has the subscription, which names lack.
    fn of_node(service: Service, row: &Value) -> Result<Self> {
        refuse_others(service, NODE_ROW, row)?;
        let what = "a row of Get-AzIntegrationRuntimeNode";
        let id = needed_member(NODE_ROW, row, "IntegrationRuntimeId", what)?;
        Self::from_id(service, NODE_ROW, &id)
    }

    fn from_object(arm: &Arm<'_>, object: &Value) -> Result<Self> {
        const PARAMETER: &str = "InputObject";
        let service = Service::of(arm.call);
        refuse_others(service, PARAMETER, object)?;
        // `Wait-` takes two kinds of objects.
        let what = if arm.call.request.operation.ends_with("runtime.wait") {
            "an integration runtime, nor an operation that -NoWait wrote"
        } else {
            "an integration runtime"
        };
        let member = |name: &str| needed_member(PARAMETER, object, name, what);
        let name = member("Name")?;
        let id = member_text(object, "Id")
            .and_then(|id| RuntimeId::parse(service, PARAMETER, &id).ok())
            .filter(|id| id.name.eq_ignore_ascii_case(&name));
        let parent = ParentPlace {
            service,
            subscription: subscription_or(arm, id.map(|id| id.subscription))?,
            resource_group: member("ResourceGroupName")?,
            name: member(service.parent_name())?,
        };
        let parent = parent.checked(PARAMETER, PARAMETER)?;
        names::runtime(PARAMETER, &name)?;
        Ok(Self { parent, name })
    }

    /// Gets the runtime.
    ///
    /// # Errors
    /// What the service answers.
    pub async fn get(&self, arm: &Arm<'_>) -> Result<RuntimeBody> {
        match self.get_unless(arm, None).await? {
            Some(resource) => Ok(resource),
            None => Err(Error::protocol(
                "The service says that nothing changed, though no version was given.",
            )),
        }
    }

    /// Gets the runtime, or nothing while it is the version `etag`.
    ///
    /// # Errors
    /// What the service answers, and behind it what is missing and which names are near. Synapse may answer null for a
    /// runtime that does not exist: that is a 404 too.
    pub async fn get_unless(
        &self,
        arm: &Arm<'_>,
        etag: Option<&str>,
    ) -> Result<Option<RuntimeBody>> {
        match self.ask_unless(arm, etag).await {
            Err(error) if is_missing(&error) && model::is_default(&self.name) => {
                Err(azure::default_not_made(self, error))
            }
            Err(error) if is_missing(&error) => {
                let arm = arm.clone().without_registration();
                let runtimes = ArmRuntimes::new(&arm, &self.parent);
                Err(missing::explain(&runtimes, &self.name, error).await)
            }
            other => other,
        }
    }

    async fn ask_unless(&self, arm: &Arm<'_>, etag: Option<&str>) -> Result<Option<RuntimeBody>> {
        let options = RequestOptions {
            if_none_match: etag,
            ..RequestOptions::default()
        };
        let reply = arm.send(Method::Get, self.url(arm), None, options).await?;
        if reply.status == 304 {
            return Ok(None);
        }
        let service = self.parent.service;
        if service == Service::Synapse && reply.json_or_null()?.is_null() {
            let fault = ServiceFault {
                status: 404,
                code: Some("NotFound".to_owned()),
                request_id: reply.header("x-ms-request-id").map(str::to_owned),
                target: Some(self.id()),
                message: Some(messages::runtime_not_found(self)),
                at: arm.call.library.clock.now(),
                exchange: None,
            };
            return Err(Error::service(fault));
        }
        Ok(Some(RuntimeBody::new(service, reply.resource()?)))
    }

    /// Gets the runtime, or nothing where it is the runtime itself that is missing.
    ///
    /// # Errors
    /// What the service answers, also when group, parent or subscription are missing.
    pub async fn get_if_exists(&self, arm: &Arm<'_>) -> Result<Option<RuntimeBody>> {
        match self.ask_unless(arm, None).await {
            Err(error) if is_missing(&error) => Ok(None),
            other => other,
        }
    }

    /// The runtime's resource id, in the casing that Azure answers with.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}/integrationruntimes/{}", self.parent.id(), self.name)
    }

    /// The runtime's address.
    #[must_use]
    pub fn url(&self, arm: &Arm<'_>) -> Url {
        self.action_url(arm, &[])
    }

    /// The address of an action on the runtime, such as `getStatus`.
    #[must_use]
    pub fn action_url(&self, arm: &Arm<'_>, action: &[&str]) -> Url {
        let own = ["integrationRuntimes", self.name.as_str()];
        arm.url(
            &[self.parent.segments(), own.to_vec(), action.to_vec()].concat(),
            self.parent.service.api_version(),
        )
    }

    /// Such as `integration runtime 'ir' in data factory 'adf'`.
    #[must_use]
    pub fn called(&self) -> String {
        format!(
            "integration runtime '{}' in {}",
            self.name,
            self.parent.called()
        )
    }

    /// The same at the start of a sentence.
    #[must_use]
    pub fn called_first(&self) -> String {
        format!(
            "Integration runtime '{}' in {}",
            self.name,
            self.parent.called()
        )
    }
}

/// Whether an answer says that the runtime is missing: any 404 whose code does not name something else.
#[must_use]
pub fn is_missing(error: &Error) -> bool {
    const OF_SOMETHING_ELSE: [&str; 4] = [
        "ParentResourceNotFound",
        "ResourceNotFound",
        "ResourceGroupNotFound",
        "SubscriptionNotFound",
    ];
    error.is_status(404) && !OF_SOMETHING_ELSE.iter().any(|code| error.is_code(code))
}

/// An object of another service is not guessed at.
fn refuse_others(service: Service, parameter: &str, object: &Value) -> Result<()> {
    let Some(other) = owner::of_object(object).filter(|own| *own != service) else {
        return Ok(());
    };
    Err(Error::invalid(
        parameter,
        format!(
            "The object given as -{parameter} is of {}, not of {}. {}",
            owner::parent(other),
            owner::parent(service),
            owner::advice(other)
        ),
    ))
}

/// The service's own rule for the name of a factory, workspace or account.
pub(crate) fn named_well(service: Service, parameter: &str, name: &str) -> Result<()> {
    match service {
        Service::DataFactory => names::factory(parameter, name),
        Service::Synapse => names::workspace(parameter, name),
        Service::Purview => names::account(parameter, name),
    }
}

fn name_parameter(arguments: &Arguments) -> &'static str {
    if arguments.is_bound("IntegrationRuntimeName") {
        "IntegrationRuntimeName"
    } else {
        "Name"
    }
}

fn subscription_or(arm: &Arm<'_>, own: Option<String>) -> Result<String> {
    own.map_or_else(|| arm.subscription().map(str::to_owned), Ok)
}

fn needed_member(parameter: &str, object: &Value, name: &str, what: &str) -> Result<String> {
    member_text(object, name)
        .filter(|text| !text.is_empty())
        .ok_or_else(|| {
            Error::invalid(
                parameter,
                format!("The object given as -{parameter} has no {name}: it is not {what}."),
            )
        })
}
