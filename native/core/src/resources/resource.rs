//! `Get-AzResource`.
//!
//! Service: <https://learn.microsoft.com/rest/api/resources/resources>.

use std::collections::HashMap;

use azir_azure::{arm::paging::Pages, json::Lookup};
use azure_core::http::Url;
use futures::{FutureExt, StreamExt, future::BoxFuture, lock::Mutex, stream};
use serde_json::Value;

use super::{group::tags_table, provider};
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    names,
    output::{Field, Record, Shape},
    wildcard,
};

static RESOURCE: Shape =
    Shape::named("Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResource");

/// How many resources are asked for at a time.
const AT_ONCE: usize = 8;

/// Gets a resource by its id, or lists those that fit.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?.without_registration();
    let arguments = call.arguments();
    let versions = Versions::default();
    if let Some(id) = one(&arm)? {
        let mut url = versions.url(&arm, &id).await?;
        if let Some(filter) = arguments.filled("ODataQuery") {
            url.query_pairs_mut().append_pair("$filter", &filter);
        }
        let resource = arm.get_object(url).await.map_err(|error| error.about(id))?;
        return call.caller.object(record(&resource)).await;
    }
    let wanted = Wanted::of(call)?;
    let mut pages = Pages::new(&arm, list_url(&arm)?);
    while let Some(mut members) = pages.next().await? {
        members.retain(|own| wanted.fits(own));
        if arguments.switch("ExpandProperties") {
            expand(&arm, &versions, &members).await?;
            continue;
        }
        let records: Vec<Record> = members.iter().map(record).collect();
        call.caller.objects(&records).await?;
    }
    Ok(())
}

/// The id of the one resource that is asked for: given as it is, or by group, type and name.
fn one(arm: &Arm<'_>) -> Result<Option<String>> {
    let arguments = arm.call.arguments();
    if let Some(id) = arguments.filled("ResourceId") {
        let id = id.trim();
        if !id.starts_with('/') || id.trim_end_matches('/').contains("//") {
            return Err(Error::invalid(
                "ResourceId",
                format!(
                    "'{id}' is not a resource id. A resource id is such as '/subscriptions/<subscription \
                     id>/resourceGroups/<group>/providers/<provider>/<type>/<name>'."
                ),
            ));
        }
        return Ok(Some(id.trim_end_matches('/').to_owned()));
    }
    let plain = |name: &str| {
        arguments
            .filled(name)
            .filter(|text| !wildcard::is_pattern(text))
    };
    let (Some(group), Some(name), Some(kind)) = (
        plain("ResourceGroupName"),
        plain("Name"),
        arguments.filled("ResourceType"),
    ) else {
        return Ok(None);
    };
    names::resource_group("ResourceGroupName", &group)?;
    // The name of a resource within another one does not say which the other one is.
    if kind.split('/').count() != 2 || name.contains('/') {
        return Ok(None);
    }
    let subscription = arm.subscription()?;
    Ok(Some(format!(
        "/subscriptions/{subscription}/resourceGroups/{group}/providers/{kind}/{name}"
    )))
}

/// The address of the list of a resource group or of the subscription.
fn list_url(arm: &Arm<'_>) -> Result<Url> {
    let arguments = arm.call.arguments();
    let group = arguments
        .filled("ResourceGroupName")
        .filter(|group| !wildcard::is_pattern(group));
    let mut segments = vec!["subscriptions", arm.subscription()?];
    if let Some(group) = &group {
        names::resource_group("ResourceGroupName", group)?;
        segments.extend(["resourceGroups", group]);
    }
    segments.push("resources");
    let version = arguments.filled("ApiVersion");
    let mut url = arm.url(
        &segments,
        version.as_deref().unwrap_or(provider::API_VERSION),
    );
    let kind = arguments
        .filled("ResourceType")
        .map(|kind| format!("resourceType EQ '{}'", kind.replace('\'', "''")));
    // Tags and types cannot be asked for in one request: what the tags are is looked at here.
    let conditions: Vec<String> = kind
        .into_iter()
        .chain(arguments.filled("ODataQuery"))
        .collect();
    if !conditions.is_empty() {
        url.query_pairs_mut()
            .append_pair("$filter", &conditions.join(" AND "));
    }
    Ok(url)
}

