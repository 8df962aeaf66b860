//! The nodes of a status, and which of them is meant by a name that none has.

use azir_azure::json::Lookup;
use serde_json::Value;

use crate::{
    arm::Arm,
    runtimes::{body::RuntimeBody, missing, place::RuntimePlace, status},
};

/// The nodes in a status, and the member that names them.
pub struct Nodes<'a> {
    key: &'static str,
    list: &'a [Value],
}

impl<'a> Nodes<'a> {
    /// The nodes of a runtime's status; those of a managed one are known by their ids.
    #[must_use]
    pub fn of(status: &'a RuntimeBody, is_managed: bool) -> Self {
        Self {
            key: if is_managed { "nodeId" } else { "nodeName" },
            list: status.nodes(),
        }
    }

    fn names(&self) -> impl Iterator<Item = &'a str> {
        self.list
            .iter()
            .filter_map(|node| node.member(self.key).and_then(Value::as_str))
    }

    /// The node with this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&'a Value> {
        self.list
            .iter()
            .find(|node| node.at(self.key).as_str() == Some(name))
    }

    /// What is likely meant by a name that no node has; it was given as `parameter`.
    #[must_use]
    pub fn hint(&self, parameter: &str, name: &str, place: &RuntimePlace) -> Option<String> {
        if let Some(own) = self.names().find(|own| own.eq_ignore_ascii_case(name)) {
            return Some(format!(
                "There is a node '{own}': names of nodes are compared with their casing, so use '{own}'."
            ));
        }
        if !name.eq_ignore_ascii_case(&place.name) {
            let names: Vec<String> = self.names().map(str::to_owned).collect();
            let suggestion = missing::suggestion(&missing::near(name, &names));
            return Some(suggestion.trim_start().to_owned()).filter(|text| !text.is_empty());
        }
        let names: Vec<String> = self.names().map(|own| format!("'{own}'")).collect();
        let nodes = match names.as_slice() {
            [] => "has no nodes".to_owned(),
            [one] => format!("has one node: {one}"),
            several => format!("has these nodes: {}", several.join(", ")),
        };
        Some(format!(
            "-{parameter} is the name of a node here, not of the integration runtime. The integration runtime {nodes}."
        ))
    }
}

/// What is likely meant by the name of a self-hosted node that the service does not know. The status is asked for as
/// a courtesy: what it answers changes nothing.
pub async fn hint(
    arm: &Arm<'_>,
    place: &RuntimePlace,
    parameter: &str,
    name: &str,
) -> Option<String> {
    let arm = arm.clone().without_registration();
    let answer = status::ask(&arm, place).await.ok()?;
    Nodes::of(&answer, false).hint(parameter, name, place)
}
