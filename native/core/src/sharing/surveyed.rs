//! The picture of shares that a survey of the fleet shows.

use super::{
    picture::{Factory, GrantSeen, Identity, Kind, Picture, Runtime},
    share::User,
};
use crate::{
    fleet::record::{self, Fleet},
    runtimes::{body::Link, owner, place::RuntimePlace, service::Service},
};

/// Reader: it may look at a runtime but not link to it.
pub(crate) const READER: &str = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

impl Picture {
    /// The picture that a survey shows.
    #[must_use]
    pub fn of_fleet(fleet: &Fleet) -> Self {
        let parents = fleet
            .parents
            .iter()
            .filter(|parent| parent.service == Service::DataFactory);
        let unread: Vec<&str> = fleet
            .unreadable
            .iter()
            .filter(|own| own.what == record::Asked::Parents)
            .map(|own| own.id.as_str())
            .collect();
        let mut picture = Self {
            grants: fleet.grants.as_ref().map(|grants| {
                grants
                    .iter()
                    .filter(|grant| !grant.role_id.eq_ignore_ascii_case(READER))
                    .map(|grant| GrantSeen {
                        scope: grant.scope.clone(),
                        principal: grant.principal_id.clone(),
                    })
                    .collect()
            }),
            ..Self::default()
        };
        for parent in parents {
            let is_whole = !unread.iter().any(|id| id.contains(&parent.subscription_id));
            let known = &mut picture.subscriptions;
            if is_whole && !known.contains(&parent.subscription_id) {
                known.push(parent.subscription_id.clone());
            }
            picture.factories.push(Factory {
                id: parent.id.clone(),
                user: User {
                    name: parent.name.clone(),
                    subscription: Some(parent.subscription_id.clone()),
                    resource_group: Some(parent.resource_group.clone()),
                },
                principals: parent
                    .principal_id
                    .iter()
                    .chain(parent.user_principal_ids.values())
                    .cloned()
                    .collect(),
                own_principal: parent.principal_id.clone(),
                all_principals: parent.principal_id.is_some(),
                listed: parent.listed,
            });
        }
        let own =
            |runtime: &&record::Runtime| owner::of_id(&runtime.id) == Some(Service::DataFactory);
        let runtimes = fleet.runtimes.iter().filter(own);
        picture.runtimes.extend(runtimes.filter_map(of_record));
        picture
    }
}

fn of_record(runtime: &record::Runtime) -> Option<Runtime> {
    let place = RuntimePlace::from_id(Service::DataFactory, "Id", &runtime.id).ok()?;
    let kind = match runtime.kind.as_str() {
        "SelfHosted" => Kind::SelfHosted {
            nodes: runtime.has_status.then_some(runtime.nodes.len()),
            links: runtime.has_status.then(|| {
                runtime
                    .links
                    .iter()
                    .map(|link| Link {
                        name: link.name.clone(),
                        factory: link.data_factory_name.clone(),
                        subscription: link.subscription_id.clone(),
                        created: link.create_time.clone(),
                    })
                    .collect()
            }),
        },
        "Linked" => Kind::Linked(runtime.linked_to.clone()),
        _ => Kind::Other,
    };
    let identity = match runtime.link_credential {
        Some(_) => Identity::OfCredential(runtime.link_principal_id.clone()),
        None => Identity::Own,
    };
    Some(Runtime {
        place,
        kind,
        identity,
        state: runtime.state.clone(),
    })
}
