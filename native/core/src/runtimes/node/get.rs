//! `Get-AzDataFactoryV2IntegrationRuntimeNode`.

use azir_azure::json::Lookup;

use super::nodes::Nodes;
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    output::Field,
    runtimes::{body::Kind, messages, status},
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
    let nodes = Nodes::of(&answer, is_managed);
    let Some(node) = nodes.find(&name) else {
        let text = messages::node_missing(is_managed, &name, &place.name);
        let text = match nodes.hint("Name", &name, &place) {
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

fn terminating(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::NotFound, message).ending()
}
