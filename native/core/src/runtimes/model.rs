//! A runtime resource as the objects that Az.DataFactory makes of it.
//!
//! The wire member is named beside each property. What is missing is null, what has an
//! unexpected type keeps its raw value, and an unknown kind of runtime keeps all of it.

use std::borrow::Cow;

use serde_json::Value;

use crate::{
    output::{Field, Record},
    runtimes::{place::ParentPlace, service::Service},
};

pub use super::shapes::in_list;
use super::shapes::{
    LINKED, LINKED_STATUS, MANAGED, MANAGED_STATUS, SELF_HOSTED, SELF_HOSTED_STATUS, UNKNOWN,
};

/// Members of a record in order.
pub type Members = Vec<(Cow<'static, str>, Field)>;

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
pub fn record(place: &ParentPlace, resource: &Value) -> Record {
    let kind = kind(resource);
    let family = match kind {
        Kind::Managed => &MANAGED,
        Kind::SelfHosted => &SELF_HOSTED,
        Kind::Linked => &LINKED,
        Kind::Unknown => &UNKNOWN,
    };
    let mut members = own_members(kind, resource);
    members.extend(base_members(place, resource));
    if kind == Kind::Unknown {
        let raw = if resource.is_object() {
            resource.get("properties")
        } else {
            Some(resource)
        };
        // The etag stays last of the service's own.
        let last = members.len().saturating_sub(1);
        members.insert(last, ("Properties".into(), Field::from_json(raw)));
    }
    add_common(&mut members, place, resource, &resource["properties"]);
    Record::new(family.shape(place.service), members)
}

/// The name of the runtime that every factory and workspace has without anybody having made it.
pub const DEFAULT_RUNTIME: &str = "AutoResolveIntegrationRuntime";

/// Whether `name` is that of the runtime that is always there.
#[must_use]
pub fn is_default(name: &str) -> bool {
    name.eq_ignore_ascii_case(DEFAULT_RUNTIME)
}

/// `Kind`: what people call the runtime, of whichever service it is.
#[must_use]
pub fn kind_name(resource: &Value) -> Field {
    let properties = &resource["properties"];
    let name = match kind(resource) {
        Kind::Managed if properties["typeProperties"]["ssisProperties"].is_object() => "AzureSsis",
        Kind::Managed if resource["name"].as_str().is_some_and(is_default) => "AzureDefault",
        Kind::Managed => "Azure",
        Kind::SelfHosted => "SelfHosted",
        Kind::Linked => "Linked",
        Kind::Unknown => return Field::from_text(properties.get("type")),
    };
    Field::Text(name.to_owned())
}

/// Adds what the runtimes of all services have under the same names, but for what is there already. `status` is
/// where the state is: the properties of the resource or of its status.
pub fn add_common(members: &mut Members, place: &ParentPlace, resource: &Value, status: &Value) {
    let common = [
        (
            "Service",
            Field::Text(place.service.short_name().to_owned()),
        ),
        ("Parent", Field::Text(place.name.clone())),
        ("Kind", kind_name(resource)),
        ("State", state(status)),
        (
            "Version",
            Field::from_text(status["typeProperties"].get("version")),
        ),
    ];
    for (name, field) in common {
        if !members.iter().any(|(own, _)| own == name) {
            members.push((name.into(), field));
        }
    }
}

/// The state in the properties of a runtime or of its status: Synapse's stable version calls it `provisioningState`.
#[must_use]
pub fn state(properties: &Value) -> Field {
    let own = STATES
        .iter()
        .filter_map(|name| properties.get(*name))
        .find(|state| !state.is_null());
    Field::from_text(own)
}

/// What the state is called, which the service alone writes.
pub const STATES: [&str; 2] = ["state", "provisioningState"];

/// Which of the classes with status a record is.
#[derive(Clone, Copy, Debug)]
pub enum StatusOf {
    /// A managed runtime.
    Managed,
    /// A self-hosted runtime.
    SelfHosted,
    /// A linked runtime.
    Linked,
}

/// A runtime with its status.
#[must_use]
pub fn status_record(service: Service, of: StatusOf, members: Members) -> Record {
    let family = match of {
        StatusOf::Managed => &MANAGED_STATUS,
        StatusOf::SelfHosted => &SELF_HOSTED_STATUS,
        StatusOf::Linked => &LINKED_STATUS,
    };
    Record::new(family.shape(service), members)
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
pub fn base_members(place: &ParentPlace, resource: &Value) -> Members {
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
        (
            place.service.parent_name().into(),
            Field::Text(place.name.clone()),
        ),
        (
            "Description".into(),
            Field::from_text(resource["properties"].get("description")),
        ),
        ("Id".into(), Field::from_text(resource.get("id"))),
        ("Etag".into(), Field::from_text(resource.get("etag"))),
    ]
}

/// How a property is made of its wire member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Text,
    Integer,
    Flag,
    Json,
    /// Made of several members, by hand.
    Made,
}

