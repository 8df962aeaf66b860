//! A runtime with its status, as the objects that Az.DataFactory makes of the two answers.

use azir_azure::json::Lookup;
use serde_json::Value;

use super::{
    body::{self, Kind, RuntimeBody},
    model::{self, Members, StatusOf},
};
use crate::{
    arm::Arm,
    error::{Error, Result},
    output::{Field, Record},
    runtimes::place::{ParentPlace, RuntimePlace},
};

/// Asks for the status of the runtime at `place`.
///
/// # Errors
/// What the service answers; `Protocol` for what is no status.
pub async fn ask(arm: &Arm<'_>, place: &RuntimePlace) -> Result<RuntimeBody> {
    let url = place.action_url(arm, &["getStatus"]);
    let answer = arm.post(url, None).await?;
    if answer.at("properties").is_object() {
        return Ok(RuntimeBody::new(place.parent.service, answer));
    }
    Err(Error::protocol(format!(
        "The service's status of integration runtime '{}' has no properties. Try again; if the error persists, the \
         service has changed.",
        place.name
    )))
}

/// The object for `resource` and the answer of its `getStatus`.
#[must_use]
pub fn record(place: &ParentPlace, resource: &RuntimeBody, answer: &RuntimeBody) -> Record {
    let status = answer.properties();
    match resource.kind() {
        Kind::Managed => managed(place, resource, status),
        Kind::SelfHosted => {
            let mut members = self_hosted_members(status);
            members.extend(model::own_members(resource));
            members.extend(model::base_members(place, resource));
            model::add_common(&mut members, place, resource, status);
            model::status_record(place.service, StatusOf::SelfHosted, members)
        }
        Kind::Linked => linked(place, resource, answer),
        Kind::Unknown => model::unknown_with_status(place, resource, status),
    }
}

fn managed(place: &ParentPlace, resource: &RuntimeBody, status: &Value) -> Record {
    let details = status.at("typeProperties");
    let mut members: Members = vec![
        (
            "CreateTime".into(),
            Field::from_date(details.member("createTime")),
        ),
        ("Nodes".into(), list(details, "nodes", managed_node)),
        (
            "OtherErrors".into(),
            list(details, "otherErrors", managed_error),
        ),
        ("LastOperation".into(), last_operation(details)),
        ("State".into(), Field::from_text(body::state(status))),
    ];
    let own = model::own_members(resource);
    members.extend(own.into_iter().filter(|(name, _)| name != "State"));
    members.extend(model::base_members(place, resource));
    model::add_common(&mut members, place, resource, status);
    model::status_record(place.service, StatusOf::Managed, members)
}

/// The shared runtime's data under the linked one's name.
fn linked(place: &ParentPlace, resource: &RuntimeBody, answer: &RuntimeBody) -> Record {
    let status = answer.properties();
    let mut members: Members = vec![
        (
            "Name".into(),
            Field::from_text(resource.document().member("name")),
        ),
        ("Type".into(), Field::Text("SelfHosted(Linked)".into())),
        (
            "ResourceGroupName".into(),
            Field::Text(place.resource_group.clone()),
        ),
        (
            place.service.parent_name().into(),
            Field::Text(place.name.clone()),
        ),
        (
            "OriginalIntegrationRuntimeName".into(),
            Field::from_text(answer.document().member("name")),
        ),
        (
            "OriginalDataFactoryName".into(),
            Field::from_text(status.member("dataFactoryName")),
        ),
        model::authorization_type(resource),
    ];
    members.extend(self_hosted_members(status));
    members.extend(model::self_hosted_members_of(resource));
    let base = model::base_members(place, resource);
    members.extend(
        base.into_iter()
            .filter(|(name, _)| matches!(name.as_ref(), "Description" | "Id" | "Etag")),
    );
    model::add_common(&mut members, place, resource, status);
    model::status_record(place.service, StatusOf::Linked, members)
}

