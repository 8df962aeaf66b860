//! The details of a managed runtime: what the parameters of `Set-` change in its body.
//!
//! Only what was asked changes. Upstream creates or drops data-flow, network and address
//! members as a side effect; `docs/deviations.md` lists this.

use azir_azure::json::{self, Lookup};
use serde_json::{Map, Value, json};

use super::{
    body::{object, remove, set as put},
    set::refuse_mask,
};
use crate::{
    error::{Error, Result},
    request::Arguments,
    runtimes::{messages, service::Service},
};

const LONGEST_PASSWORD: usize = 128;

/// Applies the bound detail parameters to `properties`.
///
/// # Errors
/// Upstream's words for wrong combinations.
pub fn apply(
    service: Service,
    arguments: &Arguments,
    properties: &mut Map<String, Value>,
) -> Result<()> {
    let own = json::name_in(properties, "typeProperties");
    let was_there = properties.contains_key(&own);
    let kind = object(properties, "typeProperties")?;
    compute(arguments, kind)?;
    catalog(arguments, kind)?;
    match service {
        Service::Synapse => workspace_network(arguments, kind)?,
        Service::DataFactory | Service::Purview => network(arguments, kind)?,
    }
    data_flow(arguments, kind)?;
    scale(arguments, kind)?;
    public_addresses(service, arguments, kind)?;
    ssis(arguments, kind)?;
    custom_setup(service, arguments, kind)?;
    // A runtime without details is created without them.
    if !was_there && kind.is_empty() {
        remove(properties, &["typeProperties"]);
    }
    Ok(())
}

fn put_text(
    arguments: &Arguments,
    parameter: &str,
    parent: &mut Map<String, Value>,
    path: &[&str],
) -> Result<()> {
    if let Some(text) = arguments.filled(parameter) {
        put(parent, path, json!(text))?;
    }
    Ok(())
}

fn put_number(
    arguments: &Arguments,
    parameter: &str,
    parent: &mut Map<String, Value>,
    path: &[&str],
) -> Result<()> {
    if let Some(number) = arguments.integer(parameter) {
        put(parent, path, json!(number))?;
    }
    Ok(())
}

fn compute(arguments: &Arguments, kind: &mut Map<String, Value>) -> Result<()> {
    const COMPUTE: &str = "computeProperties";
    put_text(arguments, "Location", kind, &[COMPUTE, "location"])?;
    put_text(arguments, "NodeSize", kind, &[COMPUTE, "nodeSize"])?;
    if arguments.integer("NodeCount").is_some() {
        put_number(arguments, "NodeCount", kind, &[COMPUTE, "numberOfNodes"])?;
        // A node count makes it an Azure-SSIS runtime.
        object(kind, "ssisProperties")?;
    }
    put_number(
        arguments,
        "MaxParallelExecutionsPerNode",
        kind,
        &[COMPUTE, "maxParallelExecutionsPerNode"],
    )?;
    Ok(())
}

fn catalog(arguments: &Arguments, kind: &mut Map<String, Value>) -> Result<()> {
    let path = |name: &'static str| ["ssisProperties", "catalogInfo", name];
    put_text(
        arguments,
        "CatalogServerEndpoint",
        kind,
        &path("catalogServerEndpoint"),
    )?;
    if let Some((user, password)) = arguments.credential("CatalogAdminCredential") {
        if password.expose().chars().count() > LONGEST_PASSWORD {
            return Err(Error::invalid(
                "CatalogAdminCredential",
                messages::PASSWORD_TOO_LONG,
            ));
        }
        put(kind, &path("catalogAdminUserName"), json!(user))?;
        let secret = json!({"type": "SecureString", "value": password.expose()});
        put(kind, &path("catalogAdminPassword"), secret)?;
    }
    put_text(
        arguments,
        "CatalogPricingTier",
        kind,
        &path("catalogPricingTier"),
    )?;
    Ok(())
}

