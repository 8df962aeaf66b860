//! Nodes of integration runtimes.

pub mod get;
pub mod remove;
pub mod update;

use serde_json::Value;

use crate::{
    arm::client::Arm,
    error::Result,
    names,
    output::{Field, Record, Shape},
    runtimes::{
        model::{self, Members},
        place::RuntimePlace,
        status,
    },
};

static SELF_HOSTED: Shape = Shape::named(&[
    "Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeNode",
    "AzIntegrationRuntime.Node",
]);
static MANAGED: Shape = Shape {
    type_names: &[
        "Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntimeNode",
        "AzIntegrationRuntime.ManagedNode",
    ],
    arrays: &[],
    members: &[("Errors", &model::MANAGED_ERROR)],
};

/// The runtime and the node that a cmdlet is about; the node's name is in `parameter`.
///
/// # Errors
/// `InvalidInput` that names the parameter and the rule.
fn place(arm: &Arm<'_>, parameter: &str) -> Result<(RuntimePlace, String)> {
    let arguments = arm.call.arguments();
    if !arguments.is_bound("ResourceId") && !arguments.is_bound("InputObject") {
        // `Name` is the node here and must not be taken for the runtime.
        arguments.required("IntegrationRuntimeName")?;
    }
    let place = RuntimePlace::of(arm)?;
    let node = arguments.required(parameter)?;
    names::node(parameter, &node)?;
    Ok((place, node))
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
    Record::new(&SELF_HOSTED, members)
}

fn managed(place: &RuntimePlace, name: &str, node: &Value) -> Record {
    let mut members = base_members(place, name);
    if let Field::Object(own) = status::managed_node(node) {
        let own = own
            .into_iter()
            .filter(|(name, _)| name != "AdditionalProperties");
        members.extend(own);
    }
    Record::new(&MANAGED, members)
}
