//! `ConvertTo-AzIntegrationRuntimeReference`: what a linked service's JSON has as `connectVia`.
//!
//! Shapes: `IntegrationRuntimeReference` of Data Factory and of Synapse; `ConnectedVia` of Purview's scans.

use serde_json::Value;

use super::{owner, service::Service};
use crate::{
    Call,
    error::{Error, Result},
    output::{Field, Record},
    request::member_text,
};

/// Writes the reference to the runtime given as `-InputObject`.
///
/// # Errors
/// `InvalidInput` for what is no runtime.
pub async fn run(call: &Call) -> Result<()> {
    let record = match call.arguments().value("InputObject") {
        Some(object) => reference(object)?,
        None => return Err(no_runtime()),
    };
    call.caller.object(record).await
}

fn reference(object: &Value) -> Result<Record> {
    let name = member_text(object, "Name")
        .filter(|name| !name.is_empty())
        .ok_or_else(no_runtime)?;
    let service = owner::of_object(object).filter(|own| is_runtime(*own, object, &name));
    let mut members = vec![("referenceName".into(), Field::Text(name))];
    match service {
        // A scan names the runtime only.
        Some(Service::Purview) => {}
        Some(Service::DataFactory | Service::Synapse) => members.push((
            "type".into(),
            Field::Text("IntegrationRuntimeReference".to_owned()),
        )),
        None => return Err(no_runtime()),
    }
    Ok(Record::bare(Field::Object(members)))
}

/// By its id where it has one. Az's objects always have; those made by hand at least say whose they are and of which
/// type.
fn is_runtime(service: Service, object: &Value, name: &str) -> bool {
    if let Some(id) = member_text(object, "Id") {
        let parts: Vec<&str> = id.split('/').filter(|part| !part.is_empty()).collect();
        return matches!(parts.as_slice(), [.., kind, last]
            if kind.eq_ignore_ascii_case("integrationRuntimes") && last.eq_ignore_ascii_case(name));
    }
    let has = |member: &str| member_text(object, member).is_some();
    has(service.parent_name()) && has("Type")
}

fn no_runtime() -> Error {
    Error::invalid(
        "InputObject",
        "The object given as -InputObject is no integration runtime. Give one as \
         Get-AzDataFactoryV2IntegrationRuntime, Get-AzSynapseIntegrationRuntime or Get-AzPurviewIntegrationRuntime \
         write it.",
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_runtime_of_each_service_has_its_reference() {
        let id = |parent: &str, name: &str| {
            format!(
                "/subscriptions/s/resourceGroups/g/providers/{parent}/integrationruntimes/{name}"
            )
        };
        let typed = |name: &str| {
            vec![
                ("referenceName".into(), Field::Text(name.to_owned())),
                (
                    "type".into(),
                    Field::Text("IntegrationRuntimeReference".into()),
                ),
            ]
        };
        let factory = id("Microsoft.DataFactory/factories/f", "IR");
        let workspace = id("Microsoft.Synapse/workspaces/w", "ir");
        let account = id("Microsoft.Purview/accounts/a", "ir");
        for (object, members) in [
            (json!({"Name": "ir", "Id": factory}), typed("ir")),
            (json!({"name": "ir", "id": workspace}), typed("ir")),
            (
                json!({"Name": "ir", "Type": "Managed", "DataFactoryName": "f"}),
                typed("ir"),
            ),
            (
                json!({"Name": "ir", "Id": account, "Service": "Purview"}),
                vec![("referenceName".into(), Field::Text("ir".into()))],
            ),
        ] {
            let record = reference(&object).unwrap();
            assert!(record.shape.is_none());
            assert_eq!(record.value, Field::Object(members), "{object}");
        }
    }

    #[test]
    fn what_is_no_runtime_is_refused() {
        let factory =
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.DataFactory/factories/f";
        for object in [
            json!({"DataFactoryName": "f", "DataFactoryId": factory}),
            json!({"Name": "w", "Id": factory}),
            json!({"Name": "node", "IntegrationRuntimeName": "ir", "DataFactoryName": "f"}),
            json!({"Name": "ir"}),
            json!("ir"),
        ] {
            let error = reference(&object).unwrap_err();
            assert!(
                error.message().contains("is no integration runtime"),
                "{object}"
            );
        }
    }
}
