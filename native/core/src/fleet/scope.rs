//! Which part of the fleet a call is about.

use serde_json::Value;

use crate::{
    Call,
    error::{Error, Result},
    names,
    runtimes::{azure::plain_location, body::RuntimeBody, model, service::Service},
    wildcard,
};

use super::record::Parent;
use crate::output::Field;

/// The kinds of integration runtimes that `-Type` takes; a kind that is newer than this library is taken as it is.
pub const KINDS: [&str; 5] = ["SelfHosted", "Linked", "Azure", "AzureDefault", "AzureSsis"];

/// Which part of the fleet a call is about; what is empty narrows nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// Ids of subscriptions, names, or patterns for names.
    pub subscriptions: Vec<String>,
    /// Names of management groups.
    pub management_groups: Vec<String>,
    /// The resource group; alone, that of the context's subscription.
    pub resource_group: Option<String>,
    /// Regions.
    pub locations: Vec<String>,
    /// Tags with their values; nothing stands for any value.
    pub tags: Vec<(String, Option<String>)>,
    /// The services.
    pub services: Vec<Service>,
    /// Kinds of integration runtimes.
    pub kinds: Vec<String>,
    /// Patterns for the name of the integration runtime.
    pub names: Vec<String>,
    /// A `where` clause of Resource Graph on the factory, workspace or account.
    pub query: Option<String>,
}

impl Selection {
    /// Reads the parameters of the call: `Subscription`, `ManagementGroup`, `ResourceGroupName`, `Location`, `Tag`,
    /// `Service`, `Type`, `Name` and `Query`.
    ///
    /// # Errors
    /// `InvalidInput` that names the parameter.
    pub fn from_call(call: &Call) -> Result<Self> {
        let arguments = call.arguments();
        let texts = |name: &str| -> Vec<String> {
            let all = arguments.texts(name).unwrap_or_default();
            all.into_iter()
                .map(|text| text.trim().to_owned())
                .filter(|text| !text.is_empty())
                .collect()
        };
        let selection = Self {
            subscriptions: texts("Subscription"),
            management_groups: texts("ManagementGroup"),
            resource_group: arguments.filled("ResourceGroupName"),
            locations: texts("Location"),
            tags: tags(arguments.value("Tag"))?,
            services: services(&texts("Service"))?,
            kinds: texts("Type"),
            names: texts("Name"),
            query: query(arguments.filled("Query"))?,
        };
        if let Some(group) = &selection.resource_group {
            names::resource_group("ResourceGroupName", group)?;
        }
        if !selection.subscriptions.is_empty() && !selection.management_groups.is_empty() {
            return Err(Error::invalid(
                "ManagementGroup",
                "-Subscription and -ManagementGroup cannot be used together. Give one of them.",
            ));
        }
        Ok(selection)
    }

    /// The services that are asked for.
    #[must_use]
    pub fn services(&self) -> Vec<Service> {
        if self.services.is_empty() {
            Service::ALL.to_vec()
        } else {
            self.services.clone()
        }
    }

    /// Whether a factory, workspace or account is in the selection, as far as its own data tell.
    #[must_use]
    pub fn has_parent(&self, parent: &Parent) -> bool {
        let in_group = self
            .resource_group
            .as_ref()
            .is_none_or(|group| group.eq_ignore_ascii_case(&parent.resource_group));
        let is_here = self.locations.is_empty()
            || parent.location.as_deref().is_some_and(|own| {
                let own = plain_location(own);
                self.locations.iter().any(|all| plain_location(all) == own)
            });
        let has_tags = self.tags.iter().all(|(name, value)| {
            parent.tags.iter().any(|(own, has)| {
                own.eq_ignore_ascii_case(name)
                    && value
                        .as_ref()
                        .is_none_or(|value| value.eq_ignore_ascii_case(has))
            })
        });
        in_group && is_here && has_tags && self.services().contains(&parent.service)
    }

    /// Whether an integration runtime of this name and kind is in the selection.
    #[must_use]
    pub fn has_runtime(&self, name: &str, kind: &str) -> bool {
        let fits = |patterns: &[String], text: &str| {
            patterns.is_empty() || patterns.iter().any(|own| wildcard::matches(own, text))
        };
        fits(&self.names, name) && fits(&self.kinds, kind)
    }

    /// Whether an integration runtime is in the selection.
    #[must_use]
    pub fn has(&self, runtime: &RuntimeBody) -> bool {
        let kind = match model::kind_name(runtime) {
            Field::Text(kind) => kind,
            _ => String::new(),
        };
        self.has_runtime(runtime.name().unwrap_or_default(), &kind)
    }
}

/// The tags of a hashtable: a value of `$null` or `*` stands for any.
fn tags(value: Option<&Value>) -> Result<Vec<(String, Option<String>)>> {
    let Some(value) = value else {
        return Ok(Vec::new());
    };
    let Some(members) = value.as_object() else {
        return Err(Error::invalid(
            "Tag",
            "-Tag takes a hashtable, for instance @{ env = 'prod' }.",
        ));
    };
    Ok(members
        .iter()
        .map(|(name, value)| {
            let value = match value {
                Value::Null => None,
                Value::String(text) if text.is_empty() || text == "*" => None,
                Value::String(text) => Some(text.clone()),
                other => Some(other.to_string()),
            };
            (name.clone(), value)
        })
        .collect())
}

fn services(names: &[String]) -> Result<Vec<Service>> {
    names
        .iter()
        .map(|name| {
            Service::ALL
                .into_iter()
                .find(|service| service.short_name().eq_ignore_ascii_case(name))
                .ok_or_else(|| {
                    Error::invalid(
                        "Service",
                        format!(
                            "'{name}' is not a service that has integration runtimes: use DataFactory, Synapse or \
                             Purview."
                        ),
                    )
                })
        })
        .collect()
}

/// The condition of a `where` clause, without the word itself.
fn query(text: Option<String>) -> Result<Option<String>> {
    let Some(text) = text else {
        return Ok(None);
    };
    let text = text.trim();
    let condition = text
        .get(..5)
        .filter(|word| word.eq_ignore_ascii_case("where"))
        .filter(|_| text[5..].is_empty() || text[5..].starts_with(char::is_whitespace))
        .map_or(text, |_| text[5..].trim());
    if condition.is_empty() {
        return Err(Error::invalid(
            "Query",
            "-Query has no condition. Give one on the data factory, workspace or account, for instance -Query \
             \"tags.env == 'prod'\".",
        ));
    }
    Ok(Some(condition.to_owned()))
}
