//! The document of an integration runtime: what is understood of it, typed, and the document itself beside that.
//!
//! Readers ask here for kind, state, links and nodes; no other module looks for those members. What is not
//! understood stays in the document unchanged, so that a read, a change and a write lose nothing. How a request is
//! sent is not the business of this module.

use azir_azure::json::{self, Lookup};
use std::{
    fmt,
    ops::{Deref, DerefMut},
};

use serde_json::{Map, Value};
use zeroize::Zeroize;

use super::service::Service;
use crate::error::{Error, Result};

/// The names that the state has; Synapse's stable version calls it `provisioningState`. Only the service writes it.
pub const STATES: [&str; 2] = ["state", "provisioningState"];

/// What kind of runtime a document describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Run by Azure.
    Managed,
    /// Run on the customer's machines.
    SelfHosted,
    /// A reference to a self-hosted one in another factory.
    Linked,
    /// Something newer than this library.
    Unknown,
}

impl Kind {
    /// The kind of the runtime with these `properties`.
    #[must_use]
    pub fn of_properties(properties: &impl Lookup) -> Self {
        Self::named(
            properties.at("type").as_str(),
            properties
                .at_path(&["typeProperties", "linkedInfo"])
                .is_object(),
        )
    }

    fn named(name: Option<&str>, linked: bool) -> Self {
        match name {
            Some(name) if name.eq_ignore_ascii_case("Managed") => Self::Managed,
            Some(name) if name.eq_ignore_ascii_case("SelfHosted") && linked => Self::Linked,
            Some(name) if name.eq_ignore_ascii_case("SelfHosted") => Self::SelfHosted,
            _ => Self::Unknown,
        }
    }

    /// Whether its nodes are machines of the customer.
    #[must_use]
    pub fn is_self_hosted(self) -> bool {
        matches!(self, Self::SelfHosted | Self::Linked)
    }

    /// Whether other factories can have links to it; of an unknown kind that is not known.
    #[must_use]
    pub fn may_have_links(self) -> bool {
        matches!(self, Self::SelfHosted | Self::Unknown)
    }
}

/// The link of a linked runtime to the shared one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedInfo {
    /// Whether an authentication key grants the access; otherwise a role does.
    pub by_key: bool,
    /// The id of the shared runtime, where the document says it.
    pub resource_id: Option<String>,
    /// The credential of the factory whose identity uses the shared runtime; nothing for the factory's own identity.
    pub credential: Option<String>,
}

/// A link to a shared runtime, as the status of the shared one lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The linked runtime's name.
    pub name: Option<String>,
    /// The data factory of the linked runtime.
    pub factory: Option<String>,
    /// The id of its subscription.
    pub subscription: Option<String>,
    /// When the link was created.
    pub created: Option<String>,
}

/// A runtime's document, or the answer to a question for its status.
///
/// Member names are compared without case, since Data Factory returns the casing that was stored.
///
/// ```
/// use azir_core::runtimes::{body::{Kind, RuntimeBody}, service::Service};
/// use serde_json::json;
///
/// let body = RuntimeBody::new(Service::DataFactory, json!({
///     "name": "ir-a",
///     "Properties": {
///         "type": "SelfHosted",
///         "State": "Online",
///         "typeProperties": {"links": [{"name": "ir-b", "dataFactoryName": "adf-b"}]},
///     },
/// }));
/// assert_eq!(body.kind(), Kind::SelfHosted);
/// assert_eq!(body.state().as_deref(), Some("Online"));
/// assert_eq!(body.links()[0].factory.as_deref(), Some("adf-b"));
/// // The document itself is unchanged.
/// assert_eq!(body.document()["Properties"]["State"], "Online");
/// ```
#[derive(Clone, PartialEq)]
pub struct RuntimeBody {
    kind: Kind,
    document: Value,
}

impl RuntimeBody {
    /// Reads `document`, which `service` sent.
    #[must_use]
    pub fn new(service: Service, document: Value) -> Self {
        Self {
            kind: kind(service, &document),
            document,
        }
    }

    /// The kind of the runtime.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The document as the service returned it.
    #[must_use]
    pub fn document(&self) -> &Value {
        &self.document
    }

    /// The document, for changing it.
    #[must_use]
    pub fn into_document(self) -> Value {
        self.document
    }