/// What a resource of the list has to be.
#[derive(Debug)]
struct Wanted {
    name: Option<String>,
    group: Option<String>,
    /// Names of tags, each with the value it has to have where that matters; a name that is empty is any.
    tags: Vec<(String, Option<String>)>,
}

impl Wanted {
    fn of(call: &Call) -> Result<Self> {
        let arguments = call.arguments();
        let mut tags = Vec::new();
        if let Some(Value::Object(given)) = arguments.value("Tag") {
            if given.is_empty() {
                return Err(Error::invalid(
                    "Tag",
                    "-Tag is empty. A tag is a name and a value, such as @{ team = 'data' }.",
                ));
            }
            for (name, value) in given {
                let value = match value {
                    Value::Null => None,
                    Value::String(text) => Some(text.clone()).filter(|text| !text.is_empty()),
                    other => Some(other.to_string()),
                };
                tags.push((name.clone(), value));
            }
        }
        let (name, value) = (arguments.filled("TagName"), arguments.filled("TagValue"));
        if name.is_some() || value.is_some() {
            tags.push((name.unwrap_or_default(), value));
        }
        Ok(Self {
            name: arguments.filled("Name"),
            group: arguments.filled("ResourceGroupName"),
            tags,
        })
    }

    fn fits(&self, resource: &Value) -> bool {
        let id = Id::parse(resource.at("id").as_str().unwrap_or_default());
        let own = resource.at("name").as_str().unwrap_or_default();
        let last = own.rsplit('/').next().unwrap_or_default();
        let named = self.name.as_deref().is_none_or(|pattern| {
            wildcard::matches(pattern, own) || wildcard::matches(pattern, last)
        });
        let grouped = self
            .group
            .as_deref()
            .is_none_or(|pattern| wildcard::matches(pattern, id.group.unwrap_or_default()));
        let tags = resource.at("tags").as_object();
        let tagged = self.tags.iter().all(|(name, value)| {
            tags.into_iter().flatten().any(|(own, text)| {
                let text = text.as_str().unwrap_or_default();
                (name.is_empty() || own.eq_ignore_ascii_case(name))
                    && value
                        .as_deref()
                        .is_none_or(|value| text.eq_ignore_ascii_case(value))
            })
        });
        named && grouped && tagged
    }
}

/// Writes each resource with its properties; if they cannot be read, writes an error, and the resource without them.
async fn expand(arm: &Arm<'_>, versions: &Versions, members: &[Value]) -> Result<()> {
    let asked: Vec<BoxFuture<'_, Result<Value>>> = members
        .iter()
        .map(|member| whole(arm, versions, member).boxed())
        .collect();
    let mut answers = stream::iter(asked).buffered(AT_ONCE);
    let mut members = members.iter();
    while let (Some(answer), Some(member)) = (answers.next().await, members.next()) {
        let shown = match answer {
            Ok(whole) => record(&whole),
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            Err(error) => {
                let error = error.with_id("ErrorExpandingProperties");
                arm.call.caller.error(&error).await?;
                record(member)
            }
        };
        arm.call.caller.object(shown).await?;
    }
    Ok(())
}

/// The resource that `member` of a list is, with its properties.
async fn whole(arm: &Arm<'_>, versions: &Versions, member: &Value) -> Result<Value> {
    let id = member.at("id").as_str().unwrap_or_default();
    let url = versions.url(arm, id).await?;
    arm.get_object(url).await.map_err(|error| error.about(id))
}

/// The API versions of resource types, asked for once for each provider.
#[derive(Debug, Default)]
struct Versions(Mutex<HashMap<String, Value>>);

impl Versions {
    /// The address of the resource with this id, with the API version that was asked for, else the provider's newest.
    async fn url(&self, arm: &Arm<'_>, id: &str) -> Result<Url> {
        let arguments = arm.call.arguments();
        let version = match arguments.filled("ApiVersion") {
            Some(version) => version,
            None => self.newest(arm, id, arguments.switch("Pre")).await?,
        };
        Ok(arm.url_below(id, &[], &version))
    }

