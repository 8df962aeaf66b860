//! The classes of the results: each class of integration runtime, and of its parts, in both families of Az.

use crate::{output::Shape, runtimes::service::Service};

/// One class of runtime, for each service.
pub(super) struct Family([Shape; 2]);

impl Family {
    pub(super) fn shape(&'static self, service: Service) -> &'static Shape {
        service.of_pair(&self.0)
    }
}

macro_rules! families {
    ($($name:ident: $class:literal, [$($member:literal: $part:ident),*];)+) => {
        $(
            pub(super) static $name: Family = Family([
                Shape::with(
                    concat!("Microsoft.Azure.Commands.DataFactoryV2.Models.", $class),
                    &[$(($member, &$part[0])),*],
                ),
                Shape::with(
                    concat!("Microsoft.Azure.Commands.Synapse.Models.", $class),
                    &[$(($member, &$part[1])),*],
                ),
            ]);
        )+
    };
}

/// The same part in both services: the classes of both SDKs have the same names.
macro_rules! parts {
    ($($(#[$about:meta])* $name:ident: $class:literal, [$($member:literal: $part:ident),*];)+) => {
        $(
            $(#[$about])*
            pub static $name: [Shape; 2] = [
                Shape::with(
                    concat!("Microsoft.Azure.Management.DataFactory.Models.", $class),
                    &[$(($member, &$part[0])),*],
                ),
                Shape::with(
                    concat!("Microsoft.Azure.Management.Synapse.Models.", $class),
                    &[$(($member, &$part[1])),*],
                ),
            ];
        )+
    };
}

families! {
    UNKNOWN: "PSIntegrationRuntime", [];
    MANAGED: "PSManagedIntegrationRuntime", [];
    MANAGED_STATUS: "PSManagedIntegrationRuntimeStatus",
        ["Nodes": MANAGED_NODE, "OtherErrors": MANAGED_ERROR, "LastOperation": MANAGED_OPERATION];
    SELF_HOSTED: "PSSelfHostedIntegrationRuntime", [];
    LINKED: "PSLinkedIntegrationRuntime", [];
    SELF_HOSTED_STATUS: "PSSelfHostedIntegrationRuntimeStatus", ["Nodes": SELF_HOSTED_NODE, "Links": LINK];
    LINKED_STATUS: "PSLinkedIntegrationRuntimeStatus", ["Nodes": SELF_HOSTED_NODE, "Links": LINK];
}

parts! {
    /// A node of a managed runtime within its status.
    MANAGED_NODE: "ManagedIntegrationRuntimeNode", ["Errors": MANAGED_ERROR];
    /// An error of a managed runtime or of its node.
    MANAGED_ERROR: "ManagedIntegrationRuntimeError", [];
    /// The last operation of a managed runtime.
    MANAGED_OPERATION: "ManagedIntegrationRuntimeOperationResult", [];
    /// A node of a self-hosted runtime within its status.
    SELF_HOSTED_NODE: "SelfHostedIntegrationRuntimeNode", [];
    /// A linked runtime that uses a shared one.
    LINK: "LinkedIntegrationRuntime", [];
    /// The metrics of a node.
    NODE_METRIC: "IntegrationRuntimeNodeMonitoringData", [];
}