    /// The runtime's name, where the document says it.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.document.at("name").as_str()
    }

    /// The version of the document.
    #[must_use]
    pub fn etag(&self) -> Option<&str> {
        self.document.at("etag").as_str()
    }

    /// The `properties`; null where there are none.
    #[must_use]
    pub fn properties(&self) -> &Value {
        self.document.at("properties")
    }

    /// The `typeProperties`; null where there are none.
    #[must_use]
    pub fn details(&self) -> &Value {
        self.properties().at("typeProperties")
    }

    /// The state; nothing where the document has none.
    #[must_use]
    pub fn state(&self) -> Option<String> {
        match state(self.properties()) {
            None => None,
            Some(Value::String(text)) => Some(text.clone()),
            Some(other) => Some(other.to_string()),
        }
    }

    /// Where a linked runtime's link leads; nothing for other kinds.
    #[must_use]
    pub fn linked_info(&self) -> Option<LinkedInfo> {
        linked_info(self.properties())
    }

    /// The links to this runtime. Only a status has them.
    #[must_use]
    pub fn links(&self) -> Vec<Link> {
        let text = |link: &Value, name: &str| link.at(name).as_str().map(str::to_owned);
        self.details()
            .at("links")
            .as_array()
            .into_iter()
            .flatten()
            .map(|link| Link {
                name: text(link, "name"),
                factory: text(link, "dataFactoryName"),
                subscription: text(link, "subscriptionId"),
                created: text(link, "createTime"),
            })
            .collect()
    }

    /// The nodes of the runtime. Only a status has them.
    #[must_use]
    pub fn nodes(&self) -> &[Value] {
        self.details()
            .at("nodes")
            .as_array()
            .map_or(&[], Vec::as_slice)
    }

    /// The factory that the status says it is of: that of the shared runtime for a linked one.
    #[must_use]
    pub fn factory(&self) -> Option<&str> {
        self.properties().at("dataFactoryName").as_str()
    }
}

impl fmt::Debug for RuntimeBody {
    /// Values are left out: a body may hold secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RuntimeBody")
            .field("kind", &self.kind)
            .field("name", &self.name())
            .finish_non_exhaustive()
    }
}

/// The kind of the runtime in `document`, which `service` sent: Purview has it beside the properties.
#[must_use]
pub fn kind(service: Service, document: &Value) -> Kind {
    match service {
        Service::Purview => Kind::named(document.at("kind").as_str(), false),
        Service::DataFactory | Service::Synapse => Kind::of_properties(document.at("properties")),
    }
}

/// The state in the properties of a runtime or of its status.
#[must_use]
pub fn state(properties: &impl Lookup) -> Option<&Value> {
    STATES
        .iter()
        .filter_map(|name| properties.member(name))
        .find(|state| !state.is_null())
}

/// The link in the properties of a linked runtime.
#[must_use]
pub fn linked_info(properties: &impl Lookup) -> Option<LinkedInfo> {
    let link = properties.at_path(&["typeProperties", "linkedInfo"]);
    link.is_object().then(|| LinkedInfo {
        by_key: link
            .at("authorizationType")
            .as_str()
            .is_some_and(|kind| kind.eq_ignore_ascii_case("Key")),
        resource_id: link.at("resourceId").as_str().map(str::to_owned),
        credential: link
            .at_path(&["credential", "referenceName"])
            .as_str()
            .map(str::to_owned),
    })
}

/// The object called `name` in a document, created where it is missing or null.
///
/// # Errors
/// `Protocol` that names the member when it is something else: that is not replaced as a side effect.
pub fn object<'a>(
    parent: &'a mut Map<String, Value>,
    name: &str,
) -> Result<&'a mut Map<String, Value>> {
    json::object(parent, name).ok_or_else(|| {
        Error::protocol(format!(
            "The service's '{name}' is not an object, so nothing can be set in it. Look at it, and replace it as a \
             whole with -Property. Nothing was changed."
        ))
    })
}

/// Sets the member at `path`, each level in the casing that it has.
///
/// # Errors
/// As [`object`].
pub fn set(parent: &mut Map<String, Value>, path: &[&str], value: Value) -> Result<()> {
    let Some((last, way)) = path.split_last() else {
        return Ok(());
    };
    let mut place = parent;
    for name in way {
        place = object(place, name)?;
    }
    json::set(place, last, value);
    Ok(())
}

/// Removes the member at `path`, and nothing else.
pub fn remove(members: &mut Map<String, Value>, path: &[&str]) {
    match path {
        [] => {}
        [last] => {
            json::remove(members, last);
        }
        [first, rest @ ..] => {
            let own = json::name_in(members, first);
            if let Some(Value::Object(inner)) = members.get_mut(&own) {
                remove(inner, rest);
            }
        }
    }
}

/// What is written: members whose texts are wiped when they are dropped, since secrets may be among them.
#[derive(Clone, Default, PartialEq)]
pub struct Written(Map<String, Value>);

impl Written {
    /// Takes over `members`.
    #[must_use]
    pub fn new(members: Map<String, Value>) -> Self {
        Self(members)
    }

    /// The members as a body.
    #[must_use]
    pub fn into_body(mut self) -> Body {
        Body(Value::Object(std::mem::take(&mut self.0)))
    }

    /// A body whose `properties` these are.
    #[must_use]
    pub fn into_resource(self) -> Body {
        let mut body = Map::new();
        body.insert("properties".to_owned(), self.into_body().take());
        Body(Value::Object(body))
    }
}

