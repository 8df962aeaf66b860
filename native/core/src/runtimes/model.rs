//! A runtime resource as the objects that Az.DataFactory makes of it.
//!
//! The wire member is named beside each property. What is missing is null, what has an
//! unexpected type keeps its raw value, and an unknown kind of runtime keeps all of it.

use azir_azure::json::Lookup;
use std::borrow::Cow;

use serde_json::Value;

use super::{
    body::{self, Kind, RuntimeBody},
    managed_properties::managed_members,
    shapes::{
        LINKED, LINKED_STATUS, MANAGED, MANAGED_STATUS, SELF_HOSTED, SELF_HOSTED_STATUS, UNKNOWN,
    },
};
use crate::{
    output::{Field, Record},
    runtimes::{place::ParentPlace, service::Service},
};

/// Members of a record in order.
pub type Members = Vec<(Cow<'static, str>, Field)>;

/// The object for `runtime`, which was found in the factory at `place`.
#[must_use]
pub fn record(place: &ParentPlace, runtime: &RuntimeBody) -> Record {
    record_with(place, runtime, runtime.properties())
}

/// The object for `runtime`, whose state is in `status`: the properties of the resource or of its status.
fn record_with(place: &ParentPlace, runtime: &RuntimeBody, status: &Value) -> Record {
    let family = match runtime.kind() {
        Kind::Managed => &MANAGED,
        Kind::SelfHosted => &SELF_HOSTED,
        Kind::Linked => &LINKED,
        Kind::Unknown => &UNKNOWN,
    };
    let mut members = own_members(runtime);
    members.extend(base_members(place, runtime));
    if runtime.kind() == Kind::Unknown {
        let document = runtime.document();
        let raw = if document.is_object() {
            document.member("properties")
        } else {
            Some(document)
        };
        // The etag stays last of the service's own.
        let last = members.len().saturating_sub(1);
        members.insert(last, ("Properties".into(), Field::from_json(raw)));
    }
    add_common(&mut members, place, runtime, status);
    Record::new(family.shape(place.service), members)
}

/// The object for a runtime of an unknown kind with its status, which is kept whole.
#[must_use]
pub fn unknown_with_status(place: &ParentPlace, runtime: &RuntimeBody, status: &Value) -> Record {
    let mut record = record_with(place, runtime, status);
    if let Field::Object(members) = &mut record.value {
        members.push(("Status".into(), Field::from_json(Some(status))));
    }
    record
}

/// The name of the runtime that every factory and workspace has from the start.
pub const DEFAULT_RUNTIME: &str = "AutoResolveIntegrationRuntime";

/// Whether `name` is that of the runtime that is always there.
#[must_use]
pub fn is_default(name: &str) -> bool {
    name.eq_ignore_ascii_case(DEFAULT_RUNTIME)
}

/// `Kind`: what people call the runtime, of whichever service it is.
#[must_use]
pub fn kind_name(runtime: &RuntimeBody) -> Field {
    let name = match runtime.kind() {
        Kind::Managed if runtime.details().at("ssisProperties").is_object() => "AzureSsis",
        Kind::Managed if runtime.name().is_some_and(is_default) => "AzureDefault",
        Kind::Managed => "Azure",
        Kind::SelfHosted => "SelfHosted",
        Kind::Linked => "Linked",
        Kind::Unknown => return type_name(runtime),
    };
    Field::Text(name.to_owned())
}

/// `Type`: the service's own name of the kind, in the casing of its specification where the kind is known.
#[must_use]
pub fn type_name(runtime: &RuntimeBody) -> Field {
    match runtime.kind() {
        Kind::Managed => Field::Text("Managed".into()),
        Kind::SelfHosted | Kind::Linked => Field::Text("SelfHosted".into()),
        Kind::Unknown => Field::from_text(
            runtime
                .properties()
                .member("type")
                .or_else(|| runtime.document().member("kind")),
        ),
    }
}

/// Adds what the runtimes of all services have under the same names, but for what is there already, and what the
/// parameters of `Set-` beyond upstream's set. `status` is where the state is: the properties of the resource or of its
/// status.
pub fn add_common(
    members: &mut Members,
    place: &ParentPlace,
    runtime: &RuntimeBody,
    status: &Value,
) {
    let common = [
        (
            "Service",
            Field::Text(place.service.short_name().to_owned()),
        ),
        ("Parent", Field::Text(place.name.clone())),
        ("Kind", kind_name(runtime)),
        ("State", Field::from_text(body::state(status))),
        (
            "Version",
            Field::from_text(status.at("typeProperties").member("version")),
        ),
        ("SubscriptionId", Field::Text(place.subscription.clone())),
    ];
    for (name, field) in common {
        if !members.iter().any(|(own, _)| own == name) {
            members.push((name.into(), field));
        }
    }
    if place.service != Service::Purview {
        members.extend(extra_members(runtime, status));
    }
}

/// What `Set-` and `Enable-` can set and upstream's classes have no property for.
fn extra_members(runtime: &RuntimeBody, status: &Value) -> Members {
    let details = runtime.details();
    let name_of = |reference: &Value| Field::from_text(reference.member("referenceName"));
    match runtime.kind() {
        Kind::Managed => {
            let ssis = details.at("ssisProperties");
            let present = status.at_path(&["typeProperties", "interactiveQuery"]);
            let interactive = if present.is_null() {
                details.at("interactiveQuery")
            } else {
                present
            };
            vec![
                (
                    "ManagedVirtualNetworkName".into(),
                    name_of(runtime.properties().at("managedVirtualNetwork")),
                ),
                ("CredentialName".into(), name_of(ssis.at("credential"))),
                (
                    "PackageStore".into(),
                    package_stores(ssis.at("packageStores")),
                ),
                (
                    "InteractiveAuthoring".into(),
                    interactive_authoring(Some(interactive)),
                ),
            ]
        }
        Kind::Linked => vec![(
            "CredentialName".into(),
            name_of(details.at("linkedInfo").at("credential")),
        )],
        Kind::SelfHosted | Kind::Unknown => Members::new(),
    }
}

/// The package stores as `-PackageStore` takes them: their names, and the linked services that hold them.
fn package_stores(stores: &Value) -> Field {
    let Some(items) = stores.as_array() else {
        return Field::from_json(Some(stores));
    };
    let pair = |store: &Value| {
        let service = store
            .at("packageStoreLinkedService")
            .member("referenceName");
        let name = store.at("name").as_str()?.to_owned();
        Some((name, Field::from_text(service)))
    };
    match items.iter().map(pair).collect::<Option<Vec<_>>>() {
        Some(pairs) => Field::Table(pairs),
        None => Field::from_json(Some(stores)),
    }
}

/// Whether interactive authoring is on, and for how long.
#[must_use]
pub fn interactive_authoring(value: Option<&Value>) -> Field {
    match value {
        Some(own) if own.is_object() => Field::Object(vec![
            ("Status".into(), Field::from_text(own.member("status"))),
            (
                "AutoTerminationMinutes".into(),
                Field::from_integer(own.member("autoTerminationMinutes")),
            ),
        ]),
        other => Field::from_json(other),
    }
}

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
pub fn own_members(runtime: &RuntimeBody) -> Members {
    match runtime.kind() {
        Kind::Managed => managed_members(runtime.properties()),
        Kind::SelfHosted => self_hosted_members(runtime.properties()),
        Kind::Linked => {
            let mut members = vec![authorization_type(runtime)];
            members.extend(self_hosted_members(runtime.properties()));
            members
        }
        Kind::Unknown => Members::new(),
    }
}

/// The members of the class of self-hosted runtimes, which a linked one's status has too.
#[must_use]
pub fn self_hosted_members_of(runtime: &RuntimeBody) -> Members {
    self_hosted_members(runtime.properties())
}

/// `AuthorizationType`: `Key`, else `RBAC`.
#[must_use]
pub fn authorization_type(runtime: &RuntimeBody) -> (Cow<'static, str>, Field) {
    let by_key = runtime.linked_info().is_some_and(|link| link.by_key);
    (
        "AuthorizationType".into(),
        Field::Text(if by_key { "Key" } else { "RBAC" }.to_owned()),
    )
}

fn self_hosted_members(properties: &Value) -> Members {
    let flag = properties
        .at("typeProperties")
        .member("selfContainedInteractiveAuthoringEnabled");
    vec![(
        "SelfContainedInteractiveAuthoringEnabled".into(),
        Field::from_flag(flag),
    )]
}

/// The members of the base class, in the caller's casing where they are the caller's.
#[must_use]
pub fn base_members(place: &ParentPlace, runtime: &RuntimeBody) -> Members {
    let document = runtime.document();
    vec![
        ("Name".into(), Field::from_text(document.member("name"))),
        ("Type".into(), type_name(runtime)),
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
            Field::from_text(runtime.properties().member("description")),
        ),
        ("Id".into(), Field::from_text(document.member("id"))),
        ("Etag".into(), Field::from_text(document.member("etag"))),
    ]
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

    fn made_of(document: Value) -> Record {
        record(&place(), &RuntimeBody::new(Service::DataFactory, document))
    }

    #[test]
    fn an_unknown_kind_keeps_all_it_has() {
        let resource =
            json!({"name": "a", "properties": {"type": "Airflow", "typeProperties": {"x": 1}}});
        let record = made_of(resource);
        assert_eq!(record.member("Type"), Some(&Field::Text("Airflow".into())));
        assert!(
            matches!(record.member("Properties"), Some(Field::Object(members)) if members.len() == 2)
        );
    }

    #[test]
    fn every_runtime_says_what_it_is_under_the_same_names() {
        let said = |name: &str, properties: Value| {
            let resource = json!({"name": name, "etag": "e", "properties": properties});
            let record = made_of(resource);
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
        let record = made_of(resource);
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
        let record = made_of(resource);
        assert_eq!(record.member("SubnetId"), Some(&Field::Text("/sub".into())));
        assert_eq!(
            record.member("VNetInjectionMethod"),
            Some(&Field::Text("Express".into()))
        );
    }

    #[test]
    fn members_are_found_in_the_casing_that_was_stored() {
        let record = made_of(
            json!({"Name": "m", "Properties": {"Type": "managed", "State": "Initial",
            "TypeProperties": {"ComputeProperties": {"Location": "West Europe", "NUMBEROFNODES": "2"}}}}),
        );
        assert_eq!(
            record.member("Location"),
            Some(&Field::Text("West Europe".into()))
        );
        assert_eq!(record.member("NodeCount"), Some(&Field::Integer(2)));
        assert_eq!(record.member("State"), Some(&Field::Text("Initial".into())));
        assert_eq!(record.member("Name"), Some(&Field::Text("m".into())));
    }

    #[test]
    fn what_can_be_set_is_shown_at_the_end() {
        let record = made_of(json!({"name": "m", "properties": {"type": "Managed",
            "managedVirtualNetwork": {"type": "ManagedVirtualNetworkReference", "referenceName": "default"},
            "typeProperties": {
                "interactiveQuery": {"status": "Enabled", "autoTerminationMinutes": "10"},
                "ssisProperties": {"credential": {"referenceName": "cred"}, "packageStores": [
                    {"name": "store", "packageStoreLinkedService": {"referenceName": "ls"}}]}}}}));
        let Field::Object(members) = &record.value else {
            unreachable!()
        };
        assert_eq!(
            members[members.len() - 4..],
            [
                (
                    "ManagedVirtualNetworkName".into(),
                    Field::Text("default".into())
                ),
                ("CredentialName".into(), Field::Text("cred".into())),
                (
                    "PackageStore".into(),
                    Field::Table(vec![("store".into(), Field::Text("ls".into()))])
                ),
                (
                    "InteractiveAuthoring".into(),
                    Field::Object(vec![
                        ("Status".into(), Field::Text("Enabled".into())),
                        ("AutoTerminationMinutes".into(), Field::Integer(10)),
                    ])
                ),
            ]
        );
        let linked = made_of(
            json!({"name": "l", "properties": {"type": "SelfHosted", "typeProperties":
            {"linkedInfo": {"credential": {"referenceName": "cred"}}}}}),
        );
        assert_eq!(
            linked.member("CredentialName"),
            Some(&Field::Text("cred".into()))
        );
    }
}