    async fn newest(&self, arm: &Arm<'_>, id: &str, with_previews: bool) -> Result<String> {
        let parsed = Id::parse(id);
        let Some(kind) = parsed.kind() else {
            // A group or a subscription.
            return Ok(super::GROUPS_API_VERSION.to_owned());
        };
        let (namespace, kind) = kind.split_once('/').unwrap_or((&kind, ""));
        let mut known = self.0.lock().await;
        let key = namespace.to_ascii_lowercase();
        if !known.contains_key(&key) {
            let subscription = match parsed.subscription {
                Some(own) => own,
                None => arm.subscription()?,
            };
            let segments = ["subscriptions", subscription, "providers", namespace];
            let found = arm
                .get_object(arm.url(&segments, provider::API_VERSION))
                .await?;
            known.insert(key.clone(), found);
        }
        let versions = known.get(&key).and_then(|provider| of_kind(provider, kind));
        let versions = versions.unwrap_or_default();
        let previews = |version: &&String| version.to_ascii_lowercase().contains("preview");
        let stable = versions.iter().filter(|own| !previews(own)).max();
        let newest = versions.iter().max();
        let chosen = if with_previews {
            newest
        } else {
            stable.or(newest)
        };
        chosen.cloned().ok_or_else(|| {
            Error::new(
                ErrorKind::NotFound,
                format!(
                    "The resource provider '{namespace}' has no resource type '{kind}' with an API version. Give the \
                     version with -ApiVersion."
                ),
            )
            .about(id)
        })
    }
}

/// The API versions of a resource type, else of the innermost type around it that the provider names.
fn of_kind(provider: &Value, kind: &str) -> Option<Vec<String>> {
    let mut wanted = kind;
    loop {
        let found = provider.at("resourceTypes").as_array()?.iter().find(|own| {
            own.at("resourceType")
                .as_str()
                .is_some_and(|name| name.eq_ignore_ascii_case(wanted))
        });
        if let Some(found) = found {
            let versions = found.at("apiVersions").as_array()?;
            return Some(
                versions
                    .iter()
                    .filter_map(|version| version.as_str().map(str::to_owned))
                    .collect(),
            );
        }
        wanted = wanted.rsplit_once('/')?.0;
    }
}

/// A resource id by its parts.
#[derive(Debug, Default)]
struct Id<'a> {
    subscription: Option<&'a str>,
    group: Option<&'a str>,
    provider: Option<&'a str>,
    /// Types and names behind the last provider.
    pairs: Vec<(&'a str, &'a str)>,
    /// The same of the resource that an extension is on.
    outer: Vec<(&'a str, &'a str)>,
    outer_provider: Option<&'a str>,
}

impl<'a> Id<'a> {
    fn parse(id: &'a str) -> Self {
        let mut parsed = Self::default();
        let mut parts = id.split('/').filter(|part| !part.is_empty());
        while let Some(part) = parts.next() {
            let value = parts.next().unwrap_or_default();
            if part.eq_ignore_ascii_case("providers") {
                parsed.outer_provider = parsed.provider.replace(value);
                parsed.outer = std::mem::take(&mut parsed.pairs);
            } else if parsed.provider.is_some() {
                parsed.pairs.push((part, value));
            } else if part.eq_ignore_ascii_case("subscriptions") {
                parsed.subscription = Some(value);
            } else if part.eq_ignore_ascii_case("resourceGroups") {
                parsed.group = Some(value);
            }
        }
        parsed
    }

    fn kind(&self) -> Option<String> {
        kind_of(self.provider?, &self.pairs)
    }

    /// The resource's parent, as types and names in a row.
    fn parent(&self) -> Option<String> {
        let pairs = if self.outer.is_empty() {
            &self.pairs
        } else {
            &self.outer
        };
        let [parents @ .., _] = pairs.as_slice() else {
            return None;
        };
        let parts: Vec<String> = parents
            .iter()
            .map(|(kind, name)| format!("{kind}/{name}"))
            .collect();
        (!parts.is_empty()).then(|| parts.join("/"))
    }
}

