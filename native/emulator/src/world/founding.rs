//! What exists from the start: two tenants, three subscriptions, and people to work with.

use std::collections::BTreeMap;

use serde_json::Map;

use super::directory::{Application, Directory, MachineIdentity, Principal, PrincipalKind, Tenant};
use super::{
    Assignment, Group, Identity, Parent, Registration, Service, Settings, Subscription, World,
};
use crate::arm::roles;
use crate::services;

/// The tenant of the first two subscriptions.
pub const HOME_TENANT: &str = "11111111-1111-4111-8111-111111111111";
const OTHER_TENANT: &str = "22222222-2222-4222-8222-222222222222";
/// The subscription that the ready line names.
pub const SUBSCRIPTION: &str = "33333333-3333-4333-8333-333333333333";
const SECOND_SUBSCRIPTION: &str = "44444444-4444-4444-8444-444444444444";
const OTHER_SUBSCRIPTION: &str = "55555555-5555-4555-8555-555555555555";
/// The resource group that the first subscription has from the start.
const GROUP: &str = "rg-emulator";
const LOCATION: &str = "eastus";
/// Owner of everything, in both tenants.
pub const OWNER_CLIENT: &str = "66666666-6666-4666-8666-666666666666";
/// Its secret; public, and good for nothing but the emulator.
pub const OWNER_SECRET: &str = "azir-emulator-owner-secret";
const OWNER_OBJECT: &str = "66666666-6666-4666-8666-000000000001";
const OWNER_OBJECT_ELSEWHERE: &str = "66666666-6666-4666-8666-000000000002";
const READER_CLIENT: &str = "77777777-7777-4777-8777-777777777777";
const READER_SECRET: &str = "azir-emulator-reader-secret";
const READER_OBJECT: &str = "77777777-7777-4777-8777-000000000001";
/// The person who signs in with a browser or a device code: Owner of the home tenant's subscriptions.
pub const USER_OBJECT: &str = "88888888-8888-4888-8888-888888888888";
/// The same person as a guest in the other tenant: Owner there.
pub const USER_OBJECT_ELSEWHERE: &str = "88888888-8888-4888-8888-000000000002";
const USER_NAME: &str = "owner@home.azir.example";
/// The managed identity of the machine: Contributor of the first subscription.
const IDENTITY_CLIENT: &str = "99999999-9999-4999-8999-999999999999";
/// Its object id.
pub const IDENTITY_OBJECT: &str = "99999999-9999-4999-8999-000000000001";
const GROUP_OBJECT: &str = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
// The public clients that Azure's own tools sign in with.
const CLI_CLIENT: &str = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
const POWERSHELL_CLIENT: &str = "1950a258-227b-4e31-a9cf-717495945fc2";

impl World {
    /// The state of an emulator that was never used.
    pub fn new() -> Self {
        let mut world = Self {
            directory: directory(),
            subscriptions: vec![
                subscription(SUBSCRIPTION, "Emulator", HOME_TENANT),
                subscription(SECOND_SUBSCRIPTION, "Emulator Second", HOME_TENANT),
                subscription(OTHER_SUBSCRIPTION, "Emulator Other Tenant", OTHER_TENANT),
            ],
            groups: BTreeMap::new(),
            parents: BTreeMap::new(),
            assignments: BTreeMap::new(),
            operations: BTreeMap::new(),
            settings: Settings::default(),
            seconds_ahead: 0,
            has_planted: false,
            served: 0,
            changed: true,
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
        world.found_services();
        world
    }

    /// A workspace and an account, so that a first try has something to look at. A factory is made in one call.
    fn found_services(&mut self) {
        let group = Group {
            subscription: SUBSCRIPTION.to_owned(),
            name: GROUP.to_owned(),
            location: LOCATION.to_owned(),
            tags: None,
            managed_by: None,
            deleted_at: None,
        };
        self.groups.insert(
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
                system: Some(self.new_principal(SUBSCRIPTION, name)),
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
            self.parents
                .insert(parent.id().to_ascii_lowercase(), parent);
        }
    }

    /// Gives a principal of the directory a role at a subscription, as if it had always been so.
    pub fn give(&mut self, name: String, subscription: &str, principal: &str, role: &str) {
        let assignment = Assignment {
            scope: format!("/subscriptions/{subscription}"),
            name,
            role: role.to_owned(),
            principal: principal.to_owned(),
            principal_kind: self.directory.principals[principal].kind.name().to_owned(),
            extra: Map::new(),
            created: "2026-01-01T00:00:00.0000000Z".to_owned(),
            created_by: USER_OBJECT.to_owned(),
            effective_ms: 0,
        };
        self.assignments
            .insert(assignment.id().to_ascii_lowercase(), assignment);
    }
}

/// The machine's identities from the start: its own.
pub fn identities() -> Vec<MachineIdentity> {
    vec![MachineIdentity {
        client_id: IDENTITY_CLIENT.to_owned(),
        object_id: IDENTITY_OBJECT.to_owned(),
        resource_id: None,
    }]
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