pub(crate) fn self_hosted_members(status: &Value) -> Members {
    let details = status.at("typeProperties");
    let text = |name: &str| Field::from_text(details.member(name));
    let date = |name: &str| Field::from_date(details.member(name));
    vec![
        ("State".into(), Field::from_text(body::state(status))),
        ("Version".into(), text("version")),
        ("CreateTime".into(), date("createTime")),
        ("AutoUpdate".into(), text("autoUpdate")),
        ("ScheduledUpdateDate".into(), date("scheduledUpdateDate")),
        (
            "UpdateDelayOffset".into(),
            Field::from_span(details.member("updateDelayOffset")),
        ),
        (
            "LocalTimeZoneOffset".into(),
            Field::from_span(details.member("localTimeZoneOffset")),
        ),
        (
            "InternalChannelEncryption".into(),
            text("internalChannelEncryption"),
        ),
        (
            "Capabilities".into(),
            Field::from_table(details.member("capabilities")),
        ),
        (
            "ServiceUrls".into(),
            Field::from_json(details.member("serviceUrls")),
        ),
        ("Nodes".into(), list(details, "nodes", self_hosted_node)),
        ("Links".into(), list(details, "links", link)),
        ("AutoUpdateETA".into(), date("autoUpdateETA")),
        ("LatestVersion".into(), text("latestVersion")),
        ("PushedVersion".into(), text("pushedVersion")),
        ("TaskQueueId".into(), text("taskQueueId")),
        ("VersionStatus".into(), text("versionStatus")),
    ]
}

/// A list whose members are made by `make`; anything but a list, or an object in it, keeps its raw value.
pub(crate) fn list(parent: &Value, name: &str, make: fn(&Value) -> Field) -> Field {
    match parent.member(name) {
        Some(Value::Array(items)) => Field::List(
            items
                .iter()
                .map(|item| {
                    if item.is_object() {
                        make(item)
                    } else {
                        Field::from_json(Some(item))
                    }
                })
                .collect(),
        ),
        other => Field::from_json(other),
    }
}

/// What upstream's classes have members for; the rest goes to `AdditionalProperties`.
const SELF_HOSTED_NODE: [&str; 18] = [
    "nodeName",
    "machineName",
    "hostServiceUri",
    "status",
    "capabilities",
    "versionStatus",
    "version",
    "registerTime",
    "lastConnectTime",
    "expiryTime",
    "lastStartTime",
    "lastStopTime",
    "lastUpdateResult",
    "lastStartUpdateTime",
    "lastEndUpdateTime",
    "isActiveDispatcher",
    "concurrentJobsLimit",
    "maxConcurrentJobs",
];
const MANAGED_NODE: [&str; 3] = ["nodeId", "status", "errors"];
const MANAGED_ERROR: [&str; 4] = ["time", "code", "parameters", "message"];
const OPERATION: [&str; 6] = [
    "type",
    "startTime",
    "result",
    "errorCode",
    "parameters",
    "activityId",
];

pub(crate) fn self_hosted_node(node: &Value) -> Field {
    let text = |name: &str| Field::from_text(node.member(name));
    let date = |name: &str| Field::from_date(node.member(name));
    let number = |name: &str| Field::from_integer(node.member(name));
    Field::Object(vec![
        (
            "AdditionalProperties".into(),
            Field::additional(node, &SELF_HOSTED_NODE),
        ),
        ("NodeName".into(), text("nodeName")),
        ("MachineName".into(), text("machineName")),
        ("HostServiceUri".into(), text("hostServiceUri")),
        ("Status".into(), text("status")),
        (
            "Capabilities".into(),
            Field::from_table(node.member("capabilities")),
        ),
        ("VersionStatus".into(), text("versionStatus")),
        ("Version".into(), text("version")),
        ("RegisterTime".into(), date("registerTime")),
        ("LastConnectTime".into(), date("lastConnectTime")),
        ("ExpiryTime".into(), date("expiryTime")),
        ("LastStartTime".into(), date("lastStartTime")),
        ("LastStopTime".into(), date("lastStopTime")),
        ("LastUpdateResult".into(), text("lastUpdateResult")),
        ("LastStartUpdateTime".into(), date("lastStartUpdateTime")),
        ("LastEndUpdateTime".into(), date("lastEndUpdateTime")),
        (
            "IsActiveDispatcher".into(),
            Field::from_flag(node.member("isActiveDispatcher")),
        ),
        ("ConcurrentJobsLimit".into(), number("concurrentJobsLimit")),
        ("MaxConcurrentJobs".into(), number("maxConcurrentJobs")),
    ])
}

fn link(link: &Value) -> Field {
    let text = |name: &str| Field::from_text(link.member(name));
    Field::Object(vec![
        ("Name".into(), text("name")),
        ("SubscriptionId".into(), text("subscriptionId")),
        ("DataFactoryName".into(), text("dataFactoryName")),
        ("DataFactoryLocation".into(), text("dataFactoryLocation")),
        (
            "CreateTime".into(),
            Field::from_date(link.member("createTime")),
        ),
    ])
}

pub(crate) fn managed_node(node: &Value) -> Field {
    Field::Object(vec![
        (
            "AdditionalProperties".into(),
            Field::additional(node, &MANAGED_NODE),
        ),
        ("NodeId".into(), Field::from_text(node.member("nodeId"))),
        ("Status".into(), Field::from_text(node.member("status"))),
        ("Errors".into(), list(node, "errors", managed_error)),
    ])
}

