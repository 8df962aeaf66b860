//! `Get-AzIntegrationRuntimeNode`: the nodes of the fleet, one flat row each.

use std::borrow::Cow;

use async_trait::async_trait;
use time::format_description::well_known::Rfc3339;

use super::{
    expiry::expiry,
    objects,
    record::{Fleet, Node, Parent, Runtime, Unreadable},
    scope::Selection,
    survey::{self, Answers, Options, Sink},
};
use crate::{
    Call,
    error::{Error, Result},
    output::{Field, Record, Shape},
};

static NODE: Shape = Shape::named("AzIntegrationRuntime.FleetNode");

/// Writes the nodes of the self-hosted integration runtimes of the selection. What cannot be read is an error, after
/// which the others follow.
///
/// # Errors
/// As [`survey::run`].
pub async fn run(call: &Call) -> Result<()> {
    let selection = Selection::from_call(call)?;
    let options = Options {
        status: true,
        keep: false,
        ..Options::default()
    };
    let mut fleet = Fleet::default();
    survey::run(call, &selection, &options, &mut fleet, &mut Rows { call }).await
}

struct Rows<'a> {
    call: &'a Call,
}

#[async_trait]
impl Sink for Rows<'_> {
    async fn runtime(
        &mut self,
        parent: &Parent,
        runtime: &Runtime,
        _: Option<Answers<'_>>,
    ) -> Result<()> {
        let rows: Vec<Record> = runtime
            .nodes
            .iter()
            .map(|node| record(parent, runtime, node))
            .collect();
        if rows.is_empty() {
            return Ok(());
        }
        self.call.caller.objects(&rows).await
    }

    async fn unreadable(&mut self, own: &Unreadable, error: Option<&Error>) -> Result<()> {
        objects::report(self.call, own, error).await
    }
}

/// The row of a node. The columns that people look for first come first.
#[must_use]
pub fn record(parent: &Parent, runtime: &Runtime, node: &Node) -> Record {
    fn text(value: Option<&String>) -> Field {
        Field::text(value.cloned())
    }
    let date = |value: &Option<String>| {
        let value = value.as_deref().map(serde_json::Value::from);
        Field::from_date(value.as_ref())
    };
    let number = |value: Option<i64>| value.map_or(Field::Null, Field::Integer);
    let flag = |value: Option<bool>| value.map_or(Field::Null, Field::Flag);
    let capability = |name: &str| flag(node.capability(name));
    let expiry = expiry(node);
    let expires = expiry.and_then(|own| own.at.format(&Rfc3339).ok());
    let subscription = parent
        .subscription_name
        .clone()
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| parent.subscription_id.clone());
    let members: Vec<(&'static str, Field)> = vec![
        ("Subscription", Field::Text(subscription)),
        ("Parent", Field::Text(parent.name.clone())),
        ("IntegrationRuntime", Field::Text(runtime.name.clone())),
        ("NodeName", Field::Text(node.name.clone())),
        ("MachineName", text(node.machine_name.as_ref())),
        ("Status", text(node.status.as_ref())),
        ("AutoUpdate", text(runtime.auto_update.as_ref())),
        ("VersionStatus", text(node.version_status.as_ref())),
        ("RegisterTime", date(&node.register_time)),
        ("LastConnectTime", date(&node.last_connect_time)),
        ("Version", text(node.version.as_ref())),
        ("ExpiryTime", expires.map_or(Field::Null, Field::Date)),
        ("ExpiryIsEstimated", flag(expiry.map(|own| own.estimated))),
        ("IsActiveDispatcher", flag(node.is_active_dispatcher)),
        ("ConcurrentJobsLimit", number(node.concurrent_jobs_limit)),
        ("MaxConcurrentJobs", number(node.max_concurrent_jobs)),
        ("ServiceBusConnected", capability("serviceBusConnected")),
        ("HttpsPortEnabled", capability("httpsPortEnabled")),
        ("CredentialInSync", capability("credentialInSync")),
        (
            "ConnectedToResourceManager",
            capability("connectedToResourceManager"),
        ),
        ("NodeEnabled", capability("nodeEnabled")),
        ("LastStartTime", date(&node.last_start_time)),
        ("LastStopTime", date(&node.last_stop_time)),
        ("LastUpdateResult", text(node.last_update_result.as_ref())),
        ("LastStartUpdateTime", date(&node.last_start_update_time)),
        ("LastEndUpdateTime", date(&node.last_end_update_time)),
        ("Service", Field::Text(parent.service.short_name().into())),
        ("Kind", Field::Text(runtime.kind.clone())),
        (
            "ResourceGroupName",
            Field::Text(parent.resource_group.clone()),
        ),
        ("Location", text(parent.location.as_ref())),
        (
            "SubscriptionId",
            Field::Text(parent.subscription_id.clone()),
        ),
        ("ParentId", Field::Text(parent.id.clone())),
        ("IntegrationRuntimeId", Field::Text(runtime.id.clone())),
    ];
    let members = members
        .into_iter()
        .map(|(name, field)| (Cow::Borrowed(name), field))
        .collect();
    Record::new(&NODE, members)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_flat_and_begins_with_what_people_look_for() {
        let node = Node {
            name: "n1".into(),
            version: Some("5.46.9029.1".into()),
            register_time: Some("2026-01-02T03:04:05Z".into()),
            capabilities: [("credentialInSync".to_owned(), false)].into(),
            ..Node::default()
        };
        let parent = Parent {
            name: "adf".into(),
            subscription_id: "s".into(),
            ..Parent::default()
        };
        let row = record(&parent, &Runtime::default(), &node);
        let Field::Object(members) = &row.value else {
            panic!("no object");
        };
        let names: Vec<&str> = members.iter().map(|(name, _)| name.as_ref()).collect();
        assert_eq!(
            names[..10],
            [
                "Subscription",
                "Parent",
                "IntegrationRuntime",
                "NodeName",
                "MachineName",
                "Status",
                "AutoUpdate",
                "VersionStatus",
                "RegisterTime",
                "LastConnectTime"
            ]
        );
        assert!(members.iter().all(|(_, field)| !matches!(
            field,
            Field::List(_) | Field::Table(_) | Field::Object(_)
        )));
        assert_eq!(row.member("Subscription"), Some(&Field::Text("s".into())));
        assert_eq!(
            row.member("ExpiryTime"),
            Some(&Field::Date("2025-11-01T00:00:00Z".into()))
        );
        assert_eq!(row.member("ExpiryIsEstimated"), Some(&Field::Flag(true)));
        assert_eq!(row.member("CredentialInSync"), Some(&Field::Flag(false)));
        assert_eq!(row.member("NodeEnabled"), Some(&Field::Null));
    }
}
