//! The addresses of parents and runtimes in the portals of Azure.
//!
//! The classes of the module make the address for the public cloud of the resource id. A record of another cloud has
//! it from here, so that the many records of the public cloud stay small.

use azir_azure::cloud::Cloud;

use crate::output::{Field, Record};

/// The Azure portal of a cloud that is not the public one; empty where it is not known.
#[must_use]
pub fn of_cloud(cloud: &Cloud) -> Option<&'static str> {
    match cloud.name.as_str() {
        "AzureCloud" => None,
        "AzureChinaCloud" => Some("https://portal.azure.cn"),
        "AzureUSGovernment" => Some("https://portal.azure.us"),
        // The emulator stands for the public cloud.
        _ if cloud.only_authority.is_some() => None,
        _ => Some(""),
    }
}

/// The record with the address of its data factory, workspace or account in `portal`, if it has a class with that
/// property.
#[must_use]
pub fn with_address(record: &Record, portal: &str) -> Record {
    let mut record = record.clone();
    let id = ["Id", "DataFactoryId"]
        .into_iter()
        .find_map(|name| match record.member(name) {
            Some(Field::Text(id)) => Some(id.clone()),
            _ => None,
        });
    if let (true, Some(id)) = (has_address(&record), id) {
        let parent = id
            .to_ascii_lowercase()
            .find("/integrationruntimes/")
            .map_or(id.as_str(), |end| &id[..end]);
        let address = match portal {
            "" => String::new(),
            _ => format!("{portal}/#resource{parent}"),
        };
        if let Field::Object(members) = &mut record.value {
            members.push(("PortalUrl".into(), Field::Text(address)));
        }
    }
    record
}

/// Whether the record is of a class with the property `PortalUrl`: a parent or a runtime.
fn has_address(record: &Record) -> bool {
    let class = record.shape.map_or("", |shape| shape.class);
    let (space, name) = class.rsplit_once('.').unwrap_or_default();
    match space {
        "Microsoft.Azure.Commands.DataFactoryV2.Models"
        | "Microsoft.Azure.Commands.Synapse.Models"
        | "AzIntegrationRuntime.Purview" => {
            matches!(name, "PSDataFactory" | "PSSynapseWorkspace" | "Account")
                || name.ends_with("IntegrationRuntime")
                || name.ends_with("IntegrationRuntimeStatus")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{of_cloud, with_address};
    use crate::output::{Field, Record, Shape};
    use azir_azure::cloud::Cloud;

    const FACTORY: &str =
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.DataFactory/factories/adf";

    fn address(
        class: &'static Shape,
        member: &'static str,
        id: &str,
        cloud: &str,
    ) -> Option<Field> {
        let record = Record::new(class, vec![(member.into(), Field::Text(id.to_owned()))]);
        let cloud = Cloud {
            name: cloud.to_owned(),
            ..Cloud::public()
        };
        let record =
            of_cloud(&cloud).map_or(record.clone(), |portal| with_address(&record, portal));
        record.member("PortalUrl").cloned()
    }

    #[test]
    fn other_clouds_have_the_page_of_the_parent_in_their_portal() {
        static RUNTIME: Shape =
            Shape::named("AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntime");
        static PARENT: Shape =
            Shape::named("Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory");
        static KEYS: Shape =
            Shape::named("Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeKeys");
        let text = |text: String| Some(Field::Text(text));
        let runtime = format!("{FACTORY}/integrationruntimes/ir");
        assert_eq!(address(&RUNTIME, "Id", &runtime, "AzureCloud"), None);
        assert_eq!(
            address(&RUNTIME, "Id", &runtime, "AzureChinaCloud"),
            text(format!("https://portal.azure.cn/#resource{FACTORY}"))
        );
        assert_eq!(
            address(&PARENT, "DataFactoryId", FACTORY, "AzureUSGovernment"),
            text(format!("https://portal.azure.us/#resource{FACTORY}"))
        );
        assert_eq!(
            address(&PARENT, "DataFactoryId", FACTORY, "AzureStack"),
            text(String::new())
        );
        assert_eq!(address(&KEYS, "Id", &runtime, "AzureChinaCloud"), None);
    }
}
