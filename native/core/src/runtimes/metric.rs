//! `Get-AzDataFactoryV2IntegrationRuntimeMetric`.

use azir_azure::json::Lookup;
use serde_json::Value;

use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    output::{Field, Record, Shape},
    runtimes::{place::RuntimePlace, shapes::NODE_METRIC, status},
};

static METRICS: [Shape; 2] = [
    Shape::with(
        "Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeMetrics",
        &[("Nodes", &NODE_METRIC[0])],
    ),
    Shape::with(
        "Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeMetrics",
        &[("Nodes", &NODE_METRIC[1])],
    ),
];

/// What a node's metrics are called on the wire.
const KNOWN: [&str; 8] = [
    "nodeName",
    "availableMemoryInMB",
    "cpuUtilization",
    "concurrentJobsLimit",
    "concurrentJobsRunning",
    "maxConcurrentJobs",
    "sentBytes",
    "receivedBytes",
];

/// Gets what the nodes are doing; a linked runtime shows the shared one's nodes and name.
///
/// # Errors
/// What the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let place = RuntimePlace::of(&arm).await?;
    let answer = arm
        .post(place.action_url(&arm, &["monitoringData"]), None)
        .await?;
    if answer.member("name").is_none() && answer.member("nodes").is_none() {
        return Err(Error::protocol(format!(
            "The service's metrics of integration runtime '{}' have neither a name nor nodes. Try again; if the \
             error persists, the service has changed.",
            place.name
        )));
    }
    let shape = place.parent.service.of_pair(&METRICS);
    let members = vec![
        (
            "IntegrationRuntimeName".into(),
            Field::from_text(answer.member("name")),
        ),
        (
            "ResourceGroupName".into(),
            Field::Text(place.parent.resource_group),
        ),
        (
            place.parent.service.parent_name().into(),
            Field::Text(place.parent.name),
        ),
        ("Nodes".into(), status::list(&answer, "nodes", node)),
    ];
    call.caller.object(Record::new(shape, members)).await
}

fn node(node: &Value) -> Field {
    let number = |name: &str| Field::from_integer(node.member(name));
    Field::Object(vec![
        (
            "AdditionalProperties".into(),
            Field::additional(node, &KNOWN),
        ),
        ("NodeName".into(), Field::from_text(node.member("nodeName"))),
        ("AvailableMemoryInMb".into(), number("availableMemoryInMB")),
        ("CpuUtilization".into(), number("cpuUtilization")),
        ("ConcurrentJobsLimit".into(), number("concurrentJobsLimit")),
        (
            "ConcurrentJobsRunning".into(),
            number("concurrentJobsRunning"),
        ),
        ("MaxConcurrentJobs".into(), number("maxConcurrentJobs")),
        ("SentBytes".into(), real(node.member("sentBytes"))),
        ("ReceivedBytes".into(), real(node.member("receivedBytes"))),
    ])
}

/// What should be a `double`, also when it comes as a whole number; anything else is kept as it is.
fn real(value: Option<&Value>) -> Field {
    let number = match value {
        Some(Value::Number(number)) => number.as_f64(),
        Some(Value::String(text)) => text.parse().ok().filter(|number: &f64| number.is_finite()),
        _ => None,
    };
    number.map_or_else(|| Field::from_json(value), Field::Real)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn bytes_are_doubles_and_odd_values_stay() {
        assert_eq!(real(Some(&json!(4))), Field::Real(4.0));
        assert_eq!(real(Some(&json!("2.5"))), Field::Real(2.5));
        assert_eq!(real(Some(&json!("NaN"))), Field::Text("NaN".into()));
        assert_eq!(
            real(Some(&json!([1]))),
            Field::List(vec![Field::Integer(1)])
        );
        assert_eq!(real(None), Field::Null);
    }
}