fn kind_of(provider: &str, pairs: &[(&str, &str)]) -> Option<String> {
    if pairs.is_empty() {
        return None;
    }
    let kinds: Vec<&str> = pairs.iter().map(|(kind, _)| *kind).collect();
    Some(format!("{provider}/{}", kinds.join("/")))
}

/// The object for a resource.
fn record(resource: &Value) -> Record {
    let text = |name: &str| Field::from_text(resource.member(name));
    let bag = |name: &str| Field::from_json(resource.member(name));
    let id = Id::parse(resource.at("id").as_str().unwrap_or_default());
    let own = |value: Option<&str>| Field::text(value);
    let last = |pairs: &[(&str, &str)]| pairs.last().map(|(_, name)| (*name).to_owned());
    let is_extension = !id.outer.is_empty();
    let (resource_name, resource_kind) = if is_extension {
        (
            last(&id.outer),
            id.outer_provider
                .and_then(|provider| kind_of(provider, &id.outer)),
        )
    } else {
        (last(&id.pairs), id.kind())
    };
    let (extension_name, extension_kind) = if is_extension {
        (last(&id.pairs), id.kind())
    } else {
        (None, None)
    };
    let tags = resource.member("tags").filter(|tags| tags.is_object());
    Record::new(
        &RESOURCE,
        vec![
            ("ResourceId".into(), text("id")),
            ("Id".into(), text("id")),
            ("Identity".into(), bag("identity")),
            ("Kind".into(), text("kind")),
            ("Location".into(), text("location")),
            ("ManagedBy".into(), text("managedBy")),
            ("ResourceName".into(), Field::text(resource_name)),
            ("Name".into(), text("name")),
            ("ExtensionResourceName".into(), Field::text(extension_name)),
            ("ParentResource".into(), Field::text(id.parent())),
            ("Plan".into(), bag("plan")),
            ("Properties".into(), bag("properties")),
            ("ResourceGroupName".into(), own(id.group)),
            ("Type".into(), text("type")),
            ("ResourceType".into(), Field::text(resource_kind)),
            ("ExtensionResourceType".into(), Field::text(extension_kind)),
            ("Sku".into(), bag("sku")),
            ("Tags".into(), Field::from_table(tags)),
            ("TagsTable".into(), Field::text(tags.map(tags_table))),
            ("SubscriptionId".into(), own(id.subscription)),
            (
                "CreatedTime".into(),
                Field::from_date(resource.member("createdTime")),
            ),
            (
                "ChangedTime".into(),
                Field::from_date(resource.member("changedTime")),
            ),
            ("ETag".into(), text("etag")),
        ],
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_id_is_taken_apart() {
        let id = Id::parse(
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.DataFactory/factories/f/integrationRuntimes/r",
        );
        assert_eq!((id.subscription, id.group), (Some("s"), Some("g")));
        assert_eq!(
            id.kind().as_deref(),
            Some("Microsoft.DataFactory/factories/integrationRuntimes")
        );
        assert_eq!(id.parent().as_deref(), Some("factories/f"));
        let lock = Id::parse(
            "/subscriptions/s/resourceGroups/g/providers/A.B/c/d/providers/Microsoft.Authorization/locks/l",
        );
        assert_eq!(
            lock.kind().as_deref(),
            Some("Microsoft.Authorization/locks")
        );
        assert_eq!(lock.outer, [("c", "d")]);
        assert!(
            Id::parse("/subscriptions/s/resourceGroups/g")
                .kind()
                .is_none()
        );
    }

    #[test]
    fn the_version_of_a_type_is_that_of_the_type_around_it_where_it_has_none() {
        let provider = json!({"resourceTypes": [{"resourceType": "Factories", "apiVersions": ["2018-06-01"]}]});
        let versions = of_kind(&provider, "factories/integrationRuntimes").unwrap();
        assert_eq!(versions, ["2018-06-01"]);
        assert!(of_kind(&provider, "others").is_none());
    }
}