/// The properties of a managed runtime in upstream's order, each with its wire member below `properties`.
const MANAGED_PROPERTIES: &[(&str, &str, How)] = &[
    (
        "Location",
        "typeProperties.computeProperties.location",
        How::Text,
    ),
    (
        "NodeSize",
        "typeProperties.computeProperties.nodeSize",
        How::Text,
    ),
    (
        "NodeCount",
        "typeProperties.computeProperties.numberOfNodes",
        How::Integer,
    ),
    (
        "MaxParallelExecutionsPerNode",
        "typeProperties.computeProperties.maxParallelExecutionsPerNode",
        How::Integer,
    ),
    (
        "CatalogServerEndpoint",
        "typeProperties.ssisProperties.catalogInfo.catalogServerEndpoint",
        How::Text,
    ),
    (
        "CatalogAdminUserName",
        "typeProperties.ssisProperties.catalogInfo.catalogAdminUserName",
        How::Text,
    ),
    (
        "CatalogAdminPassword",
        "typeProperties.ssisProperties.catalogInfo.catalogAdminPassword.value",
        How::Text,
    ),
    (
        "CatalogPricingTier",
        "typeProperties.ssisProperties.catalogInfo.catalogPricingTier",
        How::Text,
    ),
    (
        "VNetId",
        "typeProperties.computeProperties.vNetProperties.vNetId",
        How::Text,
    ),
    (
        "Subnet",
        "typeProperties.computeProperties.vNetProperties.subnet",
        How::Text,
    ),
    (
        "SubnetId",
        "typeProperties.computeProperties.vNetProperties.subnetId",
        How::Made,
    ),
    (
        "VNetInjectionMethod",
        "typeProperties.customerVirtualNetwork",
        How::Made,
    ),
    (
        "PublicIPs",
        "typeProperties.computeProperties.vNetProperties.publicIPs",
        How::Json,
    ),
    (
        "DataFlowCoreCount",
        "typeProperties.computeProperties.dataFlowProperties.coreCount",
        How::Integer,
    ),
    (
        "DataFlowComputeType",
        "typeProperties.computeProperties.dataFlowProperties.computeType",
        How::Text,
    ),
    (
        "DataFlowTimeToLive",
        "typeProperties.computeProperties.dataFlowProperties.timeToLive",
        How::Integer,
    ),
    (
        "DataFlowEnableCleanUp",
        "typeProperties.computeProperties.dataFlowProperties.cleanup",
        How::Flag,
    ),
    (
        "CopyComputeScaleDataIntegrationUnit",
        "typeProperties.computeProperties.copyComputeScaleProperties.dataIntegrationUnit",
        How::Integer,
    ),
    (
        "CopyComputeScaleTimeToLive",
        "typeProperties.computeProperties.copyComputeScaleProperties.timeToLive",
        How::Integer,
    ),
    (
        "PipelineExternalComputeScaleTimeToLive",
        "typeProperties.computeProperties.pipelineExternalComputeScaleProperties.timeToLive",
        How::Integer,
    ),
    (
        "PipelineExternalComputeScaleNumberOfPipelineNodes",
        "typeProperties.computeProperties.pipelineExternalComputeScaleProperties.numberOfPipelineNodes",
        How::Integer,
    ),
    (
        "PipelineExternalComputeScaleNumberOfExternalNodes",
        "typeProperties.computeProperties.pipelineExternalComputeScaleProperties.numberOfExternalNodes",
        How::Integer,
    ),
    ("State", "state", How::Made),
    (
        "LicenseType",
        "typeProperties.ssisProperties.licenseType",
        How::Text,
    ),
    (
        "SetupScriptContainerSasUri",
        "typeProperties.ssisProperties.customSetupScriptProperties",
        How::Made,
    ),
    (
        "DataProxyIntegrationRuntimeName",
        "typeProperties.ssisProperties.dataProxyProperties.connectVia.referenceName",
        How::Text,
    ),
    (
        "DataProxyStagingLinkedServiceName",
        "typeProperties.ssisProperties.dataProxyProperties.stagingLinkedService.referenceName",
        How::Text,
    ),
    (
        "DataProxyStagingPath",
        "typeProperties.ssisProperties.dataProxyProperties.path",
        How::Text,
    ),
    (
        "Edition",
        "typeProperties.ssisProperties.edition",
        How::Text,
    ),
    (
        "ExpressCustomSetup",
        "typeProperties.ssisProperties.expressCustomSetupProperties",
        How::Json,
    ),
];

