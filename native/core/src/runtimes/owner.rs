//! Which service a resource belongs to: Data Factory, Synapse or Purview.
//!
//! A workspace given where a factory is wanted is a common slip; the message shall name the cmdlets that take it.

use serde_json::Value;

use super::service::Service;
use crate::request::member_text;

/// What holds the runtimes of `service`, with its article.
#[must_use]
pub fn parent(service: Service) -> &'static str {
    match service {
        Service::DataFactory => "a data factory",
        Service::Synapse => "a Synapse workspace",
        Service::Purview => "a Purview account",
    }
}

/// What to do with something of `service` where another service's was wanted.
#[must_use]
pub fn advice(service: Service) -> String {
    format!("Use Get-{} and the related cmdlets for it.", service.noun())
}

/// The service that the resource with this id belongs to.
#[must_use]
pub fn of_id(id: &str) -> Option<Service> {
    let mut parts = id.split('/').filter(|part| !part.is_empty());
    parts.find(|part| part.eq_ignore_ascii_case("providers"))?;
    let namespace = parts.next()?;
    Service::ALL
        .into_iter()
        .find(|own| own.namespace().eq_ignore_ascii_case(namespace))
}

/// The service that an object belongs to: a factory, workspace, account or runtime, ours or Az's.
#[must_use]
pub fn of_object(object: &Value) -> Option<Service> {
    let named = member_text(object, "Service").and_then(|text| {
        Service::ALL
            .into_iter()
            .find(|own| own.short_name() == text)
    });
    named
        .or_else(|| {
            ["Id", "DataFactoryId", "IntegrationRuntimeId"]
                .into_iter()
                .find_map(|name| of_id(&member_text(object, name)?))
        })
        .or_else(|| {
            // An `AccountName` is also a repository's, and much else.
            [Service::DataFactory, Service::Synapse]
                .into_iter()
                .find(|own| member_text(object, own.parent_name()).is_some())
        })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn ids_and_objects_say_whose_they_are() {
        let id = |namespace: &str| {
            format!("/subscriptions/s/resourceGroups/g/providers/{namespace}/x/y")
        };
        assert_eq!(of_id(&id("microsoft.synapse")), Some(Service::Synapse));
        assert_eq!(of_id(&id("Microsoft.Sql")), None);
        assert_eq!(of_id("providers"), None);
        for (object, owner) in [
            (
                json!({"Service": "Purview", "Name": "n"}),
                Some(Service::Purview),
            ),
            (
                json!({"DataFactoryId": id("Microsoft.DataFactory")}),
                Some(Service::DataFactory),
            ),
            (json!({"WorkspaceName": "w"}), Some(Service::Synapse)),
            // The id is surer than the names beside it.
            (
                json!({"id": id("Microsoft.Synapse"), "DataFactoryName": "f"}),
                Some(Service::Synapse),
            ),
            (json!({"Name": "n", "Service": "sshd"}), None),
            (json!(5), None),
        ] {
            assert_eq!(of_object(&object), owner, "{object}");
        }
    }
}
