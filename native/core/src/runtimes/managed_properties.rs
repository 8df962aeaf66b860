//! The properties of a managed runtime: the wire member of each, and the value that is made of it.
//!
//! The table serves the objects, the names in a shown change, and the types of what is written back.

use azir_azure::json::{self, Lookup};
use serde_json::{Map, Value};

use super::{body, model::Members};
use crate::output::Field;

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
        .find(|(_, own)| own.eq_ignore_ascii_case(path))
        .map(|(name, _)| name)
}

pub(super) fn managed_members(properties: &Value) -> Members {
    let mut members = Members::with_capacity(MANAGED_PROPERTIES.len() + 8);
    for (name, path, how) in MANAGED_PROPERTIES {
        let value = path
            .split('.')
            .try_fold(properties, |value, member| value.member(member));
        let field = match how {
            How::Text => Field::from_text(value),
            How::Integer => Field::from_integer(value),
            How::Flag => Field::from_flag(value),
            How::Json => Field::from_json(value),
            How::Made if *name == "State" => Field::from_text(body::state(properties)),
            How::Made => made(name, properties.at("typeProperties")),
        };
        members.push(((*name).into(), field));
    }
    members
}

/// Writes numbers, truth values and texts of a managed runtime in the types that the service's specification has,
/// where the service returned other types, which were converted for reading.
pub fn restore_types(properties: &mut Map<String, Value>) {
    for (_, path, how) in MANAGED_PROPERTIES {
        let path: Vec<&str> = path.split('.').collect();
        if let Some(value) = member_mut(properties, &path) {
            restore_type(value, *how);
        }
    }
    let flag = ["typeProperties", "selfContainedInteractiveAuthoringEnabled"];
    if let Some(value) = member_mut(properties, &flag) {
        restore_type(value, How::Flag);
    }
}

fn restore_type(value: &mut Value, how: How) {
    let restored = match (how, &*value) {
        (How::Integer, Value::String(text)) => text.parse::<i64>().ok().map(Value::from),
        (How::Flag, Value::String(text)) if text.eq_ignore_ascii_case("true") => Some(true.into()),
        (How::Flag, Value::String(text)) if text.eq_ignore_ascii_case("false") => {
            Some(false.into())
        }
        (How::Text, Value::Number(number)) => Some(number.to_string().into()),
        _ => None,
    };
    if let Some(restored) = restored {
        *value = restored;
    }
}

/// The member at `path`, in whatever casing it is.
fn member_mut<'a>(members: &'a mut Map<String, Value>, path: &[&str]) -> Option<&'a mut Value> {
    let (first, rest) = path.split_first()?;
    let own = json::name_in(members, first);
    let value = members.get_mut(&own)?;
    if rest.is_empty() {
        return Some(value);
    }
    member_mut(value.as_object_mut()?, rest)
}

/// The properties that more than one wire member has a say in.
fn made(name: &str, kind: &Value) -> Field {
    let customer = kind.at("customerVirtualNetwork").at("subnetId");
    match name {
        "SubnetId" => {
            let own = kind.at_path(&["computeProperties", "vNetProperties", "subnetId"]);
            Field::from_text(Some(if own.is_null() { customer } else { own }))
        }
        "VNetInjectionMethod" => {
            let method = if customer.is_null() {
                "Standard"
            } else {
                "Express"
            };
            Field::Text(method.to_owned())
        }
        _ => setup_script(kind.at("ssisProperties")),
    }
}

/// Container address and token in one, as the parameter takes them; empty when absent.
fn setup_script(ssis: &Value) -> Field {
    let script = ssis.at("customSetupScriptProperties");
    let container = script.at("blobContainerUri").as_str().unwrap_or_default();
    let token = script
        .at("sasToken")
        .at("value")
        .as_str()
        .unwrap_or_default();
    Field::Text(format!("{container}{token}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn converted_values_are_written_in_their_types() {
        let Value::Object(mut properties) = json!({"typeProperties": {"ComputeProperties": {
            "numberOfNodes": "2", "maxParallelExecutionsPerNode": "4", "location": 5,
            "dataFlowProperties": {"cleanup": "False", "coreCount": "@x"}}}})
        else {
            unreachable!()
        };
        restore_types(&mut properties);
        assert_eq!(
            Value::Object(properties),
            json!({"typeProperties": {"ComputeProperties": {
                "numberOfNodes": 2, "maxParallelExecutionsPerNode": 4, "location": "5",
                "dataFlowProperties": {"cleanup": false, "coreCount": "@x"}}}})
        );
    }
}
