//! A runtime of Purview as an object, with the property names of the other services' objects.
//!
//! What is missing is null, what has an unexpected type keeps its raw value, and an unknown kind of runtime keeps all
//! of it. What the service adds one day to a status is in `AdditionalProperties`.

use azir_azure::json::Lookup;
use serde_json::Value;

use crate::{
    output::{Field, Record, Shape},
    runtimes::{
        body::{Kind, RuntimeBody},
        model::{Members, add_common, interactive_authoring, type_name},
        place::ParentPlace,
        shapes::SELF_HOSTED_NODE,
        status,
    },
};

static UNKNOWN: Shape = Shape::named("AzIntegrationRuntime.Purview.IntegrationRuntime");
static MANAGED: Shape = Shape::named("AzIntegrationRuntime.Purview.ManagedIntegrationRuntime");
static MANAGED_STATUS: Shape =
    Shape::named("AzIntegrationRuntime.Purview.ManagedIntegrationRuntimeStatus");
static SELF_HOSTED: Shape =
    Shape::named("AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntime");
static SELF_HOSTED_STATUS: Shape = Shape::with(
    "AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntimeStatus",
    &[("Nodes", &SELF_HOSTED_NODE[0])],
);

/// The properties of a runtime and their wire members, below the resource.
const PROPERTIES: [(&str, &str); 4] = [
    ("Type", "kind"),
    ("Description", "properties.description"),
    (
        "Location",
        "properties.typeProperties.computeProperties.location",
    ),
    (
        "ManagedVirtualNetworkName",
        "properties.managedVirtualNetworkReference.referenceName",
    ),
];

/// The name under which PowerShell users know the wire member at `path` below the resource.
#[must_use]
pub fn property_name(path: &str) -> Option<&'static str> {
    PROPERTIES
        .iter()
        .find(|(_, own)| own.eq_ignore_ascii_case(path))
        .map(|(name, _)| *name)
}

fn property(name: &'static str, resource: &Value) -> (std::borrow::Cow<'static, str>, Field) {
    let value = PROPERTIES
        .iter()
        .find(|(own, _)| *own == name)
        .and_then(|(_, path)| {
            path.split('.')
                .try_fold(resource, |value, member| value.member(member))
        });
    (name.into(), Field::from_text(value))
}

/// The object for `runtime`, which was found in the account at `place`.
#[must_use]
pub fn record(place: &ParentPlace, runtime: &RuntimeBody) -> Record {
    record_with(place, runtime, &Value::Null)
}

fn record_with(place: &ParentPlace, runtime: &RuntimeBody, status: &Value) -> Record {
    let family = match runtime.kind() {
        Kind::Managed => &MANAGED,
        Kind::SelfHosted | Kind::Linked => &SELF_HOSTED,
        Kind::Unknown => &UNKNOWN,
    };
    let mut members = own_members(place, runtime);
    if runtime.kind() == Kind::Unknown {
        let document = runtime.document();
        let raw = if document.is_object() {
            document.member("properties")
        } else {
            Some(document)
        };
        members.push(("Properties".into(), Field::from_json(raw)));
    }
    add_common(&mut members, place, runtime, status);
    Record::new(family, members)
}

/// The object for `runtime` and the answer to a question for its status.
#[must_use]
pub fn status_record(place: &ParentPlace, runtime: &RuntimeBody, answer: &RuntimeBody) -> Record {
    let status = answer.properties();
    let details = answer.details();
    let (family, mut members) = match runtime.kind() {
        Kind::SelfHosted | Kind::Linked => {
            let mut members = status::self_hosted_members(status);
            // Nothing is shared between accounts.
            members.retain(|(name, _)| name != "Links");
            let others = Field::additional(details, &SELF_HOSTED_MEMBERS);
            members.push(("AdditionalProperties".into(), others));
            (&SELF_HOSTED_STATUS, members)
        }
        Kind::Managed => (
            &MANAGED_STATUS,
            vec![
                ("State".into(), Field::from_text(status.member("state"))),
                (
                    "CreateTime".into(),
                    Field::from_date(details.member("createTime")),
                ),
                (
                    "InteractiveQuery".into(),
                    interactive_authoring(details.member("interactiveQuery")),
                ),
                (
                    "AdditionalProperties".into(),
                    Field::additional(details, &["createTime", "interactiveQuery"]),
                ),
            ],
        ),
        Kind::Unknown => {
            let mut record = record_with(place, runtime, status);
            if let Field::Object(members) = &mut record.value {
                members.push(("Status".into(), Field::from_json(Some(status))));
            }
            return record;
        }
    };
    members.extend(own_members(place, runtime));
    add_common(&mut members, place, runtime, status);
    Record::new(family, members)
}

/// What a self-hosted runtime's status has properties for.
const SELF_HOSTED_MEMBERS: [&str; 15] = [
    "createTime",
    "taskQueueId",
    "internalChannelEncryption",
    "version",
    "nodes",
    "scheduledUpdateDate",
    "updateDelayOffset",
    "localTimeZoneOffset",
    "capabilities",
    "serviceUrls",
    "autoUpdate",
    "versionStatus",
    "pushedVersion",
    "latestVersion",
    "autoUpdateETA",
];

fn own_members(place: &ParentPlace, runtime: &RuntimeBody) -> Members {
    let resource = runtime.document();
    let name = Field::from_text(resource.member("name"));
    let id = match &name {
        Field::Text(name) => Field::Text(id(place, name)),
        _ => Field::Null,
    };
    let mut members = Members::new();
    if runtime.kind() == Kind::Managed {
        members.push(property("Location", resource));
        members.push(property("ManagedVirtualNetworkName", resource));
    }
    members.extend([
        ("Name".into(), name),
        ("Type".into(), type_name(runtime)),
        (
            "ResourceGroupName".into(),
            Field::Text(place.resource_group.clone()),
        ),
        ("AccountName".into(), Field::Text(place.name.clone())),
        property("Description", resource),
        ("Id".into(), id),
    ]);
    members
}

