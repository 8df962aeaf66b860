//! How an integration runtime of the files relates to the live one of the same name: what decides over nodes and links.

use azir_azure::json::Lookup;
use serde_json::Value;

use super::{
    DesiredRuntime,
    template::{reason::Reason, scope::Unknown},
    values::{is_nothing, same_id},
};
use crate::runtimes::body::RuntimeBody;

/// The path of the link in a document.
pub const LINK: &str = "properties.typeProperties.linkedInfo";
/// The path of the type.
pub const TYPE: &str = "properties.type";

/// The relation of the file to what is live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same kind, and the same link where there is one.
    Same,
    /// Live it is linked, in the file it is not: the link would be lost.
    LinkLost,
    /// Live it is self-hosted, in the file it is linked: its nodes would be cut off.
    LinkGained,
    /// Both are linked, to different integration runtimes.
    Relinked,
    /// The types differ.
    OtherType,
    /// The file does not tell: a member that decides cannot be evaluated.
    NotKnown(Unknown),
}

/// The relation of `file` to `live`.
#[must_use]
pub fn relation(file: &DesiredRuntime, live: &RuntimeBody) -> Relation {
    let at = |path: &str| {
        file.unknown
            .iter()
            .find(|own| own.path.eq_ignore_ascii_case(path))
    };
    let deciding = ["properties", TYPE, "properties.typeProperties", LINK];
    if let Some(unknown) = deciding.into_iter().find_map(at) {
        return Relation::NotKnown(unknown.clone());
    }
    if !kind(file.document.properties()).eq_ignore_ascii_case(kind(live.properties())) {
        return Relation::OtherType;
    }
    match (link(file.document.properties()), link(live.properties())) {
        (None, None) => Relation::Same,
        (None, Some(_)) => Relation::LinkLost,
        (Some(_), None) => Relation::LinkGained,
        (Some(own), Some(other)) => {
            if let Some(unknown) = at(&format!("{LINK}.resourceId")) {
                return Relation::NotKnown(unknown.clone());
            }
            match (target(own), target(other)) {
                (Some(own), Some(other)) if !same_id(own, other) => Relation::Relinked,
                _ => Relation::Same,
            }
        }
    }
}

/// The type, as it stands in the properties.
#[must_use]
pub fn kind(properties: &Value) -> &str {
    properties.at("type").as_str().unwrap_or_default()
}

/// The link in the properties; nothing for none and an empty one.
#[must_use]
pub fn link(properties: &Value) -> Option<&Value> {
    let link = properties.at_path(&["typeProperties", "linkedInfo"]);
    (!is_nothing(link)).then_some(link)
}

fn target(link: &Value) -> Option<&str> {
    link.at("resourceId").as_str()
}

/// The id of the shared integration runtime that the properties are linked to; `(key)` for a link by key.
#[must_use]
pub fn linked_to(properties: &Value) -> Option<String> {
    let link = link(properties)?;
    Some(target(link).unwrap_or("(key)").to_owned())
}

/// The kind in words: `Managed`, `SelfHosted`, `Linked`, or the service's word for another one.
#[must_use]
pub fn kind_in_words(properties: &Value) -> String {
    match link(properties) {
        Some(_) => "Linked".to_owned(),
        None => kind(properties).to_owned(),
    }
}

/// The sentence about a member that cannot be evaluated.
#[must_use]
pub fn not_evaluated(name: &str, path: &str, reason: &Reason) -> String {
    format!("The member '{path}' of integration runtime '{name}' cannot be evaluated: {reason}.")
}
