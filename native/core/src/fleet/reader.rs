//! The records of the fleet, made of what the services answer.

use std::collections::BTreeMap;

use azir_azure::json::Lookup;
use serde_json::Value;

use super::{
    record::{Asked, Link, Node, Parent, Runtime, Unreadable},
    rights::least,
};
use crate::{
    error::{Error, ErrorKind},
    output::Field,
    present::visible,
    runtimes::{
        body::RuntimeBody, model, place::ParentPlace, resource_id::ParentId, service::Service,
    },
};

/// The parent that a row of Resource Graph or of a list shows; nothing for one without a usable id.
#[must_use]
pub fn parent(row: &Value) -> Option<Parent> {
    let id = row.at("id").as_str()?;
    let own = Service::ALL
        .into_iter()
        .find_map(|service| ParentId::parse(service, "Id", id).ok())?;
    let tags = row.at("tags").as_object().into_iter().flatten();
    Some(Parent {
        service: own.service,
        id: id.to_owned(),
        name: own.name,
        subscription_id: own.subscription,
        subscription_name: None,
        resource_group: own.resource_group,
        location: text(row, "location"),
        tags: tags
            .filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())))
            .collect(),
        principal_id: text(row.at("identity"), "principalId"),
        user_principal_ids: user_identities(row.at("identity")),
        uses_git: uses_git(row),
        listed: false,
    })
}

/// The object ids of the identities that users assign, by their resource ids.
fn user_identities(identity: &Value) -> BTreeMap<String, String> {
    let all = identity.at("userAssignedIdentities").as_object();
    all.into_iter()
        .flatten()
        .filter_map(|(id, own)| Some((id.clone(), text(own, "principalId")?)))
        .collect()
}

/// Whether a row says that the factory or workspace is connected to a repository. A list has the members in
/// `properties`, the query has them as columns.
fn uses_git(row: &Value) -> bool {
    let properties = row.at("properties");
    [
        row.at("repo"),
        row.at("workspaceRepo"),
        properties.at("repoConfiguration"),
        properties.at("workspaceRepositoryConfiguration"),
    ]
    .into_iter()
    .any(|repository| {
        ["repositoryName", "accountName"]
            .iter()
            .any(|name| text(repository, name).is_some_and(|own| !own.is_empty()))
    })
}

/// The place of a parent.
#[must_use]
pub fn place(parent: &Parent) -> ParentPlace {
    ParentPlace {
        service: parent.service,
        subscription: parent.subscription_id.clone(),
        resource_group: parent.resource_group.clone(),
        name: parent.name.clone(),
    }
}

/// The place of the parent that an id is of, or is below.
#[must_use]
pub fn parent_place(id: &str) -> Option<ParentPlace> {
    let parts: Vec<&str> = id.split('/').collect();
    let own = parts.get(..9)?.join("/");
    let own = Service::ALL
        .into_iter()
        .find_map(|service| ParentId::parse(service, "Id", &own).ok())?;
    Some(ParentPlace {
        service: own.service,
        subscription: own.subscription,
        resource_group: own.resource_group,
        name: own.name,
    })
}

/// The integration runtime that a list shows, without its status.
#[must_use]
pub fn runtime(parent_id: &str, body: &RuntimeBody) -> Runtime {
    let name = body.name().unwrap_or_default().to_owned();
    // Purview's have no id of their own.
    let id = text(body.document(), "id")
        .filter(|id| id.starts_with('/'))
        .unwrap_or_else(|| format!("{parent_id}/integrationRuntimes/{name}"));
    let kind = match model::kind_name(body) {
        Field::Text(kind) => kind,
        _ => String::new(),
    };
    Runtime {
        id,
        name,
        parent_id: parent_id.to_owned(),
        kind,
        description: text(body.properties(), "description"),
        link_credential: body.linked_info().and_then(|link| link.credential),
        linked_to: body.linked_info().and_then(|link| link.resource_id),
        state: body.state(),
        self_contained_authoring: flag(
            body.details()
                .at("selfContainedInteractiveAuthoringEnabled"),
        ),
        ..Runtime::default()
    }
}

