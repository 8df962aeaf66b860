//! A runtime resource as the objects that Az.DataFactory makes of it.
//!
//! The wire member is named beside each property. What is missing is null, what has an
//! unexpected type keeps its raw value, and an unknown kind of runtime keeps all of it.

use std::borrow::Cow;

use serde_json::Value;

use crate::{
    datafactory::place::FactoryPlace,
    output::{Field, Record, Shape},
};

/// Members of a record in order.
pub type Members = Vec<(Cow<'static, str>, Field)>;

macro_rules! models {
    ($name:literal) => {
        concat!("Microsoft.Azure.Commands.DataFactoryV2.Models.", $name)
    };
}
macro_rules! sdk {
    ($name:literal) => {
        concat!("Microsoft.Azure.Management.DataFactory.Models.", $name)
    };
}

static UNKNOWN: Shape = Shape::named(&[
    models!("PSIntegrationRuntime"),
    "AzIntegrationRuntime.Runtime",
]);
static MANAGED: Shape = Shape {
    type_names: &[
        models!("PSManagedIntegrationRuntime"),
        models!("PSIntegrationRuntime"),
        "AzIntegrationRuntime.Managed",
        "AzIntegrationRuntime.Runtime",
    ],
    arrays: &["PublicIPs:string"],
    members: &[],
};
/// Status of a managed runtime.
pub static MANAGED_STATUS: Shape = Shape {
    type_names: &[
        models!("PSManagedIntegrationRuntimeStatus"),
        models!("PSManagedIntegrationRuntime"),
        models!("PSIntegrationRuntime"),
        "AzIntegrationRuntime.ManagedStatus",
        "AzIntegrationRuntime.Runtime",
    ],
    arrays: &["PublicIPs:string"],
    members: &[
        ("Nodes", &MANAGED_NODE),
        ("OtherErrors", &MANAGED_ERROR),
        ("LastOperation", &MANAGED_OPERATION),
    ],
};
static MANAGED_NODE: Shape = Shape::named(&[sdk!("ManagedIntegrationRuntimeNode")]);
static MANAGED_ERROR: Shape = Shape::named(&[sdk!("ManagedIntegrationRuntimeError")]);
static MANAGED_OPERATION: Shape = Shape::named(&[sdk!("ManagedIntegrationRuntimeOperationResult")]);
static SELF_HOSTED: Shape = Shape::named(&[
    models!("PSSelfHostedIntegrationRuntime"),
    models!("PSIntegrationRuntime"),
    "AzIntegrationRuntime.SelfHosted",
    "AzIntegrationRuntime.Runtime",
]);
static LINKED: Shape = Shape::named(&[
    models!("PSLinkedIntegrationRuntime"),
    models!("PSSelfHostedIntegrationRuntime"),
    models!("PSIntegrationRuntime"),
    "AzIntegrationRuntime.Linked",
    "AzIntegrationRuntime.Runtime",
]);
/// Status of a self-hosted runtime.
pub static SELF_HOSTED_STATUS: Shape = Shape {
    type_names: &[
        models!("PSSelfHostedIntegrationRuntimeStatus"),
        models!("PSSelfHostedIntegrationRuntime"),
        models!("PSIntegrationRuntime"),
        "AzIntegrationRuntime.SelfHostedStatus",
        "AzIntegrationRuntime.Runtime",
    ],
    arrays: &[],
    members: &[("Nodes", &SELF_HOSTED_NODE), ("Links", &LINK)],
};
/// Status of a linked runtime.
pub static LINKED_STATUS: Shape = Shape {
    type_names: &[
        models!("PSLinkedIntegrationRuntimeStatus"),
        models!("PSSelfHostedIntegrationRuntimeStatus"),
        models!("PSSelfHostedIntegrationRuntime"),
        models!("PSIntegrationRuntime"),
        "AzIntegrationRuntime.LinkedStatus",
        "AzIntegrationRuntime.Runtime",
    ],
    arrays: &[],
    members: &[("Nodes", &SELF_HOSTED_NODE), ("Links", &LINK)],
};
static SELF_HOSTED_NODE: Shape = Shape::named(&[
    sdk!("SelfHostedIntegrationRuntimeNode"),
    "AzIntegrationRuntime.Node",
]);
static LINK: Shape = Shape::named(&[
    sdk!("LinkedIntegrationRuntime"),
    "AzIntegrationRuntime.Link",
]);

/// What kind of runtime a resource is.
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

/// The kind of the runtime in `resource`.
#[must_use]
pub fn kind(resource: &Value) -> Kind {
    let properties = &resource["properties"];
    match properties["type"].as_str() {
        Some(kind) if kind.eq_ignore_ascii_case("Managed") => Kind::Managed,
        Some(kind) if kind.eq_ignore_ascii_case("SelfHosted") => {
            if properties["typeProperties"]["linkedInfo"].is_object() {
                Kind::Linked
            } else {
                Kind::SelfHosted
            }
        }
        _ => Kind::Unknown,
    }
}

/// The object for `resource`, which was found in the factory at `place`.
#[must_use]
pub fn record(place: &FactoryPlace, resource: &Value) -> Record {
    let kind = kind(resource);
    let mut members = own_members(kind, resource);
    let base = base_members(place, resource);
    match kind {
        Kind::Managed => Record::new(&MANAGED, chain(members, base)),
        Kind::SelfHosted => Record::new(&SELF_HOSTED, chain(members, base)),
        Kind::Linked => Record::new(&LINKED, chain(members, base)),
        Kind::Unknown => {
            members = base;
            members.push((
                "Properties".into(),
                Field::from_json(resource.get("properties")),
            ));
            Record::new(&UNKNOWN, members)
        }
    }
}

fn chain(mut first: Members, second: Members) -> Members {
    first.extend(second);
    first
}

/// The members of the resource's own class and of those between it and the base.
#[must_use]
pub fn own_members(kind: Kind, resource: &Value) -> Members {
    let properties = &resource["properties"];
    match kind {
        Kind::Managed => managed_members(properties),
        Kind::SelfHosted => self_hosted_members(properties),
        Kind::Linked => {
            let mut members = vec![authorization_type(properties)];
            members.extend(self_hosted_members(properties));
            members
        }
        Kind::Unknown => Members::new(),
    }
}

/// `AuthorizationType`: `Key`, else `RBAC`.
#[must_use]
pub fn authorization_type(properties: &Value) -> (Cow<'static, str>, Field) {
    let by_key = properties["typeProperties"]["linkedInfo"]["authorizationType"]
        .as_str()
        .is_some_and(|kind| kind.eq_ignore_ascii_case("Key"));
    (
        "AuthorizationType".into(),
        Field::Text(if by_key { "Key" } else { "RBAC" }.to_owned()),
    )
}

fn self_hosted_members(properties: &Value) -> Members {
    let flag = properties["typeProperties"].get("selfContainedInteractiveAuthoringEnabled");
    vec![(
        "SelfContainedInteractiveAuthoringEnabled".into(),
        Field::from_flag(flag),
    )]
}

/// The members of the base class, in the caller's casing where they are the caller's.
#[must_use]
pub fn base_members(place: &FactoryPlace, resource: &Value) -> Members {
    let kind_name = match kind(resource) {
        Kind::Managed => Field::Text("Managed".into()),
        Kind::SelfHosted | Kind::Linked => Field::Text("SelfHosted".into()),
        Kind::Unknown => Field::from_text(resource["properties"].get("type")),
    };
    vec![
        ("Name".into(), Field::from_text(resource.get("name"))),
        ("Type".into(), kind_name),
        (
            "ResourceGroupName".into(),
            Field::Text(place.resource_group.clone()),
        ),
        ("DataFactoryName".into(), Field::Text(place.factory.clone())),
        (
            "Description".into(),
            Field::from_text(resource["properties"].get("description")),
        ),
        ("Id".into(), Field::from_text(resource.get("id"))),
    ]
}

#[expect(
    clippy::too_many_lines,
    reason = "one line for each property, in upstream's order"
)]
fn managed_members(properties: &Value) -> Members {
    let kind = &properties["typeProperties"];
    let compute = &kind["computeProperties"];
    let ssis = &kind["ssisProperties"];
    let catalog = &ssis["catalogInfo"];
    let network = &compute["vNetProperties"];
    let customer = kind["customerVirtualNetwork"]
        .get("subnetId")
        .filter(|id| !id.is_null());
    let flow = &compute["dataFlowProperties"];
    let copy = &compute["copyComputeScaleProperties"];
    let external = &compute["pipelineExternalComputeScaleProperties"];
    let proxy = &ssis["dataProxyProperties"];
    let subnet = network
        .get("subnetId")
        .filter(|id| !id.is_null())
        .or(customer);
    let injection = if customer.is_some() {
        "Express"
    } else {
        "Standard"
    };
    let text = |parent: &Value, name: &str| Field::from_text(parent.get(name));
    let number = |parent: &Value, name: &str| Field::from_integer(parent.get(name));
    vec![
        ("Location".into(), text(compute, "location")),
        ("NodeSize".into(), text(compute, "nodeSize")),
        ("NodeCount".into(), number(compute, "numberOfNodes")),
        (
            "MaxParallelExecutionsPerNode".into(),
            number(compute, "maxParallelExecutionsPerNode"),
        ),
        (
            "CatalogServerEndpoint".into(),
            text(catalog, "catalogServerEndpoint"),
        ),
        (
            "CatalogAdminUserName".into(),
            text(catalog, "catalogAdminUserName"),
        ),
        (
            "CatalogAdminPassword".into(),
            text(&catalog["catalogAdminPassword"], "value"),
        ),
        (
            "CatalogPricingTier".into(),
            text(catalog, "catalogPricingTier"),
        ),
        ("VNetId".into(), text(network, "vNetId")),
        ("Subnet".into(), text(network, "subnet")),
        ("SubnetId".into(), Field::from_text(subnet)),
        (
            "VNetInjectionMethod".into(),
            Field::Text(injection.to_owned()),
        ),
        (
            "PublicIPs".into(),
            Field::from_json(network.get("publicIPs")),
        ),
        ("DataFlowCoreCount".into(), number(flow, "coreCount")),
        ("DataFlowComputeType".into(), text(flow, "computeType")),
        ("DataFlowTimeToLive".into(), number(flow, "timeToLive")),
        (
            "DataFlowEnableCleanUp".into(),
            Field::from_flag(flow.get("cleanup")),
        ),
        (
            "CopyComputeScaleDataIntegrationUnit".into(),
            number(copy, "dataIntegrationUnit"),
        ),
        (
            "CopyComputeScaleTimeToLive".into(),
            number(copy, "timeToLive"),
        ),
        (
            "PipelineExternalComputeScaleTimeToLive".into(),
            number(external, "timeToLive"),
        ),
        (
            "PipelineExternalComputeScaleNumberOfPipelineNodes".into(),
            number(external, "numberOfPipelineNodes"),
        ),
        (
            "PipelineExternalComputeScaleNumberOfExternalNodes".into(),
            number(external, "numberOfExternalNodes"),
        ),
        ("State".into(), text(properties, "state")),
        ("LicenseType".into(), text(ssis, "licenseType")),
        ("SetupScriptContainerSasUri".into(), setup_script(ssis)),
        (
            "DataProxyIntegrationRuntimeName".into(),
            text(&proxy["connectVia"], "referenceName"),
        ),
        (
            "DataProxyStagingLinkedServiceName".into(),
            text(&proxy["stagingLinkedService"], "referenceName"),
        ),
        ("DataProxyStagingPath".into(), text(proxy, "path")),
        ("Edition".into(), text(ssis, "edition")),
        (
            "ExpressCustomSetup".into(),
            Field::from_json(ssis.get("expressCustomSetupProperties")),
        ),
    ]
}

