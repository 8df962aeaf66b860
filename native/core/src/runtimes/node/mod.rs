//! Nodes of integration runtimes.

pub mod get;
mod nodes;
pub mod remove;
pub mod update;

use serde_json::Value;

use crate::{
    Call,
    arm::Arm,
    error::Result,
    names,
    output::{Field, Record, Shape},
    runtimes::{
        messages::NodeWords,
        model::Members,
        place::{NODE_ROW, RuntimePlace},
        shapes, status,
    },
};

static SELF_HOSTED: [Shape; 2] = [
    Shape::named(
        "Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeNode",
    ),
    Shape::named("Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntimeNode"),
];
static MANAGED: [Shape; 2] = [
    Shape::with(
        "Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntimeNode",
        &[("Errors", &shapes::MANAGED_ERROR[0])],
    ),
    Shape::with(
        "Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntimeNode",
        &[("Errors", &shapes::MANAGED_ERROR[1])],
    ),
];

/// The runtime and the node that a cmdlet is about; the node's name is in `parameter`.
///
/// # Errors
/// `InvalidInput` that names the parameter and the rule.
async fn place(arm: &Arm<'_>, parameter: &str) -> Result<(RuntimePlace, String)> {
    let node = named(arm, parameter)?;
    Ok((RuntimePlace::of(arm).await?, node))
}

/// The node's name, before any request.
///
/// # Errors
/// As [`place`].
fn named(arm: &Arm<'_>, parameter: &str) -> Result<String> {
    let arguments = arm.call.arguments();
    if let Some(node) = arguments.member(NODE_ROW, "NodeName") {
        names::node(NODE_ROW, &node)?;
        return Ok(node);
    }
    if !arguments.is_bound("ResourceId") && !arguments.is_bound("InputObject") {
        // `Name` is the node here and must not be taken for the runtime.
        arguments.required("IntegrationRuntimeName")?;
    }
    let node = arguments.required(parameter)?;
    names::node(parameter, &node)?;
    Ok(node)
}

/// The words on the node.
fn words<'a>(call: &Call, place: &'a RuntimePlace, node: &'a str) -> NodeWords<'a> {
    NodeWords {
        node,
        place,
        is_row: call.arguments().is_bound(NODE_ROW),
    }
}

fn base_members(place: &RuntimePlace, name: &str) -> Members {
    vec![
        (
            "ResourceGroupName".into(),
            Field::Text(place.parent.resource_group.clone()),
        ),
        (
            place.parent.service.parent_name().into(),
            Field::Text(place.parent.name.clone()),
        ),
        (
            "IntegrationRuntimeName".into(),
            Field::Text(place.name.clone()),
        ),
        ("Name".into(), Field::Text(name.to_owned())),
    ]
}

/// A self-hosted node; its address is another request.
fn self_hosted(place: &RuntimePlace, name: &str, node: &Value, address: Field) -> Record {
    let mut members = base_members(place, name);
    if let Field::Object(own) = status::self_hosted_node(node) {
        // The name is in `Name`, and upstream's class has no other members.
        let own = own
            .into_iter()
            .filter(|(name, _)| !matches!(name.as_ref(), "NodeName" | "AdditionalProperties"));
        members.extend(own);
    }
    members.push(("IpAddress".into(), address));
    Record::new(place.parent.service.of_pair(&SELF_HOSTED), members)
}

fn managed(place: &RuntimePlace, name: &str, node: &Value) -> Record {
    let mut members = base_members(place, name);
    if let Field::Object(own) = status::managed_node(node) {
        let own = own
            .into_iter()
            .filter(|(name, _)| name != "AdditionalProperties");
        members.extend(own);
    }
    Record::new(place.parent.service.of_pair(&MANAGED), members)
}
