//! The state of a new emulator: two tenants, three subscriptions, a workspace, an account, and principals with roles.

use std::collections::BTreeMap;

use crate::facts::principals::{
    CLI_CLIENT, GROUP, GROUP_OBJECT, HOME_TENANT, IDENTITY_OBJECT, LOCATION, OTHER_SUBSCRIPTION,
    OTHER_TENANT, OWNER_CLIENT, OWNER_OBJECT, OWNER_OBJECT_ELSEWHERE, OWNER_SECRET,
    POWERSHELL_CLIENT, READER_CLIENT, READER_OBJECT, READER_SECRET, SECOND_SUBSCRIPTION,
    SUBSCRIPTION, USER_NAME, USER_OBJECT, USER_OBJECT_ELSEWHERE,
};
use crate::facts::roles;
use crate::services;
use crate::world::directory::{
    Application, Directory, Principal, PrincipalKind, Tenant, identities,
};
use crate::world::{Group, Identity, Parent, Registration, Service, Subscription, World};

/// Returns the state of an emulator that was never used.
pub fn new_world() -> World {
    let mut world = World {
        directory: directory(),
        subscriptions: vec![
            subscription(SUBSCRIPTION, "Emulator", HOME_TENANT),
            subscription(SECOND_SUBSCRIPTION, "Emulator Second", HOME_TENANT),
            subscription(OTHER_SUBSCRIPTION, "Emulator Other Tenant", OTHER_TENANT),
        ],
        changed: true,
        ..World::default()
    };
    let given = [
        (1, SUBSCRIPTION, OWNER_OBJECT, roles::OWNER),
        (2, SECOND_SUBSCRIPTION, OWNER_OBJECT, roles::OWNER),
        (3, OTHER_SUBSCRIPTION, OWNER_OBJECT_ELSEWHERE, roles::OWNER),
        (4, SUBSCRIPTION, USER_OBJECT, roles::OWNER),
        (5, SECOND_SUBSCRIPTION, USER_OBJECT, roles::OWNER),
        (6, SUBSCRIPTION, READER_OBJECT, roles::READER),
        (7, SUBSCRIPTION, IDENTITY_OBJECT, roles::CONTRIBUTOR),
        (8, OTHER_SUBSCRIPTION, USER_OBJECT_ELSEWHERE, roles::OWNER),
    ];
    for (number, subscription, principal, role) in given {
        let name = format!("00000000-0000-4000-8000-{number:012}");
        world.give(name, subscription, principal, role);
    }
    found_services(&mut world);
    world
}

/// A workspace and an account, so that a first try has something to look at. A factory is made in one call.
fn found_services(world: &mut World) {
    let group = Group {
        subscription: SUBSCRIPTION.to_owned(),
        name: GROUP.to_owned(),
        location: LOCATION.to_owned(),
        tags: None,
        managed_by: None,
        deleted_at: None,
    };
    world.groups.insert(
        format!("/subscriptions/{SUBSCRIPTION}/resourcegroups/{GROUP}"),
        group,
    );
    for (service, name) in [
        (Service::Synapse, "synapse-emulator"),
        (Service::Purview, "purview-emulator"),
    ] {
        let mut parent = Parent::new(service, SUBSCRIPTION, GROUP, name, LOCATION);
        parent.identity = Some(Identity {
            kind: "SystemAssigned".to_owned(),
            tenant: HOME_TENANT.to_owned(),
            system: Some(world.new_principal(SUBSCRIPTION, name)),
            users: BTreeMap::new(),
        });
        if service == Service::Synapse {
            let storage = serde_json::json!({
                "accountUrl": "https://synapseemulator.dfs.core.windows.net",
                "filesystem": "workspace",
            });
            parent
                .properties
                .insert("defaultDataLakeStorage".into(), storage);
            parent
                .properties
                .insert("sqlAdministratorLogin".into(), "sqladminuser".into());
            parent
                .properties
                .insert("managedVirtualNetwork".into(), "default".into());
        }
        services::furnish(&mut parent, (USER_NAME, USER_OBJECT));
        world
            .parents
            .insert(parent.id().to_ascii_lowercase(), parent);
    }
}

fn subscription(id: &str, name: &str, tenant: &str) -> Subscription {
    Subscription {
        id: id.to_owned(),
        name: name.to_owned(),
        tenant: tenant.to_owned(),
        data_factory: Registration::Registered,
        synapse: Registration::Registered,
        purview: Registration::Registered,
    }
}

fn directory() -> Directory {
    let service = PrincipalKind::ServicePrincipal;
    let principals = [
        (OWNER_OBJECT, HOME_TENANT, service, "azir-emulator-owner"),
        (
            OWNER_OBJECT_ELSEWHERE,
            OTHER_TENANT,
            service,
            "azir-emulator-owner",
        ),
        (READER_OBJECT, HOME_TENANT, service, "azir-emulator-reader"),
        (
            IDENTITY_OBJECT,
            HOME_TENANT,
            service,
            "azir-emulator-machine",
        ),
        (USER_OBJECT, HOME_TENANT, PrincipalKind::User, USER_NAME),
        (
            USER_OBJECT_ELSEWHERE,
            OTHER_TENANT,
            PrincipalKind::User,
            USER_NAME,
        ),
        (
            GROUP_OBJECT,
            HOME_TENANT,
            PrincipalKind::Group,
            "azir-emulator-group",
        ),
    ];
    Directory {
        tenants: vec![
            Tenant {
                id: HOME_TENANT.into(),
                display_name: "Emulator Home".into(),
                domain: "home.azir.example".into(),
            },
            Tenant {
                id: OTHER_TENANT.into(),
                display_name: "Emulator Other".into(),
                domain: "other.azir.example".into(),
            },
        ],
        applications: vec![
            application(
                OWNER_CLIENT,
                "azir-emulator-owner",
                Some(OWNER_SECRET),
                &[
                    (HOME_TENANT, OWNER_OBJECT),
                    (OTHER_TENANT, OWNER_OBJECT_ELSEWHERE),
                ],
            ),
            application(
                READER_CLIENT,
                "azir-emulator-reader",
                Some(READER_SECRET),
                &[(HOME_TENANT, READER_OBJECT)],
            ),
            application(CLI_CLIENT, "Microsoft Azure CLI", None, &[]),
            application(POWERSHELL_CLIENT, "Microsoft Azure PowerShell", None, &[]),
        ],
        principals: principals
            .into_iter()
            .map(|(id, tenant, kind, name)| {
                let principal = Principal {
                    tenant: tenant.into(),
                    kind,
                    display_name: name.into(),
                    created_ms: 0,
                };
                (id.to_owned(), principal)
            })
            .collect(),
        identities: identities(),
        ..Directory::default()
    }
}

fn application(
    client_id: &str,
    name: &str,
    secret: Option<&str>,
    service_principals: &[(&str, &str)],
) -> Application {
    Application {
        client_id: client_id.to_owned(),
        name: name.to_owned(),
        secret: secret.map(str::to_owned),
        service_principals: service_principals
            .iter()
            .map(|(tenant, object)| ((*tenant).to_owned(), (*object).to_owned()))
            .collect(),
        certificates: Vec::new(),
        federated: Vec::new(),
    }
}