fn managed_error(error: &Value) -> Field {
    Field::Object(vec![
        (
            "AdditionalProperties".into(),
            Field::additional(error, &MANAGED_ERROR),
        ),
        ("Time".into(), Field::from_date(error.member("time"))),
        ("Code".into(), Field::from_text(error.member("code"))),
        (
            "Parameters".into(),
            Field::from_json(error.member("parameters")),
        ),
        ("Message".into(), Field::from_text(error.member("message"))),
    ])
}

fn last_operation(details: &Value) -> Field {
    let Some(operation) = details
        .member("lastOperation")
        .filter(|value| value.is_object())
    else {
        return Field::from_json(details.member("lastOperation"));
    };
    Field::Object(vec![
        (
            "AdditionalProperties".into(),
            Field::additional(operation, &OPERATION),
        ),
        ("Type".into(), Field::from_text(operation.member("type"))),
        (
            "StartTime".into(),
            Field::from_date(operation.member("startTime")),
        ),
        (
            "Result".into(),
            Field::from_text(operation.member("result")),
        ),
        (
            "ErrorCode".into(),
            Field::from_text(operation.member("errorCode")),
        ),
        (
            "Parameters".into(),
            Field::from_json(operation.member("parameters")),
        ),
        (
            "ActivityId".into(),
            Field::from_text(operation.member("activityId")),
        ),
    ])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn place() -> ParentPlace {
        ParentPlace {
            subscription: "s".into(),
            resource_group: "rg".into(),
            name: "adf".into(),
            service: crate::runtimes::service::Service::DataFactory,
        }
    }

    fn made_of(resource: Value, answer: Value) -> Record {
        let body = |document| RuntimeBody::new(place().service, document);
        record(&place(), &body(resource), &body(answer))
    }

    #[test]
    fn a_node_is_read_in_the_casing_that_was_sent() {
        let resource = json!({"name": "a", "properties": {"type": "SelfHosted"}});
        let record = made_of(
            resource,
            json!({"Properties": {"State": "Online", "TypeProperties": {"Nodes": [
                {"NodeName": "n1", "Status": "Online"}]}}}),
        );
        let Some(Field::List(nodes)) = record.member("Nodes") else {
            panic!("no nodes");
        };
        let Field::Object(node) = &nodes[0] else {
            panic!("no node");
        };
        for (name, value) in [
            ("NodeName", Field::Text("n1".into())),
            ("Status", Field::Text("Online".into())),
            // The answer has no further members.
            ("AdditionalProperties", Field::Null),
        ] {
            assert!(node.contains(&(name.into(), value)), "{name}");
        }
    }

    #[test]
    fn a_linked_runtime_shows_the_shared_ones_data_under_its_own_name() {
        let resource = json!({"name": "linked", "id": "/x", "properties": {"type": "SelfHosted",
            "typeProperties": {"linkedInfo": {"authorizationType": "Rbac", "resourceId": "/y"}}}});
        let answer = json!({"name": "shared", "properties": {"dataFactoryName": "adf-shared",
            "state": "Online", "typeProperties": {"nodes": [{"nodeName": "n"}], "serviceUrls": [null, "u"]}}});
        let record = made_of(resource, answer);
        assert_eq!(record.member("Name"), Some(&Field::Text("linked".into())));
        assert_eq!(
            record.member("Type"),
            Some(&Field::Text("SelfHosted(Linked)".into()))
        );
        assert_eq!(
            record.member("OriginalIntegrationRuntimeName"),
            Some(&Field::Text("shared".into()))
        );
        assert_eq!(
            record.member("OriginalDataFactoryName"),
            Some(&Field::Text("adf-shared".into()))
        );
        assert_eq!(
            record.member("AuthorizationType"),
            Some(&Field::Text("RBAC".into()))
        );
        assert_eq!(
            record.member("ServiceUrls"),
            Some(&Field::List(vec![Field::Null, Field::Text("u".into())]))
        );
    }

    #[test]
    fn a_status_without_details_is_still_an_object() {
        let resource = json!({"name": "a", "properties": {"type": "SelfHosted"}});
        let record = made_of(
            resource,
            json!({"properties": {"state": "NeedRegistration"}}),
        );
        assert_eq!(
            record.member("State"),
            Some(&Field::Text("NeedRegistration".into()))
        );
        assert_eq!(record.member("Nodes"), Some(&Field::Null));
    }
}