impl Deref for Written {
    type Target = Map<String, Value>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Written {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl fmt::Debug for Written {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Written")
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        self.0.values_mut().for_each(wipe);
    }
}

/// The body of a request, whose texts are wiped when it is dropped.
pub struct Body(Value);

impl Body {
    fn take(mut self) -> Value {
        self.0.take()
    }
}

impl Deref for Body {
    type Target = Value;

    fn deref(&self) -> &Value {
        &self.0
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Body")
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

/// Overwrites every text in `value`.
pub fn wipe(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Array(items) => items.iter_mut().for_each(wipe),
        Value::Object(members) => members.values_mut().for_each(wipe),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn body(properties: &Value) -> RuntimeBody {
        RuntimeBody::new(Service::Synapse, json!({ "properties": properties }))
    }

    #[test]
    fn kinds_are_known_in_any_casing_of_names_and_values() {
        let of = |properties: Value| body(&properties).kind();
        assert_eq!(of(json!({"type": "managed"})), Kind::Managed);
        assert_eq!(of(json!({"Type": "SelfHosted"})), Kind::SelfHosted);
        assert_eq!(
            of(json!({"type": "selfhosted", "TypeProperties": {"LinkedInfo": {}}})),
            Kind::Linked
        );
        assert_eq!(of(json!({"type": "Airflow"})), Kind::Unknown);
        assert_eq!(of(json!(5)), Kind::Unknown);
        let purview = |document: Value| RuntimeBody::new(Service::Purview, document).kind();
        assert_eq!(purview(json!({"Kind": "MANAGED"})), Kind::Managed);
        assert_eq!(
            purview(json!({"properties": {"type": "Managed"}})),
            Kind::Unknown
        );
        assert_eq!(purview(json!("text")), Kind::Unknown);
    }

    #[test]
    fn the_state_has_two_names() {
        assert_eq!(
            body(&json!({"ProvisioningState": "Initial"}))
                .state()
                .as_deref(),
            Some("Initial")
        );
        assert_eq!(
            body(&json!({"state": null, "provisioningState": 5}))
                .state()
                .as_deref(),
            Some("5")
        );
        assert_eq!(body(&json!({})).state(), None);
    }

    #[test]
    fn links_and_nodes_are_read_in_any_casing() {
        let status = body(&json!({"DataFactoryName": "adf", "typeProperties": {
            "Links": [{"Name": "a", "DataFactoryName": "b"}, 5], "NODES": [{"NodeName": "n"}]}}));
        assert_eq!(status.links().len(), 2);
        assert_eq!(status.links()[0].factory.as_deref(), Some("b"));
        assert_eq!(status.links()[1].name, None);
        assert_eq!(status.nodes().len(), 1);
        assert_eq!(status.factory(), Some("adf"));
        let linked = body(
            &json!({"typeProperties": {"linkedInfo": {"AuthorizationType": "key", "resourceID": "/x"}}}),
        );
        let info = linked.linked_info().unwrap();
        assert!(info.by_key);
        assert_eq!(info.resource_id.as_deref(), Some("/x"));
    }

    #[test]
    fn nothing_secret_is_printed_and_all_texts_are_wiped() {
        let secret = json!({"password": {"type": "SecureString", "value": "planted"}, "list": ["planted", 5]});
        let read = RuntimeBody::new(
            Service::DataFactory,
            json!({"name": "n", "properties": secret}),
        );
        assert!(!format!("{read:?}").contains("planted"));
        let written = Written::new(secret.as_object().cloned().unwrap());
        assert!(!format!("{written:?}").contains("planted"));
        let mut body = written.into_resource();
        assert!(!format!("{body:?}").contains("planted"));
        assert_eq!(body["properties"]["list"][0], "planted");
        wipe(&mut body.0);
        assert_eq!(
            *body,
            json!({"properties": {"password": {"type": "", "value": ""}, "list": ["", 5]}})
        );
    }

    #[test]
    fn a_member_is_set_and_removed_in_the_casing_that_came() {
        let mut members = json!({"ComputeProperties": {"Location": "a"}})
            .as_object()
            .cloned()
            .unwrap();
        set(&mut members, &["computeProperties", "location"], json!("b")).unwrap();
        set(&mut members, &["computeProperties", "nodeSize"], json!("s")).unwrap();
        assert_eq!(
            Value::Object(members.clone()),
            json!({"ComputeProperties": {"Location": "b", "nodeSize": "s"}})
        );
        remove(&mut members, &["computeproperties", "LOCATION"]);
        assert_eq!(
            Value::Object(members.clone()),
            json!({"ComputeProperties": {"nodeSize": "s"}})
        );
        assert!(
            set(
                &mut members,
                &["computeProperties", "nodeSize", "x"],
                json!(1)
            )
            .is_err()
        );
    }
}