/// Adds what a status says.
pub fn add_status(runtime: &mut Runtime, status: &RuntimeBody) {
    let details = status.details();
    let own = |name: &str| text(details, name);
    runtime.has_status = true;
    runtime.state = status.state();
    runtime.version = own("version");
    runtime.version_status = own("versionStatus");
    runtime.latest_version = own("latestVersion");
    runtime.pushed_version = own("pushedVersion");
    runtime.auto_update = own("autoUpdate");
    runtime.auto_update_eta = own("autoUpdateETA");
    runtime.scheduled_update_date = own("scheduledUpdateDate");
    runtime.create_time = own("createTime");
    if let Some(enabled) = flag(details.at("selfContainedInteractiveAuthoringEnabled")) {
        runtime.self_contained_authoring = Some(enabled);
    }
    // The nodes of Azure are not machines that somebody looks after.
    if body_is_self_hosted(runtime) {
        runtime.nodes = status.nodes().iter().map(node).collect();
    }
    runtime.links = details
        .at("links")
        .as_array()
        .into_iter()
        .flatten()
        .map(link)
        .collect();
}

fn body_is_self_hosted(runtime: &Runtime) -> bool {
    matches!(runtime.kind.as_str(), "SelfHosted" | "Linked")
}

fn node(node: &Value) -> Node {
    let own = |name: &str| text(node, name);
    let number = |name: &str| match node.at(name) {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    Node {
        name: own("nodeName").unwrap_or_default(),
        machine_name: own("machineName"),
        status: own("status"),
        version: own("version"),
        version_status: own("versionStatus"),
        expiry_time: own("expiryTime"),
        register_time: own("registerTime"),
        last_connect_time: own("lastConnectTime"),
        last_start_time: own("lastStartTime"),
        last_stop_time: own("lastStopTime"),
        last_update_result: own("lastUpdateResult"),
        last_start_update_time: own("lastStartUpdateTime"),
        last_end_update_time: own("lastEndUpdateTime"),
        is_active_dispatcher: flag(node.at("isActiveDispatcher")),
        concurrent_jobs_limit: number("concurrentJobsLimit"),
        max_concurrent_jobs: number("maxConcurrentJobs"),
        concurrent_jobs_running: None,
        capabilities: capabilities(node.at("capabilities")),
    }
}

fn capabilities(value: &Value) -> BTreeMap<String, bool> {
    let members = value.as_object().into_iter().flatten();
    members
        .filter_map(|(name, value)| Some((name.clone(), flag(value)?)))
        .collect()
}

fn link(link: &Value) -> Link {
    let own = |name: &str| text(link, name);
    Link {
        name: own("name"),
        subscription_id: own("subscriptionId"),
        data_factory_name: own("dataFactoryName"),
        data_factory_location: own("dataFactoryLocation"),
        create_time: own("createTime"),
    }
}

fn text(holder: &Value, name: &str) -> Option<String> {
    match holder.at(name) {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The services write truth values as texts.
fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// What `error` says of `asked` at `id`, with the action and the role that are missing where rights are.
#[must_use]
pub fn unreadable(asked: Asked, service: Option<Service>, id: &str, error: &Error) -> Unreadable {
    let fault = error.fault();
    let status = fault.map(|fault| fault.status);
    let words = fault.and_then(|fault| fault.message.clone());
    let is_refusal = matches!(status, Some(401 | 403));
    let (action, role) = if is_refusal {
        let (action, role) = least(asked, service);
        let named = words.as_deref().and_then(named_action);
        (named.or(action.map(str::to_owned)), role.map(str::to_owned))
    } else {
        (None, None)
    };
    let message = words
        .filter(|words| !words.trim().is_empty())
        .unwrap_or_else(|| error.message());
    Unreadable {
        what: asked,
        id: id.to_owned(),
        status,
        code: fault.and_then(|fault| fault.code.clone()),
        message: visible::cut(&message, visible::WORDS).to_string(),
        action,
        role,
    }
}

/// The action that Resource Manager names in a refusal.
fn named_action(words: &str) -> Option<String> {
    let (_, rest) = words.split_once("perform action '")?;
    let (action, _) = rest.split_once('\'')?;
    (!action.is_empty() && !action.contains(char::is_whitespace)).then(|| action.to_owned())
}

/// Whether `error` ends a survey: nothing else could be read either.
#[must_use]
pub fn ends(error: &Error, service: Service) -> bool {
    match error.kind {
        ErrorKind::Cancelled | ErrorKind::NotSignedIn => true,
        // A Purview account wants a token of its own, which other services do not need.
        ErrorKind::Credential => service != Service::Purview,
        // The owner of a linked integration runtime refuses it with 401: that is about this one alone.
        _ => {
            error.is_status(401)
                && service != Service::Purview
                && !error.is_code("UnauthorizedIntegrationRuntimeAccess")
        }
    }
}

/// Whether `error` says that the parent is gone: Resource Graph lags behind by some minutes.
#[must_use]
pub fn is_gone(error: &Error, service: Service) -> bool {
    const GONE: [&str; 4] = [
        "ResourceNotFound",
        "ParentResourceNotFound",
        "ResourceGroupNotFound",
        "SubscriptionNotFound",
    ];
    // Purview's scan endpoint answers 404 for other reasons too.
    error.is_status(404)
        && (service != Service::Purview || GONE.iter().any(|code| error.is_code(code)))
}

#[cfg(test)]
mod tests {
    use azir_azure::error::ServiceFault;
    use serde_json::json;

    use super::*;

    const FACTORY: &str =
        "/subscriptions/s/resourceGroups/RG/providers/Microsoft.DataFactory/factories/Adf";

    #[test]
    fn a_row_is_a_parent_in_the_casing_of_its_id() {
        let row = json!({"id": FACTORY, "name": "Adf", "type": "microsoft.datafactory/factories",
            "resourceGroup": "rg", "location": "westeurope", "tags": {"env": "prod", "odd": 5},
            "identity": {"principalId": "p"}, "repo": {"repositoryName": "r"}});
        let own = parent(&row).unwrap();
        assert_eq!(
            (own.name.as_str(), own.resource_group.as_str()),
            ("Adf", "RG")
        );
        assert_eq!(own.tags, BTreeMap::from([("env".into(), "prod".into())]));
        assert!(own.uses_git && own.principal_id.as_deref() == Some("p"));
        let without = json!({"id": FACTORY, "repo": {"repositoryName": ""}, "tags": null});
        assert!(!parent(&without).unwrap().uses_git);
        for odd in [json!({}), json!({"id": "/subscriptions/s"}), json!(5)] {
            assert_eq!(parent(&odd), None);
        }
    }

    #[test]
    fn a_status_is_read_in_any_casing_and_with_texts_for_numbers() {
        let body = RuntimeBody::new(
            Service::DataFactory,
            json!({"name": "ir", "properties": {"type": "SelfHosted", "description": "d"}}),
        );
        let mut own = runtime(FACTORY, &body);
        assert_eq!(own.id, format!("{FACTORY}/integrationRuntimes/ir"));
        assert!(!own.has_status && own.state.is_none());
        let status = RuntimeBody::new(
            Service::DataFactory,
            json!({"properties": {"state": "Online", "TypeProperties": {"version": "5.50.1.1", "autoUpdateETA": "x",
                "nodes": [{"NodeName": "n", "concurrentJobsLimit": "8", "isActiveDispatcher": "True",
                    "capabilities": {"credentialInSync": "False", "odd": "maybe"}}, 5],
                "links": [{"name": "l", "dataFactoryName": "b"}]}}}),
        );
        add_status(&mut own, &status);
        assert_eq!(own.state.as_deref(), Some("Online"));
        assert_eq!(own.auto_update_eta.as_deref(), Some("x"));
        let node = &own.nodes[0];
        assert_eq!(node.concurrent_jobs_limit, Some(8));
        assert_eq!(node.is_active_dispatcher, Some(true));
        assert_eq!(node.capability("CredentialInSync"), Some(false));
        assert_eq!(node.capability("odd"), None);
        assert_eq!(own.links[0].data_factory_name.as_deref(), Some("b"));
    }

    #[test]
    fn a_refusal_names_action_and_least_role() {
        let refused = |message: Option<&str>| {
            Error::service(ServiceFault {
                status: 403,
                code: Some("AuthorizationFailed".into()),
                message: message.map(str::to_owned),
                ..ServiceFault::default()
            })
        };
        let own = unreadable(
            Asked::Status,
            Some(Service::Synapse),
            "/x",
            &refused(Some(
                "The client 'c' may not perform action 'A/b/action' over scope '/x'.",
            )),
        );
        assert_eq!(own.action.as_deref(), Some("A/b/action"));
        assert_eq!(own.role.as_deref(), Some("Contributor"));
        let own = unreadable(
            Asked::Status,
            Some(Service::DataFactory),
            "/x",
            &refused(None),
        );
        assert_eq!(own.role.as_deref(), Some("Reader"));
        assert!(own.action.unwrap().ends_with("getstatus/read"));
        assert!(!own.message.is_empty());
        let other = Error::protocol("odd");
        let own = unreadable(Asked::Runtimes, Some(Service::Synapse), "/x", &other);
        assert_eq!((own.status, own.action, own.role), (None, None, None));
        assert_eq!(own.message, "odd");
    }
}