fn network(arguments: &Arguments, kind: &mut Map<String, Value>) -> Result<()> {
    let network = arguments.filled("VNetId");
    let subnet = arguments.filled("Subnet");
    let subnet_id = arguments.filled("SubnetId");
    let express = arguments
        .text("VNetInjectionMethod")
        .is_some_and(|method| method.eq_ignore_ascii_case("Express"));
    if subnet_id.is_some() && (network.is_some() || subnet.is_some()) {
        return Err(Error::invalid("SubnetId", messages::SUBNET_ID_ALONE));
    }
    if network.is_some() != subnet.is_some() {
        return Err(Error::invalid("Type", messages::INVALID_VNET));
    }
    if express && subnet_id.is_none() {
        return Err(Error::invalid("SubnetId", messages::EXPRESS_NEEDS_SUBNET));
    }
    let given = match (&subnet_id, network, subnet) {
        (Some(id), _, _) if express => {
            json::set(kind, "customerVirtualNetwork", json!({ "subnetId": id }));
            return Ok(());
        }
        (Some(id), _, _) => vec![("subnetId", json!(id))],
        (None, Some(network), Some(subnet)) => {
            vec![("vNetId", json!(network)), ("subnet", json!(subnet))]
        }
        _ => return Ok(()),
    };
    remove(kind, &["customerVirtualNetwork"]);
    let place = object(object(kind, "computeProperties")?, "vNetProperties")?;
    for name in ["vNetId", "subnet", "subnetId"] {
        remove(place, &[name]);
    }
    for (name, value) in given {
        json::set(place, name, value);
    }
    Ok(())
}

/// In a workspace either half of a network that is there can be changed alone, and empty texts clear both.
fn workspace_network(arguments: &Arguments, kind: &mut Map<String, Value>) -> Result<()> {
    const MEMBERS: [(&str, &str); 2] = [("VNetId", "vNetId"), ("Subnet", "subnet")];
    if !MEMBERS
        .iter()
        .any(|(name, _)| arguments.text(name).is_some())
    {
        return Ok(());
    }
    let present = |network: &Value, member: &str| {
        network
            .at(member)
            .as_str()
            .is_some_and(|text| !text.trim().is_empty())
    };
    let old = kind.at_path(&["computeProperties", "vNetProperties"]);
    let has_any = MEMBERS.iter().any(|(_, member)| present(old, member));
    let will_have = MEMBERS.map(|(name, member)| match arguments.text(name) {
        Some(text) => !text.trim().is_empty(),
        None => present(old, member),
    });
    if will_have[0] != will_have[1] {
        return Err(Error::invalid("Type", messages::INVALID_VNET));
    }
    if !will_have[0] && !has_any {
        return Ok(());
    }
    let compute = object(kind, "computeProperties")?;
    if !will_have[0] {
        // The addresses were the network's.
        remove(compute, &["vNetProperties"]);
        return Ok(());
    }
    remove(kind, &["customerVirtualNetwork"]);
    let place = object(object(kind, "computeProperties")?, "vNetProperties")?;
    for (name, member) in MEMBERS {
        if let Some(text) = arguments.text(name) {
            json::set(place, member, json!(text));
        }
    }
    Ok(())
}

fn data_flow(arguments: &Arguments, kind: &mut Map<String, Value>) -> Result<()> {
    let path = |name: &'static str| ["computeProperties", "dataFlowProperties", name];
    put_text(arguments, "DataFlowComputeType", kind, &path("computeType"))?;
    put_number(arguments, "DataFlowCoreCount", kind, &path("coreCount"))?;
    put_number(arguments, "DataFlowTimeToLive", kind, &path("timeToLive"))?;
    if arguments.is_bound("DataFlowEnableQuickReuse") {
        let reuse = arguments.switch("DataFlowEnableQuickReuse");
        put(kind, &path("cleanup"), json!(!reuse))?;
    }
    Ok(())
}

