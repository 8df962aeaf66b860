//! Where a factory or runtime is, from names, a resource id or an object, whichever was bound.

use azure_core::http::Url;
use serde_json::Value;

use super::{API_VERSION, NAMESPACE};
use crate::{
    arm::{
        client::Arm,
        resource_id::{FactoryId, RuntimeId},
    },
    error::{Error, Result},
    names,
    request::{Arguments, member_text},
};

/// A data factory's place, in the caller's casing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactoryPlace {
    /// Subscription id.
    pub subscription: String,
    /// Resource group.
    pub resource_group: String,
    /// Data factory.
    pub factory: String,
}

/// An integration runtime's place, in the caller's casing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuntimePlace {
    /// The factory that holds it.
    pub parent: FactoryPlace,
    /// Its name.
    pub name: String,
}

impl FactoryPlace {
    /// The factory that a factory cmdlet is about.
    ///
    /// # Errors
    /// `InvalidInput` that names the parameter and the rule.
    pub fn of_factory(arm: &Arm<'_>) -> Result<Self> {
        let arguments = arm.call.arguments();
        if let Some(id) = arguments.text("ResourceId") {
            return Self::from_id(FactoryId::parse("ResourceId", &id)?);
        }
        if let Some(object) = arguments.value("InputObject") {
            let member = |name: &str| needed_member(object, name, "a data factory");
            let factory = member("DataFactoryName")?;
            let id = member_text(object, "DataFactoryId")
                .and_then(|id| FactoryId::parse("InputObject", &id).ok())
                .filter(|id| id.name.eq_ignore_ascii_case(&factory));
            let place = Self {
                subscription: subscription_or(arm, id.map(|id| id.subscription))?,
                resource_group: member("ResourceGroupName")?,
                factory,
            };
            return place.checked("InputObject", "InputObject");
        }
        Self::from_names(arm, "Name")
    }

    /// The factory whose runtimes a runtime cmdlet is about, given by names.
    ///
    /// # Errors
    /// As [`FactoryPlace::of_factory`].
    pub fn of_runtimes(arm: &Arm<'_>) -> Result<Self> {
        Self::from_names(arm, "DataFactoryName")
    }

    fn from_names(arm: &Arm<'_>, parameter: &str) -> Result<Self> {
        let arguments = arm.call.arguments();
        let place = Self {
            subscription: String::new(),
            resource_group: arguments.required("ResourceGroupName")?,
            factory: arguments.required(parameter)?,
        };
        // The rules come before any request.
        let checked = place.checked("ResourceGroupName", parameter)?;
        Ok(Self {
            subscription: subscription_or(arm, None)?,
            ..checked
        })
    }

    fn from_id(id: FactoryId) -> Result<Self> {
        let place = Self {
            subscription: id.subscription,
            resource_group: id.resource_group,
            factory: id.name,
        };
        place.checked("ResourceId", "ResourceId")
    }

    fn checked(self, group: &str, factory: &str) -> Result<Self> {
        names::resource_group(group, &self.resource_group)?;
        names::factory(factory, &self.factory)?;
        Ok(self)
    }

    fn segments(&self) -> Vec<&str> {
        vec![
            "subscriptions",
            &self.subscription,
            "resourceGroups",
            &self.resource_group,
            "providers",
            NAMESPACE,
            "factories",
            &self.factory,
        ]
    }

    /// The factory's address.
    #[must_use]
    pub fn url(&self, arm: &Arm<'_>) -> Url {
        arm.url(&self.segments(), API_VERSION)
    }

    /// The address of the factory's list of runtimes.
    #[must_use]
    pub fn runtimes_url(&self, arm: &Arm<'_>) -> Url {
        arm.url(
            &[self.segments(), vec!["integrationRuntimes"]].concat(),
            API_VERSION,
        )
    }
}

impl RuntimePlace {
    /// The runtime that a cmdlet is about, by names, id or object.
    ///
    /// # Errors
    /// `InvalidInput` that names the parameter and the rule.
    pub fn of(arm: &Arm<'_>) -> Result<Self> {
        let arguments = arm.call.arguments();
        if let Some(id) = arguments.text("ResourceId") {
            return Self::from_id("ResourceId", &id);
        }
        if let Some(object) = arguments.value("InputObject") {
            return Self::from_object(arm, object);
        }
        let name = arguments.required(name_parameter(arguments))?;
        let parent = FactoryPlace::of_runtimes(arm)?;
        names::runtime(name_parameter(arguments), &name)?;
        Ok(Self { parent, name })
    }

    /// The runtime with this id.
    ///
    /// # Errors
    /// As [`RuntimeId::parse`].
    pub fn from_id(parameter: &str, id: &str) -> Result<Self> {
        let id = RuntimeId::parse(parameter, id)?;
        names::resource_group(parameter, &id.resource_group)?;
        names::factory(parameter, &id.factory)?;
        names::runtime(parameter, &id.name)?;
        Ok(Self {
            name: id.name.clone(),
            parent: FactoryPlace {
                subscription: id.subscription,
                resource_group: id.resource_group,
                factory: id.factory,
            },
        })
    }

    fn from_object(arm: &Arm<'_>, object: &Value) -> Result<Self> {
        let member = |name: &str| needed_member(object, name, "an integration runtime");
        let name = member("Name")?;
        let id = member_text(object, "Id")
            .and_then(|id| RuntimeId::parse("InputObject", &id).ok())
            .filter(|id| id.name.eq_ignore_ascii_case(&name));
        let place = Self {
            parent: FactoryPlace {
                subscription: subscription_or(arm, id.map(|id| id.subscription))?,
                resource_group: member("ResourceGroupName")?,
                factory: member("DataFactoryName")?,
            },
            name,
        };
        names::resource_group("InputObject", &place.parent.resource_group)?;
        names::factory("InputObject", &place.parent.factory)?;
        names::runtime("InputObject", &place.name)?;
        Ok(place)
    }

    /// The runtime's resource id, in the casing that Azure answers with.
    #[must_use]
    pub fn id(&self) -> String {
        format!(
            "/{}/integrationruntimes/{}",
            self.parent.segments().join("/"),
            self.name
        )
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
            API_VERSION,
        )
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

fn needed_member(object: &Value, name: &str, what: &str) -> Result<String> {
    member_text(object, name)
        .filter(|text| !text.is_empty())
        .ok_or_else(|| {
            Error::invalid(
                "InputObject",
                format!("The object given as -InputObject has no {name}: it is not {what}."),
            )
        })
}
