//! `Get-AzDataFactoryV2IntegrationRuntimeNode`.

use azir_azure::json::Lookup;
use serde_json::Value;

use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    output::Field,
    runtimes::{body::Kind, messages, place::RuntimePlace, status},
};

/// Gets one node out of the runtime's status, with its address if asked for.
///
/// # Errors
/// `NotFound`, terminating, when there is no such node, or when the address of a managed one is
/// asked for; what the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let (place, name) = super::place(&arm, "Name").await?;
    let (resource, answer) = futures::join!(place.get(&arm), status::ask(&arm, &place));
    // A missing runtime is reported by the first, in the words that scripts know.
    let (resource, answer) = (resource?, answer?);
    let is_managed = resource.kind() == Kind::Managed;
    let with_address = call.arguments().switch("IpAddress");
    if is_managed && with_address {
        return Err(terminating(messages::NO_IP_ADDRESS));
    }
    let nodes = Nodes {
        key: if is_managed { "nodeId" } else { "nodeName" },
        list: answer.nodes(),
    };
    let Some(node) = nodes.find(|own| own == name) else {
        let text = messages::node_missing(is_managed, &name, &place.name);
        let text = match nodes.hint(&name, &place) {
            Some(hint) => format!("{text}\n{hint}"),
            None => text,
        };
        return Err(terminating(text));
    };
    let record = if is_managed {
        super::managed(&place, &name, node)
    } else {
        let address = if with_address {
            let url = place.action_url(&arm, &["nodes", &name, "ipAddress"]);
            Field::from_text(arm.post(url, None).await?.member("ipAddress"))
        } else {
            Field::Null
        };
        super::self_hosted(&place, &name, node, address)
    };
    call.caller.object(record).await
}

/// The nodes in a status, and the member that names them.
struct Nodes<'a> {
    key: &'static str,
    list: &'a [Value],
}

impl<'a> Nodes<'a> {
    fn names(&self) -> impl Iterator<Item = &'a str> {
        self.list
            .iter()
            .filter_map(|node| node.member(self.key).and_then(Value::as_str))
    }

    fn find(&self, is_it: impl Fn(&str) -> bool) -> Option<&'a Value> {
        self.list
            .iter()
            .find(|node| node.at(self.key).as_str().is_some_and(&is_it))
    }

    /// What is likely meant by a name that no node has.
    fn hint(&self, name: &str, place: &RuntimePlace) -> Option<String> {
        if let Some(own) = self.names().find(|own| own.eq_ignore_ascii_case(name)) {
            return Some(format!(
                "There is a node '{own}': names of nodes are compared with their casing, so use '{own}'."
            ));
        }
        if !name.eq_ignore_ascii_case(&place.name) {
            return None;
        }
        let names: Vec<String> = self.names().map(|own| format!("'{own}'")).collect();
        let nodes = match names.as_slice() {
            [] => "has no nodes".to_owned(),
            [one] => format!("has one node: {one}"),
            several => format!("has these nodes: {}", several.join(", ")),
        };
        Some(format!(
            "-Name is the name of a node here, not of the integration runtime. The integration runtime {nodes}."
        ))
    }
}

fn terminating(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::NotFound, message).ending()
}