fn scale(arguments: &Arguments, kind: &mut Map<String, Value>) -> Result<()> {
    const COPY: &str = "copyComputeScaleProperties";
    const EXTERNAL: &str = "pipelineExternalComputeScaleProperties";
    for (parameter, group, name) in [
        (
            "ManagedVNetCopyComputeScaleDataIntegrationUnit",
            COPY,
            "dataIntegrationUnit",
        ),
        ("ManagedVNetCopyComputeScaleTimeToLive", COPY, "timeToLive"),
        (
            "ManagedVNetPipelineExternalComputeScaleTimeToLive",
            EXTERNAL,
            "timeToLive",
        ),
        (
            "ManagedVNetNumberOfPipelineNodeCount",
            EXTERNAL,
            "numberOfPipelineNodes",
        ),
        (
            "ManagedVNetNumberOfExternalNodeCount",
            EXTERNAL,
            "numberOfExternalNodes",
        ),
    ] {
        put_number(
            arguments,
            parameter,
            kind,
            &["computeProperties", group, name],
        )?;
    }
    Ok(())
}

fn public_addresses(
    service: Service,
    arguments: &Arguments,
    kind: &mut Map<String, Value>,
) -> Result<()> {
    let Some(addresses) = arguments.texts(service.public_addresses()) else {
        return Ok(());
    };
    if arguments.filled("VNetId").is_none() && arguments.filled("SubnetId").is_none() {
        return Err(match service {
            Service::Synapse => Error::invalid("VNetId", messages::VNET_NOT_PROVIDED),
            Service::DataFactory | Service::Purview => {
                Error::invalid("SubnetId", messages::SUBNET_NOT_PROVIDED)
            }
        });
    }
    if addresses.len() != 2 || addresses.iter().any(|own| own.trim().is_empty()) {
        return Err(Error::invalid(
            "PublicIPs",
            messages::INVALID_PUBLIC_IP_COUNT,
        ));
    }
    put(
        kind,
        &["computeProperties", "vNetProperties", "publicIPs"],
        json!(addresses),
    )?;
    Ok(())
}

fn ssis(arguments: &Arguments, kind: &mut Map<String, Value>) -> Result<()> {
    const SSIS: &str = "ssisProperties";
    put_text(arguments, "LicenseType", kind, &[SSIS, "licenseType"])?;
    put_text(arguments, "Edition", kind, &[SSIS, "edition"])?;
    if let Some(address) = arguments.secret("SetupScriptContainerSasUri") {
        let address = address.expose();
        let (container, token) = address.split_at(address.find('?').unwrap_or(address.len()));
        put(
            kind,
            &[SSIS, "customSetupScriptProperties"],
            json!({
                "blobContainerUri": container,
                "sasToken": {"type": "SecureString", "value": token},
            }),
        )?;
    }
    let proxy = |name: &'static str| [SSIS, "dataProxyProperties", name];
    if let Some(name) = arguments.filled("DataProxyIntegrationRuntimeName") {
        let reference = json!({"type": "IntegrationRuntimeReference", "referenceName": name});
        put(kind, &proxy("connectVia"), reference)?;
    }
    if let Some(name) = arguments.filled("DataProxyStagingLinkedServiceName") {
        let reference = json!({"type": "LinkedServiceReference", "referenceName": name});
        put(kind, &proxy("stagingLinkedService"), reference)?;
    }
    put_text(arguments, "DataProxyStagingPath", kind, &proxy("path"))?;
    Ok(())
}

fn custom_setup(
    service: Service,
    arguments: &Arguments,
    kind: &mut Map<String, Value>,
) -> Result<()> {
    let Some(Value::Array(items)) = arguments.value("ExpressCustomSetup") else {
        return Ok(());
    };
    let items = items
        .iter()
        .map(|item| setup(service, arguments, item))
        .collect::<Result<Vec<Value>>>()?;
    put(
        kind,
        &["ssisProperties", "expressCustomSetupProperties"],
        Value::Array(items),
    )?;
    Ok(())
}