/// Container address and token in one, as the parameter takes them; empty when absent.
fn setup_script(ssis: &Value) -> Field {
    let script = &ssis["customSetupScriptProperties"];
    let container = script["blobContainerUri"].as_str().unwrap_or_default();
    let token = script["sasToken"]["value"].as_str().unwrap_or_default();
    Field::Text(format!("{container}{token}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn place() -> FactoryPlace {
        FactoryPlace {
            subscription: "s".into(),
            resource_group: "RG".into(),
            factory: "ADF".into(),
        }
    }

    #[test]
    fn kinds_are_told_apart_in_any_casing() {
        let of = |properties: Value| kind(&json!({ "properties": properties }));
        assert_eq!(of(json!({"type": "managed"})), Kind::Managed);
        assert_eq!(of(json!({"type": "SelfHosted"})), Kind::SelfHosted);
        assert_eq!(
            of(json!({"type": "SelfHosted", "typeProperties": {"linkedInfo": {}}})),
            Kind::Linked
        );
        assert_eq!(
            of(json!({"type": "SelfHosted", "typeProperties": null})),
            Kind::SelfHosted
        );
        assert_eq!(of(json!({"type": "Airflow"})), Kind::Unknown);
        assert_eq!(of(json!(5)), Kind::Unknown);
    }

    #[test]
    fn an_unknown_kind_keeps_all_it_has() {
        let resource =
            json!({"name": "a", "properties": {"type": "Airflow", "typeProperties": {"x": 1}}});
        let record = record(&place(), &resource);
        assert_eq!(record.member("Type"), Some(&Field::Text("Airflow".into())));
        assert!(
            matches!(record.member("Properties"), Some(Field::Object(members)) if members.len() == 2)
        );
    }

    #[test]
    fn odd_members_of_a_managed_runtime_do_not_break_it() {
        let resource = json!({"name": "m", "properties": {"type": "Managed", "typeProperties": {
            "computeProperties": {"location": 5, "numberOfNodes": {"type": "Expression", "value": "@x"},
                "dataFlowProperties": null}}}});
        let record = record(&place(), &resource);
        assert_eq!(record.member("Location"), Some(&Field::Text("5".into())));
        assert!(matches!(record.member("NodeCount"), Some(Field::Object(_))));
        assert_eq!(record.member("DataFlowEnableCleanUp"), Some(&Field::Null));
        assert_eq!(
            record.member("VNetInjectionMethod"),
            Some(&Field::Text("Standard".into()))
        );
        assert_eq!(
            record.member("ResourceGroupName"),
            Some(&Field::Text("RG".into()))
        );
    }

    #[test]
    fn express_injection_shows_its_subnet() {
        let resource = json!({"name": "m", "properties": {"type": "Managed", "typeProperties": {
            "customerVirtualNetwork": {"subnetId": "/sub"}}}});
        let record = record(&place(), &resource);
        assert_eq!(record.member("SubnetId"), Some(&Field::Text("/sub".into())));
        assert_eq!(
            record.member("VNetInjectionMethod"),
            Some(&Field::Text("Express".into()))
        );
    }
}