/// The name under which PowerShell users know the wire member at `path` below `properties`.
#[must_use]
pub fn property_name(path: &str) -> Option<&'static str> {
    const OTHERS: [(&str, &str); 2] = [("Type", "type"), ("Description", "description")];
    MANAGED_PROPERTIES
        .iter()
        .filter(|(.., how)| *how != How::Made)
        .map(|(name, own, _)| (*name, *own))
        .chain(OTHERS)
        .find(|(_, own)| *own == path)
        .map(|(name, _)| name)
}

fn managed_members(properties: &Value) -> Members {
    let mut members = Members::with_capacity(MANAGED_PROPERTIES.len() + 8);
    for (name, path, how) in MANAGED_PROPERTIES {
        let value = path
            .split('.')
            .try_fold(properties, |value, member| value.get(member));
        let field = match how {
            How::Text => Field::from_text(value),
            How::Integer => Field::from_integer(value),
            How::Flag => Field::from_flag(value),
            How::Json => Field::from_json(value),
            How::Made if *name == "State" => state(properties),
            How::Made => made(name, &properties["typeProperties"]),
        };
        members.push(((*name).into(), field));
    }
    members
}

/// The properties that more than one wire member has a say in.
fn made(name: &str, kind: &Value) -> Field {
    let some = |value: &'static str, parent: &'static str| {
        kind.pointer(parent)
            .and_then(|parent| parent.get(value))
            .filter(|value| !value.is_null())
    };
    let customer = some("subnetId", "/customerVirtualNetwork");
    match name {
        "SubnetId" => {
            Field::from_text(some("subnetId", "/computeProperties/vNetProperties").or(customer))
        }
        "VNetInjectionMethod" => {
            let method = if customer.is_some() {
                "Express"
            } else {
                "Standard"
            };
            Field::Text(method.to_owned())
        }
        _ => setup_script(&kind["ssisProperties"]),
    }
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

    fn place() -> ParentPlace {
        ParentPlace {
            subscription: "s".into(),
            resource_group: "RG".into(),
            name: "ADF".into(),
            service: Service::DataFactory,
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
    fn every_runtime_says_what_it_is_under_the_same_names() {
        let said = |name: &str, properties: Value| {
            let resource = json!({"name": name, "etag": "e", "properties": properties});
            let record = record(&place(), &resource);
            ["Service", "Parent", "Kind", "State", "Version"].map(|name| {
                match record.member(name) {
                    Some(Field::Text(text)) => text.clone(),
                    Some(Field::Null) => String::new(),
                    other => panic!("{name}: {other:?}"),
                }
            })
        };
        let kinds = [
            (
                "ir",
                json!({"type": "Managed", "state": "Limited"}),
                "Azure",
                "Limited",
            ),
            (
                "autoresolveintegrationruntime",
                json!({"type": "managed"}),
                "AzureDefault",
                "",
            ),
            (
                "ir",
                json!({"type": "Managed", "state": "Initial", "typeProperties": {"ssisProperties": {}}}),
                "AzureSsis",
                "Initial",
            ),
            ("ir", json!({"type": "SelfHosted"}), "SelfHosted", ""),
            (
                "ir",
                json!({"type": "SelfHosted", "typeProperties": {"linkedInfo": {}}}),
                "Linked",
                "",
            ),
            ("ir", json!({"type": "Airflow"}), "Airflow", ""),
        ];
        for (name, properties, kind, state) in kinds {
            assert_eq!(
                said(name, properties),
                ["DataFactory", "ADF", kind, state, ""]
            );
        }
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
