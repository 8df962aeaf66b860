//! The type names of what is written: each class of runtime, and the parts within it, in both families of Az.

use crate::{
    output::{Record, Shape},
    runtimes::service::Service,
};

/// The type names of each class in both services, and with the one that a list's results have, which have a view of their own.
macro_rules! shapes {
    ($($name:ident: [$($class:literal),+], $own:expr, [$($array:expr),*], [$($member:literal: $part:ident),*];)+) => {
        $(
            pub(super) static $name: Family = Family {
                one: [
                    shape!("DataFactoryV2", 0, [$($class),+], [$own], [$($array),*], [$($member: $part),*]),
                    shape!("Synapse", 1, [$($class),+], [$own], [$($array),*], [$($member: $part),*]),
                ],
                many: [
                    shape!("DataFactoryV2", 0, [$($class),+], [$own, IN_LIST], [$($array),*], [$($member: $part),*]),
                    shape!("Synapse", 1, [$($class),+], [$own, IN_LIST], [$($array),*], [$($member: $part),*]),
                ],
            };
        )+
        static FAMILIES: &[&Family] = &[$(&$name),+];
    };
}
macro_rules! shape {
    ($service:literal, $at:literal, [$($class:literal),+], [$($own:expr),+], [$($array:expr),*], [$($member:literal: $part:ident),*]) => {
        Shape {
            type_names: &[
                $(concat!("Microsoft.Azure.Commands.", $service, ".Models.", $class),)+
                $($own,)+
                "AzIntegrationRuntime.Runtime",
            ],
            arrays: &[$($array),*],
            members: &[$(($member, &$part[$at])),*],
        }
    };
}
/// The same part in both services: the classes of both SDKs have the same names.
macro_rules! parts {
    ($($(#[$about:meta])* $name:ident: $class:literal, [$($own:literal),*], [$($member:literal: $part:ident),*];)+) => {
        $(
            $(#[$about])*
            pub static $name: [Shape; 2] = [
                Shape {
                    type_names: &[
                        concat!("Microsoft.Azure.Management.DataFactory.Models.", $class), $($own),*
                    ],
                    arrays: &[],
                    members: &[$(($member, &$part[0])),*],
                },
                Shape {
                    type_names: &[
                        concat!("Microsoft.Azure.Management.Synapse.Models.", $class), $($own),*
                    ],
                    arrays: &[],
                    members: &[$(($member, &$part[1])),*],
                },
            ];
        )+
    };
}

const IN_LIST: &str = "AzIntegrationRuntime.RuntimeInList";

/// One class of runtime: as it is, and in a list, for each service.
pub(super) struct Family {
    one: [Shape; 2],
    many: [Shape; 2],
}

impl Family {
    pub(super) fn of(&'static self, service: Service) -> &'static Shape {
        service.of_pair(&self.one)
    }
}

shapes! {
    UNKNOWN: ["PSIntegrationRuntime"], "AzIntegrationRuntime.Unknown", [], [];
    MANAGED: ["PSManagedIntegrationRuntime", "PSIntegrationRuntime"], "AzIntegrationRuntime.Managed",
        ["PublicIPs:string"], [];
    MANAGED_STATUS: ["PSManagedIntegrationRuntimeStatus", "PSManagedIntegrationRuntime", "PSIntegrationRuntime"],
        "AzIntegrationRuntime.ManagedStatus",
        ["PublicIPs:string"],
        ["Nodes": MANAGED_NODE, "OtherErrors": MANAGED_ERROR, "LastOperation": MANAGED_OPERATION];
    SELF_HOSTED: ["PSSelfHostedIntegrationRuntime", "PSIntegrationRuntime"], "AzIntegrationRuntime.SelfHosted",
        [], [];
    LINKED: ["PSLinkedIntegrationRuntime", "PSSelfHostedIntegrationRuntime", "PSIntegrationRuntime"],
        "AzIntegrationRuntime.Linked", [], [];
    SELF_HOSTED_STATUS:
        ["PSSelfHostedIntegrationRuntimeStatus", "PSSelfHostedIntegrationRuntime", "PSIntegrationRuntime"],
        "AzIntegrationRuntime.SelfHostedStatus",
        [],
        ["Nodes": SELF_HOSTED_NODE, "Links": LINK];
    LINKED_STATUS:
        [
            "PSLinkedIntegrationRuntimeStatus",
            "PSSelfHostedIntegrationRuntimeStatus",
            "PSSelfHostedIntegrationRuntime",
            "PSIntegrationRuntime"
        ],
        "AzIntegrationRuntime.LinkedStatus",
        [],
        ["Nodes": SELF_HOSTED_NODE, "Links": LINK];
}

parts! {
    /// A node of a managed runtime within its status.
    MANAGED_NODE: "ManagedIntegrationRuntimeNode", ["AzIntegrationRuntime.ManagedNode"], ["Errors": MANAGED_ERROR];
    /// An error of a managed runtime or of its node.
    MANAGED_ERROR: "ManagedIntegrationRuntimeError", [], [];
    /// What a managed runtime did last.
    MANAGED_OPERATION: "ManagedIntegrationRuntimeOperationResult", [], [];
    /// A node of a self-hosted runtime within its status.
    SELF_HOSTED_NODE: "SelfHostedIntegrationRuntimeNode", ["AzIntegrationRuntime.Node"], [];
    /// Who a self-hosted runtime is shared with.
    LINK: "LinkedIntegrationRuntime", ["AzIntegrationRuntime.Link"], [];
    /// What a node is doing.
    NODE_METRIC: "IntegrationRuntimeNodeMonitoringData", ["AzIntegrationRuntime.NodeMetric"], [];
}

/// The record as a list shows it.
#[must_use]
pub fn in_list(record: Record) -> Record {
    let shape = record.shape.map(|own| {
        FAMILIES
            .iter()
            .flat_map(|family| family.one.iter().zip(&family.many))
            .find(|(one, _)| std::ptr::eq(*one, own))
            .map_or(own, |(_, many)| many)
    });
    Record { shape, ..record }
}