/// The id by which a runtime of this module is found again; the service itself has none.
#[must_use]
pub fn id(place: &ParentPlace, name: &str) -> String {
    format!(
        "/subscriptions/{}/resourceGroups/{}/providers/{}/{}/{}/integrationRuntimes/{name}",
        place.subscription,
        place.resource_group,
        place.service.namespace(),
        place.service.collection(),
        place.name
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::runtimes::service::Service;

    fn place() -> ParentPlace {
        ParentPlace {
            service: Service::Purview,
            subscription: "s".into(),
            resource_group: "RG".into(),
            name: "PV".into(),
        }
    }

    fn body(document: &Value) -> RuntimeBody {
        RuntimeBody::new(Service::Purview, document.clone())
    }

    fn names(record: &Record) -> Vec<&str> {
        match &record.value {
            Field::Object(members) => members.iter().map(|(name, _)| name.as_ref()).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn each_kind_has_its_properties_in_their_order() {
        let own = record(
            &place(),
            &body(&json!({"name": "ir", "kind": "SelfHosted", "properties": null})),
        );
        assert_eq!(
            names(&own),
            [
                "Name",
                "Type",
                "ResourceGroupName",
                "AccountName",
                "Description",
                "Id",
                "Service",
                "Parent",
                "Kind",
                "State",
                "Version",
                "SubscriptionId"
            ]
        );
        assert_eq!(
            own.member("Id"),
            Some(&Field::Text(
                "/subscriptions/s/resourceGroups/RG/providers/Microsoft.Purview/accounts/PV/integrationRuntimes/ir"
                    .into()
            ))
        );
        let managed = json!({"name": "m", "kind": "managed", "properties": {"description": "d",
            "typeProperties": {"computeProperties": {"location": "eastus"}},
            "managedVirtualNetworkReference": {"referenceName": "defaultv2"}}});
        let own = record(&place(), &body(&managed));
        for (name, text) in [
            ("Location", "eastus"),
            ("ManagedVirtualNetworkName", "defaultv2"),
            ("Type", "Managed"),
            ("Kind", "Azure"),
            ("Service", "Purview"),
            ("Parent", "PV"),
            ("Description", "d"),
        ] {
            assert_eq!(own.member(name), Some(&Field::Text(text.into())), "{name}");
        }
    }

    #[test]
    fn a_status_has_what_the_other_services_statuses_have_and_keeps_what_is_new() {
        let resource = json!({"name": "ir", "kind": "SelfHosted", "properties": {}});
        let answer = json!({"kind": "SelfHosted", "properties": {"state": "Dreaming", "typeProperties": {
            "version": "5.1", "updateDelayOffset": "PT3H", "mood": "good",
            "nodes": [{"nodeName": "n", "status": "Online"}]}}});
        let own = status_record(&place(), &body(&resource), &body(&answer));
        assert_eq!(own.member("State"), Some(&Field::Text("Dreaming".into())));
        assert_eq!(own.member("Version"), Some(&Field::Text("5.1".into())));
        assert_eq!(
            own.member("UpdateDelayOffset"),
            Some(&Field::Span("PT3H".into()))
        );
        assert_eq!(
            own.member("AdditionalProperties"),
            Some(&Field::Table(vec![(
                "mood".into(),
                Field::Text("good".into())
            )]))
        );
        assert_eq!(own.member("Links"), None);
        assert_eq!(
            names(&own).iter().filter(|name| **name == "State").count(),
            1
        );
    }

    #[test]
    fn a_managed_status_of_either_version_is_kept_whole() {
        let resource = json!({"name": "m", "kind": "Managed"});
        let answer = json!({"properties": {"state": "Limited", "typeProperties": {
            "createTime": "2026-01-02T03:04:05Z", "dataFlowState": "Started",
            "interactiveQuery": {"status": "Enabled", "autoTerminationMinutes": 60}}}});
        let own = status_record(&place(), &body(&resource), &body(&answer));
        assert_eq!(
            own.member("InteractiveQuery"),
            Some(&Field::Object(vec![
                ("Status".into(), Field::Text("Enabled".into())),
                ("AutoTerminationMinutes".into(), Field::Integer(60)),
            ]))
        );
        assert!(
            matches!(own.member("AdditionalProperties"), Some(Field::Table(rest)) if rest.len() == 1)
        );
        let bare = status_record(
            &place(),
            &body(&resource),
            &body(&json!({"name": "m", "kind": "Managed"})),
        );
        assert_eq!(bare.member("State"), Some(&Field::Null));
    }

    #[test]
    fn an_unknown_kind_keeps_all_it_has() {
        let resource = json!({"name": "k", "kind": "Kubernetes", "properties": {"x": 1}});
        let own = record(&place(), &body(&resource));
        assert_eq!(own.member("Kind"), Some(&Field::Text("Kubernetes".into())));
        assert!(matches!(own.member("Properties"), Some(Field::Object(_))));
        let answer = json!({"properties": {"state": "Odd", "typeProperties": {"y": 2}}});
        let own = status_record(&place(), &body(&resource), &body(&answer));
        assert_eq!(own.member("State"), Some(&Field::Text("Odd".into())));
        assert!(matches!(own.member("Status"), Some(Field::Object(_))));
        let odd = record(&place(), &body(&json!("text")));
        assert_eq!(odd.member("Properties"), Some(&Field::Text("text".into())));
    }
}