/// One item of `-ExpressCustomSetup` on the wire: each kind with its own members.
fn setup(service: Service, arguments: &Arguments, item: &Value) -> Result<Value> {
    const SETUPS: [(&str, &[(&str, &str)]); 4] = [
        (
            "CmdkeySetup",
            &[
                ("TargetName", "targetName"),
                ("UserName", "userName"),
                ("Password", "password"),
            ],
        ),
        (
            "EnvironmentVariableSetup",
            &[
                ("VariableName", "variableName"),
                ("VariableValue", "variableValue"),
            ],
        ),
        (
            "ComponentSetup",
            &[
                ("ComponentName", "componentName"),
                ("LicenseKey", "licenseKey"),
            ],
        ),
        ("AzPowerShellSetup", &[("Version", "version")]),
    ];
    // What Get- shows goes back as it is.
    if item.member("type").is_some() && item.member("typeProperties").is_some() {
        return Ok(arguments.with_secrets(item));
    }
    let kind = item.get("__type").and_then(Value::as_str);
    let Some((name, members)) = kind.and_then(|kind| {
        SETUPS
            .iter()
            .find(|(name, _)| kind.eq_ignore_ascii_case(name))
    }) else {
        let what = match (kind, item) {
            (Some(kind), _) => format!("is '{kind}'"),
            (None, Value::String(_)) => "is a text".to_owned(),
            (None, _) => "has no type".to_owned(),
        };
        return Err(Error::invalid(
            "ExpressCustomSetup",
            format!(
                "An item of -ExpressCustomSetup {what}. Items are objects of the types CmdkeySetup, \
                 EnvironmentVariableSetup, ComponentSetup and AzPowerShellSetup in the namespace \
                 Microsoft.Azure.Management.{}.Models, or hashtables in an array, such as \
                 @(@{{ type = 'AzPowerShellSetup'; version = '5.5.0' }}).",
                service.short_name()
            ),
        ));
    };
    let mut details = Map::new();
    for (member, wire) in *members {
        let Some(value) = item.get(*member).filter(|value| !value.is_null()) else {
            continue;
        };
        let secret = matches!(*member, "Password" | "LicenseKey");
        let value = match (secret, arguments.secret_in(value)) {
            (true, Some(text)) => {
                refuse_mask("ExpressCustomSetup", &text)?;
                json!({"type": "SecureString", "value": text.expose()})
            }
            _ => value.clone(),
        };
        details.insert((*wire).to_owned(), value);
    }
    // No copy is made: there may be a secret in the details.
    let mut item = Map::new();
    item.insert("type".to_owned(), json!(name));
    item.insert("typeProperties".to_owned(), Value::Object(details));
    Ok(Value::Object(item))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(arguments: Value, kind: Value) -> Result<Value> {
        let Value::Object(arguments) = arguments else {
            unreachable!()
        };
        let mut properties = Map::new();
        properties.insert("typeProperties".to_owned(), kind);
        apply(
            Service::DataFactory,
            &Arguments::from_values(arguments),
            &mut properties,
        )?;
        Ok(properties.remove("typeProperties").unwrap())
    }

    #[test]
    fn nothing_asked_changes_nothing() {
        let kind = json!({"computeProperties": {"location": "AutoResolve", "dataFlowProperties":
            {"cleanup": false}, "x": 1}});
        assert_eq!(applied(json!({}), kind.clone()).unwrap(), kind);
    }

    #[test]
    fn a_node_count_makes_it_an_ssis_runtime() {
        assert_eq!(
            applied(json!({"NodeCount": 2}), json!({})).unwrap(),
            json!({"computeProperties": {"numberOfNodes": 2}, "ssisProperties": {}})
        );
    }

    #[test]
    fn a_new_network_keeps_the_public_addresses_and_drops_the_other_form() {
        let kind = json!({"computeProperties": {"vNetProperties":
            {"vNetId": "v", "subnet": "s", "publicIPs": ["a", "b"]}}, "customerVirtualNetwork": {"subnetId": "e"}});
        assert_eq!(
            applied(json!({"SubnetId": "/new"}), kind).unwrap(),
            json!({"computeProperties": {"vNetProperties": {"publicIPs": ["a", "b"], "subnetId": "/new"}}})
        );
    }

    #[test]
    fn express_is_express_in_any_casing() {
        let kind = applied(
            json!({"SubnetId": "/e", "VNetInjectionMethod": "express"}),
            json!({}),
        );
        assert_eq!(
            kind.unwrap(),
            json!({"customerVirtualNetwork": {"subnetId": "/e"}})
        );
    }

    #[test]
    fn wrong_networks_are_refused_in_upstreams_words() {
        let refused = |arguments: Value| applied(arguments, json!({})).unwrap_err().message();
        assert_eq!(refused(json!({"VNetId": "v"})), messages::INVALID_VNET);
        assert_eq!(
            refused(json!({"Subnet": "s", "VNetId": " "})),
            messages::INVALID_VNET
        );
        assert_eq!(
            refused(json!({"Subnet": "s", "VNetId": "v", "SubnetId": "i"})),
            messages::SUBNET_ID_ALONE
        );
        assert_eq!(
            refused(json!({"VNetInjectionMethod": "Express"})),
            messages::EXPRESS_NEEDS_SUBNET
        );
        assert_eq!(
            refused(json!({"PublicIPs": ["a", "b"]})),
            messages::SUBNET_NOT_PROVIDED
        );
        assert_eq!(
            refused(json!({"PublicIPs": ["a"], "SubnetId": "i"})),
            messages::INVALID_PUBLIC_IP_COUNT
        );
        assert_eq!(
            refused(json!({"PublicIPs": ["a", ""], "SubnetId": "i"})),
            messages::INVALID_PUBLIC_IP_COUNT
        );
    }

    #[test]
    fn a_long_password_is_refused() {
        let credential = |length: usize| {
            let password = "x".repeat(length);
            json!({"CatalogAdminCredential": {"userName": "sa", "password": password}})
        };
        assert!(applied(credential(128), json!({})).is_ok());
        let error = applied(credential(129), json!({})).unwrap_err();
        assert_eq!(
            error.message(),
            "The password exceeds maximum length of '128'"
        );
    }

    #[test]
    fn the_setup_scripts_address_is_split_at_its_token() {
        let kind = applied(
            json!({"SetupScriptContainerSasUri": "https://a/c?sv=1&sig=x?y"}),
            json!({}),
        );
        assert_eq!(
            kind.unwrap()["ssisProperties"]["customSetupScriptProperties"],
            json!({"blobContainerUri": "https://a/c", "sasToken":
                {"type": "SecureString", "value": "?sv=1&sig=x?y"}})
        );
    }

    #[test]
    fn quick_reuse_is_the_opposite_of_clean_up() {
        let cleanup = |flag: bool| {
            applied(json!({"DataFlowEnableQuickReuse": flag}), json!({})).unwrap()["computeProperties"]
                ["dataFlowProperties"]["cleanup"]
                .clone()
        };
        assert_eq!(cleanup(true), json!(false));
        assert_eq!(cleanup(false), json!(true));
    }

    #[test]
    fn setup_items_take_the_wires_shape_and_others_are_refused() {
        let kind = applied(
            json!({"ExpressCustomSetup": [
                {"__type": "CmdkeySetup", "TargetName": "t", "UserName": "u", "Password": "p"},
                {"__type": "ComponentSetup", "ComponentName": "c", "LicenseKey": null}]}),
            json!({}),
        );
        assert_eq!(
            kind.unwrap()["ssisProperties"]["expressCustomSetupProperties"],
            json!([{"type": "CmdkeySetup", "typeProperties": {"targetName": "t", "userName": "u",
                    "password": {"type": "SecureString", "value": "p"}}},
                {"type": "ComponentSetup", "typeProperties": {"componentName": "c"}}])
        );
        let masked = json!({"ExpressCustomSetup": [
            {"__type": "ComponentSetup", "ComponentName": "c", "LicenseKey": "**********"}]});
        assert!(
            applied(masked, json!({}))
                .unwrap_err()
                .message()
                .contains("is only asterisks")
        );
        for (item, what) in [
            (json!({"__type": "String"}), "is 'String'"),
            (json!("x"), "is a text"),
            (json!(5), "has no type"),
        ] {
            let error = applied(json!({ "ExpressCustomSetup": [item] }), json!({})).unwrap_err();
            let start = format!("An item of -ExpressCustomSetup {what}. Items are");
            assert!(error.message().starts_with(&start), "{}", error.message());
        }
    }
}
